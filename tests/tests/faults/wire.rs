//! Peers that write what they are told, byte by byte.

use std::future::pending;
use std::io;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};

/// How long anything may take here. What takes longer hangs.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// What a peer does next. When all is done, it says that nothing more comes.
#[derive(Clone)]
pub(crate) enum Step {
    /// It writes this.
    Write(Vec<u8>),
    /// It writes this again and again, with a pause each time.
    Trickle(&'static [u8]),
    /// It writes nothing more, and keeps the connection.
    Silence,
}

/// Writes text; its lines end as HTTP wants it.
pub(crate) fn text(text: impl AsRef<str>) -> Step {
    Step::Write(text.as_ref().replace('\n', "\r\n").into_bytes())
}

/// Writes bytes.
pub(crate) fn bytes(bytes: impl Into<Vec<u8>>) -> Step {
    Step::Write(bytes.into())
}

async fn act(writer: &mut (impl AsyncWrite + Unpin), steps: &[Step]) -> io::Result<()> {
    for step in steps {
        match step {
            Step::Write(bytes) => writer.write_all(bytes).await?,
            Step::Trickle(bytes) => loop {
                writer.write_all(bytes).await?;
                sleep(Duration::from_millis(20)).await;
            },
            Step::Silence => pending().await,
        }
    }
    writer.shutdown().await
}

/// Does the steps; gives what the other side writes until it closes the connection.
async fn converse(mut connection: TcpStream, steps: &[Step]) -> Vec<u8> {
    let (mut reader, mut writer) = connection.split();
    let mut received = Vec::new();
    let reading = async { while let Ok(1..) = reader.read_buf(&mut received).await {} };
    let writing = async {
        // What cannot be written nobody wants.
        let _ = act(&mut writer, steps).await;
        pending::<()>().await;
    };
    tokio::select! {
        () = writing => {}
        () = reading => {}
    }
    received
}

/// A server that does these steps as soon as the head of a request is there; gives the URL that leads to it.
pub(crate) async fn faulty(steps: Vec<Step>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut connection, _)) = listener.accept().await {
            let steps = steps.clone();
            tokio::spawn(async move {
                let mut head = Vec::new();
                while !head.windows(4).any(|window| window == b"\r\n\r\n") {
                    if !matches!(connection.read_buf(&mut head).await, Ok(1..)) {
                        return;
                    }
                }
                converse(connection, &steps).await;
            });
        }
    });
    format!("http://{address}")
}

/// What a server answers to a client that does these steps.
pub(crate) async fn answer(address: &str, steps: &[Step]) -> String {
    let connection = TcpStream::connect(address).await.unwrap();
    let answer = timeout(PATIENCE, converse(connection, steps)).await;
    String::from_utf8_lossy(&answer.unwrap()).into_owned()
}

/// Waits until something is so.
pub(crate) async fn until(is_so: impl Fn() -> bool) {
    let waiting = async {
        while !is_so() {
            sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(PATIENCE, waiting).await.unwrap();
}
