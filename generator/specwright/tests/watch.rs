//! `specwright watch`: the code follows its document.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod support;

use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use support::{Place, SPEC};

/// A running command that ends with the test.
struct Watching(Child);

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn watching(place: &Place, arguments: &str) -> Watching {
    let child = Command::new(env!("CARGO_BIN_EXE_specwright"))
        .args(arguments.split_whitespace())
        .current_dir(&place.0)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    Watching(child.unwrap())
}

/// Waits until a file holds a text.
fn wait_for(place: &Place, path: &str, text: &str) {
    let begin = Instant::now();
    while !(place.exists(path) && place.read(path).contains(text)) {
        assert!(
            begin.elapsed() < Duration::from_secs(60),
            "{path} never held {text}"
        );
        sleep(Duration::from_millis(50));
    }
}

#[test]
fn the_code_follows_the_document_and_stays_while_that_is_broken() {
    let place = Place::new("watch");
    let _watching = watching(&place, "watch api.yaml --out api");
    wait_for(&place, "api/models.rs", "pub struct Pet");
    place.write(
        "api.yaml",
        &SPEC.replace(
            "name: { type: string }",
            "name: { type: string }\n        age: { type: integer }",
        ),
    );
    wait_for(&place, "api/models.rs", "pub age: Option<i64>");
    // Some editors write another file and move it there.
    place.write("api.yaml.new", &SPEC.replace("Pet", "Animal"));
    std::fs::rename(place.0.join("api.yaml.new"), place.0.join("api.yaml")).unwrap();
    wait_for(&place, "api/models.rs", "pub struct Animal");
    place.write("api.yaml", &SPEC.replace("type: string", "type: strin"));
    sleep(Duration::from_secs(2));
    assert!(
        place.read("api/models.rs").contains("pub struct Animal"),
        "the last good code stays"
    );
    place.write("api.yaml", SPEC);
    wait_for(&place, "api/models.rs", "pub struct Pet");
}

#[test]
fn the_code_follows_the_configuration_file() {
    let place = Place::new("watch-project");
    place.write(
        "specwright.toml",
        "[[documents]]\nspec = \"api.yaml\"\nout = \"api\"\n",
    );
    let _watching = watching(&place, "watch");
    wait_for(&place, "api/models.rs", "pub struct Pet");
    place.write(
        "specwright.toml",
        "rename = [\"Pet=Beast\"]\n[[documents]]\nspec = \"api.yaml\"\nout = \"api\"\n",
    );
    wait_for(&place, "api/models.rs", "pub struct Beast");
}
