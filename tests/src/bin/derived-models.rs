//! Prints the models of a document as a hand would write them with serde's derives: the yardstick for the
//! compile time of the generated models. `compile-time.py` measures both.
//!
//! Usage: `derived-models SPEC > lib.rs`

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use specwright_core::options::Options;
use specwright_core::pipeline::generate;
use specwright_core::plan::{
    FieldItem, Presence, RustType, StructItem, TypeItem, TypeKind, UnionItem, UnionReading,
};
use specwright_core::source::Input;

fn main() -> ExitCode {
    let Some(spec) = std::env::args_os().nth(1) else {
        return ExitCode::from(2);
    };
    let generation = generate(&Input::File(PathBuf::from(spec)), &Options::default());
    let Some(plan) = &generation.plan else {
        return ExitCode::FAILURE;
    };
    let mut text =
        String::from("use serde::{Deserialize, Serialize};\nuse std::collections::BTreeMap;\n");
    text.push_str("fn is_absent<T>(value: &Option<T>) -> bool { value.is_none() }\n");
    for item in &plan.types {
        text.push_str(&definition(item));
    }
    match std::io::stdout().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn definition(item: &TypeItem) -> String {
    let name = item.name.as_str();
    match &item.kind {
        TypeKind::Struct(structure) => structure_definition(name, structure),
        TypeKind::TextEnum { variants, .. } => {
            let rows: String = variants
                .iter()
                .map(|(variant, text, _)| {
                    format!("#[serde(rename = {text:?})] {},\n", raw(variant.as_str()))
                })
                .collect();
            format!("{DERIVES}\npub enum {name} {{ {rows} }}\n")
        }
        TypeKind::IntegerEnum { .. } => format!("pub type {name} = i64;\n"),
        TypeKind::ValueEnum(_) | TypeKind::Tuple(_) => {
            format!("pub type {name} = serde_json::Value;\n")
        }
        TypeKind::Newtype(target) => {
            let target = spelt(target);
            format!("{DERIVES}\n#[serde(transparent)]\npub struct {name}(pub {target});\n")
        }
        TypeKind::Union(union) => union_definition(name, union),
        TypeKind::Alias(target) => format!("pub type {name} = {};\n", spelt(target)),
    }
}

const DERIVES: &str = "#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]";

fn structure_definition(name: &str, structure: &StructItem) -> String {
    let mut rows: String = structure.fields.iter().map(field).collect();
    if let Some((rest, value)) = &structure.rest {
        rows.push_str(&format!(
            "#[serde(flatten)] pub {}: {},\n",
            rest.as_str(),
            spelt(value)
        ));
    }
    format!("{DERIVES}\npub struct {name} {{ {rows} }}\n")
}

fn field(field: &FieldItem) -> String {
    let name = field.name.as_str();
    let key = &field.wire_name;
    let rename = if name == key {
        String::new()
    } else {
        format!("rename = {key:?}, ")
    };
    let value = spelt(&field.value);
    let (attributes, value) = match &field.presence {
        Presence::Required => (String::new(), value),
        Presence::Nullable => (String::new(), format!("Option<{value}>")),
        Presence::Optional | Presence::Defaulted(_) | Presence::DefaultedJson(_) => {
            (ABSENT.to_owned(), format!("Option<{value}>"))
        }
        Presence::Maybe | Presence::MaybeDefaulted(_) => {
            (ABSENT.to_owned(), format!("Option<Option<{value}>>"))
        }
    };
    format!(
        "#[serde({rename}{attributes})] pub {}: {value},\n",
        raw(name)
    )
}

const ABSENT: &str = r#"default, skip_serializing_if = "is_absent""#;

fn union_definition(name: &str, union: &UnionItem) -> String {
    let tagging = match &union.reading {
        UnionReading::Tag { property, .. } => format!("tag = {property:?}"),
        _ => "untagged".to_owned(),
    };
    let tags = match &union.reading {
        UnionReading::Tag { tags, .. } => tags.as_slice(),
        _ => &[],
    };
    let rows: String = union
        .variants
        .iter()
        .enumerate()
        .map(|(index, variant)| {
            let tag = tags.get(index).and_then(|tags| tags.first());
            let rename = tag
                .map(|tag| format!("#[serde(rename = {tag:?})] "))
                .unwrap_or_default();
            format!(
                "{rename}{}({}),\n",
                raw(variant.name.as_str()),
                spelt(&variant.value)
            )
        })
        .collect();
    format!("{DERIVES}\n#[serde({tagging})]\npub enum {name} {{ {rows} }}\n")
}

fn raw(name: &str) -> String {
    if syn::parse_str::<syn::Ident>(name).is_ok() {
        name.to_owned()
    } else {
        format!("r#{name}")
    }
}

fn spelt(value: &RustType) -> String {
    match value {
        RustType::Unit => "()".to_owned(),
        RustType::Bool => "bool".to_owned(),
        RustType::Number(name) => (*name).to_owned(),
        RustType::String => "String".to_owned(),
        RustType::Foreign(foreign) => foreign.path.clone(),
        // Only where options ask for it, which this program does not.
        RustType::Runtime(..) => "String".to_owned(),
        RustType::Address(name) => format!("std::net::{name}"),
        RustType::Base64 | RustType::Binary | RustType::ByteStream => "Vec<u8>".to_owned(),
        RustType::JsonText(_) | RustType::ServerSentEvent => "String".to_owned(),
        RustType::ItemStream(inner) => format!("Vec<{}>", spelt(inner)),
        RustType::Json => "serde_json::Value".to_owned(),
        RustType::Named(name) => name.as_str().to_owned(),
        RustType::List(inner) => format!("Vec<{}>", spelt(inner)),
        RustType::Tuple(items) => {
            let items: Vec<String> = items.iter().map(spelt).collect();
            format!("({},)", items.join(", "))
        }
        RustType::Map(_, inner) => format!("BTreeMap<String, {}>", spelt(inner)),
        RustType::Option(inner) | RustType::Maybe(inner) => format!("Option<{}>", spelt(inner)),
        RustType::Boxed(inner) => format!("Box<{}>", spelt(inner)),
    }
}
