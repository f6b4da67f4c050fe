//! Finding places in JSON: a walk over the bytes of a text that is known to be valid.

use std::ops::Range;

use super::{Found, Wanted};

/// Finds all wanted places.
pub(super) fn walk(text: &str, wanted: &Wanted, found: &mut Found) {
    Walker { text, at: 0 }.value(wanted, found);
}

struct Walker<'t> {
    text: &'t str,
    at: usize,
}

impl Walker<'_> {
    /// Goes as deep as what is wanted, which is no deeper than what could be read.
    fn value(&mut self, wanted: &Wanted, found: &mut Found) {
        let start = self.peek_start();
        match self.peek() {
            Some(b'{') => {
                self.at += 1;
                found.value(wanted, &(start..self.at));
                self.object(wanted, found);
            }
            Some(b'[') => {
                self.at += 1;
                found.value(wanted, &(start..self.at));
                self.list(wanted, found);
            }
            Some(b'"') => {
                let range = self.string();
                found.value(wanted, &range);
            }
            _ => {
                self.word();
                found.value(wanted, &(start..self.at));
            }
        }
    }

    /// Steps over a value, without a call for each level of it.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        loop {
            self.peek_start();
            match self.peek() {
                None => return,
                Some(b'"') => {
                    self.string();
                }
                Some(b'{' | b'[') => {
                    self.at += 1;
                    depth += 1;
                }
                Some(b'}' | b']') => {
                    self.at += 1;
                    depth = depth.saturating_sub(1);
                }
                Some(b',' | b':') => self.at += 1,
                Some(_) => self.word(),
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// Steps over a number, `true`, `false` or `null`.
    fn word(&mut self) {
        while let Some(byte) = self.peek()
            && !matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\r' | b'\n')
        {
            self.at += 1;
        }
    }

    fn object(&mut self, wanted: &Wanted, found: &mut Found) {
        let mut seen: Vec<String> = Vec::new();
        while self.more(b'}') {
            let range = self.string();
            let key = self.decode(&range).unwrap_or_default();
            let below = wanted.below(&key);
            let mut occurrence = 1;
            if let Some(below) = below {
                occurrence += seen.iter().filter(|one| **one == key).count();
                found.key(below, &range, occurrence);
                seen.push(key);
            }
            self.peek_start();
            self.at += 1; // the colon
            self.peek_start();
            match below {
                Some(below) if occurrence == 1 => self.value(below, found),
                _ => self.skip(),
            }
        }
    }

    fn list(&mut self, wanted: &Wanted, found: &mut Found) {
        let mut index = 0_usize;
        while self.more(b']') {
            match wanted.below(&index.to_string()) {
                Some(below) => self.value(below, found),
                None => self.skip(),
            }
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
