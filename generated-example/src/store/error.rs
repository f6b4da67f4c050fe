//! Why the store could not do something.

use std::{error::Error, fmt};

/// Why the store could not do something.
#[derive(Debug)]
pub(crate) enum StoreError {
    /// Another provider has the name.
    NameTaken,
    /// The database was written by a newer version of this program.
    TooNew {
        /// The version of the database's tables.
        found: usize,
        /// The newest version that this program knows.
        known: usize,
    },
    /// SQLite refused.
    Database(rusqlite::Error),
    /// A stored value cannot be read or written as JSON.
    Json(serde_json::Error),
    /// There are no random numbers for a client identifier.
    Random(getrandom::Error),
    /// The worker thread was cut short.
    Worker(tokio::task::JoinError),
}

impl fmt::Display for StoreError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NameTaken => formatter.write_str("another provider has this name"),
            Self::TooNew { found, known } => write!(
                formatter,
                "the database has version {found}, this program knows up to version {known}"
            ),
            Self::Database(_) => formatter.write_str("the database refused"),
            Self::Json(_) => formatter.write_str("a stored list is not JSON"),
            Self::Random(_) => formatter.write_str("the system has no random numbers"),
            Self::Worker(_) => formatter.write_str("the database worker was cut short"),
        }
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::NameTaken | Self::TooNew { .. } => None,
            Self::Database(error) => Some(error),
            Self::Json(error) => Some(error),
            Self::Random(error) => Some(error),
            Self::Worker(error) => Some(error),
        }
    }
}

/// The message of the unique name, as SQLite words it.
const NAME_CONSTRAINT: &str = "UNIQUE constraint failed: provider.name";

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match &error {
            rusqlite::Error::SqliteFailure(_, Some(message)) if message == NAME_CONSTRAINT => {
                Self::NameTaken
            }
            _ => Self::Database(error),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

impl From<getrandom::Error> for StoreError {
    fn from(error: getrandom::Error) -> Self {
        Self::Random(error)
    }
}

impl From<tokio::task::JoinError> for StoreError {
    fn from(error: tokio::task::JoinError) -> Self {
        Self::Worker(error)
    }
}
