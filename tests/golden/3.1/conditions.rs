pub mod models {
//! The types of the API.

use ::std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Order {
    pub card: Option<String>,
    pub address: Option<String>,
    pub country: Option<OrderCountry>,
    pub zip: Option<String>,
    pub lines: Option<Vec<i64>>,
    pub labels: Option<BTreeMap<String, String>>,
    pub either: Option<OrderEither>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Contact {
    pub mail: Option<String>,
    pub phone: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OrderCountry {
    /// `de`
    De,
    /// `us`
    Us,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct OrderEither {
    pub mail: Option<String>,
    pub phone: Option<String>,
    /// The members that the document does not name.
    pub additional_properties: BTreeMap<String, ::serde_json::Value>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::text_enum::{self, text_enum};
use super::super::runtime::pattern::Pattern;
use super::super::runtime::condition::Condition;
use super::*;
use super::super::runtime::validate;

record!(Order {
    0 card: optional, 1 address: optional, 2 country: optional, 3 zip: optional, 4 lines: optional, 5 labels: optional,
    6 either: optional
});
record!(Contact { 0 mail: optional, 1 phone: optional });
text_enum!(OrderCountry { De = "de", Us = "us" });
record!(OrderEither { 0 mail: optional, 1 phone: optional } rest additional_properties);
validate::constraints!(Order {
    meets_optional card "card" = CONDITION_1, meets_optional lines "lines" = CONDITION_2,
    meets_optional labels "labels" = CONDITION_3, nested either "either"
} meets CONDITION_4);
validate::constraints!(Contact {} meets CONDITION_5);
validate::constraints!(OrderEither {} meets CONDITION_6);
validate::unconstrained!(OrderCountry);

static CONDITION_1: Condition = Condition::Not(
    &Condition::Limits(
        &[
            validate::Limit::Pattern({
                static PATTERN: Pattern = Pattern::new("^0");
                &PATTERN
            }),
        ],
    ),
);

static CONDITION_2: Condition = Condition::Contains(&Condition::Limits(&[validate::Limit::MinimumNumber(10.0)]), 1, 2);

static CONDITION_3: Condition = Condition::Keys(&Condition::Limits(&[validate::Limit::MaxLength(3)]));

static CONDITION_4: Condition = Condition::All(
    &[
        Condition::If(
            &Condition::All(
                &[
                    Condition::Required(&["country"]),
                    Condition::Members(&[("country", Condition::Values(&["\"us\""]))], &[], None),
                ],
            ),
            &Condition::Members(
                &[
                    (
                        "zip",
                        Condition::Limits(
                            &[
                                validate::Limit::Pattern({
                                    static PATTERN: Pattern = Pattern::new("^[0-9]{5}$");
                                    &PATTERN
                                }),
                            ],
                        ),
                    ),
                ],
                &[],
                None,
            ),
            &Condition::Not(&Condition::Required(&["zip"])),
        ),
        Condition::With("card", &Condition::Required(&["address"])),
        Condition::With("zip", &Condition::Required(&["country"])),
    ],
);

static CONDITION_5: Condition = Condition::Any(&[Condition::Required(&["mail"]), Condition::Required(&["phone"])]);

static CONDITION_6: Condition = Condition::Limits(&[validate::Limit::MinProperties(1)]);
}
}
