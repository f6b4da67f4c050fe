//! What generated code is made of, and whether other code is made of the same: nothing of a document may add to it.

use std::collections::BTreeSet;

use specwright_core::output::{Layout, OutputError};
use specwright_core::pipeline::Generation;
use syn::visit::{self, Visit};

/// The kinds of items, the macros and the attributes of code that is known to be good.
#[derive(Debug)]
pub struct Harmless(BTreeSet<String>);

impl Harmless {
    /// What the code of these is made of.
    ///
    /// # Errors
    /// A file that is not Rust, or that has unsafe code.
    pub fn like(good: impl IntoIterator<Item = Generation>) -> Result<Self, String> {
        let mut all = BTreeSet::new();
        for generation in good {
            for file in own_code(&generation).map_err(|error| error.to_string())? {
                all.extend(kinds_of(&file)?);
            }
        }
        match ["unsafe", "another item"]
            .iter()
            .find(|kind| all.contains(**kind))
        {
            Some(kind) => Err(format!("{kind} in code that should be good")),
            None => Ok(Self(all)),
        }
    }

    /// Whether all code is Rust, made of nothing else, and shows all that it has.
    ///
    /// # Errors
    /// What a file has beyond that.
    pub fn check(&self, generation: &Generation) -> Result<(), String> {
        let files = own_code(generation).map_err(|error| error.to_string())?;
        files.iter().try_for_each(|file| self.check_file(file))
    }

    fn check_file(&self, file: &str) -> Result<(), String> {
        let found = kinds_of(file)?;
        let new: Vec<&String> = found.difference(&self.0).collect();
        if !new.is_empty() {
            return Err(format!("made of {new:?}"));
        }
        match file.lines().find(|line| line.contains(is_hidden)) {
            Some(line) => Err(format!("hidden characters in {line:?}")),
            None => Ok(()),
        }
    }
}

/// The files that depend on the document: all but the runtime.
fn own_code(generation: &Generation) -> Result<Vec<String>, OutputError> {
    let files = generation.files(&Layout::Module, None)?.into_iter();
    let own = files.filter(|file| file.path.ends_with(".rs") && !file.path.starts_with("runtime/"));
    Ok(own.map(|file| file.contents).collect())
}

fn is_hidden(one: char) -> bool {
    matches!(one, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        || (one.is_control() && one != '\n')
}

fn kinds_of(file: &str) -> Result<BTreeSet<String>, String> {
    let parsed = syn::parse_file(file).map_err(|error| {
        let start = error.span().start();
        let line = file.lines().nth(start.line.saturating_sub(1));
        format!("{error} at {start:?}: {line:?}")
    })?;
    let mut kinds = Kinds::default();
    kinds.visit_file(&parsed);
    Ok(kinds.0)
}

#[derive(Default)]
struct Kinds(BTreeSet<String>);

impl<'ast> Visit<'ast> for Kinds {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let kind = match item {
            syn::Item::Const(_) => "const",
            syn::Item::Enum(_) => "enum",
            syn::Item::Fn(_) => "fn",
            syn::Item::Impl(_) => "impl",
            syn::Item::Macro(_) => "macro",
            syn::Item::Mod(_) => "mod",
            syn::Item::Static(_) => "static",
            syn::Item::Struct(_) => "struct",
            syn::Item::Trait(_) => "trait",
            syn::Item::Type(_) => "type",
            syn::Item::Use(_) => "use",
            _ => "another item",
        };
        self.0.insert(kind.to_owned());
        visit::visit_item(self, item);
    }

    fn visit_macro(&mut self, one: &'ast syn::Macro) {
        let path = one
            .path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        self.0
            .insert(format!("{}!", path.collect::<Vec<_>>().join("::")));
        visit::visit_macro(self, one);
    }

    fn visit_attribute(&mut self, one: &'ast syn::Attribute) {
        let path = one
            .path()
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        self.0
            .insert(format!("#[{}]", path.collect::<Vec<_>>().join("::")));
    }

    fn visit_expr_unsafe(&mut self, _: &'ast syn::ExprUnsafe) {
        self.0.insert("unsafe".to_owned());
    }
}
