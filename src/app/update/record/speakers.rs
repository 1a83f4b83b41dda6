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
        Body, Council, Meeting, Member, Office, Party, Role, Who,
        decide::{
            said::Said,
            saying::{Saying, say},
        },
        id::MemberId,
    },
    text::fold::alike,
    words::Words,
};

/// What the key of a choice begins with: somebody who waits, or a party.
const WAITING: &str = "waiting/";
const MEMBER: &str = "member/";
const SEAT: &str = "seat/";
const ORGANISATION: &str = "organisation/";

/// Asks who speaks: those who wait first, then those in the room, then seats, the rest of the roster, and organisations.
pub fn pick_speaker(model: &mut Model) {
    let Some((meeting, body)) = crate::app::view::record::open(model) else { return };
    let council = model.council();
    let waiting = body.queue.iter().map(|it| {
        let note = format!("{} {}", model.words.record_waiting(), it.note);
        Choice::new(format!("{WAITING}{}", it.id), it.who.label.clone()).note(note.trim())
    });
    let (there, away) = members(council, meeting, body);
    let speaks = |role: &&Role| role.term.covers(meeting.date) && role.office != Office::Signatory;
    let seats = council.roles.iter().filter(speaks).filter_map(|role| {
        let holder = council.party_label(role.holder.as_ref()?)?;
        Some(Choice::new(format!("{SEAT}{}", role.id), role.title.clone()).note(holder))
    });
    let organisations = council.organisations.iter().map(|it| {
        Choice::new(format!("{ORGANISATION}{}", it.id), it.called()).also(format!("{} {}", it.name, it.kana))
    });
    let choices = waiting.chain(there).chain(seats).chain(away).chain(organisations).collect();
    let picker = Picker::new(model.words.cmd_capture_speaker_help(), "", choices, |model, _, key| {
        if let Some(id) = key.strip_prefix(WAITING) {
            let who = queued(model, |it, _| it == id);
            return who.iter().for_each(|who| give_floor(model, who));
        }
        let who = party(key).map(|party| model.council().who(party));
        who.iter().for_each(|who| open_speech(model, who));
    });
    model.overlays.push(Overlay::Picker(picker));
}

fn party(key: &str) -> Option<Party> {
    let member = key.strip_prefix(MEMBER).map(|id| Party::Member(id.into()));
    let seat = || key.strip_prefix(SEAT).map(|id| Party::Role(id.into()));
    let organisation = || key.strip_prefix(ORGANISATION).map(|id| Party::Organisation(id.into()));
    member.or_else(seat).or_else(organisation)
}

/// The members on the day who do not wait: those in the room, and the others.
fn members(council: &Council, meeting: &Meeting, body: &Body) -> (Vec<Choice>, Vec<Choice>) {
    let waits = |id: &MemberId| body.queue.iter().any(|it| it.who.party == Some(Party::Member(id.clone())));
    let is_there = |member: &&Member| {
        let attendance = council.attendance(meeting, &member.id);
        attendance.mode.is_attending() && attendance.to.is_none()
    };
    let choice = |member: &Member| {
        let sender = council.organisation_of(member).map_or("", |it| it.called());
        let (who, note) =
            (council.who(Party::Member(member.id.clone())), format!("{sender} {}", member.post));
        // Where the post is the name, it need not be said twice.
        let note = if who.label == note { "" } else { note.trim() };
        Choice::new(format!("{MEMBER}{}", member.id), who.label.clone())
            .note(note)
            .also(format!("{} {} {}", member.name, member.kana, member.code))
    };
    let members = council.members_on(meeting.date).into_iter().filter(|member| !waits(&member.id));
    let (there, away): (Vec<&Member>, Vec<&Member>) = members.partition(is_there);
    (there.into_iter().map(choice).collect(), away.into_iter().map(choice).collect())
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
