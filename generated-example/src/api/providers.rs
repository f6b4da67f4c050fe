//! The operations.

use super::{
    App, answers,
    convert::{answer, new_provider, page, partial_change, used_by, whole_change},
    query::LastPage,
};
use crate::{
    generated::{
        errors::{Error400Or403Or404, Error400Or403Or404Or415, Error400Or403Or415},
        models::{
            GenericError, PaginatedProxyProviderList, PatchedProxyProviderRequest, ProxyProvider,
            ProxyProviderRequest, UsedBy, ValidationError,
        },
        server::{Context, Failure, ProvidersApi, ProvidersProxyListParameters},
    },
    serializer::{Draft, Problems},
    store::{Change, ListQuery, PageNumber, References, StoreError, TextColumn},
};

impl ProvidersApi for App {
    async fn providers_proxy_list(
        &self,
        context: &Context<()>,
        parameters: ProvidersProxyListParameters,
    ) -> Result<PaginatedProxyProviderList, Failure<Error400Or403Or404>> {
        let mut query = list_query(parameters);
        if context.extensions().get::<LastPage>().is_some() {
            query.page = PageNumber::Last;
        }
        if let Some(problems) = self.unknown_mapping(&query).await? {
            return Err(Error400Or403Or404::BadRequest(validation_error(&problems)?).into());
        }
        match self.store.list(query).await? {
            Some((found, providers)) => Ok(page(&found, providers)),
            None => Err(not_found(answers::NO_PAGE).into()),
        }
    }

    async fn providers_proxy_create(
        &self,
        _context: &Context<()>,
        body: ProxyProviderRequest,
    ) -> Result<ProxyProvider, Failure<Error400Or403Or415>> {
        let (new, change) = new_provider(body);
        match self.store.create(new, change).await {
            Ok(provider) => Ok(answer(provider)),
            Err(StoreError::NameTaken) => Err(Error400Or403Or415::BadRequest(name_taken()?).into()),
            Err(error) => Err(error.into()),
        }
    }

    async fn providers_proxy_retrieve(
        &self,
        _context: &Context<()>,
        id: i64,
    ) -> Result<ProxyProvider, Failure<Error400Or403Or404>> {
        match self.store.get(id).await? {
            Some(provider) => Ok(answer(provider)),
            None => Err(not_found(answers::NO_PROVIDER).into()),
        }
    }

    async fn providers_proxy_update(
        &self,
        _context: &Context<()>,
        id: i64,
        body: ProxyProviderRequest,
    ) -> Result<ProxyProvider, Failure<Error400Or403Or404Or415>> {
        self.change(id, whole_change(body)).await
    }

    async fn providers_proxy_partial_update(
        &self,
        _context: &Context<()>,
        id: i64,
        body: Option<PatchedProxyProviderRequest>,
    ) -> Result<ProxyProvider, Failure<Error400Or403Or404Or415>> {
        // `Service::body` has turned no body into an empty object, and judged it.
        let body = body.unwrap_or_default();
        self.change(id, partial_change(body)).await
    }

    async fn providers_proxy_destroy(
        &self,
        _context: &Context<()>,
        id: i64,
    ) -> Result<(), Failure<Error400Or403Or404>> {
        match self.store.delete(id).await? {
            true => Ok(()),
            false => Err(not_found(answers::NO_PROVIDER).into()),
        }
    }

    async fn providers_proxy_used_by_list(
        &self,
        _context: &Context<()>,
        id: i64,
    ) -> Result<Vec<UsedBy>, Failure<Error400Or403Or404>> {
        let referrers = self.store.referrers(id).await?;
        Ok(referrers.into_iter().map(used_by).collect())
    }
}

impl App {
    async fn change(
        &self,
        id: i64,
        change: Change,
    ) -> Result<ProxyProvider, Failure<Error400Or403Or404Or415>> {
        match self.store.update(id, change).await {
            Ok(Some(provider)) => Ok(answer(provider)),
            Ok(None) => {
                Err(Error400Or403Or404Or415::NotFound(generic(answers::NO_PROVIDER)).into())
            }
            // The body was checked, but another caller was faster.
            Err(StoreError::NameTaken) => {
                Err(Error400Or403Or404Or415::BadRequest(name_taken()?).into())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The problem of a filter that names a property mapping that does not exist, if references are looked up.
    async fn unknown_mapping(&self, query: &ListQuery) -> Result<Option<Problems>, StoreError> {
        if self.references == References::Any {
            return Ok(None);
        }
        let mappings = query.property_mappings.clone();
        let unknown = self.store.first_unknown_mapping(mappings).await?;
        Ok(unknown.map(|mapping| {
            let message =
                format!("Select a valid choice. {mapping} is not one of the available choices.");
            Problems::from([("property_mappings__iexact".to_owned(), vec![message])])
        }))
    }
}

/// The typed parameters as the store takes them.
fn list_query(parameters: ProvidersProxyListParameters) -> ListQuery {
    let texts = [
        (TextColumn::Name, parameters.name_iexact),
        (TextColumn::Mode, parameters.mode_iexact),
        (TextColumn::InternalHost, parameters.internal_host_iexact),
        (TextColumn::ExternalHost, parameters.external_host_iexact),
        (TextColumn::CookieDomain, parameters.cookie_domain_iexact),
        (TextColumn::SkipPathRegex, parameters.skip_path_regex_iexact),
        (
            TextColumn::BasicAuthPasswordAttribute,
            parameters.basic_auth_password_attribute_iexact,
        ),
        (
            TextColumn::BasicAuthUserAttribute,
            parameters.basic_auth_user_attribute_iexact,
        ),
    ];
    ListQuery {
        without_application: parameters.application_isnull,
        authorization_flow_slug: parameters.authorization_flow_slug_iexact,
        certificate_name: parameters.certificate_name_iexact,
        certificate: parameters.certificate_kp_uuid_iexact,
        texts: texts
            .into_iter()
            .filter_map(|(column, text)| Some((column, text?)))
            .collect(),
        basic_auth_enabled: parameters.basic_auth_enabled_iexact,
        internal_host_ssl_validation: parameters.internal_host_ssl_validation_iexact,
        property_mappings: parameters.property_mappings_iexact.unwrap_or_default(),
        search: parameters.search,
        ordering: parameters.ordering,
        page: parameters
            .page
            .map_or_else(PageNumber::default, PageNumber::Numbered),
        page_size: parameters.page_size,
    }
}

fn generic(detail: &str) -> GenericError {
    GenericError::new(detail.to_owned())
}

fn not_found(detail: &str) -> Error400Or403Or404 {
    Error400Or403Or404::NotFound(generic(detail))
}

fn name_taken() -> serde_json::Result<ValidationError> {
    let mut draft = Draft::default();
    draft.reject_taken_name();
    validation_error(&draft.finish().err().unwrap_or_default())
}

fn validation_error(problems: &Problems) -> serde_json::Result<ValidationError> {
    serde_json::from_value(serde_json::to_value(problems)?)
}
