//! A type's table, of what the derive writes for it: plain literals in a few flat arrays, which cost the compiler less to check
//! than a call, a struct or a tuple for each. What is here runs when the program is compiled.

use crate::document::{Gap, Layout};
use crate::{Describe, ErrorSpec, FieldSpec};

/// The table of a derived type.
///
/// `Deferred` stands for any type at all, and `()` is asked for. It makes the implementations generic: the constants of those
/// are evaluated when machine code needs them, and those of others by `cargo check` as well.
pub trait Table<Deferred> {
    /// The gaps of all rows, one row after the other.
    const GAPS: &'static [Gap<'static>] = &[];

    /// The details of all rows.
    const DETAILS: &'static [FieldSpec] = &[];

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

/// The gaps, of the two texts of each.
#[must_use]
pub const fn gaps(texts: &'static [&'static str]) -> &'static [Gap<'static>] {
    texts.as_chunks().0
}

/// The details, of their names and two flags for each: whether it can be left out, and whether it is kept out of logs.
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

/// The rows. Of each there are four texts, the variant, its code and message and the head of its document; and three numbers, its
/// status and how many of the type's gaps and details are its own, after those of the rows above.
///
/// The compiler runs this for every row, and calls are what costs there: none is made that is not needed, and the answers for one
/// status serve the rows after it.
#[must_use]
#[allow(clippy::indexing_slicing)] // no index reaches the length
pub const fn rows<E: Table<Deferred> + ?Sized, Deferred, const N: usize, const TEXTS: usize, const NUMBERS: usize>(
    texts: [&'static str; TEXTS],
    numbers: [u16; NUMBERS],
) -> [ErrorSpec; N] {
    let (mut gaps, mut details) = (E::GAPS, E::DETAILS);
    let mut usual_status = 500;
    let mut usual = ErrorSpec::__new("", "", usual_status, "", "");
    let mut rows = [usual; N];
    let mut index = 0;
    while index < N {
        let (text, number) = (4 * index, 3 * index);
        let (status, gap_count, detail_count) = (numbers[number], numbers[number + 1], numbers[number + 2]);
        if status != usual_status {
            usual_status = status;
            usual = ErrorSpec::__new("", "", status, "", "");
        }
        let mut layout = Layout { head: texts[text + 3], gaps: &[] };
        if gap_count > 0 {
            (layout.gaps, gaps) = gaps.split_at(gap_count as usize);
        }
        rows[index] =
            ErrorSpec { variant: texts[text], code: texts[text + 1], message: texts[text + 2], layout, ..usual };
        if detail_count > 0 {
            (rows[index].details, details) = details.split_at(detail_count as usize);
        }
        index += 1;
    }
    rows
}
