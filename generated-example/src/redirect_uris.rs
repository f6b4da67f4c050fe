//! The OAuth 2.0 callback addresses that follow from a provider's public address.

/// Where an outpost takes the visitor back, relative to the public address.
const CALLBACK_PATH: &str = "outpost.goauthentik.io/callback";
/// The query that tells an outpost that a request is a callback.
const CALLBACK_QUERY: &str = "?X-authentik-auth-callback=true";

/// The two callback addresses of a provider, in authentik's order: below the public address, and the public
/// address itself.
///
/// The second is the address as it was typed; only the first is resolved (RFC 3986, section 5.2).
pub(crate) fn callback_urls(external_host: &str) -> [String; 2] {
    [
        format!("{}{CALLBACK_QUERY}", resolve(external_host, CALLBACK_PATH)),
        format!("{external_host}{CALLBACK_QUERY}"),
    ]
}

/// Resolves a relative path against an absolute address: the path's last segment gives way, a query or fragment
/// is dropped.
fn resolve(base: &str, relative_path: &str) -> String {
    let end = base.find(['?', '#']).unwrap_or(base.len());
    let (base, _) = base.split_at(end);
    let (scheme, rest) = base.split_once("://").unwrap_or(("", base));
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let directory = path.rsplit_once('/').map_or("", |(directory, _)| directory);
    let path = remove_dot_segments(&format!("{directory}/{relative_path}"));
    format!("{}://{authority}{path}", scheme.to_ascii_lowercase())
}

/// Takes `.` and `..` out of an absolute path (RFC 3986, section 5.2.4). The last segment is never one of them here.
fn remove_dot_segments(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for segment in path.split('/').skip(1) {
        match segment {
            "." => {}
            ".." => {
                kept.pop();
            }
            other => kept.push(other),
        }
    }
    format!("/{}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::callback_urls;

    #[test]
    fn the_first_is_joined_and_the_second_is_verbatim() {
        let cases = [
            ("https://a.example.com", "https://a.example.com/"),
            ("https://a.example.com/", "https://a.example.com/"),
            ("https://a.example.com/x", "https://a.example.com/"),
            ("https://a.example.com/x/", "https://a.example.com/x/"),
            ("https://a.example.com/x/y", "https://a.example.com/x/"),
            (
                "https://a.example.com/x/?q=/z/#f",
                "https://a.example.com/x/",
            ),
            ("https://a.example.com?q=/z/", "https://a.example.com/"),
            (
                "https://a.example.com/x/./y/../z",
                "https://a.example.com/x/",
            ),
            ("https://a.example.com/../../x/", "https://a.example.com/x/"),
            (
                "HTTPS://u:p@A.example.com:8443",
                "https://u:p@A.example.com:8443/",
            ),
        ];
        for (external_host, directory) in cases {
            let [joined, verbatim] = callback_urls(external_host);
            assert_eq!(
                joined,
                format!(
                    "{directory}outpost.goauthentik.io/callback?X-authentik-auth-callback=true"
                )
            );
            assert_eq!(
                verbatim,
                format!("{external_host}?X-authentik-auth-callback=true")
            );
        }
    }
}
