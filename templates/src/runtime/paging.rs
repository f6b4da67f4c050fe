//! Results that come page by page: the requests for the pages that follow, made from what each page says.

use ::futures_core::Stream;
use ::http::HeaderMap;
use ::http::header::LINK;
use ::serde::Serialize;
use ::std::collections::BTreeSet;
use ::std::fmt;
use ::std::future::poll_fn;
use ::std::mem;
use ::std::pin::Pin;
use ::std::task::{Context, Poll, ready};
use ::std::vec;

use super::call::{Call, Full};
use super::client_error::{Error, RequestError, RequestFailure};
use super::maybe::Maybe;
use super::media_type;
use super::outgoing::Outgoing;
use super::parameter_value::Value;
use super::responses::Responses;
use super::transport::BoxFuture;

/// An operation that gives its results page by page; the marker of its calls knows how.
pub trait Paged: 'static {
    /// A page.
    type Page: 'static;
    /// One of the results.
    type Item: Unpin + 'static;
    /// The query parameter that says which page is wanted.
    const PARAMETER: &'static str;

    /// How many results a page has.
    fn count(page: &Self::Page) -> usize;

    /// The results of a page.
    fn items(page: Self::Page) -> Vec<Self::Item>;

    /// What asks for the page after this one; `None` after the last.
    fn next(page: &Self::Page, at: &At<'_>) -> Option<Next>;
}

/// What asks for a page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Next {
    /// A value of the parameter.
    Value(String),
    /// A whole query.
    Query(String),
}

/// Where a page is among the others.
#[derive(Clone, Copy, Debug)]
pub struct At<'p> {
    asked: Option<&'p str>,
    count: usize,
    headers: &'p HeaderMap,
}

impl<'p> At<'p> {
    /// What a member of the page says of the next one: a value of the parameter, or the URL of the page.
    pub fn mark<V: Serialize + ?Sized>(&self, value: &V) -> Option<Next> {
        match Value::of(value).ok()? {
            Value::Text(text) if text.is_empty() => None,
            Value::Text(text) => Some(match text.split_once('?') {
                Some((url, query)) if url.is_empty() || url.contains('/') => of_query(query),
                _ => Next::Value(text),
            }),
            // There is no page before the first, and some say 0 for none.
            Value::Literal(number) if number.starts_with('0') => None,
            Value::Literal(number) => {
                let whole = number.strip_suffix(".0").unwrap_or(&number);
                whole
                    .parse()
                    .ok()
                    .map(|page: u64| Next::Value(page.to_string()))
            }
            Value::Absent | Value::List(_) | Value::Pairs(_) => None,
        }
    }

    /// Goes on only if a member of the page says that there is more.
    pub fn more<V: Serialize + ?Sized>(&self, value: &V) -> Option<&Self> {
        let says = matches!(Value::of(value), Ok(Value::Literal(word)) if word == "true");
        says.then_some(self)
    }

    /// The number of the next page, where the first page has this number.
    pub fn page(&self, first: u64) -> Option<Next> {
        let page = self.number(first)?.checked_add(1)?;
        Some(Next::Value(page.to_string()))
    }

    /// The same, as far as a member of the page says that there are so many pages.
    pub fn page_of<V: Serialize + ?Sized>(&self, first: u64, pages: &V) -> Option<Next> {
        let last = (first + whole(pages)?).checked_sub(1)?;
        (self.number(first)? < last).then(|| self.page(first))?
    }

    /// How many results there are before the next page.
    pub fn offset(&self) -> Option<Next> {
        let offset = self.number(0)?.checked_add(self.count as u64)?;
        Some(Next::Value(offset.to_string()))
    }

    /// The same, as far as a member of the page says that there are so many results.
    pub fn offset_of<V: Serialize + ?Sized>(&self, results: &V) -> Option<Next> {
        let offset = self.number(0)?.checked_add(self.count as u64)?;
        (offset < whole(results)?).then(|| self.offset())?
    }

    /// What the `Link` field of the page says of the next one (RFC 8288).
    pub fn link(&self) -> Option<Next> {
        let fields = self.headers.get_all(LINK).iter();
        let mut links = fields
            .filter_map(|field| field.to_str().ok())
            .flat_map(links);
        let (url, _) = links.find(|(_, parameters)| is_next(parameters))?;
        let (_, query) = url.split_once('?')?;
        Some(of_query(query))
    }

    fn number(&self, first: u64) -> Option<u64> {
        match self.asked {
            Some(asked) => asked.parse().ok(),
            None => Some(first),
        }
    }
}

/// A query of a URL, without the fragment.
fn of_query(query: &str) -> Next {
    Next::Query(query.split('#').next().unwrap_or_default().to_owned())
}

fn whole<V: Serialize + ?Sized>(value: &V) -> Option<u64> {
    match Value::of(value).ok()? {
        Value::Literal(number) => number.strip_suffix(".0").unwrap_or(&number).parse().ok(),
        _ => None,
    }
}

/// The links of a field: URL and parameters. A URL may hold commas and semicolons.
fn links(field: &str) -> Vec<(&str, &str)> {
    let starts = field.split('<').skip(1);
    starts.filter_map(|link| link.split_once('>')).collect()
}

/// Whether the parameters of a link say `rel="next"`, among other relations perhaps.
fn is_next(parameters: &str) -> bool {
    let relations = media_type::parameter(parameters, "rel").unwrap_or_default();
    let mut relations = relations.split([' ', ',']);
    relations.any(|relation| relation.eq_ignore_ascii_case("next"))
}

/// A list of results, which may be left out.
pub trait Many {
    /// One of the results.
    type Item;

    /// How many there are.
    fn count(&self) -> usize;

    /// All of them.
    fn all(self) -> Vec<Self::Item>;
}

impl<T> Many for Vec<T> {
    type Item = T;

    fn count(&self) -> usize {
        self.len()
    }

    fn all(self) -> Self {
        self
    }
}

impl<T: Many> Many for Option<T> {
    type Item = T::Item;

    fn count(&self) -> usize {
        self.as_ref().map_or(0, Many::count)
    }

    fn all(self) -> Vec<T::Item> {
        self.map(Many::all).unwrap_or_default()
    }
}

impl<T: Many> Many for Maybe<T> {
    type Item = T::Item;

    fn count(&self) -> usize {
        self.as_ref().value().map_or(0, Many::count)
    }

    fn all(self) -> Vec<T::Item> {
        self.value().all()
    }
}

impl<'c, E: Responses, M: Paged> Call<'c, M::Page, E, M> {
    /// Sends the call, and then one for each page that follows.
    pub fn pages(self) -> Pages<'c, E, M> {
        let asked = self.outgoing.asked(M::PARAMETER);
        let seen = asked.map(|asked| Next::Value(asked.to_owned()));
        Pages {
            state: State::Ready(Box::new(self.outgoing.again())),
            first: self,
            seen: seen.into_iter().collect(),
        }
    }

    /// The results of this page and of all that follow.
    pub fn items(self) -> Items<'c, E, M> {
        Items {
            pages: self.pages(),
            items: Vec::new().into_iter(),
        }
    }
}

/// Pages, each of which is asked for when it is wanted.
///
/// They are taken by [`Pages::next`]; it also is a [`Stream`]. It ends after a page without results, and after an error: one is
/// that a page leads to one that was there before.
pub struct Pages<'c, E, M: Paged> {
    /// The call of the first page, which the others are made from.
    first: Call<'c, M::Page, E, M>,
    state: State<'c, M::Page, E>,
    seen: BTreeSet<Next>,
}

/// What is to be done for the next page.
enum State<'c, T, E> {
    /// To send a request.
    Ready(Box<Outgoing>),
    /// To wait for the answer; what was asked for stands before.
    Sent(Option<String>, BoxFuture<'c, Result<Full<T>, Error<E>>>),
    /// To say that the server leads in a circle.
    Circle,
    /// Nothing.
    Over,
}

impl<'c, E: Responses, M: Paged> Pages<'c, E, M> {
    /// The next page; `None` after the last.
    pub async fn next(&mut self) -> Option<Result<M::Page, Error<E>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// What is to be done after a page.
    fn after(&mut self, page: &Full<M::Page>, asked: Option<&str>) -> State<'c, M::Page, E> {
        let at = At {
            asked,
            count: M::count(&page.body),
            headers: &page.headers,
        };
        match M::next(&page.body, &at).filter(|_| at.count > 0) {
            Some(next) if self.seen.insert(next.clone()) => {
                let mut outgoing = self.first.outgoing.again();
                match next {
                    Next::Value(value) => outgoing.ask(M::PARAMETER, value),
                    Next::Query(query) => outgoing.ask_all(query),
                }
                State::Ready(Box::new(outgoing))
            }
            Some(_) => State::Circle,
            None => State::Over,
        }
    }
}

impl<E: Responses, M: Paged> Stream for Pages<'_, E, M> {
    type Item = Result<M::Page, Error<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match mem::replace(&mut self.state, State::Over) {
                State::Ready(outgoing) => {
                    let asked = outgoing.asked(M::PARAMETER).map(str::to_owned);
                    let answer = self.first.with_request(*outgoing).send();
                    self.state = State::Sent(asked, answer);
                }
                State::Sent(asked, mut answer) => match answer.as_mut().poll(context) {
                    Poll::Pending => {
                        self.state = State::Sent(asked, answer);
                        return Poll::Pending;
                    }
                    Poll::Ready(Err(error)) => return Poll::Ready(Some(Err(error))),
                    Poll::Ready(Ok(page)) => {
                        self.state = self.after(&page, asked.as_deref());
                        return Poll::Ready(Some(Ok(page.body)));
                    }
                },
                State::Circle => {
                    let message = "the page leads to one that was there before";
                    return Poll::Ready(Some(Err(Error::Request(RequestFailure {
                        method: self.first.outgoing.method,
                        path: self.first.outgoing.route.to_owned(),
                        cause: RequestError(message.to_owned()),
                    }))));
                }
                State::Over => return Poll::Ready(None),
            }
        }
    }
}

/// The results of all pages.
///
/// They are taken by [`Items::next`]; it also is a [`Stream`].
pub struct Items<'c, E, M: Paged> {
    pages: Pages<'c, E, M>,
    items: vec::IntoIter<M::Item>,
}

impl<E: Responses, M: Paged> Items<'_, E, M> {
    /// The next result; `None` after the last.
    pub async fn next(&mut self) -> Option<Result<M::Item, Error<E>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// All results, in memory.
    ///
    /// # Errors
    ///
    /// The first error.
    pub async fn all(mut self) -> Result<Vec<M::Item>, Error<E>> {
        let mut all = Vec::new();
        while let Some(item) = self.next().await {
            all.push(item?);
        }
        Ok(all)
    }
}

impl<E: Responses, M: Paged> Stream for Items<'_, E, M> {
    type Item = Result<M::Item, Error<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.items.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                Some(Ok(page)) => self.items = M::items(page).into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<E, M: Paged> fmt::Debug for Pages<'_, E, M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let call = &self.first;
        formatter.debug_tuple("Pages").field(call).finish()
    }
}

impl<E, M: Paged> fmt::Debug for Items<'_, E, M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Items").field(&self.pages).finish()
    }
}

/// `Paged` of an operation's marker: its page and one of the results, the parameter, where the results are in a page, and what
/// asks for the next one, said by the methods of [`At`].
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! paged {
    ($marker:ident: $page:ty => $item:ty, $parameter:literal, |$name:ident, $at:ident| $items:expr, $next:expr) => {
        impl paging::Paged for $marker {
            type Page = $page;
            type Item = $item;
            const PARAMETER: &'static str = $parameter;

            fn count($name: &$page) -> usize {
                use paging::Many as _;
                $items.count()
            }

            fn items($name: $page) -> ::std::vec::Vec<$item> {
                use paging::Many as _;
                $items.all()
            }

            #[allow(unused_variables)] // Some pages say nothing themselves.
            fn next($name: &$page, $at: &paging::At<'_>) -> ::std::option::Option<paging::Next> {
                $next
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use paged;
