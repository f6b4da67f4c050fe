//! Prints calls of the runtime's table macros (`record!(Provider { 0 pk: required "pk", … });`). An ordinary
//! formatter cannot lay out what it cannot parse; here rows are packed into lines, since text is what
//! generated code costs.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use quote::ToTokens;

use super::compact::WIDTH;

/// The greatest width of a line that holds one row.
const ROW_WIDTH: usize = 160;

/// One macro call as an item, with its line end.
pub(super) fn print(call: syn::Macro) -> String {
    let name = flat(call.path.to_token_stream());
    let (open, close, end) = match call.delimiter {
        syn::MacroDelimiter::Paren(_) => ("(", ")", ";"),
        syn::MacroDelimiter::Bracket(_) => ("[", "]", ";"),
        syn::MacroDelimiter::Brace(_) => (" {", "}", ""),
    };
    let mut text = format!("{name}!{open}");
    if open == " {" {
        text.push('\n');
        rows(&mut text, call.tokens, 1);
    } else {
        let body = flat(call.tokens.clone());
        let line = format!("{text}{body}{close}{end}\n");
        if line.len() <= WIDTH && !line.contains("#[doc") {
            return line;
        }
        broken(&mut text, call.tokens, 0);
    }
    text.push_str(close);
    text.push_str(end);
    text.push('\n');
    text
}

/// Tokens on one line, with their largest group spread over lines.
fn broken(text: &mut String, tokens: TokenStream, depth: usize) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let size = |token: &TokenTree| match token {
        TokenTree::Group(group) => flat(group.stream()).len(),
        _ => 0,
    };
    let largest = (0..).zip(&tokens).max_by_key(|(_, token)| size(token));
    let Some((split, TokenTree::Group(group))) = largest else {
        text.push_str(&flat(tokens.into_iter().collect()));
        return;
    };
    let (head, tail) = tokens.split_at(split);
    let mut line = Line::default();
    for token in head {
        line.add(token);
    }
    line.open(group);
    text.push_str(&line.text);
    text.push('\n');
    rows(text, group.stream(), depth + 1);
    indent(text, depth);
    text.push_str(delimiters(group.delimiter()).1);
    let rest = flat(tail.iter().skip(1).cloned().collect());
    if !rest.is_empty() && !rest.starts_with([',', ';']) {
        text.push(' ');
    }
    text.push_str(&rest);
}

/// The rows of a table, several on a line where they fit. Where rows have documentation, people read the table, and
/// each row has a line of its own.
fn rows(text: &mut String, tokens: TokenStream, depth: usize) {
    let rows: Vec<_> = split_rows(tokens).into_iter().map(split_docs).collect();
    let packed = rows.iter().all(|(docs, _)| docs.is_empty());
    let mut width = 0;
    for (docs, row) in rows {
        for line in docs {
            if width > 0 {
                text.push('\n');
                width = 0;
            }
            indent(text, depth);
            text.push_str(format!("///{line}").trim_end());
            text.push('\n');
        }
        let line = flat(row.iter().cloned().collect());
        let fits = depth * 4 + line.len() <= ROW_WIDTH;
        if packed && width > 0 && width + 1 + line.len() <= WIDTH {
            text.push(' ');
            width += 1 + line.len();
            text.push_str(&line);
            continue;
        }
        if width > 0 {
            text.push('\n');
        }
        indent(text, depth);
        if fits {
            text.push_str(&line);
            width = depth * 4 + line.len();
        } else {
            broken(text, row.into_iter().collect(), depth);
            // Nothing follows a row that takes several lines.
            width = WIDTH;
        }
    }
    if width > 0 {
        text.push('\n');
    }
}

/// The documentation at the start of a row (`#[doc = " …"]`), by line, and the rest of the row.
fn split_docs(row: Vec<TokenTree>) -> (Vec<String>, Vec<TokenTree>) {
    let mut docs = Vec::new();
    let mut from = 0;
    while let [TokenTree::Punct(hash), TokenTree::Group(attribute)] =
        row.get(from..from + 2).unwrap_or_default()
    {
        let Some(line) = (hash.as_char() == '#')
            .then(|| doc_line(attribute))
            .flatten()
        else {
            break;
        };
        docs.push(line);
        from += 2;
    }
    (docs, row.into_iter().skip(from).collect())
}

/// The text of `[doc = "text"]`.
fn doc_line(attribute: &Group) -> Option<String> {
    let tokens: Vec<TokenTree> = attribute.stream().into_iter().collect();
    match tokens.as_slice() {
        [
            TokenTree::Ident(name),
            TokenTree::Punct(_),
            TokenTree::Literal(text),
        ] if name == "doc" => syn::parse_str::<syn::LitStr>(&text.to_string())
            .ok()
            .map(|text| text.value()),
        _ => None,
    }
}

/// Cuts after each comma or semicolon.
fn split_rows(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut rows = vec![Vec::new()];
    for token in tokens {
        let ends =
            matches!(&token, TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';'));
        if let Some(row) = rows.last_mut() {
            row.push(token);
        }
        if ends {
            rows.push(Vec::new());
        }
    }
    rows.retain(|row| !row.is_empty());
    rows
}

fn indent(text: &mut String, depth: usize) {
    text.extend(std::iter::repeat_n("    ", depth));
}

fn flat(tokens: TokenStream) -> String {
    let mut line = Line::default();
    for token in tokens {
        line.add(&token);
    }
    line.text
}

fn delimiters(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::None => ("", ""),
    }
}

/// What the last token asks of the next one.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Last {
    /// Nothing stands before.
    #[default]
    Start,
    /// No space may follow: an opening, a path's colons, a sign.
    Tight,
    /// A name: an argument list follows closely.
    Name,
    /// A literal or a closing.
    Value,
    /// A space follows: a comma, an arrow.
    Loose,
}

/// One line in the making.
#[derive(Default)]
struct Line {
    text: String,
    last: Last,
    joint: bool,
    /// How many angle brackets are open.
    angles: usize,
}

impl Line {
    fn add(&mut self, token: &TokenTree) {
        match token {
            TokenTree::Group(group) => self.group(group),
            TokenTree::Ident(ident) => self.word(&ident.to_string(), Last::Name),
            TokenTree::Literal(literal) => self.word(&literal.to_string(), Last::Value),
            TokenTree::Punct(punct) => {
                self.punct(punct.as_char(), punct.spacing() == Spacing::Joint)
            }
        }
    }

    fn word(&mut self, word: &str, last: Last) {
        if matches!(self.last, Last::Name | Last::Value | Last::Loose) {
            self.text.push(' ');
        }
        self.text.push_str(word);
        self.last = last;
        self.joint = false;
    }

    /// The opening of a group, with the space before it.
    fn open(&mut self, group: &Group) {
        let (open, _) = delimiters(group.delimiter());
        let close_to_name = self.last == Last::Name && group.delimiter() == Delimiter::Parenthesis;
        if matches!(self.last, Last::Name | Last::Value | Last::Loose)
            && !close_to_name
            && !open.is_empty()
        {
            self.text.push(' ');
        }
        self.text.push_str(open);
    }

    fn group(&mut self, group: &Group) {
        self.open(group);
        let inner = flat(group.stream());
        let padding = if group.delimiter() == Delimiter::Brace && !inner.is_empty() {
            " "
        } else {
            ""
        };
        self.text.push_str(padding);
        self.text.push_str(&inner);
        self.text.push_str(padding);
        self.text.push_str(delimiters(group.delimiter()).1);
        self.last = Last::Value;
        self.joint = false;
    }

    fn punct(&mut self, character: char, joint: bool) {
        let continues = self.joint;
        self.joint = joint;
        let (space, last) = if continues {
            (false, self.after_joint(character, joint))
        } else {
            self.alone(character, joint)
        };
        if space && self.last != Last::Start {
            self.text.push(' ');
        }
        self.text.push(character);
        self.last = last;
    }

    /// After the second character of `::`, `->`, `=>`.
    fn after_joint(&self, character: char, joint: bool) -> Last {
        match character {
            _ if joint => Last::Tight,
            ':' => Last::Tight,
            _ => Last::Loose,
        }
    }

    /// Whether a space goes before, and what follows.
    fn alone(&mut self, character: char, joint: bool) -> (bool, Last) {
        let loose = self.last == Last::Loose;
        match character {
            ',' | ';' => (false, Last::Loose),
            // `::` at the start of a path, and within one.
            ':' if joint => (loose || self.last == Last::Value, Last::Tight),
            ':' => (false, Last::Loose),
            '.' | '?' => (false, Last::Tight),
            '!' => (loose, Last::Tight),
            '<' => {
                self.angles += 1;
                (loose, Last::Tight)
            }
            '>' if self.angles > 0 => {
                self.angles -= 1;
                (false, Last::Name)
            }
            '&' | '\'' | '#' | '$' | '-' | '*' if !joint || character == '\'' => (
                matches!(self.last, Last::Loose | Last::Name | Last::Value),
                Last::Tight,
            ),
            _ if joint => (self.last != Last::Tight, Last::Tight),
            _ => (self.last != Last::Tight, Last::Loose),
        }
    }
}
