//! Who may write to the council on the screen: this program, another one, or nobody until its files are mended. Never finds that out
//! by itself: it comes in with the messages.

use super::{model::Model, msg::Trouble};
use chrono::NaiveDateTime;

/// How the council on the screen is open. Only with [`Access::Ours`] can anything in it be changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// The pen is ours.
    #[default]
    Ours,
    /// Another program has the pen; we watch what it writes.
    Theirs(Holder),
    /// Nobody has the pen any more: it can be taken.
    Free,
    /// Files with mistakes; what could be read is there to be looked at.
    Damaged(Vec<Trouble>),
    /// Written by a newer program than this one.
    Newer { format: u32 },
}

/// Who has the pen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// As that person is called on their machine; empty where it is not known.
    pub by: String,
    /// The name of their machine; empty where it is not known.
    pub host: String,
    pub since: Option<NaiveDateTime>,
    pub life: Life,
}

/// Is the program that has the pen still running?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    Running,
    /// It is on another machine, where nobody can look from here.
    Unknown,
}

impl Model {
    pub fn may_write(&self) -> bool {
        self.access == Access::Ours
    }

    /// Why nothing can be changed now and what to do about it, in one line.
    pub fn read_only(&self) -> String {
        let words = self.words;
        match &self.access {
            // Asked by nobody who may write.
            Access::Ours => String::new(),
            Access::Theirs(holder) => {
                let who = words.pen_person_at(&holder.by, &holder.host);
                match holder.life {
                    Life::Running => words.pen_theirs(&who),
                    Life::Unknown => words.pen_theirs_unsure(&who),
                }
            }
            Access::Free => words.pen_free().to_owned(),
            Access::Damaged(troubles) => {
                let first = troubles.first().map(|it| it.what.as_str()).unwrap_or_default();
                words.pen_damaged(first)
            }
            Access::Newer { format } => words.pen_newer(*format),
        }
    }
}
