//! What the program wants done outside itself, as data. The command line's shell does it and answers with a message.

use crate::domain::{Change, Council};

#[derive(Clone, Debug)]
pub enum Effect {
    /// Everything not yet confirmed, oldest first: the next success repairs the failures before it.
    Persist(Vec<Change>),
    /// List the councils of the home.
    List,
    Open {
        slug: String,
    },
    /// Make a new workspace and open it.
    Create {
        slug: String,
        council: Box<Council>,
    },
    /// Write a paper into the folder the program was started in, under this file name.
    Export {
        file: String,
        text: String,
    },
    /// Draw everything anew.
    Redraw,
    Quit,
}
