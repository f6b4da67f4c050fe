//! Values that a type allows, made from what the document says of it: for mock servers, and for tests of generated code.

mod answer;
mod body;
mod meet;
mod number;
mod pattern;
mod stream;
#[cfg(test)]
mod tests;
mod text;

pub use answer::{Answer, has_body, usual_media_type, usual_response};
pub use body::{Body, shown, simple};

use serde_json::{Map, Value};

use crate::fit::Fit;
use crate::ir::{
    Api, Bounds, Constraints, Dispatch, Docs, Extra, Field, Record, Shape, Tuple, Type, TypeId,
    TypeUse, Types, Union, Variant,
};

/// Objects deeper than this hold only what they must: nested objects multiply.
const DEPTH: usize = 3;
/// No list or map is made longer than this, whatever it demands.
const MOST_ITEMS: u64 = 64;
/// How many types are entered for one value, before it is given up.
const MOST_STEPS: usize = 20_000;
/// How many types a value may stand within: readers of JSON refuse what is nested deeper than 128 (as serde_json does).
const DEEPEST: usize = 120;
/// How many values are made where the first ones do not fit, since something is demanded that making them does not follow.
const TRIES: usize = 8;

/// Makes values of the types of an API, all of which fit. The same type and seed give the same value.
///
/// ```
/// use specwright_core::{options::Options, pipeline::generate, sample::Sampler, source::Input};
///
/// let text = r#"{"openapi": "3.1.0", "info": {"title": "Pets", "version": "1"}, "components": {"schemas": {
///     "Pet": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "maxLength": 3}}}}}}"#;
/// let input = Input::Text { name: "pets.json".to_owned(), text: text.to_owned() };
/// let api = generate(&input, &Options::default()).api.expect("the document is right");
/// let pet = api.types.iter().next().expect("there is one type").0;
/// let samples = Sampler::new(&api).samples(pet);
/// assert_eq!(samples.first(), Some(&serde_json::json!({"name": "tex"})));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Sampler<'t> {
    types: &'t Types,
    fit: Fit<'t>,
    seed: usize,
    with_examples: bool,
}

/// One value in the making.
struct Making<'t> {
    types: &'t Types,
    fit: Fit<'t>,
    /// Whether the document's examples go before what is made up.
    with_examples: bool,
    /// The types that the current place stands in.
    within: Vec<TypeId>,
    /// How many types may still be entered.
    steps: usize,
    /// Which of several values are made, where there is a choice.
    turn: usize,
    /// Objects from this depth on hold only what they must.
    full_depth: usize,
}

impl<'t> Sampler<'t> {
    /// A maker of values of the types of this API.
    pub fn new(api: &'t Api) -> Self {
        Self {
            types: &api.types,
            fit: Fit::new(api),
            seed: 0,
            with_examples: false,
        }
    }

    /// The same with a seed: another one makes other values where a type has several.
    #[must_use]
    pub fn seeded(self, seed: usize) -> Self {
        Self { seed, ..self }
    }

    /// The same with the document's examples, as far as they fit, in the stead of what would be made up.
    #[must_use]
    pub fn with_examples(self) -> Self {
        Self {
            with_examples: true,
            ..self
        }
    }

    /// One value with all its members, or `None` if no value is known to fit: there is none, it would never end, or it must
    /// match a pattern or meet a condition (`not`, `if`, `propertyNames` …) that what was tried does not.
    pub fn sample(&self, id: TypeId) -> Option<Value> {
        (0..TRIES)
            .flat_map(|turn| [(turn, DEPTH), (turn, 0)])
            .find_map(|(turn, depth)| self.make(id, self.seed.wrapping_add(turn), depth))
    }

    /// Values that between them show every branch of a union, every value of an enumeration, and an object with all its
    /// members and with only those it must have. Without repetition.
    pub fn samples(&self, id: TypeId) -> Vec<Value> {
        let id = self.types.resolve(id);
        let one = self.types.get(id);
        let values: Vec<Option<Value>> = match &one.shape {
            Shape::Union(union) => (0..union.variants.len())
                .map(|turn| self.make(id, turn, DEPTH))
                .collect(),
            Shape::Enumeration(enumeration) => enumeration
                .values
                .iter()
                .map(|one| Some(one.value.clone()))
                .collect(),
            _ => vec![
                self.make(id, 0, DEPTH),
                self.make(id, 0, 0),
                self.make(id, 1, DEPTH),
            ],
        };
        let mut samples: Vec<Value> = Vec::new();
        for value in values.into_iter().flatten() {
            if !samples.contains(&value) {
                samples.push(value);
            }
        }
        samples
    }

    /// A value that fits.
    fn make(&self, id: TypeId, turn: usize, full_depth: usize) -> Option<Value> {
        let value = self.making(turn, full_depth).value(id)?;
        self.fit.fits(&value, of(id)).then_some(value)
    }

    fn making(&self, turn: usize, full_depth: usize) -> Making<'t> {
        Making {
            types: self.types,
            fit: self.fit,
            with_examples: self.with_examples,
            within: Vec::new(),
            steps: MOST_STEPS,
            turn,
            full_depth,
        }
    }
}

impl<'t> Making<'t> {
    fn using(&mut self, value: TypeUse) -> Option<Value> {
        self.value(value.id)
            .or_else(|| value.or_null.then_some(Value::Null))
    }

    fn value(&mut self, id: TypeId) -> Option<Value> {
        self.steps = self.steps.checked_sub(1)?;
        if self.within.len() >= DEEPEST || self.within.contains(&id) {
            return None;
        }
        let types = self.types;
        let one = types.get(id);
        if let Some(example) = self.example(&one.docs, of(id)) {
            return Some(example);
        }
        self.within.push(id);
        let made = if one.constraints.conditions.is_empty() {
            self.shape(one)
        } else {
            self.meeting(id, one)
        };
        self.within.pop();
        made
    }

    /// An example that fits, where examples are wanted.
    fn example(&self, docs: &Docs, of: TypeUse) -> Option<Value> {
        let fitting = |one: &&Value| self.with_examples && self.fit.fits(one, of);
        let fitting: Vec<&Value> = docs.examples.iter().filter(fitting).collect();
        let turn = self.turn.checked_rem(fitting.len())?;
        fitting.get(turn).copied().cloned()
    }

    fn shape(&mut self, one: &'t Type) -> Option<Value> {
        let limits = &one.constraints;
        match &one.shape {
            Shape::Any => Some(Value::from(format!("anything {}", self.turn))),
            Shape::Never => None,
            Shape::Binary => Some(Value::from(format!("bytes {}", self.turn))),
            Shape::Null => Some(Value::Null),
            Shape::Boolean => Some(Value::Bool(self.turn.is_multiple_of(2))),
            Shape::Integer(format) => number::integer(*format, limits, self.turn),
            Shape::Number(_) => number::number(limits, self.turn),
            Shape::Text(format) => text::text(format, limits, self.turn).map(Value::from),
            Shape::Enumeration(enumeration) => {
                let position = self.turn.checked_rem(enumeration.values.len())?;
                Some(enumeration.values.get(position)?.value.clone())
            }
            Shape::List(list) => self.list(list.items, limits),
            Shape::Tuple(tuple) => self.tuple(tuple),
            Shape::Map(value) => self.map(*value, &limits.properties),
            Shape::Record(record) => self.record(record, limits),
            Shape::Union(union) => self.union(union),
            Shape::JsonText(inside) => {
                let inside = self.using(*inside)?;
                Some(Value::from(inside.to_string()))
            }
            Shape::Alias(other) => self.using(*other),
        }
    }

    /// As many items as there must be, or one. An item that has no end is left out where there may be none.
    fn list(&mut self, items: TypeUse, limits: &Constraints) -> Option<Value> {
        let count = count(&limits.items)?;
        let turn = self.turn;
        let mut list = Vec::new();
        for index in 0..count {
            self.turn = turn + index;
            match self.using(items) {
                Some(item) if !(limits.unique_items && list.contains(&item)) => list.push(item),
                _ => break,
            }
        }
        self.turn = turn;
        let enough = list.len() as u64 >= limits.items.minimum.unwrap_or(0);
        enough.then_some(Value::Array(list))
    }

    fn tuple(&mut self, tuple: &Tuple) -> Option<Value> {
        let mut list = Vec::new();
        for position in &tuple.positions {
            match self.using(*position) {
                Some(value) => list.push(value),
                None if list.len() >= tuple.required => break,
                None => return None,
            }
        }
        Some(Value::Array(list))
    }

    fn map(&mut self, value: TypeUse, bounds: &Bounds) -> Option<Value> {
        let mut members = Map::new();
        self.fill(&mut members, value, count(bounds)?);
        let enough = members.len() as u64 >= bounds.minimum.unwrap_or(0);
        enough.then_some(Value::Object(members))
    }

    /// Adds members with made-up names, up to a number of them.
    fn fill(&mut self, members: &mut Map<String, Value>, value: TypeUse, count: usize) {
        while members.len() < count {
            let Some(made) = self.using(value) else {
                return;
            };
            members.insert(format!("key {}", members.len()), made);
        }
    }

    fn record(&mut self, record: &Record, limits: &Constraints) -> Option<Value> {
        let full = self.within.len() <= self.full_depth;
        let most = limits.properties.maximum.unwrap_or(u64::MAX);
        let least = limits.properties.minimum.unwrap_or(0);
        let mut members = Map::new();
        for field in record.fields.iter().filter(|field| field.required) {
            let value = self.field(field)?;
            members.insert(field.wire_name.clone(), value);
        }
        for field in record.fields.iter().filter(|field| !field.required) {
            let room = (members.len() as u64) < most;
            let wanted = full || (members.len() as u64) < least;
            if room
                && wanted
                && let Some(value) = self.optional(field)
            {
                members.insert(field.wire_name.clone(), value);
            }
        }
        if let Extra::Kept(value) = &record.extra {
            let wanted = if full && (members.len() as u64) < most {
                members.len() + 1
            } else {
                usize::try_from(least.min(MOST_ITEMS)).ok()?
            };
            self.fill(&mut members, *value, wanted);
        }
        ((members.len() as u64) >= least).then_some(Value::Object(members))
    }

    /// A member that may be absent; on a second turn, `null` where that is allowed.
    fn optional(&mut self, field: &Field) -> Option<Value> {
        if field.value.or_null && self.turn % 2 == 1 {
            return Some(Value::Null);
        }
        self.field(field)
    }

    fn field(&mut self, field: &Field) -> Option<Value> {
        let example = self.example(&field.docs, field.value);
        example.or_else(|| self.using(field.value))
    }

    /// The branch whose turn it is, or another that has an end.
    fn union(&mut self, union: &Union) -> Option<Value> {
        let count = union.variants.len();
        let turn = self.turn;
        // The turn has been spent on the choice of the branch.
        self.turn = turn.checked_div(count)?;
        let made = (0..count)
            .filter_map(|skip| union.variants.get((turn + skip) % count))
            .find_map(|variant| self.variant(variant, &union.dispatch));
        self.turn = turn;
        made
    }

    fn variant(&mut self, variant: &Variant, dispatch: &Dispatch) -> Option<Value> {
        let mut value = self.using(variant.value)?;
        if let (Dispatch::Tag { property, .. }, Value::Object(members)) = (dispatch, &mut value)
            && let Some(tag) = variant.tags.first()
            && !self.is_union(variant.value.id)
        {
            let own = members.get(property).map(Value::to_string);
            // A number stands for a branch by its text.
            if own.is_none_or(|own| !variant.tags.contains(&own)) {
                members.insert(property.clone(), self.tag(variant, property, tag));
            }
        }
        Some(value)
    }

    /// Whether a type is a union, which has made the tag of its own branch.
    fn is_union(&self, id: TypeId) -> bool {
        let id = self.types.resolve(id);
        matches!(self.types.get(id).shape, Shape::Union(_))
    }

    /// A tag, of the kind that the branch declares it to be.
    fn tag(&self, variant: &Variant, property: &str, tag: &str) -> Value {
        let id = self.types.resolve(variant.value.id);
        let declared = match &self.types.get(id).shape {
            Shape::Record(record) => {
                let mut fields = record.fields.iter();
                fields.find(|field| field.wire_name == property)
            }
            _ => None,
        };
        let is_number = declared.is_some_and(|field| {
            let id = self.types.resolve(field.value.id);
            matches!(
                self.types.get(id).shape,
                Shape::Integer(_) | Shape::Number(_)
            )
        });
        let number = serde_json::from_str(tag).ok().filter(|_| is_number);
        number.unwrap_or_else(|| Value::from(tag))
    }
}

/// A type in use that `null` is no value of.
fn of(id: TypeId) -> TypeUse {
    TypeUse { id, or_null: false }
}

/// How many items or members are made: one, or as many as there must be.
fn count(bounds: &Bounds) -> Option<usize> {
    let least = bounds.minimum.unwrap_or(0);
    let count = least.max(1).min(bounds.maximum.unwrap_or(u64::MAX));
    (least <= MOST_ITEMS && count >= least)
        .then(|| usize::try_from(count).ok())
        .flatten()
}
