//! Whatever S3 and other servers send is read as an independent parser reads it, and what is not an error is told
//! apart.
#![allow(clippy::unwrap_used, reason = "a helper that panics has failed its test, as it should")]

use proptest::prelude::*;
use roxmltree::Node;
use s3err_core::{ErrorDocument, Exceeded, Found, Limits, ParseError, S3Error, StandardError};
use s3err_tests::document;
use s3err_tests::facts::{sample, sample_names};

const BASE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <Error><Code>NoSuchBucket</Code><Message>gone &amp; lost</Message><BucketName>b</BucketName>\
    <RequestId>AAAABBBBCCCC1234</RequestId><HostId>aG9zdA==</HostId></Error>";

/// The parts of a document that was read: code, message, resource, ids, details.
#[derive(Debug, PartialEq)]
struct Read {
    code: String,
    message: String,
    others: [Option<String>; 3],
    details: Vec<(String, String)>,
}

fn read(body: impl AsRef<[u8]>) -> Result<Read, ParseError> {
    let document = ErrorDocument::parse(body.as_ref())?;
    let others = [document.resource(), document.request_id(), document.host_id()];
    Ok(Read {
        code: document.code().to_owned(),
        message: document.message().into_owned(),
        others: others.map(|text| text.map(str::to_owned)),
        details: document.details().into_iter().map(|detail| (detail.name, detail.value)).collect(),
    })
}

/// The same, by a tree: of names the local part, of nested text all, of repeated elements the first. `None` when it is
/// not well-formed, or no error.
fn read_tree(xml: &str) -> Option<Read> {
    let tree = roxmltree::Document::parse(xml).ok()?;
    let root = tree.root_element();
    let flat = |node: Node<'_, '_>| node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect();
    let children: Vec<(&str, String)> = match root.tag_name().name() {
        "Error" => root.children().filter(Node::is_element).map(|node| (node.tag_name().name(), flat(node))).collect(),
        _ => return None,
    };
    let first = |name: &str| children.iter().find(|(known, _)| *known == name).map(|(_, text)| text.clone());
    let trimmed = |name: &str| first(name).map(|text| text.trim().to_owned());
    let mut details: Vec<(String, String)> = Vec::new();
    for (name, text) in &children {
        let own = ["Code", "Message", "Resource", "RequestId", "HostId"].contains(name);
        if !own && details.iter().all(|(known, _)| known != name) {
            details.push(((*name).to_owned(), text.clone()));
        }
    }
    let code = trimmed("Code").filter(|code| !code.is_empty())?;
    let others = [first("Resource"), trimmed("RequestId"), trimmed("HostId")];
    Some(Read { code, message: first("Message").unwrap_or_default(), others, details })
}

fn base() -> Read {
    read_tree(BASE).unwrap()
}

#[test]
fn recorded_documents_are_read_as_a_tree_reads_them() {
    let names: Vec<_> = sample_names().into_iter().filter(|name| name != "soap-fault-docs").collect();
    assert_eq!(names.len(), 35);
    for name in names {
        let (expected, _) = document::parse(&sample(&name));
        let read = read(sample(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let trimmed = |id: Option<String>| id.map(|id| id.trim().to_owned());
        assert_eq!(read.code, expected.code.trim(), "{name}");
        assert_eq!(read.message, expected.message, "{name}");
        assert_eq!(read.others, [expected.resource, trimmed(expected.request_id), trimmed(expected.host_id)], "{name}");
        assert_eq!(read.details, expected.details, "{name}");
    }
    let fragment = ErrorDocument::parse(sample("soap-fault-docs").as_bytes());
    assert_eq!(fragment, Err(ParseError::NotAnError(Found::Document("Body".into()))));
}

#[test]
fn variants_that_clients_accept_read_the_same() {
    let error = BASE.split_once('\n').unwrap().1;
    let ids = "<RequestId>AAAABBBBCCCC1234</RequestId><HostId>aG9zdA==</HostId>";
    let swapped = "<Message>gone &amp; lost</Message><Code>NoSuchBucket</Code>";
    let variants = [
        ("no declaration", error.to_owned()),
        ("pretty-printed", BASE.replace("><", ">\n  <")),
        ("CR LF", BASE.replace("><", ">\r\n\t<")),
        ("newline after", format!("{BASE}\n")),
        ("comment after", format!("{BASE}<!-- done -->\n")),
        ("BOM", format!("\u{FEFF}{BASE}")),
        ("BOM and newline", format!("\u{FEFF}\r\n{BASE}")),
        ("newline and BOM", format!("\n\u{FEFF}{BASE}")),
        ("newline before", format!("\n{BASE}")),
        ("blanks before", format!("  \n   {error}")),
        ("blanks between", BASE.replace("?>\n", "?>\n\n   \n")),
        ("no line feed", BASE.replace("?>\n", "?>")),
        ("quotes of the declaration", BASE.replace("version=\"1.0\" encoding=\"UTF-8\"", "version='1.0'")),
        ("xmlns", BASE.replace("<Error>", "<Error xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">")),
        ("attributes", BASE.replace("<Code>", "<Code a='<' b=\"/>\">").replace("a='<' ", "")),
        ("prefixes", error.replace("</", "</s3:").replace('<', "<s3:").replace("<s3:/s3:", "</s3:")),
        ("wrapper", BASE.replace("<Error>", "<ErrorResponse><Error>") + "</ErrorResponse>"),
        ("ids outside", BASE.replace(ids, "").replace("<Error>", "<ErrorResponse xmlns='urn:x'><Error>") + ids),
        ("ids before", BASE.replace(ids, "").replace("<Error>", &format!("<ErrorResponse>{ids}<Error>"))),
        ("wrapper with a type", BASE.replace("<Error>", "<ErrorResponse><T>x</T><Error>") + "<U/></ErrorResponse>"),
        ("message first", BASE.replace("<Code>NoSuchBucket</Code><Message>gone &amp; lost</Message>", swapped)),
        ("ids first", BASE.replace(ids, "").replace("<Error>", &format!("<Error>{ids}"))),
        ("blanks around the code", BASE.replace(">NoSuchBucket<", "> NoSuchBucket\n<")),
        ("blanks around the id", BASE.replace(">AAAABBBBCCCC1234<", ">\nAAAABBBBCCCC1234 <")),
        ("CDATA", BASE.replace("gone &amp; lost", "<![CDATA[gone & lost]]>")),
        ("CDATA in parts", BASE.replace("gone &amp; lost", "go<![CDATA[ne &]]> lost")),
        ("decimal reference", BASE.replace("&amp;", "&#38;")),
        ("hexadecimal reference", BASE.replace("&amp;", "&#x26;")),
        ("comments", BASE.replace("><", "><!-- <Code>Other</Code> --><").replace("gone", "go<!-- -->ne")),
        ("instruction", BASE.replace("<Code>", "<?x <Code>?><Code>")),
        ("document type", BASE.replace("<Error>", "<!DOCTYPE Error><Error>")),
        ("name as Riak and others spell it", BASE.replace("RequestId", "RequestID")),
        ("text between elements", BASE.replace("<Message>", "stray<Message>")),
    ];
    for (name, mut body) in variants {
        if body.contains("<ErrorResponse") && !body.contains("</ErrorResponse>") {
            body.push_str("</ErrorResponse>");
        }
        assert_eq!(read(&body), Ok(base()), "{name}: {body}");
    }
}

#[test]
fn what_differs_is_what_was_changed() {
    let detail = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let with = |name, text| Read { details: vec![detail(name, text), detail("BucketName", "b")], ..base() };
    let message = |text: &str| Read { message: text.to_owned(), ..base() };
    let before = |new: &str| BASE.replace("<BucketName>", &format!("{new}<BucketName>"));
    let said = |text: &str| BASE.replace("gone &amp; lost", text);
    let ids = "<RequestId>AAAABBBBCCCC1234</RequestId><HostId>aG9zdA==</HostId>";
    let empty_ids = "<RequestId></RequestId><HostId/>";
    for (name, body, expected) in [
        ("unknown scalar child", before("<Extra>5</Extra>"), with("Extra", "5")),
        ("empty child", before("<Extra/>"), with("Extra", "")),
        ("blank child", before("<Extra> \n</Extra>"), with("Extra", " \n")),
        ("nested child", before("<Extra>a<In>b<X>c</X></In><Y/>d</Extra>"), with("Extra", "abcd")),
        ("nested code", before("<Extra><Code>Other</Code></Extra>"), with("Extra", "Other")),
        ("nested of its own name", before("<Extra><Extra>1</Extra>2</Extra>"), with("Extra", "12")),
        ("repeated child", before("<Extra>1</Extra><Extra>2</Extra>"), with("Extra", "1")),
        ("repeated code", before("<Code>Other</Code>"), base()),
        ("repeated message", before("<Message>other</Message>"), base()),
        ("repeated ids", before("").replace("</Error>", "<RequestId>X</RequestId><HostId>Y</HostId></Error>"), base()),
        ("empty message", BASE.replace("<Message>gone &amp; lost</Message>", "<Message/>"), message("")),
        ("no message", BASE.replace("<Message>gone &amp; lost</Message>", ""), message("")),
        ("message of blanks", said(" \n "), message(" \n ")),
        ("line ends", said("a\r\nb\rc&#13;d&#13;\ne&amp;\r"), message("a\nb\nc\rd\r\ne&\n")),
        ("quotes", said("&quot;&apos;\"'&lt;&gt;"), message("\"'\"'<>")),
        ("what S3 writes and XML forbids", said("&#x1;&#x1b;&#7;&#x8;"), message("\u{1}\u{1b}\u{7}\u{8}")),
        ("beyond the plane", said("&#x1F600;\u{1F600}"), message("\u{1F600}\u{1F600}")),
        ("no character", said("&#xD800;&#x110000;&#99999999999;"), message("&#xD800;&#x110000;&#99999999999;")),
        ("unknown entity", said("&copy; &nbsp;"), message("&copy; &nbsp;")),
        ("double escape", said("&amp;lt;&amp;#x1;"), message("&lt;&#x1;")),
        ("no ids", BASE.replace(ids, ""), Read { others: [None, None, None], ..base() }),
        (
            "empty ids",
            BASE.replace(ids, empty_ids),
            Read { others: [None, Some(String::new()), Some(String::new())], ..base() },
        ),
        ("resource", before("<Resource>/b/k</Resource>"), {
            let [_, request_id, host_id] = base().others;
            Read { others: [Some("/b/k".into()), request_id, host_id], ..base() }
        }),
    ] {
        assert_eq!(read(&body), Ok(expected), "{name}: {body}");
    }
    let invalid = [b"<Error><Code>A</Code><Message>a\xFF\xE2\x82b</Message></Error>".as_slice()].concat();
    assert_eq!(read(invalid).unwrap().message, "a\u{FFFD}\u{FFFD}b");
}

#[test]
fn entities_of_a_document_type_are_not_expanded() {
    let laugh = |level: u8| format!("<!ENTITY l{level} \"{}\">", format!("&l{};", level - 1).repeat(10));
    let laughs = (1..10).map(laugh).collect::<Vec<_>>().concat();
    for (dtd, reference) in [
        (format!("<!DOCTYPE Error [<!ENTITY l0 \"lol\">{laughs}]>"), "&l9;"),
        ("<!DOCTYPE Error [<!ENTITY who \"me\">]>".into(), "&who;"),
        ("<!DOCTYPE Error [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>".into(), "&f;"),
        ("<!DOCTYPE Error [<!ENTITY amp \"me\"><!ENTITY x \"]>\">]>".into(), "&x;"),
    ] {
        let body = format!("{dtd}<Error><Code>A{reference}</Code><Message>{reference}</Message></Error>");
        match read(&body) {
            Ok(read) => assert_eq!((read.code, read.message.as_str()), (format!("A{reference}"), reference), "{body}"),
            Err(error) => assert!(matches!(error, ParseError::Broken { .. }), "{error}: {body}"),
        }
    }
}

#[test]
fn other_answers_are_told_apart() {
    let xhtml = "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x\">\
        <html xmlns=\"http://www.w3.org/1999/xhtml\"><body><Error><Code>A</Code></Error></body></html>";
    let list = "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>b</Name></ListBucketResult>";
    let deleted = "<DeleteResult><Error><Key>k</Key><Code>AccessDenied</Code></Error></DeleteResult>";
    let document = |name: &str| Found::Document(name.to_owned());
    for (body, expected) in [
        ("", Found::Nothing),
        (" \r\n\t", Found::Nothing),
        ("\u{FEFF}", Found::Nothing),
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", Found::Nothing),
        ("<html><body>404</body></html>", Found::Html),
        ("<html><body><p>not closed", Found::Html),
        ("<HTML><BODY>404</BODY></HTML>", Found::Html),
        ("\u{FEFF}\n<!DOCTYPE html>\n<html lang=en><p>", Found::Html),
        ("<!doctype HTML><title>x</title>", Found::Html),
        ("<!-- proxy --><html><body/></html>", Found::Html),
        (xhtml, Found::Html),
        ("{\"error\":\"NoSuchBucket\"}", Found::Json),
        (" [1]", Found::Json),
        ("Service Unavailable", Found::Text),
        ("503", Found::Text),
        ("\"NoSuchKey\"", Found::Text),
        (list, document("ListBucketResult")),
        (deleted, document("DeleteResult")),
        ("<s3:CopyObjectResult xmlns:s3='x'/>", document("CopyObjectResult")),
        ("<error><Code>A</Code></error>", document("error")),
        ("<Errors><Error><Code>A</Code></Error></Errors>", document("Errors")),
        ("<Error/>", Found::NoCode),
        ("<Error></Error>", Found::NoCode),
        ("<ErrorResponse/>", Found::NoCode),
        ("<ErrorResponse><Error/><RequestId>A</RequestId></ErrorResponse>", Found::NoCode),
        ("<Error><Message>a</Message></Error>", Found::NoCode),
        ("<Error><Code/></Error>", Found::NoCode),
        ("<Error><Code> \n</Code><Message>a</Message></Error>", Found::NoCode),
        ("<Error><In><Code>A</Code></In></Error>", Found::NoCode),
    ] {
        assert_eq!(read(body), Err(ParseError::NotAnError(expected)), "{body:?}");
    }
}

#[test]
fn broken_documents_are_refused_as_broken() {
    for body in [
        "<Error><Code>A</Code>",
        "<Error><Code>A</Message></Error>",
        "<Error><Code>A</Code></Error><Error><Code>B</Code></Error>",
        "<Error><Code>A</Code></Error>and more",
        "<Error><Code>A</Code></Error></Error>",
        "<Error><Code>A<</Code></Error>",
        "<Error><Code>A</Code><Message>a & b</Message></Error>",
        "<Error><Code>A</Code><!-- </Error>",
        "<Error><Code>A</Code><Message><![CDATA[ </Message></Error>",
        "<ErrorResponse><Error><Code>A</Code></Error>",
        "</Error>",
    ] {
        let error = read(body).unwrap_err();
        let ParseError::Broken { position, .. } = error else { panic!("{body}: {error:?}") };
        assert!(position <= body.len(), "{body}: {position}");
    }
    let root = BASE.find("<Error>").unwrap();
    for end in 0..BASE.len() {
        let error = read(&BASE[..end]).expect_err(&BASE[..end]);
        if end > root {
            assert!(matches!(error, ParseError::Broken { .. }), "cut at {end}: {error:?}");
        }
    }
}

/// A body of some measure, the default, the setter, the error, and how the error names the setter.
type Limit<'b> = (&'b dyn Fn(usize) -> String, usize, fn(Limits, usize) -> Limits, fn(usize) -> Exceeded, &'b str);

#[test]
fn limits_have_defaults_and_setters_and_say_so() {
    let text = |bytes: usize| format!("<Error><Code>A</Code><Message>{}</Message></Error>", "x".repeat(bytes));
    let sized = |bytes: usize| format!("<Error><Code>A</Code></Error>{}", " ".repeat(bytes - 29));
    let nested =
        |deep: usize| format!("<Error><Code>A</Code>{}{}</Error>", "<N>".repeat(deep - 1), "</N>".repeat(deep - 1));
    let many = |elements: usize| {
        let details: Vec<_> = (2..elements).map(|n| format!("<D{n}>x</D{n}>")).collect();
        format!("<Error><Code>A</Code>{}</Error>", details.concat())
    };
    let rows: [Limit<'_>; 4] = [
        (&sized, 1 << 20, Limits::with_size, Exceeded::Size, "Limits::with_size"),
        (&nested, 16, Limits::with_depth, Exceeded::Depth, "Limits::with_depth"),
        (&many, 256, Limits::with_elements, Exceeded::Elements, "Limits::with_elements"),
        (&text, 256 << 10, Limits::with_text, Exceeded::Text, "Limits::with_text"),
    ];
    for (body, default, set, exceeded, setter) in rows {
        assert!(read(body(default)).is_ok(), "{setter}: as much as the default");
        assert_eq!(read(body(default + 1)), Err(ParseError::TooLarge(exceeded(default))), "{setter}");
        for limit in [40, default + 1] {
            let limits = set(Limits::default(), limit);
            let within = |n| ErrorDocument::parse_within(body(n).as_bytes(), &limits);
            assert!(within(limit).is_ok(), "{setter} at {limit}");
            let error = within(limit + 1).unwrap_err();
            assert_eq!(error, ParseError::TooLarge(exceeded(limit)));
            let said = error.to_string();
            assert!(said.contains(setter) && said.contains(&limit.to_string()), "{said}");
        }
    }
}

#[test]
fn limits_of_nothing_hold_in_every_shape() {
    let errors: [(Limits, Exceeded); 4] = [
        (Limits::default().with_depth(0), Exceeded::Depth(0)),
        (Limits::default().with_elements(0), Exceeded::Elements(0)),
        (Limits::default().with_size(0), Exceeded::Size(0)),
        (Limits::default().with_text(0), Exceeded::Text(0)),
    ];
    for (limits, exceeded) in errors {
        for body in ["<Error><Code>A</Code></Error>", "<!----><Error><Code>A</Code></Error>"] {
            let read = ErrorDocument::parse_within(body.as_bytes(), &limits);
            assert_eq!(read, Err(ParseError::TooLarge(exceeded)), "{body}");
        }
        for body in ["<html>", "<DeleteResult/>", "text"] {
            let read = ErrorDocument::parse_within(body.as_bytes(), &limits);
            assert!(matches!(read, Err(ParseError::NotAnError(_))), "what it is is told first: {read:?}");
        }
    }
}

#[test]
fn another_kind_of_document_is_told_whatever_its_size() {
    let keys = format!("<Deleted><Key>{}</Key></Deleted>", "k".repeat(1024)).repeat(1000);
    for (body, found) in [
        (format!("<DeleteResult>{keys}</DeleteResult>"), Found::Document("DeleteResult".into())),
        (format!("{}<!-- --><DeleteResult>", " ".repeat(2 << 20)), Found::Document("DeleteResult".into())),
        (format!("<html>{keys}"), Found::Html),
        (format!("{{{keys}"), Found::Json),
        (keys.replace('<', ""), Found::Text),
        (" ".repeat(2 << 20), Found::Nothing),
    ] {
        assert_eq!(ErrorDocument::parse(body.as_bytes()), Err(ParseError::NotAnError(found)));
    }
}

#[test]
fn an_empty_element_is_as_deep_as_a_pair_of_tags() {
    let limits = Limits::default().with_depth(2);
    for inner in ["<x></x>", "<x/>"] {
        let body = format!("<Error><Code>A</Code><N>{inner}</N></Error>");
        let read = ErrorDocument::parse_within(body.as_bytes(), &limits);
        assert_eq!(read, Err(ParseError::TooLarge(Exceeded::Depth(2))), "{inner}");
    }
}

#[test]
fn the_position_of_a_mistake_counts_from_the_first_byte() {
    let position = |body: &str| match read(body) {
        Err(ParseError::Broken { position, .. }) => position,
        other => panic!("{other:?}"),
    };
    let body = "<Error><Code>A</Message></Error>";
    assert_eq!(position(&format!("\u{FEFF}\n  {body}")), position(body) + 6);
}

#[test]
fn a_number_with_a_sign_is_no_reference() {
    for reference in ["&#+38;", "&#x+26;", "&#-38;"] {
        let body = format!("<Error><Code>A</Code><Message>{reference}</Message></Error>");
        assert_eq!(ErrorDocument::parse(body.as_bytes()).unwrap().message(), reference);
    }
}

#[test]
fn a_reference_without_its_end_breaks_a_document_of_any_shape() {
    for text in ["a & b &amp; c", "&&amp;", "&amp&amp;", "&#&#65;", "&a&b;"] {
        for before in ["", "<!-- not flat -->"] {
            let read = read(format!("{before}<Error><Code>A</Code><Message>{text}</Message></Error>"));
            assert!(matches!(read, Err(ParseError::Broken { .. })), "{before}{text}: {read:?}");
        }
    }
}

/// Pieces that are hard to read, with bars between. No carriage return: the tree's parser keeps one after a reference.
const PIECES: &str = "<Code>A</Code>|<Message>m</Message>|<Key>|</Key>|<Key/>|<a:b>|</a:b>|<RequestId>1</RequestId>|\
    <HostId> h </HostId>|<Resource>/r</Resource>|<![CDATA[|]]>|<!--|-->|<?p|?>|&amp;|&#13;|&#x41;|&lt;|\
    &quot;|&apos;|&gt;|&none;|&|<|>|\n| |x|0123456789abcdef|\u{E9}|\u{FFFE}|\u{0}|</Error>|<Error>|<Code| a=\"1\"|'|\"|<Message/>|\
    <Code><X>B</X></Code>|<É>|</É>";

fn pieces() -> impl Strategy<Value = Vec<&'static str>> {
    proptest::collection::vec(proptest::sample::select(PIECES.split('|').collect::<Vec<_>>()), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn where_a_tree_reads_an_error_it_is_read_the_same(pieces in pieces()) {
        let body = format!("<Error xmlns:a='u'>{}<Code>Z</Code></Error>", pieces.concat());
        let read = read(&body);
        if let Some(expected) = read_tree(&body) {
            prop_assert_eq!(read, Ok(expected), "{}", body);
        }
    }

    #[test]
    fn a_comment_in_front_changes_nothing(pieces in pieces()) {
        for root in ["Error", "ErrorResponse"] {
            let body = format!("<{root}><Code>Z</Code>{}</{root}>", pieces.concat());
            let (plain, commented) = (read(&body), read(format!("<!-- -->{body}")));
            let broken = |read: &Result<_, _>| matches!(read, Err(ParseError::Broken { .. }));
            prop_assert!(plain == commented || broken(&plain) && broken(&commented), "{body}: {plain:?} {commented:?}");
        }
    }

    #[test]
    fn an_empty_element_reads_the_same_in_either_spelling(pieces in pieces()) {
        for root in ["Error", "ErrorResponse", "ErrorResponse><Error"] {
            let end = if root.contains("><") { "</Error></ErrorResponse>".to_owned() } else { format!("</{root}>") };
            let short = format!("<{root}>{}<Code>Z</Code><RequestId/><Code/><Extra/>{end}", pieces.concat());
            let long = ["Key", "Message", "RequestId", "Code", "Extra"]
                .iter()
                .fold(short.clone(), |body, name| body.replace(&format!("<{name}/>"), &format!("<{name}></{name}>")));
            if roxmltree::Document::parse(&short).is_ok() {
                prop_assert_eq!(read(&short), read(&long), "{}", short);
            }
        }
    }

    #[test]
    fn a_message_about_a_strangers_document_is_short_and_plain(
        pieces in pieces(), odd in "[\\PC\u{1b}\u{202e}\u{2028}]{0,3}", many in 1..5_000_usize,
    ) {
        let long = odd.repeat(many / odd.len().max(1));
        for body in [
            pieces.concat(),
            format!("<Error>{}", pieces.concat()),
            format!("<Error><{odd}X>a</Y></Error>"),
            format!("<Error><a>a</{long}></Error>"),
            format!("</{long}>"),
            format!("<{long}/>"),
            format!("<?xml version='1.0' encoding='{long}'?><Error/>"),
            format!("<Error>&{long}"),
            long.clone(),
        ] {
            if let Err(error) = ErrorDocument::parse(body.as_bytes()) {
                let shown = error.to_string();
                let is_odd = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{202e}');
                prop_assert!(shown.len() <= 500 && !shown.contains(is_odd), "{} bytes: {shown:?}", shown.len());
            }
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in 0..BASE.len()) {
        let _ = ErrorDocument::parse(&bytes);
        let mut broken = BASE.as_bytes().to_vec();
        broken.splice(at.., bytes);
        let _ = ErrorDocument::parse(&broken);
    }
}

#[test]
fn what_is_no_utf8_is_none_together_with_the_next_text_either() {
    let body = b"<Error><Code>NoSuchKey</Code><Message>caf\xC3</Message><Key>\xA9</Key></Error>";
    let document = ErrorDocument::parse(body).unwrap();
    assert_eq!((&*document.message(), document.detail("Key")), ("caf\u{FFFD}", Some("\u{FFFD}")));
}

#[test]
fn documents_are_equal_by_what_they_say() {
    let parsed =
        ErrorDocument::parse(b"<Error><Key>a</Key><Message>gone</Message><Code>NoSuchKey</Code></Error>").unwrap();
    let built = ErrorDocument::new(StandardError::NoSuchKey).with_detail("Key", "b").with_message("gone");
    assert_ne!(parsed, built);
    let built = built.with_detail("Key", "a");
    assert_eq!(parsed, built);
    let shown = format!("{parsed:?}");
    assert!(shown.starts_with("ErrorDocument { code: \"NoSuchKey\""), "{shown}");
    assert_eq!(shown, format!("{built:?}"));
}
