//! What somebody asked for, what it is made from, and why it could not be made.

use super::{
    kind::{About, Format, Kind},
    minutes::{Names, Options},
    wording::{Wording, WordingError},
};
use crate::{
    domain::{Council, Meeting, Unread, id::MeetingId},
    words::Words,
};
use chrono::{NaiveDate, NaiveDateTime};

/// A paper as it was asked for. What a kind has no use for, it passes over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub kind: Kind,
    pub format: Format,
    /// The meeting it is about; a roster about a meeting tells who comes.
    pub meeting: Option<MeetingId>,
    /// The calendar year the fiscal year began in; without it, the one of the day.
    pub year: Option<i32>,
    pub names: Names,
    /// Minutes: every line, also under an item that has a summary.
    pub verbatim: bool,
    /// Minutes: the time before each line.
    pub times: bool,
    /// Roster: in which order, under which headings.
    pub arrange: Arrange,
    /// Actions: which of them.
    pub which: Which,
    /// CSV: for Excel as it is today, or for the programs of before.
    pub encoding: Encoding,
    /// Board: the sheet it is printed on.
    pub sheet: Sheet,
    /// Everything: also what is off the record.
    pub off_record: bool,
}

/// How a roster is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrange {
    /// By office, then by kana (五十音).
    #[default]
    Office,
    /// Under the class of the organisation.
    Class,
    /// Under each organisation.
    Organisation,
}

impl Arrange {
    pub const ALL: [Self; 3] = [Self::Office, Self::Class, Self::Organisation];
}

/// Which actions a list holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// Whatever is not finished.
    #[default]
    Open,
    All,
    Overdue,
    /// Open, and with a person, organisation or role of this name.
    With(String),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 with a byte order mark, which Excel opens as it is.
    #[default]
    Utf8,
    /// Shift_JIS as Windows has it.
    Cp932,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    #[default]
    A4,
    A3,
}

/// What a paper is made from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    pub council: &'a Council,
    pub words: Words,
    pub now: NaiveDateTime,
    pub wording: &'a Wording,
}

/// Why there is no paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperError {
    NoSuchFormat {
        kind: Kind,
        format: Format,
    },
    /// The paper is about a meeting, and there is none, or none was named.
    NoMeeting,
    /// What it is made from has not been read.
    NotLoaded,
    /// Nothing of the kind is kept: no sheet for the year, nobody on the roster.
    Nothing(Kind),
    Wording(WordingError),
    /// No owner of an action is called so.
    NoSuchOwner {
        typed: String,
        names: Vec<String>,
    },
    /// These characters are not in the encoding that was asked for.
    DoesNotFit {
        characters: Vec<char>,
    },
    /// The library that writes the format refused.
    Writer(String),
}

impl PaperError {
    /// What went wrong and what to do, in the language of whoever asked.
    pub fn said(&self, words: Words) -> String {
        let list = |names: Vec<&str>| names.join(words.pick("、", ", "));
        match self {
            Self::NoSuchFormat { kind, .. } => {
                let formats = kind.formats().iter().map(|format| format.key()).collect();
                words.paper_no_such_format(kind.name(words), &list(formats))
            }
            Self::NoMeeting => words.paper_no_meeting().to_owned(),
            Self::NotLoaded => words.paper_not_loaded().to_owned(),
            Self::Nothing(kind) => words.paper_nothing(kind.name(words)),
            Self::Wording(error) => error.said(words),
            Self::NoSuchOwner { typed, .. } => words.cli_no_owner(typed),
            Self::DoesNotFit { characters } => {
                words.paper_does_not_fit(&characters.iter().collect::<String>())
            }
            Self::Writer(why) => words.paper_writer(why),
        }
    }
}

impl From<WordingError> for PaperError {
    fn from(error: WordingError) -> Self {
        Self::Wording(error)
    }
}

impl Order {
    /// The usual paper of a kind, in its usual format.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            format: kind.formats()[0],
            meeting: None,
            year: None,
            names: Names::default(),
            verbatim: false,
            times: false,
            arrange: Arrange::default(),
            which: Which::default(),
            encoding: Encoding::default(),
            sheet: Sheet::default(),
            off_record: false,
        }
    }

    /// What has to be read of the council before this paper can be made.
    pub fn unread(&self, council: &Council) -> Unread {
        match (self.kind.about(), &self.meeting) {
            // A news sheet looks forward from its meeting, and its indicators and points are in memory anyway.
            (About::Meeting, Some(meeting)) => council.unread_of(meeting),
            (About::Meeting, None) => Unread::default(),
            (About::Council, Some(meeting)) if self.kind == Kind::Roster => council.unread_of(meeting),
            (About::Council, _) if self.kind == Kind::Roster => Unread::default(),
            (About::FiscalYear, _) if self.kind == Kind::Evaluation => Unread::default(),
            (About::FiscalYear | About::Council, _) => council.unread(),
        }
    }

    /// The options of minutes among what was asked for.
    pub const fn minutes(&self) -> Options {
        Options { times: self.times, verbatim: self.verbatim, names: self.names }
    }

    /// The meeting the paper is about.
    ///
    /// # Errors
    /// [`PaperError::NoMeeting`].
    pub fn meeting<'a>(&self, council: &'a Council) -> Result<&'a Meeting, PaperError> {
        self.meeting.as_ref().and_then(|id| council.meetings.get(id)).ok_or(PaperError::NoMeeting)
    }
}

impl Source<'_> {
    pub const fn today(self) -> NaiveDate {
        self.now.date()
    }

    /// The fiscal year a paper is about: the one ordered, else that of the day.
    pub fn year(self, order: &Order) -> i32 {
        order.year.unwrap_or_else(|| self.council.fiscal_year(self.today()))
    }
}
