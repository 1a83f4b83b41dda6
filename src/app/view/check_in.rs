//! The check-in in a popup: who came last, large; whether there is a quorum; the line being typed; who may be meant.

use super::{Caret, roster};
use crate::{
    app::{layout::inside, look::Tone, model::Model, overlay::CheckIn, pen::Pen, row::Span, update},
    domain::{Meeting, Member},
};
use ratatui::layout::Rect;

const WIDTH: u16 = 92;
const HEIGHT: u16 = 30;
/// The box of the name with its borders.
const NAME_ROWS: u16 = 5;

fn area(model: &Model) -> Rect {
    model.popup(WIDTH, HEIGHT)
}

fn inner(model: &Model) -> Rect {
    inside(area(model))
}

/// Where candidates stand: below the name's box, the quorum and the typed line.
fn list(model: &Model) -> Rect {
    let inner = inner(model);
    let above = (NAME_ROWS + 2).min(inner.height);
    Rect { y: inner.y + above, height: inner.height - above, ..inner }
}

/// How many candidates show at once.
pub fn room(model: &Model) -> usize {
    usize::from(list(model).height)
}

pub fn draw(model: &Model, check_in: &CheckIn, pen: &mut Pen) -> Caret {
    let meeting = model.meeting()?;
    let title = model.words.check_in_title(&model.words.meeting_label(meeting));
    let inner = pen.popup(area(model), &title);
    let last = check_in.last.as_ref().and_then(|id| model.council().members.get(id));
    draw_last(model, last, Rect { height: NAME_ROWS, ..inner }, pen);
    draw_quorum(model, meeting, Rect { y: inner.y + NAME_ROWS, height: 1, ..inner }, pen);
    let caret = draw_input(model, check_in, Rect { y: inner.y + NAME_ROWS + 1, height: 1, ..inner }, pen);
    draw_candidates(model, check_in, pen);
    caret
}

/// The name set wide, and under it where it comes from and how it is here. Before the first, what to do.
fn draw_last(model: &Model, last: Option<&Member>, area: Rect, pen: &mut Pen) {
    let (council, words, ruler) = (model.council(), model.words, model.look.ruler);
    let cols = usize::from(area.width).saturating_sub(4);
    let (text_x, end) = (area.x + 2, area.right() - 2);
    let Some(member) = last else {
        pen.frame(area, Tone::Dim);
        let hint = ruler.centre(words.check_in_hint(), cols);
        pen.text(text_x, area.y + 2, end, &hint, Tone::Dim);
        return;
    };
    let Some(attendance) = roster::attendance(model, member) else { return };
    let (state, tone) = roster::state(words, &attendance, model.is_running());
    pen.frame(area, tone);
    let name = ruler.centre(&ruler.spread(&council.member_label(member), cols), cols);
    pen.text(text_x, area.y + 1, end, &name, Tone::Strong);
    let from = ruler.centre(&roster::provenance(council, member), cols);
    pen.text(text_x, area.y + 2, end, &from, Tone::Plain);
    let full = words.attendance_in_full(&attendance);
    let mark = state.split(' ').next().unwrap_or_default();
    pen.text(text_x, area.y + 3, end, &ruler.centre(&format!("{mark} {full}"), cols), tone);
}

fn draw_quorum(model: &Model, meeting: &Meeting, area: Rect, pen: &mut Pen) {
    if model.council().is_unread(&meeting.id) {
        pen.text(area.x + 1, area.y, area.right(), model.words.reading(), Tone::Dim);
        return;
    }
    let count = model.council().headcount(meeting);
    let tone = if count.is_quorate() { Tone::Good } else { Tone::Warn };
    let observers = model.words.roster_observers(meeting.observers);
    let from = pen.spans_right(area.x, area.y, area.right() - 1, &[Span::plain(observers)]);
    pen.text(area.x + 1, area.y, from - 1, &model.words.quorum(count), tone);
}

fn draw_input(model: &Model, check_in: &CheckIn, area: Rect, pen: &mut Pen) -> Caret {
    let x = pen.text(area.x + 1, area.y, area.right(), model.words.check_in_prompt(), Tone::Accent);
    Some(pen.field(x, area.y, area.right(), &check_in.input, Tone::Strong))
}

fn draw_candidates(model: &Model, check_in: &CheckIn, pen: &mut Pen) {
    let area = list(model);
    let found = update::check_in::candidates(model, check_in);
    if found.is_empty() {
        pen.text(area.x + 1, area.y, area.right(), model.words.no_match(), Tone::Dim);
    }
    let members: Vec<&Member> = model.council().members.iter().collect();
    let columns = roster::Columns::within(model, &members, usize::from(area.width));
    let shown = found.into_iter().enumerate().skip(check_in.cursor.offset);
    for (y, (at, it)) in (area.y..area.bottom()).zip(shown) {
        let chosen = check_in.has_choice() && at == check_in.cursor.at;
        super::list::draw_row(&columns.row(model, it), Rect { y, height: 1, ..area }, chosen, pen);
    }
}
