//! Who speaks: choosing one of those present, and giving the floor to whoever waits.

use super::saying::open_speech;
use crate::{
    app::{
        command::Ready,
        look::Tone,
        model::Model,
        overlay::Overlay,
        picker::{Choice, Picker},
    },
    domain::{
        Body, Meeting, Party, Who,
        decide::{
            said::Said,
            saying::{Saying, say},
        },
        id::MemberId,
    },
    text::fold::alike,
    words::Words,
};

/// Keys of choices begin so where they stand for somebody who waits, else for a member.
const WAITING: &str = "waiting/";

/// Asks who speaks: those who wait first, then those in the room, then the rest of the roster.
pub fn pick_speaker(model: &mut Model) {
    let Some((meeting, body)) = crate::app::view::record::open(model) else { return };
    let waiting = body.queue.iter().map(|it| {
        let note = if it.note.is_empty() { model.words.record_waiting().to_owned() } else { it.note.clone() };
        Choice::new(format!("{WAITING}{}", it.id), it.who.label.clone()).note(note)
    });
    let choices: Vec<Choice> = waiting.chain(members(model, meeting, body)).collect();
    let picker = Picker::new(model.words.cmd_capture_speaker_help(), "", choices, |model, _, key| {
        let waiting = key.strip_prefix(WAITING).map(str::to_owned);
        let who = match &waiting {
            Some(id) => queued(model, |it, _| it == id),
            None => Some(model.council().who(Party::Member(MemberId::from(key)))),
        };
        match who {
            Some(who) if waiting.is_some() => give_floor(model, &who),
            Some(who) => open_speech(model, &who),
            None => {}
        }
    });
    model.overlays.push(Overlay::Picker(picker));
}

/// The members on the day who do not wait, those in the room first.
fn members<'a>(model: &'a Model, meeting: &'a Meeting, body: &'a Body) -> impl Iterator<Item = Choice> + 'a {
    let council = model.council();
    let waits = |id: &MemberId| body.queue.iter().any(|it| it.who.party == Some(Party::Member(id.clone())));
    let there = |id: &MemberId| {
        let attendance = council.attendance(meeting, id);
        attendance.mode.is_attending() && attendance.to.is_none()
    };
    let mut members: Vec<_> =
        council.members_on(meeting.date).into_iter().filter(|member| !waits(&member.id)).collect();
    members.sort_by_key(|member| !there(&member.id));
    members.into_iter().map(move |member| {
        let who = council.who(Party::Member(member.id.clone()));
        let sender = council.organisation_of(member).map_or("", |it| it.called());
        let note = format!("{sender} {}", member.post);
        Choice::new(member.id.as_str(), who.label)
            .note(note.trim())
            .also(format!("{} {} {}", member.name, member.kana, member.code))
    })
}

/// The first in the queue of whom something is so: their place's id, and how many wait before them.
fn queued(model: &Model, is: impl Fn(&str, usize) -> bool) -> Option<Who> {
    let body = model.council().body(model.meeting.as_ref()?)?;
    let mut waiting = body.queue.iter().enumerate();
    waiting.find(|(at, it)| is(it.id.as_str(), *at)).map(|(_, it)| it.who.clone())
}

pub fn somebody_waits(model: &Model) -> Ready {
    let running = model.council().running().and_then(|meeting| model.council().body(&meeting.id));
    match running.is_some_and(|body| !body.queue.is_empty()) {
        true => Ready::Yes,
        false => Ready::Off(Words::said_nobody_waits),
    }
}

/// Gives the floor to whoever has waited longest.
pub fn next_speaker(model: &mut Model) {
    model.meeting = model.council().running().map(|meeting| meeting.id.clone());
    if let Some(who) = queued(model, |_, at| at == 0) {
        give_floor(model, &who);
    }
}

fn give_floor(model: &mut Model, who: &Who) {
    let Some(meeting) = model.meeting.clone() else { return };
    let (council, at) = (model.history.council(), model.now);
    let saying = Saying { council, meeting: &meeting, item: None, at, alike };
    let said = say(&saying, &Said::Acknowledge(who.clone()), &who.label, &mut model.mint);
    if model.commit(said.map(|outcome| outcome.edits)) {
        open_speech(model, who);
        model.tell(Tone::Good, model.words.said_floor(&who.label));
    }
}
