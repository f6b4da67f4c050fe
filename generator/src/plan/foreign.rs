//! Types of other crates: those that stand for formats, as the options choose, and those of the user.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::model::CrateNeed;
use super::rust_type::RustType;
use crate::ir::Foreign;
use crate::options::{DateTime, Decimal, Options, Uuid};

/// A type of another crate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ForeignType {
    /// As it is written beside its imports, for example `DateTime<Utc>`.
    pub written: String,
    /// As it is written where nothing is imported.
    pub path: String,
    /// The paths that are imported.
    pub imports: Vec<String>,
    /// Whether values are passed by value.
    pub is_copy: bool,
    /// Whether it is a type of the standard library, of which the runtime knows what it must.
    pub is_standard: bool,
    /// What it is in a sentence.
    pub spoken: &'static str,
    /// About how many bytes a value has.
    pub size: usize,
    /// The crate that it comes from, if that is known.
    pub needs: Option<(String, CrateNeed)>,
}

/// A row of the table of types that stand for formats.
struct Known {
    written: &'static str,
    path: &'static str,
    imports: &'static [&'static str],
    size: usize,
    needs: (&'static str, &'static str, &'static [&'static str], bool),
}

const CHRONO: (&str, &str, &[&str], bool) = ("chrono", "0.4", &["serde", "std"], false);
const JIFF: (&str, &str, &[&str], bool) = ("jiff", "0.2", &["serde", "std"], false);

const UUID: Known = Known {
    written: "Uuid",
    path: "::uuid::Uuid",
    imports: &["::uuid::Uuid"],
    size: 16,
    needs: ("uuid", "1", &["serde"], true),
};
const DECIMAL: Known = Known {
    written: "Decimal",
    path: "::rust_decimal::Decimal",
    imports: &["::rust_decimal::Decimal"],
    size: 16,
    needs: ("rust_decimal", "1", &["serde", "std"], false),
};
const CHRONO_DATE_TIME: Known = Known {
    written: "DateTime<Utc>",
    path: "::chrono::DateTime<::chrono::Utc>",
    imports: &["::chrono::DateTime", "::chrono::Utc"],
    size: 12,
    needs: CHRONO,
};
const CHRONO_DATE: Known = Known {
    written: "NaiveDate",
    path: "::chrono::NaiveDate",
    imports: &["::chrono::NaiveDate"],
    size: 12,
    needs: CHRONO,
};
const JIFF_DATE_TIME: Known = Known {
    written: "Timestamp",
    path: "::jiff::Timestamp",
    imports: &["::jiff::Timestamp"],
    size: 16,
    needs: JIFF,
};
const JIFF_DATE: Known = Known {
    written: "Date",
    path: "::jiff::civil::Date",
    imports: &["::jiff::civil::Date"],
    size: 4,
    needs: JIFF,
};

impl Known {
    /// The type; in full where a model has a name that would be imported.
    fn build(&self, models: &BTreeSet<&str>) -> RustType {
        let is_taken = self.imports.iter().any(|path| {
            let last = path.rsplit("::").next();
            last.is_some_and(|name| models.contains(name))
        });
        let (name, version, features, default_features) = self.needs;
        RustType::Foreign(Arc::new(ForeignType {
            written: if is_taken { self.path } else { self.written }.to_owned(),
            path: self.path.to_owned(),
            imports: if is_taken { &[] } else { self.imports }
                .iter()
                .map(|&path| path.to_owned())
                .collect(),
            is_copy: true,
            is_standard: false,
            spoken: "A text",
            size: self.size,
            needs: Some((
                name.to_owned(),
                CrateNeed::new(version, features, default_features),
            )),
        }))
    }
}

/// The types that stand for formats.
#[derive(Clone, Debug)]
pub(super) struct Formats {
    pub(super) date_time: RustType,
    pub(super) date: RustType,
    pub(super) uuid: RustType,
    pub(super) decimal_text: RustType,
    pub(super) decimal_number: RustType,
}

impl Formats {
    /// Those that the options choose, beside models of these names.
    pub(super) fn of(options: &Options, models: &BTreeSet<&str>) -> Self {
        let (date_time, date) = match options.date_time.unwrap_or_default() {
            DateTime::Chrono => (CHRONO_DATE_TIME.build(models), CHRONO_DATE.build(models)),
            DateTime::Jiff => (JIFF_DATE_TIME.build(models), JIFF_DATE.build(models)),
            DateTime::Time => (
                RustType::Runtime("time_formats", "Rfc3339DateTime"),
                RustType::Runtime("time_formats", "Rfc3339Date"),
            ),
            DateTime::Text => (RustType::String, RustType::String),
        };
        let uuid = match options.uuid.unwrap_or_default() {
            Uuid::Uuid => UUID.build(models),
            Uuid::Text => RustType::String,
        };
        let (decimal_text, decimal_number) = match options.decimal.unwrap_or_default() {
            Decimal::Primitive => (RustType::String, RustType::Number("f64")),
            Decimal::RustDecimal => (
                DECIMAL.build(models),
                RustType::Runtime("decimal", "DecimalNumber"),
            ),
        };
        Self {
            date_time,
            date,
            uuid,
            decimal_text,
            decimal_number,
        }
    }
}

/// A type of the user's own.
pub(super) fn of_user(foreign: &Foreign) -> RustType {
    let path = &foreign.name;
    let first = path.trim_start_matches("::");
    let first = first.split([':', '<', ' ']).next().unwrap_or_default();
    RustType::Foreign(Arc::new(ForeignType {
        written: path.clone(),
        path: path.clone(),
        imports: Vec::new(),
        is_copy: false,
        is_standard: matches!(first, "std" | "core" | "alloc") || first == path,
        spoken: "A value",
        size: 24,
        needs: need(foreign),
    }))
}

/// The crate that something of the user's comes from.
pub(super) fn need(foreign: &Foreign) -> Option<(String, CrateNeed)> {
    let package = foreign.package.as_ref()?;
    Some((
        package.name.clone(),
        CrateNeed {
            version: package.version.clone(),
            features: package.features.clone(),
            default_features: true,
        },
    ))
}
