//! Records that were changed on the screen and in a file: which, and the two versions of the chosen one, thing by thing.

use super::{
    Caret,
    list::{draw_paras, draw_row, wrapped},
};
use crate::{
    app::{
        layout::inside,
        look::Tone,
        model::Model,
        outside::{Apart, Clashes},
        pen::Pen,
        row::{Para, Row},
    },
    domain::{Edit, list::Way, merge::Clash},
    words::facts::Fact,
};
use ratatui::layout::Rect;

const WIDTH: u16 = 96;
/// The rows besides the records and their versions: the borders, the rule, and where the file is kept.
const FIXED: u16 = 6;

/// As high as the longest pair of versions wants.
fn area(model: &Model, clashes: &Clashes) -> Rect {
    let width = model.popup(WIDTH, 0).width;
    let longest = clashes.records.iter().map(|record| rows(model, record, width)).max().unwrap_or(0);
    let wanted = longest + clashes.records.len();
    model.popup(WIDTH, u16::try_from(wanted).unwrap_or(u16::MAX).saturating_add(FIXED))
}

/// The rows of the versions of one record in a popup of this width.
fn rows(model: &Model, record: &Apart, width: u16) -> usize {
    wrapped(model.look.ruler, &versions(model, record), usize::from(width.saturating_sub(4)).max(2)).count()
}

/// How many records show at once: a third of the popup at the most.
pub fn room(model: &Model, clashes: &Clashes) -> usize {
    let inner = inside(area(model, clashes));
    clashes.records.len().min(usize::from(inner.height / 3).max(1))
}

/// How far the versions of the chosen record can be scrolled.
pub fn most(model: &Model, clashes: &Clashes) -> usize {
    let record = clashes.records.get(clashes.cursor.at);
    record.map_or(0, |record| rows(model, record, area(model, clashes).width).saturating_sub(1))
}

pub fn draw(model: &Model, clashes: &Clashes, pen: &mut Pen) -> Caret {
    let title = model.words.outside_title(&clashes.file, clashes.records.len());
    let inner = pen.popup(area(model, clashes), &title);
    let list = u16::try_from(room(model, clashes)).unwrap_or(1);
    let shown = clashes.records.iter().enumerate().skip(clashes.cursor.offset);
    for (y, (at, record)) in (inner.y..inner.y + list).zip(shown) {
        draw_row(&row(model, record), Rect { y, height: 1, ..inner }, at == clashes.cursor.at, pen);
    }
    pen.rule(inner.x, inner.y + list, inner.right(), Tone::Dim);
    let above = list + 1;
    let below = Rect {
        x: inner.x + 1,
        y: inner.y + above,
        width: inner.width - 2,
        height: inner.height.saturating_sub(above),
    };
    let mut paras = clashes.records.get(clashes.cursor.at).map(|it| versions(model, it)).unwrap_or_default();
    paras.extend([Para::blank(), Para::new(model.words.outside_kept(&clashes.kept), Tone::Dim)]);
    draw_paras(&paras, clashes.offset, below, pen);
    None
}

/// Which version is chosen, and what the record is.
fn row(model: &Model, record: &Apart) -> Row {
    let words = model.words;
    let names = [words.outside_ours(), words.outside_theirs()];
    let width = names.iter().map(|name| model.look.ruler.width(name)).max().unwrap_or(0);
    let chosen = model.look.ruler.fit(names[usize::from(record.theirs)], width);
    let known = record.clash.ours.as_ref().unwrap_or(&record.clash.theirs);
    Row::titled(words.record_in(model.council(), known)).lead(format!("[{chosen}] "), Tone::Accent)
}

/// What the two versions say differently; the chosen one stands out.
fn versions(model: &Model, Apart { clash, theirs }: &Apart) -> Vec<Para> {
    let words = model.words;
    let differing = differing(model, clash);
    if differing.is_empty() {
        return vec![Para::new(words.outside_alike(), Tone::Dim)];
    }
    let names = [words.outside_ours(), words.outside_theirs()];
    let width = names.iter().map(|name| model.look.ruler.width(name)).max().unwrap_or(0);
    let version = |name: &str, value: String, chosen: bool| {
        let name = model.look.ruler.fit(name, width);
        let text = format!("  {name}  {}", value.replace('\n', " / "));
        Para { hang: width + 4, ..Para::new(text, if chosen { Tone::Strong } else { Tone::Dim }) }
    };
    let paras = differing.into_iter().flat_map(|Differing { label, ours, theirs: file }| {
        [
            Para::new(label, Tone::Accent),
            version(words.outside_ours(), ours, !theirs),
            version(words.outside_theirs(), file, *theirs),
        ]
    });
    paras.collect()
}

/// One thing that the two versions say differently.
struct Differing {
    label: &'static str,
    ours: String,
    theirs: String,
}

/// Where one side has the record no more, what the other side changed in it.
fn differing(model: &Model, clash: &Clash) -> Vec<Differing> {
    let facts = |edit: &Edit| model.words.facts(model.council(), edit);
    let ours = clash.ours.as_ref();
    let theirs = Some(&clash.theirs).filter(|theirs| theirs.way() != Way::Remove);
    let before = |edit: &Edit| facts(&edit.inverse());
    let gone = model.words.outside_gone();
    match (ours, theirs) {
        (Some(ours), Some(theirs)) => {
            pairs(&facts(ours), &facts(theirs)).map(|(ours, theirs)| differ(model, ours, theirs)).collect()
        }
        (Some(ours), None) => pairs(&facts(ours), &before(ours))
            .map(|(ours, _)| Differing { theirs: gone.to_owned(), ..differ(model, ours, ours) })
            .collect(),
        (None, Some(theirs)) => pairs(&facts(theirs), &before(theirs))
            .map(|(theirs, _)| Differing { ours: gone.to_owned(), ..differ(model, theirs, theirs) })
            .collect(),
        (None, None) => Vec::new(),
    }
}

/// The facts that differ, from both lists.
fn pairs<'a>(one: &'a [Fact], other: &'a [Fact]) -> impl Iterator<Item = (&'a Fact, &'a Fact)> {
    one.iter().zip(other).filter(|(one, other)| one.value != other.value)
}

fn differ(model: &Model, ours: &Fact, theirs: &Fact) -> Differing {
    let words = model.words;
    let hidden = ours.private && model.council().running().is_some();
    let said = |fact: &Fact| match fact.value.as_str() {
        _ if hidden => words.roster_private().to_owned(),
        "" => words.outside_empty().to_owned(),
        value => value.to_owned(),
    };
    Differing { label: ours.label, ours: said(ours), theirs: said(theirs) }
}
