//! Parameters of every style from client to server.

use super::sample::models::{Beside, Filter};
use super::sample::server::SearchParameters;
use super::support::{client, send};

fn filter() -> Filter {
    Filter {
        color: Some("a&b =c".to_owned()),
        sizes: Some(vec![1, 2]),
        exact: Some(false),
    }
}

#[tokio::test]
async fn every_style_arrives_as_it_was_sent() {
    let client = client();
    let call = client
        .search("red, green")
        .ids(&[1, -2])
        .words(&["a,b", "c d"])
        .spaced(&["x", "y,z"]);
    let call = call
        .piped(&["p", "q"])
        .deep(&filter())
        .content(&filter())
        .reserved("a/b:c?d=%20+&#");
    let call = call.beside(&Beside {
        first: 1,
        second: Some(vec!["s".to_owned(), "t".to_owned()]),
    });
    let answer = call
        .limit(5)
        .x_tags(&["one", "two"])
        .visit("ä;b")
        .await
        .unwrap();
    let texts = |texts: &[&str]| {
        Some(
            texts
                .iter()
                .map(|text| (*text).to_owned())
                .collect::<Vec<String>>(),
        )
    };
    let expected = SearchParameters {
        color: "red, green".to_owned(),
        ids: Some(vec![1, -2]),
        words: texts(&["a,b", "c d"]),
        spaced: texts(&["x", "y,z"]),
        piped: texts(&["p", "q"]),
        deep: Some(filter()),
        beside: Some(Beside {
            first: 1,
            second: texts(&["s", "t"]),
        }),
        content: Some(filter()),
        // RFC 6570, reserved expansion: a percent-encoded triple passes, hence arrives as a space.
        reserved: Some("a/b:c?d= +&#".to_owned()),
        limit: 5,
        x_tags: texts(&["one", "two"]),
        visit: Some("ä;b".to_owned()),
    };
    assert_eq!(answer, format!("{expected:?}"));
}

#[tokio::test]
async fn optional_parameters_may_be_left_out() {
    let answer = client().search("red").await.unwrap();
    let expected = SearchParameters {
        color: "red".to_owned(),
        limit: 20,
        ..SearchParameters::default()
    };
    assert_eq!(answer, format!("{expected:?}"));
}

#[tokio::test]
async fn all_problems_are_named_at_once() {
    let query = "ids=1&ids=x&limit=101&deep[exact]=maybe&content={&words=%FF";
    let answer = send(&format!("GET /search?{}", query.replace('{', "%7B")), "").await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let errors = answer.json()["errors"].as_array().unwrap().clone();
    let places: Vec<String> = errors
        .iter()
        .map(|error| format!("{} {} {}", error["in"], error["pointer"], error["code"]))
        .collect();
    assert_eq!(
        places.join("\n").replace('"', ""),
        "query color required\n\
         query ids/1 type\n\
         query words/0 encoding\n\
         query deep/exact type\n\
         query content type\n\
         query limit maximum"
    );
}

#[tokio::test]
async fn path_styles_arrive_as_they_were_sent() {
    let answer = client()
        .styles(&["a,b".to_owned(), "c/d".to_owned()], &filter(), &[3, 4])
        .await
        .unwrap();
    assert_eq!(
        answer,
        format!("{:?} {:?} {:?}", ["a,b", "c/d"], filter(), [3, 4])
    );
}

#[tokio::test]
async fn a_path_parameter_of_the_wrong_style_is_a_problem() {
    let answer = send("GET /styles/a/b/c", "").await;
    let errors = answer.json()["errors"].as_array().unwrap().len();
    assert_eq!((answer.status.as_u16(), errors), (400, 2));
}
