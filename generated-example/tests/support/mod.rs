//! A server of its own for every test: the real program, on a free port, with a database that goes away.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "every test file uses a part of this, and fails by panicking"
)]

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use reqwest::{Method, StatusCode, header::HeaderMap};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The token that the server is started with.
pub(crate) const TOKEN: &str = "test-token";
/// A flow that the server knows.
pub(crate) const FLOW: &str = "6f0c2a51-3b7d-4e19-9c84-1d5e7a90b202";
/// A UUID that no object of the server has.
pub(crate) const UNKNOWN: &str = "0b9d7f0e-6a1c-4f7b-9f4a-2f4b5c6d7e8f";
/// The path of the collection.
pub(crate) const PROVIDERS: &str = "/providers/proxy/";

/// A running server.
pub(crate) struct Server {
    child: Child,
    /// Base URL, with `/api/v3`.
    pub(crate) url: String,
    client: reqwest::Client,
}

/// What a server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    /// The body as JSON, which its media type must say it is.
    pub(crate) fn json(&self) -> Value {
        assert_eq!(self.headers["content-type"], "application/json", "{self:?}");
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Checks status and body at once.
    pub(crate) fn assert(&self, status: u16, body: &Value) {
        assert_eq!((self.status.as_u16(), &self.json()), (status, body));
    }
}

impl Server {
    /// Starts a server on a file, with further command-line arguments.
    pub(crate) fn start(database: &Path, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_generated-example"))
            .args([
                "serve",
                "--listen",
                "127.0.0.1:0",
                "--token",
                TOKEN,
                "--database",
            ])
            .arg(database)
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        output.read_line(&mut line).unwrap();
        let url = line
            .trim()
            .strip_prefix("listening on ")
            .unwrap()
            .to_owned();
        let client = reqwest::Client::new();
        Self { child, url, client }
    }

    /// Starts a server on a fresh database.
    pub(crate) fn fresh(arguments: &[&str]) -> (TempDir, Self) {
        let directory = TempDir::new().unwrap();
        let server = Self::start(&directory.path().join("providers.sqlite"), arguments);
        (directory, server)
    }

    /// A request below the base URL, with the token.
    pub(crate) fn request(&self, method: &str, path: &str) -> reqwest::RequestBuilder {
        self.anonymous(method, path).bearer_auth(TOKEN)
    }

    /// A request below the base URL, without the token.
    pub(crate) fn anonymous(&self, method: &str, path: &str) -> reqwest::RequestBuilder {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        self.client.request(method, format!("{}{path}", self.url))
    }

    /// Sends a request with the token and without a body.
    pub(crate) async fn call(&self, method: &str, path: &str) -> Answer {
        send(self.request(method, path)).await
    }

    /// Sends a request with the token and a JSON body.
    pub(crate) async fn call_with(&self, method: &str, path: &str, body: &Value) -> Answer {
        let request = self
            .request(method, path)
            .header("content-type", "application/json");
        send(request.body(body.to_string())).await
    }

    /// Creates a provider from [`body`] and answers its number.
    pub(crate) async fn create(&self, name: &str, changes: Value) -> i64 {
        let answer = self
            .call_with("POST", PROVIDERS, &body(name, changes))
            .await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
        answer.json()["pk"].as_i64().unwrap()
    }

    /// Sends a signal to the program.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args([name, &id])
                .status()
                .unwrap()
                .success()
        );
    }

    /// Waits for the end of the program, at most ten seconds.
    pub(crate) fn wait(&mut self) -> ExitStatus {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(10) {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the server does not end");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The program may have ended already.
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

/// Sends a request and reads the whole answer.
pub(crate) async fn send(request: reqwest::RequestBuilder) -> Answer {
    let response = request.send().await.unwrap();
    Answer {
        status: response.status(),
        headers: response.headers().clone(),
        text: response.text().await.unwrap(),
    }
}

/// A body that passes, with some members changed.
pub(crate) fn body(name: &str, changes: Value) -> Value {
    let mut body = json!({
        "name": name,
        "authorization_flow": FLOW,
        "invalidation_flow": FLOW,
        "internal_host": "http://upstream:8080",
        "external_host": "https://app.example.com",
    });
    for (name, value) in changes.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}
