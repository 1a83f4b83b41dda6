//! The check-in: somebody at the door says a name or a number, and is in.

use super::roster;
use crate::{
    app::{
        command::Ready,
        cursor::Cursor,
        model::Model,
        overlay::{CheckIn, Overlay},
        view,
    },
    domain::{Mode, Numbered, id::MemberId},
    text::check_in,
    words::Words,
};

pub fn open(model: &mut Model) {
    model.overlays.push(Overlay::CheckIn(CheckIn::default()));
}

/// Who may be meant by what is typed, likeliest first.
pub fn candidates<'m>(model: &'m Model, check_in: &CheckIn) -> Vec<Numbered<'m>> {
    let typed = check_in.input.text();
    model.meeting().map(|meeting| check_in::candidates(model.council(), meeting, typed)).unwrap_or_default()
}

/// Marks the chosen person as present. Nothing typed and nobody stepped to means nobody.
pub fn take(model: &mut Model) {
    if let Some(id) = chosen(model) {
        mark(model, &id, Mode::Present);
    }
}

/// Marks the chosen person, or else the last one, as online.
pub fn online(model: &mut Model) {
    if let Some(id) = subject(model) {
        mark(model, &id, Mode::Online);
    }
}

/// Asks who comes for the chosen person, or else the last one.
pub fn proxy(model: &mut Model) {
    if let Some(id) = subject(model) {
        roster::ask_proxy(model, &id);
    }
}

pub fn has_subject(model: &Model) -> Ready {
    if subject(model).is_some() { Ready::Yes } else { Ready::Off(Words::check_in_nobody_last) }
}

fn top(model: &Model) -> Option<&CheckIn> {
    match model.overlays.last() {
        Some(Overlay::CheckIn(check_in)) => Some(check_in),
        _ => None,
    }
}

fn top_mut(model: &mut Model) -> Option<&mut CheckIn> {
    match model.overlays.last_mut() {
        Some(Overlay::CheckIn(check_in)) => Some(check_in),
        _ => None,
    }
}

fn chosen(model: &Model) -> Option<MemberId> {
    let check_in = top(model).filter(|check_in| check_in.has_choice())?;
    candidates(model, check_in).get(check_in.cursor.at).map(|it| it.member.id.clone())
}

fn subject(model: &Model) -> Option<MemberId> {
    match top(model)? {
        check_in if check_in.has_choice() => chosen(model),
        check_in => check_in.last.clone(),
    }
}

fn mark(model: &mut Model, id: &MemberId, mode: Mode) {
    if roster::attend(model, id, mode) {
        show(model, id);
    }
}

/// Shows large who was just checked in, and waits for the next. Does nothing where no check-in is open.
pub fn show(model: &mut Model, id: &MemberId) {
    if let Some(check_in) = top_mut(model) {
        *check_in = CheckIn { last: Some(id.clone()), ..CheckIn::default() };
    }
}

pub fn step(model: &mut Model, steps: isize) {
    let len = top(model).map_or(0, |check_in| candidates(model, check_in).len());
    if let Some(check_in) = top_mut(model) {
        // The first step into the roll lands on its first row.
        if check_in.has_choice() {
            check_in.cursor.step(steps, len);
        }
        check_in.stepped = true;
    }
}

pub fn page(model: &mut Model, pages: isize) {
    let room = isize::try_from(view::check_in::room(model)).unwrap_or(1);
    step(model, pages * room.max(1));
}

/// Starts again at the likeliest when something else is typed.
pub fn typed(check_in: &mut CheckIn) {
    check_in.cursor = Cursor::default();
    check_in.stepped = false;
}

pub fn settle(model: &mut Model) {
    let Some(len) = top(model).map(|check_in| candidates(model, check_in).len()) else { return };
    let room = view::check_in::room(model);
    if let Some(check_in) = top_mut(model) {
        check_in.cursor.settle(len, room);
    }
}
