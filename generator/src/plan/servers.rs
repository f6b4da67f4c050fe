//! The servers that the document names: a function for the URL of each, with an argument for each variable.

use super::docs::{code, lines};
use super::items::field_name;
use super::model::{ServerItem, ServerPiece};
use super::names::{FieldName, FunctionName, Scope, snake_case};
use crate::ir::{Server, ServerVariable};

/// A description with no more words than this is a name.
const NAME_WORDS: usize = 4;

/// Plans the servers whose URLs are absolute.
pub(super) fn servers(servers: &[Server]) -> Vec<ServerItem> {
    let mut scope = Scope::reserving(&["self", "Self", "super", "crate"]);
    let absolute = servers.iter().filter(|server| server.url.contains("://"));
    absolute.map(|one| server(one, &mut scope)).collect()
}

fn server(server: &Server, scope: &mut Scope) -> ServerItem {
    let short = |text: &&str| text.split_whitespace().count() <= NAME_WORDS;
    let given = server.name.as_deref();
    let given = given.or_else(|| server.description.as_deref().filter(short));
    let word = given.map(snake_case).filter(|word| !word.is_empty());
    let word = word.unwrap_or_else(|| "server".to_owned());
    let name = FunctionName::new(scope.allocate([word.clone(), format!("{word}_server")]));
    let mut arguments = Scope::default();
    let variables: Vec<(&ServerVariable, FieldName)> = server
        .variables
        .iter()
        .filter(|one| server.template.contains(&format!("{{{}}}", one.name)))
        .map(|one| (one, field_name(&one.name, &mut arguments)))
        .collect();
    let mut docs = server.description.as_deref().map(lines).unwrap_or_default();
    if docs.is_empty() {
        docs.push(code(&server.template));
    }
    for (variable, argument) in &variables {
        docs.push(String::new());
        docs.extend(explained(variable, argument));
    }
    ServerItem {
        name,
        docs,
        pieces: pieces(&server.template, &variables),
        arguments: variables.into_iter().map(|(_, name)| name).collect(),
    }
}

/// What an argument is, and may be.
fn explained(variable: &ServerVariable, argument: &FieldName) -> Vec<String> {
    let said = match variable.values.as_slice() {
        [] => format!("for example {}", code(&variable.default)),
        values => {
            let values: Vec<String> = values.iter().map(|value| code(value)).collect();
            format!(
                "usually {}; one of {}",
                code(&variable.default),
                values.join(", ")
            )
        }
    };
    let mut docs = vec![format!("{}: {said}.", code(argument.as_str()))];
    docs.extend(
        variable
            .description
            .as_deref()
            .map(lines)
            .unwrap_or_default(),
    );
    docs
}

fn pieces(template: &str, variables: &[(&ServerVariable, FieldName)]) -> Vec<ServerPiece> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((text, after)) = rest.split_once('{') {
        let Some((hole, after)) = after.split_once('}') else {
            break;
        };
        let variable = variables.iter().find(|(one, _)| one.name == hole);
        pieces.push(ServerPiece::Text(text.to_owned()));
        pieces.push(match variable {
            Some((_, argument)) => ServerPiece::Argument(argument.clone()),
            None => ServerPiece::Text(format!("{{{hole}}}")),
        });
        rest = after;
    }
    pieces.push(ServerPiece::Text(rest.to_owned()));
    pieces.retain(|piece| *piece != ServerPiece::Text(String::new()));
    pieces
}
