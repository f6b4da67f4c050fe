//! The plan: every Rust decision, ready to be spelt.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{FieldName, FunctionName, ModuleName, TypeName, VariantName};
use crate::options::Parts;

/// Every Rust decision, made once.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What the API calls itself.
    pub info: Info,
    /// Which parts are generated.
    pub parts: Parts,
    /// The named types, in the order in which they are written.
    pub types: Vec<TypeItem>,
    /// The files of the models; one without a name holds all.
    pub model_groups: Vec<ModelGroup>,
    /// The enums of responses: errors shared by operations, and successes of single operations.
    pub response_sets: Vec<ResponseSet>,
    /// Ways to prove who is calling that some operation uses.
    pub schemes: Vec<SchemeItem>,
    /// What operations demand of their callers, each once.
    pub requirements: Vec<RequirementItem>,
    /// The operations by tag.
    pub operation_groups: Vec<OperationGroup>,
    /// What the code stands on.
    pub needs: Needs,
}

/// What the API calls itself.
#[derive(Clone, Debug)]
pub struct Info {
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: String,
    /// Cleaned documentation, by line.
    pub docs: Vec<String>,
    /// The path of the first server, without a slash at its end, for example `/api/v3`; may be empty.
    pub base_path: String,
    /// The URL of the first server, if it is absolute.
    pub server_url: Option<String>,
}

/// What the code stands on.
#[derive(Clone, Debug, Default)]
pub struct Needs {
    /// Runtime files that are named directly.
    pub runtime: BTreeSet<&'static str>,
    /// Crates that the items name themselves, with version and features.
    pub crates: BTreeMap<&'static str, CrateNeed>,
}

/// One dependency of the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrateNeed {
    /// The version requirement.
    pub version: &'static str,
    /// The features.
    pub features: Vec<&'static str>,
    /// Whether its default features are wanted.
    pub default_features: bool,
}

/// A file of the models.
#[derive(Clone, Debug)]
pub struct ModelGroup {
    /// Its module; `None`: the types stand in `models` itself.
    pub module: Option<ModuleName>,
    /// Indices into [`Plan::types`].
    pub types: Vec<usize>,
}

/// A named type.
#[derive(Clone, Debug)]
pub struct TypeItem {
    /// Its name.
    pub name: TypeName,
    /// Its key in the document, where it has one.
    pub wire_name: Option<String>,
    /// Cleaned documentation, by line.
    pub docs: Vec<String>,
    /// Whether its use is discouraged.
    pub deprecated: bool,
    /// What it is.
    pub kind: TypeKind,
    /// What values must satisfy.
    pub constraints: Vec<ConstraintRow>,
}

/// What a named type is.
#[derive(Clone, Debug)]
pub enum TypeKind {
    /// A struct.
    Struct(StructItem),
    /// An enum of texts.
    TextEnum {
        /// Variants with their texts.
        variants: Vec<(VariantName, String, Vec<String>)>,
        /// Whether unknown texts are kept.
        open: bool,
    },
    /// An enum of whole numbers.
    IntegerEnum(Vec<(VariantName, i64, Vec<String>)>),
    /// An enum with one type per variant.
    Union(UnionItem),
    /// Another name.
    Alias(RustType),
}

/// A struct.
#[derive(Clone, Debug)]
pub struct StructItem {
    /// The fields, in the document's order.
    pub fields: Vec<FieldItem>,
    /// The field of members that are not named, and their type.
    pub rest: Option<(FieldName, RustType)>,
    /// Whether `Default` is derived.
    pub default: bool,
    /// Whether `new` takes the required fields.
    pub constructor: bool,
    /// Whether it travels as a multipart form.
    pub multipart: bool,
}

/// A field.
#[derive(Clone, Debug)]
pub struct FieldItem {
    /// Its name.
    pub name: FieldName,
    /// Its key on the wire.
    pub wire_name: String,
    /// Cleaned documentation, by line.
    pub docs: Vec<String>,
    /// Whether its use is discouraged.
    pub deprecated: bool,
    /// The type of a present, non-null value.
    pub value: RustType,
    /// How absence and `null` are held.
    pub presence: Presence,
}

impl FieldItem {
    /// The type of the field as written.
    pub fn rust_type(&self) -> RustType {
        match &self.presence {
            Presence::Required => self.value.clone(),
            Presence::Nullable | Presence::Optional | Presence::Defaulted(_) => {
                RustType::Option(Box::new(self.value.clone()))
            }
            Presence::Maybe => RustType::Maybe(Box::new(self.value.clone())),
        }
    }
}

/// How absence and `null` are held.
#[derive(Clone, Debug, PartialEq)]
pub enum Presence {
    /// Must be there: `T`.
    Required,
    /// Must be there, may be null: `Option<T>`, always written.
    Nullable,
    /// May be absent: `Option<T>`.
    Optional,
    /// May be absent or null: `Maybe<T>`.
    Maybe,
    /// May be absent; a reader then sees this value: `Option<T>`.
    Defaulted(DefaultValue),
}

/// A default, as a Rust expression.
#[derive(Clone, Debug, PartialEq)]
pub enum DefaultValue {
    /// `true`, `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A variant of an enum.
    Variant(TypeName, VariantName),
}

/// A union.
#[derive(Clone, Debug)]
pub struct UnionItem {
    /// The variants, in the document's order.
    pub variants: Vec<UnionVariant>,
    /// How a reader finds the variant.
    pub reading: UnionReading,
}

/// One variant of a union.
#[derive(Clone, Debug)]
pub struct UnionVariant {
    /// Its name.
    pub name: VariantName,
    /// Its content.
    pub value: RustType,
}

/// How a reader finds the variant of a union, with one entry per variant.
#[derive(Clone, Debug)]
pub enum UnionReading {
    /// By the tag's value.
    Tag {
        /// The member that holds the tag.
        property: String,
        /// The values per variant, at least one each.
        tags: Vec<Vec<String>>,
        /// Whether the variants are tried where the tag is missing.
        or_trial: bool,
    },
    /// By the kind of JSON: names of `unions::Kind`.
    Kind(Vec<Vec<&'static str>>),
    /// By a member that only this variant has.
    Member(Vec<Option<String>>),
    /// By trial.
    Trial,
}

/// A row of a type's constraints.
#[derive(Clone, Debug)]
pub enum ConstraintRow {
    /// Limits of a field itself.
    Member {
        /// The field.
        field: FieldName,
        /// Its key.
        wire_name: String,
        /// The limits.
        limits: Vec<LimitItem>,
    },
    /// What is inside a field is constrained.
    Nested {
        /// The field.
        field: FieldName,
        /// Its key.
        wire_name: String,
    },
}

/// One limit; the names are those of `validate::Limit`.
#[derive(Clone, Debug, PartialEq)]
pub enum LimitItem {
    /// A count: the variant and its number.
    Count(&'static str, u64),
    /// A bound of a whole number.
    Integer(&'static str, i128),
    /// A bound of a number.
    Number(&'static str, f64),
    /// No equal items.
    UniqueItems,
    /// A pattern.
    Pattern(String),
}

/// A Rust type in use.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RustType {
    /// `()`.
    Unit,
    /// `bool`.
    Bool,
    /// A primitive number, by its name.
    Number(&'static str),
    /// `String`.
    String,
    /// `::uuid::Uuid`.
    Uuid,
    /// `::chrono::DateTime<::chrono::Utc>`.
    DateTime,
    /// `::chrono::NaiveDate`.
    Date,
    /// An address of `::std::net`, by its name.
    Address(&'static str),
    /// The runtime's `Base64`.
    Base64,
    /// The runtime's `Binary`.
    Binary,
    /// `::serde_json::Value`.
    Json,
    /// A named type.
    Named(TypeName),
    /// `Vec<T>`.
    List(Box<RustType>),
    /// `BTreeMap<String, T>`.
    Map(Box<RustType>),
    /// `Option<T>`.
    Option(Box<RustType>),
    /// The runtime's `Maybe<T>`.
    Maybe(Box<RustType>),
    /// `Box<T>`.
    Boxed(Box<RustType>),
}

impl RustType {
    /// Whether a value is passed by value to a client method.
    pub fn is_copy(&self) -> bool {
        matches!(
            self,
            Self::Unit
                | Self::Bool
                | Self::Number(_)
                | Self::Uuid
                | Self::DateTime
                | Self::Date
                | Self::Address(_)
        )
    }
}

/// A way to prove who is calling.
#[derive(Clone, Debug)]
pub struct SchemeItem {
    /// Its key in the document.
    pub wire_name: String,
    /// The method of the builder and of `Authenticate`.
    pub method: FunctionName,
    /// The static that describes it, in upper case.
    pub constant: String,
    /// How the credential travels.
    pub kind: SchemeKind,
    /// Cleaned documentation, by line.
    pub docs: Vec<String>,
}

/// How a credential travels; the names are those of the runtime's `SchemeKind`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// `Authorization: Bearer …`.
    Bearer,
    /// `Authorization: Basic …`.
    Basic,
    /// `Authorization` with another scheme.
    Authorization(String),
    /// A header field.
    ApiKeyHeader(String),
    /// A query parameter.
    ApiKeyQuery(String),
    /// A cookie.
    ApiKeyCookie(String),
    /// A client certificate.
    MutualTls,
}

/// The operations of a tag.
#[derive(Clone, Debug)]
pub struct OperationGroup {
    /// Its module.
    pub module: ModuleName,
    /// Its server trait.
    pub server_trait: TypeName,
    /// The tag as the document writes it.
    pub tag: String,
    /// Cleaned documentation, by line.
    pub docs: Vec<String>,
    /// The operations, in the document's order.
    pub operations: Vec<OperationItem>,
}

/// An operation.
#[derive(Clone, Debug)]
pub struct OperationItem {
    /// Its method on client and server.
    pub name: FunctionName,
    /// Its id in the document, or what was made up for it.
    pub id: String,
    /// The HTTP method.
    pub method: String,
    /// The path template.
    pub template: String,
    /// Cleaned documentation, by line; the first line is a summary.
    pub docs: Vec<String>,
    /// Whether its use is discouraged.
    pub deprecated: bool,
    /// The parameters in the path, in the order of its holes.
    pub path: Vec<ParameterItem>,
    /// The other parameters.
    pub parameters: Vec<ParameterItem>,
    /// What is sent.
    pub body: Option<BodyItem>,
    /// What comes back if all is well.
    pub success: Success,
    /// The enum of declared errors, as an index into [`Plan::response_sets`].
    pub error: Option<usize>,
    /// Who may call.
    pub access: Access,
    /// The type that carries the optional parameters of the client's call.
    pub marker: Option<TypeName>,
    /// The struct that carries all parameters but those of the path to the server.
    pub parameters_type: Option<TypeName>,
}

impl OperationItem {
    /// Whether the client chains anything to the call.
    pub fn has_options(&self) -> bool {
        self.parameters.iter().any(|parameter| !parameter.required)
            || self.body.as_ref().is_some_and(|body| !body.required)
    }
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct ParameterItem {
    /// Its name in Rust.
    pub name: FieldName,
    /// Its name on the wire.
    pub wire_name: String,
    /// Where it travels.
    pub location: ParameterLocation,
    /// Whether it must be there.
    pub required: bool,
    /// Its type.
    pub value: RustType,
    /// How it is written where that is not the location's default.
    pub style: Option<ParameterStyle>,
    /// What a server sees where it is absent.
    pub default: Option<DefaultValue>,
    /// Cleaned documentation, by line.
    pub docs: Vec<String>,
    /// Whether its use is discouraged.
    pub deprecated: bool,
    /// What values must satisfy.
    pub limits: Vec<LimitItem>,
}

/// Where a parameter travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterLocation {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In a header field.
    Header,
    /// In a cookie.
    Cookie,
}

/// How a parameter is written where that is not the location's default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParameterStyle {
    /// A style of `parameter::Style`, and whether items are written on their own.
    Style(&'static str, bool),
    /// Reserved characters stay as they are.
    Reserved,
    /// The value travels as JSON.
    Json,
}

/// What is sent.
#[derive(Clone, Debug)]
pub struct BodyItem {
    /// Whether it must be there.
    pub required: bool,
    /// How it becomes bytes.
    pub codec: BodyCodec,
    /// Its type.
    pub value: RustType,
}

/// How a body becomes bytes, with its media type where that is not the usual one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyCodec {
    /// JSON, with a media type other than `application/json`.
    Json(Option<String>),
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`.
    Multipart,
    /// Text of this media type.
    Text(String),
    /// Bytes of this media type.
    Bytes(String),
}

/// What comes back if all is well.
#[derive(Clone, Debug)]
pub enum Success {
    /// One status with one type.
    One(u16, ContentItem),
    /// Several: an index into [`Plan::response_sets`].
    Many(usize),
}

/// What a response holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContentItem {
    /// How it becomes bytes.
    pub codec: ContentCodec,
    /// Its type.
    pub value: RustType,
}

/// How a response becomes bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContentCodec {
    /// Nothing.
    Empty,
    /// JSON, with a media type other than `application/json`.
    Json(Option<String>),
    /// Text of this media type.
    Text(String),
    /// Bytes of this media type.
    Bytes(String),
}

/// An enum of responses.
#[derive(Clone, Debug)]
pub struct ResponseSet {
    /// Its name.
    pub name: TypeName,
    /// Documentation, by line.
    pub docs: Vec<String>,
    /// Whether it stands in `errors` and is shared.
    pub is_error: bool,
    /// The cases.
    pub cases: Vec<ResponseCase>,
}

/// One case of an enum of responses.
#[derive(Clone, Debug)]
pub struct ResponseCase {
    /// Its variant.
    pub name: VariantName,
    /// Which statuses.
    pub status: CaseStatus,
    /// What it holds.
    pub content: ContentItem,
}

/// Which statuses a case stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CaseStatus {
    /// Just this one.
    Exact(u16),
    /// A hundred of them.
    Range(u8),
    /// All others.
    Default,
}

/// Who may call; an index into [`Plan::requirements`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody; nobody is asked.
    Open,
    /// Everybody; those who prove who they are, are known.
    Optional(usize),
    /// Only those who prove who they are.
    Secured(usize),
}

impl Access {
    /// What is demanded, if anything.
    pub fn requirement(self) -> Option<usize> {
        match self {
            Self::Open => None,
            Self::Optional(index) | Self::Secured(index) => Some(index),
        }
    }
}

/// What an operation demands of its callers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequirementItem {
    /// The constant that lists it, in upper case.
    pub constant: String,
    /// Alternatives: schemes that must all be met, as indices into [`Plan::schemes`], with their scopes.
    pub alternatives: Vec<Vec<(usize, Vec<String>)>>,
}
