//! How far schemas lead on to others before one with members of its own comes: references, parts, and lists of lists. A
//! way that is longer than anybody means is cut, so that all later walks along it are short.

use super::{Schema, SchemaId};
use crate::graph::circles;
use crate::openapi::reader::Reader;
use crate::source::exceeded;

impl<'d> Reader<'d, '_> {
    /// Reports and cuts ways that are too long. Within a circle, a way may go through all of it.
    pub(in crate::openapi) fn cut_long_ways(&mut self) {
        let limit = self.library.limits().references;
        let ids: Vec<SchemaId> = self.schemas.ids().collect();
        let leads_to = ids.iter().map(|id| {
            let next = next_of(self.schemas.get(*id)).into_iter();
            next.map(SchemaId::index).collect()
        });
        let leads_to: Vec<Vec<usize>> = leads_to.collect();
        let mut depths: Vec<Option<u64>> = vec![None; ids.len()];
        for circle in circles(&leads_to) {
            // What has no depth yet is in the circle itself.
            let below = circle.iter().flat_map(|one| &leads_to[*one]);
            let below = below.filter_map(|next| depths[*next].map(|depth| depth + 1));
            let deepest = below.max().unwrap_or(0);
            let depth = deepest + circle.len() as u64 - 1;
            circle.iter().for_each(|one| depths[*one] = Some(depth));
            if depth > limit {
                // Nothing that it leads to is cut.
                let is_first = deepest.saturating_sub(1) <= limit;
                let schemas = circle.iter().filter_map(|one| ids.get(*one));
                self.cut(schemas.copied(), is_first.then_some(limit));
            }
        }
    }

    /// Cuts schemas, and says so where that is the limit which was exceeded.
    fn cut(&mut self, schemas: impl Iterator<Item = SchemaId>, mut exceeds: Option<u64>) {
        for id in schemas {
            let place = self.schemas.get(id).place.clone();
            if let Some(limit) = exceeds.take() {
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
