//! What only the store can say about a request: whether a name is taken, and whether referenced objects exist.

use rusqlite::{Connection, Params};
use uuid::Uuid;

use super::{Store, StoreError};
use crate::serializer::Draft;

/// Whether references to objects outside this example are looked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum References {
    /// Every key is taken for the key of an object.
    #[default]
    Any,
    /// Only the keys of stored objects are accepted.
    Known,
}

/// The members that refer to other objects, with the query that tells whether there is one. Key pairs and sources
/// are not stored here, so that none exists.
const LOOKUPS: [(&str, &str); 7] = [
    ("authentication_flow", FLOW_EXISTS),
    ("authorization_flow", FLOW_EXISTS),
    ("invalidation_flow", FLOW_EXISTS),
    ("property_mappings", MAPPING_EXISTS),
    ("certificate", "SELECT ?1 IS NULL"),
    ("jwt_federation_sources", "SELECT ?1 IS NULL"),
    (
        "jwt_federation_providers",
        "SELECT EXISTS (SELECT 1 FROM provider WHERE id = ?1)",
    ),
];
const FLOW_EXISTS: &str = "SELECT EXISTS (SELECT 1 FROM flow WHERE uuid = ?1)";
const MAPPING_EXISTS: &str = "SELECT EXISTS (SELECT 1 FROM scope_mapping WHERE uuid = ?1)";
/// No number is null, so that for a new provider (null) every row is another one.
const NAME_TAKEN: &str = "SELECT EXISTS (SELECT 1 FROM provider WHERE name = ?1 AND id IS NOT ?2)";

impl Store {
    /// Adds the problems that only the store can see to a draft, which is for a new provider or for an existing one.
    ///
    /// # Errors
    ///
    /// The database refused.
    pub(crate) async fn check(
        &self,
        mut draft: Draft,
        existing: Option<i64>,
        references: References,
    ) -> Result<Draft, StoreError> {
        self.run(move |connection| {
            let taken = match draft.name() {
                Some(name) => is_true(connection, NAME_TAKEN, (name, existing))?,
                None => false,
            };
            if taken {
                draft.reject_taken_name();
            }
            if references == References::Known {
                check_references(connection, &mut draft)?;
            }
            Ok(draft)
        })
        .await
    }

    /// Of some scope mappings, the first that does not exist.
    ///
    /// # Errors
    ///
    /// The database refused.
    pub(crate) async fn first_unknown_mapping(
        &self,
        mappings: Vec<Uuid>,
    ) -> Result<Option<Uuid>, StoreError> {
        self.run(move |connection| {
            for mapping in mappings {
                if !is_true(connection, MAPPING_EXISTS, [mapping.to_string()])? {
                    return Ok(Some(mapping));
                }
            }
            Ok(None)
        })
        .await
    }
}

/// Rejects the first unknown key of every member.
fn check_references(connection: &Connection, draft: &mut Draft) -> Result<(), StoreError> {
    for (member, lookup) in LOOKUPS {
        let mut unknown = None;
        for key in draft.references(member) {
            let exists = match (key.as_str(), key.as_i64()) {
                (Some(text), _) => is_true(connection, lookup, [text])?,
                (None, Some(number)) => is_true(connection, lookup, [number])?,
                (None, None) => true,
            };
            if !exists {
                unknown = Some(key.clone());
                break;
            }
        }
        if let Some(key) = unknown {
            draft.reject_unknown_reference(member, &key);
        }
    }
    Ok(())
}

/// Whether a query that yields one boolean yields true.
fn is_true(
    connection: &Connection,
    statement: &str,
    parameters: impl Params,
) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(statement)?;
    Ok(statement.query_row(parameters, |row| row.get(0))?)
}
