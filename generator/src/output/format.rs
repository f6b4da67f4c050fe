//! Items to text: prettyplease for ordinary items, our own printer for the tables of the runtime's macros,
//! and blank lines where a person would set them.

use std::collections::VecDeque;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{File, Item};

use super::OutputError;
use super::compact::compact;
use super::table::Table;

/// The formatted items of a module.
pub(super) fn items(module: &str, items: TokenStream) -> Result<String, OutputError> {
    let mut text = String::new();
    let mut uses: Vec<Item> = Vec::new();
    let mut after_table = false;
    for piece in pieces(items) {
        let is_table = matches!(piece, Piece::Table(_));
        match piece {
            Piece::Table(table) => {
                flush(&mut text, &mut uses);
                // Tables follow one another closely.
                if after_table {
                    text.push_str(&table.print());
                } else {
                    separate(&mut text, &table.print());
                }
            }
            Piece::Items(tokens) => {
                let file: File = syn::parse2(tokens).map_err(|error| OutputError {
                    module: module.to_owned(),
                    message: error.to_string(),
                })?;
                for item in file.items {
                    if matches!(item, Item::Use(_)) {
                        uses.push(item);
                    } else {
                        flush(&mut text, &mut uses);
                        separate(&mut text, &item_text(item));
                    }
                }
            }
        }
        after_table = is_table;
    }
    flush(&mut text, &mut uses);
    Ok(text)
}

/// A part of a module.
enum Piece {
    /// A call of a macro of the runtime.
    Table(Table),
    /// Items for the formatter.
    Items(TokenStream),
}

/// Cuts out the calls of macros, which need not be parsed.
fn pieces(items: TokenStream) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut tokens: VecDeque<TokenTree> = items.into_iter().collect();
    let mut others: Vec<TokenTree> = Vec::new();
    let mut between_items = true;
    while let Some(first) = tokens.front() {
        // A semicolon can still belong to the item that a brace seemed to end.
        between_items &= !is_semicolon(first);
        let table = between_items.then(|| table_length(&tokens)).flatten();
        if let Some(length) = table {
            if !others.is_empty() {
                pieces.push(Piece::Items(others.drain(..).collect()));
            }
            pieces.extend(table_of(&mut tokens, length).map(Piece::Table));
            continue;
        }
        if let Some(token) = tokens.pop_front() {
            between_items = is_semicolon(&token) || is_brace(&token);
            others.push(token);
        }
    }
    if !others.is_empty() {
        pieces.push(Piece::Items(others.into_iter().collect()));
    }
    pieces
}

/// How many tokens stand before the `!` of a macro call at the front: `name` or `path::name`.
fn table_length(tokens: &VecDeque<TokenTree>) -> Option<usize> {
    let is = |index: usize, character: char| matches!(tokens.get(index), Some(TokenTree::Punct(punct)) if punct.as_char() == character);
    let is_name = |index: usize| matches!(tokens.get(index), Some(TokenTree::Ident(_)));
    let mut length = 0;
    loop {
        if !is_name(length) {
            return None;
        }
        length += 1;
        match (is(length, ':'), is(length, '!')) {
            (true, _) if is(length + 1, ':') => length += 2,
            (_, true) => break,
            _ => return None,
        }
    }
    matches!(tokens.get(length + 1), Some(TokenTree::Group(_))).then_some(length)
}

/// Takes a macro call off the front, with the semicolon behind it.
fn table_of(tokens: &mut VecDeque<TokenTree>, length: usize) -> Option<Table> {
    let path: Vec<TokenTree> = tokens.drain(..length).collect();
    tokens.pop_front();
    let Some(TokenTree::Group(group)) = tokens.pop_front() else {
        return None;
    };
    if tokens.front().is_some_and(is_semicolon) {
        tokens.pop_front();
    }
    Some(Table::new(path, group))
}

fn is_semicolon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';')
}

fn is_brace(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// Writes the imports that have gathered.
fn flush(text: &mut String, uses: &mut Vec<Item>) {
    if !uses.is_empty() {
        separate(text, &unparse(std::mem::take(uses)));
    }
}

/// Formatted items that belong to no module.
///
/// # Errors
/// Items that are not valid Rust.
pub fn items_text(tokens: TokenStream) -> Result<String, OutputError> {
    items("", tokens)
}

/// One formatted item.
fn item_text(item: Item) -> String {
    match item {
        Item::Impl(_) | Item::Trait(_) => members_apart(&unparse(vec![item])),
        item => unparse(vec![item]),
    }
}

fn unparse(items: Vec<Item>) -> String {
    compact(&prettyplease::unparse(&File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items,
    }))
}

fn separate(text: &mut String, next: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(next);
}

/// Sets a blank line before each member of an impl or trait that has docs or takes several lines, and after it.
fn members_apart(text: &str) -> String {
    let mut apart = String::with_capacity(text.len() + text.len() / 32);
    let mut last = Member::None;
    for line in text.lines() {
        let rest = line
            .strip_prefix("    ")
            .filter(|rest| !rest.starts_with([' ', '}', ')', '>']));
        if let Some(start) = rest {
            let plain = ends_member(start) && last == Member::Short;
            if matches!(last, Member::Short | Member::Long) && !plain {
                apart.push('\n');
            }
            last = if ends_member(start) && last != Member::Open {
                Member::Short
            } else {
                Member::Open
            };
        }
        if last == Member::Open && line.strip_prefix("    ").is_some_and(ends_member) {
            last = Member::Long;
        }
        apart.push_str(line);
        apart.push('\n');
    }
    apart
}

/// Where in a member the last line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Member {
    /// Before the first one.
    None,
    /// Within one.
    Open,
    /// At the end of one that is a single line.
    Short,
    /// At the end of one that takes several lines.
    Long,
}

/// Whether a line at the depth of members is the last of one: a closing brace, or a whole member in a line.
fn ends_member(line: &str) -> bool {
    !line.starts_with([' ', '/', '#']) && (line == "}" || line.ends_with([';', '}']))
}

#[cfg(test)]
mod tests {
    use super::members_apart;

    #[test]
    fn blank_lines_set_documented_and_long_members_apart() {
        let text = "impl A {\n    fn a() {}\n    fn b() {}\n    /// C.\n    fn c() {}\n    fn d() {\n        e()\n    }\n    fn f() {}\n}\n";
        let expected = "impl A {\n    fn a() {}\n    fn b() {}\n\n    /// C.\n    fn c() {}\n\n    fn d() {\n        e()\n    }\n\n    fn f() {}\n}\n";
        assert_eq!(members_apart(text), expected);
    }
}
