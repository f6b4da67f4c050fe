//! From parts that apply together to one shape.

use super::Lowering;
use super::combine::Part;
use super::enumeration::Listed;
use super::schema::docs;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::arena::TypeId;
use crate::ir::types::{
    IntegerFormat, List, NumberFormat, Shape, TextFormat, Tuple, TypeUse, Union, Variant,
};
use crate::openapi::{Kind, Kinds, Schema, SchemaId};

impl<'d> Lowering<'_, 'd> {
    /// Completes a reserved type with the shape of parts that apply together.
    pub(super) fn define_parts(&mut self, reserved: TypeId, parts: &[Part], path: &[&str]) {
        if self.schemas_of(parts).iter().any(|schema| schema.broken) {
            self.broken.insert(reserved);
            return;
        }
        self.report_lone_discriminators(parts);
        if self.types.get(reserved).docs == Default::default() {
            let schemas = self.schemas_of(parts);
            let described = schemas.iter().find(|one| one.description.is_some());
            let described = described.map(|schema| docs(schema)).unwrap_or_default();
            self.types.get_mut(reserved).docs = described;
        }
        let schemas = self.schemas_of(parts);
        let constraints = self.constraints(&schemas);
        if let Some(shape) = self.shape(reserved, parts, path) {
            let conditions = self.conditions(parts, &shape);
            let completed = self.types.get_mut(reserved);
            // The branches of a union have the limits themselves.
            if !matches!(shape, Shape::Union(_)) {
                completed.constraints = constraints;
            }
            completed.constraints.conditions = conditions;
            completed.shape = shape;
        }
    }

    /// `None` where there is none; it is reported, and the type is marked as broken.
    fn shape(&mut self, reserved: TypeId, parts: &[Part], path: &[&str]) -> Option<Shape> {
        let schemas = self.schemas_of(parts);
        if schemas.iter().any(|schema| schema.boolean == Some(false)) {
            return Some(Shape::Never);
        }
        if let Some(choice) = self.choice(parts) {
            return Some(self.union(reserved, parts, choice, path));
        }
        match self.listed(&schemas) {
            Some(Listed::Values(values)) => return Some(Shape::Enumeration(values)),
            Some(Listed::Null) => return Some(Shape::Null),
            None => {}
        }
        let kinds = match common_kinds(&schemas) {
            Ok(kinds) => kinds,
            Err(()) => {
                self.report_contradiction(reserved, &schemas);
                return None;
            }
        };
        let mut each = kinds.without(Kind::Null).iter();
        match (each.next(), each.next()) {
            (Some(kind), None) => Some(self.shape_of_kind(kind, parts, path)),
            (Some(_), Some(_)) => Some(self.union_of_kinds(reserved, kinds, parts, path)),
            (None, _) if kinds.contains(Kind::Null) => Some(Shape::Null),
            (None, _) => Some(match implied_kind(&schemas) {
                Some(kind) => self.shape_of_kind(kind, parts, path),
                None => Shape::Any,
            }),
        }
    }

    fn report_contradiction(&mut self, reserved: TypeId, schemas: &[&Schema<'d>]) {
        let stated: Vec<&&Schema<'d>> = schemas
            .iter()
            .filter(|schema| !schema.kinds.is_empty())
            .collect();
        let kinds: Vec<String> = stated.iter().map(|schema| words(schema.kinds)).collect();
        let message = format!("no value can be {} at once", kinds.join(" and "));
        let mut diagnostic = Diagnostic::error(Code::Contradiction, message);
        // The last part is the one that came to those before it.
        diagnostic = match stated.split_last() {
            Some((last, before)) => before.iter().zip(&kinds).fold(
                diagnostic
                    .at(&last.place)
                    .label(format!("must be {}", words(last.kinds))),
                |diagnostic, (schema, kind)| {
                    diagnostic.related(&schema.place, format!("must be {kind}"))
                },
            ),
            None => diagnostic.at(&self.types.get(reserved).place.key()),
        };
        self.report(diagnostic);
        self.broken.insert(reserved);
    }

    /// `type: [string, integer]`: a union whose branches are told apart by the kind of value.
    fn union_of_kinds(
        &mut self,
        reserved: TypeId,
        kinds: Kinds,
        parts: &[Part],
        path: &[&str],
    ) -> Shape {
        let mut kinds = kinds.without(Kind::Null);
        if kinds.contains(Kind::Number) {
            kinds = kinds.without(Kind::Integer);
        }
        let mut variants = Vec::new();
        for kind in kinds.iter() {
            let name = kind_name(kind);
            let mut path = path.to_vec();
            path.push(name);
            let place = self.types.get(reserved).place.clone();
            let id = self.types.reserve(super::combine::derived(&path), place);
            let shape = self.shape_of_kind(kind, parts, &path);
            let schemas = self.schemas_of(parts);
            let constraints = self.constraints(&schemas);
            let completed = self.types.get_mut(id);
            completed.shape = shape;
            completed.constraints = constraints;
            variants.push(Variant {
                name: name.to_owned(),
                value: TypeUse { id, or_null: false },
                tags: Vec::new(),
            });
        }
        if let [only] = variants.as_slice() {
            return Shape::Alias(only.value);
        }
        self.pending_union(reserved, None);
        Shape::Union(Union {
            variants,
            dispatch: crate::ir::Dispatch::Rules(Vec::new()),
        })
    }

    fn shape_of_kind(&mut self, kind: Kind, parts: &[Part], path: &[&str]) -> Shape {
        let schemas = self.schemas_of(parts);
        let format = schemas.iter().rev().find_map(|schema| schema.format);
        match kind {
            Kind::Null => Shape::Null,
            Kind::Boolean => Shape::Boolean,
            Kind::Integer => Shape::Integer(integer_format(format.unwrap_or_default())),
            Kind::Number => number(format.unwrap_or_default()),
            Kind::Text => match json_inside(&schemas) {
                Some(inside) => {
                    let path: Vec<&str> = path.iter().copied().chain(["content"]).collect();
                    Shape::JsonText(self.type_of(inside, &path))
                }
                None => text(&schemas, format),
            },
            Kind::File => Shape::Binary,
            Kind::List => self.list(&schemas, path),
            Kind::Object => self.object(parts, path),
        }
    }

    fn list(&mut self, schemas: &[&Schema<'d>], path: &[&str]) -> Shape {
        let mut path = path.to_vec();
        path.push("item");
        let items: Vec<SchemaId> = schemas.iter().filter_map(|schema| schema.items).collect();
        let positions = schemas
            .iter()
            .find(|schema| !schema.prefix_items.is_empty());
        if let Some(schema) = positions {
            return self.tuple(schema, schemas, &items, &path);
        }
        let items = if items.is_empty() {
            let place = schemas.last().map(|schema| schema.place.clone());
            self.any(place, &path)
        } else {
            self.type_of_all(&items, &path)
        };
        Shape::List(List { items })
    }

    /// `prefixItems`: a tuple. Where the length is fixed above and nothing is said about shorter lists, all positions
    /// are meant to be there.
    fn tuple(
        &mut self,
        schema: &Schema<'d>,
        schemas: &[&Schema<'d>],
        items: &[SchemaId],
        path: &[&str],
    ) -> Shape {
        let count = schema.prefix_items.len();
        let length = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        let minimum = schemas.iter().filter_map(|one| one.item_count.0).max();
        let maximum = schemas.iter().filter_map(|one| one.item_count.1).min();
        let is_closed = items
            .iter()
            .any(|id| self.schema(*id).boolean == Some(false))
            || maximum.is_some_and(|maximum| length(maximum) <= count);
        let mut positions = Vec::new();
        for (index, id) in schema.prefix_items.iter().enumerate() {
            let number = (index + 1).to_string();
            let mut path = path.to_vec();
            path.push(&number);
            positions.push(self.type_of(*id, &path));
        }
        let rest = match items {
            _ if is_closed => None,
            [] => Some(self.any(Some(schema.place.clone()), path)),
            items => Some(self.type_of_all(items, path)),
        };
        let required = match minimum {
            Some(minimum) => length(minimum).min(count),
            None if is_closed => count,
            None => 0,
        };
        Shape::Tuple(Tuple {
            positions,
            required,
            rest,
        })
    }

    /// A type for values of which nothing is said.
    pub(super) fn any(
        &mut self,
        place: Option<crate::diagnostic::Place>,
        path: &[&str],
    ) -> TypeUse {
        let place = place.unwrap_or(crate::diagnostic::Place::root(0));
        let id = self.types.reserve(super::combine::derived(path), place);
        TypeUse { id, or_null: false }
    }
}

/// The kinds that all parts allow; empty where none says anything. `Err` where nothing is left.
pub(super) fn common_kinds(schemas: &[&Schema<'_>]) -> Result<Kinds, ()> {
    let stated = schemas.iter().map(|schema| schema.kinds);
    let stated = stated.filter(|kinds| !kinds.is_empty());
    let common = stated.reduce(|one, other| {
        // Every integer is a number.
        let both = one.and(other);
        let number = |kinds: Kinds| kinds.contains(Kind::Number);
        let integer = |kinds: Kinds| kinds.contains(Kind::Integer);
        if (number(one) && integer(other)) || (number(other) && integer(one)) {
            both.with(Kind::Integer).without(Kind::Number)
        } else {
            both
        }
    });
    match common {
        None => Ok(Kinds::default()),
        Some(common) if common.is_empty() => Err(()),
        // What is left is only `null`, though the parts meant more.
        Some(common)
            if common.without(Kind::Null).is_empty()
                && schemas.iter().any(|schema| schema.has_type()) =>
        {
            Err(())
        }
        Some(common) => Ok(common),
    }
}

/// What a schema without `type` is about, by the keywords that it has. (By the letter of JSON Schema, values of all
/// other kinds fit it too; nobody means that.)
fn implied_kind(schemas: &[&Schema<'_>]) -> Option<Kind> {
    let any = |says: fn(&Schema<'_>) -> bool| schemas.iter().any(|schema| says(schema));
    let stated = |bounds: (Option<u64>, Option<u64>)| bounds != (None, None);
    if any(|s| !s.properties.is_empty() || !s.required.is_empty())
        || any(|s| s.additional_properties.is_some() || !s.pattern_properties.is_empty())
        || schemas.iter().any(|s| stated(s.property_count))
    {
        return Some(Kind::Object);
    }
    if any(|s| s.items.is_some() || !s.prefix_items.is_empty() || s.unique_items)
        || schemas.iter().any(|s| stated(s.item_count))
    {
        return Some(Kind::List);
    }
    if let Some(format) = schemas.iter().find_map(|schema| schema.format) {
        return Some(match number(format) {
            Shape::Number(NumberFormat::Unstated) => Kind::Text,
            Shape::Integer(_) => Kind::Integer,
            _ => Kind::Number,
        });
    }
    if any(|s| s.pattern.is_some() || s.content_encoding.is_some())
        || schemas.iter().any(|s| stated(s.length))
    {
        return Some(Kind::Text);
    }
    any(|s| s.minimum.is_some() || s.maximum.is_some() || s.multiple_of.is_some())
        .then_some(Kind::Number)
}

/// The formats of `type: integer` (the OpenAPI format registry).
fn integer_format(format: &str) -> IntegerFormat {
    match format {
        "int8" => IntegerFormat::Int8,
        "int16" => IntegerFormat::Int16,
        "int32" => IntegerFormat::Int32,
        "int64" => IntegerFormat::Int64,
        "uint8" => IntegerFormat::Uint8,
        "uint16" => IntegerFormat::Uint16,
        "uint32" => IntegerFormat::Uint32,
        "uint64" => IntegerFormat::Uint64,
        _ => IntegerFormat::Unstated,
    }
}

/// The formats of `type: number`. The registry allows those of integers too.
fn number(format: &str) -> Shape {
    match format {
        "float" => Shape::Number(NumberFormat::Float),
        "double" => Shape::Number(NumberFormat::Double),
        "decimal" => Shape::Number(NumberFormat::Decimal),
        format => match integer_format(format) {
            IntegerFormat::Unstated => Shape::Number(NumberFormat::Unstated),
            format => Shape::Integer(format),
        },
    }
}

/// What describes the JSON that a text holds, if it does (JSON Schema 2020-12, validation, section 8).
fn json_inside(schemas: &[&Schema<'_>]) -> Option<SchemaId> {
    let is_json = |media_type: &str| {
        let essence = media_type.split(';').next().unwrap_or_default().trim();
        essence == "application/json" || essence.ends_with("+json")
    };
    let is_plain = schemas
        .iter()
        .all(|schema| schema.content_encoding.is_none());
    let media_type = schemas
        .iter()
        .find_map(|schema| schema.content_media_type)?;
    let inside = schemas.iter().find_map(|schema| schema.content_schema)?;
    (is_plain && is_json(media_type)).then_some(inside)
}

fn text(schemas: &[&Schema<'_>], format: Option<&str>) -> Shape {
    let encoding = schemas.iter().find_map(|schema| schema.content_encoding);
    let media_type = schemas.iter().find_map(|schema| schema.content_media_type);
    let format = match (format, encoding) {
        (Some("binary"), _) => return Shape::Binary,
        // The way of OpenAPI 3.1 to say `format: binary`.
        (None, None) if media_type == Some("application/octet-stream") => return Shape::Binary,
        (Some("byte"), _) | (_, Some("base64")) => TextFormat::Base64,
        (Some("uuid"), _) => TextFormat::Uuid,
        (Some("date-time"), _) => TextFormat::DateTime,
        (Some("date"), _) => TextFormat::Date,
        (Some("time"), _) => TextFormat::Time,
        (Some("duration"), _) => TextFormat::Duration,
        (Some("ipv4"), _) => TextFormat::Ipv4,
        (Some("ipv6"), _) => TextFormat::Ipv6,
        (format, _) => TextFormat::Plain(format.map(str::to_owned)),
    };
    Shape::Text(format)
}

/// A name for a branch that has no better one.
pub(super) fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Null => "null",
        Kind::Boolean => "boolean",
        Kind::Integer => "integer",
        Kind::Number => "number",
        Kind::Text => "string",
        Kind::List => "list",
        Kind::Object => "object",
        Kind::File => "file",
    }
}

fn words(kinds: Kinds) -> String {
    let words: Vec<&str> = kinds.iter().map(kind_name).collect();
    words.join(" or ")
}
