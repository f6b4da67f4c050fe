//! Reading of `multipart/form-data` bodies (RFC 7578).

use ::bytes::Bytes;
use ::serde::de::DeserializeOwned;
use ::std::borrow::Cow;

use super::binary::Binary;
use super::byte_stream::ByteStream;
use super::decode::{from_json, from_text, problem};
use super::exchange::Exchange;
use super::media_type;
use super::multipart_pieces::{End, Piece, cut};
use super::parameter::Encoding;
use super::parameter_parse::parse;
use super::parameter_read::{Node, Raw};
use super::problem::{Location, Problem, push_key};
use super::validate::Validate;

#[allow(unused_imports)] // The macros name it from here.
pub use super::maybe::Maybe;

/// A value that can be read from `multipart/form-data`.
pub trait FromParts: Sized {
    /// Takes the fields from the parts; `None` where a problem was noted.
    fn from_parts(parts: &mut Parts) -> Option<Self>;
}

impl<A, P> Exchange<A, P> {
    /// The body, as `multipart/form-data`.
    pub fn multipart<T: FromParts + Validate>(&mut self) -> Option<T> {
        let content_type = self.media_type().to_owned();
        self.required_body(|bytes| read(bytes, &content_type))
    }

    /// The body, as `multipart/form-data`, if there is one.
    pub fn optional_multipart<T: FromParts + Validate>(&mut self) -> Option<Option<T>> {
        let content_type = self.media_type().to_owned();
        self.optional_body(|bytes| read(bytes, &content_type))
    }
}

fn read<T: FromParts + Validate>(bytes: &Bytes, content_type: &str) -> Result<T, Vec<Problem>> {
    let boundary = boundary(content_type)?;
    let (pieces, end) = cut(bytes, &boundary);
    let parts = pieces.into_iter().map(|piece| Part::of(piece, bytes));
    match end {
        End::Last => Parts::new(parts.collect()).read(),
        End::Open(_) | End::Between => Err(inseparable()),
    }
}

/// The boundary that a media type states.
///
/// # Errors
///
/// There is none.
pub fn boundary(content_type: &str) -> Result<String, Vec<Problem>> {
    let missing = || {
        vec![problem(
            "syntax",
            "the media type has no boundary".to_owned(),
        )]
    };
    media_type::parameter(content_type, "boundary").ok_or_else(missing)
}

/// What is wrong with a body that ends too early.
pub fn inseparable() -> Vec<Problem> {
    vec![problem(
        "syntax",
        "the parts of the body cannot be told apart".to_owned(),
    )]
}

/// One part.
pub struct Part {
    /// The name of its field.
    pub name: String,
    /// Its content, with the name of the file and the media type.
    pub content: ByteStream,
}

impl Part {
    /// A piece of a body.
    pub fn of(piece: Piece, body: &Bytes) -> Self {
        let mut content = ByteStream::from(body.slice(piece.content));
        content.file_name = piece.file_name;
        content.content_type = piece.content_type;
        Self {
            name: piece.name,
            content,
        }
    }
}

/// The parts of a body, and what was found wrong with them.
pub struct Parts {
    parts: Vec<Part>,
    problems: Vec<Problem>,
}

impl Parts {
    /// Parts that nothing was taken of.
    pub fn new(parts: Vec<Part>) -> Self {
        Self {
            parts,
            problems: Vec::new(),
        }
    }

    /// The value that they make.
    ///
    /// # Errors
    ///
    /// All problems.
    pub fn read<T: FromParts + Validate>(mut self) -> Result<T, Vec<Problem>> {
        let value = T::from_parts(&mut self).filter(|_| self.problems.is_empty());
        let value = value.ok_or(self.problems)?;
        let problems = value.problems();
        if problems.is_empty() {
            Ok(value)
        } else {
            Err(problems)
        }
    }

    /// A text that must be there.
    pub fn required_text<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let value = self.optional_text(name)?;
        self.demand(name, value)
    }

    /// A text that may be left out.
    pub fn optional_text<T: DeserializeOwned>(&mut self, name: &str) -> Option<Option<T>> {
        self.one(name, |content| text_node(&content).and_then(typed))
    }

    /// Texts under one name, of which there must be one.
    pub fn required_texts<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let value = self.optional_texts(name)?;
        self.demand(name, value)
    }

    /// Texts under one name.
    pub fn optional_texts<T: DeserializeOwned>(&mut self, name: &str) -> Option<Option<T>> {
        let contents = self.whole(name)?;
        if contents.is_empty() {
            return Some(None);
        }
        let nodes: Result<Vec<Node<'_>>, _> = contents.iter().map(text_node).collect();
        let value = nodes.and_then(|nodes| typed(Node::List(nodes)));
        self.noted(name, value).map(Some)
    }

    /// JSON that must be there.
    pub fn required_json<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let value = self.optional_json(name)?;
        self.demand(name, value)
    }

    /// JSON that may be left out.
    pub fn optional_json<T: DeserializeOwned>(&mut self, name: &str) -> Option<Option<T>> {
        self.one(name, |content| from_json(&content.bytes))
    }

    /// A file that must be there.
    pub fn required_binary(&mut self, name: &str) -> Option<Binary> {
        let value = self.optional_binary(name)?;
        self.demand(name, value)
    }

    /// A file that may be left out.
    pub fn optional_binary(&mut self, name: &str) -> Option<Option<Binary>> {
        self.one(name, Ok)
    }

    /// Files under one name, of which there must be one.
    pub fn required_binaries(&mut self, name: &str) -> Option<Vec<Binary>> {
        let value = self.optional_binaries(name)?;
        self.demand(name, value)
    }

    /// Files under one name.
    pub fn optional_binaries(&mut self, name: &str) -> Option<Option<Vec<Binary>>> {
        let contents = self.whole(name)?;
        Some((!contents.is_empty()).then_some(contents))
    }

    fn one<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(Binary) -> Result<T, Vec<Problem>>,
    ) -> Option<Option<T>> {
        let mut contents = self.whole(name)?;
        let value = match (contents.pop(), contents.is_empty()) {
            (None, _) => return Some(None),
            (Some(content), true) => read(content),
            (Some(_), false) => Err(repeated()),
        };
        self.noted(name, value).map(Some)
    }

    /// The contents of the parts with a name, in memory.
    fn whole(&mut self, name: &str) -> Option<Vec<Binary>> {
        let contents = self.take(name).into_iter().map(|content| {
            let bytes = content.as_bytes().cloned().ok_or_else(|| {
                let message = "this part is larger than what a form may have in memory";
                vec![problem("too_large", message.to_owned())]
            })?;
            Ok(Binary {
                bytes,
                file_name: content.file_name,
                content_type: content.content_type,
            })
        });
        let contents = contents.collect();
        self.noted(name, contents)
    }

    /// The contents of the parts with a name.
    pub fn take(&mut self, name: &str) -> Vec<ByteStream> {
        let parts = ::std::mem::take(&mut self.parts);
        let (taken, others) = parts.into_iter().partition(|part| part.name == name);
        self.parts = others;
        let taken: Vec<Part> = taken;
        taken.into_iter().map(|part| part.content).collect()
    }

    /// A value that must be there.
    pub fn demand<T>(&mut self, name: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            let missing = problem("required", "this part is required".to_owned());
            return self.noted(name, Err(vec![missing]));
        }
        value
    }

    /// The value, or its problems under the part's name.
    pub fn noted<T>(&mut self, name: &str, value: Result<T, Vec<Problem>>) -> Option<T> {
        let problems = match value {
            Ok(value) => return Some(value),
            Err(problems) => problems,
        };
        self.problems.extend(problems.into_iter().map(|problem| {
            let mut pointer = String::new();
            push_key(&mut pointer, name);
            pointer.push_str(&problem.pointer);
            Problem { pointer, ..problem }
        }));
        None
    }
}

fn text_node(content: &Binary) -> Result<Node<'static>, Vec<Problem>> {
    let text = Cow::Owned(from_text(&content.bytes)?);
    Ok(Node::Text(Raw {
        text,
        encoding: Encoding::Plain,
        separator: None,
        keyed: false,
    }))
}

fn typed<T: DeserializeOwned>(node: Node<'_>) -> Result<T, Vec<Problem>> {
    match parse(node) {
        Ok(Some(value)) => Ok(value),
        Ok(None) => Err(vec![problem("required", "a value is required".to_owned())]),
        Err(error) => Err(vec![Problem {
            location: Location::Body,
            pointer: error.pointer,
            code: error.code,
            message: error.message,
        }]),
    }
}

/// What is wrong with a part that is there twice.
pub fn repeated() -> Vec<Problem> {
    vec![problem("repeated", "is given more than once".to_owned())]
}

/// `FromParts` of a record, from the rows that `to_parts!` takes, too. A presence other than `required` is
/// `optional`, `nullable`, `maybe`, or `defaulted` with the default in parentheses.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! from_parts {
    ($name:ty { $($field:ident: $presence:ident $(($default:expr))? $kind:ident $key:literal $($media_type:literal)?),* $(,)? }) => {
        impl multipart_read::FromParts for $name {
            fn from_parts(parts: &mut multipart_read::Parts) -> ::std::option::Option<Self> {
                $(let $field = multipart_read::take_part!(parts $presence $(($default))? $kind $key);)*
                ::std::option::Option::Some(Self { $($field: $field?),* })
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use from_parts;

/// Takes one field.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! take_part {
    ($parts:ident required text $key:literal) => {
        $parts.required_text($key)
    };
    ($parts:ident required texts $key:literal) => {
        $parts.required_texts($key)
    };
    ($parts:ident required json $key:literal) => {
        $parts.required_json($key)
    };
    ($parts:ident required binary $key:literal) => {
        $parts.required_binary($key)
    };
    ($parts:ident required binaries $key:literal) => {
        $parts.required_binaries($key)
    };
    ($parts:ident optional text $key:literal) => {
        $parts.optional_text($key)
    };
    ($parts:ident optional texts $key:literal) => {
        $parts.optional_texts($key)
    };
    ($parts:ident optional json $key:literal) => {
        $parts.optional_json($key)
    };
    ($parts:ident optional binary $key:literal) => {
        $parts.optional_binary($key)
    };
    ($parts:ident optional binaries $key:literal) => {
        $parts.optional_binaries($key)
    };
    ($parts:ident required file $key:literal) => {
        $parts.required_file($key)
    };
    ($parts:ident required files $key:literal) => {
        $parts.required_files($key)
    };
    ($parts:ident optional file $key:literal) => {
        $parts.optional_file($key)
    };
    ($parts:ident optional files $key:literal) => {
        $parts.optional_files($key)
    };
    ($parts:ident nullable $kind:ident $key:literal) => {
        multipart_read::take_part!($parts optional $kind $key)
    };
    ($parts:ident maybe $kind:ident $key:literal) => {
        multipart_read::take_part!($parts optional $kind $key)
            .map(|value| value.map_or(multipart_read::Maybe::Absent, multipart_read::Maybe::Value))
    };
    ($parts:ident defaulted ($default:expr) $kind:ident $key:literal) => {
        multipart_read::take_part!($parts optional $kind $key)
            .map(|value| value.or_else(|| ::std::option::Option::Some($default)))
    };
}
#[allow(unused_imports)]
pub(crate) use take_part;
