//! Overlays (OpenAPI Overlay Specification 1.0 and 1.1): changes of a document that are written down beside it. They are
//! applied to the root document before anything else looks at it.

mod edit;
#[cfg(test)]
mod tests;

use std::path::Path;

use serde_json_path::JsonPath;

use self::edit::{Step, merged, node_at, removed, updated};
use super::load::load_more;
use super::{Limits, Node, Sources};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, closest};

/// The keys of an action.
const ACTION_KEYS: [&str; 5] = ["target", "description", "update", "copy", "remove"];
/// The keys of an overlay.
const KEYS: [&str; 4] = ["overlay", "info", "extends", "actions"];

/// Applies overlays, one after another, to the root document, which is the first of the sources. Relative paths start at
/// its folder. What cannot be applied is reported and left out.
pub fn overlay(
    root: Node,
    paths: &[String],
    limits: &Limits,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Node {
    let own = sources.get(0).map(|file| Path::new(&file.name).to_owned());
    let folder = own.as_deref().and_then(Path::parent).map(Path::to_owned);
    let mut root = root;
    for path in paths {
        let path = folder.as_deref().unwrap_or(Path::new("")).join(path);
        let Some((file, overlay)) = load_more(&path, limits, sources, diagnostics) else {
            continue;
        };
        let place = Place::root(file);
        for (action, place) in actions(&overlay, &place, diagnostics) {
            root = match apply(&root, action, &place) {
                Ok(changed) => changed,
                Err(diagnostic) => {
                    diagnostics.push(*diagnostic);
                    root
                }
            };
        }
    }
    root
}

/// The actions of an overlay, each with its place.
fn actions<'n>(
    overlay: &'n Node,
    place: &Place,
    diagnostics: &mut Diagnostics,
) -> Vec<(&'n Node, Place)> {
    let version = overlay.get("overlay").and_then(Node::as_text);
    if !version.is_some_and(|text| text.starts_with("1.0") || text.starts_with("1.1")) {
        let message = "an overlay begins with its version, `overlay: 1.0.0` or `overlay: 1.1.0`";
        diagnostics.push(Diagnostic::error(Code::Version, message).at(&place.child("overlay")));
        return Vec::new();
    }
    report_unknown(overlay, &KEYS, place, diagnostics);
    let place = place.child("actions");
    let Some(list) = overlay.get("actions").and_then(Node::as_list) else {
        let message = "an overlay needs `actions`, a list";
        diagnostics.push(Diagnostic::error(Code::Missing, message).at(&place));
        return Vec::new();
    };
    let placed: Vec<(&Node, Place)> = list
        .iter()
        .enumerate()
        .map(|(index, action)| (action, place.index(index)))
        .collect();
    for (action, place) in &placed {
        report_unknown(action, &ACTION_KEYS, place, diagnostics);
    }
    placed
}

fn report_unknown(node: &Node, known: &[&str], place: &Place, diagnostics: &mut Diagnostics) {
    let keys = node
        .as_object()
        .into_iter()
        .flat_map(|object| object.keys());
    for key in keys.filter(|key| !known.contains(key) && !key.starts_with("x-")) {
        let message = format!("overlays know no `{key}`");
        let mut unknown = Diagnostic::error(Code::UnknownKey, message).at(&place.child(key).key());
        if let Some(meant) = closest(key, known.iter().copied()) {
            unknown = unknown.help(format!("did you mean `{meant}`?"));
        }
        diagnostics.push(unknown);
    }
}

/// The document after an action.
fn apply(root: &Node, action: &Node, place: &Place) -> Result<Node, Box<Diagnostic>> {
    let fail =
        |code, message: String, place: &Place| Box::new(Diagnostic::error(code, message).at(place));
    let at_target = place.child("target");
    let Some(target) = action.get("target").and_then(Node::as_text) else {
        let message = "an action needs `target`, a JSONPath".to_owned();
        return Err(fail(Code::Missing, message, place));
    };
    let paths = select(root, target, &at_target)?;
    if paths.is_empty() {
        let message = format!("`{target}` selects nothing of the document");
        let mut unmatched = fail(Code::UnmatchedOption, message, &at_target);
        unmatched.help = suggestion(root, target).map(Into::into);
        return Err(unmatched);
    }
    if action.get("remove").and_then(Node::as_bool) == Some(true) {
        return removed(root, paths).ok_or_else(|| {
            let message = "the whole document cannot be removed".to_owned();
            fail(Code::WrongType, message, &at_target)
        });
    }
    let (key, update) = match (action.get("update"), action.get("copy")) {
        (Some(update), None) => ("update", update.clone()),
        (None, Some(copy)) => ("copy", copied(root, copy, &place.child("copy"))?),
        (Some(_), Some(_)) => {
            let message = "an action has either `update` or `copy`".to_owned();
            return Err(fail(
                Code::ExclusiveKeys,
                message,
                &place.child("copy").key(),
            ));
        }
        (None, None) => {
            let message = "an action needs `update`, `copy` or `remove`".to_owned();
            return Err(fail(Code::Missing, message, place));
        }
    };
    let mut root = root.clone();
    for path in &paths {
        let target = node_at(&root, path).cloned().unwrap_or(Node::Null);
        let changed = merged(&target, &update, &mut Vec::new())
            .map_err(|mismatch| fail(Code::Mismatch, mismatch, &place.child(key)))?;
        root = updated(root, path, changed);
    }
    Ok(root)
}

/// The one node that a copy is made of.
fn copied(root: &Node, path: &Node, place: &Place) -> Result<Node, Box<Diagnostic>> {
    let text = path.as_text().unwrap_or_default();
    let paths = select(root, text, place)?;
    match paths.as_slice() {
        [only] => Ok(node_at(root, only).cloned().unwrap_or(Node::Null)),
        several => {
            let message = format!("`{text}` must select one node, not {}", several.len());
            let mut wrong = Diagnostic::error(Code::UnmatchedOption, message).at(place);
            if several.is_empty() {
                wrong.help = suggestion(root, text).map(Into::into);
            }
            Err(Box::new(wrong))
        }
    }
}

/// The ways to all nodes that a JSONPath selects, each once, in the order of the document.
fn select(root: &Node, text: &str, place: &Place) -> Result<Vec<Vec<Step>>, Box<Diagnostic>> {
    let path = JsonPath::parse(text).map_err(|error| {
        let message = format!("`{text}` is no JSONPath: {error}");
        Box::new(
            Diagnostic::error(Code::WrongType, message)
                .at(place)
                .help("write `$.paths['/pets'].get` (RFC 9535)"),
        )
    })?;
    let document = root.to_json();
    let found = path.query_located(&document).dedup();
    let ways = found.locations().map(|location| {
        let steps = location
            .iter()
            .map(|step| match (step.as_name(), step.as_index()) {
                (Some(name), _) => Step::Key(name.to_owned()),
                (None, index) => Step::Index(index.unwrap_or_default()),
            });
        steps.collect()
    });
    Ok(ways.collect())
}

/// Where a plain path leaves the document, and the key that may be meant.
fn suggestion(root: &Node, path: &str) -> Option<String> {
    let mut node = root;
    for key in plain_keys(path)? {
        match node.get(&key) {
            Some(next) => node = next,
            None => {
                let meant = closest(&key, node.as_object()?.keys())?;
                return Some(format!("there is no `{key}`; did you mean `{meant}`?"));
            }
        }
    }
    None
}

/// The keys of a path such as `$.paths['/pets'].get`; `None` for one that selects in other ways.
fn plain_keys(path: &str) -> Option<Vec<String>> {
    let mut rest = path.trim().strip_prefix('$')?;
    let mut keys = Vec::new();
    while !rest.is_empty() {
        let (key, after) = if let Some(inner) = rest.strip_prefix("['") {
            inner.split_once("']")?
        } else if let Some(inner) = rest.strip_prefix("[\"") {
            inner.split_once("\"]")?
        } else {
            let inner = rest.strip_prefix('.')?;
            let end = inner.find(['.', '[']).unwrap_or(inner.len());
            inner.split_at(end)
        };
        if key.is_empty() || key == "*" {
            return None;
        }
        keys.push(key.to_owned());
        rest = after;
    }
    Some(keys)
}
