pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Order {
    /// Postal address
    pub address: Option<PostalAddress>,
    /// Postal address
    pub billing: Option<OrderBilling>,
    /// Status
    pub status: Option<OrderStatus>,
    /// A note that explains at length what was ordered
    pub note: Option<OrderNote>,
    /// Order
    pub item: Option<OrderItem>,
}

/// Postal address
#[derive(Clone, Debug, PartialEq, Default)]
pub struct PostalAddress {
    pub street: Option<String>,
}

/// Postal address
#[derive(Clone, Debug, PartialEq, Default)]
pub struct OrderBilling {
    pub zip: Option<String>,
}

/// Status
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OrderStatus {
    /// `open`
    Open,
    /// `done`
    Done,
}

/// A note that explains at length what was ordered
#[derive(Clone, Debug, PartialEq, Default)]
pub struct OrderNote {
    pub text: Option<String>,
}

/// Order
#[derive(Clone, Debug, PartialEq, Default)]
pub struct OrderItem {
    pub sku: Option<String>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

record!(Order { 0 address: optional, 1 billing: optional, 2 status: optional, 3 note: optional, 4 item: optional });
record!(PostalAddress { 0 street: optional });
record!(OrderBilling { 0 zip: optional });
text_enum!(OrderStatus { Open = "open", Done = "done" });
record!(OrderNote { 0 text: optional });
record!(OrderItem { 0 sku: optional });
validate::unconstrained!(Order, PostalAddress, OrderBilling, OrderStatus, OrderNote, OrderItem);
}
}
