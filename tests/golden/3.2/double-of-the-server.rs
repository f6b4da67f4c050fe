pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Pet {
    /// At least 1 character.
    pub name: String,
    /// Example: `7`.
    pub age: Option<u64>,
}

constructor!(Pet(name: impl Into<String>) { name: name.into(), age: None });

#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub mock: Mock,
    pub answers: Answers,
}

pub type Answers = Vec<Example>;

#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    pub status: i64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Mock {
    pub method: String,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Pet { 0 name: required, 1 age: optional });
record!(Answer { 0 mock: required, 1 answers: required });
record!(Example { 0 status: required });
record!(Mock { 0 method: required });
validate::constraints!(Pet { member name "name" [validate::Limit::MinLength(1)] });
validate::unconstrained!(Answer, Example, Mock);
}
}

pub mod errors {
//! The errors that operations declare, one enum per set of statuses.

use super::runtime::responses::{self, responses};
use super::models::*;

/// A declared error: status 409.
#[derive(Clone, Debug, PartialEq)]
pub enum Error409 {
    /// Status 409.
    Conflict(Pet),
}

/// A declared error: status Default.
#[derive(Clone, Debug, PartialEq)]
pub enum DefaultError {
    /// Any other status as `text/plain`.
    Default {
        /// The status.
        status: u16,
        /// The body.
        body: String,
    },
}

responses!(Error409 { Conflict: 409 json });
responses!(DefaultError { Default: default text "text/plain" });
}

pub mod responses {
//! The answers of operations that have more than one.

use super::runtime::responses::{self, responses};
use super::models::*;

/// What `find_pet` answers if all is well.
#[derive(Clone, Debug, PartialEq)]
pub enum FindPetResponse {
    /// Status 200.
    OkJson(Pet),
    /// Status 200 as `text/plain`.
    OkText(String),
    /// Status 202.
    Accepted,
}

responses!(FindPetResponse { OkJson: 200 json, OkText: 200 text "text/plain", Accepted: 202 empty });
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
pub use self::pets::*;

mod pets {
//! Operations of `pets`.

use super::{Call, Client};
use super::super::models::*;
use super::super::errors::*;
use super::super::responses::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::{empty, json};
use super::super::runtime::options::options;

impl Client {
    /// `GET /pets`
    pub fn list_pets(&self) -> Call<'_, Vec<Pet>, Undeclared, ListPets> {
        self.request("GET", "/pets").returns(200, json)
    }

    /// `POST /pets`
    pub fn add_pet(&self, body: &Pet) -> Call<'_, Pet, Error409> {
        self.request("POST", "/pets").json(body).accept("application/vnd.pet+json").returns(201, json)
    }

    /// `DELETE /pets/{name}`
    pub fn remove_pet(&self, name: &str) -> Call<'_, (), Undeclared> {
        self.request("DELETE", "/pets/{name}").path(&name).returns(204, empty)
    }

    /// `GET /pets/{name}`
    pub fn find_pet(&self, name: &str) -> Call<'_, FindPetResponse, DefaultError> {
        self.request("GET", "/pets/{name}").path(&name).returns_any()
    }
}

options!(ListPets { page: i64 => query("page") });
}

mod events {
//! Operations of `events`.

use super::{Call, Client};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::byte_stream::ByteStream;
use super::super::runtime::item_stream::ItemStream;
use super::super::runtime::decode::json;
use super::super::runtime::{byte_stream, json_lines};

impl Client {
    /// `GET /answer`
    pub fn answer(&self) -> Call<'_, Answer, Undeclared> { self.request("GET", "/answer").returns(200, json) }

    /// `GET /events`
    pub fn watch(&self) -> Call<'_, ItemStream<Pet>, Undeclared> {
        self.request("GET", "/events").accept("application/jsonl").returns_stream(200, json_lines::read)
    }

    /// `GET /picture`
    pub fn picture(&self) -> Call<'_, ByteStream, Undeclared> {
        self.request("GET", "/picture").accept("image/png").returns_stream(200, byte_stream::read)
    }
}
}
}

pub mod mock {
//! A double of the server, for tests of programs that use the client.

pub use super::runtime::mock::{Answer, Mock};
use super::runtime::mock::Example;

/// What is answered unless something else is told.
const EXAMPLES: &[Example] = &[
    Example {
        method: "GET",
        path: "/pets",
        status: 200,
        media_type: "application/json",
        body: r#"[{"name":"Rex"},{"name":"Bella"}]"#,
    },
    Example {
        method: "POST",
        path: "/pets",
        status: 201,
        media_type: "application/vnd.pet+json",
        body: r#"{"age":7,"name":"text"}"#,
    },
    Example {
        method: "DELETE",
        path: "/pets/{name}",
        status: 204,
        media_type: "",
        body: "",
    },
    Example {
        method: "GET",
        path: "/pets/{name}",
        status: 200,
        media_type: "application/json",
        body: r#"{"age":7,"name":"text"}"#,
    },
    Example {
        method: "GET",
        path: "/answer",
        status: 200,
        media_type: "application/json",
        body: r#"{"answers":[{"status":1}],"mock":{"method":"text"}}"#,
    },
    Example {
        method: "GET",
        path: "/events",
        status: 200,
        media_type: "application/jsonl",
        body: "{\"age\":7,\"name\":\"text\"}\n{\"age\":7,\"name\":\"text 1\"}\n{\"age\":7,\"name\":\"text 2\"}\n",
    },
    Example {
        method: "GET",
        path: "/picture",
        status: 200,
        media_type: "image/png",
        body: "bytes",
    },
];

impl Mock {
    /// A double that answers as the document shows it: by its examples, else by values that fit its schemas.
    pub fn new() -> Self { Self::of(EXAMPLES) }

    /// Tells what the operations answer: `mock.answers().pets_retrieve().with(pet)`.
    pub fn answers(&self) -> Answers<'_> { Answers(self) }
}

impl Default for Mock {
    fn default() -> Self { Self::new() }
}

/// What the operations answer, one method for each.
#[derive(Clone, Debug)]
pub struct Answers<'m>(&'m Mock);

mod pets {
//! Answers of `pets`.

use super::super::models::*;
use super::super::errors::*;
use super::super::responses::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::mock::{self, answers};

answers!(super::Answers {
    "GET" "/pets" => list_pets: (Vec<Pet>, Undeclared) = reply(200, json),
    "POST" "/pets" => add_pet: (Pet, Error409) = reply_as(201, "application/vnd.pet+json", json),
    "DELETE" "/pets/{name}" => remove_pet: ((), Undeclared) = reply(204, empty),
    "GET" "/pets/{name}" => find_pet: (FindPetResponse, DefaultError) = reply_any()
});
}

mod events {
//! Answers of `events`.

use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::byte_stream::ByteStream;
use super::super::runtime::item_stream::ItemStream;
use super::super::runtime::{byte_stream, json_lines};
use super::super::runtime::mock::{self, answers};

answers!(super::Answers {
    "GET" "/answer" => answer: (Answer, Undeclared) = reply(200, json),
    "GET" "/events" => watch: (ItemStream<Pet>, Undeclared) = reply_stream(200, "application/jsonl", json_lines::write),
    "GET" "/picture" => picture: (ByteStream, Undeclared) = reply_stream(200, "image/png", byte_stream::write)
});
}
}
