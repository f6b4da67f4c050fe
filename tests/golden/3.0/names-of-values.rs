pub mod models {
//! The types of the API.

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Signs {
    /// `+1`
    V1,
    /// `-1`
    MinusV1,
    /// `1`
    V1Lowercase,
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Asterisk,
    /// `<`
    Less,
    /// `<=`
    LessEquals,
    /// `=`
    Equals,
    /// `!=`
    NotEquals,
    /// `==`
    EqualsEquals,
    /// The empty text.
    Empty,
    /// `" "`
    Space,
    /// `"  "`
    SpaceSpace,
    /// `_`
    Underscore,
    /// `__`
    UnderscoreUnderscore,
    /// `.`
    Dot,
    /// `..`
    DotDot,
    /// `🦀`
    U1f980,
    /// `👍🏽`
    U1f44dU1f3fd,
    /// `👍`
    U1f44d,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cases {
    /// `a`
    A,
    /// `A`
    AUppercase,
    /// `aa`
    Aa,
    /// `aA`
    AA,
    /// `Aa`
    AaValue,
    /// `AA`
    AaUppercase,
    /// `a a`
    AALowercase,
    /// `a-a`
    AAValue,
    /// `a_a`
    AAValue2,
    /// ` a`
    SpaceA,
    /// `a `
    ALowercase,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Words {
    /// `self`
    SelfLowercase,
    /// `Self`
    SelfValue,
    /// `crate`
    Crate,
    /// `super`
    Super,
    /// `type`
    Type,
    /// `Some`
    Some,
    /// `None`
    None,
    /// `Ok`
    Ok,
    /// `Err`
    Err,
    /// `Unknown`
    Unknown,
    /// `unknown`
    UnknownLowercase,
    /// `ALL`
    All,
    /// `TEXTS`
    Texts,
    /// `as_str`
    AsStr,
    /// `true`
    True,
    /// `null`
    Null,
    /// `Default`
    Default,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Open {
    /// `Unknown`
    UnknownValue,
    /// `unknown`
    UnknownLowercase,
    /// `UNKNOWN`
    UnknownUppercase,
    /// A value that the document does not name.
    Unknown(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Numbers {
    /// `-1`
    Minus1,
    /// `0`
    V0,
    /// `1`
    V1,
    /// `-9223372036854775808`
    Minus9223372036854775808,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Versions {
    /// `1.1`
    V1_1,
    /// `11`
    V11,
    /// `1_1`
    V1_1Lowercase,
    /// `1-1`
    V1_1Value,
    /// `v1.1`
    V11Lowercase,
    /// `٣`
    U663,
    /// `²`
    Ub2,
    /// `Ⅷ`
    U2167,
    /// `ª`
    Uaa,
    /// `ﬁ`
    Ufb01,
    /// `中文`
    中文,
    /// `ä`
    Ä,
    /// `Ä`
    ÄUppercase,
    /// `ß`
    SS,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Branches {
    /// A [`BranchesSelf`].
    SelfLowercase(BranchesSelf),
    /// A [`BranchesOther`].
    Other(BranchesOther),
}

#[derive(Clone, Debug, PartialEq)]
pub struct BranchesSelf { pub self_: String }

#[derive(Clone, Debug, PartialEq)]
pub struct BranchesOther {
    pub other: String,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::text_enum::{self, text_enum};
use super::super::runtime::text_enum::open_text_enum;
use super::super::runtime::text_enum::integer_enum;
use super::*;
use super::super::runtime::validate;

text_enum!(Signs {
    V1 = "+1", MinusV1 = "-1", V1Lowercase = "1", Plus = "+", Minus = "-", Asterisk = "*", Less = "<",
    LessEquals = "<=", Equals = "=", NotEquals = "!=", EqualsEquals = "==", Empty = "", Space = " ", SpaceSpace = "  ",
    Underscore = "_", UnderscoreUnderscore = "__", Dot = ".", DotDot = "..", U1f980 = "🦀", U1f44dU1f3fd = "👍🏽",
    U1f44d = "👍"
});
text_enum!(Cases {
    A = "a", AUppercase = "A", Aa = "aa", AA = "aA", AaValue = "Aa", AaUppercase = "AA", AALowercase = "a a",
    AAValue = "a-a", AAValue2 = "a_a", SpaceA = " a", ALowercase = "a "
});
text_enum!(Words {
    SelfLowercase = "self", SelfValue = "Self", Crate = "crate", Super = "super", Type = "type", Some = "Some",
    None = "None", Ok = "Ok", Err = "Err", Unknown = "Unknown", UnknownLowercase = "unknown", All = "ALL",
    Texts = "TEXTS", AsStr = "as_str", True = "true", Null = "null", Default = "Default"
});
open_text_enum!(Open { UnknownValue = "Unknown", UnknownLowercase = "unknown", UnknownUppercase = "UNKNOWN" });
integer_enum!(Numbers { Minus1 = -1, V0 = 0, V1 = 1, Minus9223372036854775808 = -9223372036854775808 });
text_enum!(Versions {
    V1_1 = "1.1", V11 = "11", V1_1Lowercase = "1_1", V1_1Value = "1-1", V11Lowercase = "v1.1", U663 = "٣", Ub2 = "²",
    U2167 = "Ⅷ", Uaa = "ª", Ufb01 = "ﬁ", 中文 = "中文", Ä = "ä", ÄUppercase = "Ä", SS = "ß"
});
unions::union!(Branches { SelfLowercase: Object("self"), Other: Object("other") });
record!(BranchesSelf { 0 self_: required "self" });
record!(BranchesOther { 0 other: required });
validate::unconstrained!(Signs, Cases, Words, Open, Numbers, Versions, BranchesSelf, BranchesOther);
}
}
