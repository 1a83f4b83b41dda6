//! What can lie over the panes. The last one has the keys.

use super::{
    asking::Asking, cursor::Cursor, form::Form, intake::Intake, notice::Notice, outside::Clashes,
    papers::Papers, picker::Picker,
};
use crate::{
    domain::{
        Aspect,
        id::{MemberId, OrganisationId},
    },
    text::editor::Editor,
};
use chrono::NaiveDateTime;

#[derive(Clone, Debug)]
pub enum Overlay {
    Form(Form),
    Picker(Picker),
    Help {
        offset: usize,
    },
    CheckIn(CheckIn),
    ReadBack(ReadBack),
    Clashes(Clashes),
    Notice(Notice),
    Asking(Asking),
    Aspects(AspectWalk),
    /// Over the whole council; what it knows outlives it.
    Search,
    Papers(Box<Papers>),
    /// A list or minutes kept elsewhere, before they are taken in.
    Intake(Box<Intake>),
    /// Finishing the minutes of the meeting on screen; where it is, [`Model::finishing`](super::Model::finishing) keeps.
    Minutes,
}

/// Fast check-in: a number or the first kana, Enter, and the name shows large.
#[derive(Clone, Debug, Default)]
pub struct CheckIn {
    pub input: Editor,
    pub cursor: Cursor,
    /// The cursor was moved into the roll with nothing typed.
    pub stepped: bool,
    /// Who was checked in last.
    pub last: Option<MemberId>,
}

impl CheckIn {
    /// Does the row under the cursor count as chosen?
    pub fn has_choice(&self) -> bool {
        self.stepped || !self.input.text().trim().is_empty()
    }
}

/// Reading back every decision and action before the meeting closes.
#[derive(Clone, Debug, Default)]
pub struct ReadBack {
    pub cursor: Cursor,
    /// When it came up; a second press of the closing key at once is a slip.
    pub opened: Option<NaiveDateTime>,
}

/// Going through the six aspects of an organisation before it is asked for something.
#[derive(Clone, Debug)]
pub struct AspectWalk {
    pub organisation: OrganisationId,
    /// Which of the six is in hand.
    pub at: usize,
}

impl AspectWalk {
    pub fn aspect(&self) -> Aspect {
        Aspect::ALL[self.at.min(Aspect::ALL.len() - 1)]
    }

    pub const fn is_at_last(&self) -> bool {
        self.at + 1 >= Aspect::ALL.len()
    }
}
