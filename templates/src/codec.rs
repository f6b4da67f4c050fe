//! The runtime files that read requests and know nothing of a document, for programs that do so without generated code: what
//! a server generated from a document takes and what its mock takes are read by the same lines.

#[path = "runtime/accept.rs"]
pub mod accept;
#[path = "runtime/media_type.rs"]
pub mod media_type;
#[path = "runtime/multipart_pieces.rs"]
pub mod multipart_pieces;
#[path = "runtime/parameter.rs"]
pub mod parameter;
#[path = "runtime/parameter_read.rs"]
pub mod parameter_read;
#[path = "runtime/problem.rs"]
pub mod problem;
#[path = "runtime/problem_document.rs"]
pub mod problem_document;
