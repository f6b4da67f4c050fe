//! The program that calls every function of a client once.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use quote::ToTokens as _;
use serde_json::Value;
use specwright_core::fit::Fit;
use specwright_core::ir::{Api, Codec, Location, Operation, TypeUse};
use specwright_core::pipeline::Generation;
use specwright_core::plan::{
    BodyCodec, BodyKind, OperationItem, ParameterItem, ParameterLocation, Plan, SchemeKind,
};
use specwright_core::sample::Sampler;
use syn::Type;

use super::CRATE;
use super::client::{Argument, ClientFile, Function, read};

/// What the program needs beside the crate itself.
pub(crate) const DEPENDENCIES: &str = r#"
[dev-dependencies]
serde = "1"
serde_json = "1"
tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
"#;

/// What the program does with each call.
const MAIN: &str = include_str!("call.txt");

/// Writes the program into the folder of the crate; says what it does not call, and why.
pub(crate) fn write(generation: &Generation, folder: &Path) -> io::Result<Vec<String>> {
    let (Some(api), Some(plan)) = (&generation.api, &generation.plan) else {
        return Err(io::Error::other("the document has errors"));
    };
    let files = read(&folder.join("src"))?;
    let mut left_out = Vec::new();
    let mut modules = String::new();
    let mut runs = String::new();
    for (index, file) in files.iter().enumerate() {
        let _ = writeln!(runs, "    part{index}::run(&client).await;");
        modules.push_str(&module(index, file, &Values::new(api, plan), &mut left_out));
    }
    let program = MAIN
        .replace("the_crate", CRATE)
        .replace("/* credentials */", &credentials(plan))
        .replace("    // runs\n", &runs);
    let folder = folder.join("examples");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("call.rs"), format!("{program}\n{modules}"))?;
    Ok(left_out)
}

/// A module that calls the functions of one file.
fn module(
    index: usize,
    file: &ClientFile,
    values: &Values<'_>,
    left_out: &mut Vec<String>,
) -> String {
    let mut calls = String::new();
    for function in &file.functions {
        match values.call(function) {
            Ok(call) => {
                let _ = writeln!(calls, "        called({:?}, {call}).await;", function.name);
            }
            Err(why) => left_out.push(format!("{}: {why}", function.name)),
        }
    }
    let imports: String = file
        .imports
        .iter()
        .map(|import| format!("    {}\n", import.to_token_stream()))
        .collect();
    format!(
        "#[allow(unused_imports)]\nmod part{index} {{\n    use super::*;\n    use {CRATE}::models::*;\n{imports}\n    pub async fn run(client: &Client) {{\n        let _ = client;\n{calls}    }}\n}}\n"
    )
}

/// Credentials for every scheme.
fn credentials(plan: &Plan) -> String {
    let methods = plan.schemes.iter().filter_map(|scheme| {
        let method = scheme.method.as_str();
        match scheme.kind {
            SchemeKind::MutualTls => None,
            SchemeKind::Basic => Some(format!(".{method}(\"any\", \"any\")")),
            _ => Some(format!(".{method}(\"any\")")),
        }
    });
    methods.collect()
}

/// What operations are given.
struct Values<'g> {
    api: &'g Api,
    sampler: Sampler<'g>,
    operations: BTreeMap<&'g str, (&'g OperationItem, &'g Operation)>,
}

impl<'g> Values<'g> {
    fn new(api: &'g Api, plan: &'g Plan) -> Self {
        let items = plan.groups().flat_map(|group| &group.operations);
        let operations = items.filter_map(|item| {
            let mut all = api.operations.iter();
            let operation =
                all.find(|one| one.method.0 == item.method && one.path.text == item.template)?;
            Some((item.name.as_str(), (item, operation)))
        });
        Self {
            api,
            sampler: Sampler::new(api).with_examples(),
            operations: operations.collect(),
        }
    }

    /// The call of a function, with everything that it may be given.
    fn call(&self, function: &Function) -> Result<String, String> {
        let (item, operation) = self
            .operations
            .get(function.name.as_str())
            .ok_or("no operation has this name")?;
        let given = |argument: &Argument| self.given(item, operation, argument);
        let arguments: Result<Vec<String>, String> = function.arguments.iter().map(given).collect();
        let mut call = format!("client.{}({})", function.name, arguments?.join(", "));
        for option in &function.options {
            if let Ok(value) = given(option) {
                let _ = write!(call, ".{}({value})", option.name);
            }
        }
        Ok(call)
    }

    /// What is given for an argument.
    fn given(
        &self,
        item: &OperationItem,
        operation: &Operation,
        argument: &Argument,
    ) -> Result<String, String> {
        let name = argument.name.trim_start_matches("r#");
        let mut parameters = item.path.iter().chain(&item.parameters);
        let parameter = parameters.find(|one| one.name.as_str().trim_start_matches("r#") == name);
        let value = match parameter {
            Some(parameter) => self.parameter(operation, parameter)?,
            None => self.body(item, operation)?,
        };
        expression(&argument.value, &value)
            .ok_or_else(|| format!("`{name}` is a {}", argument.value.to_token_stream()))
    }

    fn parameter(&self, operation: &Operation, item: &ParameterItem) -> Result<Value, String> {
        // To prism's proxy, it is a fault to give one.
        if item.deprecated && !item.required {
            return Err("the parameter is deprecated".to_owned());
        }
        let location = match item.location {
            ParameterLocation::Path => Location::Path,
            ParameterLocation::Query => Location::Query,
            ParameterLocation::Header => Location::Header,
            ParameterLocation::Cookie => Location::Cookie,
        };
        let mut all = operation.parameters.iter();
        let parameter = all.find(|one| one.name == item.wire_name && one.location == location);
        let parameter = parameter.ok_or("the parameter is not found")?;
        let mut examples = parameter.docs.examples.iter();
        match examples.find(|value| Fit::new(self.api).fits(value, parameter.value)) {
            Some(example) => Ok(example.clone()),
            None => self.sample(parameter.value),
        }
    }

    fn body(&self, item: &OperationItem, operation: &Operation) -> Result<Value, String> {
        let body = item.body.as_ref().ok_or("there is no body")?;
        let codec = match &body.kind {
            BodyKind::One(content) => &content.codec,
            BodyKind::Many(_) => return Err("the body is one of several types".to_owned()),
        };
        let wanted = match codec {
            BodyCodec::Json(_) => Codec::Json,
            BodyCodec::Form => Codec::Form,
            BodyCodec::Text(_) | BodyCodec::Stream(_) => return Ok(Value::from("text")),
            BodyCodec::Multipart | BodyCodec::MultipartStream => {
                return Err("the body is a form of parts".to_owned());
            }
        };
        let contents = operation.body.iter().flat_map(|body| &body.contents);
        let mut wanted = contents.filter(|content| content.codec == wanted);
        let value = wanted.next().and_then(|content| content.value);
        self.sample(value.ok_or("the body has no type")?)
    }

    fn sample(&self, value: TypeUse) -> Result<Value, String> {
        let sample = self.sampler.sample(value.id);
        sample.ok_or_else(|| {
            let place = &self.api.types.get(value.id).place;
            format!("no value of {} is known", place.pointer())
        })
    }
}

/// The expression for a value of a type.
fn expression(value: &Type, json: &Value) -> Option<String> {
    let json = json.to_string();
    let typed = |spelt: String| format!("value::<{spelt}>({json:?})");
    match value {
        Type::Reference(reference) => match &*reference.elem {
            Type::Path(path) if path.path.is_ident("str") => {
                Some(format!("&{}", typed("String".to_owned())))
            }
            Type::Slice(slice) => {
                let item = slice.elem.to_token_stream();
                Some(format!("&{}", typed(format!("Vec<{item}>"))))
            }
            other => Some(format!("&{}", typed(other.to_token_stream().to_string()))),
        },
        Type::ImplTrait(_) => {
            let spelt = value.to_token_stream().to_string().replace(' ', "");
            match spelt.as_str() {
                "implInto<ByteStream>" => Some("bytes::Bytes::from_static(b\"bytes\")".to_owned()),
                "implInto<String>" => Some(typed("String".to_owned())),
                _ => None,
            }
        }
        other => Some(typed(other.to_token_stream().to_string())),
    }
}
