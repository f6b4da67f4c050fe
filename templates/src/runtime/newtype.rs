//! Types around one value, which are written as that value.

/// A row is the type and what is inside it, and perhaps a condition.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! newtype {
    ($name:ident($inner:ty) $(meets $condition:ident)?) => {
        impl ::std::convert::From<$inner> for $name {
            fn from(inner: $inner) -> Self {
                Self(inner)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<AnySerializer: ::serde::Serializer>(
                &self,
                serializer: AnySerializer,
            ) -> ::std::result::Result<AnySerializer::Ok, AnySerializer::Error> {
                ::serde::Serialize::serialize(&self.0, serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<AnyDeserializer: ::serde::Deserializer<'de>>(
                deserializer: AnyDeserializer,
            ) -> ::std::result::Result<Self, AnyDeserializer::Error> {
                ::serde::Deserialize::deserialize(deserializer).map(Self)
            }
        }

        impl validate::Validate for $name {
            fn check(&self, report: &mut validate::Report) {
                validate::Validate::check(&self.0, report);
                $(report.meets(self, &$condition);)?
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use newtype;
