//! Numbers: widths, exact comparisons, multiples; and what is the same to JSON.

use std::cmp::Ordering;

use serde_json::{Number, Value};

use super::report::Report;
use crate::ir::IntegerFormat;

/// No more digits than this are kept after the point.
const MOST_DIGITS: u32 = 30;

/// Whole numbers below this are exact as floating point numbers: two to the power of 53.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A whole number of a width.
pub(super) fn width(number: &Number, width: IntegerFormat, report: &mut Report) {
    let bounds: Option<(i128, i128)> = match width {
        IntegerFormat::Unstated => None,
        IntegerFormat::Int8 => Some((i8::MIN.into(), i8::MAX.into())),
        IntegerFormat::Int16 => Some((i16::MIN.into(), i16::MAX.into())),
        IntegerFormat::Int32 => Some((i32::MIN.into(), i32::MAX.into())),
        IntegerFormat::Int64 => Some((i64::MIN.into(), i64::MAX.into())),
        IntegerFormat::Uint8 => Some((0, u8::MAX.into())),
        IntegerFormat::Uint16 => Some((0, u16::MAX.into())),
        IntegerFormat::Uint32 => Some((0, u32::MAX.into())),
        IntegerFormat::Uint64 => Some((0, u64::MAX.into())),
    };
    if !is_whole(number) {
        return report.add("type", "must be a whole number");
    }
    let Some((least, most)) = bounds else {
        return;
    };
    // Larger numbers than these are written with fewer digits than they have.
    let is_exact = |whole: &f64| whole.abs() < EXACT;
    let whole = number
        .as_i128()
        .or_else(|| number.as_f64().filter(is_exact).map(|whole| whole as i128));
    let fits = whole.is_some_and(|whole| (least..=most).contains(&whole));
    if !fits {
        report.add(
            "range",
            format!("must be a whole number from {least} to {most}"),
        );
    }
}

/// `1.0` is a whole number too.
pub(super) fn is_whole(number: &Number) -> bool {
    !number.is_f64() || number.as_f64().is_some_and(|number| number.fract() == 0.0)
}

/// Compares a number with a bound, exactly where both have few digits.
pub(super) fn compare(number: &Number, bound: &str) -> Option<Ordering> {
    let text = number.to_string();
    match common(&text, bound) {
        Some((number, bound)) => Some(number.cmp(&bound)),
        None => text
            .parse::<f64>()
            .ok()?
            .partial_cmp(&bound.parse::<f64>().ok()?),
    }
}

/// Whether a number is a whole multiple of a step.
pub(super) fn is_multiple(number: &Number, step: &str) -> bool {
    let text = number.to_string();
    if let Some((number, step)) = common(&text, step) {
        return step == 0 || number % step == 0;
    }
    let (Ok(number), Ok(step)) = (text.parse::<f64>(), step.parse::<f64>()) else {
        return true;
    };
    let times = number / step;
    // As near as the digits of the numbers allow to say.
    (times - times.round()).abs() <= times.abs() * f64::EPSILON
}

/// Two numbers, both as so many of the smallest digit that either has.
fn common(one: &str, other: &str) -> Option<(i128, i128)> {
    let ((one, one_digits), (other, other_digits)) = (digits(one)?, digits(other)?);
    let most = one_digits.max(other_digits);
    let scaled = |value: i128, digits: u32| value.checked_mul(10_i128.checked_pow(most - digits)?);
    Some((scaled(one, one_digits)?, scaled(other, other_digits)?))
}

/// The digits of a number, and how many of them stand after the point.
fn digits(text: &str) -> Option<(i128, u32)> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let value: i128 = format!("{whole}{fraction}").parse().ok()?;
    let after = i32::try_from(fraction.len()).ok()? - exponent;
    match u32::try_from(after) {
        Ok(after) => (after <= MOST_DIGITS).then_some((value, after)),
        Err(_) => Some((
            value.checked_mul(10_i128.checked_pow(after.unsigned_abs())?)?,
            0,
        )),
    }
}

/// Whether two values are the same to JSON: `1` and `1.0` are.
pub(super) fn is_equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(left), Value::Number(right)) => {
            left == right || (left.is_f64() != right.is_f64() && left.as_f64() == right.as_f64())
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(a, b)| is_equal(a, b))
        }
        (Value::Object(left), Value::Object(right)) => {
            let is_same =
                |(key, a): (&String, &Value)| right.get(key).is_some_and(|b| is_equal(a, b));
            left.len() == right.len() && left.iter().all(is_same)
        }
        _ => one == other,
    }
}
