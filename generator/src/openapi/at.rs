//! A node together with its place.

use crate::diagnostic::Place;
use crate::source::Node;

/// A node together with its place.
#[derive(Clone, Debug)]
pub(super) struct At<'d> {
    pub(super) node: &'d Node,
    pub(super) place: Place,
}

impl<'d> At<'d> {
    /// The member with this key, if it is an object that has one.
    pub(super) fn get(&self, key: &str) -> Option<Self> {
        let node = self.node.get(key)?;
        let place = self.place.child(key);
        Some(Self { node, place })
    }

    /// The members, if it is an object.
    pub(super) fn members(&self) -> impl Iterator<Item = (&'d str, Self)> + use<'d> {
        let place = self.place.clone();
        let members = self.node.as_object().into_iter().flat_map(|o| o.iter());
        members.map(move |(key, node)| {
            let place = place.child(key);
            (key, Self { node, place })
        })
    }

    /// The elements, if it is a list.
    pub(super) fn elements(&self) -> impl Iterator<Item = Self> + use<'d> {
        let place = self.place.clone();
        let elements = self.node.as_list().into_iter().flatten();
        elements.enumerate().map(move |(index, node)| {
            let place = place.index(index);
            Self { node, place }
        })
    }
}

/// The text of a scalar. YAML makes numbers and booleans of unquoted text; where text is asked for, that is what they are.
pub(super) fn scalar_text(node: &Node) -> Option<&str> {
    match node {
        Node::Text(text) => Some(text),
        Node::Number(number) => Some(number.as_str()),
        Node::Bool(true) => Some("true"),
        Node::Bool(false) => Some("false"),
        _ => None,
    }
}
