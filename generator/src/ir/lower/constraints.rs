//! What values must satisfy beyond their shape, of all parts together: the tightest bound of each kind.

use super::Lowering;
use crate::ir::types::{Bounds, Constraints, Decimal};
use crate::openapi::Schema;
use crate::source::Number;

type Limit = Option<(Decimal, bool)>;

impl Lowering<'_, '_> {
    /// The constraints of schemas that apply together.
    pub(super) fn constraints(&self, schemas: &[&Schema<'_>]) -> Constraints {
        let mut merged = Constraints::default();
        for schema in schemas {
            narrow(&mut merged.length, schema.length);
            narrow(&mut merged.items, schema.item_count);
            narrow(&mut merged.properties, schema.property_count);
            limit(&mut merged.minimum, schema.minimum, |new, old| new > old);
            limit(&mut merged.maximum, schema.maximum, |new, old| new < old);
            if let Some(step) = schema.multiple_of {
                merged.multiple_of = Some(Decimal(step.as_str().to_owned()));
            }
            if let Some(pattern) = schema.pattern
                && !merged.patterns.iter().any(|one| one == pattern)
            {
                merged.patterns.push(pattern.to_owned());
            }
            merged.unique_items |= schema.unique_items;
        }
        merged
    }
}

fn narrow(bounds: &mut Bounds, (minimum, maximum): (Option<u64>, Option<u64>)) {
    // `None` is smaller than every number.
    bounds.minimum = bounds.minimum.max(minimum);
    bounds.maximum = match (bounds.maximum, maximum) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
}

/// Takes the new limit if it is tighter, or as tight and excludes its value.
fn limit(limit: &mut Limit, new: Option<(&Number, bool)>, tighter: fn(f64, f64) -> bool) {
    let Some((number, excluded)) = new else {
        return;
    };
    let replace = match limit {
        None => true,
        Some((old, old_excluded)) => {
            let old: f64 = old.0.parse().unwrap_or(f64::NAN);
            let value = number.as_f64();
            tighter(value, old) || (value == old && excluded && !*old_excluded)
        }
    };
    if replace {
        *limit = Some((Decimal(number.as_str().to_owned()), excluded));
    }
}
