//! Lists whose positions have their own types, as structs: what may be missing at the end is optional, and what
//! follows the named positions is kept.

use ::serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use ::serde::ser::{Serialize, SerializeSeq, Serializer};
use ::std::fmt;
use ::std::marker::PhantomData;

use super::validate::{Report, Validate};

/// A list that is read position by position.
pub trait Tuple: Sized {
    /// Reads all positions.
    fn read<'de, A: SeqAccess<'de>>(items: &mut Items<A>) -> Result<Self, A::Error>;
}

/// Reads a list.
pub fn read<'de, D: Deserializer<'de>, T: Tuple>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_seq(TupleVisitor(PhantomData))
}

struct TupleVisitor<T>(PhantomData<T>);

impl<'de, T: Tuple> Visitor<'de> for TupleVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<T, A::Error> {
        T::read(&mut Items { items, read: 0 })
    }
}

/// The items of a list, as they are read.
pub struct Items<A> {
    items: A,
    read: usize,
}

impl<'de, A: SeqAccess<'de>> Items<A> {
    /// The next item, which must be there.
    pub fn required<T: Deserialize<'de>>(&mut self) -> Result<T, A::Error> {
        let position = self.read;
        self.optional()?.ok_or_else(|| {
            A::Error::custom(format_args!("the list ends before its item {position}"))
        })
    }

    /// The next item, if there is one.
    pub fn optional<T: Deserialize<'de>>(&mut self) -> Result<Option<T>, A::Error> {
        self.read += 1;
        self.items.next_element()
    }

    /// All further items.
    pub fn rest<T: Deserialize<'de>>(&mut self) -> Result<Vec<T>, A::Error> {
        let mut rest = Vec::new();
        while let Some(item) = self.items.next_element()? {
            rest.push(item);
        }
        Ok(rest)
    }

    /// That nothing follows.
    pub fn end(&mut self) -> Result<(), A::Error> {
        match self.items.next_element::<::serde::de::IgnoredAny>()? {
            None => Ok(()),
            Some(_) => Err(A::Error::custom(format_args!(
                "the list has more than {} items",
                self.read
            ))),
        }
    }
}

/// Writes the items of a list. The first that is missing ends it; the first error is kept until `end`.
pub struct Writer<S: Serializer> {
    state: Result<S::SerializeSeq, S::Error>,
    ended: bool,
}

impl<S: Serializer> Writer<S> {
    /// Opens the list.
    pub fn new(serializer: S) -> Self {
        Self {
            state: serializer.serialize_seq(None),
            ended: false,
        }
    }

    /// Writes an item.
    pub fn required<T: Serialize + ?Sized>(&mut self, item: &T) {
        if self.ended {
            return;
        }
        let written = self
            .state
            .as_mut()
            .map_or(Ok(()), |list| list.serialize_element(item));
        if let Err(error) = written {
            self.state = Err(error);
        }
    }

    /// Writes an item, or ends the list.
    pub fn optional<T: Serialize>(&mut self, item: &Option<T>) {
        match item {
            Some(item) => self.required(item),
            None => self.ended = true,
        }
    }

    /// Writes all further items.
    pub fn rest<T: Serialize>(&mut self, items: &[T]) {
        items.iter().for_each(|item| self.required(item));
    }

    /// Closes the list.
    pub fn end(self) -> Result<S::Ok, S::Error> {
        self.state?.end()
    }
}

/// Checks an item, and says which is the next.
pub fn check<T: Validate>(report: &mut Report, position: usize, item: &T) -> usize {
    report.nested(&position.to_string(), item);
    position + 1
}

/// A row is `field: required` or `field: optional`; `rest field` takes what follows; `meets CONDITION` is checked of the whole.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! tuple {
    ($name:ident { $($field:ident: $presence:ident),* $(,)? } $(rest $rest:ident)? $(meets $condition:ident)?) => {
        impl ::serde::Serialize for $name {
            fn serialize<AnySerializer: ::serde::Serializer>(&self, serializer: AnySerializer) -> ::std::result::Result<AnySerializer::Ok, AnySerializer::Error> {
                let mut writer = tuple::Writer::new(serializer);
                $(writer.$presence(&self.$field);)*
                $(writer.rest(&self.$rest);)?
                writer.end()
            }
        }

        impl tuple::Tuple for $name {
            fn read<'de, AnyList: ::serde::de::SeqAccess<'de>>(items: &mut tuple::Items<AnyList>) -> ::std::result::Result<Self, AnyList::Error> {
                let read = $name { $($field: items.$presence()?,)* $($rest: items.rest()?)? };
                items.end()?;
                ::std::result::Result::Ok(read)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<AnyDeserializer: ::serde::Deserializer<'de>>(deserializer: AnyDeserializer) -> ::std::result::Result<Self, AnyDeserializer::Error> {
                tuple::read(deserializer)
            }
        }

        impl validate::Validate for $name {
            fn check(&self, report: &mut validate::Report) {
                let position = 0_usize;
                $(let position = tuple::check(report, position, &self.$field);)*
                $(let position = self.$rest.iter().fold(position, |position, item| tuple::check(report, position, item));)?
                let _ = position;
                $(report.meets(self, &$condition);)?
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use tuple;
