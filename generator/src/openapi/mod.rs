//! What the document says: any version of OpenAPI in one model. The envelope (operations, parameters, responses …)
//! is read piece by piece into the types of `openapiv3`; schemas, which differ most between versions, into our own
//! [`Schema`].

mod at;
mod content;
mod coverage;
mod description;
mod examples;
mod form;
mod forms;
mod operation;
mod paging;
mod parameter;
mod read;
mod reader;
mod reference;
mod schema;
mod security;
mod servers;
mod swagger;
mod version;
mod webhook;

pub use coverage::Coverage;
pub use description::{
    Description, Example, Extent, MediaType, Operation, Parameter, ParameterValue, RequestBody,
    Requirement, Response, ResponseHeader, SchemeUse, SecurityKind, SecurityScheme, Server,
    ServerVariable, Shown, Tag,
};
pub use paging::{Paging, PagingWords};
pub use read::read;
pub use schema::{
    Assertions, Discriminator, Foreign, Kind, Kinds, Mapping, Package, Property, Schema, SchemaId,
    Schemas, ToldValue,
};
pub use version::{Dialect, Version};
