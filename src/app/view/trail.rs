//! The trail: points down the side, meetings across with the newest at the right; how long each meeting was on each point, and what
//! came of it. Under it, in words, what the chosen meeting did about the chosen point.

use super::{
    board::title_of,
    list::{self, draw_paras},
};
use crate::{
    app::{
        look::Tone,
        model::{BoardView, ListId, Model},
        pen::Pen,
        row::{Para, Row, Rows, Span},
        update::{self, list::matching},
    },
    domain::{LineKind, Meeting, MeetingState, Point, Spell, Trail},
    knowledge::points::card,
    words::terms::{action_mark, line_mark},
};
use ratatui::layout::Rect;
use std::ops::Range;

/// The points in the order of the map: what the arrows and the search move in.
pub fn rows(model: &Model) -> Rows<'_, Point> {
    let row = |point| (Some(point), Row::titled(title_of(model.words, point)).also(point.key()));
    matching(model, ListId::Trail, Rows::made(Point::ALL.map(row).to_vec()))
}

/// How many meetings before the newest the chosen one is.
pub const fn back(model: &Model) -> usize {
    match model.board_view {
        BoardView::Trail { back } => back,
        _ => 0,
    }
}

/// How many meetings the trail has.
pub fn count(model: &Model) -> usize {
    let council = model.council();
    let opened = council.meetings.iter().filter(|it| it.state != MeetingState::Planned);
    opened.filter(|it| council.body(&it.id).is_some()).count()
}

/// How many meetings show at once.
pub fn shown(model: &Model) -> usize {
    Grid::of(model, count(model)).meetings.len()
}

/// The row and the meeting (counted back from the newest) under a column and row of the screen.
pub fn under(model: &Model, x: u16, y: u16) -> (Option<usize>, Option<usize>) {
    let grid = Grid::of(model, count(model));
    let row = y.checked_sub(grid.top).map(|rows| usize::from(rows / grid.tall));
    let column = x.checked_sub(grid.left).map(|cols| usize::from(cols / grid.wide) + grid.meetings.start);
    let at = row.map(|row| row + grid.first).filter(|at| *at < rows(model).len().min(grid.end()));
    (at, column.filter(|at| grid.meetings.contains(at)).map(|at| count(model) - 1 - at))
}

/// Where everything stands.
struct Grid {
    /// The first column of the first meeting.
    left: u16,
    /// The first row of the first point.
    top: u16,
    /// Columns of a meeting.
    wide: u16,
    /// Rows of a point: one, or two with the words below the minutes.
    tall: u16,
    /// The meetings that show, by place.
    meetings: Range<usize>,
    /// The first point that shows, by place in the list, and how many do.
    first: usize,
    points: usize,
}

/// The title, and above the points the fiscal years and the meetings.
const HEADS: u16 = 3;
/// From this many columns points have their full names.
const NAMED: u16 = 130;
/// Two rows under the grid say in words what is chosen.
const SAID: u16 = 2;

impl Grid {
    fn of(model: &Model, count: usize) -> Self {
        let body = model.frame().body;
        let ruler = model.look.ruler;
        let columns = |text: &str| u16::try_from(ruler.width(text)).unwrap_or(u16::MAX);
        let listed = 10;
        let tall = if body.height >= HEADS + 2 * listed + SAID { 2 } else { 1 };
        let named = Point::ALL.map(|point| columns(&label(model, point)));
        let left = body.x + 1 + named.into_iter().max().unwrap_or(0) + 1;
        let wide = widest(model, tall).map(|text| columns(&text)).into_iter().max().unwrap_or(1) + tall;
        let fitting = usize::from(((body.right() - 1).saturating_sub(left) / wide).max(1));
        let end = count - back(model).saturating_sub(fitting - 1).min(count);
        let room = body.height.saturating_sub(HEADS + SAID).max(1);
        let points = usize::from((room / tall).min(listed).max(1));
        let at = model.list_of(ListId::Trail).cursor.at;
        Self {
            left,
            top: body.y + HEADS,
            wide,
            tall,
            meetings: end.saturating_sub(fitting)..end,
            first: (at + 1).saturating_sub(points),
            points,
        }
    }

    /// After the last point that shows, by place in the list.
    const fn end(&self) -> usize {
        self.first + self.points
    }

    fn column(&self, meeting: usize) -> u16 {
        self.left + u16::try_from(meeting - self.meetings.start).unwrap_or(0) * self.wide
    }

    /// The place of a cell.
    fn cell(&self, row: usize, meeting: usize) -> Rect {
        let y = self.top + u16::try_from(row - self.first).unwrap_or(0) * self.tall;
        Rect { x: self.column(meeting), y, width: self.wide, height: self.tall }
    }
}

/// ` 6ツール`, or the full name where there is room; the chosen one is marked before it.
fn label(model: &Model, point: Point) -> String {
    let name = if model.frame().body.width >= NAMED {
        title_of(model.words, point)
    } else {
        card(point).numbered(model.words.lang)
    };
    format!(" {name}")
}

/// What a meeting's column must have room for.
fn widest(model: &Model, tall: u16) -> [String; 3] {
    let spell = Spell { seconds: 100 * 60, decisions: 9, given: 9, done: 0 };
    let [over, under] = said(model, spell, tall);
    [over, under, model.words.meeting_ordinal(99)]
}

/// A cell in one row, or in two.
fn said(model: &Model, spell: Spell, tall: u16) -> [String; 2] {
    let (words, minutes) = (model.words, spell.minutes());
    let shade = shade(minutes);
    if tall == 1 {
        let marked = |count: usize, kind| match count {
            0 => String::new(),
            count => format!("{}{count}", line_mark(kind)),
        };
        let time = if minutes > 0 { minutes.to_string() } else { "-".to_owned() };
        let decided = marked(spell.decisions, LineKind::Decision(0));
        let given = marked(spell.given, LineKind::Action(0));
        return [format!("{shade}{time:>3}{decided}{given}"), String::new()];
    }
    let outcome = [
        (spell.decisions, words.trail_decided(spell.decisions)),
        (spell.given, words.trail_given(spell.given)),
    ];
    let outcome = outcome.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said);
    let time = if minutes > 0 { words.duration(minutes) } else { "-".to_owned() };
    [format!("{shade}{shade} {time}"), outcome.collect::<Vec<_>>().join(" ")]
}

/// The darker, the longer; the minutes stand beside it.
const fn shade(minutes: i64) -> &'static str {
    match minutes {
        ..=0 => " ",
        1..=9 => "░",
        10..=19 => "▒",
        20..=39 => "▓",
        40.. => "█",
    }
}

pub fn draw(model: &Model, pen: &mut Pen) {
    let body = model.frame().body;
    let under_title = Rect { x: body.x + 1, y: body.y + 1, width: body.width - 2, height: body.height - 1 };
    let lacks = model.council().unread();
    if !lacks.is_empty() {
        return draw_paras(&[model.reading(&lacks)], 0, under_title, pen);
    }
    let trail = model.council().trail(model.now);
    if trail.meetings.is_empty() {
        let said = Para::new(model.words.trail_no_meetings(), Tone::Dim);
        return draw_paras(&[said], 0, under_title, pen);
    }
    draw_title(model, &trail, pen);
    let grid = Grid::of(model, trail.meetings.len());
    let chosen = trail.meetings.len() - 1 - back(model).min(trail.meetings.len() - 1);
    draw_heads(model, &trail, &grid, chosen, pen);
    let listed = rows(model);
    let points = listed.records().iter().copied().enumerate().skip(grid.first).take(grid.points);
    for (row, point) in points.filter_map(|(row, point)| Some((row, point?))) {
        draw_point(model, &trail, &grid, (row, chosen), point, pen);
    }
    let end = grid.top + u16::try_from(grid.points.min(listed.len())).unwrap_or(0) * grid.tall;
    let below = Rect { y: end, height: body.bottom().saturating_sub(end), ..under_title };
    if let Some(point) = update::trail::chosen(model) {
        draw_paras(&told(model, &trail, chosen, point), 0, below, pen);
    }
}

/// The fiscal years where they begin, and the meetings.
fn draw_heads(model: &Model, trail: &Trail, grid: &Grid, chosen: usize, pen: &mut Pen) {
    let (words, body) = (model.words, model.frame().body);
    let mut year = None;
    for at in grid.meetings.clone() {
        let (meeting, x) = (trail.meetings[at], grid.column(at));
        if year != Some(meeting.fiscal_year) {
            year = Some(meeting.fiscal_year);
            let alone = trail.meetings.get(at + 1).is_some_and(|next| year != Some(next.fiscal_year));
            let end = if alone { x + grid.wide } else { body.right() };
            pen.text(x, grid.top - 2, end, &words.fiscal_year(meeting.fiscal_year), Tone::Dim);
        }
        let end = (x + grid.wide - 1).min(body.right());
        let tone = if at == chosen { Tone::Chosen } else { Tone::Strong };
        pen.text(x, grid.top - 1, end, &words.meeting_short(meeting), tone);
    }
}

/// What is searched for, or what the trail is for and the points that no meeting touched.
fn draw_title(model: &Model, trail: &Trail, pen: &mut Pen) {
    let (words, body) = (model.words, model.frame().body);
    if model.searching || !model.list().search.text().is_empty() {
        return list::draw_title(model, body, pen);
    }
    let untouched = Point::ALL.into_iter().filter(|point| trail.last(*point).is_none());
    let untouched: Vec<String> = untouched.map(|point| card(point).numbered(words.lang)).collect();
    let left_out = words.trail_left_out(&untouched.join(words.pick("、", ", ")));
    let right = (!untouched.is_empty()).then(|| Span::new(left_out, Tone::Warn));
    let from = pen.spans_right(body.x, body.y, body.right() - 1, right.as_slice());
    let x = pen.text(body.x + 1, body.y, from, words.trail_title(), Tone::Accent);
    pen.text(x + 2, body.y, from.saturating_sub(2), words.trail_about(), Tone::Dim);
}

/// One point: its name and what each meeting gave to it, or that none did.
fn draw_point(
    model: &Model,
    trail: &Trail,
    grid: &Grid,
    (row, meeting): (usize, usize),
    point: Point,
    pen: &mut Pen,
) {
    let body = model.frame().body;
    let chosen = model.list().cursor.at == row;
    let first = grid.cell(row, grid.meetings.start);
    pen.text(body.x, first.y, first.x, &label(model, point), if chosen { Tone::Strong } else { Tone::Plain });
    if chosen {
        pen.text(body.x, first.y, first.x, ">", Tone::Strong);
    }
    if trail.last(point).is_none() {
        pen.text(first.x, first.y, body.right(), model.words.trail_never(), Tone::Warn);
    }
    for at in grid.meetings.clone() {
        let (spell, cell) = (trail.at(at, point), grid.cell(row, at));
        if !spell.is_empty() {
            let [over, under] = said(model, spell, grid.tall);
            pen.text(cell.x, cell.y, cell.right(), &over, Tone::Plain);
            pen.text(cell.x, cell.y + 1, cell.right(), &under, Tone::Accent);
        } else if trail.last(point).is_some() {
            pen.text(cell.x, cell.y, cell.right(), "   -", Tone::Dim);
        }
        if chosen && at == meeting {
            pen.tint(Rect { width: cell.width - 1, ..cell }, Tone::Chosen);
        }
    }
}

/// In words: the point, the meeting, how long, and what came of it.
fn told(model: &Model, trail: &Trail, at: usize, point: Point) -> Vec<Para> {
    let (words, meeting, spell) = (model.words, trail.meetings[at], trail.at(at, point));
    let date = words.date_short(meeting.date, model.council().head.dates);
    let head = format!("{}  {}  {date}", title_of(words, point), words.meeting_label(meeting));
    if spell.is_empty() {
        return vec![Para::new(format!("{head}  {}", words.trail_here_not()), Tone::Strong)];
    }
    let time = match spell.minutes() {
        0 => words.trail_unmeasured().to_owned(),
        minutes => words.duration(minutes),
    };
    let mut said = vec![time];
    if spell.decisions > 0 {
        said.push(words.board_decisions(spell.decisions));
    }
    if spell.given > 0 {
        let done =
            if spell.done > 0 { words.in_brackets(&words.trail_done(spell.done)) } else { String::new() };
        said.push(words.board_actions(spell.given) + &done);
    }
    let head = Para::new(format!("{head}  {}", said.join("  ")), Tone::Strong);
    std::iter::once(head).chain(outcome(model, meeting, point)).collect()
}

/// The decisions on the point, and the actions given for it.
fn outcome<'a>(model: &'a Model, meeting: &'a Meeting, point: Point) -> impl Iterator<Item = Para> + 'a {
    let (words, council) = (model.words, model.council());
    let hung = |text| Para { text, tone: Tone::Plain, hang: 2 };
    let lines = council.body(&meeting.id).into_iter().flat_map(|body| &body.lines);
    let decisions =
        lines.filter(move |line| !line.private && line.points.contains(&point)).filter_map(move |line| {
            match line.kind {
                LineKind::Decision(number) => {
                    let number = words.decision_number(meeting, number);
                    Some(hung(format!("{} {number}  {}", line_mark(line.kind), line.text)))
                }
                _ => None,
            }
        });
    let given = council
        .actions_on(point)
        .filter(|it| it.origin.as_ref().is_some_and(|origin| origin.meeting == meeting.id));
    let actions = given.map(move |it| {
        let (mark, number) = (action_mark(it.state), words.action_number(it.number));
        hung(format!("{mark} {number}  {}  {}  {}", words.action_state(it.state), words.owners(it), it.text))
    });
    decisions.chain(actions)
}
