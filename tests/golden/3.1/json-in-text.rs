pub mod models {
//! The types of the API.

use super::runtime::json_text::JsonText;
pub use super::runtime::maybe::Maybe;
use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    pub body: JsonText<Body>,
    pub tags: Maybe<JsonText<Vec<String>>>,
    pub plain: Option<String>,
    pub page: Option<String>,
}

constructor!(Message(body: JsonText<Body>) { body, tags: Maybe::Absent, plain: None, page: None });

#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// At least 1.
    pub count: u64,
    pub next: Option<Box<Message>>,
}

constructor!(Body(count: u64) { count, next: None });

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Message { 0 body: required, 1 tags: maybe, 2 plain: optional, 3 page: optional });
record!(Body { 0 count: required, 1 next: optional });
validate::constraints!(Message { nested body "body" });
validate::constraints!(Body { member count "count" [validate::Limit::Minimum(1)], nested next "next" });
}
}
