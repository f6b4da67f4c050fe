//! How far schemas lead on to others before one with members of its own comes: references, parts, and lists of lists. A
//! way that is longer than anybody means is cut, so that all later walks along it are short.

use super::{Schema, SchemaId};
use crate::openapi::reader::Reader;
use crate::source::exceeded;

/// What is known of a schema while all are walked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    Unknown,
    /// It is on the way that is walked; a circle is not what is looked for here.
    Open,
    Known(u64),
}

impl<'d> Reader<'d, '_> {
    /// Reports and cuts ways that are too long.
    pub(in crate::openapi) fn cut_long_ways(&mut self) {
        let limit = self.library.limits().references;
        for (id, depth) in self.schemas.ids().zip(self.depths()) {
            let Depth::Known(depth) = depth else { continue };
            if depth <= limit {
                continue;
            }
            let place = self.schemas.get(id).place.clone();
            if depth == limit + 1 {
                let what = "the schema leads through too many others";
                self.report(exceeded("references", what, limit).at(&place.key()));
            }
            let cut = Schema {
                name: self.schemas.get(id).name.clone(),
                broken: true,
                ..Schema::new(place)
            };
            self.schemas.set(id, cut);
        }
    }

    /// The depth of each schema, found without recursion: the ways may be as long as the document.
    fn depths(&self) -> Vec<Depth> {
        let mut depths = vec![Depth::Unknown; self.schemas.len()];
        let of = |depths: &[Depth], id: SchemaId| {
            let depth = depths.get(id.index()).copied();
            depth.unwrap_or(Depth::Known(0))
        };
        for start in self.schemas.ids() {
            let mut way = vec![start];
            while let Some(id) = way.last().copied() {
                let next = next_of(self.schemas.get(id));
                let is_new = of(&depths, id) == Depth::Unknown;
                let below = next.iter().copied();
                let unknown = below
                    .clone()
                    .filter(|id| of(&depths, *id) == Depth::Unknown);
                let before = way.len();
                if is_new {
                    way.extend(unknown);
                }
                if way.len() > before {
                    if let Some(slot) = depths.get_mut(id.index()) {
                        *slot = Depth::Open;
                    }
                    continue;
                }
                way.pop();
                let known = below.filter_map(|id| match of(&depths, id) {
                    Depth::Known(depth) => Some(depth + 1),
                    _ => None,
                });
                let depth = Depth::Known(known.max().unwrap_or(0));
                if let Some(slot) = depths.get_mut(id.index())
                    && !matches!(slot, Depth::Known(_))
                {
                    *slot = depth;
                }
            }
        }
        depths
    }
}

/// The schemas that one leads on to.
fn next_of(schema: &Schema<'_>) -> Vec<SchemaId> {
    let one = [
        schema.reference,
        schema.items,
        schema.additional_properties,
        schema.content_schema,
    ];
    let lists = [
        &schema.all_of,
        &schema.one_of,
        &schema.any_of,
        &schema.prefix_items,
    ];
    let several = lists.into_iter().flatten().copied();
    let patterns = schema.pattern_properties.iter().map(|one| one.schema);
    one.into_iter()
        .flatten()
        .chain(several)
        .chain(patterns)
        .collect()
}
