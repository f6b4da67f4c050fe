//! Reading of an operation's query, header and cookie parameters into one struct.

use ::http::header::COOKIE;
use ::http::request::Parts;
use ::serde::de::DeserializeOwned;
use ::std::borrow::Cow;

use super::parameter::Encoding;
use super::parameter_parse::parse;
use super::parameter_read::{Pairs, Raw, cookies, header, named, pairs, path};
use super::problem::{Location, Problem};
use super::validate::{Limit, Measure, Report, Validate};

#[allow(unused_imports)] // The macros name it from here.
pub use super::parameter::Style;

/// A struct of parameters.
pub trait Parameters: Sized {
    /// Reads them; `None` where a problem was noted.
    fn read(arguments: &mut Arguments<'_>) -> Option<Self>;
}

/// Where a parameter stands, and in which style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the query.
    Query(Style, bool),
    /// In the query, as JSON.
    QueryJson,
    /// In a header field, exploded or not.
    Header(bool),
    /// In a cookie, exploded or not.
    Cookie(bool),
}

/// The parameters of a request, and what was found wrong with them.
pub struct Arguments<'e> {
    query: Pairs,
    cookies: Pairs,
    parts: &'e Parts,
    problems: &'e mut Vec<Problem>,
}

impl<'e> Arguments<'e> {
    /// The parameters of a request. Problems are added to those that are known.
    pub fn new(parts: &'e Parts, problems: &'e mut Vec<Problem>) -> Self {
        let cookie_fields = parts
            .headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok());
        Self {
            query: parts.uri.query().map(pairs).unwrap_or_default(),
            cookies: cookie_fields.flat_map(cookies).collect(),
            parts,
            problems,
        }
    }

    /// A parameter that must be there.
    pub fn required<T: DeserializeOwned>(&mut self, place: Place, name: &str) -> Option<T> {
        match self.optional(place, name)? {
            Some(value) => Some(value),
            None => {
                self.note(
                    location(place),
                    name,
                    "required",
                    "this parameter is required".to_owned(),
                );
                None
            }
        }
    }

    /// A parameter that may be left out.
    pub fn optional<T: DeserializeOwned>(&mut self, place: Place, name: &str) -> Option<Option<T>> {
        let header_values: Vec<&str>;
        let node = match place {
            Place::Query(style, explode) => {
                named(&self.query, name, style, explode, Encoding::Form)
            }
            Place::QueryJson => return self.json(name),
            Place::Cookie(explode) => {
                named(&self.cookies, name, Style::Form, explode, Encoding::Percent)
            }
            Place::Header(explode) => {
                let values = self.parts.headers.get_all(name).iter();
                let texts = values.map(|value| ::std::str::from_utf8(value.as_bytes()).ok());
                match texts.collect::<Option<Vec<&str>>>() {
                    Some(texts) => header_values = texts,
                    None => {
                        let message = "is not UTF-8".to_owned();
                        self.note(Location::Header, name, "encoding", message);
                        return None;
                    }
                }
                header(&header_values, explode)
            }
        };
        let Some(node) = node else { return Some(None) };
        match parse(node) {
            Ok(value) => Some(value),
            Err(error) => {
                let name = format!("{name}{}", error.pointer);
                self.note(location(place), &name, error.code, error.message);
                None
            }
        }
    }

    /// A parameter of the path.
    pub fn path<T: DeserializeOwned>(
        &mut self,
        holes: &[(&'static str, String)],
        name: &'static str,
        style: Style,
        explode: bool,
    ) -> Option<T> {
        let raw = holes
            .iter()
            .find(|(hole, _)| *hole == name)
            .map(|(_, raw)| raw.as_str())
            .unwrap_or_default();
        let (code, message) = match path(raw, name, style, explode).map(parse) {
            Ok(Ok(Some(value))) => return Some(value),
            Ok(Ok(None)) => ("required", "this parameter is required".to_owned()),
            Ok(Err(error)) => (error.code, error.message),
            Err(message) => ("style", message),
        };
        self.note(Location::Path, name, code, message);
        None
    }

    /// A value, unless it violates limits.
    pub fn limited<T: Measure>(
        &mut self,
        location: Location,
        name: &str,
        value: T,
        limits: &[Limit],
    ) -> Option<T> {
        let violations = Limited {
            value: &value,
            limits,
        }
        .problems();
        if violations.is_empty() {
            return Some(value);
        }
        for violation in violations {
            self.note(location, name, violation.code, violation.message);
        }
        None
    }

    fn json<T: DeserializeOwned>(&mut self, name: &str) -> Option<Option<T>> {
        let found = self.query.iter().find(|(key, _)| key == name);
        let Some((_, raw)) = found else {
            return Some(None);
        };
        let text = Encoding::Form.decode(raw).unwrap_or(Cow::Borrowed(""));
        match ::serde_json::from_str(&text) {
            Ok(value) => Some(Some(value)),
            Err(error) => {
                self.note(
                    Location::Query,
                    name,
                    "type",
                    format!("is not the JSON that is expected: {error}"),
                );
                None
            }
        }
    }

    fn note(&mut self, location: Location, name: &str, code: &'static str, message: String) {
        self.problems.push(Problem {
            location,
            pointer: name.to_owned(),
            code,
            message,
        });
    }
}

/// The part of the request that a place is in.
pub fn location(place: Place) -> Location {
    match place {
        Place::Query(..) | Place::QueryJson => Location::Query,
        Place::Header(_) => Location::Header,
        Place::Cookie(_) => Location::Cookie,
    }
}

/// A value with its limits.
struct Limited<'v, T> {
    value: &'v T,
    limits: &'v [Limit],
}

impl<T: Measure> Validate for Limited<'_, T> {
    fn check(&self, report: &mut Report) {
        report.limits(self.value, self.limits);
    }
}

/// The text of a path parameter, decoded; as it is where it is not UTF-8.
pub fn decoded(raw: &str) -> String {
    let node = Raw {
        text: Cow::Borrowed(raw),
        encoding: Encoding::Percent,
        separator: None,
        keyed: false,
    };
    node.decoded()
        .map_or_else(|| raw.to_owned(), Cow::into_owned)
}

/// A struct of parameters, from one row per field: `field: Type = presence place "name"`.
///
/// - The presence is `required` (`T`), `optional` (`Option<T>`) or `default(value)` (`T`).
/// - The place is `query`, `header` or `cookie`, or `query_json` where the text is JSON.
/// - A style other than the usual one follows the name: `(Form, false)` for `query`, `(true)` for an exploded header
///   or cookie.
/// - Limits come last: `[Limit, Limit]`.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! parameters {
    ($(#[$attribute:meta])* $name:ident { $($(#[$field_attribute:meta])* $field:ident: $type:ty = $presence:ident $(($default:expr))? $place:ident $key:literal $(($($style:tt)*))? $([$($limit:expr),* $(,)?])?),* $(,)? }) => {
        /// The parameters of an operation but those of its path.
        #[derive(Clone, Debug, PartialEq)]
        $(#[$attribute])*
        pub struct $name {
            $($(#[$field_attribute])* pub $field: $type,)*
        }

        #[allow(deprecated, clippy::disallowed_names)] // Deprecated parameters are read like all others; names are those of the document.
        impl parameters::Parameters for $name {
            fn read(arguments: &mut parameters::Arguments<'_>) -> ::std::option::Option<Self> {
                $(let $field = parameters::take_parameter!(arguments $presence $place $key ($($($style)*)?) [$($($limit),*)?]);)*
                ::std::option::Option::Some(Self { $($field: $field?$(.unwrap_or($default))?),* })
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use parameters;

/// Takes one parameter.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! take_parameter {
    ($arguments:ident required $place:ident $key:literal $style:tt []) => {
        $arguments.required(parameters::place!($place $style), $key)
    };
    ($arguments:ident required $place:ident $key:literal $style:tt [$($limit:expr),+]) => {{
        let place = parameters::place!($place $style);
        $arguments
            .required(place, $key)
            .and_then(|value| $arguments.limited(parameters::location(place), $key, value, &[$($limit),+]))
    }};
    ($arguments:ident $optional:ident $place:ident $key:literal $style:tt []) => {
        $arguments.optional(parameters::place!($place $style), $key)
    };
    ($arguments:ident $optional:ident $place:ident $key:literal $style:tt [$($limit:expr),+]) => {{
        let place = parameters::place!($place $style);
        $arguments
            .optional(place, $key)
            .and_then(|value| $arguments.limited(parameters::location(place), $key, value, &[$($limit),+]))
    }};
}
#[allow(unused_imports)]
pub(crate) use take_parameter;

/// The place of a parameter.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! place {
    (query ()) => {
        parameters::Place::Query(parameters::Style::Form, true)
    };
    (query ($style:ident, $explode:literal)) => {
        parameters::Place::Query(parameters::Style::$style, $explode)
    };
    (query_json ()) => {
        parameters::Place::QueryJson
    };
    (header ()) => {
        parameters::Place::Header(false)
    };
    (header ($explode:literal)) => {
        parameters::Place::Header($explode)
    };
    (cookie ()) => {
        parameters::Place::Cookie(false)
    };
    (cookie ($explode:literal)) => {
        parameters::Place::Cookie($explode)
    };
}
#[allow(unused_imports)]
pub(crate) use place;
