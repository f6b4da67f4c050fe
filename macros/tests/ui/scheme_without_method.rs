//! A server that forgets one of the schemes of its document.

specwright_macros::include_api! { spec = "ui/secured.yaml", generate = [models, server] }

use server::{Authenticate, Denied, Parts};

struct App;

impl Authenticate for App {
    type Principal = String;

    async fn token(&self, credential: &str, _: &[&str], _: &Parts) -> Result<String, Denied> {
        Ok(credential.to_owned())
    }
}

fn main() {}
