//! What others did at a point: a town to a row, those that show it best first; and one of the cases whole.

use super::{
    Caret,
    board::title_of,
    list,
    page::{Page, Section},
};
use crate::{
    app::{
        look::Tone,
        model::{BoardView, ListId, Model},
        pen::Pen,
        row::{Para, Row, Rows, Span},
        update::list::matching,
    },
    domain::Point,
    knowledge::{
        cases::{
            Case, case, cases,
            told::{Part, Told},
        },
        points::card,
    },
    words::Words,
};
use ratatui::layout::Rect;

/// The point they are read for.
pub fn point(model: &Model) -> Option<Point> {
    match model.board_view {
        BoardView::Cases(point) => Some(point),
        _ => None,
    }
}

/// The case the cursor is on.
pub fn chosen(model: &Model) -> Option<&'static Case> {
    let rows = rows(model);
    case(rows.record(model.list_of(ListId::Cases).cursor.at)?)
}

/// How many cases tell of a point.
pub fn count(point: Point) -> usize {
    cases().iter().filter(|case| case.at(point).is_some()).count()
}

/// Whose cases, and how many tell of it.
pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    let Some(point) = point(model) else { return Default::default() };
    let words = model.words;
    let name = words.board_town(words.board_towns(), &title_of(words, point));
    (vec![Span::new(name, Tone::Accent)], vec![Span::plain(words.cases_count(count(point)))])
}

/// Keys of cases: those that show the point best, those that tell of it, and all the others.
pub fn rows(model: &Model) -> Rows<'_, &'static str> {
    let Some(point) = point(model) else { return Rows::made(Vec::new()) };
    let words = model.words;
    let best: Vec<&Case> = card(point).towns().map(|(case, _)| case).collect();
    let (told, others): (Vec<&Case>, Vec<&Case>) =
        cases().iter().filter(|case| !best.contains(case)).partition(|case| case.at(point).is_some());
    let groups = [(words.cases_best(), best), (words.cases_told(), told), (words.cases_others(), others)];
    let rows = groups.into_iter().filter(|(_, cases)| !cases.is_empty()).flat_map(|(heading, cases)| {
        let rows = cases.into_iter().map(|case| (Some(case.key), row(words, case, point)));
        std::iter::once((None, Row::heading(heading))).chain(rows).collect::<Vec<_>>()
    });
    matching(model, ListId::Cases, Rows::made(rows.collect()))
}

fn row(words: Words, case: &'static Case, point: Point) -> Row {
    let line = case.at(point).map_or(case.title, |deed| deed.line);
    let known_by = [case.place, case.prefecture, case.body, case.title, line, case.about];
    let also: Vec<&str> = known_by.iter().flat_map(|it| [it.ja, it.en]).chain([case.key]).collect();
    Row::titled(words.board_town(case.place.pick(words.lang), line.pick(words.lang))).also(also.join(" "))
}

/// The chosen case in short: where it is, and what was done at the point; else what it is about.
pub fn detail(model: &Model) -> Vec<Para> {
    let Some((case, point)) = chosen(model).zip(point(model)) else { return Vec::new() };
    let lang = model.words.lang;
    let told = case.at(point).map_or_else(
        || vec![Para::plain(case.about.pick(lang))],
        |deed| {
            let lines = std::iter::once(&deed.line).chain(&deed.more);
            lines.map(|it| Para::bullet(it.pick(lang), Tone::Plain)).collect()
        },
    );
    [vec![Para::new(case.headline(model.words), Tone::Strong)], told].concat()
}

pub fn draw(model: &Model, pen: &mut Pen) -> Caret {
    match page(model).zip(chosen(model)).filter(|_| model.list().detail && !model.searching) {
        Some((page, case)) => {
            let body = model.frame().body;
            let title = case.headline(model.words);
            pen.text(body.x + 1, body.y, body.right(), &title, Tone::Strong);
            page.draw(model.list().detail_offset, pen);
        }
        None => list::draw(model, pen),
    }
    None
}

/// The chosen case as it is read.
pub fn page(model: &Model) -> Option<Page> {
    let (case, point, words) = (chosen(model)?, point(model)?, model.words);
    let body = model.frame().body;
    let area = Rect { x: body.x + 1, y: body.y + 1, width: body.width - 2, height: body.height - 1 };
    let about = vec![Para::new(case.teller(words), Tone::Dim), Para::plain(case.about.pick(words.lang))];
    let deeds = Section::new("", about).into_iter().chain(sections(case.deeds(words), point));
    let fruits = sections(case.fruits(words), point);
    Some(if Page::is_wide(area) {
        Page::two(area, [deeds.collect(), fruits.collect()])
    } else {
        Page::one(area, deeds.chain(fruits).collect())
    })
}

/// What was done at the point it is read for stands out.
fn sections(parts: Vec<Part>, point: Point) -> impl Iterator<Item = Section> {
    parts.into_iter().filter_map(move |part| {
        let mut tone = Tone::Plain;
        let paras = part.lines.into_iter().map(|line| match line {
            Told::At(at, name) => {
                tone = if at == point { Tone::Strong } else { Tone::Plain };
                Para::new(name, if at == point { Tone::Now } else { Tone::Strong })
            }
            Told::Line(text) => Para::bullet(text, tone),
        });
        Section::new(part.heading, paras.collect())
    })
}
