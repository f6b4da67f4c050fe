//! Reading of request bodies that have one of several media types.

use super::decode::problem;
use super::exchange::Exchange;

/// Reads a body of one media type; `None` where a problem was noted.
pub type Reader<X, T> = fn(&mut X) -> Option<T>;

/// Reading by the media type that a request has. The readers are in the order of the accepted media types.
pub trait ReadChoice: Sized {
    /// The body, by its media type.
    fn choice<T>(&mut self, readers: &[Reader<Self, T>]) -> Option<T>;

    /// The body, by its media type, if there is one.
    fn optional_choice<T>(&mut self, readers: &[Reader<Self, T>]) -> Option<Option<T>>;
}

impl<A, P> ReadChoice for Exchange<A, P> {
    fn choice<T>(&mut self, readers: &[Reader<Self, T>]) -> Option<T> {
        let accepted = self.incoming().accepted;
        match accepted.and_then(|index| readers.get(index)) {
            Some(read) => read(self),
            None => {
                // Without a body, it needs no media type.
                let missing = problem("required", "a body is required".to_owned());
                self.incoming().problems.push(missing);
                None
            }
        }
    }

    fn optional_choice<T>(&mut self, readers: &[Reader<Self, T>]) -> Option<Option<T>> {
        if self.incoming().is_without_body() {
            return Some(None);
        }
        self.choice(readers).map(Some)
    }
}
