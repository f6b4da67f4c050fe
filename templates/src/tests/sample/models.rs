//! Models, as the generator would write them.

use super::runtime::{
    binary::Binary, byte_stream::ByteStream, maybe::Maybe, multipart, multipart_read, validate,
    wire,
};
use super::runtime::{
    multipart::to_parts, multipart_read::from_parts, validate::constraints, wire::record,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    pub id: i64,
    pub name: String,
}
record!(User { 0 id: required, 1 name: required });

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserRequest {
    pub name: String,
    pub age: Option<i64>,
}
record!(UserRequest { 0 name: required, 1 age: optional });
constraints!(UserRequest { member name "name" [validate::Limit::MinLength(1)] });

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    pub detail: String,
}
record!(Detail { 0 detail: required });

/// A form body, an exploded object, and a nested one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    pub color: Option<String>,
    pub sizes: Option<Vec<i64>>,
    pub exact: Option<bool>,
}
record!(Filter { 0 color: optional, 1 sizes: optional, 2 exact: optional });
impl validate::Validate for Filter {}

/// An object whose members stand beside the other query parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    pub first: i64,
    pub second: Option<Vec<String>>,
}
record!(Beside { 0 first: required, 1 second: optional });

#[derive(Clone, Debug, PartialEq)]
pub struct Upload {
    pub file: Binary,
    pub title: Option<String>,
    pub tags: Option<Vec<String>>,
    pub filter: Option<Filter>,
    pub note: Maybe<String>,
    pub more: Vec<Binary>,
}
to_parts!(&Upload {
    file: required binary "file", title: optional text "title", tags: optional texts "tags",
    filter: optional json "filter", note: maybe text "note", more: required binaries "more" "image/png",
});
from_parts!(Upload {
    file: required binary "file", title: optional text "title", tags: optional texts "tags",
    filter: optional json "filter", note: maybe text "note", more: required binaries "more" "image/png",
});
impl validate::Validate for Upload {}

/// A body that has one of several media types.
#[derive(Debug)]
pub enum NoteBody {
    Json(UserRequest),
    Text(String),
    Image(ByteStream),
}

impl From<UserRequest> for NoteBody {
    fn from(body: UserRequest) -> Self {
        Self::Json(body)
    }
}

impl From<String> for NoteBody {
    fn from(body: String) -> Self {
        Self::Text(body)
    }
}

impl From<ByteStream> for NoteBody {
    fn from(body: ByteStream) -> Self {
        Self::Image(body)
    }
}

/// A form whose files come as they do.
#[derive(Debug)]
pub struct Album {
    pub title: String,
    pub cover: Option<ByteStream>,
    pub pictures: Vec<ByteStream>,
    pub note: Option<String>,
}
to_parts!(Album {
    title: required text "title", cover: optional file "cover", pictures: required files "pictures" "image/png",
    note: optional text "note",
});
from_parts!(Album {
    title: required text "title", cover: optional file "cover", pictures: required files "pictures" "image/png",
    note: optional text "note",
});
impl validate::Validate for Album {}
