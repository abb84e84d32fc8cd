//! The derive's decisions, accepted and rejected, as the user's compiler shows them.

use std::io;
use std::path::Path;

use s3err_ui_tests::files_below;

/// One compiler only: renderings differ between compilers. `TRYBUILD=overwrite` renews what is expected; read what it
/// wrote.
#[rustversion::attr(not(stable(1.95)), ignore = "diagnostics are compared as rustc 1.95 renders them")]
#[test]
fn mistakes_are_rejected() {
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}

#[test]
fn the_rest_compiles_and_runs() {
    trybuild::TestCases::new().pass("pass/*.rs");
}

/// A mistake without its message would be taken for a new one, and a message without its mistake is never compared.
#[test]
fn every_mistake_has_its_message() -> io::Result<()> {
    let files = files_below(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/ui")))?;
    let counterpart = |file: &Path| match file.extension()?.to_str()? {
        "rs" => Some(file.with_extension("stderr")),
        "stderr" => Some(file.with_extension("rs")),
        _ => None,
    };
    let alone: Vec<_> =
        files.iter().filter(|file| counterpart(file).is_none_or(|other| !files.contains(&other))).collect();
    assert!(!files.is_empty() && alone.is_empty(), "a `.rs` without its `.stderr`, or the other way round: {alone:#?}");
    Ok(())
}
