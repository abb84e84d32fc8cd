//! A page of all errors, for the documentation of a server.

mod anchors;
mod example;
mod html;
mod json;
mod markdown;
mod openapi;
mod prose;

use std::any::type_name;

use crate::error::name_in;
use crate::fault::Fault;
use crate::retry::RetryClass;
use crate::spec::{Describe, ErrorSpec, FieldSpec};

/// A reference of errors for a server's documentation, made from what their types declare: a page in HTML or Markdown,
/// or data in JSON.
///
/// The derive fills it: see [its page](macro@crate::S3Error). Each error is a row, under the name of its type, sorted
/// by code and then by status. A variant's doc comment says when the error occurs. What follows its first paragraph, or
/// what it has under a heading `# Client`, says what a client should do.
///
/// ```
/// use s3err_core::{Reference, S3Error};
///
/// #[derive(Debug, S3Error)]
/// enum ObjectError {
///     /// The key is not in the index.
///     ///
///     /// List the bucket to find the key.
///     NoSuchKey { #[s3(detail)] key: String, #[s3(detail)] version_id: Option<String> },
/// }
///
/// let reference = Reference::new("Errors of the store").with::<ObjectError>();
/// assert_eq!(
///     reference.to_markdown(),
///     "# Errors of the store\n\
///      \n\
///      | Code | Status | Message | Details | Headers | Retry | When |\n\
///      | --- | --- | --- | --- | --- | --- | --- |\n\
///      | `NoSuchKey` | 404 Not Found | The specified key does not exist. \
///      | `Key`<br>`VersionId` (optional) |  | never \
///      | The key is not in the index.<br>**What to do:** List the bucket to find the key. |\n",
/// );
/// ```
#[derive(Clone, Debug)]
pub struct Reference {
    title: String,
    version: Option<String>,
    intro: Option<String>,
    has_faults: bool,
    groups: Vec<Group>,
}

/// The errors of a type.
#[derive(Clone, Debug)]
struct Group {
    /// The type's name, without its path.
    name: &'static str,
    intro: Option<String>,
    /// Sorted.
    specs: Vec<&'static ErrorSpec>,
}

/// A column of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Code,
    Status,
    Message,
    Details,
    Headers,
    Retry,
    Fault,
    When,
}

impl Reference {
    /// A page with this title, and no errors yet.
    ///
    /// ```
    /// use s3err_core::Reference;
    ///
    /// assert!(Reference::new("Errors").to_markdown().starts_with("# Errors\n"));
    /// ```
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), version: None, intro: None, has_faults: false, groups: Vec::new() }
    }

    /// Says which version of the server the page describes.
    ///
    /// ```
    /// use s3err_core::Reference;
    ///
    /// let page = Reference::new("Errors").with_version("1.4").to_markdown();
    /// assert_eq!(page, "# Errors\n\nVersion 1.4\n\n");
    /// ```
    #[must_use]
    pub fn with_version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// Puts an introduction before the errors. It is read as a doc comment is: paragraphs, lists, code and links.
    ///
    /// ```
    /// use s3err_core::Reference;
    ///
    /// let intro = "See [the guide](https://example.com/guide).";
    /// let page = Reference::new("Errors").with_intro(intro).to_html();
    /// assert!(page.contains("<p>See <a href=\"https://example.com/guide\">the guide</a>.</p>"));
    /// ```
    #[must_use]
    pub fn with_intro(mut self, intro: impl Into<String>) -> Self {
        self.intro = Some(intro.into());
        self
    }

    /// Adds the column `Fault`, for servers that speak SOAP. A redirect and a 304 are nobody's fault.
    ///
    /// ```
    /// use s3err_core::{Reference, StandardError};
    ///
    /// let page = Reference::new("Errors").with_fault_column().with::<StandardError>().to_markdown();
    /// assert!(page.contains("| Retry | Fault | When |"));
    /// ```
    #[must_use]
    pub fn with_fault_column(mut self) -> Self {
        self.has_faults = true;
        self
    }

    /// Adds the errors of a type, under its name. What it takes from other types is theirs: add those too.
    ///
    /// ```
    /// use s3err_core::{Reference, StandardError};
    ///
    /// let page = Reference::new("Errors").with::<StandardError>().to_markdown();
    /// assert!(page.contains("| `SlowDown` | 503 Service Unavailable | Please reduce your "));
    /// ```
    #[must_use]
    pub fn with<E: Describe>(self) -> Self {
        self.with_group::<E>(None)
    }

    /// Adds the errors of a type as [`with`](Self::with) does, after an introduction to them. It is read as a doc
    /// comment is.
    ///
    /// It is not the type's own doc comment: that speaks to those who work on the server, and the page to its users.
    ///
    /// ```
    /// use s3err_core::{Reference, StandardError};
    ///
    /// let page = Reference::new("Errors")
    ///     .with_section::<StandardError>("The errors that *S3* and this server share.")
    ///     .to_html();
    /// assert!(page.contains("<p>The errors that *S3* and this server share.</p>\n<table>"));
    /// ```
    #[must_use]
    pub fn with_section<E: Describe>(self, intro: impl Into<String>) -> Self {
        self.with_group::<E>(Some(intro.into()))
    }

    fn with_group<E: Describe>(mut self, intro: Option<String>) -> Self {
        let mut specs: Vec<_> = E::SPECS.iter().collect();
        specs.sort_by_key(|spec| (spec.code, spec.status.as_u16()));
        self.groups.push(Group { name: name_in(type_name::<E>()), intro, specs });
        self
    }

    /// The page in GitHub's Markdown. Whatever the strings contain, they stay in their cells and are shown literally.
    ///
    /// ```
    /// use s3err_core::{Reference, S3Error};
    ///
    /// #[derive(Debug, S3Error)]
    /// #[s3(code = "OddName", status = 400, message = "A name cannot hold | or <br>.")]
    /// struct OddName;
    ///
    /// let page = Reference::new("Errors").with::<OddName>().to_markdown();
    /// assert!(page.contains("| A name cannot hold &#124; or &lt;br&gt;. |"));
    /// ```
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown::render(self)
    }

    /// The page in HTML: one file that loads nothing, for a browser of any width and for paper. Where scripts run it
    /// can be sorted and filtered; without them it is complete.
    ///
    /// Below each error is the response that it gives, made by the code that makes the real ones. An error can be
    /// linked to by its type and variant, as in `errors.html#ObjectError.Gone`. The first error with a code can also be
    /// linked to by the code, as in `errors.html#ObjectError.NoSuchKey`, or `errors.html#NoSuchKey` for the first on
    /// the page.
    ///
    /// ```
    /// use s3err_core::{Reference, StandardError};
    ///
    /// let page = Reference::new("Errors").with::<StandardError>().to_html();
    /// assert!(page.starts_with("<!doctype html>\n"));
    /// assert!(page.contains("id=\"StandardError.NoSuchKey\""));
    /// assert!(page.contains("id=\"NoSuchKey\""));
    /// ```
    #[must_use]
    pub fn to_html(&self) -> String {
        html::render(self)
    }

    /// The reference as a JSON object, for tools. New members may be added; these stay:
    ///
    /// | member | value |
    /// | --- | --- |
    /// | `title` | string |
    /// | `version`, `intro` | string, or null |
    /// | `types` | array of objects, in the order of the page: `name` (string) and `intro` (string, or null) |
    /// | `errors` | array of objects, in the order of the page |
    ///
    /// Each of `errors` has:
    ///
    /// | member | value |
    /// | --- | --- |
    /// | `id` | string: the anchor in the HTML page, unique |
    /// | `type`, `variant`, `code` | string |
    /// | `status` | number |
    /// | `message` | string, with the names of values in braces |
    /// | `details`, `headers` | array of objects: `name` (string), `optional` and `sensitive` (booleans), `value` (string if the variant gives it, or null) |
    /// | `retry` | `"never"`, `"transient"` or `"throttling"` |
    /// | `fault` | `"Client"` or `"Server"`, or null for a redirect and a 304 |
    /// | `close` | boolean: whether the connection is closed |
    /// | `docs` | string: the doc comment |
    /// | `response` | string: the response, with LF for CR LF and the names of values in braces |
    ///
    /// ```
    /// use s3err_core::{Reference, StandardError};
    ///
    /// let json = Reference::new("Errors").with_version("1.4").with::<StandardError>().to_json();
    /// assert!(json.starts_with("{\"title\":\"Errors\",\"version\":\"1.4\",\"intro\":null,"));
    /// assert!(json.contains("\"id\":\"StandardError.NoSuchKey\",\"type\":\"StandardError\""));
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        json::render(self)
    }

    /// The responses as a fragment of an OpenAPI 3 description, in JSON: `components.responses`, by the anchors of the
    /// HTML page. Merge it into the description of your server, and refer to a response with
    /// `"$ref": "#/components/responses/ObjectError.NoSuchKey"`.
    ///
    /// ```
    /// use s3err_core::{Reference, StandardError};
    ///
    /// let json = Reference::new("Errors").with::<StandardError>().to_openapi();
    /// assert!(json.starts_with("{\"components\":{\"responses\":{\"StandardError."));
    /// assert!(json.contains("\"StandardError.NoSuchKey\":{\"description\":\"`NoSuchKey`: "));
    /// ```
    #[must_use]
    pub fn to_openapi(&self) -> String {
        openapi::render(self)
    }

    fn columns(&self) -> impl Iterator<Item = Column> {
        let has_faults = self.has_faults;
        Column::ALL.into_iter().filter(move |column| has_faults || *column != Column::Fault)
    }

    /// All errors, each with its type.
    fn errors(&self) -> impl Iterator<Item = (&'static str, &'static ErrorSpec)> {
        self.groups.iter().flat_map(|group| group.specs.iter().map(|spec| (group.name, *spec)))
    }
}

impl Column {
    const ALL: [Self; 8] =
        [Self::Code, Self::Status, Self::Message, Self::Details, Self::Headers, Self::Retry, Self::Fault, Self::When];

    const fn heading(self) -> &'static str {
        match self {
            Self::Code => "Code",
            Self::Status => "Status",
            Self::Message => "Message",
            Self::Details => "Details",
            Self::Headers => "Headers",
            Self::Retry => "Retry",
            Self::Fault => "Fault",
            Self::When => "When",
        }
    }
}

/// A status and its reason.
fn status(spec: &ErrorSpec) -> String {
    let reason = spec.status.canonical_reason().unwrap_or_default();
    format!("{} {reason}", spec.status.as_str()).trim_end().to_owned()
}

/// The note in place of an empty message.
fn note(spec: &ErrorSpec) -> Option<&'static str> {
    spec.message.is_empty().then_some(if spec.has_formatted_message { "(varies)" } else { "(empty)" })
}

/// Whose fault an error is. S3's SOAP table calls a redirect and a 304 faults too, which misleads every other reader.
fn fault(spec: &ErrorSpec) -> Option<Fault> {
    (!spec.status.is_redirection()).then_some(spec.fault)
}

/// The retry class, in the words of the attribute.
const fn retry(class: RetryClass) -> &'static str {
    match class {
        RetryClass::Never => "never",
        RetryClass::Transient => "transient",
        RetryClass::Throttling => "throttling",
    }
}

/// The marks of a detail or a header, beside its name.
const fn marks(field: &FieldSpec) -> Option<&'static str> {
    match (field.optional, field.sensitive) {
        (false, false) => None,
        (true, false) => Some("optional"),
        (false, true) => Some("sensitive"),
        (true, true) => Some("optional, sensitive"),
    }
}

#[cfg(test)]
mod tests {
    use super::Reference;
    use crate::fault::Fault;
    use crate::spec::{Describe, ErrorSpec};

    const fn spec(variant: &'static str, code: &'static str, status: u16) -> ErrorSpec {
        crate::spec::error(variant, code, status, "")
    }

    struct First;

    impl Describe for First {
        const SPECS: &'static [ErrorSpec] =
            &[spec("a", "B", 500), spec("b", "B", 400), spec("c", "Bb", 301), spec("d", "B", 400)];
    }

    struct Second;

    impl Describe for Second {
        const SPECS: &'static [ErrorSpec] = &[spec("e", "B", 400), spec("f", "A", 503), spec("g", "b", 302)];
    }

    #[test]
    fn errors_of_a_type_are_sorted_by_code_then_status_and_equal_ones_stay_as_they_came() {
        let order = |reference: Reference| reference.errors().map(|(_, spec)| spec.variant).collect::<String>();
        assert_eq!(order(Reference::new("").with::<First>().with::<Second>()), "bdacfeg");
        assert_eq!(order(Reference::new("").with::<Second>().with::<First>()), "fegbdac");
    }

    #[test]
    fn types_are_known_by_their_names() {
        let reference = Reference::new("").with::<First>().with::<Second>();
        assert_eq!(reference.groups.iter().map(|group| group.name).collect::<Vec<_>>(), ["First", "Second"]);
    }

    #[test]
    fn an_empty_message_is_told_from_one_that_varies() {
        assert_eq!(super::note(&spec("", "", 400)), Some("(empty)"));
        assert_eq!(super::note(&spec("", "", 400).formatted_message()), Some("(varies)"));
        assert_eq!(super::note(&ErrorSpec { message: "m", ..spec("", "", 400) }), None);
    }

    #[test]
    fn a_redirect_and_a_304_are_nobodys_fault() {
        let faults = [301, 304, 307, 404, 500].map(|status| super::fault(&spec("", "", status)).map(Fault::as_str));
        assert_eq!(faults, [None, None, None, Some("Client"), Some("Server")]);
    }
}
