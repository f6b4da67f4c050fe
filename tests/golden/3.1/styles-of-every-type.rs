pub mod models {
//! The types of the API.

use ::std::collections::BTreeMap;
use super::runtime::constructor::constructor;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Word {
    /// `plain`
    Plain,
    /// `with space`
    WithSpace,
    /// `a,b;c`
    ABC,
    /// `ü/?#&=%`
    Ü,
    /// `0`
    V0,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    pub name: String,
    pub size: i64,
    pub note: Option<String>,
}

constructor!(Thing(name: impl Into<String>, size: i64) { name: name.into(), size, note: None });

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Nest {
    pub thing: Option<Thing>,
    pub names: Option<Vec<String>>,
    pub inner: Option<NestInner>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct NestInner {
    pub labels: Option<BTreeMap<String, String>>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

text_enum!(Word { Plain = "plain", WithSpace = "with space", ABC = "a,b;c", Ü = "ü/?#&=%", V0 = "0" });
record!(Thing { 0 name: required, 1 size: required, 2 note: optional });
record!(Nest { 0 thing: optional, 1 names: optional, 2 inner: optional });
record!(NestInner { 0 labels: optional });
validate::unconstrained!(Word, Thing, Nest, NestInner);
}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::parameter::Style;
use ::std::collections::BTreeMap;
use super::runtime::decode::json;
use super::runtime::options::options;

impl Client {
    /// `GET /simple/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}`
    #[allow(clippy::too_many_arguments)]
    pub fn simple(
        &self, phrase: &str, count: i64, ratio: f64, flag: bool, word: Word, texts: &[String], counts: &[i64],
        thing: &Thing,
    ) -> Call<'_, ::serde_json::Value, Undeclared> {
        self.request(
                "GET",
                "/simple/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}",
            )
            .path(&phrase)
            .path(&count)
            .path(&ratio)
            .path(&flag)
            .path(&word)
            .path(&texts)
            .path(&counts)
            .path(&thing)
            .returns(200, json)
    }

    /// `GET /simple_exploded/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}`
    #[allow(clippy::too_many_arguments)]
    pub fn simple_exploded(
        &self, phrase: &str, count: i64, ratio: f64, flag: bool, word: Word, texts: &[String], counts: &[i64],
        thing: &Thing,
    ) -> Call<'_, ::serde_json::Value, Undeclared> {
        self.request(
                "GET",
                "/simple_exploded/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}",
            )
            .path_styled(Style::Simple, true, &phrase)
            .path_styled(Style::Simple, true, &count)
            .path_styled(Style::Simple, true, &ratio)
            .path_styled(Style::Simple, true, &flag)
            .path_styled(Style::Simple, true, &word)
            .path_styled(Style::Simple, true, &texts)
            .path_styled(Style::Simple, true, &counts)
            .path_styled(Style::Simple, true, &thing)
            .returns(200, json)
    }

    /// `GET /label/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}`
    #[allow(clippy::too_many_arguments)]
    pub fn label(
        &self, phrase: &str, count: i64, ratio: f64, flag: bool, word: Word, texts: &[String], counts: &[i64],
        thing: &Thing,
    ) -> Call<'_, ::serde_json::Value, Undeclared> {
        self.request(
                "GET",
                "/label/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}",
            )
            .path_styled(Style::Label, false, &phrase)
            .path_styled(Style::Label, false, &count)
            .path_styled(Style::Label, false, &ratio)
            .path_styled(Style::Label, false, &flag)
            .path_styled(Style::Label, false, &word)
            .path_styled(Style::Label, false, &texts)
            .path_styled(Style::Label, false, &counts)
            .path_styled(Style::Label, false, &thing)
            .returns(200, json)
    }

    /// `GET /label_exploded/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}`
    #[allow(clippy::too_many_arguments)]
    pub fn label_exploded(
        &self, phrase: &str, count: i64, ratio: f64, flag: bool, word: Word, texts: &[String], counts: &[i64],
        thing: &Thing,
    ) -> Call<'_, ::serde_json::Value, Undeclared> {
        self.request(
                "GET",
                "/label_exploded/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}",
            )
            .path_styled(Style::Label, true, &phrase)
            .path_styled(Style::Label, true, &count)
            .path_styled(Style::Label, true, &ratio)
            .path_styled(Style::Label, true, &flag)
            .path_styled(Style::Label, true, &word)
            .path_styled(Style::Label, true, &texts)
            .path_styled(Style::Label, true, &counts)
            .path_styled(Style::Label, true, &thing)
            .returns(200, json)
    }

    /// `GET /matrix/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}`
    #[allow(clippy::too_many_arguments)]
    pub fn matrix(
        &self, phrase: &str, count: i64, ratio: f64, flag: bool, word: Word, texts: &[String], counts: &[i64],
        thing: &Thing,
    ) -> Call<'_, ::serde_json::Value, Undeclared> {
        self.request(
                "GET",
                "/matrix/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}",
            )
            .path_styled(Style::Matrix, false, &phrase)
            .path_styled(Style::Matrix, false, &count)
            .path_styled(Style::Matrix, false, &ratio)
            .path_styled(Style::Matrix, false, &flag)
            .path_styled(Style::Matrix, false, &word)
            .path_styled(Style::Matrix, false, &texts)
            .path_styled(Style::Matrix, false, &counts)
            .path_styled(Style::Matrix, false, &thing)
            .returns(200, json)
    }

    /// `GET /matrix_exploded/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}`
    #[allow(clippy::too_many_arguments)]
    pub fn matrix_exploded(
        &self, phrase: &str, count: i64, ratio: f64, flag: bool, word: Word, texts: &[String], counts: &[i64],
        thing: &Thing,
    ) -> Call<'_, ::serde_json::Value, Undeclared> {
        self.request(
                "GET",
                "/matrix_exploded/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}",
            )
            .path_styled(Style::Matrix, true, &phrase)
            .path_styled(Style::Matrix, true, &count)
            .path_styled(Style::Matrix, true, &ratio)
            .path_styled(Style::Matrix, true, &flag)
            .path_styled(Style::Matrix, true, &word)
            .path_styled(Style::Matrix, true, &texts)
            .path_styled(Style::Matrix, true, &counts)
            .path_styled(Style::Matrix, true, &thing)
            .returns(200, json)
    }

    /// `GET /form`
    pub fn form(&self) -> Call<'_, ::serde_json::Value, Undeclared, Form> {
        self.request("GET", "/form").returns(200, json)
    }

    /// `GET /packed`
    pub fn packed(&self) -> Call<'_, ::serde_json::Value, Undeclared, Packed> {
        self.request("GET", "/packed").returns(200, json)
    }

    /// `GET /reserved`
    pub fn reserved(&self) -> Call<'_, ::serde_json::Value, Undeclared, Reserved> {
        self.request("GET", "/reserved").returns(200, json)
    }

    /// `GET /spaced`
    pub fn spaced(&self) -> Call<'_, ::serde_json::Value, Undeclared, Spaced> {
        self.request("GET", "/spaced").returns(200, json)
    }

    /// `GET /piped`
    pub fn piped(&self) -> Call<'_, ::serde_json::Value, Undeclared, Piped> {
        self.request("GET", "/piped").returns(200, json)
    }

    /// `GET /deep`
    pub fn deep(&self) -> Call<'_, ::serde_json::Value, Undeclared, Deep> {
        self.request("GET", "/deep").returns(200, json)
    }

    /// `GET /json`
    pub fn json(&self) -> Call<'_, ::serde_json::Value, Undeclared, Json> {
        self.request("GET", "/json").returns(200, json)
    }

    /// `GET /header`
    pub fn header(&self) -> Call<'_, ::serde_json::Value, Undeclared, Header> {
        self.request("GET", "/header").returns(200, json)
    }

    /// `GET /header_exploded`
    pub fn header_exploded(&self) -> Call<'_, ::serde_json::Value, Undeclared, HeaderExploded> {
        self.request("GET", "/header_exploded").returns(200, json)
    }

    /// `GET /cookie`
    pub fn cookie(&self) -> Call<'_, ::serde_json::Value, Undeclared, Cookie> {
        self.request("GET", "/cookie").returns(200, json)
    }
}

options!(Form {
    phrase: &str => query("phrase"), count: i64 => query("count"), ratio: f64 => query("ratio"),
    flag: bool => query("flag"), word: Word => query("word"), texts: &[String] => query("texts"),
    counts: &[i64] => query("counts"), thing: &Thing => query("thing")
});
options!(Packed {
    phrase: &str => query_styled("phrase", Style::Form, false), count: i64 => query_styled("count", Style::Form, false),
    ratio: f64 => query_styled("ratio", Style::Form, false), flag: bool => query_styled("flag", Style::Form, false),
    word: Word => query_styled("word", Style::Form, false),
    texts: &[String] => query_styled("texts", Style::Form, false),
    counts: &[i64] => query_styled("counts", Style::Form, false),
    thing: &Thing => query_styled("thing", Style::Form, false), labels: &BTreeMap<String,
    String > => query_styled("labels", Style::Form, false)
});
options!(Reserved {
    phrase: &str => query_reserved("phrase", Style::Form, true),
    count: i64 => query_reserved("count", Style::Form, true), ratio: f64 => query_reserved("ratio", Style::Form, true),
    flag: bool => query_reserved("flag", Style::Form, true), word: Word => query_reserved("word", Style::Form, true),
    texts: &[String] => query_reserved("texts", Style::Form, true),
    counts: &[i64] => query_reserved("counts", Style::Form, true)
});
options!(Spaced {
    texts: &[String] => query_styled("texts", Style::SpaceDelimited, false),
    counts: &[i64] => query_styled("counts", Style::SpaceDelimited, false)
});
options!(Piped {
    texts: &[String] => query_styled("texts", Style::PipeDelimited, false),
    counts: &[i64] => query_styled("counts", Style::PipeDelimited, false)
});
options!(Deep {
    thing: &Thing => query_styled("thing", Style::DeepObject, true), labels: &BTreeMap<String,
    String > => query_styled("labels", Style::DeepObject, true),
    nest: &Nest => query_styled("nest", Style::DeepObject, true)
});
options!(Json {
    phrase: &str => query_content("phrase"), count: i64 => query_content("count"), ratio: f64 => query_content("ratio"),
    flag: bool => query_content("flag"), word: Word => query_content("word"),
    texts: &[String] => query_content("texts"), counts: &[i64] => query_content("counts"),
    thing: &Thing => query_content("thing"), labels: &BTreeMap<String, String > => query_content("labels"),
    nest: &Nest => query_content("nest")
});
options!(Header {
    x_phrase: &str => header_parameter("X-Phrase"), x_count: i64 => header_parameter("X-Count"),
    x_ratio: f64 => header_parameter("X-Ratio"), x_flag: bool => header_parameter("X-Flag"),
    x_word: Word => header_parameter("X-Word"), x_texts: &[String] => header_parameter("X-Texts"),
    x_counts: &[i64] => header_parameter("X-Counts"), x_thing: &Thing => header_parameter("X-Thing")
});
options!(HeaderExploded {
    x_phrase: &str => header_styled("X-Phrase", true), x_count: i64 => header_styled("X-Count", true),
    x_ratio: f64 => header_styled("X-Ratio", true), x_flag: bool => header_styled("X-Flag", true),
    x_word: Word => header_styled("X-Word", true), x_texts: &[String] => header_styled("X-Texts", true),
    x_counts: &[i64] => header_styled("X-Counts", true), x_thing: &Thing => header_styled("X-Thing", true)
});
options!(Cookie {
    phrase: &str => cookie("phrase"), count: i64 => cookie("count"), ratio: f64 => cookie("ratio"),
    flag: bool => cookie("flag"), word: Word => cookie("word"), texts: &[String] => cookie("texts"),
    counts: &[i64] => cookie("counts"), thing: &Thing => cookie("thing")
});
}

pub mod server {
//! The server: implement the traits, and serve what `router` returns.

use ::std::future::Future;
pub use ::http::request::Parts;
pub use super::runtime::encode::BoxError;
pub use super::runtime::exchange::Context;
pub use super::runtime::problem::Problem;
pub use super::runtime::rejection::{Rejection, RejectionKind};
pub use super::runtime::service::{Failure, Operation, PathParameters, Service};
use super::runtime::router::Routes;

/// What a handler returns: the success that the document declares, or a failure.
pub type Outcome<T, E> = Result<T, Failure<E>>;

/// The path under which the document says that the API is served, for `axum::Router::nest`.
pub const BASE_PATH: &str = "";

/// Everything that the document describes; implemented by whatever implements its parts.
pub trait Api: Service + DefaultApi {}

impl<T: Service + DefaultApi> Api for T {}

/// Serves the API. The paths are those of the document; nest the router under [`BASE_PATH`] if they are meant to
/// stand below it. It merges, nests and layers like any other router.
pub fn router<A: Api>(api: A) -> ::axum::Router {
    let mut routes = Routes::open(api);
    add_routes(&mut routes);
    routes.into_router()
}

use super::runtime::service;
use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::parameter::Style;
use ::std::collections::BTreeMap;
use super::runtime::routes::{self, routes};
use super::runtime::encode::json;
use super::runtime::parameters::{self, parameters};

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `GET /simple/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}`
    #[allow(clippy::too_many_arguments)]
    fn simple(
        &self, context: &Context<()>, phrase: String, count: i64, ratio: f64, flag: bool, word: Word,
        texts: Vec<String>, counts: Vec<i64>, thing: Thing,
    ) -> impl Future<Output = Outcome<::serde_json::Value, Undeclared>> + Send;

    /// `GET /simple_exploded/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}`
    #[allow(clippy::too_many_arguments)]
    fn simple_exploded(
        &self, context: &Context<()>, phrase: String, count: i64, ratio: f64, flag: bool, word: Word,
        texts: Vec<String>, counts: Vec<i64>, thing: Thing,
    ) -> impl Future<Output = Outcome<::serde_json::Value, Undeclared>> + Send;

    /// `GET /label/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}`
    #[allow(clippy::too_many_arguments)]
    fn label(
        &self, context: &Context<()>, phrase: String, count: i64, ratio: f64, flag: bool, word: Word,
        texts: Vec<String>, counts: Vec<i64>, thing: Thing,
    ) -> impl Future<Output = Outcome<::serde_json::Value, Undeclared>> + Send;

    /// `GET /label_exploded/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}`
    #[allow(clippy::too_many_arguments)]
    fn label_exploded(
        &self, context: &Context<()>, phrase: String, count: i64, ratio: f64, flag: bool, word: Word,
        texts: Vec<String>, counts: Vec<i64>, thing: Thing,
    ) -> impl Future<Output = Outcome<::serde_json::Value, Undeclared>> + Send;

    /// `GET /matrix/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}`
    #[allow(clippy::too_many_arguments)]
    fn matrix(
        &self, context: &Context<()>, phrase: String, count: i64, ratio: f64, flag: bool, word: Word,
        texts: Vec<String>, counts: Vec<i64>, thing: Thing,
    ) -> impl Future<Output = Outcome<::serde_json::Value, Undeclared>> + Send;

    /// `GET /matrix_exploded/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}`
    #[allow(clippy::too_many_arguments)]
    fn matrix_exploded(
        &self, context: &Context<()>, phrase: String, count: i64, ratio: f64, flag: bool, word: Word,
        texts: Vec<String>, counts: Vec<i64>, thing: Thing,
    ) -> impl Future<Output = Outcome<::serde_json::Value, Undeclared>> + Send;

    /// `GET /form`
    fn form(
        &self, context: &Context<()>, parameters: FormParameters,
    ) -> impl Future<Output = Outcome<::serde_json::Value, Undeclared>> + Send;

    /// `GET /packed`
    fn packed(
        &self, context: &Context<()>, parameters: PackedParameters,
    ) -> impl Future<Output = Outcome<::serde_json::Value, Undeclared>> + Send;

    /// `GET /reserved`
    fn reserved(
        &self, context: &Context<()>, parameters: ReservedParameters,
    ) -> impl Future<Output = Outcome<::serde_json::Value, Undeclared>> + Send;

    /// `GET /spaced`
    fn spaced(
        &self, context: &Context<()>, parameters: SpacedParameters,
    ) -> impl Future<Output = Outcome<::serde_json::Value, Undeclared>> + Send;

    /// `GET /piped`
    fn piped(
        &self, context: &Context<()>, parameters: PipedParameters,
    ) -> impl Future<Output = Outcome<::serde_json::Value, Undeclared>> + Send;

    /// `GET /deep`
    fn deep(
        &self, context: &Context<()>, parameters: DeepParameters,
    ) -> impl Future<Output = Outcome<::serde_json::Value, Undeclared>> + Send;

    /// `GET /json`
    fn json(
        &self, context: &Context<()>, parameters: JsonParameters,
    ) -> impl Future<Output = Outcome<::serde_json::Value, Undeclared>> + Send;

    /// `GET /header`
    fn header(
        &self, context: &Context<()>, parameters: HeaderParameters,
    ) -> impl Future<Output = Outcome<::serde_json::Value, Undeclared>> + Send;

    /// `GET /header_exploded`
    fn header_exploded(
        &self, context: &Context<()>, parameters: HeaderExplodedParameters,
    ) -> impl Future<Output = Outcome<::serde_json::Value, Undeclared>> + Send;

    /// `GET /cookie`
    fn cookie(
        &self, context: &Context<()>, parameters: CookieParameters,
    ) -> impl Future<Output = Outcome<::serde_json::Value, Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "GET" "/simple/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}" open(&[]) => simple(
        phrase: path("phrase"), count: path("count"), ratio: path("ratio"), flag: path("flag"), word: path("word"),
        texts: path("texts"), counts: path("counts"), thing: path("thing")
    ) => reply(200, json);
    "GET" "/simple_exploded/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}" open(&[]) => simple_exploded(
        phrase: path_styled("phrase", Style::Simple, true), count: path_styled("count", Style::Simple, true),
        ratio: path_styled("ratio", Style::Simple, true), flag: path_styled("flag", Style::Simple, true),
        word: path_styled("word", Style::Simple, true), texts: path_styled("texts", Style::Simple, true),
        counts: path_styled("counts", Style::Simple, true), thing: path_styled("thing", Style::Simple, true)
    ) => reply(200, json);
    "GET" "/label/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}" open(&[]) => label(
        phrase: path_styled("phrase", Style::Label, false), count: path_styled("count", Style::Label, false),
        ratio: path_styled("ratio", Style::Label, false), flag: path_styled("flag", Style::Label, false),
        word: path_styled("word", Style::Label, false), texts: path_styled("texts", Style::Label, false),
        counts: path_styled("counts", Style::Label, false), thing: path_styled("thing", Style::Label, false)
    ) => reply(200, json);
    "GET" "/label_exploded/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}" open(&[]) => label_exploded(
        phrase: path_styled("phrase", Style::Label, true), count: path_styled("count", Style::Label, true),
        ratio: path_styled("ratio", Style::Label, true), flag: path_styled("flag", Style::Label, true),
        word: path_styled("word", Style::Label, true), texts: path_styled("texts", Style::Label, true),
        counts: path_styled("counts", Style::Label, true), thing: path_styled("thing", Style::Label, true)
    ) => reply(200, json);
    "GET" "/matrix/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}" open(&[]) => matrix(
        phrase: path_styled("phrase", Style::Matrix, false), count: path_styled("count", Style::Matrix, false),
        ratio: path_styled("ratio", Style::Matrix, false), flag: path_styled("flag", Style::Matrix, false),
        word: path_styled("word", Style::Matrix, false), texts: path_styled("texts", Style::Matrix, false),
        counts: path_styled("counts", Style::Matrix, false), thing: path_styled("thing", Style::Matrix, false)
    ) => reply(200, json);
    "GET" "/matrix_exploded/{phrase}/{count}/{ratio}/{flag}/{word}/{texts}/{counts}/{thing}" open(&[]) => matrix_exploded(
        phrase: path_styled("phrase", Style::Matrix, true), count: path_styled("count", Style::Matrix, true),
        ratio: path_styled("ratio", Style::Matrix, true), flag: path_styled("flag", Style::Matrix, true),
        word: path_styled("word", Style::Matrix, true), texts: path_styled("texts", Style::Matrix, true),
        counts: path_styled("counts", Style::Matrix, true), thing: path_styled("thing", Style::Matrix, true)
    ) => reply(200, json);
    "GET" "/form" open(&[]) => form(parameters: parameters()) => reply(200, json);
    "GET" "/packed" open(&[]) => packed(parameters: parameters()) => reply(200, json);
    "GET" "/reserved" open(&[]) => reserved(parameters: parameters()) => reply(200, json);
    "GET" "/spaced" open(&[]) => spaced(parameters: parameters()) => reply(200, json);
    "GET" "/piped" open(&[]) => piped(parameters: parameters()) => reply(200, json);
    "GET" "/deep" open(&[]) => deep(parameters: parameters()) => reply(200, json);
    "GET" "/json" open(&[]) => json(parameters: parameters()) => reply(200, json);
    "GET" "/header" open(&[]) => header(parameters: parameters()) => reply(200, json);
    "GET" "/header_exploded" open(&[]) => header_exploded(parameters: parameters()) => reply(200, json);
    "GET" "/cookie" open(&[]) => cookie(parameters: parameters()) => reply(200, json);
});
parameters!(#[derive(Default)] FormParameters {
    phrase: Option<String> = optional query "phrase", count: Option<i64> = optional query "count",
    ratio: Option<f64> = optional query "ratio", flag: Option<bool> = optional query "flag",
    word: Option<Word> = optional query "word", texts: Option<Vec<String>> = optional query "texts",
    counts: Option<Vec<i64>> = optional query "counts", thing: Option<Thing> = optional query "thing"
});
parameters!(#[derive(Default)] PackedParameters {
    phrase: Option<String> = optional query "phrase" (Form, false),
    count: Option<i64> = optional query "count" (Form, false),
    ratio: Option<f64> = optional query "ratio" (Form, false), flag: Option<bool> = optional query "flag" (Form, false),
    word: Option<Word> = optional query "word" (Form, false),
    texts: Option<Vec<String>> = optional query "texts" (Form, false),
    counts: Option<Vec<i64>> = optional query "counts" (Form, false),
    thing: Option<Thing> = optional query "thing" (Form, false), labels: Option<BTreeMap<String,
    String > > = optional query "labels" (Form, false)
});
parameters!(#[derive(Default)] ReservedParameters {
    phrase: Option<String> = optional query "phrase", count: Option<i64> = optional query "count",
    ratio: Option<f64> = optional query "ratio", flag: Option<bool> = optional query "flag",
    word: Option<Word> = optional query "word", texts: Option<Vec<String>> = optional query "texts",
    counts: Option<Vec<i64>> = optional query "counts"
});
parameters!(#[derive(Default)] SpacedParameters {
    texts: Option<Vec<String>> = optional query "texts" (SpaceDelimited, false),
    counts: Option<Vec<i64>> = optional query "counts" (SpaceDelimited, false)
});
parameters!(#[derive(Default)] PipedParameters {
    texts: Option<Vec<String>> = optional query "texts" (PipeDelimited, false),
    counts: Option<Vec<i64>> = optional query "counts" (PipeDelimited, false)
});
parameters!(#[derive(Default)] DeepParameters {
    thing: Option<Thing> = optional query "thing" (DeepObject, true), labels: Option<BTreeMap<String,
    String > > = optional query "labels" (DeepObject, true),
    nest: Option<Nest> = optional query "nest" (DeepObject, true)
});
parameters!(#[derive(Default)] JsonParameters {
    phrase: Option<String> = optional query_json "phrase", count: Option<i64> = optional query_json "count",
    ratio: Option<f64> = optional query_json "ratio", flag: Option<bool> = optional query_json "flag",
    word: Option<Word> = optional query_json "word", texts: Option<Vec<String>> = optional query_json "texts",
    counts: Option<Vec<i64>> = optional query_json "counts", thing: Option<Thing> = optional query_json "thing",
    labels: Option<BTreeMap<String, String > > = optional query_json "labels",
    nest: Option<Nest> = optional query_json "nest"
});
parameters!(#[derive(Default)] HeaderParameters {
    x_phrase: Option<String> = optional header "X-Phrase", x_count: Option<i64> = optional header "X-Count",
    x_ratio: Option<f64> = optional header "X-Ratio", x_flag: Option<bool> = optional header "X-Flag",
    x_word: Option<Word> = optional header "X-Word", x_texts: Option<Vec<String>> = optional header "X-Texts",
    x_counts: Option<Vec<i64>> = optional header "X-Counts", x_thing: Option<Thing> = optional header "X-Thing"
});
parameters!(#[derive(Default)] HeaderExplodedParameters {
    x_phrase: Option<String> = optional header "X-Phrase" (true),
    x_count: Option<i64> = optional header "X-Count" (true), x_ratio: Option<f64> = optional header "X-Ratio" (true),
    x_flag: Option<bool> = optional header "X-Flag" (true), x_word: Option<Word> = optional header "X-Word" (true),
    x_texts: Option<Vec<String>> = optional header "X-Texts" (true),
    x_counts: Option<Vec<i64>> = optional header "X-Counts" (true),
    x_thing: Option<Thing> = optional header "X-Thing" (true)
});
parameters!(#[derive(Default)] CookieParameters {
    phrase: Option<String> = optional cookie "phrase", count: Option<i64> = optional cookie "count",
    ratio: Option<f64> = optional cookie "ratio", flag: Option<bool> = optional cookie "flag",
    word: Option<Word> = optional cookie "word", texts: Option<Vec<String>> = optional cookie "texts",
    counts: Option<Vec<i64>> = optional cookie "counts", thing: Option<Thing> = optional cookie "thing"
});
}
