//! A type's table, of what the derive writes for it: plain literals in a few flat arrays, which cost the compiler less to check
//! than a call, a struct or a tuple for each. What is here runs when the program is compiled.

use crate::document::Layout;
use crate::{Describe, ErrorSpec, FieldSpec};

/// The table of a derived type.
///
/// `Deferred` stands for any type at all, and `()` is asked for. It makes the implementations generic: the constants of those
/// are evaluated when machine code needs them, and those of others by `cargo check` as well.
pub trait Table<Deferred> {
    /// The rows.
    const TABLE: &'static [ErrorSpec];
}

#[diagnostic::do_not_recommend]
impl<E: Table<()> + ?Sized> Describe for E {
    const SPECS: &'static [ErrorSpec] = E::TABLE;
}

/// What a type describes. One function, and not inlined: wherever the constant itself is named, the compiler writes all of it.
#[inline(never)]
#[must_use]
pub fn specs<E: Describe>() -> &'static [ErrorSpec] {
    E::SPECS
}

/// Some rows of a table. There are as many parts as keep each array below what clippy takes for too large for the stack.
///
/// - The texts: of each row the variant, its code and message, and the head of its document.
/// - The numbers: of each row its status, and how many of the gaps and of the details are its own, after those of the rows above.
/// - The gaps: of each what stands before and after its value.
/// - The details.
pub type Part = (&'static [&'static str], &'static [u16], &'static [&'static str], &'static [FieldSpec]);

/// The rows of all parts.
///
/// The compiler runs this for every row, and calls are what costs there: none is made that is not needed, and the answers for one
/// status serve the rows after it.
#[must_use]
#[allow(clippy::indexing_slicing)] // no index reaches the length
pub const fn rows<const N: usize>(parts: &[Part]) -> [ErrorSpec; N] {
    let mut usual_status = 500;
    let mut usual = ErrorSpec::__new("", "", usual_status, "", "");
    let mut rows = [usual; N];
    let (mut index, mut part) = (0, 0);
    while part < parts.len() {
        let (texts, numbers, gaps, mut details) = parts[part];
        let mut gaps = gaps.as_chunks().0;
        let (mut text, mut number) = (0, 0);
        while number < numbers.len() {
            let (status, gap_count, detail_count) = (numbers[number], numbers[number + 1], numbers[number + 2]);
            if status != usual_status {
                usual_status = status;
                usual = ErrorSpec::__new("", "", status, "", "");
            }
            let mut layout = Layout { head: texts[text + 3], gaps: &[] };
            if gap_count > 0 {
                (layout.gaps, gaps) = gaps.split_at(gap_count as usize);
            }
            let (variant, code, message) = (texts[text], texts[text + 1], texts[text + 2]);
            let mut row = ErrorSpec { variant, code, message, layout, ..usual };
            if detail_count > 0 {
                (row.details, details) = details.split_at(detail_count as usize);
            }
            // At once: the compiler keeps all pointers of the rows in one sorted list, which every write to a row moves.
            rows[index] = row;
            (index, text, number) = (index + 1, text + 4, number + 3);
        }
        part += 1;
    }
    rows
}

/// Details, of their names and two flags for each: whether it can be left out, and whether it is kept out of logs.
#[must_use]
#[allow(clippy::indexing_slicing)] // no index reaches the length
pub const fn details<const N: usize, const FLAGS: usize>(
    names: [&'static str; N],
    flags: [bool; FLAGS],
) -> [FieldSpec; N] {
    let mut details = [field("", false, false); N];
    let mut index = 0;
    while index < N {
        details[index] = field(names[index], flags[2 * index], flags[2 * index + 1]);
        index += 1;
    }
    details
}

/// A detail or a header: its name, whether it can be left out, and whether it is kept out of logs.
#[must_use]
pub const fn field(name: &'static str, optional: bool, sensitive: bool) -> FieldSpec {
    FieldSpec { name, optional, sensitive }
}
