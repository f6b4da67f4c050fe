//! What an entry of the surface is about, as it is written: `field Pet.name`.

use std::fmt;

/// What an entry is about. Names are those in Rust.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A type, or a part of it.
    Type(String, TypePart),
    /// An operation, or a part of it.
    Operation(String, OperationPart),
    /// A way to prove who is calling.
    Scheme(String),
    /// Where the API is served.
    Server,
}

/// What of a type is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TypePart {
    /// The whole.
    Itself,
    /// A field.
    Field(String),
    /// A variant.
    Variant(String),
}

/// What of an operation is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OperationPart {
    /// The whole.
    Itself,
    /// A parameter; `body` for what is sent.
    Parameter(String),
    /// An answer, by its status.
    Answer(String),
}

impl Key {
    /// The word for what it is about.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Type(_, TypePart::Itself) => "type",
            Self::Type(_, TypePart::Field(_)) => "field",
            Self::Type(_, TypePart::Variant(_)) => "variant",
            Self::Operation(_, OperationPart::Itself) => "operation",
            Self::Operation(_, OperationPart::Parameter(_)) => "parameter",
            Self::Operation(_, OperationPart::Answer(_)) => "answer",
            Self::Scheme(_) => "scheme",
            Self::Server => "server",
        }
    }

    /// The name, with that of what it belongs to: `Pet.name`.
    pub fn name(&self) -> String {
        match self {
            Self::Type(owner, TypePart::Field(name) | TypePart::Variant(name))
            | Self::Operation(
                owner,
                OperationPart::Parameter(name) | OperationPart::Answer(name),
            ) => format!("{owner}.{name}"),
            Self::Type(name, TypePart::Itself)
            | Self::Operation(name, OperationPart::Itself)
            | Self::Scheme(name) => name.clone(),
            Self::Server => String::new(),
        }
    }

    /// What [`Self::word`] and [`Self::name`] say of a key. `None` where they are no key.
    pub fn parse(word: &str, name: &str) -> Option<Self> {
        let part = || {
            let (owner, part) = name.split_once('.')?;
            Some((owner.to_owned(), part.to_owned()))
        };
        Some(match word {
            "type" => Self::Type(name.to_owned(), TypePart::Itself),
            "field" => part().map(|(owner, name)| Self::Type(owner, TypePart::Field(name)))?,
            "variant" => part().map(|(owner, name)| Self::Type(owner, TypePart::Variant(name)))?,
            "operation" => Self::Operation(name.to_owned(), OperationPart::Itself),
            "parameter" => part()
                .map(|(owner, name)| Self::Operation(owner, OperationPart::Parameter(name)))?,
            "answer" => {
                part().map(|(owner, name)| Self::Operation(owner, OperationPart::Answer(name)))?
            }
            "scheme" => Self::Scheme(name.to_owned()),
            "server" => Self::Server,
            _ => return None,
        })
    }

    /// The key of the whole that a part belongs to; the key itself where it is a whole.
    #[must_use]
    pub fn whole(&self) -> Self {
        match self {
            Self::Type(owner, _) => Self::Type(owner.clone(), TypePart::Itself),
            Self::Operation(owner, _) => Self::Operation(owner.clone(), OperationPart::Itself),
            other => other.clone(),
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name();
        let gap = if name.is_empty() { "" } else { " " };
        write!(formatter, "{}{gap}{name}", self.word())
    }
}
