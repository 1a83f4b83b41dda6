//! Saving what was done, saying when that fails, and the copy elsewhere that is offered then.

use crate::{
    app::{
        effect::Effect,
        form::{Field, FieldError, Form},
        look::Tone,
        model::Model,
        msg::Trouble,
        save::Copied,
    },
    words::Words,
};
use chrono::TimeDelta;

/// How long after a failed save the next is tried.
const RETRY: TimeDelta = TimeDelta::seconds(3);

/// Hands over everything not yet confirmed: when something new was done, and again some time after a save failed.
pub fn persist(model: &mut Model) {
    let seq = model.history.seq();
    let due = model.save.failed.is_some() && model.save.tried.is_none_or(|tried| model.now - tried >= RETRY);
    if model.lobby.is_none() && model.may_write() && (seq > model.save.sent || due) {
        let unsaved = model.history.since(model.save.confirmed).to_vec();
        model.save.made += seq - model.save.sent;
        model.save.sent = seq;
        model.save.tried = Some(model.now);
        model.outbox.insert(0, Effect::Persist(unsaved));
    }
}

/// Everything up to `seq` is on disk. After a failure that is worth a word.
pub fn saved(model: &mut Model, seq: u64) {
    if fails(model) {
        model.tell(Tone::Good, model.words.saved_again());
    }
    let save = &mut model.save;
    save.confirmed = seq;
    (save.failed, save.tried, save.copied) = (None, None, None);
}

/// Said once; while the same trouble lasts the header says it.
pub fn failed(model: &mut Model, trouble: Trouble) {
    if model.save.failed.as_ref() != Some(&trouble) {
        let gap = model.words.pick("", " ");
        let said = [trouble.what.as_str(), &trouble.todo, model.words.copy_offered()].join(gap);
        model.tell(Tone::Bad, said);
    }
    model.save.failed = Some(trouble);
}

/// What is not saved cannot be saved here any more: it stays on the screen, to be copied.
pub fn lose_pen(model: &mut Model) {
    let brief = model.words.brief_pen().to_owned();
    model.save.failed = Some(Trouble { brief, ..Trouble::new("", "") });
}

pub fn fails(model: &Model) -> bool {
    model.save.failed.is_some()
}

/// May this council be left? Not at the first time of asking with `key` when that loses what nobody was told of and no copy holds.
///
/// # Errors
/// What would be lost, in the user's words.
pub fn may_leave(model: &mut Model, key: &str) -> Result<(), String> {
    let seq = model.history.seq();
    if seq <= model.save.confirmed.max(model.save.told) {
        return Ok(());
    }
    let held = model.save.copied.as_ref().map_or(0, |copied| copied.seq);
    model.save.told = seq;
    Err(model.words.leave_unsaved(seq - held.max(model.save.confirmed), key))
}

/// The same where a save still under way is waited for: only one that failed can lose something.
///
/// # Errors
/// As [`may_leave`].
pub fn may_quit(model: &mut Model, key: &str) -> Result<(), String> {
    if fails(model) { may_leave(model, key) } else { Ok(()) }
}

/// Asks where a copy is to go.
pub fn ask_for_copy(model: &mut Model) {
    let words = model.words;
    let hint = match &model.save.copied {
        Some(copied) => words.copy_last(&copied.home),
        None => words.hint_copy().to_owned(),
    };
    let place = Field::text(words.field_copy(), &model.copy_to).hint(hint).suggested();
    model.open_form(Form::new(words.form_copy(), "", vec![place], copy));
}

fn copy(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let to = form.text(0).to_owned();
    if to.is_empty() {
        return Err(FieldError { field: 0, said: model.words.copy_place_wanted().to_owned() });
    }
    model.copy_to.clone_from(&to);
    let council = Box::new(model.council().clone());
    let (slug, seq) = (model.slug.clone(), model.history.seq());
    model.tell(Tone::Plain, model.words.copying());
    model.ask(Effect::SaveCopy { to, slug, council, seq });
    Ok(())
}

/// A copy is there. What it holds counts as told; it is not where the council is saved.
pub fn copied(model: &mut Model, copied: Copied) {
    let words: Words = model.words;
    let Copied { home, slug, seq, left_out } = &copied;
    let said = words.copied(home, slug);
    match left_out {
        0 => model.tell(Tone::Good, said),
        files => model.tell(Tone::Warn, said + words.pick("", " ") + &words.copy_left_out(*files)),
    }
    model.save.told = model.save.told.max(*seq);
    if fails(model) {
        model.save.copied = Some(copied);
    }
}
