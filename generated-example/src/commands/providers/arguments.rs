//! The arguments of `generated-example providers`.

use std::str::FromStr;

use clap::{Args, Subcommand, ValueEnum};
use uuid::Uuid;

#[derive(Debug, Args)]
pub(in crate::commands) struct Arguments {
    #[command(flatten)]
    pub(super) connection: Connection,
    #[command(subcommand)]
    pub(super) action: Action,
}

/// Where the server is, and how its answers are shown.
#[derive(Debug, Args)]
pub(super) struct Connection {
    /// Base URL of the API, with its path
    #[arg(
        long,
        global = true,
        default_value = "http://127.0.0.1:9000/api/v3",
        env = "GENERATED_EXAMPLE_BASE_URL"
    )]
    pub(super) base_url: String,
    /// API token
    #[arg(
        long,
        global = true,
        env = "GENERATED_EXAMPLE_TOKEN",
        hide_env_values = true
    )]
    pub(super) token: Option<String>,
    /// Print the answer as JSON instead of a table
    #[arg(long, global = true)]
    pub(super) json: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Action {
    /// List providers, one page at a time
    List(Filters),
    /// Create a provider
    Create {
        #[command(flatten)]
        required: Required,
        #[command(flatten)]
        members: Box<Members>,
    },
    /// Show a provider
    Get {
        /// Number of the provider
        id: i64,
    },
    /// Change the given members of a provider (PATCH)
    ///
    /// The server checks the mode and the internal host by the request alone, so both are sent along as they are
    /// stored, unless they are given.
    Update {
        /// Number of the provider
        id: i64,
        #[command(flatten)]
        changes: Changes,
        #[command(flatten)]
        members: Box<Members>,
    },
    /// Change a provider, with all required members (PUT)
    Replace {
        /// Number of the provider
        id: i64,
        #[command(flatten)]
        required: Required,
        #[command(flatten)]
        members: Box<Members>,
    },
    /// Delete a provider
    Delete {
        /// Number of the provider
        id: i64,
    },
    /// List what refers to a provider
    UsedBy {
        /// Number of the provider
        id: i64,
    },
}

/// Which providers are listed.
#[derive(Debug, Args)]
pub(super) struct Filters {
    /// Terms that must all be in the name
    #[arg(long)]
    pub(super) search: Option<String>,
    /// Exact name, without regard to case
    #[arg(long)]
    pub(super) name: Option<String>,
    /// Mode
    #[arg(long)]
    pub(super) mode: Option<Mode>,
    /// Members to order by, separated by commas; a leading `-` reverses one
    #[arg(long, allow_hyphen_values = true)]
    pub(super) ordering: Option<String>,
    /// Number of the page, from 1
    #[arg(long)]
    pub(super) page: Option<i64>,
    /// Providers per page
    #[arg(long)]
    pub(super) page_size: Option<i64>,
}

/// The members that a new provider must have.
#[derive(Debug, Args)]
pub(super) struct Required {
    /// Label, unique among all providers
    #[arg(long)]
    pub(super) name: String,
    /// Flow that asks for consent
    #[arg(long, value_name = "UUID")]
    pub(super) authorization_flow: Uuid,
    /// Flow that ends a session
    #[arg(long, value_name = "UUID")]
    pub(super) invalidation_flow: Uuid,
    /// Public address
    #[arg(long, value_name = "URL")]
    pub(super) external_host: String,
}

/// The required members, where they may stay as they are.
#[derive(Debug, Args)]
pub(super) struct Changes {
    /// Label, unique among all providers
    #[arg(long)]
    pub(super) name: Option<String>,
    /// Flow that asks for consent
    #[arg(long, value_name = "UUID")]
    pub(super) authorization_flow: Option<Uuid>,
    /// Flow that ends a session
    #[arg(long, value_name = "UUID")]
    pub(super) invalidation_flow: Option<Uuid>,
    /// Public address
    #[arg(long, value_name = "URL")]
    pub(super) external_host: Option<String>,
}

/// The members that may be left out. A list takes any number of values, also none.
#[derive(Debug, Args)]
pub(super) struct Members {
    /// How the outpost takes part
    #[arg(long)]
    pub(super) mode: Option<Mode>,
    /// Address of the upstream
    #[arg(long, value_name = "URL")]
    pub(super) internal_host: Option<String>,
    /// Whether the upstream's certificate is checked
    #[arg(long, value_name = "BOOLEAN")]
    pub(super) internal_host_ssl_validation: Option<bool>,
    /// Flow that signs visitors in, or `none`
    #[arg(long, value_name = "UUID")]
    pub(super) authentication_flow: Option<Reference>,
    /// Key pair to serve TLS with, or `none`
    #[arg(long, value_name = "UUID")]
    pub(super) certificate: Option<Reference>,
    /// Property mappings
    #[arg(long, value_name = "UUID", num_args = 0..)]
    pub(super) property_mappings: Option<Vec<Uuid>>,
    /// Regular expressions of paths without login, one per line
    #[arg(long, value_name = "TEXT")]
    pub(super) skip_path_regex: Option<String>,
    /// Whether a Basic header is sent upstream
    #[arg(long, value_name = "BOOLEAN")]
    pub(super) basic_auth_enabled: Option<bool>,
    /// Attribute that holds the upstream user name
    #[arg(long, value_name = "NAME")]
    pub(super) basic_auth_user_attribute: Option<String>,
    /// Attribute that holds the upstream password
    #[arg(long, value_name = "NAME")]
    pub(super) basic_auth_password_attribute: Option<String>,
    /// Whether the outpost acts on the Authorization header
    #[arg(long, value_name = "BOOLEAN")]
    pub(super) intercept_header_auth: Option<bool>,
    /// Domain of the session cookie
    #[arg(long, value_name = "DOMAIN")]
    pub(super) cookie_domain: Option<String>,
    /// Sources whose tokens are accepted
    #[arg(long, value_name = "UUID", num_args = 0..)]
    pub(super) jwt_federation_sources: Option<Vec<Uuid>>,
    /// Providers whose tokens are accepted
    #[arg(long, value_name = "ID", num_args = 0..)]
    pub(super) jwt_federation_providers: Option<Vec<i64>>,
    /// Lifetime of access tokens, for example hours=1;minutes=2
    #[arg(long, value_name = "DURATION")]
    pub(super) access_token_validity: Option<String>,
    /// Lifetime of refresh tokens, for example days=30
    #[arg(long, value_name = "DURATION")]
    pub(super) refresh_token_validity: Option<String>,
}

/// How an outpost takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(super) enum Mode {
    /// As a reverse proxy
    Proxy,
    /// Answering forward-auth questions for one application
    ForwardSingle,
    /// Answering forward-auth questions for all hosts of a domain
    ForwardDomain,
}

/// Another object, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reference(pub(super) Option<Uuid>);

impl FromStr for Reference {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "none" => Ok(Self(None)),
            text => Ok(Self(Some(text.parse()?))),
        }
    }
}

impl Mode {
    /// The mode's word on the wire.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Proxy => "proxy",
            Self::ForwardSingle => "forward_single",
            Self::ForwardDomain => "forward_domain",
        }
    }
}
