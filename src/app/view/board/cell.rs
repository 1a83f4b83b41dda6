//! One point on the map: as much of what the council says about it as its cell holds, the weightiest first.

use crate::{
    app::{look::Tone, model::Model, pen::Pen, row::Span},
    domain::{Point, Stage, Trend},
    knowledge::points::card,
    text::{
        ruler::Ruler,
        wrap::{opening, wrap},
    },
    words::{Words, board::ACTIVE_MARK, terms::stage_mark},
};
use ratatui::layout::Rect;
use std::cmp::Ordering;

/// How a point stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    Plain,
    Chosen,
    /// A search leaves it out.
    Hidden,
}

/// One point in its place.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    pub point: Point,
    pub area: Rect,
    pub sight: Sight,
    /// No box around it names its phase.
    pub lonely: bool,
    /// How many decisions are on it, once all are read.
    pub decisions: Option<usize>,
}

/// What can be said about a point in a word or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fact {
    Lit,
    Stage,
    Active,
    Actions,
    Decisions,
    Phase,
    Lead,
    Since,
    Trend,
    Touched,
}

type Facts = Vec<(Fact, Span)>;

/// A row of its own is all there is: below this many columns the stage is a mark without its word.
const TIGHT: u16 = 30;
/// From this many columns facts stand two columns apart.
const AIRY: u16 = 30;
/// From this many columns days are written out.
const SPACIOUS: u16 = 60;
/// From this many columns the stage of a year ago is named.
const AMPLE: u16 = 36;
/// From this many columns there is room for where a point has gone in a year.
const TREND: u16 = 25;
/// No cell has room for more characters of one text.
const LONGEST_TEXT: usize = 2_000;
/// The least columns in which the beginning of a text says something.
const SCRAP: u16 = 12;

/// Title, facts, texts.
pub fn draw(model: &Model, cell: Cell, pen: &mut Pen) {
    let Cell { point, area, sight, .. } = cell;
    let record = model.council().point(point);
    let mut facts = facts(model, cell);
    draw_title(model, cell, &mut facts, pen);
    let inner = Rect { x: area.x + 1, y: area.y + 1, width: area.width - 1, height: area.height - 1 };
    let rows = flow(model.look.ruler, facts, inner.width);
    // A row of air between steps where there is plenty.
    let airy = area.height > 4 && rows.len() < usize::from(inner.height);
    let inner = Rect { height: inner.height - u16::from(airy), ..inner };
    let (mut x, mut y) = (inner.right(), inner.y);
    for row in rows.iter().take(usize::from(inner.height)) {
        x = pen.spans(inner.x, y, inner.right(), row);
        y += 1;
    }
    if y < inner.bottom() {
        draw_texts(&texts(model, point), Rect { y, height: inner.bottom() - y, ..inner }, pen);
    } else if let Some(evidence) = record.evidence.last()
        && inner.right() - x > SCRAP
    {
        pen.text(x + 2, y - 1, inner.right(), &evidence.text, Tone::Plain);
    }
    match sight {
        Sight::Plain => {}
        Sight::Chosen => pen.tint(Rect { height: 1, ..area }, Tone::Chosen),
        Sight::Hidden => pen.tint(area, Tone::Dim),
    }
}

/// What there is to say, the weightiest first.
fn facts(model: &Model, Cell { point, area, lonely, decisions, .. }: Cell) -> Facts {
    let (council, words) = (model.council(), model.words);
    let record = council.point(point);
    let mut facts = Facts::new();
    let mut say = |fact, text: String, tone| facts.push((fact, Span::new(text, tone)));
    if model.focus() == Some(point) {
        say(Fact::Lit, words.board_now().to_owned(), Tone::Now);
    }
    let mark = stage_mark(record.stage);
    let bare = area.height == 1 && area.width < TIGHT;
    let stage = if bare { mark.to_owned() } else { format!("{mark} {}", words.stage(record.stage)) };
    say(Fact::Stage, stage, stage_tone(record.stage));
    if let Some(day) = record.since() {
        let style = council.head.dates;
        let day = if area.width < SPACIOUS { words.month(day, style) } else { words.day(day, style) };
        say(Fact::Since, words.board_since(&day), Tone::Plain);
    }
    if record.active {
        say(Fact::Active, format!("{ACTIVE_MARK}{}", words.board_active()), Tone::Accent);
    }
    let actions = council.open_actions().filter(|action| action.points.contains(&point)).count();
    if actions > 0 {
        say(Fact::Actions, words.board_actions(actions), Tone::Action);
    }
    match decisions {
        None => say(Fact::Decisions, words.board_decisions_unread().to_owned(), Tone::Dim),
        Some(0) => {}
        Some(decisions) => say(Fact::Decisions, words.board_decisions(decisions), Tone::Decision),
    }
    let phase = card(point).phase;
    if lonely && phase.cards().next().is_some_and(|first| first.point == point) {
        say(Fact::Phase, phase.name().pick(words.lang).to_owned(), Tone::Dim);
    }
    if let Some(lead) = &record.lead {
        say(Fact::Lead, lead.label.clone(), Tone::Plain);
    }
    if let Some(trend) = record.trend(model.today()).filter(|_| area.width >= TREND) {
        let said = trend_said(words, trend, area.width >= AMPLE);
        if !said.is_empty() {
            say(Fact::Trend, said, Tone::Dim);
        }
    }
    if let (Some(day), false) = (record.touched, model.focus() == Some(point)) {
        say(Fact::Touched, words.board_ago((model.today() - day).num_days()), Tone::Dim);
    }
    facts
}

/// Where it has gone in a year, with the stage of that time where there is room; nothing short where it is looked at again.
fn trend_said(words: Words, trend: Trend, ample: bool) -> String {
    let arrow = match trend.course {
        Some(Ordering::Equal) => return words.board_as_a_year_ago().to_owned(),
        Some(Ordering::Greater) => "↑",
        Some(Ordering::Less) => "↓",
        None => "",
    };
    match (ample, arrow) {
        (true, _) => words.board_year_ago(words.stage(trend.was), arrow).trim_end().to_owned(),
        (false, "") => String::new(),
        (false, arrow) => words.board_year_ago_short(arrow),
    }
}

const fn stage_tone(stage: Stage) -> Tone {
    match stage {
        Stage::NotStarted => Tone::Dim,
        Stage::Started => Tone::Plain,
        Stage::UnderWay => Tone::Strong,
        Stage::Established => Tone::Good,
        Stage::UnderReview => Tone::Warn,
    }
}

/// Number and name, with facts at the right edge that are taken out of `facts`. The short name gives them room.
fn draw_title(
    model: &Model,
    Cell { point, area, sight, lonely, .. }: Cell,
    facts: &mut Facts,
    pen: &mut Pen,
) {
    let (ruler, lang) = (model.look.ruler, model.words.lang);
    let lit = model.focus() == Some(point);
    let number = if lit { format!("[{}]", point.number()) } else { point.number().to_string() };
    let names = [card(point).name.pick(lang), card(point).short.pick(lang)];
    let room = usize::from(area.width).saturating_sub(2 + ruler.width(&number));
    let take = |wanted: &[Fact]| -> Facts {
        wanted.iter().filter_map(|wanted| facts.iter().find(|(fact, _)| fact == wanted).cloned()).collect()
    };
    let width =
        |tags: &[(Fact, Span)]| tags.iter().map(|(_, span)| ruler.width(&span.text) + 1).sum::<usize>();
    let fits = |name: &str, tags: &[(Fact, Span)]| ruler.width(name) + width(tags) <= room;
    let mut tags = take(if area.height == 1 { &[Fact::Stage, Fact::Lit] } else { &[Fact::Lit, Fact::Phase] });
    // Facts that find no place here stand below; without a box every row counts, so there the name gives way first.
    let mut tries: Vec<(usize, &str)> =
        (0..=tags.len()).rev().flat_map(|kept| names.map(|name| (kept, name))).collect();
    if !lonely {
        tries.sort_by_key(|(_, name)| *name != names[0]);
    }
    let found = tries.into_iter().find(|(kept, name)| fits(name, &tags[..*kept]));
    let (kept, name) = found.unwrap_or((0, names[1]));
    tags.truncate(kept);
    let touched = take(&[Fact::Touched]);
    if (2..4).contains(&area.height) && fits(name, &[&tags[..], &touched].concat()) {
        tags.extend(touched);
    }
    facts.retain(|(fact, _)| tags.iter().all(|(placed, _)| placed != fact));
    let mark = if sight == Sight::Chosen { ">" } else { " " };
    let x = pen.text(area.x, area.y, area.right(), mark, Tone::Strong);
    let x = pen.text(x, area.y, area.right(), &number, if lit { Tone::Now } else { Tone::Strong });
    pen.text(x + 1, area.y, area.right(), name, Tone::Strong);
    let spans: Vec<Span> = tags.into_iter().flat_map(|(_, span)| [Span::plain(" "), span]).collect();
    pen.spans_right(area.x, area.y, area.right(), &spans);
}

/// Facts in rows of at most `width` columns, each in the first row that has room for it.
fn flow(ruler: Ruler, facts: Facts, width: u16) -> Vec<Vec<Span>> {
    let gap = if width < AIRY { " " } else { "  " };
    let mut rows: Vec<(usize, Vec<Span>)> = Vec::new();
    for (_, span) in facts {
        let wanted = ruler.width(&span.text) + gap.len();
        match rows.iter_mut().find(|(used, _)| used + wanted <= usize::from(width)) {
            Some((used, row)) => {
                *used += wanted;
                row.extend([Span::plain(gap), span]);
            }
            None => rows.push((wanted - gap.len(), vec![span])),
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The evidence, newest first, then the note; of a point nobody spoke of yet, what it asks.
fn texts(model: &Model, point: Point) -> Vec<(&str, Tone)> {
    let record = model.council().point(point);
    let evidence = record.evidence.iter().rev().map(|it| (it.text.as_str(), Tone::Plain));
    let note = (!record.note.is_empty()).then_some((record.note.as_str(), Tone::Dim));
    let purpose = (record.touched.is_none()).then(|| (card(point).purpose.pick(model.words.lang), Tone::Dim));
    evidence.chain(note).chain(purpose).collect()
}

/// As many texts as there are rows for; the last row says by an ellipsis that its text goes on.
fn draw_texts(texts: &[(&str, Tone)], area: Rect, pen: &mut Pen) {
    let rows = texts.iter().flat_map(|(text, tone)| {
        let rows = wrap(pen.look.ruler, opening(text, LONGEST_TEXT), usize::from(area.width));
        rows.into_iter().map(move |row| (*text, row, *tone))
    });
    let rows: Vec<_> = rows.take(usize::from(area.height)).collect();
    for (y, (text, row, tone)) in (area.y..).zip(rows) {
        let shown = if y + 1 == area.bottom() { &text[row.start..] } else { &text[row] };
        pen.text(area.x, y, area.right(), shown, tone);
    }
}
