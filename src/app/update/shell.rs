//! What works on every pane: going to a pane, undo, the council's own form, export, leaving.

use super::{escalations, saving};
use crate::{
    app::{
        command::Ready,
        effect::Effect,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{Model, Pane},
    },
    domain::{
        Change, CouncilKind, Deadlines, Majority, QuorumMeasure, QuorumRule, Refusal, VotingRule,
        council::DateStyle, decide,
    },
};

/// Goes to the n-th pane, counted from 0.
pub fn show(model: &mut Model, pane: usize) {
    go(model, Pane::ALL[pane]);
}

/// Goes `steps` panes on, around the end.
pub fn turn(model: &mut Model, steps: isize) {
    let at = Pane::ALL.iter().position(|pane| *pane == model.pane).unwrap_or(0);
    let len = Pane::ALL.len();
    go(model, Pane::ALL[(at + len).saturating_add_signed(steps) % len]);
}

/// Goes to a pane that was asked for. The record is where a watched meeting leads anyway.
pub fn go(model: &mut Model, pane: Pane) {
    model.own_way.pane = pane != Pane::Record;
    model.show(pane);
}

pub fn undo(model: &mut Model) {
    if !model.may_write() {
        return model.refuse(&Refusal::ReadOnly);
    }
    let Some(work) = model.history.next_undo() else {
        return model.tell(Tone::Warn, model.words.nothing_to_undo());
    };
    let (unread, what) = (model.council().unread_for(&work.edits), named(model, work));
    if !model.require(unread) {
        return;
    }
    match model.history.undo(model.now) {
        Ok(_) => model.tell(Tone::Good, model.words.undone(what)),
        Err(_) => model.tell(Tone::Warn, model.words.cannot_undo(what)),
    }
}

pub fn redo(model: &mut Model) {
    if !model.may_write() {
        return model.refuse(&Refusal::ReadOnly);
    }
    let Some(work) = model.history.next_redo() else {
        return model.tell(Tone::Warn, model.words.nothing_to_redo());
    };
    let (unread, what) = (model.council().unread_for(&work.edits), named(model, work));
    if !model.require(unread) {
        return;
    }
    match model.history.redo(model.now) {
        Ok(_) => model.tell(Tone::Good, model.words.redone(what)),
        Err(_) => model.tell(Tone::Warn, model.words.cannot_redo(what)),
    }
}

/// What the change was; one of an earlier day with its day.
fn named(model: &Model, change: &Change) -> String {
    let (words, day) = (model.words, change.at.date());
    let what = words.change(change);
    if day == model.today() {
        return what;
    }
    words.change_of_day(&what, &words.day(day, model.council().head.dates))
}

/// Closes what lies on top.
pub fn close_overlay(model: &mut Model) {
    model.overlays.pop();
}

pub fn redraw(model: &mut Model) {
    model.ask(Effect::Redraw);
}

/// Leaves; when something could not be saved, only at the second time of asking.
pub fn quit(model: &mut Model) {
    super::sheet::finish(model);
    match saving::may_quit(model, "Ctrl-Q") {
        Ok(()) => model.ask(Effect::Quit),
        Err(said) => model.tell(Tone::Bad, said),
    }
}

pub fn has_meeting(model: &Model) -> Ready {
    if model.meeting().is_some() { Ready::Yes } else { Ready::Off(crate::words::Words::no_meeting_to_show) }
}

/// The council's name, kind, aim, quorum and date style.
pub fn edit_council(model: &mut Model) {
    let (head, words) = (&model.council().head, model.words);
    let kinds = CouncilKind::ALL.map(|kind| words.council_kind(kind).to_owned()).to_vec();
    let kind = CouncilKind::ALL.iter().position(|kind| *kind == head.kind).unwrap_or(0);
    let measures = MEASURES.map(|measure| words.quorum_measure(measure).to_owned()).to_vec();
    let (measure, count) = match head.quorum.measure {
        QuorumMeasure::Count(n) => (MEASURES.len() - 1, n.to_string()),
        other => (MEASURES.iter().position(|it| *it == other).unwrap_or(0), String::new()),
    };
    let dates = vec![words.dates_era().to_owned(), words.dates_iso().to_owned()];
    let majorities = Majority::ALL.map(|it| words.majority(it).to_owned()).to_vec();
    let majority = Majority::ALL.iter().position(|it| *it == head.voting.majority).unwrap_or(0);
    let days = |days: Option<u32>| days.map(|days| days.to_string()).unwrap_or_default();
    let (parents, parent) = escalations::parent_field(model);
    let fields = vec![
        Field::text(words.field_name(), &head.name),
        Field::text(words.field_short(), &head.short).hint(words.hint_short_council()),
        Field::choice(words.field_kind(), kinds, kind),
        Field::text(words.field_aim(), &head.aim),
        Field::choice(words.field_quorum(), measures, measure),
        Field::text(words.field_quorum_count(), count).hint(words.hint_quorum_count()),
        Field::yes_no(model, words.field_proxies(), head.quorum.proxies),
        Field::yes_no(model, words.field_online(), head.quorum.online),
        Field::choice(words.field_dates(), dates, usize::from(head.dates == DateStyle::Iso)),
        Field::choice(words.head_majority(), majorities, majority),
        Field::yes_no(model, words.head_tie(), head.voting.tie_to_chair),
        Field::text(words.head_summary_days(), days(head.deadlines.summary_days)).hint(words.hint_days()),
        Field::text(words.head_minutes_days(), days(head.deadlines.minutes_days)).hint(words.hint_days()),
        Field::text(words.head_private_names(), head.private_names.join(words.pick("、", ", ")))
            .hint(words.hint_private_names()),
        parent,
    ];
    model.open_form(Form::new(words.form_council(), parents, fields, save_council));
}

const NAME: usize = 0;
const SHORT: usize = 1;
const KIND: usize = 2;
const AIM: usize = 3;
const MEASURE: usize = 4;
const COUNT: usize = 5;
const PROXIES: usize = 6;
const ONLINE: usize = 7;
const DATES: usize = 8;
const MAJORITY: usize = 9;
const TIE: usize = 10;
const SUMMARY_DAYS: usize = 11;
const MINUTES_DAYS: usize = 12;
const PRIVATE_NAMES: usize = 13;
const PARENT: usize = 14;

const MEASURES: [QuorumMeasure; 5] = [
    QuorumMeasure::None,
    QuorumMeasure::MoreThanHalf,
    QuorumMeasure::AtLeastHalf,
    QuorumMeasure::TwoThirds,
    QuorumMeasure::Count(0),
];

fn save_council(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let measure = match MEASURES[form.choice(MEASURE)] {
        QuorumMeasure::Count(_) => {
            let count = crate::text::fold::fold(form.text(COUNT))
                .trim_end_matches('人')
                .parse()
                .ok()
                .filter(|count: &u32| *count > 0);
            let said = model.words.not_a_count(form.text(COUNT).to_owned());
            QuorumMeasure::Count(count.ok_or(FieldError { field: COUNT, said })?)
        }
        measure => measure,
    };
    let voting = VotingRule { majority: Majority::ALL[form.choice(MAJORITY)], tie_to_chair: form.yes(TIE) };
    let deadlines = Deadlines {
        summary_days: form.number(model, SUMMARY_DAYS)?,
        minutes_days: form.number(model, MINUTES_DAYS)?,
    };
    let private = form.text(PRIVATE_NAMES).split(['、', '､', ',', '，']).map(str::trim);
    let private: Vec<String> = private.filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let decision = decide::save_head(model.council(), |head| {
        head.voting = voting;
        head.deadlines = deadlines;
        head.private_names = private;
        head.parent = escalations::parent_chosen(form, PARENT);
        form.text(NAME).clone_into(&mut head.name);
        form.text(SHORT).clone_into(&mut head.short);
        head.kind = CouncilKind::ALL[form.choice(KIND)];
        form.text(AIM).clone_into(&mut head.aim);
        head.quorum = QuorumRule { measure, proxies: form.yes(PROXIES), online: form.yes(ONLINE) };
        head.dates = if form.choice(DATES) == 1 { DateStyle::Iso } else { DateStyle::Era };
    });
    model.submit_at(NAME, decision)
}
