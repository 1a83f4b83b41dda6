//! Hearing each organisation: one key a voice, and the next one is heard.

use super::{answer, go_on, sign};
use crate::{
    app::{command::Ready, look::Tone, model::Model},
    domain::{Organisation, Party, Voice, Who, decide},
    words::Words,
};

/// Who is heard: the organisations at the meeting it is asked in, else all of them; and whoever said something already.
pub fn parties(model: &Model) -> Vec<Who> {
    let council = model.council();
    let meeting = model.assessment().and_then(|it| council.meetings.get(it.meeting.as_ref()?));
    let mut there = meeting.map(|meeting| council.organisations_at(meeting)).unwrap_or_default();
    if there.is_empty() {
        there = council.organisations.iter().collect();
    }
    let who = |it: &Organisation| council.who(Party::Organisation(it.id.clone()));
    let mut parties: Vec<Who> = there.into_iter().map(who).collect();
    for voiced in answer(model).map(|it| it.tally.voices()).unwrap_or_default() {
        if !parties.iter().any(|it| it.is_same_party(&voiced.who)) {
            parties.push(voiced.who.clone());
        }
    }
    parties
}

/// What a party said of the sign in hand.
pub fn voice_of(model: &Model, who: &Who) -> Option<Voice> {
    answer(model)?.tally.voice_of(who)
}

/// The place of the first from `from` on who said nothing of the sign in hand.
pub(super) fn first_unheard(model: &Model, from: usize) -> Option<usize> {
    let parties = parties(model);
    (from..parties.len()).find(|at| voice_of(model, &parties[*at]).is_none())
}

fn heard(model: &Model) -> Option<Who> {
    parties(model).into_iter().nth(model.assessing.party)
}

pub fn has_said(model: &Model) -> Ready {
    let said = heard(model).and_then(|who| voice_of(model, &who));
    if said.is_some() { Ready::Yes } else { Ready::Off(Words::assessment_said_nothing) }
}

/// Notes what the party in hand says; then the next who said nothing is heard, and after the last the next sign.
pub fn say(model: &mut Model, voice: Voice) {
    let asked = model.assessing.id.clone().zip(sign(model)).zip(heard(model));
    let Some(((id, sign), who)) = asked else { return };
    let gives_way = answer(model).is_some_and(|it| it.tally.voices().is_empty());
    let decision = decide::assessments::set_voice(model.council(), &id, &sign, who, voice);
    if !model.commit(decision) {
        return;
    }
    match first_unheard(model, model.assessing.party + 1) {
        Some(next) => model.assessing.party = next,
        None => go_on(model),
    }
    if gives_way {
        model.tell(Tone::Warn, model.words.assessment_hands_gave_way());
    }
}

/// Takes back what the party in hand said.
pub fn take_back(model: &mut Model) {
    let asked = model.assessing.id.clone().zip(sign(model)).zip(heard(model));
    let Some(((id, sign), who)) = asked else { return };
    let decision = decide::assessments::clear_voice(model.council(), &id, &sign, &who);
    model.commit(decision);
}

pub fn next_sign(model: &mut Model) {
    go_on(model);
}

/// To the party `steps` further on.
pub fn step(model: &mut Model, steps: isize) {
    let last = parties(model).len().saturating_sub(1);
    model.assessing.party = model.assessing.party.saturating_add_signed(steps).min(last);
}
