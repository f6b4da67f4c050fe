//! Names: casing, keywords, and one scope per Rust namespace in which clashes are settled.
//!
//! The constructors of the name types are private to `plan`: nobody else decides a name.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::{
    GeneralSecurityProfile, MixedScript, is_potential_mixed_script_confusable_char,
};

macro_rules! name_types {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
            pub struct $name(String);

            impl $name {
                pub(super) fn new(text: String) -> Self {
                    Self(text)
                }

                /// The name without the `r#` of a raw identifier.
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }
        )*
    };
}

name_types! {
    /// A struct, enum, trait or alias.
    TypeName
    /// A field or parameter.
    FieldName
    /// A variant of an enum.
    VariantName
    /// A function.
    FunctionName
    /// A module.
    ModuleName
}

/// Modules and functions that generated files import by these names, beside the modules that are named for tags.
const IMPORTED: [&str; 34] = [
    "byte_stream",
    "bytes",
    "client",
    "empty",
    "errors",
    "event_data",
    "event_objects",
    "event_source",
    "form",
    "form_read",
    "json",
    "json_event_objects",
    "json_lines",
    "json_sequence",
    "models",
    "multipart",
    "options",
    "parameters",
    "pattern",
    "request_stream",
    "responses",
    "routes",
    "runtime",
    "security",
    "self",
    "serde",
    "server",
    "service",
    "shared",
    "super",
    "text",
    "text_lines",
    "validate",
    "wire",
];

impl ModuleName {
    /// A scope for the modules that are named for tags.
    pub(super) fn scope() -> Scope {
        Scope::reserving(&IMPORTED)
    }

    /// The module of what several tags use.
    pub(super) fn shared() -> Self {
        Self::new("shared".to_owned())
    }

    /// The module of a tag, free in its scope. It is the name of a file, too, so it has ASCII letters only.
    pub(super) fn of_tag(scope: &mut Scope, tag: &str) -> Self {
        let ascii: String = tag
            .chars()
            .map(|c| if c.is_ascii() { c } else { ' ' })
            .collect();
        let name = match ascii.trim() {
            "" => "tag".to_owned(),
            ascii => snake_case(ascii),
        };
        Self::new(scope.allocate([name.clone(), format!("{name}_tag")]))
    }
}

/// One Rust namespace: names that are taken, and a way to get one that is not.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    taken: BTreeSet<String>,
    /// For names that were numbered, the number that is tried next.
    numbers: BTreeMap<String, u32>,
}

impl Scope {
    /// A scope in which these names are taken from the start.
    pub(super) fn reserving(names: &[&str]) -> Self {
        Self {
            taken: names.iter().map(|name| (*name).to_owned()).collect(),
            numbers: BTreeMap::new(),
        }
    }

    /// The same, with all names of another scope taken too.
    pub(super) fn and(mut self, other: &Self) -> Self {
        self.taken.extend(other.taken.iter().cloned());
        self
    }

    /// The name, if it is free.
    pub(super) fn claim(&mut self, name: String) -> Option<String> {
        self.taken.insert(name.clone()).then_some(name)
    }

    /// The first candidate that is free; a number is the last resort.
    pub(super) fn allocate(&mut self, candidates: impl IntoIterator<Item = String>) -> String {
        let mut last = String::new();
        for candidate in candidates {
            if self.taken.insert(candidate.clone()) {
                return candidate;
            }
            last = candidate;
        }
        let separator = if last.ends_with(|character: char| character.is_ascii_digit()) {
            "_"
        } else {
            ""
        };
        let number = self.numbers.entry(last.clone()).or_insert(2);
        loop {
            let candidate = format!("{last}{separator}{number}");
            *number += 1;
            if self.taken.insert(candidate.clone()) {
                return candidate;
            }
        }
    }
}

/// Type names that generated code uses unqualified, or that would shadow what people expect.
pub(super) const RESERVED_TYPES: &[&str] = &[
    "Any",
    "AnyDeserializer",
    "AnyMap",
    "AnySerializer",
    "Binary",
    "Base64",
    "JsonText",
    "BTreeMap",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "DecimalNumber",
    "Default",
    "Display",
    "Eq",
    "Err",
    "Error",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromStr",
    "Hash",
    "HashMap",
    "IndexMap",
    "Into",
    "Iterator",
    "Maybe",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "RecordMembers",
    "Result",
    "Rfc3339Date",
    "Rfc3339DateTime",
    "Self",
    "Send",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "Vec",
];

/// A type name: `proxy_provider` gives `ProxyProvider`.
pub(super) fn type_case(text: &str) -> String {
    let name = starting_with_letter(words_or_symbols(text).to_upper_camel_case(), "T");
    // Where nothing is left but the prefix, more words may follow: `TApi`, not `T_Api`.
    name.trim_end_matches('_').to_owned()
}

/// Whether a user can demand a text as a name.
pub(super) fn is_name(text: &str) -> bool {
    let fits = |character: char| is_name_character(character) || character == '_';
    text.chars().all(fits) && text.chars().any(is_name_character) && text.split('_').all(is_clear)
}

/// A type name that a user demands: as it is, if Rust would write it so.
pub(super) fn pinned_type_case(text: &str) -> String {
    let is_camel = text.starts_with(|first: char| first.is_ascii_uppercase())
        && text
            .chars()
            .all(|character| character.is_ascii_alphanumeric());
    if is_camel {
        text.to_owned()
    } else {
        type_case(text)
    }
}

/// A variant name: `forward_single` gives `ForwardSingle`, `1.1` gives `V1_1`.
pub(super) fn variant_case(text: &str) -> String {
    if text.is_empty() {
        return "Empty".to_owned();
    }
    starting_with_letter(
        digits_apart(&words_or_symbols(text).to_upper_camel_case(), text),
        "V",
    )
}

/// A field or function name: `externalHost` gives `external_host`.
pub(super) fn snake_case(text: &str) -> String {
    let name = words_or_symbols(text).to_snake_case();
    let name = starting_with_letter(name, "n");
    match name.as_str() {
        // These four cannot be raw identifiers.
        "self" | "super" | "crate" | "_" => format!("{name}_"),
        _ => name,
    }
}

/// A constant: `deviceAuth` gives `DEVICE_AUTH`.
pub(super) fn constant_case(text: &str) -> String {
    starting_with_letter(words_or_symbols(text).to_shouty_snake_case(), "N")
}

/// Names for a value whose plain name is taken, from the most telling one.
pub(super) fn variant_candidates(text: &str) -> Vec<String> {
    let plain = variant_case(text);
    let mut candidates = vec![plain.clone()];
    let first = text
        .chars()
        .next()
        .filter(|character| !character.is_alphanumeric());
    if let Some(symbol) = first {
        candidates.push(format!(
            "{}{plain}",
            symbols(&symbol.to_string()).to_upper_camel_case()
        ));
    }
    let letters = || text.chars().filter(|character| character.is_alphabetic());
    if letters().all(char::is_lowercase) {
        candidates.push(format!("{plain}Lowercase"));
    } else if letters().all(char::is_uppercase) {
        candidates.push(format!("{plain}Uppercase"));
    }
    candidates
}

/// The words of a text; those of its symbols, if it has no others.
fn words_or_symbols(text: &str) -> String {
    // Composed, as the compiler does with names.
    let text: Cow<'_, str> = if text.is_ascii() {
        text.into()
    } else {
        text.nfc().collect()
    };
    if text.contains(is_name_character) {
        words(&text)
    } else {
        symbols(&text)
    }
}

/// Everything that is no letter or digit becomes a word border.
fn words(text: &str) -> String {
    let words = text.split(|character| !is_name_character(character));
    let clear = words.map(|word| {
        if is_clear(word) {
            word.into()
        } else {
            spelt_out(word)
        }
    });
    clear.collect::<Vec<Cow<'_, str>>>().join("_")
}

/// Whether a word cannot be taken for one of other letters: it is Latin, or of one script and has a letter that no other script
/// has. The compiler warns of names that look alike, and of scripts of which nothing else is used (UTS 39, 4 and 5.1).
fn is_clear(word: &str) -> bool {
    let is_latin = || format!("a{word}").is_single_script();
    let is_telling = |character: char| !is_potential_mixed_script_confusable_char(character);
    word.is_ascii() || is_latin() || (word.is_single_script() && word.contains(is_telling))
}

/// The word with the numbers of those letters that could be taken for others.
fn spelt_out(word: &str) -> Cow<'_, str> {
    let letters = word.chars().map(|letter| {
        if letter.is_ascii() {
            letter.to_string()
        } else {
            format!("_{}_", symbol_word(letter))
        }
    });
    letters.collect::<String>().into()
}

/// Whether a character can stand in a Rust identifier without a warning of the compiler: a letter or digit that
/// Unicode's profile for identifiers (UTS 39, 3.1) allows, which leaves out forms like `ﬁ` and `Ⅷ`.
fn is_name_character(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || (character.is_alphabetic() && character.identifier_allowed())
}

/// `to_upper_camel_case` joins the digits of `1.1`; here they stay apart.
fn digits_apart(camel: &str, text: &str) -> String {
    let is_version = text
        .chars()
        .all(|character| character.is_ascii_digit() || matches!(character, '.' | '_' | '-'));
    if is_version && text.starts_with(|character: char| character.is_ascii_digit()) {
        text.replace(['.', '-'], "_")
            .trim_end_matches('_')
            .to_owned()
    } else {
        camel.to_owned()
    }
}

fn starting_with_letter(name: String, prefix: &str) -> String {
    if name.is_empty() {
        format!("{prefix}_")
    } else if name.starts_with(|first: char| first.is_alphabetic() && !is_combining_mark(first)) {
        name
    } else {
        format!("{prefix}{name}")
    }
}

/// Words for a text that has neither letters nor digits.
fn symbols(text: &str) -> String {
    text.chars().map(symbol_word).collect::<Vec<_>>().join("_")
}

fn symbol_word(symbol: char) -> String {
    let word = match symbol {
        '-' => "minus",
        '+' => "plus",
        '*' => "asterisk",
        '/' => "slash",
        '\\' => "backslash",
        '=' => "equals",
        '<' => "less",
        '>' => "greater",
        '!' => "not",
        '?' => "question",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '%' => "percent",
        '&' => "and",
        '|' => "or",
        '@' => "at",
        '#' => "hash",
        '$' => "dollar",
        '~' => "tilde",
        '^' => "caret",
        '_' => "underscore",
        '(' | ')' => "parenthesis",
        '[' | ']' => "bracket",
        '{' | '}' => "brace",
        '\'' | '"' | '`' => "quote",
        ' ' => "space",
        other => return format!("u{:x}", u32::from(other)),
    };
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_are_named_for_their_values() {
        let table = [
            ("forward_single", "ForwardSingle"),
            ("authentik.core", "AuthentikCore"),
            ("urn:ietf:rfc:8935", "UrnIetfRfc8935"),
            ("1.1", "V1_1"),
            ("11", "V11"),
            ("6", "V6"),
            ("", "Empty"),
            ("NO", "No"),
            ("*", "Asterisk"),
            ("static", "Static"),
            ("日本", "日本"),
            ("ﬁ", "Ufb01"),
            ("cafe\u{301}", "Café"),
            ("имя", "Имя"),
            ("ѕсоре", "U455U441U43eU440U435"),
            ("тo", "U442O"),
            ("口", "U53e3"),
            ("kapı", "Kapı"),
            ("ß", "SS"),
        ];
        for (text, expected) in table {
            assert_eq!(variant_case(text), expected, "{text:?}");
        }
    }

    #[test]
    fn clashes_are_settled_by_what_tells_the_values_apart() {
        let mut scope = Scope::default();
        let names: Vec<String> = ["name", "-name", "ASC", "asc", "asc "]
            .iter()
            .map(|text| scope.allocate(variant_candidates(text)))
            .collect();
        assert_eq!(
            names,
            ["Name", "MinusName", "Asc", "AscLowercase", "AscLowercase2"]
        );
    }

    #[test]
    fn fields_and_functions_keep_off_words_that_cannot_be_names() {
        for (text, expected) in [
            ("certificate__kp_uuid__iexact", "certificate_kp_uuid_iexact"),
            ("externalHost", "external_host"),
            ("self", "self_"),
            ("+1", "n1"),
            ("@type", "type"),
            ("_", "underscore"),
        ] {
            assert_eq!(snake_case(text), expected, "{text:?}");
        }
    }

    #[test]
    fn reserved_names_are_never_given() {
        let mut scope = Scope::reserving(RESERVED_TYPES);
        assert_eq!(
            scope.allocate([type_case("option"), "OptionModel".to_owned()]),
            "OptionModel"
        );
    }
}
