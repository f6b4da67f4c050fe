//! Schemas in the words of JSON Schema 2020-12, whatever version they were written in.

mod assertions;
mod depth;
mod extension;
mod keywords;
mod kinds;
mod pattern;
mod read;

use crate::diagnostic::Place;
use crate::source::{Node, Number};

pub use assertions::Assertions;
pub use kinds::{Kind, Kinds};
pub(super) use read::Pending;

/// The index of a schema in [`Schemas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaId(u32);

impl SchemaId {
    /// Its position in the arena.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// All schemas of a document; they refer to one another by id.
#[derive(Clone, Debug, Default)]
pub struct Schemas<'d> {
    list: Vec<Schema<'d>>,
    /// Those of `components/schemas`, in the document's order.
    components: Vec<SchemaId>,
}

impl<'d> Schemas<'d> {
    /// The schema with this id.
    pub fn get(&self, id: SchemaId) -> &Schema<'d> {
        &self.list[id.index()]
    }

    /// The ids of all schemas.
    pub fn ids(&self) -> impl Iterator<Item = SchemaId> + use<> {
        (0..u32::try_from(self.list.len()).unwrap_or(u32::MAX)).map(SchemaId)
    }

    /// The schemas of `components/schemas`, in the document's order.
    pub fn components(&self) -> &[SchemaId] {
        &self.components
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    fn reserve(&mut self, place: Place) -> SchemaId {
        let id = SchemaId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.list.push(Schema::new(place));
        id
    }

    fn set(&mut self, id: SchemaId, schema: Schema<'d>) {
        if let Some(slot) = self.list.get_mut(id.index()) {
            *slot = schema;
        }
    }
}

/// One schema.
#[derive(Clone, Debug)]
pub struct Schema<'d> {
    /// Where it stands.
    pub place: Place,
    /// The name under which it is declared for all: its key in `components/schemas` or `$defs`, or, in another file,
    /// the last key or the name of the file.
    pub name: Option<String>,
    /// `x-rust-name`.
    pub rust_name: Option<&'d str>,
    /// `x-rust-type`.
    pub rust_type: Option<Foreign<'d>>,
    /// `x-rust-derive`.
    pub rust_derive: Vec<Foreign<'d>>,
    /// A hint for the name of a property (`x-go-name`).
    pub field_name: Option<&'d str>,
    /// A hint for the name of the type (`x-ms-enum`).
    pub type_name: Option<&'d str>,
    /// A boolean schema: everything fits, or nothing.
    pub boolean: Option<bool>,
    /// Whether it could not be read; what depends on it cannot be lowered.
    pub broken: bool,
    /// The target of `$ref`.
    pub reference: Option<SchemaId>,
    /// `type`.
    pub kinds: Kinds,
    /// `nullable`, `x-nullable`.
    pub nullable: bool,
    /// `format`.
    pub format: Option<&'d str>,
    /// `contentEncoding`.
    pub content_encoding: Option<&'d str>,
    /// `contentMediaType`.
    pub content_media_type: Option<&'d str>,
    /// `contentSchema`.
    pub content_schema: Option<SchemaId>,
    /// `const`.
    pub constant: Option<&'d Node>,
    /// `enum`, or the values of `x-extensible-enum`.
    pub enumeration: Option<&'d [Node]>,
    /// Whether values may be added to the enumeration (`x-extensible-enum`, `modelAsString`).
    pub extensible: bool,
    /// `x-enum-varnames`, by position.
    pub value_names: Vec<&'d str>,
    /// `x-enum-descriptions`, by position.
    pub value_descriptions: Vec<&'d str>,
    /// What is said about single values of the enumeration (`x-ms-enum`, or one of the two above as an object).
    pub told_values: Vec<ToldValue<'d>>,
    /// `allOf`.
    pub all_of: Vec<SchemaId>,
    /// `oneOf`.
    pub one_of: Vec<SchemaId>,
    /// `anyOf`.
    pub any_of: Vec<SchemaId>,
    /// `properties`, in the document's order.
    pub properties: Vec<Property<'d>>,
    /// `required`.
    pub required: Vec<&'d str>,
    /// `patternProperties`.
    pub pattern_properties: Vec<Property<'d>>,
    /// `additionalProperties`.
    pub additional_properties: Option<SchemaId>,
    /// `items`.
    pub items: Option<SchemaId>,
    /// `prefixItems`.
    pub prefix_items: Vec<SchemaId>,
    /// `minLength` and `maxLength`.
    pub length: (Option<u64>, Option<u64>),
    /// `minItems` and `maxItems`.
    pub item_count: (Option<u64>, Option<u64>),
    /// `minProperties` and `maxProperties`.
    pub property_count: (Option<u64>, Option<u64>),
    /// `minimum` or `exclusiveMinimum`, and whether it is the latter.
    pub minimum: Option<(&'d Number, bool)>,
    /// `maximum` or `exclusiveMaximum`, and whether it is the latter.
    pub maximum: Option<(&'d Number, bool)>,
    /// `multipleOf`.
    pub multiple_of: Option<&'d Number>,
    /// `pattern`.
    pub pattern: Option<&'d str>,
    /// `uniqueItems`.
    pub unique_items: bool,
    /// `discriminator`.
    pub discriminator: Option<Discriminator<'d>>,
    /// `title`.
    pub title: Option<&'d str>,
    /// `description`.
    pub description: Option<&'d str>,
    /// `default`.
    pub default: Option<&'d Node>,
    /// `example` and `examples`.
    pub examples: Vec<&'d Node>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`.
    pub write_only: bool,
    /// What it says about values that no shape keeps.
    pub assertions: Option<Box<Assertions<'d>>>,
    /// Whether a keyword stands here that says something about values and is not enforced.
    pub more: bool,
}

/// One entry of `properties`.
#[derive(Clone, Copy, Debug)]
pub struct Property<'d> {
    /// The key.
    pub name: &'d str,
    /// Its schema.
    pub schema: SchemaId,
}

/// What is said about one value of an enumeration.
#[derive(Clone, Debug)]
pub struct ToldValue<'d> {
    /// The value as text.
    pub value: &'d str,
    /// Its name.
    pub name: Option<&'d str>,
    /// What it means.
    pub description: Option<&'d str>,
}

/// Something of the program's own language.
#[derive(Clone, Debug)]
pub struct Foreign<'d> {
    /// What it is called, as written.
    pub name: &'d str,
    /// What it comes with.
    pub package: Option<Package<'d>>,
    /// Where it stands.
    pub place: Place,
}

/// A package of the program's own language.
#[derive(Clone, Debug)]
pub struct Package<'d> {
    /// Its name.
    pub name: &'d str,
    /// Which versions will do.
    pub version: &'d str,
    /// The features that are wanted.
    pub features: Vec<&'d str>,
}

/// `discriminator`.
#[derive(Clone, Debug)]
pub struct Discriminator<'d> {
    /// The key of the member that tells the branches apart.
    pub property: &'d str,
    /// Which value stands for which schema.
    pub mapping: Vec<Mapping<'d>>,
    /// The schema of values for which no other stands (`defaultMapping`, OpenAPI 3.2).
    pub otherwise: Option<SchemaId>,
    /// Where it stands.
    pub place: Place,
}

/// One entry of a discriminator's mapping.
#[derive(Clone, Debug)]
pub struct Mapping<'d> {
    /// The value.
    pub value: &'d str,
    /// The schema; `None` where it does not exist, which was reported.
    pub schema: Option<SchemaId>,
    /// Where it stands.
    pub place: Place,
}

impl Schema<'_> {
    fn new(place: Place) -> Self {
        Self {
            place,
            name: None,
            rust_name: None,
            rust_type: None,
            rust_derive: Vec::new(),
            field_name: None,
            type_name: None,
            boolean: None,
            broken: false,
            reference: None,
            kinds: Kinds::default(),
            nullable: false,
            format: None,
            content_encoding: None,
            content_media_type: None,
            content_schema: None,
            constant: None,
            enumeration: None,
            extensible: false,
            value_names: Vec::new(),
            value_descriptions: Vec::new(),
            told_values: Vec::new(),
            all_of: Vec::new(),
            one_of: Vec::new(),
            any_of: Vec::new(),
            properties: Vec::new(),
            required: Vec::new(),
            pattern_properties: Vec::new(),
            additional_properties: None,
            items: None,
            prefix_items: Vec::new(),
            length: (None, None),
            item_count: (None, None),
            property_count: (None, None),
            minimum: None,
            maximum: None,
            multiple_of: None,
            pattern: None,
            unique_items: false,
            discriminator: None,
            title: None,
            description: None,
            default: None,
            examples: Vec::new(),
            deprecated: false,
            read_only: false,
            write_only: false,
            assertions: None,
            more: false,
        }
    }

    /// Whether it says something about the length, size or pattern of values.
    pub fn has_constraints(&self) -> bool {
        let bounds = [self.length, self.item_count, self.property_count];
        bounds.iter().any(|bound| *bound != (None, None))
            || self.minimum.is_some()
            || self.maximum.is_some()
            || self.multiple_of.is_some()
            || self.pattern.is_some()
            || self.unique_items
    }

    /// Whether it says something about the shape of values, beside what it refers to: not merely documentation,
    /// nullability or constraints.
    pub fn has_shape(&self) -> bool {
        self.has_type() || self.has_members() || !self.all_of.is_empty() || self.has_choice()
    }

    /// Whether it says nothing about values, save perhaps that `null` is one.
    pub fn is_annotation(&self) -> bool {
        self.reference.is_none()
            && !self.broken
            && !self.has_shape()
            && !self.has_constraints()
            && self.assertions.is_none()
    }

    /// Whether it has `oneOf` or `anyOf`.
    pub fn has_choice(&self) -> bool {
        !self.one_of.is_empty() || !self.any_of.is_empty()
    }

    /// Whether it has a `type` other than `null`.
    pub fn has_type(&self) -> bool {
        !self.kinds.without(Kind::Null).is_empty()
    }

    /// Whether it says which values or members there are.
    pub fn has_members(&self) -> bool {
        self.boolean.is_some()
            || self.format.is_some()
            || self.content_encoding.is_some()
            || self.constant.is_some()
            || self.enumeration.is_some()
            || !self.properties.is_empty()
            || !self.required.is_empty()
            || !self.pattern_properties.is_empty()
            || self.additional_properties.is_some()
            || self.items.is_some()
            || !self.prefix_items.is_empty()
    }
}
