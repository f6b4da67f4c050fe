//! Documentation: CommonMark of the document becomes rustdoc without warnings and without surprises.
//!
//! Links that rustdoc would guess are escaped, bare URLs become links, code is marked as text so that no
//! doctest is born, and characters that reorder text on screen are made visible.

/// Cleaned lines; empty where there is nothing to say.
pub(super) fn lines(text: &str) -> Vec<String> {
    lines_inside(text.lines(), 0)
}

/// How many quotes may stand inside one another; deeper ones are text.
const QUOTES: usize = 4;

/// Cleaned lines of what stands inside so many quotes.
fn lines_inside<'l>(text: impl Iterator<Item = &'l str>, quotes: usize) -> Vec<String> {
    let mut cleaner = Cleaner {
        quotes,
        ..Cleaner::default()
    };
    for line in text {
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
pub(crate) fn code(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|character| {
            if character.is_control() {
                character.escape_default().to_string()
            } else {
                character.to_string()
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

/// A quote that may go on.
struct Quote {
    /// The column of its marks.
    column: usize,
    /// Its lines without them.
    lines: Vec<String>,
    /// Whether a code block is among them, which ends where the marks end.
    has_code: bool,
}

#[derive(Default)]
struct Cleaner {
    lines: Vec<String>,
    /// The fence that closes the code block in which we are.
    fence: Option<String>,
    /// Columns at which the text of the open list items starts.
    list: Vec<usize>,
    /// The quote in which we are.
    quote: Option<Quote>,
    /// How many quotes are around this text.
    quotes: usize,
}

impl Cleaner {
    fn line(&mut self, raw: &str) {
        let line = visible(&raw.trim_end().replace('\t', "    "));
        let trimmed = line.trim_start();
        if self.quoted(&line, trimmed) {
            return;
        }
        self.close_quote();
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
        } else if is_fence(trimmed) {
            self.open_fence(trimmed);
        } else {
            self.text(&line, trimmed);
        }
    }

    /// Takes a line that belongs to a quote; one without the mark still does if it goes on with a paragraph.
    fn quoted(&mut self, line: &str, trimmed: &str) -> bool {
        if self.fence.is_some() || self.quotes >= QUOTES {
            return false;
        }
        if let Some(inner) = trimmed.strip_prefix('>') {
            let inner = inner.strip_prefix(' ').unwrap_or(inner);
            if self.quote.is_none() {
                self.quote = Some(Quote {
                    column: self.text_column(line.len() - trimmed.len()),
                    lines: Vec::new(),
                    has_code: false,
                });
            }
            if let Some(quote) = &mut self.quote {
                quote.has_code |= is_fence(inner.trim_start());
                quote.lines.push(inner.to_owned());
            }
            return true;
        }
        match &mut self.quote {
            Some(quote)
                if is_plain(trimmed)
                    && !trimmed.is_empty()
                    && !quote.has_code
                    && quote
                        .lines
                        .last()
                        .is_some_and(|last| !last.trim().is_empty()) =>
            {
                quote.lines.push(trimmed.to_owned());
                true
            }
            _ => false,
        }
    }

    fn close_quote(&mut self) {
        let Some(quote) = self.quote.take() else {
            return;
        };
        let blanks = " ".repeat(quote.column);
        for line in lines_inside(quote.lines.iter().map(String::as_str), self.quotes + 1) {
            let line = format!("{blanks}> {line}");
            self.lines.push(line.trim_end().to_owned());
        }
        // What follows without a blank line could be taken for more of the quote.
        self.lines.push(String::new());
    }

    /// The column at which text goes on that is no list item; text that stands apart ends the list.
    fn text_column(&mut self, indent: usize) -> usize {
        if indent == 0 && self.lines.last().is_none_or(String::is_empty) {
            self.list.clear();
        }
        self.list.last().copied().unwrap_or(0)
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
        if let Some(width) = list_marker(trimmed) {
            let depth = self
                .list
                .iter()
                .take_while(|column| **column <= indent)
                .count();
            self.list.truncate(depth);
            let start = self.list.last().copied().unwrap_or(0);
            self.list.push(start + width);
            // One blank after the marker: more would move the column of the text, or make it code.
            let (marker, text) = trimmed.split_at(width);
            self.lines.push(format!(
                "{}{marker}{}",
                " ".repeat(start),
                escape(text.trim_start())
            ));
        } else {
            // Four blanks would make a code block, and with it a doctest.
            let column = self.text_column(indent);
            self.lines
                .push(format!("{}{}", " ".repeat(column), escape(trimmed)));
        }
    }

    fn finish(mut self) -> Vec<String> {
        self.close_quote();
        self.lines.extend(self.fence.take());
        while self.lines.last().is_some_and(String::is_empty) {
            self.lines.pop();
        }
        self.lines
    }
}

/// Whether a line opens or closes a code block.
fn is_fence(trimmed: &str) -> bool {
    trimmed.starts_with("```") || trimmed.starts_with("~~~")
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
                '[' | ']' | '<' | '>' => {
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
        || text.contains(['[', '<', '>', '\\'])
        || text.matches('`').count() % 2 == 1
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

/// Whether a character reorders or hides text on a screen, or breaks a line where no one sees it.
pub(crate) fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Characters that reorder or hide text are written as their code.
fn visible(text: &str) -> String {
    if !text.contains(is_hidden) {
        return text.to_owned();
    }
    text.chars()
        .map(|character| {
            if is_hidden(character) {
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
            ("*   item\nlazy", &["* item", "  lazy"]),
            ("> quote\nlazy\n\nnew", &["> quote", "> lazy", "", "new"]),
            ("> - item\n> lazy", &["> - item", ">   lazy"]),
            (
                "> ```\n> code\nnew",
                &["> ```text", "> code", "> ```", "", "new"],
            ),
            ("- item\n  > quote", &["- item", "  > quote"]),
            ("a > b", &["a \\> b"]),
            (
                "[the `kind`](https://example.org)",
                &["[the `kind`](https://example.org)"],
            ),
            ("```\ncode\n", &["```text", "code", "```"]),
            ("lone ` tick", &["lone \\` tick"]),
            ("a\u{202e}b", &["aU+202Eb"]),
        ];
        for (text, expected) in table {
            assert_eq!(&lines(text), expected, "{text:?}");
        }
    }
}
