//! Bodies from and to reqwest, as they come. A browser has them whole.

use ::http::Response;

use super::byte_stream::ByteStream;
use super::reqwest_transport::failure;
use super::transport::TransportError;

/// The body of a request.
#[cfg(not(target_arch = "wasm32"))]
pub async fn send(body: ByteStream) -> Result<::reqwest::Body, TransportError> {
    Ok(match body.as_bytes() {
        Some(bytes) => bytes.clone().into(),
        None => ::reqwest::Body::wrap(native::Sent::new(body)),
    })
}

/// A response whose body is still on its way.
#[cfg(not(target_arch = "wasm32"))]
pub async fn receive(
    response: ::reqwest::Response,
) -> Result<Response<ByteStream>, TransportError> {
    let response = Response::<::reqwest::Body>::from(response);
    Ok(response.map(|body| ByteStream::of(Box::pin(native::Received(body)))))
}

/// The body of a request.
#[cfg(target_arch = "wasm32")]
pub async fn send(body: ByteStream) -> Result<::reqwest::Body, TransportError> {
    let bytes = body.bytes().await.map_err(TransportError::of_body)?;
    Ok(bytes.into())
}

/// A response with its body.
#[cfg(target_arch = "wasm32")]
pub async fn receive(
    mut received: ::reqwest::Response,
) -> Result<Response<ByteStream>, TransportError> {
    let status = received.status();
    let headers = ::std::mem::take(received.headers_mut());
    let bytes = received.bytes().await.map_err(failure)?;
    let mut response = Response::new(ByteStream::from(bytes));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    Ok(response)
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use ::bytes::Bytes;
    use ::futures_core::Stream;
    use ::http_body::{Body, Frame};
    use ::std::pin::Pin;
    use ::std::sync::{Mutex, PoisonError};
    use ::std::task::{Context, Poll, ready};

    use super::super::stream_error::StreamError;
    use super::{ByteStream, failure};

    /// A body that is sent. reqwest wants to share what it sends, which only a lock allows; nobody ever waits for it.
    pub(super) struct Sent(Mutex<ByteStream>);

    impl Sent {
        pub(super) fn new(body: ByteStream) -> Self {
            Self(Mutex::new(body))
        }
    }

    impl Body for Sent {
        type Data = Bytes;
        type Error = Box<dyn ::std::error::Error + Send + Sync>;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            context: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
            let body = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
            let next = Pin::new(body).poll_next(context);
            next.map(|next| next.map(|chunk| Ok(Frame::data(chunk?))))
        }
    }

    /// A body that is received. What follows its data is passed over.
    pub(super) struct Received(pub(super) ::reqwest::Body);

    impl Stream for Received {
        type Item = Result<Bytes, StreamError>;

        fn poll_next(
            mut self: Pin<&mut Self>,
            context: &mut Context<'_>,
        ) -> Poll<Option<Self::Item>> {
            loop {
                let frame = match ready!(Pin::new(&mut self.0).poll_frame(context)) {
                    Some(Ok(frame)) => frame,
                    Some(Err(error)) => {
                        let error = Box::new(failure(error));
                        return Poll::Ready(Some(Err(StreamError::Broken(error))));
                    }
                    None => return Poll::Ready(None),
                };
                if let Ok(data) = frame.into_data() {
                    return Poll::Ready(Some(Ok(data)));
                }
            }
        }
    }
}
