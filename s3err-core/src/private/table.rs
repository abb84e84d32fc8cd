//! A type's table, of what the derive writes for it: plain literals in tuples, which cost the compiler less to check than
//! a call or a struct for each. What is here runs when the program is compiled.

use super::Derived;
use crate::document::Layout;
use crate::{ErrorSpec, FieldSpec};

/// A row: the variant, its code, status and message, the head of its document, and how many of the type's gaps and details
/// are its own, after those of the rows above.
pub type Row = (&'static str, &'static str, u16, &'static str, &'static str, usize, usize);

/// A detail or a header: its name, whether it can be left out, and whether it is kept out of logs.
#[must_use]
pub const fn field(name: &'static str, optional: bool, sensitive: bool) -> FieldSpec {
    FieldSpec { name, optional, sensitive }
}

/// The table. The compiler runs this for every row, and calls are what costs there: none is made that is not needed, and the
/// answers for one status serve the rows after it.
#[must_use]
#[allow(clippy::indexing_slicing)] // no index reaches the length
pub const fn specs<E: Derived + ?Sized, const N: usize>(rows: &[Row; N]) -> [ErrorSpec; N] {
    let (mut gaps, mut details) = (E::GAPS, E::DETAILS);
    let mut usual_status = 500;
    let mut usual = ErrorSpec::__new("", "", usual_status, "", "");
    let mut specs = [usual; N];
    let mut index = 0;
    while index < N {
        let (variant, code, status, message, head, gap_count, detail_count) = rows[index];
        if status != usual_status {
            usual_status = status;
            usual = ErrorSpec::__new("", "", status, "", "");
        }
        let mut layout = Layout { head, gaps: &[] };
        if gap_count > 0 {
            (layout.gaps, gaps) = gaps.split_at(gap_count);
        }
        specs[index] = ErrorSpec { variant, code, message, layout, ..usual };
        if detail_count > 0 {
            (specs[index].details, details) = details.split_at(detail_count);
        }
        index += 1;
    }
    specs
}
