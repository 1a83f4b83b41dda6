//! What reaches the program: keys, pastes, the mouse, the clock, and the answers to effects.

use super::{
    access::Access,
    key::Key,
    outside::Outside,
    save::{Copied, Draft},
};
use crate::{
    domain::{Action, Body, Change, Council, List, Neighbour, Unread, id::MeetingId},
    intake::Kind,
    paper::wording::Wording,
    words::{Mark, Words},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    Click,
    WheelUp,
    WheelDown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    pub kind: MouseKind,
    pub column: u16,
    pub row: u16,
}

/// Something that went wrong, already in the user's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What happened, and why.
    pub what: String,
    /// What to do about it.
    pub todo: String,
    /// Why, in two or three words for the header.
    pub brief: String,
    /// The line of a file, where it is in one.
    pub mark: Option<Mark>,
}

impl Trouble {
    pub fn new(what: impl Into<String>, todo: impl Into<String>) -> Self {
        Self { what: what.into(), todo: todo.into(), brief: String::new(), mark: None }
    }

    /// Both as one line.
    pub fn text(&self, words: Words) -> String {
        [self.what.as_str(), &self.todo].join(words.pick("", " "))
    }
}

/// A council as the lobby lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub slug: String,
    pub name: String,
    pub meetings: usize,
    pub open_actions: usize,
    /// Why it cannot be opened, where it cannot.
    pub trouble: Option<Trouble>,
}

#[derive(Clone, Debug)]
pub enum Msg {
    Key(Key),
    Paste(String),
    Mouse(Mouse),
    Resize {
        width: u16,
        height: u16,
    },
    /// The time [`super::Model::tick`] asked for has passed.
    Tick,
    /// Everything up to this sequence number is on disk.
    Saved(u64),
    SaveFailed(Trouble),
    /// A copy was written elsewhere.
    Copied(Copied),
    /// The councils in the home.
    Listed(Vec<Listed>),
    /// Read from disk: another council, or the one on the screen as it is now.
    Opened(Opened),
    Loaded(Loaded),
    /// What was asked for could not be read.
    LoadFailed {
        wanted: Unread,
        trouble: Trouble,
    },
    /// Another program changed a file of the open council.
    Outside(Outside),
    /// The same, and the file has a mistake.
    OutsideTrouble {
        file: String,
        trouble: Trouble,
    },
    /// The other councils of the home.
    Neighbours(Vec<Neighbour>),
    /// What was written of an issue is with the other council, or cannot be taken there now.
    HandedOver {
        name: String,
        there: bool,
    },
    /// Something asked for did not work.
    Failed(Trouble),
    /// A file that is to be taken in was read, by its name.
    Read {
        name: String,
        kind: Kind,
        bytes: Vec<u8>,
    },
    /// A file was written where the user wanted it.
    Exported(String),
    /// Something in the folder of the open council has changed, by whomever.
    Stirred,
    /// Another has the pen now, or nobody has.
    Pen(Access),
    /// What the one who has the pen did, in order.
    Followed(Vec<Change>),
}

/// Parts of the open council, as they are after everything that is on disk.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    pub bodies: Vec<(MeetingId, Body)>,
    /// By fiscal year.
    pub shelves: Vec<(i32, List<Action>)>,
}

/// A council that was read from disk, as far as it was read.
#[derive(Clone, Debug)]
pub struct Opened {
    pub slug: String,
    pub council: Box<Council>,
    /// The sequence number it contains.
    pub seq: u64,
    /// The latest of the changes it contains, so that they can be taken back.
    pub recent: Vec<Change>,
    /// The set phrases of its papers.
    pub wording: Wording,
    /// Who works on it here.
    pub by: String,
    /// Lives in a throw-away home: gone when the program ends.
    pub throwaway: bool,
    /// The line that was being typed when the program ended.
    pub draft: Option<Draft>,
    pub access: Access,
    /// What came up while it was opened, to be told once.
    pub notices: Vec<Trouble>,
}
