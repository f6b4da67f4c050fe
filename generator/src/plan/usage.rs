//! Usage: which types are reached, from requests or responses, and by which tag.

use std::collections::BTreeMap;

use super::tags::Tags;
use crate::ir::{Api, Codec, Content, NameHint, Operation, Shape, Type, TypeId, TypeUse, Types};

/// What is known about the use of each type, by its index.
#[derive(Clone, Debug)]
pub(super) struct Usage {
    /// Whether some request holds it.
    pub(super) in_request: Vec<bool>,
    /// Whether some response holds it.
    pub(super) in_response: Vec<bool>,
    /// Whether a multipart body is made of it.
    pub(super) in_multipart: Vec<bool>,
    /// Whether it is used in any way but as a whole multipart body.
    pub(super) in_others: Vec<bool>,
    /// The media types of the parts of multipart bodies.
    part_types: BTreeMap<TypeId, Vec<(String, String)>>,
    reach: Vec<Reach>,
}

/// Whose operations reach a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Nobody's.
    Nobody,
    /// Those of one tag, by its position.
    One(usize),
    /// Those of several.
    Several,
}

impl Reach {
    /// With one more tag.
    pub(super) fn and(self, tag: usize) -> Self {
        match self {
            Self::Nobody => Self::One(tag),
            Self::One(other) if other == tag => self,
            Self::One(_) | Self::Several => Self::Several,
        }
    }
}

impl Usage {
    /// Walks all operations.
    pub(super) fn of(api: &Api, operations: &[&Operation], tags: &Tags) -> Self {
        let count = api.types.len();
        let mut usage = Self {
            in_request: vec![false; count],
            in_response: vec![false; count],
            in_multipart: vec![false; count],
            in_others: vec![false; count],
            part_types: BTreeMap::new(),
            reach: vec![Reach::Nobody; count],
        };
        for operation in operations {
            if let Some(tag) = tags.position(operation) {
                usage.operation(api, operation, tag);
            }
        }
        let is_alias = |one: &Type| matches!(one.shape, Shape::Alias(_));
        for (_, one) in api.types.iter().filter(|(_, one)| !is_alias(one)) {
            for part in parts(one) {
                mark(&mut usage.in_others, api.types.resolve(part));
            }
        }
        usage
    }

    /// Whether some operation reaches the type.
    pub(super) fn is_reached(&self, id: TypeId) -> bool {
        self.reach(id) != Reach::Nobody
    }

    /// Whose operations reach the type.
    pub(super) fn reach(&self, id: TypeId) -> Reach {
        let reach = self.reach.get(id.index());
        reach.copied().unwrap_or(Reach::Nobody)
    }

    /// The media type of a part of a multipart body, where the document states one.
    pub(super) fn part_type(&self, id: TypeId, member: &str) -> Option<&str> {
        let mut types = self.part_types.get(&id).into_iter().flatten();
        let (_, media_type) = types.find(|(name, _)| name == member)?;
        // Of several, a sender must say which it is.
        (!media_type.contains(',')).then_some(media_type)
    }

    /// Whether what a type does not name is refused: clients go on with what a newer server adds to its responses.
    pub(super) fn is_strict(&self, id: TypeId) -> bool {
        let is = |marks: &[bool]| marks.get(id.index()) == Some(&true);
        is(&self.in_request) || !is(&self.in_response)
    }

    fn operation(&mut self, api: &Api, operation: &Operation, tag: usize) {
        let sent = operation.parameters.iter().map(|parameter| parameter.value);
        let bodies = operation.body.iter().flat_map(|body| &body.contents);
        let is_form = |content: &&Content| content.codec == Codec::Multipart;
        let forms = bodies.clone().filter(is_form);
        let roots: Vec<(TypeId, &Content)> = forms
            .filter_map(|content| Some((api.types.resolve(content.value?.id), content)))
            .collect();
        for (root, content) in &roots {
            mark(&mut self.in_multipart, *root);
            let types = self.part_types.entry(*root).or_default();
            types.extend(content.part_types.iter().cloned());
        }
        let sent: Vec<TypeUse> = sent
            .chain(bodies.flat_map(|content| content.value.into_iter().chain(content.item)))
            .collect();
        let received = operation.responses.iter().flat_map(|response| {
            let headers = response.headers.iter().map(|header| header.value);
            response
                .contents
                .iter()
                .flat_map(|content| content.value.into_iter().chain(content.item))
                .chain(headers)
        });
        let received: Vec<TypeUse> = received.collect();
        let others = operation.body.iter().flat_map(|body| &body.contents);
        let others = others.filter(|content| !is_form(content));
        let others = others.flat_map(|content| content.value.into_iter().chain(content.item));
        let parameters = operation.parameters.iter().map(|parameter| parameter.value);
        let others = others.chain(parameters).chain(received.iter().copied());
        for value in others {
            mark(&mut self.in_others, api.types.resolve(value.id));
        }
        for value in received {
            walk(&api.types, value.id, &mut |id| {
                self.note(id, tag) | mark(&mut self.in_response, id)
            });
        }
        for value in sent {
            walk(&api.types, value.id, &mut |id| {
                self.note(id, tag) | mark(&mut self.in_request, id)
            });
        }
    }

    /// Notes the tag; false where that is no news, neither of the type nor of what it is made of.
    fn note(&mut self, id: TypeId, tag: usize) -> bool {
        let Some(reach) = self.reach.get_mut(id.index()) else {
            return false;
        };
        let now = reach.and(tag);
        std::mem::replace(reach, now) != now
    }
}

fn mark(marks: &mut [bool], id: TypeId) -> bool {
    marks
        .get_mut(id.index())
        .is_some_and(|mark| !std::mem::replace(mark, true))
}

/// Visits a type and all that it is made of; `enter` says whether to look inside.
fn walk(types: &Types, root: TypeId, enter: &mut dyn FnMut(TypeId) -> bool) {
    let mut pending = vec![root];
    while let Some(id) = pending.pop() {
        if enter(id) {
            pending.extend(parts(types.get(id)));
        }
    }
}

/// Whether each type is declared by name, or part of one that is.
pub(super) fn declared(types: &Types) -> Vec<bool> {
    let mut marks = vec![false; types.len()];
    for (id, one) in types.iter() {
        if matches!(one.hint, NameHint::Component(_) | NameHint::Pinned(_)) {
            walk(types, id, &mut |id| mark(&mut marks, id));
        }
    }
    marks
}

/// The types that a type is made of directly; one that is replaced is made of none.
pub(super) fn parts(one: &Type) -> Vec<TypeId> {
    if one.replacement.is_some() {
        return Vec::new();
    }
    match &one.shape {
        Shape::List(list) => vec![list.items.id],
        Shape::Tuple(tuple) => {
            let all = tuple.positions.iter().chain(&tuple.rest);
            all.map(|item| item.id).collect()
        }
        Shape::Map(value) | Shape::Alias(value) | Shape::JsonText(value) => vec![value.id],
        Shape::Union(union) => union
            .variants
            .iter()
            .map(|variant| variant.value.id)
            .collect(),
        Shape::Record(record) => {
            let rest = match &record.extra {
                crate::ir::Extra::Kept(value) => Some(value.id),
                crate::ir::Extra::Ignored | crate::ir::Extra::Refused => None,
            };
            record
                .fields
                .iter()
                .map(|field| field.value.id)
                .chain(rest)
                .collect()
        }
        _ => Vec::new(),
    }
}
