//! Living with changes of the document: the user's own files are completed, never rewritten.

mod handlers;
mod merge;
mod scaffold;
mod signature;
mod traits;

pub use handlers::{Handlers, HandlersError, HandlersFile, handlers};
pub use merge::UserMethod;
