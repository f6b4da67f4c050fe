//! Values that travel as a text which holds their JSON.

use ::serde::de::DeserializeOwned;
use ::serde::{Deserialize, Deserializer, Serialize, Serializer};
use ::std::ops::{Deref, DerefMut};

use super::report::Report;
use super::validate::Validate;

/// A value whose JSON is written as a text (`contentMediaType: application/json` with a `contentSchema`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct JsonText<T>(pub T);

impl<T> From<T> for JsonText<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> Deref for JsonText<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for JsonText<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: Serialize> Serialize for JsonText<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = ::serde_json::to_string(&self.0).map_err(::serde::ser::Error::custom)?;
        serializer.serialize_str(&json)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for JsonText<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = String::deserialize(deserializer)?;
        ::serde_json::from_str(&json)
            .map(Self)
            .map_err(::serde::de::Error::custom)
    }
}

/// Pointers go on inside the text.
impl<T: Validate> Validate for JsonText<T> {
    fn check(&self, report: &mut Report) {
        self.0.check(report);
    }
}
