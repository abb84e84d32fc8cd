//! The macro's messages, without a compiler around it: in a moment, and on any toolchain. The mistakes are those of
//! `ui-tests` and, where only the tokens differ, the rows of `rejections.txt`.

use std::collections::BTreeSet;
use std::error::Error;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::visit::{self, Visit};
use syn::{Attribute, DeriveInput, Item, Lit};

use crate::derive::derive;

/// In the packaged crate, which is alone, there are no mistakes to look at.
#[test]
fn the_macro_says_what_the_compiler_is_expected_to_show() -> Result<(), Box<dyn Error>> {
    let Ok(files) = programs("../ui-tests/ui") else { return Ok(()) };
    let mut compared = 0;
    for file in files {
        let said = messages(&file)?;
        let stderr = fs::read_to_string(file.with_extension("stderr"))?;
        let shown: BTreeSet<_> =
            stderr.lines().filter_map(|line| line.strip_prefix("error: ")).map(str::to_owned).collect();
        let of_the_compiler = stderr.contains("error[") || stderr.contains("error: lifetime may not live long enough");
        if said.is_empty() && of_the_compiler {
            continue;
        }
        // A message of several lines begins on the line that is compared.
        let said: BTreeSet<_> = said.iter().filter_map(|text| text.lines().next()).map(str::to_owned).collect();
        let whole = said == shown || of_the_compiler;
        assert!(said.is_subset(&shown) && whole, "{}: said {said:#?}, shown {shown:#?}", file.display());
        compared += 1;
    }
    assert!(compared > 100, "only {compared} mistakes were found");
    Ok(())
}

#[test]
fn the_macro_takes_what_has_to_compile() -> Result<(), Box<dyn Error>> {
    let Ok(files) = programs("../ui-tests/pass") else { return Ok(()) };
    for file in files {
        if fs::read_to_string(&file)?.contains("#[cfg(") {
            continue; // what is not configured, the compiler takes away before
        }
        assert_eq!(messages(&file)?, Vec::<String>::new(), "{}", file.display());
    }
    Ok(())
}

/// A row is a type with the marked tokens that are wrong, and after `>` the message. `S3ERR_BLESS=1` writes marks and
/// messages anew.
#[test]
fn the_macro_says_what_the_table_shows() -> Result<(), Box<dyn Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/rejections.txt");
    let table = fs::read_to_string(&path)?;
    let mut shown = Vec::new();
    for row in table.split("\n\n") {
        let lines = row.lines().filter(|line| !line.starts_with('>'));
        let program = lines.collect::<Vec<_>>().join("\n").replace(['«', '»'], "");
        let mut mistakes = Vec::new();
        mistakes_of(derive(&syn::parse_str(&program)?), &mut mistakes);
        let [(message, place)] = &mistakes[..] else { return Err(format!("{program}: {mistakes:?}").into()) };
        let [before, marked, after] =
            [0..place.start, place.clone(), place.end..program.len()].map(|part| &program[part]);
        let message = message.replace('\n', "\n> ");
        shown.push(format!("{before}«{marked}»{after}\n> {message}"));
    }
    assert!(shown.len() > 100, "{} rows", shown.len());
    let shown = shown.join("\n\n") + "\n";
    if env::var_os("S3ERR_BLESS").is_some() {
        fs::write(path, shown)?;
    } else {
        let differing =
            shown.split("\n\n").zip(table.split("\n\n")).find(|(shown, row)| shown.trim_end() != row.trim_end());
        assert_eq!(differing, None);
    }
    Ok(())
}

/// The macro's messages for the types of a program.
fn messages(file: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut inputs = Inputs::default();
    // A program that is not Rust outside of our attributes is not for us.
    if let Ok(program) = syn::parse_file(&fs::read_to_string(file)?) {
        inputs.visit_file(&program);
    }
    let mut messages = Vec::new();
    for input in inputs.0 {
        errors(derive(&input), &mut messages);
    }
    Ok(messages)
}

/// The types of a program that derive `S3Error`.
#[derive(Default)]
struct Inputs(Vec<DeriveInput>);

impl<'ast> Visit<'ast> for Inputs {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Enum(item) => &item.attrs,
            Item::Struct(item) => &item.attrs,
            Item::Union(item) => &item.attrs,
            _ => return visit::visit_item(self, item),
        };
        if attributes.iter().any(derives) {
            self.0.extend(syn::parse2(item.to_token_stream()));
        }
    }
}

fn derives(attribute: &Attribute) -> bool {
    attribute.path().is_ident("derive") && attribute.to_token_stream().to_string().contains("S3Error")
}

/// The messages of the `compile_error!`s in some code.
pub(super) fn errors(code: TokenStream, messages: &mut Vec<String>) {
    let mut mistakes = Vec::new();
    mistakes_of(code, &mut mistakes);
    messages.extend(mistakes.into_iter().map(|(message, _)| message));
}

/// The same, each with the part of the source at which it is.
fn mistakes_of(code: TokenStream, mistakes: &mut Vec<(String, Range<usize>)>) {
    let mut name = None;
    for token in code {
        match token {
            TokenTree::Ident(ident) => name = (ident == "__s3err_compile_error").then(|| ident.span()),
            TokenTree::Group(group) => {
                let Some(start) = name.take() else {
                    mistakes_of(group.stream(), mistakes);
                    continue;
                };
                for inside in group.stream() {
                    if let TokenTree::Literal(literal) = inside
                        && let Lit::Str(text) = Lit::new(literal.clone())
                    {
                        // What is written by the macro has no place.
                        let places = [start, group.span(), literal.span()].map(|span| span.byte_range());
                        let places = places.into_iter().filter(|place| !place.is_empty());
                        let place = places.reduce(|all, place| all.start.min(place.start)..all.end.max(place.end));
                        mistakes.push((text.value(), place.unwrap_or_default()));
                    }
                }
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn programs(folder: &str) -> io::Result<Vec<PathBuf>> {
    let mut programs = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                programs.push(path);
            }
        }
    }
    Ok(programs)
}
