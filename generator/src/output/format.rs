//! Items to text: prettyplease for ordinary items, our own printer for the tables of the runtime's macros,
//! and blank lines where a person would set them.

use proc_macro2::TokenStream;
use syn::{File, Item};

use super::compact::compact;
use super::{OutputError, table};

/// The formatted items of a module.
pub(super) fn items(module: &str, items: TokenStream) -> Result<String, OutputError> {
    let file: File = syn::parse2(items).map_err(|error| OutputError {
        module: module.to_owned(),
        message: error.to_string(),
    })?;
    let mut text = String::new();
    let mut uses: Vec<Item> = Vec::new();
    let mut after_table = false;
    for item in file.items {
        if matches!(item, Item::Use(_)) {
            uses.push(item);
            continue;
        }
        if !uses.is_empty() {
            separate(&mut text, &unparse(std::mem::take(&mut uses)));
        }
        let is_table = matches!(item, Item::Macro(_));
        // Tables follow one another closely.
        if is_table && after_table {
            text.push_str(&item_text(item));
        } else {
            separate(&mut text, &item_text(item));
        }
        after_table = is_table;
    }
    if !uses.is_empty() {
        separate(&mut text, &unparse(uses));
    }
    Ok(text)
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
        Item::Macro(call) if call.ident.is_none() && call.attrs.is_empty() => {
            table::print(call.mac)
        }
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
