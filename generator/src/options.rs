//! What a user can choose, declared once: a setter of the builder, a command-line flag and a key of the
//! macro for each.

/// Declares the options. Parts are switches of the builder and words of one list elsewhere
/// (`--only models,client`, `generate = [models, client]`); lists are lists of texts everywhere.
macro_rules! options {
    (
        parts { $($(#[doc = $part_doc:literal])* $part:ident;)* }
        lists { $($(#[doc = $list_doc:literal])* $list:ident: flag $flag:literal, value $value:literal;)* }
    ) => {
        /// Which parts of the code are generated. Models always are, since the others stand on them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Parts {
            $($(#[doc = $part_doc])* pub $part: bool,)*
        }

        impl Parts {
            /// Every part.
            pub const ALL: Self = Self { $($part: true),* };
            /// Only the models.
            pub const NONE: Self = Self { $($part: false),* };
        }

        /// What a user can choose.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Options {
            /// Which parts are generated; default: all.
            pub parts: Parts,
            $($(#[doc = $list_doc])* pub $list: Vec<String>,)*
        }

        impl Default for Options {
            fn default() -> Self {
                Self { parts: Parts::ALL, $($list: Vec::new()),* }
            }
        }

        /// Every option that is written as a list of words.
        pub const CHOICES: &[Choice] = &[
            Choice {
                key: "generate",
                flag: "only",
                value: "PARTS",
                help: "Only these parts: models, client, server; all by default. Models are always written, since the others stand on them",
                words: &[MODELS, $(stringify!($part)),*],
                set: |options, words| {
                    let has = |part: &str| words.iter().any(|word| word == part);
                    options.parts = Parts { $($part: has(stringify!($part))),* };
                },
            },
            $(Choice {
                key: stringify!($list),
                flag: $flag,
                value: $value,
                help: concat!($($list_doc),*),
                words: &[],
                set: |options, words| options.$list = words,
            },)*
        ];

        /// The setters of a builder that has a field `options`.
        #[doc(hidden)]
        #[macro_export]
        macro_rules! option_setters {
            () => {
                $(
                    $(#[doc = $part_doc])*
                    #[must_use]
                    pub fn $part(mut self, wanted: bool) -> Self {
                        self.options.parts.$part = wanted;
                        self
                    }
                )*
                $(
                    $(#[doc = $list_doc])*
                    #[must_use]
                    pub fn $list<T: Into<String>>(mut self, values: impl IntoIterator<Item = T>) -> Self {
                        self.options.$list = values.into_iter().map(Into::into).collect();
                        self
                    }
                )*
            };
        }
    };
}

/// The word for the part that is always there.
const MODELS: &str = "models";

options! {
    parts {
        /// The client: one method per operation, over reqwest. On by default.
        client;
        /// The server: one trait per tag and an axum router. On by default.
        server;
    }
    lists {
        /// Only the operations whose first tag is one of these, and the types they use; all by default
        tags: flag "tag", value "NAME";
        /// Folders, beside that of the document, whose files it may refer to; a relative path starts at the folder of the document
        reference_folders: flag "reference-folder", value "FOLDER";
        /// Local copies of URLs that the document refers to, each written `URL PATH sha256:HASH`; a relative path starts at the folder of the document
        reference_copies: flag "reference-copy", value "COPY";
    }
}

/// An option that is written as a list of words.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// The key of the macro.
    pub key: &'static str,
    /// The command-line flag, without dashes.
    pub flag: &'static str,
    /// What the help calls the flag's value.
    pub value: &'static str,
    /// What it does, in one line.
    pub help: &'static str,
    /// The words it takes; empty: any text.
    pub words: &'static [&'static str],
    /// Stores the words.
    pub set: fn(&mut Options, Vec<String>),
}
