//! Checking the members of one piece against a table of what the specification allows there, so that every
//! mistake is reported at its own place before `openapiv3` sees the piece.

use super::at::{At, scalar_text};
use super::reader::Reader;
use super::version::Version;
use crate::diagnostic::{Code, Diagnostic, Place, Segment};
use crate::source::Node;

/// What an object of the specification may hold.
pub(super) struct Form {
    /// The object in words, with its article: `a parameter`.
    pub(super) what: &'static str,
    /// Its members.
    pub(super) fields: &'static [Field],
}

/// One member.
pub(super) struct Field {
    pub(super) key: &'static str,
    pub(super) takes: Takes,
    pub(super) required: bool,
    /// The first version that has it.
    pub(super) since: Version,
}

/// What a member's value may be.
#[derive(Clone, Copy)]
pub(super) enum Takes {
    Text,
    Flag,
    Texts,
    Object,
    List,
    /// One of these words.
    Word(&'static [&'static str]),
    /// Anything; it is checked elsewhere, or not at all.
    Any,
}

impl Takes {
    /// A value that fits, as JSON: where text is asked for, numbers and booleans become text.
    fn json(self, node: &Node) -> serde_json::Value {
        match (self, node) {
            (Self::Text | Self::Word(_), node) => scalar_text(node).into(),
            (Self::Texts, Node::List(list)) => list.iter().filter_map(scalar_text).collect(),
            (_, node) => node.to_json(),
        }
    }
}

/// A member that must be there.
pub(super) const fn required(key: &'static str, takes: Takes) -> Field {
    Field {
        key,
        takes,
        required: true,
        since: Version::V2_0,
    }
}

/// A member that may be there.
pub(super) const fn optional(key: &'static str, takes: Takes) -> Field {
    Field {
        key,
        takes,
        required: false,
        since: Version::V2_0,
    }
}

impl Field {
    /// The same member, which only versions from this one on have.
    pub(super) const fn since(self, since: Version) -> Self {
        Self { since, ..self }
    }
}

/// The members of a piece that passed the check.
pub(super) struct Checked<'d> {
    members: Vec<(&'static Field, At<'d>)>,
    /// Whether nothing required is missing or wrong.
    pub(super) complete: bool,
    pub(super) place: Place,
}

impl<'d> Checked<'d> {
    /// The member with this key.
    pub(super) fn get(&self, key: &str) -> Option<&At<'d>> {
        let found = self.members.iter().find(|(field, _)| field.key == key);
        found.map(|(_, at)| at)
    }

    /// The text of the member with this key.
    pub(super) fn text(&self, key: &str) -> Option<&'d str> {
        scalar_text(self.get(key)?.node)
    }

    /// The members with these keys as JSON, for `openapiv3` to read.
    pub(super) fn json(&self, keys: &[&str]) -> serde_json::Map<String, serde_json::Value> {
        let wanted = |field: &Field| keys.contains(&field.key);
        let members = self.members.iter().filter(|(field, _)| wanted(field));
        members
            .map(|(field, at)| (field.key.to_owned(), field.takes.json(at.node)))
            .collect()
    }
}

impl<'d> Reader<'d, '_> {
    /// Checks a piece. `None` where it is no object.
    pub(super) fn check(&mut self, form: &'static Form, at: &At<'d>) -> Option<Checked<'d>> {
        let what = form.what;
        let Some(object) = at.node.as_object() else {
            let message = format!("{what} must be an object, not {}", at.node.kind());
            self.report(Diagnostic::error(Code::WrongType, message).at(&at.place));
            return None;
        };
        let mut checked = Checked {
            members: Vec::with_capacity(object.len()),
            complete: true,
            place: at.place.clone(),
        };
        for (key, member) in at.members() {
            let field = form.fields.iter().find(|field| field.key == key);
            let member = match field.map(|field| field.takes) {
                Some(Takes::Text) => self.referred_whole(key, &member).unwrap_or(member),
                _ => member,
            };
            if let Some(field) = field {
                self.is_known_yet(&format!("`{key}`"), field.since, &member.place.key());
            }
            match field {
                Some(field) if self.fits(field, &member) => {
                    checked.members.push((field, member));
                }
                Some(field) => checked.complete &= !field.required,
                None if key.starts_with("x-") => {}
                None => {
                    let known = form.fields.iter().map(|field| field.key);
                    self.unknown_key(what, key, known, &member.place);
                }
            }
        }
        for field in form.fields {
            if field.required && !object.contains(field.key) {
                checked.complete = false;
                self.missing(what, field.key, &at.place);
            }
        }
        Some(checked)
    }

    /// Reports that `what` at `place` lacks a member.
    pub(super) fn missing(&mut self, what: &str, key: &str, place: &Place) {
        let message = format!("{what} must have `{key}`");
        self.report(
            Diagnostic::error(Code::Missing, message)
                .at(&key_of(place))
                .label(format!("`{key}` is missing")),
        );
    }

    /// Reports what only later versions have.
    pub(super) fn is_known_yet(&mut self, what: &str, since: Version, place: &Place) {
        if self.dialect.version < since {
            let (since, stated) = (since.as_str(), self.dialect.version.as_str());
            let message =
                format!("{what} is new in OpenAPI {since}, and the document states {stated}");
            let help = format!("state `openapi: {since}.0`, or a later version");
            self.report(
                Diagnostic::warning(Code::NewerVersion, message)
                    .at(place)
                    .help(help),
            );
        }
    }

    fn fits(&mut self, field: &Field, at: &At<'d>) -> bool {
        let key = field.key;
        match field.takes {
            Takes::Any => true,
            Takes::Text => self.text(key, at).is_some(),
            Takes::Flag => self.flag(key, at).is_some(),
            Takes::Word(allowed) => match self.text(key, at) {
                Some(word) if allowed.contains(&word) => true,
                Some(word) => {
                    self.unknown_word(key, word, allowed, &at.place);
                    false
                }
                None => false,
            },
            Takes::Texts => {
                self.texts(key, at);
                at.node.as_list().is_some()
            }
            Takes::Object => self.is("an object", at.node.as_object().is_some(), field, at),
            Takes::List => self.is("a list", at.node.as_list().is_some(), field, at),
        }
    }

    fn is(&mut self, expected: &str, fits: bool, field: &Field, at: &At<'d>) -> bool {
        let key = field.key;
        if !fits && !field.required && matches!(at.node, Node::Null) {
            self.tolerate(format!("`{key}` is empty; it is ignored"), &at.place);
        } else if !fits {
            self.wrong_type(key, expected, at);
        }
        fits
    }
}

/// The key of a member, to mark an object as a whole; the object itself where it is an element of a list.
pub(super) fn key_of(place: &Place) -> Place {
    match place.segments().last() {
        Some(Segment::Key(_)) => place.key(),
        _ => place.clone(),
    }
}
