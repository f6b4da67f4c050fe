//! Clients can run in a browser: neither their code nor the crates that it stands on need an operating system there.
//! `.ci/browser` compiles them for `wasm32-unknown-unknown` where that target can be had.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::collections::{BTreeMap, BTreeSet};

use specwright_core::options::{Options, Parts};
use specwright_core::output::{GeneratedFile, Layout, OpenFolder};
use specwright_core::pipeline::generate;
use specwright_core::source::Input;
use specwright_tests::harness::{cargo, fixtures, repository, write_workspace};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemUse, Path, Stmt, UseTree};

/// What a browser does not have, by the beginning of the path that leads to it.
const NATIVE: [&str; 12] = [
    "std::env",
    "std::fs",
    "std::os",
    "std::process",
    "std::thread",
    "std::net::Tcp",
    "std::net::Udp",
    "tokio::net",
    "tokio::runtime",
    "tokio::time",
    "Instant::now",
    "SystemTime::now",
];

/// Crates for connections, which the browser itself makes.
const NATIVE_CRATES: [&str; 8] = [
    "aws-lc-rs",
    "hyper",
    "mio",
    "native-tls",
    "openssl",
    "ring",
    "rustls",
    "socket2",
];

/// What is there nevertheless: the file and the path, which is not reached in a browser.
const EXCUSED: [(&str, &str); 3] = [
    // A token has an end only where there is a clock.
    ("runtime/oauth2.rs", "Instant::now"),
    // Who wants calls that hold a thread up has one.
    ("runtime/blocking.rs", "std::thread"),
    ("runtime/blocking.rs", "tokio::runtime"),
];

/// The files of a client and nothing else.
fn client(input: &Input, options: Options) -> Vec<GeneratedFile> {
    let options = Options {
        parts: Some(Parts {
            client: true,
            ..Parts::NONE
        }),
        ..options
    };
    let layout = Layout::Crate {
        name: "client".to_owned(),
    };
    generate(input, &options).files(&layout, None).unwrap()
}

/// Whether something is left out in a browser.
fn is_left_out(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let condition = attribute.meta.require_list();
        condition.is_ok_and(|condition| {
            let text = condition.tokens.to_string().replace(' ', "");
            condition.path.is_ident("cfg") && text == "not(target_arch=\"wasm32\")"
        })
    })
}

/// Collects the paths that a file names.
#[derive(Default)]
struct Paths(BTreeSet<String>);

impl Paths {
    fn import(&mut self, before: &str, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => self.import(&format!("{before}{}::", path.ident), &path.tree),
            UseTree::Group(group) => group.items.iter().for_each(|one| self.import(before, one)),
            UseTree::Name(name) => drop(self.0.insert(format!("{before}{}", name.ident))),
            UseTree::Rename(name) => drop(self.0.insert(format!("{before}{}", name.ident))),
            UseTree::Glob(_) => drop(self.0.insert(before.to_owned())),
        }
    }
}

impl Visit<'_> for Paths {
    fn visit_item(&mut self, item: &Item) {
        let attributes = match item {
            Item::Fn(one) => &one.attrs,
            Item::Impl(one) => &one.attrs,
            Item::Use(one) => &one.attrs,
            Item::Type(one) => &one.attrs,
            Item::Mod(one) => &one.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !is_left_out(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_stmt(&mut self, statement: &Stmt) {
        let attributes: &[Attribute] = match statement {
            Stmt::Local(one) => &one.attrs,
            _ => &[],
        };
        if !is_left_out(attributes) {
            visit::visit_stmt(self, statement);
        }
    }

    fn visit_item_use(&mut self, import: &ItemUse) {
        self.import("", &import.tree);
    }

    fn visit_path(&mut self, path: &Path) {
        let names: Vec<String> = path
            .segments
            .iter()
            .map(|one| one.ident.to_string())
            .collect();
        self.0.insert(names.join("::"));
        visit::visit_path(self, path);
    }
}

#[test]
fn the_code_of_clients_uses_nothing_that_a_browser_does_not_have() {
    let mut files: BTreeMap<String, GeneratedFile> = BTreeMap::new();
    for fixture in fixtures() {
        let input = Input::File(fixture.path.clone());
        for file in client(&input, fixture.options.clone()) {
            let is_runtime = file.path.contains("runtime/");
            let name = if is_runtime {
                file.path.clone()
            } else {
                fixture.label() + &file.path
            };
            if file.path.ends_with(".rs") {
                files.entry(name).or_insert(file);
            }
        }
    }
    let mut excused = BTreeSet::new();
    for (name, file) in &files {
        let mut paths = Paths::default();
        paths.visit_file(&syn::parse_file(&file.contents).unwrap());
        for native in NATIVE {
            let found = paths.0.iter().any(|path| path.starts_with(native));
            let excuse = EXCUSED
                .iter()
                .position(|(end, what)| name.ends_with(end) && *what == native);
            match excuse {
                Some(index) if found => drop(excused.insert(index)),
                _ => assert!(!found, "{name} uses {native}"),
            }
        }
    }
    assert_eq!(
        excused.len(),
        EXCUSED.len(),
        "every excuse is needed: {excused:?}"
    );
}

#[test]
fn the_crates_of_clients_leave_connections_to_the_browser() {
    let folder = repository().join("target/browser");
    write_workspace(&folder, ["client"]).unwrap();
    let input = Input::File(repository().join("specs/authentik-proxy.yaml"));
    let package = OpenFolder::open(&folder.join("client")).unwrap();
    let changes = package.compare(client(&input, Options::default())).unwrap();
    package.apply_all(&changes).unwrap();
    let crates = |target: &str| {
        let output = cargo(&folder)
            .args([
                "tree",
                "--package",
                "client",
                "--features",
                "client",
                "--edges",
                "normal",
            ])
            .args(["--prefix", "none", "--format", "{p}", "--target", target])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        let names = String::from_utf8_lossy(&output.stdout).into_owned();
        let names = names.lines().filter_map(|line| line.split(' ').next());
        names.map(str::to_owned).collect::<BTreeSet<String>>()
    };
    let native = |names: &BTreeSet<String>| {
        let found = NATIVE_CRATES.iter().filter(|one| names.contains(**one));
        found.count()
    };
    let in_browser = crates("wasm32-unknown-unknown");
    assert_eq!(native(&in_browser), 0, "{in_browser:?}");
    assert!(in_browser.contains("web-sys"), "{in_browser:?}");
    // The list would find them if they were there.
    assert!(native(&crates("x86_64-unknown-linux-gnu")) > 3);
}
