//! Every message that the derive has words for is shown by a mistake, and all speak in one voice.

use std::error::Error;
use std::path::Path;
use std::{fs, io};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use s3err_ui_tests::files_below;
use syn::{Attribute, Item, Lit};

/// A string of fewer words is a fragment of a name or of code.
const LEAST_WORDS: usize = 4;

/// Not read: the data of the catalogue, what writes code, and tests. They reject nothing.
const WITHOUT_MESSAGES: [&str; 7] = [
    "src/expand",
    "src/standard.rs",
    "src/tests",
    "catalogue/aliases.rs",
    "catalogue/entry.rs",
    "catalogue/table.rs",
    "catalogue/tests.rs",
];

#[test]
fn every_message_of_the_source_has_its_mistake() -> Result<(), Box<dyn Error>> {
    let table = fs::read_to_string(here().join("../s3err-derive/src/tests/rejections.txt"))?;
    let mut messages: Vec<_> = table.split("\n\n").map(|row| shown(row, "> ")).collect();
    for file in files_of(&here().join("ui"), "stderr")? {
        let text = fs::read_to_string(file)?;
        // A message ends where the place is told.
        messages.extend(text.split("--> ").map(|part| shown(part, "")));
    }
    let sentences = sentences()?;
    let unseen: Vec<_> = sentences
        .iter()
        .filter(|sentence| !messages.iter().any(|shown| shown.contains(*sentence) || says(shown, &fragments(sentence))))
        .collect();
    assert!(sentences.len() > 60, "the source was not read: {} sentences", sentences.len());
    assert!(unseen.is_empty(), "no mistake shows these: {unseen:#?}");
    Ok(())
}

#[test]
fn every_message_begins_in_lower_case_and_ends_without_a_full_stop() -> Result<(), Box<dyn Error>> {
    let acronym = |text: &str| text.chars().take(2).all(|c| c.is_uppercase() || c.is_numeric());
    let begins_well = |text: &str| text.starts_with(|c: char| c.is_lowercase() || "`{,".contains(c)) || acronym(text);
    let sentences = sentences()?;
    let odd: Vec<_> = sentences.iter().filter(|text| !begins_well(text) || text.ends_with(['.', '!', ' '])).collect();
    assert!(odd.is_empty(), "{odd:#?}");
    Ok(())
}

/// The lines with this prefix as one line: a message is broken between words.
fn shown(text: &str, prefix: &str) -> String {
    let lines = text.lines().filter_map(|line| line.strip_prefix(prefix));
    lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The sentences of the derive's source.
fn sentences() -> Result<Vec<String>, Box<dyn Error>> {
    let mut sentences = Vec::new();
    for file in files_of(&here().join("../s3err-derive/src"), "rs")? {
        if !WITHOUT_MESSAGES.iter().any(|name| file.contains(name)) {
            let items = syn::parse_file(&fs::read_to_string(&file)?)?.items;
            let tested = |item: &&Item| !attributes(item).iter().any(|attribute| attribute.path().is_ident("cfg"));
            items.iter().filter(tested).for_each(|item| literals(item.to_token_stream(), &mut sentences));
        }
    }
    Ok(sentences)
}

/// The attributes of a function, a module or an implementation; no other item has sentences to leave out.
fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Fn(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        _ => &[],
    }
}

/// The strings in these tokens, but for those of documentation, attributes and assertions.
fn literals(tokens: TokenStream, found: &mut Vec<String>) {
    let mut in_attribute = false;
    let mut in_assertion = false;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => in_assertion = ident == "debug_assert",
            TokenTree::Group(_) if std::mem::take(&mut in_assertion) => {}
            TokenTree::Literal(literal) => {
                if let Lit::Str(text) = Lit::new(literal)
                    && text.value().split_whitespace().count() >= LEAST_WORDS
                {
                    found.push(text.value());
                }
            }
            TokenTree::Group(group) if !in_attribute => literals(group.stream(), found),
            TokenTree::Punct(punct) => {
                in_attribute = punct.as_char() == '#' || in_attribute && punct.as_char() == '!';
                continue;
            }
            TokenTree::Group(_) => {}
        }
        in_attribute = false;
    }
}

/// The parts of a format string between its placeholders.
fn fragments(format: &str) -> Vec<String> {
    let unescaped = format.replace("{{", "\u{1}").replace("}}", "\u{2}");
    let texts = unescaped.split('{').enumerate().map(|(index, part)| match part.split_once('}') {
        Some((_, after)) if index > 0 => after,
        _ => part,
    });
    texts.map(|text| text.replace('\u{1}', "{").replace('\u{2}', "}")).collect()
}

/// Returns whether a line has these fragments, one after the other.
fn says(line: &str, fragments: &[String]) -> bool {
    let mut rest = Some(line);
    for fragment in fragments {
        rest = rest.and_then(|rest| rest.split_once(fragment.as_str())).map(|(_, after)| after);
    }
    rest.is_some()
}

/// The files with this extension below a folder.
fn files_of(folder: &Path, extension: &str) -> io::Result<Vec<String>> {
    let mut files = files_below(folder)?;
    files.retain(|file| file.extension().is_some_and(|known| known == extension));
    Ok(files.iter().map(|file| file.display().to_string()).collect())
}
