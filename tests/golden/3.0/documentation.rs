pub mod models {
//! The types of the API.

/// See <https://example.org/a> and [docs](https://example.org), \<b\>not\</b\> \[a link\].
///
/// - one
///   lazy
///   let x = 1;
///
/// ```text
/// let broken = ;
/// ```
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Documented {
    /// Address. Like `https://<host>` or \<<https://x>\>
    pub url: Option<String>,
    #[deprecated]
    pub old: Option<String>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Documented { 0 url: optional, 1 old: optional });
validate::unconstrained!(Documented);
}
}
