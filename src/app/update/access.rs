//! Who writes to the council on the screen: watching the one who does, taking the pen, and losing it.

use super::{draft, escalations, place::Place, record, saving};
use crate::{
    app::{
        access::{Access, Holder, Life},
        command::Ready,
        effect::Effect,
        look::Tone,
        model::Model,
        msg::{Opened, Trouble},
        notice::{Notice, Piece},
        row::Para,
    },
    domain::{
        Change, Edit,
        merge::{self, Merge},
    },
    words::Words,
};

/// Puts a council on the screen, and tells what came up while it was opened.
pub fn opened(model: &mut Model, mut opened: Opened) {
    let (notices, draft) = (std::mem::take(&mut opened.notices), opened.draft.take());
    if model.is_open(&opened.slug) {
        reopen(model, opened);
    } else {
        model.open(opened);
        // A meeting that ran on is taken up where its record stopped.
        if model.is_running() {
            record::follow_newest(model);
        }
        match &model.access {
            Access::Damaged(faults) => tell_faults(model, &faults.clone()),
            // Where a line would be typed it is said in its place.
            _ if model.may_write() || model.is_running() => {}
            _ => model.tell(Tone::Warn, model.read_only()),
        }
    }
    if let Some(draft) = draft {
        draft::offer(model, draft);
    }
    if !notices.is_empty() {
        model.notify(Notice::of(model.words.pen_opened(), &notices));
    }
    escalations::ask(model);
}

/// The council on the screen, read anew: what was looked at stays in sight, and what was not saved is done again to it.
fn reopen(model: &mut Model, opened: Opened) {
    let place = Place::of(model);
    let unsaved = model.history.since(model.save.confirmed).to_vec();
    let before = model.take_in(opened);
    let lost = do_again(model, &unsaved);
    place.restore(model);
    match &model.access {
        now if *now == before => {}
        Access::Damaged(faults) => tell_faults(model, &faults.clone()),
        _ => said(model, &before),
    }
    if !lost.is_empty() {
        let words = model.words;
        let bullets = lost.iter().map(|edit| Para::bullet(words.edit(edit), Tone::Plain));
        let paras = [Para::plain(words.pen_not_fitting()), Para::blank()].into_iter().chain(bullets);
        model.notify(Notice::new(words.pen_not_fitting_title(), paras.map(Piece::Para).collect()));
    }
}

/// Does work again that was done to an earlier state of the council. Returns what does not fit, because others changed the same.
fn do_again(model: &mut Model, work: &[Change]) -> Vec<Edit> {
    let mut lost = Vec::new();
    for change in work {
        let Merge { fitting, clashes } = merge::rebase(model.council(), &change.edits);
        lost.extend(clashes.into_iter().map(|clash| clash.theirs));
        if model.history.push(change.at, fitting).is_err() {
            lost.extend(change.edits.iter().cloned());
        }
    }
    // It was counted when it was done.
    model.save.made = model.save.made.saturating_sub(work.len() as u64);
    lost
}

fn tell_faults(model: &mut Model, faults: &[Trouble]) {
    let watched = Para::new(model.words.pen_faults_watched(), Tone::Dim);
    model.notify(Notice::of(model.words.pen_faults(), faults).ending(watched));
}

/// Takes in who may write now.
pub fn changed(model: &mut Model, access: Access) {
    if let (Access::Theirs(_), Access::Theirs(holder)) = (&model.access, &access)
        && holder.by.is_empty()
        && holder.host.is_empty()
    {
        // Whoever lays the pen down takes their name away a moment before.
        return;
    }
    let before = std::mem::replace(&mut model.access, access);
    said(model, &before);
    // Whoever took the pen may have written with it already.
    if before == Access::Ours && !model.may_write() && model.unsaved() == 0 {
        model.ask(Effect::Reread);
    }
}

/// Says what has changed about who may write, and lets the typing begin or end.
fn said(model: &mut Model, before: &Access) {
    if *before == model.access {
        return;
    }
    model.show(model.pane);
    let words = model.words;
    let who = |holder: &Holder| words.pen_person_at(&holder.by, &holder.host);
    if *before == Access::Ours && model.unsaved() > 0 {
        saving::lose_pen(model);
    }
    let (tone, said) = match (before, &model.access) {
        (_, Access::Ours) => (Tone::Good, words.pen_taken().to_owned()),
        (Access::Ours, Access::Theirs(holder)) => match model.unsaved() {
            0 => (Tone::Bad, words.pen_lost(&who(holder))),
            unsaved => (Tone::Bad, words.pen_lost_unsaved(&who(holder), unsaved)),
        },
        (Access::Theirs(holder), Access::Free) => (Tone::Warn, words.pen_left(&who(holder))),
        (Access::Free, Access::Theirs(holder)) => (Tone::Warn, words.pen_now(&who(holder))),
        _ => (Tone::Warn, model.read_only()),
    };
    model.tell(tone, said);
}

/// Something was done to the files of the council.
pub fn stirred(model: &mut Model) {
    if model.lobby.is_none() {
        model.ask(Effect::Follow);
    }
}

/// The clock asks what the writer did: one that was killed, or is on a share, stirs nothing here.
pub fn look(model: &mut Model) {
    if !model.may_write() {
        stirred(model);
    }
}

/// Takes in what the writer did, without moving what is looked at; but goes along where the watcher was with the writer.
pub fn follow(model: &mut Model, changes: &[Change]) {
    // What could not be saved before the pen was lost stays on the screen until its user has done something about it.
    if model.unsaved() > 0 {
        return;
    }
    let place = Place::of(model);
    if model.history.follow(changes).is_err() {
        return model.ask(Effect::Reread);
    }
    model.save.confirmed = model.history.seq();
    model.save.sent = model.save.confirmed;
    // Nobody may be at the keys to clear it away.
    model.toast = None;
    place.restore(model);
}

pub fn can_take(model: &Model) -> Ready {
    match &model.access {
        Access::Free | Access::Theirs(Holder { life: Life::Unknown, .. }) => Ready::Yes,
        Access::Ours => Ready::Off(Words::pen_is_ours),
        Access::Theirs(_) => Ready::Off(Words::pen_in_use),
        Access::Damaged(_) => Ready::Off(Words::pen_files_first),
        Access::Newer { .. } => Ready::Off(Words::use_newer_program),
    }
}

/// Takes the pen where nobody has it. Where somebody may still be writing, asks first.
pub fn take(model: &mut Model) {
    match &model.access {
        Access::Theirs(holder) => {
            let paras = question(model, holder);
            let notice = Notice::asking(model.words.pen_ask_title(), paras, |model| {
                model.ask(Effect::TakePen { force: true });
            });
            model.notify(notice);
        }
        _ => model.ask(Effect::TakePen { force: false }),
    }
}

/// Who has the pen, where, since when, when they last wrote, and what taking it would do.
fn question(model: &Model, holder: &Holder) -> Vec<Para> {
    let (words, who) = (model.words, model.words.pen_person(&holder.by));
    let moment = |at: Option<chrono::NaiveDateTime>| {
        let day = |at: chrono::NaiveDateTime| words.date_short(at.date(), model.council().head.dates);
        at.map(|at| format!("{} {}", day(at), words.time(at.time()))).unwrap_or_default()
    };
    let last = model.history.since(0).last().map(|change| change.at);
    let facts = [
        (words.pen_field_who(), who.to_owned()),
        (words.pen_field_where(), holder.host.clone()),
        (words.pen_field_since(), moment(holder.since)),
        (words.pen_field_last(), moment(last)),
    ];
    let facts = facts.iter().filter_map(|(label, value)| Para::labelled(label, value));
    let rest = [
        Para::blank(),
        Para::new(words.pen_ask_unsure(who), Tone::Warn),
        Para::plain(words.pen_ask_effect(who)),
        Para::blank(),
        Para::new(words.pen_ask(), Tone::Strong),
    ];
    facts.chain(rest).collect()
}
