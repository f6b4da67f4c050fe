//! The folder under bad conditions: killed at each step, edited by hand, shared by several runs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failed unwrap is a failed test"
)]

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::thread;

use super::*;
use crate::surface::Surface;

/// A disk whose power goes at a certain step: that one happens by half, what was not synchronized is cut, and nothing
/// happens afterwards.
struct DyingDisk {
    steps_left: Cell<usize>,
    loose: RefCell<BTreeSet<PathBuf>>,
}

impl DyingDisk {
    fn after(steps: usize) -> &'static Self {
        Box::leak(Box::new(Self {
            steps_left: Cell::new(steps),
            loose: RefCell::default(),
        }))
    }

    fn step(&self, half: impl FnOnce()) -> io::Result<()> {
        match self.steps_left.get() {
            0 => Err(io::Error::other("dead")),
            1 => {
                half();
                for path in self.loose.borrow().iter().filter(|path| path.is_file()) {
                    fs::write(path, "").unwrap();
                }
                self.steps_left.set(0);
                Err(io::Error::other("dies"))
            }
            more => {
                self.steps_left.set(more - 1);
                Ok(())
            }
        }
    }
}

impl Disk for DyingDisk {
    fn create_folders(&self, path: &Path) -> io::Result<()> {
        self.step(|| ())?;
        MachineDisk.create_folders(path)
    }

    fn write(&self, path: &Path, contents: &[u8]) -> io::Result<()> {
        let half = &contents[..contents.len() / 2];
        self.step(|| fs::write(path, half).unwrap())?;
        self.loose.borrow_mut().insert(path.to_owned());
        MachineDisk.write(path, contents)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.step(|| ())?;
        self.loose.borrow_mut().remove(path);
        MachineDisk.sync(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| ())?;
        let mut loose = self.loose.borrow_mut();
        if loose.remove(from) {
            loose.insert(to.to_owned());
        }
        MachineDisk.rename(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step(|| ())?;
        MachineDisk.remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        // It may fail where the folder is not empty, so it counts as no step.
        match self.steps_left.get() {
            0 => Err(io::Error::other("dead")),
            _ => MachineDisk.remove_folder(path),
        }
    }
}

/// Files as a run makes them, with their lock.
fn output(files: &[(&str, &str)]) -> Vec<GeneratedFile> {
    let mut output: Vec<GeneratedFile> = files
        .iter()
        .map(|(path, contents)| GeneratedFile {
            path: (*path).to_owned(),
            contents: (*contents).to_owned(),
        })
        .collect();
    let lock = Lock::new(std::iter::empty(), &output, Surface::default());
    output.push(GeneratedFile {
        path: LOCK.to_owned(),
        contents: lock.text(),
    });
    output
}

fn old() -> Vec<GeneratedFile> {
    output(&[
        ("mod.rs", "old root"),
        ("models.rs", "models"),
        ("client/pets.rs", "gone soon"),
        ("client/deep/er.rs", "gone too"),
    ])
}

fn new() -> Vec<GeneratedFile> {
    output(&[
        ("mod.rs", "new root"),
        ("models.rs", "models"),
        ("server.rs", "new"),
        ("server/pets.rs", "newer"),
    ])
}

/// All files below a folder with what they hold, without those of a run in progress.
fn tree(folder: &Path) -> BTreeMap<String, String> {
    fn walk(folder: &Path, prefix: &str, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && name != journal::WORK {
                walk(&path, &format!("{prefix}{name}/"), found);
            } else if path.is_file() {
                found.insert(format!("{prefix}{name}"), fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, "", &mut found);
    found
}

fn as_tree(files: &[GeneratedFile]) -> BTreeMap<String, String> {
    let mut tree: BTreeMap<String, String> = files
        .iter()
        .map(|file| (file.path.clone(), file.contents.clone()))
        .collect();
    tree.insert("mine.rs".to_owned(), "of the user".to_owned());
    tree
}

/// A folder as an earlier run left it, with a file of the user.
fn place() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("mine.rs"), "of the user").unwrap();
    let folder = OpenFolder::open(place.path()).unwrap();
    folder.apply(&folder.compare(old()).unwrap()).unwrap();
    drop(folder);
    assert_eq!(tree(place.path()), as_tree(&old()));
    place
}

fn update(
    folder: &Path,
    files: Vec<GeneratedFile>,
    disk: &'static dyn Disk,
) -> Result<(), FolderError> {
    let folder = OpenFolder::open_on(folder, disk)?;
    folder.apply(&folder.compare(files)?)
}

#[test]
fn a_run_that_dies_at_any_step_leaves_the_old_tree_or_the_new_one() {
    let (mut steps, mut kept, mut switched) = (0, 0, 0);
    loop {
        steps += 1;
        let place = place();
        let result = update(place.path(), new(), DyingDisk::after(steps));
        // Whoever comes next finishes what was begun, or forgets it.
        drop(OpenFolder::open(place.path()).unwrap());
        let found = tree(place.path());
        if found == as_tree(&new()) {
            switched += 1;
        } else {
            assert_eq!(found, as_tree(&old()), "after {steps} steps");
            assert!(result.is_err());
            kept += 1;
        }
        let work = place.path().join(journal::WORK);
        assert!(!work.exists(), "after {steps} steps something is left");
        update(place.path(), new(), &MachineDisk).unwrap();
        assert_eq!(tree(place.path()), as_tree(&new()), "after {steps} steps");
        assert!(!place.path().join("client").exists());
        if result.is_ok() {
            break;
        }
    }
    assert!(kept > 10 && switched > 10, "{kept} and {switched}");
}

#[test]
fn healing_that_dies_at_any_step_is_healed() {
    let mut deaths = 0;
    for steps in 1..60 {
        let place = place();
        if update(place.path(), new(), DyingDisk::after(steps)).is_ok() {
            break;
        }
        for healing in 1.. {
            match OpenFolder::open_on(place.path(), DyingDisk::after(healing)) {
                Ok(_) => break,
                Err(_) => deaths += 1,
            }
        }
        drop(OpenFolder::open(place.path()).unwrap());
        let found = tree(place.path());
        assert!(
            found == as_tree(&new()) || found == as_tree(&old()),
            "after {steps} steps: {found:#?}"
        );
    }
    assert!(deaths > 50, "{deaths}");
}

#[test]
fn what_is_changed_by_hand_is_not_overwritten() {
    let place = place();
    fs::write(place.path().join("mod.rs"), "my root").unwrap();
    fs::write(place.path().join("client/pets.rs"), "my pets").unwrap();
    let error = update(place.path(), new(), &MachineDisk).unwrap_err();
    assert!(
        matches!(&error, FolderError::Edited(paths) if paths.len() == 2),
        "{error}"
    );
    assert_eq!(
        fs::read_to_string(place.path().join("mod.rs")).unwrap(),
        "my root"
    );
    assert!(!place.path().join("server.rs").exists());
    let folder = OpenFolder::open(place.path()).unwrap();
    folder.apply_all(&folder.compare(new()).unwrap()).unwrap();
    assert_eq!(tree(place.path()), as_tree(&new()));
}

#[test]
fn what_is_changed_by_hand_while_a_run_lies_dead_is_kept() {
    let mut kept = 0;
    for steps in 1.. {
        let place = place();
        let result = update(place.path(), new(), DyingDisk::after(steps));
        let root = place.path().join("mod.rs");
        if fs::read_to_string(&root).unwrap() == "old root" {
            fs::write(&root, "my root").unwrap();
            drop(OpenFolder::open(place.path()).unwrap());
            assert_eq!(fs::read_to_string(&root).unwrap(), "my root");
            kept += 1;
        }
        if result.is_ok() {
            break;
        }
    }
    assert!(kept > 10, "{kept}");
}

#[test]
fn a_journal_of_somebody_else_leads_nowhere() {
    let place = place();
    let outside = tempfile::NamedTempFile::new().unwrap();
    let work = place.path().join(journal::WORK);
    for path in [
        "../victim",
        outside.path().to_str().unwrap(),
        "a/../../b",
        "",
    ] {
        fs::create_dir_all(work.join("new")).unwrap();
        fs::write(work.join("new/0"), "evil").unwrap();
        let steps = serde_json::json!([{ "path": path, "replaces": null, "staged": 0 }]);
        fs::write(work.join("journal"), steps.to_string()).unwrap();
        assert!(OpenFolder::open(place.path()).is_err(), "{path}");
    }
}

#[test]
fn without_a_lock_the_first_lines_say_what_was_generated() {
    let place = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| fs::write(place.path().join(path), text).unwrap();
    write("models.rs", "// Generated by specwright; see mod.rs.\nold");
    write("client.rs", "// Generated by specwright; see mod.rs.\nold");
    write("mine.rs", "// Mine.\n");
    update(place.path(), output(&[("models.rs", "new")]), &MachineDisk).unwrap();
    assert_eq!(
        tree(place.path()).into_keys().collect::<Vec<_>>(),
        ["mine.rs", "models.rs", LOCK]
    );
    let error = update(place.path(), output(&[("mine.rs", "new")]), &MachineDisk).unwrap_err();
    assert!(matches!(error, FolderError::Foreign(_)), "{error}");
}

#[test]
fn runs_in_one_folder_come_one_after_another() {
    let place = place();
    thread::scope(|scope| {
        for index in 0..8 {
            let place = place.path();
            scope.spawn(move || {
                for _ in 0..5 {
                    let files = if index % 2 == 0 { new() } else { old() };
                    update(place, files, &MachineDisk).unwrap();
                }
            });
        }
    });
    let found = tree(place.path());
    assert!(
        found == as_tree(&new()) || found == as_tree(&old()),
        "{found:#?}"
    );
    assert!(!place.path().join(journal::WORK).exists());
}

#[test]
fn a_lock_is_read_as_it_was_written() {
    let files = old();
    let lock = Lock::new(
        [("api.yaml", "openapi: 3.0.3")].into_iter(),
        &files,
        Surface::default(),
    );
    assert_eq!(Lock::parse(&lock.text()).unwrap(), lock);
    let error = Lock::parse("specwright 0.1.0\n<<<<<<< HEAD\n").unwrap_err();
    assert_eq!(error.line, 2);
}
