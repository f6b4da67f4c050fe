//! What the API sends: a client that is told where to send it, and a router for those who receive it.

use quote::quote;

use super::spell::Name as _;
use super::{Module, Visibility, client, server};
use crate::plan::{OperationGroup, Plan};

/// The module of what the API sends: the methods of a client that is told for whom it is.
pub(super) fn sender(plan: &Plan, group: &OperationGroup) -> Module {
    let child = client::child(plan, group);
    let (docs, items) = (&child.docs, &child.items);
    let docs = docs.lines().map(|line| format!(" {line}"));
    let items = quote! {
        #items
        #(#[doc = #docs])*
        #[derive(Clone, Debug)]
        pub struct Webhooks {
            client: Client,
            url: String,
        }

        impl Client {
            #[doc = " What the API sends to those who want to be told under this absolute URL, whose query stays. It goes with this client's"]
            #[doc = " header fields, timeouts, retries and credentials."]
            pub fn webhooks(&self, url: impl Into<String>) -> Webhooks {
                Webhooks { client: self.clone(), url: url.into() }
            }
        }

        impl Webhooks {
            fn request(&self, method: &'static str, route: &'static str) -> Request<'_> {
                self.client.request(method, route).to(&self.url)
            }
        }
    };
    Module {
        visibility: Visibility::Public,
        items: quote!(use super::super::runtime::call::Request; #items),
        ..child
    }
}

/// The module of those who receive what the API sends: a trait and a router of its own.
pub(super) fn receiver(plan: &Plan, group: &OperationGroup) -> Module {
    let receiver = group.server_trait.ident();
    let child = server::child(plan, group);
    let items = child.items;
    let asks = server::asks(plan, group);
    let ask = asks.then(|| {
        quote!(
            use super::ask;
        )
    });
    let new = server::no_routes(&quote!(receiver), asks);
    let items = quote! {
        #ask
        #items
        #[doc = " Serves those who receive: each webhook and callback under `/` and its operation id. Nest the router wherever the API"]
        #[doc = " was told to send to. Signatures are checked in [`Service::body`], which sees header fields and bytes before they are read."]
        pub fn router<A: #receiver>(receiver: A) -> ::axum::Router {
            let mut routes = #new;
            add_routes(&mut routes);
            routes.into_router()
        }
    };
    Module {
        visibility: Visibility::Public,
        items,
        ..child
    }
}
