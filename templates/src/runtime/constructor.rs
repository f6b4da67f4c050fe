//! Constructors: `new` takes the members of a record that must be there.

/// `new` of a record: its arguments, then the fields as in a struct expression.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! constructor {
    ($name:ident($($argument:ident: $type:ty),*) { $($fields:tt)* }) => {
        impl $name {
            /// With the members that must be there; the others are absent.
            #[allow(deprecated, clippy::disallowed_names)] // Deprecated members are set like all others; names are those of the document.
            pub fn new($($argument: $type),*) -> Self {
                Self { $($fields)* }
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use constructor;
