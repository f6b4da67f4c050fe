//! Sets of the kinds of JSON values (`type`).

/// A kind of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `boolean`.
    Boolean,
    /// `integer`.
    Integer,
    /// `number`.
    Number,
    /// `string`.
    Text,
    /// `array`.
    List,
    /// `object`.
    Object,
    /// `file`, bytes as they are (Swagger 2.0; found in later versions too).
    File,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Null,
        Self::Boolean,
        Self::Integer,
        Self::Number,
        Self::Text,
        Self::List,
        Self::Object,
        Self::File,
    ];

    /// The words of `type`, for messages; `file` is no word of OpenAPI 3.
    pub(super) const WORDS: [&'static str; 7] = [
        "null", "boolean", "integer", "number", "string", "array", "object",
    ];

    /// The kind with this word.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "null" => Self::Null,
            "boolean" => Self::Boolean,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "string" => Self::Text,
            "array" => Self::List,
            "object" => Self::Object,
            "file" => Self::File,
            _ => return None,
        })
    }
}

/// A set of kinds; the empty one stands for "nothing stated".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// Whether nothing is stated.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this kind is in it.
    pub fn contains(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }

    /// The set and this kind.
    #[must_use]
    pub fn with(self, kind: Kind) -> Self {
        Self(self.0 | (1 << kind as u8))
    }

    /// The set without this kind.
    #[must_use]
    pub fn without(self, kind: Kind) -> Self {
        Self(self.0 & !(1 << kind as u8))
    }

    /// The kinds that are in both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The kinds in it.
    pub fn iter(self) -> impl Iterator<Item = Kind> {
        Kind::ALL
            .into_iter()
            .filter(move |kind| self.contains(*kind))
    }
}
