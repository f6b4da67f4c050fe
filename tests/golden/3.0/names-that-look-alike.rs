pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Thing {
    /// Latin letters.
    pub scope: Option<String>,
    /// Cyrillic letters that look like them.
    pub u455_u441_u43e_u440_u435: Option<String>,
    /// One Cyrillic letter and a Latin one.
    pub u442_o: Option<String>,
    /// One Greek letter that other scripts have too.
    pub u3ba: Option<String>,
    /// Cyrillic letters that are like no others.
    pub имя: Option<String>,
    /// Greek letters.
    pub αριθμός: Option<String>,
    /// Han characters.
    pub 日本: Option<String>,
    /// Latin letters with marks.
    pub größe: Option<String>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Thing {
    0 scope: optional, 1 u455_u441_u43e_u440_u435: optional "ѕсоре", 2 u442_o: optional "тo",
    3 u3ba: optional "κ", 4 имя: optional, 5 αριθμός: optional, 6 日本: optional, 7 größe: optional
});
validate::unconstrained!(Thing);
}
}
