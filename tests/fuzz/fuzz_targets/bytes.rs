//! Any text at all, as a document: it is refused, or its code is harmless Rust.

#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(init: specwright_fuzz::prepare(), |text: &str| -> Corpus {
    specwright_fuzz::generate(text);
    Corpus::Keep
});
