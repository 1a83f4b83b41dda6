//! What leaves the program: minutes, notices, rosters, sheets and reports made from a council, and their writers.
//!
//! An [`Order`] names a [`Kind`] of paper and a [`Format`]; [`compose`] makes its [`Content`] from a council, which has no format yet
//! and can be looked at, and [`Content::bytes`] is the file. Pure: no file is read or written, the day comes in with [`Source`].
//!
//! Never rewords what a person typed, and nothing that is off the record gets into a paper unless it was asked for by name.

pub mod book;
pub mod document;
pub mod evaluation;
pub mod everything;
pub mod minutes;
pub mod wording;

mod actions;
mod agenda;
mod board;
mod content;
mod discreet;
mod figures;
mod handover;
mod kind;
mod name;
mod news;
mod notice;
mod order;
mod report;
mod roster;
mod seating;
mod sitting;
mod summary;
mod write;

pub use actions::{Entry, is_with, require_owner};
pub use content::Content;
pub use document::Document;
pub use kind::{About, Format, Kind};
pub use minutes::{Names, Options, minutes};
pub use name::file_name;
pub use order::{Arrange, Encoding, Order, PaperError, Sheet, Source, Which};
pub use write::{json::write as json, markdown, plain};

/// Makes the paper that was ordered, from what is read of the council ([`Order::unread`] tells what has to be).
///
/// # Errors
/// A kind that does not come in the format, a meeting or year that is not there or not read, or wording that does not work.
pub fn compose(order: &Order, source: Source) -> Result<Content, PaperError> {
    if !order.kind.formats().contains(&order.format) {
        return Err(PaperError::NoSuchFormat { kind: order.kind, format: order.format });
    }
    match order.kind {
        Kind::Agenda => agenda::compose(order, source),
        Kind::Notice => notice::compose(order, source),
        Kind::Roster => roster::compose(order, source),
        Kind::Seating => seating::compose(order, source),
        Kind::Minutes => minutes::compose(order, source),
        Kind::Summary => summary::compose(order, source),
        Kind::Actions => actions::compose(order, source),
        Kind::News => news::compose(order, source),
        Kind::Evaluation => evaluation::compose(order, source),
        Kind::Report => report::compose(order, source),
        Kind::Handover => handover::compose(order, source),
        Kind::Board => board::compose(order, source),
        Kind::Everything => everything::compose(order, source),
    }
}
