//! Stage update.
