//! The order of the stages, and nothing else: the only file that knows all of them.

#[cfg(feature = "sample")]
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;

#[cfg(not(feature = "sample"))]
use crate::diagnostic::Code;
use crate::diagnostic::render::{self, Rendered};
use crate::diagnostic::{Diagnostic, Diagnostics, Policy};
use crate::emit::{self, Module};
#[cfg(feature = "sample")]
use crate::ir::Operation;
use crate::ir::{self, Api};
use crate::lint;
use crate::openapi::{self, Coverage, Description, Extent};
use crate::options::{self, Mock, Options, ServeDocument, Webhooks};
use crate::output::{self, Facts, GeneratedFile, LOCK, Layout, Lock, Output, OutputError, Tree};
use crate::plan::{self, AnswerItem, Plan};
use crate::source::{self, Access, Input, Library, Limits, Node, Sources};
use crate::surface::Surface;

/// What one run made, stage by stage. Every door spends it: writes it, compares it, or returns its tokens.
///
/// A stage is `None` where an earlier one could make nothing of the document; the diagnostics say why.
#[derive(Clone, Debug)]
pub struct Generation {
    /// All files that were read; the first is the root document.
    pub sources: Sources,
    /// The document as a tree of nodes, with the others that it refers to.
    pub documents: Option<Library>,
    /// How much of the document is honoured.
    pub coverage: Option<Coverage>,
    /// What the API means.
    pub api: Option<Api>,
    /// What Rust we write.
    pub plan: Option<Plan>,
    /// What is to be said to the user.
    pub diagnostics: Diagnostics,
}

/// Runs all stages up to the plan. What comes after it is a function of the plan alone, and is made when a
/// door asks for it.
pub fn generate(input: &Input, options: &Options) -> Generation {
    stages(input, options, planned)
}

/// Like [`generate`], and says what in the document makes poor code.
pub fn check(input: &Input, options: &Options) -> Generation {
    stages(input, options, |api, options, diagnostics| {
        let plan = planned(api, options, diagnostics);
        lint::lint(api, diagnostics);
        plan
    })
}

/// Runs the stages up to the IR: what the API means, for those who write no code.
pub fn read(input: &Input, options: &Options) -> Generation {
    stages(input, options, |_, _, _| None)
}

/// What is made of an API.
type Last = fn(&Api, &Options, &mut Diagnostics) -> Option<Plan>;

fn planned(api: &Api, options: &Options, diagnostics: &mut Diagnostics) -> Option<Plan> {
    Some(plan::plan(api, options, diagnostics))
}

fn stages(input: &Input, options: &Options, last: Last) -> Generation {
    let mut generation = Generation {
        sources: Sources::new(input),
        documents: None,
        coverage: None,
        api: None,
        plan: None,
        diagnostics: Diagnostics::default(),
    };
    let Generation {
        sources,
        diagnostics,
        ..
    } = &mut generation;
    let Some(options) = options::file::resolved(options, sources, diagnostics) else {
        return generation;
    };
    // The stages after a failed one have nothing to work on.
    let _ = run(&mut generation, input, &options, last);
    match Policy::new(&options.allow, &options.deny) {
        Ok(policy) => {
            let found = std::mem::take(&mut generation.diagnostics);
            generation.diagnostics = policy.judge(found);
        }
        Err(wrong) => generation.diagnostics.push(options.locate(*wrong)),
    }
    generation
}

fn run(generation: &mut Generation, input: &Input, options: &Options, last: Last) -> Option<()> {
    let Generation {
        sources,
        documents,
        coverage,
        api,
        plan,
        diagnostics,
    } = generation;
    let access = access(options)
        .map_err(|diagnostic| diagnostics.push(diagnostic))
        .ok()?;
    let root = source::load(input, &access.limits, sources, diagnostics)?;
    let (overlays, limits) = (&options.overlays, &access.limits);
    let root = source::overlay(root, overlays, limits, sources, diagnostics);
    let documents = documents.insert(source::collect(root, &access, sources));
    let description = openapi::read(documents, extent(options), diagnostics)?;
    let api = api.insert(ir::lower::lower(&description, diagnostics));
    plan::choose(api, options, diagnostics);
    *coverage = Some(description.coverage.with_operations(api.operations.len()));
    *plan = last(api, options, diagnostics).map(|plan| Plan {
        mock: mocked(api, &plan, options, diagnostics),
        served_document: served(documents, options),
        ..plan
    });
    Some(())
}

/// What is read of the document.
fn extent(options: &Options) -> Extent {
    match options.webhooks.unwrap_or_default() {
        Webhooks::Off => Extent::Paths,
        Webhooks::On => Extent::PathsAndWebhooks,
    }
}

/// What a double of the server answers, if there is to be one: by the document's examples, else by values that fit.
#[cfg(feature = "sample")]
fn mocked(
    api: &Api,
    plan: &Plan,
    options: &Options,
    _: &mut Diagnostics,
) -> Option<Vec<AnswerItem>> {
    if options.mock.unwrap_or_default() == Mock::Off {
        return None;
    }
    let sampler = crate::sample::Sampler::new(api).with_examples();
    let answer = |operation: &Operation| {
        let answer = sampler.answer(operation)?;
        Some(AnswerItem {
            method: operation.method.0.clone(),
            path: operation.path.text.clone(),
            status: answer.status,
            media_type: answer.media_type,
            body: answer.body,
        })
    };
    let groups = plan.operation_groups.iter();
    let planned = groups.flat_map(|group| &group.operations);
    let planned: BTreeSet<(&str, &str)> = planned
        .map(|one| (one.method.as_str(), one.template.as_str()))
        .collect();
    let is_planned =
        |one: &&Operation| planned.contains(&(one.method.0.as_str(), one.path.text.as_str()));
    let operations = api.operations.iter();
    Some(operations.filter(is_planned).filter_map(answer).collect())
}

/// What makes values is not compiled in: build scripts and macros that want no double do without it.
#[cfg(not(feature = "sample"))]
fn mocked(
    _: &Api,
    _: &Plan,
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<AnswerItem>> {
    if options.mock.unwrap_or_default() == Mock::On {
        let message = "the option `mock` needs the Cargo feature `mock` of specwright";
        let help = "add it where Cargo.toml names specwright: `features = [\"mock\"]`";
        let mut unmet = Diagnostic::error(Code::UnmatchedOption, message).help(help);
        unmet.place = options.place("mock", "on").cloned();
        diagnostics.push(unmet);
    }
    None
}

/// The document that the server is to have.
fn served(documents: &Library, options: &Options) -> Option<String> {
    match options.serve_document.unwrap_or_default() {
        ServeDocument::Off => None,
        ServeDocument::Json => documents.root().map(Node::json_text),
    }
}

/// What may be read, and how much.
fn access(options: &Options) -> Result<Access, Diagnostic> {
    let (folders, copies) = (&options.reference_folders, &options.reference_copies);
    Limits::new(&options.limits)
        .and_then(|limits| Access::new(folders, copies, limits))
        .map_err(|wrong| options.locate(*wrong))
}

/// A typed document as the input of a run.
///
/// # Errors
/// A document that cannot be written as JSON.
pub fn input_from_openapi(document: &openapiv3::OpenAPI) -> Result<Input, serde_json::Error> {
    Ok(Input::Text {
        name: "<openapiv3>".to_owned(),
        text: serde_json::to_string(document)?,
    })
}

impl Generation {
    /// What is to be said to the user, with lines and columns.
    pub fn messages(&self) -> Vec<Rendered> {
        render::machine(&self.diagnostics, &self.sources)
    }

    /// The same, those that say the same of several places folded into the first: for places that show one line each.
    pub fn brief_messages(&self) -> Vec<Rendered> {
        render::brief(&self.diagnostics, &self.sources)
    }

    /// The absolute paths of all files that were read: what a change must be watched for.
    pub fn inputs(&self) -> Vec<PathBuf> {
        self.sources
            .iter()
            .filter_map(|file| file.path.clone())
            .collect()
    }

    /// The root document as a tree of nodes.
    pub fn document(&self) -> Option<&Node> {
        self.documents.as_ref()?.root()
    }

    /// What the document says. It is read again, since it borrows from the document.
    pub fn description(&self) -> Option<Description<'_>> {
        let (documents, extent) = (self.documents.as_ref()?, Extent::PathsAndWebhooks);
        openapi::read(documents, extent, &mut Diagnostics::default())
    }

    /// The emitted modules, without the runtime. `None` without a plan.
    pub fn module(&self) -> Option<Module> {
        self.plan.as_ref().map(emit::emit)
    }

    /// The output as files, with the crates that they name. Empty without a plan.
    ///
    /// # Errors
    /// A mistake of this program, see [`OutputError`].
    pub fn output(&self, layout: &Layout, command: Option<String>) -> Result<Output, OutputError> {
        let (Some(plan), Some(tree)) = (&self.plan, self.tree()?) else {
            return Ok(Output::default());
        };
        let (mut files, crates) = output::lay_out(tree, layout, &self.facts(command), plan)?;
        let lock = self.lock(&files);
        files.push(GeneratedFile {
            path: LOCK.to_owned(),
            contents: lock.text(),
        });
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Output {
            files,
            crates,
            lock,
        })
    }

    /// What is recorded beside these files.
    fn lock(&self, files: &[GeneratedFile]) -> Lock {
        let names = self.document_names();
        let texts = self.sources.iter().map(|file| file.text.as_str());
        let documents = names.iter().map(String::as_str).zip(texts);
        Lock::new(documents, files, self.surface().unwrap_or_default())
    }

    /// How a lock differs from these documents, and from the files in its folder, in sentences; empty if it is as it
    /// should be.
    pub fn differences_from(&self, lock: &Lock, folder: &Path) -> Vec<String> {
        let now = self.lock(&[]);
        let mut problems = lock.changed_files(folder);
        if lock.version != now.version {
            let (old, new) = (&lock.version, &now.version);
            problems.push(format!("it was written by version {old}, this is {new}"));
        }
        if lock.documents != now.documents {
            problems.push("the document has changed since".to_owned());
        }
        if lock.surface.without_places() != now.surface.without_places() {
            problems.push("the code would offer something else".to_owned());
        }
        problems
    }

    /// What the code offers to those who use it. `None` without a plan.
    pub fn surface(&self) -> Option<Surface> {
        let (plan, api) = (self.plan.as_ref()?, self.api.as_ref()?);
        Some(Surface::of(plan, api, &self.document_names()))
    }

    /// The output as files. Empty without a plan.
    ///
    /// # Errors
    /// A mistake of this program, see [`OutputError`].
    pub fn files(
        &self,
        layout: &Layout,
        command: Option<String>,
    ) -> Result<Vec<GeneratedFile>, OutputError> {
        self.output(layout, command).map(|output| output.files)
    }

    /// The output as one text for `include!`. Empty without a plan.
    ///
    /// # Errors
    /// A mistake of this program, see [`OutputError`].
    pub fn text(&self) -> Result<String, OutputError> {
        self.tree()?.map_or(Ok(String::new()), |tree| {
            output::text(tree, &self.facts(None))
        })
    }

    /// The output as tokens. Empty without a plan.
    ///
    /// # Errors
    /// A mistake of this program, see [`OutputError`].
    pub fn tokens(&self) -> Result<TokenStream, OutputError> {
        self.tree()?.map_or(Ok(TokenStream::new()), output::tokens)
    }

    /// The rows of a `[dependencies]` table with the crates that the output names. Empty without a plan.
    ///
    /// # Errors
    /// A mistake of this program, see [`OutputError`].
    pub fn dependencies(&self) -> Result<String, OutputError> {
        let tree = self.tree()?;
        Ok(tree.map(|tree| tree.dependencies()).unwrap_or_default())
    }

    fn tree(&self) -> Result<Option<Tree>, OutputError> {
        let Some(plan) = &self.plan else {
            return Ok(None);
        };
        Tree::new(emit::emit(plan), &plan.needs).map(Some)
    }

    fn facts(&self, command: Option<String>) -> Facts {
        let info = self.plan.as_ref().map(|plan| &plan.info);
        Facts {
            title: info.map(|info| info.title.clone()).unwrap_or_default(),
            version: info.map(|info| info.version.clone()).unwrap_or_default(),
            document: self.document_names().into_iter().next().unwrap_or_default(),
            hash: Facts::hash(self.sources.iter().map(|file| file.text.as_str())),
            command,
        }
    }

    /// The documents as headers and locks name them: nothing of the machine that made them.
    fn document_names(&self) -> Vec<String> {
        let portable = |name: &str| {
            let path = Path::new(name);
            match path.file_name() {
                Some(file) if path.is_absolute() => file.to_string_lossy().into_owned(),
                _ => name.to_owned(),
            }
        };
        self.sources
            .iter()
            .map(|file| portable(&file.name))
            .collect()
    }
}
