//! Connections to one SQLite file, kept open between uses.

use std::{
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, functions::FunctionFlags};

use super::StoreError;

/// How long a writer waits for another one before it gives up.
const BUSY_TIMEOUT: Duration = Duration::from_secs(30);

/// Idle connections to one file. There are never more than there were blocking calls at the same time.
#[derive(Debug)]
pub(super) struct Pool {
    file: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Pool {
    /// A pool without any connection yet.
    pub(super) fn new(file: PathBuf) -> Self {
        let idle = Mutex::new(Vec::new());
        Self { file, idle }
    }

    /// Works with an idle connection, or with a new one if all are busy.
    ///
    /// A connection is only kept after a success: dropping it after a failure leaves no transaction half open.
    pub(super) fn with<T>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let idle = self.idle().pop();
        let mut connection = match idle {
            Some(connection) => connection,
            None => self.open()?,
        };
        let result = work(&mut connection)?;
        self.idle().push(connection);
        Ok(result)
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Connection>> {
        // A panic elsewhere cannot leave the list half changed.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open(&self) -> Result<Connection, StoreError> {
        let connection = Connection::open(&self.file)?;
        connection.busy_timeout(BUSY_TIMEOUT)?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.create_scalar_function(
            "fold",
            1,
            FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC,
            |context| Ok(context.get::<Option<String>>(0)?.map(|text| fold(&text))),
        )?;
        Ok(connection)
    }
}

/// A text without regard to case, in any script; SQLite's own `lower` knows ASCII only.
pub(super) fn fold(text: &str) -> String {
    text.to_lowercase()
}
