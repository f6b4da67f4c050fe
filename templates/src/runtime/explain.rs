//! Every problem of a JSON body, with its place: runs only after a body could not be decoded.
//!
//! A decoder stops at the first problem. Here the same `Deserialize` impls run once more over the parsed
//! value, through a deserializer that notes each problem with its JSON Pointer and goes on with the next
//! member or item. The records' impls (`wire`) take part: while a thread explains, a member that cannot be
//! read does not end its record, and missing members are noted together.

use ::serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer,
    MapAccess, SeqAccess, VariantAccess, Visitor,
};
use ::serde_json::Value;
use ::std::cell::{Cell, RefCell};
use ::std::fmt;

use super::keys::Key;
use super::problem::{Location, Problem, push_key};

/// The text of an error that stands for problems already noted.
pub const NOTED: &str = "\u{0}noted";

thread_local! {
    static ACTIVE: Cell<bool> = const { Cell::new(false) };
    static NOTES: RefCell<Notes> = const { RefCell::new(Notes { pointer: String::new(), present: Vec::new(), problems: Vec::new() }) };
}

/// What is known while a value is explained.
struct Notes {
    /// The place that is being read.
    pointer: String,
    /// The keys of each object on the way there.
    present: Vec<Vec<String>>,
    problems: Vec<Problem>,
}

/// Whether this thread is explaining a value.
pub fn is_active() -> bool {
    ACTIVE.get()
}

/// Every problem that keeps `value` from being a `T`; empty where it is one.
pub fn explain<T: DeserializeOwned>(value: &Value) -> Vec<Problem> {
    run(value, |deserializer| T::deserialize(deserializer).err())
}

/// Reads a part of the value that is being explained; what is wrong inside it is noted.
pub fn inside<T: DeserializeOwned>(value: &Value) -> Result<T, String> {
    T::deserialize(Explainer(value)).map_err(|error| error.to_string())
}

/// Does something of which nothing is noted.
pub fn quietly<R>(act: impl FnOnce() -> R) -> R {
    let was_active = ACTIVE.replace(false);
    let result = act();
    ACTIVE.set(was_active);
    result
}

fn run(value: &Value, read: impl FnOnce(Explainer<'_>) -> Option<Explained>) -> Vec<Problem> {
    ACTIVE.set(true);
    let error = read(Explainer(value));
    ACTIVE.set(false);
    if let Some(Explained(Some(message))) = error {
        note(message);
    }
    NOTES.with_borrow_mut(|notes| {
        notes.pointer.clear();
        notes.present.clear();
        ::std::mem::take(&mut notes.problems)
    })
}

/// Notes the members that must be there and are not. Called at the end of each record.
pub fn end_of_record(keys: &'static [Key]) {
    if !is_active() {
        return;
    }
    NOTES.with_borrow_mut(|notes| {
        let Some(present) = notes.present.last() else {
            return;
        };
        for (key, demanded) in keys {
            if *demanded && !present.iter().any(|other| other == key) {
                let mut pointer = notes.pointer.clone();
                push_key(&mut pointer, key);
                notes.problems.push(Problem {
                    location: Location::Body,
                    pointer,
                    code: "required",
                    message: "this member is required".to_owned(),
                });
            }
        }
    });
}

/// Notes a member that must not be there.
pub fn unknown_member(key: &str) {
    NOTES.with_borrow_mut(|notes| {
        let mut pointer = notes.pointer.clone();
        push_key(&mut pointer, key);
        notes.problems.push(Problem {
            location: Location::Body,
            pointer,
            code: "unknown",
            message: "this member is unknown".to_owned(),
        });
    });
}

fn note(message: String) {
    NOTES.with_borrow_mut(|notes| {
        let pointer = notes.pointer.clone();
        notes.problems.push(Problem {
            location: Location::Body,
            pointer,
            code: "type",
            message,
        });
    });
}

/// Reads a part under `key`; what is wrong with it is noted at its place.
fn part<T>(key: &str, read: impl FnOnce() -> Result<T, Explained>) -> Result<T, Explained> {
    let length = NOTES.with_borrow_mut(|notes| {
        let length = notes.pointer.len();
        push_key(&mut notes.pointer, key);
        length
    });
    let result = read().map_err(|Explained(message)| {
        if let Some(message) = message {
            note(message);
        }
        Explained(None)
    });
    NOTES.with_borrow_mut(|notes| notes.pointer.truncate(length));
    result
}

/// An error: its message, or nothing where it has been noted.
#[derive(Debug)]
struct Explained(Option<String>);

impl fmt::Display for Explained {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0.as_deref().unwrap_or(NOTED))
    }
}

impl ::std::error::Error for Explained {}

impl Error for Explained {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let message = message.to_string();
        Self((message != NOTED).then_some(message))
    }
}

/// Deserializes a value and notes what goes wrong inside it.
struct Explainer<'v>(&'v Value);

impl<'de> Deserializer<'de> for Explainer<'de> {
    type Error = Explained;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Explained> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Number(number) => {
                if let Some(value) = number.as_u64() {
                    visitor.visit_u64(value)
                } else if let Some(value) = number.as_i64() {
                    visitor.visit_i64(value)
                } else {
                    visitor.visit_f64(number.as_f64().unwrap_or(f64::NAN))
                }
            }
            Value::Array(items) => visitor.visit_seq(Items { items, index: 0 }),
            Value::Object(members) => {
                NOTES
                    .with_borrow_mut(|notes| notes.present.push(members.keys().cloned().collect()));
                let result = visitor.visit_map(Members {
                    members: members.iter(),
                    current: None,
                });
                NOTES.with_borrow_mut(|notes| notes.present.pop());
                result
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Explained> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Explained> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Explained> {
        visitor.visit_enum(self)
    }

    ::serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

impl<'de> EnumAccess<'de> for Explainer<'de> {
    type Error = Explained;
    type Variant = Unit;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Unit), Explained> {
        seed.deserialize(self).map(|value| (value, Unit))
    }
}

/// The inside of a variant without content.
struct Unit;

impl<'de> VariantAccess<'de> for Unit {
    type Error = Explained;

    fn unit_variant(self) -> Result<(), Explained> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Explained> {
        seed.deserialize(().into_deserializer())
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Explained> {
        visitor.visit_unit()
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Explained> {
        visitor.visit_unit()
    }
}

/// The items of an array. One that cannot be read is noted and skipped.
struct Items<'v> {
    items: &'v [Value],
    index: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Explained;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Explained> {
        let Some(value) = self.items.get(self.index) else {
            return Ok(None);
        };
        let key = self.index.to_string();
        self.index += 1;
        // The seed is spent: a list whose item cannot be read ends there, and `wire` goes on with the next member.
        part(&key, || seed.deserialize(Explainer(value))).map(Some)
    }
}

/// The members of an object.
struct Members<'v> {
    members: ::serde_json::map::Iter<'v>,
    current: Option<(&'v str, &'v Value)>,
}

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = Explained;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Explained> {
        self.current = self
            .members
            .next()
            .map(|(key, value)| (key.as_str(), value));
        match self.current {
            Some((key, _)) => seed.deserialize(key.into_deserializer()).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Explained> {
        match self.current.take() {
            Some((key, value)) => part(key, || seed.deserialize(Explainer(value))),
            None => Err(Error::custom("a value was read before its key")),
        }
    }
}
