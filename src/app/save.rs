//! How far what is on the screen is also on the disk: what is confirmed, why saving fails, where a copy lies, which draft is kept.
//! Never asks for anything itself; `update::saving` and `update::draft` do.

use super::{effect::Effect, model::Model, msg::Trouble};
use crate::domain::{
    Column,
    id::{MeetingId, RowId},
};
use chrono::NaiveDateTime;

/// The line or the cell being typed, as it is kept in case the program ends before Enter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The meeting it was to be written to; for a cell the one on the screen, empty where there is none.
    pub meeting: MeetingId,
    /// The cell of the plan-and-evaluation sheet it was to be written in, where it is no line.
    pub cell: Option<(RowId, Column)>,
    pub text: String,
    /// The last change made before it was kept.
    pub seq: u64,
}

/// Meeting, cell and text of what is being typed.
type Typed<'a> = (&'a str, Option<(&'a RowId, Column)>, &'a str);

impl Draft {
    fn typed(&self) -> Typed<'_> {
        (self.meeting.as_str(), self.cell.as_ref().map(|(row, column)| (row, *column)), &self.text)
    }
}

/// A whole copy of the council in another folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The folder that opens with `--home`.
    pub home: String,
    /// The council's name in that folder.
    pub slug: String,
    /// The last change it contains.
    pub seq: u64,
    /// Past meetings and years of ended actions that could not be read, and so are not in it.
    pub left_out: usize,
}

#[derive(Clone, Debug, Default)]
pub struct SaveState {
    /// The last sequence number known to be on disk.
    pub confirmed: u64,
    /// The last sequence number handed to be saved.
    pub sent: u64,
    /// How many changes were made here since the program began, in whichever council.
    pub made: u64,
    pub failed: Option<Trouble>,
    /// When saving was last asked for.
    pub tried: Option<NaiveDateTime>,
    /// The last change that the user knows to be unsaved, or has in a copy.
    pub told: u64,
    /// The last copy saved elsewhere since saving began to fail.
    pub copied: Option<Copied>,
    /// The draft as it was last sent.
    pub draft: Option<Draft>,
    /// Since when the line being typed is another than the draft.
    pub typed_since: Option<NaiveDateTime>,
}

impl SaveState {
    /// A council just read from disk.
    pub fn opened_at(seq: u64) -> Self {
        Self { confirmed: seq, sent: seq, told: seq, ..Self::default() }
    }
}

impl Model {
    /// The changes that are not known to be on disk.
    pub fn unsaved(&self) -> u64 {
        self.history.seq().saturating_sub(self.save.confirmed)
    }

    /// The copy that holds everything there is, if saving fails and there is one.
    pub fn whole_copy(&self) -> Option<&Copied> {
        self.save.copied.as_ref().filter(|copied| copied.seq == self.history.seq())
    }

    /// What is being typed and would be lost: not an earlier line or a cell that was only taken up and is as it was.
    fn typed(&self) -> Option<Typed<'_>> {
        let cell = self.sheet.writing.as_ref().filter(|it| it.editor.is_changed());
        if let Some(cell) = cell.filter(|it| !it.editor.text().trim().is_empty()) {
            let meeting = self.meeting.as_ref().map_or("", MeetingId::as_str);
            return Some((meeting, Some((&cell.row, cell.column)), cell.editor.text()));
        }
        let mended = self.capture.mending.as_ref().map(|it| &it.editor).filter(|it| it.is_changed());
        let text = mended.unwrap_or(&self.capture.editor).text();
        let meeting = self.meeting.as_ref()?;
        (!text.trim().is_empty()).then_some((meeting.as_str(), None, text))
    }

    /// Is the line being typed another than the draft? One that waits to be offered stays as it is, and who only watches leaves
    /// that of the one who writes alone.
    fn draft_differs(&self) -> bool {
        (self.may_write() && self.loading.draft.is_none())
            && self.typed() != self.save.draft.as_ref().map(Draft::typed)
    }

    /// Is there a draft to be kept or cleared now or soon? One that was written down stays until the line itself is saved.
    pub fn draft_waits(&self) -> bool {
        self.draft_differs() && (self.typed().is_some() || self.unsaved() == 0)
    }

    /// The line being typed as a draft.
    pub fn draft(&self) -> Option<Draft> {
        let (meeting, cell, text) = self.typed()?;
        let cell = cell.map(|(row, column)| (row.clone(), column));
        Some(Draft { meeting: meeting.into(), cell, text: text.to_owned(), seq: self.history.seq() })
    }

    /// What is still to be done outside when the program ends now.
    pub fn parting(&self) -> Vec<Effect> {
        let unsaved = self.history.since(self.save.confirmed);
        let persist = (!unsaved.is_empty()).then(|| Effect::Persist(unsaved.to_vec()));
        let draft = self.draft_differs().then(|| Effect::Draft(self.draft()));
        persist.into_iter().chain(draft).collect()
    }
}
