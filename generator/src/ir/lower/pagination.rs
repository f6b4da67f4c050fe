//! Pages: how operations give their results page by page, found where the document is plain, or as it says itself.

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::operation::{Codec, Location, Operation, Parameter, StatusPattern};
use crate::ir::pagination::{NextPage, Pagination};
use crate::ir::types::{Field, Shape, TextFormat, TypeUse};
use crate::openapi::{Paging, PagingWords};

/// Parameters that hold what an answer gives for them.
const CURSORS: [&str; 14] = [
    "cursor",
    "nextcursor",
    "pagecursor",
    "token",
    "nexttoken",
    "pagetoken",
    "nextpagetoken",
    "continuationtoken",
    "continue",
    "marker",
    "after",
    "startingafter",
    "next",
    "page",
];

/// Parameters that hold the number of a page.
const NUMBERS: [&str; 3] = ["page", "pagenumber", "pageno"];

/// Parameters that hold how many results come before.
const OFFSETS: [&str; 4] = ["offset", "skip", "startat", "startindex"];

/// Members that hold what asks for the next page.
const NEXT: [&str; 9] = [
    "next",
    "nextcursor",
    "nexttoken",
    "nextpage",
    "nextpagetoken",
    "nexturl",
    "nextlink",
    "nextmarker",
    "continue",
];

/// Members that say whether there are more.
const MORE: [&str; 5] = ["hasmore", "more", "hasnext", "hasnextpage", "ismore"];

/// Members that hold the number of pages.
const PAGES: [&str; 4] = ["totalpages", "pages", "pagecount", "lastpage"];

/// Members that hold the number of all results.
const TOTAL: [&str; 5] = ["total", "totalcount", "count", "totalresults", "totalitems"];

/// Records of an answer that say where in the results it is.
const ABOUT: [&str; 9] = [
    "pagination",
    "paging",
    "meta",
    "metadata",
    "links",
    "pageinfo",
    "responsemetadata",
    "page",
    "cursor",
];

/// Lists of an answer that hold the results, where there are several.
const ITEMS: [&str; 5] = ["results", "items", "data", "values", "entries"];

impl Lowering<'_, '_> {
    /// How an operation gives its results page by page.
    pub(super) fn pagination(
        &mut self,
        operation: &Operation,
        said: Option<&Paging<'_>>,
    ) -> Option<Pagination> {
        match said {
            Some(Paging::Off) => None,
            Some(Paging::On(words)) => match self.said_pagination(operation, words) {
                Ok(pagination) => Some(pagination),
                Err(problem) => {
                    let diagnostic = Diagnostic::warning(Code::NotEnforced, problem);
                    self.report(diagnostic.at(&words.place.key()));
                    None
                }
            },
            None => self.plain_pagination(operation),
        }
    }

    fn said_pagination(
        &self,
        operation: &Operation,
        words: &PagingWords<'_>,
    ) -> Result<Pagination, String> {
        let answer = self
            .answer(operation)
            .ok_or("pages are read of one JSON answer, which this operation does not have")?;
        let find = |path: &str| {
            let members: Vec<String> = path.split('.').map(str::to_owned).collect();
            match self.at_path(answer, &members) {
                Some(_) => Ok(members),
                None => Err(format!("the answer has no member `{path}`")),
            }
        };
        let parameter = match words.parameter {
            Some(name) if query(operation).any(|one| one.name == name) => name,
            Some(name) => return Err(format!("there is no query parameter `{name}`")),
            None if words.by == Some("link") => "page",
            None => return Err("`parameter` says which parameter asks for a page".to_owned()),
        };
        let items = match words.items {
            Some(path) => find(path)?,
            None => self
                .items(answer)
                .ok_or("`items` says which list holds the results")?,
        };
        let total = words.total.map(find).transpose()?;
        let next = match (words.next, words.last, words.by) {
            (Some(path), None, None) => NextPage::Member(find(path)?),
            (None, Some(path), None) => {
                NextPage::LastItem(path.split('.').map(str::to_owned).collect())
            }
            (None, None, Some("pages")) => NextPage::Number {
                first: first_page(operation, parameter),
                total,
            },
            (None, None, Some("items")) => NextPage::Offset { total },
            (None, None, Some("link")) => NextPage::Link,
            _ => {
                return Err(
                    "one of `next`, `last` and `by` (`pages`, `items`, `link`) says how to go on"
                        .to_owned(),
                );
            }
        };
        Ok(Pagination {
            parameter: parameter.to_owned(),
            items,
            next,
            more: words.more.map(find).transpose()?,
        })
    }

    /// What is plain: a parameter and a member, or a header field, that belong together.
    fn plain_pagination(&self, operation: &Operation) -> Option<Pagination> {
        if operation.method.0 != "GET" || operation.body.is_some() {
            return None;
        }
        let answer = self.answer(operation)?;
        let items = self.items(answer)?;
        let more = self.about(answer, &MORE, |shape| matches!(shape, Shape::Boolean));
        let number = |names: &[&str]| self.about(answer, names, is_number);
        let links = has_link(operation);
        query(operation).find_map(|parameter| {
            let word = plain(&parameter.name);
            let shape = self.shape_of(parameter.value);
            let is_one_of = |names: &[&str]| names.contains(&word.as_str());
            let next = if let Some(path) = self.next_member(answer, parameter, shape) {
                NextPage::Member(path)
            } else if links && (is_one_of(&NUMBERS) || is_one_of(&CURSORS) || is_one_of(&OFFSETS)) {
                NextPage::Link
            } else if is_one_of(&NUMBERS) && is_number(shape) {
                let total = number(&PAGES);
                total.as_ref().or(more.as_ref())?;
                NextPage::Number {
                    first: first_page(operation, &parameter.name),
                    total,
                }
            } else if is_one_of(&OFFSETS) && is_number(shape) {
                let total = number(&TOTAL);
                total.as_ref().or(more.as_ref())?;
                NextPage::Offset { total }
            } else {
                return None;
            };
            Some(Pagination {
                parameter: parameter.name.clone(),
                items: items.clone(),
                next,
                more: more.clone(),
            })
        })
    }

    /// The member that holds what a parameter wants for the next page.
    fn next_member(
        &self,
        answer: TypeUse,
        parameter: &Parameter,
        shape: &Shape,
    ) -> Option<Vec<String>> {
        let word = plain(&parameter.name);
        if !CURSORS.contains(&word.as_str()) && !NUMBERS.contains(&word.as_str()) {
            return None;
        }
        // `cursor` is what an answer calls `next_cursor`; its own `cursor` may be the one that was asked for.
        let fits = |other: &Shape| {
            is_number(shape) && is_number(other)
                || is_text(shape) && is_text(other)
                || is_url(other)
        };
        let own = format!("next{word}");
        self.about(answer, &[own.as_str()], fits)
            .or_else(|| self.about(answer, &NEXT, fits))
            .or_else(|| self.last_id(answer, &word, fits))
    }

    /// What follows comes after the last of these, where the answer says which that is.
    fn last_id(
        &self,
        answer: TypeUse,
        word: &str,
        fits: impl Fn(&Shape) -> bool,
    ) -> Option<Vec<String>> {
        let is_after = matches!(word, "after" | "startingafter");
        let path = self.about(answer, &["lastid"], fits).filter(|_| is_after)?;
        // It is there on the last page, too.
        self.about(answer, &MORE, |shape| matches!(shape, Shape::Boolean))
            .map(|_| path)
    }

    /// The only JSON that an operation answers if all is well.
    fn answer(&self, operation: &Operation) -> Option<TypeUse> {
        let is_success = |status| {
            matches!(
                status,
                StatusPattern::Exact(200..=299) | StatusPattern::Range(2)
            )
        };
        let responses = operation.responses.iter();
        let mut successes = responses.filter(|response| is_success(response.status));
        let only = successes.next().filter(|_| successes.next().is_none())?;
        match only.contents.as_slice() {
            [content] if content.codec == Codec::Json => content.value,
            _ => None,
        }
    }

    /// The members that lead to the results; none where the answer is a list of them.
    fn items(&self, answer: TypeUse) -> Option<Vec<String>> {
        if let Shape::List(_) = self.shape_of(answer) {
            return Some(Vec::new());
        }
        let is_list = |field: &&Field| matches!(self.shape_of(field.value), Shape::List(_));
        let lists: Vec<&Field> = self.fields(answer).iter().filter(is_list).collect();
        let named = |name: &&str| lists.iter().find(|field| field.wire_name == **name);
        let only = match lists.as_slice() {
            [only] => Some(only),
            _ => ITEMS.iter().find_map(named),
        };
        only.map(|field| vec![field.wire_name.clone()])
    }

    /// The path to a member of an answer, or of a record in it that says where it is, that is called so and has such a shape.
    fn about(
        &self,
        answer: TypeUse,
        names: &[&str],
        fits: impl Fn(&Shape) -> bool,
    ) -> Option<Vec<String>> {
        let member = |value: TypeUse| {
            let fields = self.fields(value);
            // The first name counts most.
            let mut found = names.iter().filter_map(|name| {
                let mut fields = fields.iter();
                fields.find(|one| plain(&one.wire_name) == *name && fits(self.shape_of(one.value)))
            });
            found.next().map(|field| field.wire_name.clone())
        };
        let own = member(answer).map(|name| vec![name]);
        own.or_else(|| {
            let fields = self.fields(answer).iter();
            let mut about = fields.filter(|one| ABOUT.contains(&plain(&one.wire_name).as_str()));
            about.find_map(|one| Some(vec![one.wire_name.clone(), member(one.value)?]))
        })
    }

    /// The type that members lead to.
    fn at_path(&self, value: TypeUse, path: &[String]) -> Option<TypeUse> {
        path.iter().try_fold(value, |value, name| {
            let mut fields = self.fields(value).iter();
            fields
                .find(|field| field.wire_name == *name)
                .map(|field| field.value)
        })
    }

    fn fields(&self, value: TypeUse) -> &[Field] {
        match self.shape_of(value) {
            Shape::Record(record) => &record.fields,
            _ => &[],
        }
    }

    fn shape_of(&self, value: TypeUse) -> &Shape {
        &self.types.get(self.types.resolve(value.id)).shape
    }
}

/// The query parameters.
fn query(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    let parameters = operation.parameters.iter();
    parameters.filter(|one| one.location == Location::Query)
}

/// Whether the answers say by which link there is more.
fn has_link(operation: &Operation) -> bool {
    let headers = operation.responses.iter().flat_map(|one| &one.headers);
    headers
        .into_iter()
        .any(|header| header.name.eq_ignore_ascii_case("link"))
}

/// The number of the first page: what is asked for if nothing is said, or 1.
fn first_page(operation: &Operation, name: &str) -> u64 {
    let parameter = query(operation).find(|one| one.name == name);
    let default = parameter.and_then(|one| one.default.as_ref());
    default.and_then(serde_json::Value::as_u64).unwrap_or(1)
}

/// A name without case and signs.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn is_number(shape: &Shape) -> bool {
    matches!(shape, Shape::Integer(_) | Shape::Number(_))
}

fn is_text(shape: &Shape) -> bool {
    matches!(shape, Shape::Text(_))
}

fn is_url(shape: &Shape) -> bool {
    let is_name = |format: &str| matches!(format, "uri" | "url" | "uri-reference");
    matches!(shape, Shape::Text(TextFormat::Plain(Some(format))) if is_name(format))
}
