pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A [`Message`].
    Message(Message),
    /// A [`Call`].
    Call(Call),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Call {
    /// A [`Function`].
    Function(Function),
    /// A [`Search`].
    Search(Search),
    /// A [`LongMessage`].
    LongMessage(LongMessage),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    pub r#type: Option<MessageType>,
    pub text: String,
}

constructor!(Message(text: impl Into<String>) { r#type: None, text: text.into() });

#[derive(Clone, Debug, PartialEq)]
pub struct LongMessage {
    pub r#type: LongMessageType,
    pub text: String,
    pub status: Option<String>,
}

constructor!(LongMessage(text: impl Into<String>) {
    r#type: LongMessageType::Message, text: text.into(), status: None
});

#[derive(Clone, Debug, PartialEq)]
pub struct Function {
    pub r#type: FunctionType,
    pub name: String,
}

constructor!(Function(name: impl Into<String>) { r#type: FunctionType::Function, name: name.into() });

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Search {
    pub r#type: SearchType,
    pub query: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum MessageType {
    /// `message`
    #[default]
    Message,
}

pub type LongMessageType = MessageType;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum FunctionType {
    /// `function`
    #[default]
    Function,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum SearchType {
    /// `search`
    #[default]
    Search,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

unions::union!(Input { Message: Object, Call: Object("type" = "function" | "message" | "search") });
unions::union!(Call {
    Function: Object("type" = "function"), Search: Object("type" = "search"), LongMessage: Object("type" = "message")
});
record!(Message { 0 r#type: optional "type", 1 text: required });
record!(LongMessage { 0 r#type: required "type", 1 text: required, 2 status: optional });
record!(Function { 0 r#type: required "type", 1 name: required });
record!(Search { 0 r#type: required "type", 1 query: optional });
text_enum!(MessageType { Message = "message" });
text_enum!(FunctionType { Function = "function" });
text_enum!(SearchType { Search = "search" });
validate::unconstrained!(Message, LongMessage, Function, Search, MessageType, FunctionType, SearchType);
}
}
