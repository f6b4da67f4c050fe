//! Pages on the wire: a generated client reads what a generated server gives page by page.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use specwright_tests::fixtures::v3_0::pagination as api;
use specwright_tests::harness::served;

use api::models::*;
use api::runtime::responses::Undeclared;
use api::server::*;
use axum::http::HeaderValue;
use axum::http::header::LINK;

struct App;

impl Service for App {}

impl DefaultApi for App {
    async fn list_users(
        &self,
        _: &Context<()>,
        parameters: ListUsersParameters,
    ) -> Outcome<Users, Undeclared> {
        let page = parameters.page.unwrap_or(1);
        let next = if page < 3 { page + 1 } else { 0 };
        let pagination = Pagination {
            total_pages: Some(3),
            ..Pagination::new(next as f64)
        };
        let word = parameters.items_value.unwrap_or_default();
        Ok(Users {
            pagination,
            results: vec![format!("{word}{page}")],
        })
    }

    async fn list_events(
        &self,
        _: &Context<()>,
        parameters: ListEventsParameters,
    ) -> Outcome<ListEventsResponse, Undeclared> {
        let (events, next) = match parameters.cursor.as_deref() {
            None => (vec!["a", "b"], Maybe::Value("x &=".to_owned())),
            Some("x &=") => (vec!["c"], Maybe::Null),
            Some(_) => (Vec::new(), Maybe::Absent),
        };
        Ok(ListEventsResponse {
            events: Some(events.into_iter().map(str::to_owned).collect()),
            meta: Some(ListEventsMeta { next_cursor: next }),
        })
    }

    async fn list_things(
        &self,
        _: &Context<()>,
        parameters: ListThingsParameters,
    ) -> Outcome<ListThingsResponse, Undeclared> {
        let all = [1, 2, 3, 4, 5];
        let start = usize::try_from(parameters.offset).unwrap();
        let data = all.iter().skip(start).take(2).copied().collect();
        Ok(ListThingsResponse { data, total: 5 })
    }

    async fn list_names(
        &self,
        context: &Context<()>,
        parameters: ListNamesParameters,
    ) -> Outcome<Vec<String>, Undeclared> {
        let page = parameters.page.unwrap_or(1);
        if page < 2 {
            let link = HeaderValue::from_static("</names?page=2>; rel=\"next\"");
            context.set_response_header(LINK, link);
        }
        Ok(vec![format!("name {page}")])
    }

    async fn list_orders(
        &self,
        _: &Context<()>,
        parameters: ListOrdersParameters,
    ) -> Outcome<Orders, Undeclared> {
        let id = if parameters.from.is_none() { "a" } else { "b" };
        let order = OrdersFoundItem { id: id.to_owned() };
        Ok(Orders {
            again: id == "a",
            ..Orders::new(true, vec![order])
        })
    }
}

async fn client() -> api::client::Client {
    let url = served(router(App)).await.unwrap();
    api::client::Client::builder(url).build().unwrap()
}

#[tokio::test]
async fn all_results_of_all_pages_are_read() {
    let client = client().await;
    let users = client.list_users().items_value("u").items().all().await;
    assert_eq!(users.unwrap(), ["u1", "u2", "u3"]);
    let users = client.list_users().page(2).items().all().await;
    assert_eq!(users.unwrap(), ["2", "3"]);
    let events = client.list_events().items().all().await;
    assert_eq!(events.unwrap(), ["a", "b", "c"]);
    let things = client.list_things(1).items().all().await;
    assert_eq!(things.unwrap(), [2, 3, 4, 5]);
    let names = client.list_names().items().all().await;
    assert_eq!(names.unwrap(), ["name 1", "name 2"]);
    let orders = client.list_orders().items().all().await.unwrap();
    let ids: Vec<&str> = orders.iter().map(|order| order.id.as_str()).collect();
    assert_eq!(ids, ["a", "b"]);
}

#[tokio::test]
async fn pages_come_one_by_one() {
    let client = client().await;
    let mut pages = client.list_things(0).pages();
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        sizes.push(page.unwrap().data.len());
    }
    assert_eq!(sizes, [2, 2, 1]);
}
