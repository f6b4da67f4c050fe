//! Sending a request and taking in its response: what all calls share.

use ::bytes::Bytes;
use ::http::{Request, Response, StatusCode};

use super::byte_stream::ByteStream;
use super::client::{Client, Settings};
use super::client_error::{Answer, RequestError, RequestFailure};
use super::credentials::Presented;
use super::decode::Received;
use super::outgoing::Outgoing;
use super::transport::TransportError;

/// How much of the body of an error is taken in, in bytes.
const ERROR_LIMIT: usize = 1024 * 1024;

/// Says whether the body of a response is read as it comes. What it is told of has no body yet.
pub type TakesStream<'c> = &'c (dyn Fn(&Received) -> bool + Sync);

/// A response, and the request that it answers.
pub struct Answered {
    method: &'static str,
    path: String,
    /// What was received.
    pub received: Received,
    /// The body, where it is read as it comes; it is not in `received` then.
    pub stream: Option<ByteStream>,
}

/// Why there is no response.
pub enum Unanswered {
    /// It was not carried.
    Transport(RequestFailure<TransportError>),
    /// It was not made.
    Request(RequestFailure<RequestError>),
}

impl Answered {
    /// What the error of a call says of it.
    pub fn into_answer(self) -> Answer {
        Answer::new(self.method, self.path, self.received)
    }
}

/// Sends a request. What it is made of is used up. It is sent once more if the server does not know who sends it (401), and
/// the sources of its credentials have others now (RFC 9110, section 15.5.2).
///
/// # Errors
///
/// One that cannot be made or carried.
pub async fn exchange(
    client: &Client,
    outgoing: &mut Outgoing,
    takes_stream: TakesStream<'_>,
) -> Result<Answered, Unanswered> {
    let settings = client.settings();
    let credentials = settings.credentials.present(outgoing.security()).await;
    let credentials = credentials.map_err(|error| RequestError(format!("no credential: {error}")));
    let spare = match &credentials {
        Ok(credentials) if credentials.iter().any(Presented::is_renewable) => outgoing.copy(),
        _ => None,
    };
    let request = match &credentials {
        Ok(credentials) => outgoing.finish(settings, credentials),
        Err(error) => outgoing.finish(settings, &[]).and(Err(error.clone())),
    };
    let method = outgoing.method;
    let path = ::std::mem::take(&mut outgoing.path);
    let request = match request {
        Ok(request) => request,
        Err(cause) => {
            return Err(Unanswered::Request(RequestFailure {
                method,
                path,
                cause,
            }));
        }
    };
    let mut result = receive(client.transport().send(request).await, takes_stream).await;
    let refused = credentials.unwrap_or_default();
    let again = if note_refusal(&result, &refused) {
        renewed(settings, spare, &refused).await
    } else {
        None
    };
    if let Some((request, renewed)) = again {
        result = receive(client.transport().send(request).await, takes_stream).await;
        note_refusal(&result, &renewed);
    }
    match result {
        Ok((received, stream)) => Ok(Answered {
            method,
            path,
            received,
            stream,
        }),
        Err(cause) => Err(Unanswered::Transport(RequestFailure {
            method,
            path,
            cause,
        })),
    }
}

/// What was received, or why nothing was.
type Reception = Result<(Received, Option<ByteStream>), TransportError>;

/// Tells the sources of credentials if the server does not take these, and says whether it does not.
fn note_refusal(result: &Reception, credentials: &[Presented<'_>]) -> bool {
    let is_refused = matches!(result, Ok((one, _)) if one.status == StatusCode::UNAUTHORIZED);
    if is_refused {
        credentials.iter().for_each(Presented::refused);
    }
    is_refused
}

/// The same request with other credentials; `None` where there are none.
async fn renewed<'c>(
    settings: &'c Settings,
    spare: Option<Outgoing>,
    refused: &[Presented<'_>],
) -> Option<(Request<ByteStream>, Vec<Presented<'c>>)> {
    let mut outgoing = spare?;
    let credentials = settings.credentials.present(outgoing.security());
    let credentials = credentials.await.ok()?;
    let secrets = credentials.iter().map(|one| &one.secret);
    if secrets.eq(refused.iter().map(|one| &one.secret)) {
        return None;
    }
    let request = outgoing.finish(settings, &credentials).ok()?;
    Some((request, credentials))
}

/// Takes in a response, with its body unless that is read as it comes. Of the body of an error, only its beginning is
/// taken.
async fn receive(
    response: Result<Response<ByteStream>, TransportError>,
    takes_stream: TakesStream<'_>,
) -> Reception {
    let (parts, mut body) = response?.into_parts();
    let mut received = Received {
        status: parts.status,
        headers: parts.headers,
        body: Bytes::new(),
    };
    if takes_stream(&received) {
        let stream = body.described(&received.headers);
        return Ok((received, Some(stream)));
    }
    let is_error = received.status.as_u16() >= 400;
    let limit = if is_error { ERROR_LIMIT } else { usize::MAX };
    let (start, _) = body.start(limit).await.map_err(TransportError::of_body)?;
    received.body = start.slice(..start.len().min(limit));
    Ok((received, None))
}
