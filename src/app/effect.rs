//! What the program wants done outside itself, as data. The command line's shell does it and answers with a message.

use super::save::Draft;
use crate::{
    domain::{Change, Council, Unread},
    intake::Kind,
    paper::{Content, Encoding, Format},
};

#[derive(Clone, Debug)]
pub enum Effect {
    /// Everything not yet confirmed, oldest first: the next success repairs the failures before it.
    Persist(Vec<Change>),
    /// Read these parts of the open council; each is asked for once, and answered once.
    Load(Unread),
    /// List the councils of the home.
    List,
    /// Read what the other councils of the home say of the issues they share with the open one.
    Neighbours,
    Open {
        slug: String,
    },
    /// Read the open council again as it is on disk, without taking the pen.
    Reread,
    /// See what others have done to the open council: the one who has the pen, and whether they are still there; for the one who
    /// has it, whether it was taken, and other programs.
    Follow,
    /// Take the pen, and read the council again as it is then; with force also where it cannot be seen whether the holder of the pen
    /// is still there.
    TakePen {
        force: bool,
    },
    /// Make a new workspace and open it.
    Create {
        slug: String,
        council: Box<Council>,
    },
    /// Write a paper into the folder the program was started in, under this file name or, where that is taken, one like it.
    Export {
        file: String,
        content: Box<Content>,
        format: Format,
        encoding: Encoding,
    },
    /// Read a file that is to be taken in; the path is as the user wrote it.
    Read {
        path: String,
        kind: Kind,
    },
    /// Keep the line being typed, or clear what was kept of it.
    Draft(Option<Draft>),
    /// Write the whole council into another folder, never over anything.
    SaveCopy {
        /// The folder as the user wrote it.
        to: String,
        slug: String,
        council: Box<Council>,
        /// The last change in it.
        seq: u64,
    },
    /// Hand a text to the terminal's clipboard.
    CopyOut(String),
    /// Draw everything anew.
    Redraw,
    Quit,
}
