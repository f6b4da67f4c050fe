//! `x-pagination`: what a document says itself of how an operation gives its results page by page.

use super::at::At;
use super::reader::Reader;
use crate::diagnostic::Place;
use crate::source::Node;

/// What is said.
#[derive(Clone, Debug)]
pub enum Paging<'d> {
    /// That it does not.
    Off,
    /// How it does.
    On(Box<PagingWords<'d>>),
}

/// The keys of `x-pagination`, none of which must be there. Members are told by their path, as in `meta.next`.
#[derive(Clone, Debug)]
pub struct PagingWords<'d> {
    /// The query parameter that says which page is wanted.
    pub parameter: Option<&'d str>,
    /// The list of results.
    pub items: Option<&'d str>,
    /// What asks for the next page: a value of the parameter, or a URL.
    pub next: Option<&'d str>,
    /// What asks for the next page, in the last of the results.
    pub last: Option<&'d str>,
    /// What the parameter counts: `pages` or `items`; or `link`, for the header field.
    pub by: Option<&'d str>,
    /// Whether there are more.
    pub more: Option<&'d str>,
    /// How many pages or results there are.
    pub total: Option<&'d str>,
    /// Where it stands.
    pub place: Place,
}

/// The keys.
const KEYS: [&str; 7] = ["parameter", "items", "next", "last", "by", "more", "total"];

impl<'d> Reader<'d, '_> {
    /// What an operation says of its pages.
    pub(super) fn paging(&mut self, operation: &At<'d>) -> Option<Paging<'d>> {
        let at = operation.get("x-pagination")?;
        match at.node {
            Node::Bool(false) => return Some(Paging::Off),
            Node::Bool(true) => return None,
            Node::Object(_) => {}
            _ => {
                self.wrong_type("x-pagination", "an object or `false`", &at);
                return None;
            }
        }
        let mut words = PagingWords {
            parameter: None,
            items: None,
            next: None,
            last: None,
            by: None,
            more: None,
            total: None,
            place: at.place.clone(),
        };
        for (key, member) in at.members() {
            let slot = match key {
                "parameter" => &mut words.parameter,
                "items" => &mut words.items,
                "next" => &mut words.next,
                "last" => &mut words.last,
                "by" => &mut words.by,
                "more" => &mut words.more,
                "total" => &mut words.total,
                other => {
                    self.unknown_key("`x-pagination`", other, KEYS, &member.place);
                    continue;
                }
            };
            *slot = self.text(key, &member);
        }
        Some(Paging::On(Box::new(words)))
    }
}
