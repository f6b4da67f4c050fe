//! The program that serves a document by its generated server, whose handlers give examples.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use quote::ToTokens as _;
use specwright_core::ir::{Operation, StatusPattern};
use specwright_core::pipeline::Generation;
use specwright_core::plan::{ContentCodec, OperationItem, Success};
use specwright_core::sample::{Answer, Sampler, usual_media_type};

use super::CRATE;
use super::server::{Method, ServerFile, Trait, read};

/// What the program needs beside the crate itself.
pub(crate) const DEPENDENCIES: &str = r#"
[dev-dependencies]
axum = { version = "0.8", default-features = false, features = ["http1", "tokio"] }
bytes = "1"
http = "1"
serde = "1"
serde_json = "1"
tokio = { version = "1", features = ["macros", "net", "rt-multi-thread"] }
"#;

/// The program without the traits.
const MAIN: &str = include_str!("serve.txt");

/// Writes the program into the folder of the crate.
pub(crate) fn write(generation: &Generation, folder: &Path) -> io::Result<()> {
    let answers = Answers::new(generation)?;
    let files = read(&folder.join("src"), CRATE)?;
    let modules = files
        .iter()
        .enumerate()
        .filter(|(_, file)| !file.traits.is_empty());
    let modules: String = modules
        .map(|(index, file)| answers.module(index, file))
        .collect();
    let program = MAIN
        .replace("the_crate", CRATE)
        .replace("    // rejections\n", &answers.rejections(generation));
    let folder = folder.join("examples");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("serve.rs"), format!("{program}\n{modules}"))
}

/// What handlers give, by their names.
struct Answers<'g>(BTreeMap<&'g str, (&'g OperationItem, Option<Answer>)>);

impl<'g> Answers<'g> {
    fn new(generation: &'g Generation) -> io::Result<Self> {
        let (Some(api), Some(plan)) = (&generation.api, &generation.plan) else {
            return Err(io::Error::other("the document has errors"));
        };
        let sampler = Sampler::new(api).with_examples();
        let answer = |item: &'g OperationItem| {
            let is_it =
                |one: &&Operation| one.method.0 == item.method && one.path.text == item.template;
            let operation = api.operations.iter().find(is_it);
            (
                item.name.as_str(),
                (item, operation.and_then(|one| sampler.answer(one))),
            )
        };
        let items = plan.groups().flat_map(|group| &group.operations);
        Ok(Self(items.map(answer).collect()))
    }

    /// Rows of what the document describes for requests that are refused: the handler, the status (`4` for all of `4XX`, `0` for
    /// all others), the media type and the body.
    fn rejections(&self, generation: &Generation) -> String {
        let Some(api) = &generation.api else {
            return String::new();
        };
        let sampler = Sampler::new(api).with_examples();
        let mut rows = String::new();
        for operation in &api.operations {
            let is_it = |item: &&OperationItem| {
                operation.method.0 == item.method && operation.path.text == item.template
            };
            let mut items = self.0.values().map(|(item, _)| *item);
            let Some(item) = items.find(is_it) else {
                continue;
            };
            for response in &operation.responses {
                let status = match response.status {
                    StatusPattern::Exact(status @ 400..) => status,
                    StatusPattern::Range(4) => 4,
                    StatusPattern::Default => 0,
                    _ => continue,
                };
                let Some(content) = response.contents.first() else {
                    continue;
                };
                let media_type = usual_media_type(content);
                if let Some(body) = sampler.body(content, media_type) {
                    let name = item.name.as_str();
                    let _ = writeln!(
                        rows,
                        "    ({name:?}, {status}, {media_type:?}, {:?}),",
                        body.text
                    );
                }
            }
        }
        rows
    }

    /// The traits of one file, implemented.
    fn module(&self, index: usize, file: &ServerFile) -> String {
        let imports: String = file
            .imports
            .iter()
            .map(|import| format!("    {import}\n"))
            .collect();
        let traits: String = file
            .traits
            .iter()
            .map(|one| self.implemented(one))
            .collect();
        format!(
            "#[allow(unused_imports)]\nmod part{index} {{\n    use super::*;\n    use {CRATE}::server::*;\n{imports}{traits}}}\n"
        )
    }

    fn implemented(&self, one: &Trait) -> String {
        let principal = match one.name.as_str() {
            // It is what the others together are.
            "Api" => return String::new(),
            "Authenticate" => "        type Principal = ();\n",
            _ => "",
        };
        let mut methods = String::new();
        for method in &one.methods {
            let body = self.body(method);
            let _ = writeln!(methods, "        {} {{ {body} }}", method.signature);
        }
        format!(
            "    impl {} for App {{\n{principal}{methods}    }}\n",
            one.name
        )
    }

    /// What a handler gives; whoever proves to be somebody is let in.
    fn body(&self, method: &Method) -> String {
        let Some((item, answer)) = self.0.get(method.name.trim_start_matches("r#")) else {
            return "Ok(())".to_owned();
        };
        let Some(Answer {
            status,
            media_type,
            body,
        }) = answer
        else {
            return "Err(unknown())".to_owned();
        };
        let success = method
            .success
            .as_ref()
            .map(|one| one.to_token_stream().to_string());
        let success = success.unwrap_or_default();
        match &item.success {
            Success::Many(_) => format!("declared({status}, {media_type:?}, {body:?})"),
            Success::One(_, content) => match &content.codec {
                ContentCodec::Empty => "Ok(())".to_owned(),
                ContentCodec::Json(_) => format!("Ok(json::<{success}>({body:?}))"),
                ContentCodec::Text(_) => format!("Ok({body:?}.to_owned())"),
                ContentCodec::Bytes(_) => format!("Ok({success}::from({body:?}))"),
                ContentCodec::Stream(stream) => {
                    format!(
                        "Ok({CRATE}::runtime::{}::read({body:?}.into()))",
                        stream.file
                    )
                }
            },
        }
    }
}
