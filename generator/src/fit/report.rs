//! What a check has found so far, and where it stands.

use super::Problem;

/// What was found wrong, where the check stands, and how much it may still do.
pub(super) struct Report {
    pointer: String,
    problems: Vec<Problem>,
    steps: u32,
}

impl Report {
    pub(super) fn new(steps: u32) -> Self {
        Self {
            pointer: String::new(),
            problems: Vec::new(),
            steps,
        }
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Takes a step; `false` where none is left.
    pub(super) fn step(&mut self) -> bool {
        self.steps = self.steps.saturating_sub(1);
        self.steps > 0
    }

    /// Adds a problem of the value where the check stands, unless it is known: a condition may say what a field says.
    pub(super) fn add(&mut self, code: &'static str, message: impl Into<String>) {
        let problem = Problem {
            pointer: self.pointer.clone(),
            code,
            message: message.into(),
        };
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// Goes on with what stands under a key.
    pub(super) fn at(&mut self, key: &str, check: impl FnOnce(&mut Self)) {
        let length = self.pointer.len();
        self.pointer.push('/');
        self.pointer
            .push_str(&key.replace('~', "~0").replace('/', "~1"));
        check(self);
        self.pointer.truncate(length);
    }

    /// The problems of another check of the same value, which are not added.
    pub(super) fn aside<T>(&mut self, check: impl FnOnce(&mut Self) -> T) -> (Vec<Problem>, T) {
        let known = std::mem::take(&mut self.problems);
        let outcome = check(self);
        (std::mem::replace(&mut self.problems, known), outcome)
    }
}
