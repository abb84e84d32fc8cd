//! A page that stands alone.
//!
//! Behind its doctype it is well-formed XML too, so style and script hold neither `<` nor `&`: nothing in them has to be
//! escaped, in either language.

use super::{COLUMNS, Piece, lines, marks, note, one_line, paragraphs, pieces, retry};
use crate::{ErrorSpec, FieldSpec, document, escape};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

pub(super) fn render(title: &str, specs: &[&ErrorSpec]) -> String {
    let title = one_line(title);
    let mut page = Page(Vec::new());
    page.push(
        "<!doctype html>\n\
         <html lang=\"en\">\n\
         <head>\n\
         <meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <link rel=\"icon\" href=\"data:,\"/>\n", // without it browsers ask for one
    );
    page.element("title", &title);
    page.push("\n<style>\n");
    page.push(STYLE);
    page.push("</style>\n</head>\n<body>\n<main>\n");
    page.element("h1", &title);
    page.push("\n<table>\n<thead>\n<tr>");
    for column in &COLUMNS {
        page.push("<th scope=\"col\"");
        page.push(match *column {
            "Code" => " data-sort=\"text\" aria-sort=\"ascending\"",
            "Status" => " data-sort=\"number\"",
            _ => "",
        });
        page.push(">");
        page.push(column);
        page.push("</th>");
    }
    page.push("</tr>\n</thead>\n<tbody>\n");
    let mut taken = Vec::new();
    for spec in specs {
        page.row(spec, &anchor(spec.code, &mut taken));
    }
    page.push("</tbody>\n</table>\n</main>\n<script>\n");
    page.push(SCRIPT);
    page.push("</script>\n</body>\n</html>\n");
    document::into_string(page.0)
}

/// What a row is linked to by, safe in an attribute and in a URL: its code, and a number if that is `taken`, which is
/// sorted.
fn anchor(code: &str, taken: &mut Vec<String>) -> String {
    let is_safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let safe: String = code.chars().map(|c| if is_safe(c) { c } else { '-' }).collect();
    let mut anchor = safe.clone();
    let mut number = 1;
    loop {
        match taken.binary_search(&anchor) {
            Ok(_) => {
                number += 1;
                anchor = format!("{safe}-{number}");
            }
            Err(place) => {
                taken.insert(place, anchor.clone());
                return anchor;
            }
        }
    }
}

struct Page(Vec<u8>);

impl Page {
    /// Appends markup of ours.
    fn push(&mut self, markup: &str) {
        self.0.extend_from_slice(markup.as_bytes());
    }

    fn text(&mut self, text: &str) {
        escape::push_escaped(&mut self.0, text);
    }

    fn element(&mut self, name: &str, text: &str) {
        self.wrapped(name, &|page| page.text(text));
    }

    fn wrapped(&mut self, name: &str, content: &dyn Fn(&mut Self)) {
        self.push("<");
        self.push(name);
        self.push(">");
        content(self);
        self.push("</");
        self.push(name);
        self.push(">");
    }

    fn row(&mut self, spec: &ErrorSpec, anchor: &str) {
        let [code, status, message, details, headers, retries, fault, when] = COLUMNS;
        self.push("<tr id=\"");
        self.push(anchor);
        self.push("\">\n<th scope=\"row\" data-label=\"");
        self.push(code);
        self.push("\"><a href=\"#");
        self.push(anchor);
        self.push("\">");
        self.name(spec.code);
        self.push("</a></th>\n");
        self.cell(status, &|page| {
            page.element("b", spec.status.as_str());
            if let Some(reason) = spec.status.canonical_reason() {
                page.push(" ");
                page.text(reason);
            }
        });
        self.cell(message, &|page| match note(spec) {
            Some(note) => page.element("em", note),
            None => page.lines(spec.message),
        });
        self.cell(details, &|page| page.fields(spec.details));
        self.cell(headers, &|page| page.fields(spec.headers));
        self.cell(retries, &|page| page.text(retry(spec.retry)));
        self.cell(fault, &|page| page.text(spec.fault.as_str()));
        self.cell(when, &|page| paragraphs(spec.docs).iter().for_each(|paragraph| page.paragraph(paragraph)));
        self.push("</tr>\n");
    }

    /// The `div` keeps what is in the cell together where cells are laid out as label and content.
    fn cell(&mut self, label: &str, content: &dyn Fn(&mut Self)) {
        self.push("<td data-label=\"");
        self.push(label);
        self.push("\">");
        let start = self.0.len();
        self.push("<div>");
        let inner = self.0.len();
        content(self);
        if self.0.len() == inner {
            self.0.truncate(start); // `td:empty`
        } else {
            self.push("</div>");
        }
        self.push("</td>\n");
    }

    fn lines(&mut self, text: &str) {
        for (number, line) in lines(text).iter().enumerate() {
            self.push(if number == 0 { "" } else { "<br/>" });
            self.text(line);
        }
    }

    fn fields(&mut self, fields: &[FieldSpec]) {
        if fields.is_empty() {
            return;
        }
        self.wrapped("ul", &|page| {
            for field in fields {
                page.wrapped("li", &|page| {
                    page.name(field.name);
                    if let Some(marks) = marks(field) {
                        page.push(" ");
                        page.element("small", marks);
                    }
                });
            }
        });
    }

    /// A name as code, which may be broken before each of its words.
    fn name(&mut self, name: &str) {
        self.wrapped("code", &|page| {
            let mut word = String::new();
            for c in name.chars() {
                if c.is_uppercase() && word.ends_with(char::is_lowercase) {
                    page.text(&word);
                    page.push("<wbr/>");
                    word.clear();
                }
                word.push(c);
            }
            page.text(&word);
        });
    }

    fn paragraph(&mut self, paragraph: &str) {
        self.wrapped("p", &|page| {
            for piece in &pieces(paragraph) {
                match piece {
                    Piece::Text(text) => page.text(text),
                    Piece::Code(code) => page.element("code", code),
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{Page, SCRIPT, STYLE, anchor, render};
    use crate::__private::field;
    use crate::{ErrorSpec, FieldSpec};

    fn written(write: impl FnOnce(&mut Page)) -> String {
        let mut page = Page(Vec::new());
        write(&mut page);
        String::from_utf8(page.0).unwrap()
    }

    #[test]
    fn style_and_script_are_the_same_in_html_and_xml() {
        for text in [STYLE, SCRIPT] {
            assert!(!text.contains(['<', '&']) && !text.contains("]]>"));
            assert!(!text.contains("//cdn") && !text.contains("url(") && !text.contains("@import"));
        }
    }

    #[test]
    fn anchors_are_unique_and_safe() {
        let mut taken = Vec::new();
        let anchors = ["A", "A", "A-2", "A", "KMS.Not_Found", "a\"><b", "503 SlowDown"].map(|c| anchor(c, &mut taken));
        assert_eq!(anchors, ["A", "A-2", "A-2-2", "A-3", "KMS.Not_Found", "a---b", "503-SlowDown"]);
    }

    #[test]
    fn no_text_becomes_markup() {
        const DETAILS: &[FieldSpec] = &[field("</code>", true, false)];
        let spec = ErrorSpec {
            details: DETAILS,
            ..ErrorSpec::__new("", "<i>", 400, "</td>\r\n&lt;", "").__docs("`</p>`\n\n</script>")
        };
        assert_eq!(
            written(|page| page.row(&spec, "a")),
            "<tr id=\"a\">\n\
             <th scope=\"row\" data-label=\"Code\"><a href=\"#a\"><code>&lt;i&gt;</code></a></th>\n\
             <td data-label=\"Status\"><div><b>400</b> Bad Request</div></td>\n\
             <td data-label=\"Message\"><div>&lt;/td&gt;<br/>&amp;lt;</div></td>\n\
             <td data-label=\"Details\"><div><ul><li><code>&lt;/code&gt;</code> <small>optional</small></li></ul></div></td>\n\
             <td data-label=\"Headers\"></td>\n\
             <td data-label=\"Retry\"><div>never</div></td>\n\
             <td data-label=\"Fault\"><div>Client</div></td>\n\
             <td data-label=\"When\"><div><p><code>&lt;/p&gt;</code></p><p>&lt;/script&gt;</p></div></td>\n\
             </tr>\n"
        );
    }

    #[test]
    fn a_title_is_text_in_both_of_its_places() {
        let page = render("A </title>\n<b>", &[]);
        assert!(page.contains("<title>A &lt;/title&gt; &lt;b&gt;</title>"));
        assert!(page.contains("<h1>A &lt;/title&gt; &lt;b&gt;</h1>"));
    }

    #[test]
    fn names_may_be_broken_before_their_words() {
        for (name, expected) in [
            ("", "<code></code>"),
            ("Key", "<code>Key</code>"),
            ("NoSuchKey", "<code>No<wbr/>Such<wbr/>Key</code>"),
            ("AWSAccessKeyId", "<code>AWSAccess<wbr/>Key<wbr/>Id</code>"),
            ("éÉ<a>B", "<code>é<wbr/>É&lt;a&gt;B</code>"),
        ] {
            assert_eq!(written(|page| page.name(name)), expected);
        }
    }
}
