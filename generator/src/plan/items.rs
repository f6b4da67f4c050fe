//! Items: from a shape with a name to a struct, an enum or an alias, with its docs, presence and limits.

use std::iter::once_with;

use super::condition_item::ConditionItem;
use super::conditions::ConditionTable;
use super::constraints::{limits, sentence};
use super::docs::{code, joined, title_and_description};
use super::enums;
use super::model::{DefaultValue, FieldItem, Presence, StructItem, TypeItem, TypeKind};
use super::multipart::Multipart;
use super::names::{FieldName, Scope, snake_case, variant_candidates};
use super::rust_type::RustType;
use super::types::TypeTable;
use super::usage::Usage;
use crate::ir::{
    Api, Docs, Extra, Field, NameHint, Record, Shape, TextFormat, Tuple, Type, TypeId, TypeUse,
};

/// From this many required fields on, a constructor with positional arguments would not be readable.
const CONSTRUCTOR_LIMIT: usize = 7;

/// Builds items from types.
pub(super) struct ItemBuilder<'a> {
    pub(super) api: &'a Api,
    pub(super) table: &'a TypeTable<'a>,
    pub(super) usage: &'a Usage,
}

impl ItemBuilder<'_> {
    /// All items in the document's order, and the conditions that they name.
    pub(super) fn build(&self) -> (Vec<(TypeId, TypeItem)>, Vec<ConditionItem>) {
        let mut built: Vec<(TypeId, TypeItem)> = self
            .table
            .items()
            .map(|(id, name)| (id, self.item(id, name.clone())))
            .collect();
        let mut conditions = ConditionTable::new(&self.api.conditions);
        self.add_checks(&mut built, &mut conditions);
        (built, conditions.finish())
    }

    fn item(&self, id: TypeId, name: super::names::TypeName) -> TypeItem {
        let one = self.api.types.get(id);
        let wire_name = match &one.hint {
            NameHint::Component(key) => Some(key.clone()),
            NameHint::Pinned(_) | NameHint::Titled(..) | NameHint::Derived(_) => None,
        };
        let mut docs = documentation(&one.docs);
        let kind = self.kind(id, one);
        if matches!(kind, TypeKind::Alias(_)) {
            append_sentence(&mut docs, sentence(&limits(&one.constraints, &one.shape)));
        }
        TypeItem {
            name,
            origin: id,
            wire_name,
            docs,
            deprecated: one.docs.deprecated,
            kind,
            constraints: Vec::new(),
            derives: one.traits.iter().map(|one| one.name.clone()).collect(),
            condition: None,
        }
    }

    fn kind(&self, id: TypeId, one: &Type) -> TypeKind {
        match &one.shape {
            Shape::Record(record) => TypeKind::Struct(self.structure(id, record)),
            Shape::Union(union) => TypeKind::Union(self.union(union)),
            Shape::Enumeration(enumeration) => {
                enums::enumeration(enumeration).unwrap_or(TypeKind::Alias(RustType::Json))
            }
            Shape::Tuple(tuple) if !self.table.is_plain_tuple(id) => {
                TypeKind::Tuple(self.tuple(tuple))
            }
            _ if self.table.is_wrapped(id) => TypeKind::Newtype(self.table.unnamed(id)),
            _ => TypeKind::Alias(self.table.unnamed(id)),
        }
    }

    fn structure(&self, id: TypeId, record: &Record) -> StructItem {
        let mut scope = Scope::default();
        let multipart = self.multipart(id, record);
        let in_request = self
            .usage
            .in_request
            .get(id.index())
            .copied()
            .unwrap_or(false);
        let rest = match &record.extra {
            // A form has no place for members that it does not name.
            Extra::Kept(value) if multipart == Multipart::No => {
                let name = scope.allocate(["additional_properties".to_owned()]);
                let value = self.table.map_of(self.table.element(*value));
                Some((FieldName::new(name), value))
            }
            Extra::Kept(_) | Extra::Ignored | Extra::Refused => None,
        };
        let names = field_names(record, &mut scope);
        let fields: Vec<FieldItem> = record
            .fields
            .iter()
            .zip(names)
            .map(|(field, name)| {
                let file = self.file(field.value, multipart);
                let part_type = self.usage.part_type(id, &field.wire_name);
                FieldItem {
                    part_type: part_type.map(str::to_owned),
                    ..self.field(field, name, file, in_request)
                }
            })
            .collect();
        let demanded = fields.iter().filter(|field| is_demanded(field)).count();
        StructItem {
            default: demanded == 0,
            constructor: demanded > 0
                && demanded <= CONSTRUCTOR_LIMIT
                && (demanded < fields.len() || rest.is_some()),
            fields,
            rest,
            multipart,
            closed: record.extra == Extra::Refused && self.usage.is_strict(id),
        }
    }

    /// A list whose positions are fields: what may be missing at its end is optional.
    fn tuple(&self, tuple: &Tuple) -> StructItem {
        const ORDINALS: [&str; 8] = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
        ];
        let field = |(index, position): (usize, &TypeUse)| {
            let name = ORDINALS.get(index).map(|word| (*word).to_owned());
            let name = name.unwrap_or_else(|| format!("item_{}", index + 1));
            let value = self.table.element(*position);
            let one = self.api.types.get(position.id);
            let mut docs = documentation(&one.docs);
            append_sentence(&mut docs, sentence(&self.use_limits(*position)));
            let required = index < tuple.required;
            FieldItem {
                name: FieldName::new(name),
                wire_name: index.to_string(),
                docs,
                deprecated: false,
                value,
                presence: if required {
                    Presence::Required
                } else {
                    Presence::Optional
                },
                only_value: self.only_value(position.id).filter(|_| required),
                part_type: None,
            }
        };
        let rest = tuple.rest.map(|rest| self.table.element(rest));
        let rest = rest.map(|value| {
            let list = RustType::List(Box::new(value));
            (FieldName::new("rest".to_owned()), list)
        });
        let fields: Vec<FieldItem> = tuple.positions.iter().enumerate().map(field).collect();
        StructItem {
            default: !fields.iter().any(is_demanded),
            constructor: false,
            fields,
            rest,
            multipart: Multipart::No,
            closed: true,
        }
    }

    fn field(
        &self,
        field: &Field,
        name: FieldName,
        file: Option<RustType>,
        in_request: bool,
    ) -> FieldItem {
        let target = self.api.types.get(self.api.types.resolve(field.value.id));
        let value = match target.shape {
            Shape::Null => RustType::Unit,
            _ => file.unwrap_or_else(|| self.table.rust_type(field.value.id)),
        };
        let presence = self.presence(field, &value, in_request);
        let mut docs = documentation(&field.docs);
        let own_limits = self.use_limits(field.value);
        append_sentence(&mut docs, sentence(&own_limits));
        if let Some(default) = &field.default {
            append_sentence(
                &mut docs,
                Some(format!("Default: {}.", code(&default.to_string()))),
            );
        }
        let deprecated = field.docs.deprecated;
        FieldItem {
            name,
            wire_name: field.wire_name.clone(),
            docs,
            deprecated,
            only_value: self
                .only_value(field.value.id)
                .filter(|_| presence == Presence::Required),
            value,
            presence,
            part_type: None,
        }
    }

    fn presence(&self, field: &Field, value: &RustType, in_request: bool) -> Presence {
        // Any JSON value holds null by itself.
        let nullable = self.table.is_nullable(field.value)
            && !matches!(value, RustType::Json | RustType::Unit);
        match (field.required, nullable) {
            (true, false) => Presence::Required,
            (true, true) => Presence::Nullable,
            (false, true) => match &field.default {
                Some(default) if !in_request && !default.is_null() => {
                    Presence::MaybeDefaulted(default.to_string())
                }
                _ => Presence::Maybe,
            },
            (false, false) if in_request => Presence::Optional,
            (false, false) => {
                let simple = self.default_value(field.value.id, field.default.as_ref());
                match (simple, &field.default) {
                    (Some(default), _) => Presence::Defaulted(default),
                    (None, Some(default)) if !is_file(value) => {
                        Presence::DefaultedJson(default.to_string())
                    }
                    (None, _) => Presence::Optional,
                }
            }
        }
    }

    /// A default as a Rust value, where it is one of the simple kinds and fits its type.
    pub(super) fn default_value(
        &self,
        id: TypeId,
        default: Option<&serde_json::Value>,
    ) -> Option<DefaultValue> {
        let default = default?;
        if self.table.is_foreign(id) {
            return None;
        }
        match (
            &self.api.types.get(self.api.types.resolve(id)).shape,
            default,
        ) {
            (Shape::Boolean, serde_json::Value::Bool(value)) => Some(DefaultValue::Boolean(*value)),
            (Shape::Integer(format), serde_json::Value::Number(number)) => {
                let (lowest, highest) = super::constraints::range(*format);
                number
                    .as_i64()
                    .filter(|value| (lowest..=highest).contains(&i128::from(*value)))
                    .map(DefaultValue::Integer)
            }
            (Shape::Number(_), serde_json::Value::Number(number)) => {
                number.as_f64().map(DefaultValue::Number)
            }
            (Shape::Text(TextFormat::Plain(_)), serde_json::Value::String(text)) => {
                Some(DefaultValue::Text(text.clone()))
            }
            (Shape::Enumeration(enumeration), default) => {
                let resolved = self.api.types.resolve(id);
                let name = self.table.name(resolved)?.clone();
                let position = enumeration
                    .values
                    .iter()
                    .position(|one| one.value == *default)?;
                let variant = enums::variant_names(enumeration)
                    .into_iter()
                    .nth(position)?;
                Some(DefaultValue::Variant(name, variant))
            }
            _ => None,
        }
    }
}

/// Whether a value is bytes, which no JSON can stand for.
fn is_file(value: &RustType) -> bool {
    matches!(value, RustType::Binary | RustType::ByteStream)
}

/// Whether a constructor must take the field.
fn is_demanded(field: &FieldItem) -> bool {
    matches!(field.presence, Presence::Required | Presence::Nullable) && field.only_value.is_none()
}

/// The names of all fields: first those that the user demands, since they must be what they say.
fn field_names(record: &Record, scope: &mut Scope) -> Vec<FieldName> {
    let mut names: Vec<Option<FieldName>> = vec![None; record.fields.len()];
    for demanded in [true, false] {
        for (field, slot) in record.fields.iter().zip(&mut names) {
            if field.pinned_name.is_some() == demanded {
                let text = field.pinned_name.as_deref().unwrap_or(&field.wire_name);
                *slot = Some(field_name(text, scope));
            }
        }
    }
    names.into_iter().flatten().collect()
}

/// The name of a field; where the plain name is taken, its case and symbols tell it apart.
pub(super) fn field_name(wire_name: &str, scope: &mut Scope) -> FieldName {
    let plain = || snake_case(wire_name);
    let telling = || {
        let name = variant_candidates(wire_name).into_iter().nth(1);
        name.map(|name| snake_case(&name))
    };
    let candidates = once_with(plain)
        .chain(once_with(telling).flatten())
        .chain(once_with(plain));
    FieldName::new(scope.allocate(candidates))
}

/// Title, description and examples as lines.
pub(super) fn documentation(docs: &Docs) -> Vec<String> {
    let mut all = title_and_description(docs.title.as_deref(), docs.description.as_deref());
    for example in docs.examples.iter().take(1) {
        let text = example.to_string();
        if text.len() <= 80 {
            append_sentence(&mut all, Some(format!("Example: {}.", code(&text))));
        }
    }
    all
}

/// Adds a sentence.
pub(super) fn append_sentence(docs: &mut Vec<String>, sentence: Option<String>) {
    if let Some(sentence) = sentence {
        *docs = joined(std::mem::take(docs), vec![sentence]);
    }
}
