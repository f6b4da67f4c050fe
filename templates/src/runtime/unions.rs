//! Unions: finding the branch of a JSON value by a tag, by its kind, or by a member; trial is the last resort.

use ::serde::de::{DeserializeOwned, Deserializer, Error, MapAccess, Visitor};
use ::serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};
use ::serde_json::{Map, Value};
use ::std::fmt;

/// The members of an object.
pub type Members = Map<String, Value>;

/// Reads an object and the value of its tag. The tag stays among the members, since a branch may
/// declare it.
pub fn tagged<'de, D: Deserializer<'de>>(
    deserializer: D,
    property: &'static str,
) -> Result<(Option<String>, Members), D::Error> {
    struct Object;
    impl<'de> Visitor<'de> for Object {
        type Value = Map<String, Value>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut members = Map::new();
            while let Some((key, value)) = map.next_entry()? {
                members.insert(key, value);
            }
            Ok(members)
        }
    }
    let members = deserializer.deserialize_map(Object)?;
    let tag = members
        .get(property)
        .and_then(Value::as_str)
        .map(str::to_owned);
    Ok((tag, members))
}

/// Reads a branch from its members.
pub fn branch<T: DeserializeOwned, E: Error>(members: Members) -> Result<T, E> {
    value(Value::Object(members))
}

/// Reads a branch from its value.
pub fn value<T: DeserializeOwned, E: Error>(value: Value) -> Result<T, E> {
    T::deserialize(value).map_err(E::custom)
}

/// The error for a tag that is missing or stands for no branch.
pub fn unknown_tag<E: Error>(property: &str, tag: Option<&str>, known: &[&str]) -> E {
    match tag {
        Some(tag) => E::custom(format_args!(
            "{property} is {tag:?}, which is none of {}",
            known.join(", ")
        )),
        None => E::custom(format_args!(
            "{property} is missing; it must be one of {}",
            known.join(", ")
        )),
    }
}

/// The error for a value that fits no branch: what each branch said.
pub fn no_branch<E: Error>(reasons: &[String]) -> E {
    E::custom(format_args!(
        "the value fits none of the alternatives: {}",
        reasons.join("; ")
    ))
}

/// The kinds of JSON values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true`, `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// Another number.
    Number,
    /// A string.
    Text,
    /// An array.
    List,
    /// An object.
    Object,
}

/// The kind of a value.
pub fn kind(value: &Value) -> Kind {
    match value {
        Value::Null => Kind::Null,
        Value::Bool(_) => Kind::Boolean,
        Value::Number(number) if number.is_i64() || number.is_u64() => Kind::Integer,
        Value::Number(_) => Kind::Number,
        Value::String(_) => Kind::Text,
        Value::Array(_) => Kind::List,
        Value::Object(_) => Kind::Object,
    }
}

/// Writes a branch with its tag as the first member; a tag that the branch writes itself gives way.
pub fn write_tagged<S: Serializer, T: Serialize + ?Sized>(
    serializer: S,
    property: &'static str,
    tag: &'static str,
    branch: &T,
) -> Result<S::Ok, S::Error> {
    branch.serialize(Tagged {
        serializer,
        property,
        tag,
    })
}

/// Passes a map on with one more member.
struct Tagged<S> {
    serializer: S,
    property: &'static str,
    tag: &'static str,
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
    /// Whether the value that comes next belongs to the tag's own key.
    skip: bool,
}

impl<M: SerializeMap> SerializeMap for TaggedMap<M> {
    type Ok = M::Ok;
    type Error = M::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), M::Error> {
        self.skip = key_text(key).as_deref() == Some(self.property);
        if self.skip {
            Ok(())
        } else {
            self.map.serialize_key(key)
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), M::Error> {
        if self.skip {
            Ok(())
        } else {
            self.map.serialize_value(value)
        }
    }

    fn end(self) -> Result<M::Ok, M::Error> {
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
        if key == self.property {
            Ok(())
        } else {
            self.map.serialize_entry(key, value)
        }
    }

    fn end(self) -> Result<M::Ok, M::Error> {
        self.map.end()
    }
}

/// The text of a key, if it is one.
fn key_text<T: Serialize + ?Sized>(key: &T) -> Option<String> {
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
        let mut map = self
            .serializer
            .serialize_map(length.map(|length| length + 1))?;
        map.serialize_entry(self.property, self.tag)?;
        Ok(TaggedMap {
            map,
            property: self.property,
            skip: false,
        })
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

/// A union whose branch is named by a member. A row is `Variant = "tag" | "other tag"`.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! tagged_union {
    ($name:ident by $property:literal { $($variant:ident = $first:literal $(| $tag:literal)*),* $(,)? }) => {
        unions::tagged_serialize!($name by $property { $($variant = $first),* });

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<AnyDeserializer: ::serde::Deserializer<'de>>(deserializer: AnyDeserializer) -> ::std::result::Result<Self, AnyDeserializer::Error> {
                let (tag, members) = unions::tagged(deserializer, $property)?;
                match tag.as_deref() {
                    $(::std::option::Option::Some($first $(| $tag)*) => unions::branch(members).map(Self::$variant),)*
                    other => ::std::result::Result::Err(unions::unknown_tag($property, other, &[$($first),*])),
                }
            }
        }

        unions::validated_union!($name { $($variant),* });
    };
}
#[allow(unused_imports)]
pub(crate) use tagged_union;

/// Like `tagged_union!`, for branches that do not declare the tag themselves: where it is missing, each
/// branch is tried.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! tagged_or_trial_union {
    ($name:ident by $property:literal { $($variant:ident = $first:literal $(| $tag:literal)*),* $(,)? }) => {
        unions::tagged_serialize!($name by $property { $($variant = $first),* });

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<AnyDeserializer: ::serde::Deserializer<'de>>(deserializer: AnyDeserializer) -> ::std::result::Result<Self, AnyDeserializer::Error> {
                let (tag, members) = unions::tagged(deserializer, $property)?;
                match tag.as_deref() {
                    $(::std::option::Option::Some($first $(| $tag)*) => unions::branch(members).map(Self::$variant),)*
                    ::std::option::Option::Some(other) => {
                        ::std::result::Result::Err(unions::unknown_tag($property, ::std::option::Option::Some(other), &[$($first),*]))
                    }
                    ::std::option::Option::None => {
                        unions::trial!(::serde_json::Value::Object(members), $name { $($variant),* })
                    }
                }
            }
        }

        unions::validated_union!($name { $($variant),* });
    };
}
#[allow(unused_imports)]
pub(crate) use tagged_or_trial_union;

/// Writes the branch with its tag.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! tagged_serialize {
    ($name:ident by $property:literal { $($variant:ident = $tag:literal),* }) => {
        impl ::serde::Serialize for $name {
            fn serialize<AnySerializer: ::serde::Serializer>(&self, serializer: AnySerializer) -> ::std::result::Result<AnySerializer::Ok, AnySerializer::Error> {
                match self {
                    $(Self::$variant(branch) => unions::write_tagged(serializer, $property, $tag, branch),)*
                }
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use tagged_serialize;

/// A union whose branches nothing tells apart: each is tried in turn.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! trial_union {
    ($name:ident { $($variant:ident),* $(,)? }) => {
        unions::plain_serialize!($name { $($variant),* });

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<AnyDeserializer: ::serde::Deserializer<'de>>(deserializer: AnyDeserializer) -> ::std::result::Result<Self, AnyDeserializer::Error> {
                let value = <::serde_json::Value as ::serde::Deserialize>::deserialize(deserializer)?;
                unions::trial!(value, $name { $($variant),* })
            }
        }

        unions::validated_union!($name { $($variant),* });
    };
}
#[allow(unused_imports)]
pub(crate) use trial_union;

/// The first branch that fits, or what each of them said.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! trial {
    ($value:expr, $name:ident { $($variant:ident),* }) => {{
        let value = $value;
        let mut reasons = ::std::vec::Vec::new();
        $(if let ::std::option::Option::Some(branch) = unions::try_branch(&value, ::std::stringify!($variant), &mut reasons) {
            return ::std::result::Result::Ok($name::$variant(branch));
        })*
        ::std::result::Result::Err(unions::no_branch(&reasons))
    }};
}
#[allow(unused_imports)]
pub(crate) use trial;

/// Writes the branch as it is.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! plain_serialize {
    ($name:ident { $($variant:ident),* }) => {
        impl ::serde::Serialize for $name {
            fn serialize<AnySerializer: ::serde::Serializer>(&self, serializer: AnySerializer) -> ::std::result::Result<AnySerializer::Ok, AnySerializer::Error> {
                match self { $(Self::$variant(branch) => ::serde::Serialize::serialize(branch, serializer),)* }
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use plain_serialize;

/// Tries a branch and keeps the reason why it does not fit.
pub fn try_branch<T: DeserializeOwned>(
    value: &Value,
    name: &str,
    reasons: &mut Vec<String>,
) -> Option<T> {
    match T::deserialize(value) {
        Ok(branch) => Some(branch),
        Err(error) => {
            reasons.push(format!("{name}: {error}"));
            None
        }
    }
}

/// A union whose branches are different kinds of JSON: a row is `Variant: Kind | Kind`.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! kind_union {
    ($name:ident { $($variant:ident: $($kind:ident)|+),* $(,)? }) => {
        unions::plain_serialize!($name { $($variant),* });

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<AnyDeserializer: ::serde::Deserializer<'de>>(deserializer: AnyDeserializer) -> ::std::result::Result<Self, AnyDeserializer::Error> {
                let value = <::serde_json::Value as ::serde::Deserialize>::deserialize(deserializer)?;
                match unions::kind(&value) {
                    $($(unions::Kind::$kind)|+ => unions::value(value).map(Self::$variant),)*
                    #[allow(unreachable_patterns)]
                    _ => ::std::result::Result::Err(unions::no_branch(&[$(::std::format!("{} is {}", ::std::stringify!($variant), ::std::stringify!($($kind)|+))),*])),
                }
            }
        }

        unions::validated_union!($name { $($variant),* });
    };
}
#[allow(unused_imports)]
pub(crate) use kind_union;

/// A union whose branches each have a required member that the others do not: `Variant "member"`; a row
/// without a member takes the rest.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! member_union {
    ($name:ident { $($variant:ident $($member:literal)?),* $(,)? }) => {
        unions::plain_serialize!($name { $($variant),* });

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<AnyDeserializer: ::serde::Deserializer<'de>>(deserializer: AnyDeserializer) -> ::std::result::Result<Self, AnyDeserializer::Error> {
                let value = <::serde_json::Value as ::serde::Deserialize>::deserialize(deserializer)?;
                $(if unions::has_member(&value, &[$($member)?]) {
                    return unions::value(value).map(Self::$variant);
                })*
                ::std::result::Result::Err(unions::no_branch(&[$(::std::format!("{} needs {:?}", ::std::stringify!($variant), [$($member)?] as [&str; _])),*]))
            }
        }

        unions::validated_union!($name { $($variant),* });
    };
}
#[allow(unused_imports)]
pub(crate) use member_union;

/// Whether an object has all of these members.
pub fn has_member(value: &Value, members: &[&str]) -> bool {
    members.iter().all(|member| value.get(member).is_some())
}

/// `From` and `Validate` are the same for every union.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! validated_union {
    ($name:ident { $($variant:ident),* }) => {
        impl validate::Validate for $name {
            fn check(&self, report: &mut validate::Report) {
                match self { $(Self::$variant(branch) => validate::Validate::check(branch, report),)* }
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use validated_union;
