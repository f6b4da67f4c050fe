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
pub use super::runtime::traced::Traced;
use super::runtime::responses::Undeclared;
use super::runtime::decode::empty;

impl Client {
    /// `GET /ping`
    pub fn ping(&self) -> Call<'_, (), Undeclared> { self.request("GET", "/ping").returns(204, empty) }
}
}
