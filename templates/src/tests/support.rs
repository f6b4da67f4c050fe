//! A transport that hands requests to a router in the same process.

use ::axum::body::Body;
use ::bytes::Bytes;
use ::http::{Request, Response};
use ::tower::ServiceExt as _;

use crate::runtime::transport::{BoxFuture, Transport, TransportError, TransportErrorKind};

pub struct InProcess(pub ::axum::Router);

impl Transport for InProcess {
    fn send(
        &self,
        request: Request<Bytes>,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        let router = self.0.clone();
        Box::pin(async move {
            let response = router.oneshot(request.map(Body::from)).await.unwrap();
            let (parts, body) = response.into_parts();
            match ::axum::body::to_bytes(body, usize::MAX).await {
                Ok(bytes) => Ok(Response::from_parts(parts, bytes)),
                Err(error) => Err(TransportError::new(TransportErrorKind::Other, error)),
            }
        })
    }
}
