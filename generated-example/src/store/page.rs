//! Which part of a list a page is, and what is told about it.

/// Providers on a page unless the caller asks for another number.
const USUAL_SIZE: u64 = 20;
/// The most providers on a page.
const MOST: u64 = 100;

/// Which page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageNumber {
    /// The page with this number, from 1.
    Numbered(i64),
    /// The last page.
    Last,
}

impl Default for PageNumber {
    fn default() -> Self {
        Self::Numbered(1)
    }
}

/// Providers on a page: 20 if nothing is asked for, at most 100; zero and less count as "as many as allowed".
pub(super) fn page_size(asked: Option<i64>) -> u64 {
    match asked {
        None => USUAL_SIZE,
        Some(size) => u64::try_from(size)
            .ok()
            .filter(|size| *size > 0)
            .map_or(MOST, |size| size.min(MOST)),
    }
}

/// A page of a list of known length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    /// Length of the list.
    pub(crate) count: u64,
    /// Number of this page, from 1.
    pub(crate) current: u64,
    /// Number of the last page; 1 for an empty list.
    pub(crate) total_pages: u64,
    /// Providers on a full page.
    pub(crate) size: u64,
}

impl Page {
    /// The page that is asked for, unless there is none with that number.
    pub(super) fn find(number: PageNumber, size: u64, count: u64) -> Option<Self> {
        let total_pages = count.div_ceil(size).max(1);
        let current = match number {
            PageNumber::Last => total_pages,
            PageNumber::Numbered(number) => u64::try_from(number).ok()?,
        };
        let exists = (1..=total_pages).contains(&current);
        exists.then_some(Self {
            count,
            current,
            total_pages,
            size,
        })
    }

    /// How many providers come before this page.
    pub(super) fn offset(&self) -> u64 {
        (self.current - 1) * self.size
    }

    /// Number of the next page, 0 on the last one.
    pub(crate) fn next(&self) -> u64 {
        if self.current < self.total_pages {
            self.current + 1
        } else {
            0
        }
    }

    /// Number of the previous page, 0 on the first one.
    pub(crate) fn previous(&self) -> u64 {
        self.current - 1
    }

    /// Position of the first provider of this page, from 1; 0 in an empty list.
    pub(crate) fn start_index(&self) -> u64 {
        if self.count == 0 {
            0
        } else {
            self.offset() + 1
        }
    }

    /// Position of the last provider of this page; 0 in an empty list.
    pub(crate) fn end_index(&self) -> u64 {
        self.count.min(self.offset() + self.size)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn sizes_are_bounded() {
        let cases = [
            (None, 20),
            (Some(5), 5),
            (Some(100), 100),
            (Some(101), 100),
            (Some(0), 100),
            (Some(-1), 100),
        ];
        for (asked, expected) in cases {
            assert_eq!(page_size(asked), expected, "{asked:?}");
        }
    }

    #[test]
    fn an_empty_list_has_one_page() {
        let page = Page::find(PageNumber::Last, 20, 0).unwrap();
        let told = (page.current, page.total_pages, page.next(), page.previous());
        assert_eq!(told, (1, 1, 0, 0));
        assert_eq!((page.start_index(), page.end_index()), (0, 0));
    }

    #[test]
    fn pages_know_their_neighbours() {
        let told = |number| {
            let page = Page::find(number, 2, 5).unwrap();
            (
                page.current,
                page.next(),
                page.previous(),
                page.start_index(),
                page.end_index(),
            )
        };
        assert_eq!(told(PageNumber::Numbered(1)), (1, 2, 0, 1, 2));
        assert_eq!(told(PageNumber::Numbered(2)), (2, 3, 1, 3, 4));
        assert_eq!(told(PageNumber::Last), (3, 0, 2, 5, 5));
    }

    #[test]
    fn there_are_no_other_pages() {
        for number in [0, -1, 4, i64::MAX] {
            assert_eq!(Page::find(PageNumber::Numbered(number), 2, 5), None);
        }
    }
}
