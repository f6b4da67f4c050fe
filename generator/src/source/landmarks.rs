//! What documents and schemas call themselves (`$self`, `$id`, `$anchor`), and what they refer to.

use std::collections::BTreeMap;

use indexmap::IndexSet;

use super::walk::Walk;
use super::{Node, uri};
use crate::diagnostic::{Place, Segment};

/// What documents and schemas call themselves.
#[derive(Clone, Debug, Default)]
pub(super) struct Landmarks {
    /// By URI, where the resource stands that has it.
    resources: BTreeMap<String, Place>,
    /// By the URI of the resource around it (that of a file without one is empty), file and name.
    anchors: BTreeMap<(String, usize, String), Place>,
}

/// The resource that a place lies in.
pub(super) struct Scope {
    /// Its URI; empty for a file that says nothing.
    pub(super) base: String,
    /// Where it stands.
    pub(super) place: Place,
}

impl Landmarks {
    /// Notes the landmarks of a value and all below, and, before its `#`, every reference.
    pub(super) fn scan(
        &mut self,
        node: &Node,
        walk: &Walk<'_>,
        base: &str,
        found: &mut IndexSet<Box<str>>,
    ) {
        match node {
            Node::Object(object) => {
                let own = identifier(node, matches!(walk, Walk::Root(_)));
                let own = own.map(|id| uri::resolve(base, id));
                let base = own.as_deref().unwrap_or(base);
                if own.is_some() {
                    self.resources
                        .entry(base.to_owned())
                        .or_insert_with(|| walk.place());
                }
                for (key, value) in object.iter() {
                    match value {
                        Node::Text(text) => self.word(key, text, walk, base, found),
                        Node::Object(_) | Node::List(_) => {
                            self.scan(value, &Walk::Key(walk, key), base, found);
                        }
                        _ => {}
                    }
                }
                for target in mapping_targets(node) {
                    note(target, found);
                }
            }
            Node::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.scan(item, &Walk::Index(walk, index), base, found);
                }
            }
            _ => {}
        }
    }

    fn word(
        &mut self,
        key: &str,
        text: &str,
        walk: &Walk<'_>,
        base: &str,
        found: &mut IndexSet<Box<str>>,
    ) {
        match key {
            "$ref" => note(text, found),
            "$anchor" | "$dynamicAnchor" => {
                let name = (base.to_owned(), walk.place().file, text.to_owned());
                self.anchors.entry(name).or_insert_with(|| walk.place());
            }
            _ => {}
        }
    }

    /// The resource around a place of a document. `url` is what the document is a copy of.
    pub(super) fn scope(&self, document: &Node, url: Option<&str>, place: &Place) -> Scope {
        let mut scope = Scope {
            base: url.unwrap_or_default().to_owned(),
            place: Place::root(place.file),
        };
        if self.resources.is_empty() {
            return scope;
        }
        let mut here = Place::root(place.file);
        let mut node = Some(document);
        let segments = place.segments();
        let mut segments = segments.iter();
        while let Some(current) = node {
            if let Some(id) = identifier(current, here.segments().is_empty()) {
                scope.base = uri::resolve(&scope.base, id);
                scope.place = here.clone();
            }
            (node, here) = match segments.next() {
                Some(Segment::Key(key)) => (current.get(key), here.child(key)),
                Some(Segment::Index(index)) => {
                    let items = current.as_list();
                    (
                        items.and_then(|items| items.get(*index)),
                        here.index(*index),
                    )
                }
                None => break,
            };
        }
        scope
    }

    /// Where the resource with a URI stands.
    pub(super) fn resource(&self, uri: &str) -> Option<&Place> {
        self.resources.get(uri)
    }

    /// Where an anchor of a resource stands.
    pub(super) fn anchor(&self, scope: &Scope, name: &str) -> Option<&Place> {
        let key = (scope.base.clone(), scope.place.file, name.to_owned());
        self.anchors.get(&key)
    }
}

/// What a document (`$self`) or schema (`$id`) calls itself; a fragment alone is no name.
fn identifier(node: &Node, is_root: bool) -> Option<&str> {
    let own = node
        .get("$id")
        .or_else(|| node.get("$self").filter(|_| is_root));
    let id = own?.as_text()?;
    Some(id).filter(|id| !id.is_empty() && !id.starts_with('#'))
}

/// What the mapping of a discriminator leads to; a bare name is that of a component.
fn mapping_targets(node: &Node) -> impl Iterator<Item = &str> {
    let discriminator = node.get("discriminator");
    let mapping = discriminator.and_then(|one| one.get("mapping")?.as_object());
    let default = discriminator.and_then(|one| one.get("defaultMapping"));
    let targets = mapping.into_iter().flat_map(|mapping| mapping.iter());
    targets
        .map(|(_, target)| target)
        .chain(default)
        .filter_map(Node::as_text)
        .filter(|target| target.contains(['.', '/', '#']))
}

fn note(reference: &str, found: &mut IndexSet<Box<str>>) {
    let document = reference.split('#').next().unwrap_or_default();
    if !document.is_empty() && !found.contains(document) {
        found.insert(document.into());
    }
}
