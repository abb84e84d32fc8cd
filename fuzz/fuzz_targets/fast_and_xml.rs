//! The fast reader against the XML reader, on documents of the shape that both read: they give the same contents, or
//! the same kind of mistake.
#![no_main]

use libfuzzer_sys::fuzz_target;
use s3err_core::{ErrorDocument, Limits, ParseError};

/// Pieces of an element, by the number that stands for each: what is special in a string, and where it may be cut.
const PIECES: [&str; 32] = [
    "&lt;",
    "&gt;",
    "&amp;",
    "&quot;",
    "&apos;",
    "&#38;",
    "&#x26;",
    "&#1;",
    "&#x10FFFF;",
    "&none;",
    "&;",
    "&",
    "<",
    ">",
    "</Key>",
    "<Key>",
    "<Key/>",
    "<Code>A</Code>",
    "<RequestId> r </RequestId>",
    "<Message>",
    "</Message>",
    "\r",
    "\n",
    " ",
    "\u{20ac}",
    "\u{1F600}",
    "a",
    "0123456789abcdef",
    "0123456",
    "<![CDATA[",
    "]]>",
    "</Error>",
];

fuzz_target!(|input: &[u8]| {
    let (numbers, raw) = input.split_at(input.len() / 2);
    let pieces: Vec<_> = numbers.iter().map(|number| PIECES[usize::from(*number) % PIECES.len()]).collect();
    for inside in [pieces.concat().as_bytes(), raw, &[pieces.concat().as_bytes(), raw].concat()] {
        let key = [b"<Key>", inside, b"</Key>"].concat();
        for inside in [inside, &key] {
            compare(inside, &Limits::default());
            compare(inside, &Limits::default().with_text(16).with_elements(5));
        }
    }
});

fn compare(inside: &[u8], limits: &Limits) {
    let read = |start: &[u8]| {
        let body = [start, inside, b"<Code>NoSuchKey</Code><Message>m</Message></Error>"].concat();
        ErrorDocument::parse_within(&body, limits)
    };
    // A comment takes the document off the fast way.
    let (fast, xml) = (read(b"<Error>"), read(b"<!----><Error>"));
    match (&fast, &xml) {
        (Err(ParseError::Broken { .. }), Err(ParseError::Broken { .. })) => {}
        _ => assert_eq!(fast, xml, "{}", inside.escape_ascii()),
    }
}
