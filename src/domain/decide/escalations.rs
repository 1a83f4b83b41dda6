//! Issues between a council and its parent: raising, considering, answering, and taking in what the other side says. Either side changes
//! only its own part; of the other's it keeps a copy.

use super::Decision;
use crate::domain::{
    Council, Edit, Escalation, EscalationState, List, ListEdit, Mint, Neighbour, Point, Refusal, Side,
    id::EscalationId,
};
use chrono::NaiveDate;
use std::collections::HashSet;

/// An issue as the council below words it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issue {
    pub text: String,
    /// What was tried, and why it cannot be solved here.
    pub why: String,
    pub points: Vec<Point>,
}

/// To whom an issue is raised.
#[derive(Clone, Copy, Debug)]
pub enum To<'a> {
    /// The council of this home that is the parent, or becomes it.
    Parent(&'a Neighbour),
    /// A council kept elsewhere, by name.
    Elsewhere(&'a str),
}

/// May the council in folder `here` report to the one in folder `parent`? Not when that one reports to it, as far as can be seen.
pub fn may_report_to(here: &str, parent: &str, neighbours: &[Neighbour]) -> bool {
    let above = |slug: &str| neighbours.iter().find(|it| it.slug == slug)?.parent.as_deref();
    let mut seen = HashSet::new();
    let mut at = Some(parent);
    while let Some(slug) = at.filter(|slug| seen.insert(*slug)) {
        if slug == here {
            return false;
        }
        at = above(slug);
    }
    true
}

/// Raises an issue. The first one raised to a council of this home makes that one the parent.
///
/// # Errors
/// [`Refusal::Empty`] without an issue or a name; [`Refusal::OwnParent`] as [`may_report_to`] says.
pub fn raise(
    council: &Council,
    here: &str,
    issue: Issue,
    to: To,
    neighbours: &[Neighbour],
    today: NaiveDate,
    mint: &mut Mint,
) -> Result<(EscalationId, Vec<Edit>), Refusal> {
    let (other, other_name) = match to {
        To::Parent(parent) => (parent.slug.as_str(), parent.name.as_str()),
        To::Elsewhere(name) => ("", name.trim()),
    };
    if issue.text.trim().is_empty() || other_name.is_empty() {
        return Err(Refusal::Empty);
    }
    if !other.is_empty() && !may_report_to(here, other, neighbours) {
        return Err(Refusal::OwnParent);
    }
    let id: EscalationId = mint.id();
    let raised = Escalation {
        id: id.clone(),
        side: Side::Raised,
        other: other.to_owned(),
        other_name: other_name.to_owned(),
        text: issue.text,
        why: issue.why,
        points: issue.points,
        raised: today,
        raised_at: council.running().map(|meeting| meeting.id.clone()),
        withdrawn: None,
        considered: None,
        answer: String::new(),
        answered: None,
        answered_at: None,
        reported: None,
    };
    let parent = (!other.is_empty()).then(|| other.to_owned());
    let parented = council.changing_head(|head| head.parent = head.parent.take().or(parent));
    let appended = Edit::Escalation(council.escalations.appending(raised));
    Ok((id, parented.into_iter().chain([appended]).collect()))
}

/// Words an issue anew.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Empty`]; [`Refusal::TheirPart`] where another council of this home raised it.
pub fn word(council: &Council, id: &EscalationId, issue: Issue) -> Decision {
    if issue.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let Issue { text, why, points } = issue;
    changing(council, id, Escalation::is_ours_to_word, |it| {
        *it = Escalation { text, why, points, ..it.clone() };
    })
}

/// Says how far an issue is, as far as one word says it; an answer is written with [`answer`].
///
/// Back to [`EscalationState::Raised`] takes back what this council said last.
///
/// # Errors
/// [`Refusal::NotFound`]; [`Refusal::TheirPart`] where the other council of this home says so; [`Refusal::WrongState`] for an answer, and
/// for withdrawing what is answered or considering what is withdrawn.
pub fn set_state(council: &Council, id: &EscalationId, state: EscalationState, today: NaiveDate) -> Decision {
    let known = council.escalations.get(id).ok_or(Refusal::NotFound)?;
    match (known.state(), state) {
        (from, to) if from == to => Ok(Vec::new()),
        (_, EscalationState::Answered)
        | (EscalationState::Answered, EscalationState::Withdrawn)
        | (EscalationState::Withdrawn, EscalationState::Considered) => Err(Refusal::WrongState),
        (_, EscalationState::Withdrawn) => {
            changing(council, id, Escalation::is_ours_to_word, |it| it.withdrawn = Some(today))
        }
        (EscalationState::Withdrawn, _) => {
            changing(council, id, Escalation::is_ours_to_word, |it| it.withdrawn = None)
        }
        (_, to) => changing(council, id, Escalation::is_ours_to_answer, |it| {
            it.considered = (to == EscalationState::Considered).then_some(today);
            take_answer_back(it);
        }),
    }
}

fn take_answer_back(it: &mut Escalation) {
    it.answer.clear();
    (it.answered, it.answered_at, it.reported) = (None, None, None);
}

/// Answers an issue, or words the answer anew; the answer is of `today` then.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Empty`]; [`Refusal::TheirPart`] where another council of this home answers;
/// [`Refusal::WrongState`] once it is withdrawn.
pub fn answer(council: &Council, id: &EscalationId, text: &str, today: NaiveDate) -> Decision {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    match council.escalations.get(id) {
        Some(known) if known.state() == EscalationState::Withdrawn => Err(Refusal::WrongState),
        Some(known) if known.answer == text => Ok(Vec::new()),
        _ => changing(council, id, Escalation::is_ours_to_answer, |it| {
            take_answer_back(it);
            text.clone_into(&mut it.answer);
            it.answered = Some(today);
            it.answered_at = council.running().map(|meeting| meeting.id.clone());
        }),
    }
}

/// Notes on which day this council heard the answer, or that it has not.
///
/// # Errors
/// [`Refusal::NotFound`]; [`Refusal::TheirPart`] for what was raised to us; [`Refusal::WrongState`] without an answer.
pub fn report(council: &Council, id: &EscalationId, on: Option<NaiveDate>) -> Decision {
    let known = council.escalations.get(id).ok_or(Refusal::NotFound)?;
    if known.side == Side::Raised && known.answered.is_none() {
        return Err(Refusal::WrongState);
    }
    changing(council, id, |it| it.side == Side::Raised, |it| it.reported = on)
}

/// Takes out what nobody waits for: withdrawn, or with a council kept elsewhere.
///
/// # Errors
/// [`Refusal::NotFound`]; [`Refusal::Shared`] while the other council of this home has it too.
pub fn remove(council: &Council, id: &EscalationId) -> Decision {
    let known = council.escalations.get(id).ok_or(Refusal::NotFound)?;
    if !known.is_elsewhere() && known.state() != EscalationState::Withdrawn {
        return Err(Refusal::Shared);
    }
    Ok(council.escalations.removing(id).map(Edit::Escalation).into_iter().collect())
}

fn changing(
    council: &Council,
    id: &EscalationId,
    ours: fn(&Escalation) -> bool,
    change: impl FnOnce(&mut Escalation),
) -> Decision {
    if !ours(council.escalations.get(id).ok_or(Refusal::NotFound)?) {
        return Err(Refusal::TheirPart);
    }
    Ok(council.escalations.changing(id, change).map(Edit::Escalation).into_iter().collect())
}

/// Takes into the council in folder `here` what its neighbours say of their part, as one change.
///
/// # Errors
/// None: what there is [`news`] of fits.
pub fn receive(council: &Council, here: &str, neighbours: &[Neighbour], today: NaiveDate) -> Decision {
    let news = news(&council.escalations, here, neighbours, today);
    Ok(news.into_iter().map(Edit::Escalation).collect())
}

/// What the neighbours of the council in folder `here` say of their part that it does not hold yet.
///
/// What was raised to us and is gone there counts as withdrawn since `today`: whoever takes a raising back there takes it back here.
pub fn news(
    ours: &List<Escalation>,
    here: &str,
    neighbours: &[Neighbour],
    today: NaiveDate,
) -> Vec<ListEdit<Escalation>> {
    let mut ours = ours.clone();
    let mut edits = Vec::new();
    for neighbour in neighbours.iter().filter(|it| it.slug != here) {
        let arrived = neighbour.escalations.iter().filter_map(|it| match ours.get(&it.id) {
            Some(known) => taken_in(known, it, neighbour),
            None => received(it, here, neighbour),
        });
        let gone = ours.iter().filter_map(|it| gone_there(it, neighbour, today));
        let fresh: Vec<Escalation> = arrived.chain(gone).collect();
        for it in fresh {
            let known = ours.get(&it.id).is_some();
            let edit = if known { ours.replacing(it) } else { Some(ours.appending(it)) };
            edits.extend(edit.filter(|edit| ours.apply(edit).is_ok()));
        }
    }
    edits
}

/// An issue that is new here. One that was withdrawn before it came is none.
fn received(theirs: &Escalation, here: &str, from: &Neighbour) -> Option<Escalation> {
    let comes =
        theirs.side == Side::Raised && theirs.other == here && theirs.state() != EscalationState::Withdrawn;
    comes.then(|| Escalation {
        side: Side::Received,
        other: from.slug.clone(),
        other_name: from.name.clone(),
        reported: None,
        ..theirs.clone()
    })
}

/// What we hold with the other's part as it is there now, where the two are one pair.
fn taken_in(ours: &Escalation, theirs: &Escalation, from: &Neighbour) -> Option<Escalation> {
    if ours.other != from.slug || ours.side == theirs.side {
        return None;
    }
    let Escalation { id, side, other, reported, .. } = ours.clone();
    let other_name = from.name.clone();
    Some(match side {
        Side::Received => Escalation {
            considered: ours.considered,
            answer: ours.answer.clone(),
            answered: ours.answered,
            answered_at: ours.answered_at.clone(),
            ..Escalation { id, side, other, other_name, reported, ..theirs.clone() }
        },
        Side::Raised => Escalation {
            other_name,
            considered: theirs.considered,
            answer: theirs.answer.clone(),
            answered: theirs.answered,
            answered_at: theirs.answered_at.clone(),
            // Another answer was not heard yet.
            reported: reported.filter(|_| ours.answer == theirs.answer && theirs.answered.is_some()),
            ..ours.clone()
        },
    })
}

/// What was raised to us, where those who raised it do not have it any more.
fn gone_there(ours: &Escalation, from: &Neighbour, today: NaiveDate) -> Option<Escalation> {
    let theirs = from.escalations.get(&ours.id).filter(|it| it.side == Side::Raised);
    let gone = ours.side == Side::Received && ours.other == from.slug && theirs.is_none();
    (gone && ours.state().is_open()).then(|| Escalation { withdrawn: Some(today), ..ours.clone() })
}
