pub mod models {
//! The types of the API.

use ::std::collections::BTreeMap;
use super::runtime::constructor::constructor;

/// At least 2 characters.
pub type Word = String;

#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub words: Vec<Word>,
    pub counts: Option<BTreeMap<String, u64>>,
    pub size: Option<TextSize>,
    pub limit: Option<TextLimit>,
    pub pair: Option<(String, f64)>,
    /// The members that the document does not name.
    pub additional_properties: BTreeMap<String, String>,
}

constructor!(Text(words: Vec<Word>) {
    words, counts: None, size: None, limit: None, pair: None, additional_properties: BTreeMap::new()
});

#[derive(Clone, Debug, PartialEq)]
pub enum TextSize {
    /// A number.
    Integer(i64),
    /// A number.
    IntegerLowercase(i64),
}

#[derive(Clone, Debug, PartialEq)]
pub enum TextLimit {
    /// A number.
    Integer(i64),
    /// A text.
    String(String),
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::pattern::Pattern;
use super::super::runtime::condition::{Condition, Kind};
use super::*;
use super::super::runtime::validate;

record!(Text {
    0 words: required, 1 counts: optional, 2 size: optional, 3 limit: optional, 4 pair: optional
} rest additional_properties);
unions::union!(TextSize { Integer: Integer, IntegerLowercase: Integer } meets CONDITION_5);
unions::union!(TextLimit { Integer: Integer, String: Text } meets CONDITION_6);
validate::constraints!(Text {
    meets_member words "words" = CONDITION_1, meets_optional counts "counts" = CONDITION_2, nested size "size",
    nested limit "limit", meets_optional pair "pair" = CONDITION_3
} meets CONDITION_4);

static CONDITION_1: Condition = Condition::Items(&[], Some(&Condition::Limits(&[validate::Limit::MinLength(2)])));

static CONDITION_2: Condition = Condition::Members(
    &[], &[], Some(&Condition::Limits(&[validate::Limit::MinimumNumber(1.0)])),
);

static CONDITION_3: Condition = Condition::Items(
    &[Condition::Limits(&[validate::Limit::MaxLength(1)]), Condition::All(&[])], None,
);

static CONDITION_4: Condition = Condition::All(
    &[
        Condition::Members(&[("none", Condition::Never)], &[], None),
        Condition::Members(
            &[
                ("words", Condition::All(&[])), ("counts", Condition::All(&[])), ("size", Condition::All(&[])),
                ("limit", Condition::All(&[])), ("pair", Condition::All(&[])),
            ],
            &[],
            Some(&Condition::Limits(&[validate::Limit::MaxLength(4)])),
        ),
    ],
);

static CONDITION_5: Condition = Condition::One(
    &[
        Condition::All(&[Condition::Kinds(&[Kind::Integer]), Condition::Limits(&[validate::Limit::MultipleOf(3.0)])]),
        Condition::All(&[Condition::Kinds(&[Kind::Integer]), Condition::Limits(&[validate::Limit::MultipleOf(5.0)])]),
    ],
);

static CONDITION_6: Condition = Condition::Any(
    &[
        Condition::All(
            &[Condition::Kinds(&[Kind::Integer]), Condition::Limits(&[validate::Limit::MaximumNumber(9.0)])],
        ),
        Condition::All(
            &[
                Condition::Kinds(&[Kind::Text]),
                Condition::Limits(
                    &[
                        validate::Limit::Pattern({
                            static PATTERN: Pattern = Pattern::new("^all");
                            &PATTERN
                        }),
                    ],
                ),
            ],
        ),
    ],
);
}
}
