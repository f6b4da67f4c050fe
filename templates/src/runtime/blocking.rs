//! Calls and streams for code that is not async: the thread is held up until the answer is there.

use ::futures_core::Stream;
use ::std::future::{Future, IntoFuture, poll_fn};
use ::std::panic::resume_unwind;
use ::std::pin::Pin;
use ::std::sync::LazyLock;
use ::std::thread;
use ::tokio::runtime::{Builder, Handle, Runtime};

/// What drives the connections of all clients: one thread, as long as the program runs.
#[allow(clippy::panic, reason = "nothing can be waited for without it")]
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name("blocking calls")
        .enable_all()
        .build();
    match runtime {
        Ok(runtime) => runtime,
        Err(error) => panic!("no thread can be had for blocking calls: {error}"),
    }
});

/// What can be waited for: a call, or what one of its methods promises.
///
/// `call.wait()` gives what `call.await` gives, `call.send().wait()` what `call.send().await` gives. Only one thread may go on
/// meanwhile: async code should use `.await` instead, though it may call this.
pub trait Wait: IntoFuture {
    /// Holds the thread up until the answer is there.
    ///
    /// # Panics
    ///
    /// If the system has no thread left, like [`thread::spawn`].
    fn wait(self) -> Self::Output;
}

impl<F: IntoFuture> Wait for F
where
    F::IntoFuture: Send,
    F::Output: Send,
{
    fn wait(self) -> F::Output {
        finish(self.into_future())
    }
}

/// The items of a stream, for a loop that is not async: `for item in Each(call.items())`.
#[derive(Clone, Debug)]
pub struct Each<S>(pub S);

impl<S: Stream + Unpin + Send> Iterator for Each<S>
where
    S::Item: Send,
{
    type Item = S::Item;

    fn next(&mut self) -> Option<S::Item> {
        finish(poll_fn(|context| Pin::new(&mut self.0).poll_next(context)))
    }
}

/// Runs a future to its end. A thread that runs others already may not be held up by tokio, so another one stands in.
fn finish<F: Future + Send>(future: F) -> F::Output
where
    F::Output: Send,
{
    if Handle::try_current().is_err() {
        return RUNTIME.block_on(future);
    }
    let finished = thread::scope(|scope| scope.spawn(|| RUNTIME.block_on(future)).join());
    finished.unwrap_or_else(|panic| resume_unwind(panic))
}
