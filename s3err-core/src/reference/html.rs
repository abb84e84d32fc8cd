//! A page that stands alone.
//!
//! After its doctype it is well-formed XML too, so style and script hold neither `<` nor `&`: nothing in them has to be
//! escaped, in either language.

use super::anchors::{Anchor, Anchors};
use super::example::{self, Fill, fills};
use super::prose::{Block, Docs, Piece, blocks, lines, one_line, pieces};
use super::{Column, Group, Reference, fault, marks, note, retry};
use crate::document;
use crate::escape;
use crate::spec::{ErrorSpec, FieldSpec};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
const LEGEND: &str = include_str!("legend.html");

/// The anchors that are not those of a type or of an error.
const OWN_ANCHORS: [&str; 2] = ["legend", "tools"];

pub(super) fn render(reference: &Reference) -> String {
    let title = one_line(&reference.title);
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
    page.push("\n");
    if let Some(version) = &reference.version {
        page.wrapped("p", &|page| {
            page.push("Version ");
            page.text(&one_line(version));
        });
        page.push("\n");
    }
    page.intro(reference.intro.as_deref());
    page.groups(reference);
    page.push(LEGEND);
    page.push("</main>\n<script>\n");
    page.push(SCRIPT);
    page.push("</script>\n</body>\n</html>\n");
    document::into_string(page.0)
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

    /// A link to a URL or an anchor that needs no escape but that of `&`.
    fn link(&mut self, url: &str, content: &dyn Fn(&mut Self)) {
        self.push("<a href=\"");
        self.text(url);
        self.push("\">");
        content(self);
        self.push("</a>");
    }

    fn intro(&mut self, intro: Option<&str>) {
        if let Some(intro) = intro {
            self.blocks(&blocks(intro));
            self.push("\n");
        }
    }

    /// The table of contents, and a table for each type.
    fn groups(&mut self, reference: &Reference) {
        let mut anchors = Anchors::new(&OWN_ANCHORS);
        let ids: Vec<_> = reference.groups.iter().map(|group| anchors.of_type(group.name)).collect();
        self.push("<nav aria-label=\"Contents\"><ul>");
        if reference.groups.len() > 1 {
            for (group, id) in reference.groups.iter().zip(&ids) {
                self.wrapped("li", &|page| page.link(&format!("#{id}"), &|page| page.name(group.name)));
            }
        }
        self.push("<li><a href=\"#legend\">How to read this page</a></li></ul></nav>\n<div id=\"tools\"></div>\n");
        for (group, id) in reference.groups.iter().zip(&ids) {
            self.push("<section id=\"");
            self.push(id);
            self.push("\">\n");
            if reference.groups.len() > 1 {
                self.wrapped("h2", &|page| page.name(group.name));
                self.push("\n");
            }
            self.intro(group.intro.as_deref());
            self.table(reference, group, &mut anchors);
            self.push("</section>\n");
        }
    }

    fn table(&mut self, reference: &Reference, group: &Group, anchors: &mut Anchors) {
        let columns: Vec<_> = reference.columns().collect();
        self.push(
            "<table>
<thead>
<tr>",
        );
        for column in &columns {
            self.push("<th scope=\"col\" data-label=\"");
            self.push(column.heading());
            self.push(match column {
                Column::Code => "\" data-sort=\"text\" aria-sort=\"ascending\">",
                Column::Status => "\" data-sort=\"number\">",
                _ => "\">",
            });
            self.push(column.heading());
            self.push("</th>");
        }
        self.push("</tr>\n</thead>\n");
        for &spec in &group.specs {
            self.error(spec, &anchors.of_error(group.name, spec), &columns);
        }
        self.push("</table>\n");
    }

    /// The rows of an error: its cells, and its response.
    fn error(&mut self, spec: &'static ErrorSpec, anchor: &Anchor, columns: &[Column]) {
        self.push("<tbody id=\"");
        self.push(&anchor.id);
        self.push("\" data-status=\"");
        self.push(spec.status.as_str());
        self.push("\">\n<tr>\n");
        for column in columns {
            self.cell(spec, anchor, *column);
        }
        self.push("</tr>\n<tr class=\"response\"><td colspan=\"");
        self.push(&columns.len().to_string());
        self.push("\"><details><summary>Response</summary>");
        self.wrapped("pre", &|page| page.fills(&example::on_the_wire(&example::response(spec))));
        self.push("</details></td></tr>\n</tbody>\n");
    }

    fn cell(&mut self, spec: &'static ErrorSpec, anchor: &Anchor, column: Column) {
        match column {
            Column::Code => self.heading(spec, anchor),
            Column::Status => self.data(column, &|page| {
                page.element("b", spec.status.as_str());
                if let Some(reason) = spec.status.canonical_reason() {
                    page.push(" ");
                    page.text(reason);
                }
            }),
            Column::Message => self.data(column, &|page| match note(spec) {
                Some(note) => page.element("em", note),
                None => page.lines(&example::message(spec)),
            }),
            Column::Details => self.data(column, &|page| page.fields(spec.details)),
            Column::Headers => self.data(column, &|page| page.fields(spec.headers)),
            Column::Retry => self.data(column, &|page| page.text(retry(spec.retry))),
            Column::Fault => self.data(column, &|page| page.text(fault(spec).map_or("", |fault| fault.as_str()))),
            Column::When => self.data(column, &|page| page.docs(&Docs::parse(spec.docs))),
        }
    }

    /// The code, which links to its row, with the row's further anchors.
    fn heading(&mut self, spec: &ErrorSpec, anchor: &Anchor) {
        self.push("<th scope=\"row\" data-label=\"Code\">");
        for alias in &anchor.aliases {
            self.push("<span id=\"");
            self.push(alias);
            self.push("\"></span>");
        }
        self.link(&format!("#{}", anchor.id), &|page| page.name(spec.code));
        self.push("</th>\n");
    }

    /// The `div` keeps what is in the cell together where cells are laid out as label and content.
    fn data(&mut self, column: Column, content: &dyn Fn(&mut Self)) {
        self.push("<td data-label=\"");
        self.push(column.heading());
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
            self.fills(line);
        }
    }

    fn fills(&mut self, text: &str) {
        for fill in fills(text) {
            match fill {
                Fill::Text(text) => self.text(text),
                Fill::Value(name) => self.element("var", name),
            }
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

    fn docs(&mut self, docs: &Docs) {
        self.blocks(&docs.when);
        if !docs.client.is_empty() {
            self.push("<p><b>What to do</b></p>");
            self.blocks(&docs.client);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.wrapped("p", &|page| page.pieces(paragraph)),
                Block::List(items) => {
                    self.push("<ul class=\"list\">");
                    for item in items {
                        self.wrapped("li", &|page| page.pieces(item));
                    }
                    self.push("</ul>");
                }
            }
        }
    }

    fn pieces(&mut self, text: &str) {
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => self.text(text),
                Piece::Code(code) => self.element("code", code),
                // A label that is an address itself would be read as a link again.
                Piece::Link { label, url } if label == url => self.link(url, &|page| page.text(label)),
                Piece::Link { label, url } => self.link(url, &|page| page.label(label)),
            }
        }
    }

    /// The label of a link: text and code.
    fn label(&mut self, label: &str) {
        for piece in pieces(label) {
            match piece {
                Piece::Text(text) | Piece::Link { label: text, .. } => self.text(text),
                Piece::Code(code) => self.element("code", code),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::anchors::Anchors;
    use super::super::{Column, Reference};
    use super::{LEGEND, Page, SCRIPT, STYLE, render};
    use crate::spec::field;
    use crate::spec::{ErrorSpec, FieldSpec};

    fn written(write: impl FnOnce(&mut Page)) -> String {
        let mut page = Page(Vec::new());
        write(&mut page);
        String::from_utf8(page.0).unwrap()
    }

    #[test]
    fn style_and_script_are_the_same_in_html_and_xml() {
        for text in [STYLE, SCRIPT] {
            assert!(!text.contains(['<', '&']) && !text.contains("]]>"));
        }
        for text in [STYLE, SCRIPT, LEGEND] {
            assert!(!text.contains("//") || text == SCRIPT, "no address of another page");
            assert!(!text.contains("url(") && !text.contains("@import") && !text.contains("fetch"));
        }
    }

    #[test]
    fn no_text_becomes_markup() {
        const DETAILS: &[FieldSpec] = &[field("</code>").optional()];
        const SPEC: ErrorSpec = ErrorSpec {
            details: DETAILS,
            ..crate::spec::error("V", "<i>", 400, "</td>\r\n&lt;").docs("`</p>`\n\n</script>")
        };
        let anchor = Anchors::new(&[]).of_error("T", &SPEC);
        let columns = Column::ALL;
        let row = written(|page| page.error(&SPEC, &anchor, &columns));
        let (cells, response) = row.split_once("<tr class=\"response\">").unwrap();
        assert_eq!(
            cells,
            "<tbody id=\"T.V\" data-status=\"400\">\n\
             <tr>\n\
             <th scope=\"row\" data-label=\"Code\"><span id=\"T.-i-\"></span><span id=\"-i-\"></span>\
             <a href=\"#T.V\"><code>&lt;i&gt;</code></a></th>\n\
             <td data-label=\"Status\"><div><b>400</b> Bad Request</div></td>\n\
             <td data-label=\"Message\"><div>&lt;/td&gt;<br/>&amp;lt;</div></td>\n\
             <td data-label=\"Details\"><div><ul><li><code>&lt;/code&gt;</code> <small>optional</small></li></ul></div></td>\n\
             <td data-label=\"Headers\"></td>\n\
             <td data-label=\"Retry\"><div>never</div></td>\n\
             <td data-label=\"Fault\"><div>Client</div></td>\n\
             <td data-label=\"When\"><div><p><code>&lt;/p&gt;</code></p><p><b>What to do</b></p><p>&lt;/script&gt;</p></div></td>\n\
             </tr>\n"
        );
        // Escaped twice: what the document escapes is shown.
        assert!(response.contains("&lt;Code&gt;&amp;lt;i&amp;gt;&lt;/Code&gt;"), "{response}");
    }

    #[test]
    fn a_title_is_text_in_both_of_its_places() {
        let page = render(&Reference::new("A </title>\n<b>").with_version("</p>\n1"));
        assert!(page.contains("<title>A &lt;/title&gt; &lt;b&gt;</title>"));
        assert!(page.contains("<h1>A &lt;/title&gt; &lt;b&gt;</h1>\n<p>Version &lt;/p&gt; 1</p>"));
    }

    #[test]
    fn lists_and_links_are_marked_up() {
        for (docs, expected) in [
            ("- a `b`\n- c", "<ul class=\"list\"><li>a <code>b</code></li><li>c</li></ul>"),
            ("[`b` c](https://d.example?e&f)", "<p><a href=\"https://d.example?e&amp;f\"><code>b</code> c</a></p>"),
            ("<#a>", "<p><a href=\"#a\">#a</a></p>"),
            ("[<#a>](#b)", "<p><a href=\"#b\">#a</a></p>"),
        ] {
            assert_eq!(written(|page| page.blocks(&super::blocks(docs))), expected);
        }
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
