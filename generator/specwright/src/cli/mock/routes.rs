//! Which operation a request is for: the templates of the document's paths, those with more fixed text before others.

use std::cmp::Reverse;

use specwright_core::ir::{Api, Operation, PathPart};
use specwright_templates::codec::parameter::push_fixed;

/// The paths of a document.
pub(super) struct Routes {
    /// What may stand before each path: the paths of the servers' URLs, the longest first.
    bases: Vec<String>,
    /// One for each operation, in the same order.
    routes: Vec<Route>,
}

/// The path of one operation.
struct Route {
    parts: Vec<PathPart>,
    /// For each segment, whether it has a hole. Paths of the same shape are alternatives, others come before or after them.
    shape: Vec<bool>,
    /// How many characters are fixed.
    fixed: usize,
}

/// The operation that a request is for.
pub(super) struct Found<'a> {
    pub(super) operation: &'a Operation,
    /// The texts in the holes of its path, still encoded.
    pub(super) holes: Vec<(String, String)>,
}

/// Why a request is for no operation.
pub(super) enum Missing {
    /// There is no such path.
    Path,
    /// The path has operations, with these methods only.
    Method(String),
}

impl Routes {
    pub(super) fn new(api: &Api) -> Self {
        let mut bases: Vec<String> = api.servers.iter().map(|server| base(&server.url)).collect();
        bases.retain(|base| !base.is_empty());
        bases.sort_by_key(|base| Reverse(base.len()));
        let operations = api.operations.iter();
        Self {
            bases,
            routes: operations.map(Route::new).collect(),
        }
    }

    /// The operation that a request is for.
    pub(super) fn find<'a>(
        &self,
        api: &'a Api,
        method: &str,
        path: &str,
    ) -> Result<Found<'a>, Missing> {
        let below = self
            .bases
            .iter()
            .filter_map(|base| path.strip_prefix(base.as_str()));
        let below = below.filter(|rest| rest.is_empty() || rest.starts_with('/'));
        let mut missing = Missing::Path;
        for path in below.chain([path]) {
            match self.find_exactly(api, method, path) {
                Ok(found) => return Ok(found),
                Err(Missing::Path) => {}
                Err(wrong) => missing = wrong,
            }
        }
        Err(missing)
    }

    fn find_exactly<'a>(
        &self,
        api: &'a Api,
        method: &str,
        path: &str,
    ) -> Result<Found<'a>, Missing> {
        let routes = self.routes.iter().zip(&api.operations);
        let mut fitting: Vec<(&Route, Found<'a>)> = routes
            .filter_map(|(route, operation)| {
                let holes = route.split(path)?;
                Some((route, Found { operation, holes }))
            })
            .collect();
        fitting.sort_by_key(|(route, _)| (&route.shape, Reverse(route.fixed)));
        let Some(shape) = fitting.first().map(|(route, _)| &route.shape) else {
            return Err(Missing::Path);
        };
        fitting.retain(|(route, _)| route.shape == *shape);
        let allow = allowed(&fitting);
        // A GET answers HEAD, unless there is an operation of its own.
        let wanted = [method, if method == "HEAD" { "GET" } else { method }];
        let position = wanted.iter().find_map(|method| {
            let mut all = fitting.iter();
            all.position(|(_, found)| found.operation.method.0 == *method)
        });
        let found = position.map(|position| fitting.swap_remove(position).1);
        found.ok_or(Missing::Method(allow))
    }
}

/// The value of `Allow`.
fn allowed(fitting: &[(&Route, Found<'_>)]) -> String {
    let methods = fitting
        .iter()
        .map(|(_, found)| found.operation.method.0.as_str());
    let mut all: Vec<&str> = methods.chain(["OPTIONS"]).collect();
    if all.contains(&"GET") {
        all.push("HEAD");
    }
    all.sort_unstable();
    all.dedup();
    all.join(", ")
}

impl Route {
    fn new(operation: &Operation) -> Self {
        let mut parts = Vec::new();
        // What follows `?` or `#` is no part of a path.
        let mut ended = false;
        for part in operation.path.parts.iter() {
            match part {
                _ if ended => break,
                PathPart::Hole(name) => parts.push(PathPart::Hole(name.clone())),
                PathPart::Text(text) => {
                    let path = text.split(['?', '#']).next().unwrap_or_default();
                    ended = path.len() < text.len();
                    let mut encoded = String::new();
                    push_fixed(&mut encoded, path);
                    parts.push(PathPart::Text(encoded));
                }
            }
        }
        let mut shape = vec![false];
        let mut fixed = 0;
        for part in &parts {
            match part {
                PathPart::Hole(_) => {
                    if let Some(last) = shape.last_mut() {
                        *last = true;
                    }
                }
                PathPart::Text(text) => {
                    fixed += text.len();
                    shape.extend(text.matches('/').map(|_| false));
                }
            }
        }
        Self {
            parts,
            shape,
            fixed,
        }
    }

    /// The texts in the holes; `None` where the path does not fit.
    fn split(&self, path: &str) -> Option<Vec<(String, String)>> {
        let mut holes = Vec::new();
        fits(&self.parts, path, &mut holes).then_some(holes)
    }
}

/// Whether a path fits these parts. Each hole takes as little as what follows it allows, and no hole is empty.
fn fits(parts: &[PathPart], path: &str, holes: &mut Vec<(String, String)>) -> bool {
    match parts.split_first() {
        None => path.is_empty(),
        Some((PathPart::Text(text), rest)) => path
            .strip_prefix(text.as_str())
            .is_some_and(|path| fits(rest, path, holes)),
        Some((PathPart::Hole(name), rest)) => {
            let end = path.find('/').unwrap_or(path.len());
            let ends = path.char_indices().map(|(at, one)| at + one.len_utf8());
            for end in ends.take_while(|at| *at <= end) {
                let Some((value, after)) = path.split_at_checked(end) else {
                    return false;
                };
                holes.push((name.clone(), value.to_owned()));
                if fits(rest, after, holes) {
                    return true;
                }
                holes.pop();
            }
            false
        }
    }
}

/// The path of a server's URL, without a slash at its end.
fn base(url: &str) -> String {
    let path = match url.split_once("://") {
        Some((_, rest)) => rest.find('/').and_then(|slash| rest.get(slash..)),
        None => Some(url),
    };
    let path = path.unwrap_or_default();
    let path = path.split(['?', '#']).next().unwrap_or_default();
    path.trim_end_matches('/').to_owned()
}
