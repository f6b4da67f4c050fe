//! The hashes by which documents and files are known again.

use sha2::{Digest, Sha256};

/// SHA-256 of texts, one after another, in hexadecimal.
pub(super) fn of_texts<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let mut hasher = Sha256::new();
    texts.for_each(|text| hasher.update(text.as_bytes()));
    hexadecimal(&hasher.finalize())
}

/// SHA-256 of a file, whatever a version control system makes of the ends of its lines.
pub(super) fn of_file(bytes: &[u8]) -> String {
    let mut hasher = Sha256::new();
    let mut lines = bytes.split(|byte| *byte == b'\n').peekable();
    while let Some(line) = lines.next() {
        if lines.peek().is_none() {
            hasher.update(line);
        } else {
            hasher.update(line.strip_suffix(b"\r").unwrap_or(line));
            hasher.update(b"\n");
        }
    }
    hexadecimal(&hasher.finalize())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_lines_make_no_difference() {
        assert_eq!(of_file(b"a\r\nb\r\n"), of_file(b"a\nb\n"));
        assert_eq!(of_file(b"a\nb"), of_texts(["a\n", "b"].into_iter()));
        assert_ne!(of_file(b"a\n"), of_file(b"a"));
    }
}
