//! What a user can choose, declared once: a setter of the builder, a command-line flag, a key of the macro and a key of
//! a configuration file for each.

pub mod file;
pub mod json_schema;

use crate::diagnostic::{Diagnostic, Misfit, Place};

/// Declares the options. Parts are switches of the builder and words of one list elsewhere
/// (`--only models,client`, `generate = [models, client]`); words are one of a few; lists are lists of texts everywhere.
macro_rules! options {
    (
        parts { $($(#[doc = $part_doc:literal])* $part:ident;)* }
        words { $($(#[doc = $word_doc:literal])* $word:ident: $type:ident = $default:ident, flag $word_flag:literal {
            $($(#[doc = $variant_doc:literal])* $variant:ident = $text:literal;)*
        })* }
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

        $(
            $(#[doc = $word_doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub enum $type {
                $($(#[doc = $variant_doc])* $variant,)*
            }

            impl Default for $type {
                fn default() -> Self {
                    Self::$default
                }
            }

            impl $type {
                /// The words on the command line, in the macro and in a configuration file.
                pub const WORDS: &'static [&'static str] = &[$($text),*];

                fn from_words(words: &[String]) -> Option<Self> {
                    match words.last()?.as_str() {
                        $($text => Some(Self::$variant),)*
                        _ => None,
                    }
                }
            }
        )*

        /// What a user can choose. What is not chosen here may be in a configuration file.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Options {
            /// Which parts are generated; default: all.
            pub parts: Option<Parts>,
            $($(#[doc = $word_doc])* pub $word: Option<$type>,)*
            $($(#[doc = $list_doc])* pub $list: Vec<String>,)*
            /// A configuration file: what it says holds for all that is not chosen here.
            pub config: Option<std::path::PathBuf>,
            /// Where a configuration file says what, by key and text.
            pub places: Vec<(&'static str, String, Place)>,
        }

        impl Options {
            /// The same, with what another one says of all that is not chosen here.
            #[must_use]
            pub fn or(self, other: Self) -> Self {
                Self {
                    parts: self.parts.or(other.parts),
                    $($word: self.$word.or(other.$word),)*
                    $($list: if self.$list.is_empty() { other.$list } else { self.$list },)*
                    config: self.config,
                    places: [self.places, other.places].concat(),
                }
            }
        }

        /// Every option that is written as words.
        pub const CHOICES: &[Choice] = &[
            Choice {
                key: "generate",
                flag: "only",
                value: "PARTS",
                help: "Only these parts: models, client, server; all by default. Models are always written, since the others stand on them",
                words: &[MODELS, $(stringify!($part)),*],
                single: false,
                set: |options, words| {
                    let has = |part: &str| words.iter().any(|word| word == part);
                    options.parts = Some(Parts { $($part: has(stringify!($part))),* });
                },
            },
            $(Choice {
                key: stringify!($word),
                flag: $word_flag,
                value: "WORD",
                help: concat!($($word_doc),*),
                words: $type::WORDS,
                single: true,
                set: |options, words| options.$word = $type::from_words(&words),
            },)*
            $(Choice {
                key: stringify!($list),
                flag: $flag,
                value: $value,
                help: concat!($($list_doc),*),
                words: &[],
                single: false,
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
                        self.options.parts.get_or_insert_default().$part = wanted;
                        self
                    }
                )*
                $(
                    $(#[doc = $word_doc])*
                    #[must_use]
                    pub fn $word(mut self, word: $crate::options::$type) -> Self {
                        self.options.$word = Some(word);
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
    words {
        /// The crate whose types stand for dates and points in time
        date_time: DateTime = Chrono, flag "date-time" {
            /// `chrono::DateTime<Utc>` and `chrono::NaiveDate`.
            Chrono = "chrono";
            /// `time::OffsetDateTime` and `time::Date`.
            Time = "time";
            /// `jiff::Timestamp` and `jiff::civil::Date`.
            Jiff = "jiff";
            /// `String`, as it was written.
            Text = "string";
        }
        /// The type that stands for UUIDs
        uuid: Uuid = Uuid, flag "uuid" {
            /// `uuid::Uuid`.
            Uuid = "uuid";
            /// `String`, as it was written.
            Text = "string";
        }
        /// The type that stands for `format: decimal`
        decimal: Decimal = Primitive, flag "decimal" {
            /// `f64` for numbers, `String` for texts.
            Primitive = "primitive";
            /// `rust_decimal::Decimal`.
            RustDecimal = "rust_decimal";
        }
        /// The type that stands for objects whose keys are data
        map: Map = BTreeMap, flag "map" {
            /// `std::collections::BTreeMap`: sorted by key.
            BTreeMap = "BTreeMap";
            /// `std::collections::HashMap`: in no order.
            HashMap = "HashMap";
            /// `indexmap::IndexMap`: in the order of the JSON.
            IndexMap = "IndexMap";
        }
        /// What records spans through the crate `tracing`, named as OpenTelemetry names them
        tracing: Tracing = Off, flag "tracing" {
            /// Nothing.
            Off = "off";
            /// The client, if its builder is told so by `traced`.
            Client = "client";
        }
        /// Whether calls can be waited for by code that is not async
        blocking: Blocking = Off, flag "blocking" {
            /// No.
            Off = "off";
            /// Yes: the client module has `Wait`, by which `call.wait()` stands for `call.await`, and `Each` for streams.
            On = "on";
        }
        /// Whether there is a double of the server for tests of programs that use the client
        mock: Mock = Off, flag "mock" {
            /// No.
            Off = "off";
            /// Yes: the module `mock`, whose `Mock` answers by the document's examples and values of its schemas, or as it is told.
            On = "on";
        }
        /// Whether the server module has the document, as its constant `DOCUMENT`, and `document()`, a router that serves it
        serve_document: ServeDocument = Off, flag "serve-document" {
            /// No.
            Off = "off";
            /// As JSON, under `/openapi.json`.
            Json = "json";
        }
        /// What is generated for webhooks and callbacks
        webhooks: Webhooks = Off, flag "webhooks" {
            /// Nothing.
            Off = "off";
            /// In the server, a trait and a router for those who receive them; in the client, what sends them.
            On = "on";
        }
    }
    lists {
        /// Only the operations whose first tag is one of these, and the types they use; all by default
        tags: flag "tag", value "NAME";
        /// Only operations that one of these fits: `tag:NAME`, `path:/pets/**`, `id:list*` or `method:GET`; several with spaces between them must all fit
        include: flag "include", value "SELECTOR";
        /// No operations that one of these fits, written like those of `include`
        exclude: flag "exclude", value "SELECTOR";
        /// Enumerations that keep values which they do not name: `all`, `none`, or schemas, by name or pointer; by default those that the document calls extensible
        open_enums: flag "open-enum", value "SCHEMA";
        /// Names in Rust, each written `WHAT=NAME`; WHAT is a schema, `Schema.property`, `Schema.value`, an operation or `operation.parameter`, or a JSON pointer
        rename: flag "rename", value "WHAT=NAME";
        /// Types of yours in the stead of schemas, each written `SCHEMA=PATH`, or `SCHEMA=PATH CRATE@VERSION` with the crate that PATH comes from
        replace: flag "replace", value "SCHEMA=PATH";
        /// What types derive beyond what they do: `PATHS` for all or `SCHEMA=PATHS` for one, which may end in ` CRATE@VERSION`
        derive: flag "derive", value "PATHS";
        /// Overlays (OpenAPI Overlay 1.0 or 1.1) that are applied to the document before it is read, in their order; a relative path starts at the folder of the document
        overlays: flag "overlay", value "FILE";
        /// Folders, beside that of the document, whose files it may refer to; a relative path starts at the folder of the document
        reference_folders: flag "reference-folder", value "FOLDER";
        /// Local copies of URLs that the document refers to, each written `URL PATH sha256:HASH`; a relative path starts at the folder of the document
        reference_copies: flag "reference-copy", value "COPY";
        /// Messages that are no failure, by their codes: a warning is not shown, an error is a warning
        allow: flag "allow", value "CODE";
        /// Warnings that are errors, by their codes; `warnings` stands for all
        deny: flag "deny", value "CODE";
        /// Limits of what documents may hold, each written `NAME=NUMBER`: bytes, depth, nodes, aliases, references, types
        limits: flag "limit", value "NAME=NUMBER";
    }
}

impl Default for Parts {
    fn default() -> Self {
        Self::ALL
    }
}

impl Options {
    /// Where a configuration file says this, if one does.
    pub fn place(&self, key: &str, text: &str) -> Option<&Place> {
        let mut places = self.places.iter();
        places
            .find(|(one, said, _)| *one == key && said == text)
            .map(|(_, _, place)| place)
    }

    /// A message about what an option says, with the place of that where a configuration file says it.
    pub fn locate(&self, misfit: Misfit) -> Diagnostic {
        let place = self.place(misfit.key, &misfit.text).cloned();
        let mut diagnostic = misfit.diagnostic;
        diagnostic.place = diagnostic.place.or(place);
        diagnostic
    }
}

/// An option that is written as words.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// The key of the macro and of a configuration file.
    pub key: &'static str,
    /// The command-line flag, without dashes.
    pub flag: &'static str,
    /// What the help calls the flag's value.
    pub value: &'static str,
    /// What it does, in one line.
    pub help: &'static str,
    /// The words it takes; empty: any text.
    pub words: &'static [&'static str],
    /// Whether it takes one word only.
    pub single: bool,
    /// Stores the words.
    pub set: fn(&mut Options, Vec<String>),
}

impl Choice {
    /// Whether it is written `WHAT=VALUE`, which is a table in a file.
    fn is_table(&self) -> bool {
        self.value.contains('=') || self.key == "derive"
    }
}
