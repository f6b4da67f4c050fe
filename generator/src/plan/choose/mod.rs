//! What the user chose about single parts of the API, laid over what the document says: names, open enumerations, types
//! of the user's own, what types derive. What the document itself says in Rust (`x-rust-type`) is checked here too.

mod foreign;
mod select;

use self::foreign::{checked, parsed};
use self::select::{Selector, Target};
use super::names::is_name;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, closest};
use crate::ir::{Api, Foreign, NameHint, Shape, Type, TypeId};
use crate::options::Options;

/// Lays the options over the API.
pub fn choose(api: &mut Api, options: &Options, diagnostics: &mut Diagnostics) {
    check_document(api, diagnostics);
    let Options {
        open_enums,
        rename,
        replace,
        derive,
        ..
    } = options;
    if [open_enums, rename, replace, derive]
        .iter()
        .all(|list| list.is_empty())
    {
        return;
    }
    let mut chooser = Chooser {
        selector: Selector::of(api),
        api,
        options,
        diagnostics,
    };
    chooser.open_enums();
    chooser.renames();
    chooser.replacements();
    chooser.derives();
}

/// Drops what the document says in Rust that is none.
fn check_document(api: &mut Api, diagnostics: &mut Diagnostics) {
    let ids: Vec<TypeId> = api.types.iter().map(|(id, _)| id).collect();
    for id in ids {
        let one = api.types.get_mut(id);
        let mut keep = |foreign: Foreign, is_derive: bool| match checked(&foreign, is_derive) {
            Ok(()) => Some(foreign),
            Err(problem) => {
                let mut diagnostic = Diagnostic::error(Code::WrongType, problem);
                diagnostic.place.clone_from(&foreign.place);
                diagnostics.push(diagnostic);
                None
            }
        };
        one.replacement = one.replacement.take().and_then(|one| keep(one, false));
        let traits = std::mem::take(&mut one.traits);
        one.traits = traits
            .iter()
            .flat_map(foreign::each)
            .filter_map(|one| keep(one, true))
            .collect();
    }
}

struct Chooser<'a> {
    api: &'a mut Api,
    selector: Selector,
    options: &'a Options,
    diagnostics: &'a mut Diagnostics,
}

impl Chooser<'_> {
    fn open_enums(&mut self) {
        for text in &self.options.open_enums {
            let ids = match text.as_str() {
                "all" | "none" => self.all_types(),
                _ => self.types("open_enums", text, text),
            };
            let mut found = false;
            for id in ids {
                let id = self.api.types.resolve(id);
                let Shape::Enumeration(enumeration) = &mut self.api.types.get_mut(id).shape else {
                    continue;
                };
                found = true;
                match text.as_str() {
                    "none" => enumeration.open = false,
                    // A constant, and values of several kinds, stay what they are.
                    "all" => {
                        let first = enumeration.values.first().map(|one| &one.value);
                        let of_texts = first.is_some_and(serde_json::Value::is_string);
                        let is_one_kind = enumeration.values.iter().all(|one| {
                            one.value.is_i64() && !of_texts || one.value.is_string() && of_texts
                        });
                        enumeration.open |= is_one_kind && enumeration.values.len() > 1;
                    }
                    _ => enumeration.open = true,
                }
            }
            if !found && !matches!(text.as_str(), "all" | "none") && self.knows(text) {
                self.report(
                    "open_enums",
                    text,
                    format!("`{text}` is no enumeration"),
                    None,
                );
            }
        }
    }

    fn renames(&mut self) {
        for text in &self.options.rename {
            let Some((what, name)) = text.rsplit_once('=') else {
                self.malformed("rename", text, "WHAT=NAME");
                continue;
            };
            let (what, name) = (what.trim(), name.trim());
            if !is_name(name) {
                let message = format!("`{name}` cannot be a name in Rust");
                self.report("rename", text, message, None);
                continue;
            }
            let mut targets = self.selector.find(what);
            if targets.is_empty() {
                self.unmatched("rename", text, what);
            }
            // Requests may have a second type of the same schema, which is named after the first.
            let mut has_type = false;
            targets.retain(|target| {
                !matches!(target, Target::Type(_)) || !std::mem::replace(&mut has_type, true)
            });
            for target in targets {
                self.rename(target, name);
            }
        }
    }

    fn rename(&mut self, target: Target, name: &str) {
        let pinned = Some(name.to_owned());
        match target {
            Target::Type(id) => {
                let one = self.api.types.get_mut(id);
                let old = std::mem::replace(&mut one.hint, NameHint::Pinned(name.to_owned()));
                let place = one.place.clone();
                self.rename_request_type(&old, name, &place);
            }
            Target::Field(id, index) => {
                if let Shape::Record(record) = &mut self.api.types.get_mut(id).shape
                    && let Some(field) = record.fields.get_mut(index)
                {
                    field.pinned_name = pinned;
                }
            }
            Target::Value(id, index) => {
                if let Shape::Enumeration(enumeration) = &mut self.api.types.get_mut(id).shape
                    && let Some(value) = enumeration.values.get_mut(index)
                {
                    value.name = pinned;
                }
            }
            Target::Operation(index) => {
                if let Some(operation) = self.api.operations.get_mut(index) {
                    operation.pinned_name = pinned;
                }
            }
            Target::Parameter(operation, index) => {
                let operation = self.api.operations.get_mut(operation);
                if let Some(one) = operation.and_then(|one| one.parameters.get_mut(index)) {
                    one.pinned_name = pinned;
                }
            }
        }
    }

    /// The second type that requests have of the same schema is named after the first.
    fn rename_request_type(&mut self, old: &NameHint, name: &str, place: &Place) {
        let (NameHint::Component(old) | NameHint::Pinned(old)) = old else {
            return;
        };
        for id in self.all_types() {
            let one = self.api.types.get_mut(id);
            if let NameHint::Derived(path) = &mut one.hint
                && let [owner, word] = path.as_mut_slice()
                && owner == old
                && word == "request"
                && one.place == *place
            {
                name.clone_into(owner);
            }
        }
    }

    fn replacements(&mut self) {
        for text in &self.options.replace {
            let Some((what, path)) = text.split_once('=') else {
                self.malformed("replace", text, "SCHEMA=PATH");
                continue;
            };
            let foreign = parsed(path).and_then(|one| checked(&one, false).map(|()| one));
            match foreign {
                Ok(foreign) => {
                    for id in self.types("replace", text, what.trim()) {
                        self.api.types.get_mut(id).replacement = Some(foreign.clone());
                    }
                }
                Err(problem) => self.report("replace", text, problem, None),
            }
        }
    }

    fn derives(&mut self) {
        for text in &self.options.derive {
            let (what, paths) = text.split_once('=').unwrap_or(("all", text));
            let ids = match what.trim() {
                "all" => self.all_types(),
                what => self.types("derive", text, what),
            };
            match foreign::list(paths) {
                Ok(paths) => {
                    for id in ids {
                        add_traits(self.api.types.get_mut(id), &paths);
                    }
                }
                Err(problem) => self.report("derive", text, problem, None),
            }
        }
    }

    /// The types that a text of an option means; none is reported.
    fn types(&mut self, key: &str, text: &str, what: &str) -> Vec<TypeId> {
        let targets = self.selector.find(what).into_iter();
        let ids: Vec<TypeId> = targets
            .filter_map(|target| match target {
                Target::Type(id) => Some(id),
                _ => None,
            })
            .collect();
        if ids.is_empty() {
            self.unmatched(key, text, what);
        }
        ids
    }

    fn all_types(&self) -> Vec<TypeId> {
        self.api.types.iter().map(|(id, _)| id).collect()
    }

    fn knows(&self, what: &str) -> bool {
        !self.selector.find(what).is_empty()
    }

    fn unmatched(&mut self, key: &str, text: &str, what: &str) {
        let help = match closest(what, self.selector.names()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "name a schema, an operation, `Schema.member`, or a JSON pointer".to_owned(),
        };
        let message = format!("the document has nothing that is called `{what}`");
        self.report(key, text, message, Some(help));
    }

    fn malformed(&mut self, key: &str, text: &str, form: &str) {
        let message = format!("`{text}` is not written as `{form}`");
        self.report(key, text, message, None);
    }

    fn report(&mut self, key: &str, text: &str, message: String, help: Option<String>) {
        let message = format!("`{key}`: {message}");
        let mut diagnostic = Diagnostic::error(Code::UnmatchedOption, message);
        diagnostic.place = self.options.place(key, text).cloned();
        diagnostic.help = help.map(Into::into);
        self.diagnostics.push(diagnostic);
    }
}

fn add_traits(one: &mut Type, paths: &[Foreign]) {
    for path in paths {
        if !one.traits.iter().any(|known| known.name == path.name) {
            one.traits.push(path.clone());
        }
    }
}
