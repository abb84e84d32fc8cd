//! A page of all errors, for the documentation of a server.

mod html;
mod markdown;

use crate::{Describe, ErrorSpec, FieldSpec, RetryClass};

/// The headings, in the order of the cells.
const COLUMNS: [&str; 8] = ["Code", "Status", "Message", "Details", "Headers", "Retry", "Fault", "When"];

/// A reference of errors: a table of what their types declare, as a Markdown or HTML page for a server's documentation.
///
/// Each error is a row, sorted by code and then by status; errors that are equal in both stand in the order in which they
/// were added. `When` is the variant's doc comment.
///
/// ```
/// use s3err_core::{Reference, S3Error};
///
/// #[derive(Debug, S3Error)]
/// enum ObjectError {
///     /// The key is not in the index.
///     NoSuchKey { #[s3(detail)] key: String, #[s3(detail)] version_id: Option<String> },
/// }
///
/// #[derive(Debug, S3Error)]
/// #[s3(code = "AccessDenied")]
/// struct Denied;
///
/// let reference = Reference::new("Errors of the store").with::<ObjectError>().with::<Denied>();
/// assert_eq!(
///     reference.to_markdown(),
///     "# Errors of the store\n\
///      \n\
///      | Code | Status | Message | Details | Headers | Retry | Fault | When |\n\
///      | --- | --- | --- | --- | --- | --- | --- | --- |\n\
///      | `AccessDenied` | 403 Forbidden | Access Denied |  |  | never | Client |  |\n\
///      | `NoSuchKey` | 404 Not Found | The specified key does not exist. | `Key`<br>`VersionId` (optional) |  | never \
///      | Client | The key is not in the index. |\n",
/// );
/// ```
#[derive(Clone, Debug)]
pub struct Reference {
    title: String,
    /// Sorted.
    specs: Vec<&'static ErrorSpec>,
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
        Self { title: title.into(), specs: Vec::new() }
    }

    /// Adds the errors of a type. What it takes from other types is theirs: add those too.
    ///
    /// ```
    /// use s3err_core::{Reference, StandardError};
    ///
    /// let page = Reference::new("Errors").with::<StandardError>().to_markdown();
    /// assert!(page.contains("| `SlowDown` | 503 Service Unavailable | Please reduce your request rate. |"));
    /// ```
    #[must_use]
    pub fn with<E: Describe>(mut self) -> Self {
        self.specs.extend(E::SPECS);
        self.specs.sort_by_key(|spec| (spec.code, spec.status.as_u16()));
        self
    }

    /// The page in GitHub's Markdown. Whatever the texts say, they stay in their cells and are shown as they stand.
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
        markdown::render(&self.title, &self.specs)
    }

    /// The page in HTML: one file that needs no other, for a browser of any width, sortable by code and status where
    /// scripts run. Each error can be linked to by its code, as in `errors.html#NoSuchKey`; a further one with the same
    /// code by its number, as in `errors.html#NoSuchKey-2`.
    ///
    /// ```
    /// use s3err_core::{Reference, StandardError};
    ///
    /// let page = Reference::new("Errors").with::<StandardError>().to_html();
    /// assert!(page.starts_with("<!doctype html>\n"));
    /// assert!(page.contains("<tr id=\"NoSuchKey\">"));
    /// ```
    #[must_use]
    pub fn to_html(&self) -> String {
        html::render(&self.title, &self.specs)
    }
}

/// What stands in place of a message that is empty.
fn note(spec: &ErrorSpec) -> Option<&'static str> {
    spec.message.is_empty().then_some(if spec.has_formatted_message { "(varies)" } else { "(empty)" })
}

/// In the words of the attribute.
const fn retry(class: RetryClass) -> &'static str {
    match class {
        RetryClass::Never => "never",
        RetryClass::Transient => "transient",
        RetryClass::Throttling => "throttling",
    }
}

/// What is to be said of a detail or a header beside its name.
const fn marks(field: &FieldSpec) -> Option<&'static str> {
    match (field.optional, field.sensitive) {
        (false, false) => None,
        (true, false) => Some("optional"),
        (false, true) => Some("sensitive"),
        (true, true) => Some("optional, sensitive"),
    }
}

/// A text whose line breaks mean nothing.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The lines of a text, however they end.
fn lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    for line in text.lines() {
        lines.extend(line.split('\r'));
    }
    lines
}

/// The paragraphs of a doc comment, each on one line: a blank line or an item of a list begins the next.
fn paragraphs(docs: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut begins = true;
    for line in lines(docs) {
        let line = one_line(line);
        begins |= matches!(line.as_bytes(), [b'-' | b'*' | b'+', b' ', ..]);
        match paragraphs.last_mut() {
            _ if line.is_empty() => begins = true,
            Some(paragraph) if !begins => {
                paragraph.push(' ');
                paragraph.push_str(&line);
            }
            _ => {
                paragraphs.push(line);
                begins = false;
            }
        }
    }
    paragraphs
}

/// A piece of a paragraph.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Text(&'a str),
    /// It stood between two backticks.
    Code(&'a str),
}

/// The pieces of a paragraph. A backtick that is not the first of such two is text, and so is all behind it.
fn pieces(paragraph: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = paragraph;
    while let Some((text, after)) = rest.split_once('`') {
        let Some((code, after)) = after.split_once('`').filter(|(code, _)| !code.trim().is_empty()) else { break };
        pieces.push(Piece::Text(text));
        pieces.push(Piece::Code(code));
        rest = after;
    }
    pieces.push(Piece::Text(rest));
    pieces
}

#[cfg(test)]
mod tests {
    use http::StatusCode;

    use super::{Piece, Reference, lines, paragraphs, pieces};
    use crate::{Describe, ErrorSpec};

    const fn spec(variant: &'static str, code: &'static str, status: u16) -> ErrorSpec {
        ErrorSpec::__new(variant, code, status, "", "")
    }

    struct First;

    impl Describe for First {
        const SPECS: &'static [ErrorSpec] =
            &[spec("a", "B", 500), spec("b", "B", 400), spec("c", "Bb", 301), spec("d", "B", 400)];
    }

    struct Second;

    impl Describe for Second {
        const SPECS: &'static [ErrorSpec] = &[spec("e", "B", 400), spec("f", "A", 503), spec("g", "b", 200)];
    }

    #[test]
    fn errors_are_sorted_by_code_then_status_and_equal_ones_stay_as_they_came() {
        let order = |reference: Reference| reference.specs.iter().map(|spec| spec.variant).collect::<String>();
        assert_eq!(order(Reference::new("").with::<First>().with::<Second>()), "fbdeacg");
        assert_eq!(order(Reference::new("").with::<Second>().with::<First>()), "febdacg");
        assert_eq!(order(Reference::new("").with::<First>().with::<First>()), "bdbdaacc");
    }

    #[test]
    fn an_empty_message_is_told_from_one_that_varies() {
        assert_eq!(super::note(&spec("", "", 400)), Some("(empty)"));
        assert_eq!(super::note(&spec("", "", 400).__formatted_message()), Some("(varies)"));
        assert_eq!(super::note(&ErrorSpec { message: "m", ..spec("", "", 400) }), None);
        assert_eq!(spec("", "", 1).status, StatusCode::INTERNAL_SERVER_ERROR);
    }

    #[test]
    fn lines_end_in_three_ways() {
        assert_eq!(lines("a\nb\r\nc\rd\n\ne"), ["a", "b", "c", "d", "", "e"]);
        assert_eq!(lines("").len(), 0);
    }

    #[test]
    fn blank_lines_and_items_of_lists_begin_paragraphs() {
        for (docs, expected) in [
            ("", &[][..]),
            ("one", &["one"]),
            ("one\ntwo", &["one two"]),
            ("one\n\n\n two\tand  more\n", &["one", "two and more"]),
            ("one:\n- two\n  more\n* three", &["one:", "- two more", "* three"]),
            ("one\r\n\r\ntwo\u{2028}three\u{B}four", &["one", "two three four"]),
            ("-one\n-two", &["-one -two"]),
        ] {
            assert_eq!(paragraphs(docs), expected, "{docs:?}");
        }
    }

    #[test]
    fn two_backticks_enclose_code() {
        use Piece::{Code, Text};
        for (paragraph, expected) in [
            ("", vec![Text("")]),
            ("a `b` c", vec![Text("a "), Code("b"), Text(" c")]),
            ("`b``c`", vec![Text(""), Code("b"), Text(""), Code("c"), Text("")]),
            ("a ` b", vec![Text("a ` b")]),
            ("``a`b``", vec![Text("``a`b``")]),
            ("a ` ` b", vec![Text("a ` ` b")]),
        ] {
            assert_eq!(pieces(paragraph), expected, "{paragraph:?}");
        }
    }
}
