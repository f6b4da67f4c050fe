//! Which media type a client likes best, and what becomes of one that takes none.

use ::http::HeaderMap;

use super::support::send;
use crate::runtime::accept::preferred;

#[test]
fn the_most_specific_range_counts_and_then_its_weight() {
    let offered = ["application/json", "text/event-stream", "image/*"];
    for (accept, expected) in [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/event-stream", "text/event-stream"),
        ("text/*, application/json;q=0.5", "text/event-stream"),
        ("application/json;q=0.2, */*;q=0.1", "application/json"),
        ("*/*, application/json;q=0", "text/event-stream"),
        (
            "APPLICATION/JSON;charset=utf-8 ; q=0.9,text/event-stream;q=0.8",
            "application/json",
        ),
        ("image/png", "image/*"),
        ("text/html, */*;q=0.8", "application/json"),
        (
            "application/json;q=odd, text/event-stream;q=0.9",
            "application/json",
        ),
        ("text/html", "none"),
        ("*/*;q=0", "none"),
    ] {
        let mut headers = HeaderMap::new();
        for one in accept.split(',') {
            headers.append("accept", one.parse().unwrap());
        }
        let found = preferred(&headers, &offered).unwrap_or("none");
        assert_eq!(found, expected, "{accept}");
    }
}

#[tokio::test]
async fn a_client_that_takes_none_of_several_is_told_what_there_is() {
    let answer = send("GET /feeds/one\naccept: text/html", "").await;
    assert_eq!(answer.status, 406);
    assert_eq!(
        answer.json()["detail"],
        "the answer can be application/json or text/event-stream or application/octet-stream"
    );
    for accept in ["text/html, */*;q=0.1", "application/json"] {
        let answer = send(&format!("GET /feeds/one\naccept: {accept}"), "").await;
        assert_eq!(answer.status, 200, "{accept}");
    }
    let liked = send("GET /feeds/liked\naccept: text/*;q=0.2, image/*", "").await;
    assert_eq!(liked.header("content-type"), "text/event-stream");
    // Where there is no choice, there is nothing to refuse.
    let only = send("GET /files/a.png\naccept: text/html", "").await;
    assert_eq!(only.status, 200);
}
