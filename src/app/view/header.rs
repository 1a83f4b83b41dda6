//! One line that answers: where are we, when is it, how long have we, may we decide, is it saved.

use crate::{
    app::{
        access::{Access, Holder},
        look::Tone,
        model::Model,
        pen::Pen,
        row::Span,
    },
    domain::{
        Meeting, MeetingState,
        agenda::{Timetable, timetable},
    },
};
use ratatui::layout::Rect;

/// The header at degrees of brevity; the longest that leaves the council its name is shown. The last two are for the reason why
/// nothing is saved, which is worth more than the hour and the headcount.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Brevity {
    Full,
    Close,
    Short,
    Tight,
    WithoutHour,
    WithoutCount,
}

/// The columns that the reason why nothing is saved leaves to the council's name and the meeting, at the least.
const TITLE: usize = 12;
/// The columns of a long reason that the rest makes room for.
const REASON: usize = 20;

pub fn draw(model: &Model, area: Rect, pen: &mut Pen) {
    let reason = reason(model);
    let (brevity, room) = fitting(model, usize::from(area.width), &reason);
    let mut right = state(model, brevity);
    let mut from = area.right().saturating_sub(1);
    // Whether it is saved is the last to be cut away: it is drawn first, the rest where there is room left of it.
    if let Some(mut saved) = right.pop() {
        saved.text.push_str(&model.look.ruler.cut(&reason, room));
        from = pen.spans_right(area.x, area.y, from, &[saved]);
    }
    from = pen.spans_right(area.x, area.y, from, &right);
    title(model, area, from.saturating_sub(1), pen);
}

/// How brief the header is in this many columns, and the columns it then has for the reason.
fn fitting(model: &Model, width: usize, reason: &str) -> (Brevity, usize) {
    let ruler = model.look.ruler;
    let (full, short) = (ruler.width(&model.council().head.name), ruler.width(short_name(model)));
    let long = model.meeting().map_or(0, |meeting| ruler.width(&model.words.meeting_label(meeting)));
    let brief = ruler.width(&brief_label(model));
    let cut = (short + brief).min(TITLE);
    let titles = [
        (Brevity::Full, full + long),
        (Brevity::Close, full + long),
        (Brevity::Close, full + brief),
        (Brevity::Close, short + brief),
        (Brevity::Short, short + brief),
        (Brevity::Tight, cut),
        (Brevity::WithoutHour, cut),
        (Brevity::WithoutCount, cut),
    ];
    let possible = if reason.is_empty() { &titles[..6] } else { &titles };
    let wanted = ruler.width(reason).min(REASON);
    // Air at both ends, between name and meeting, and before the state.
    let room = |brevity, title: usize| {
        let state: usize = state(model, brevity).iter().map(|span| ruler.width(&span.text)).sum();
        width.checked_sub(title + state + 4)
    };
    let fits = |(brevity, title): &(Brevity, usize)| room(*brevity, *title) >= Some(wanted);
    let (brevity, title) = possible.iter().copied().find(fits).unwrap_or(possible[possible.len() - 1]);
    (brevity, room(brevity, title).unwrap_or(0))
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
    let gap = if brevity == Brevity::Full { "  " } else { " " };
    let mut spans = Vec::new();
    let push = |spans: &mut Vec<Span>, span: Span| {
        if !spans.is_empty() {
            spans.push(Span::plain(gap));
        }
        spans.push(span);
    };
    if brevity < Brevity::WithoutHour {
        push(&mut spans, Span::plain(model.now.format("%H:%M").to_string()));
    }
    if let Some(meeting) = model.meeting() {
        for span in time_left(model, meeting, brevity) {
            push(&mut spans, span);
        }
    }
    if let (Some(meeting), true) = (model.meeting(), brevity < Brevity::WithoutCount) {
        quorum(model, meeting, brevity).into_iter().for_each(|span| push(&mut spans, span));
    }
    push(&mut spans, standing(model, brevity));
    spans
}

/// Who is there, once it is read.
fn quorum(model: &Model, meeting: &Meeting, brevity: Brevity) -> Option<Span> {
    if model.council().is_unread(&meeting.id) {
        return None;
    }
    let count = model.council().headcount(meeting);
    let text = match brevity {
        Brevity::Full | Brevity::Close => model.words.quorum(count),
        _ => model.words.quorum_short(count),
    };
    Some(Span::new(text, if count.is_quorate() { Tone::Good } else { Tone::Warn }))
}

/// While a meeting runs: what is left of the item and of the hour.
fn time_left(model: &Model, meeting: &Meeting, brevity: Brevity) -> Vec<Span> {
    if meeting.state != MeetingState::Running {
        return vec![Span::new(model.words.meeting_state(meeting.state), Tone::Dim)];
    }
    let Some(body) = model.council().body(&meeting.id) else { return Vec::new() };
    let Timetable { slots, left_seconds, .. } = timetable(meeting, body, model.now);
    let item = slots.iter().find_map(|slot| slot.left_seconds);
    let whole = left_seconds.unwrap_or(0);
    let words = model.words;
    let (item_left, whole_left) = (minutes(item), minutes(Some(whole)));
    let text = if brevity < Brevity::Tight {
        words.minutes_left(&item_left, &whole_left)
    } else {
        words.minutes_left_tight(&item_left, &whole_left)
    };
    let late = item.is_some_and(|left| left < 0) || whole < 0;
    vec![Span::new(text, if late { Tone::Warn } else { Tone::Strong })]
}

/// Whole minutes left, rounded up; 超過 shows as a negative number.
fn minutes(seconds: Option<i64>) -> String {
    seconds.map_or_else(|| "-".to_owned(), |seconds| (seconds + 59).div_euclid(60).to_string())
}

/// Is it saved, and who writes here unless it is us? The word alone; the reason why nothing is saved stands behind it as far as
/// there is room.
fn standing(model: &Model, brevity: Brevity) -> Span {
    let words = model.words;
    if model.save.failed.is_some() {
        return Span::new(words.not_saved(), Tone::Bad);
    }
    let name = |holder: &Holder| model.look.ruler.cut(words.pen_person(&holder.by), NAME).into_owned();
    let text = match (&model.access, brevity) {
        (Access::Ours, _) => return saved(model, brevity >= Brevity::Tight),
        (Access::Theirs(holder), Brevity::Full | Brevity::Close) => words.pen_header(&name(holder)),
        (Access::Theirs(holder), Brevity::Short) => words.pen_header_close(&name(holder)),
        (Access::Free, Brevity::Full | Brevity::Close) => words.pen_header_free().to_owned(),
        (Access::Damaged(_), Brevity::Full | Brevity::Close) => words.pen_header_damaged().to_owned(),
        (Access::Newer { .. }, Brevity::Full | Brevity::Close) => words.pen_header_newer().to_owned(),
        _ => words.pen_header_short().to_owned(),
    };
    Span::new(text, Tone::Warn)
}

/// The columns that the name of the writer may take.
const NAME: usize = 16;

fn saved(model: &Model, tight: bool) -> Span {
    let words = model.words;
    if model.unsaved() > 0 {
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

/// Why it is not saved, with what parts it from the word before; once a copy holds everything, where that is.
fn reason(model: &Model) -> String {
    let Some(trouble) = &model.save.failed else { return String::new() };
    let reason = match model.whole_copy() {
        Some(copied) => model.words.not_saved_copied(&copied.home),
        None => trouble.brief.clone(),
    };
    format!("{}{reason}", model.words.not_saved_because())
}
