//! Validation of request bodies, in the manner of authentik's serializers.
//!
//! A body becomes a [`Draft`]: the members that passed, in one canonical spelling, and the problems of all others.
//! The store may add problems that only it can see (a name that is taken, an unknown reference). [`Draft::finish`]
//! then applies the rules that tie members together, but only if every member passed.

mod duration;
mod field;
mod host;
mod identifier;
mod table;
#[cfg(test)]
mod tests;
mod text;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

pub(crate) use self::identifier::parse as parse_uuid;
use self::{
    field::text_of,
    table::{FEDERATION_SOURCES, FIELDS, OLD_FEDERATION_SOURCES},
    text::type_name,
};

/// What is wrong with a request: messages by the name of the member.
pub(crate) type Problems = BTreeMap<String, Vec<String>>;

/// The key of problems that belong to no member.
pub(crate) const NO_FIELD: &str = "non_field_errors";

/// What a body is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// A new provider, or PUT: the required members must be there.
    Whole,
    /// PATCH: every member may be absent.
    Parts,
}

/// A body whose members were read one by one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Draft {
    members: Map<String, Value>,
    problems: Problems,
}

/// Reads every member of a body.
pub(crate) fn read(body: &Value, purpose: Purpose) -> Draft {
    let mut draft = Draft::default();
    let body = match body {
        Value::Object(body) => body,
        Value::Null => {
            draft.reject(NO_FIELD, "No data provided".to_owned());
            return draft;
        }
        other => {
            let found = type_name(other);
            let message = format!("Invalid data. Expected a dictionary, but got {found}.");
            draft.reject(NO_FIELD, message);
            return draft;
        }
    };
    for field in &FIELDS {
        match body.get(field.name).map(|value| field.kind.read(value)) {
            Some(Ok(value)) => {
                draft.members.insert(field.name.to_owned(), value);
            }
            Some(Err(message)) => draft.reject(field.name, message),
            None if field.required && purpose == Purpose::Whole => {
                draft.reject(field.name, "This field is required.".to_owned());
            }
            None => {}
        }
    }
    draft.rename_old_sources();
    draft
}

impl Draft {
    /// The name, if one was sent and is acceptable.
    pub(crate) fn name(&self) -> Option<&str> {
        self.members.get("name").and_then(Value::as_str)
    }

    /// The keys of other objects that a member names: none, one or several.
    pub(crate) fn references(&self, member: &str) -> &[Value] {
        match self.members.get(member) {
            Some(Value::Array(items)) => items,
            Some(Value::Null) | None => &[],
            Some(one) => std::slice::from_ref(one),
        }
    }

    /// Adds a problem of a member.
    pub(crate) fn reject(&mut self, member: &str, message: String) {
        self.problems
            .entry(member.to_owned())
            .or_default()
            .push(message);
    }

    /// Adds the problem of a name that another provider has.
    pub(crate) fn reject_taken_name(&mut self) {
        self.reject("name", "provider with this name already exists.".to_owned());
    }

    /// Adds the problem of a key that no object has.
    pub(crate) fn reject_unknown_reference(&mut self, member: &str, key: &Value) {
        self.reject(member, field::unknown_key(key));
    }

    /// The body in its canonical form: every member has the type that the document gives it.
    ///
    /// # Errors
    ///
    /// All problems of single members; without any, those of members that do not go together.
    pub(crate) fn finish(mut self) -> Result<Value, Problems> {
        if self.problems.is_empty() {
            self.check_members_together();
        }
        if self.problems.is_empty() {
            Ok(Value::Object(self.members))
        } else {
            Err(self.problems)
        }
    }

    /// Checks what was sent, and only that: values that are already stored do not count.
    fn check_members_together(&mut self) {
        let basic_auth = self.members.get("basic_auth_enabled") == Some(&Value::Bool(true));
        let attributes = ["basic_auth_user_attribute", "basic_auth_password_attribute"];
        let nameless = attributes
            .iter()
            .any(|name| text_of(&self.members, name).is_empty());
        if basic_auth && nameless {
            self.reject(
                "basic_auth_enabled",
                "User and password attributes must be set when basic auth is enabled.".to_owned(),
            );
            return;
        }
        let is_proxy = matches!(text_of(&self.members, "mode"), "" | "proxy");
        if is_proxy && text_of(&self.members, "internal_host").is_empty() {
            self.reject(
                "internal_host",
                "Internal host cannot be empty when forward auth is disabled.".to_owned(),
            );
        }
    }

    /// Moves the value of the older member to the newer one, unless that was sent too.
    fn rename_old_sources(&mut self) {
        if let Some(sources) = self.members.remove(OLD_FEDERATION_SOURCES) {
            self.members.entry(FEDERATION_SOURCES).or_insert(sources);
        }
    }
}
