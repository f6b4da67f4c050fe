//! The parameter codec against the tables of the OpenAPI specification and of RFC 6570, without HTTP.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::runtime::parameter::{Encoding, Style};
use crate::runtime::parameter_parse::parse;
use crate::runtime::parameter_read::{cookies, header, named, pairs, path};
use crate::runtime::parameter_value::Value;
use crate::runtime::parameter_write;

const EMPTY: &str = "";
const COLORS: [&str; 3] = ["blue", "black", "brown"];

/// The object of the specification's table, in its order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Rgb {
    #[serde(rename = "R")]
    red: i64,
    #[serde(rename = "G")]
    green: i64,
    #[serde(rename = "B")]
    blue: i64,
}

const RGB: Rgb = Rgb {
    red: 100,
    green: 200,
    blue: 150,
};

fn query<T: Serialize + ?Sized>(value: &T, style: Style, explode: bool) -> String {
    let mut out = String::new();
    parameter_write::push_query(
        &mut out,
        "color",
        Value::of(value).unwrap(),
        style,
        explode,
        false,
    );
    out
}

fn in_path<T: Serialize + ?Sized>(value: &T, style: Style, explode: bool) -> String {
    parameter_write::path("color", Value::of(value).unwrap(), style, explode).unwrap()
}

fn in_header<T: Serialize + ?Sized>(value: &T, explode: bool) -> String {
    parameter_write::header(Value::of(value).unwrap(), explode).unwrap()
}

fn read_query<T: DeserializeOwned>(
    text: &str,
    style: Style,
    explode: bool,
) -> Result<Option<T>, String> {
    let pairs = pairs(text);
    match named(&pairs, "color", style, explode, Encoding::Form) {
        Some(node) => parse(node).map_err(|error| format!("{} {}", error.pointer, error.message)),
        None => Ok(None),
    }
}

fn read_path<T: DeserializeOwned>(text: &str, style: Style, explode: bool) -> T {
    parse(path(text, "color", style, explode).unwrap())
        .unwrap()
        .unwrap()
}

#[test]
fn query_styles_are_those_of_the_table() {
    use Style::{DeepObject, Form, PipeDelimited, SpaceDelimited};
    for (style, explode, list, object) in [
        (
            Form,
            false,
            "color=blue,black,brown",
            "color=R,100,G,200,B,150",
        ),
        (
            Form,
            true,
            "color=blue&color=black&color=brown",
            "R=100&G=200&B=150",
        ),
        (
            SpaceDelimited,
            false,
            "color=blue%20black%20brown",
            "color=R%20100%20G%20200%20B%20150",
        ),
        (
            PipeDelimited,
            false,
            "color=blue%7Cblack%7Cbrown",
            "color=R%7C100%7CG%7C200%7CB%7C150",
        ),
        (
            DeepObject,
            true,
            "color=blue&color=black&color=brown",
            "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
        ),
    ] {
        assert_eq!(query(&COLORS, style, explode), list);
        assert_eq!(query(&RGB, style, explode), object);
        assert_eq!(query("blue", style, explode), "color=blue");
        assert_eq!(query(EMPTY, style, explode), "color=");
        assert_eq!(query(&None::<i64>, style, explode), "");
        let colors = COLORS.map(str::to_owned).to_vec();
        assert_eq!(
            read_query(list, style, explode),
            Ok(Some(colors)),
            "{style:?}"
        );
        assert_eq!(
            read_query(object, style, explode),
            Ok(Some(RGB)),
            "{style:?}"
        );
        assert_eq!(
            read_query("color=blue", style, explode),
            Ok(Some("blue".to_owned()))
        );
        assert_eq!(read_query("other=1", style, explode), Ok(None::<Rgb>));
        assert_eq!(read_query("other=1", style, explode), Ok(None::<Vec<i64>>));
        assert_eq!(read_query("other=1", style, explode), Ok(None::<i64>));
    }
}

#[test]
fn path_styles_are_those_of_the_table() {
    use Style::{Label, Matrix, Simple};
    for (style, explode, text, list, object) in [
        (
            Simple,
            false,
            "blue",
            "blue,black,brown",
            "R,100,G,200,B,150",
        ),
        (
            Simple,
            true,
            "blue",
            "blue,black,brown",
            "R=100,G=200,B=150",
        ),
        (
            Label,
            false,
            ".blue",
            ".blue,black,brown",
            ".R,100,G,200,B,150",
        ),
        (
            Label,
            true,
            ".blue",
            ".blue.black.brown",
            ".R=100.G=200.B=150",
        ),
        (
            Matrix,
            false,
            ";color=blue",
            ";color=blue,black,brown",
            ";color=R,100,G,200,B,150",
        ),
        (
            Matrix,
            true,
            ";color=blue",
            ";color=blue;color=black;color=brown",
            ";R=100;G=200;B=150",
        ),
    ] {
        assert_eq!(in_path("blue", style, explode), text);
        assert_eq!(in_path(&COLORS, style, explode), list);
        assert_eq!(in_path(&RGB, style, explode), object);
        assert_eq!(read_path::<String>(text, style, explode), "blue");
        assert_eq!(read_path::<Vec<String>>(list, style, explode), COLORS);
        assert_eq!(read_path::<Rgb>(object, style, explode), RGB);
    }
    assert_eq!(
        parameter_write::path("color", Value::of(EMPTY).unwrap(), Simple, false),
        None
    );
    assert!(path("blue", "color", Label, false).is_err());
    assert!(path(";colour=blue", "color", Matrix, false).is_err());
}

#[test]
fn headers_are_not_encoded() {
    assert_eq!(in_header(&["a b", "ü"], false), "a b,ü");
    assert_eq!(in_header(&RGB, true), "R=100,G=200,B=150");
    let read = |values: &[&str], explode| {
        parse::<Vec<String>>(header(values, explode).unwrap())
            .unwrap()
            .unwrap()
    };
    assert_eq!(read(&["a, b", "%20"], false), ["a", "b", "%20"]);
    assert_eq!(
        parse::<Rgb>(header(&["R=100, G=200", "B=150"], true).unwrap()),
        Ok(Some(RGB))
    );
    assert_eq!(
        parse::<String>(header(&["Mon, 1 Jan"], false).unwrap()),
        Ok(Some("Mon, 1 Jan".to_owned()))
    );
    assert!(header(&[], false).is_none());
}

#[test]
fn cookies_are_pairs_of_their_own() {
    let mut out = "first=1".to_owned();
    parameter_write::push_cookie(&mut out, "color", Value::of(&["a b", "c;d"]).unwrap(), true);
    assert_eq!(out, "first=1; color=a%20b; color=c%3Bd");
    let pairs = cookies(&out);
    let node = named(&pairs, "color", Style::Form, true, Encoding::Percent).unwrap();
    assert_eq!(
        parse(node),
        Ok(Some(vec!["a b".to_owned(), "c;d".to_owned()]))
    );
}

/// What must come back as it was, whatever characters it is made of.
fn round_trip<T: Serialize + DeserializeOwned + PartialEq + Debug>(
    value: &T,
    queries: &[(Style, bool)],
) {
    for (style, explode) in queries {
        let text = query(value, *style, *explode);
        assert!(
            text.bytes()
                .all(|byte| byte.is_ascii_graphic() && !b"\"<>[]{}|\\^`#+".contains(&byte)),
            "{text}"
        );
        assert_eq!(
            read_query(&text, *style, *explode),
            Ok(Some(value)).map(|value| value.map(cloned)),
            "{text}"
        );
    }
    for style in [Style::Simple, Style::Label, Style::Matrix] {
        for explode in [false, true] {
            let text = in_path(value, style, explode);
            assert!(
                !text.contains(['/', '?', '#', '%']) || !text.contains(['/', '?', '#']),
                "{text}"
            );
            assert_eq!(&read_path::<T>(&text, style, explode), value, "{text}");
        }
    }
}

fn cloned<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_value(serde_json::to_value(value).unwrap()).unwrap()
}

#[test]
fn awkward_texts_survive_every_style() {
    let nasty = "a,b;c.d=e&f|g h+i%20/ü?#[]{}\"'~\u{1F600}".to_owned();
    let one = [
        (Style::Form, true),
        (Style::Form, false),
        (Style::DeepObject, true),
    ];
    round_trip(&nasty, &one);
    round_trip(
        &vec![
            nasty.clone(),
            "plain".to_owned(),
            nasty.replace(['|', ' '], ""),
        ],
        &one,
    );
    let clean = nasty.replace(['|', ' '], "");
    let delimited = [
        (Style::SpaceDelimited, false),
        (Style::PipeDelimited, false),
    ];
    round_trip(&vec![clean.clone(), "plain".to_owned()], &delimited);
    round_trip(
        &BTreeMap::from([
            ("a key".to_owned(), nasty.clone()),
            ("other,".to_owned(), clean),
        ]),
        &one,
    );
}

#[test]
fn values_are_parsed_as_their_type_wants() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Mode {
        Fast,
        Slow,
    }
    let read =
        |text: &str| read_query::<(bool, i64, f64, Mode, Option<char>)>(text, Style::Form, false);
    assert_eq!(
        read("color=true,-5,1.5,slow,x"),
        Ok(Some((true, -5, 1.5, Mode::Slow, Some('x'))))
    );
    assert_eq!(
        read("color=1,-5,1.5,slow,x"),
        Err("/0 \"1\" is not `true` or `false`".to_owned())
    );
    assert_eq!(
        read("color=true,x,1.5,slow,x"),
        Err("/1 \"x\" is not a whole number of 64 bits".to_owned())
    );
    assert_eq!(
        read("color=true,1,NaN,slow,x"),
        Err("/2 NaN is not a number".to_owned())
    );
    assert!(
        read("color=true,1,1,medium,x")
            .unwrap_err()
            .contains("`fast`")
    );
    assert_eq!(
        read_query::<i8>("color=300", Style::Form, true),
        Err(" \"300\" is not a whole number between -128 and 127".to_owned())
    );
    assert_eq!(
        read_query::<i64>("color=1&color=2", Style::Form, true),
        Err(" is given more than once".to_owned())
    );
    assert_eq!(
        read_query::<String>("color=%FF", Style::Form, true),
        Err(" is not UTF-8 when percent-decoded".to_owned())
    );
    assert_eq!(query(&1.1_f32, Style::Form, true), "color=1.1");
}

#[test]
fn values_without_a_type_are_read_as_json_would() {
    let read = |text: &str| read_query::<serde_json::Value>(text, Style::Form, true).unwrap();
    for (text, value) in [
        ("color=5", serde_json::json!(5)),
        ("color=-1.5", serde_json::json!(-1.5)),
        ("color=true", serde_json::json!(true)),
        ("color=007", serde_json::json!("007")),
        ("color=a+b", serde_json::json!("a b")),
        ("color=1&color=b", serde_json::json!([1, "b"])),
    ] {
        assert_eq!(read(text), Some(value), "{text}");
    }
    assert_eq!(read("other=5"), None);
}

#[test]
fn a_space_is_written_in_one_way_and_read_in_two() {
    assert_eq!(query("a b", Style::Form, true), "color=a%20b");
    assert_eq!(
        read_query("color=a+b%20c", Style::Form, true),
        Ok(Some("a b c".to_owned()))
    );
    assert_eq!(
        read_query("color=a+b%20c", Style::SpaceDelimited, false),
        Ok(Some(
            vec!["a", "b", "c"]
                .into_iter()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        ))
    );
}

#[test]
fn an_encoded_comma_separates_only_what_cannot_be_read_otherwise() {
    let read = |text: &str| read_query::<Vec<i64>>(text, Style::Form, false);
    assert_eq!(read("color=1%2C2%2c3"), Ok(Some(vec![1, 2, 3])));
    assert_eq!(
        read("color=1%2Cx"),
        Err("/0 \"1,x\" is not a whole number of 64 bits".to_owned())
    );
    assert_eq!(
        read_query("color=a%2Cb", Style::Form, false),
        Ok(Some(vec!["a,b".to_owned()]))
    );
}

#[test]
fn empty_lists_are_undefined() {
    let none: [i64; 0] = [];
    assert_eq!(query(&none, Style::Form, true), "");
    assert_eq!(query(&none, Style::Form, false), "");
    assert_eq!(
        read_query("color=", Style::Form, false),
        Ok(Some(Vec::<i64>::new()))
    );
}

#[test]
fn deep_objects_nest() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Deep {
        range: BTreeMap<String, i64>,
        names: Vec<String>,
        #[serde(default)]
        none: Option<i64>,
    }
    let deep = Deep {
        range: BTreeMap::from([("gte".to_owned(), 1), ("lt".to_owned(), 9)]),
        names: vec!["a".to_owned(), "b c".to_owned()],
        none: None,
    };
    let text = query(&deep, Style::DeepObject, true);
    assert_eq!(
        text,
        "color%5Brange%5D%5Bgte%5D=1&color%5Brange%5D%5Blt%5D=9&color%5Bnames%5D=a&color%5Bnames%5D=b%20c"
    );
    assert_eq!(read_query(&text, Style::DeepObject, true), Ok(Some(deep)));
    for text in [
        "color[names][]=a&color[names][]=b",
        "color[names][0]=a&color[names][1]=b",
    ] {
        let text = format!("{text}&color[range][x]=1");
        let read: Deep = read_query(&text, Style::DeepObject, true).unwrap().unwrap();
        assert_eq!(read.names, ["a", "b"]);
    }
    let wrong = read_query::<Deep>("color[range][x]=y&color[names]=a", Style::DeepObject, true);
    assert_eq!(
        wrong,
        Err("/range/x \"y\" is not a whole number of 64 bits".to_owned())
    );
}

#[test]
fn values_inside_values_are_json() {
    assert_eq!(
        query(&[RGB], Style::Form, true),
        "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D"
    );
    let text = query(&[RGB, RGB], Style::Form, true);
    assert_eq!(
        read_query(&text, Style::Form, true),
        Ok(Some(vec![RGB, RGB]))
    );
}

#[test]
fn what_has_no_text_is_refused() {
    assert!(Value::of(&BTreeMap::from([(vec![1], 2)])).is_err());
    assert!(Value::of(serde_bytes(&[0xFF])).is_err());
}

/// Something that serialises as bytes.
fn serde_bytes(bytes: &'static [u8]) -> &'static impl Serialize {
    struct Raw(&'static [u8]);
    impl Serialize for Raw {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(self.0)
        }
    }
    Box::leak(Box::new(Raw(bytes)))
}
