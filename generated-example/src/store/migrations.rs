//! Brings a database to the tables that this program works with.

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

/// The steps, oldest first. A database that went through n of them has `PRAGMA user_version` n; steps are only ever
/// added, never changed.
const STEPS: [&str; 2] = [
    include_str!("0001_providers.sql"),
    include_str!("0002_seed.sql"),
];

/// Runs the steps that a database has not seen yet, all or none.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    // Immediate: of two programs that start on one file, the second waits and then finds nothing to do.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: usize = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let Some(steps) = STEPS.get(found..) else {
        let known = STEPS.len();
        return Err(StoreError::TooNew { found, known });
    };
    for step in steps {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", STEPS.len())?;
    Ok(transaction.commit()?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn steps_run_once() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        migrate(&mut connection).unwrap();
        let flows: i64 = connection
            .query_row("SELECT count(*) FROM flow", [], |row| row.get(0))
            .unwrap();
        assert_eq!(flows, 5);
    }

    #[test]
    fn a_newer_database_is_left_alone() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.pragma_update(None, "user_version", 99).unwrap();
        let result = migrate(&mut connection);
        assert!(matches!(
            result,
            Err(StoreError::TooNew {
                found: 99,
                known: 2
            })
        ));
    }
}
