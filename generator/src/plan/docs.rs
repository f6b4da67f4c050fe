//! Documentation: CommonMark of the document becomes rustdoc without warnings and without surprises.
//!
//! Links that rustdoc would guess are escaped, bare URLs become links, code is marked as text so that no
//! doctest is born, and characters that reorder text on screen are made visible.

/// Cleaned lines; empty where there is nothing to say.
pub(super) fn lines(text: &str) -> Vec<String> {
    let mut cleaner = Cleaner::default();
    for line in text.lines() {
        cleaner.line(line);
    }
    cleaner.finish()
}

/// A title and a description as one text: the title only where it says something else.
pub(super) fn title_and_description(title: Option<&str>, description: Option<&str>) -> Vec<String> {
    let given = |text: Option<&str>| text.map(lines).filter(|lines| !lines.is_empty());
    match (given(title), given(description)) {
        (Some(title), Some(description)) if !repeats(&title, &description) => {
            joined(title, description)
        }
        (_, Some(description)) => description,
        (Some(title), None) => title,
        (None, None) => Vec::new(),
    }
}

/// Whether a description starts with the words of its title.
fn repeats(title: &[String], description: &[String]) -> bool {
    let title = title.first().map_or("", |line| line.trim_end_matches('.'));
    description
        .first()
        .is_some_and(|line| line.starts_with(title))
}

/// Two texts in one: on one line if each is a plain line, else as paragraphs.
pub(super) fn joined(mut first: Vec<String>, second: Vec<String>) -> Vec<String> {
    match (first.as_mut_slice(), second.as_slice()) {
        ([], _) => second,
        ([one], [other]) if is_plain(one) && is_plain(other) => {
            if !one.ends_with(['.', '!', '?', ':']) {
                one.push('.');
            }
            one.push(' ');
            one.push_str(other);
            first
        }
        _ => {
            first.push(String::new());
            first.extend(second);
            first
        }
    }
}

/// Whether a line is ordinary text: no list item, heading, table, quote or fence.
pub(super) fn is_plain(line: &str) -> bool {
    list_marker(line).is_none() && !line.starts_with(['#', '|', '>', '~', '`', '=', '-'])
}

/// A text inside backticks, whatever it contains.
pub(super) fn code(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect();
    let text = visible(&text);
    if text.trim().is_empty() {
        return format!("`{text:?}`");
    }
    let longest = longest_backtick_run(&text);
    if longest == 0 {
        return format!("`{text}`");
    }
    let fence = "`".repeat(longest + 1);
    format!("{fence} {text} {fence}")
}

fn longest_backtick_run(text: &str) -> usize {
    text.split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or(0)
}

#[derive(Default)]
struct Cleaner {
    lines: Vec<String>,
    /// The fence that closes the code block in which we are.
    fence: Option<String>,
    /// Columns at which the text of the open list items starts.
    list: Vec<usize>,
}

impl Cleaner {
    fn line(&mut self, raw: &str) {
        let line = visible(&raw.trim_end().replace('\t', "    "));
        let trimmed = line.trim_start();
        if let Some(fence) = &self.fence {
            let closes = trimmed.starts_with(fence.as_str())
                && trimmed
                    .trim_matches(fence.chars().next().unwrap_or('`'))
                    .is_empty();
            if closes {
                self.fence = None;
                self.lines.push(trimmed.to_owned());
            } else {
                self.lines.push(line);
            }
        } else if trimmed.is_empty() {
            if self.lines.last().is_some_and(|last| !last.is_empty()) {
                self.lines.push(String::new());
            }
        } else if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            self.open_fence(trimmed);
        } else {
            self.text(&line, trimmed);
        }
    }

    /// Opens a code block; without a language of its own it is text, and Rust is shown, not run.
    fn open_fence(&mut self, trimmed: &str) {
        let mark = trimmed.chars().next().unwrap_or('`');
        let fence: String = trimmed
            .chars()
            .take_while(|character| *character == mark)
            .collect();
        let language: String = trimmed[fence.len()..]
            .trim()
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let language = if language.is_empty() || language.eq_ignore_ascii_case("rust") {
            "text".to_owned()
        } else {
            language
        };
        self.lines.push(format!("{fence}{language}"));
        self.fence = Some(fence);
        self.list.clear();
    }

    fn text(&mut self, line: &str, trimmed: &str) {
        let indent = line.len() - trimmed.len();
        let previous_is_blank = self.lines.last().is_none_or(String::is_empty);
        if let Some(width) = list_marker(trimmed) {
            let depth = self
                .list
                .iter()
                .take_while(|column| **column <= indent)
                .count();
            self.list.truncate(depth);
            let start = self.list.last().copied().unwrap_or(0);
            self.list.push(start + width);
            self.lines
                .push(format!("{}{}", " ".repeat(start), escape(trimmed)));
        } else if let Some(column) = self.list.last().copied() {
            if previous_is_blank && indent == 0 {
                self.list.clear();
                self.lines.push(escape(trimmed));
            } else {
                self.lines
                    .push(format!("{}{}", " ".repeat(column), escape(trimmed)));
            }
        } else {
            // Four blanks would make a code block, and with it a doctest.
            self.lines.push(escape(trimmed));
        }
    }

    fn finish(mut self) -> Vec<String> {
        self.lines.extend(self.fence.take());
        while self.lines.last().is_some_and(String::is_empty) {
            self.lines.pop();
        }
        self.lines
    }
}

/// The width of a list marker with the blanks after it: `- `, `* `, `1. `.
fn list_marker(trimmed: &str) -> Option<usize> {
    let digits = trimmed.chars().take_while(char::is_ascii_digit).count();
    let rest = &trimmed[digits..];
    let marker = if digits > 0 && digits < 10 {
        rest.starts_with(['.', ')']).then_some(digits + 1)?
    } else {
        (digits == 0 && rest.starts_with(['-', '*', '+'])).then_some(1)?
    };
    trimmed[marker..].starts_with(' ').then_some(marker + 1)
}

/// Escapes what rustdoc would take for links, references and HTML, outside of code spans.
fn escape(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut rest = line;
    while let Some(character) = rest.chars().next() {
        if character == '`' {
            let (span, after) = code_span(rest);
            out.push_str(&span);
            rest = after;
        } else if let Some((url, after)) = bare_url(rest, &out) {
            out.push('<');
            out.push_str(url);
            out.push('>');
            rest = after;
        } else if let Some((link, after)) = markdown_link(rest) {
            out.push_str(&link);
            rest = after;
        } else {
            match character {
                '[' | ']' | '<' | '>' if !(character == '>' && out.is_empty()) => {
                    out.push('\\');
                    out.push(character);
                }
                other => out.push(other),
            }
            rest = &rest[character.len_utf8()..];
        }
    }
    out
}

/// A code span as it is; a backtick without its partner is escaped.
fn code_span(rest: &str) -> (String, &str) {
    let width = rest.len() - rest.trim_start_matches('`').len();
    let (fence, after) = rest.split_at(width);
    let mut from = 0;
    while let Some(found) = after[from..].find(fence) {
        let start = from + found;
        let end = start + width;
        let run = after[start..].len() - after[start..].trim_start_matches('`').len();
        if run == width {
            return (format!("{fence}{}", &after[..end]), &after[end..]);
        }
        from = start + run;
    }
    (fence.replace('`', "\\`"), after)
}

/// A URL that stands on its own.
fn bare_url<'t>(rest: &'t str, before: &str) -> Option<(&'t str, &'t str)> {
    if !(rest.starts_with("http://") || rest.starts_with("https://"))
        || before.ends_with(char::is_alphanumeric)
    {
        return None;
    }
    let end = rest
        .find(|character: char| character.is_whitespace() || "<>\"`()[]{}|\\^".contains(character))
        .unwrap_or(rest.len());
    let url = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']);
    (url.len() > "https://".len()).then(|| (url, &rest[url.len()..]))
}

/// A link with an absolute target, `[text](https://…)`: the only kind that means the same in rustdoc.
fn markdown_link(rest: &str) -> Option<(String, &str)> {
    let text_end = rest.strip_prefix('[')?.find(']')? + 1;
    let text = &rest[1..text_end];
    let target = rest[text_end + 1..].strip_prefix('(')?;
    let end = target.find(')')?;
    let url = &target[..end];
    let absolute =
        url.starts_with("http://") || url.starts_with("https://") || url.starts_with("mailto:");
    if !absolute
        || url.contains(char::is_whitespace)
        || url.contains(['<', '>'])
        || text.contains(['[', '`', '<', '>', '\\'])
        || text.is_empty()
    {
        return None;
    }
    let link = if text == url {
        format!("<{url}>")
    } else {
        format!("[{text}]({url})")
    };
    Some((link, &target[end + 1..]))
}

/// Characters that reorder or hide text are written as their code.
fn visible(text: &str) -> String {
    let hidden = |character: char| {
        matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
            || (character.is_control() && character != '\t')
    };
    if !text.contains(hidden) {
        return text.to_owned();
    }
    text.chars()
        .map(|character| {
            if hidden(character) {
                format!("U+{:04X}", u32::from(character))
            } else {
                character.to_string()
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn text_is_cleaned_for_rustdoc() {
        let table: &[(&str, &[&str])] = &[
            ("plain", &["plain"]),
            (
                "see https://example.org/a.",
                &["see <https://example.org/a>."],
            ),
            (
                "a [x] and <b> and `<kept>`",
                &["a \\[x\\] and \\<b\\> and `<kept>`"],
            ),
            (
                "[text](https://example.org)",
                &["[text](https://example.org)"],
            ),
            ("[text](#local)", &["\\[text\\](#local)"]),
            ("one\n    indented", &["one", "indented"]),
            ("- item\nlazy", &["- item", "  lazy"]),
            ("- item\n\nnew", &["- item", "", "new"]),
            ("```\ncode\n", &["```text", "code", "```"]),
            ("lone ` tick", &["lone \\` tick"]),
            ("a\u{202e}b", &["aU+202Eb"]),
        ];
        for (text, expected) in table {
            assert_eq!(&lines(text), expected, "{text:?}");
        }
    }
}
