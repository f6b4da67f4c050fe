//! The generated server beside one written by hand, under the same load; and the generated client beside reqwest alone.
//! `cargo bench --bench load`.

#![allow(clippy::print_stdout, reason = "a benchmark says what it measured")]

use std::error::Error;
use std::time::{Duration, Instant};

use axum::Router;
use generated_example::generated::client::Client;
use generated_example::generated::errors::{
    Error400Or403Or404, Error400Or403Or404Or415, Error400Or403Or415,
};
use generated_example::generated::models::{
    MatchingModeEnum, PaginatedProxyProviderList, PatchedProxyProviderRequest, ProxyMode,
    ProxyProvider, ProxyProviderRequest, RedirectUri, RedirectUriTypeEnum, UsedBy,
};
use generated_example::generated::server::{
    self, Authenticate, Context, Denied, Outcome, Parts, ProvidersApi,
    ProvidersProxyListParameters, Service,
};
use uuid::Uuid;

mod by_hand;
mod by_turns;

use by_turns::{compared, order};

const TOKEN: &str = "secret";
/// How many requests are on their way at once.
const CONNECTIONS: usize = 16;
/// How long one side is loaded before it is the other's turn.
const TURN: Duration = Duration::from_millis(100);
/// How many turns each side has, after a first one that is not counted.
const TURNS: usize = 100;
/// How many calls a client makes in a turn.
const CALLS: usize = 10;
/// How many turns each client has.
const CALL_TURNS: usize = 2_000;

/// Answers with what a request asks for; it is stored nowhere.
struct App;

impl Service for App {}

impl Authenticate for App {
    type Principal = ();

    async fn authentik(&self, credential: &str, _: &[&str], _: &Parts) -> Result<(), Denied> {
        match credential {
            TOKEN => Ok(()),
            _ => Err(Denied::Unauthenticated("who are you?".to_owned())),
        }
    }
}

/// What the other handlers say.
const ONLY_CREATION: &str = "only the creation is measured";

impl ProvidersApi for App {
    async fn providers_proxy_create(
        &self,
        _: &Context<()>,
        body: ProxyProviderRequest,
    ) -> Outcome<ProxyProvider, Error400Or403Or415> {
        Ok(created(body))
    }

    async fn providers_proxy_list(
        &self,
        _: &Context<()>,
        _: ProvidersProxyListParameters,
    ) -> Outcome<PaginatedProxyProviderList, Error400Or403Or404> {
        Err(std::io::Error::other(ONLY_CREATION).into())
    }

    async fn providers_proxy_retrieve(
        &self,
        _: &Context<()>,
        _: i64,
    ) -> Outcome<ProxyProvider, Error400Or403Or404> {
        Err(std::io::Error::other(ONLY_CREATION).into())
    }

    async fn providers_proxy_update(
        &self,
        _: &Context<()>,
        _: i64,
        _: ProxyProviderRequest,
    ) -> Outcome<ProxyProvider, Error400Or403Or404Or415> {
        Err(std::io::Error::other(ONLY_CREATION).into())
    }

    async fn providers_proxy_partial_update(
        &self,
        _: &Context<()>,
        _: i64,
        _: Option<PatchedProxyProviderRequest>,
    ) -> Outcome<ProxyProvider, Error400Or403Or404Or415> {
        Err(std::io::Error::other(ONLY_CREATION).into())
    }

    async fn providers_proxy_destroy(
        &self,
        _: &Context<()>,
        _: i64,
    ) -> Outcome<(), Error400Or403Or404> {
        Err(std::io::Error::other(ONLY_CREATION).into())
    }

    async fn providers_proxy_used_by_list(
        &self,
        _: &Context<()>,
        _: i64,
    ) -> Outcome<Vec<UsedBy>, Error400Or403Or404> {
        Err(std::io::Error::other(ONLY_CREATION).into())
    }
}

/// The same as [`by_hand::created`].
#[expect(deprecated, reason = "deprecated members are sent like all others")]
fn created(request: ProxyProviderRequest) -> ProxyProvider {
    let url = format!("{}/outpost.goauthentik.io/callback", request.external_host);
    ProxyProvider {
        pk: 1,
        component: "ak-provider-proxy-form".to_owned(),
        assigned_application_slug: None,
        assigned_application_name: None,
        assigned_backchannel_application_slug: None,
        assigned_backchannel_application_name: None,
        verbose_name: "Proxy Provider".to_owned(),
        verbose_name_plural: "Proxy Providers".to_owned(),
        meta_model_name: "authentik_providers_proxy.proxyprovider".to_owned(),
        client_id: "c".repeat(40),
        redirect_uris: vec![RedirectUri {
            matching_mode: MatchingModeEnum::Strict,
            url,
            redirect_uri_type: Some(RedirectUriTypeEnum::Authorization),
        }],
        outpost_set: Vec::new(),
        name: request.name,
        authentication_flow: request.authentication_flow,
        authorization_flow: request.authorization_flow,
        invalidation_flow: request.invalidation_flow,
        property_mappings: request.property_mappings,
        internal_host: request.internal_host,
        external_host: request.external_host,
        internal_host_ssl_validation: request.internal_host_ssl_validation,
        certificate: request.certificate,
        skip_path_regex: request.skip_path_regex,
        basic_auth_enabled: request.basic_auth_enabled,
        basic_auth_password_attribute: request.basic_auth_password_attribute,
        basic_auth_user_attribute: request.basic_auth_user_attribute,
        mode: request.mode,
        intercept_header_auth: request.intercept_header_auth,
        cookie_domain: request.cookie_domain,
        jwt_federation_sources: request.jwt_federation_sources,
        jwt_federation_providers: request.jwt_federation_providers,
        jwks_sources: request.jwks_sources,
        access_token_validity: request.access_token_validity,
        refresh_token_validity: request.refresh_token_validity,
    }
}

fn request() -> ProxyProviderRequest {
    ProxyProviderRequest {
        mode: Some(ProxyMode::ForwardSingle),
        property_mappings: Some((1..5).map(Uuid::from_u128).collect()),
        internal_host: Some("http://10.0.0.1:8080".to_owned()),
        internal_host_ssl_validation: Some(true),
        skip_path_regex: Some("^/static/\n^/health".to_owned()),
        access_token_validity: Some("hours=1".to_owned()),
        jwt_federation_providers: Some(vec![1, 2, 3]),
        ..ProxyProviderRequest::new(
            "a provider",
            Uuid::from_u128(1),
            Uuid::from_u128(2),
            "https://a.example.com",
        )
    }
}

type Failed = Box<dyn Error + Send + Sync>;

async fn served(router: Router) -> Result<String, Failed> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(url)
}

/// How long each request took that was answered within a turn.
async fn turn(client: &reqwest::Client, url: &str, body: &[u8]) -> Result<Vec<Duration>, Failed> {
    let end = Instant::now() + TURN;
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..CONNECTIONS {
        let request = client.post(format!("{url}/providers/proxy/"));
        let request = request
            .bearer_auth(TOKEN)
            .header("content-type", "application/json");
        let request = request.body(bytes::Bytes::copy_from_slice(body));
        let request = request.build()?;
        let client = client.clone();
        tasks.spawn(async move {
            let mut times = Vec::new();
            while Instant::now() < end {
                let Some(one) = request.try_clone() else {
                    break;
                };
                let begin = Instant::now();
                let answer = client.execute(one).await?.error_for_status()?;
                answer.bytes().await?;
                times.push(begin.elapsed());
            }
            Ok::<_, reqwest::Error>(times)
        });
    }
    let mut times = Vec::new();
    while let Some(one) = tasks.join_next().await {
        times.extend(one??);
    }
    Ok(times)
}

/// Requests in a second, and how many microseconds ninety-nine of a hundred requests of a turn do not exceed.
fn figures(mut times: Vec<Duration>) -> [f64; 2] {
    times.sort_unstable();
    let slow = times.get(times.len() * 99 / 100).copied();
    let count = times.len() as f64 / TURN.as_secs_f64();
    [count, slow.unwrap_or_default().as_secs_f64() * 1e6]
}

async fn servers() -> Result<(), Failed> {
    let urls = [
        served(server::router(App)).await?,
        served(by_hand::router(TOKEN)).await?,
    ];
    let client = reqwest::Client::new();
    let body = serde_json::to_vec(&request())?;
    let mut counts = Vec::new();
    let mut slow = Vec::new();
    for number in 0..=TURNS {
        let mut pair = [[0.0; 2]; 2];
        for side in order(number) {
            pair[side] = figures(turn(&client, &urls[side], &body).await?);
        }
        if number > 0 {
            counts.push(pair.map(|[count, _]| count));
            slow.push(pair.map(|[_, slow]| slow));
        }
    }
    let (generated, by_hand, throughput) = compared(&counts);
    let (generated_slow, by_hand_slow, p99) = compared(&slow);
    println!("server     generated {generated:8.0}/s, p99 {generated_slow:.0} µs");
    println!("server     by hand   {by_hand:8.0}/s, p99 {by_hand_slow:.0} µs");
    println!("server     ratio     {throughput:8.3} of the throughput, {p99:.3} of the p99");
    Ok(())
}

/// How many microseconds a call takes, of each of two things, in several turns.
async fn times(
    mut one: impl AsyncFnMut() -> Result<(), Failed>,
    mut other: impl AsyncFnMut() -> Result<(), Failed>,
) -> Result<Vec<[f64; 2]>, Failed> {
    let mut times = Vec::new();
    for number in 0..CALL_TURNS {
        let mut pair = [0.0; 2];
        for side in order(number) {
            let begin = Instant::now();
            for _ in 0..CALLS {
                match side {
                    0 => one().await?,
                    _ => other().await?,
                }
            }
            pair[side] = begin.elapsed().as_secs_f64() * 1e6 / CALLS as f64;
        }
        times.push(pair);
    }
    Ok(times)
}

async fn clients(url: String) -> Result<(), Failed> {
    let generated = Client::builder(&url).authentik(TOKEN).build()?;
    let alone = reqwest::Client::new();
    let address = format!("{url}/providers/proxy/");
    let request = request();
    let request_by_hand: by_hand::ProxyProviderRequest =
        serde_json::from_value(serde_json::to_value(&request)?)?;
    let by_generated = async || {
        generated.providers_proxy_create(&request).await?;
        Ok(())
    };
    let by_reqwest = async || {
        let call = alone.post(&address).bearer_auth(TOKEN);
        let call = call.header("content-type", "application/json");
        let body = serde_json::to_vec(&request_by_hand)?;
        let answer = call.body(body).send().await?.error_for_status()?;
        let bytes = answer.bytes().await?;
        serde_json::from_slice::<by_hand::ProxyProvider>(&bytes)?;
        Ok(())
    };
    let (generated, alone, ratio) = compared(&times(by_generated, by_reqwest).await?);
    println!("client     generated {generated:8.1} µs a call");
    println!("client     reqwest   {alone:8.1} µs a call");
    println!("client     ratio     {ratio:8.3} of the time");
    Ok(())
}

fn main() -> Result<(), Failed> {
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(servers())?;
    // A client has a thread of its own: else its turns would tell how tokio spread the tasks, more than what a call costs.
    let url = runtime.block_on(served(by_hand::router(TOKEN)))?;
    let client = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    client.block_on(clients(url))
}
