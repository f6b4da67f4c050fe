//! A second opinion: `openapiv3` reads whole documents of version 3.0 on its own, and finds in them the same operations,
//! parameters, statuses and media types as our reader.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use openapiv3::{
    OpenAPI, Operation, Parameter, ParameterData, PathItem, ReferenceOr, RequestBody, Response,
};
use serde::de::DeserializeOwned;
use specwright_core::diagnostic::Diagnostics;
use specwright_core::openapi::{self, Extent, Version};
use specwright_core::source::{Access, Input, Library, Sources, collect, load};
use specwright_tests::harness::{fixtures, repository};

/// Documents of others, where there are any beside the repository.
const CORPUS: &str = "../shared/corpus/dev";

/// A difference that is meant: the end of the document's path, the beginning of the fact, and why.
const EXCUSES: &[(&str, &str, &str)] = &[(
    "apis-guru/whatsapp.local.json",
    "POST /media: takes codecs=opus",
    "no media type; we report it and read the others",
)];

/// What a document says, one fact per line.
type Facts = BTreeSet<String>;

#[test]
fn openapiv3_finds_the_same_in_every_fixture() {
    let paths: Vec<PathBuf> = fixtures().into_iter().map(|one| one.path).collect();
    let (compared, problems, _) = compare(&paths);
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    assert!(compared > 10, "only {compared} documents were compared");
}

#[test]
fn openapiv3_finds_the_same_in_the_documents_of_others() {
    let folder = repository().join(CORPUS);
    if !folder.exists() {
        return;
    }
    let (compared, problems, unused) = compare(&listed(&folder));
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    assert!(unused.is_empty(), "nothing needs these excuses: {unused:?}");
    assert!(compared > 20, "only {compared} documents were compared");
}

/// How many documents were compared, what differs without an excuse, and the excuses that nothing needs.
fn compare(paths: &[PathBuf]) -> (usize, Vec<String>, Vec<&'static str>) {
    let mut compared = 0;
    let mut problems = Vec::new();
    let mut used = BTreeSet::new();
    for path in paths {
        let Some((ours, theirs)) = both(path) else {
            continue;
        };
        compared += 1;
        for fact in ours.symmetric_difference(&theirs) {
            let whose = if ours.contains(fact) {
                "only we"
            } else {
                "only openapiv3"
            };
            let excuse = EXCUSES.iter().position(|(document, start, _)| {
                path.ends_with(document) && fact.starts_with(start)
            });
            match excuse {
                Some(index) => drop(used.insert(index)),
                None => problems.push(format!("{}: {whose}: {fact}", path.display())),
            }
        }
    }
    let unused = EXCUSES.iter().enumerate();
    let unused = unused.filter(|(index, _)| !used.contains(index));
    (
        compared,
        problems,
        unused.map(|(_, (_, fact, _))| *fact).collect(),
    )
}

/// The facts that either reader finds; `None` for a document that is of another version, or that `openapiv3` refuses.
fn both(path: &Path) -> Option<(Facts, Facts)> {
    let mut diagnostics = Diagnostics::default();
    let input = Input::File(path.to_owned());
    let access = Access::default();
    let mut sources = Sources::new(&input);
    let root = load(&input, &access.limits, &mut sources, &mut diagnostics)?;
    let library = collect(root, &access, &mut sources);
    let ours = ours(&library)?;
    let root = library.root()?.to_json();
    let document = serde_json::from_value(root.clone()).ok()?;
    Some((ours, theirs(&document, &Pieces(&root))?))
}

fn ours(library: &Library) -> Option<Facts> {
    let description = openapi::read(library, Extent::Paths, &mut Diagnostics::default())?;
    if description.dialect.version != Version::V3_0 {
        return None;
    }
    let mut facts = Facts::new();
    for operation in &description.operations {
        let id = operation.data.operation_id.as_deref().unwrap_or("-");
        let name = format!("{} {}", operation.method, operation.path);
        facts.insert(format!("{name}: id {id}"));
        for parameter in &operation.parameters {
            facts.insert(format!("{name}: {}", parameter_fact(&parameter.data)));
        }
        for content in operation.body.iter().flat_map(|body| &body.contents) {
            facts.insert(format!("{name}: takes {}", content.name));
        }
        for (status, response) in &operation.responses {
            facts.insert(format!("{name}: answers {}", status.to_lowercase()));
            for content in &response.contents {
                facts.insert(format!(
                    "{name}: answers {} {}",
                    status.to_lowercase(),
                    content.name
                ));
            }
        }
    }
    Some(facts)
}

/// What `openapiv3` finds; `None` where a piece is in another file, which it leaves to its user.
fn theirs(document: &OpenAPI, pieces: &Pieces<'_>) -> Option<Facts> {
    let mut facts = Facts::new();
    for (path, item) in &document.paths.paths {
        let item: PathItem = pieces.resolved(item)?;
        for (method, operation) in item.iter() {
            let name = format!("{} {path}", method.to_uppercase());
            operation_facts(&name, operation, &item, pieces, &mut facts)?;
        }
    }
    Some(facts)
}

fn operation_facts(
    name: &str,
    operation: &Operation,
    item: &PathItem,
    pieces: &Pieces<'_>,
    facts: &mut Facts,
) -> Option<()> {
    let id = operation.operation_id.as_deref().unwrap_or("-");
    facts.insert(format!("{name}: id {id}"));
    let own = pieces.all_resolved(&operation.parameters)?;
    let inherited = pieces.all_resolved(&item.parameters)?;
    let is_overridden = |one: &&Parameter| own.iter().any(|other| same(one, other));
    let inherited = inherited.iter().filter(|one| !is_overridden(one));
    for parameter in inherited.chain(&own) {
        facts.insert(format!("{name}: {}", parameter_fact(parameter)));
    }
    if let Some(body) = &operation.request_body {
        let body: RequestBody = pieces.resolved(body)?;
        let media_types = body.content.keys();
        facts.extend(media_types.map(|media_type| format!("{name}: takes {media_type}")));
    }
    let responses = operation.responses.responses.iter();
    let responses = responses.map(|(status, response)| (status.to_string(), response));
    let default = operation.responses.default.iter();
    let default = default.map(|response| ("default".to_owned(), response));
    for (status, response) in responses.chain(default) {
        let status = status.to_lowercase();
        facts.insert(format!("{name}: answers {status}"));
        let response: Response = pieces.resolved(response)?;
        let media_types = response.content.keys();
        facts.extend(media_types.map(|one| format!("{name}: answers {status} {one}")));
    }
    Some(())
}

/// A parameter's name, place and whether it is required.
fn parameter_fact(parameter: &Parameter) -> String {
    let ParameterData { name, required, .. } = parameter.parameter_data_ref();
    let required = if *required { "required" } else { "optional" };
    format!("parameter {name} in {} {required}", location(parameter))
}

fn location(parameter: &Parameter) -> &'static str {
    match parameter {
        Parameter::Query { .. } => "query",
        Parameter::Header { .. } => "header",
        Parameter::Path { .. } => "path",
        Parameter::Cookie { .. } => "cookie",
    }
}

fn same(one: &Parameter, other: &Parameter) -> bool {
    let name = |parameter: &Parameter| parameter.parameter_data_ref().name.clone();
    location(one) == location(other) && name(one) == name(other)
}

/// The document as JSON, to find what references lead to.
struct Pieces<'d>(&'d serde_json::Value);

impl Pieces<'_> {
    fn resolved<T: DeserializeOwned + Clone>(&self, piece: &ReferenceOr<T>) -> Option<T> {
        let mut piece = piece.clone();
        for _ in 0..16 {
            match piece {
                ReferenceOr::Item(item) => return Some(item),
                ReferenceOr::Reference { reference } => {
                    let pointer = reference
                        .strip_prefix('#')?
                        .replace("%7B", "{")
                        .replace("%7D", "}");
                    piece = serde_json::from_value(self.0.pointer(&pointer)?.clone()).ok()?;
                }
            }
        }
        None
    }

    fn all_resolved(&self, parameters: &[ReferenceOr<Parameter>]) -> Option<Vec<Parameter>> {
        parameters.iter().map(|one| self.resolved(one)).collect()
    }
}

/// The documents of version 3.0 that the index of a corpus lists.
fn listed(folder: &Path) -> Vec<PathBuf> {
    let index = std::fs::read_to_string(folder.join("INDEX.tsv")).unwrap_or_default();
    let rows = index
        .lines()
        .map(|line| line.split('\t').collect::<Vec<_>>());
    let is_wanted = |row: &Vec<&str>| row.get(3).is_some_and(|version| version.starts_with("3.0"));
    rows.filter(is_wanted)
        .filter_map(|row| Some(folder.join(row.first()?)))
        .collect()
}
