//! The agenda beside the record: each item with its minutes, and when it will all end.

use crate::{
    app::{
        look::Tone,
        model::Model,
        pen::Pen,
        row::{Row, Span},
    },
    domain::{
        Body, Item, ItemState,
        agenda::{Slot, timetable},
    },
    words::terms::item_mark,
};
use ratatui::layout::Rect;

/// No more of those who wait to speak show.
const MOST_WAITING: usize = 5;

pub fn draw(model: &Model, area: Rect, pen: &mut Pen) {
    let Some(meeting) = model.meeting() else { return };
    let Some(body) = model.council().body(&meeting.id) else { return };
    let words = model.words;
    let area = Rect { height: area.height - queue(model, body, area, pen), ..area };
    pen.text(area.x + 1, area.y, area.right(), words.pane_agenda(), Tone::Accent);
    let table = timetable(meeting, body, model.now);
    let foot = u16::from(table.projected_end.is_some());
    // The current item stays in sight however long the agenda is.
    let room = usize::from(area.height.saturating_sub(1 + foot)).max(1);
    let current = body.items.iter().position(|item| item.state == ItemState::Current).unwrap_or(0);
    let first = (current + 2).saturating_sub(room).min(body.items.len().saturating_sub(room));
    let rows = (1..).zip(body.items.iter().zip(&table.slots)).skip(first);
    for (y, (number, (item, slot))) in (area.y + 1..area.bottom() - foot).zip(rows) {
        let row = row(model, number, item, slot);
        super::super::list::draw_row(&row, Rect { y, height: 1, ..area }, false, pen);
    }
    if let Some(end) = table.projected_end {
        let booked = meeting.date.and_time(meeting.end);
        let text = words.record_projected(&words.time(end.time()), &words.time(meeting.end));
        let tone = if end > booked { Tone::Warn } else { Tone::Plain };
        pen.text(area.x + 1, area.bottom() - 1, area.right(), &text, tone);
    }
}

/// Who waits to speak, at the bottom. Returns how many rows that takes.
fn queue(model: &Model, body: &Body, area: Rect, pen: &mut Pen) -> u16 {
    let waiting = body.queue.len().min(MOST_WAITING);
    let rows = u16::try_from(waiting).unwrap_or(0) + 1;
    if waiting == 0 || rows > area.height / 2 {
        return 0;
    }
    let top = area.bottom() - rows;
    pen.text(area.x + 1, top, area.right(), &model.words.record_queue(body.queue.len()), Tone::Accent);
    for (y, (number, it)) in (top + 1..area.bottom()).zip((1..).zip(&body.queue)) {
        let row = Row::titled(it.who.label.clone())
            .lead(format!("{number} "), Tone::Strong)
            .right(it.note.clone(), Tone::Dim);
        super::super::list::draw_row(&row, Rect { y, height: 1, ..area }, false, pen);
    }
    rows
}

fn row(model: &Model, number: usize, item: &Item, slot: &Slot) -> Row {
    let tone = match item.state {
        ItemState::Current => Tone::Strong,
        ItemState::Open => Tone::Plain,
        _ => Tone::Dim,
    };
    let minutes = match item.state {
        ItemState::Current => model.words.record_spent(slot.actual_minutes, slot.planned_minutes),
        ItemState::Discussed | ItemState::Closed => model.words.record_took(slot.actual_minutes),
        _ => model.words.record_planned(slot.planned_minutes),
    };
    Row {
        lead: vec![Span::new(format!("{} {number} ", item_mark(item.state)), tone)],
        title: vec![Span::new(item.title.clone(), tone)],
        right: vec![Span::new(minutes, tone)],
        ..Row::default()
    }
}
