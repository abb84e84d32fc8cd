//! A reference of errors: what a reader of the page finds, told by an XML parser and by splitting at pipes.

use std::time::Duration;

use roxmltree::{Document, Node};
use s3err_core::{Reference, S3Error, StandardError};
use serde_json::{Value, json};

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
    #[s3(code = "MethodNotAllowed", header("Allow", "DELETE"), detail("Method", "PUT {{of}} {key}"))]
    Marker {
        key: String,
    },
    NotModified,
    SlowDown {
        #[s3(retry_after)]
        wait: Option<Duration>,
    },
}

#[derive(Debug, thiserror::Error, S3Error)]
#[s3(message = display)]
#[allow(dead_code)]
enum DisplayedError {
    #[error("said by thiserror")]
    AccessDenied,
}

fn reference() -> Reference {
    Reference::new("A & B </title><script>").with_fault_column().with::<ObjectError>().with::<DisplayedError>()
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

/// The first row of each error: its cells.
fn rows<'a>(document: &'a Document<'a>) -> Vec<Vec<Node<'a, 'a>>> {
    let rows = all(document, "tbody").into_iter().filter_map(|body| body.first_element_child());
    rows.map(|row| row.children().filter(Node::is_element).collect()).collect()
}

/// The responses, by the anchors of their errors.
fn responses<'a>(document: &'a Document<'a>) -> Vec<(&'a str, String)> {
    let bodies = all(document, "tbody").into_iter();
    bodies
        .map(|body| {
            let shown = body.descendants().find(|node| node.has_tag_name("pre")).map(text);
            (body.attribute("id").unwrap_or_default(), shown.unwrap_or_default())
        })
        .collect()
}

fn texts(cells: &[Node<'_, '_>]) -> Vec<String> {
    cells.iter().map(|cell| text(*cell)).collect()
}

fn parse(page: &str) -> Document<'_> {
    Document::parse(xml(page)).unwrap_or_else(|error| unreachable!("not well-formed: {error}: {page}"))
}

/// The cells of each line of the tables.
fn lines(markdown: &str) -> Vec<Vec<&str>> {
    markdown
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"))
        .map(|line| line.split(" | ").collect())
        .collect()
}

#[test]
fn html_has_a_row_for_each_error_by_type_and_sorted_by_code_and_status() {
    let page = reference().to_html();
    let document = parse(&page);
    let headings: Vec<_> = all(&document, "h2").into_iter().map(text).collect();
    assert_eq!(headings, ["ObjectError", "DisplayedError", "How to read this page"]);
    let rows: Vec<_> = rows(&document).iter().map(|cells| texts(cells)).collect();
    let keys: Vec<_> = rows.iter().map(|row| (row[0].as_str(), row[1].as_str(), row[6].as_str())).collect();
    assert_eq!(
        keys,
        [
            ("MethodNotAllowed", "405 Method Not Allowed", "Client"),
            ("NoSuchKey", "404 Not Found", "Client"),
            ("NotModified", "304 Not Modified", ""),
            ("OwnGone", "404 Not Found", "Client"),
            ("OwnGone", "410 Gone", "Client"),
            ("OwnGone", "410 Gone", "Server"),
            ("SlowDown", "503 Service Unavailable", "Server"),
            ("AccessDenied", "403 Forbidden", "Client"),
        ]
    );
    assert_eq!(rows[7][2], "(varies)");
    assert_eq!(
        rows[4],
        [
            "OwnGone",
            "410 Gone",
            "The key key | `{` <b> & \"quotes\"",
            "KeyVersionId optionalHolder sensitive",
            "etag optional, sensitive",
            "transient",
            "Client",
            "It is gone."
        ]
    );
}

#[test]
fn a_wait_is_among_the_headers() {
    let page = reference().to_html();
    let document = parse(&page);
    assert_eq!(text(rows(&document)[6][4]), "retry-after optionalx-amz-retry-after optional");
    let responses = responses(&document);
    let (_, slow_down) = responses.iter().find(|(id, _)| *id == "ObjectError.SlowDown").unwrap();
    assert!(slow_down.contains("\nretry-after: seconds\nx-amz-retry-after: milliseconds\n"), "{slow_down}");
}

#[test]
fn html_shows_the_response_of_each_error() {
    let page = reference().to_html();
    let document = parse(&page);
    let responses = responses(&document);
    let ids = "x-amz-request-id: 4442587FB7D0A2F9\n\
               x-amz-id-2: Uuag1LuByRx9e6j5Onimru9pO4ZVKnJ2Qz7/C1NPcfTWAtRPfTaOFg==\n";
    // By the rules of S3's document, not by what was printed once.
    let expected = format!(
        "HTTP/1.1 410 Gone\n{ids}etag: ...\ncontent-type: application/xml\n\n\
         <?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>OwnGone</Code>\
         <Message>The key key | `{{` &lt;b&gt; &amp; \"quotes\"</Message>\
         <Key>...</Key><VersionId>...</VersionId><Holder>...</Holder><RequestId>4442587FB7D0A2F9</RequestId>\
         <HostId>Uuag1LuByRx9e6j5Onimru9pO4ZVKnJ2Qz7/C1NPcfTWAtRPfTaOFg==</HostId></Error>"
    );
    assert_eq!(responses[4], ("ObjectError.Gone", expected));
    assert!(responses[0].1.contains("\nallow: DELETE\n"), "{}", responses[0].1);
    assert!(responses[0].1.contains("<Method>PUT {of} key</Method>"), "{}", responses[0].1);
    assert_eq!(responses[2], ("ObjectError.NotModified", format!("HTTP/1.1 304 Not Modified\n{ids}")));
}

#[test]
fn html_holds_hostile_strings_as_strings() {
    let page = reference().to_html();
    let document = parse(&page);
    let second = &rows(&document)[3];
    assert_eq!(text(second[2]), "</td></tr>]]>--><!--");
    let paragraphs: Vec<_> = second[7].descendants().filter(|node| node.has_tag_name("p")).map(text).collect();
    assert_eq!(
        paragraphs,
        [
            "The second of its code | a|b <script>alert(1)</script> on two lines.",
            "What to do",
            "</td></tr></table> And a paragraph, with code."
        ]
    );
    let code: Vec<_> = second[7].descendants().filter(|node| node.has_tag_name("code")).map(text).collect();
    assert_eq!(code, ["a|b", "code"]);
    for name in ["title", "h1"] {
        assert_eq!(all(&document, name).into_iter().map(text).collect::<Vec<_>>(), ["A & B </title><script>"]);
    }
    for (name, count) in [("script", 1), ("style", 1), ("table", 2), ("thead", 2)] {
        assert_eq!(all(&document, name).len(), count, "{name}");
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
    let labels = ["Code", "Status", "Message", "Details", "Headers", "Retry", "Fault", "When"];
    for head in all(&document, "thead") {
        let headings: Vec<_> = head.descendants().filter(|node| node.has_tag_name("th")).collect();
        assert_eq!(texts(&headings), labels);
        let sorted: Vec<_> = headings.iter().filter_map(|th| th.attribute("aria-sort")).collect();
        assert_eq!((sorted, headings[0].attribute("aria-sort")), (vec!["ascending"], Some("ascending")));
    }
    for cells in rows(&document) {
        assert_eq!(cells.iter().filter_map(|cell| cell.attribute("data-label")).collect::<Vec<_>>(), labels);
    }
}

#[test]
fn the_fault_is_shown_only_when_asked_for() {
    let without = Reference::new("").with::<ObjectError>();
    assert!(!without.to_html().contains("Fault</th>") && !without.to_markdown().contains("Fault"));
    let with = without.with_fault_column();
    assert!(with.to_html().contains(">Fault</th>") && with.to_markdown().contains("| Fault |"));
}

#[test]
fn an_introduction_to_a_type_comes_before_its_errors() {
    let intro = "Of objects | <b>.\n\n- One `item`\n- Two";
    let reference = Reference::new("Errors")
        .with_section::<ObjectError>(intro)
        .with::<DisplayedError>()
        .with_section::<StandardError>("");
    let page = reference.to_html();
    let document = parse(&page);
    let contents: Vec<Vec<_>> = all(&document, "section")
        .into_iter()
        .map(|section| section.children().filter(Node::is_element).map(|node| node.tag_name().name()).collect())
        .collect();
    assert_eq!(contents[..3], [vec!["h2", "p", "ul", "table"], vec!["h2", "table"], vec!["h2", "table"]]);
    assert_eq!(text(all(&document, "p")[0]), "Of objects | <b>.");

    let markdown = reference.to_markdown();
    let section = "\n## ObjectError\n\nOf objects &#124; &lt;b&gt;.\n\n- One `item`\n- Two\n\n| Code |";
    assert!(markdown.contains(section), "{markdown}");

    let json: Value = serde_json::from_str(&reference.to_json()).unwrap();
    let of = |name, intro: Value| json!({ "name": name, "intro": intro });
    let types = [of("ObjectError", json!(intro)), of("DisplayedError", Value::Null), of("StandardError", json!(""))];
    assert_eq!(json["types"], json!(types));
}

#[test]
fn html_rows_are_linked_to_by_unique_and_stable_names() {
    let page = reference().with::<StandardError>().to_html();
    let document = parse(&page);
    let mut ids: Vec<_> = document.descendants().filter_map(|node| node.attribute("id")).collect();
    for cells in rows(&document) {
        let body = cells[0].ancestors().find(|node| node.has_tag_name("tbody")).unwrap();
        let link = cells[0].descendants().find(|node| node.has_tag_name("a")).unwrap();
        assert_eq!(link.attribute("href").unwrap().strip_prefix('#'), body.attribute("id"));
    }
    for expected in [
        "NoSuchKey",
        "ObjectError.NoSuchKey",
        "StandardError.NoSuchKey",
        "OwnGone",
        "ObjectError.OwnGone",
        "ObjectError.Gone",
        "ObjectError.SecondGone",
        "ObjectError.ThirdGone",
    ] {
        assert!(ids.contains(&expected), "{expected}");
    }
    for href in document.descendants().filter_map(|node| node.attribute("href")?.strip_prefix('#')) {
        assert!(ids.contains(&href), "{href}");
    }
    ids.sort_unstable();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn markdown_has_tables_that_no_string_breaks() {
    let page = reference().to_markdown();
    assert!(page.starts_with("# A &amp; B &lt;/title&gt;&lt;script&gt;\n\n## ObjectError\n\n| Code | "), "{page}");
    let lines = lines(&page);
    assert_eq!(lines.len(), 12);
    assert_eq!(lines[1], ["---"; 8]);
    assert!(lines.iter().all(|cells| cells.len() == 8), "{page}");
    assert_eq!(page.matches('|').count(), 9 * lines.len(), "no other pipe than those between cells: {page}");
    let keys: Vec<_> = lines.iter().map(|cells| (cells[0], cells[1])).collect();
    assert_eq!(
        keys,
        [
            ("Code", "Status"),
            ("---", "---"),
            ("`MethodNotAllowed`", "405 Method Not Allowed"),
            ("`NoSuchKey`", "404 Not Found"),
            ("`NotModified`", "304 Not Modified"),
            ("`OwnGone`", "404 Not Found"),
            ("`OwnGone`", "410 Gone"),
            ("`OwnGone`", "410 Gone"),
            ("`SlowDown`", "503 Service Unavailable"),
            ("Code", "Status"),
            ("---", "---"),
            ("`AccessDenied`", "403 Forbidden"),
        ]
    );
    assert_eq!(lines[11][2], "*(varies)*");
    assert_eq!(lines[5][2], "&lt;/td&gt;&lt;/tr&gt;<br>\\]\\]&gt;--&gt;&lt;!--");
    assert_eq!(
        lines[5][7],
        "The second of its code &#124; <code>a&#124;b</code> &lt;script&gt;alert(1)&lt;/script&gt; on two lines.<br>\
         **What to do:** &lt;/td&gt;&lt;/tr&gt;&lt;/table&gt; And a paragraph, with `code`."
    );
    assert_eq!(
        lines[6][2..5],
        [
            "The key *key* &#124; &#96;{&#96; &lt;b&gt; &amp; \"quotes\"",
            "`Key`<br>`VersionId` (optional)<br>`Holder` (sensitive)",
            "`etag` (optional, sensitive)"
        ]
    );
}

#[test]
fn json_has_the_documented_shape() {
    let json: Value = serde_json::from_str(&reference().with_intro("Hello").to_json()).unwrap();
    assert_eq!(json["title"], "A & B </title><script>");
    assert_eq!((&json["version"], &json["intro"]), (&Value::Null, &json!("Hello")));
    let errors = json["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 8);
    assert_eq!(errors[0]["headers"][0]["value"], "DELETE");
    let response = errors[4]["response"].as_str().unwrap();
    assert!(response.starts_with("HTTP/1.1 410 Gone\n") && response.contains("<Key>{...}</Key>"), "{response}");
    let mut gone = errors[4].clone();
    gone["response"] = Value::Null;
    assert_eq!(
        gone,
        json!({
            "id": "ObjectError.Gone",
            "type": "ObjectError",
            "variant": "Gone",
            "code": "OwnGone",
            "status": 410,
            "message": "The key {key} | `{` <b> & \"quotes\"",
            "details": [
                { "name": "Key", "optional": false, "sensitive": false, "value": null },
                { "name": "VersionId", "optional": true, "sensitive": false, "value": null },
                { "name": "Holder", "optional": false, "sensitive": true, "value": null },
            ],
            "headers": [{ "name": "etag", "optional": true, "sensitive": true, "value": null }],
            "retry": "transient",
            "fault": "Client",
            "close": false,
            "docs": "It is gone.",
            "response": null,
        })
    );
    assert_eq!(errors[2]["fault"], Value::Null, "a 304 is nobody's fault");
}

#[test]
fn openapi_has_a_response_for_each_error() {
    let json: Value = serde_json::from_str(&reference().to_openapi()).unwrap();
    let responses = json["components"]["responses"].as_object().unwrap();
    assert_eq!(responses.len(), 8);
    // OpenAPI 3, "Components Object": keys match this expression.
    for name in responses.keys() {
        assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c)), "{name}");
    }
    let slow_down = &responses["ObjectError.SlowDown"];
    assert_eq!(slow_down["headers"]["retry-after"], json!({ "required": false, "schema": { "type": "string" } }));
    let xml = &responses["ObjectError.Gone"]["content"]["application/xml"];
    assert_eq!(xml["schema"]["xml"], json!({ "name": "Error" }));
    assert_eq!(xml["schema"]["required"], json!(["Code", "Message", "Key", "Holder", "RequestId"]));
    let properties: Vec<_> = xml["schema"]["properties"].as_object().unwrap().keys().collect();
    let example = Document::parse(xml["example"].as_str().unwrap()).unwrap();
    for element in example.root_element().children() {
        assert!(properties.iter().any(|name| *name == element.tag_name().name()), "{element:?}");
    }
    assert_eq!(responses["ObjectError.NotModified"].get("content"), None);
}
