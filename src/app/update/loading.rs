//! Reading what the screen needs and was not read yet: asked for once, taken in, and whatever waited for it done again.

use super::give;
use crate::{
    app::{
        command,
        effect::Effect,
        loading::{Again, Failed, Waiting},
        look::Tone,
        model::Model,
        msg::{Loaded, Trouble},
    },
    domain::Unread,
};
use chrono::TimeDelta;

/// How long after a failed reading the next is tried.
const RETRY: TimeDelta = TimeDelta::seconds(3);

/// Asks for what the screen needs, and what waits, as far as it is not on the way.
pub fn settle(model: &mut Model) {
    if model.lobby.is_some() {
        return;
    }
    let mut wanted = model.lacks();
    if let Some(waiting) = &model.loading.waiting {
        wanted.extend(waiting.needs.clone());
    }
    // What nobody wants any more need not be tried again.
    model.loading.failed = model.loading.failed.take().filter(|failed| failed.parts.shares(&wanted));
    let mut wanted = wanted.without(&model.loading.on_the_way);
    if let Some(failed) = model.loading.failed.as_ref().filter(|failed| model.now - failed.at < RETRY) {
        wanted = wanted.without(&failed.parts);
    }
    if !wanted.is_empty() {
        model.loading.on_the_way.extend(wanted.clone());
        model.ask(Effect::Load(wanted));
    }
}

/// Takes in what was read. Where a meeting that runs is looked at, its record is taken up where it stopped.
pub fn take_in(model: &mut Model, Loaded { bodies, shelves }: Loaded) {
    let here = Unread {
        meetings: bodies.iter().map(|(id, _)| id.clone()).collect(),
        shelves: shelves.iter().map(|(year, _)| *year).collect(),
    };
    let arrives = model.meeting.as_ref().is_some_and(|id| model.council().is_unread(id));
    for (id, body) in bodies {
        model.history.load_body(&id, body);
    }
    for (year, shelf) in shelves {
        model.history.load_shelf(year, shelf);
    }
    if let Some(failed) = &mut model.loading.failed {
        failed.parts = std::mem::take(&mut failed.parts).without(&here);
    }
    model.loading.failed = model.loading.failed.take().filter(|failed| !failed.parts.is_empty());
    model.loading.on_the_way = std::mem::take(&mut model.loading.on_the_way).without(&here);
    if arrives && let Some(id) = model.meeting.clone().filter(|id| !model.council().is_unread(id)) {
        super::agenda::arrive(model, &id);
    }
    super::outside::go_on(model);
    if let Some(draft) = model.loading.draft.take() {
        super::draft::offer(model, draft);
    }
    do_again(model, &here);
}

/// What was asked for could not be read. Said once; while the same trouble lasts, it stands where the content would.
pub fn fail(model: &mut Model, wanted: Unread, trouble: Trouble) {
    model.loading.on_the_way = std::mem::take(&mut model.loading.on_the_way).without(&wanted);
    model.loading.waiting = model.loading.waiting.take().filter(|waiting| !waiting.needs.shares(&wanted));
    let before = model.loading.failed.take();
    if before.as_ref().is_none_or(|failed| failed.trouble != trouble) {
        model.tell(Tone::Bad, trouble.text(model.words));
    }
    let mut parts = before.map(|failed| failed.parts).unwrap_or_default();
    parts.extend(wanted);
    model.loading.failed = Some(Failed { parts, trouble, at: model.now });
}

/// When what was just asked for was refused for want of something unread, has it done again once that is read.
pub(super) fn keep(model: &mut Model, again: impl FnOnce() -> Again) {
    if let Some(needs) = model.loading.lacking.take().filter(|needs| !needs.is_empty()) {
        model.loading.waiting = Some(Waiting { needs, again: again() });
    }
}

fn do_again(model: &mut Model, here: &Unread) {
    let Some(mut waiting) = model.loading.waiting.take() else { return };
    waiting.needs = waiting.needs.without(here);
    if !waiting.needs.is_empty() {
        model.loading.waiting = Some(waiting);
        return;
    }
    model.toast = None;
    match waiting.again {
        Again::Command(id) => command::all().filter(|row| row.id == id).for_each(|row| give(model, row)),
        Again::Pick { take, about, key } => {
            take(model, &about, &key);
            keep(model, || Again::Pick { take, about, key });
        }
    }
}
