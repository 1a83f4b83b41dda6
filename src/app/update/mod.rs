//! What each message makes of the model. Same model and message, same result: no clock, no disk.
//!
//! One file per pane, and one per thing that lies over the panes.

pub mod access;
pub mod actions;
pub mod agenda;
pub mod aspects;
pub mod assessments;
pub mod board;
pub mod cases;
pub mod check_in;
pub mod clipboard;
pub mod draft;
pub mod editing;
pub mod escalations;
pub mod footings;
pub mod form;
pub mod help;
pub mod indicators;
pub mod intake;
pub mod lens;
pub mod list;
pub mod loading;
pub mod lobby;
pub mod minutes;
pub mod mouse;
pub mod names;
pub mod notice;
pub mod organisations;
pub mod outside;
pub mod page;
pub mod papers;
pub mod parties;
pub mod partners;
pub mod picker;
pub mod place;
pub mod record;
pub mod resolution;
pub mod roles;
pub mod roster;
pub mod saving;
pub mod search;
pub mod sheet;
pub mod shell;
pub mod strengths;
pub mod suggestions;
pub mod summary;
pub mod tidying;
pub mod trail;

use super::{
    command::{self, Ready},
    effect::Effect,
    key::{Code, Key},
    loading::Again,
    look::Tone,
    model::Model,
    msg::Msg,
};
use crate::{
    domain::Refusal,
    text::fold::{KeyFold, key_fold},
};
use chrono::NaiveDateTime;

/// Takes in one message at a moment of local time, and returns what is to be done outside.
pub fn update(model: &mut Model, msg: Msg, at: NaiveDateTime) -> Vec<Effect> {
    update_all(model, [msg], at)
}

/// Takes in what arrived together, in order. Between the letters of a phrase nothing is brought back into its bounds: the letter
/// after them needs only the text field, and over a long record each settling wraps every line of it.
pub fn update_all(model: &mut Model, msgs: impl IntoIterator<Item = Msg>, at: NaiveDateTime) -> Vec<Effect> {
    let is_letter = |msg: &Msg| matches!(msg, Msg::Key(key) if key.typed().is_some());
    let mut msgs = msgs.into_iter().peekable();
    let mut effects = Vec::new();
    model.now = at;
    while let Some(msg) = msgs.next() {
        let in_a_phrase = command::typing(model) && is_letter(&msg) && msgs.peek().is_some_and(is_letter);
        take(model, msg);
        if !in_a_phrase {
            tidying::settle(model);
            agenda::settle(model);
            list::settle(model);
            search::settle(model);
            papers::settle(model);
            intake::settle(model);
            outside::settle(model);
            loading::settle(model);
        }
        saving::persist(model);
        draft::keep(model);
        effects.append(&mut model.outbox);
    }
    effects
}

fn take(model: &mut Model, msg: Msg) {
    match msg {
        Msg::Key(key) => press(model, key),
        Msg::Paste(text) => editing::paste(model, &text),
        Msg::Mouse(mouse) => mouse::take(model, mouse),
        Msg::Resize { width, height } => (model.width, model.height) = (width, height),
        Msg::Tick => {
            access::look(model);
            escalations::ask_in_time(model);
        }
        Msg::Stirred => access::stirred(model),
        Msg::Saved(seq) => saving::saved(model, seq),
        Msg::SaveFailed(trouble) => saving::failed(model, trouble),
        Msg::Copied(copied) => saving::copied(model, copied),
        Msg::Listed(councils) => lobby::listed(model, councils),
        Msg::Opened(opened) => access::opened(model, opened),
        Msg::Loaded(loaded) => loading::take_in(model, loaded),
        Msg::LoadFailed { wanted, trouble } => loading::fail(model, wanted, trouble),
        Msg::Outside(arrived) => outside::take_in(model, arrived),
        Msg::OutsideTrouble { file, trouble } => outside::trouble(model, file, trouble),
        Msg::Pen(access) => access::changed(model, access),
        Msg::Followed(changes) => access::follow(model, &changes),
        Msg::Neighbours(neighbours) => escalations::meet(model, neighbours),
        Msg::HandedOver { name, there } => escalations::handed_over(model, &name, there),
        Msg::Failed(trouble) => model.tell(Tone::Bad, trouble.text(model.words)),
        Msg::Read { name, kind, bytes } => intake::arrived(model, name, kind, &bytes),
        Msg::Exported(path) => papers::written(model, path),
    }
}

/// A key: into the text field that has the typing, else to the command that stands for it.
fn press(model: &mut Model, key: Key) {
    model.go_on();
    // A terminal sends Escape and a following kana as one Alt key; no command is Alt with a kana.
    if let (Code::Char(c), true) = (key.code, key.alt)
        && !c.is_ascii()
    {
        press(model, Key::plain(Code::Esc));
        return press(model, Key::char(c));
    }
    if command::typing(model) {
        if let Some(c) = key.typed() {
            return editing::type_in(model, c.encode_utf8(&mut [0; 4]));
        }
        return run(model, key);
    }
    match (key.code, key.ctrl || key.alt) {
        (Code::Char(c), false) => match key_fold(c) {
            KeyFold::Char(c) => run(model, Key::char(c)),
            KeyFold::Ime => model.tell(Tone::Warn, model.words.ime_is_on()),
        },
        _ => run(model, key),
    }
}

fn run(model: &mut Model, key: Key) {
    if let Some(row) = command::resolve(model, key) {
        give(model, row);
    }
}

/// Gives a command, or says why it cannot be given.
pub(super) fn give(model: &mut Model, row: &command::Command) {
    if row.writes && !model.may_write() {
        return model.refuse(&Refusal::ReadOnly);
    }
    match (row.when)(model) {
        Ready::Yes => {
            (row.act)(model);
            loading::keep(model, || Again::Command(row.id));
        }
        // What it would be done to may just not be here yet.
        Ready::Off(_) if !model.list_lacks().is_empty() => model.tell(Tone::Warn, model.words.reading()),
        Ready::Off(why) => model.tell(Tone::Warn, why(model.words)),
    }
}

/// Gives the command with this id.
fn give_named(model: &mut Model, id: &str) {
    if let Some(row) = command::all().find(|row| row.id == id) {
        give(model, row);
    }
}
