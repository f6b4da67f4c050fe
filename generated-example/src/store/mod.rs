//! Keeps proxy providers in a SQLite file.
//!
//! Every call runs on a blocking thread with a connection of its own. Changes are immediate transactions, so that
//! concurrent writers, of this process or another, wait for one another and lose nothing.

mod checks;
mod error;
mod migrations;
mod page;
mod pool;
mod provider;
mod query;
mod row;
mod statements;
#[cfg(test)]
mod tests;

use std::{path::PathBuf, sync::Arc};

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub(crate) use self::{
    checks::References,
    error::StoreError,
    page::{Page, PageNumber},
    provider::{Change, Mode, NewProvider, Provider},
    query::{ListQuery, TextColumn},
};
use self::{
    pool::Pool,
    statements::{DETACH, REFERRERS, add_managed_mappings, find, insert, list, replace},
};
use crate::client_id::new_client_id;

/// Proxy providers in a SQLite file.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    pool: Arc<Pool>,
}

/// A provider that refers to another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Referrer {
    /// Number of the provider that refers.
    pub(crate) id: i64,
    /// Its name.
    pub(crate) name: String,
}

impl Store {
    /// Opens a file, makes it if there is none, and brings its tables up to date. Blocks.
    ///
    /// # Errors
    ///
    /// The file cannot be opened as a database, or was written by a newer version of this program.
    pub(crate) fn open(file: impl Into<PathBuf>) -> Result<Self, StoreError> {
        let pool = Arc::new(Pool::new(file.into()));
        pool.with(migrations::migrate)?;
        Ok(Self { pool })
    }

    /// Stores a new provider: the required members, the server's defaults, and what else is sent.
    ///
    /// # Errors
    ///
    /// [`StoreError::NameTaken`], or the database refused.
    pub(crate) async fn create(
        &self,
        new: NewProvider,
        change: Change,
    ) -> Result<Provider, StoreError> {
        let mut provider = new.with_defaults(new_client_id()?);
        change.apply(&mut provider);
        self.write(move |transaction| {
            add_managed_mappings(transaction, &mut provider)?;
            insert(transaction, &provider)?;
            provider.id = transaction.last_insert_rowid();
            Ok(provider)
        })
        .await
    }

    /// The provider with a number, if there is one.
    ///
    /// # Errors
    ///
    /// The database refused.
    pub(crate) async fn get(&self, id: i64) -> Result<Option<Provider>, StoreError> {
        self.run(move |connection| find(connection, id)).await
    }

    /// Changes a provider, and answers it as it is then; nothing if there is none with that number.
    ///
    /// # Errors
    ///
    /// [`StoreError::NameTaken`], or the database refused.
    pub(crate) async fn update(
        &self,
        id: i64,
        change: Change,
    ) -> Result<Option<Provider>, StoreError> {
        self.write(move |transaction| {
            let Some(mut provider) = find(transaction, id)? else {
                return Ok(None);
            };
            change.apply(&mut provider);
            add_managed_mappings(transaction, &mut provider)?;
            replace(transaction, &provider)?;
            Ok(Some(provider))
        })
        .await
    }

    /// Deletes a provider, takes its number off the lists of others, and tells whether there was one.
    ///
    /// # Errors
    ///
    /// The database refused.
    pub(crate) async fn delete(&self, id: i64) -> Result<bool, StoreError> {
        self.write(move |transaction| {
            transaction.execute(DETACH, [id])?;
            let deleted = transaction.execute("DELETE FROM provider WHERE id = ?", [id])?;
            Ok(deleted > 0)
        })
        .await
    }

    /// The providers that accept the tokens of the one with a number, by name.
    ///
    /// # Errors
    ///
    /// The database refused.
    pub(crate) async fn referrers(&self, id: i64) -> Result<Vec<Referrer>, StoreError> {
        self.run(move |connection| {
            let mut statement = connection.prepare_cached(REFERRERS)?;
            let rows = statement.query_map([id], |row| {
                Ok(Referrer {
                    id: row.get(0)?,
                    name: row.get(1)?,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// One page of the providers that match; nothing if the list has no such page.
    ///
    /// # Errors
    ///
    /// The database refused.
    pub(crate) async fn list(
        &self,
        query: ListQuery,
    ) -> Result<Option<(Page, Vec<Provider>)>, StoreError> {
        self.run(move |connection| {
            // One transaction, so that the count and the rows are of the same moment.
            let transaction = connection.transaction()?;
            list(&transaction, &query)
        })
        .await
    }

    /// Works with a connection on a blocking thread.
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let pool = Arc::clone(&self.pool);
        tokio::task::spawn_blocking(move || pool.with(work)).await?
    }

    /// Works in a transaction that holds the write lock from its start, and commits it after a success.
    async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.run(move |connection| {
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let result = work(&transaction)?;
            transaction.commit()?;
            Ok(result)
        })
        .await
    }
}
