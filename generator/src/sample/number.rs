//! Numbers between two bounds.

use serde_json::{Number, Value};

use crate::ir::{Constraints, Decimal, IntegerFormat};

/// A whole number that keeps the limits: near to `turn`, or to a bound.
pub(super) fn integer(format: IntegerFormat, limits: &Constraints, turn: usize) -> Option<Value> {
    let (mut least, mut most) = range(format);
    if let Some((bound, excluded)) = &limits.minimum {
        least = least.max(whole(bound, f64::ceil)? + i128::from(*excluded && is_whole(bound)));
    }
    if let Some((bound, excluded)) = &limits.maximum {
        most = most.min(whole(bound, f64::floor)? - i128::from(*excluded && is_whole(bound)));
    }
    let step = match &limits.multiple_of {
        Some(step) if is_whole(step) => whole(step, f64::ceil)?.max(1),
        _ => 1,
    };
    let start = least.max(1.min(most));
    let first = start + (step - start.rem_euclid(step)) % step;
    let first = if first > most { first - step } else { first };
    let turn = i128::try_from(turn).ok()?;
    // How many there are from the first one on.
    let count = (most - first).max(0) / step + 1;
    let value = first + step * (turn % count);
    let number = Number::from_i128(value)?;
    (least..=most)
        .contains(&value)
        .then_some(Value::Number(number))
}

/// A number that keeps the limits.
pub(super) fn number(limits: &Constraints, turn: usize) -> Option<Value> {
    let least = match &limits.minimum {
        Some((bound, _)) => bound.0.parse::<f64>().ok()?,
        None => f64::NEG_INFINITY,
    };
    let most = match &limits.maximum {
        Some((bound, _)) => bound.0.parse::<f64>().ok()?,
        None => f64::INFINITY,
    };
    let wanted = turn as f64 + 0.5;
    let value = match (least.is_finite(), most.is_finite()) {
        _ if least < wanted && wanted < most => wanted,
        (true, true) => least + (most - least) / 2.0,
        (true, false) => least + wanted,
        (false, _) => most - wanted,
    };
    let value = match &limits.multiple_of {
        Some(step) => {
            let step = step.0.parse::<f64>().ok()?;
            let near = (value / step).floor() * step;
            if near > least { near } else { near + step }
        }
        None => value,
    };
    let in_range = least <= value && value <= most;
    in_range
        .then(|| Number::from_f64(value))
        .flatten()
        .map(Value::Number)
}

fn range(format: IntegerFormat) -> (i128, i128) {
    match format {
        IntegerFormat::Int8 => (i8::MIN.into(), i8::MAX.into()),
        IntegerFormat::Int16 => (i16::MIN.into(), i16::MAX.into()),
        IntegerFormat::Int32 => (i32::MIN.into(), i32::MAX.into()),
        IntegerFormat::Unstated | IntegerFormat::Int64 => (i64::MIN.into(), i64::MAX.into()),
        IntegerFormat::Uint8 => (0, u8::MAX.into()),
        IntegerFormat::Uint16 => (0, u16::MAX.into()),
        IntegerFormat::Uint32 => (0, u32::MAX.into()),
        IntegerFormat::Uint64 => (0, u64::MAX.into()),
    }
}

fn is_whole(bound: &Decimal) -> bool {
    bound.0.parse::<i128>().is_ok()
}

fn whole(bound: &Decimal, round: impl Fn(f64) -> f64) -> Option<i128> {
    bound
        .0
        .parse()
        .ok()
        .or_else(|| bound.0.parse().ok().map(|value| round(value) as i128))
}
