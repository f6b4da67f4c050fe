//! Conditions, ready to be spelt: the variants of the runtime's `Condition` with their arguments.

use super::model::LimitItem;

/// A condition: a variant of the runtime's `Condition`, with its arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionItem {
    /// The variant.
    pub name: &'static str,
    /// Its arguments.
    pub arguments: Vec<ConditionArgument>,
}

impl ConditionItem {
    /// A variant with its arguments.
    pub(super) fn new(
        name: &'static str,
        arguments: impl IntoIterator<Item = ConditionArgument>,
    ) -> Self {
        Self {
            name,
            arguments: arguments.into_iter().collect(),
        }
    }

    /// Visits its arguments, and those of the conditions in it.
    pub fn visit(&self, look: &mut dyn FnMut(&ConditionArgument)) {
        for argument in &self.arguments {
            look(argument);
            match argument {
                ConditionArgument::One(one) | ConditionArgument::Maybe(Some(one)) => {
                    one.visit(look)
                }
                ConditionArgument::All(all) => all.iter().for_each(|one| one.visit(look)),
                ConditionArgument::Named(named) | ConditionArgument::Patterns(named) => {
                    named.iter().for_each(|(_, one)| one.visit(look));
                }
                ConditionArgument::Maybe(None)
                | ConditionArgument::Text(_)
                | ConditionArgument::Texts(_)
                | ConditionArgument::Kinds(_)
                | ConditionArgument::Limits(_)
                | ConditionArgument::Count(_)
                | ConditionArgument::Static(_) => {}
            }
        }
    }

    /// Whether there is such an argument in it.
    pub fn has(&self, test: impl Fn(&ConditionArgument) -> bool) -> bool {
        let mut found = false;
        self.visit(&mut |argument| found |= test(argument));
        found
    }

    /// The conditions of the plan that it names, by their positions.
    pub fn named(&self) -> Vec<usize> {
        let mut positions = Vec::new();
        self.visit(&mut |argument| {
            if let ConditionArgument::Static(position) = argument {
                positions.push(*position);
            }
        });
        positions
    }
}

/// An argument of a condition.
#[derive(Clone, Debug, PartialEq)]
pub enum ConditionArgument {
    /// Another condition.
    One(Box<ConditionItem>),
    /// Another condition, or none.
    Maybe(Option<Box<ConditionItem>>),
    /// Other conditions.
    All(Vec<ConditionItem>),
    /// Conditions with the keys of members.
    Named(Vec<(String, ConditionItem)>),
    /// Conditions with patterns of keys.
    Patterns(Vec<(String, ConditionItem)>),
    /// A text.
    Text(String),
    /// Texts.
    Texts(Vec<String>),
    /// Names of the runtime's `Kind`.
    Kinds(Vec<&'static str>),
    /// Limits.
    Limits(Vec<LimitItem>),
    /// A number.
    Count(u64),
    /// A condition of the plan, by its position.
    Static(usize),
}
