//! The store against real files: what survives, what is unique, who waits for whom.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::task::JoinSet;
use uuid::Uuid;

use super::*;
use crate::serializer::{self, Purpose};

const FLOW: Uuid = Uuid::from_u128(0x6f0c2a51_3b7d_4e19_9c84_1d5e7a90b202);

fn new(name: &str) -> NewProvider {
    NewProvider {
        name: name.to_owned(),
        authorization_flow: FLOW,
        invalidation_flow: Uuid::nil(),
        external_host: "https://a.example.com".to_owned(),
    }
}

fn temporary() -> (TempDir, Store) {
    let directory = TempDir::new().unwrap();
    let store = Store::open(directory.path().join("providers.sqlite")).unwrap();
    (directory, store)
}

async fn names(store: &Store, query: ListQuery) -> Vec<String> {
    let (_, providers) = store.list(query).await.unwrap().unwrap();
    providers
        .into_iter()
        .map(|provider| provider.name)
        .collect()
}

#[tokio::test]
async fn a_provider_is_read_back_as_it_was_stored() {
    let (directory, store) = temporary();
    let change = Change {
        certificate: Some(Some(Uuid::max())),
        property_mappings: Some(vec![Uuid::max()]),
        jwt_federation_sources: Some(vec![Uuid::nil()]),
        jwt_federation_providers: Some(vec![7, 8]),
        mode: Some(Mode::ForwardDomain),
        skip_path_regex: Some("^/é$\n([".to_owned()),
        intercept_header_auth: Some(false),
        ..Change::default()
    };
    let stored = store.create(new("a"), change).await.unwrap();
    assert_eq!(stored.id, 1);
    assert_eq!(stored.property_mappings.len(), 6);
    assert_eq!(stored.access_token_validity, "hours=1");
    let reopened = Store::open(directory.path().join("providers.sqlite")).unwrap();
    assert_eq!(reopened.get(1).await.unwrap(), Some(stored));
}

#[tokio::test]
async fn a_change_keeps_what_it_does_not_name() {
    let (_directory, store) = temporary();
    let set = Change {
        certificate: Some(Some(FLOW)),
        ..Change::default()
    };
    let before = store.create(new("a"), set).await.unwrap();
    let change = Change {
        name: Some("b".to_owned()),
        ..Change::default()
    };
    let after = store.update(1, change).await.unwrap().unwrap();
    assert_eq!(
        after,
        Provider {
            name: "b".to_owned(),
            ..before
        }
    );
    let clear = Change {
        certificate: Some(None),
        ..Change::default()
    };
    assert_eq!(
        store.update(1, clear).await.unwrap().unwrap().certificate,
        None
    );
    assert_eq!(store.update(2, Change::default()).await.unwrap(), None);
}

#[tokio::test]
async fn names_are_unique_and_numbers_are_not_used_again() {
    let (_directory, store) = temporary();
    store.create(new("a"), Change::default()).await.unwrap();
    let again = store.create(new("a"), Change::default()).await;
    assert!(matches!(again, Err(StoreError::NameTaken)));
    assert!(store.delete(1).await.unwrap());
    assert!(!store.delete(1).await.unwrap());
    let next = store.create(new("a"), Change::default()).await.unwrap();
    assert_eq!(next.id, 2);
}

#[tokio::test]
async fn deleting_a_provider_detaches_those_that_accept_its_tokens() {
    let (_directory, store) = temporary();
    store.create(new("a"), Change::default()).await.unwrap();
    let accept = Change {
        jwt_federation_providers: Some(vec![9, 1]),
        ..Change::default()
    };
    store.create(new("b"), accept).await.unwrap();
    let referrers = store.referrers(1).await.unwrap();
    assert_eq!(
        referrers,
        [Referrer {
            id: 2,
            name: "b".to_owned()
        }]
    );
    store.delete(1).await.unwrap();
    assert_eq!(
        store
            .get(2)
            .await
            .unwrap()
            .unwrap()
            .jwt_federation_providers,
        [9]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn concurrent_writers_lose_nothing() {
    let (directory, store) = temporary();
    let other = Store::open(directory.path().join("providers.sqlite")).unwrap();
    let mut tasks = JoinSet::new();
    for number in 0..60 {
        let store = if number % 2 == 0 {
            store.clone()
        } else {
            other.clone()
        };
        tasks.spawn(async move {
            store
                .create(new(&format!("{number}")), Change::default())
                .await
        });
    }
    for result in tasks.join_all().await {
        result.unwrap();
    }
    let (page, _) = store.list(ListQuery::default()).await.unwrap().unwrap();
    assert_eq!(page.count, 60);
}

#[tokio::test]
async fn filters_ignore_case_in_any_script() {
    let (_directory, store) = temporary();
    for name in ["Äpfel und Birnen", "birnen"] {
        store.create(new(name), Change::default()).await.unwrap();
    }
    let by_name = |text: &str| ListQuery {
        texts: vec![(TextColumn::Name, text.to_owned())],
        ..ListQuery::default()
    };
    assert_eq!(
        names(&store, by_name("äPFEL UND birnen")).await,
        ["Äpfel und Birnen"]
    );
    let search = |text: &str| ListQuery {
        search: Some(text.to_owned()),
        ..ListQuery::default()
    };
    assert_eq!(names(&store, search("BIRNEN")).await.len(), 2);
    assert_eq!(
        names(&store, search("birnen,ÄPFEL")).await,
        ["Äpfel und Birnen"]
    );
    assert_eq!(names(&store, search("%")).await, [] as [&str; 0]);
}

#[tokio::test]
async fn filters_follow_references() {
    let (_directory, store) = temporary();
    store.create(new("a"), Change::default()).await.unwrap();
    let set = Change {
        authorization_flow: Some(Uuid::nil()),
        certificate: Some(Some(FLOW)),
        property_mappings: Some(vec![Uuid::max()]),
        basic_auth_enabled: Some(true),
        ..Change::default()
    };
    store.create(new("b"), set).await.unwrap();
    let slug = "DEFAULT-provider-authorization-explicit-consent".to_owned();
    let only = |query: ListQuery| names(&store, query);
    let none: [&str; 0] = [];
    assert_eq!(
        only(ListQuery {
            authorization_flow_slug: Some(slug),
            ..ListQuery::default()
        })
        .await,
        ["a"]
    );
    assert_eq!(
        only(ListQuery {
            certificate: Some(FLOW),
            ..ListQuery::default()
        })
        .await,
        ["b"]
    );
    assert_eq!(
        only(ListQuery {
            property_mappings: vec![Uuid::max()],
            ..ListQuery::default()
        })
        .await,
        ["b"]
    );
    assert_eq!(
        only(ListQuery {
            basic_auth_enabled: Some(false),
            ..ListQuery::default()
        })
        .await,
        ["a"]
    );
    assert_eq!(
        only(ListQuery {
            without_application: Some(false),
            ..ListQuery::default()
        })
        .await,
        none
    );
    assert_eq!(
        only(ListQuery {
            certificate_name: Some("x".to_owned()),
            ..ListQuery::default()
        })
        .await,
        none
    );
}

#[tokio::test]
async fn pages_have_an_end() {
    let (_directory, store) = temporary();
    for name in ["c", "a", "b"] {
        store.create(new(name), Change::default()).await.unwrap();
    }
    let query = |page| ListQuery {
        page,
        page_size: Some(2),
        ..ListQuery::default()
    };
    assert_eq!(
        names(&store, query(PageNumber::Numbered(1))).await,
        ["a", "b"]
    );
    assert_eq!(names(&store, query(PageNumber::Last)).await, ["c"]);
    assert_eq!(
        store.list(query(PageNumber::Numbered(3))).await.unwrap(),
        None
    );
    let ordered = ListQuery {
        ordering: Some("-pk".to_owned()),
        ..ListQuery::default()
    };
    assert_eq!(names(&store, ordered).await, ["b", "a", "c"]);
}

/// The problems that the store finds in a body.
async fn problems(
    store: &Store,
    body: Value,
    existing: Option<i64>,
    references: References,
) -> Value {
    let draft = serializer::read(&body, Purpose::Parts);
    let draft = store.check(draft, existing, references).await.unwrap();
    serde_json::to_value(draft.finish().err().unwrap_or_default()).unwrap()
}

#[tokio::test]
async fn a_taken_name_is_a_problem_for_others_only() {
    let (_directory, store) = temporary();
    store.create(new("a"), Change::default()).await.unwrap();
    let body = json!({"name": " a ", "mode": "forward_single"});
    let taken = json!({"name": ["provider with this name already exists."]});
    assert_eq!(
        problems(&store, body.clone(), None, References::Any).await,
        taken
    );
    assert_eq!(
        problems(&store, body.clone(), Some(2), References::Any).await,
        taken
    );
    assert_eq!(
        problems(&store, body, Some(1), References::Any).await,
        json!({})
    );
}

#[tokio::test]
async fn references_are_looked_up_on_demand() {
    let (_directory, store) = temporary();
    store.create(new("a"), Change::default()).await.unwrap();
    let body = json!({
        "mode": "forward_single",
        "authorization_flow": FLOW,
        "invalidation_flow": Uuid::nil(),
        "certificate": Uuid::max(),
        "jwt_federation_providers": [1, 2, 3],
    });
    assert_eq!(
        problems(&store, body.clone(), None, References::Any).await,
        json!({})
    );
    let expected = json!({
        "invalidation_flow": [format!("Invalid pk \"{}\" - object does not exist.", Uuid::nil())],
        "certificate": [format!("Invalid pk \"{}\" - object does not exist.", Uuid::max())],
        "jwt_federation_providers": ["Invalid pk \"2\" - object does not exist."],
    });
    assert_eq!(
        problems(&store, body, None, References::Known).await,
        expected
    );
    let unknown = store
        .first_unknown_mapping(vec![Uuid::nil()])
        .await
        .unwrap();
    assert_eq!(unknown, Some(Uuid::nil()));
}
