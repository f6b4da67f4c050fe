//! Stage plan: from the API's meaning to every Rust decision: names, types, presence, boxes, modules, needs.
//!
//! Nothing here spells Rust; nothing after this decides.

mod bodies;
mod checks;
mod choose;
mod circles;
mod condition_item;
mod conditions;
mod constraints;
mod copied;
mod docs;
mod enums;
mod files;
mod foreign;
mod items;
mod model;
mod multipart;
mod names;
mod needs;
mod operation_model;
mod operations;
mod pagination;
mod recursion;
mod responses;
mod rust_type;
mod security;
mod selection;
mod servers;
mod sharing;
mod streams;
mod tags;
mod tuples;
mod types;
mod usage;

pub use choose::choose;
pub use condition_item::{ConditionArgument, ConditionItem};
pub(crate) use docs::{code, is_hidden};
pub use foreign::ForeignType;
pub use model::*;
pub use multipart::Multipart;
pub use names::{FieldName, FunctionName, ModuleName, TypeName, VariantName};
pub use operation_model::*;
pub use operations::is_shadowed;
pub use pagination::{Held, NextItem, PageField, PaginationItem};
pub use rust_type::RustType;

use std::collections::{BTreeMap, BTreeSet};

use self::bodies::BodyPlanner;
use self::items::ItemBuilder;
use self::names::Scope;
use self::operations::{OperationPlanner, Planned};
use self::pagination::PaginationPlanner;
use self::recursion::{Sizes, box_items};
use self::responses::ResponsePlanner;
use self::selection::Selection;
use self::sharing::share;
use self::tags::Tags;
use self::types::TypeTable;
use self::usage::{Reach, Usage};
use crate::diagnostic::Diagnostics;
use crate::ir::{Api, Operation, TypeId};
use crate::options::{Blocking, Options, Tracing};

/// Decides everything.
pub fn plan(api: &Api, options: &Options, diagnostics: &mut Diagnostics) -> Plan {
    let selection = Selection::new(options, &api.operations, diagnostics);
    let operations: Vec<&Operation> = api
        .operations
        .iter()
        .filter(|one| selection.wants(one))
        .collect();
    let mut tags = Tags::of(api, &operations);
    let usage = Usage::of(api, &operations, &tags);
    let reached_only = Selection::is_part(options);
    let table = TypeTable::new(api, &usage, reached_only, options);
    let builder = ItemBuilder {
        api,
        table: &table,
        usage: &usage,
    };
    let (built, conditions) = builder.build();
    let (ids, mut types): (Vec<TypeId>, Vec<TypeItem>) = built.into_iter().unzip();
    box_items(&mut types);
    share(&mut types);
    let is_spread = files::is_spread(&types);
    if is_spread {
        tags = tags.with_features();
    }
    let index: BTreeMap<TypeName, usize> = types
        .iter()
        .enumerate()
        .map(|(position, item)| (item.name.clone(), position))
        .collect();
    let sizes = Sizes::of(&types, &index);
    let names: Vec<&str> = types.iter().map(|item| item.name.as_str()).collect();
    let model_names = Scope::reserving(&names);
    let responses = ResponsePlanner::new(&table, &sizes);
    let bodies = BodyPlanner::new(&table, &sizes, &types);
    let pages = PaginationPlanner::new(&types);
    let mut planner = OperationPlanner::new(api, &builder, responses, bodies, pages, &model_names);
    let groups = planner.groups(&operations, &tags, diagnostics);
    let parts = options.parts.unwrap_or_default();
    let Planned {
        mut response_sets,
        mut body_sets,
        schemes,
        requirements,
    } = planner.finish(parts);
    let model_groups = if is_spread {
        files::spread_sets(&mut response_sets, &groups);
        files::spread_bodies(&mut body_sets, &groups);
        let reach: Vec<Reach> = ids.iter().map(|id| usage.reach(*id)).collect();
        files::spread(&types, &conditions, reach, &tags)
    } else {
        files::together(&types, &conditions)
    };
    let is_webhooks = |group: &OperationGroup| group.kind == GroupKind::Webhooks;
    let (webhooks, operation_groups): (Vec<_>, Vec<_>) = groups.into_iter().partition(is_webhooks);
    let mut plan = Plan {
        info: info(api),
        parts,
        servers: servers::servers(&api.servers),
        traced: options.tracing == Some(Tracing::Client),
        blocking: options.blocking == Some(Blocking::On),
        mock: None,
        served_document: None,
        copied_types: copied::types(&types),
        types,
        conditions,
        model_groups,
        response_sets,
        body_sets,
        schemes,
        requirements,
        operation_groups,
        webhooks: webhooks.into_iter().next(),
        foreign_types: BTreeSet::new(),
        needs: Needs::default(),
    };
    plan.foreign_types = needs::foreign_types(&plan);
    plan.needs = needs::of(&plan, &api.types);
    plan
}

fn info(api: &Api) -> Info {
    let url = api.servers.first().map_or("", |server| server.url.as_str());
    let is_absolute = url.starts_with("http://") || url.starts_with("https://");
    let path = match url.split_once("://") {
        Some((_, rest)) => rest
            .find('/')
            .map_or("", |slash| rest.get(slash..).unwrap_or_default()),
        None => url,
    };
    Info {
        title: api.title.clone(),
        version: api.version.clone(),
        heading: docs::lines(&format!("{} {}", api.title.trim(), api.version.trim())).join(" "),
        docs: api
            .description
            .as_deref()
            .map(docs::lines)
            .unwrap_or_default(),
        base_path: path.trim_end_matches('/').to_owned(),
        server_url: is_absolute.then(|| url.to_owned()),
    }
}
