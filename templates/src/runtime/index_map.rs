//! Maps that keep the order of the JSON that they were read from.

pub use ::indexmap::IndexMap;

use super::maps::map;

map!(IndexMap);
