//! Searching a whole council: the language of a query, the folded texts it goes through, and where in a text its words stand.
//! Refuses nothing: what it cannot read as a filter is searched for as text, with a [`Doubt`] that says so. Knows no screen.
//!
//! | typed | finds |
//! | --- | --- |
//! | `健診 農務課` | what has both words, in any order; kana kind, width, case, dakuten form and spaces do not matter |
//! | `けんしん` | those letters, and every word that is read so on the roster or in the [`Readings`] |
//! | `"shelf space"` | these letters and no reading of them |
//! | `is:decision is:open` `種別:決定` `状態:未完` | kinds (any of them) and states (any of them) |
//! | `@農務課` `担当:農務課` | what somebody said, has to do, presents or leads |
//! | `#6` `#ツール` `ポイント:6` | what serves a point |
//! | `due:<12/20` `期限:>=12/1` | what is due before, after or on a day |
//! | `in:第3回` `in:2026-3` `in:令和8年度` `会議:FY2026` | what belongs to these meetings; several narrow each other |
//!
//! Colons, quotation marks, `＜＞＠＃` and spaces may be full-width. Everything named must hold.

mod entries;
mod filters;
mod index;
mod marks;
mod query;
mod readings;
#[cfg(test)]
mod tests;
mod tokens;

pub use entries::{Entry, Kind, Place};
pub use filters::{Deadline, Filter, Someone, Within};
pub use index::Index;
pub use marks::{matched, shortly_before};
pub use query::{Doubt, Query, Word};
pub use readings::Readings;
