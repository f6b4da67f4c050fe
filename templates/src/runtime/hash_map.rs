//! Maps without an order.

pub use ::std::collections::HashMap;

use super::validate::{Limit, Measure, Report, Validate};
use super::wire::Rest;

impl<T> Rest for HashMap<String, T> {
    type Value = T;

    fn keep(&mut self, key: String, value: T) {
        self.insert(key, value);
    }
}

impl<T> Measure for HashMap<String, T> {
    fn measure(&self, limits: &[Limit], report: &mut Report) {
        report.members(self.len(), limits);
    }
}

impl<T: Validate> Validate for HashMap<String, T> {
    fn check(&self, report: &mut Report) {
        for (key, value) in self {
            report.nested(key, value);
        }
    }
}
