//! Maps that keep the order of the JSON that they were read from.

pub use ::indexmap::IndexMap;

use super::validate::{Limit, Measure, Report, Validate};
use super::wire::Rest;

impl<T> Rest for IndexMap<String, T> {
    type Value = T;

    fn keep(&mut self, key: String, value: T) {
        self.insert(key, value);
    }
}

impl<T> Measure for IndexMap<String, T> {
    fn measure(&self, limits: &[Limit], report: &mut Report) {
        report.members(self.len(), limits);
    }
}

impl<T: Validate> Validate for IndexMap<String, T> {
    fn check(&self, report: &mut Report) {
        for (key, value) in self {
            report.nested(key, value);
        }
    }
}
