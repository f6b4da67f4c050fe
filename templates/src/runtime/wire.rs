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
//!   out a reader sees the default,
//! - `defaulted_json`: the same, with the default's JSON,
//! - `maybe_defaulted`: like `maybe`, with the default's JSON.
//!
//! A record that is `closed` refuses members that it does not name.

use ::serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor,
};
use ::serde::ser::{Serialize, SerializeMap, Serializer};
use ::std::collections::BTreeMap;
use ::std::fmt;
use ::std::marker::PhantomData;

use super::explain;
use super::keys::Keys;
use super::maybe::Maybe;

pub use super::keys::{Found, Key};

/// A record that is read member by member.
pub trait Record<'de>: Sized {
    /// The keys of its fields.
    const KEYS: &'static [Key];
    /// Whether other members are an error.
    const CLOSED: bool;

    /// Reads all members.
    fn read<A: MapAccess<'de>>(members: &mut Members<A>) -> Result<Self, A::Error>;
}

/// Reads a record.
pub fn read<'de, D: Deserializer<'de>, T: Record<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(RecordVisitor(PhantomData))
}

struct RecordVisitor<T>(PhantomData<T>);

impl<'de, T: Record<'de>> Visitor<'de> for RecordVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(&mut Members {
            map,
            keys: Keys::new(T::KEYS, T::CLOSED),
        })
    }
}

/// A map that holds the members which a record does not name.
pub trait Rest {
    /// What the members are.
    type Value;

    /// Keeps a member.
    fn keep(&mut self, key: String, value: Self::Value);
}

impl<T> Rest for BTreeMap<String, T> {
    type Value = T;

    fn keep(&mut self, key: String, value: T) {
        self.insert(key, value);
    }
}

/// The members of an object, as they are read.
pub struct Members<A> {
    map: A,
    keys: Keys,
}

impl<'de, A: MapAccess<'de>> Members<A> {
    /// The field of the next known key; unknown members are skipped. `None` at the end of the object.
    #[inline]
    pub fn next_field(&mut self) -> Result<Option<usize>, A::Error> {
        loop {
            match self.map.next_key_seed(FieldSeed(&mut self.keys))? {
                Some(Some(index)) => return Ok(Some(index)),
                Some(None) => {
                    self.map.next_value::<IgnoredAny>()?;
                }
                None => {
                    explain::end_of_record(self.keys.all());
                    return Ok(None);
                }
            }
        }
    }

    /// The next key, known or not. `None` at the end of the object.
    pub fn next_or_other(&mut self) -> Result<Option<Found>, A::Error> {
        let found = self.map.next_key_seed(FoundSeed(&mut self.keys))?;
        if found.is_none() {
            explain::end_of_record(self.keys.all());
        }
        Ok(found)
    }

    /// Reads the value of the key that was just found. Of a key that stands twice, the last value counts.
    pub fn set<T: Deserialize<'de>>(&mut self, slot: &mut Option<T>) -> Result<(), A::Error> {
        match self.map.next_value() {
            Ok(value) => *slot = Some(value),
            // Already noted; the other members may have problems of their own.
            Err(_) if explain::is_active() => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// Reads the value of a member that the record does not name.
    pub fn keep<T: Rest<Value: Deserialize<'de>>>(
        &mut self,
        key: String,
        rest: &mut T,
    ) -> Result<(), A::Error> {
        let mut slot = None;
        self.set(&mut slot)?;
        if let Some(value) = slot {
            rest.keep(key, value);
        }
        Ok(())
    }

    /// Why the record is incomplete.
    pub fn incomplete(&self) -> A::Error {
        match self.keys.missing() {
            _ if explain::is_active() => A::Error::custom(explain::NOTED),
            Some(key) => A::Error::missing_field(key),
            None => A::Error::custom("a required member is missing"),
        }
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
        let found = self.0.find(key);
        if found.is_none() && self.0.is_closed() {
            if !explain::is_active() {
                return Err(E::custom(format_args!("unknown field `{key}`")));
            }
            explain::unknown_member(key);
        }
        Ok(found)
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

/// A default that is given as JSON.
pub fn default_json<T: ::serde::de::DeserializeOwned>(json: &str) -> Option<T> {
    ::serde_json::from_str(json).ok()
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
    pub fn defaulted_json<T: Serialize>(&mut self, key: &'static str, value: &Option<T>) {
        self.optional(key, value);
    }

    /// Writes a member unless it is absent.
    pub fn maybe<T: Serialize>(&mut self, key: &'static str, value: &Maybe<T>) {
        if !value.is_absent() {
            self.entry(key, value);
        }
    }

    /// Writes a member unless it is absent.
    pub fn maybe_defaulted<T: Serialize>(&mut self, key: &'static str, value: &Maybe<T>) {
        self.maybe(key, value);
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

/// How the slot of a field is matched: what must be there must be `Some`.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! slot {
    (required $slot:ident) => {
        ::std::option::Option::Some($slot)
    };
    (nullable $slot:ident) => {
        ::std::option::Option::Some($slot)
    };
    ($other:ident $slot:ident) => {
        $slot
    };
}
#[allow(unused_imports)]
pub(crate) use slot;

/// The value of a field, from its matched slot.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! value {
    (maybe $slot:ident) => {
        wire::maybe($slot)
    };
    (defaulted $slot:ident $default:expr) => {
        $slot.or_else(|| ::std::option::Option::Some($default))
    };
    (maybe_defaulted $slot:ident $default:expr) => {
        wire::maybe($slot.or_else(|| wire::default_json($default).map(::std::option::Option::Some)))
    };
    (defaulted_json $slot:ident $default:expr) => {
        $slot.or_else(|| wire::default_json($default))
    };
    ($other:ident $slot:ident) => {
        $slot
    };
}
#[allow(unused_imports)]
pub(crate) use value;

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

/// Whether a record is closed.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! is_closed {
    () => {
        false
    };
    (closed) => {
        true
    };
}
#[allow(unused_imports)]
pub(crate) use is_closed;

/// `Serialize` and `Deserialize` of a record, from one row per field.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! record {
    ($name:ident { $($index:literal $field:ident: $presence:ident $($key:literal)? $(($default:expr))?),* $(,)? } $(rest $rest:ident)? $(; $closed:ident)?) => {
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

        // Deprecated members travel like all others; not all records demand one; names are those of the document.
        #[allow(deprecated, unreachable_patterns, clippy::disallowed_names)]
        impl<'de> wire::Record<'de> for $name {
            const KEYS: &'static [wire::Key] = &[$((wire::key!($field $($key)?), wire::demands!($presence))),*];
            const CLOSED: bool = wire::is_closed!($($closed)?);

            fn read<AnyMap: ::serde::de::MapAccess<'de>>(members: &mut wire::Members<AnyMap>) -> ::std::result::Result<Self, AnyMap::Error> {
                $(let mut $field = ::std::option::Option::None;)*
                wire::members!(members [$($index $field)*] $($rest)?);
                match ($($field,)*) {
                    ($(wire::slot!($presence $field),)*) => {
                        ::std::result::Result::Ok($name { $($field: wire::value!($presence $field $($default)?),)* $($rest)? })
                    }
                    _ => ::std::result::Result::Err(members.incomplete()),
                }
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<AnyDeserializer: ::serde::Deserializer<'de>>(deserializer: AnyDeserializer) -> ::std::result::Result<Self, AnyDeserializer::Error> {
                wire::read(deserializer)
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use record;

/// The loop over the members, with or without a place for those that are not named.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! members {
    ($members:ident []) => {
        while $members.next_field()?.is_some() {}
    };
    ($members:ident [$($index:literal $field:ident)+]) => {
        while let ::std::option::Option::Some(index) = $members.next_field()? {
            match index {
                $($index => $members.set(&mut $field),)+
                _ => ::std::result::Result::Ok(()),
            }?;
        }
    };
    ($members:ident [$($index:literal $field:ident)*] $rest:ident) => {
        let mut $rest = ::std::default::Default::default();
        while let ::std::option::Option::Some(found) = $members.next_or_other()? {
            match found {
                $(wire::Found::Field($index) => $members.set(&mut $field),)*
                wire::Found::Field(_) => ::std::result::Result::Ok(()),
                wire::Found::Other(key) => $members.keep(key, &mut $rest),
            }?;
        }
    };
}
#[allow(unused_imports)]
pub(crate) use members;
