pub mod models {
//! The types of the API.


mod serde {
//! How the models become JSON and back.

}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};

/// The servers that the document names, for [`Client::builder`].
#[derive(Debug)]
pub enum Servers {}

impl Servers {
    /// Where the API is served
    ///
    /// `region`: usually `eu`; one of `eu`, `us`.
    /// The part of the world
    ///
    /// `port`: for example `443`.
    pub fn production(region: &str, port: &str) -> String {
        ["https://", region, ".example.com:", port, "/v1"].concat()
    }

    /// Sandbox
    pub fn sandbox() -> String { "https://sandbox.example.com/v1".to_owned() }

    /// One that has more words than would make a good name
    pub fn server() -> String { "https://example.com/v1".to_owned() }
}

use super::runtime::responses::Undeclared;
use super::runtime::decode::empty;

impl Client {
    /// `GET /ping`
    pub fn ping(&self) -> Call<'_, (), Undeclared> { self.request("GET", "/ping").returns(204, empty) }
}
}
