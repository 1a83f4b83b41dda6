//! What can go wrong between a council and the disk, as values: what happened and where. The words room says it to a person.

use super::pen::Holder;
use std::{
    collections::HashMap,
    io,
    path::{Path, PathBuf},
};

/// Why the store could not do what it was asked. Nothing on disk is worse than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    CannotRead {
        path: PathBuf,
        cause: Cause,
    },
    /// What was to be written is still in memory and is written with the next commit.
    CannotWrite {
        path: PathBuf,
        cause: Cause,
    },
    /// A file with a mistake in it.
    Unreadable(Box<Mistake>),
    /// A newer program wrote this file, when `found` is above [`FORMAT`](super::FORMAT); no program did, when it is below.
    OtherFormat {
        path: PathBuf,
        found: u32,
    },
    NoSuchCouncil {
        slug: String,
        /// The slug that may have been meant.
        nearest: Option<String>,
    },
    SlugTaken {
        slug: String,
    },
    /// Not a name for a council or meeting: see [`is_slug`](crate::domain::council::is_slug).
    BadName {
        name: String,
    },
    /// Another program on this machine is writing to this council.
    HeldElsewhere {
        slug: String,
        holder: Option<Box<Holder>>,
    },
    /// Someone on another machine has not laid down the pen, and may still be writing.
    PenNotLaidDown {
        slug: String,
        holder: Box<Holder>,
    },
    /// Someone took the pen out of our hand.
    PenTaken {
        holder: Box<Holder>,
    },
    /// The council was opened to be looked at.
    NoPen {
        slug: String,
    },
    /// A change does not fit the council on disk.
    Conflict {
        /// The id of the record in the way.
        record: String,
    },
}

/// What the operating system answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    pub kind: io::ErrorKind,
    /// The system's own words, in its own language.
    pub message: String,
}

/// The first mistake in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub path: PathBuf,
    pub place: Place,
    pub fault: Fault,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    NotUtf8,
    /// Not RON, or RON of another shape.
    Ron(ron::Error),
    /// Two records with one id.
    Repeated {
        id: String,
    },
    /// A meeting's file is named by its id.
    NamedOtherwise {
        id: String,
    },
}

/// A place in a text file, both counted from 1, the column in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub line: usize,
    pub column: usize,
    /// The line as it stands in the file.
    pub excerpt: String,
}

impl Problem {
    pub(super) fn unreadable(path: &Path, place: Place, fault: Fault) -> Self {
        Self::Unreadable(Box::new(Mistake { path: path.to_owned(), place, fault }))
    }

    pub(super) fn cannot_read(path: &Path, error: &io::Error) -> Self {
        Self::CannotRead { path: path.to_owned(), cause: error.into() }
    }

    pub(super) fn cannot_write(path: &Path, error: &io::Error) -> Self {
        Self::CannotWrite { path: path.to_owned(), cause: error.into() }
    }
}

impl From<&io::Error> for Cause {
    fn from(error: &io::Error) -> Self {
        Self { kind: error.kind(), message: error.to_string() }
    }
}

impl Place {
    pub(super) fn new(text: &str, line: usize, column: usize) -> Self {
        let excerpt = text.lines().nth(line - 1).unwrap_or_default().to_owned();
        Self { line, column, excerpt }
    }

    pub(super) fn start_of(text: &str) -> Self {
        Self::new(text, 1, 1)
    }

    pub(super) fn at_end_of(text: &str) -> Self {
        let line = text.matches('\n').count() + 1;
        let column = text.chars().rev().take_while(|c| *c != '\n').count() + 1;
        Self::new(text, line, column)
    }

    pub(super) fn of_ron(text: &str, error: &ron::error::SpannedError) -> Self {
        let trailing = error.code == ron::Error::TrailingCharacters;
        let ron::error::Position { line, col } = if trailing { error.span.end } else { error.span.start };
        let place = Self::new(text, line, col);
        let mut before = place.excerpt.chars().take(col - 1);
        // A comma that is missing at the end of a line is noticed at the next record, and is wanted where the line ended.
        if error.code == ron::Error::ExpectedComma && before.all(char::is_whitespace) {
            let above: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
            return Self::at_end_of(text[..above].trim_end()).within(text);
        }
        let gap = place.excerpt.chars().skip(col - 1).take_while(char::is_ascii_whitespace).count();
        Self { column: col + gap, ..place }
    }

    /// Where `field: id` stands, skipping the first `skip` of them; the start of the file when it is nowhere.
    pub(super) fn of_field(text: &str, field: &str, id: &str, skip: usize) -> Self {
        let quoted = ron::to_string(id).unwrap_or_default();
        let says_so = |at: usize| {
            let value = text[at + field.len()..].trim_start().strip_prefix(':').map(str::trim_start);
            value.is_some_and(|value| value.starts_with(&quoted) || word(value) == id)
        };
        let mut places = text.match_indices(field).map(|(at, _)| at).filter(|at| says_so(*at));
        places.nth(skip).map_or_else(|| Self::start_of(text), |at| Self::at_end_of(&text[..at]).within(text))
    }

    /// The character at this place; none at the end of a line.
    pub fn character(&self) -> Option<char> {
        self.excerpt.chars().nth(self.column - 1)
    }

    /// The same place with its whole line from `text`.
    fn within(self, text: &str) -> Self {
        Self::new(text, self.line, self.column)
    }
}

/// Where each value of one field stands first in a text: read once, however often it is asked.
#[derive(Debug)]
pub(super) struct Fields<'a>(HashMap<&'a str, (usize, usize)>);

impl<'a> Fields<'a> {
    pub fn of(text: &'a str, field: &str) -> Self {
        let mut places = HashMap::new();
        let (mut line, mut column, mut counted) = (1, 1, 0);
        for (at, _) in text.match_indices(field) {
            let between = &text[counted..at];
            match between.rsplit_once('\n') {
                Some((above, start)) => {
                    line += above.matches('\n').count() + 1;
                    column = start.chars().count() + 1;
                }
                None => column += between.chars().count(),
            }
            counted = at;
            let value = text[at + field.len()..].trim_start().strip_prefix(':').map(str::trim_start);
            if let Some(value) = value {
                places.entry(literal(value)).or_insert((line, column));
            }
        }
        Self(places)
    }

    /// Line and column of the field that says `id`; the start of the text when none does.
    pub fn place(&self, id: &str) -> (usize, usize) {
        let quoted = ron::to_string(id).unwrap_or_default();
        self.0.get(quoted.as_str()).or_else(|| self.0.get(id)).copied().unwrap_or((1, 1))
    }
}

/// The string with its quotes, or the name, that `text` begins with.
fn literal(text: &str) -> &str {
    let Some(string) = text.strip_prefix('"') else { return word(text) };
    let mut escaped = false;
    let end = string.find(|c| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    });
    end.map_or(text, |end| &text[..end + 2])
}

/// The name that `text` begins with.
fn word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}
