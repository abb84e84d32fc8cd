//! The generated code, shown: an enum a feature of the grammar, and beside it what it expands to.
//!
//! With `S3ERR_BLESS=1` in the environment the files are written anew; read what has changed.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use proc_macro2::TokenStream;
use syn::visit::{self, Visit};
use syn::{DeriveInput, Expr, ExprArray, ItemStatic};

use crate::derive::derive;

/// The beginning of the expansion in the page of the guide.
const START: &str = "<!-- expansion -->\n```text\n";

/// The most that a variant with two details may add to the generated code, in bytes without blanks.
const MOST_PER_VARIANT: usize = 850;

#[test]
fn expansions_are_as_shown() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/expansions");
    let mut different = Vec::new();
    let mut cases = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".expanded.rs") {
            assert!(input_of(&path).exists(), "{} belongs to no case", path.display());
            continue;
        }
        cases += 1;
        let expanded = expand(&fs::read_to_string(&path)?)?;
        let shown = path.with_extension("expanded.rs");
        if fs::read_to_string(&shown).ok().as_ref() != Some(&expanded) {
            bless(&shown, &expanded)?;
            different.push(shown);
        }
    }
    assert!(cases > 10, "the cases were not found");
    assert!(different.is_empty() || is_blessing(), "not as shown, `S3ERR_BLESS=1` writes them anew: {different:#?}");
    Ok(())
}

/// In the packaged crate, which is alone, there is no page.
#[test]
fn the_guide_shows_what_an_enum_expands_to() -> Result<(), Box<dyn Error>> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../s3err-core/src/guide/expansion.md");
    let Ok(text) = fs::read_to_string(&page) else { return Ok(()) };
    let written = between(&text, "```rust\n", "```").ok_or("the page has no enum")?;
    let item = written.split_once("#[derive").map(|(_, item)| format!("#[derive{item}")).ok_or("no derive")?;
    let expanded = expand(&item)?;
    let shown = between(&text, START, "```").ok_or("the page has no expansion")?;
    if shown != expanded {
        let (before, after) = text.split_once(&format!("{START}{shown}")).ok_or("no place for it")?;
        bless(&page, &format!("{before}{START}{expanded}{after}"))?;
    }
    assert!(shown == expanded || is_blessing(), "not as shown, `S3ERR_BLESS=1` writes it anew:\n{expanded}");
    Ok(())
}

/// Limits the tokens that a variant adds to the generated code. A gate, not a goal: raise it on purpose or not at all.
#[test]
fn a_variant_adds_little_code() -> Result<(), Box<dyn Error>> {
    let length = |count: usize| -> Result<usize, Box<dyn Error>> {
        let fields = "#[s3(detail)] calculated_digest: String, #[s3(detail)] expected_digest: String";
        let variant = |number| format!("#[s3(code = \"BadDigest\")] V{number:03} {{ {fields} }},");
        let variants = (0..count).map(variant).collect::<Vec<_>>().concat();
        Ok(expand(&format!("enum Failure {{ {variants} }}"))?.split_whitespace().map(str::len).sum())
    };
    let per_variant = (length(100)? - length(1)?) / 99;
    assert!(per_variant <= MOST_PER_VARIANT, "{per_variant} bytes");
    Ok(())
}

/// However many variants there are: clippy takes an array of more than 16 KiB for one on the stack, and says so in the
/// user's crate, unless it is that of a static.
#[test]
fn the_rows_of_many_variants_are_a_static() -> Result<(), Box<dyn Error>> {
    #[derive(Default)]
    struct Lengths {
        of_statics: Vec<usize>,
        of_others: Vec<usize>,
    }

    impl<'a> Visit<'a> for Lengths {
        fn visit_item_static(&mut self, item: &'a ItemStatic) {
            match &*item.expr {
                Expr::Array(array) => self.of_statics.push(array.elems.len()),
                other => visit::visit_expr(self, other),
            }
        }

        fn visit_expr_array(&mut self, array: &'a ExprArray) {
            self.of_others.push(array.elems.len());
            visit::visit_expr_array(self, array);
        }
    }

    for (fields, most) in [("", 0), ("{ #[s3(detail)] key: String }", 1)] {
        let variant = |number| format!("#[s3(code = \"SlowDown\")] V{number} {fields},");
        let variants = (0..600).map(variant).collect::<Vec<_>>().concat();
        let code = expansion(&format!("enum Failure {{ {variants} }}"))?;
        let mut lengths = Lengths::default();
        lengths.visit_file(&code);
        assert_eq!(lengths.of_statics, [600]);
        assert_eq!(lengths.of_others.iter().copied().max().unwrap_or(0), most);
    }
    Ok(())
}

/// The expansion of an item, pretty-printed.
fn expand(item: &str) -> Result<String, Box<dyn Error>> {
    Ok(prettyplease::unparse(&expansion(item)?))
}

fn expansion(item: &str) -> Result<syn::File, Box<dyn Error>> {
    let input: DeriveInput = syn::parse2(item.parse::<TokenStream>().map_err(|error| error.to_string())?)?;
    Ok(syn::parse2(derive(&input))?)
}

fn input_of(expanded: &Path) -> PathBuf {
    expanded.with_extension("").with_extension("rs")
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(start)?;
    rest.split_once(end).map(|(inside, _)| inside)
}

fn is_blessing() -> bool {
    env::var_os("S3ERR_BLESS").is_some()
}

fn bless(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    if is_blessing() {
        fs::write(path, text)?;
    }
    Ok(())
}
