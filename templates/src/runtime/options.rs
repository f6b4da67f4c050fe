//! Optional parameters of an operation: one row each becomes a method of its call.

/// The marker of an operation's call, and a method per optional parameter. A row is
/// `name: type => method("wire name")`, where the method is one of `Call`'s.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! options {
    ($marker:ident { $($(#[$attribute:meta])* $name:ident: $type:ty => $method:ident($($argument:expr),*)),* $(,)? }) => {
        /// Marks the call of the operation with this name; its optional parameters are methods of the call.
        #[derive(Debug)]
        pub enum $marker {}

        impl<T, E> Call<'_, T, E, $marker> {
            $(
                $(#[$attribute])*
                #[allow(clippy::disallowed_names)] // Names are those of the document.
                pub fn $name(self, $name: $type) -> Self {
                    self.$method($($argument,)* &$name)
                }
            )*
        }
    };
}
#[allow(unused_imports)]
pub(crate) use options;
