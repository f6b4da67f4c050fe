//! The whole output as one tree of modules: what the emitters made, and the runtime files it stands on.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;

use super::OutputError;
use super::dependencies::Dependencies;
use super::gate::{CLIENT, FEATURES, Gate};
use super::runtime::{self, RUNTIME};
use crate::emit::{Module, Visibility};
use crate::plan::{CrateNeed, Needs};

/// The module that stands for the server where the client is tried.
const MOCK: &str = "mock";

/// The modules that only the client and the server use.
const SHARED: [&str; 4] = ["errors", "requests", "responses", "security"];

/// One module.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Its name, as the source spells it.
    pub name: String,
    /// Who sees it.
    pub visibility: Visibility,
    /// When it is part of a whole crate.
    pub gate: Gate,
    /// What it holds.
    pub body: Body,
    /// Its sub-modules.
    pub children: Vec<Unit>,
}

impl Unit {
    /// How its declaration starts.
    pub(super) fn keyword(&self) -> &'static str {
        match self.visibility {
            Visibility::Public => "pub mod",
            Visibility::Private | Visibility::Part => "mod",
        }
    }

    /// The line with which its parent passes on what is in it; none if it does not.
    pub(super) fn passed_on(&self) -> Option<String> {
        (self.visibility == Visibility::Part).then(|| format!("pub use self::{}::*;\n", self.name))
    }
}

/// What a module holds.
#[derive(Clone, Debug)]
pub(super) enum Body {
    /// What an emitter made.
    Emitted {
        /// Markdown for the module.
        docs: String,
        /// The items.
        items: TokenStream,
    },
    /// A runtime file, word for word; its module docs are its first lines.
    Pasted(&'static str),
}

/// The whole output.
#[derive(Clone, Debug)]
pub struct Tree {
    pub(super) root: Unit,
    /// The crates that the code names.
    pub(super) dependencies: Dependencies,
    /// The features of a whole crate that switch what belongs to one tag.
    pub(super) tags: BTreeSet<String>,
}

impl Tree {
    /// Joins emitted modules with the runtime files that they name.
    ///
    /// # Errors
    /// A module whose name cannot be the name of a file, or a runtime file that does not exist.
    pub fn new(module: Module, needs: &Needs) -> Result<Self, OutputError> {
        let present = present_features(&module);
        let mut dependencies = Dependencies::default();
        for (name, need) in &needs.crates {
            dependencies.add(name, need, &Gate::Always);
        }
        let mut runtime: BTreeMap<&'static str, (Gate, &'static str)> = BTreeMap::new();
        for child in &module.children {
            let gate = gate(&child.name, &present);
            let mut names = BTreeSet::new();
            runtime::named_by(child, &mut names);
            for piece in runtime::closure(&names)? {
                let entry = runtime
                    .entry(piece.name)
                    .or_insert((gate.clone(), piece.text));
                entry.0 = entry.0.clone().or(&gate);
                for one in piece.crates {
                    let need = CrateNeed::new(one.version, one.features, one.default_features);
                    dependencies.add(one.name, &need, &gate);
                }
            }
        }
        let mut tags = BTreeSet::new();
        switches(&module, &mut tags);
        let mut root = unit(module, "")?;
        for child in &mut root.children {
            child.gate = gate(&child.name, &present);
        }
        if !runtime.is_empty() {
            root.children.push(runtime_unit(runtime));
        }
        Ok(Self {
            root,
            dependencies,
            tags,
        })
    }

    /// The rows of a `[dependencies]` table.
    pub fn dependencies(&self) -> String {
        self.dependencies.rows()
    }

    /// The features whose part is there, in the order of [`FEATURES`].
    pub(super) fn features(&self) -> Vec<&'static str> {
        FEATURES
            .into_iter()
            .filter(|feature| {
                self.root
                    .children
                    .iter()
                    .any(|child| child.name == *feature)
            })
            .collect()
    }
}

/// The features that switch modules inside a module.
fn switches(module: &Module, features: &mut BTreeSet<String>) {
    features.extend(module.feature.clone());
    for child in &module.children {
        switches(child, features);
    }
}

fn present_features(module: &Module) -> BTreeSet<&'static str> {
    FEATURES
        .into_iter()
        .filter(|feature| module.children.iter().any(|child| child.name == *feature))
        .collect()
}

/// When a module of the first level is part of a whole crate.
fn gate(name: &str, present: &BTreeSet<&'static str>) -> Gate {
    let name = if name == MOCK { CLIENT } else { name };
    match FEATURES.into_iter().find(|feature| *feature == name) {
        Some(feature) => Gate::of(feature),
        None if SHARED.contains(&name) => {
            Gate::AnyOf(present.iter().map(|&one| one.to_owned()).collect())
        }
        None => Gate::Always,
    }
}

fn unit(module: Module, parent: &str) -> Result<Unit, OutputError> {
    let path = format!("{parent}{}", module.name);
    if !parent.is_empty() && syn::parse_str::<syn::Ident>(&module.name).is_err() {
        return Err(OutputError {
            module: path,
            message: "its name is not an identifier".to_owned(),
        });
    }
    let inner = format!("{path}::");
    let children = module
        .children
        .into_iter()
        .map(|child| unit(child, &inner))
        .collect::<Result<_, _>>()?;
    Ok(Unit {
        name: module.name,
        visibility: module.visibility,
        gate: module.feature.as_deref().map_or(Gate::Always, Gate::of),
        body: Body::Emitted {
            docs: module.docs,
            items: module.items,
        },
        children,
    })
}

fn runtime_unit(pieces: BTreeMap<&'static str, (Gate, &'static str)>) -> Unit {
    Unit {
        name: RUNTIME.to_owned(),
        visibility: Visibility::Public,
        gate: Gate::Always,
        body: Body::Emitted {
            docs: "What all of the generated code stands on; the same for every API.".to_owned(),
            items: TokenStream::new(),
        },
        children: pieces
            .into_iter()
            .map(|(name, (gate, text))| Unit {
                name: name.to_owned(),
                visibility: Visibility::Public,
                gate,
                body: Body::Pasted(text),
                children: Vec::new(),
            })
            .collect(),
    }
}
