//! The items of one meeting: what is planned, how it goes, and what was written under each.

use super::{column, hours, with_columns};
use crate::{
    app::{
        look::Tone,
        model::{ListId, Model},
        row::{Para, Row, Rows, Span},
        update::{agenda::items::chosen, list::matching, minutes::standing},
    },
    domain::{
        Body, Item, ItemState, Line, LineKind, Meeting, MeetingState, Why,
        agenda::{Slot, Timetable, timetable},
        id::ItemId,
    },
    knowledge::points::card,
    words::terms::{item_mark, line_mark},
};

fn at_hand(model: &Model) -> Option<(&Meeting, &Body)> {
    let meeting = model.meeting()?;
    Some((meeting, model.council().body(&meeting.id)?))
}

/// How many items and how long; and whether that fits the slot, or when it will really end.
pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    let Some((meeting, body)) = at_hand(model) else { return Default::default() };
    let words = model.words;
    let minutes =
        body.items.iter().filter(|it| it.state != ItemState::Skipped).map(|it| i64::from(it.minutes));
    let left = words.agenda_items_title(body.items.len(), minutes.sum());
    let right = match meeting.state {
        MeetingState::Planned => plan_against_slot(model, meeting, body),
        MeetingState::Running => projection(model, meeting, body),
        MeetingState::Held => lasted(model, meeting),
    };
    (vec![Span::new(left, Tone::Strong)], right)
}

fn plan_against_slot(model: &Model, meeting: &Meeting, body: &Body) -> Vec<Span> {
    let words = model.words;
    let table = timetable(meeting, body, model.now);
    let end = words.time(table.planned_end.time());
    vec![match table.over_slot {
        0 => Span::new(words.agenda_ends(&end, &words.time(table.booked_end.time())), Tone::Dim),
        over => Span::new(words.agenda_ends_over(&end, over), Tone::Warn),
    }]
}

fn projection(model: &Model, meeting: &Meeting, body: &Body) -> Vec<Span> {
    let words = model.words;
    let table = timetable(meeting, body, model.now);
    let Some(projected) = table.projected_end else { return Vec::new() };
    let (end, late) = (words.time(projected.time()), (projected - table.booked_end).num_minutes());
    vec![if late > 0 {
        Span::new(words.agenda_projected_late(&end, late), Tone::Warn)
    } else {
        Span::new(words.agenda_projected(&end, &words.time(table.booked_end.time())), Tone::Good)
    }]
}

fn lasted(model: &Model, meeting: &Meeting) -> Vec<Span> {
    let words = model.words;
    let span = meeting.opened.zip(meeting.closed);
    let said = span.map(|(from, to)| words.agenda_lasted(&hours(words, from.time(), to.time())));
    let lasted = said.map(|said| Span::new(format!("{said}  "), Tone::Dim));
    let minutes = standing(model, meeting).map(|(said, tone)| Span::new(said, tone));
    lasted.into_iter().chain(minutes).collect()
}

/// The columns at the right, as they stand from left to right.
const PRESENTER: usize = 0;
const KIND: usize = 1;
const STATE: usize = 2;
const START: usize = 3;
const MINUTES: usize = 4;

/// As much of a presenter as a column shows; the detail shows the whole.
const PRESENTER_WIDTH: usize = 20;

pub fn item_rows(model: &Model) -> Rows<'_, ItemId> {
    let Some((meeting, body)) = at_hand(model) else { return Rows::made(Vec::new()) };
    let table = timetable(meeting, body, model.now);
    let digits = body.items.len().to_string().len();
    let mut rows: Vec<Row> =
        (1..).zip(&body.items).map(|(number, item)| row(model, number, digits, item)).collect();
    let planned = meeting.state == MeetingState::Planned;
    let cells = |cell: &dyn Fn(&Item, &Slot) -> Span| {
        column(model, body.items.iter().zip(&table.slots).map(|(item, slot)| cell(item, slot)).collect())
    };
    let words = model.words;
    let ruler = model.look.ruler;
    let columns = vec![
        cells(&|item, _| {
            let name = item.presenter.as_ref().map_or("", |who| who.label.as_str());
            Span::new(ruler.cut(name, PRESENTER_WIDTH), Tone::Dim)
        }),
        cells(&|item, _| Span::new(words.item_kind(item.kind), Tone::Dim)),
        cells(&|item, _| Span::new(words.item_state_short(item.state), tone(item.state))),
        cells(&|item, slot| {
            let shown = planned && item.state != ItemState::Skipped;
            Span::new(if shown { words.time(slot.planned_start) } else { String::new() }, Tone::Dim)
        }),
        minutes(model, body, &table),
    ];
    with_columns(model, &mut rows, columns, &[MINUTES, START, STATE, KIND, PRESENTER]);
    let ids = body.items.iter().map(|item| Some(item.id.clone()));
    matching(model, ListId::Items, Rows::made(ids.zip(rows).collect()))
}

fn row(model: &Model, number: usize, digits: usize, item: &Item) -> Row {
    let title = match item.state {
        ItemState::Current => Tone::Strong,
        ItemState::Open | ItemState::Deferred => Tone::Plain,
        ItemState::Discussed | ItemState::Closed | ItemState::Skipped => Tone::Dim,
    };
    let presenter = item.presenter.as_ref().map_or("", |who| who.label.as_str());
    let also = [presenter, model.words.item_kind(item.kind), &item.materials.join(" "), &item.note].join(" ");
    let put_off = (item.deferred > 0).then(|| {
        let times = model.words.agenda_put_off(item.deferred);
        Span::new(model.words.in_brackets(&times), Tone::Warn)
    });
    let titled = Row::titled(item.title.clone()).tone(title);
    Row { title: titled.title.into_iter().chain(put_off).collect(), ..Row::default() }
        .lead(item_mark(item.state), tone(item.state))
        .lead(format!(" {number:>digits$} "), title)
        .also(also)
}

const fn tone(state: ItemState) -> Tone {
    match state {
        ItemState::Open => Tone::Plain,
        ItemState::Current => Tone::Now,
        ItemState::Deferred => Tone::Warn,
        ItemState::Discussed | ItemState::Closed => Tone::Good,
        ItemState::Skipped => Tone::Dim,
    }
}

/// Planned minutes; for the current item spent and planned; for one that was up, spent and how much that was over or under.
fn minutes(model: &Model, body: &Body, table: &Timetable) -> Vec<Span> {
    let (words, ruler) = (model.words, model.look.ruler);
    let said: Vec<(String, String, Tone)> = body
        .items
        .iter()
        .zip(&table.slots)
        .map(|(item, slot)| {
            let over = slot.minutes_over();
            let tone = if over > 0 { Tone::Warn } else { Tone::Plain };
            let was_up = item.state == ItemState::Discussed || slot.actual_minutes > 0;
            match item.state {
                ItemState::Current => {
                    (words.agenda_spent_of(slot.actual_minutes, item.minutes), String::new(), tone)
                }
                _ if was_up => (words.agenda_spent_only(slot.actual_minutes), words.agenda_over(over), tone),
                _ => (words.agenda_minutes(item.minutes), String::new(), Tone::Plain),
            }
        })
        .collect();
    let width = |text: &dyn Fn(&(String, String, Tone)) -> &String| {
        said.iter().map(|it| ruler.width(text(it))).max().unwrap_or(0)
    };
    let (spent, over) = (width(&|it| &it.0), width(&|it| &it.1));
    said.iter().map(|it| Span::new(ruler.fit_right(&it.0, spent) + &ruler.fit(&it.1, over), it.2)).collect()
}

/// All that is known of the chosen item, and what was written under it.
pub fn item_detail(model: &Model) -> Vec<Para> {
    let (Some((meeting, body)), Some(item)) = (at_hand(model), chosen(model)) else { return Vec::new() };
    let mut paras = vec![Para::new(item.title.clone(), Tone::Strong)];
    paras.extend(course(model, meeting, body, item));
    paras.extend(substance(model, item));
    paras.extend(reasons(model, item));
    paras.extend(record(model, meeting, body, item));
    // Actions it names may stand on a shelf.
    let lacks = model.lacks_of(Some(meeting));
    let lacking = (!lacks.is_empty()).then(|| model.reading(&lacks));
    paras.extend(
        lacking.into_iter().chain(super::waiting(model, meeting)).flat_map(|para| [Para::blank(), para]),
    );
    paras
}

/// State, and time planned and spent.
fn course(model: &Model, meeting: &Meeting, body: &Body, item: &Item) -> Vec<Para> {
    let words = model.words;
    let state = format!("{} {}", item_mark(item.state), words.item_state(item.state));
    let kind = format!("{}  {}", words.item_kind(item.kind), state.trim());
    let mut paras = vec![Para::labelled(words.agenda_kind(), kind)];
    let table = timetable(meeting, body, model.now);
    let Some(slot) = table.slot(&item.id) else { return Vec::new() };
    let duration = words.duration(i64::from(slot.planned_minutes));
    let planned = match (meeting.state, item.state) {
        (MeetingState::Planned, ItemState::Skipped) | (MeetingState::Running | MeetingState::Held, _) => {
            duration
        }
        _ => words.agenda_planned_span(&hours(words, slot.planned_start, slot.planned_end()), &duration),
    };
    paras.push(Para::labelled(words.agenda_planned(), planned));
    if item.state == ItemState::Current || slot.actual_minutes > 0 {
        let spent =
            format!("{} {}", words.duration(slot.actual_minutes), words.agenda_over(slot.minutes_over()));
        let left = slot.left_seconds.map(|seconds| words.time_left(seconds));
        let said = left.into_iter().fold(spent, |spent, left| format!("{spent}  {left}"));
        let tone = if slot.minutes_over() > 0 { Tone::Warn } else { Tone::Plain };
        paras.extend(Para::labelled(words.agenda_spent(), said).map(|para| Some(Para { tone, ..para })));
    }
    paras.into_iter().flatten().collect()
}

/// Who presents it, with which papers, towards which points, and the note.
fn substance(model: &Model, item: &Item) -> impl Iterator<Item = Para> {
    let words = model.words;
    let comma = words.pick("、", ", ");
    let points: Vec<String> = item
        .points
        .iter()
        .map(|point| format!("{} {}", point.number(), card(*point).name.pick(words.lang)))
        .collect();
    [
        Para::labelled(
            words.agenda_presenter(),
            item.presenter.as_ref().map_or("", |who| who.label.as_str()),
        ),
        Para::labelled(words.agenda_materials(), item.materials.join(comma)),
        Para::labelled(words.agenda_points(), points.join(comma)),
        Para::labelled(words.agenda_note(), &item.note),
        Para::labelled(words.item_summary(), &item.summary),
    ]
    .into_iter()
    .flatten()
}

/// Why the item is on this agenda.
fn reasons(model: &Model, item: &Item) -> Vec<Para> {
    let words = model.words;
    let mut reasons = vec![words.why(model.council(), &item.why)];
    if item.recurring && !matches!(item.why, Why::Recurring(_)) {
        reasons.push(words.agenda_every_time().to_owned());
    }
    if item.deferred > 0 {
        reasons.push(words.agenda_put_off(item.deferred));
    }
    let mut paras: Vec<Para> =
        Para::labelled(words.agenda_why(), reasons.join(words.pick("、", ", "))).into_iter().collect();
    match &item.why {
        Why::OpenActions(_, numbers) => {
            paras.extend(numbers.iter().filter_map(|number| action(model, *number)));
        }
        Why::Due(_) => {
            let due = model.meeting().map(|meeting| model.council().due_by(meeting.date));
            paras.extend(due.into_iter().flatten().filter_map(|it| action(model, it.number)));
        }
        _ => {}
    }
    paras
}

/// Decisions and actions first, then the rest as it was said.
fn record(model: &Model, meeting: &Meeting, body: &Body, item: &Item) -> Vec<Para> {
    let weighs = |line: &&Line| matches!(line.kind, LineKind::Decision(_) | LineKind::Action(_));
    let here: Vec<&Line> = body.lines.iter().filter(|line| line.item.as_ref() == Some(&item.id)).collect();
    if here.is_empty() {
        return Vec::new();
    }
    let (outcome, talk): (Vec<&Line>, Vec<&Line>) = here.into_iter().partition(weighs);
    let lines = outcome.into_iter().chain(talk).map(|line| said(model, meeting, line));
    let heading = Para::new(model.words.agenda_record_here(), Tone::Accent);
    [Para::blank(), heading].into_iter().chain(lines).collect()
}

fn said(model: &Model, meeting: &Meeting, line: &Line) -> Para {
    let words = model.words;
    let speaker = line.speaker.as_ref().map(|who| format!("{}  ", who.label)).unwrap_or_default();
    match line.kind {
        LineKind::Action(number) => {
            action(model, number).unwrap_or_else(|| Para::bullet(&line.text, Tone::Action))
        }
        LineKind::Decision(number) => {
            let text =
                format!("{}{}  {}", line_mark(line.kind), words.decision_number(meeting, number), line.text);
            Para { hang: 2, ..Para::new(text, Tone::Decision) }
        }
        LineKind::Note | LineKind::Speech => {
            Para { hang: 2, ..Para::plain(format!("{speaker}{}", line.text)) }
        }
        LineKind::Deferred | LineKind::Proposal | LineKind::Issue => {
            let kind = words.line_kind(line.kind);
            Para { hang: 2, ..Para::new(format!("{kind}  {speaker}{}", line.text), Tone::Warn) }
        }
    }
}

/// An action with who does it by when, and how far it has come.
fn action(model: &Model, number: u32) -> Option<Para> {
    let (words, council) = (model.words, model.council());
    let action = council.action_numbered(number)?;
    let text = words.agenda_action_line(
        &action.text,
        &words.owners(action),
        &words.due_short(council, action),
        words.action_state(action.state),
    );
    let mark = line_mark(LineKind::Action(number));
    let tone = if action.state.is_open() { Tone::Action } else { Tone::Dim };
    Some(Para { hang: 2, ..Para::new(format!("{mark}{}  {text}", words.action_number(number)), tone) })
}
