//! Reading of parameters: the texts of a request, by style, before it is known what type they are to become.

use ::std::borrow::Cow;

use super::parameter::{Encoding, Style};

/// A name and its raw text, for each pair of a query, a form or a cookie header.
pub type Pairs = Vec<(String, String)>;

/// What was sent for a parameter. It is taken apart only when a type asks for a text, a list or an object.
#[derive(Clone, Debug, PartialEq)]
pub enum Node<'q> {
    /// One text.
    Text(Raw<'q>),
    /// Several texts under one name.
    List(Vec<Node<'q>>),
    /// An object.
    Object(Vec<(Cow<'q, str>, Node<'q>)>),
    /// An exploded form parameter: the texts under its name, and all pairs, since the names of an object's
    /// members stand beside it.
    Exploded(Vec<Node<'q>>, &'q [(String, String)]),
}

/// A text as it was sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Raw<'q> {
    /// The text, still encoded.
    pub text: Cow<'q, str>,
    /// How it is encoded.
    pub encoding: Encoding,
    /// What separates the parts of a list or an object.
    pub separator: Option<char>,
    /// Whether the members of an object are written `key=value`, else key and value alternate.
    pub keyed: bool,
}

impl<'q> Raw<'q> {
    /// The text, decoded; `None` where it is not UTF-8.
    pub fn decoded(&self) -> Option<Cow<'_, str>> {
        self.encoding.decode(&self.text)
    }

    /// The parts of a list. No text is an empty list.
    pub fn items(&self) -> Vec<Raw<'static>> {
        self.parts()
            .into_iter()
            .map(|text| self.part(text))
            .collect()
    }

    /// The members of an object; `None` where they are not pairs, or a key is not UTF-8.
    pub fn members(&self) -> Option<Vec<(String, Raw<'static>)>> {
        let parts = self.parts();
        let key = |text: &str| Some(self.encoding.decode(text)?.into_owned());
        if self.keyed {
            let pair = |text: &String| {
                let (name, value) = text.split_once('=')?;
                Some((key(name)?, self.part(value.to_owned())))
            };
            return parts.iter().map(pair).collect();
        }
        let pair = |pair: &[String]| match pair {
            [name, value] => Some((key(name)?, self.part(value.clone()))),
            _ => None,
        };
        parts.chunks(2).map(pair).collect()
    }

    fn parts(&self) -> Vec<String> {
        let Some(separator) = self.separator else {
            return vec![self.text.clone().into_owned()];
        };
        if self.text.is_empty() {
            return Vec::new();
        }
        let trim = |part: &str| {
            if self.encoding == Encoding::Plain {
                part.trim().to_owned()
            } else {
                part.to_owned()
            }
        };
        match separator {
            // Spaces and bars cannot stand in a URI: they are sent percent-encoded, `+` for a space.
            ' ' => self.text.replace("%20", "+").split('+').map(trim).collect(),
            '|' => self
                .text
                .replace("%7C", "|")
                .replace("%7c", "|")
                .split('|')
                .map(trim)
                .collect(),
            other => self.text.split(other).map(trim).collect(),
        }
    }

    fn part(&self, text: String) -> Raw<'static> {
        Raw {
            text: Cow::Owned(text),
            encoding: self.encoding,
            separator: None,
            keyed: false,
        }
    }
}

/// The pairs of a query or a form; names are decoded, texts are not. Names that are not UTF-8 are left out.
pub fn pairs(text: &str) -> Pairs {
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Some((Encoding::Form.decode(name)?.into_owned(), value.to_owned()))
    };
    text.split('&')
        .filter(|part| !part.is_empty())
        .filter_map(pair)
        .collect()
}

/// The cookies of a `Cookie` header field (RFC 6265, section 4.2).
pub fn cookies(text: &str) -> Pairs {
    let pair = |pair: &str| {
        let (name, value) = pair.trim().split_once('=')?;
        Some((name.to_owned(), value.trim_matches('"').to_owned()))
    };
    text.split(';').filter_map(pair).collect()
}

/// What was sent for a query parameter, a form field or a cookie; `None` where there is nothing.
pub fn named<'q>(
    pairs: &'q [(String, String)],
    name: &str,
    style: Style,
    explode: bool,
    encoding: Encoding,
) -> Option<Node<'q>> {
    if style == Style::DeepObject {
        return deep(pairs, name, encoding);
    }
    let separator = match style {
        _ if explode => None,
        Style::SpaceDelimited => Some(' '),
        Style::PipeDelimited => Some('|'),
        _ => Some(','),
    };
    let texts = pairs
        .iter()
        .filter(|(key, _)| key == name)
        .map(|(_, text)| {
            Node::Text(Raw {
                text: Cow::Borrowed(text),
                encoding,
                separator,
                keyed: false,
            })
        });
    let mut texts: Vec<Node<'q>> = texts.collect();
    if explode {
        return Some(Node::Exploded(texts, pairs));
    }
    match texts.len() {
        0 | 1 => texts.pop(),
        _ => Some(Node::List(texts)),
    }
}

/// What was sent for a path parameter; the error says what the style wants.
pub fn path<'q>(raw: &'q str, name: &str, style: Style, explode: bool) -> Result<Node<'q>, String> {
    let text = |text: &'q str, separator: char| {
        Node::Text(Raw {
            text: Cow::Borrowed(text),
            encoding: Encoding::Percent,
            separator: Some(separator),
            keyed: explode,
        })
    };
    match style {
        Style::Label => match raw.strip_prefix('.') {
            Some(rest) => Ok(text(rest, if explode { '.' } else { ',' })),
            None => Err("must begin with a dot".to_owned()),
        },
        Style::Matrix => matrix(raw, name, explode, text),
        _ => Ok(text(raw, ',')),
    }
}

/// `;name=a,b`, or exploded `;name=a;name=b` and `;key=value;key=value`.
fn matrix<'q>(
    raw: &'q str,
    name: &str,
    explode: bool,
    text: impl Fn(&'q str, char) -> Node<'q>,
) -> Result<Node<'q>, String> {
    let Some(rest) = raw.strip_prefix(';') else {
        return Err("must begin with a semicolon".to_owned());
    };
    let own = |part: &'q str| {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        (Encoding::Percent.decode(key)? == name).then_some(value)
    };
    if !explode {
        return match own(rest) {
            Some(value) => Ok(text(value, ',')),
            None => Err(format!("must begin with `;{name}=`")),
        };
    }
    let values: Option<Vec<&'q str>> = rest.split(';').map(own).collect();
    Ok(match values.as_deref() {
        Some([value]) => text(value, ';'),
        Some(values) => Node::List(values.iter().map(|value| text(value, ';')).collect()),
        None => text(rest, ';'),
    })
}

/// What was sent for a header parameter; fields of the same name are one list (RFC 9110, section 5.3).
pub fn header<'q>(values: &[&'q str], explode: bool) -> Option<Node<'q>> {
    let text = match values {
        [] => return None,
        [value] => Cow::Borrowed(*value),
        values => Cow::Owned(values.join(",")),
    };
    Some(Node::Text(Raw {
        text,
        encoding: Encoding::Plain,
        separator: Some(','),
        keyed: explode,
    }))
}

/// `name[key][key]=text`, also with `[]` or a number at the end for lists.
fn deep<'q>(pairs: &'q [(String, String)], name: &str, encoding: Encoding) -> Option<Node<'q>> {
    let mut root = None;
    for (key, text) in pairs {
        let keys = key.strip_prefix(name).and_then(brackets);
        if let Some(keys) = keys {
            let raw = Raw {
                text: Cow::Borrowed(text.as_str()),
                encoding,
                separator: None,
                keyed: false,
            };
            insert(&mut root, &keys, Node::Text(raw));
        }
    }
    root
}

/// The keys of `[a][b]`; `None` where there is anything else.
fn brackets(text: &str) -> Option<Vec<&str>> {
    let mut keys = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (key, after) = rest.strip_prefix('[')?.split_once(']')?;
        keys.push(key);
        rest = after;
    }
    Some(keys)
}

/// Puts a text to its place. An empty key or a second text under one key makes a list.
fn insert<'q>(place: &mut Option<Node<'q>>, keys: &[&'q str], leaf: Node<'q>) {
    match (keys, place.take()) {
        ([] | [""], None) => *place = Some(leaf),
        ([] | [""], Some(Node::List(mut items))) => {
            items.push(leaf);
            *place = Some(Node::List(items));
        }
        ([] | [""], Some(other)) => *place = Some(Node::List(vec![other, leaf])),
        ([key, rest @ ..], found) => {
            let mut members = match found {
                Some(Node::Object(members)) => members,
                _ => Vec::new(),
            };
            let index = members.iter().position(|(name, _)| name == key);
            match index.map(|index| members.remove(index)) {
                Some((name, node)) => {
                    let mut inner = Some(node);
                    insert(&mut inner, rest, leaf);
                    members.extend(inner.map(|node| (name, node)));
                }
                None => {
                    let mut inner = None;
                    insert(&mut inner, rest, leaf);
                    members.extend(inner.map(|node| (Cow::Borrowed(*key), node)));
                }
            }
            *place = Some(Node::Object(members));
        }
    }
}
