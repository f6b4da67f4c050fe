//! The stable codes of all diagnostics, one row each, with what `specwright explain` says about it.

/// Declares the codes: variant, text, title, what it means, and an example wrong and right. The examples are members of a
/// document; a test reads them.
macro_rules! codes {
    ($(
        #[doc = $title:literal]
        $name:ident = $text:literal {
            means: $means:literal,
            wrong: $wrong:literal,
            right: $right:literal,
        }
    )*) => {
        /// What a diagnostic is about. The text of a code never changes its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $title] $name),* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The code as printed, for example `SW0101`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }

            /// What it means, and how it is mended.
            pub fn explanation(self) -> Explanation {
                match self {
                    $(Self::$name => Explanation {
                        title: $title.trim_ascii(),
                        means: $means,
                        wrong: $wrong,
                        right: $right,
                    }),*
                }
            }
        }
    };
}

/// What a code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// One sentence.
    pub title: &'static str,
    /// What it means, and what to do.
    pub means: &'static str,
    /// An example that has the mistake.
    pub wrong: &'static str,
    /// The example without it.
    pub right: &'static str,
}

impl std::str::FromStr for Code {
    type Err = String;

    /// The code with this text, in any letter case.
    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL
            .iter()
            .find(|code| code.as_str().eq_ignore_ascii_case(text));
        found.copied().ok_or_else(|| {
            let hint = match super::closest(text, Self::ALL.iter().map(|code| code.as_str())) {
                Some(code) => format!("; did you mean `{code}`?"),
                None => "; codes are written like `SW0101`".to_owned(),
            };
            format!("there is no code `{text}`{hint}")
        })
    }
}

codes! {
    /// A file could not be read.
    Unreadable = "SW0001" {
        means: "The file does not exist, may not be opened, or is no text in UTF-8 or UTF-16.",
        wrong: "specwright check no-such-file.yaml",
        right: "specwright check api.yaml",
    }
    /// The text is not YAML or JSON.
    Syntax = "SW0002" {
        means: "The file cannot be parsed from the marked place on, so nothing is generated. The cause often stands a line earlier: a bracket that is not closed, a quote, or a tab in the indentation of YAML.",
        wrong: "tags: [{name: pets}",
        right: "tags: [{name: pets}]",
    }
    /// A key stands twice in one object.
    DuplicateKey = "SW0003" {
        means: "YAML and JSON allow a key once per object; which of two counts differs from tool to tool. The first is used here.",
        wrong: "components:\n  schemas:\n    Pet:\n      type: object\n      type: string",
        right: "components:\n  schemas:\n    Pet:\n      type: object",
    }
    /// The document is larger, deeper or more entangled than the limits allow.
    Limit = "SW0004" {
        means: "Documents come from strangers, so their size, the depth of their nesting, the number of their values, also those that YAML aliases repeat, and the number of references on one way are limited. The message names the limit; where the document is meant to be so large, raise it, for example with `--limit nodes=20000000`.",
        wrong: "x-deep: [[[[[[[[ … a thousand brackets … ]]]]]]]]",
        right: "x-flat: [1, 2, 3]",
    }
    /// The document does not say which version of OpenAPI it is, or one that is not supported.
    Version = "SW0101" {
        means: "The member `openapi` (or `swagger`) at the top decides how all the rest is read.",
        wrong: "openapi: 4.0.0",
        right: "openapi: 3.1.1",
    }
    /// Something required is missing.
    Missing = "SW0102" {
        means: "The specification demands a member that the marked object does not have.",
        wrong: "components:\n  parameters:\n    Limit:\n      name: limit\n      schema: {type: integer}",
        right: "components:\n  parameters:\n    Limit:\n      name: limit\n      in: query\n      schema: {type: integer}",
    }
    /// A value has the wrong type.
    WrongType = "SW0103" {
        means: "A number, text, list or object stands where the specification wants another of them.",
        wrong: "components:\n  schemas:\n    Name:\n      type: string\n      maxLength: ten",
        right: "components:\n  schemas:\n    Name:\n      type: string\n      maxLength: 10",
    }
    /// A word is none of the allowed ones.
    UnknownWord = "SW0104" {
        means: "Only certain words may stand here, and the marked one is none of them: most often it is misspelt.",
        wrong: "components:\n  schemas:\n    Name:\n      type: strin",
        right: "components:\n  schemas:\n    Name:\n      type: string",
    }
    /// A key that the specification does not know.
    UnknownKey = "SW0105" {
        means: "The key is ignored, so what it was meant to say is not heard. Keys of your own begin with `x-`.",
        wrong: "components:\n  schemas:\n    Name:\n      type: string\n      maxLenght: 10",
        right: "components:\n  schemas:\n    Name:\n      type: string\n      maxLength: 10",
    }
    /// A reference leads nowhere, or in a circle.
    Reference = "SW0106" {
        means: "What a `$ref` names does not exist, or only leads back to it. What depends on it is left out.",
        wrong: "components:\n  schemas:\n    Pets:\n      type: array\n      items: {$ref: '#/components/schemas/Pet'}",
        right: "components:\n  schemas:\n    Pet: {type: string}\n    Pets:\n      type: array\n      items: {$ref: '#/components/schemas/Pet'}",
    }
    /// A path template and its parameters do not agree.
    PathTemplate = "SW0107" {
        means: "Every `{hole}` of a path needs a parameter with `in: path` of the same name, and every such parameter a hole.",
        wrong: "paths:\n  /pets/{id}:\n    get:\n      operationId: getPet\n      responses: {'204': {description: Done}}",
        right: "paths:\n  /pets/{id}:\n    get:\n      operationId: getPet\n      parameters:\n        - {name: id, in: path, required: true, schema: {type: string}}\n      responses: {'204': {description: Done}}",
    }
    /// Two operations have the same operationId.
    DuplicateOperationId = "SW0108" {
        means: "An operationId names one operation in the whole document, its webhooks included. The second one is named after its method and path until it has an id of its own.",
        wrong: "paths:\n  /pets:\n    get:\n      operationId: list\n      responses: {'204': {description: Done}}\n  /owners:\n    get:\n      operationId: list\n      responses: {'204': {description: Done}}",
        right: "paths:\n  /pets:\n    get:\n      operationId: listPets\n      responses: {'204': {description: Done}}\n  /owners:\n    get:\n      operationId: listOwners\n      responses: {'204': {description: Done}}",
    }
    /// Two operations have the same method and path.
    DuplicateOperation = "SW0109" {
        means: "Two paths match the same requests, as they differ in nothing but the names of their holes, or in how letters are escaped. A client can call both; a server answers with the first.",
        wrong: "paths:\n  /pets/{id}:\n    get:\n      operationId: a\n      parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n      responses: {'204': {description: Done}}\n  /pets/{name}:\n    get:\n      operationId: b\n      parameters: [{name: name, in: path, required: true, schema: {type: string}}]\n      responses: {'204': {description: Done}}",
        right: "paths:\n  /pets/{id}:\n    get:\n      operationId: a\n      parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n      responses: {'204': {description: Done}}",
    }
    /// A default, example or enum value does not fit its schema.
    Mismatch = "SW0110" {
        means: "A value that the document states itself is none that its schema allows, or no value can be: a minimum lies above the maximum.",
        wrong: "components:\n  schemas:\n    Pet:\n      type: object\n      properties:\n        size: {type: string, enum: [small, large], default: medium}",
        right: "components:\n  schemas:\n    Pet:\n      type: object\n      properties:\n        size: {type: string, enum: [small, medium, large], default: medium}",
    }
    /// A security requirement names a scheme that does not exist.
    UnknownSecurityScheme = "SW0111" {
        means: "The name must be a key of `components.securitySchemes` (`securityDefinitions` in Swagger 2.0).",
        wrong: "paths:\n  /pets:\n    get:\n      operationId: listPets\n      security: [{barer: []}]\n      responses: {'204': {description: Done}}\ncomponents:\n  securitySchemes:\n    bearer: {type: http, scheme: bearer}",
        right: "paths:\n  /pets:\n    get:\n      operationId: listPets\n      security: [{bearer: []}]\n      responses: {'204': {description: Done}}\ncomponents:\n  securitySchemes:\n    bearer: {type: http, scheme: bearer}",
    }
    /// Parts of an allOf contradict each other.
    Contradiction = "SW0112" {
        means: "A value must fit all parts of an `allOf` at once, and none can.",
        wrong: "components:\n  schemas:\n    Impossible:\n      allOf: [{type: string}, {type: object}]",
        right: "components:\n  schemas:\n    Possible:\n      allOf: [{type: object, properties: {a: {type: string}}}, {type: object}]",
    }
    /// A reference leads to a file or URL that may not be read.
    ForbiddenReference = "SW0113" {
        means: "References are followed below the folder of the document and into folders that you name; a URL is read from a local copy that you name, and never fetched.",
        wrong: "components:\n  schemas:\n    Pet: {$ref: 'https://pets.example/pet.yaml'}",
        right: "components:\n  schemas:\n    Pet: {type: object}",
    }
    /// A name or value stands twice where it may stand once.
    DuplicateName = "SW0114" {
        means: "Two parameters of an operation have the same name and place, two headers differ by nothing but letter case, or a list of values has one twice. The first counts.",
        wrong: "components:\n  schemas:\n    Size: {type: string, enum: [small, large, small]}",
        right: "components:\n  schemas:\n    Size: {type: string, enum: [small, large]}",
    }
    /// Keys that exclude each other stand together.
    ExclusiveKeys = "SW0115" {
        means: "A parameter or header is described by `schema`, with `style` and `explode`, or by `content`, but not by both.",
        wrong: "components:\n  parameters:\n    Filter:\n      name: filter\n      in: query\n      schema: {type: string}\n      content: {application/json: {schema: {type: string}}}",
        right: "components:\n  parameters:\n    Filter:\n      name: filter\n      in: query\n      content: {application/json: {schema: {type: string}}}",
    }
    /// Something that only later versions of OpenAPI have.
    NewerVersion = "SW0116" {
        means: "It is read all the same, but other tools may not: raise the version that `openapi` states.",
        wrong: "openapi: 3.0.3\ncomponents:\n  pathItems: {}",
        right: "openapi: 3.1.1\ncomponents:\n  pathItems: {}",
    }
    /// A URL is none, or leads nowhere.
    Url = "SW0117" {
        means: "The text is empty or no URL, so a client would call the wrong place.",
        wrong: "servers:\n  - url: ''",
        right: "servers:\n  - url: https://pets.example/api",
    }
    /// Legal, but not supported by this generator; what was left out is named.
    Unsupported = "SW0201" {
        means: "The document is right, and the generator cannot do it faithfully. What the message names is left out; everything else is generated.",
        wrong: "openapi: 3.2.0\npaths:\n  /pets:\n    get:\n      operationId: listPets\n      parameters:\n        - name: filter\n          in: querystring\n          content: {application/json: {schema: {type: object}}}\n      responses: {'204': {description: Done}}",
        right: "openapi: 3.2.0\npaths:\n  /pets:\n    get:\n      operationId: listPets\n      parameters:\n        - name: filter\n          in: query\n          content: {application/json: {schema: {type: object}}}\n      responses: {'204': {description: Done}}",
    }
    /// A keyword that is accepted and not enforced.
    NotEnforced = "SW0202" {
        means: "The generated types let values through that the keyword forbids, or nothing is generated for it. Check such values yourself.",
        wrong: "webhooks:\n  petAdded:\n    post:\n      responses: {'204': {description: Done}}",
        right: "paths:\n  /pets:\n    post:\n      operationId: addPet\n      responses: {'204': {description: Done}}",
    }
    /// Nothing tells the branches of a union apart.
    AmbiguousUnion = "SW0203" {
        means: "Several branches fit the same value, so a reader has to try them. Give the branches a member that is a constant and name it in `discriminator`, or let each require a member that the others lack.",
        wrong: "components:\n  schemas:\n    Animal:\n      oneOf:\n        - {type: object, required: [name], properties: {name: {type: string}}}\n        - {type: object, required: [name], properties: {name: {type: string}, legs: {type: integer}}}",
        right: "components:\n  schemas:\n    Animal:\n      oneOf:\n        - {type: object, required: [name, fins], properties: {name: {type: string}, fins: {type: integer}}}\n        - {type: object, required: [name, legs], properties: {name: {type: string}, legs: {type: integer}}}",
    }
    /// A harmless breach of the specification that was read all the same.
    Tolerated = "SW0204" {
        means: "What is meant is plain, and the message says how it was read. Other tools may be less patient.",
        wrong: "paths:\n  /pets:\n    get:\n      operationId: listPets\n      responses: {'204': {}}",
        right: "paths:\n  /pets:\n    get:\n      operationId: listPets\n      responses: {'204': {description: Done}}",
    }
    /// An option names something that the document does not have.
    UnmatchedOption = "SW0301" {
        means: "An option, for example `--tag`, names something that does not stand in the document.",
        wrong: "specwright generate api.yaml --out src/api --tag pet",
        right: "specwright generate api.yaml --out src/api --tag pets",
    }
    /// An operation without operationId.
    NoOperationId = "SW0401" {
        means: "Its method is named after method and path, `get_pets_id`; an operationId says what it does. (Only `check` says so.)",
        wrong: "paths:\n  /pets:\n    get:\n      responses: {'204': {description: Done}}",
        right: "paths:\n  /pets:\n    get:\n      operationId: listPets\n      responses: {'204': {description: Done}}",
    }
    /// An inline type without a name.
    NamelessType = "SW0402" {
        means: "A struct, enum or union that stands inline is named after where it stands, which changes when it moves. Move it to `components.schemas`, or give it a `title`. (Only `check` says so.)",
        wrong: "components:\n  schemas:\n    Pet:\n      type: object\n      properties:\n        owner: {type: object, properties: {name: {type: string}}}",
        right: "components:\n  schemas:\n    Owner: {type: object, properties: {name: {type: string}}}\n    Pet:\n      type: object\n      properties:\n        owner: {$ref: '#/components/schemas/Owner'}",
    }
    /// An error response without a schema.
    ErrorWithoutSchema = "SW0403" {
        means: "Callers learn the status and no more, since the document does not say what the body is. (Only `check` says so.)",
        wrong: "paths:\n  /pets:\n    get:\n      operationId: listPets\n      responses:\n        '204': {description: Done}\n        '400': {description: Wrong}",
        right: "paths:\n  /pets:\n    get:\n      operationId: listPets\n      responses:\n        '204': {description: Done}\n        '400':\n          description: Wrong\n          content: {application/json: {schema: {type: string}}}",
    }
}
