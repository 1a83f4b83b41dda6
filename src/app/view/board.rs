//! The board: the ten points as a map of four phases on two foundations, with what to ask the room; and one point opened.

mod cell;
mod map;
mod page;

pub use map::{Map, Way};

use self::cell::{Cell, Sight};
use super::{Caret, list, page::Page};
use crate::{
    app::{
        look::Tone,
        model::{ListId, Model},
        pen::Pen,
        row::{Para, Row, Rows},
        update::list::matching,
    },
    domain::Point,
    knowledge::points::{Phase, PointCard, card},
    words::Words,
};
use ratatui::layout::Rect;

/// The points as rows, in the order of the map: what the arrows and the search move in.
pub fn rows(model: &Model) -> Rows<'_, Point> {
    let row = |point| {
        let (words, record) = (model.words, model.council().point(point));
        let lead = record.lead.as_ref().map_or("", |who| &who.label);
        let evidence = record.evidence.iter().map(|it| it.text.as_str());
        let said = evidence.chain([lead, &record.note, card(point).name.en, point.key()]);
        let row = Row::titled(title_of(words, point)).right(words.stage(record.stage), Tone::Plain);
        let row = said.fold(row, |row, text| row.right(text, Tone::Plain));
        if record.active { row.right(words.board_active(), Tone::Plain) } else { row }
    };
    let rows = Point::ALL.into_iter().map(|point| (Some(point), row(point))).collect();
    matching(model, ListId::Points, Rows::made(rows))
}

/// The points that a search leaves.
pub fn shown(model: &Model) -> impl Iterator<Item = Point> {
    rows(model).records().to_vec().into_iter().flatten()
}

pub fn chosen(model: &Model) -> Option<Point> {
    shown(model).nth(model.list_of(ListId::Points).cursor.at)
}

/// `5 協議組織をつくる`
pub fn title_of(words: Words, point: Point) -> String {
    format!("{} {}", point.number(), card(point).name.pick(words.lang))
}

/// The chosen point as it is read.
pub fn page(model: &Model) -> Option<Page> {
    chosen(model).map(|point| page::page(model, point))
}

/// The map as it stands on the screen now.
pub fn map(model: &Model) -> Map {
    let ruler = model.look.ruler;
    let lang = model.words.lang;
    // Borders, the mark of the chosen one, the number and a space.
    let need = |card: &PointCard| u16::try_from(ruler.width(card.name.pick(lang)) + 5).unwrap_or(u16::MAX);
    let needs = [Phase::Phase0, Phase::Phase1, Phase::Phase2, Phase::Phase3]
        .map(|phase| phase.cards().map(need).max().unwrap_or(0));
    map::map(map_area(model), needs)
}

/// The body, less the row of the search.
fn map_area(model: &Model) -> Rect {
    let body = model.frame().body;
    let search = u16::from(is_searched(model));
    Rect { y: body.y + search, height: body.height - search, ..body }
}

fn is_searched(model: &Model) -> bool {
    model.searching || !model.list_of(ListId::Points).search.text().is_empty()
}

pub fn draw(model: &Model, pen: &mut Pen) -> Caret {
    match chosen(model) {
        Some(point) if model.list().detail && !model.searching => page::draw(model, point, pen),
        chosen => draw_map(model, chosen, pen),
    }
    None
}

fn draw_map(model: &Model, chosen: Option<Point>, pen: &mut Pen) {
    if is_searched(model) {
        list::draw_title(model, model.frame().body, pen);
    }
    let map = map(model);
    let lang = model.words.lang;
    for (phase, area) in &map.phases {
        let holds_it = chosen.is_some_and(|point| card(point).phase == *phase);
        pen.frame(*area, if holds_it { Tone::Accent } else { Tone::Dim });
        let name = format!(" {} ", phase.name().pick(lang));
        pen.text(area.x + 2, area.y, area.right() - 1, &name, Tone::Plain);
    }
    if map.ground.height > 0 {
        pen.rule(map.ground.x, map.ground.y, map.ground.right(), Tone::Dim);
        let name = format!(" {} ", Phase::Foundation.name().pick(lang));
        pen.text(map.ground.x + 2, map.ground.y, map.ground.right(), &name, Tone::Plain);
    }
    let shown: Vec<Point> = shown(model).collect();
    let lonely = map.phases.is_empty();
    let decisions = model.council().is_whole().then(|| model.council().decisions_by_point());
    for &(point, area) in &map.cells {
        let sight = match () {
            () if chosen == Some(point) => Sight::Chosen,
            () if shown.contains(&point) => Sight::Plain,
            () => Sight::Hidden,
        };
        let decisions = decisions.as_ref().map(|by_point| by_point.get(&point).copied().unwrap_or(0));
        cell::draw(model, Cell { point, area, sight, lonely, decisions }, pen);
    }
    if let Some(point) = chosen {
        draw_below(model, point, map.below, pen);
    }
}

/// From this many columns the questions and the other towns stand side by side.
const TWO_COLUMNS: u16 = 130;

/// What to put to the room, and how it went elsewhere: side by side, or the towns in what the questions leave.
fn draw_below(model: &Model, point: Point, area: Rect, pen: &mut Pen) {
    if area.height < 2 {
        return;
    }
    let words = model.words;
    let inner = Rect { x: area.x + 1, width: area.width - 2, ..area };
    let questions = ask(words, point);
    if area.width >= TWO_COLUMNS {
        let half = inner.width / 2;
        let towns = [vec![Para::new(words.board_towns(), Tone::Accent)], towns(words, point)].concat();
        list::draw_paras(&questions, 0, Rect { width: half - 1, ..inner }, pen);
        list::draw_paras(&towns, 0, Rect { x: inner.x + half + 1, width: half - 1, ..inner }, pen);
        return;
    }
    let wanted = list::wrapped(model.look.ruler, &questions, usize::from(inner.width)).count();
    // A heading and two questions come before any town.
    let most = if inner.height > 3 { inner.height - 1 } else { inner.height };
    let above = u16::try_from(wanted).unwrap_or(u16::MAX).min(most);
    list::draw_paras(&questions, 0, Rect { height: above, ..inner }, pen);
    let below = Rect { y: inner.y + above, height: inner.height - above, ..inner };
    let told: Vec<String> = towns_told(words, point).collect();
    let told = Para::labelled(words.board_towns(), told.join("  "));
    list::draw_paras(told.as_slice(), 0, below, pen);
}

fn ask(words: Words, point: Point) -> Vec<Para> {
    let heading = format!("{} - {}", title_of(words, point), words.board_ask());
    let questions = card(point).questions.iter().map(|it| it.pick(words.lang));
    std::iter::once(Para::new(heading, Tone::Accent))
        .chain(questions.map(|it| Para::bullet(it, Tone::Plain)))
        .collect()
}

/// Who else went through this, a town to a paragraph.
fn towns(words: Words, point: Point) -> Vec<Para> {
    towns_told(words, point).map(|told| Para::bullet(told, Tone::Plain)).collect()
}

fn towns_told(words: Words, point: Point) -> impl Iterator<Item = String> {
    let told = card(point).towns();
    told.map(move |(case, deed)| words.board_town(case.place.pick(words.lang), deed.line.pick(words.lang)))
}
