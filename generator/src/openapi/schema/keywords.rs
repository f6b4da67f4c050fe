//! The keywords of a schema: what each one's value must be, and where it goes.

use indexmap::IndexSet;

use super::{Assertions, Kind, Kinds, Schema};
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::at::At;
use crate::openapi::reader::Reader;
use crate::source::{Node, Number};

/// Keywords that say nothing about values, or nothing to a generator.
const SILENT: &[&str] = &[
    "$ref",
    "$id",
    "$schema",
    "$anchor",
    "$dynamicAnchor",
    "$recursiveAnchor",
    "$comment",
    "$defs",
    "$vocabulary",
    "definitions",
    "id",
    "xml",
    "externalDocs",
    "collectionFormat",
];

/// Keywords that restrict values in a way that is not enforced.
const NOT_ENFORCED: &[&str] = &["$dynamicRef", "$recursiveRef"];

/// All other keywords, for "did you mean".
const READ: &[&str] = &[
    "type",
    "nullable",
    "format",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "const",
    "enum",
    "allOf",
    "oneOf",
    "anyOf",
    "properties",
    "patternProperties",
    "required",
    "additionalProperties",
    "items",
    "additionalItems",
    "prefixItems",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "pattern",
    "uniqueItems",
    "discriminator",
    "title",
    "description",
    "default",
    "example",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
];

/// Keywords that are read beside a `$ref` also where the version says to ignore them: they describe one use of
/// a schema, which is what their authors meant.
const BESIDE_REFERENCE: &[&str] = &[
    "title",
    "description",
    "default",
    "example",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "nullable",
];

impl<'d> Reader<'d, '_> {
    /// Reads one keyword of the schema that stands at `whole`.
    pub(super) fn schema_keyword(
        &mut self,
        schema: &mut Schema<'d>,
        key: &'d str,
        at: &At<'d>,
        whole: &At<'d>,
        beside_reference: bool,
    ) {
        if SILENT.contains(&key) {
            return;
        }
        self.coverage.keywords += 1;
        let ignored = beside_reference
            && !self.dialect.reference_siblings()
            && !key.starts_with("x-")
            && !BESIDE_REFERENCE.contains(&key);
        if ignored {
            self.coverage.unheard += 1;
            let message = format!("`{key}` beside `$ref` is ignored before OpenAPI 3.1");
            self.report(
                Diagnostic::warning(Code::Tolerated, message)
                    .at(&at.place.key())
                    .help("wrap the reference: `allOf: [{$ref: …}]`"),
            );
        } else if NOT_ENFORCED.contains(&key) {
            schema.more = true;
            self.not_enforced(key, at);
        } else if !self.annotation(schema, key, at)
            && !self.composition(schema, key, at)
            && !self.object_keyword(schema, key, at, whole)
            && !self.constraint(schema, key, at, whole)
            && !self.assertion(schema, key, at)
            && !self.extension(schema, key, at)
            && !key.starts_with("x-")
        {
            self.coverage.unheard += 1;
            let known = READ.iter().chain(SILENT).chain(NOT_ENFORCED);
            let known = known.chain(&Assertions::KEYWORDS).copied();
            self.unknown_key("a schema", key, known, &at.place);
        }
    }

    pub(super) fn not_enforced(&mut self, key: &str, at: &At<'_>) {
        self.coverage.unheard += 1;
        let message = format!("`{key}` is accepted, but not enforced");
        self.report(Diagnostic::warning(Code::NotEnforced, message).at(&at.place.key()));
    }

    /// Keywords that describe.
    fn annotation(&mut self, schema: &mut Schema<'d>, key: &str, at: &At<'d>) -> bool {
        match key {
            "title" => schema.title = self.text(key, at),
            "description" => schema.description = self.text(key, at),
            "default" => schema.default = Some(at.node),
            "example" => schema.examples.push(at.node),
            // A list in JSON Schema; some write the map of named examples that media types have.
            "examples" => match at.node {
                Node::List(list) => schema.examples.extend(list),
                Node::Object(_) => {}
                _ => self.wrong_type(key, "a list", at),
            },
            "deprecated" => schema.deprecated = self.flag(key, at).unwrap_or(false),
            "readOnly" => schema.read_only = self.flag(key, at).unwrap_or(false),
            "writeOnly" => schema.write_only = self.flag(key, at).unwrap_or(false),
            _ => return false,
        }
        true
    }

    /// Keywords that say what kind of value is meant, or combine schemas.
    fn composition(&mut self, schema: &mut Schema<'d>, key: &str, at: &At<'d>) -> bool {
        match key {
            "type" => self.kinds(schema, at),
            "nullable" => schema.nullable = self.flag(key, at).unwrap_or(false),
            "format" => schema.format = self.text(key, at),
            "contentEncoding" => schema.content_encoding = self.text(key, at),
            "contentMediaType" => schema.content_media_type = self.text(key, at),
            "contentSchema" => schema.content_schema = Some(self.schema(at)),
            "const" => schema.constant = Some(at.node),
            "enum" => match at.node.as_list() {
                Some(values) => schema.enumeration = Some(values),
                None => self.wrong_type(key, "a list", at),
            },
            "allOf" => schema.all_of = self.schema_list(key, at),
            "oneOf" => schema.one_of = self.schema_list(key, at),
            "anyOf" => schema.any_of = self.schema_list(key, at),
            "discriminator" => schema.discriminator = self.discriminator(at),
            _ => return false,
        }
        true
    }

    /// Keywords of objects and lists.
    fn object_keyword(
        &mut self,
        schema: &mut Schema<'d>,
        key: &str,
        at: &At<'d>,
        whole: &At<'d>,
    ) -> bool {
        match key {
            "properties" => schema.properties = self.schema_map(key, at),
            "required" => self.required(schema, at),
            "additionalProperties" => schema.additional_properties = Some(self.schema(at)),
            "patternProperties" => self.pattern_properties(schema, key, at),
            "additionalItems" => match whole.get("items") {
                Some(items) if items.node.as_list().is_some() => {
                    schema.items = Some(self.schema(at));
                }
                // Without a list of items before them, there are no additional ones.
                _ => {}
            },
            // A list of schemas is how earlier drafts wrote `prefixItems`.
            "items" if at.node.as_list().is_some() => {
                schema.prefix_items = self.schema_list(key, at);
            }
            "items" => schema.items = Some(self.schema(at)),
            "prefixItems" => schema.prefix_items = self.schema_list(key, at),
            _ => return false,
        }
        true
    }

    /// Keywords that bound values.
    fn constraint(
        &mut self,
        schema: &mut Schema<'d>,
        key: &str,
        at: &At<'d>,
        whole: &At<'d>,
    ) -> bool {
        match key {
            "minLength" => schema.length.0 = self.count(key, at),
            "maxLength" => schema.length.1 = self.count(key, at),
            "minItems" => schema.item_count.0 = self.count(key, at),
            "maxItems" => schema.item_count.1 = self.count(key, at),
            "minProperties" => schema.property_count.0 = self.count(key, at),
            "maxProperties" => schema.property_count.1 = self.count(key, at),
            "multipleOf" => schema.multiple_of = self.number(key, at),
            "pattern" => schema.pattern = self.pattern(key, at),
            "uniqueItems" => schema.unique_items = self.flag(key, at).unwrap_or(false),
            "minimum" | "exclusiveMinimum" => {
                let bound = self.bound(key, at, whole, "minimum", "exclusiveMinimum");
                schema.minimum = tighter(schema.minimum, bound, f64::max);
            }
            "maximum" | "exclusiveMaximum" => {
                let bound = self.bound(key, at, whole, "maximum", "exclusiveMaximum");
                schema.maximum = tighter(schema.maximum, bound, f64::min);
            }
            _ => return false,
        }
        true
    }

    fn kinds(&mut self, schema: &mut Schema<'d>, at: &At<'d>) {
        let mut kinds = Kinds::default();
        let words: Vec<At<'d>> = match at.node {
            Node::List(_) => at.elements().collect(),
            _ => vec![at.clone()],
        };
        for word in words {
            // `type: [string, null]`, with the quotes forgotten.
            let text = match word.node {
                Node::Null if at.node.as_list().is_some() => Some("null"),
                Node::Text(text) => Some(&**text),
                _ => {
                    self.wrong_type("type", "text", &word);
                    None
                }
            };
            match text.map(|text| (text, Kind::from_word(text))) {
                Some((_, Some(kind))) => kinds = kinds.with(kind),
                Some((text, None)) => {
                    self.unknown_word("type", text, &Kind::WORDS, &word.place);
                    schema.broken = true;
                }
                None => schema.broken = true,
            }
        }
        schema.kinds = kinds;
    }

    /// `required`: a list of keys. Drafts before the fourth had a boolean on the member itself.
    fn required(&mut self, schema: &mut Schema<'d>, at: &At<'d>) {
        if at.node.as_bool().is_some() {
            self.report(
                Diagnostic::warning(Code::Tolerated, "`required` must be a list; it is ignored")
                    .at(&at.place)
                    .help("name the member in the `required` list of the object that holds it"),
            );
            return;
        }
        let names = self.texts("required", at);
        schema.required = names
            .into_iter()
            .collect::<IndexSet<_>>()
            .into_iter()
            .collect();
    }

    pub(super) fn count(&mut self, key: &str, at: &At<'d>) -> Option<u64> {
        let number = at.node.as_number();
        let count = number.and_then(|number| match number.as_u64() {
            // `1.0` is a whole number too.
            None if number.as_f64() >= 0.0 && number.as_f64().fract() == 0.0 => {
                Some(number.as_f64() as u64)
            }
            count => count,
        });
        if count.is_none() {
            self.wrong_type(key, "a whole number from 0 on", at);
        }
        count
    }

    fn number(&mut self, key: &str, at: &At<'d>) -> Option<&'d Number> {
        let number = at.node.as_number().filter(|number| number.is_finite());
        if number.is_none() {
            self.wrong_type(key, "a number", at);
        }
        number
    }

    /// A bound: `minimum: 3`, `exclusiveMinimum: 3`, or `minimum: 3` with `exclusiveMinimum: true` (3.0).
    fn bound(
        &mut self,
        key: &str,
        at: &At<'d>,
        whole: &At<'d>,
        inclusive: &str,
        exclusive: &str,
    ) -> Option<(&'d Number, bool)> {
        if key == exclusive && at.node.as_bool().is_some() {
            return None;
        }
        let flagged = whole.get(exclusive).and_then(|flag| flag.node.as_bool());
        let excluded = key == exclusive || (key == inclusive && flagged == Some(true));
        self.number(key, at).map(|number| (number, excluded))
    }
}

/// The narrower of two bounds; of equal ones, the one that excludes its value.
fn tighter<'d>(
    one: Option<(&'d Number, bool)>,
    other: Option<(&'d Number, bool)>,
    choose: fn(f64, f64) -> f64,
) -> Option<(&'d Number, bool)> {
    let (Some(first), Some(second)) = (one, other) else {
        return one.or(other);
    };
    let (left, right) = (first.0.as_f64(), second.0.as_f64());
    let first_wins = if left == right {
        first.1
    } else {
        choose(left, right) == left
    };
    Some(if first_wins { first } else { second })
}
