//! What the councils of one home have to do with each other: the issues between a council and its parent. Reads the others without their
//! pen; writes into another only with it, and only what the rules of the domain take in there.

use super::{
    disk::Disk,
    home::Home,
    journal::{Damage, Lines},
    pen::Writer,
    problem::Problem,
    reading::{self, journal_path},
    replay::replay,
};
use crate::domain::{Change, ChangeKind, Council, Edit, Neighbour, decide::escalations};
use std::path::Path;

impl Home {
    /// The other councils of this home, by slug, as far as they can be read: of one that cannot, nothing is known until it can.
    ///
    /// # Errors
    /// [`Problem::CannotRead`] when the home itself cannot be read.
    pub fn neighbours(&self, here: &str) -> Result<Vec<Neighbour>, Problem> {
        let others = self.slugs()?.into_iter().filter(|slug| slug != here);
        Ok(others.filter_map(|slug| neighbour(self.disk(), &self.dir_of(&slug), slug).ok()).collect())
    }

    /// Takes what a council says of the issues it shares with another into that one, and says whether anything was new there.
    ///
    /// Whoever opens the other takes it in all the same: nothing is lost where this fails, or is stopped at any point.
    ///
    /// # Errors
    /// [`Problem::HeldElsewhere`] or [`Problem::PenNotLaidDown`] while somebody writes there; the first [`Problem`] of its files;
    /// [`Problem::CannotWrite`].
    pub fn hand_over(&self, from: &Neighbour, to: &str, writer: &Writer) -> Result<bool, Problem> {
        let mut workspace = self.open(to)?;
        let from = std::slice::from_ref(from);
        let news = |council: &Council| escalations::news(&council.escalations, to, from, writer.now.date());
        if news(workspace.council()).is_empty() {
            return Ok(false);
        }
        workspace.take_pen(writer, false)?;
        // As it is now: another program may have written before the pen was ours.
        let edits: Vec<Edit> = news(workspace.council()).into_iter().map(Edit::Escalation).collect();
        let changes = (!edits.is_empty()).then(|| {
            let (seq, at, by) = (workspace.seq() + 1, writer.now, writer.by.clone());
            Change { seq, at, by, kind: ChangeKind::Outside, edits }
        });
        let written = workspace.commit(changes.as_slice());
        workspace.lay_down_pen();
        written.map(|_| changes.is_some())
    }
}

/// One council as the others see it.
fn neighbour(disk: &dyn Disk, dir: &Path, slug: String) -> Result<Neighbour, Problem> {
    // Before the files: a change that is folded meanwhile is then in both rather than in neither.
    let Lines { mut changes, damage, .. } = Lines::read(disk, &journal_path(dir))?;
    if let Some(Damage::Broken { .. }) = damage {
        // What is missing would be taken for taken back.
        return Err(Problem::Conflict { record: slug });
    }
    let (mut council, mut seqs) = reading::read_outline(disk, dir)?;
    for change in &mut changes {
        change.edits.retain(|edit| matches!(edit, Edit::Head { .. } | Edit::Escalation(_)));
    }
    replay(&mut council, &mut seqs, &changes)?;
    Ok(Neighbour::of(slug, &council))
}
