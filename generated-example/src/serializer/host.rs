//! Which texts are addresses of a host: Django's URL rules, with names without a dot allowed.

use std::net::{Ipv4Addr, Ipv6Addr};

/// The longest address, in characters.
const MOST_CHARACTERS: usize = 2048;
/// The longest host name, in characters (RFC 1034, section 3.1).
const MOST_HOST_CHARACTERS: usize = 253;
/// The longest part of a host name between two dots, in characters (RFC 1034, section 3.1).
const MOST_LABEL_CHARACTERS: usize = 63;

/// Whether a text is an `http` or `https` address of a named or numbered host.
pub(super) fn is_host_url(text: &str) -> bool {
    if text.chars().count() > MOST_CHARACTERS || text.chars().any(char::is_whitespace) {
        return false;
    }
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    let known_scheme = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    known_scheme && is_authority(authority)
}

/// `[user[:password]@]host[:port]`.
fn is_authority(authority: &str) -> bool {
    match authority.rsplit_once('@') {
        Some((user, host)) => is_user(user) && is_host_and_port(host),
        None => is_host_and_port(authority),
    }
}

fn is_user(text: &str) -> bool {
    let (user, password) = text.split_once(':').unwrap_or((text, ""));
    !user.is_empty() && !text.contains('@') && !password.contains(':')
}

fn is_host_and_port(text: &str) -> bool {
    if let Some(bracketed) = text.strip_prefix('[') {
        let Some((address, port)) = bracketed.split_once(']') else {
            return false;
        };
        return address.parse::<Ipv6Addr>().is_ok() && is_port(port);
    }
    match text.find(':') {
        Some(colon) => {
            let (host, port) = text.split_at(colon);
            is_host(host) && is_port(port)
        }
        None => is_host(text),
    }
}

/// Nothing, or a colon and one to five digits.
fn is_port(text: &str) -> bool {
    let Some(digits) = text.strip_prefix(':') else {
        return text.is_empty();
    };
    (1..=5).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit())
}

fn is_host(host: &str) -> bool {
    let is_name = host.chars().count() <= MOST_HOST_CHARACTERS && host.split('.').all(is_label);
    host.parse::<Ipv4Addr>().is_ok() || is_name
}

/// Letters (of any script), digits and inner dashes.
fn is_label(label: &str) -> bool {
    let known = |character: char| {
        character.is_ascii_alphanumeric() || character == '-' || character >= '\u{a1}'
    };
    (1..=MOST_LABEL_CHARACTERS).contains(&label.chars().count())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(known)
}

#[cfg(test)]
mod tests {
    use super::is_host_url;

    #[test]
    fn accepts_hosts() {
        for text in [
            "http://a.example.com",
            "HTTPS://a.example.com/",
            "http://upstream:8080",
            "http://localhost",
            "http://10.0.0.1:80/x",
            "http://[::1]:9000",
            "http://[2001:db8::1]",
            "http://user:pw@host",
            "http://user@host",
            "http://user:@host",
            "https://a.example.com/p/q?x=1#y",
            "https://a.example.com?x=1",
            "https://bücher.example",
            "http://host:65536",
        ] {
            assert!(is_host_url(text), "{text}");
        }
    }

    #[test]
    fn refuses_everything_else() {
        for text in [
            "x",
            "",
            "//x",
            "ftp://x",
            "ws://x",
            "http://",
            "http://_a",
            "http://a_b",
            "http://-a",
            "http://a-",
            "http://a b",
            " http://a",
            "http://a\n",
            "http://a:",
            "http://a:123456",
            "http://a:8x",
            "http://[::1",
            "http://[zz]",
            "http://a..b",
            "http://a.",
            "http://@a",
            "http://:pw@a",
            "http://a@b@c",
            "http://u:p:q@a",
            "http:///x",
            "https:a",
        ] {
            assert!(!is_host_url(text), "{text}");
        }
    }

    #[test]
    fn lengths_are_bounded() {
        let label = "a".repeat(63);
        assert!(is_host_url(&format!("http://{label}")));
        assert!(!is_host_url(&format!("http://{label}a")));
        assert!(!is_host_url(&format!("http://a/{}", "x".repeat(2048))));
        assert!(!is_host_url(&format!(
            "http://{}",
            vec![label; 4].join(".")
        )));
    }
}
