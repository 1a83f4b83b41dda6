//! The other councils of the home: what they say of shared issues is read for whoever has this one open, and what was written here is
//! taken to them where nobody writes there. Never waits for a pen: whoever has it takes the rest in.

use super::{Worker, slug_of};
use crate::{
    app::Msg,
    domain::{Change, Edit, Neighbour, decide::escalations},
};

/// Does a change touch an issue that another council of the home has too?
pub fn is_shared(change: &Change) -> bool {
    change.edits.iter().any(|edit| matches!(edit, Edit::Escalation(edit) if !edit.record().is_elsewhere()))
}

impl Worker {
    /// What the other councils say. What they lack of ours, because somebody wrote there or the program ended before, is taken to them.
    pub fn neighbours(&self) -> Vec<Msg> {
        let Some(slug) = self.workspace.as_ref().map(slug_of) else { return Vec::new() };
        let Ok(neighbours) = self.home.neighbours(&slug) else { return Vec::new() };
        // Silently: it was told when it was written.
        let _ = self.hand_over(&neighbours);
        vec![Msg::Neighbours(neighbours)]
    }

    /// Takes what was just written to the councils it concerns, and says whether it is there.
    pub fn shared(&self) -> Vec<Msg> {
        let Some(slug) = self.workspace.as_ref().map(slug_of) else { return Vec::new() };
        let neighbours = self.home.neighbours(&slug).unwrap_or_default();
        let told = self.hand_over(&neighbours).into_iter();
        told.map(|(name, there)| Msg::HandedOver { name: name.to_owned(), there }).collect()
    }

    /// The names of those that lacked something, and whether they have it now.
    fn hand_over<'n>(&self, neighbours: &'n [Neighbour]) -> Vec<(&'n str, bool)> {
        let Some(workspace) = self.workspace.as_ref().filter(|it| it.has_pen() && it.is_saved()) else {
            return Vec::new();
        };
        let us = [Neighbour::of(slug_of(workspace), workspace.council())];
        let writer = self.author.writer(self.clock.now());
        let lacks = |it: &&Neighbour| {
            !escalations::news(&it.escalations, &it.slug, &us, writer.now.date()).is_empty()
        };
        let given = |it: &'n Neighbour| {
            let [us] = &us;
            (it.name.as_str(), self.home.hand_over(us, &it.slug, &writer).is_ok())
        };
        neighbours.iter().filter(lacks).map(given).collect()
    }
}
