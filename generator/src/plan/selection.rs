//! Which operations are wanted: those of the chosen tags, that a selector of `include` fits and none of `exclude`.

use glob::{MatchOptions, Pattern};

use super::tags::{UNTAGGED, first_tag};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest};
use crate::ir::Operation;
use crate::options::Options;

/// What a user wants.
pub(super) struct Selection<'o> {
    tags: &'o [String],
    include: Vec<Selector<'o>>,
    exclude: Vec<Selector<'o>>,
}

/// What operations have in common: all of its terms fit.
struct Selector<'o> {
    text: &'o str,
    terms: Vec<Term>,
}

/// One word of a selector.
enum Term {
    /// Some tag of the operation.
    Tag(Pattern),
    /// The path.
    Path(Pattern),
    /// The operation's id.
    Id(Pattern),
    /// The HTTP method.
    Method(Pattern),
}

/// The words before the colons.
const KINDS: [&str; 4] = ["tag", "path", "id", "method"];

impl<'o> Selection<'o> {
    /// Reads what the options say; what they say wrongly, or what fits no operation, is reported.
    pub(super) fn new(
        options: &'o Options,
        operations: &[Operation],
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut read = |key: &str, texts: &'o [String]| {
            let selectors = texts.iter().filter_map(|text| {
                let selector = Selector::parse(text).and_then(|selector| {
                    let fits = operations.iter().any(|one| selector.fits(one));
                    if fits {
                        Ok(selector)
                    } else {
                        Err(selector.unmatched(operations))
                    }
                });
                selector
                    .map_err(|(message, help)| {
                        let message = format!("`{key}`: {message}");
                        let mut wrong =
                            Diagnostic::error(Code::UnmatchedOption, message).help(help);
                        wrong.place = options.place(key, text).cloned();
                        diagnostics.push(wrong);
                    })
                    .ok()
            });
            selectors.collect()
        };
        let selection = Self {
            tags: &options.tags,
            include: read("include", &options.include),
            exclude: read("exclude", &options.exclude),
        };
        report_unmatched_tags(options, operations, diagnostics);
        selection
    }

    /// Whether nothing but what the wanted operations need is wanted.
    pub(super) fn is_part(options: &Options) -> bool {
        [&options.tags, &options.include, &options.exclude]
            .iter()
            .any(|list| !list.is_empty())
    }

    /// Whether an operation is wanted.
    pub(super) fn wants(&self, operation: &Operation) -> bool {
        let tag = first_tag(operation);
        let is_tagged = self.tags.is_empty() || self.tags.iter().any(|wanted| wanted == tag);
        let any = |list: &[Selector<'_>]| list.iter().any(|selector| selector.fits(operation));
        is_tagged && (self.include.is_empty() || any(&self.include)) && !any(&self.exclude)
    }
}

impl<'o> Selector<'o> {
    fn parse(text: &'o str) -> Result<Self, (String, String)> {
        let terms = text.split_whitespace().map(|word| {
            let malformed = || {
                let message = format!("`{word}` is none of `tag:…`, `path:…`, `id:…`, `method:…`");
                let kind = word.split(':').next().unwrap_or_default();
                let help = match closest(kind, KINDS) {
                    Some(meant) => format!("did you mean `{meant}:`?"),
                    None => "several, with spaces between them, must all fit".to_owned(),
                };
                (message, help)
            };
            let (kind, pattern) = word.split_once(':').ok_or_else(malformed)?;
            let pattern = Pattern::new(pattern).map_err(|error| {
                let message = format!("`{pattern}` is no pattern: {}", error.msg);
                (
                    message,
                    "`*` stands for part of a segment, `**` for any segments".to_owned(),
                )
            })?;
            match kind {
                "tag" => Ok(Term::Tag(pattern)),
                "path" => Ok(Term::Path(pattern)),
                "id" => Ok(Term::Id(pattern)),
                "method" => Ok(Term::Method(pattern)),
                _ => Err(malformed()),
            }
        });
        Ok(Self {
            text,
            terms: terms.collect::<Result<_, _>>()?,
        })
    }

    fn fits(&self, operation: &Operation) -> bool {
        self.terms.iter().all(|term| term.fits(operation))
    }

    /// That no operation fits, and which one is meant.
    fn unmatched(&self, operations: &[Operation]) -> (String, String) {
        let message = format!("no operation fits `{}`", self.text);
        let words = self.terms.iter().flat_map(|term| {
            let known = operations.iter().flat_map(|one| term.words(one));
            let known: Vec<&str> = known.collect();
            closest(term.pattern().as_str(), known.iter().copied()).map(str::to_owned)
        });
        let help = match words.collect::<Vec<_>>().as_slice() {
            [] => "`*` stands for part of a segment, `**` for any segments".to_owned(),
            meant => format!("did you mean `{}`?", meant.join("` and `")),
        };
        (message, help)
    }
}

impl Term {
    fn pattern(&self) -> &Pattern {
        match self {
            Self::Tag(pattern)
            | Self::Path(pattern)
            | Self::Id(pattern)
            | Self::Method(pattern) => pattern,
        }
    }

    /// What of an operation it looks at.
    fn words<'a>(&self, operation: &'a Operation) -> Vec<&'a str> {
        match self {
            Self::Tag(_) if operation.tags.is_empty() => vec![UNTAGGED],
            Self::Tag(_) => operation.tags.iter().map(String::as_str).collect(),
            Self::Path(_) => vec![&operation.path.text],
            Self::Id(_) => vec![&operation.id],
            Self::Method(_) => vec![&operation.method.0],
        }
    }

    fn fits(&self, operation: &Operation) -> bool {
        let options = MatchOptions {
            case_sensitive: !matches!(self, Self::Method(_)),
            require_literal_separator: matches!(self, Self::Path(_)),
            require_literal_leading_dot: false,
        };
        let words = self.words(operation);
        words
            .iter()
            .any(|word| self.pattern().matches_with(word, options))
    }
}

/// Reports tags that were asked for and that no operation has first.
fn report_unmatched_tags(
    options: &Options,
    operations: &[Operation],
    diagnostics: &mut Diagnostics,
) {
    let tags: std::collections::BTreeSet<&str> = operations.iter().map(first_tag).collect();
    for wanted in options
        .tags
        .iter()
        .filter(|tag| !tags.contains(tag.as_str()))
    {
        let message = format!("no operation has `{wanted}` as its first tag");
        let help = match closest(wanted, tags.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "operations belong to the first of their tags".to_owned(),
        };
        let mut unmatched = Diagnostic::warning(Code::UnmatchedOption, message).help(help);
        unmatched.place = options.place("tags", wanted).cloned();
        diagnostics.push(unmatched);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use crate::options::Options;
    use crate::pipeline::generate;
    use crate::source::Input;

    const API: &str = "
openapi: 3.0.3
info: { title: A, version: '1' }
paths:
  /pets: { get: { operationId: listPets, tags: [pets, public], responses: { '204': { description: A } } },
           post: { operationId: addPet, tags: [pets], responses: { '204': { description: A } } } }
  /pets/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { operationId: getPet, tags: [pets], responses: { '200': { description: A, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } }
  /admin/users/all: { delete: { operationId: wipe, responses: { '204': { description: A } } } }
components: { schemas: { Pet: { type: object, properties: { a: { type: string } } }, Unused: { type: object, properties: { a: { type: string } } } } }
";

    fn selected(include: &[&str], exclude: &[&str]) -> (Vec<String>, Vec<String>, Vec<String>) {
        let texts = |list: &[&str]| list.iter().map(|&text| text.to_owned()).collect();
        let options = Options {
            include: texts(include),
            exclude: texts(exclude),
            ..Options::default()
        };
        let input = Input::Text {
            name: "api".to_owned(),
            text: API.to_owned(),
        };
        let generation = generate(&input, &options);
        let messages = generation
            .messages()
            .iter()
            .map(ToString::to_string)
            .collect();
        let plan = generation.plan.unwrap();
        let operations = plan
            .operation_groups
            .iter()
            .flat_map(|group| &group.operations);
        let mut ids: Vec<String> = operations.map(|one| one.id.clone()).collect();
        ids.sort();
        let types = plan.types.iter().map(|item| item.name.as_str().to_owned());
        (ids, types.collect(), messages)
    }

    #[test]
    fn operations_are_chosen_by_tag_path_id_and_method() {
        let all = ["addPet", "getPet", "listPets", "wipe"];
        for (include, exclude, expected) in [
            (&[][..], &[][..], &all[..]),
            (&["tag:pets"], &[], &["addPet", "getPet", "listPets"]),
            (&["tag:public"], &[], &["listPets"]),
            (&["path:/pets"], &[], &["addPet", "listPets"]),
            (&["path:/*"], &[], &["addPet", "listPets"]),
            (&["path:/pets/*"], &[], &["getPet"]),
            (&["path:/pets/{id}"], &[], &["getPet"]),
            (&["path:/admin/**"], &[], &["wipe"]),
            (&["id:*Pet"], &[], &["addPet", "getPet"]),
            (
                &["method:get", "id:wipe"],
                &[],
                &["getPet", "listPets", "wipe"],
            ),
            (&["tag:pets method:GET"], &[], &["getPet", "listPets"]),
            (&[], &["method:delete"], &["addPet", "getPet", "listPets"]),
            (
                &["tag:pets"],
                &["path:/pets/**", "method:post"],
                &["listPets"],
            ),
        ] {
            let (ids, _, messages) = selected(include, exclude);
            assert_eq!(ids, expected, "{include:?} {exclude:?} {messages:?}");
            assert!(messages.is_empty(), "{messages:?}");
        }
    }

    #[test]
    fn types_that_nothing_selected_uses_are_left_out() {
        assert_eq!(selected(&[], &[]).1, ["Pet", "Unused"]);
        assert_eq!(selected(&["id:getPet"], &[]).1, ["Pet"]);
        assert!(selected(&[], &["id:getPet"]).1.is_empty());
    }

    #[test]
    fn what_fits_nothing_is_an_error_with_a_suggestion() {
        for (selector, expected) in [
            (
                "id:getPat",
                "error[SW0301]: `include`: no operation fits `id:getPat`; help: did you mean `getPet`?",
            ),
            (
                "path:/pats/{id}",
                "error[SW0301]: `include`: no operation fits `path:/pats/{id}`; help: did you mean `/pets/{id}`?",
            ),
            (
                "tags:pets",
                "error[SW0301]: `include`: `tags:pets` is none of `tag:…`, `path:…`, `id:…`, `method:…`; help: did you mean `tag:`?",
            ),
            (
                "path:***",
                "error[SW0301]: `include`: `***` is no pattern: wildcards are either regular `*` or recursive `**`; help: `*` stands for part of a segment, `**` for any segments",
            ),
        ] {
            assert_eq!(selected(&[selector], &[]).2, [expected]);
        }
    }
}
