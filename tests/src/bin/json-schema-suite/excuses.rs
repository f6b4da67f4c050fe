//! Where we differ from the suite on purpose, and why.

use std::fmt;

/// One reason per paragraph: lines that start with `#` say it, the others name cases, with `*` for any text.
const TEXT: &str = include_str!("excuses.txt");

/// All excuses.
pub(crate) struct Excuses(Vec<Excuse>);

struct Excuse {
    pattern: &'static str,
    reason: String,
    covered: usize,
    agreed: usize,
}

impl Excuses {
    /// Reads the list that stands beside this file.
    pub(crate) fn read() -> Result<Self, String> {
        let mut excuses = Vec::new();
        for paragraph in TEXT.split("\n\n").filter(|one| !one.trim().is_empty()) {
            let (reason, patterns): (Vec<&str>, Vec<&str>) = paragraph
                .trim()
                .lines()
                .partition(|line| line.starts_with('#'));
            let reason = reason
                .iter()
                .map(|line| line.trim_start_matches('#').trim());
            let reason = reason.collect::<Vec<_>>().join(" ");
            if reason.is_empty() {
                return Err(format!("an excuse needs a reason: {paragraph}"));
            }
            excuses.extend(patterns.into_iter().map(|pattern| Excuse {
                pattern,
                reason: reason.clone(),
                covered: 0,
                agreed: 0,
            }));
        }
        Ok(Self(excuses))
    }

    /// Whether a case that differs is excused.
    pub(crate) fn cover(&mut self, name: &str) -> bool {
        let excuse = self.0.iter_mut().find(|one| fits(one.pattern, name));
        if let Some(excuse) = excuse {
            excuse.covered += 1;
            return true;
        }
        false
    }

    /// Notes a case that agrees.
    pub(crate) fn agree(&mut self, name: &str) {
        let fitting = self.0.iter_mut().filter(|one| fits(one.pattern, name));
        fitting.for_each(|one| one.agreed += 1);
    }

    /// Excuses for which there was no need. One that names no case at all is for another edition of the suite.
    pub(crate) fn unused(&self) -> Vec<&'static str> {
        let unused = self
            .0
            .iter()
            .filter(|one| one.covered == 0 && one.agreed > 0);
        unused.map(|one| one.pattern).collect()
    }
}

/// How many cases each reason excuses.
impl fmt::Display for Excuses {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut reasons: Vec<(&str, usize)> = Vec::new();
        for excuse in &self.0 {
            match reasons
                .iter_mut()
                .find(|(reason, _)| *reason == excuse.reason)
            {
                Some((_, count)) => *count += excuse.covered,
                None => reasons.push((&excuse.reason, excuse.covered)),
            }
        }
        for (reason, count) in reasons.iter().filter(|(_, count)| *count > 0) {
            writeln!(formatter, "excused: {count:4}  {reason}")?;
        }
        Ok(())
    }
}

/// Whether a name fits a pattern in which `*` stands for any text.
fn fits(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|start| name.strip_prefix(start)) else {
        return false;
    };
    let mut parts: Vec<&str> = parts.collect();
    let Some(end) = parts.pop() else {
        return rest.is_empty();
    };
    for part in parts {
        match rest.find(part).and_then(|at| rest.get(at + part.len()..)) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_stand_for_names() {
        assert!(fits("a / b", "a / b"));
        assert!(fits("a / *", "a / b / c"));
        assert!(fits("a / * / ignores *", "a / b / ignores texts"));
        assert!(!fits("a", "a / b"));
        assert!(!fits("a / * / ignores *", "a / b / accepts"));
    }
}
