//! Reading and writing of records: what all generated `Serialize` and `Deserialize` impls share.
//!
//! `record!` turns a table, one row per field, into both impls. A row is
//! `index field: presence "key"`, where the key is left out if it is the field's name; the presence is one of
//!
//! - `required`: the member must be there (`T`),
//! - `nullable`: the member must be there and may be `null` (`Option<T>`),
//! - `optional`: the member may be left out (`Option<T>`),
//! - `maybe`: the member may be left out or be `null` (`Maybe<T>`),
//! - `defaulted`, with the default in parentheses after the key: like `optional`, and where the member is left
//!   out a reader sees the default.

use ::serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor,
};
use ::serde::ser::{Serialize, SerializeMap, Serializer};
use ::std::fmt;

use super::explain;
use super::maybe::Maybe;

/// A member's key, and whether it must be there.
pub type Key = (&'static str, bool);

/// Finds the field of each key. The key expected next is looked at first, so that members in the usual
/// order cost one comparison each.
pub struct Keys {
    keys: &'static [Key],
    next: usize,
}

/// A key that was read.
pub enum Found {
    /// The key of the field with this index.
    Field(usize),
    /// A key that the record does not name.
    Other(String),
}

impl Keys {
    /// Nothing read yet.
    pub fn new(keys: &'static [Key]) -> Self {
        Self { keys, next: 0 }
    }

    /// The field of the next known key; unknown members are skipped. `None` at the end of the object.
    pub fn next<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<Option<usize>, A::Error> {
        loop {
            match map.next_key_seed(FieldSeed(self))? {
                Some(Some(index)) => return Ok(Some(index)),
                Some(None) => {
                    map.next_value::<IgnoredAny>()?;
                }
                None => return Ok(self.end()),
            }
        }
    }

    /// The next key, known or not. `None` at the end of the object.
    pub fn next_or_other<'de, A: MapAccess<'de>>(
        &mut self,
        map: &mut A,
    ) -> Result<Option<Found>, A::Error> {
        match map.next_key_seed(FoundSeed(self))? {
            Some(found) => Ok(Some(found)),
            None => Ok(self.end().map(Found::Field)),
        }
    }

    fn end(&self) -> Option<usize> {
        explain::end_of_record(self.keys);
        None
    }

    fn find(&mut self, key: &str) -> Option<usize> {
        let expected = self
            .keys
            .get(self.next)
            .is_some_and(|(name, _)| *name == key);
        let found = if expected {
            Some(self.next)
        } else {
            self.keys.iter().position(|(name, _)| *name == key)
        };
        if let Some(index) = found {
            self.next = index + 1;
        }
        found
    }
}

struct FieldSeed<'k>(&'k mut Keys);

impl<'de> DeserializeSeed<'de> for FieldSeed<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for FieldSeed<'_> {
    type Value = Option<usize>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(self.0.find(key))
    }
}

struct FoundSeed<'k>(&'k mut Keys);

impl<'de> DeserializeSeed<'de> for FoundSeed<'_> {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for FoundSeed<'_> {
    type Value = Found;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Found, E> {
        Ok(self
            .0
            .find(key)
            .map_or_else(|| Found::Other(key.to_owned()), Found::Field))
    }
}

/// Reads the value of the key that was just found. Of a key that stands twice, the last value counts.
pub fn set<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    slot: &mut Option<T>,
) -> Result<(), A::Error> {
    match map.next_value() {
        Ok(value) => *slot = Some(value),
        // Already noted; the other members may have problems of their own.
        Err(_) if explain::is_active() => {}
        Err(error) => return Err(error),
    }
    Ok(())
}

/// The value of a member that must be there.
pub fn required<T, E: Error>(slot: Option<T>, key: &'static str) -> Result<T, E> {
    match slot {
        Some(value) => Ok(value),
        None if explain::is_active() => Err(E::custom(explain::NOTED)),
        None => Err(E::missing_field(key)),
    }
}

/// The value of a member that may be left out or be `null`.
pub fn maybe<T>(slot: Option<Option<T>>) -> Maybe<T> {
    match slot {
        None => Maybe::Absent,
        Some(None) => Maybe::Null,
        Some(Some(value)) => Maybe::Value(value),
    }
}

/// Writes the members of a record. The first error is kept until `end`.
pub struct Writer<S: Serializer> {
    state: Result<S::SerializeMap, S::Error>,
}

impl<S: Serializer> Writer<S> {
    /// Opens the object.
    pub fn new(serializer: S) -> Self {
        Self {
            state: serializer.serialize_map(None),
        }
    }

    /// Writes a member.
    pub fn required<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) {
        self.entry(key, value);
    }

    /// Writes a member that may be `null`.
    pub fn nullable<T: Serialize>(&mut self, key: &'static str, value: &Option<T>) {
        self.entry(key, value);
    }

    /// Writes a member unless it is absent.
    pub fn optional<T: Serialize>(&mut self, key: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.entry(key, value);
        }
    }

    /// Writes a member unless it is absent.
    pub fn defaulted<T: Serialize>(&mut self, key: &'static str, value: &Option<T>) {
        self.optional(key, value);
    }

    /// Writes a member unless it is absent.
    pub fn maybe<T: Serialize>(&mut self, key: &'static str, value: &Maybe<T>) {
        if !value.is_absent() {
            self.entry(key, value);
        }
    }

    /// Writes the members that the record does not name.
    pub fn rest<'v, T: Serialize + 'v>(
        &mut self,
        members: impl IntoIterator<Item = (&'v String, &'v T)>,
    ) {
        for (key, value) in members {
            self.entry(key, value);
        }
    }

    fn entry<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) {
        let written = self
            .state
            .as_mut()
            .map_or(Ok(()), |map| map.serialize_entry(key, value));
        if let Err(error) = written {
            self.state = Err(error);
        }
    }

    /// Closes the object.
    pub fn end(self) -> Result<S::Ok, S::Error> {
        self.state?.end()
    }
}

/// The key of a field: the one that is stated, or its name.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! key {
    ($field:ident) => {
        ::std::stringify!($field)
    };
    ($field:ident $key:literal) => {
        $key
    };
}
#[allow(unused_imports)]
pub(crate) use key;

/// What a presence word means when a field is taken out of its slot.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! take {
    (required $slot:ident $key:tt) => {
        wire::required($slot, $key)?
    };
    (nullable $slot:ident $key:tt) => {
        wire::required($slot, $key)?
    };
    (optional $slot:ident $key:tt) => {
        $slot
    };
    (maybe $slot:ident $key:tt) => {
        wire::maybe($slot)
    };
    (defaulted $slot:ident $key:tt $default:expr) => {
        $slot.or_else(|| ::std::option::Option::Some($default))
    };
}
#[allow(unused_imports)]
pub(crate) use take;

/// Whether a presence word demands the member.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! demands {
    (required) => {
        true
    };
    (nullable) => {
        true
    };
    ($other:ident) => {
        false
    };
}
#[allow(unused_imports)]
pub(crate) use demands;

/// `Serialize` and `Deserialize` of a record, from one row per field.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! record {
    ($name:ident { $($index:literal $field:ident: $presence:ident $($key:literal)? $(($default:expr))?),* $(,)? } $(rest $rest:ident)?) => {
        #[allow(deprecated)] // Deprecated members travel like all others.
        impl ::serde::Serialize for $name {
            fn serialize<AnySerializer: ::serde::Serializer>(&self, serializer: AnySerializer) -> ::std::result::Result<AnySerializer::Ok, AnySerializer::Error> {
                #[allow(unused_mut)]
                let mut writer = wire::Writer::new(serializer);
                $(writer.$presence(wire::key!($field $($key)?), &self.$field);)*
                $(writer.rest(&self.$rest);)?
                writer.end()
            }
        }

        #[allow(deprecated)] // Deprecated members travel like all others.
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<AnyDeserializer: ::serde::Deserializer<'de>>(deserializer: AnyDeserializer) -> ::std::result::Result<Self, AnyDeserializer::Error> {
                const KEYS: &[wire::Key] = &[$((wire::key!($field $($key)?), wire::demands!($presence))),*];
                struct RecordMembers;
                impl<'de> ::serde::de::Visitor<'de> for RecordMembers {
                    type Value = $name;

                    fn expecting(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        formatter.write_str("an object")
                    }

                    fn visit_map<AnyMap: ::serde::de::MapAccess<'de>>(self, mut map: AnyMap) -> ::std::result::Result<$name, AnyMap::Error> {
                        $(let mut $field = ::std::option::Option::None;)*
                        wire::members!(map KEYS [$($index $field)*] $($rest)?);
                        ::std::result::Result::Ok($name { $($field: wire::take!($presence $field (wire::key!($field $($key)?)) $($default)?),)* $($rest)? })
                    }
                }
                deserializer.deserialize_map(RecordMembers)
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use record;

/// The loop over the members, with or without a place for those that are not named.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! members {
    ($map:ident $keys:ident []) => {
        let mut keys = wire::Keys::new($keys);
        while keys.next(&mut $map)?.is_some() {}
    };
    ($map:ident $keys:ident [$($index:literal $field:ident)+]) => {
        let mut keys = wire::Keys::new($keys);
        while let ::std::option::Option::Some(index) = keys.next(&mut $map)? {
            match index {
                $($index => wire::set(&mut $map, &mut $field),)+
                _ => ::std::result::Result::Ok(()),
            }?;
        }
    };
    ($map:ident $keys:ident [$($index:literal $field:ident)*] $rest:ident) => {
        let mut $rest = ::std::collections::BTreeMap::new();
        let mut keys = wire::Keys::new($keys);
        while let ::std::option::Option::Some(found) = keys.next_or_other(&mut $map)? {
            match found {
                $(wire::Found::Field($index) => wire::set(&mut $map, &mut $field),)*
                wire::Found::Field(_) => ::std::result::Result::Ok(()),
                wire::Found::Other(key) => wire::keep(&mut $map, key, &mut $rest),
            }?;
        }
    };
}
#[allow(unused_imports)]
pub(crate) use members;

/// Reads the value of a member that the record does not name.
pub fn keep<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    key: String,
    rest: &mut ::std::collections::BTreeMap<String, T>,
) -> Result<(), A::Error> {
    let mut slot = None;
    set(map, &mut slot)?;
    rest.extend(slot.map(|value| (key, value)));
    Ok(())
}
