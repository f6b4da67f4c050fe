//! Maps without an order.

pub use ::std::collections::HashMap;

use super::maps::map;

map!(HashMap);
