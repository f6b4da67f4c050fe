//! Keywords of others (`x-…`) that are understood.

use super::{Foreign, Package, Schema, ToldValue};
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::at::{At, scalar_text};
use crate::openapi::reader::Reader;
use crate::source::Node;

impl<'d> Reader<'d, '_> {
    /// Reads a keyword, if it is one of these.
    pub(super) fn extension(&mut self, schema: &mut Schema<'d>, key: &str, at: &At<'d>) -> bool {
        match key {
            "x-rust-name" => schema.rust_name = self.text(key, at),
            "x-rust-type" => schema.rust_type = self.foreign(key, at),
            "x-rust-derive" => schema.rust_derive = self.foreign_list(key, at),
            "x-go-name" => schema.field_name = self.text(key, at),
            "x-nullable" => schema.nullable |= self.flag(key, at).unwrap_or(false),
            "x-extensible-enum" => {
                schema.extensible = at.node.as_bool() != Some(false);
                if let (Node::List(values), None) = (at.node, schema.enumeration) {
                    schema.enumeration = Some(values);
                }
            }
            "x-enum-varnames" | "x-enum-names" | "x-enumNames" => match at.node {
                Node::Object(_) => self.told(schema, at, |told, text| told.name = Some(text)),
                _ => schema.value_names = self.texts(key, at),
            },
            "x-enum-descriptions" | "x-enumDescriptions" => match at.node {
                Node::Object(_) => self.told(schema, at, |told, text| {
                    told.description = Some(text);
                }),
                _ => schema.value_descriptions = self.texts(key, at),
            },
            "x-ms-enum" => self.microsoft_enum(schema, key, at),
            _ => return false,
        }
        true
    }

    /// `x-rust-name` beside what is no schema.
    pub(in crate::openapi) fn rust_name(&mut self, at: &At<'d>) -> Option<&'d str> {
        let name = at.get("x-rust-name")?;
        self.text("x-rust-name", &name)
    }

    /// An object from values to what is said about them.
    fn told(&mut self, schema: &mut Schema<'d>, at: &At<'d>, set: fn(&mut ToldValue<'d>, &'d str)) {
        for (value, member) in at.members() {
            if let Some(text) = self.text(value, &member) {
                let mut told = ToldValue {
                    value,
                    name: None,
                    description: None,
                };
                set(&mut told, text);
                schema.told_values.push(told);
            }
        }
    }

    /// `x-ms-enum`: the name of the enumeration, whether it is open, and what its values are called.
    fn microsoft_enum(&mut self, schema: &mut Schema<'d>, key: &str, at: &At<'d>) {
        if at.node.as_object().is_none() {
            self.wrong_type(key, "an object", at);
        }
        let name = at.get("name").and_then(|name| self.text("name", &name));
        schema.type_name = name;
        if let Some(open) = at.get("modelAsString") {
            schema.extensible |= self.flag("modelAsString", &open).unwrap_or(false);
        }
        let values = at.get("values");
        for value in values.iter().flat_map(At::elements) {
            let text = |key: &str| value.get(key).and_then(|at| scalar_text(at.node));
            if let Some(stated) = text("value") {
                schema.told_values.push(ToldValue {
                    value: stated,
                    name: text("name"),
                    description: text("description"),
                });
            }
        }
    }

    /// A text, or an object with `path` and the `crate`, `version` and `features` that it comes with.
    fn foreign(&mut self, key: &str, at: &At<'d>) -> Option<Foreign<'d>> {
        let name = match at.get("path").or_else(|| at.get("name")) {
            Some(path) => self.text("path", &path)?,
            None if at.node.as_object().is_some() => {
                self.missing(key, "path", &at.place);
                return None;
            }
            None => self.text(key, at)?,
        };
        let package = match (at.get("crate"), at.get("version")) {
            (Some(package), Some(version)) => Some(Package {
                name: self.text("crate", &package)?,
                version: self.text("version", &version)?,
                features: at
                    .get("features")
                    .map(|features| self.texts("features", &features))
                    .unwrap_or_default(),
            }),
            _ => None,
        };
        if package.is_some() && !name.contains("::") {
            let message = format!("`{name}` is no path to something in a crate; it is ignored");
            self.report(
                Diagnostic::warning(Code::Mismatch, message)
                    .at(&at.place)
                    .help("a path names the crate and what is in it, for example `uuid::Uuid`"),
            );
            return None;
        }
        Some(Foreign {
            name,
            package,
            place: at.place.clone(),
        })
    }

    /// A list of them; one alone may stand without a list. Texts may have commas, which are left as they are.
    fn foreign_list(&mut self, key: &str, at: &At<'d>) -> Vec<Foreign<'d>> {
        let elements: Vec<At<'d>> = match at.node {
            Node::List(_) => at.elements().collect(),
            _ => vec![at.clone()],
        };
        elements
            .iter()
            .filter_map(|element| self.foreign(key, element))
            .collect()
    }

    /// Reports lists about values that are longer or shorter than the enumeration.
    pub(super) fn report_value_lists(&mut self, schema: &Schema<'d>) {
        let Some(values) = schema.enumeration else {
            return;
        };
        for list in [&schema.value_names, &schema.value_descriptions] {
            if !list.is_empty() && list.len() != values.len() {
                let message = format!(
                    "the enumeration has {} values, but there are names or descriptions for {}",
                    values.len(),
                    list.len()
                );
                let place = schema.place.child("enum");
                self.report(
                    Diagnostic::warning(Code::Mismatch, message)
                        .at(&place.key())
                        .help("those that are there are taken in their order"),
                );
            }
        }
    }
}
