//! A program that uses all of what generated code offers to callers, written from its surface: it builds what is sent,
//! reads what is received, matches every enum, and calls every operation.

use std::collections::{BTreeMap, BTreeSet};

use specwright_core::surface::{Entry, Key, OperationPart, Surface, TypePart};

/// The program; the code is its module `api`.
pub(crate) fn consumer(surface: &Surface) -> String {
    let mut text = "#![allow(warnings)]\nuse std::collections::BTreeMap;\n\
                    use crate::api::client::{Client, Error};\n\
                    #[allow(ambiguous_glob_imports)] use crate::api::models::*;\n"
        .to_owned();
    for module in ["errors", "requests", "responses"] {
        text.push_str(&format!("use crate::api::{module}::*;\n"));
    }
    for (key, entry) in surface.iter() {
        match key {
            Key::Type(name, TypePart::Itself) => text.push_str(&of_type(surface, name, entry)),
            Key::Operation(name, OperationPart::Itself) => {
                text.push_str(&of_operation(surface, name, entry));
            }
            _ => {}
        }
    }
    for (name, variants) in answers(surface) {
        text.push_str(&matching("answer", &name, &variants));
    }
    text
}

fn parts<'s>(surface: &'s Surface, name: &'s str) -> impl Iterator<Item = (&'s str, &'s Entry)> {
    surface.iter().filter_map(move |(key, entry)| match key {
        Key::Type(owner, TypePart::Field(part) | TypePart::Variant(part)) if owner == name => {
            Some((part.as_str(), entry))
        }
        _ => None,
    })
}

fn of_type(surface: &Surface, name: &str, entry: &Entry) -> String {
    let used = entry.fact("used");
    let is_built = used.is_empty() || used.contains("sent");
    let is_read = used.is_empty() || used.contains("received");
    let parts: Vec<(&str, &Entry)> = parts(surface, name).collect();
    let mut text = String::new();
    match entry.fact("kind") {
        "struct" | "tuple" => {
            if is_read {
                let fields = parts.iter().map(|(field, one)| {
                    format!(
                        "    let _: &{} = &value.{};\n",
                        one.fact("type"),
                        ident(field)
                    )
                });
                let fields: String = fields.collect();
                text.push_str(&format!("fn read_{name}(value: &{name}) {{\n{fields}}}\n"));
            }
            if is_built {
                text.push_str(&building(name, entry, &parts));
            }
        }
        "enum" | "union" => {
            if is_read {
                let variants: BTreeSet<String> = parts
                    .iter()
                    .map(|(name, _)| format!("{name} {{ .. }}"))
                    .collect();
                text.push_str(&matching("read", name, &variants));
            }
            if is_built {
                for (variant, one) in &parts {
                    let value = match one.fact("type") {
                        "" => format!("() -> {name} {{ {name}::{variant} }}"),
                        value => {
                            format!("(value: {value}) -> {name} {{ {name}::{variant}(value) }}")
                        }
                    };
                    text.push_str(&format!("fn build_{name}_{variant}{value}\n"));
                }
            }
        }
        _ => {
            let target = entry.fact("target");
            if entry.fact("kind") == "alias" {
                text.push_str(&format!(
                    "fn use_{name}(value: {target}) -> {name} {{ value }}\n"
                ));
            }
        }
    }
    text
}

fn building(name: &str, entry: &Entry, parts: &[(&str, &Entry)]) -> String {
    let arguments = parts
        .iter()
        .map(|(field, one)| format!("{}: {}", ident(field), one.fact("type")));
    let arguments = arguments.collect::<Vec<_>>().join(", ");
    let fields: Vec<String> = parts.iter().map(|(field, _)| ident(field)).collect();
    let new = entry
        .fact("new")
        .trim_start_matches('(')
        .trim_end_matches(')');
    let required: Vec<String> = split(new)
        .iter()
        .map(|one| one.split(':').next().unwrap().to_owned())
        .collect();
    let rest = if !required.is_empty() {
        let required: Vec<String> = required.iter().map(|one| ident(one)).collect();
        format!(", ..{name}::new({})", required.join(", "))
    } else if entry.fact("default") == "yes" {
        ", ..Default::default()".to_owned()
    } else {
        String::new()
    };
    let set: Vec<String> = fields
        .into_iter()
        .filter(|field| rest.is_empty() || !required.iter().any(|one| ident(one) == *field))
        .collect();
    let rest = if set.is_empty() {
        rest.trim_start_matches(", ").to_owned()
    } else {
        rest
    };
    format!(
        "fn build_{name}({arguments}) -> {name} {{ {name} {{ {}{rest} }} }}\n",
        set.join(", ")
    )
}

fn of_operation(surface: &Surface, name: &str, entry: &Entry) -> String {
    let mut arguments = vec!["client: &Client".to_owned()];
    let mut chained = String::new();
    let required = entry
        .fact("arguments")
        .trim_start_matches('(')
        .trim_end_matches(')');
    let required = split(required);
    arguments.extend(required.iter().map(|one| {
        let (name, value) = one.split_once(": ").unwrap();
        format!("{}: {value}", ident(name))
    }));
    for (key, one) in surface.iter() {
        if let Key::Operation(owner, OperationPart::Parameter(parameter)) = key
            && owner == name
            && one.fact("required") == "no"
            && !one.fact("argument").is_empty()
        {
            let parameter = ident(parameter);
            arguments.push(format!("{parameter}: {}", one.fact("argument")));
            chained.push_str(&format!(".{parameter}({parameter})"));
        }
    }
    let passed: Vec<String> = required
        .iter()
        .map(|one| ident(one.split(':').next().unwrap()))
        .collect();
    let (returns, error) = (entry.fact("returns"), entry.fact("error"));
    let result = if error.is_empty() {
        format!("let answer: {returns} = call.await.unwrap_or_else(|_| panic!());")
    } else {
        format!("let answer: Result<{returns}, Error<{error}>> = call.await;")
    };
    format!(
        "async fn call_{name}({}) {{\n    let call = client.{}({}){chained};\n    {result}\n}}\n",
        arguments.join(", "),
        ident(name),
        passed.join(", ")
    )
}

/// The enums of answers and bodies, with the patterns of their variants.
fn answers(surface: &Surface) -> BTreeMap<String, BTreeSet<String>> {
    let mut enums: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (key, entry) in surface.iter() {
        if let Some((name, variant)) = entry.fact("variant").split_once("::") {
            let fields = fields(key, entry);
            enums
                .entry(name.to_owned())
                .or_default()
                .insert(format!("{variant}{fields}"));
        }
    }
    enums
}

/// What a variant holds, all of it named: a field more is noticed.
fn fields(key: &Key, entry: &Entry) -> &'static str {
    let Key::Operation(_, OperationPart::Answer(status)) = key else {
        return " { .. }";
    };
    let is_one = status.starts_with(|first: char| first.is_ascii_digit()) && !status.contains("XX");
    match (is_one, entry.fact("type") == "()") {
        (true, true) => "",
        (true, false) => "(_)",
        (false, true) => " { status: _ }",
        (false, false) => " { status: _, body: _ }",
    }
}

fn matching(word: &str, name: &str, patterns: &BTreeSet<String>) -> String {
    let arms = patterns
        .iter()
        .map(|pattern| format!("        {name}::{pattern} => {{}}\n"));
    let arms: String = arms.collect();
    format!("fn {word}_{name}(value: &{name}) {{\n    match value {{\n{arms}    }}\n}}\n")
}

/// Arguments at the commas that separate them.
fn split(arguments: &str) -> Vec<String> {
    let (mut depth, mut list, mut start) = (0, Vec::new(), 0);
    for (index, letter) in arguments.char_indices() {
        match letter {
            '<' | '(' | '[' => depth += 1,
            '>' | ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                list.push(arguments[start..index].trim().to_owned());
                start = index + 1;
            }
            _ => {}
        }
    }
    list.push(arguments[start..].trim().to_owned());
    list.retain(|one| !one.is_empty());
    list
}

fn ident(name: &str) -> String {
    match name {
        "type" | "match" | "in" | "ref" | "async" | "use" | "where" | "for" | "enum" | "struct"
        | "default" | "move" | "mod" | "static" | "fn" | "box" | "final" | "override"
        | "abstract" | "virtual" | "macro" | "pub" | "loop" | "if" | "else" | "return"
        | "continue" | "break" | "true" | "false" | "trait" | "impl" | "const" | "as" | "do"
        | "yield" | "try" | "gen" | "priv" | "become" | "unsized" | "typeof" | "let" | "mut"
        | "await" | "dyn" | "extern" | "unsafe" | "while"
            if name != "default" =>
        {
            format!("r#{name}")
        }
        _ => name.to_owned(),
    }
}
