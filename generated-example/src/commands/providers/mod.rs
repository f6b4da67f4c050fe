//! `generated-example providers`: every operation of the API from the command line.

mod arguments;
mod bodies;
mod refusal;
mod table;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use comfy_table::Table;
use serde::Serialize;
use serde_json::Value;

pub(super) use self::arguments::Arguments;
use self::{
    arguments::{Action, Connection, Filters, Mode},
    bodies::{patch, put},
};
use super::{REFUSED, UNREACHABLE};
use crate::generated::client::{Client, Error};

/// The members that a list shows.
const OVERVIEW: [&str; 5] = ["pk", "name", "mode", "external_host", "internal_host"];
/// The members that are shown of what refers to a provider.
const REFERRER: [&str; 5] = ["app", "model_name", "pk", "name", "action"];

/// What a call gave.
struct Outcome {
    /// The answer as it came, if it has a body.
    answer: Option<Value>,
    /// The answer for people.
    text: String,
}

/// Why a call gave nothing.
enum Failure {
    /// The server refused, for these reasons.
    Refused(String),
    /// There is no usable answer.
    Unreachable(String),
}

/// Calls the server and shows what it answers.
pub(in crate::commands) async fn run(arguments: Arguments) -> ExitCode {
    let Arguments { connection, action } = arguments;
    let (code, written) = match act(&connection, action).await {
        Ok(outcome) => (ExitCode::SUCCESS, show(&outcome, connection.json)),
        Err(Failure::Refused(text)) => (ExitCode::from(REFUSED), complain(&text)),
        Err(Failure::Unreachable(text)) => (ExitCode::from(UNREACHABLE), complain(&text)),
    };
    match written {
        Ok(()) => code,
        Err(_) => ExitCode::from(REFUSED),
    }
}

fn show(outcome: &Outcome, json: bool) -> io::Result<()> {
    let mut output = io::stdout().lock();
    match &outcome.answer {
        Some(answer) if json => writeln!(output, "{answer:#}"),
        None if json => Ok(()),
        _ => writeln!(output, "{}", outcome.text),
    }
}

fn complain(text: &str) -> io::Result<()> {
    writeln!(io::stderr(), "{text}")
}

async fn act(connection: &Connection, action: Action) -> Result<Outcome, Failure> {
    let client = client(connection)?;
    match action {
        Action::List(filters) => list(&client, filters).await,
        Action::Create { required, members } => provider(
            client
                .providers_proxy_create(&put(required, *members))
                .await?,
        ),
        Action::Get { id } => provider(client.providers_proxy_retrieve(id).await?),
        Action::Update {
            id,
            changes,
            members,
        } => {
            let stored = client.providers_proxy_retrieve(id).await?;
            let body = patch(changes, *members, stored);
            provider(
                client
                    .providers_proxy_partial_update(id)
                    .body(&body)
                    .await?,
            )
        }
        Action::Replace {
            id,
            required,
            members,
        } => provider(
            client
                .providers_proxy_update(id, &put(required, *members))
                .await?,
        ),
        Action::Delete { id } => {
            client.providers_proxy_destroy(id).await?;
            Ok(Outcome {
                answer: None,
                text: format!("provider {id} is deleted"),
            })
        }
        Action::UsedBy { id } => {
            let answer = value(client.providers_proxy_used_by_list(id).await?)?;
            let users = answer.as_array().map(Vec::as_slice).unwrap_or_default();
            let text = table::rows(&REFERRER, users).to_string();
            Ok(Outcome {
                answer: Some(answer),
                text,
            })
        }
    }
}

fn client(connection: &Connection) -> Result<Client, Failure> {
    let mut builder = Client::builder(&connection.base_url);
    if let Some(token) = &connection.token {
        builder = builder.authentik(token);
    }
    builder
        .build()
        .map_err(|error| Failure::Unreachable(error.to_string()))
}

async fn list(client: &Client, filters: Filters) -> Result<Outcome, Failure> {
    let mut call = client.providers_proxy_list();
    if let Some(search) = &filters.search {
        call = call.search(search);
    }
    if let Some(name) = &filters.name {
        call = call.name_iexact(name);
    }
    if let Some(mode) = filters.mode {
        call = call.mode_iexact(Mode::as_str(mode));
    }
    if let Some(ordering) = &filters.ordering {
        call = call.ordering(ordering);
    }
    if let Some(page) = filters.page {
        call = call.page(page);
    }
    if let Some(page_size) = filters.page_size {
        call = call.page_size(page_size);
    }
    let list = call.await?;
    let page = &list.pagination;
    let position = format!(
        "page {} of {}, {} providers in all",
        page.current, page.total_pages, page.count
    );
    let answer = value(&list)?;
    let providers = answer.get("results").and_then(Value::as_array);
    let table: Table = table::rows(&OVERVIEW, providers.map(Vec::as_slice).unwrap_or_default());
    Ok(Outcome {
        answer: Some(answer),
        text: format!("{table}\n{position}"),
    })
}

/// A provider, with all its members.
fn provider(answer: impl Serialize) -> Result<Outcome, Failure> {
    let answer = value(answer)?;
    let text = table::details(&answer).to_string();
    Ok(Outcome {
        answer: Some(answer),
        text,
    })
}

fn value(answer: impl Serialize) -> Result<Value, Failure> {
    serde_json::to_value(answer).map_err(|error| Failure::Unreachable(error.to_string()))
}

/// A refusal is told line by line, whether the document declares its status or not.
impl<E> From<Error<E>> for Failure {
    fn from(error: Error<E>) -> Self {
        let body = error
            .answer()
            .filter(|answer| !answer.status.is_success())
            .map(|answer| serde_json::from_slice(&answer.body));
        match (error.status(), body) {
            (Some(status), Some(Ok(body))) => {
                let mut lines = vec![format!("the server refused ({status}):")];
                lines.extend(refusal::lines(&body).iter().map(|line| format!("  {line}")));
                Self::Refused(lines.join("\n"))
            }
            (_, Some(Err(_))) => Self::Refused(error.to_string()),
            _ => Self::Unreachable(error.to_string()),
        }
    }
}
