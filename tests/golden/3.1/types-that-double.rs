pub mod models {
//! The types of the API.

pub type Pair = (Word, Word);

pub type Square = (Pair, Pair);

pub type Cube = (Square, Square);

pub type Tesseract = (Cube, Cube);

#[derive(Clone, Debug, PartialEq)]
pub struct Penteract {
    pub first: Tesseract,
    pub second: Tesseract,
}

/// At least 1 character.
pub type Word = String;

#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// At least 1 character.
    pub a: Word,
    /// At least 1 character.
    pub b: Word,
    /// At least 1 character.
    pub c: Word,
    /// At least 1 character.
    pub d: Word,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Paragraph {
    pub a: Option<Line>,
    pub b: Option<Line>,
    pub c: Option<Line>,
    pub d: Option<Line>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Page {
    pub a: Option<Paragraph>,
    pub b: Option<Paragraph>,
    pub c: Option<Paragraph>,
    pub d: Option<Paragraph>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Chapter {
    pub a: Option<Page>,
    pub b: Option<Page>,
    pub c: Option<Page>,
    pub d: Option<Page>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Book {
    pub a: Option<Chapter>,
    pub b: Option<Chapter>,
    pub c: Option<Chapter>,
    pub d: Option<Chapter>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Shelf {
    pub a: Option<Box<Book>>,
    pub b: Option<Box<Book>>,
    pub c: Option<Box<Book>>,
    pub d: Option<Box<Book>>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Library {
    pub a: Option<Shelf>,
    pub b: Option<Shelf>,
    pub c: Option<Shelf>,
    pub d: Option<Shelf>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::tuple::{self, tuple};
use super::super::runtime::condition::Condition;
use super::*;
use super::super::runtime::validate;

tuple!(Penteract { first: required, second: required } meets CONDITION_1);
record!(Line { 0 a: required, 1 b: required, 2 c: required, 3 d: required });
record!(Paragraph { 0 a: optional, 1 b: optional, 2 c: optional, 3 d: optional });
record!(Page { 0 a: optional, 1 b: optional, 2 c: optional, 3 d: optional });
record!(Chapter { 0 a: optional, 1 b: optional, 2 c: optional, 3 d: optional });
record!(Book { 0 a: optional, 1 b: optional, 2 c: optional, 3 d: optional });
record!(Shelf { 0 a: optional, 1 b: optional, 2 c: optional, 3 d: optional });
record!(Library { 0 a: optional, 1 b: optional, 2 c: optional, 3 d: optional });
validate::constraints!(Line {
    member a "a" [validate::Limit::MinLength(1)], member b "b" [validate::Limit::MinLength(1)],
    member c "c" [validate::Limit::MinLength(1)], member d "d" [validate::Limit::MinLength(1)]
});
validate::constraints!(Paragraph { nested a "a", nested b "b", nested c "c", nested d "d" });
validate::constraints!(Page { nested a "a", nested b "b", nested c "c", nested d "d" });
validate::constraints!(Chapter { nested a "a", nested b "b", nested c "c", nested d "d" });
validate::constraints!(Book { nested a "a", nested b "b", nested c "c", nested d "d" });
validate::constraints!(Shelf { nested a "a", nested b "b", nested c "c", nested d "d" });
validate::constraints!(Library { nested a "a", nested b "b", nested c "c", nested d "d" });

static CONDITION_1: Condition = Condition::Items(
    &[
        Condition::Items(
            &[
                Condition::Items(
                    &[
                        Condition::Items(
                            &[
                                Condition::Items(
                                    &[
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                    ],
                                    None,
                                ),
                                Condition::Items(
                                    &[
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                    ],
                                    None,
                                ),
                            ],
                            None,
                        ),
                        Condition::Items(
                            &[
                                Condition::Items(
                                    &[
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                    ],
                                    None,
                                ),
                                Condition::Items(
                                    &[
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                    ],
                                    None,
                                ),
                            ],
                            None,
                        ),
                    ],
                    None,
                ),
                Condition::Items(
                    &[
                        Condition::Items(
                            &[
                                Condition::Items(
                                    &[
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                    ],
                                    None,
                                ),
                                Condition::Items(
                                    &[
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                    ],
                                    None,
                                ),
                            ],
                            None,
                        ),
                        Condition::Items(
                            &[
                                Condition::Items(
                                    &[
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                    ],
                                    None,
                                ),
                                Condition::Items(
                                    &[
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                    ],
                                    None,
                                ),
                            ],
                            None,
                        ),
                    ],
                    None,
                ),
            ],
            None,
        ),
        Condition::Items(
            &[
                Condition::Items(
                    &[
                        Condition::Items(
                            &[
                                Condition::Items(
                                    &[
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                    ],
                                    None,
                                ),
                                Condition::Items(
                                    &[
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                    ],
                                    None,
                                ),
                            ],
                            None,
                        ),
                        Condition::Items(
                            &[
                                Condition::Items(
                                    &[
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                    ],
                                    None,
                                ),
                                Condition::Items(
                                    &[
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                    ],
                                    None,
                                ),
                            ],
                            None,
                        ),
                    ],
                    None,
                ),
                Condition::Items(
                    &[
                        Condition::Items(
                            &[
                                Condition::Items(
                                    &[
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                    ],
                                    None,
                                ),
                                Condition::Items(
                                    &[
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                    ],
                                    None,
                                ),
                            ],
                            None,
                        ),
                        Condition::Items(
                            &[
                                Condition::Items(
                                    &[
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                    ],
                                    None,
                                ),
                                Condition::Items(
                                    &[
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                        Condition::Limits(&[validate::Limit::MinLength(1)]),
                                    ],
                                    None,
                                ),
                            ],
                            None,
                        ),
                    ],
                    None,
                ),
            ],
            None,
        ),
    ],
    None,
);
}
}
