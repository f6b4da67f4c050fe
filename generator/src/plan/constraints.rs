//! Constraints: from the document's limits to rows that the runtime checks, without those that a type keeps.

use super::docs::code;
use super::model::LimitItem;
use crate::ir::{Bounds, Constraints, Decimal, IntegerFormat, NumberFormat, Shape};

/// The limits of a value, as the runtime names them.
pub(super) fn limits(constraints: &Constraints, shape: &Shape) -> Vec<LimitItem> {
    let mut limits = Vec::new();
    match shape {
        Shape::Text(_) => {
            counts(&mut limits, constraints.length, "MinLength", "MaxLength");
            limits.extend(constraints.patterns.iter().cloned().map(LimitItem::Pattern));
        }
        Shape::List(_) => {
            counts(&mut limits, constraints.items, "MinItems", "MaxItems");
            if constraints.unique_items {
                limits.push(LimitItem::UniqueItems);
            }
        }
        Shape::Map(_) => counts(
            &mut limits,
            constraints.properties,
            "MinProperties",
            "MaxProperties",
        ),
        Shape::Integer(format) => integer_bounds(&mut limits, constraints, *format),
        Shape::Number(format) => number_bounds(&mut limits, constraints, *format),
        _ => {}
    }
    limits
}

/// The limits of values whose shape is not known: each is held against values of its kind.
pub(super) fn all_limits(constraints: &Constraints) -> Vec<LimitItem> {
    let mut limits = Vec::new();
    counts(&mut limits, constraints.length, "MinLength", "MaxLength");
    counts(&mut limits, constraints.items, "MinItems", "MaxItems");
    counts(
        &mut limits,
        constraints.properties,
        "MinProperties",
        "MaxProperties",
    );
    number_bounds(&mut limits, constraints, NumberFormat::Unstated);
    limits.extend(constraints.patterns.iter().cloned().map(LimitItem::Pattern));
    limits.extend(constraints.unique_items.then_some(LimitItem::UniqueItems));
    limits
}

fn counts(
    limits: &mut Vec<LimitItem>,
    bounds: Bounds,
    minimum: &'static str,
    maximum: &'static str,
) {
    limits.extend(
        bounds
            .minimum
            .filter(|count| *count > 0)
            .map(|count| LimitItem::Count(minimum, count)),
    );
    limits.extend(bounds.maximum.map(|count| LimitItem::Count(maximum, count)));
}

fn integer_bounds(limits: &mut Vec<LimitItem>, constraints: &Constraints, format: IntegerFormat) {
    let (lowest, highest) = range(format);
    let (lowest, highest) = match (format, width(constraints)) {
        (IntegerFormat::Unstated, "u64") => (0, u64::MAX.into()),
        (IntegerFormat::Unstated, "i128") => (i128::MIN, i128::MAX),
        _ => (lowest, highest),
    };
    if let Some(minimum) = constraints
        .minimum
        .as_ref()
        .and_then(lowest_integer)
        .filter(|minimum| *minimum > lowest)
    {
        limits.push(LimitItem::Integer("Minimum", minimum));
    }
    if let Some(maximum) = constraints
        .maximum
        .as_ref()
        .and_then(highest_integer)
        .filter(|maximum| *maximum < highest)
    {
        limits.push(LimitItem::Integer("Maximum", maximum));
    }
    limits.extend(
        constraints
            .multiple_of
            .as_ref()
            .and_then(number)
            .map(|step| LimitItem::Number("MultipleOf", step)),
    );
}

fn number_bounds(limits: &mut Vec<LimitItem>, constraints: &Constraints, _format: NumberFormat) {
    let bound = |bound: &Option<(Decimal, bool)>, inclusive, exclusive| {
        let (decimal, excluded) = bound.as_ref()?;
        Some(LimitItem::Number(
            if *excluded { exclusive } else { inclusive },
            number(decimal)?,
        ))
    };
    limits.extend(bound(
        &constraints.minimum,
        "MinimumNumber",
        "ExclusiveMinimum",
    ));
    limits.extend(bound(
        &constraints.maximum,
        "MaximumNumber",
        "ExclusiveMaximum",
    ));
    limits.extend(
        constraints
            .multiple_of
            .as_ref()
            .and_then(number)
            .map(|step| LimitItem::Number("MultipleOf", step)),
    );
}

/// The type of whole numbers whose format is not stated: wide enough for their bounds. Many documents give the bounds
/// of 64 bits as rounded by JavaScript, so a little more than 64 bits is not meant.
pub(super) fn width(constraints: &Constraints) -> &'static str {
    const SLACK: f64 = 1.000_001;
    let bound = |bound: &Option<(Decimal, bool)>| number(&bound.as_ref()?.0);
    let (minimum, maximum) = (bound(&constraints.minimum), bound(&constraints.maximum));
    let is_beyond = |limit: f64, power: i32| limit.abs() > 2_f64.powi(power) * SLACK;
    if minimum.is_some_and(|limit| is_beyond(limit, 63))
        || maximum.is_some_and(|limit| is_beyond(limit, 64))
    {
        "i128"
    } else if minimum.is_some_and(|limit| limit >= 0.0)
        || (minimum.is_none() && maximum.is_some_and(|limit| is_beyond(limit, 63)))
    {
        "u64"
    } else {
        "i64"
    }
}

/// The range of the Rust type that stands for a format; unstated is `i64`.
pub(super) fn range(format: IntegerFormat) -> (i128, i128) {
    match format {
        IntegerFormat::Int8 => (i8::MIN.into(), i8::MAX.into()),
        IntegerFormat::Int16 => (i16::MIN.into(), i16::MAX.into()),
        IntegerFormat::Int32 => (i32::MIN.into(), i32::MAX.into()),
        IntegerFormat::Int64 | IntegerFormat::Unstated => (i64::MIN.into(), i64::MAX.into()),
        IntegerFormat::Uint8 => (0, u8::MAX.into()),
        IntegerFormat::Uint16 => (0, u16::MAX.into()),
        IntegerFormat::Uint32 => (0, u32::MAX.into()),
        IntegerFormat::Uint64 => (0, u64::MAX.into()),
    }
}

/// The lowest integer that a lower bound lets through.
fn lowest_integer((decimal, excluded): &(Decimal, bool)) -> Option<i128> {
    match decimal.0.parse::<i128>() {
        Ok(bound) => Some(if *excluded {
            bound.saturating_add(1)
        } else {
            bound
        }),
        Err(_) => {
            let bound = number(decimal)?;
            let lowest = if *excluded && bound.fract() == 0.0 {
                bound + 1.0
            } else {
                bound.ceil()
            };
            Some(lowest as i128)
        }
    }
}

/// The highest integer that an upper bound lets through.
fn highest_integer((decimal, excluded): &(Decimal, bool)) -> Option<i128> {
    match decimal.0.parse::<i128>() {
        Ok(bound) => Some(if *excluded {
            bound.saturating_sub(1)
        } else {
            bound
        }),
        Err(_) => {
            let bound = number(decimal)?;
            let highest = if *excluded && bound.fract() == 0.0 {
                bound - 1.0
            } else {
                bound.floor()
            };
            Some(highest as i128)
        }
    }
}

fn number(decimal: &Decimal) -> Option<f64> {
    decimal
        .0
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
}

/// One line of documentation for limits; `None` where there are none.
pub(super) fn sentence(limits: &[LimitItem]) -> Option<String> {
    let parts: Vec<String> = limits.iter().map(phrase).collect();
    let mut text = parts.join("; ");
    let first = text.chars().next()?.to_uppercase().collect::<String>();
    text.replace_range(..1, &first);
    text.push('.');
    Some(text)
}

fn phrase(limit: &LimitItem) -> String {
    let plural = |count: &u64, one: &str| {
        if *count == 1 {
            one.to_owned()
        } else {
            format!("{one}s")
        }
    };
    match limit {
        LimitItem::Count("MinLength", count) => {
            format!("at least {count} {}", plural(count, "character"))
        }
        LimitItem::Count("MaxLength", count) => {
            format!("at most {count} {}", plural(count, "character"))
        }
        LimitItem::Count("MinItems", count) => {
            format!("at least {count} {}", plural(count, "item"))
        }
        LimitItem::Count("MaxItems", count) => format!("at most {count} {}", plural(count, "item")),
        LimitItem::Count("MinProperties", count) => {
            format!("at least {count} {}", plural(count, "member"))
        }
        LimitItem::Count(_, count) => format!("at most {count} {}", plural(count, "member")),
        LimitItem::Integer("Minimum", bound) => format!("at least {bound}"),
        LimitItem::Integer(_, bound) => format!("at most {bound}"),
        LimitItem::Number("MinimumNumber", bound) => format!("at least {bound}"),
        LimitItem::Number("MaximumNumber", bound) => format!("at most {bound}"),
        LimitItem::Number("ExclusiveMinimum", bound) => format!("more than {bound}"),
        LimitItem::Number("ExclusiveMaximum", bound) => format!("less than {bound}"),
        LimitItem::Number(_, step) => format!("a multiple of {step}"),
        LimitItem::UniqueItems => "no two items are equal".to_owned(),
        LimitItem::Pattern(pattern) => format!("matches {}", code(pattern)),
    }
}
