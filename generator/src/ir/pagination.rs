//! Pagination: how an operation gives its results page by page.

/// How an operation gives its results page by page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pagination {
    /// The query parameter that says which page is wanted.
    pub parameter: String,
    /// The members of the answer that lead to the list of results; empty: the answer is that list.
    pub items: Vec<String>,
    /// What asks for the next page.
    pub next: NextPage,
    /// A member that says whether there are more, by the members that lead to it.
    pub more: Option<Vec<String>>,
}

/// What asks for the next page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextPage {
    /// What these members lead to: a value of the parameter, or the URL of the page.
    Member(Vec<String>),
    /// What these members of the last result lead to.
    LastItem(Vec<String>),
    /// The number of this page, and one.
    Number {
        /// The number of the first page.
        first: u64,
        /// The members that lead to the number of pages.
        total: Option<Vec<String>>,
    },
    /// The number of the results up to here.
    Offset {
        /// The members that lead to the number of results.
        total: Option<Vec<String>>,
    },
    /// The link `next` in the header of the answer.
    Link,
}
