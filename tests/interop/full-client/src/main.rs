//! Drives the client that is generated from authentik's whole document against a server that invents its answers
//! (prism's mock). Usage: `full-client BASE_URL`.

use authentik::client::Client;
use authentik::models::{PatchedProxyProviderRequest, ProxyMode, ProxyProviderRequest};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let base = std::env::args().nth(1).ok_or("usage: full-client BASE_URL")?;
    let api = Client::builder(&base).bearer("token").build()?;
    let flow = "3fa85f64-5717-4562-b3fc-2c963f66afa6".parse()?;
    let request = ProxyProviderRequest {
        mode: Some(ProxyMode::ForwardSingle),
        ..ProxyProviderRequest::new("full-client", flow, flow, "https://app.example.com")
    };
    let created = api.providers_proxy_create(&request).await?;
    let page = api.providers_proxy_list().name_iexact("full-client").page_size(5).await?;
    let full = api.providers_proxy_retrieve(created.pk).send().await?;
    assert_eq!(full.status.as_u16(), 200);
    let patch = PatchedProxyProviderRequest { name: Some("other".to_owned()), ..Default::default() };
    api.providers_proxy_partial_update(created.pk).body(&patch).await?;
    api.providers_proxy_destroy(created.pk).await?;
    // The server answers with the error that it is asked for, and the client decodes the one that is declared.
    let refused = api.providers_proxy_create(&request).header("Prefer", "code=400").await;
    let error = refused.err().ok_or("a 400 was taken for a success")?;
    assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
    println!("ok: the generated client of the whole document; {} providers on the first page", page.results.len());
    Ok(())
}
