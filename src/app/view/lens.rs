//! The council read through a model: a row an item with how it stands, what that says as a whole, and one item opened.

use super::board::title_of;
use crate::{
    app::{
        layout::WIDE,
        look::Tone,
        model::{BoardView, ListId, Model},
        row::{Para, Row, Rows, Span},
        update::{self, list::matching},
    },
    domain::{Point, Stage},
    knowledge::{
        lens::{Lens, Standing, Told},
        models::{Author, Reads, models},
        points::card,
    },
    words::{Words, terms::stage_mark},
};

/// The place of a model and of an item in it, both counted from 0.
pub type Place = (usize, usize);

/// The model on the screen; the first while another list is there.
pub const fn at(model: &Model) -> usize {
    match model.board_view {
        BoardView::Lens(at) => at,
        _ => 0,
    }
}

/// The council through the model on the screen.
pub fn lens(model: &Model) -> Lens {
    Lens::of(&models()[at(model)], model.council())
}

/// Which model, whose it is, and how to turn to the others.
pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    let (words, at) = (model.words, at(model));
    let it = &models()[at];
    let name = Span::new(it.name.pick(words.lang), Tone::Accent);
    let by = Span::new(format!("  {}", it.by.pick(words.lang)), Tone::Dim);
    (vec![name, by], vec![Span::plain(words.lens_place(at + 1, models().len()))])
}

/// The items in order, under the headings of a model that falls into parts.
pub fn rows(model: &Model) -> Rows<'_, Place> {
    let lens = lens(model);
    let look = Columns::of(model, &lens);
    let mut rows = Vec::with_capacity(lens.items.len());
    let mut group = None;
    for (place, told) in lens.items.iter().enumerate() {
        if let Some(name) = told.item.group.filter(|name| group != Some(*name)) {
            rows.push((None, Row::heading(name.pick(model.words.lang))));
            group = Some(name);
        }
        rows.push((Some((at(model), place)), look.row(place)));
    }
    matching(model, ListId::Lens, Rows::made(rows))
}

/// How many rows the list wants, its title included.
pub fn height(model: &Model) -> u16 {
    let items = &models()[at(model)].items;
    let mut groups: Vec<_> = items.iter().filter_map(|item| item.group).collect();
    groups.dedup();
    u16::try_from(items.len() + groups.len() + 1).unwrap_or(u16::MAX)
}

/// From this many columns points are named.
const NAMED: u16 = 130;

/// What the rows of a lens show, each column as wide as its widest.
struct Columns<'a> {
    model: &'a Model,
    lens: &'a Lens,
    standings: Vec<&'static str>,
    tags: Vec<&'static str>,
    points: Vec<String>,
}

impl<'a> Columns<'a> {
    fn of(model: &'a Model, lens: &'a Lens) -> Self {
        let words = model.words;
        let tag = |at| match at {
            _ if lens.present() == Some(at) => words.lens_here(),
            _ if lens.next() == Some(at) => words.lens_coming(),
            _ => "",
        };
        let standings = lens.items.iter().map(|told| told.standing.name().pick(words.lang));
        Self {
            standings: standings.collect(),
            tags: (0..lens.items.len()).map(tag).collect(),
            points: lens.items.iter().map(|told| points_of(model, told)).collect(),
            model,
            lens,
        }
    }

    /// How the item stands, its name, whether it is the present one or the next, and the points that tell of it.
    fn row(&self, at: usize) -> Row {
        let told = &self.lens.items[at];
        let present = self.lens.present() == Some(at);
        let standing = format!("{} {}  ", mark(told.standing), self.fit(&self.standings, at));
        let row = Row::titled(item_title(self.model.words, self.lens, at))
            .lead(standing, tone(told.standing))
            .right(self.fit(&self.tags, at), if present { Tone::Now } else { Tone::Dim })
            .right(self.fit(&self.points, at), Tone::Dim)
            .also(told.item.what.pick(self.model.words.lang));
        if present { row.tone(Tone::Strong) } else { row }
    }

    fn fit<T: AsRef<str>>(&self, column: &[T], at: usize) -> String {
        let ruler = self.model.look.ruler;
        let widest = column.iter().map(|said| ruler.width(said.as_ref())).max().unwrap_or(0);
        ruler.fit(column[at].as_ref(), widest)
    }
}

/// `3 行動能力の構築`; without its number where the items stand side by side.
fn item_title(words: Words, lens: &Lens, at: usize) -> String {
    let name = lens.items[at].item.name.pick(words.lang);
    match lens.model.reads {
        Reads::Steps => format!("{} {name}", at + 1),
        Reads::Sides => name.to_owned(),
    }
}

/// The points that tell of an item, each with the mark of its stage: `5● 6↻`.
fn points_of(model: &Model, told: &Told) -> String {
    let named = model.frame().body.width >= NAMED;
    let name = |point: Point| match named {
        true => card(point).numbered(model.words.lang),
        false => point.number().to_string(),
    };
    let said = told.by.iter().map(|(point, stage)| format!("{}{}", name(*point), stage_mark(*stage)));
    said.collect::<Vec<_>>().join(" ")
}

const fn mark(standing: Standing) -> &'static str {
    stage_mark(match standing {
        Standing::Untouched => Stage::NotStarted,
        Standing::UnderWay => Stage::UnderWay,
        Standing::UnderReview => Stage::UnderReview,
        Standing::InPlace => Stage::Established,
    })
}

const fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Untouched => Tone::Dim,
        Standing::UnderWay => Tone::Plain,
        Standing::UnderReview => Tone::Warn,
        Standing::InPlace => Tone::Good,
    }
}

/// What it says as a whole; beside it the chosen item where there is room; the item alone once it is opened.
pub fn detail(model: &Model) -> Vec<Para> {
    let (lens, words) = (lens(model), model.words);
    let chosen = update::lens::chosen(model).map(|(_, at)| page(model, &lens, at)).unwrap_or_default();
    let asks = || vec![Para::new(lens.model.answers.pick(words.lang), Tone::Dim)];
    if model.list().detail {
        [chosen, asks()].concat()
    } else if model.frame().body.width >= WIDE {
        let rule = vec![Para::blank(), Para::new(words.lens_rule(), Tone::Dim)];
        [asks(), summary(words, &lens), vec![Para::blank()], chosen, rule].concat()
    } else {
        [summary(words, &lens), asks(), vec![Para::new(words.lens_rule(), Tone::Dim)]].concat()
    }
}

/// What the standing of all items comes to.
pub fn summary(words: Words, lens: &Lens) -> Vec<Para> {
    match lens.model.reads {
        Reads::Steps => way(words, lens),
        Reads::Sides => sides(words, lens),
    }
}

/// Where the council is, what is due here, what comes next; then all that is in place and all that is not begun.
fn way(words: Words, lens: &Lens) -> Vec<Para> {
    let (present, next) = (lens.present(), lens.next());
    let here = present.and_then(|at| Para::labelled(words.lens_present(), item_title(words, lens, at)));
    let nowhere = match present {
        Some(_) => None,
        None if lens.standing(Standing::InPlace).next().is_none() => Some(words.lens_nothing_begun()),
        None if next.is_none() => Some(words.lens_all_in_place()),
        None => Some(words.lens_behind_it_in_place()),
    };
    let marks = |at: usize| {
        let marks = lens.items[at].item.marks.iter().map(|mark| mark.pick(words.lang));
        marks.collect::<Vec<_>>().join(words.pick("／", " / "))
    };
    let also = [Standing::UnderWay, Standing::UnderReview].map(|standing| {
        let others = lens.standing(standing).filter(|(at, _)| present != Some(*at));
        others.map(|(at, _)| at).collect::<Vec<_>>()
    });
    let first = [
        here.map(|para| Para { tone: Tone::Strong, ..para }),
        nowhere.map(|said| Para::new(said, Tone::Strong)),
        present.and_then(|at| Para::labelled(words.lens_due(), marks(at))),
        next.and_then(|at| Para::labelled(words.lens_next(), item_title(words, lens, at))),
    ];
    let rest = [
        named(words, lens, words.lens_in_place(), &places(lens, Standing::InPlace)),
        named(words, lens, words.lens_also_under_way(), &also[0]),
        named(words, lens, words.lens_under_review(), &also[1]),
        named(words, lens, words.lens_untouched(), &places(lens, Standing::Untouched)),
    ];
    first.into_iter().chain(rest).flatten().collect()
}

/// What is in place, on its way, looked at again, and not begun.
fn sides(words: Words, lens: &Lens) -> Vec<Para> {
    let label = |standing| match standing {
        Standing::InPlace => words.lens_in_place(),
        Standing::UnderReview => words.lens_under_review(),
        Standing::UnderWay => words.lens_under_way(),
        Standing::Untouched => words.lens_untouched(),
    };
    let said = |standing| named(words, lens, label(standing), &places(lens, standing));
    Standing::ALL.into_iter().rev().filter_map(said).collect()
}

fn places(lens: &Lens, standing: Standing) -> Vec<usize> {
    lens.standing(standing).map(|(at, _)| at).collect()
}

/// `label  1 初動、2 組織構造の形成`; nothing without items.
fn named(words: Words, lens: &Lens, label: &str, places: &[usize]) -> Option<Para> {
    let names: Vec<String> = places.iter().map(|at| item_title(words, lens, *at)).collect();
    Para::labelled(label, names.join(words.pick("、", ", ")))
}

/// One item: what it is, how one can tell, and from which points it was read.
fn page(model: &Model, lens: &Lens, at: usize) -> Vec<Para> {
    let (words, told) = (model.words, &lens.items[at]);
    let said = |text: &str| Para::bullet(text, Tone::Plain);
    let standing = format!("{} {}", mark(told.standing), told.standing.name().pick(words.lang));
    let marks = match lens.model.marks_by {
        Author::Document => words.know_marks(),
        Author::Ours => words.know_marks_ours(),
    };
    let heading = format!("{}  {standing}", item_title(words, lens, at));
    let head = [Para::new(heading, Tone::Strong), Para::plain(told.item.what.pick(words.lang))];
    let marks = std::iter::once(Para::new(marks, Tone::Accent))
        .chain(told.item.marks.iter().map(|mark| said(mark.pick(words.lang))));
    let read = std::iter::once(Para::new(words.lens_read_from(), Tone::Accent))
        .chain(told.by.iter().map(|(point, stage)| said(&read_from(model, *point, *stage))));
    let source = Para::labelled(words.board_source(), lens.model.source);
    head.into_iter()
        .chain(marks)
        .chain(read)
        .chain(source.map(|para| Para { tone: Tone::Dim, ..para }))
        .collect()
}

/// A point with its stage, since when, and the last that was seen of it.
fn read_from(model: &Model, point: Point, stage: Stage) -> String {
    let (words, record) = (model.words, model.council().point(point));
    let mut text = format!("{}  {} {}", title_of(words, point), stage_mark(stage), words.stage(stage));
    if let Some(day) = record.since() {
        text += &words.in_brackets(&words.board_since(&words.day(day, model.council().head.dates)));
    }
    if let Some(evidence) = record.evidence.last() {
        text += &format!("  {}", evidence.text);
    }
    text
}
