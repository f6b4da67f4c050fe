//! Multipart forms: which records are forms, and whether their files come as they do.

use super::items::ItemBuilder;
use super::rust_type::RustType;
use crate::ir::{Field, Record, Shape, TypeId, TypeUse};

/// How a struct travels as a multipart form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Multipart {
    /// Not at all.
    No,
    /// As a value in memory.
    Held,
    /// With files that come as they do, which makes it nothing but a form.
    Streamed,
}

impl ItemBuilder<'_> {
    /// How a record travels as a multipart form. Its files come as they do unless it is anything else, too: what comes as
    /// it does has no JSON, by which conditions are checked, and derives next to nothing.
    pub(super) fn multipart(&self, id: TypeId, record: &Record) -> Multipart {
        let is = |marks: &[bool]| marks.get(id.index()) == Some(&true);
        let one = self.api.types.get(id);
        let is_file = |field: &Field| self.file(field.value, Multipart::Streamed).is_some();
        if !is(&self.usage.in_multipart) {
            Multipart::No
        } else if !is(&self.usage.in_others)
            && one.traits.is_empty()
            && self.own_condition(id).is_none()
            && record.fields.iter().any(is_file)
            && !record
                .fields
                .iter()
                .any(|field| self.lifted(field.value, false).is_some())
        {
            Multipart::Streamed
        } else {
            Multipart::Held
        }
    }

    /// The type of a field of a multipart form that is a file, or a list of files.
    pub(super) fn file(&self, value: TypeUse, multipart: Multipart) -> Option<RustType> {
        let file = match multipart {
            Multipart::No => return None,
            Multipart::Held => RustType::Binary,
            Multipart::Streamed => RustType::ByteStream,
        };
        match self.table.shape(value.id) {
            Shape::Binary => Some(file),
            Shape::List(list) if *self.table.shape(list.items.id) == Shape::Binary => {
                Some(RustType::List(Box::new(file)))
            }
            _ => None,
        }
    }
}
