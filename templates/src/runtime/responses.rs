//! Sets of responses that an operation declares: chosen by status, then by media type, never by trial.

use super::byte_stream::ByteStream;
use super::decode::{Decode, Received};
use super::media_type;
use super::problem::Problem;

#[allow(unused_imports)] // The macros name them from here.
pub use super::encode::{BoxError, Reply};
#[allow(unused_imports)]
pub use super::{decode, encode};

/// One declared response.
pub struct Row<T> {
    /// For which status.
    pub status: Status,
    /// The media type; empty where there is no body.
    pub media_type: &'static str,
    /// Reads it.
    pub read: Read<T>,
}

/// How a response is read.
pub enum Read<T> {
    /// When its body is there.
    Whole(Decode<T>),
    /// As soon as its head is there: of the status and the body.
    Stream(fn(u16, ByteStream) -> T),
}

/// For which status a response is declared (OpenAPI 3.x, "Responses Object").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// One status.
    Exactly(u16),
    /// A hundred of them: `4` for `4XX`.
    Range(u16),
    /// All that are not declared otherwise.
    Default,
}

impl Status {
    /// Whether this fits a status.
    pub fn fits(self, status: u16) -> bool {
        self.rank(status).is_some()
    }

    /// How well this fits a status, less being better; `None` where it does not.
    fn rank(self, status: u16) -> Option<u8> {
        match self {
            Self::Exactly(exactly) => (exactly == status).then_some(0),
            Self::Range(hundred) => (hundred == status / 100).then_some(1),
            Self::Default => Some(2),
        }
    }
}

/// A set of responses.
pub trait Responses: Sized + 'static {
    /// The responses, in the document's order.
    const ROWS: &'static [Row<Self>];

    /// Writes a response.
    ///
    /// # Errors
    ///
    /// A body that its media type cannot hold.
    fn encode(self) -> Result<Reply, BoxError>;
}

impl<T> Clone for Read<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Read<T> {}

/// How the response of a set is read that has this status and media type; `None` where its status is not declared.
pub fn choose<T: Responses>(status: u16, content_type: &str) -> Option<Read<T>> {
    let mut best: Option<((u8, bool), &Row<T>)> = None;
    for row in T::ROWS {
        // By status, then by media type. Where no media type fits, the first row counts.
        let Some(rank) = row.status.rank(status) else {
            continue;
        };
        let rank = (rank, !media_type::matches(row.media_type, content_type));
        if best.is_none_or(|(other, _)| rank < other) {
            best = Some((rank, row));
        }
    }
    best.map(|(_, row)| row.read)
}

/// Reads a response whose body is there; `None` where its status is not declared.
pub fn decode<T: Responses>(received: &Received) -> Option<Result<T, Vec<Problem>>> {
    let status = received.status.as_u16();
    Some(match choose::<T>(status, received.content_type())? {
        Read::Whole(decode) => decode(received),
        Read::Stream(open) => Ok(open(status, received.body.clone().into())),
    })
}

/// The media types of a set, each once.
pub fn media_types<T: Responses>() -> Vec<&'static str> {
    let mut media_types: Vec<&str> = Vec::new();
    for row in T::ROWS {
        if !row.media_type.is_empty() && !media_types.contains(&row.media_type) {
            media_types.push(row.media_type);
        }
    }
    media_types
}

/// For operations that declare no error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undeclared {}

impl Responses for Undeclared {
    const ROWS: &'static [Row<Self>] = &[];

    fn encode(self) -> Result<Reply, BoxError> {
        match self {}
    }
}

/// Completes a response: its status, and the declared media type where the body did not bring a fitting one.
pub fn declared(reply: Reply, status: u16, media_type: &str) -> Reply {
    let own = reply.content_type.as_deref().unwrap_or_default();
    let keep =
        media_type.is_empty() || media_type.contains('*') || media_type::matches(media_type, own);
    let reply = if keep {
        reply
    } else {
        reply.with_content_type(media_type)
    };
    reply.with_status(status)
}

/// `Responses` of an enumeration, from one row per variant: `Variant: status kind "media type"`. The status is
/// a number, a range such as `4XX`, or `default`; the kind is `json`, `text`, `bytes`, `empty`, or in brackets the
/// runtime file that reads a stream. A variant for a range or the default has the fields `status` and `body`
/// (`empty`: only `status`).
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! responses {
    ($name:ident { $($variant:ident: $status:tt $kind:tt $($media_type:literal)?),* $(,)? }) => {
        responses::rows!($name [] $([$variant $kind $status $($media_type)?])*);
    };
}
#[allow(unused_imports)]
pub(crate) use responses;

/// Tells apart rows for one status and rows for many, then writes the impl.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! rows {
    ($name:ident [$($row:tt)*] [$variant:ident $kind:tt 1XX $($media_type:literal)?] $($more:tt)*) => {
        responses::rows!($name [$($row)* (many $variant $kind (Range(1)) $($media_type)?)] $($more)*);
    };
    ($name:ident [$($row:tt)*] [$variant:ident $kind:tt 2XX $($media_type:literal)?] $($more:tt)*) => {
        responses::rows!($name [$($row)* (many $variant $kind (Range(2)) $($media_type)?)] $($more)*);
    };
    ($name:ident [$($row:tt)*] [$variant:ident $kind:tt 3XX $($media_type:literal)?] $($more:tt)*) => {
        responses::rows!($name [$($row)* (many $variant $kind (Range(3)) $($media_type)?)] $($more)*);
    };
    ($name:ident [$($row:tt)*] [$variant:ident $kind:tt 4XX $($media_type:literal)?] $($more:tt)*) => {
        responses::rows!($name [$($row)* (many $variant $kind (Range(4)) $($media_type)?)] $($more)*);
    };
    ($name:ident [$($row:tt)*] [$variant:ident $kind:tt 5XX $($media_type:literal)?] $($more:tt)*) => {
        responses::rows!($name [$($row)* (many $variant $kind (Range(5)) $($media_type)?)] $($more)*);
    };
    ($name:ident [$($row:tt)*] [$variant:ident $kind:tt default $($media_type:literal)?] $($more:tt)*) => {
        responses::rows!($name [$($row)* (many $variant $kind (Default) $($media_type)?)] $($more)*);
    };
    ($name:ident [$($row:tt)*] [$variant:ident $kind:tt $status:tt $($media_type:literal)?] $($more:tt)*) => {
        responses::rows!($name [$($row)* (one $variant $kind (Exactly($status)) $($media_type)?)] $($more)*);
    };
    ($name:ident [$(($count:ident $variant:ident $kind:tt ($($status:tt)*) $($media_type:literal)?))*]) => {
        impl responses::Responses for $name {
            const ROWS: &'static [responses::Row<Self>] = &[$(responses::Row {
                status: responses::Status::$($status)*,
                media_type: responses::stated!($kind $($media_type)?),
                read: responses::read!($count $variant $kind),
            }),*];

            fn encode(self) -> ::std::result::Result<responses::Reply, responses::BoxError> {
                ::std::result::Result::Ok(match self {
                    $(responses::pattern!($count $variant $kind status body) => responses::declared(
                        responses::body!($kind body),
                        responses::number!(($($status)*) status),
                        responses::stated!($kind $($media_type)?),
                    ),)*
                })
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use rows;

/// The media type of a kind that states none.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! stated {
    ($kind:tt $media_type:literal) => {
        $media_type
    };
    (json) => {
        "application/json"
    };
    (text) => {
        "text/plain"
    };
    (bytes) => {
        "application/octet-stream"
    };
    (empty) => {
        ""
    };
}
#[allow(unused_imports)]
pub(crate) use stated;

/// The reader of a variant.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! read {
    (one $variant:ident empty) => {
        responses::Read::Whole(|_| ::std::result::Result::Ok(Self::$variant))
    };
    (one $variant:ident [$file:ident]) => {
        responses::Read::Stream(|_, body| Self::$variant($file::read(body)))
    };
    (one $variant:ident $kind:ident) => {
        responses::Read::Whole(|received| responses::decode::$kind(received).map(Self::$variant))
    };
    (many $variant:ident empty) => {
        responses::Read::Whole(|received| {
            ::std::result::Result::Ok(Self::$variant {
                status: received.status.as_u16(),
            })
        })
    };
    (many $variant:ident [$file:ident]) => {
        responses::Read::Stream(|status, body| Self::$variant {
            status,
            body: $file::read(body),
        })
    };
    (many $variant:ident $kind:ident) => {
        responses::Read::Whole(|received| {
            let status = received.status.as_u16();
            responses::decode::$kind(received).map(|body| Self::$variant { status, body })
        })
    };
}
#[allow(unused_imports)]
pub(crate) use read;

/// The pattern of a variant.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! pattern {
    (one $variant:ident empty $status:ident $body:ident) => {
        Self::$variant
    };
    (one $variant:ident $kind:tt $status:ident $body:ident) => {
        Self::$variant($body)
    };
    (many $variant:ident empty $status:ident $body:ident) => {
        Self::$variant { $status }
    };
    (many $variant:ident $kind:tt $status:ident $body:ident) => {
        Self::$variant { $status, $body }
    };
}
#[allow(unused_imports)]
pub(crate) use pattern;

/// The written body.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! body {
    (empty $body:ident) => {
        responses::encode::empty(())?
    };
    ([$file:ident] $body:ident) => {
        responses::encode::stream($file::write($body))?
    };
    ($kind:ident $body:ident) => {
        responses::encode::$kind($body)?
    };
}
#[allow(unused_imports)]
pub(crate) use body;

/// The number of the status.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! number {
    ((Exactly($number:tt)) $status:ident) => {
        $number
    };
    ($many:tt $status:ident) => {
        $status
    };
}
#[allow(unused_imports)]
pub(crate) use number;
