//! What the commands of the list of raised issues do, and taking in what the other councils of the home say.

use super::{list, outside};
use crate::{
    app::{
        command::Ready,
        effect::Effect,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{BoardView, ListId, Model, Pane},
        overlay::Overlay,
        picker::{Choice, Picker},
        view::{self, board, escalations::rows},
    },
    domain::{
        Escalation, EscalationState, Neighbour, Refusal, Side,
        decide::escalations::{self, Issue, To},
        id::EscalationId,
    },
    words::Words,
};
use chrono::TimeDelta;

/// How often the other councils of the home are looked at while this one is open.
const PACE: TimeDelta = TimeDelta::seconds(60);

/// Asks what the other councils say.
pub fn ask(model: &mut Model) {
    model.neighbours_asked = Some(model.now);
    model.ask(Effect::Neighbours);
}

/// Asks again after a while, where there are others and the answer can be taken in.
pub fn ask_in_time(model: &mut Model) {
    let due = model.neighbours_asked.is_none_or(|asked| model.now - asked >= PACE);
    if due && model.lobby.is_none() && model.may_write() && !model.neighbours.is_empty() {
        ask(model);
    }
}

/// Takes in what the other councils say of their part, as one change, and says what is new.
pub fn meet(model: &mut Model, neighbours: Vec<Neighbour>) {
    if model.lobby.is_some() {
        return;
    }
    let news = escalations::receive(model.council(), &model.slug, &neighbours, model.today());
    model.neighbours = neighbours;
    let Ok(edits) = news else { return };
    let mut said = model.words.escalations_news(&edits);
    if !said.is_empty() && outside::push(model, edits) {
        said.push(model.words.escalations_see().to_owned());
        model.tell(Tone::Good, said.join(model.words.pick("", " ")));
    }
}

/// What was written of an issue is with the other council, or will be.
pub fn handed_over(model: &mut Model, name: &str, there: bool) {
    let words = model.words;
    match there {
        true => model.tell(Tone::Good, words.escalation_handed_over(name)),
        false => model.tell(Tone::Warn, words.escalation_on_its_way(name)),
    }
}

pub fn show(model: &mut Model) {
    model.board_view = BoardView::Escalations;
    ask(model);
}

pub fn back(model: &mut Model) {
    model.board_view = BoardView::Points;
}

/// The issue the cursor is on.
pub fn chosen(model: &Model) -> Option<&Escalation> {
    model.council().escalations.get(&list::chosen(model, ListId::Escalations, &rows(model))?)
}

pub fn on_escalation(model: &Model) -> Ready {
    if chosen(model).is_some() { Ready::Yes } else { Ready::Off(Words::escalation_none) }
}

pub fn may_answer(model: &Model) -> Ready {
    match chosen(model) {
        Some(it) if !it.is_ours_to_answer() => Ready::Off(Words::escalation_theirs_to_answer),
        _ => on_escalation(model),
    }
}

pub fn may_word(model: &Model) -> Ready {
    match chosen(model) {
        Some(it) if !it.is_ours_to_word() => Ready::Off(Words::escalation_theirs_to_word),
        _ => on_escalation(model),
    }
}

pub fn may_report(model: &Model) -> Ready {
    match chosen(model) {
        Some(it) if it.side == Side::Received => Ready::Off(Words::escalation_received_here),
        Some(it) if it.answered.is_none() => Ready::Off(Words::escalation_no_answer),
        _ => on_escalation(model),
    }
}

const TEXT: usize = 0;
const WHY: usize = 1;
const POINTS: usize = 2;
/// Only where the parent is not known.
const TO: usize = 3;
const NAME: usize = 4;

/// A new issue, of the point whose page was open.
pub fn add(model: &mut Model) {
    let opened = board::chosen(model).filter(|_| model.list_of(ListId::Points).detail);
    open_new(model, Issue { points: opened.into_iter().collect(), ..Issue::default() });
}

/// A new issue of whatever is chosen on the pane.
pub fn raise_this(model: &mut Model) {
    let issue =
        match model.pane {
            Pane::Agenda if !model.choosing_meeting => super::agenda::items::chosen(model).map(|item| {
                Issue { text: item.title.clone(), points: item.points.clone(), ..Issue::default() }
            }),
            Pane::Actions => view::actions::chosen(model).map(|it| Issue {
                text: it.text.clone(),
                points: it.points.clone(),
                ..Issue::default()
            }),
            Pane::Record => line(model),
            Pane::Board => return add(model),
            _ => None,
        };
    open_new(model, issue.unwrap_or_default());
}

/// The chosen line, unless it is off the record; while a line is typed, the item in hand.
fn line(model: &Model) -> Option<Issue> {
    let body = model.council().body(model.meeting.as_ref()?)?;
    if model.capture.focused {
        let item = body.current_item()?;
        return Some(Issue { text: item.title.clone(), points: item.points.clone(), ..Issue::default() });
    }
    let line = body.lines.get(&view::record::chosen(model)?).filter(|line| !line.private)?;
    Some(Issue { text: line.text.clone(), points: line.points.clone(), ..Issue::default() })
}

fn open_new(model: &mut Model, issue: Issue) {
    let words = model.words;
    let parent = model.council().head.parent.as_deref().and_then(|slug| neighbour(model, slug));
    let mut fields = issue_fields(model, &issue);
    if !issue.text.is_empty() {
        fields[TEXT].suggested = true;
    }
    let (title, slugs) = match parent {
        Some(parent) => (words.escalation_form_to(&parent.name), parent.slug.clone()),
        None => {
            let mut slugs = Vec::new();
            let mut names = Vec::new();
            for it in may_be_parents(model) {
                slugs.push(it.slug.clone());
                names.push(named(words, it));
            }
            names.push(words.escalation_to_elsewhere().to_owned());
            fields
                .push(Field::choice(words.escalation_field_to(), names, 0).hint(words.escalation_hint_to()));
            fields.push(
                Field::text(words.escalation_field_name(), last_elsewhere(model))
                    .hint(words.escalation_hint_name()),
            );
            (words.escalation_form_new().to_owned(), slugs.join(" "))
        }
    };
    model.open_form(Form::new(title, slugs, fields, raise));
}

fn issue_fields(model: &Model, issue: &Issue) -> Vec<Field> {
    let words = model.words;
    let points: Vec<String> = issue.points.iter().map(|point| point.number().to_string()).collect();
    vec![
        Field::text(words.escalation_field_text(), &issue.text).hint(words.escalation_hint_text()),
        Field::note(words.escalation_field_why(), &issue.why).hint(words.escalation_hint_why()),
        Field::text(words.indicator_points(), points.join(words.pick("、", ", ")))
            .hint(words.entry_points_hint()),
    ]
}

fn neighbour<'m>(model: &'m Model, slug: &str) -> Option<&'m Neighbour> {
    model.neighbours.iter().find(|it| it.slug == slug)
}

/// The councils of this home that this one may report to.
fn may_be_parents(model: &Model) -> impl Iterator<Item = &Neighbour> {
    let all = &model.neighbours;
    all.iter().filter(|it| escalations::may_report_to(&model.slug, &it.slug, all))
}

/// 県協議会（ken）: two councils may have one name.
fn named(words: Words, it: &Neighbour) -> String {
    it.name.clone() + &words.in_brackets(&it.slug)
}

/// The council kept elsewhere that an issue was last raised to.
fn last_elsewhere(model: &Model) -> &str {
    let raised = model.council().escalations.iter().rev();
    let mut elsewhere = raised.filter(|it| it.side == Side::Raised && it.is_elsewhere());
    elsewhere.next().map_or("", |it| &it.other_name)
}

/// What stands in the fields of an issue.
fn issue_in(model: &Model, form: &Form) -> Result<Issue, FieldError> {
    let text = form.text(TEXT).to_owned();
    if text.is_empty() {
        return Err(FieldError { field: TEXT, said: model.words.escalation_wanted().to_owned() });
    }
    Ok(Issue { text, why: form.text(WHY).to_owned(), points: form.points(model, POINTS)? })
}

fn raise(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let issue = issue_in(model, form)?;
    let asked = form.fields.len() > TO;
    let slug = form.about.split_whitespace().nth(if asked { form.choice(TO) } else { 0 });
    let to = slug.and_then(|slug| neighbour(model, slug)).cloned();
    let name = if asked { form.text(NAME) } else { "" };
    if to.is_none() && name.is_empty() {
        let field = if asked { NAME } else { TEXT };
        return Err(FieldError { field, said: model.words.escalation_name_wanted().to_owned() });
    }
    let told = to.as_ref().map_or_else(|| name.to_owned(), |it| it.name.clone());
    let to = to.as_ref().map_or(To::Elsewhere(name), To::Parent);
    let raised = escalations::raise(
        model.history.council(),
        &model.slug,
        issue,
        to,
        &model.neighbours,
        model.now.date(),
        &mut model.mint,
    );
    let wrong = |model: &Model, refusal: &Refusal| FieldError { field: TEXT, said: model.refusal(refusal) };
    let (id, edits) = raised.map_err(|refusal| wrong(model, &refusal))?;
    model.submit_at(TEXT, Ok(edits))?;
    list::go_to(model, ListId::Escalations, rows, &id);
    model.tell(Tone::Good, model.words.escalation_raised(&told));
    Ok(())
}

pub fn edit(model: &mut Model) {
    let Some(it) = chosen(model) else { return };
    let issue = Issue { text: it.text.clone(), why: it.why.clone(), points: it.points.clone() };
    let (id, fields) = (it.id.to_string(), issue_fields(model, &issue));
    model.open_form(Form::new(model.words.escalation_form(), id, fields, |model, form| {
        let issue = issue_in(model, form)?;
        let decision = escalations::word(model.council(), &EscalationId::from(form.about.as_str()), issue);
        model.submit_at(TEXT, decision)
    }));
}

pub fn answer(model: &mut Model) {
    if let Some(it) = chosen(model) {
        let id = it.id.clone();
        open_answer(model, &id);
    }
}

fn open_answer(model: &mut Model, id: &EscalationId) {
    let words = model.words;
    let Some(it) = model.council().escalations.get(id) else { return };
    let title = words.escalation_form_answer(it.text.lines().next().unwrap_or_default());
    let field = Field::note(words.escalation_field_answer(), &it.answer).hint(words.escalation_hint_answer());
    model.open_form(Form::new(title, id.as_str(), vec![field], |model, form| {
        let id = EscalationId::from(form.about.as_str());
        if form.text(0).is_empty() {
            return Err(FieldError { field: 0, said: model.words.escalation_answer_wanted().to_owned() });
        }
        let decision = escalations::answer(model.council(), &id, form.text(0), model.today());
        model.submit_at(0, decision)?;
        list::go_to(model, ListId::Escalations, rows, &id);
        model.tell(Tone::Good, model.words.escalation_answered());
        Ok(())
    }));
}

/// The states that this council may give it.
fn states(it: &Escalation) -> impl Iterator<Item = EscalationState> {
    let (word, answer) = (it.is_ours_to_word(), it.is_ours_to_answer());
    EscalationState::ALL.into_iter().filter(move |state| match state {
        EscalationState::Raised => true,
        EscalationState::Considered | EscalationState::Answered => answer,
        EscalationState::Withdrawn => word,
    })
}

pub fn pick_state(model: &mut Model) {
    let Some(it) = chosen(model) else { return };
    let words = model.words;
    let choices = states(it).map(|state| Choice::new(state.key(), words.escalation_state(state)));
    let picker = Picker::new(words.escalation_pick_state(), it.id.as_str(), choices.collect(), take_state);
    let at = it.state().key();
    model.overlays.push(Overlay::Picker(picker.at(at)));
}

fn take_state(model: &mut Model, about: &str, key: &str) {
    let id = EscalationId::from(about);
    let Some(state) = EscalationState::ALL.into_iter().find(|state| state.key() == key) else { return };
    if state == EscalationState::Answered {
        return open_answer(model, &id);
    }
    let decision = escalations::set_state(model.council(), &id, state, model.today());
    if model.commit(decision) {
        list::go_to(model, ListId::Escalations, rows, &id);
    }
}

/// Notes that this council heard the answer, or that it has not.
pub fn toggle_report(model: &mut Model) {
    let Some(it) = chosen(model) else { return };
    let (id, on) = (it.id.clone(), if it.reported.is_some() { None } else { Some(model.today()) });
    let decision = escalations::report(model.council(), &id, on);
    if model.commit(decision) {
        let words = model.words;
        let said = if on.is_some() { words.escalation_told() } else { words.escalation_untold() };
        list::go_to(model, ListId::Escalations, rows, &id);
        model.tell(Tone::Good, said);
    }
}

pub fn delete(model: &mut Model) {
    let Some(it) = chosen(model) else { return };
    let decision = escalations::remove(model.council(), &it.id);
    if model.commit(decision) {
        model.tell(Tone::Good, model.words.escalation_deleted());
    }
}

/// The field of the council's form that names the parent: the folders it can be, and the field. The first is none.
pub fn parent_field(model: &Model) -> (String, Field) {
    let words = model.words;
    let now = model.council().head.parent.as_deref();
    let mut slugs: Vec<&str> = Vec::new();
    let mut names = vec![words.head_parent_none().to_owned()];
    for it in may_be_parents(model) {
        slugs.push(&it.slug);
        names.push(named(words, it));
    }
    if let Some(lost) = now.filter(|now| !slugs.contains(now)) {
        slugs.push(lost);
        names.push(words.head_parent_lost(lost));
    }
    let at = now.and_then(|now| slugs.iter().position(|slug| *slug == now)).map_or(0, |at| at + 1);
    (slugs.join(" "), Field::choice(words.head_parent(), names, at).hint(words.hint_parent()))
}

/// The folder chosen in that field.
pub fn parent_chosen(form: &Form, field: usize) -> Option<String> {
    let at = form.choice(field).checked_sub(1)?;
    form.about.split_whitespace().nth(at).map(str::to_owned)
}
