//! Types: which shapes become items, what they are called, and how each use of a type is written.

use std::collections::BTreeSet;
use std::iter::once_with;

use super::foreign::{Formats, of_user};
use super::names::{RESERVED_TYPES, Scope, TypeName, pinned_type_case, type_case};
use super::rust_type::RustType;
use super::tuples::PlainTuples;
use super::usage::Usage;
use crate::ir::{
    Api, Constraints, EnumValue, Enumeration, IntegerFormat, NameHint, NumberFormat, Shape,
    TextFormat, TypeId, TypeUse, Types,
};
use crate::options::{Map, Options};

/// The name of each type that has one, and how uses of types are written.
pub(super) struct TypeTable<'a> {
    types: &'a Types,
    names: Vec<Option<TypeName>>,
    formats: Formats,
    map: &'static str,
    plain_tuples: PlainTuples,
    /// Lists and maps that hold themselves.
    wrapped: BTreeSet<TypeId>,
}

impl<'a> TypeTable<'a> {
    /// Gives names to all types that become items. With `reached_only`, others get none.
    pub(super) fn new(api: &'a Api, usage: &Usage, reached_only: bool, options: &Options) -> Self {
        let mut table = Self {
            types: &api.types,
            names: vec![None; api.types.len()],
            formats: Formats::of(options, &BTreeSet::new()),
            map: map_name(options.map.unwrap_or_default()),
            plain_tuples: PlainTuples::of(&api.types),
            wrapped: BTreeSet::new(),
        };
        // What only a replaced type was made of is not needed any more.
        let is_replaced = api.types.iter().any(|(_, one)| one.replacement.is_some());
        let declared = is_replaced.then(|| super::usage::declared(&api.types));
        let is_declared = |id: TypeId| {
            let mut marks = declared.iter();
            marks.all(|marks| marks.get(id.index()) == Some(&true))
        };
        let wanted = |id: &TypeId| usage.is_reached(*id) || !reached_only && is_declared(*id);
        let circles = super::circles::nameless(table.types, |id| {
            table.is_item(id) && !matches!(table.types.get(id).shape, Shape::Alias(_))
        });
        let ids: Vec<TypeId> = api
            .types
            .iter()
            .map(|(id, _)| id)
            .filter(|id| table.is_item(*id) || circles.contains(id))
            .filter(wanted)
            .collect();
        let mut scope = Scope::reserving(RESERVED_TYPES);
        // Strong names first, so that a name made up from a place never takes one that the document gives.
        for strength in [
            strength_pinned,
            strength_component,
            strength_titled,
            strength_derived,
        ] {
            for id in &ids {
                if let Some(slot @ None) = table.names.get_mut(id.index())
                    && let Some(candidates) = strength(&api.types.get(*id).hint)
                {
                    *slot = match candidates {
                        Candidates::Some(names) => Some(scope.allocate(names)),
                        Candidates::IfFree(name) => scope.claim(name),
                    }
                    .map(TypeName::new);
                }
            }
        }
        let models = table.names.iter().flatten().map(TypeName::as_str);
        table.formats = Formats::of(options, &models.collect());
        table.break_alias_cycles();
        table
    }

    /// The ids of all items, in the document's order.
    pub(super) fn items(&self) -> impl Iterator<Item = (TypeId, &TypeName)> {
        let named = |(id, _): (TypeId, _)| self.name(id).map(|name| (id, name));
        self.types.iter().filter_map(named)
    }

    /// The name of an item.
    pub(super) fn name(&self, id: TypeId) -> Option<&TypeName> {
        self.names.get(id.index())?.as_ref()
    }

    /// Whether a type becomes an item of its own.
    fn is_item(&self, id: TypeId) -> bool {
        let one = self.types.get(id);
        if one.replacement.is_some() {
            return false;
        }
        match &one.shape {
            Shape::Record(_) | Shape::Union(_) => true,
            Shape::Enumeration(enumeration) => EnumKind::of(enumeration) != EnumKind::OpenMixed,
            Shape::Tuple(_) if !self.is_plain_tuple(id) => true,
            _ => !matches!(one.hint, NameHint::Derived(_) | NameHint::Titled(..)),
        }
    }

    /// Whether a type is a tuple that is one in Rust too.
    pub(super) fn is_plain_tuple(&self, id: TypeId) -> bool {
        self.plain_tuples.contains(id)
    }

    /// Whether `null` is a value of a type in use, here or behind its aliases.
    pub(super) fn is_nullable(&self, value: TypeUse) -> bool {
        let is_null = |one: TypeUse| self.types.get(one.id).shape == Shape::Null;
        let mut aliases = self.types.aliases(value);
        aliases.any(|one| one.or_null || is_null(one))
    }

    /// How a present, non-null value of the type is written.
    pub(super) fn rust_type(&self, id: TypeId) -> RustType {
        match self.name(id) {
            Some(name) => RustType::Named(name.clone()),
            None => self.unnamed(id),
        }
    }

    /// Like `rust_type`, with `Option` around it where `null` is a value.
    pub(super) fn element(&self, value: TypeUse) -> RustType {
        if self.types.get(self.types.resolve(value.id)).shape == Shape::Null {
            return RustType::Unit;
        }
        let inner = self.rust_type(value.id);
        if self.is_nullable(value) && inner != RustType::Json {
            RustType::Option(Box::new(inner))
        } else {
            inner
        }
    }

    /// How the shape of a type is written, whatever its name.
    pub(super) fn unnamed(&self, id: TypeId) -> RustType {
        let one = self.types.get(id);
        if let Some(replacement) = &one.replacement {
            return of_user(replacement);
        }
        match &one.shape {
            Shape::Boolean => RustType::Bool,
            Shape::Integer(format) => integer(*format, &one.constraints),
            Shape::Number(NumberFormat::Float) => RustType::Number("f32"),
            Shape::Number(NumberFormat::Decimal) => self.formats.decimal_number.clone(),
            Shape::Number(_) => RustType::Number("f64"),
            Shape::Text(TextFormat::Plain(Some(format))) if format == "ip" => {
                RustType::Address("IpAddr")
            }
            Shape::Text(format) => self.text(format),
            Shape::Binary => RustType::Binary,
            Shape::JsonText(value) => RustType::JsonText(Box::new(self.element(*value))),
            Shape::List(list) => RustType::List(Box::new(self.element(list.items))),
            Shape::Tuple(tuple) => {
                let items = tuple.positions.iter();
                RustType::Tuple(items.map(|item| self.element(*item)).collect())
            }
            Shape::Map(value) => self.map_of(self.element(*value)),
            Shape::Alias(value) => self.rust_type(value.id),
            Shape::Any | Shape::Never | Shape::Null | Shape::Enumeration(_) => RustType::Json,
            // Records and unions always have names unless nothing reaches them.
            Shape::Record(_) | Shape::Union(_) => RustType::Json,
        }
    }

    fn text(&self, format: &TextFormat) -> RustType {
        match format {
            TextFormat::Plain(Some(format)) if format == "decimal" => {
                self.formats.decimal_text.clone()
            }
            TextFormat::Plain(_) | TextFormat::Time | TextFormat::Duration => RustType::String,
            TextFormat::Uuid => self.formats.uuid.clone(),
            TextFormat::DateTime => self.formats.date_time.clone(),
            TextFormat::Date => self.formats.date.clone(),
            TextFormat::Base64 => RustType::Base64,
            TextFormat::Ipv4 => RustType::Address("Ipv4Addr"),
            TextFormat::Ipv6 => RustType::Address("Ipv6Addr"),
        }
    }

    /// A map from texts to such values.
    pub(super) fn map_of(&self, value: RustType) -> RustType {
        RustType::Map(self.map, Box::new(value))
    }

    /// The shape of a type behind its aliases; any where the user has another type for it.
    pub(super) fn shape(&self, id: TypeId) -> &Shape {
        let one = self.types.get(self.types.resolve(id));
        match one.replacement {
            Some(_) => &Shape::Any,
            None => &one.shape,
        }
    }

    /// Whether values of a type are those of another crate, which the runtime knows nothing about.
    pub(super) fn is_foreign(&self, id: TypeId) -> bool {
        let one = self.types.get(self.types.resolve(id));
        match &one.shape {
            _ if one.replacement.is_some() => true,
            Shape::Text(format) => matches!(self.text(format), RustType::Foreign(_)),
            _ => false,
        }
    }

    /// A list or map that holds only itself is no alias in Rust: it becomes a type around the list.
    fn break_alias_cycles(&mut self) {
        let ids: Vec<TypeId> = self.types.iter().map(|(id, _)| id).collect();
        for id in ids {
            let is_alias = matches!(self.types.get(id).shape, Shape::Alias(_));
            if self.name(id).is_some() && !is_alias && self.is_cyclic_alias(id) {
                self.wrapped.insert(id);
            }
        }
    }

    /// Whether a type is a struct around its list or map.
    pub(super) fn is_wrapped(&self, id: TypeId) -> bool {
        self.wrapped.contains(&id)
    }

    fn is_cyclic_alias(&self, start: TypeId) -> bool {
        let mut pending = vec![start];
        let mut seen = BTreeSet::new();
        while let Some(id) = pending.pop() {
            let is_item = matches!(self.types.get(id).shape, Shape::Record(_) | Shape::Union(_));
            if is_item || self.is_wrapped(id) {
                continue;
            }
            for part in super::usage::parts(self.types.get(id)) {
                if part == start {
                    return true;
                }
                if seen.insert(part) {
                    pending.push(part);
                }
            }
        }
        false
    }
}

/// Names for a type.
enum Candidates<'h> {
    /// The first that is free; if none is, the last with a number.
    Some(Box<dyn Iterator<Item = String> + 'h>),
    /// This one, or else none of its strength.
    IfFree(String),
}

impl<'h> Candidates<'h> {
    /// Names of which later ones are made only where the earlier are taken.
    fn some(names: impl Iterator<Item = String> + 'h) -> Option<Self> {
        Some(Self::Some(Box::new(names)))
    }
}

fn strength_pinned(hint: &NameHint) -> Option<Candidates<'_>> {
    match hint {
        NameHint::Pinned(name) => Candidates::some(once_with(|| pinned_type_case(name))),
        _ => None,
    }
}

fn strength_component(hint: &NameHint) -> Option<Candidates<'_>> {
    match hint {
        NameHint::Component(name) => Candidates::some(
            once_with(|| type_case(name)).chain(once_with(|| format!("{}Model", type_case(name)))),
        ),
        _ => None,
    }
}

/// A title, if it is free; the first type that has it takes it.
fn strength_titled(hint: &NameHint) -> Option<Candidates<'_>> {
    match hint {
        NameHint::Titled(title, _) => Some(Candidates::IfFree(type_case(title))),
        _ => None,
    }
}

/// So many members of a path are part of a name at most.
const MOST_MEMBERS: usize = 8;

/// The owner and the last member, then more and more of what lies between. An item or value alone says nothing: it is
/// called for the list or map that it is in.
fn strength_derived(hint: &NameHint) -> Option<Candidates<'_>> {
    let (NameHint::Derived(path) | NameHint::Titled(_, path)) = hint else {
        return None;
    };
    let (owner, members) = path.split_first()?;
    let members = members.get(members.len().saturating_sub(MOST_MEMBERS)..)?;
    let alone = members.is_empty().then(|| type_case(owner));
    let telling = (0..members.len()).rev().filter_map(move |from| {
        let tail = members.get(from..)?;
        let says_nothing = from > 0 && tail.iter().all(|word| is_structural(word));
        (!says_nothing).then(|| type_case(&format!("{owner}_{}", tail.join("_"))))
    });
    let whole = once_with(move || type_case(&format!("{owner}_{}", members.join("_"))) + "Model");
    Candidates::some(alone.into_iter().chain(telling).chain(whole))
}

fn integer(format: IntegerFormat, constraints: &Constraints) -> RustType {
    RustType::Number(match format {
        IntegerFormat::Int8 => "i8",
        IntegerFormat::Int16 => "i16",
        IntegerFormat::Int32 => "i32",
        IntegerFormat::Int64 => "i64",
        IntegerFormat::Uint8 => "u8",
        IntegerFormat::Uint16 => "u16",
        IntegerFormat::Uint32 => "u32",
        IntegerFormat::Uint64 => "u64",
        IntegerFormat::Unstated => super::constraints::width(constraints),
    })
}

fn map_name(map: Map) -> &'static str {
    match map {
        Map::BTreeMap => "BTreeMap",
        Map::HashMap => "HashMap",
        Map::IndexMap => "IndexMap",
    }
}

/// Whether a word of a path stands for no member: the item of a list, a value of a map, a position.
fn is_structural(word: &str) -> bool {
    matches!(word, "item" | "value") || word.bytes().all(|byte| byte.is_ascii_digit())
}

/// What the values of an enumeration are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EnumKind {
    /// All texts.
    Texts,
    /// All whole numbers that fit 64 bits.
    Integers,
    /// Anything else.
    Mixed,
    /// Anything else, with room for more: any JSON.
    OpenMixed,
}

impl EnumKind {
    pub(super) fn of(enumeration: &Enumeration) -> Self {
        let all = |test: fn(&EnumValue) -> bool| {
            !enumeration.values.is_empty() && enumeration.values.iter().all(test)
        };
        if all(|one| one.value.is_string()) {
            Self::Texts
        } else if all(|one| one.value.is_i64()) {
            Self::Integers
        } else if enumeration.open {
            Self::OpenMixed
        } else {
            Self::Mixed
        }
    }
}
