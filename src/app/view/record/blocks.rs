//! The lines of the record as blocks of rows, each under its item: time, who, what, in columns; decisions and actions stand out.

use super::areas;
use crate::{
    app::{
        look::Tone,
        model::{ListId, Model},
        pen::Pen,
        row::{Row, Rows, Span},
        update::list::matching,
    },
    domain::{
        Body, Item, ItemState, Line, LineKind, Meeting,
        agenda::timetable,
        decide::record::action_of,
        id::{ItemId, LineId},
    },
    text::wrap::wrap_lines,
    words::terms::{item_mark, line_mark},
};
use ratatui::layout::Rect;

/// Lines and headings in the order of the record: outside any item first, then item by item. What search and the arrows move in.
pub fn rows(model: &Model) -> Rows<LineId> {
    let Some((meeting, body)) = open(model) else { return Vec::new() };
    let mut rows: Rows<LineId> = Vec::new();
    rows.extend(under(body, None).map(|line| (Some(line.id.clone()), searchable(model, meeting, line))));
    for (number, item) in (1..).zip(&body.items) {
        let lines: Vec<_> = under(body, Some(&item.id)).collect();
        if lines.is_empty() {
            continue;
        }
        // The title row already names the current item.
        if !(rows.is_empty() && item.state == ItemState::Current) {
            rows.push((None, Row::heading(heading(item, number))));
        }
        rows.extend(lines.into_iter().map(|line| (Some(line.id.clone()), searchable(model, meeting, line))));
    }
    matching(model, ListId::Lines, rows)
}

fn under<'a>(body: &'a Body, item: Option<&'a ItemId>) -> impl Iterator<Item = &'a Line> {
    body.lines.iter().filter(move |line| line.item.as_ref() == item)
}

fn heading(item: &Item, number: usize) -> String {
    format!("{} {number} {}", item_mark(item.state), item.title)
}

fn open(model: &Model) -> Option<(&Meeting, &Body)> {
    let meeting = model.meeting()?;
    Some((meeting, model.council().body(&meeting.id)?))
}

/// A line as one row, for searching; the pane draws blocks.
fn searchable(model: &Model, meeting: &Meeting, line: &Line) -> Row {
    let who = line.speaker.as_ref().map_or("", |who| who.label.as_str());
    Row::titled(text_of(model, line)).lead(format!("{} {who}", label(model, meeting, line)), Tone::Plain)
}

/// The chosen item and how its time stands: on the title row.
pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    let query = model.list_of(ListId::Lines).search.text();
    if model.searching || !query.is_empty() {
        let mark = Span::new(model.words.search_mark(), Tone::Accent);
        return (vec![mark, Span::new(query, Tone::Strong)], Vec::new());
    }
    let Some((meeting, body)) = open(model) else { return Default::default() };
    let current = (1..).zip(&body.items).find(|(_, item)| item.state == ItemState::Current);
    let Some((number, item)) = current else {
        return (vec![Span::new(model.words.meeting_label(meeting), Tone::Strong)], Vec::new());
    };
    let table = timetable(meeting, body, model.now);
    let spent = table.slots.iter().find(|slot| slot.item == item.id).map_or(0, |slot| slot.actual_minutes);
    let late = spent > i64::from(item.minutes);
    let clock = model.words.record_spent(spent, item.minutes);
    let left = vec![
        Span::new(format!("{} {number} ", item_mark(ItemState::Current)), Tone::Accent),
        Span::new(item.title.clone(), Tone::Strong),
    ];
    (left, vec![Span::new(clock, if late { Tone::Warn } else { Tone::Strong })])
}

/// What stands before the text: 決定 3-2, 宿題 17, 提案 … or nothing.
fn label(model: &Model, meeting: &Meeting, line: &Line) -> String {
    let words = model.words;
    let mark = line_mark(line.kind);
    match line.kind {
        LineKind::Note | LineKind::Speech => String::new(),
        LineKind::Decision(number) => format!("{mark}{}", words.decision_number(meeting, number)),
        LineKind::Action(number) => format!("{mark}{}", words.record_becomes_action(number)),
        kind => format!("{mark}{}", words.line_kind(kind)),
    }
}

/// The text, for an action with its owners before it and its day behind it.
fn text_of(model: &Model, line: &Line) -> String {
    match action_of(model.council(), line) {
        None => line.text.clone(),
        Some(action) => {
            let words = model.words;
            let owners = words.owners(action);
            let due = words.record_due(&words.due_short(model.council(), action));
            format!("{owners} 〜 {}  {due}", action.text)
        }
    }
}

const fn tone(kind: LineKind) -> Tone {
    match kind {
        LineKind::Decision(_) => Tone::Decision,
        LineKind::Action(_) => Tone::Action,
        LineKind::Deferred => Tone::Warn,
        LineKind::Proposal | LineKind::Issue => Tone::Accent,
        LineKind::Note | LineKind::Speech => Tone::Plain,
    }
}

/// One line or heading as drawn: at least one row.
pub struct Block {
    pub rows: Vec<Vec<Span>>,
    /// Place in [`rows`].
    pub at: usize,
    heading: bool,
}

/// Every block, for a width.
pub fn blocks(model: &Model, width: u16) -> Vec<Block> {
    let Some((meeting, body)) = open(model) else { return Vec::new() };
    let rows = rows(model).into_iter().enumerate();
    rows.filter_map(|(at, (id, row))| {
        Some(match id {
            None => Block { rows: vec![row.title], at, heading: true },
            Some(id) => {
                let line = body.lines.get(&id)?;
                Block { rows: line_rows(model, meeting, line, usize::from(width)), at, heading: false }
            }
        })
    })
    .collect()
}

/// The columns of a line: time where there is room, who, and the text wrapped under itself.
pub fn line_rows(model: &Model, meeting: &Meeting, line: &Line, width: usize) -> Vec<Vec<Span>> {
    let ruler = model.look.ruler;
    let time_width = if width >= 60 { 7 } else { 0 };
    let decision = ruler.width(&label(model, meeting, &Line { kind: LineKind::Decision(1), ..line.clone() }));
    // 保健センター whole, and where there is room 保険年金課 課長 too.
    let names = match width {
        64.. => 16,
        60.. => 13,
        _ => 10,
    };
    let who_width = (decision + 1).max(names);
    let time = match line.at {
        Some(at) if time_width > 0 => format!("{} ", model.words.time(at)),
        _ => String::new(),
    };
    let label = label(model, meeting, line);
    let speaker = line.speaker.as_ref().map(|who| who.label.as_str()).unwrap_or_default();
    let who = if label.is_empty() { speaker } else { label.as_str() };
    let mut text = text_of(model, line);
    if !label.is_empty() && !speaker.is_empty() {
        text = format!("{speaker}{}{text}", model.words.pick("：", ": "));
    }
    let lead = 1 + time_width + who_width;
    let cols = width.saturating_sub(lead + 1).max(4);
    let mut rows = Vec::new();
    for (at, part) in text.split('\n').flat_map(|part| wrap_lines(ruler, part, cols)).enumerate() {
        let mut row = vec![Span::plain(" ")];
        if at == 0 {
            row.push(Span::new(ruler.fit(&time, time_width), Tone::Dim));
            row.push(Span::new(ruler.fit(&ruler.cut(who, who_width - 1), who_width), who_tone(line.kind)));
        } else {
            row.push(Span::plain(ruler.fit("", time_width + who_width)));
        }
        row.push(Span::new(part, text_tone(line.kind)));
        rows.push(row);
    }
    rows
}

const fn who_tone(kind: LineKind) -> Tone {
    match kind {
        LineKind::Note | LineKind::Speech => Tone::Strong,
        kind => tone(kind),
    }
}

const fn text_tone(kind: LineKind) -> Tone {
    match kind {
        LineKind::Decision(_) | LineKind::Action(_) => tone(kind),
        _ => Tone::Plain,
    }
}

/// Draws the blocks from the settled offset on. Returns how many blocks there are.
pub fn draw(model: &Model, area: Rect, pen: &mut Pen) -> usize {
    let blocks = blocks(model, area.width);
    let cursor = model.list_of(ListId::Lines).cursor;
    let choosing = !model.capture.focused;
    let rows = blocks.iter().flat_map(|block| block.rows.iter().map(move |row| (block, row)));
    for (y, (block, row)) in (area.y..area.bottom()).zip(rows.skip(cursor.offset)) {
        pen.spans(area.x, y, area.right(), row);
        if choosing && block.at == cursor.at && !block.heading {
            pen.tint(Rect { y, height: 1, ..area }, Tone::Chosen);
        }
    }
    blocks.len()
}

/// The scroll, in rows, that shows the chosen line whole, moved no more than it must be.
pub fn offset_showing(model: &Model) -> usize {
    let area = areas(model).lines;
    let height = usize::from(area.height).max(1);
    let blocks = blocks(model, area.width);
    let cursor = model.list_of(ListId::Lines).cursor;
    let total: usize = blocks.iter().map(|block| block.rows.len()).sum();
    let top: usize =
        blocks.iter().take_while(|block| block.at < cursor.at).map(|block| block.rows.len()).sum();
    let rows = blocks.iter().find(|block| block.at == cursor.at).map_or(1, |block| block.rows.len());
    // The heading above the first line of an item comes into sight with it.
    let above = usize::from(cursor.at > 0 && blocks.get(cursor.at - 1).is_some_and(|block| block.heading));
    let offset = cursor.offset.max((top + rows).saturating_sub(height)).min(top.saturating_sub(above));
    offset.min(total.saturating_sub(height))
}

/// The place in [`rows`] of what is drawn in a row of the screen.
pub fn row_at(model: &Model, y: u16) -> Option<usize> {
    let area = areas(model).lines;
    let wanted = model.list_of(ListId::Lines).cursor.offset + usize::from(y.checked_sub(area.y)?);
    let mut rows = blocks(model, area.width).into_iter().flat_map(|block| {
        let (at, heading) = (block.at, block.heading);
        block.rows.into_iter().map(move |_| (at, heading))
    });
    rows.nth(wanted).filter(|(_, heading)| !heading).map(|(at, _)| at)
}
