//! Request bodies: which types their media types have, and the enums of those that have several.

use std::collections::{BTreeMap, BTreeSet};

use super::docs::code;
use super::model::{TypeItem, TypeKind};
use super::multipart::Multipart;
use super::names::{Scope, TypeName, VariantName, type_case};
use super::operation_model::{BodyCase, BodyCodec, BodyContent, BodyItem, BodyKind, BodySet};
use super::recursion::Sizes;
use super::responses::{other_json, word_of_media_type};
use super::rust_type::RustType;
use super::streams;
use super::types::TypeTable;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Codec, Content, Operation, Shape, TypeUse};

/// Collects the enums of bodies while operations are planned.
pub(super) struct BodyPlanner<'a> {
    table: &'a TypeTable<'a>,
    sizes: &'a Sizes,
    /// What the names stand for that are others for a type.
    aliases: BTreeMap<&'a TypeName, &'a RustType>,
    /// The forms whose files come as they do.
    streamed: BTreeSet<&'a TypeName>,
    sets: Vec<BodySet>,
}

impl<'a> BodyPlanner<'a> {
    pub(super) fn new(table: &'a TypeTable<'a>, sizes: &'a Sizes, types: &'a [TypeItem]) -> Self {
        let aliases = types.iter().filter_map(|item| match &item.kind {
            TypeKind::Alias(target) => Some((&item.name, target)),
            _ => None,
        });
        let streamed = types.iter().filter(|item| {
            matches!(&item.kind, TypeKind::Struct(one) if one.multipart == Multipart::Streamed)
        });
        Self {
            table,
            sizes,
            aliases: aliases.collect(),
            streamed: streamed.map(|item| &item.name).collect(),
            sets: Vec::new(),
        }
    }

    /// The enums that were collected.
    pub(super) fn into_sets(self) -> Vec<BodySet> {
        self.sets
    }

    /// What an operation takes.
    pub(super) fn body(
        &mut self,
        operation: &Operation,
        names: &mut Scope,
        diagnostics: &mut Diagnostics,
    ) -> Option<BodyItem> {
        let body = operation.body.as_ref()?;
        let mut contents: Vec<&Content> = body.contents.iter().collect();
        contents.sort_by_key(|content| preference(content));
        let (left_out, others): (Vec<&Content>, Vec<&Content>) = contents
            .iter()
            .partition(|content| self.is_spelt_otherwise(content, &contents));
        report(operation, &left_out, &others, diagnostics);
        let mut kinds = self.kinds(&others);
        let kind = match kinds.len() {
            0 | 1 => BodyKind::One(kinds.pop()?),
            _ => BodyKind::Many(self.set(operation, kinds, names)),
        };
        Some(BodyItem {
            required: body.required,
            kind,
        })
    }

    /// Whether a content is text to us, and the same as the content of another media type that is more.
    fn is_spelt_otherwise(&self, content: &Content, contents: &[&Content]) -> bool {
        let is_structure = |value: TypeUse| {
            let shape = self.table.shape(value.id);
            !matches!(
                shape,
                Shape::Text(_) | Shape::Enumeration(_) | Shape::Binary | Shape::Any
            )
        };
        content.codec == Codec::Text
            && content.value.is_some_and(is_structure)
            && contents
                .iter()
                .any(|other| other.codec != Codec::Text && other.value == content.value)
    }

    /// The contents by their types.
    fn kinds(&self, contents: &[&Content]) -> Vec<BodyContent> {
        let mut kinds: Vec<(RustType, BodyContent)> = Vec::new();
        for content in contents {
            let (codec, value) = self.content(content);
            let resolved = self.resolved(&value);
            match kinds.iter_mut().find(|(other, _)| *other == resolved) {
                Some((_, known)) => known.others.push(codec),
                None => {
                    let others = Vec::new();
                    kinds.push((
                        resolved,
                        BodyContent {
                            value,
                            codec,
                            others,
                        },
                    ));
                }
            }
        }
        kinds.into_iter().map(|(_, kind)| kind).collect()
    }

    /// A type without other names for types.
    fn resolved(&self, value: &RustType) -> RustType {
        value.replaced(&|name| self.aliases.get(name).map(|target| self.resolved(target)))
    }

    fn set(&mut self, operation: &Operation, kinds: Vec<BodyContent>, names: &mut Scope) -> usize {
        let mut scope = Scope::reserving(&["Self"]);
        let cases = kinds.into_iter().map(|content| {
            let word = word_of_media_type(content.codec.media_type());
            BodyCase {
                name: VariantName::new(scope.allocate([word])),
                content: BodyContent {
                    value: self.sizes.boxed_if_large(content.value),
                    ..content
                },
            }
        });
        let base = type_case(&operation.id);
        let candidates = [format!("{base}Body"), format!("{base}RequestBody")];
        let docs = format!("What {} takes, by its media type.", code(&operation.id));
        self.sets.push(BodySet {
            name: TypeName::new(names.allocate(candidates)),
            docs: vec![docs],
            of_tag: None,
            cases: cases.collect(),
        });
        self.sets.len() - 1
    }

    fn content(&self, content: &Content) -> (BodyCodec, RustType) {
        let media_type = content.media_type.clone();
        let value = content
            .value
            .map_or(RustType::Json, |value| self.table.element(value));
        match content.codec {
            Codec::Json => (BodyCodec::Json(other_json(media_type)), value),
            Codec::Form => (BodyCodec::Form, value),
            Codec::Multipart if self.is_streamed(&value) => (BodyCodec::MultipartStream, value),
            Codec::Multipart if self.is_record(content) => (BodyCodec::Multipart, value),
            Codec::Text => (BodyCodec::Text(media_type), RustType::String),
            Codec::Stream(framing) => {
                let (stream, value) = streams::items(content, framing, self.table);
                (BodyCodec::Stream(stream), value)
            }
            Codec::Bytes | Codec::Multipart => {
                let (stream, value) = streams::bytes(&media_type);
                (BodyCodec::Stream(stream), value)
            }
        }
    }

    /// Whether a body is a form whose files come as they do.
    fn is_streamed(&self, value: &RustType) -> bool {
        matches!(self.resolved(value), RustType::Named(name) if self.streamed.contains(&name))
    }

    /// Whether a body has named members, without which a form has no parts.
    fn is_record(&self, content: &Content) -> bool {
        let mut value = content.value.into_iter();
        value.any(|value| matches!(self.table.shape(value.id), Shape::Record(_)))
    }
}

/// In which order media types are sent: the one with the most structure first, and of JSON, what everybody knows.
fn preference(content: &Content) -> u8 {
    match content.codec {
        Codec::Json if content.media_type == "application/json" => 0,
        Codec::Json => 1,
        Codec::Form => 2,
        Codec::Multipart => 3,
        Codec::Stream(_) => 4,
        Codec::Text => 5,
        Codec::Bytes => 6,
    }
}

/// Names the media types that are left out.
fn report(
    operation: &Operation,
    left_out: &[&Content],
    taken: &[&Content],
    diagnostics: &mut Diagnostics,
) {
    let list = |contents: &[&Content]| {
        let names = contents.iter().map(|one| one.media_type.as_str());
        names.collect::<Vec<_>>().join(", ")
    };
    if let Some(first) = left_out.first() {
        let message = format!(
            "`{}` takes its body as {}, not as {}, which would be text without a type",
            operation.id,
            list(taken),
            list(left_out)
        );
        diagnostics.push(Diagnostic::warning(Code::Unsupported, message).at(&first.place));
    }
}
