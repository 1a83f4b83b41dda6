//! Finishing the minutes of a held meeting: the quality list and where each finding leads, checking, making final, reopening.

use super::{agenda, names};
use crate::{
    app::{
        command::Ready,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{ListId, Model, Pane},
        overlay::Overlay,
        picker::{Choice, Picker},
        view,
    },
    domain::{
        Meeting, MeetingState, Refusal, Standing,
        decide::{Decision, minutes, minutes::Stamp},
        id::{ItemId, LineId, MeetingId},
        quality::{Finding, Place},
    },
    text::dates::iso,
    words::Words,
};

pub fn can_open(model: &Model) -> Ready {
    match agenda::meeting_meant(model) {
        Some(meeting) if meeting.state == MeetingState::Held => Ready::Yes,
        _ => Ready::Off(Words::finishing_not_held),
    }
}

/// Is finishing what a held meeting on screen waits for?
pub fn is_wanted(model: &Model) -> bool {
    let held = agenda::meeting_meant(model).filter(|it| it.state == MeetingState::Held);
    matches!(model.pane, Pane::Agenda | Pane::Record) && held.is_some()
}

/// Opens the list where it was left.
pub fn open(model: &mut Model) {
    let Some(id) = agenda::meeting_meant(model).map(|meeting| meeting.id.clone()) else { return };
    if model.meeting.as_ref() != Some(&id) {
        agenda::look_at(model, id);
    }
    if model.require(model.lacks_of(model.meeting())) {
        model.overlays.push(Overlay::Minutes);
    }
}

/// The quality list of the meeting on screen.
pub fn findings(model: &Model) -> Vec<Finding> {
    model.meeting().map(|meeting| model.council().quality(meeting)).unwrap_or_default()
}

fn stands(model: &Model, wanted: Standing) -> bool {
    model.meeting().is_some_and(|meeting| meeting.minutes.standing() == wanted)
}

pub fn is_open(model: &Model) -> Ready {
    if stands(model, Standing::Final) { Ready::Off(Words::finishing_is_final) } else { Ready::Yes }
}

pub fn is_final(model: &Model) -> Ready {
    if stands(model, Standing::Final) { Ready::Yes } else { Ready::Off(Words::finishing_only_final) }
}

pub fn has_finding(model: &Model) -> Ready {
    if findings(model).is_empty() { Ready::Off(Words::finishing_no_finding) } else { Ready::Yes }
}

pub fn step(model: &mut Model, steps: isize) {
    let len = findings(model).len();
    model.finishing.step(steps, len);
}

/// Brings the choice back into the list, whose findings go as they are mended.
pub fn settle(model: &mut Model) {
    if let Some(Overlay::Minutes) = model.overlays.last() {
        let (len, room) = (findings(model).len(), view::minutes::room(model));
        model.finishing.settle(len, room);
    }
}

/// Goes to the place of the chosen finding.
pub fn go(model: &mut Model) {
    let Some(finding) = findings(model).into_iter().nth(model.finishing.at) else { return };
    model.overlays.pop();
    match &finding.place {
        Place::Meeting => model.show(Pane::Roster),
        Place::Item(item) => go_to_item(model, item),
        Place::Line(line) => go_to_line(model, line),
    }
    let said = model.words.quality_finding(&finding);
    model.tell(Tone::Warn, said);
}

fn go_to_item(model: &mut Model, item: &ItemId) {
    model.show(Pane::Agenda);
    model.choosing_meeting = false;
    model.list_of_mut(ListId::Items).search.set("");
    agenda::choose_item(model, item);
}

fn go_to_line(model: &mut Model, line: &LineId) {
    model.show(Pane::Record);
    model.capture.focused = false;
    model.list_of_mut(ListId::Lines).search.set("");
    model.list_of_mut(ListId::Lines).cursor.at = view::record::place_of(model, line).unwrap_or(0);
}

/// A step in the life of the minutes that findings may hold up.
type Step = fn(&crate::domain::Council, &MeetingId, Stamp, bool) -> Decision;

/// Takes a step; where findings are left, asks whether it is meant all the same. Returns whether it was done.
fn take(model: &mut Model, step: Step, anyway: bool) -> Result<bool, usize> {
    let Some(id) = model.meeting.clone() else { return Ok(false) };
    let by = model.history.by().to_owned();
    match step(model.council(), &id, Stamp { at: model.now, by: &by }, anyway) {
        Err(Refusal::Unresolved { findings }) => Err(findings),
        decision => Ok(model.commit(decision)),
    }
}

fn ask_anyway(model: &mut Model, findings: usize, label: &'static str, take: crate::app::picker::Take) {
    let words = model.words;
    let choices = vec![Choice::new("back", words.anyway_back()), Choice::new("anyway", label)];
    let picker = Picker::new(words.anyway_title(findings), "", choices, take);
    model.overlays.push(Overlay::Picker(picker));
}

pub fn check(model: &mut Model) {
    match take(model, minutes::check, false) {
        Ok(done) => say_checked(model, done),
        Err(findings) => ask_anyway(model, findings, model.words.anyway_check(), |model, _, key| {
            if key == "anyway" {
                let done = take(model, minutes::check, true).unwrap_or(false);
                say_checked(model, done);
            }
        }),
    }
}

pub fn finalise(model: &mut Model) {
    match take(model, minutes::finalise, false) {
        Ok(done) => say_final(model, done),
        Err(findings) => ask_anyway(model, findings, model.words.anyway_final(), |model, _, key| {
            if key == "anyway" {
                let done = take(model, minutes::finalise, true).unwrap_or(false);
                say_final(model, done);
            }
        }),
    }
}

fn say_checked(model: &mut Model, done: bool) {
    if let Some(meeting) = model.meeting().filter(|_| done) {
        let said = model.words.finishing_now_checked(&model.words.meeting_label(meeting));
        model.tell(Tone::Good, said);
    }
}

fn say_final(model: &mut Model, done: bool) {
    if let Some(meeting) = model.meeting().filter(|_| done) {
        let label = model.words.meeting_label(meeting);
        let said = model.words.finishing_now_final(&label, meeting.minutes.version());
        model.tell(Tone::Good, said);
    }
}

/// Asks why the version in force is put out of force.
pub fn reopen(model: &mut Model) {
    let words = model.words;
    let reason = Field::text(words.field_reason(), "").hint(words.hint_reason());
    model.open_form(Form::new(words.form_reopen(), "", vec![reason], |model, form| {
        let Some(id) = model.meeting.clone() else { return Ok(()) };
        let by = model.history.by().to_owned();
        let stamp = Stamp { at: model.now, by: &by };
        let decision = minutes::reopen(model.council(), &id, stamp, form.text(0));
        model.submit_at(0, decision)?;
        if let Some(meeting) = model.meeting() {
            let label = model.words.meeting_label(meeting);
            let said = model.words.finishing_now_open(&label, meeting.minutes.version());
            model.tell(Tone::Good, said);
        }
        Ok(())
    }));
}

pub fn edit_signatories(model: &mut Model) {
    let Some(meeting) = model.meeting() else { return };
    let words = model.words;
    let labels: Vec<&str> = meeting.minutes.signatories.iter().map(|who| who.label.as_str()).collect();
    let names = Field::name(words.field_signatories(), labels.join(words.pick("、", ", ")));
    let fields = vec![names.hint(words.hint_signatories())];
    model.open_form(Form::new(words.form_signatories(), "", fields, save_signatories));
}

fn save_signatories(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let Some(id) = model.meeting.clone() else { return Ok(()) };
    let before = model.meeting().map(|meeting| meeting.minutes.signatories.clone()).unwrap_or_default();
    let signatories = names::everyone_again(model, form, 0, &before)?;
    let decision = minutes::set_signatories(model.council(), &id, signatories);
    model.submit_at(0, decision)
}

/// Asks for the day the summary went out; today until somebody says otherwise.
pub fn edit_sent(model: &mut Model) {
    let (Some(meeting), words) = (model.meeting(), model.words) else { return };
    let day = meeting.minutes.summary_sent.unwrap_or_else(|| model.today());
    let field = Field::text(words.field_sent(), iso(day)).hint(words.entry_date_hint()).suggested();
    model.open_form(Form::new(words.form_sent(), "", vec![field], |model, form| {
        let Some(id) = model.meeting.clone() else { return Ok(()) };
        let day = form.date(model, 0)?;
        let decision = minutes::send_summary(model.council(), &id, day);
        model.submit_at(0, decision)
    }));
}

/// The meeting whose minutes are on the way, with how far they are, for the header of its panes.
pub fn standing(model: &Model, meeting: &Meeting) -> Option<(String, Tone)> {
    if meeting.state != MeetingState::Held {
        return None;
    }
    let (words, today) = (model.words, model.today());
    let due = model.council().deadlines(meeting);
    let late = due.iter().any(|it| it.days_left(today).is_some_and(|days| days < 0));
    let said = due.iter().filter_map(|it| words.deadline(it, today));
    let parts: Vec<String> = std::iter::once(words.minutes_standing(meeting)).chain(said).collect();
    let tone = match meeting.minutes.standing() {
        _ if late => Tone::Warn,
        Standing::Final => Tone::Good,
        Standing::Checked | Standing::Draft => Tone::Dim,
    };
    Some((parts.join("  "), tone))
}
