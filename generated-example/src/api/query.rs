//! The list's query, made regular.
//!
//! authentik forgives much that typed parameters do not: an unreadable boolean filters nothing, an unreadable page
//! size means the largest, `page=last` is a page. A query is rewritten so that its typed parameters always decode
//! and mean the same.

use form_urlencoded::Serializer;

use crate::serializer::{Problems, parse_uuid};

/// A query whose typed parameters decode.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Regular {
    /// The query as it is sent on.
    pub(super) query: String,
    /// Whether the last page is asked for, which no number can say.
    pub(super) last_page: bool,
}

/// Marks a request for the last page, in its extensions.
#[derive(Clone, Copy, Debug)]
pub(super) struct LastPage;

/// Why a query cannot be answered.
#[derive(Debug, PartialEq)]
pub(super) enum Refusal {
    /// Some filters cannot be read.
    Filters(Problems),
    /// The page cannot be read.
    Page,
    /// The query is too long for a URI once it is escaped again.
    Length,
}

/// What a parameter holds.
#[derive(Clone, Copy)]
enum Kind {
    Boolean,
    Text,
    Uuid,
    Uuids,
    PageSize,
}

/// Every parameter but the page. Others are dropped.
const PARAMETERS: [(&str, Kind); 18] = [
    ("application__isnull", Kind::Boolean),
    ("authorization_flow__slug__iexact", Kind::Text),
    ("basic_auth_enabled__iexact", Kind::Boolean),
    ("basic_auth_password_attribute__iexact", Kind::Text),
    ("basic_auth_user_attribute__iexact", Kind::Text),
    ("certificate__kp_uuid__iexact", Kind::Uuid),
    ("certificate__name__iexact", Kind::Text),
    ("cookie_domain__iexact", Kind::Text),
    ("external_host__iexact", Kind::Text),
    ("internal_host__iexact", Kind::Text),
    ("internal_host_ssl_validation__iexact", Kind::Boolean),
    ("mode__iexact", Kind::Text),
    ("name__iexact", Kind::Text),
    ("ordering", Kind::Text),
    ("page_size", Kind::PageSize),
    ("property_mappings__iexact", Kind::Uuids),
    ("search", Kind::Text),
    ("skip_path_regex__iexact", Kind::Text),
];
const PAGE: &str = "page";

/// Makes a raw query regular. A filter that cannot be read goes before a page that cannot.
pub(super) fn regular(raw: &str) -> Result<Regular, Refusal> {
    let mut query = Serializer::new(String::new());
    let mut problems = Problems::new();
    for (name, kind) in PARAMETERS {
        match kind.read(&values_of(raw, name)) {
            Ok(values) => {
                query.extend_pairs(values.iter().map(|value| (name, value)));
            }
            Err(message) => {
                problems.insert(name.to_owned(), vec![message]);
            }
        }
    }
    if !problems.is_empty() {
        return Err(Refusal::Filters(problems));
    }
    let pages = values_of(raw, PAGE);
    let page = last_of(&pages);
    if !matches!(page, "" | "last") {
        let number: i64 = page.parse().map_err(|_| Refusal::Page)?;
        query.append_pair(PAGE, &number.to_string());
    }
    Ok(Regular {
        query: query.finish(),
        last_page: page == "last",
    })
}

impl Kind {
    /// The values to send on, none if the parameter is off, or the message that says why one cannot be read.
    fn read(self, values: &[String]) -> Result<Vec<String>, String> {
        let last = last_of(values);
        let value = match self {
            Self::Uuids => return read_uuids(values),
            Self::PageSize => values.last().map(|_| read_page_size(last).to_string()),
            _ if last.is_empty() => None,
            Self::Boolean => read_boolean(last).map(|boolean| boolean.to_string()),
            Self::Text => Some(last.to_owned()),
            Self::Uuid => match parse_uuid(last) {
                Some(uuid) => Some(uuid.to_string()),
                None => return Err("Enter a valid UUID.".to_owned()),
            },
        };
        Ok(value.into_iter().collect())
    }
}

fn values_of(raw: &str, name: &str) -> Vec<String> {
    form_urlencoded::parse(raw.as_bytes())
        .filter(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
        .collect()
}

/// Of a key that is repeated, the last value counts.
fn last_of(values: &[String]) -> &str {
    values.last().map(|value| value.trim()).unwrap_or_default()
}

fn read_boolean(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// Zero stands for a size that cannot be read; the list treats both alike.
fn read_page_size(text: &str) -> i64 {
    text.parse().unwrap_or(0)
}

fn read_uuids(values: &[String]) -> Result<Vec<String>, String> {
    values
        .iter()
        .filter(|value| !value.is_empty())
        .map(|value| match parse_uuid(value) {
            Some(uuid) => Ok(uuid.to_string()),
            None => Err(format!("“{value}” is not a valid value.")),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const UUID: &str = "0b9d7f0e-6a1c-4f7b-9f4a-2f4b5c6d7e8f";

    fn sent_on(raw: &str) -> Result<String, Refusal> {
        regular(raw).map(|regular| regular.query)
    }

    #[test]
    fn what_decodes_is_sent_on() {
        let cases = [
            ("", ""),
            ("color=red", ""),
            ("name__iexact=", ""),
            (
                "name__iexact=a&name__iexact=%20b%26c%20",
                "name__iexact=b%26c",
            ),
            ("application__isnull=TRUE", "application__isnull=true"),
            ("application__isnull=0", "application__isnull=false"),
            ("application__isnull=perhaps", ""),
            ("page=", ""),
            ("page=%202", "page=2"),
            ("page=-1", "page=-1"),
            ("page_size=5", "page_size=5"),
            ("page_size=x", "page_size=0"),
            ("page_size=", "page_size=0"),
            (
                "certificate__kp_uuid__iexact=0B9D7F0E6A1C4F7B9F4A2F4B5C6D7E8F",
                "certificate__kp_uuid__iexact=0b9d7f0e-6a1c-4f7b-9f4a-2f4b5c6d7e8f",
            ),
            ("certificate__kp_uuid__iexact=", ""),
        ];
        for (raw, expected) in cases {
            assert_eq!(sent_on(raw), Ok(expected.to_owned()), "{raw}");
        }
    }

    #[test]
    fn every_property_mapping_is_sent_on() {
        let raw = format!("property_mappings__iexact={UUID}&property_mappings__iexact={UUID}");
        assert_eq!(sent_on(&raw), Ok(raw.clone()));
    }

    #[test]
    fn the_last_page_travels_beside_the_query() {
        let expected = Regular {
            query: String::new(),
            last_page: true,
        };
        assert_eq!(regular("page=last"), Ok(expected));
    }

    #[test]
    fn what_cannot_be_read_is_refused_filters_first() {
        assert_eq!(sent_on("page=x"), Err(Refusal::Page));
        let raw = "page=x&certificate__kp_uuid__iexact=x&property_mappings__iexact=y";
        let expected = Problems::from([
            (
                "certificate__kp_uuid__iexact".to_owned(),
                vec!["Enter a valid UUID.".to_owned()],
            ),
            (
                "property_mappings__iexact".to_owned(),
                vec!["“y” is not a valid value.".to_owned()],
            ),
        ]);
        assert_eq!(sent_on(raw), Err(Refusal::Filters(expected)));
    }
}
