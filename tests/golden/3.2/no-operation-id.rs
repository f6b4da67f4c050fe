pub mod models {
//! The types of the API.


mod serde {
//! How the models become JSON and back.

}
}

pub mod responses {
//! The answers of operations that have more than one.

use super::runtime::responses::{self, responses};

/// What `post_users_id_keys` answers if all is well.
#[derive(Clone, Debug, PartialEq)]
pub enum PostUsersIdKeysResponse {
    /// Any other status.
    Default {
        /// The status.
        status: u16,
    },
}

responses!(PostUsersIdKeysResponse { Default: default empty });
}
