//! Which providers a list is made of, and in which order, as SQL.

use rusqlite::types::Value;
use uuid::Uuid;

use super::{page::PageNumber, pool::fold};

/// What a list is made of. Empty texts and lists filter nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ListQuery {
    /// Whether the provider has no application.
    pub(crate) without_application: Option<bool>,
    /// Slug of the authorization flow.
    pub(crate) authorization_flow_slug: Option<String>,
    /// Name of the key pair.
    pub(crate) certificate_name: Option<String>,
    /// Key pair.
    pub(crate) certificate: Option<Uuid>,
    /// Columns that must be equal to a text, without regard to case.
    pub(crate) texts: Vec<(TextColumn, String)>,
    /// Whether a Basic header is sent upstream.
    pub(crate) basic_auth_enabled: Option<bool>,
    /// Whether the upstream's certificate is checked.
    pub(crate) internal_host_ssl_validation: Option<bool>,
    /// Property mappings of which the provider has at least one.
    pub(crate) property_mappings: Vec<Uuid>,
    /// Terms, separated by blanks or commas, that must all be in the name.
    pub(crate) search: Option<String>,
    /// Members to order by, separated by commas, each with a `-` for descending.
    pub(crate) ordering: Option<String>,
    /// Which page.
    pub(crate) page: PageNumber,
    /// Providers per page, as asked for.
    pub(crate) page_size: Option<i64>,
}

/// A column that can be compared with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextColumn {
    /// `name`
    Name,
    /// `mode`
    Mode,
    /// `internal_host`
    InternalHost,
    /// `external_host`
    ExternalHost,
    /// `cookie_domain`
    CookieDomain,
    /// `skip_path_regex`
    SkipPathRegex,
    /// `basic_auth_password_attribute`
    BasicAuthPasswordAttribute,
    /// `basic_auth_user_attribute`
    BasicAuthUserAttribute,
}

impl TextColumn {
    fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Mode => "mode",
            Self::InternalHost => "internal_host",
            Self::ExternalHost => "external_host",
            Self::CookieDomain => "cookie_domain",
            Self::SkipPathRegex => "skip_path_regex",
            Self::BasicAuthPasswordAttribute => "basic_auth_password_attribute",
            Self::BasicAuthUserAttribute => "basic_auth_user_attribute",
        }
    }
}

/// Conditions that must all hold, with the values of their question marks in order.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    conditions: Vec<String>,
    /// The values of the question marks.
    pub(super) values: Vec<Value>,
}

impl Conditions {
    /// The conditions of a list.
    pub(super) fn of(query: &ListQuery) -> Self {
        let mut all = Self::default();
        // No provider has an application here, and none has a named key pair.
        if query.without_application == Some(false) || is_filled(query.certificate_name.as_deref())
        {
            all.conditions.push("FALSE".to_owned());
        }
        if let Some(slug) = query
            .authorization_flow_slug
            .as_deref()
            .filter(|slug| !slug.is_empty())
        {
            let condition = "authorization_flow IN (SELECT uuid FROM flow WHERE fold(slug) = ?)";
            all.push(condition.to_owned(), [fold(slug).into()]);
        }
        if let Some(certificate) = query.certificate {
            all.push(
                "certificate = ?".to_owned(),
                [certificate.to_string().into()],
            );
        }
        for (column, text) in query.texts.iter().filter(|(_, text)| !text.is_empty()) {
            all.push(
                format!("fold({}) = ?", column.as_str()),
                [fold(text).into()],
            );
        }
        if let Some(enabled) = query.basic_auth_enabled {
            all.push("basic_auth_enabled = ?".to_owned(), [enabled.into()]);
        }
        if let Some(checked) = query.internal_host_ssl_validation {
            all.push(
                "internal_host_ssl_validation = ?".to_owned(),
                [checked.into()],
            );
        }
        all.push_mappings(&query.property_mappings);
        for term in terms(query.search.as_deref().unwrap_or_default()) {
            all.push("instr(fold(name), ?) > 0".to_owned(), [fold(term).into()]);
        }
        all
    }

    fn push(&mut self, condition: String, values: impl IntoIterator<Item = Value>) {
        self.conditions.push(condition);
        self.values.extend(values);
    }

    fn push_mappings(&mut self, mappings: &[Uuid]) {
        if mappings.is_empty() {
            return;
        }
        let marks = vec!["?"; mappings.len()].join(", ");
        let condition =
            format!("EXISTS (SELECT 1 FROM json_each(property_mappings) WHERE value IN ({marks}))");
        self.push(
            condition,
            mappings.iter().map(|mapping| mapping.to_string().into()),
        );
    }

    /// The `WHERE` clause; empty without conditions.
    pub(super) fn clause(&self) -> String {
        if self.conditions.is_empty() {
            String::new()
        } else {
            format!("WHERE {}", self.conditions.join(" AND "))
        }
    }
}

fn is_filled(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.is_empty())
}

fn terms(search: &str) -> impl Iterator<Item = &str> {
    search
        .split(|character: char| character == ',' || character.is_whitespace())
        .filter(|term| !term.is_empty())
}

/// Members that a list can be ordered by, with their columns.
const ORDERABLE: [(&str, &str); 18] = [
    ("pk", "id"),
    ("name", "name"),
    ("client_id", "client_id"),
    ("authentication_flow", "authentication_flow"),
    ("authorization_flow", "authorization_flow"),
    ("invalidation_flow", "invalidation_flow"),
    ("internal_host", "internal_host"),
    ("external_host", "external_host"),
    (
        "internal_host_ssl_validation",
        "internal_host_ssl_validation",
    ),
    ("certificate", "certificate"),
    ("skip_path_regex", "skip_path_regex"),
    ("basic_auth_enabled", "basic_auth_enabled"),
    (
        "basic_auth_password_attribute",
        "basic_auth_password_attribute",
    ),
    ("basic_auth_user_attribute", "basic_auth_user_attribute"),
    ("mode", "mode"),
    ("intercept_header_auth", "intercept_header_auth"),
    ("cookie_domain", "cookie_domain"),
    ("access_token_validity", "access_token_validity"),
];

/// The `ORDER BY` clause. Unknown members are ignored, and the number settles what is left open.
pub(super) fn order_clause(ordering: Option<&str>) -> String {
    let mut columns: Vec<String> = Vec::new();
    for member in ordering.unwrap_or_default().split(',').map(str::trim) {
        let (name, direction) = match member.strip_prefix('-') {
            Some(name) => (name, "DESC"),
            None => (member, "ASC"),
        };
        let known = ORDERABLE.iter().find(|(orderable, _)| *orderable == name);
        columns.extend(known.map(|(_, column)| format!("{column} {direction}")));
    }
    if columns.is_empty() {
        columns.push("name ASC".to_owned());
    }
    columns.push("id ASC".to_owned());
    format!("ORDER BY {}", columns.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordering_takes_known_members_only() {
        let cases = [
            (None, "ORDER BY name ASC, id ASC"),
            (Some(""), "ORDER BY name ASC, id ASC"),
            (Some("-name"), "ORDER BY name DESC, id ASC"),
            (Some("mode, -pk"), "ORDER BY mode ASC, id DESC, id ASC"),
            (Some("nonsense;drop,-mode"), "ORDER BY mode DESC, id ASC"),
        ];
        for (ordering, expected) in cases {
            assert_eq!(order_clause(ordering), expected);
        }
    }

    #[test]
    fn empty_filters_are_no_conditions() {
        let query = ListQuery {
            without_application: Some(true),
            authorization_flow_slug: Some(String::new()),
            certificate_name: Some(String::new()),
            texts: vec![(TextColumn::Name, String::new())],
            search: Some(" , ".to_owned()),
            ..ListQuery::default()
        };
        assert_eq!(Conditions::of(&query).clause(), "");
    }

    #[test]
    fn every_condition_brings_its_values() {
        let query = ListQuery {
            texts: vec![(TextColumn::Mode, "PROXY".to_owned())],
            property_mappings: vec![Uuid::nil(), Uuid::max()],
            search: Some("A, b".to_owned()),
            ..ListQuery::default()
        };
        let conditions = Conditions::of(&query);
        assert_eq!(
            conditions.clause().matches('?').count(),
            conditions.values.len()
        );
        assert_eq!(
            conditions.values.first(),
            Some(&Value::Text("proxy".to_owned()))
        );
    }
}
