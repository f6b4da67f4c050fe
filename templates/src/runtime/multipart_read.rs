//! Reading of `multipart/form-data` bodies (RFC 7578, RFC 2046 section 5.1).

use ::bytes::Bytes;
use ::serde::de::DeserializeOwned;
use ::std::borrow::Cow;

use super::binary::Binary;
use super::decode::{from_json, from_text, problem};
use super::exchange::Exchange;
use super::media_type;
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
        self.required_body(read)
    }

    /// The body, as `multipart/form-data`, if there is one.
    pub fn optional_multipart<T: FromParts + Validate>(&mut self) -> Option<Option<T>> {
        self.optional_body(read)
    }
}

fn read<T: FromParts + Validate>(body: &Binary) -> Result<T, Vec<Problem>> {
    let content_type = body.content_type.as_deref().unwrap_or_default();
    let boundary = media_type::parameter(content_type, "boundary").ok_or_else(|| {
        vec![problem(
            "syntax",
            "the media type has no boundary".to_owned(),
        )]
    })?;
    let parts = split(&body.bytes, &boundary).ok_or_else(|| {
        vec![problem(
            "syntax",
            "the parts of the body cannot be told apart".to_owned(),
        )]
    })?;
    let mut parts = Parts {
        parts,
        problems: Vec::new(),
    };
    let value = T::from_parts(&mut parts);
    match value {
        Some(value) if parts.problems.is_empty() => {
            let problems = value.problems();
            if problems.is_empty() {
                Ok(value)
            } else {
                Err(problems)
            }
        }
        _ => Err(parts.problems),
    }
}

/// One part.
struct Part {
    name: String,
    content: Binary,
}

/// The parts of a body, and what was found wrong with them.
pub struct Parts {
    parts: Vec<Part>,
    problems: Vec<Problem>,
}

impl Parts {
    /// A text that must be there.
    pub fn required_text<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let value = self.optional_text(name)?;
        self.demand(name, value)
    }

    /// A text that may be left out.
    pub fn optional_text<T: DeserializeOwned>(&mut self, name: &str) -> Option<Option<T>> {
        self.one(name, |content| {
            text_node(content).and_then(|node| typed(node))
        })
    }

    /// Texts under one name, of which there must be one.
    pub fn required_texts<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let value = self.optional_texts(name)?;
        self.demand(name, value)
    }

    /// Texts under one name.
    pub fn optional_texts<T: DeserializeOwned>(&mut self, name: &str) -> Option<Option<T>> {
        let contents = self.take(name);
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
        self.one(name, |content| Ok(content.clone()))
    }

    /// Files under one name, of which there must be one.
    pub fn required_binaries(&mut self, name: &str) -> Option<Vec<Binary>> {
        let value = self.optional_binaries(name)?;
        self.demand(name, value)
    }

    /// Files under one name.
    pub fn optional_binaries(&mut self, name: &str) -> Option<Option<Vec<Binary>>> {
        let contents = self.take(name);
        Some((!contents.is_empty()).then_some(contents))
    }

    fn one<T>(
        &mut self,
        name: &str,
        read: impl Fn(&Binary) -> Result<T, Vec<Problem>>,
    ) -> Option<Option<T>> {
        let contents = self.take(name);
        let value = match contents.as_slice() {
            [] => return Some(None),
            [content] => read(content),
            _ => Err(vec![problem(
                "repeated",
                "is given more than once".to_owned(),
            )]),
        };
        self.noted(name, value).map(Some)
    }

    fn take(&mut self, name: &str) -> Vec<Binary> {
        self.parts
            .iter()
            .filter(|part| part.name == name)
            .map(|part| part.content.clone())
            .collect()
    }

    fn demand<T>(&mut self, name: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            let missing = problem("required", "this part is required".to_owned());
            return self.noted(name, Err(vec![missing]));
        }
        value
    }

    /// The value, or its problems under the part's name.
    fn noted<T>(&mut self, name: &str, value: Result<T, Vec<Problem>>) -> Option<T> {
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

/// The parts between the boundaries. Parts without a name are left out; `None` where the body is not complete.
fn split(body: &Bytes, boundary: &str) -> Option<Vec<Part>> {
    let delimiter = format!("\r\n--{boundary}");
    let mut parts = Vec::new();
    // The first boundary may stand at the very beginning, without a line before it.
    let mut start = match body.strip_prefix(&delimiter.as_bytes()[2..]) {
        Some(_) => delimiter.len() - 2,
        None => find(body, delimiter.as_bytes(), 0)? + delimiter.len(),
    };
    while !body.get(start..)?.starts_with(b"--") {
        // Blanks may follow a boundary.
        let head = find(body, b"\r\n", start)? + 2;
        let end = find(body, delimiter.as_bytes(), head - 2)?;
        let (headers, content) = match body.get(head..)?.strip_prefix(b"\r\n") {
            Some(_) => (head, head + 2),
            None => {
                let blank = find(body, b"\r\n\r\n", head)?;
                (blank, blank + 4)
            }
        };
        let content = body.slice(content.min(end)..end);
        parts.extend(part(body.get(head..headers)?, content));
        start = end + delimiter.len();
    }
    Some(parts)
}

fn find(body: &[u8], what: &[u8], from: usize) -> Option<usize> {
    let first = what.first()?;
    let mut at = from;
    loop {
        at += body.get(at..)?.iter().position(|byte| byte == first)?;
        if body.get(at..)?.starts_with(what) {
            return Some(at);
        }
        at += 1;
    }
}

/// A part with its name, file name and media type.
fn part(headers: &[u8], bytes: Bytes) -> Option<Part> {
    let headers = ::std::str::from_utf8(headers).ok()?;
    let field = |name: &str| {
        let mut lines = headers.lines().filter_map(|line| line.split_once(':'));
        lines
            .find(|(key, _)| key.trim().eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim())
    };
    let disposition = field("content-disposition")?;
    let unquoted = |text: String| {
        text.replace("%22", "\"")
            .replace("%0D", "\r")
            .replace("%0A", "\n")
    };
    let content = Binary {
        bytes,
        file_name: media_type::parameter(disposition, "filename").map(unquoted),
        content_type: field("content-type").map(str::to_owned),
    };
    Some(Part {
        name: media_type::parameter(disposition, "name").map(unquoted)?,
        content,
    })
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
