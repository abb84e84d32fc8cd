//! What the macro says of the mistakes of `ui-tests`, without a compiler around it: in a moment, and on any toolchain.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{fs, io};

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
        let said = refusals(&file)?;
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
    assert!(compared > 200, "only {compared} mistakes were found");
    Ok(())
}

#[test]
fn the_macro_takes_what_has_to_compile() -> Result<(), Box<dyn Error>> {
    let Ok(files) = programs("../ui-tests/pass") else { return Ok(()) };
    for file in files {
        if fs::read_to_string(&file)?.contains("#[cfg(") {
            continue; // what is not configured, the compiler takes away before
        }
        assert_eq!(refusals(&file)?, Vec::<String>::new(), "{}", file.display());
    }
    Ok(())
}

/// What the macro says of the types of a program.
fn refusals(file: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut inputs = Inputs::default();
    // A program that is no Rust outside of our attributes is not for us.
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

/// The texts of the `compile_error!`s in some code.
pub(super) fn errors(code: TokenStream, messages: &mut Vec<String>) {
    let mut is_error = false;
    for token in code {
        match token {
            TokenTree::Ident(ident) => is_error = ident == "compile_error",
            TokenTree::Group(group) if is_error => {
                is_error = false;
                for inside in group.stream() {
                    if let TokenTree::Literal(literal) = inside
                        && let Lit::Str(text) = Lit::new(literal)
                    {
                        messages.push(text.value());
                    }
                }
            }
            TokenTree::Group(group) => errors(group.stream(), messages),
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
