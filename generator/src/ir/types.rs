//! Types: what values are made of, and what people say about them. They refer to one another by id.

use std::collections::BTreeSet;

use super::arena::TypeId;
use super::condition::Condition;
use crate::diagnostic::Place;

/// How a type came to its name, by falling strength.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameHint {
    /// The user demands it (`x-rust-name`).
    Pinned(String),
    /// The key under which the document declares it.
    Component(String),
    /// The title that the document gives it; the path is that of `Derived`, which takes over where the title is taken.
    Titled(String, Vec<String>),
    /// Made up from the place: what it belongs to, then the member names that lead to it, for example
    /// `["ProxyProvider", "mode"]`. An array's item is the word `item`, a map's value `value`.
    Derived(Vec<String>),
}

/// One type.
#[derive(Clone, Debug, PartialEq)]
pub struct Type {
    /// Where its name comes from.
    pub hint: NameHint,
    /// What people wrote about it.
    pub docs: Docs,
    /// Where it stands.
    pub place: Place,
    /// What it is made of.
    pub shape: Shape,
    /// What values must satisfy beyond the shape.
    pub constraints: Constraints,
    /// What stands in its stead.
    pub replacement: Option<Foreign>,
    /// What it can do beside what all types can.
    pub traits: Vec<Foreign>,
}

/// Something that the program has from elsewhere, in the words of its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// What it is called there.
    pub name: String,
    /// What it comes with.
    pub package: Option<Package>,
    /// Where the document says so.
    pub place: Option<Place>,
}

/// A package that a program can use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Which versions will do.
    pub version: String,
    /// The features that are wanted.
    pub features: Vec<String>,
}

/// A type in use: which one, and whether `null` is a value of it here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeUse {
    /// The type.
    pub id: TypeId,
    /// Whether `null` is allowed in its stead.
    pub or_null: bool,
}

/// What people wrote about something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Docs {
    /// A short name in prose.
    pub title: Option<String>,
    /// CommonMark text.
    pub description: Option<String>,
    /// Examples, as JSON.
    pub examples: Vec<serde_json::Value>,
    /// Whether its use is discouraged.
    pub deprecated: bool,
}

/// What a value is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Any JSON value.
    Any,
    /// No value at all fits.
    Never,
    /// Only `null`.
    Null,
    /// True or false.
    Boolean,
    /// A whole number.
    Integer(IntegerFormat),
    /// A number.
    Number(NumberFormat),
    /// Text.
    Text(TextFormat),
    /// Bytes as they are (a file, a download).
    Binary,
    /// Text that holds the JSON of such a value.
    JsonText(TypeUse),
    /// One of a fixed set of values.
    Enumeration(Enumeration),
    /// A sequence of equal items.
    List(List),
    /// A sequence whose positions have their own types.
    Tuple(Tuple),
    /// An object whose keys are data.
    Map(TypeUse),
    /// An object with named members.
    Record(Record),
    /// One of several shapes.
    Union(Union),
    /// Another name for a type.
    Alias(TypeUse),
}

/// What the document says about an integer's width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntegerFormat {
    /// Nothing.
    Unstated,
    /// 8 bits, signed.
    Int8,
    /// 16 bits, signed.
    Int16,
    /// 32 bits, signed.
    Int32,
    /// 64 bits, signed.
    Int64,
    /// 8 bits, unsigned.
    Uint8,
    /// 16 bits, unsigned.
    Uint16,
    /// 32 bits, unsigned.
    Uint32,
    /// 64 bits, unsigned.
    Uint64,
}

/// What the document says about a number's precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFormat {
    /// Nothing.
    Unstated,
    /// Single precision.
    Float,
    /// Double precision.
    Double,
    /// Exact decimal digits.
    Decimal,
}

/// What the text of a string is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextFormat {
    /// Just text, or a format that changes nothing (`uri`, `email`, …); its name is kept for the docs.
    Plain(Option<String>),
    /// RFC 4122 UUID.
    Uuid,
    /// RFC 3339 date and time.
    DateTime,
    /// RFC 3339 full date.
    Date,
    /// RFC 3339 time.
    Time,
    /// ISO 8601 duration.
    Duration,
    /// Base64 text that stands for bytes.
    Base64,
    /// IPv4 address.
    Ipv4,
    /// IPv6 address.
    Ipv6,
}

/// One of a fixed set of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Enumeration {
    /// The values in the document's order, without repetition and without `null`.
    pub values: Vec<EnumValue>,
    /// Whether other values may come later (`x-extensible-enum`).
    pub open: bool,
}

/// One value of an enumeration.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumValue {
    /// The JSON value (a string for nearly all).
    pub value: serde_json::Value,
    /// A name the document gives it.
    pub name: Option<String>,
    /// What the document says about it.
    pub description: Option<String>,
}

/// A sequence of equal items.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The item.
    pub items: TypeUse,
}

/// A sequence whose positions have their own types.
#[derive(Clone, Debug, PartialEq)]
pub struct Tuple {
    /// The types, in order.
    pub positions: Vec<TypeUse>,
    /// How many of them must be there.
    pub required: usize,
    /// What may follow them; `None`: nothing.
    pub rest: Option<TypeUse>,
}

impl Tuple {
    /// Whether all positions are there and nothing else.
    pub fn is_exact(&self) -> bool {
        self.rest.is_none() && self.required >= self.positions.len()
    }
}

/// An object with named members.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The members, in the document's order.
    pub fields: Vec<Field>,
    /// What else may stand in it.
    pub extra: Extra,
}

/// What a record does with members that it does not name.
#[derive(Clone, Debug, PartialEq)]
pub enum Extra {
    /// They are skipped.
    Ignored,
    /// They are an error.
    Refused,
    /// They are kept, and have this type.
    Kept(TypeUse),
}

/// A named member of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its key on the wire.
    pub wire_name: String,
    /// A name the user demands.
    pub pinned_name: Option<String>,
    /// Its type.
    pub value: TypeUse,
    /// Whether it must be present.
    pub required: bool,
    /// What stands for it where it is absent.
    pub default: Option<serde_json::Value>,
    /// Which way it travels.
    pub direction: Direction,
    /// What people wrote about it.
    pub docs: Docs,
    /// Where it stands.
    pub place: Place,
}

/// Which way a member travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// In requests and responses.
    Both,
    /// Only in responses.
    ReadOnly,
    /// Only in requests.
    WriteOnly,
}

/// One of several shapes.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// The branches, in the document's order.
    pub variants: Vec<Variant>,
    /// How a reader finds the branch.
    pub dispatch: Dispatch,
}

/// One branch of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Where its name comes from: the component, the tag's value, or the kind of JSON.
    pub name: String,
    /// Its type.
    pub value: TypeUse,
    /// The tag values that stand for it ([`Dispatch::Tag`]), the first is written.
    pub tags: Vec<String>,
}

/// How a reader finds the branch of a union, decided from the document.
#[derive(Clone, Debug, PartialEq)]
pub enum Dispatch {
    /// By the value of this member (a discriminator).
    Tag {
        /// The member's key.
        property: String,
        /// Whether all branches declare the member themselves; where one does not, the union writes it, and a value
        /// without it is given to the branch that fits.
        declared: bool,
        /// The variant, by its position, that takes what stands for no other.
        otherwise: Option<usize>,
    },
    /// By what a value looks like, with one rule per variant. Where several variants allow a value, each is tried.
    Rules(Vec<Rule>),
}

/// What a value of a variant looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Its kinds.
    pub kinds: BTreeSet<JsonKind>,
    /// A member that tells it from other objects.
    pub member: Option<RuleMember>,
}

/// A member that tells a variant of a union from others.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleMember {
    /// Its key.
    pub name: String,
    /// The values that it may have, as text; empty: the variant alone has such a member.
    pub values: Vec<String>,
}

/// A kind of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JsonKind {
    /// `null`.
    Null,
    /// True or false.
    Boolean,
    /// A whole number.
    Integer,
    /// Another number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
}

impl JsonKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Null,
        Self::Boolean,
        Self::Integer,
        Self::Number,
        Self::Text,
        Self::List,
        Self::Object,
    ];

    /// The kind of a value.
    pub fn of(value: &serde_json::Value) -> Self {
        match value {
            serde_json::Value::Null => Self::Null,
            serde_json::Value::Bool(_) => Self::Boolean,
            serde_json::Value::Number(number) if number.is_f64() => Self::Number,
            serde_json::Value::Number(_) => Self::Integer,
            serde_json::Value::String(_) => Self::Text,
            serde_json::Value::Array(_) => Self::List,
            serde_json::Value::Object(_) => Self::Object,
        }
    }
}

/// An exact decimal number of the document, as its text, for example `-9223372036854775808` or `0.1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal(pub String);

/// Lower and upper count, both inclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// At least this many.
    pub minimum: Option<u64>,
    /// At most this many.
    pub maximum: Option<u64>,
}

impl Bounds {
    /// Whether nothing is bounded.
    pub fn is_empty(&self) -> bool {
        self.minimum.is_none() && self.maximum.is_none()
    }
}

/// What values must satisfy beyond their shape (JSON Schema 2020-12, validation, section 6).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    /// Characters (Unicode scalar values) of a text.
    pub length: Bounds,
    /// Items of a list.
    pub items: Bounds,
    /// Members of an object.
    pub properties: Bounds,
    /// Lower bound of a number and whether it is itself excluded.
    pub minimum: Option<(Decimal, bool)>,
    /// Upper bound of a number and whether it is itself excluded.
    pub maximum: Option<(Decimal, bool)>,
    /// A number must be a multiple of this.
    pub multiple_of: Option<Decimal>,
    /// ECMA-262 patterns that a text must all match somewhere.
    pub patterns: Vec<String>,
    /// Items of a list must differ.
    pub unique_items: bool,
    /// What no limit says.
    pub conditions: Vec<Condition>,
}

impl Constraints {
    /// Whether nothing is demanded.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
