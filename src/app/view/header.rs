//! One line that answers: where are we, when is it, how long have we, may we decide, is it saved.

use crate::{
    app::{look::Tone, model::Model, pen::Pen, row::Span},
    domain::{
        Meeting, MeetingState,
        agenda::{Timetable, timetable},
    },
};
use ratatui::layout::Rect;

/// The header at four degrees of brevity; the longest that leaves the council its name is shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Brevity {
    Full,
    Close,
    Short,
    Tight,
}

pub fn draw(model: &Model, area: Rect, pen: &mut Pen) {
    let ruler = model.look.ruler;
    let width = |spans: &[Span]| spans.iter().map(|span| ruler.width(&span.text)).sum::<usize>();
    let (brief, short) = (brief_label(model), short_name(model));
    let long = model.meeting().map(|meeting| model.words.meeting_label(meeting)).unwrap_or_default();
    let full = model.council().head.name.as_str();
    let wishes = [
        (Brevity::Full, full, &long),
        (Brevity::Close, full, &long),
        (Brevity::Close, full, &brief),
        (Brevity::Close, short, &brief),
        (Brevity::Short, short, &brief),
    ];
    let fits = |(brevity, name, label): &(Brevity, &str, &String)| {
        width(&state(model, *brevity)) + ruler.width(name) + ruler.width(label) + 3 < usize::from(area.width)
    };
    let brevity = wishes.into_iter().find(fits).map_or(Brevity::Tight, |(brevity, ..)| brevity);
    let right = state(model, brevity);
    let end = area.right().saturating_sub(1);
    let from = pen.spans_right(area.x, area.y, end, &right);
    title(model, area, from.saturating_sub(1), pen);
}

fn short_name(model: &Model) -> &str {
    let head = &model.council().head;
    if head.short.is_empty() { &head.name } else { &head.short }
}

fn brief_label(model: &Model) -> String {
    model.meeting().map(|meeting| model.words.meeting_short(meeting)).unwrap_or_default()
}

/// Council and meeting, at the left; the shorter names where the long ones do not fit.
fn title(model: &Model, area: Rect, end: u16, pen: &mut Pen) {
    let (ruler, full) = (model.look.ruler, model.council().head.name.as_str());
    let long = model.meeting().map(|meeting| model.words.meeting_label(meeting)).unwrap_or_default();
    let brief = brief_label(model);
    let room = usize::from(end.saturating_sub(area.x + 1));
    let fits = |name: &str, label: &str| ruler.width(name) + ruler.width(label) + 2 <= room;
    let (name, label) = match () {
        () if fits(full, &long) => (full, long),
        () if fits(full, &brief) => (full, brief),
        () => (short_name(model), brief),
    };
    let label_room = u16::try_from(ruler.width(&label) + 2).unwrap_or(0);
    let x = pen.text(area.x + 1, area.y, end.saturating_sub(label_room), name, Tone::Strong);
    pen.text(x + 1, area.y, end, &label, Tone::Accent);
}

/// Clock, time left, attendance, saved state.
fn state(model: &Model, brevity: Brevity) -> Vec<Span> {
    let words = model.words;
    let gap = if brevity == Brevity::Full { "  " } else { " " };
    let mut spans = vec![Span::plain(model.now.format("%H:%M").to_string())];
    let push = |spans: &mut Vec<Span>, span: Span| {
        spans.push(Span::plain(gap));
        spans.push(span);
    };
    if let Some(meeting) = model.meeting() {
        for span in time_left(model, meeting, brevity) {
            push(&mut spans, span);
        }
        let count = model.council().headcount(meeting);
        let text = match brevity {
            Brevity::Full | Brevity::Close => words.quorum(count),
            Brevity::Short | Brevity::Tight => words.quorum_short(count),
        };
        let tone = if count.is_quorate() { Tone::Good } else { Tone::Warn };
        push(&mut spans, Span::new(text, tone));
    }
    push(&mut spans, saved(model, brevity));
    spans
}

/// While a meeting runs: what is left of the item and of the hour.
fn time_left(model: &Model, meeting: &Meeting, brevity: Brevity) -> Vec<Span> {
    let Some(body) = model.council().body(&meeting.id) else { return Vec::new() };
    if meeting.state != MeetingState::Running {
        return vec![Span::new(model.words.meeting_state(meeting.state), Tone::Dim)];
    }
    let Timetable { slots, left_seconds, .. } = timetable(meeting, body, model.now);
    let item = slots.iter().find_map(|slot| slot.left_seconds);
    let whole = left_seconds.unwrap_or(0);
    let words = model.words;
    let text = match brevity {
        Brevity::Tight => words.minutes_left_tight(&minutes(item), &minutes(Some(whole))),
        _ => words.minutes_left(&minutes(item), &minutes(Some(whole))),
    };
    let late = item.is_some_and(|left| left < 0) || whole < 0;
    vec![Span::new(text, if late { Tone::Warn } else { Tone::Strong })]
}

/// Whole minutes left, rounded up; 超過 shows as a negative number.
fn minutes(seconds: Option<i64>) -> String {
    seconds.map_or_else(|| "-".to_owned(), |seconds| (seconds + 59).div_euclid(60).to_string())
}

fn saved(model: &Model, brevity: Brevity) -> Span {
    let words = model.words;
    let tight = brevity == Brevity::Tight;
    if model.save.failed.is_some() {
        let text = if tight { words.not_saved_short() } else { words.not_saved() };
        return Span::new(text, Tone::Bad);
    }
    if model.history.seq() > model.save.confirmed {
        return Span::new(if tight { words.saving_short() } else { words.saving() }, Tone::Dim);
    }
    let text = match (model.throwaway, tight) {
        (true, false) => words.demo_saved(),
        (true, true) => words.demo_saved_short(),
        (false, true) => words.saved_short(),
        (false, false) => words.saved(),
    };
    Span::new(text, Tone::Good)
}
