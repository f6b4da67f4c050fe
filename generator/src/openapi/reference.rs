//! Following `$ref`.

use super::at::At;
use super::reader::{NodeKey, Reader};
use crate::diagnostic::{Code, Diagnostic, Place, Segment, closest};
use crate::source::{Dead, Library, Node, Refusal, exceeded};

/// What a chain of references leads to.
pub(super) struct Resolved<'d> {
    pub(super) at: At<'d>,
    /// The name under which it is declared for all, if it was reached by reference.
    pub(super) component: Option<String>,
}

/// The pieces that a chain of references has led through.
pub(super) struct Chain {
    seen: Vec<NodeKey>,
    limit: u64,
}

impl Chain {
    /// A chain that may be as long as this library allows.
    pub(super) fn new(library: &Library) -> Self {
        Self {
            seen: Vec::new(),
            limit: library.limits().references,
        }
    }

    /// Goes on from a piece; an error where the chain is too long or runs in a circle.
    pub(super) fn pass(&mut self, node: &Node) -> Result<(), Diagnostic> {
        let key = NodeKey::of(node);
        if self.seen.len() as u64 >= self.limit {
            let what = "the reference leads through too many others";
            return Err(exceeded("references", what, self.limit));
        }
        if self.seen.contains(&key) {
            let message = "the reference leads back to itself";
            return Err(Diagnostic::error(Code::Reference, message));
        }
        self.seen.push(key);
        Ok(())
    }
}

impl<'d> Reader<'d, '_> {
    /// Follows the references of a piece to the piece itself. `None` where they lead nowhere; it is reported.
    pub(super) fn resolve(&mut self, at: At<'d>) -> Option<Resolved<'d>> {
        let start = at.place.child("$ref");
        let mut resolved = Resolved {
            at,
            component: None,
        };
        let mut chain = Chain::new(self.library);
        while let Some(reference) = resolved.at.get("$ref") {
            if let Err(problem) = chain.pass(resolved.at.node) {
                self.report(problem.at(&start));
                return None;
            }
            let target = self.follow(&reference)?;
            // The first name on the way is the one that the user sees.
            if resolved.component.is_none() {
                resolved.component = self.declared_name(&target.place);
            }
            resolved.at = target;
        }
        Some(resolved)
    }

    /// What the text of a `$ref` leads to. `None` where it leads nowhere; it is reported.
    pub(super) fn follow(&mut self, reference: &At<'d>) -> Option<At<'d>> {
        let Some(text) = reference.node.as_text() else {
            self.wrong_type("$ref", "text", reference);
            return None;
        };
        let library = self.library;
        match library.follow(&reference.place, text) {
            Ok((node, place)) => {
                self.report_problems(place.file);
                Some(At { node, place })
            }
            Err(dead) => {
                if let Dead::Broken(file) = dead {
                    self.report_problems(file);
                }
                let problem = explain(text, &dead, &reference.place, library);
                self.report(problem.at(&reference.place));
                None
            }
        }
    }

    /// What a reference at a place leads to, without a word about it if that is nothing.
    pub(super) fn target_of(&self, from: &Place, text: &str) -> Option<At<'d>> {
        let (node, place) = self.library.follow(from, text).ok()?;
        Some(At { node, place })
    }

    /// What a reference leads to that stands where the specification allows none, and whose meaning is plain all the
    /// same: in place of a text, or of a whole map. (In a map, `$ref` may also be a name; its value is then no text.)
    pub(super) fn referred_whole(&mut self, key: &str, at: &At<'d>) -> Option<At<'d>> {
        let reference = at.get("$ref").filter(|one| one.node.as_text().is_some())?;
        let target = self.follow(&reference)?;
        if target
            .node
            .get("$ref")
            .is_some_and(|one| one.as_text().is_some())
        {
            return None;
        }
        let message = format!("`{key}` must not be a reference; it is followed all the same");
        self.tolerate(message, &reference.place);
        Some(target)
    }

    /// What is wrong with the text of another file is said once somebody needs it.
    fn report_problems(&mut self, file: usize) {
        let library = self.library;
        for problem in library.problems(file) {
            self.report(problem.clone());
        }
    }

    /// The name under which a piece is declared for all: the key of a component or definition, else, in another file, the
    /// last key, or the name of the file.
    pub(super) fn declared_name(&self, place: &Place) -> Option<String> {
        let segments = place.segments();
        if let Some(name) = component_key(&segments) {
            return Some(name.to_owned());
        }
        if place.file == 0 {
            return None;
        }
        match segments.last() {
            None => self.library.stem(place.file).map(str::to_owned),
            Some(Segment::Key(key)) if key.starts_with(char::is_alphabetic) => {
                Some(key.to_string())
            }
            Some(_) => None,
        }
    }
}

/// How many names are compared with one that leads nowhere: thousands of each would take as long as all the rest.
const MOST_CANDIDATES: usize = 500;

/// The members of a Swagger 2.0 document that hold what others refer to.
const SWAGGER_COMPONENTS: [&str; 3] = ["definitions", "parameters", "responses"];

/// The key of a component, or of a definition in a schema, if the steps lead to one.
fn component_key<'p>(segments: &[&'p Segment]) -> Option<&'p str> {
    match segments {
        [
            Segment::Key(components),
            Segment::Key(_),
            Segment::Key(name),
        ] if **components == *"components" => Some(name),
        // Swagger 2.0 has them at the root.
        [Segment::Key(kind), Segment::Key(name)] if SWAGGER_COMPONENTS.contains(&&**kind) => {
            Some(name)
        }
        [.., Segment::Key(kind), Segment::Key(name)]
            if matches!(&**kind, "$defs" | "definitions") =>
        {
            Some(name)
        }
        _ => None,
    }
}

/// Why a reference leads nowhere.
pub(super) fn explain(text: &str, dead: &Dead, from: &Place, library: &Library) -> Diagnostic {
    match dead {
        Dead::Refused(Refusal::Unreadable(reason)) => Diagnostic::error(
            Code::Reference,
            format!("`{text}` cannot be read: {reason}"),
        ),
        Dead::Refused(refusal) => refused(text, refusal),
        Dead::Broken(_) => Diagnostic::error(
            Code::Reference,
            format!("`{text}` leads to a file that is neither YAML nor JSON"),
        ),
        Dead::NoAnchor(anchor) => {
            Diagnostic::error(Code::Reference, format!("`{text}` leads nowhere"))
                .label(format!("no schema has the anchor `{anchor}`"))
        }
        Dead::Nothing(found) => {
            let whose = if found.file == from.file {
                ""
            } else {
                " of that file"
            };
            let diagnostic = Diagnostic::error(Code::Reference, format!("`{text}` leads nowhere"))
                .label(format!("`{found}`{whose} has no such member"));
            match meant(text, found, library) {
                Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
                None => diagnostic,
            }
        }
    }
}

/// The reference with the member that was probably meant: one of those that stand where the pointer could still be followed.
fn meant(text: &str, found: &Place, library: &Library) -> Option<String> {
    let (node, _) = library.at(found.clone()).ok()?;
    let (before, last) = text.rsplit_once('/')?;
    let followed = found.segments().len() + 1 == text.split_once('#')?.1.matches('/').count();
    let known = node.as_object()?.keys().take(MOST_CANDIDATES);
    let meant = closest(last, known).filter(|_| followed)?;
    Some(format!("{before}/{meant}"))
}

/// A reference to a document that is not read.
fn refused(text: &str, refusal: &Refusal) -> Diagnostic {
    let error = |message: String| Diagnostic::error(Code::ForbiddenReference, message);
    match refusal {
        Refusal::Outside => error(format!("`{text}` lies outside the folder of the document"))
            .help("allow another folder with the option `reference_folders` (`--reference-folder` on the command line)"),
        Refusal::AbsolutePath => error(format!("`{text}` is an absolute path, which is not followed"))
            .help("write the path from this file on, for example `schemas/pet.yaml`"),
        Refusal::Url(url) => error(format!("`{text}` leads to a URL, and nothing is read over the network"))
            .help(format!("keep a local copy and name it with the option `reference_copies` (`--reference-copy` on the command line): `{url} PATH sha256:HASH`")),
        Refusal::NoFolder => error(format!("`{text}` leads to another file, but this document comes from none"))
            .help("read the document from a file, or bundle all into one first"),
        Refusal::Hash { path, found } => error(format!("`{text}` is not the copy that was allowed: `{}` has another hash", path.display()))
            .help(format!("if the change is meant, write `sha256:{found}`")),
        Refusal::TooLarge(limit) => exceeded("bytes", &format!("`{text}` is too large"), *limit),
        Refusal::Unreadable(reason) => error(format!("`{text}` cannot be read: {reason}")),
    }
}
