#!/usr/bin/env python3
"""Compile time of generated code, beside the same models with serde's derives, in one run.

usage: compile-time.py SPEC [RUNS]

Generates the crate with the release binary, warms its dependencies, then times `cargo check` of the crate alone
(CARGO_INCREMENTAL=0): CPU seconds of the process tree and the largest resident set of one process. Prints the least
of RUNS (default 3) per crate, and the ratio to the derived models.
"""
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORK = ROOT / "target" / "compile-time"


def run(arguments, **options):
    subprocess.run(arguments, check=True, **options)


def measure(folder, features):
    """CPU seconds and MiB of one `cargo check` of the crate alone."""
    command = ["cargo", "check", "--quiet", "--lib", "--no-default-features", "--features", ",".join(features)]
    environment = dict(os.environ, CARGO_INCREMENTAL="0", CARGO_TARGET_DIR=str(WORK / "target"))
    run(command, cwd=folder, env=environment)
    os.utime(folder / "src" / "lib.rs")
    process = subprocess.Popen(command, cwd=folder, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"cargo check failed in {folder}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def least(folder, features, runs):
    return min(measure(folder, features) for _ in range(runs))


def derived(spec):
    """The crate of the derived models."""
    folder = WORK / "derived"
    (folder / "src").mkdir(parents=True, exist_ok=True)
    dependencies = 'serde = { version = "1", features = ["derive"] }\nserde_json = "1"\nuuid = { version = "1", features = ["serde"] }\n'
    dependencies += 'chrono = { version = "0.4", default-features = false, features = ["serde", "std"] }\n'
    manifest = '[package]\nname = "derived"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n[features]\n[dependencies]\n'
    (folder / "Cargo.toml").write_text(manifest + dependencies)
    with open(folder / "src" / "lib.rs", "w") as file:
        run(["cargo", "run", "--quiet", "--release", "-p", "specwright-tests", "--bin", "derived-models", "--", spec], cwd=ROOT, stdout=file)
    return folder


def main():
    spec = str(pathlib.Path(sys.argv[1]).resolve())
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    WORK.mkdir(parents=True, exist_ok=True)
    generated = WORK / "generated"
    generate = ["cargo", "run", "--quiet", "--release", "--", "generate", spec, "--out", str(generated), "--crate", "generated", "--force"]
    run(generate, cwd=ROOT, stdout=subprocess.DEVNULL)
    manifest = generated / "Cargo.toml"
    if "[workspace]" not in manifest.read_text():
        manifest.write_text(manifest.read_text() + "\n[workspace]\n")
    baseline, memory = least(derived(spec), [], runs)
    print(f"{'crate':28} {'CPU s':>7} {'MiB':>6} {'to derived':>11}")
    print(f"{'models, derived':28} {baseline:7.1f} {memory:6.0f} {1.0:11.2f}")
    for label, features in [("models", []), ("models + client", ["client"]), ("models + server", ["server"]), ("all", ["client", "server"])]:
        seconds, memory = least(generated, features, runs)
        print(f"{label:28} {seconds:7.1f} {memory:6.0f} {seconds / baseline:11.2f}")


main()
