//! What the commands of the suggestions do: taking one up, declining one, going to what it is about, and the thresholds.

use super::{agenda::meetings, list, search, shell};
use crate::{
    app::{
        command::Ready,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{ActionView, BoardView, ListId, Model, Pane},
        view::{self, roles::Duty, suggestions::rows},
    },
    domain::{Council, Reason, Suggestion, Thresholds, Unread, decide::suggestions},
    words::Words,
};

pub fn show(model: &mut Model) {
    shell::go(model, Pane::Board);
    model.board_view = BoardView::Suggestions;
    *model.list_mut() = Default::default();
}

pub fn back(model: &mut Model) {
    model.board_view = BoardView::Points;
}

pub fn on_board(model: &Model) -> bool {
    model.list_id() == ListId::Points
}

/// What the cursor is on.
pub fn chosen(model: &Model) -> Option<Suggestion> {
    let topic = list::chosen(model, ListId::Suggestions, &rows(model))?;
    all(model).into_iter().find(|it| it.reason.topic() == topic)
}

/// Everything that is suggested now; nothing while it is not known.
pub fn all(model: &Model) -> Vec<Suggestion> {
    if !lacks(model).is_empty() {
        return Vec::new();
    }
    on(model, model.council())
}

/// What the list cannot be made without and was not read yet.
pub fn lacks(model: &Model) -> Unread {
    model.council().unread_for_suggestions(model.today())
}

fn on(model: &Model, council: &Council) -> Vec<Suggestion> {
    model.words.suggestions(council, model.today(), |point| view::board::title_of(model.words, point))
}

pub fn on_suggestion(model: &Model) -> Ready {
    if chosen(model).is_some() { Ready::Yes } else { Ready::Off(Words::next_none) }
}

/// Puts it on the agenda of the next meeting. Where none is planned, that is asked for first.
pub fn accept(model: &mut Model) {
    let Some(it) = chosen(model) else { return };
    let Some(next) = model.council().next_planned() else { return plan_for(model, &it) };
    let (id, label) = (next.id.clone(), model.words.meeting_label(next));
    let decision = suggestions::accept(model.history.council(), &id, &it, &mut model.mint);
    if model.commit(decision) {
        model.tell(Tone::Good, model.words.next_accepted(&it.title, &label));
    }
}

fn plan_for(model: &mut Model, it: &Suggestion) {
    let title = model.words.form_next_plan();
    meetings::open_plan(model, title, &it.reason.topic(), save_plan);
    model.tell(Tone::Warn, model.words.next_plan_first());
}

/// The meeting and its new item are one change.
fn save_plan(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let it = on(model, model.council()).into_iter().find(|it| it.reason.topic() == form.about);
    let (id, mut edits) = meetings::planned(model, form)?;
    let mut council = model.council().clone();
    let planned = council.apply_all(&edits).map_err(Into::into);
    let taken_up = planned.and_then(|()| match &it {
        Some(it) => suggestions::accept(&council, &id, it, &mut model.mint),
        None => Ok(Vec::new()),
    });
    model.submit_at(
        0,
        taken_up.map(|taken_up| {
            edits.extend(taken_up);
            edits
        }),
    )?;
    let label = council.meetings.get(&id).map(|meeting| model.words.meeting_label(meeting));
    let title = it.map(|it| it.title).unwrap_or_default();
    model.tell(Tone::Good, model.words.next_planned(&title, &label.unwrap_or_default()));
    Ok(())
}

pub fn decline(model: &mut Model) {
    let Some(it) = chosen(model) else { return };
    let decision = suggestions::decline(model.council(), &it.reason, model.today());
    if model.commit(decision) {
        model.tell(Tone::Good, model.words.next_declined(&it.title));
    }
}

/// Goes to the thing itself; of several, to the first.
pub fn go(model: &mut Model) {
    let Some(it) = chosen(model) else { return };
    let is_there = match &it.reason {
        Reason::Unproven { point, .. } | Reason::Untouched { point, .. } => {
            search::to_point(model, *point);
            true
        }
        Reason::Overdue { actions, .. } => to_overdue(model, actions),
        Reason::TermsEnding { seats, .. } => {
            shell::go(model, Pane::Roles);
            let seat = seats.first().map(|id| Duty::Seat(id.clone()));
            seat.is_some_and(|seat| search::choose(model, ListId::Roles, view::roles::rows, &seat))
        }
        Reason::ReadingsDue { indicators, .. } => {
            model.board_view = BoardView::Indicators(None);
            indicators
                .first()
                .is_some_and(|id| search::choose(model, ListId::Indicators, view::indicators::rows, id))
        }
        Reason::Overloaded { organisation, .. } => search::to_organisation(model, organisation),
        Reason::Silent { organisations, .. } => {
            organisations.first().is_some_and(|id| search::to_organisation(model, id))
        }
        Reason::Deferred { item, .. } => {
            let meetings = model.council().bodies.iter();
            let from =
                meetings.filter(|(_, body)| body.items.get(item).is_some()).map(|(id, _)| id.clone()).next();
            from.is_some_and(|meeting| search::to_item(model, meeting, item))
        }
        Reason::Evaluation { year, .. } => {
            model.board_view = BoardView::Sheet(*year);
            true
        }
        Reason::Answered { escalation, .. }
        | Reason::Owed { escalation, .. }
        | Reason::Awaited { escalation, .. } => {
            model.board_view = BoardView::Escalations;
            search::choose(model, ListId::Escalations, view::escalations::rows, escalation)
        }
    };
    if !is_there {
        model.tell(Tone::Warn, model.words.next_nowhere());
    }
}

fn to_overdue(model: &mut Model, actions: &[u32]) -> bool {
    let id =
        actions.first().and_then(|number| model.council().action_numbered(*number)).map(|it| it.id.clone());
    shell::go(model, Pane::Actions);
    model.action_view = ActionView::Overdue;
    id.is_some_and(|id| search::choose(model, ListId::Actions, view::actions::rows, &id))
}

/// From when on something is suggested. An empty field is the usual again.
pub fn edit_thresholds(model: &mut Model) {
    let words = model.words;
    let (mut now, mut usual) = (model.council().head.thresholds, Thresholds::default());
    let both = words.thresholds(&mut now).into_iter().zip(words.thresholds(&mut usual));
    let fields = both
        .map(|((label, now), (_, usual))| Field::text(label, now.to_string()).hint(words.limit_hint(*usual)));
    model.open_form(Form::new(words.form_thresholds(), "", fields.collect(), save_thresholds));
}

fn save_thresholds(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let mut thresholds = Thresholds::default();
    for (field, (_, value)) in model.words.thresholds(&mut thresholds).into_iter().enumerate() {
        if let Some(typed) = form.number(model, field)? {
            *value = typed;
        }
    }
    let decision = suggestions::set_thresholds(model.council(), thresholds);
    model.submit_at(0, decision)
}
