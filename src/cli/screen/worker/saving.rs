//! Saving: changes into the journal, the journal into the files, the line being typed, and the copy elsewhere. What fails is told once
//! and stays to be done; it never stops the one who types.

use super::Worker;
use crate::{
    app::{
        Msg,
        msg::Trouble,
        save::{Copied, Draft},
    },
    cli::{screen::copy, shell::take_pen},
    domain::{Change, Council},
    store::{self, Problem, Workspace, Writer},
};
use std::time::{Duration, Instant};

/// What is still to be done to the files of the open council.
#[derive(Debug, Default)]
pub struct Saving {
    /// When they are to be brought up to the journal.
    pub fold_at: Option<Instant>,
    /// Why that failed the last time, as it was told.
    told: Option<Problem>,
}

/// How long nobody has to ask for anything until the files are brought up to the journal.
pub const PAUSE: Duration = Duration::from_secs(5);

impl Worker {
    /// Puts changes into the journal. One that fails is sent again by whoever asked.
    pub fn persist(&mut self, changes: &[Change]) -> Vec<Msg> {
        let writer = self.author.writer(self.clock.now());
        let Some(workspace) = self.workspace.as_mut() else { return Vec::new() };
        let saved = with_pen(workspace, &writer).and_then(|()| workspace.commit(changes));
        match saved {
            Ok(seq) => {
                let full = workspace.is_full() && self.saving.told.is_none();
                let mut messages = vec![Msg::Saved(seq)];
                if full {
                    messages.extend(self.fold());
                }
                messages
            }
            Err(Problem::PenTaken { holder }) => self.lose_pen(&holder),
            Err(problem) => vec![Msg::SaveFailed(self.trouble(&problem))],
        }
    }

    /// Says what was changed outside; with nothing to say, brings the files up to the journal. What is left over is tried again after
    /// the next pause.
    pub fn fold(&mut self) -> Vec<Msg> {
        let mut messages = self.told_outside();
        if messages.is_empty() {
            messages.extend(self.folded());
        }
        self.fold_later();
        messages
    }

    fn folded(&mut self) -> Vec<Msg> {
        let now = self.clock.now();
        let Some(workspace) = self.workspace.as_mut().filter(|it| it.has_pen()) else { return Vec::new() };
        match workspace.fold(now) {
            Ok(()) => {
                self.saving.told = None;
                Vec::new()
            }
            Err(Problem::PenTaken { holder }) => self.lose_pen(&holder),
            Err(problem) if self.saving.told.as_ref() == Some(&problem) => Vec::new(),
            Err(problem) => {
                let todo = self.words.fold_put_off().to_owned();
                let trouble = Trouble { todo, ..self.trouble(&problem) };
                self.saving.told = Some(problem);
                vec![Msg::Failed(trouble)]
            }
        }
    }

    /// The files are folded once nobody has asked for anything for a while, if there is anything to fold.
    pub fn fold_later(&mut self) {
        let unfolded = self.workspace.as_ref().is_some_and(|it| it.has_pen() && !it.is_folded());
        self.saving.fold_at = unfolded.then(|| Instant::now() + PAUSE);
    }

    /// Not being able to keep it is no reason to stop the one who types; the next line says whether saving works.
    pub fn keep_draft(&self, draft: Option<Draft>) {
        if let Some(workspace) = self.workspace.as_ref().filter(|it| it.has_pen()) {
            let draft = draft.map(|it| store::Draft {
                meeting: it.meeting,
                cell: it.cell,
                text: it.text,
                seq: it.seq,
            });
            let _ = workspace.keep_draft(draft.as_ref());
        }
    }

    /// Copies what is on the screen elsewhere, with what it had no need to read as far as that can be read now.
    pub fn copy(&mut self, to: &str, slug: &str, mut council: Council, seq: u64) -> Msg {
        let mut left_out = 0;
        if let Some(workspace) = self.workspace.as_mut() {
            let unread = council.unread();
            for id in unread.meetings {
                match workspace.read_body(&id) {
                    Ok(body) => council.load_body(&id, body.clone()),
                    Err(_) => left_out += 1,
                }
            }
            for year in unread.shelves {
                match workspace.read_shelf(year) {
                    Ok(shelf) => council.load_shelf(year, shelf),
                    Err(_) => left_out += 1,
                }
            }
        }
        let folder = copy::folder(to, self.own_folder.as_deref(), &self.papers);
        match copy::save(folder, slug, &council, seq) {
            Ok(copied) => Msg::Copied(Copied { left_out, ..copied }),
            Err(problem) => Msg::Failed(self.trouble(&problem)),
        }
    }
}

/// Takes the pen where opening could not. What was written in between by another program must not be passed over.
fn with_pen(workspace: &mut Workspace, writer: &Writer) -> Result<(), Problem> {
    if workspace.has_pen() {
        return Ok(());
    }
    let seq = workspace.seq();
    take_pen(workspace, writer, false)?;
    if workspace.seq() == seq { Ok(()) } else { Err(Problem::Conflict { record: format!("#{seq}") }) }
}
