//! Prints calls of the runtime's table macros (`record!(Provider { 0 pk: required "pk", … });`). An ordinary
//! formatter cannot lay out what it cannot parse; here rows are packed into lines, since text is what
//! generated code costs.

use proc_macro2::{Delimiter, Group, Spacing, TokenTree};

use super::compact::WIDTH;

/// The greatest width of a line that holds one row.
const ROW_WIDTH: usize = 160;

/// A call of a table macro.
#[derive(Debug)]
pub(super) struct Table {
    /// The macro's path.
    path: Vec<Token>,
    delimiter: Delimiter,
    tokens: Vec<Token>,
}

/// A token that can be looked at more than once without a copy, which a token stream does not allow.
#[derive(Debug)]
enum Token {
    /// A name.
    Name(String),
    /// A literal.
    Literal(String),
    /// A character, and whether the next one belongs to it.
    Punct(char, bool),
    /// What stands between delimiters.
    Group(Delimiter, Vec<Token>),
}

impl From<TokenTree> for Token {
    fn from(token: TokenTree) -> Self {
        match token {
            TokenTree::Ident(ident) => Self::Name(ident.to_string()),
            TokenTree::Literal(literal) => Self::Literal(literal.to_string()),
            TokenTree::Punct(punct) => {
                Self::Punct(punct.as_char(), punct.spacing() == Spacing::Joint)
            }
            TokenTree::Group(group) => Self::Group(group.delimiter(), inside(group)),
        }
    }
}

/// The tokens of a group. It is dropped first: what only one holds is not copied.
fn inside(group: Group) -> Vec<Token> {
    let stream = group.stream();
    drop(group);
    stream.into_iter().map(Token::from).collect()
}

impl Table {
    /// A call of the macro with this path.
    pub(super) fn new(path: impl IntoIterator<Item = TokenTree>, group: Group) -> Self {
        Self {
            path: path.into_iter().map(Token::from).collect(),
            delimiter: group.delimiter(),
            tokens: inside(group),
        }
    }

    /// The call as an item, with its line end.
    pub(super) fn print(&self) -> String {
        let (open, close, end) = match self.delimiter {
            Delimiter::Brace | Delimiter::None => (" {", "}", ""),
            Delimiter::Parenthesis => ("(", ")", ";"),
            Delimiter::Bracket => ("[", "]", ";"),
        };
        let mut text = format!("{}!{open}", flat(&self.path));
        if open == " {" {
            text.push('\n');
            rows(&mut text, &self.tokens, 1);
        } else {
            let line = format!("{text}{}{close}{end}\n", flat(&self.tokens));
            if line.len() <= WIDTH && !line.contains("#[doc") {
                return line;
            }
            broken(&mut text, &self.tokens, 0);
        }
        text.push_str(close);
        text.push_str(end);
        text.push('\n');
        text
    }
}

/// Tokens on one line, with their largest group spread over lines.
fn broken(text: &mut String, tokens: &[Token], depth: usize) {
    let size = |token: &Token| match token {
        Token::Group(_, inner) => flat(inner).len(),
        _ => 0,
    };
    let largest = (0..).zip(tokens).max_by_key(|(_, token)| size(token));
    let Some((split, Token::Group(delimiter, inner))) = largest else {
        text.push_str(&flat(tokens));
        return;
    };
    let (head, tail) = tokens.split_at(split);
    let mut line = Line::default();
    head.iter().for_each(|token| line.add(token));
    line.open(*delimiter);
    text.push_str(&line.text);
    text.push('\n');
    rows(text, inner, depth + 1);
    indent(text, depth);
    text.push_str(delimiters(*delimiter).1);
    let rest = flat(tail.get(1..).unwrap_or_default());
    if !rest.is_empty() && !rest.starts_with([',', ';']) {
        text.push(' ');
    }
    text.push_str(&rest);
}

/// The rows of a table, several on a line where they fit. Where rows have documentation, people read the table, and
/// each row has a line of its own.
fn rows(text: &mut String, tokens: &[Token], depth: usize) {
    let is_end = |token: &Token| matches!(token, Token::Punct(',' | ';', _));
    let rows: Vec<_> = tokens.split_inclusive(is_end).map(split_docs).collect();
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
        let line = flat(row);
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
            broken(text, row, depth);
            // Nothing follows a row that takes several lines.
            width = WIDTH;
        }
    }
    if width > 0 {
        text.push('\n');
    }
}

/// The documentation at the start of a row (`#[doc = " …"]`), by line, and the rest of the row.
fn split_docs(mut row: &[Token]) -> (Vec<String>, &[Token]) {
    let mut docs = Vec::new();
    while let [Token::Punct('#', _), Token::Group(_, attribute), rest @ ..] = row
        && let Some(line) = doc_line(attribute)
    {
        docs.push(line);
        row = rest;
    }
    (docs, row)
}

/// The text of `doc = "text"`.
fn doc_line(attribute: &[Token]) -> Option<String> {
    match attribute {
        [Token::Name(name), Token::Punct(..), Token::Literal(text)] if name == "doc" => {
            let text = syn::parse_str::<syn::LitStr>(text).ok()?;
            Some(text.value())
        }
        _ => None,
    }
}

fn indent(text: &mut String, depth: usize) {
    text.extend(std::iter::repeat_n("    ", depth));
}

fn flat(tokens: &[Token]) -> String {
    let mut line = Line::default();
    tokens.iter().for_each(|token| line.add(token));
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
    /// Whether the arguments of a closure are open.
    is_in_bars: bool,
}

impl Line {
    fn add(&mut self, token: &Token) {
        match token {
            Token::Group(delimiter, inner) => self.group(*delimiter, inner),
            Token::Name(name) => self.word(name, Last::Name),
            Token::Literal(literal) => self.word(literal, Last::Value),
            Token::Punct(character, joint) => self.punct(*character, *joint),
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
    fn open(&mut self, delimiter: Delimiter) {
        let (open, _) = delimiters(delimiter);
        let close_to_name = self.last == Last::Name && delimiter == Delimiter::Parenthesis;
        if matches!(self.last, Last::Name | Last::Value | Last::Loose)
            && !close_to_name
            && !open.is_empty()
        {
            self.text.push(' ');
        }
        self.text.push_str(open);
    }

    /// A group; spacing starts anew in it.
    fn group(&mut self, delimiter: Delimiter, tokens: &[Token]) {
        self.open(delimiter);
        let is_padded = delimiter == Delimiter::Brace && !tokens.is_empty();
        let padding = if is_padded { " " } else { "" };
        self.text.push_str(padding);
        let mut inner = Self {
            text: std::mem::take(&mut self.text),
            ..Self::default()
        };
        tokens.iter().for_each(|token| inner.add(token));
        self.text = inner.text;
        self.text.push_str(padding);
        self.text.push_str(delimiters(delimiter).1);
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
            '|' if !joint
                && (self.is_in_bars || matches!(self.last, Last::Start | Last::Loose)) =>
            {
                self.is_in_bars = !self.is_in_bars;
                match self.is_in_bars {
                    true => (self.last != Last::Tight, Last::Tight),
                    false => (false, Last::Loose),
                }
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
