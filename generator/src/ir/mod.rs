//! What the API means, in no language's words: operations, parameters, bodies, responses, security, and
//! types in an arena. Only [`lower`] knows where it came from; nothing here knows where it goes.

mod arena;
mod condition;
mod operation;
mod pagination;
mod security;
mod types;

pub mod lower;

pub use arena::{TypeId, Types};
pub use condition::{Condition, ConditionId, Conditions, Members, Rest};
pub use operation::{
    Body, Codec, Content, Example, Framing, Header, Location, Method, Operation, OperationKind,
    Parameter, PathPart, PathTemplate, Response, Server, ServerVariable, Shown, StatusPattern,
    Style, Tag,
};
pub use pagination::{NextPage, Pagination};
pub use security::{
    ApiKeyLocation, SchemeId, SchemeUse, SecurityKind, SecurityRequirement, SecurityScheme,
};
pub use types::{
    Bounds, Constraints, Decimal, Direction, Dispatch, Docs, EnumValue, Enumeration, Extra, Field,
    Foreign, IntegerFormat, JsonKind, List, NameHint, NumberFormat, Package, Record, Rule,
    RuleMember, Shape, TextFormat, Tuple, Type, TypeUse, Union, Variant,
};

/// One API, whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Api {
    /// The title.
    pub title: String,
    /// The version of the API itself.
    pub version: String,
    /// What it is for.
    pub description: Option<String>,
    /// Where it is served, in the document's order.
    pub servers: Vec<Server>,
    /// The tags, in order of declaration, then of first use.
    pub tags: Vec<Tag>,
    /// Ways to prove who is calling.
    pub schemes: Vec<SecurityScheme>,
    /// All types.
    pub types: Types,
    /// The conditions that those of types lead to.
    pub conditions: Conditions,
    /// All operations, in the document's order.
    pub operations: Vec<Operation>,
}
