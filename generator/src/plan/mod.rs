//! Stage plan.

/// Every Rust decision, made once.
#[derive(Clone, Debug)]
pub struct Plan {}
