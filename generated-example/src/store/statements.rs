//! The SQL statements of the store, each for one connection.

use rusqlite::{Connection, OptionalExtension, params_from_iter};

use super::{
    ListQuery, Page, Provider, StoreError, page,
    query::{Conditions, order_clause},
    row::{self, COLUMNS, Identifier, Values},
};

/// Takes a number off the lists of federated providers.
pub(super) const DETACH: &str = "UPDATE provider SET jwt_federation_providers = (
        SELECT json_group_array(value) FROM json_each(jwt_federation_providers) WHERE value <> ?1)
    WHERE EXISTS (SELECT 1 FROM json_each(jwt_federation_providers) WHERE value = ?1)";

/// The providers that have a number on their list of federated providers.
pub(super) const REFERRERS: &str = "SELECT id, name FROM provider
    WHERE EXISTS (SELECT 1 FROM json_each(jwt_federation_providers) WHERE value = ?1)
    ORDER BY name, id";

pub(super) fn find(connection: &Connection, id: i64) -> Result<Option<Provider>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT * FROM provider WHERE id = ?")?;
    Ok(statement.query_row([id], row::read).optional()?)
}

pub(super) fn insert(connection: &Connection, provider: &Provider) -> Result<(), StoreError> {
    let columns = COLUMNS.join(", ");
    let marks = vec!["?"; COLUMNS.len()].join(", ");
    let statement = format!("INSERT INTO provider ({columns}) VALUES ({marks})");
    connection.execute(&statement, &Values::of(provider)?.parameters()[..])?;
    Ok(())
}

pub(super) fn replace(connection: &Connection, provider: &Provider) -> Result<(), StoreError> {
    let columns = COLUMNS.map(|column| format!("{column} = ?")).join(", ");
    let statement = format!("UPDATE provider SET {columns} WHERE id = {}", provider.id);
    connection.execute(&statement, &Values::of(provider)?.parameters()[..])?;
    Ok(())
}

/// Adds the managed scope mappings that a provider does not have; authentik does so at every change.
pub(super) fn add_managed_mappings(
    connection: &Connection,
    provider: &mut Provider,
) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT uuid FROM scope_mapping ORDER BY rowid")?;
    let managed = statement.query_map([], |row| row.get::<_, Identifier>(0))?;
    for mapping in managed {
        let Identifier(mapping): Identifier = mapping?;
        if !provider.property_mappings.contains(&mapping) {
            provider.property_mappings.push(mapping);
        }
    }
    Ok(())
}

pub(super) fn list(
    connection: &Connection,
    query: &ListQuery,
) -> Result<Option<(Page, Vec<Provider>)>, StoreError> {
    let conditions = Conditions::of(query);
    let clause = conditions.clause();
    let count = connection.query_row(
        &format!("SELECT count(*) FROM provider {clause}"),
        params_from_iter(&conditions.values),
        |row| row.get(0),
    )?;
    let Some(page) = Page::find(query.page, page::page_size(query.page_size), count) else {
        return Ok(None);
    };
    let statement = format!(
        "SELECT * FROM provider {clause} {} LIMIT {} OFFSET {}",
        order_clause(query.ordering.as_deref()),
        page.size,
        page.offset(),
    );
    let mut statement = connection.prepare(&statement)?;
    let rows = statement.query_map(params_from_iter(&conditions.values), row::read)?;
    Ok(Some((page, rows.collect::<Result<_, _>>()?)))
}
