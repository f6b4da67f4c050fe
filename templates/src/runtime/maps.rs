//! What the runtime must know of a map: how a record keeps members in it, and how it is checked.

/// A map from texts, for records that keep what they do not name, and for limits.
macro_rules! map {
    ($map:ident) => {
        impl<T> super::wire::Rest for $map<String, T> {
            type Value = T;

            fn keep(&mut self, key: String, value: T) {
                self.insert(key, value);
            }
        }

        impl<T> super::validate::Measure for $map<String, T> {
            fn measure(
                &self,
                limits: &[super::validate::Limit],
                report: &mut super::validate::Report,
            ) {
                report.members(self.len(), limits);
            }
        }

        impl<T: super::validate::Validate> super::validate::Validate for $map<String, T> {
            fn check(&self, report: &mut super::validate::Report) {
                for (key, value) in self {
                    report.nested(key, value);
                }
            }
        }
    };
}
pub(crate) use map;
