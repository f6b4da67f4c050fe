//! Finding places in JSON: a walk over the bytes of a text that is known to be valid.

use std::ops::Range;

use super::{Found, Wanted};

/// Finds all wanted places.
pub(super) fn walk(text: &str, wanted: &Wanted, found: &mut Found) {
    Walker { text, at: 0 }.value(Some(wanted), found);
}

struct Walker<'t> {
    text: &'t str,
    at: usize,
}

impl Walker<'_> {
    fn value(&mut self, wanted: Option<&Wanted>, found: &mut Found) {
        let start = self.peek_start();
        match self.peek() {
            Some(b'{') => {
                self.at += 1;
                mark(wanted, found, start..self.at);
                self.object(wanted, found);
            }
            Some(b'[') => {
                self.at += 1;
                mark(wanted, found, start..self.at);
                self.list(wanted, found);
            }
            Some(b'"') => {
                let range = self.string();
                mark(wanted, found, range);
            }
            _ => {
                while let Some(byte) = self.peek()
                    && !matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\r' | b'\n')
                {
                    self.at += 1;
                }
                mark(wanted, found, start..self.at);
            }
        }
    }

    fn object(&mut self, wanted: Option<&Wanted>, found: &mut Found) {
        let mut seen: Vec<String> = Vec::new();
        while self.more(b'}') {
            let range = self.string();
            let key = wanted.and_then(|_| self.decode(&range)).unwrap_or_default();
            let below = wanted.and_then(|wanted| wanted.below(&key));
            let mut occurrence = 1;
            if let Some(below) = below {
                occurrence += seen.iter().filter(|one| **one == key).count();
                found.key(below, &range, occurrence);
                seen.push(key);
            }
            self.peek_start();
            self.at += 1; // the colon
            self.value(below.filter(|_| occurrence == 1), found);
        }
    }

    fn list(&mut self, wanted: Option<&Wanted>, found: &mut Found) {
        let mut index = 0_usize;
        while self.more(b']') {
            let below = wanted.and_then(|wanted| wanted.below(&index.to_string()));
            self.value(below, found);
            index += 1;
        }
    }

    /// Steps over commas and blanks; whether another member or element follows, else over the closing bracket.
    fn more(&mut self, end: u8) -> bool {
        self.peek_start();
        if self.peek() == Some(b',') {
            self.at += 1;
            self.peek_start();
        }
        match self.peek() {
            Some(byte) if byte == end => {
                self.at += 1;
                false
            }
            byte => byte.is_some(),
        }
    }

    /// Steps over a string and gives its range, quotes included.
    fn string(&mut self) -> Range<usize> {
        let start = self.at;
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                break;
            }
        }
        start..self.at
    }

    fn decode(&self, range: &Range<usize>) -> Option<String> {
        serde_json::from_str(self.text.get(range.clone())?).ok()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over blanks and tells where the next token starts.
    fn peek_start(&mut self) -> usize {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.peek() {
            self.at += 1;
        }
        self.at
    }
}

fn mark(wanted: Option<&Wanted>, found: &mut Found, range: Range<usize>) {
    if let Some(wanted) = wanted {
        found.value(wanted, &range);
    }
}
