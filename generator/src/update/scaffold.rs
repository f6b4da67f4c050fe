//! The first version of the user's own files: a type, and methods that answer 501 until they are written.

use proc_macro2::TokenStream;
use quote::quote;

use super::merge::members;
use super::traits::{Method, Server, ServerTrait};
use crate::output::OutputError;

/// The trait of the document's security schemes.
pub(super) const AUTHENTICATE: &str = "Authenticate";

/// The file of a tag.
pub(super) fn tag_file(
    server: &Server,
    one: &ServerTrait,
    tag: &str,
    root: &str,
) -> Result<String, OutputError> {
    let signatures: Vec<_> = one.methods.iter().map(|method| &method.signature).collect();
    let imports = server.imports(&signatures, &[&one.name], &format!("super::{root}"));
    let methods: Vec<&Method> = one.methods.iter().collect();
    Ok(format!(
        "//! The operations of `{tag}`. This file is yours: `specwright generate --handlers` adds methods that are\n\
         //! missing, and changes nothing else.\n\
         \n\
         {imports}use super::{{Handlers, NotImplemented}};\n\
         \n\
         impl {} for Handlers {{\n{}\n}}\n",
        one.name,
        members(&methods, &not_implemented())?,
    ))
}

/// The file that ties the tags together.
pub(super) fn root_file(
    server: &Server,
    modules: &[String],
    root: &str,
) -> Result<String, OutputError> {
    let declarations: String = modules
        .iter()
        .map(|module| format!("mod {module};\n"))
        .collect();
    let authenticate = server.traits.iter().find(|one| one.name == AUTHENTICATE);
    let signatures: Vec<_> = authenticate
        .iter()
        .flat_map(|one| &one.methods)
        .map(|method| &method.signature)
        .collect();
    let mut names = vec!["BoxError", "Parts", "Service"];
    names.extend(authenticate.iter().map(|one| one.name.as_str()));
    let imports = server.imports(&signatures, &names, root);
    let mut text = ROOT
        .replace("{modules}", &declarations)
        .replace("{imports}", &imports);
    if let Some(one) = authenticate {
        text.push_str(&format!(
            "\nimpl {AUTHENTICATE} for Handlers {{\n    type Principal = ();\n\n{}\n}}\n",
            authenticate_members(one)?
        ));
    }
    Ok(text)
}

/// The methods of `Authenticate`, which let nobody in.
fn authenticate_members(one: &ServerTrait) -> Result<String, OutputError> {
    let methods: Vec<&Method> = one.methods.iter().collect();
    members(&methods, &unauthenticated())
}

/// What a handler does before it is written.
pub(super) fn not_implemented() -> TokenStream {
    quote!(Err(NotImplemented.into()))
}

/// What a method of `Authenticate` does before it is written.
pub(super) fn unauthenticated() -> TokenStream {
    quote!(Err(Denied::Unauthenticated))
}

/// The head of `handlers/mod.rs`; two holes.
const ROOT: &str = "\
//! The handlers. These files are yours: `specwright generate --handlers` adds what is missing, and changes
//! nothing else.

{modules}
use ::axum::http::StatusCode;
use ::axum::response::{IntoResponse, Response};

{imports}
/// What all handlers share: connections, settings.
#[derive(Clone, Debug, Default)]
pub struct Handlers {}

/// The error of a handler that is not written yet.
#[derive(Debug)]
pub struct NotImplemented;

impl ::std::fmt::Display for NotImplemented {
    fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        formatter.write_str(\"not implemented\")
    }
}

impl ::std::error::Error for NotImplemented {}

impl Service for Handlers {
    fn fail(&self, error: BoxError, _parts: &Parts) -> Response {
        let status = if error.is::<NotImplemented>() {
            StatusCode::NOT_IMPLEMENTED
        } else {
            StatusCode::INTERNAL_SERVER_ERROR
        };
        status.into_response()
    }
}
";
