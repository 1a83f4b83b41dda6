//! Lists and minutes kept elsewhere, into a council: who or what is meant by each line, and what it changes. Never reads a file, and never
//! takes anything away.

pub mod actions;
pub mod minutes;
pub mod roster;
pub mod sheet;

use crate::domain::{Column, Edit, Refusal};
use std::ops::Range;

/// What a column of a list can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    Name,
    Kana,
    Organisation,
    Post,
    Office,
    Class,
    Email,
    Number,
    Text,
    Owners,
    Due,
    State,
    Note,
    Id,
    Whose,
    Year,
    Programme,
    Viewpoint,
    Aim,
    Problems,
    Progress,
    Evaluation,
}

impl Field {
    pub const ROSTER: [Self; 7] =
        [Self::Name, Self::Kana, Self::Organisation, Self::Post, Self::Office, Self::Class, Self::Email];
    pub const ACTIONS: [Self; 6] =
        [Self::Number, Self::Text, Self::Owners, Self::Due, Self::State, Self::Note];
    /// The columns of the plan-and-evaluation sheet that are written in, in the order of [`Column::ALL`].
    pub const CELLS: [Self; 6] =
        [Self::Programme, Self::Viewpoint, Self::Aim, Self::Problems, Self::Progress, Self::Evaluation];
    pub const SHEET: [Self; 9] = [
        Self::Id,
        Self::Whose,
        Self::Year,
        Self::Programme,
        Self::Viewpoint,
        Self::Aim,
        Self::Problems,
        Self::Progress,
        Self::Evaluation,
    ];

    /// The name on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Kana => "kana",
            Self::Organisation => "organisation",
            Self::Post => "post",
            Self::Office => "office",
            Self::Class => "class",
            Self::Email => "email",
            Self::Number => "number",
            Self::Text => "text",
            Self::Owners => "owners",
            Self::Due => "due",
            Self::State => "state",
            Self::Note => "note",
            Self::Id => "id",
            Self::Whose => "whose",
            Self::Year => "year",
            Self::Programme => Column::Programme.key(),
            Self::Viewpoint => Column::Viewpoint.key(),
            Self::Aim => Column::Aim.key(),
            Self::Problems => Column::Problems.key(),
            Self::Progress => Column::Progress.key(),
            Self::Evaluation => Column::Evaluation.key(),
        }
    }

    /// The column of the plan-and-evaluation sheet it is.
    pub const fn cell(self) -> Option<Column> {
        Some(match self {
            Self::Programme => Column::Programme,
            Self::Viewpoint => Column::Viewpoint,
            Self::Aim => Column::Aim,
            Self::Problems => Column::Problems,
            Self::Progress => Column::Progress,
            Self::Evaluation => Column::Evaluation,
            _ => return None,
        })
    }
}

/// What a list does to a council.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// One step of undo. They fit each other whether or not other lines are refused.
    pub edits: Vec<Edit>,
    /// The lines that are taken, in the order of the file.
    pub rows: Vec<Taken>,
    pub refused: Vec<Refused>,
}

/// A line that is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// Where it stands in the file, counted from 1.
    pub line: usize,
    /// Whom or what it is about, as the file calls it.
    pub what: String,
    pub fate: Fate,
    /// Which of the edits it makes.
    pub edits: Range<usize>,
    /// What became of a line of the minutes besides.
    pub aside: Option<Aside>,
}

/// Where a line of the minutes led.
#[derive(Clone, Debug, PartialEq)]
pub enum Aside {
    /// The lines that follow stand under the item of this title.
    Under(String),
    /// The same, and the item is new.
    NewItem(String),
    /// They stand under no item; the heading is none of the agenda.
    Outside,
    /// What it asks for cannot be done: it stands as a note to the letter.
    Kept(Refusal),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Added,
    Changed,
    /// The council says the same already.
    Left,
}

/// A line that is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub line: usize,
    pub why: WhyNot,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// Neither a name nor a post.
    Nobody,
    NotAnAddress(String),
    /// Several members of the roster fit.
    Several,
    /// The same member, action or row as on a line above.
    Twice {
        line: usize,
    },
    /// A line above already gave this single seat.
    SeatGiven {
        title: String,
        line: usize,
    },
    /// More cells than there are headings: a comma too many.
    TooManyCells,
    /// A cell runs over several lines: a quotation mark too many.
    SeveralLines,
    /// A cell says more than anybody could mean.
    TooLong,
    /// Neither a number nor what is to be done.
    NothingToDo,
    /// No action has this number.
    NoSuchNumber(String),
    /// No day, and neither the next meeting nor none.
    NotADay(String),
    /// Several on the roster go by this name.
    SeveralPeople(String),
    NotAState(String),
    /// An action is dropped for a reason, and the note has none.
    NoReason,
    /// No row of the sheet has this id.
    NoSuchRow(String),
    /// Several rows of the year are theirs, and the line names none by its id.
    SeveralRows,
    /// It does not say whose row it is.
    NobodysRow,
    NotAYear(String),
    Refused(Refusal),
}

impl From<Refusal> for WhyNot {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl Imported {
    /// How many lines fare so.
    pub fn count(&self, fate: Fate) -> usize {
        self.rows.iter().filter(|row| row.fate == fate).count()
    }

    fn refuse(&mut self, line: usize, why: impl Into<WhyNot>) {
        self.refused.push(Refused { line, why: why.into() });
    }
}
