//! What others wrote, as bytes: a roster kept in a spreadsheet, actions, a sheet that was sent back, minutes typed elsewhere. Makes tables
//! and texts of them, and of those what they would do to a council. Never opens a file, never changes a council, never panics.
//!
//! ```text
//! bytes ─▶ table / docx / prose ─▶ columns, rows ─▶ decide::import ─▶ a Plan: what is added, changed, left, refused
//! ```

mod columns;
mod docx;
mod encoding;
mod forms;
mod package;
mod plan;
mod prose;
mod rows;
mod table;
mod xlsx;

pub use columns::{Heading, Headings, Map, NotMapped};
pub use encoding::text_of;
pub use plan::{NoPlan, Plan, Wanted, plan};
pub use prose::Passage;
pub use table::{Line, Table, tables_of_text};

use crate::domain::decide::import::Field;

/// What can be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Roster,
    Actions,
    Sheet,
    Minutes,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Roster, Self::Actions, Self::Sheet, Self::Minutes];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Roster => "roster",
            Self::Actions => "actions",
            Self::Sheet => "sheet",
            Self::Minutes => "minutes",
        }
    }

    /// Is it kept in a table?
    pub const fn is_table(self) -> bool {
        !matches!(self, Self::Minutes)
    }

    /// What its columns can be. Minutes have none.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Roster => &Field::ROSTER,
            Self::Actions => &Field::ACTIONS,
            Self::Sheet => &Field::SHEET,
            Self::Minutes => &[],
        }
    }
}

/// No list and no minutes are larger than this, in bytes; unpacked, three times that.
pub const LARGEST_FILE: usize = 32 << 20;

/// Why nothing can be read out of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// In no encoding we know.
    NotText,
    /// A spreadsheet or a document that is damaged, or kept under a password.
    Damaged,
    /// More than any list holds.
    TooLarge,
    /// More rows than can be meant.
    TooManyRows { rows: usize, most: usize },
    /// An old Excel or Word file (.xls, .doc).
    OldOffice,
}

/// What was in a file, before anybody looks what it is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Material {
    /// One table a sheet.
    Tables(Vec<Table>),
    Prose(Vec<Passage>),
}

/// Reads a file for what it is said to be. Tables may be text, .xlsx, or those of a .docx; minutes text, Markdown or .docx.
///
/// # Errors
/// Why it cannot be read.
pub fn read(kind: Kind, bytes: &[u8]) -> Result<Material, Unread> {
    if bytes.len() > LARGEST_FILE {
        return Err(Unread::TooLarge);
    }
    // What Office wrote before 2007, and what it keeps under a password.
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Unread::OldOffice);
    }
    let packed = package::is_package(bytes);
    match kind {
        Kind::Minutes if packed => Ok(Material::Prose(prose::passages_of_docx(&docx::read(bytes)?))),
        Kind::Minutes => Ok(Material::Prose(prose::passages(&text_of(bytes).ok_or(Unread::NotText)?))),
        _ if packed && package::has(bytes, docx::BODY) => {
            Ok(Material::Tables(forms::tables(kind, &docx::read(bytes)?)))
        }
        _ if packed => xlsx::read(bytes).map(Material::Tables),
        _ => tables_of_text(&text_of(bytes).ok_or(Unread::NotText)?).map(Material::Tables),
    }
}
