//! A pane's list and detail, drawn the same way on every pane.

use super::Caret;
use crate::{
    app::{
        look::Tone,
        model::{BoardView, ListId, Model, Pane},
        pen::Pen,
        row::{Para, Row, Span},
        update,
    },
    text::{
        ruler::Ruler,
        wrap::{opening, wrap_lines},
    },
};
use ratatui::layout::{Position, Rect};

/// The list with its title and search, and the detail beside or below it.
pub fn draw(model: &Model, pen: &mut Pen) {
    let split = model.split();
    if split.list.height > 0 {
        draw_list(model, split.list, pen);
    }
    let Some(area) = split.detail else { return };
    if area.x > split.list.x {
        pen.bar(area.x - 1, area.y, area.bottom(), Tone::Dim);
    } else if split.list.height > 0 {
        pen.rule(area.x, area.y - 1, area.right(), Tone::Dim);
    }
    draw_detail(model, area, pen);
}

pub(super) fn draw_list(model: &Model, area: Rect, pen: &mut Pen) {
    draw_title(model, area, pen);
    if model.list_id() == ListId::Partners {
        super::partners::draw_heads(model, Rect { y: area.y + 1, height: 1, ..area }, pen);
    }
    let rows = update::list::rows(model);
    let area = model.list_area();
    if rows.is_empty() {
        draw_empty(model, area, pen);
    }
    let cursor = model.list().cursor;
    for (y, at) in (area.y..area.bottom()).zip(cursor.offset..rows.len()) {
        let chosen = at == cursor.at && rows.record(at).is_some();
        draw_row(&rows.row(at), Rect { y, height: 1, ..area }, chosen, pen);
    }
}

/// In the place of the rows of a list that shows none, why.
pub(super) fn draw_empty(model: &Model, area: Rect, pen: &mut Pen) {
    let lacks = model.list_lacks();
    let said = match model.list().search.text() {
        _ if !lacks.is_empty() => model.reading(&lacks),
        "" => Para::new(empty(model), Tone::Dim),
        _ => Para::new(model.words.no_match(), Tone::Dim),
    };
    draw_paras(&[said], 0, Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }, pen);
}

/// What an empty list says: what belongs here and which key puts it there.
fn empty(model: &Model) -> String {
    let words = model.words;
    let said = match model.list_id() {
        ListId::Sheet => {
            return model.sheet_year().map(|year| super::sheet::empty(model, year)).unwrap_or_default();
        }
        ListId::Meetings => words.no_meetings(),
        ListId::Items => words.no_items(),
        ListId::Members => words.no_members(),
        ListId::Organisations => words.no_organisations(),
        ListId::Roles => words.no_roles(),
        ListId::Actions => words.no_actions(),
        ListId::Partners => words.no_partners(),
        ListId::Indicators if model.board_view != BoardView::Indicators(None) => words.no_indicators_here(),
        ListId::Indicators => words.no_indicators(),
        ListId::Cases => words.no_cases(),
        ListId::Escalations => words.no_escalations(),
        ListId::Strengths => words.strengths_none(),
        ListId::Assessments => words.no_assessments(),
        ListId::Points | ListId::Footings | ListId::Lens | ListId::Trail | ListId::Signs | ListId::Lines => {
            words.no_lines()
        }
        ListId::Suggestions => words.no_suggestions(),
    };
    said.to_owned()
}

pub(super) fn draw_title(model: &Model, area: Rect, pen: &mut Pen) {
    let query = model.list().search.text();
    let (y, end) = (area.y, area.right().saturating_sub(1));
    if model.searching || !query.is_empty() {
        let x = pen.text(area.x + 1, y, end, model.words.search_mark(), Tone::Accent);
        pen.field(x, y, end, &model.list().search, Tone::Strong);
        return;
    }
    let (left, right) = match model.pane {
        Pane::Agenda => super::agenda::title(model),
        Pane::Roster => super::roster::title(model),
        Pane::Roles => super::roles::title(model),
        Pane::Actions => super::actions::title(model),
        Pane::Board => match model.board_view {
            BoardView::Points | BoardView::Trail { .. } => Default::default(),
            BoardView::Cases(_) => super::cases::title(model),
            BoardView::Indicators(of) => super::indicators::title(model, of),
            BoardView::Footings => super::footings::title(model),
            BoardView::Suggestions => super::suggestions::title(model),
            BoardView::Lens(_) => super::lens::title(model),
            BoardView::Strengths => super::strengths::title(model),
            BoardView::Sheet(year) => super::sheet::title(model, year),
            BoardView::Escalations => super::escalations::title(model),
            BoardView::Assessments => super::assessments::title(model),
            BoardView::Signs => super::assessments::signs::title(model),
            BoardView::Partners => super::partners::title(model),
        },
        Pane::Record => Default::default(),
    };
    let from = pen.spans_right(area.x, y, end, &right);
    pen.spans(area.x + 1, y, from.saturating_sub(1), &left);
}

/// Where the cursor stands while searching.
pub fn search_caret(model: &Model) -> Caret {
    let area = model.split().list;
    let mark = u16::try_from(model.look.ruler.width(model.words.search_mark())).unwrap_or(0);
    let x = area.x + 1 + mark;
    let room = usize::from(area.right().saturating_sub(x + 1));
    let (_, column) = model.list().search.window(model.look.ruler, room);
    Some(Position { x: x + u16::try_from(column).unwrap_or(0), y: area.y })
}

/// One row: lead, title, right edge. Where room is short, the pieces at the right go one by one before the title is cut hard.
pub fn draw_row(row: &Row, area: Rect, chosen: bool, pen: &mut Pen) {
    let ruler = pen.look.ruler;
    let width = |spans: &[Span]| spans.iter().map(|span| ruler.width(&span.text)).sum::<usize>();
    let room = usize::from(area.width).saturating_sub(3 + width(&row.lead));
    let title = width(&row.title);
    let mut right: Vec<Span> = Vec::new();
    let mut used = 0;
    for span in &row.right {
        used += ruler.width(&span.text) + 2;
        if used + title.min(room * 3 / 5) > room {
            break;
        }
        right.extend([Span::plain("  "), span.clone()]);
    }
    let end = area.right().saturating_sub(1);
    let from = pen.spans_right(area.x, area.y, end, &right);
    let x = area.x + if row.heading { 0 } else { 1 };
    let x = pen.spans(x, area.y, end, &row.lead);
    pen.spans(x, area.y, if right.is_empty() { end } else { from }, &row.title);
    if chosen {
        pen.tint(area, Tone::Chosen);
    }
}

fn draw_detail(model: &Model, area: Rect, pen: &mut Pen) {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    draw_paras(&super::detail(model), model.list().detail_offset, inner, pen);
}

/// Paragraphs, wrapped, from the given row on; an ellipsis in the last row says that there is more.
pub fn draw_paras(paras: &[Para], offset: usize, area: Rect, pen: &mut Pen) {
    let mut rows = wrapped(pen.look.ruler, paras, usize::from(area.width)).skip(offset).peekable();
    for y in area.y..area.bottom() {
        let Some((text, tone)) = rows.next() else { return };
        if rows.peek().is_some() && y + 1 == area.bottom() {
            let text = format!("{text} {}", pen.look.ruler.ellipsis());
            pen.text(area.x, y, area.right(), &text, tone);
        } else {
            pen.text(area.x, y, area.right(), &text, tone);
        }
    }
}

/// No paragraph is laid out further, in characters. It ends with an ellipsis then.
const LONGEST_PARA: usize = 10_000;

/// Paragraphs as rows of at most `cols` columns.
pub fn wrapped(ruler: Ruler, paras: &[Para], cols: usize) -> impl Iterator<Item = (String, Tone)> {
    paras.iter().flat_map(move |para| {
        let hang = para.hang.min(cols / 2);
        let text = opening(&para.text, LONGEST_PARA);
        let cut = (text.len() < para.text.len()).then(|| ruler.ellipsis());
        let lines = wrap_lines(ruler, text, cols - hang).into_iter().chain(cut).enumerate();
        lines.map(move |(at, line)| (format!("{:1$}{line}", "", if at == 0 { 0 } else { hang }), para.tone))
    })
}
