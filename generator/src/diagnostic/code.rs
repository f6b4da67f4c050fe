//! The stable codes of all diagnostics, one row each.

/// Declares the codes: variant, text, title.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// What a diagnostic is about. The text of a code never changes its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name),* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The code as printed, for example `SW0101`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }
        }
    };
}

codes! {
    /// A file could not be read.
    Unreadable = "SW0001";
    /// The text is not YAML or JSON.
    Syntax = "SW0002";
    /// A key stands twice in one object.
    DuplicateKey = "SW0003";
    /// The document does not say which version of OpenAPI it is, or one that is not supported.
    Version = "SW0101";
    /// Something required is missing.
    Missing = "SW0102";
    /// A value has the wrong type.
    WrongType = "SW0103";
    /// A word is none of the allowed ones.
    UnknownWord = "SW0104";
    /// A key that the specification does not know.
    UnknownKey = "SW0105";
    /// A reference leads nowhere, or in a circle.
    Reference = "SW0106";
    /// A path template and its parameters do not agree.
    PathTemplate = "SW0107";
    /// Two operations have the same operationId.
    DuplicateOperationId = "SW0108";
    /// Two operations have the same method and path.
    DuplicateOperation = "SW0109";
    /// A default, example or enum value does not fit its schema.
    Mismatch = "SW0110";
    /// A security requirement names a scheme that does not exist.
    UnknownSecurityScheme = "SW0111";
    /// Parts of an allOf contradict each other.
    Contradiction = "SW0112";
    /// A reference leads to a file or URL that may not be read.
    ForbiddenReference = "SW0113";
    /// Legal, but not supported by this generator; what was left out is named.
    Unsupported = "SW0201";
    /// A keyword that is accepted and not enforced.
    NotEnforced = "SW0202";
    /// Nothing tells the branches of a union apart.
    AmbiguousUnion = "SW0203";
    /// A harmless breach of the specification that was read all the same.
    Tolerated = "SW0204";
    /// An option names something that the document does not have.
    UnmatchedOption = "SW0301";
}
