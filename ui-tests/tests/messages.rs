//! The wording of mistakes: in our words, at the place of the mistake, and alike.

use std::path::{Path, PathBuf};
use std::{fs, io};

use s3err_ui_tests::files_below;

/// The longest line of a message of ours, in characters.
const LONGEST: usize = 110;

/// Names of generated code, of which no user knows.
const PRIVATE: [&str; 6] = ["__s3err", "__private", "AsError", "ItIsAnError", "Derived", "stand_in"];

/// It is the derive that implements the trait a second time.
const OF_THE_DERIVE: &str = "trait/implemented-twice.stderr";

#[test]
fn no_message_names_generated_code_or_stands_at_the_derive() -> io::Result<()> {
    let mut bad = Vec::new();
    for (name, file) in expected()? {
        let text = fs::read_to_string(&file)?;
        let named = text.lines().find(|line| PRIVATE.iter().any(|word| line.contains(word)));
        let program = fs::read_to_string(file.with_extension("rs"))?;
        let at_the_derive = places(&text).any(|line| {
            let line = line.checked_sub(1).and_then(|line| program.lines().nth(line));
            line.is_some_and(|line| line.contains("derive("))
        });
        if named.is_some() || at_the_derive && name != OF_THE_DERIVE {
            bad.push(name);
        }
    }
    assert!(bad.is_empty(), "{bad:#?}");
    Ok(())
}

/// The lines of the program at which the errors of some output are.
fn places(text: &str) -> impl Iterator<Item = usize> {
    let mut is_error = false;
    text.lines().filter_map(move |line| {
        if line.starts_with("error") {
            is_error = true;
        } else if is_error && let Some((_, place)) = line.split_once("--> ") {
            is_error = false;
            return place.split(':').nth(1)?.parse().ok();
        }
        None
    })
}

#[test]
fn every_message_of_ours_says_what_is_wrong_and_then_what_to_write() -> io::Result<()> {
    let mut count = 0;
    for (name, file) in expected()? {
        let text = fs::read_to_string(&file)?;
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            // rustc's own errors have a number.
            let Some(problem) = line.strip_prefix("error: ").filter(|_| !is_rustcs(&text, line)) else { continue };
            count += 1;
            let help = lines.peek().map(|line| line.trim_start()).unwrap_or_default();
            assert!(help.starts_with("help: "), "{name}: no help: {problem}");
            for line in [problem, help] {
                assert!(line.chars().count() <= LONGEST, "{name}: too long: {line}");
                assert!(!line.ends_with(['.', ' ']), "{name}: {line}");
            }
        }
    }
    assert!(count > 120, "{count}");
    Ok(())
}

#[test]
fn no_note_of_ours_is_long() -> io::Result<()> {
    for (name, file) in expected()? {
        for note in fs::read_to_string(&file)?.lines().filter_map(|line| line.trim_start().strip_prefix("= note: ")) {
            let is_rustcs = note.starts_with("this error originates in");
            assert!(is_rustcs || note.chars().count() <= LONGEST, "{name}: too long: {note}");
        }
    }
    Ok(())
}

/// Returns whether rustc says this without a number: of syntax that it reads before we do, and of lifetimes.
fn is_rustcs(text: &str, line: &str) -> bool {
    line.contains("lifetime may not live long enough")
        || line.contains("expected one of")
        || line.contains("key-value attribute")
        || text.contains("error: aborting")
}

#[test]
fn the_page_has_a_line_for_each_topic() -> io::Result<()> {
    let page = fs::read_to_string(here().join("README.md"))?;
    let listed: Vec<_> = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`')).collect();
    let mut topics = Vec::new();
    for entry in fs::read_dir(here().join("ui"))? {
        topics.push(entry?.file_name().to_string_lossy().into_owned());
    }
    topics.sort_unstable();
    assert_eq!(listed.iter().map(|(topic, _)| *topic).collect::<Vec<_>>(), topics);
    Ok(())
}

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The expected messages of the compiler, by the name of the file.
fn expected() -> io::Result<Vec<(String, PathBuf)>> {
    let folder = here().join("ui");
    let mut files = files_below(&folder)?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "stderr"));
    files.sort_unstable();
    let name = |file: &Path| file.strip_prefix(&folder).unwrap_or(file).display().to_string();
    Ok(files.into_iter().map(|file| (name(&file), file)).collect())
}
