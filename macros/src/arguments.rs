//! What stands between the braces of `include_api!`.

use proc_macro2::Span;
use specwright_core::diagnostic::closest;
use specwright_core::options::{CHOICES, Choice, Options};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Error, Ident, LitStr, Token, bracketed};

/// The key of the document's path.
const SPEC: &str = "spec";
/// The key of the path of a configuration file.
const CONFIG: &str = "config";

/// The parsed arguments.
pub(crate) struct Arguments {
    /// The path of the document.
    pub(crate) spec: LitStr,
    /// The options.
    pub(crate) options: Options,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> Result<Self, Error> {
        if input.peek(LitStr) {
            let spec = input.parse()?;
            input.parse::<Option<Token![,]>>()?;
            return Ok(Self {
                spec,
                options: Options::default(),
            });
        }
        let mut spec = None;
        let mut options = Options::default();
        let mut seen: Vec<Ident> = Vec::new();
        while !input.is_empty() {
            let key = input.call(Ident::parse_any)?;
            if seen.contains(&key) {
                return Err(Error::new(key.span(), format!("`{key}` stands here twice")));
            }
            let known = known_key(&key)?;
            input.parse::<Token![=]>()?;
            match known {
                Key::Spec => spec = Some(input.parse()?),
                Key::Config => {
                    options.config = Some(input.parse::<LitStr>()?.value().into());
                }
                Key::Choice(choice) => (choice.set)(&mut options, words(input, choice)?),
            }
            seen.push(key);
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        let spec = spec.ok_or_else(|| {
            Error::new(
                Span::call_site(),
"the path of the document is missing: `include_api!(\"specs/api.yaml\")` or `spec = \"specs/api.yaml\"`")
        })?;
        Ok(Self { spec, options })
    }
}

/// What a key stands for.
enum Key {
    Spec,
    Config,
    Choice(&'static Choice),
}

fn known_key(key: &Ident) -> Result<Key, Error> {
    if key == SPEC {
        return Ok(Key::Spec);
    }
    if key == CONFIG {
        return Ok(Key::Config);
    }
    if let Some(choice) = CHOICES.iter().find(|choice| key == choice.key) {
        return Ok(Key::Choice(choice));
    }
    let known = [SPEC, CONFIG]
        .into_iter()
        .chain(CHOICES.iter().map(|choice| choice.key));
    Err(unknown(key.span(), "key", &key.to_string(), known))
}

/// A bracketed list of texts, or one word where only one can be; the fixed words of an option may be written without
/// quotes.
fn words(input: ParseStream<'_>, choice: &Choice) -> Result<Vec<String>, Error> {
    let words: Vec<Word> = if choice.single {
        vec![input.parse()?]
    } else {
        let list;
        bracketed!(list in input);
        let words = Punctuated::<Word, Token![,]>::parse_terminated(&list)?;
        words.into_iter().collect()
    };
    words
        .into_iter()
        .map(|word| {
            if choice.words.is_empty() && word.quoted || choice.words.contains(&word.text.as_str())
            {
                Ok(word.text)
            } else if choice.words.is_empty() {
                Err(Error::new(
                    word.span,
                    format!("put quotes around it: \"{}\"", word.text),
                ))
            } else {
                Err(unknown(
                    word.span,
                    "word",
                    &word.text,
                    choice.words.iter().copied(),
                ))
            }
        })
        .collect()
}

/// One element of a list.
struct Word {
    text: String,
    quoted: bool,
    span: Span,
}

impl Parse for Word {
    fn parse(input: ParseStream<'_>) -> Result<Self, Error> {
        if input.peek(LitStr) {
            let literal: LitStr = input.parse()?;
            return Ok(Self {
                text: literal.value(),
                quoted: true,
                span: literal.span(),
            });
        }
        let ident = input.call(Ident::parse_any)?;
        Ok(Self {
            text: ident.to_string(),
            quoted: false,
            span: ident.span(),
        })
    }
}

/// The error for a key or word that does not exist: which one is meant, or which there are.
fn unknown(
    span: Span,
    what: &str,
    text: &str,
    known: impl Iterator<Item = &'static str> + Clone,
) -> Error {
    let all: Vec<String> = known.clone().map(|word| format!("`{word}`")).collect();
    let hint = match closest(text, known) {
        Some(word) => format!("did you mean `{word}`?"),
        None => format!("there are {}", all.join(", ")),
    };
    Error::new(span, format!("there is no {what} `{text}`; {hint}"))
}
