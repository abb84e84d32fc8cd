//! The files that the tests share: the cases are in `ui` (rejected) and `pass` (accepted).

use std::path::{Path, PathBuf};
use std::{fs, io};

/// The files of a folder and of those in it.
///
/// # Errors
///
/// Returns an error if a folder cannot be read.
pub fn files_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}
