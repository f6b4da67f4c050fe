pub mod models {
//! The types of the API.

use ::std::collections::BTreeMap;
use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Everything {
    pub r#type: Option<String>,
    pub r#match: Option<String>,
    pub r#async: Option<String>,
    pub r#await: Option<String>,
    pub r#dyn: Option<String>,
    pub r#gen: Option<String>,
    pub r#try: Option<String>,
    pub crate_: Option<String>,
    pub super_: Option<String>,
    pub self_: String,
    pub self_2: Option<String>,
    pub new: String,
    pub builder: Option<String>,
    pub validate: Option<String>,
    pub default: Option<String>,
    pub clone: Option<String>,
    pub members: String,
    pub writer: String,
    pub index: String,
    pub found: Option<String>,
    pub key: Option<String>,
    pub rest: Option<String>,
    pub serializer: Option<String>,
    pub deserializer: Option<String>,
    pub report: Option<String>,
    pub additional_properties_lowercase: Option<String>,
    pub additional_properties2: Option<String>,
    pub result: Option<String>,
    pub ok: Option<String>,
    pub some: Option<String>,
    pub r_type: Option<String>,
    pub null: String,
    pub r#true: Option<String>,
    pub n1: Option<String>,
    pub n1_0: Option<String>,
    pub plus_v1: Option<String>,
    pub minus_v1: Option<String>,
    pub id: Option<String>,
    pub dollar_id: Option<String>,
    pub hash_id: Option<String>,
    pub id_lowercase: Option<String>,
    pub id_uppercase: Option<String>,
    pub id2: Option<String>,
    pub i_d: Option<String>,
    pub underscore: Option<String>,
    pub underscore_underscore: Option<String>,
    pub minus: Option<String>,
    pub plus: Option<String>,
    pub asterisk: Option<String>,
    pub dot: Option<String>,
    pub n_: Option<String>,
    pub space: Option<String>,
    pub space_space: Option<String>,
    pub u1f980: Option<String>,
    pub u1f680: Option<String>,
    pub 名前: Option<String>,
    pub é: Option<String>,
    pub a_b: Option<String>,
    pub ab_lowercase: Option<String>,
    pub a_b2: Option<String>,
    pub a_b3: Option<String>,
    pub a_b4: Option<String>,
    pub a_b5: Option<String>,
    pub ufb01: Option<String>,
    pub ub2: Option<String>,
    pub uaa: Option<String>,
    /// The members that the document does not name.
    pub additional_properties: BTreeMap<String, i64>,
}

constructor!(Everything(self_: impl Into<String>, new: impl Into<String>, members: impl Into<String>, writer: impl Into<String>, index: impl Into<String>, null: impl Into<String>) {
    r#type: None, r#match: None, r#async: None, r#await: None, r#dyn: None, r#gen: None, r#try: None, crate_: None,
    super_: None, self_: self_.into(), self_2: None, new: new.into(), builder: None, validate: None, default: None,
    clone: None, members: members.into(), writer: writer.into(), index: index.into(), found: None, key: None,
    rest: None, serializer: None, deserializer: None, report: None, additional_properties_lowercase: None,
    additional_properties2: None, result: None, ok: None, some: None, r_type: None, null: null.into(), r#true: None,
    n1: None, n1_0: None, plus_v1: None, minus_v1: None, id: None, dollar_id: None, hash_id: None, id_lowercase: None,
    id_uppercase: None, id2: None, i_d: None, underscore: None, underscore_underscore: None, minus: None, plus: None,
    asterisk: None, dot: None, n_: None, space: None, space_space: None, u1f980: None, u1f680: None, 名前: None,
    é: None, a_b: None, ab_lowercase: None, a_b2: None, a_b3: None, a_b4: None, a_b5: None, ufb01: None, ub2: None,
    uaa: None, additional_properties: BTreeMap::new()
});

#[derive(Clone, Debug, PartialEq)]
pub struct Small {
    pub value: String,
    pub value2: Option<String>,
    pub value_uppercase: Option<String>,
}

constructor!(Small(value: impl Into<String>) { value: value.into(), value2: None, value_uppercase: None });

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Everything {
    0 r#type: optional "type", 1 r#match: optional "match", 2 r#async: optional "async", 3 r#await: optional "await",
    4 r#dyn: optional "dyn", 5 r#gen: optional "gen", 6 r#try: optional "try", 7 crate_: optional "crate",
    8 super_: optional "super", 9 self_: required "self", 10 self_2: optional "Self", 11 new: required,
    12 builder: optional, 13 validate: optional, 14 default: optional, 15 clone: optional, 16 members: required,
    17 writer: required, 18 index: required, 19 found: optional, 20 key: optional, 21 rest: optional,
    22 serializer: optional, 23 deserializer: optional, 24 report: optional,
    25 additional_properties_lowercase: optional "additional_properties",
    26 additional_properties2: optional "additionalProperties", 27 result: optional, 28 ok: optional, 29 some: optional,
    30 r_type: optional "r#type", 31 null: required, 32 r#true: optional "true", 33 n1: optional "1",
    34 n1_0: optional "1.0", 35 plus_v1: optional "+1", 36 minus_v1: optional "-1", 37 id: optional "@id",
    38 dollar_id: optional "$id", 39 hash_id: optional "#id", 40 id_lowercase: optional "id",
    41 id_uppercase: optional "ID", 42 id2: optional "Id", 43 i_d: optional, 44 underscore: optional "_",
    45 underscore_underscore: optional "__", 46 minus: optional "-", 47 plus: optional "+", 48 asterisk: optional "*",
    49 dot: optional ".", 50 n_: optional "", 51 space: optional " ", 52 space_space: optional "  ",
    53 u1f980: optional "🦀", 54 u1f680: optional "🚀", 55 名前: optional, 56 é: optional,
    57 a_b: optional "a b", 58 ab_lowercase: optional "a_b", 59 a_b2: optional "aB", 60 a_b3: optional "a-b",
    61 a_b4: optional "a.b", 62 a_b5: optional "a[b]", 63 ufb01: optional "ﬁ", 64 ub2: optional "²",
    65 uaa: optional "ª"
} rest additional_properties);
record!(Small { 0 value: required, 1 value2: optional "Value", 2 value_uppercase: optional "VALUE" });
validate::unconstrained!(Everything, Small);
}
}
