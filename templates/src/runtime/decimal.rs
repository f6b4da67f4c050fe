//! Decimal numbers that travel as JSON numbers. (`rust_decimal` alone would write them as text.)

use ::rust_decimal::Decimal;
use ::serde::de::{Deserializer, Error, Visitor};
use ::serde::{Deserialize, Serialize, Serializer};
use ::std::fmt;

use super::validate::{Limit, Measure, Report, Validate};

/// A decimal number. JSON numbers pass through doubles, so 15 digits are exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DecimalNumber(pub Decimal);

impl From<Decimal> for DecimalNumber {
    fn from(decimal: Decimal) -> Self {
        Self(decimal)
    }
}

impl ::std::ops::Deref for DecimalNumber {
    type Target = Decimal;

    fn deref(&self) -> &Decimal {
        &self.0
    }
}

impl fmt::Display for DecimalNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Serialize for DecimalNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match i64::try_from(self.0) {
            Ok(whole) if Decimal::from(whole) == self.0 => serializer.serialize_i64(whole),
            _ => serializer.serialize_f64(double(self.0)),
        }
    }
}

/// The double that is nearest: the one whose text is read from the same digits.
fn double(decimal: Decimal) -> f64 {
    decimal.to_string().parse().unwrap_or(f64::NAN)
}

impl<'de> Deserialize<'de> for DecimalNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Digits;
        impl Visitor<'_> for Digits {
            type Value = DecimalNumber;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a decimal number")
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<DecimalNumber, E> {
                Ok(DecimalNumber(number.into()))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<DecimalNumber, E> {
                Ok(DecimalNumber(number.into()))
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<DecimalNumber, E> {
                let text = number.to_string();
                let decimal = text.parse().map_err(E::custom)?;
                Ok(DecimalNumber(decimal))
            }
        }
        deserializer.deserialize_f64(Digits)
    }
}

impl Measure for DecimalNumber {
    fn measure(&self, limits: &[Limit], report: &mut Report) {
        double(self.0).measure(limits, report);
    }
}

impl Validate for DecimalNumber {}
