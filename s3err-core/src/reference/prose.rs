//! Doc comments: the little Markdown of which a reference page keeps the meaning.

/// A block of a doc comment.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A paragraph, on one line.
    Paragraph(String),
    /// The items of a list, each on one line.
    List(Vec<String>),
}

/// A piece of a paragraph or of an item.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Text(&'a str),
    /// It stood between two backticks.
    Code(&'a str),
    /// A link to another page or place. The label may hold code.
    Link {
        label: &'a str,
        url: &'a str,
    },
}

/// A doc comment, split by whom it is for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Docs {
    /// The occasion of the error: the first paragraph, and the lists that follow it.
    pub(super) when: Vec<Block>,
    /// The advice to clients: the section below a heading `Client`, or without one everything after `when`.
    pub(super) client: Vec<Block>,
}

impl Docs {
    pub(super) fn parse(docs: &str) -> Self {
        let mut parsed = Self::default();
        let mut section = String::new();
        let mut sections = Vec::new();
        for line in lines(docs) {
            if let Some(title) = heading(line) {
                sections.push((title.to_owned(), std::mem::take(&mut section)));
            } else {
                section.push_str(line);
                section.push('\n');
            }
        }
        // Each title belongs to the section after it, so the sections move up by one.
        let (titles, mut bodies): (Vec<_>, Vec<_>) = sections.into_iter().unzip();
        bodies.push(section);
        let mut bodies = bodies.into_iter();
        parsed.when = blocks(&bodies.next().unwrap_or_default());
        for (title, text) in titles.into_iter().zip(bodies) {
            if title.eq_ignore_ascii_case("client") {
                parsed.client.extend(blocks(&text));
            } else {
                parsed.when.push(Block::Paragraph(title));
                parsed.when.extend(blocks(&text));
            }
        }
        if parsed.client.is_empty() {
            let mut paragraphs =
                parsed.when.iter().enumerate().filter(|(_, block)| matches!(block, Block::Paragraph(_)));
            if let Some((second, _)) = paragraphs.nth(1) {
                #[allow(clippy::disallowed_methods, reason = "it is the place of one of them")]
                let client = parsed.when.split_off(second);
                parsed.client = client;
            }
        }
        parsed
    }
}

/// The title of a heading, whatever its level.
fn heading(line: &str) -> Option<&str> {
    let title = line.trim_start().trim_start_matches('#');
    (title.len() < line.trim_start().len() && title.starts_with(' ')).then(|| title.trim())
}

/// The blocks of a section: a blank line begins a paragraph, a marker an item of a list.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut begins = true;
    for line in lines(text) {
        let line = one_line(line);
        if line.is_empty() {
            begins = true;
            continue;
        }
        let item = ["- ", "* ", "+ "].iter().find_map(|marker| line.strip_prefix(marker));
        match (blocks.last_mut(), item) {
            (Some(Block::List(items)), Some(item)) => items.push(item.to_owned()),
            (_, Some(item)) => blocks.push(Block::List(vec![item.to_owned()])),
            (Some(Block::List(items)), None) if !begins => push_word(items.last_mut(), &line),
            (Some(Block::Paragraph(paragraph)), None) if !begins => push_word(Some(paragraph), &line),
            _ => blocks.push(Block::Paragraph(line)),
        }
        begins = false;
    }
    blocks
}

fn push_word(text: Option<&mut String>, word: &str) {
    if let Some(text) = text {
        text.push(' ');
        text.push_str(word);
    }
}

/// The pieces of a paragraph. What cannot be read as code or as a link stays text; so does all that follows a backtick
/// without a second one.
pub(super) fn pieces(paragraph: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = paragraph;
    let mut searched = 0;
    while let Some(at) = rest.get(searched..).and_then(|text| text.find(['`', '[', '<'])).map(|at| at + searched) {
        let (text, special) = rest.split_at_checked(at).unwrap_or_default();
        let read = match special.as_bytes().first() {
            Some(b'`') => match code(special) {
                None => break,
                code => code,
            },
            Some(b'[') => link(special),
            _ => autolink(special),
        };
        if let Some((piece, after)) = read {
            pieces.push(Piece::Text(text));
            pieces.push(piece);
            (rest, searched) = (after, 0);
        } else {
            searched = at + 1;
        }
    }
    pieces.push(Piece::Text(rest));
    pieces.retain(|piece| *piece != Piece::Text(""));
    pieces
}

/// `` `code` ``, and what follows it.
fn code(text: &str) -> Option<(Piece<'_>, &str)> {
    let (code, after) = text.strip_prefix('`')?.split_once('`')?;
    (!code.trim().is_empty()).then_some((Piece::Code(code), after))
}

/// `[label](url)`, and what follows it. Of rustdoc's links to items, which lead nowhere from here, the label stays.
fn link(text: &str) -> Option<(Piece<'_>, &str)> {
    let (label, after) = text.strip_prefix('[')?.split_once(']')?;
    let target = after.strip_prefix('(').and_then(|target| target.split_once(')'));
    match target {
        Some((url, after)) if is_url(url) => Some((Piece::Link { label, url }, after)),
        Some((_, after)) => Some((whole_code(label).unwrap_or(Piece::Text(label)), after)),
        None => Some((whole_code(label)?, after)),
    }
}

/// The piece, if a label is code from its beginning to its end.
fn whole_code(label: &str) -> Option<Piece<'_>> {
    code(label).filter(|(_, after)| after.is_empty()).map(|(piece, _)| piece)
}

/// `<https://example.com>`, and what follows it.
fn autolink(text: &str) -> Option<(Piece<'_>, &str)> {
    let (url, after) = text.strip_prefix('<')?.split_once('>')?;
    is_url(url).then_some((Piece::Link { label: url, url }, after))
}

/// Returns whether this can be a link's target on any page, and needs no escape in HTML's attributes but that of `&`,
/// nor in Markdown.
fn is_url(url: &str) -> bool {
    let is_safe = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&*+,;=%".contains(c);
    ["https://", "http://", "mailto:", "#"].iter().any(|start| url.starts_with(start)) && url.chars().all(is_safe)
}

/// The string with single spaces in place of its whitespace.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of a string, however they end.
pub(super) fn lines(text: &str) -> Vec<&str> {
    text.lines().flat_map(|line| line.split('\r')).collect()
}

#[cfg(test)]
mod tests {
    use super::Block::{List, Paragraph};
    use super::{Block, Docs, Piece, blocks, lines, pieces};

    fn paragraphs(texts: &[&str]) -> Vec<Block> {
        texts.iter().map(|text| Paragraph((*text).to_owned())).collect()
    }

    fn list(items: &[&str]) -> Block {
        List(items.iter().map(|item| (*item).to_owned()).collect())
    }

    #[test]
    fn lines_end_in_three_ways() {
        assert_eq!(lines("a\nb\r\nc\rd\n\ne"), ["a", "b", "c", "d", "", "e"]);
        assert_eq!(lines("").len(), 0);
    }

    #[test]
    fn blank_lines_begin_paragraphs() {
        for (docs, expected) in [
            ("", &[][..]),
            ("one", &["one"]),
            ("one\ntwo", &["one two"]),
            ("one\n\n\n two\tand  more\n", &["one", "two and more"]),
            ("one\r\n\r\ntwo\u{2028}three\u{B}four", &["one", "two three four"]),
            ("-one\n-two", &["-one -two"]),
        ] {
            assert_eq!(blocks(docs), paragraphs(expected), "{docs:?}");
        }
    }

    #[test]
    fn markers_begin_the_items_of_a_list() {
        for (docs, expected) in [
            ("one:\n- two\n  more\n* three", vec![Paragraph("one:".into()), list(&["two more", "three"])]),
            ("- one\n\n- two\n\nthree", vec![list(&["one", "two"]), Paragraph("three".into())]),
        ] {
            assert_eq!(blocks(docs), expected, "{docs:?}");
        }
    }

    #[test]
    fn a_second_paragraph_or_a_heading_says_what_a_client_does() {
        for (docs, when, client) in [
            ("When.", vec!["When."], vec![]),
            ("When.\n\nDo.\n\nMore.", vec!["When."], vec!["Do.", "More."]),
            ("When.\n\nStill.\n\n# Client\n\nDo.", vec!["When.", "Still."], vec!["Do."]),
            ("When.\n# Inside\nA disk.\n## client\nDo.", vec!["When.", "Inside", "A disk."], vec!["Do."]),
            ("#hash is a word", vec!["#hash is a word"], vec![]),
        ] {
            let expected = Docs { when: paragraphs(&when), client: paragraphs(&client) };
            assert_eq!(Docs::parse(docs), expected, "{docs:?}");
        }
        let docs = Docs::parse("When:\n\n- a\n- b\n\nDo.");
        assert_eq!(docs.when, [Paragraph("When:".into()), list(&["a", "b"])]);
        assert_eq!(docs.client, [Paragraph("Do.".into())]);
    }

    #[test]
    fn code_and_links_are_pieces_of_a_paragraph() {
        use Piece::{Code, Link, Text};
        let (a, b) = ("https://a.example/b?c=d&e", "#NoSuchKey");
        for (paragraph, expected) in [
            ("", vec![]),
            ("a `b` c", vec![Text("a "), Code("b"), Text(" c")]),
            ("`b``c`", vec![Code("b"), Code("c")]),
            ("a ` b", vec![Text("a ` b")]),
            ("``a`b``", vec![Text("``a`b``")]),
            ("a ` ` b", vec![Text("a ` ` b")]),
            ("[`x` y](https://a.example/b?c=d&e).", vec![Link { label: "`x` y", url: a }, Text(".")]),
            ("see <https://a.example/b?c=d&e>", vec![Text("see "), Link { label: a, url: a }]),
            ("[x](#NoSuchKey)", vec![Link { label: "x", url: b }]),
            (
                "[`Item`], [`Item`](crate::Item), [item](crate::Item)",
                vec![Code("Item"), Text(", "), Code("Item"), Text(", "), Text("item")],
            ),
            ("[x](javascript:alert) a[0] <b>", vec![Text("x"), Text(" a[0] <b>")]),
            ("[x](https://a\"b)", vec![Text("x")]),
            ("é [ü] `ö", vec![Text("é [ü] `ö")]),
        ] {
            assert_eq!(pieces(paragraph), expected, "{paragraph:?}");
        }
    }
}
