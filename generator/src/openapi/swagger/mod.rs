//! What Swagger 2.0 has in another form. It is read into the same model as OpenAPI 3, straight from the user's nodes,
//! so that every place is one of the user's own file.

mod body;
mod document;
pub(super) mod forms;
mod parameter;

pub(super) use parameter::{Entry, Payload};
