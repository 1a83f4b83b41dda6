//! What another program did to the files while the council is open, as far as a person has to see it. Decides nothing.

use super::{cursor::Cursor, msg::Trouble};
use crate::domain::{Edit, merge::Clash};
use std::collections::VecDeque;

/// A file of the open council that another program changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Outside {
    /// Its name in the council's folder: `members.ron`.
    pub file: String,
    /// Where the file is kept as it was found.
    pub kept: String,
    /// What that program did to it, from the file as we knew it.
    pub edits: Vec<Edit>,
}

/// What came from outside and is not settled.
#[derive(Clone, Debug, Default)]
pub struct Arrivals {
    /// Changes of records that are not read yet.
    pub(super) unread: Vec<Outside>,
    /// What is still to be shown, oldest first.
    pub(super) news: VecDeque<News>,
}

/// Something to show a person when their hands are off the keys.
#[derive(Clone, Debug)]
pub(super) enum News {
    Clashes(Clashes),
    /// A file that was changed and has a mistake.
    Trouble {
        file: String,
        trouble: Trouble,
    },
}

/// Records of one file that were changed on both sides.
#[derive(Clone, Debug)]
pub struct Clashes {
    pub file: String,
    pub kept: String,
    pub records: Vec<Apart>,
    pub cursor: Cursor,
    /// How far the two versions of the chosen record are scrolled.
    pub offset: usize,
}

/// A record in two versions. Ours stays unless theirs is chosen.
#[derive(Clone, Debug)]
pub struct Apart {
    pub clash: Clash,
    pub theirs: bool,
}

impl Clashes {
    pub(super) fn new(file: String, kept: String, clashes: Vec<Clash>) -> Self {
        let records = clashes.into_iter().map(|clash| Apart { clash, theirs: false }).collect();
        Self { file, kept, records, cursor: Cursor::default(), offset: 0 }
    }
}
