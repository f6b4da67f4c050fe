//! The table of runtime files. A test holds it against the files themselves.

use crate::{Crate, Template};

const AXUM: Crate = Crate {
    name: "axum",
    version: "0.8",
    features: &["http1", "tokio"],
    default_features: false,
};
const BASE64: Crate = with_defaults("base64", "0.22");
const BYTES: Crate = with_defaults("bytes", "1");
const FUTURES_CORE: Crate = with_defaults("futures-core", "0.3");
const HTTP: Crate = with_defaults("http", "1");
const HTTPDATE: Crate = with_defaults("httpdate", "1");
const HTTP_BODY: Crate = with_defaults("http-body", "1");
const INDEXMAP: Crate = Crate {
    features: &["serde"],
    ..with_defaults("indexmap", "2")
};
const PERCENT_ENCODING: Crate = with_defaults("percent-encoding", "2.3");
const REGRESS: Crate = with_defaults("regress", "0.10");
const REQWEST: Crate = Crate {
    name: "reqwest",
    version: "0.13",
    features: &["rustls"],
    default_features: false,
};
const RUST_DECIMAL: Crate = Crate {
    name: "rust_decimal",
    version: "1",
    features: &["std"],
    default_features: false,
};
const SERDE: Crate = with_defaults("serde", "1");
const SERDE_JSON: Crate = with_defaults("serde_json", "1");

const SSE_STREAM: Crate = Crate {
    name: "sse-stream",
    version: "0.3",
    features: &[],
    default_features: false,
};
const TIME: Crate = Crate {
    name: "time",
    version: "0.3",
    features: &["formatting", "parsing", "std"],
    default_features: false,
};

const TOKIO: Crate = Crate {
    name: "tokio",
    version: "1",
    features: &["sync", "time"],
    default_features: false,
};

/// What drives futures for code that is not async.
const TOKIO_RUNTIME: Crate = Crate {
    features: &["rt-multi-thread"],
    ..TOKIO
};

const TRACING: Crate = Crate {
    name: "tracing",
    version: "0.1",
    features: &["std"],
    default_features: false,
};

const fn with_defaults(name: &'static str, version: &'static str) -> Crate {
    Crate {
        name,
        version,
        features: &[],
        default_features: true,
    }
}

/// A row of the table: the file is named once, and its text found by that name.
macro_rules! files {
    ($($name:ident needs [$($needed:ident)*] crates [$($dependency:ident)*])*) => {
        &[$(Template {
            name: stringify!($name),
            text: include_str!(concat!("runtime/", stringify!($name), ".rs")),
            needs: &[$(stringify!($needed)),*],
            crates: &[$($dependency),*],
        }),*]
    };
}

/// The runtime files, sorted by name.
pub static FILES: &[Template] = files! {
    accept needs [media_type] crates [HTTP]
    authentication needs [parameter parameter_read security service] crates [HTTP]
    base64 needs [validate] crates [BASE64 SERDE]
    basic needs [] crates [BASE64]
    binary needs [validate] crates [BYTES SERDE]
    blocking needs [] crates [FUTURES_CORE TOKIO_RUNTIME]
    byte_stream needs [binary media_type report stream_error validate] crates [BYTES FUTURES_CORE HTTP]
    call needs [byte_stream client client_error decode outgoing parameter parameter_value problem responses security sending transport] crates [BYTES HTTP SERDE SERDE_JSON]
    choice needs [call] crates []
    choice_read needs [decode exchange] crates []
    client needs [call credentials reqwest_transport retry security transport] crates [HTTP]
    client_error needs [decode problem transport] crates [BYTES HTTP]
    condition needs [report] crates [SERDE SERDE_JSON]
    constructor needs [] crates []
    credentials needs [security stream_error transport] crates []
    decimal needs [validate] crates [RUST_DECIMAL SERDE]
    decode needs [binary explain media_type problem] crates [BYTES HTTP SERDE SERDE_JSON]
    encode needs [binary byte_stream stream_error] crates [BYTES HTTP SERDE SERDE_JSON]
    event_data needs [byte_stream decode event_source item_stream] crates [SERDE SERDE_JSON]
    event_objects needs [byte_stream decode event_source item_stream problem stream_error] crates [SERDE SERDE_JSON]
    event_source needs [byte_stream item_stream stream_error] crates [BYTES FUTURES_CORE SSE_STREAM TOKIO]
    exchange needs [accept byte_stream decode encode parameter parameters problem rejection responses service validate] crates [AXUM HTTP SERDE]
    explain needs [keys problem] crates [SERDE SERDE_JSON]
    form needs [call outgoing parameter parameter_value parameter_write] crates [SERDE]
    form_read needs [decode exchange parameter parameter_parse parameter_read problem validate] crates [SERDE]
    hash_map needs [maps] crates []
    index_map needs [maps] crates [INDEXMAP]
    item_stream needs [byte_stream problem stream_error] crates [BYTES FUTURES_CORE]
    json_event_objects needs [byte_stream event_objects event_source item_stream] crates [SERDE SERDE_JSON]
    json_lines needs [byte_stream decode item_stream records] crates [SERDE SERDE_JSON]
    json_sequence needs [byte_stream decode item_stream records] crates [SERDE SERDE_JSON]
    json_text needs [report validate] crates [SERDE SERDE_JSON]
    keys needs [] crates []
    maps needs [validate wire] crates []
    maybe needs [] crates [SERDE]
    media_type needs [] crates []
    mock needs [byte_stream client encode responses transport] crates [BYTES HTTP]
    multipart needs [binary byte_stream call maybe outgoing parameter_value stream_error] crates [BYTES FUTURES_CORE SERDE SERDE_JSON]
    multipart_pieces needs [media_type] crates []
    multipart_read needs [binary byte_stream decode exchange maybe media_type multipart_pieces parameter parameter_parse parameter_read problem validate] crates [BYTES SERDE]
    multipart_stream needs [byte_stream decode exchange multipart_pieces multipart_read problem request_stream service stream_error validate] crates [BYTES FUTURES_CORE]
    newtype needs [] crates [SERDE]
    oauth2 needs [basic byte_stream client credentials parameter reqwest_transport stream_error transport] crates [HTTP SERDE_JSON TOKIO]
    open_integer needs [] crates [SERDE]
    options needs [] crates []
    outgoing needs [byte_stream client client_error credentials media_type parameter parameter_value parameter_write security transport] crates [HTTP]
    paging needs [call client_error maybe media_type outgoing parameter_value responses transport] crates [FUTURES_CORE HTTP SERDE]
    parameter needs [] crates [PERCENT_ENCODING]
    parameter_parse needs [parameter parameter_read problem] crates [SERDE SERDE_JSON]
    parameter_read needs [parameter] crates []
    parameter_value needs [] crates [SERDE SERDE_JSON]
    parameter_write needs [parameter parameter_value] crates []
    parameters needs [parameter parameter_parse parameter_read problem validate] crates [HTTP SERDE SERDE_JSON]
    pattern needs [report] crates [REGRESS]
    problem needs [] crates []
    problem_document needs [problem] crates [HTTP SERDE_JSON]
    records needs [byte_stream item_stream problem stream_error] crates [BYTES FUTURES_CORE]
    rejection needs [problem problem_document service] crates [AXUM HTTP]
    report needs [problem] crates [SERDE_JSON]
    request_stream needs [byte_stream exchange item_stream rejection service stream_error validate] crates [AXUM FUTURES_CORE]
    reqwest_body needs [byte_stream reqwest_transport stream_error transport] crates [BYTES FUTURES_CORE HTTP HTTP_BODY REQWEST]
    reqwest_transport needs [byte_stream reqwest_body transport] crates [HTTP REQWEST TOKIO]
    responses needs [byte_stream decode encode media_type problem] crates []
    retry needs [byte_stream transport] crates [HTTP HTTPDATE TOKIO]
    router needs [authentication byte_stream decode encode exchange media_type parameters rejection service template] crates [AXUM HTTP TOKIO]
    routes needs [] crates []
    security needs [] crates []
    sending needs [byte_stream client client_error credentials decode outgoing transport] crates [BYTES HTTP]
    service needs [encode rejection security] crates [AXUM HTTP]
    stream_error needs [problem] crates []
    tagged needs [unions] crates [SERDE SERDE_JSON]
    template needs [parameter] crates []
    text_enum needs [] crates [SERDE]
    text_lines needs [byte_stream decode item_stream records] crates []
    time_formats needs [validate] crates [SERDE TIME]
    traced needs [byte_stream client transport] crates [HTTP TRACING]
    transport needs [byte_stream stream_error] crates [BYTES HTTP]
    tuple needs [validate] crates [SERDE]
    unions needs [explain] crates [SERDE SERDE_JSON]
    validate needs [maybe problem report] crates [SERDE SERDE_JSON]
    value_enum needs [] crates [SERDE SERDE_JSON]
    wire needs [explain keys maybe] crates [SERDE SERDE_JSON]
};
