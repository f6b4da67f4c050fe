//! A value on its way into a parameter or a form: texts, lists and pairs, made from any `Serialize`.

use ::serde::ser::{
    Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleStruct, Serializer,
};
use ::std::fmt::{self, Display};

/// The shapes that a parameter can have.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `None`, `null`, or nothing.
    Absent,
    /// A text.
    Text(String),
    /// A number or a boolean, as JSON writes it.
    Literal(String),
    /// A list.
    List(Vec<Value>),
    /// An object, in the order of its members.
    Pairs(Vec<(String, Value)>),
}

impl Value {
    /// The shape of a value.
    ///
    /// # Errors
    ///
    /// What keeps the value from having one: bytes, a map whose keys are no texts, an error of its own.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self, Unwritable> {
        value.serialize(ValueSerializer)
    }

    /// The text of one part; a part with parts of its own becomes JSON.
    pub fn into_text(self) -> String {
        match self {
            Self::Absent => String::new(),
            Self::Text(text) | Self::Literal(text) => text,
            Self::List(_) | Self::Pairs(_) => {
                let mut json = String::new();
                self.push_json(&mut json);
                json
            }
        }
    }

    fn push_json(&self, out: &mut String) {
        match self {
            Self::Absent => out.push_str("null"),
            Self::Literal(literal) => out.push_str(literal),
            Self::Text(text) => push_json_text(text, out),
            Self::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    out.push(if index == 0 { '[' } else { ',' });
                    item.push_json(out);
                }
                out.push_str(if items.is_empty() { "[]" } else { "]" });
            }
            Self::Pairs(pairs) => {
                for (index, (key, value)) in pairs.iter().enumerate() {
                    out.push(if index == 0 { '{' } else { ',' });
                    push_json_text(key, out);
                    out.push(':');
                    value.push_json(out);
                }
                out.push_str(if pairs.is_empty() { "{}" } else { "}" });
            }
        }
    }
}

fn push_json_text(text: &str, out: &mut String) {
    out.push_str(&::serde_json::Value::from(text).to_string());
}

/// Why a value cannot be written into a parameter or a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwritable(pub String);

impl Display for Unwritable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl ::std::error::Error for Unwritable {}

impl ::serde::ser::Error for Unwritable {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

struct ValueSerializer;

macro_rules! literals {
    ($($method:ident($kind:ty))*) => {
        $(fn $method(self, value: $kind) -> Result<Value, Unwritable> {
            Ok(Value::Literal(value.to_string()))
        })*
    };
}

impl Serializer for ValueSerializer {
    type Ok = Value;
    type Error = Unwritable;
    type SerializeSeq = ListSerializer;
    type SerializeTuple = ListSerializer;
    type SerializeTupleStruct = ListSerializer;
    type SerializeTupleVariant = Impossible<Value, Unwritable>;
    type SerializeMap = PairsSerializer;
    type SerializeStruct = PairsSerializer;
    type SerializeStructVariant = PairsSerializer;

    literals! {
        serialize_bool(bool) serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_i128(i128) serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64)
        serialize_u128(u128) serialize_f32(f32) serialize_f64(f64)
    }

    fn serialize_char(self, value: char) -> Result<Value, Unwritable> {
        Ok(Value::Text(value.to_string()))
    }

    fn serialize_str(self, value: &str) -> Result<Value, Unwritable> {
        Ok(Value::Text(value.to_owned()))
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<Value, Unwritable> {
        match ::std::str::from_utf8(value) {
            Ok(text) => self.serialize_str(text),
            Err(_) => Err(Unwritable(
                "bytes that are not UTF-8 cannot be written as text".to_owned(),
            )),
        }
    }

    fn serialize_none(self) -> Result<Value, Unwritable> {
        Ok(Value::Absent)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value, Unwritable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Value, Unwritable> {
        Ok(Value::Absent)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, Unwritable> {
        Ok(Value::Absent)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Value, Unwritable> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Value, Unwritable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Value, Unwritable> {
        Ok(Value::Pairs(vec![(variant.to_owned(), Value::of(value)?)]))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<ListSerializer, Unwritable> {
        Ok(ListSerializer(Vec::with_capacity(length.unwrap_or(0))))
    }

    fn serialize_tuple(self, length: usize) -> Result<ListSerializer, Unwritable> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        length: usize,
    ) -> Result<ListSerializer, Unwritable> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritable> {
        Err(Unwritable(format!(
            "{name}::{variant} has no form as a parameter"
        )))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<PairsSerializer, Unwritable> {
        Ok(PairsSerializer {
            pairs: Vec::new(),
            key: String::new(),
        })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<PairsSerializer, Unwritable> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<PairsSerializer, Unwritable> {
        self.serialize_map(None)
    }
}

struct ListSerializer(Vec<Value>);

impl SerializeSeq for ListSerializer {
    type Ok = Value;
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.0.push(Value::of(value)?);
        Ok(())
    }

    fn end(self) -> Result<Value, Unwritable> {
        Ok(Value::List(self.0))
    }
}

impl SerializeTuple for ListSerializer {
    type Ok = Value;
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<Value, Unwritable> {
        SerializeSeq::end(self)
    }
}

impl SerializeTupleStruct for ListSerializer {
    type Ok = Value;
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<Value, Unwritable> {
        SerializeSeq::end(self)
    }
}

struct PairsSerializer {
    pairs: Vec<(String, Value)>,
    /// The key whose value comes next.
    key: String,
}

impl SerializeMap for PairsSerializer {
    type Ok = Value;
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritable> {
        match Value::of(key)? {
            Value::Text(text) | Value::Literal(text) => self.key = text,
            _ => {
                return Err(Unwritable(
                    "a key that is no text cannot be written".to_owned(),
                ));
            }
        }
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        let key = ::std::mem::take(&mut self.key);
        self.pairs.push((key, Value::of(value)?));
        Ok(())
    }

    fn end(self) -> Result<Value, Unwritable> {
        Ok(Value::Pairs(self.pairs))
    }
}

macro_rules! serialize_fields {
    ($($interface:ident)*) => {
        $(impl $interface for PairsSerializer {
            type Ok = Value;
            type Error = Unwritable;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unwritable> {
                self.pairs.push((key.to_owned(), Value::of(value)?));
                Ok(())
            }

            fn end(self) -> Result<Value, Unwritable> {
                SerializeMap::end(self)
            }
        })*
    };
}
serialize_fields!(SerializeStruct SerializeStructVariant);
