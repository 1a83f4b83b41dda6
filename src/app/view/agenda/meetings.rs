//! The meetings of the council, newest first under their fiscal years.

use super::hours;
use crate::{
    app::{
        look::Tone,
        model::{ListId, Model},
        row::{Para, Row, Rows, Span},
        update::{agenda::meeting_meant, list::matching, minutes::standing},
    },
    domain::{
        Action, Body, LineKind, Meeting, MeetingRoleKind, MeetingState, agenda::timetable, id::MeetingId,
    },
};
use std::cell::LazyCell;

pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    let words = model.words;
    let count = |state| model.council().meetings.iter().filter(|it| it.state == state).count();
    let counts = words.agenda_meetings_counts(count(MeetingState::Planned), count(MeetingState::Held));
    (vec![Span::new(words.agenda_meetings_title(), Tone::Strong)], vec![Span::new(counts, Tone::Dim)])
}

/// A list at least this wide shows the whole date; the heading says the year of the short one.
const WHOLE_DATE: u16 = 72;

pub fn meeting_rows(model: &Model) -> Rows<'_, MeetingId> {
    let mut places: Vec<Result<&Meeting, i32>> = Vec::new();
    let mut year = None;
    for meeting in model.council().meetings_by_date().into_iter().rev() {
        if year.replace(meeting.fiscal_year) != Some(meeting.fiscal_year) {
            places.push(Err(meeting.fiscal_year));
        }
        places.push(Ok(meeting));
    }
    let records = places.iter().map(|place| place.ok().map(|meeting| meeting.id.clone())).collect();
    let widths = LazyCell::new(|| widths(model));
    let rows = Rows::new(records, move |at| match places[at] {
        Err(year) => Row::heading(model.words.fiscal_year(year)),
        Ok(meeting) => row(model, meeting, *widths),
    });
    matching(model, ListId::Meetings, rows)
}

/// What leads, and the place, which gives way when room is short.
fn row(model: &Model, meeting: &Meeting, widths: [usize; 4]) -> Row {
    let (words, ruler) = (model.words, model.look.ruler);
    let also = [words.meeting_label(meeting), words.date(meeting.date, model.council().head.dates)];
    let row = Row::titled(meeting.place.clone()).also(also.join(" "));
    let row = match standing(model, meeting) {
        Some((said, tone)) => row.right(said, tone),
        None => row,
    };
    let columns = lead(model, meeting).into_iter().zip(widths).filter(|(_, width)| *width > 0);
    columns.fold(row, |row, (cell, width)| {
        row.lead(ruler.fit(&cell.text, width), cell.tone).lead("  ", Tone::Plain)
    })
}

/// Mark, number, state, day and hours.
fn lead(model: &Model, meeting: &Meeting) -> [Span; 4] {
    let (words, style) = (model.words, model.council().head.dates);
    let whole = model.list_area().width >= WHOLE_DATE;
    let day = if whole { words.date(meeting.date, style) } else { words.date_short(meeting.date, style) };
    [
        Span::plain(format!("{} {}", mark(meeting.state), words.meeting_short(meeting))),
        Span::new(words.meeting_state(meeting.state), tone(meeting.state)),
        Span::plain(day),
        Span::plain(hours(words, meeting.start, meeting.end)),
    ]
}

/// How wide each of them is, the same on every row.
fn widths(model: &Model) -> [usize; 4] {
    let widths = model.council().meetings.iter().map(|it| lead(model, it));
    widths.fold([0; 4], |widest, lead| {
        std::array::from_fn(|at| widest[at].max(model.look.ruler.width(&lead[at].text)))
    })
}

const fn mark(state: MeetingState) -> &'static str {
    match state {
        MeetingState::Planned => " ",
        MeetingState::Running => "►",
        MeetingState::Held => "✓",
    }
}

const fn tone(state: MeetingState) -> Tone {
    match state {
        MeetingState::Planned => Tone::Accent,
        MeetingState::Running => Tone::Now,
        MeetingState::Held => Tone::Dim,
    }
}

/// The plan, who came, and what came of it.
pub fn meeting_detail(model: &Model) -> Vec<Para> {
    let Some(meeting) = meeting_meant(model) else { return Vec::new() };
    let words = model.words;
    let state = format!("{}  {}", words.meeting_label(meeting), words.meeting_state(meeting.state));
    let mut paras = vec![Para::new(state, Tone::Strong)];
    paras.extend(when_and_where(model, meeting));
    let standing = standing(model, meeting)
        .and_then(|(said, tone)| Some(Para { tone, ..Para::labelled(words.minutes_state(), said)? }));
    paras.extend(standing);
    let Some(body) = model.council().body(&meeting.id) else {
        paras.push(model.reading(&model.lacks_of(Some(meeting))));
        return paras;
    };
    paras.extend(attendance(model, meeting));
    paras.extend(outcome(model, meeting, body));
    paras.extend(roles(model, meeting));
    paras.push(Para::blank());
    let items = (1..).zip(&body.items);
    paras.extend(
        items.map(|(number, item)| Para { hang: 3, ..Para::plain(format!("{number}. {}", item.title)) }),
    );
    paras
}

fn when_and_where(model: &Model, meeting: &Meeting) -> impl Iterator<Item = Para> {
    let words = model.words;
    let planned = words.agenda_planned_span(
        &hours(words, meeting.start, meeting.end),
        &words.duration(i64::from(meeting.slot_minutes())),
    );
    let when = format!("{} {planned}", words.date(meeting.date, model.council().head.dates));
    let actually = meeting.opened.map(|opened| match meeting.closed {
        Some(closed) => hours(words, opened.time(), closed.time()),
        None => words.agenda_hours(&words.time(opened.time()), ""),
    });
    [
        Para::labelled(words.agenda_when(), when),
        Para::labelled(words.agenda_actually(), actually.unwrap_or_default()),
        Para::labelled(words.agenda_place(), &meeting.place),
        Para::labelled(words.fact_openness(), words.openness(&meeting.openness)),
    ]
    .into_iter()
    .flatten()
}

fn attendance(model: &Model, meeting: &Meeting) -> impl Iterator<Item = Para> {
    let words = model.words;
    let count = words.quorum(model.council().headcount(meeting));
    let observers =
        if meeting.observers == 0 { String::new() } else { words.people_count(meeting.observers) };
    [Para::labelled(words.agenda_attendance(), count), Para::labelled(words.agenda_observers(), observers)]
        .into_iter()
        .flatten()
}

fn roles(model: &Model, meeting: &Meeting) -> impl Iterator<Item = Para> {
    let words = model.words;
    MeetingRoleKind::ALL
        .into_iter()
        .filter_map(move |kind| Para::labelled(words.meeting_role(kind), &meeting.role(kind)?.label))
}

fn outcome(model: &Model, meeting: &Meeting, body: &Body) -> Vec<Para> {
    let words = model.words;
    let planned: i64 = body.items.iter().map(|item| i64::from(item.minutes)).sum();
    let items = words.agenda_items_sum(body.items.len(), &words.duration(planned));
    let decisions = body.lines.iter().filter(|line| matches!(line.kind, LineKind::Decision(_))).count();
    let mut paras = vec![Para::labelled(words.agenda_items(), items)];
    let over = timetable(meeting, body, model.now).over_slot;
    if over > 0 && meeting.state == MeetingState::Planned {
        paras.push(Some(Para::new(words.agenda_too_long(over), Tone::Warn)));
    }
    if !body.lines.is_empty() {
        paras.extend([
            Para::labelled(words.agenda_decisions(), words.agenda_count(decisions)),
            Para::labelled(words.agenda_actions(), actions_given(model, meeting)),
            Para::labelled(words.agenda_lines(), words.agenda_lines_sum(body.lines.len())),
        ]);
    }
    paras.push(super::waiting(model, meeting));
    paras.into_iter().flatten().collect()
}

/// How many actions the meeting gave, and how many of them are open.
fn actions_given(model: &Model, meeting: &Meeting) -> String {
    let lacks = model.lacks_of(Some(meeting));
    if !lacks.is_empty() {
        return model.reading(&lacks).text;
    }
    let given = |it: &&Action| it.origin.as_ref().is_some_and(|it| it.meeting == meeting.id);
    let actions: Vec<&Action> = model.council().every_action().filter(given).collect();
    let open = actions.iter().filter(|action| action.state.is_open()).count();
    model.words.agenda_actions_sum(actions.len(), open)
}
