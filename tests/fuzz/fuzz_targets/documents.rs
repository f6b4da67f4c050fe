//! Documents of the right shape, with strange contents: they all become harmless Rust.

#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(init: specwright_fuzz::prepare(), |choices: &[u8]| -> Corpus {
    match specwright_fuzz::document(&mut Unstructured::new(choices)) {
        Ok(document) => {
            specwright_fuzz::generate(&document.to_string());
            Corpus::Keep
        }
        Err(_) => Corpus::Reject,
    }
});
