//! The read-back before a meeting closes: every decision and action of today, what they lack, what is left, and the next date.

use super::blocks::line_rows;
use crate::{
    app::{
        look::Tone, model::Model, overlay::ReadBack, pen::Pen, row::Span, update::record::is_read_back,
        view::Caret,
    },
    domain::{Due, Line, LineKind, Meeting, decide::record::action_of},
};
use ratatui::layout::Rect;

/// The lines read back, decisions before actions: what the arrows move in.
pub fn lines(model: &Model) -> Vec<&Line> {
    let body = model.council().running().and_then(|meeting| model.council().body(&meeting.id));
    let mut lines: Vec<&Line> =
        body.into_iter().flat_map(|body| &body.lines).filter(|it| is_read_back(it.kind)).collect();
    lines.sort_by_key(|line| matches!(line.kind, LineKind::Action(_)));
    lines
}

/// A row of the read-back; the line it belongs to, for choosing.
type ReadRow = (Option<usize>, Vec<Span>);

pub fn draw(model: &Model, read_back: &ReadBack, pen: &mut Pen) -> Caret {
    let area = model.popup(96, u16::MAX);
    let inner = pen.popup(area, model.words.read_back_title());
    let meeting = model.council().running()?;
    let rows = rows(model, meeting, inner.width);
    let height = usize::from(inner.height);
    let chosen = read_back.cursor.at;
    let last = rows.iter().rposition(|(line, _)| *line == Some(chosen)).unwrap_or(0);
    // The last line shows together with what follows it: what is left, and the next date.
    let wanted = if chosen + 1 >= lines(model).len() { rows.len() } else { last + 1 };
    let first = wanted
        .saturating_sub(height)
        .min(rows.iter().position(|(line, _)| *line == Some(chosen)).unwrap_or(wanted));
    for (y, (line, spans)) in (inner.y..inner.bottom()).zip(rows.iter().skip(first)) {
        pen.spans(inner.x, y, inner.right(), spans);
        if *line == Some(chosen) {
            pen.tint(Rect { y, height: 1, ..inner }, Tone::Chosen);
        }
    }
    if rows.len() > first + height {
        let more = Span::new(format!(" {} ", model.words.read_back_more()), Tone::Accent);
        pen.spans_right(area.x + 2, area.bottom() - 1, area.right() - 2, &[more]);
    }
    None
}

fn rows(model: &Model, meeting: &Meeting, width: u16) -> Vec<ReadRow> {
    let words = model.words;
    let wide = usize::from(width);
    let say = |text: String, tone| (None, vec![Span::new(format!(" {text}"), tone)]);
    let lines = lines(model);
    let decisions = lines.iter().filter(|line| matches!(line.kind, LineKind::Decision(_))).count();
    let mut rows: Vec<ReadRow> = Vec::new();
    let prompt = crate::text::wrap::wrap_lines(model.look.ruler, words.read_back_prompt(), wide - 2);
    rows.extend(prompt.into_iter().map(|line| say(line.to_owned(), Tone::Dim)));
    rows.push(say(words.read_back_decisions(decisions), Tone::Accent));
    for (at, line) in lines.iter().enumerate() {
        if at == decisions {
            rows.push(say(words.read_back_actions(lines.len() - decisions), Tone::Accent));
        }
        rows.extend(line_rows(model, meeting, line, wide).into_iter().map(|spans| (Some(at), spans)));
        rows.extend(
            lacking(model, line)
                .map(|text| (Some(at), vec![Span::new(format!("        ! {text}"), Tone::Warn)])),
        );
    }
    if decisions == lines.len() {
        rows.push(say(words.read_back_actions(0), Tone::Accent));
    }
    rows.extend(after(model, meeting).into_iter().map(|(text, tone)| say(text, tone)));
    rows
}

/// What an action still lacks.
fn lacking(model: &Model, line: &Line) -> Option<String> {
    let words = model.words;
    let action = action_of(model.council(), line)?;
    let no_owner = action.owners.is_empty().then(|| words.read_back_no_owner());
    let undated = action.due != Due::Open && model.council().due_date(action).is_none();
    let no_due = undated.then(|| words.read_back_no_due());
    let parts: Vec<&str> = no_owner.into_iter().chain(no_due).collect();
    (!parts.is_empty()).then(|| parts.join(words.pick("、", ", ")))
}

/// The next date, and what is not discussed.
fn after(model: &Model, meeting: &Meeting) -> Vec<(String, Tone)> {
    let words = model.words;
    let items = model.council().body(&meeting.id).into_iter().flat_map(|body| &body.items);
    let left: Vec<_> = items.filter(|item| item.state.is_undiscussed()).collect();
    let mut rows = vec![match model.council().meeting_after(meeting) {
        Some(next) => {
            let date = words.date(next.date, model.council().head.dates);
            (
                format!("{}  {date} {} {}", words.read_back_next(), words.time(next.start), next.place),
                Tone::Accent,
            )
        }
        None => (words.read_back_no_next().to_owned(), Tone::Warn),
    }];
    if !left.is_empty() {
        rows.push((words.read_back_left(left.len()), Tone::Accent));
        rows.extend(left.iter().map(|item| (format!("  ・{}", item.title), Tone::Plain)));
    }
    rows
}
