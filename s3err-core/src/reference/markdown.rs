//! A table in GitHub's Markdown.
//!
//! What could mean something to a renderer is escaped: punctuation by a backslash, and what ends a cell, a code span or
//! the escaping itself by a reference, which no renderer reads as structure.

use std::fmt::Write as _;

use super::{COLUMNS, Piece, lines, marks, note, one_line, paragraphs, pieces, retry};
use crate::{ErrorSpec, FieldSpec};

pub(super) fn render(title: &str, specs: &[&ErrorSpec]) -> String {
    let mut out = format!("# {}\n\n", text(&one_line(title)));
    push_row(&mut out, &mut COLUMNS.iter().copied());
    push_row(&mut out, &mut COLUMNS.iter().map(|_| "---"));
    for spec in specs {
        push_row(&mut out, &mut row(spec).iter().map(String::as_str));
    }
    out
}

fn push_row(out: &mut String, cells: &mut dyn Iterator<Item = &str>) {
    for cell in cells {
        out.push_str("| ");
        out.push_str(cell);
        out.push(' ');
    }
    out.push_str("|\n");
}

fn row(spec: &ErrorSpec) -> [String; COLUMNS.len()] {
    let status = format!("{} {}", spec.status.as_str(), spec.status.canonical_reason().unwrap_or_default());
    let message = note(spec)
        .map_or_else(|| cell(&mut lines(spec.message).iter().map(|line| text(line))), |note| format!("*{note}*"));
    [
        code(spec.code),
        status.trim_end().to_owned(),
        message,
        fields(spec.details),
        fields(spec.headers),
        retry(spec.retry).to_owned(),
        spec.fault.as_str().to_owned(),
        cell(&mut paragraphs(spec.docs).iter().map(|paragraph| pieces(paragraph).iter().map(piece).collect())),
    ]
}

/// The lines of a cell: a line break would end the table.
fn cell(lines: &mut dyn Iterator<Item = String>) -> String {
    let mut cell = String::new();
    for (number, line) in lines.enumerate() {
        cell.push_str(if number == 0 { "" } else { "<br>" });
        cell.push_str(&line);
    }
    cell
}

fn fields(fields: &[FieldSpec]) -> String {
    cell(&mut fields.iter().map(|field| match marks(field) {
        Some(marks) => format!("{} ({marks})", code(field.name)),
        None => code(field.name),
    }))
}

fn piece(piece: &Piece<'_>) -> String {
    match piece {
        Piece::Text(plain) => text(plain),
        Piece::Code(inner) => code(inner),
    }
}

/// A code span; where there is no safe one, because nothing can be escaped in it, the HTML element.
fn code(inner: &str) -> String {
    let is_plain =
        |c: char| c == ' ' || c.is_alphanumeric() || c.is_ascii_punctuation() && !matches!(c, '`' | '|' | '\\');
    if inner.trim() == inner && inner.chars().all(is_plain) {
        format!("`{inner}`")
    } else {
        format!("<code>{}</code>", text(inner))
    }
}

/// A text, so that it is shown as it stands.
fn text(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len());
    let mut rest = plain.chars();
    while let Some(c) = rest.next() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '|' | '\\' | '`' | '$' => push_reference(&mut out, c),
            c if begins_link(c, &out, rest.as_str()) => push_reference(&mut out, c),
            '*' | '_' | '~' | '[' | ']' | '#' => {
                out.push('\\');
                out.push(c);
            }
            '\t' => out.push(' '),
            c if c.is_control() => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

/// Whether `c` would make a link of what stands around it, inside which nothing can be escaped.
fn begins_link(c: char, before: &str, after: &str) -> bool {
    match c {
        ':' => after.starts_with("//"),
        '.' => before.ends_with("www"),
        c => c == '@',
    }
}

fn push_reference(out: &mut String, c: char) {
    let _ = write!(out, "&#{};", u32::from(c));
}

#[cfg(test)]
mod tests {
    use super::{code, render, row, text};
    use crate::__private::field;
    use crate::{ErrorSpec, Fault, FieldSpec, RetryClass};

    fn spec() -> ErrorSpec {
        ErrorSpec::__new("", "Code", 400, "", "")
    }

    #[test]
    fn what_markdown_gives_a_meaning_is_escaped() {
        for (plain, expected) in [
            ("", ""),
            ("Plain - words, 1. (2) {key:?} 'a' \"b\"!", "Plain - words, 1. (2) {key:?} 'a' \"b\"!"),
            ("a|b", "a&#124;b"),
            ("a\\|b", "a&#92;&#124;b"),
            ("`a`", "&#96;a&#96;"),
            ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
            ("*a* _b_ ~~c~~", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~"),
            ("[a](b) ![c]", "\\[a\\](b) !\\[c\\]"),
            ("C #", "C \\#"),
            ("$a$", "&#36;a&#36;"),
            ("https://a_b www.c d@e a:b", "https&#58;//a\\_b www&#46;c d&#64;e a:b"),
            ("a\tb\u{0}c\u{85}", "a b\u{FFFD}c\u{FFFD}"),
        ] {
            assert_eq!(text(plain), expected);
        }
    }

    #[test]
    fn code_is_a_span_where_one_is_safe() {
        for (inner, expected) in [
            ("NoSuchKey", "`NoSuchKey`"),
            ("a <b> &amp; *c*", "`a <b> &amp; *c*`"),
            ("a`b", "<code>a&#96;b</code>"),
            ("a|b", "<code>a&#124;b</code>"),
            ("a\\", "<code>a&#92;</code>"),
            (" a", "<code> a</code>"),
            ("a\nb", "<code>a\u{FFFD}b</code>"),
        ] {
            assert_eq!(code(inner), expected);
        }
    }

    #[test]
    fn cells_are_one_line_each() {
        const DETAILS: &[FieldSpec] = &[field("A", false, true), field("B", true, true)];
        let mut spec = ErrorSpec { details: DETAILS, ..spec().__docs("One\nline.\n\nTwo `|` \\") };
        spec.message = "first |\r\nsecond";
        assert_eq!(
            row(&spec),
            [
                "`Code`",
                "400 Bad Request",
                "first &#124;<br>second",
                "`A` (sensitive)<br>`B` (optional, sensitive)",
                "",
                "never",
                "Client",
                "One line.<br>Two <code>&#124;</code> &#92;",
            ]
        );
    }

    #[test]
    fn a_message_that_is_displayed_varies_and_an_unknown_status_has_no_reason() {
        let spec = ErrorSpec::__new("", "Own", 499, "", "")
            .__fault(Fault::Server)
            .__retry(RetryClass::Transient)
            .__formatted_message();
        assert_eq!(row(&spec), ["`Own`", "499", "*(varies)*", "", "", "transient", "Server", ""]);
    }

    #[test]
    fn a_title_is_one_line() {
        assert!(render("A\n\n| B |", &[]).starts_with("# A &#124; B &#124;\n\n| Code |"));
    }
}
