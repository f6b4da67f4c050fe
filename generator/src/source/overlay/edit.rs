//! Documents with some nodes changed; the rest is as it was, in its order.

use crate::source::node::{Node, Object};

/// One step of the way to a node.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// To a member.
    Key(String),
    /// To an item.
    Index(usize),
}

/// The node at the end of a way.
pub(super) fn node_at<'n>(root: &'n Node, way: &[Step]) -> Option<&'n Node> {
    way.iter().try_fold(root, |node, step| match step {
        Step::Key(key) => node.get(key),
        Step::Index(index) => node.as_list()?.get(*index),
    })
}

/// The document with another node at the end of a way.
pub(super) fn updated(root: Node, way: &[Step], new: Node) -> Node {
    let Some((step, rest)) = way.split_first() else {
        return new;
    };
    inside(root, step, |node| Some(updated(node, rest, new)))
}

/// The document without the nodes at the ends of these ways. `None` where one of them is the whole.
pub(super) fn removed(root: &Node, mut ways: Vec<Vec<Step>>) -> Option<Node> {
    if ways.iter().any(Vec::is_empty) {
        return None;
    }
    // The last ones first, so that the positions of the others stay true.
    ways.sort();
    let without = |document: Node, way: &Vec<Step>| without(document, way);
    Some(ways.iter().rev().fold(root.clone(), without))
}

fn without(root: Node, way: &[Step]) -> Node {
    match way.split_first() {
        Some((step, [])) => inside(root, step, |_| None),
        Some((step, rest)) => inside(root, step, |node| Some(without(node, rest))),
        None => root,
    }
}

/// A node with one of its own changed, or dropped.
fn inside(node: Node, step: &Step, change: impl FnOnce(Node) -> Option<Node>) -> Node {
    match (node, step) {
        (Node::Object(object), Step::Key(wanted)) => {
            let mut entries = object.into_entries();
            let position = entries.iter().position(|(key, _)| **key == **wanted);
            change_at(&mut entries, position, |(key, value)| {
                Some((key, change(value)?))
            });
            Node::Object(Object::new(entries))
        }
        (Node::List(mut items), Step::Index(wanted)) => {
            let position = Some(*wanted).filter(|wanted| *wanted < items.len());
            change_at(&mut items, position, change);
            Node::List(items)
        }
        (other, _) => other,
    }
}

/// Changes what stands at a position, or drops it.
fn change_at<T>(list: &mut Vec<T>, position: Option<usize>, change: impl FnOnce(T) -> Option<T>) {
    let Some(position) = position else {
        return;
    };
    if let Some(changed) = change(list.remove(position)) {
        list.insert(position, changed);
    }
}

/// A node with an update laid over it. `way` leads from the target to it.
///
/// # Errors
/// What does not fit together, in a sentence.
pub(super) fn merged<'u>(
    target: &Node,
    update: &'u Node,
    way: &mut Vec<&'u str>,
) -> Result<Node, String> {
    let is_primitive = |node: &Node| !matches!(node, Node::Object(_) | Node::List(_));
    match (target, update) {
        (Node::Object(old), Node::Object(new)) => {
            let mut entries: Vec<(Box<str>, Node)> = old
                .iter()
                .map(|(key, value)| (key.into(), value.clone()))
                .collect();
            for (key, value) in new.iter() {
                match entries.iter_mut().find(|(known, _)| **known == *key) {
                    Some((_, present)) => {
                        way.push(key);
                        *present = merged(present, value, way)?;
                        way.pop();
                    }
                    None => entries.push((key.into(), value.clone())),
                }
            }
            Ok(Node::Object(Object::new(entries)))
        }
        (Node::List(old), Node::List(new)) => {
            Ok(Node::List(old.iter().chain(new).cloned().collect()))
        }
        // At the target itself, one item may be written without its list.
        (Node::List(old), item) if way.is_empty() => {
            let item = std::iter::once(item);
            Ok(Node::List(old.iter().chain(item).cloned().collect()))
        }
        // A key without a value says nothing.
        (Node::Object(_) | Node::List(_), Node::Null) => Ok(target.clone()),
        (old, new) if is_primitive(old) && is_primitive(new) => Ok(new.clone()),
        (old, new) => {
            let place = if way.is_empty() {
                "the target".to_owned()
            } else {
                format!("`{}` of the target", way.join("."))
            };
            Err(format!(
                "{place} is {}, which cannot become {}",
                old.kind(),
                new.kind()
            ))
        }
    }
}
