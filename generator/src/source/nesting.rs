//! How deep the brackets of a YAML text nest, found before it is parsed: the parser keeps a note for each open bracket, and
//! goes through all of them at every token, so that its time grows with the square of the depth.
//!
//! Only what can hide a bracket is told apart: quotes, comments, and texts that go on over several lines. Where the text is
//! no YAML, the parser ends there, and what is found behind it means nothing.

/// The byte at which a text opens more brackets inside one another than the limit allows.
pub(super) fn too_deep(text: &str, limit: u64) -> Option<usize> {
    let scanner = Scanner {
        bytes: text.as_bytes(),
        at: 0,
        limit,
        columns: Vec::new(),
    };
    scanner.document().err().map(|TooDeep(byte)| byte)
}

/// The byte of a bracket that exceeds the limit.
struct TooDeep(usize);

struct Scanner<'t> {
    bytes: &'t [u8],
    at: usize,
    limit: u64,
    /// The columns of the objects and lists in block style around the current line.
    columns: Vec<usize>,
}

impl Scanner<'_> {
    fn document(mut self) -> Result<(), TooDeep> {
        // How far a line must be indented to belong to the text before it.
        let mut text_from = None;
        while self.at < self.bytes.len() {
            let start = self.at;
            while self.peek() == Some(b' ') {
                self.at += 1;
            }
            let is_marker =
                self.rest(start).starts_with(b"---") || self.rest(start).starts_with(b"...");
            let goes_on = text_from.is_some_and(|from| self.at - start >= from) && !is_marker;
            if !goes_on && self.break_length() == 0 {
                if is_marker {
                    self.columns.clear();
                    self.at += 3;
                }
                text_from = self.line(start)?;
            }
            self.skip_line();
        }
        Ok(())
    }

    /// Goes through a line in block style, and through all lines that its quotes and brackets span. If it ends in a text
    /// that may go on: how far the next line must then be indented.
    fn line(&mut self, start: usize) -> Result<Option<usize>, TooDeep> {
        loop {
            self.skip_blanks();
            let column = self.at.saturating_sub(start);
            while self.columns.pop_if(|last| *last > column).is_some() {}
            self.skip_properties();
            match self.peek() {
                None | Some(b'#') => return Ok(None),
                Some(b'%') if column == 0 => return Ok(None),
                Some(b'-' | b'?' | b':') if self.is_blank_at(1) => {
                    self.open(column);
                    self.at += 1;
                    continue;
                }
                Some(b'|' | b'>') => return Ok(Some(self.inside())),
                Some(b'"' | b'\'') => self.quoted(),
                Some(b'[' | b'{') => self.brackets()?,
                Some(_) if self.break_length() > 0 => return Ok(None),
                Some(_) => self.plain_line(),
            }
            self.skip_blanks();
            if self.peek() != Some(b':') || !self.is_blank_at(1) {
                return Ok(Some(self.inside()));
            }
            self.open(column);
            self.at += 1;
        }
    }

    /// An object or list begins at a column, if none does yet.
    fn open(&mut self, column: usize) {
        if self.columns.last().is_none_or(|last| *last < column) {
            self.columns.push(column);
        }
    }

    /// The least column of what belongs to the innermost object or list.
    fn inside(&self) -> usize {
        self.columns.last().map_or(0, |last| last + 1)
    }

    /// Steps over a plain text up to where it may be a key, or to the end of the line.
    fn plain_line(&mut self) {
        while self.at < self.bytes.len() && self.break_length() == 0 {
            let is_key = self.peek() == Some(b':') && self.is_blank_at(1);
            if is_key || self.is_comment() {
                return;
            }
            self.at += 1;
        }
    }

    /// Steps over brackets and all that is in them, over lines too.
    fn brackets(&mut self) -> Result<(), TooDeep> {
        let mut depth = 0;
        while let Some(byte) = self.peek() {
            match byte {
                b'[' | b'{' => {
                    depth += 1;
                    if depth > self.limit {
                        return Err(TooDeep(self.at));
                    }
                    self.at += 1;
                }
                b']' | b'}' => {
                    self.at += 1;
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                b'"' | b'\'' => self.quoted(),
                b'#' if self.is_comment() => self.skip_line(),
                b',' | b':' | b'?' | b' ' | b'\t' => self.at += 1,
                b'!' | b'&' | b'*' => self.word(),
                _ => match self.break_length() {
                    0 => self.plain_in_brackets(),
                    length => self.at += length,
                },
            }
        }
        Ok(())
    }

    /// Steps over a plain text in brackets, which may go on over lines.
    fn plain_in_brackets(&mut self) {
        while let Some(byte) = self.peek() {
            let ends = match byte {
                b',' | b'[' | b']' | b'{' | b'}' => true,
                b':' => self.is_blank_at(1),
                b'#' => self.is_comment(),
                _ => false,
            };
            if ends {
                return;
            }
            self.at += 1;
        }
    }

    /// Steps over a text in quotes.
    fn quoted(&mut self) {
        let quote = self.peek();
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'\\' && quote == Some(b'"') {
                self.at += 1;
            } else if Some(byte) == quote {
                // A quote that stands twice is one of the text.
                if quote == Some(b'\'') && self.peek() == quote {
                    self.at += 1;
                } else {
                    return;
                }
            }
        }
    }

    /// Steps over tags, anchors, and what else stands before a value, or in the stead of one.
    fn skip_properties(&mut self) {
        while let Some(b'!' | b'&' | b'*') = self.peek() {
            self.word();
            self.skip_blanks();
        }
    }

    fn word(&mut self) {
        while !self.is_blank_at(0) && !matches!(self.peek(), Some(b',' | b'[' | b']' | b'{' | b'}'))
        {
            self.at += 1;
        }
    }

    fn skip_blanks(&mut self) {
        while let Some(b' ' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Steps to the next line.
    fn skip_line(&mut self) {
        while self.at < self.bytes.len() {
            match self.break_length() {
                0 => self.at += 1,
                length => {
                    self.at += length;
                    return;
                }
            }
        }
    }

    /// Whether a `#` here begins a comment.
    fn is_comment(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.bytes.get(at));
        self.peek() == Some(b'#') && before.is_none_or(|byte| byte.is_ascii_whitespace())
    }

    fn is_blank_at(&self, offset: usize) -> bool {
        let rest = self.rest(self.at + offset);
        matches!(rest.first(), None | Some(b' ' | b'\t')) || line_break(rest) > 0
    }

    fn break_length(&self) -> usize {
        line_break(self.rest(self.at))
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self, at: usize) -> &[u8] {
        self.bytes.get(at..).unwrap_or_default()
    }
}

/// The length of a line break at the start of a text; 0 if there is none. YAML 1.1, which the parser reads, has more than one.
fn line_break(rest: &[u8]) -> usize {
    match rest {
        [b'\r', b'\n', ..] | [0xc2, 0x85, ..] => 2,
        [b'\n' | b'\r', ..] => 1,
        [0xe2, 0x80, 0xa8 | 0xa9, ..] => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::too_deep;

    /// Whether the last bracket of a text is found as the third inside one another.
    fn finds(text: &str) -> bool {
        too_deep(text, 2) == text.rfind('[')
    }

    #[test]
    fn brackets_are_found_wherever_a_value_may_stand() {
        for text in [
            "[[[",
            "a: [[\n [",
            "a: {b: {c: [",
            "- - [[[",
            "? [[[",
            "? a\n: [[[",
            "a: !t &x [[[",
            "a: [!t [&x [",
            "\"a\": [[[",
            "[a]: [[[",
            "--- [[[",
            "a: |\n  text\nb: [[[",
            "- a: >-\n    it's\n  b: [[[",
            "a: it's\nb: [[[",
            "a:\n    x\n  'y\nb: [[[",
            "a: x\u{85}b: [[[",
            "a: 'it''s' # it's\nb: [[[",
            "a: \"\\\"\nx\"\nb: [[[",
            "a: [it's, [b's, [",
            "a: ['x': [\"y\":[",
            "a: [ # ]]]\n [[",
            "a: [b#]\nc: [[[",
            "# it's\na: [[[",
            "a: *b\nc: [[[",
            "a:\n- |\n x\n- [[[",
        ] {
            assert!(finds(text), "{text:?}");
        }
    }

    #[test]
    fn brackets_of_texts_are_none() {
        for text in [
            "a: b [[[[",
            "a: 'b [[[[",
            "a: \"[[[[",
            "a: |\n  [[[[\n\n  [[[[",
            "a: |\n  b\n [[[[",
            "a: b\n  [[[[",
            "- a\n [[[[",
            "a:\n  >\n   [[[[",
            "# [[[[",
            "a: b # [[[[",
            "a: [b, \"[[[[\", '[[[[']",
            "a: [b # [[[[\n]",
            "a: [[], [], []]\nb: [[]]",
            "text\n[[[[",
        ] {
            assert_eq!(too_deep(text, 2), None, "{text:?}");
        }
    }
}
