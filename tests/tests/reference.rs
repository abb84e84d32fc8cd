//! A reference of errors: what a reader of the page finds, told by an XML parser and by splitting at pipes.

use roxmltree::{Document, Node};
use s3err_core::{Describe, Reference, S3Error, StandardError};

#[derive(Debug, S3Error)]
#[allow(dead_code)]
enum ObjectError {
    /// It is gone.
    #[s3(code = "OwnGone", status = 410, message = "The key {key:?} | `{{` <b> & \"quotes\"", retry = transient)]
    Gone {
        #[s3(detail)]
        key: String,
        #[s3(detail)]
        version_id: Option<String>,
        #[s3(detail, sensitive)]
        holder: String,
        #[s3(header = "ETag", sensitive)]
        etag: Option<String>,
    },
    /// The second of its code | `a|b` <script>alert(1)</script>
    /// on two lines.
    ///
    /// </td></tr></table> And a paragraph, with `code`.
    #[s3(code = "OwnGone", status = 404, message = "</td></tr>\n]]>--><!--")]
    SecondGone,
    #[s3(code = "OwnGone", status = 410, message = "The third, \\| and `", fault = server)]
    ThirdGone,
    NoSuchKey,
}

#[derive(Debug, thiserror::Error, S3Error)]
#[s3(message = display)]
#[allow(dead_code)]
enum DisplayedError {
    #[error("said by thiserror")]
    AccessDenied,
}

fn reference() -> Reference {
    Reference::new("A & B </title><script>").with::<ObjectError>().with::<DisplayedError>()
}

/// The page as XML, which knows no doctype without a root's name.
fn xml(page: &str) -> &str {
    let Some(xml) = page.strip_prefix("<!doctype html>\n") else { unreachable!("no doctype at the beginning: {page}") };
    xml
}

fn text(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

fn all<'a>(document: &'a Document<'a>, name: &str) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.has_tag_name(name)).collect()
}

/// The cells of each row of the body.
fn rows<'a>(document: &'a Document<'a>) -> Vec<Vec<Node<'a, 'a>>> {
    let bodies = all(document, "tbody").into_iter();
    let rows = bodies.flat_map(|body| body.children().filter(Node::is_element));
    rows.map(|row| row.children().filter(Node::is_element).collect()).collect()
}

fn texts(cells: &[Node<'_, '_>]) -> Vec<String> {
    cells.iter().map(|cell| text(*cell)).collect()
}

fn parse(page: &str) -> Document<'_> {
    Document::parse(xml(page)).unwrap_or_else(|error| unreachable!("not well-formed: {error}: {page}"))
}

/// The cells of each line of the table.
fn lines(markdown: &str) -> Vec<Vec<&str>> {
    markdown
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"))
        .map(|line| line.split(" | ").collect())
        .collect()
}

#[test]
fn html_has_a_row_for_each_error_sorted_by_code_and_status() {
    let page = reference().to_html();
    let document = parse(&page);
    let rows: Vec<_> = rows(&document).iter().map(|cells| texts(cells)).collect();
    let keys: Vec<_> = rows.iter().map(|row| (row[0].as_str(), row[1].as_str(), row[6].as_str())).collect();
    assert_eq!(
        keys,
        [
            ("AccessDenied", "403 Forbidden", "Client"),
            ("NoSuchKey", "404 Not Found", "Client"),
            ("OwnGone", "404 Not Found", "Client"),
            ("OwnGone", "410 Gone", "Client"),
            ("OwnGone", "410 Gone", "Server"),
        ]
    );
    assert_eq!(rows[0][2], "(varies)");
    assert_eq!(
        rows[3],
        [
            "OwnGone",
            "410 Gone",
            "The key {key:?} | `{{` <b> & \"quotes\"",
            "KeyVersionId optionalHolder sensitive",
            "etag optional, sensitive",
            "transient",
            "Client",
            "It is gone."
        ]
    );
}

#[test]
fn html_holds_hostile_texts_as_texts() {
    let page = reference().to_html();
    let document = parse(&page);
    let second = &rows(&document)[2];
    assert_eq!(text(second[2]), "</td></tr>]]>--><!--");
    let paragraphs: Vec<_> = second[7].descendants().filter(|node| node.has_tag_name("p")).map(text).collect();
    assert_eq!(
        paragraphs,
        [
            "The second of its code | a|b <script>alert(1)</script> on two lines.",
            "</td></tr></table> And a paragraph, with code."
        ]
    );
    let code: Vec<_> = second[7].descendants().filter(|node| node.has_tag_name("code")).map(text).collect();
    assert_eq!(code, ["a|b", "code"]);
    for name in ["title", "h1"] {
        assert_eq!(all(&document, name).into_iter().map(text).collect::<Vec<_>>(), ["A & B </title><script>"]);
    }
    for once in ["script", "style", "table", "tbody", "thead"] {
        assert_eq!(all(&document, once).len(), 1, "{once}");
    }
}

#[test]
fn html_is_a_page_for_every_width_that_loads_nothing() {
    let page = reference().with::<StandardError>().to_html();
    let document = parse(&page);
    let root = document.root_element();
    assert_eq!((root.tag_name().name(), root.attribute("lang")), ("html", Some("en")));
    let metas = all(&document, "meta");
    assert_eq!(metas[0].attribute("charset"), Some("utf-8"));
    assert!(metas.iter().any(|meta| meta.attribute("name") == Some("viewport")));
    for attribute in document.descendants().flat_map(|node| node.attributes()) {
        let (name, value) = (attribute.name(), attribute.value());
        assert!(!["src", "srcset", "style"].contains(&name) && !name.starts_with("on"), "{name}={value}");
        assert!(name != "href" || value.starts_with('#') || value == "data:,", "{value}");
    }
    let headings: Vec<_> = all(&document, "th").into_iter().filter(|th| th.attribute("scope") == Some("col")).collect();
    let labels = texts(&headings);
    assert_eq!(labels, ["Code", "Status", "Message", "Details", "Headers", "Retry", "Fault", "When"]);
    let sorted: Vec<_> = headings.iter().filter_map(|th| th.attribute("aria-sort")).collect();
    assert_eq!((sorted, headings[0].attribute("aria-sort")), (vec!["ascending"], Some("ascending")));
    for cells in rows(&document) {
        assert_eq!(cells.iter().filter_map(|cell| cell.attribute("data-label")).collect::<Vec<_>>(), labels);
    }
}

#[test]
fn html_rows_are_linked_to_by_unique_names() {
    let page = reference().with::<StandardError>().to_html();
    let document = parse(&page);
    let rows: Vec<_> = rows(&document).iter().map(|cells| (cells[0].parent().unwrap(), cells[0])).collect();
    assert_eq!(rows.len(), 5 + StandardError::SPECS.len());
    let mut ids = Vec::new();
    for (row, heading) in rows {
        let id = row.attribute("id").unwrap();
        let link = heading.descendants().find(|node| node.has_tag_name("a")).unwrap();
        assert_eq!(link.attribute("href").unwrap().strip_prefix('#'), Some(id));
        assert!(id.starts_with(text(heading).as_str()), "{id}");
        ids.push(id);
    }
    for expected in ["NoSuchKey", "NoSuchKey-2", "OwnGone", "OwnGone-2", "OwnGone-3"] {
        assert!(ids.contains(&expected), "{expected}");
    }
    ids.sort_unstable();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn markdown_is_a_table_that_no_text_breaks() {
    let page = reference().to_markdown();
    assert!(page.starts_with("# A &amp; B &lt;/title&gt;&lt;script&gt;\n\n| Code | "), "{page}");
    let lines = lines(&page);
    assert_eq!(lines.len(), page.lines().count() - 2);
    assert_eq!(lines[1], ["---"; 8]);
    assert!(lines.iter().all(|cells| cells.len() == 8), "{page}");
    assert_eq!(page.matches('|').count(), 9 * lines.len(), "no other pipe than those between cells: {page}");
    let keys: Vec<_> = lines[2..].iter().map(|cells| (cells[0], cells[1])).collect();
    assert_eq!(
        keys,
        [
            ("`AccessDenied`", "403 Forbidden"),
            ("`NoSuchKey`", "404 Not Found"),
            ("`OwnGone`", "404 Not Found"),
            ("`OwnGone`", "410 Gone"),
            ("`OwnGone`", "410 Gone"),
        ]
    );
    assert_eq!(lines[2][2], "*(varies)*");
    assert_eq!(lines[4][2], "&lt;/td&gt;&lt;/tr&gt;<br>\\]\\]&gt;--&gt;&lt;!--");
    assert_eq!(
        lines[4][7],
        "The second of its code &#124; <code>a&#124;b</code> &lt;script&gt;alert(1)&lt;/script&gt; on two lines.<br>\
         &lt;/td&gt;&lt;/tr&gt;&lt;/table&gt; And a paragraph, with `code`."
    );
    assert_eq!(
        lines[5][2..5],
        [
            "The key {key:?} &#124; &#96;{{&#96; &lt;b&gt; &amp; \"quotes\"",
            "`Key`<br>`VersionId` (optional)<br>`Holder` (sensitive)",
            "`etag` (optional, sensitive)"
        ]
    );
}
