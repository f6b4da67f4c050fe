pub mod models {
//! The types of the API.


mod serde {
//! How the models become JSON and back.

}
}
