pub mod models {
//! The types of the API.

use super::runtime::byte_stream::ByteStream;
use super::runtime::constructor::constructor;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FindPetsKindsItem {
    /// `cat`
    Cat,
    /// `dog`
    Dog,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct FailureResponse {
    pub why: Option<String>,
}

#[derive(Debug)]
pub struct PictureRequest {
    pub picture: ByteStream,
    pub title: Option<String>,
}

constructor!(PictureRequest(picture: impl Into<ByteStream>) { picture: picture.into(), title: None });

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

text_enum!(FindPetsKindsItem { Cat = "cat", Dog = "dog" });
record!(FailureResponse { 0 why: optional });
validate::unconstrained!(FindPetsKindsItem, FailureResponse, PictureRequest, ::uuid::Uuid);
}
}

pub mod errors {
//! The errors that operations declare, one enum per set of statuses.

use super::runtime::responses::{self, responses};
use super::models::*;

/// A declared error: status Default.
#[derive(Clone, Debug, PartialEq)]
pub enum DefaultError {
    /// Any other status.
    Default {
        /// The status.
        status: u16,
        /// The body.
        body: FailureResponse,
    },
}

responses!(DefaultError { Default: default json });
}
