//! Widths, cutting, wrapping, editing, dates, the capture language and the search. Never draws, never asks the clock; only [`capture`],
//! [`check_in`] and [`search`] know a council.
//!
//! Everything that is shown is measured by a [`ruler::Ruler`]; everything that comes in goes through [`clean`].

pub mod capture;
pub mod chart;
pub mod check_in;
pub mod clean;
pub mod dates;
pub mod editor;
pub mod figure;
pub mod fold;
pub mod guard;
pub mod hands;
pub mod near;
pub mod romaji;
pub mod ruler;
pub mod search;
pub mod wrap;
