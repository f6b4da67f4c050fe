//! The generated client against the server.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use generated_example::generated::{
    client::{Client, Error},
    errors::{Error400Or403Or404, Error400Or403Or415},
    models::{PatchedProxyProviderRequest, ProxyMode, ProxyProviderRequest, UsedByActionEnum},
    runtime::maybe::Maybe,
};
use support::{FLOW, Server, TOKEN, UNKNOWN};

fn client(server: &Server, token: &str) -> Client {
    Client::builder(&server.url)
        .authentik(token)
        .build()
        .unwrap()
}

fn request(name: &str) -> ProxyProviderRequest {
    let flow = FLOW.parse().unwrap();
    ProxyProviderRequest {
        mode: Some(ProxyMode::ForwardSingle),
        certificate: Maybe::Value(UNKNOWN.parse().unwrap()),
        ..ProxyProviderRequest::new(name, flow, flow, "https://a.example.com")
    }
}

#[tokio::test]
async fn a_provider_lives_and_dies() {
    let (_directory, server) = Server::fresh(&[]);
    let client = client(&server, TOKEN);
    let created = client.providers_proxy_create(&request("a")).await.unwrap();
    assert_eq!(
        (created.pk, created.mode),
        (1, Some(ProxyMode::ForwardSingle))
    );
    assert_eq!(client.providers_proxy_retrieve(1).await.unwrap(), created);

    let changes = PatchedProxyProviderRequest {
        mode: Some(ProxyMode::ForwardDomain),
        certificate: Maybe::Null,
        ..PatchedProxyProviderRequest::default()
    };
    let patched = client
        .providers_proxy_partial_update(1)
        .body(&changes)
        .await
        .unwrap();
    assert_eq!(
        (patched.name.as_str(), patched.certificate),
        ("a", Maybe::Null)
    );

    let replaced = client
        .providers_proxy_update(1, &request("b"))
        .await
        .unwrap();
    assert_eq!(replaced.name, "b");
    assert_eq!(replaced.client_id, created.client_id);

    let list = client
        .providers_proxy_list()
        .name_iexact("B")
        .page_size(1)
        .await
        .unwrap();
    assert_eq!((list.pagination.count, list.results), (1, vec![replaced]));

    client.providers_proxy_destroy(1).await.unwrap();
    assert_eq!(
        client
            .providers_proxy_list()
            .await
            .unwrap()
            .pagination
            .count,
        0
    );
}

#[tokio::test]
async fn what_refers_to_a_provider_is_listed() {
    let (_directory, server) = Server::fresh(&[]);
    let client = client(&server, TOKEN);
    client.providers_proxy_create(&request("a")).await.unwrap();
    let second = ProxyProviderRequest {
        jwt_federation_providers: Some(vec![1]),
        ..request("b")
    };
    client.providers_proxy_create(&second).await.unwrap();
    let users = client.providers_proxy_used_by_list(1).await.unwrap();
    let [user] = users.as_slice() else {
        panic!("{users:?}")
    };
    assert_eq!(
        (user.pk.as_str(), user.action),
        ("2", UsedByActionEnum::CascadeMany)
    );
}

#[tokio::test]
async fn refusals_are_typed_by_status() {
    let (_directory, server) = Server::fresh(&[]);
    let known = client(&server, TOKEN);
    let refused = ProxyProviderRequest {
        external_host: "x".to_owned(),
        ..request("a")
    };
    let Err(Error::Api(error)) = known.providers_proxy_create(&refused).await else {
        panic!("the server accepts {refused:?}");
    };
    let Error400Or403Or415::BadRequest(problems) = error.into_kind() else {
        panic!("another status");
    };
    let messages = &problems.additional_properties["external_host"];
    assert_eq!(messages, &serde_json::json!(["Enter a valid URL."]));

    let Err(Error::Api(error)) = known.providers_proxy_retrieve(7).await else {
        panic!("there is a provider 7");
    };
    assert!(matches!(error.kind(), Error400Or403Or404::NotFound(_)));

    let Err(Error::Api(error)) = client(&server, "wrong").providers_proxy_retrieve(7).await else {
        panic!("the token is accepted");
    };
    let Error400Or403Or404::Forbidden(refusal) = error.into_kind() else {
        panic!("another status");
    };
    assert_eq!(refusal.detail, "Token invalid/expired");
}

#[tokio::test]
async fn an_empty_patch_is_judged_by_the_server() {
    let (_directory, server) = Server::fresh(&[]);
    let client = client(&server, TOKEN);
    client.providers_proxy_create(&request("a")).await.unwrap();
    let error = client.providers_proxy_partial_update(1).await.unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
}
