//! Security: the schemes that operations use, and what each demands of its callers.

use super::docs::lines;
use super::names::{FunctionName, Scope, constant_case, snake_case};
use super::operation_model::{Access, RequirementItem, SchemeItem, SchemeKind, TokenItem};
use crate::ir::{ApiKeyLocation, Operation, SchemeId, SecurityKind, SecurityScheme};

/// Methods of the client's builder, beside which those of the schemes stand.
const RESERVED_METHODS: &[&str] = &[
    "bearer",
    "bearer_source",
    "build",
    "credential",
    "credential_source",
    "header",
    "retry",
    "settings",
    "layer",
    "timeout",
    "traced",
    "transport",
    "user_agent",
];

/// Collects schemes and requirements while operations are planned.
pub(super) struct SecurityPlanner<'a> {
    api_schemes: &'a [SecurityScheme],
    /// The methods of each scheme of the API.
    methods: Vec<SchemeMethods>,
    /// Index of each scheme of the API in `schemes`; `None` while no operation uses it.
    scheme_index: Vec<Option<usize>>,
    schemes: Vec<SchemeItem>,
    requirements: Vec<RequirementItem>,
    constants: Scope,
}

impl<'a> SecurityPlanner<'a> {
    /// Schemes have methods beside those of operations, and get their names first.
    pub(super) fn new(api_schemes: &'a [SecurityScheme], functions: &mut Scope) -> Self {
        Self {
            api_schemes,
            methods: methods(api_schemes, functions),
            scheme_index: vec![None; api_schemes.len()],
            schemes: Vec::new(),
            requirements: Vec::new(),
            constants: Scope::default(),
        }
    }

    /// What was collected.
    pub(super) fn finish(self) -> (Vec<SchemeItem>, Vec<RequirementItem>) {
        (self.schemes, self.requirements)
    }

    /// Who may call an operation.
    pub(super) fn access(&mut self, operation: &Operation) -> Access {
        let alternatives: Vec<Vec<(usize, Vec<String>)>> = operation
            .security
            .iter()
            .map(|requirement| {
                requirement
                    .schemes
                    .iter()
                    .map(|one| (self.scheme(one.scheme), one.scopes.clone()))
                    .collect()
            })
            .collect();
        if alternatives.iter().all(Vec::is_empty) {
            return Access::Open;
        }
        let is_optional = alternatives.iter().any(Vec::is_empty);
        let index = self.requirement(alternatives);
        if is_optional {
            Access::Optional(index)
        } else {
            Access::Secured(index)
        }
    }

    /// The index of a requirement; a new one gets a constant.
    fn requirement(&mut self, alternatives: Vec<Vec<(usize, Vec<String>)>>) -> usize {
        if let Some(known) = self
            .requirements
            .iter()
            .position(|one| one.alternatives == alternatives)
        {
            return known;
        }
        let word = |with_scopes: bool| {
            let words: Vec<String> = alternatives
                .iter()
                .map(|one| self.alternative_word(one, with_scopes))
                .collect();
            format!("BY_{}", words.join("_OR_"))
        };
        let candidates = [word(false), word(true)];
        let constant = self.constants.allocate(candidates);
        self.requirements.push(RequirementItem {
            constant,
            alternatives,
        });
        self.requirements.len() - 1
    }

    fn alternative_word(&self, alternative: &[(usize, Vec<String>)], with_scopes: bool) -> String {
        if alternative.is_empty() {
            return "NOBODY".to_owned();
        }
        let words = alternative.iter().filter_map(|(index, scopes)| {
            let scheme = &self.schemes.get(*index)?.constant;
            let scopes = if with_scopes && !scopes.is_empty() {
                format!("_{}", constant_case(&scopes.join("_")))
            } else {
                String::new()
            };
            Some(format!("{scheme}{scopes}"))
        });
        words.collect::<Vec<_>>().join("_AND_")
    }

    fn scheme(&mut self, id: SchemeId) -> usize {
        if let Some(Some(index)) = self.scheme_index.get(id.0) {
            return *index;
        }
        let index = self.schemes.len();
        if let (Some(scheme), Some(methods), Some(slot)) = (
            self.api_schemes.get(id.0),
            self.methods.get(id.0).cloned(),
            self.scheme_index.get_mut(id.0),
        ) {
            *slot = Some(index);
            self.schemes.push(SchemeItem {
                wire_name: scheme.name.clone(),
                constant: constant_case(methods.method.as_str()),
                method: methods.method,
                kind: scheme_kind(scheme),
                tokens: methods.tokens,
                docs: scheme.description.as_deref().map(lines).unwrap_or_default(),
            });
        }
        index
    }
}

/// The methods of the client's builder for a scheme.
#[derive(Clone)]
struct SchemeMethods {
    method: FunctionName,
    tokens: Option<TokenItem>,
}

/// The names of the methods of all schemes, which are taken from the functions.
fn methods(schemes: &[SecurityScheme], functions: &mut Scope) -> Vec<SchemeMethods> {
    let mut scope = functions.clone().and(&Scope::reserving(RESERVED_METHODS));
    let mut method = |scheme: &SecurityScheme| {
        let plain = snake_case(&scheme.name);
        let suffixed = format!("{plain}_scheme");
        let name = scope.allocate([plain, suffixed]);
        functions.claim(name.clone());
        FunctionName::new(name)
    };
    let names: Vec<FunctionName> = schemes.iter().map(&mut method).collect();
    let pairs = schemes.iter().zip(names);
    pairs
        .map(|(scheme, method)| SchemeMethods {
            tokens: tokens(scheme, &method, &mut scope),
            method,
        })
        .collect()
}

/// Where a client gets its tokens, and the method that says who it is.
fn tokens(scheme: &SecurityScheme, method: &FunctionName, scope: &mut Scope) -> Option<TokenItem> {
    let (url, constructor) = match &scheme.kind {
        SecurityKind::OAuth2 { token_url } => (token_url.as_ref()?, "new"),
        SecurityKind::OpenIdConnect { url } => (url, "discovered"),
        _ => return None,
    };
    let plain = method.as_str();
    let name = scope.allocate([
        format!("{plain}_client"),
        format!("{plain}_client_credentials"),
    ]);
    Some(TokenItem {
        method: FunctionName::new(name),
        url: url.clone(),
        constructor,
    })
}

fn scheme_kind(scheme: &SecurityScheme) -> SchemeKind {
    match &scheme.kind {
        SecurityKind::Basic => SchemeKind::Basic,
        SecurityKind::Bearer | SecurityKind::OAuth2 { .. } | SecurityKind::OpenIdConnect { .. } => {
            SchemeKind::Bearer
        }
        SecurityKind::Authorization(word) => SchemeKind::Authorization(word.clone()),
        SecurityKind::MutualTls => SchemeKind::MutualTls,
        SecurityKind::ApiKey {
            location: ApiKeyLocation::Header,
            name,
        } => SchemeKind::ApiKeyHeader(name.clone()),
        SecurityKind::ApiKey {
            location: ApiKeyLocation::Query,
            name,
        } => SchemeKind::ApiKeyQuery(name.clone()),
        SecurityKind::ApiKey {
            location: ApiKeyLocation::Cookie,
            name,
        } => SchemeKind::ApiKeyCookie(name.clone()),
    }
}
