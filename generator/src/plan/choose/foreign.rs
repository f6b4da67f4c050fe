//! Types and traits of other crates, as people write them: `geo::Point<f64> geo@0.28[serde]`.

use crate::ir::{Foreign, Package};

/// One of them.
///
/// # Errors
/// What is wrong with the text.
pub(super) fn parsed(text: &str) -> Result<Foreign, String> {
    let (name, package) = split(text.trim());
    Ok(Foreign {
        name: name.to_owned(),
        package: package.map(parsed_package).transpose()?,
        place: None,
    })
}

/// Several, with commas between them, and at their end the crate that all come from.
///
/// # Errors
/// What is wrong with the text.
pub(super) fn list(text: &str) -> Result<Vec<Foreign>, String> {
    let all: Vec<Foreign> = each(&parsed(text)?).collect();
    all.iter().try_for_each(|one| checked(one, true))?;
    Ok(all)
}

/// Each of those that a name with commas stands for.
pub(super) fn each(whole: &Foreign) -> impl Iterator<Item = Foreign> {
    let names = whole.name.split(',').map(str::trim);
    names.filter(|name| !name.is_empty()).map(|name| Foreign {
        name: name.to_owned(),
        ..whole.clone()
    })
}

/// The path, and what follows its last space if that is a crate.
fn split(text: &str) -> (&str, Option<&str>) {
    match text.rsplit_once(char::is_whitespace) {
        Some((name, package)) if package.contains('@') => (name.trim_end(), Some(package)),
        _ => (text, None),
    }
}

/// `NAME@VERSION` or `NAME@VERSION[FEATURE,…]`.
fn parsed_package(text: &str) -> Result<Package, String> {
    let (name, rest) = text.split_once('@').unwrap_or((text, ""));
    let (version, features) = match rest.split_once('[') {
        Some((version, features)) => (version, features.trim_end_matches(']')),
        None => (rest, ""),
    };
    let features = features.split(',').map(str::trim);
    Ok(Package {
        name: name.to_owned(),
        version: version.to_owned(),
        features: features
            .filter(|feature| !feature.is_empty())
            .map(str::to_owned)
            .collect(),
    })
}

/// Whether all of it can stand in code and in a manifest.
///
/// # Errors
/// What cannot.
pub(super) fn checked(foreign: &Foreign, is_derive: bool) -> Result<(), String> {
    let name = &foreign.name;
    let is_path = if is_derive {
        syn::parse_str::<syn::Path>(name)
            .is_ok_and(|path| path.segments.iter().all(|one| one.arguments.is_none()))
    } else {
        matches!(syn::parse_str(name), Ok(syn::Type::Path(path)) if path.qself.is_none())
    };
    if !is_path {
        return Err(format!(
            "`{}` is no path of a Rust {}",
            name.escape_debug(),
            if is_derive { "trait" } else { "type" }
        ));
    }
    let Some(package) = &foreign.package else {
        return Ok(());
    };
    let is_word = |text: &str, more: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|one| one.is_ascii_alphanumeric() || more.contains(one))
    };
    if !is_word(&package.name, "-_") {
        return Err(format!(
            "`{}` is no name of a crate",
            package.name.escape_debug()
        ));
    }
    if !is_word(&package.version, ".*^~=<>+-, ") {
        return Err(format!(
            "`{}` is no version of a crate",
            package.version.escape_debug()
        ));
    }
    match package.features.iter().find(|one| !is_word(one, "-_+./?")) {
        Some(feature) => Err(format!(
            "`{}` is no feature of a crate",
            feature.escape_debug()
        )),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    #[test]
    fn a_type_may_come_with_its_crate() {
        let point = parsed("geo::Point<f64> geo@0.28[serde, std]");
        assert!(point.is_err() || point.unwrap().package.is_none());
        let point = parsed("geo::Point<f64> geo@0.28[serde,std]").unwrap();
        assert_eq!(point.name, "geo::Point<f64>");
        let package = point.package.unwrap();
        assert_eq!((&*package.name, &*package.version), ("geo", "0.28"));
        assert_eq!(package.features, ["serde", "std"]);
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for text in [
            "",
            "a b",
            "Vec<u8>; struct X",
            "fn()",
            "<T as X>::Y",
            "&str",
            "a::b { }",
            "a::b!()",
        ] {
            let one = parsed(text).unwrap();
            assert!(checked(&one, false).is_err(), "{text}");
        }
        for text in ["String", "::my::Type", "crate::Type<Vec<u8>>"] {
            assert!(checked(&parsed(text).unwrap(), false).is_ok(), "{text}");
        }
        assert!(list("Eq, Hash").is_ok_and(|all| all.len() == 2));
        assert!(list("Eq, a-b").is_err());
        assert!(checked(&parsed("a::B b\"@1").unwrap(), false).is_err());
    }
}
