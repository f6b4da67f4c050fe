//! Routes of a tag: one row per operation becomes a handler that reads what the operation takes, calls the
//! trait's method, and writes what it answers.

/// The routes of a trait. A row is
/// `"METHOD" "/template" access(requirement) "accepted/type" reading => method(name: getter()) => reply(arguments);`,
/// where access, getters and replies are methods of `Exchange`. There may be several accepted types; a body is read whole
/// unless `reading` is stated.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! routes {
    ($trait:ident as $api:ident, $principal:ty {
        $($method:literal $template:literal $access:ident($requirement:expr) $($accepts:literal $($reading:path)?)* =>
            $operation:ident($($name:ident: $getter:ident($($argument:expr),*)),*) => $reply:ident($($detail:expr),*);)*
    }) => {
        /// Adds the routes of the trait.
        #[allow(deprecated, clippy::disallowed_names)] // Deprecated operations are served like all others; names are those of the document.
        pub(super) fn add_routes<$api: $trait>(routes: &mut Routes<$api, $principal>) {
            $({
                static OPERATION: service::Operation = service::Operation {
                    method: $method,
                    path: $template,
                    name: ::std::stringify!($operation),
                    accepts: &[$(service::Accepted {
                        media_type: $accepts,
                        reading: routes::reading!($($reading)?),
                    }),*],
                    security: $requirement,
                };
                routes.add(&OPERATION, |mut exchange| {
                    let (::std::option::Option::Some(context), $(::std::option::Option::Some($name),)*) =
                        (routes::context!(exchange $access), $(exchange.$getter($($argument),*),)*)
                    else {
                        return exchange.reject();
                    };
                    exchange.$reply($($detail,)* context, move |api, context| {
                        ::std::boxed::Box::pin(api.$operation(context, $($name),*))
                    })
                });
            })*
        }
    };
}
#[allow(unused_imports)]
pub(crate) use routes;

/// The context of an operation; without security there always is one.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! context {
    ($exchange:ident secured) => {
        $exchange.secured()
    };
    ($exchange:ident $access:ident) => {
        ::std::option::Option::Some($exchange.$access())
    };
}
#[allow(unused_imports)]
pub(crate) use context;

/// How a body is read.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! reading {
    () => {
        service::Reading::Whole
    };
    ($reading:path) => {
        $reading
    };
}
#[allow(unused_imports)]
pub(crate) use reading;
