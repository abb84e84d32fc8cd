//! A table in GitHub's Markdown.
//!
//! What could mean something to a renderer is escaped: punctuation by a backslash, and what ends a cell, a code span or
//! the escaping itself by a reference, which no renderer reads as structure.

use std::fmt::Write as _;

use super::example::{self, Fill, fills};
use super::prose::{Block, Docs, Piece, blocks, lines, one_line, pieces};
use super::{Column, Reference, fault, marks, note, retry, status};
use crate::spec::{ErrorSpec, FieldSpec};

pub(super) fn render(reference: &Reference) -> String {
    let mut out = format!("# {}\n\n", text(&one_line(&reference.title)));
    if let Some(version) = &reference.version {
        let _ = writeln!(out, "Version {}\n", text(&one_line(version)));
    }
    push_intro(&mut out, reference.intro.as_deref());
    for (number, group) in reference.groups.iter().enumerate() {
        if number > 0 {
            out.push('\n');
        }
        if reference.groups.len() > 1 {
            let _ = writeln!(out, "## {}\n", text(group.name));
        }
        push_intro(&mut out, group.intro.as_deref());
        push_row(&mut out, reference.columns().map(|column| column.heading().to_owned()));
        push_row(&mut out, reference.columns().map(|_| "---".to_owned()));
        for spec in &group.specs {
            push_row(&mut out, reference.columns().map(|column| content(spec, column)));
        }
    }
    out
}

fn push_intro(out: &mut String, intro: Option<&str>) {
    for block in blocks(intro.unwrap_or_default()) {
        match block {
            Block::Paragraph(paragraph) => out.push_str(&prose(&paragraph)),
            Block::List(items) => {
                let items = items.iter().map(|item| format!("- {}", prose(item)));
                out.push_str(&items.collect::<Vec<_>>().join("\n"));
            }
        }
        out.push_str("\n\n");
    }
}

fn push_row(out: &mut String, cells: impl Iterator<Item = String>) {
    for cell in cells {
        out.push_str("| ");
        out.push_str(&cell);
        out.push(' ');
    }
    out.push_str("|\n");
}

fn content(spec: &ErrorSpec, column: Column) -> String {
    match column {
        Column::Code => code(spec.code),
        Column::Status => status(spec),
        Column::Message => match note(spec) {
            Some(note) => format!("*{note}*"),
            None => cell(lines(&example::message(spec)).into_iter().map(filled)),
        },
        Column::Details => fields(spec.details),
        Column::Headers => fields(spec.headers),
        Column::Retry => retry(spec.retry).to_owned(),
        Column::Fault => fault(spec).map_or("", |fault| fault.as_str()).to_owned(),
        Column::When => {
            let Docs { when, client } = Docs::parse(spec.docs);
            let mut client: Vec<_> = client.iter().flat_map(block_lines).collect();
            if let Some(first) = client.first_mut() {
                *first = format!("**What to do:** {first}");
            }
            cell(when.iter().flat_map(block_lines).chain(client))
        }
    }
}

/// The lines of a block. A table has no room for a list, so its items get the sign that one would show.
fn block_lines(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph(paragraph) => vec![prose(paragraph)],
        Block::List(items) => items.iter().map(|item| format!("• {}", prose(item))).collect(),
    }
}

/// A message, with the names of values in italics.
fn filled(message: &str) -> String {
    fills(message)
        .map(|fill| match fill {
            Fill::Text(plain) => text(plain),
            Fill::Value(name) => format!("*{}*", text(name)),
        })
        .collect()
}

/// The lines of a cell: a line break would end the table.
fn cell(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("<br>")
}

fn fields(fields: &[FieldSpec]) -> String {
    cell(fields.iter().map(|field| match marks(field) {
        Some(marks) => format!("{} ({marks})", code(field.name)),
        None => code(field.name),
    }))
}

/// A paragraph or an item.
fn prose(paragraph: &str) -> String {
    pieces(paragraph)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(plain) => text(plain),
            Piece::Code(inner) => code(inner),
            Piece::Link { label, url } => format!("[{}]({})", self::label(label), url.replace('&', "&amp;")),
        })
        .collect()
}

/// The label of a link: text and code.
fn label(label: &str) -> String {
    pieces(label)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(plain) | Piece::Link { label: plain, .. } => text(plain),
            Piece::Code(inner) => code(inner),
        })
        .collect()
}

/// A code span, or the HTML element if the code has characters that a span cannot hold: nothing can be escaped in it.
fn code(inner: &str) -> String {
    let is_plain =
        |c: char| c == ' ' || c.is_alphanumeric() || c.is_ascii_punctuation() && !matches!(c, '`' | '|' | '\\');
    if inner.trim() == inner && inner.chars().all(is_plain) {
        format!("`{inner}`")
    } else {
        format!("<code>{}</code>", text(inner))
    }
}

/// Escapes a string, so that it is shown literally.
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

/// Returns whether `c` would make a link of what is around it, inside which nothing can be escaped.
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
    use super::super::{Column, Reference};
    use super::{code, content, render, text};
    use crate::fault::Fault;
    use crate::retry::RetryClass;
    use crate::spec::field;
    use crate::spec::{ErrorSpec, FieldSpec};

    fn spec() -> ErrorSpec {
        crate::spec::error("", "Code", 400, "")
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

    fn row(spec: &ErrorSpec) -> [String; 8] {
        Column::ALL.map(|column| content(spec, column))
    }

    #[test]
    fn cells_are_one_line_each() {
        const DETAILS: &[FieldSpec] = &[field("A").sensitive(), field("B").optional().sensitive()];
        let mut spec = ErrorSpec { details: DETAILS, ..spec().docs("One\nline:\n\n- a\n- b\n\nTwo `|` \\\n\nThree") };
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
                "One line:<br>• a<br>• b<br>**What to do:** Two <code>&#124;</code> &#92;<br>Three",
            ]
        );
    }

    #[test]
    fn a_message_that_is_displayed_varies_and_an_unknown_status_has_no_reason() {
        let spec = crate::spec::error("", "Own", 499, "")
            .fault(Fault::Server)
            .retry(RetryClass::Transient)
            .formatted_message();
        assert_eq!(row(&spec), ["`Own`", "499", "*(varies)*", "", "", "transient", "Server", ""]);
    }

    #[test]
    fn names_of_values_are_in_italics() {
        let spec = ErrorSpec { message: "a {b_c:?} {{d}}", ..spec() }.formatted_message();
        assert_eq!(content(&spec, Column::Message), "a *b\\_c* {d}");
    }

    #[test]
    fn links_keep_their_targets() {
        let docs = "[`a` | b](https://c.example/d_e?f&g) and <https://h.example>";
        assert_eq!(
            content(&spec().docs(docs), Column::When),
            "[`a` &#124; b](https://c.example/d_e?f&amp;g) and [https&#58;//h.example](https://h.example)"
        );
    }

    #[test]
    fn what_stands_before_the_errors_is_a_line_or_a_block_each() {
        let reference = Reference::new("A\n\n| B |").with_version("1\n*2*").with_intro("One\n# two\n\n- a\n- b");
        assert_eq!(render(&reference), "# A &#124; B &#124;\n\nVersion 1 \\*2\\*\n\nOne \\# two\n\n- a\n- b\n\n");
    }
}
