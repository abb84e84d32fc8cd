//! Rules for the documentation as a whole. That its programs run is tested by rustdoc.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// rustdoc's page shows this many columns of code before it scrolls.
const CODE_COLUMNS: usize = 96;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| unreachable!("{path}: {error}"))
}

/// All files below a folder.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

/// The documentation in a file: all of a page, of a source file what its doc comments say.
fn documentation(path: &Path) -> Option<Vec<String>> {
    let text = fs::read_to_string(path).ok()?;
    let line_of_comment = |line: &str| {
        let line = line.trim_start();
        let line = line.strip_prefix("///").or_else(|| line.strip_prefix("//!"))?;
        Some(line.strip_prefix(' ').unwrap_or(line).to_owned())
    };
    match path.extension()?.to_str()? {
        "md" => Some(text.lines().map(str::to_owned).collect()),
        "rs" => Some(text.lines().filter_map(line_of_comment).collect()),
        _ => None,
    }
}

/// The lines of the blocks of code. What a program prints is not code.
fn code(lines: &[String]) -> Vec<&str> {
    let mut code = Vec::new();
    let mut fence = None;
    for line in lines.iter().map(|line| line.trim_end()) {
        match (line.trim_start().strip_prefix("```"), fence) {
            (Some(language), None) => fence = Some(language),
            (Some(_), Some(_)) => fence = None,
            (None, None | Some("text" | "http")) => {}
            (None, Some(_)) if line.starts_with("# ") => {} // hidden
            (None, Some(_)) => code.push(line),
        }
    }
    code
}

#[test]
fn no_line_of_code_is_cut_off() -> io::Result<()> {
    let mut paths = files(&root().join("s3err-core/src"))?;
    paths.push(root().join("README.md"));
    for path in paths {
        for line in documentation(&path).iter().flat_map(|lines| code(lines)) {
            let width = line.chars().count();
            assert!(width <= CODE_COLUMNS, "{}: {width} columns: {line}", path.display());
        }
    }
    Ok(())
}

#[test]
fn the_front_page_leads_on() {
    let lib = read("s3err-core/src/lib.rs");
    let front: String = lib.lines().map_while(|line| line.strip_prefix("//!")).collect();
    let links = front.matches("[`").count();
    assert!(links >= 15, "{links} links to items");
}

#[test]
fn each_guide_leads_to_the_next() -> io::Result<()> {
    let guides = files(&root().join("s3err-core/src/guide"))?;
    let pages: Vec<_> = guides.iter().filter(|path| path.extension().is_some_and(|name| name == "md")).collect();
    assert!(pages.len() >= 20, "{} pages", pages.len());
    for page in pages {
        let text = fs::read_to_string(page)?;
        let next = text.split("\nNext: ").nth(1).unwrap_or_default();
        assert!(next.contains("](crate::guide"), "{}", page.display());
    }
    Ok(())
}

#[test]
fn each_attribute_says_where_it_goes_and_has_an_example_that_runs() {
    let page = read("s3err-core/src/attributes.md");
    let sections: Vec<_> = page.split("\n## ").skip(1).collect();
    assert!(sections.len() >= 22, "{} sections", sections.len());
    for section in sections {
        let heading = section.lines().next().unwrap_or_default();
        assert!(section.contains("\n*On a"), "{heading}: where it goes");
        assert!(section.contains("\n```\n"), "{heading}: an example that runs");
    }
}

#[test]
fn the_index_of_attributes_is_complete() {
    let page = read("s3err-core/src/attributes.md");
    let index = page.split("# Index").nth(1).and_then(|rest| rest.split("\n# ").next()).unwrap_or_default();
    for heading in page.lines().filter_map(|line| line.strip_prefix("## `")) {
        let name: String = heading.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        assert!(index.contains(&format!("[`{name}")), "{heading}");
    }
}

#[test]
fn the_readme_is_short_and_shows_what_the_compiler_says() {
    let readme = read("README.md");
    assert!(readme.len() < 9_000, "{} bytes", readme.len());
    let case = read("ui-tests/ui/cascade/readme.rs");
    let (_, program) = case.split_once("\n\n").unwrap_or_default();
    let program = program.trim_end().trim_end_matches("fn main() {}").trim_end();
    assert!(readme.contains(program), "{program}");
    for line in read("ui-tests/ui/cascade/readme.stderr").lines() {
        let is_said = line.starts_with("error:") || line.trim_start().starts_with("help:");
        assert!(!is_said || readme.contains(line), "{line}");
    }
}

#[test]
fn every_feature_is_in_the_tables_of_features() {
    let manifest = read("s3err-core/Cargo.toml");
    let features = manifest.split("\n[features]").nth(1).and_then(|rest| rest.split("\n[").next()).unwrap_or_default();
    let (front, readme) = (read("s3err-core/src/lib.rs"), read("README.md"));
    for feature in features.lines().filter_map(|line| line.split_once(" = [")).map(|(name, _)| name) {
        if feature != "default" && !feature.starts_with('_') {
            let cell = format!("`{feature}`");
            assert!(readme.contains(&cell) && front.contains(&cell), "{feature}");
        }
    }
}

/// rustdoc finds names, and nothing that is only said.
#[test]
fn what_newcomers_search_for_is_found() {
    let (lib, guide) = (read("s3err-core/src/lib.rs"), read("s3err-core/src/guide/mod.rs"));
    let lines = || lib.lines().chain(guide.lines());
    for word in [
        "404",
        "actix",
        "attribute",
        "axum",
        "classify",
        "client",
        "CORS",
        "custom",
        "decode",
        "DeleteObjects",
        "derive",
        "deserialize",
        "detail",
        "display",
        "documentation",
        "downcast",
        "fake",
        "gateway",
        "handler",
        "html",
        "IntoResponse",
        "layer",
        "logging",
        "middleware",
        "migration",
        "mock",
        "openapi",
        "panic",
        "presigned",
        "proxy",
        "request id",
        "ResponseError",
        "Retry-After",
        "source",
        "strict",
        "timeout",
        "tower",
        "tracing",
        "transparent",
        "uuid",
        "via",
        "warp",
        "x-amz-id-2",
        "x-amz-request-id",
    ] {
        let alias = format!("\"{word}\"");
        assert!(lines().any(|line| line.starts_with("#[doc(alias(") && line.contains(&alias)), "{word}");
    }
}
