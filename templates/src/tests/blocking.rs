//! Futures and streams that are waited for, in threads that run other futures and in those that do not.

use std::panic::catch_unwind;
use std::task::Poll;
use std::thread;
use std::time::Duration;

use ::tokio::time::sleep;

use super::sample::models::UserRequest;
use super::support::client;
use crate::runtime::blocking::{Each, Wait};
use crate::runtime::item_stream::ItemStream;
use crate::runtime::stream_error::StreamError;

async fn late(number: u8) -> u8 {
    sleep(Duration::from_millis(5)).await;
    number
}

#[test]
fn a_future_that_takes_its_time_is_waited_for() {
    assert_eq!(late(1).wait(), 1);
    thread::scope(|scope| {
        let others = [2, 3].map(|number| scope.spawn(move || late(number).wait()));
        assert_eq!(others.map(|other| other.join().unwrap()), [2, 3]);
    });
}

#[test]
fn a_call_is_waited_for() {
    let user = UserRequest {
        name: "Ann".to_owned(),
        age: None,
    };
    let sent = client().notes_create(user).wait().unwrap();
    assert!(sent.contains("Ann"), "{sent}");
}

#[test]
fn items_come_one_by_one_and_an_error_is_one_of_them() {
    let mut items = vec![Ok(2), Err("broken"), Ok(1)];
    let items = ItemStream::polled(move |_| {
        let next = items.pop();
        Poll::Ready(next.map(|item| item.map_err(StreamError::broken)))
    });
    let seen: Vec<Option<i32>> = Each(items).map(Result::ok).collect();
    assert_eq!(seen, [Some(1), None, Some(2)]);
}

#[tokio::test]
async fn async_code_may_wait_and_sees_what_panicked() {
    assert_eq!(late(4).wait(), 4);
    let panicked = catch_unwind(|| async { panic!("on purpose") }.wait());
    assert!(panicked.is_err());
    assert_eq!(late(5).await, 5);
}
