//! What was copied or cut last, to be pasted inside the program. Never the system's clipboard, which is only ever written to.

use crate::domain::decide::record::Taken;

#[derive(Clone, Debug)]
pub enum Clip {
    Text(String),
    /// Whole lines of a record, with the actions they gave.
    Lines(Vec<Taken>),
}

/// More is kept for pasting here, but not handed to the terminal, in bytes: common terminals take no more in one piece.
pub const MOST_HANDED_OUT: usize = 72_000;
