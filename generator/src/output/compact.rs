//! Joins lines that the formatter broke: it breaks at 89 columns, sets every argument on a line of its own, and
//! never lets a closure stand last. Only whitespace and trailing commas change.

/// The greatest width of a joined line.
pub(super) const WIDTH: usize = 120;

/// The depth of one level.
const STEP: usize = 4;

/// A line without its indentation.
#[derive(Clone, Debug)]
struct Line {
    indent: usize,
    text: String,
}

impl Line {
    fn is_comment(&self) -> bool {
        self.text.starts_with("//") || self.text.starts_with('#')
    }

    fn width(&self) -> usize {
        self.indent + self.text.len()
    }
}

/// Formatted Rust with fewer lines.
pub(super) fn compact(text: &str) -> String {
    let mut lines = text
        .lines()
        .map(|line| {
            let text = line.trim_start();
            Line {
                indent: line.len() - text.len(),
                text: text.to_owned(),
            }
        })
        .collect();
    lines = join_single_calls(lines);
    let mut done: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        join_chain(&mut done, &line);
        done.push(line);
        join_group(&mut done);
    }
    let mut compacted = String::with_capacity(text.len());
    for line in done {
        if !line.text.is_empty() {
            compacted.extend(std::iter::repeat_n(' ', line.indent));
            compacted.push_str(&line.text);
        }
        compacted.push('\n');
    }
    compacted
}

/// `routes` and `.add(` on two lines become one where no other call follows in the chain; what stands in the call
/// moves left.
fn join_single_calls(lines: Vec<Line>) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    // The ends of the calls that move left: indentation at which each chain is over.
    let mut moving: Vec<usize> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        while moving.last().is_some_and(|head| line.indent <= *head) {
            moving.pop();
        }
        let head = index.checked_sub(1).and_then(|before| lines.get(before));
        let starts = head.filter(|head| {
            line.text.starts_with('.') && line.indent == head.indent + STEP && !head.is_comment()
        });
        let alone = starts.is_some_and(|head| {
            let rest = lines.get(index + 1..).unwrap_or_default();
            let mut chain = rest.iter().take_while(|next| next.indent > head.indent);
            !chain.any(|next| next.indent == line.indent && next.text.starts_with('.'))
        });
        match joined.last_mut() {
            Some(last) if alone && last.width() + line.text.len() <= WIDTH => {
                last.text.push_str(&line.text);
                moving.push(line.indent - STEP);
            }
            _ => joined.push(Line {
                indent: line.indent - STEP * moving.len(),
                text: line.text.clone(),
            }),
        }
    }
    joined
}

/// Joins a chain of calls that ends before `next`, if it fits on one line.
fn join_chain(done: &mut Vec<Line>, next: &Line) {
    let Some(last) = done.last().filter(|last| last.text.starts_with('.')) else {
        return;
    };
    if next.indent >= last.indent {
        return;
    }
    let indent = last.indent;
    let calls = done
        .iter()
        .rev()
        .take_while(|line| line.indent == indent && line.text.starts_with('.'))
        .count();
    let Some(head) = done.len().checked_sub(calls + 1) else {
        return;
    };
    let fits = done
        .get(head)
        .is_some_and(|line| line.indent + STEP == indent && !line.is_comment())
        && width(done, head) <= WIDTH;
    if fits {
        let calls: String = done.drain(head + 1..).map(|line| line.text).collect();
        if let Some(head) = done.last_mut() {
            head.text.push_str(&calls);
        }
    }
}

/// The width of all lines from `start` as one.
fn width(lines: &[Line], start: usize) -> usize {
    let lines = lines.get(start..).unwrap_or_default();
    let indent = lines.first().map_or(0, |line| line.indent);
    indent + lines.iter().map(|line| line.text.len() + 1).sum::<usize>()
}

/// If the last line closes a group, joins what stands in it where that fits.
fn join_group(done: &mut Vec<Line>) {
    let Some((last, before)) = done.split_last() else {
        return;
    };
    let open = match last.text.as_bytes().first() {
        Some(b')') => '(',
        Some(b']') => '[',
        Some(b'>') => '<',
        Some(b'}') => '{',
        _ => return,
    };
    let inside = before
        .iter()
        .rev()
        .take_while(|line| line.indent > last.indent)
        .count();
    let start = before.len() - inside;
    let Some((opener, inner)) = start
        .checked_sub(1)
        .and_then(|opener| before.get(opener))
        .filter(|opener| {
            opener.indent == last.indent && opener.text.ends_with(open) && !opener.is_comment()
        })
        .zip(before.get(start..))
    else {
        return;
    };
    let replacement = match open {
        '{' if opener.text.ends_with("Self {") => {
            one_line(opener, inner, last).or_else(|| packed(opener, inner, last))
        }
        '{' if last.text == "}" => one_line_function(opener, inner),
        '{' => None,
        _ => one_line(opener, inner, last)
            .or_else(|| last_block(opener, inner, last))
            .or_else(|| packed(opener, inner, last)),
    };
    if let Some(replacement) = replacement {
        done.truncate(start - 1);
        done.extend(replacement);
    }
}

/// `fn name(self) -> T { body }`.
fn one_line_function(opener: &Line, inner: &[Line]) -> Option<Vec<Line>> {
    let [body] = inner else {
        return None;
    };
    let is_function = opener.text.starts_with("fn ") || opener.text.starts_with("pub fn ");
    let text = format!("{} {} }}", opener.text, body.text);
    let fits = is_function && !body.is_comment() && opener.indent + text.len() <= WIDTH;
    fits.then(|| {
        vec![Line {
            indent: opener.indent,
            text,
        }]
    })
}

/// `name(one, two)`.
fn one_line(opener: &Line, inner: &[Line], closer: &Line) -> Option<Vec<Line>> {
    if !inner.iter().all(|line| is_plain(line, opener)) {
        return None;
    }
    let mut text = opener.text.clone();
    let padding = if opener.text.ends_with('{') { " " } else { "" };
    text.push_str(padding);
    text.push_str(&arguments(opener, inner));
    text.push_str(padding);
    text.push_str(&closer.text);
    (opener.indent + text.len() <= WIDTH).then(|| {
        vec![Line {
            indent: opener.indent,
            text,
        }]
    })
}

/// `name(one, |two| {`, the block, and `})`.
fn last_block(opener: &Line, inner: &[Line], closer: &Line) -> Option<Vec<Line>> {
    let (end, rest) = inner.split_last()?;
    let depth = opener.indent + STEP;
    if !opener.text.ends_with('(') || end.indent != depth || end.text.trim_end_matches(',') != "}" {
        return None;
    }
    let block = rest.iter().rposition(|line| line.indent == depth)?;
    let (before, block) = rest.split_at(block);
    let (head, body) = block.split_first()?;
    if !head.text.ends_with('{') || !before.iter().all(|line| is_plain(line, opener)) {
        return None;
    }
    let joined: String = before
        .iter()
        .map(|line| format!("{} ", line.text))
        .collect();
    let joined = Line {
        indent: opener.indent,
        text: format!("{}{joined}{}", opener.text, head.text),
    };
    if joined.width() <= WIDTH {
        let body = body.iter().map(|line| Line {
            indent: line.indent.saturating_sub(STEP),
            text: line.text.clone(),
        });
        let end = Line {
            indent: opener.indent,
            text: format!("}}{}", closer.text),
        };
        return Some([joined].into_iter().chain(body).chain([end]).collect());
    }
    let mut lines = vec![opener.clone()];
    before
        .iter()
        .chain([head])
        .for_each(|line| pack(&mut lines, line));
    lines.extend(body.iter().chain([end, closer]).cloned());
    Some(lines)
}

/// The elements of a long group, several on a line.
fn packed(opener: &Line, inner: &[Line], closer: &Line) -> Option<Vec<Line>> {
    if !inner.iter().all(|line| is_plain(line, opener)) {
        return None;
    }
    let mut lines = vec![opener.clone()];
    inner.iter().for_each(|line| pack(&mut lines, line));
    lines.push(closer.clone());
    Some(lines)
}

/// Adds an element to the last line, or on a line of its own.
fn pack(lines: &mut Vec<Line>, element: &Line) {
    match lines.last_mut() {
        Some(line)
            if line.indent == element.indent && line.width() + 1 + element.text.len() <= WIDTH =>
        {
            line.text.push(' ');
            line.text.push_str(&element.text);
        }
        _ => lines.push(element.clone()),
    }
}

/// Whether a line is a whole element of a group.
fn is_plain(line: &Line, opener: &Line) -> bool {
    line.indent == opener.indent + STEP
        && !line.is_comment()
        && !line.text.ends_with(['{', '(', '[', '<'])
        && !line.text.starts_with(['}', ')', ']', '>', '.'])
}

/// The elements on one line. The comma after the last goes, but for that of a tuple of one.
fn arguments(opener: &Line, inner: &[Line]) -> String {
    let mut text = inner
        .iter()
        .map(|line| line.text.as_str())
        .collect::<Vec<_>>()
        .join(" ");
    let before = opener.text.strip_suffix('(').map(|text| {
        text.ends_with(|last: char| last.is_alphanumeric() || last == '_' || last == '>')
    });
    if before != Some(false) || inner.len() > 1 {
        text.truncate(text.trim_end_matches(',').len());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::compact;

    /// Compacts, and checks that nothing but whitespace and trailing commas changed.
    fn compacted(text: &str) -> String {
        let result = compact(text);
        let plain = |text: &str| {
            text.split_whitespace()
                .collect::<String>()
                .replace(",)", ")")
                .replace(",>", ">")
                .replace(",}", "}")
        };
        assert_eq!(plain(&result), plain(text));
        result
    }

    #[test]
    fn a_signature_that_fits_stands_on_one_line() {
        let text = "pub fn a(\n    &self,\n    id: i64,\n) -> Call<\n    '_,\n    Model,\n> {\n    one();\n    two()\n}\n";
        assert_eq!(
            compacted(text),
            "pub fn a(&self, id: i64) -> Call<'_, Model> {\n    one();\n    two()\n}\n"
        );
    }

    #[test]
    fn a_closure_stands_last() {
        let text = "{\n    routes\n        .add(\n            \"GET\",\n            |api| async move {\n                a();\n                b()\n            },\n        );\n}\n";
        assert_eq!(
            compacted(text),
            "{\n    routes.add(\"GET\", |api| async move {\n        a();\n        b()\n    });\n}\n"
        );
    }

    #[test]
    fn arguments_that_do_not_fit_are_packed() {
        let long = "x".repeat(60);
        let text = format!("f(\n    one,\n    two,\n    {long},\n    {long},\n)\n");
        assert_eq!(
            compacted(&text),
            format!("f(\n    one, two, {long},\n    {long},\n)\n")
        );
    }

    #[test]
    fn a_literal_is_packed() {
        let text = "{\n    Self {\n        one,\n        two: two.into(),\n    }\n}\n";
        assert_eq!(compacted(text), "{\n    Self { one, two: two.into() }\n}\n");
    }

    #[test]
    fn a_tuple_of_one_keeps_its_comma() {
        let text = "let a = (\n    one,\n);\n";
        assert_eq!(compacted(text), "let a = (one,);\n");
    }

    #[test]
    fn a_chain_is_joined_or_left_whole() {
        let short = "{\n    self.request()\n        .path(&id)\n        .returns()\n}\n";
        assert_eq!(
            compacted(short),
            "{\n    self.request().path(&id).returns()\n}\n"
        );
        let long = format!(
            "{{\n    self.request()\n        .path({})\n        .returns()\n}}\n",
            "x".repeat(110)
        );
        assert_eq!(compacted(&long), long);
    }

    #[test]
    fn comments_keep_their_lines() {
        let text = "f(\n    // why\n    one,\n)\n";
        assert_eq!(compacted(text), text);
    }

    #[test]
    fn a_short_function_stands_on_one_line() {
        let text = "impl A {\n    pub fn name(self) -> Self {\n        self.query()\n    }\n}\n";
        assert_eq!(
            compacted(text),
            "impl A {\n    pub fn name(self) -> Self { self.query() }\n}\n"
        );
    }
}
