//! Unions whose branch is named by the value of a member, the tag. A branch may leave the tag to the union.

use ::serde::de::{Deserializer, Error, MapAccess, Visitor};
use ::serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};
use ::serde_json::{Map, Value};
use ::std::fmt;

use super::unions::{Branch, scalar, tried, unknown_value};

/// The name of a branch and the values that stand for it.
pub type Tags = (&'static str, &'static [&'static str]);

/// What is read where the tag stands for no branch.
pub enum Otherwise {
    /// Nothing: it is an error.
    Refuse,
    /// Where the tag is missing, the branch that fits.
    Try,
    /// The branch of this name.
    Take(&'static str),
}

/// Reads the branch that the tag names.
pub fn read<'de, D: Deserializer<'de>, T: Serialize>(
    deserializer: D,
    property: &'static str,
    tags: &'static [Tags],
    otherwise: &Otherwise,
    branches: &[Branch<T>],
) -> Result<T, D::Error> {
    let value = deserializer.deserialize_map(Object)?;
    let tag = value.get(property).map(scalar);
    let tag = tag.as_deref();
    let mut named = tags.iter().zip(branches);
    let named = named.find(|((_, tags), _)| tag.is_some_and(|tag| tags.contains(&tag)));
    let mut all = tags.iter().zip(branches);
    let found = match (named, otherwise) {
        (Some((_, branch)), _) => branch(&value),
        (None, Otherwise::Try) if tag.is_none() => {
            tried(&value, all.map(|((name, _), branch)| (*name, branch)))
        }
        (None, Otherwise::Take(other)) => match all.find(|((name, _), _)| name == other) {
            Some((_, branch)) => branch(&value),
            None => Err(unknown(property, &value, tags)),
        },
        (None, _) => Err(unknown(property, &value, tags)),
    };
    found.map_err(D::Error::custom)
}

fn unknown(property: &str, value: &Value, tags: &[Tags]) -> String {
    let known = tags.iter().flat_map(|(_, tags)| *tags);
    unknown_value(property, value.get(property), known.copied())
}

/// Reads an object, all of it: the tag may be its last member.
struct Object;

impl<'de> Visitor<'de> for Object {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some((key, value)) = map.next_entry()? {
            members.insert(key, value);
        }
        Ok(Value::Object(members))
    }
}

/// Writes a branch with its tag. The only value of a tag comes first, in place of what the branch itself
/// writes, unless it may be a number; of several, the branch may choose one.
pub fn write<S: Serializer, T: Serialize + ?Sized>(
    serializer: S,
    property: &'static str,
    tags: &'static [&'static str],
    branch: &T,
) -> Result<S::Ok, S::Error> {
    if tags.is_empty() {
        return branch.serialize(serializer);
    }
    branch.serialize(Tagged {
        serializer,
        property,
        tags,
    })
}

/// Passes a map on with one more member.
struct Tagged<S> {
    serializer: S,
    property: &'static str,
    tags: &'static [&'static str],
}

impl<S: Serializer> Tagged<S> {
    fn refuse<T>(&self) -> Result<T, S::Error> {
        Err(::serde::ser::Error::custom(
            "only an object can carry a tag",
        ))
    }
}

/// The members of a tagged map.
struct TaggedMap<M> {
    map: M,
    property: &'static str,
    tags: &'static [&'static str],
    /// Whether the value that comes next is that of the tag.
    at_tag: bool,
    /// Whether the tag has been written.
    written: bool,
}

impl<M: SerializeMap> TaggedMap<M> {
    /// Writes the tag, if it has not been: the value that the branch has for it, which may be a number, or the first one.
    fn write_tag(&mut self, own: Option<Value>) -> Result<(), M::Error> {
        if ::std::mem::replace(&mut self.written, true) {
            return Ok(());
        }
        let own = own.filter(|own| self.tags.contains(&&*scalar(own)));
        match (own, self.tags.first()) {
            (Some(own), _) => self.map.serialize_entry(self.property, &own),
            (None, Some(first)) => self.map.serialize_entry(self.property, first),
            (None, None) => Ok(()),
        }
    }
}

impl<M: SerializeMap> SerializeMap for TaggedMap<M> {
    type Ok = M::Ok;
    type Error = M::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), M::Error> {
        self.at_tag = text_of(key).as_deref() == Some(self.property);
        if self.at_tag {
            Ok(())
        } else {
            self.map.serialize_key(key)
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), M::Error> {
        if self.at_tag {
            self.write_tag(::serde_json::to_value(value).ok())
        } else {
            self.map.serialize_value(value)
        }
    }

    fn end(mut self) -> Result<M::Ok, M::Error> {
        self.write_tag(None)?;
        self.map.end()
    }
}

impl<M: SerializeMap> SerializeStruct for TaggedMap<M> {
    type Ok = M::Ok;
    type Error = M::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), M::Error> {
        self.serialize_entry(key, value)
    }

    fn end(self) -> Result<M::Ok, M::Error> {
        SerializeMap::end(self)
    }
}

/// The text of a key, if it is one.
fn text_of<T: Serialize + ?Sized>(key: &T) -> Option<String> {
    match ::serde_json::to_value(key) {
        Ok(Value::String(text)) => Some(text),
        _ => None,
    }
}

macro_rules! refuse {
    ($($method:ident($($kind:ty),*))*) => {
        $(fn $method(self, $(_: $kind),*) -> Result<S::Ok, S::Error> {
            self.refuse()
        })*
    };
}

impl<S: Serializer> Serializer for Tagged<S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = ::serde::ser::Impossible<S::Ok, S::Error>;
    type SerializeTuple = ::serde::ser::Impossible<S::Ok, S::Error>;
    type SerializeTupleStruct = ::serde::ser::Impossible<S::Ok, S::Error>;
    type SerializeTupleVariant = ::serde::ser::Impossible<S::Ok, S::Error>;
    type SerializeMap = TaggedMap<S::SerializeMap>;
    type SerializeStruct = TaggedMap<S::SerializeMap>;
    type SerializeStructVariant = ::serde::ser::Impossible<S::Ok, S::Error>;

    fn serialize_map(self, length: Option<usize>) -> Result<Self::SerializeMap, S::Error> {
        let map = self
            .serializer
            .serialize_map(length.map(|length| length + 1))?;
        let mut tagged = TaggedMap {
            map,
            property: self.property,
            tags: self.tags,
            at_tag: false,
            written: false,
        };
        // What reads like a number may be one: the branch knows.
        if let [only] = self.tags
            && only.parse::<f64>().is_err()
        {
            tagged.write_tag(None)?;
        }
        Ok(tagged)
    }

    fn serialize_struct(
        self,
        _: &'static str,
        length: usize,
    ) -> Result<Self::SerializeStruct, S::Error> {
        self.serialize_map(Some(length))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        value.serialize(self)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        value.serialize(self)
    }

    refuse! {
        serialize_bool(bool) serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64) serialize_u8(u8)
        serialize_u16(u16) serialize_u32(u32) serialize_u64(u64) serialize_f32(f32) serialize_f64(f64)
        serialize_char(char) serialize_str(&str) serialize_bytes(&[u8]) serialize_none() serialize_unit()
        serialize_unit_struct(&'static str) serialize_unit_variant(&'static str, u32, &'static str)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<S::Ok, S::Error> {
        self.refuse()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, S::Error> {
        self.refuse()
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, S::Error> {
        self.refuse()
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, S::Error> {
        self.refuse()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        self.refuse()
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, S::Error> {
        self.refuse()
    }
}

/// A row is `Variant = "tag" | "other tag"`; one without tags takes what stands for no other. `or trial`: where the
/// tag is missing, the branch that fits is taken; `else Variant`: this one, also where the tag is unknown.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! tagged_union {
    ($name:ident by $property:literal { $($variant:ident $(= $($tag:literal)|+)?),* $(,)? } $(or $trial:ident)? $(else $other:ident)? $(meets $condition:ident)?) => {
        impl ::serde::Serialize for $name {
            fn serialize<AnySerializer: ::serde::Serializer>(&self, serializer: AnySerializer) -> ::std::result::Result<AnySerializer::Ok, AnySerializer::Error> {
                match self {
                    $(Self::$variant(branch) => tagged::write(serializer, $property, &[$($($tag),+)?], branch),)*
                }
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<AnyDeserializer: ::serde::Deserializer<'de>>(deserializer: AnyDeserializer) -> ::std::result::Result<Self, AnyDeserializer::Error> {
                tagged::read(
                    deserializer,
                    $property,
                    &[$((::std::stringify!($variant), &[$($($tag),+)?])),*],
                    &tagged::otherwise!($($trial)? $(else $other)?),
                    &[$(|value| unions::branch(value).map(Self::$variant)),*],
                )
            }
        }

        unions::validated_union!($name { $($variant),* } $(meets $condition)?);
    };
}
#[allow(unused_imports)]
pub(crate) use tagged_union;

/// What is read where the tag stands for no branch.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! otherwise {
    () => {
        tagged::Otherwise::Refuse
    };
    (trial) => {
        tagged::Otherwise::Try
    };
    (else $other:ident) => {
        tagged::Otherwise::Take(::std::stringify!($other))
    };
}
#[allow(unused_imports)]
pub(crate) use otherwise;
