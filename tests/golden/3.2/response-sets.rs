pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Thing {
    pub name: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub detail: String,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Thing { 0 name: optional });
record!(Problem { 0 detail: required });
validate::unconstrained!(Thing, Problem);
}
}

pub mod errors {
//! The errors that operations declare, one enum per set of statuses.

use super::runtime::responses::{self, responses};
use super::models::*;

/// A declared error: status 400 or 404.
#[derive(Clone, Debug, PartialEq)]
pub enum Error400Or404 {
    /// Status 400.
    BadRequest(Problem),
    /// Status 404.
    NotFound,
}

/// A declared error: status 4xx or Default.
#[derive(Clone, Debug, PartialEq)]
pub enum Error4xxOrDefault {
    /// Any other status from 400 to 499.
    ClientError {
        /// The status.
        status: u16,
        /// The body.
        body: Problem,
    },
    /// Any other status.
    Default {
        /// The status.
        status: u16,
    },
}

responses!(Error400Or404 { BadRequest: 400 json, NotFound: 404 empty });
responses!(Error4xxOrDefault { ClientError: 4XX json, Default: default empty });
}

pub mod responses {
//! The answers of operations that have more than one.

use super::runtime::responses::{self, responses};
use super::models::*;

/// What `put_c` answers if all is well.
#[derive(Clone, Debug, PartialEq)]
pub enum PutCResponse {
    /// Status 200.
    OkJson(Thing),
    /// Status 200 as `application/xml`.
    OkXml(String),
    /// Status 202.
    Accepted,
}

responses!(PutCResponse { OkJson: 200 json, OkXml: 200 text "application/xml", Accepted: 202 empty });
}
