//! The plan: every Rust decision, ready to be spelt. Here the whole and its types; operations are in
//! `operation_model`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::condition_item::ConditionItem;
use super::foreign::ForeignType;
use super::multipart::Multipart;
use super::names::{FieldName, FunctionName, ModuleName, TypeName, VariantName};
use super::operation_model::{BodySet, OperationGroup, RequirementItem, ResponseSet, SchemeItem};
use super::rust_type::RustType;
use crate::ir::TypeId;
use crate::options::Parts;

/// Every Rust decision, made once.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What the API calls itself.
    pub info: Info,
    /// Which parts are generated.
    pub parts: Parts,
    /// The servers that the document names.
    pub servers: Vec<ServerItem>,
    /// Whether the client can record spans.
    pub traced: bool,
    /// Whether code that is not async can wait for the client.
    pub blocking: bool,
    /// What a double of the server answers, if there is one.
    pub mock: Option<Vec<AnswerItem>>,
    /// The document as JSON, if the server is to have it.
    pub served_document: Option<String>,
    /// The named types, in the order in which they are written.
    pub types: Vec<TypeItem>,
    /// Those of them that are copied where others are borrowed.
    pub copied_types: BTreeSet<TypeName>,
    /// Conditions that the types name, by position.
    pub conditions: Vec<ConditionItem>,
    /// The files of the models; one without a name holds all.
    pub model_groups: Vec<ModelGroup>,
    /// The enums of responses: errors shared by operations, and successes of single operations.
    pub response_sets: Vec<ResponseSet>,
    /// The enums of request bodies that have one of several types, by their media types.
    pub body_sets: Vec<BodySet>,
    /// Ways to prove who is calling that some operation uses.
    pub schemes: Vec<SchemeItem>,
    /// What operations demand of their callers, each once.
    pub requirements: Vec<RequirementItem>,
    /// The operations by tag.
    pub operation_groups: Vec<OperationGroup>,
    /// What the API sends, if anything is generated for it.
    pub webhooks: Option<OperationGroup>,
    /// The types of other crates, without those of the standard library.
    pub foreign_types: BTreeSet<Arc<ForeignType>>,
    /// What the code stands on.
    pub needs: Needs,
}

/// What an operation answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerItem {
    /// The method, in upper case.
    pub method: String,
    /// The path template.
    pub path: String,
    /// The status.
    pub status: u16,
    /// The media type; empty where there is no body.
    pub media_type: String,
    /// The body.
    pub body: String,
}

impl Plan {
    /// All operations, those of webhooks last.
    pub fn groups(&self) -> impl Iterator<Item = &OperationGroup> {
        self.operation_groups.iter().chain(&self.webhooks)
    }
}

/// What the API calls itself.
#[derive(Clone, Debug)]
pub struct Info {
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: String,
    /// Both, cleaned for documentation, on one line.
    pub heading: String,
    /// Cleaned documentation, by line.
    pub docs: Vec<String>,
    /// The path of the first server, without a slash at its end, for example `/api/v3`; may be empty.
    pub base_path: String,
    /// The URL of the first server, if it is absolute.
    pub server_url: Option<String>,
}

/// A server.
#[derive(Clone, Debug)]
pub struct ServerItem {
    /// The function that gives its URL.
    pub name: FunctionName,
    /// Cleaned documentation, by line.
    pub docs: Vec<String>,
    /// Its URL in pieces.
    pub pieces: Vec<ServerPiece>,
    /// What the function takes: one text for each variable.
    pub arguments: Vec<FieldName>,
}

/// A piece of a server's URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServerPiece {
    /// This text.
    Text(String),
    /// What is said for a variable.
    Argument(FieldName),
}

/// What the code stands on.
#[derive(Clone, Debug, Default)]
pub struct Needs {
    /// Crates that the items name themselves, with version and features.
    pub crates: BTreeMap<String, CrateNeed>,
}

/// One dependency of the code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CrateNeed {
    /// The version requirement.
    pub version: String,
    /// The features.
    pub features: Vec<String>,
    /// Whether its default features are wanted.
    pub default_features: bool,
}

impl CrateNeed {
    /// A need of a crate that this program knows.
    pub fn new(version: &str, features: &[&str], default_features: bool) -> Self {
        Self {
            version: version.to_owned(),
            features: features.iter().map(|&one| one.to_owned()).collect(),
            default_features,
        }
    }
}

/// A file of the models.
#[derive(Clone, Debug)]
pub struct ModelGroup {
    /// Its module; `None`: the types stand in `models` itself.
    pub module: Option<ModuleName>,
    /// The Cargo feature of a whole crate that switches it, if there is one.
    pub feature: Option<String>,
    /// Indices into [`Plan::types`].
    pub types: Vec<usize>,
    /// Indices into [`Plan::conditions`] that only these types need.
    pub conditions: Vec<usize>,
}

/// A named type.
#[derive(Clone, Debug)]
pub struct TypeItem {
    /// Its name.
    pub name: TypeName,
    /// What it stands for.
    pub origin: TypeId,
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
    /// The paths of what it derives beside what all such types do.
    pub derives: Vec<String>,
    /// The condition of the whole, by its position.
    pub condition: Option<usize>,
}

impl TypeItem {
    /// The conditions that it names, by their positions.
    pub fn conditions(&self) -> impl Iterator<Item = usize> {
        let of_row = |row: &ConstraintRow| match row {
            ConstraintRow::Meets { condition, .. } => Some(*condition),
            ConstraintRow::Member { .. } | ConstraintRow::Nested { .. } => None,
        };
        let of_rows = self.constraints.iter().filter_map(of_row);
        of_rows.chain(self.condition)
    }
}

/// What a named type is.
#[derive(Clone, Debug, PartialEq)]
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
    IntegerEnum {
        /// Variants with their numbers.
        variants: Vec<(VariantName, i64, Vec<String>)>,
        /// Whether unknown numbers are kept.
        open: bool,
    },
    /// An enum of values of any kind: variants with their JSON.
    ValueEnum(Vec<(VariantName, String, Vec<String>)>),
    /// An enum with one type per variant.
    Union(UnionItem),
    /// A struct that is written as a list; what follows its fields is in `rest`.
    Tuple(StructItem),
    /// A struct around one value, written as that value: a list or map that holds itself.
    Newtype(RustType),
    /// Another name.
    Alias(RustType),
}

impl TypeKind {
    /// The types that it holds in place: of fields and variants, and the target. What follows or surrounds the fields is
    /// held elsewhere.
    pub fn values(&self) -> Vec<&RustType> {
        match self {
            Self::Struct(item) | Self::Tuple(item) => {
                item.fields.iter().map(|field| &field.value).collect()
            }
            Self::Union(union) => union.variants.iter().map(|one| &one.value).collect(),
            Self::Newtype(target) | Self::Alias(target) => vec![target],
            Self::TextEnum { .. } | Self::IntegerEnum { .. } | Self::ValueEnum(_) => Vec::new(),
        }
    }

    /// The types as they are written in the definition.
    pub fn written(&self) -> Vec<RustType> {
        match self {
            Self::Struct(item) | Self::Tuple(item) => {
                let rest = item.rest.iter().map(|(_, value)| value.clone());
                let fields = item.fields.iter().map(FieldItem::rust_type);
                fields.chain(rest).collect()
            }
            _ => self.values().into_iter().cloned().collect(),
        }
    }

    /// The same, to change them.
    pub(super) fn values_mut(&mut self) -> Vec<&mut RustType> {
        match self {
            Self::Struct(item) | Self::Tuple(item) => item
                .fields
                .iter_mut()
                .map(|field| &mut field.value)
                .collect(),
            Self::Union(union) => union
                .variants
                .iter_mut()
                .map(|one| &mut one.value)
                .collect(),
            Self::Newtype(target) | Self::Alias(target) => vec![target],
            Self::TextEnum { .. } | Self::IntegerEnum { .. } | Self::ValueEnum(_) => Vec::new(),
        }
    }
}

/// A struct.
#[derive(Clone, Debug, PartialEq)]
pub struct StructItem {
    /// The fields, in the document's order.
    pub fields: Vec<FieldItem>,
    /// The field of what the others do not name, and its type.
    pub rest: Option<(FieldName, RustType)>,
    /// Whether `Default` is derived.
    pub default: bool,
    /// Whether `new` takes the required fields.
    pub constructor: bool,
    /// How it travels as a multipart form.
    pub multipart: Multipart,
    /// Whether members that it does not name are an error.
    pub closed: bool,
}

/// A field.
#[derive(Clone, Debug, PartialEq)]
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
    /// The only value that it can have, which a constructor need not ask for.
    pub only_value: Option<(TypeName, VariantName)>,
    /// The media type of its part in a multipart form, where the document states one.
    pub part_type: Option<String>,
}

impl FieldItem {
    /// The type of the field as written.
    pub fn rust_type(&self) -> RustType {
        match &self.presence {
            Presence::Required => self.value.clone(),
            Presence::Nullable
            | Presence::Optional
            | Presence::Defaulted(_)
            | Presence::DefaultedJson(_) => RustType::Option(Box::new(self.value.clone())),
            Presence::Maybe | Presence::MaybeDefaulted(_) => {
                RustType::Maybe(Box::new(self.value.clone()))
            }
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
    /// May be absent; a reader then sees the value with this JSON: `Option<T>`.
    DefaultedJson(String),
    /// May be absent or null; where it is absent, a reader sees the value with this JSON: `Maybe<T>`.
    MaybeDefaulted(String),
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
#[derive(Clone, Debug, PartialEq)]
pub struct UnionItem {
    /// The variants, in the document's order.
    pub variants: Vec<UnionVariant>,
    /// How a reader finds the variant.
    pub reading: UnionReading,
}

/// One variant of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct UnionVariant {
    /// Its name.
    pub name: VariantName,
    /// Its content.
    pub value: RustType,
}

/// How a reader finds the variant of a union, with one entry per variant.
#[derive(Clone, Debug, PartialEq)]
pub enum UnionReading {
    /// By the tag's value.
    Tag {
        /// The member that holds the tag.
        property: String,
        /// The values per variant.
        tags: Vec<Vec<String>>,
        /// What is read where the tag stands for no variant.
        otherwise: Otherwise,
    },
    /// By what a value looks like.
    Rules(Vec<UnionRule>),
}

/// What is read where a tag stands for no variant.
#[derive(Clone, Debug, PartialEq)]
pub enum Otherwise {
    /// Nothing.
    Refuse,
    /// Where the tag is missing, the variant that fits.
    Try,
    /// This variant.
    Take(VariantName),
}

/// What a value of a variant looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct UnionRule {
    /// Its kinds: names of the runtime's `unions::Kind`.
    pub kinds: Vec<&'static str>,
    /// A member that tells it from others, and the values that it may have; none: any.
    pub member: Option<(String, Vec<String>)>,
}

/// A row of a type's constraints.
#[derive(Clone, Debug, PartialEq)]
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
    /// A condition of a field's JSON.
    Meets {
        /// The field.
        field: FieldName,
        /// Its key.
        wire_name: String,
        /// Whether it is always there.
        required: bool,
        /// The condition, by its position.
        condition: usize,
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
