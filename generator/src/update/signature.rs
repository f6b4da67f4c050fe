//! Whether a user's method still has the signature that its trait asks for. What may be spelt in several ways is no
//! difference: paths, names of arguments, lifetimes, and the type behind `Self::Principal`.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{FnArg, Signature};

use super::traits::output;

/// Whether the types of a method are others than those of the wanted one.
pub(super) fn differs(present: &Signature, wanted: &TokenStream) -> bool {
    let method = quote::quote!(#wanted {});
    let Ok(wanted) = syn::parse2::<syn::ImplItemFn>(method) else {
        return false;
    };
    let (present, wanted) = (types(present), types(&wanted.sig));
    present.len() != wanted.len()
        || present
            .iter()
            .zip(&wanted)
            .any(|(present, wanted)| !is_same(present, wanted))
}

/// The types of the arguments and of what comes back, each as its words.
fn types(signature: &Signature) -> Vec<Vec<String>> {
    let arguments = signature.inputs.iter().map(|input| match input {
        FnArg::Typed(argument) => words(argument.ty.to_token_stream()),
        FnArg::Receiver(_) => vec!["self".to_owned()],
    });
    let output = words(output(&signature.output));
    arguments.chain(std::iter::once(output)).collect()
}

/// The words of a type, of each path the last one.
fn words(tokens: TokenStream) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => {
                words.push("(".to_owned());
                words.extend(self::words(group.stream()));
                words.push(")".to_owned());
            }
            // A lifetime is an apostrophe and a name.
            TokenTree::Punct(punct) if punct.as_char() == '\'' => {
                tokens.next();
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' => {
                if punct.spacing() == proc_macro2::Spacing::Alone {
                    let is_name = |word: &String| word.starts_with(|one: char| one.is_alphabetic());
                    if words.last().is_some_and(is_name) {
                        words.pop();
                    }
                }
            }
            other => words.push(other.to_string()),
        }
    }
    // A comma at the end of a list means nothing.
    let is_end = |word: Option<&String>| matches!(word.map(String::as_str), Some(">" | ")"));
    let mut kept: Vec<String> = Vec::with_capacity(words.len());
    for (index, word) in words.iter().enumerate() {
        if word != "," || !is_end(words.get(index + 1)) {
            kept.push(word.clone());
        }
    }
    kept
}

fn is_same(present: &[String], wanted: &[String]) -> bool {
    let stands_for = |present: &String, wanted: &String| {
        present == wanted || wanted == "Principal" && present != "("
    };
    present.len() == wanted.len()
        && present
            .iter()
            .zip(wanted)
            .all(|(present, wanted)| stands_for(present, wanted))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    #[test]
    fn only_other_types_are_differences() {
        let wanted = "async fn get(&self, _context: &Context<Self::Principal>, _id: i64) -> Outcome<Vec<Pet>, Error404>";
        let wanted: TokenStream = wanted.parse().unwrap();
        for (present, expected) in [
            (
                "async fn get(&self, c: &Context<User>, id: i64) -> Outcome<Vec<Pet>, Error404>",
                false,
            ),
            (
                "async fn get(&self, _: &server::Context<Self::Principal>, id: i64) -> crate::api::server::Outcome<Vec<models::Pet,>, Error404>",
                false,
            ),
            (
                "fn get(&self, c: &Context<User>, id: i64) -> impl Future<Output = Outcome<Vec<Pet>, Error404>> + Send",
                false,
            ),
            (
                "async fn get<'a>(&'a self, c: &'a Context<User>, id: i64) -> Outcome<Vec<Pet>, Error404>",
                false,
            ),
            (
                "async fn get(&self, c: &Context<User>) -> Outcome<Vec<Pet>, Error404>",
                true,
            ),
            (
                "async fn get(&self, c: &Context<()>, id: i64) -> Outcome<Vec<Pet>, Error404>",
                true,
            ),
            (
                "async fn get(&self, c: &Context<User>, id: String) -> Outcome<Vec<Pet>, Error404>",
                true,
            ),
            (
                "async fn get(&self, c: &Context<User>, id: i64) -> Outcome<Vec<Pet>, Undeclared>",
                true,
            ),
        ] {
            let present: Signature = syn::parse_str(present).unwrap();
            assert_eq!(
                differs(&present, &wanted),
                expected,
                "{}",
                present.to_token_stream()
            );
        }
    }
}
