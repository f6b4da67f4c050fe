//! `include_api!`: the code of an OpenAPI description at compile time. Users get it as
//! `specwright::include_api!`, behind the feature `macros`.

mod arguments;

use std::path::PathBuf;

use proc_macro2::TokenStream;
use quote::quote;
use specwright_core::pipeline::{self, Generation};
use specwright_core::source::Input;
use syn::Error;

use arguments::Arguments;

/// Expands to the code of an OpenAPI description: `models`, `client`, `server` and what they stand on, as
/// modules beside the call.
///
/// The path starts at the folder of the crate's `Cargo.toml`. Saving the document (or a file that it refers
/// to) rebuilds the crate. An error in the document is a compile error that names its file, line and column.
///
/// # Examples
///
/// ```ignore
/// mod api {
///     specwright::include_api!("specs/authentik-proxy.yaml");
/// }
/// ```
///
/// With options, which are those of the builder and of the command line:
///
/// ```ignore
/// mod api {
///     specwright::include_api! {
///         spec = "specs/authentik-proxy.yaml",
///         generate = [models, client],
///         tags = ["providers"],
///         include = ["path:/providers/**", "id:core_* method:GET"],
///         exclude = ["tag:internal"],
///         config = "specwright.toml",
///         date_time = jiff,
///         uuid = uuid,
///         decimal = rust_decimal,
///         map = IndexMap,
///         tracing = client,
///         blocking = on,
///         mock = off,
///         serve_document = json,
///         webhooks = on,
///         open_enums = ["all"],
///         rename = ["ProxyProvider=Provider", "ProxyMode.proxy=Plain"],
///         replace = ["Money=money::Money"],
///         derive = ["Eq", "Provider=schemars::JsonSchema"],
///         overlays = ["fixes.overlay.yaml"],
///         reference_folders = ["../shared"],
///         reference_copies = ["https://example.org/user.yaml copies/user.yaml sha256:9f86d0…"],
///         allow = ["SW0204"],
///         deny = ["warnings"],
///         limits = ["types=200000"],
///     }
/// }
/// ```
#[proc_macro]
pub fn include_api(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    syn::parse::<Arguments>(input)
        .map_or_else(Error::into_compile_error, |arguments| expand(&arguments))
        .into()
}

/// The code, and what makes rustc look at the files again. Errors keep the latter, so that saving a repaired
/// document is noticed.
fn expand(arguments: &Arguments) -> TokenStream {
    let path = crate_folder().join(arguments.spec.value());
    let mut options = arguments.options.clone();
    options.config = options.config.map(|config| crate_folder().join(config));
    let generation = pipeline::generate(&Input::File(path), &options);
    let code = code(arguments, &generation).unwrap_or_else(Error::into_compile_error);
    let inputs = generation
        .inputs()
        .into_iter()
        .filter(|path| path.is_file())
        .filter_map(|path| path.to_str().map(str::to_owned));
    quote! {
        #code
        #(const _: &[u8] = ::core::include_bytes!(#inputs);)*
    }
}

fn code(arguments: &Arguments, generation: &Generation) -> Result<TokenStream, Error> {
    // Paths are shown as the call writes them.
    let folder = format!("{}/", crate_folder().display());
    let at_spec = |text: &dyn std::fmt::Display| {
        Error::new(arguments.spec.span(), text.to_string().replace(&folder, ""))
    };
    let mut errors: Option<Error> = None;
    for message in generation
        .brief_messages()
        .iter()
        .filter(|message| message.severity == "error")
    {
        let error = at_spec(message);
        match &mut errors {
            Some(errors) => errors.combine(error),
            None => errors = Some(error),
        }
    }
    match errors {
        Some(errors) => Err(errors),
        None => generation.tokens().map_err(|error| at_spec(&error)),
    }
}

/// The folder of the crate that calls the macro.
fn crate_folder() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR")
        .unwrap_or_default()
        .into()
}
