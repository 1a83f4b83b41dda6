//! The question about a line before it is written down: the line, what is asked, and the numbered answers.

use crate::{
    app::{
        asking::Asking,
        look::Tone,
        model::Model,
        pen::Pen,
        row::Row,
        view::{Caret, list::draw_row},
    },
    text::wrap::opening,
};
use ratatui::layout::Rect;

const WIDTH: u16 = 72;
/// No row shows more of the line, in characters.
const LONGEST: usize = 200;

pub fn draw(model: &Model, asking: &Asking, pen: &mut Pen) -> Caret {
    let words = model.words;
    let rows = u16::try_from(asking.rows()).unwrap_or(u16::MAX);
    let inner = pen.popup(model.popup(WIDTH, rows.saturating_add(4)), &words.asking(&asking.doubt));
    let wide = usize::from(inner.width).saturating_sub(2);
    let ruler = model.look.ruler;
    let line = |text: &str| ruler.cut(opening(text, LONGEST), wide).into_owned();
    pen.text(inner.x + 1, inner.y, inner.right(), &line(&asking.typed), Tone::Dim);
    let council = model.council();
    let choices = asking.choices.iter().map(|choice| words.asking_choice(council, choice));
    let choices = (1..).zip(choices.chain([words.asking_as_typed().to_owned()]));
    let height = usize::from(inner.height.saturating_sub(2)).max(1);
    let first = (asking.cursor.at + 1).saturating_sub(height);
    for (y, (at, (number, text))) in
        (inner.y + 1..inner.bottom().saturating_sub(1)).zip(choices.enumerate().skip(first))
    {
        let row = Row::titled(text).lead(format!(" {number} "), Tone::Accent);
        draw_row(&row, Rect { y, height: 1, ..inner }, at == asking.cursor.at, pen);
    }
    let foot = inner.bottom().saturating_sub(1);
    pen.text(inner.x + 1, foot, inner.right(), &line(words.asking_foot()), Tone::Dim);
    None
}
