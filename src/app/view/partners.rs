//! The table of partners and points: who leads, has an action or takes part where, who carries how much, and the last contact.

use super::list::draw_row;
use crate::{
    app::{
        look::Tone,
        model::{ListId, Model},
        pen::Pen,
        row::{Row, Rows, Span},
        update::list::matching,
    },
    domain::{Contact, Load, Part, Point, id::OrganisationId},
    text::ruler::Ruler,
    words::Words,
};
use ratatui::layout::Rect;
use std::cell::LazyCell;

/// Names are cut before the table loses its last column, but never below this.
const NARROWEST_NAME: usize = 6;
/// How far apart the points stand where there is room.
const WIDEST_GAP: usize = 3;

/// What shows of one organisation.
struct Standing<'a> {
    load: Load<'a>,
    is_heavy: bool,
    contact: Option<Contact<'a>>,
    is_silent: bool,
}

/// Every organisation, in the order of the roster.
fn standings(model: &Model) -> Vec<Standing<'_>> {
    let (council, today) = (model.council(), model.today());
    let mut loads = council.loads(model.meeting());
    loads.sort_by_key(|load| council.organisations.position(&load.organisation.id));
    let totals: Vec<usize> = loads.iter().map(Load::total).collect();
    let standing = |(at, (load, contact))| Standing {
        load,
        is_heavy: council.head.thresholds.burden().is_too_much(&totals, at),
        contact,
        is_silent: council.silent_since(contact, today, council.head.thresholds.silence()).is_some(),
    };
    loads.into_iter().zip(council.contacts(today)).enumerate().map(standing).collect()
}

/// The name of the table, and what its marks mean.
pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    let words = model.words;
    let legend = Part::ALL.into_iter().flat_map(|part| {
        let said = words.partners_legend(words.part_mark(part), words.part(part));
        [Span::plain("  "), Span::new(said, tone(part))]
    });
    (vec![Span::new(words.partners_title(), Tone::Accent)], legend.skip(1).collect())
}

pub fn rows(model: &Model) -> Rows<'_, OrganisationId> {
    let records = model.council().organisations.iter().map(|it| Some(it.id.clone())).collect();
    let table = LazyCell::new(|| {
        let standings = standings(model);
        let columns = Columns::of(model, &standings);
        (standings, columns)
    });
    let rows = Rows::new(records, move |at| row(model, &table.0[at], &table.1));
    matching(model, ListId::Partners, rows)
}

/// How wide each column is. At the right: how much it carries, whether that is too much, the last contact.
struct Columns {
    name: usize,
    points: [usize; 10],
    right: [usize; 3],
}

impl Columns {
    fn of(model: &Model, standings: &[Standing]) -> Self {
        let (words, ruler, width) = (model.words, model.look.ruler, usize::from(model.list_area().width));
        let widest = |widths: &mut dyn Iterator<Item = usize>| widths.max().unwrap_or(0);
        let load = widest(&mut standings.iter().map(|it| ruler.width(&it.load.total().to_string())));
        let heavy = standings.iter().any(|it| it.is_heavy);
        let heavy = if heavy { ruler.width(words.partners_heavy()) } else { 0 };
        let contact = widest(&mut standings.iter().map(|it| ruler.width(&contact(model, it))));
        let right = [
            load.max(ruler.width(words.partners_load_head())),
            heavy,
            contact.max(ruler.width(words.partners_contact_head())),
        ];
        // As `draw_row` lays it out: a column of air at each side, one after the name, two before each piece at the right.
        let taken: usize = right.iter().filter(|width| **width > 0).map(|width| width + 2).sum();
        let left = width.saturating_sub(4 + taken);
        let name = widest(&mut standings.iter().map(|it| ruler.width(it.load.organisation.called())));
        let points = Self::points(words, ruler, left.saturating_sub(name));
        let left = left.saturating_sub(points.iter().sum());
        Self { name: left.min(name).max(NARROWEST_NAME), points, right }
    }

    /// As far apart as there is room, and never closer than one column. Nothing but its number stands behind the last one.
    fn points(words: Words, ruler: Ruler, room: usize) -> [usize; 10] {
        let mark = Part::ALL.map(|part| ruler.width(words.part_mark(part))).into_iter().max().unwrap_or(1);
        let last = mark.max(2);
        let gap = (room.saturating_sub(last) / 9).saturating_sub(mark).clamp(1, WIDEST_GAP);
        Point::ALL.map(|point| if point == Point::People { last } else { mark + gap })
    }
}

fn row(model: &Model, it: &Standing, columns: &Columns) -> Row {
    let (words, ruler) = (model.words, model.look.ruler);
    let organisation = it.load.organisation;
    let name = format!("{} ", ruler.fit(organisation.called(), columns.name));
    let cells = Point::ALL.into_iter().zip(columns.points).map(|(point, width)| {
        match organisation.part(&it.load.carried, point) {
            Some(part) => Span::new(ruler.fit(words.part_mark(part), width), tone(part)),
            None => Span::new(ruler.fit(".", width), Tone::Dim),
        }
    });
    let [load, heavy, latest] = columns.right;
    let too_much = if it.is_heavy { words.partners_heavy() } else { "" };
    let worried = |worried: bool| if worried { Tone::Warn } else { Tone::Plain };
    Row { lead: std::iter::once(Span::plain(name)).chain(cells).collect(), ..Row::default() }
        .right(ruler.fit_right(&it.load.total().to_string(), load), worried(it.is_heavy))
        .right(ruler.fit(too_much, heavy), Tone::Warn)
        .right(ruler.fit_right(&contact(model, it), latest), worried(it.is_silent))
        .also(format!("{} {}", organisation.name, organisation.kana))
}

const fn tone(part: Part) -> Tone {
    match part {
        Part::Leads => Tone::Accent,
        Part::Acts => Tone::Action,
        Part::TakesPart => Tone::Plain,
    }
}

/// How long ago the last contact was; marked where that is too long. An ellipsis until every meeting is read.
fn contact(model: &Model, it: &Standing) -> String {
    let words = model.words;
    let said = match it.contact {
        _ if !model.council().is_whole() => return model.look.ruler.ellipsis().to_owned(),
        Some(contact) => words.board_ago((model.today() - contact.on).num_days()),
        None => words.partners_never().to_owned(),
    };
    if it.is_silent { words.partners_marked(&said) } else { said }
}

/// The heads of the columns, in the row above the list: the points by number, the lit one marked.
pub fn draw_heads(model: &Model, area: Rect, pen: &mut Pen) {
    let (words, ruler) = (model.words, model.look.ruler);
    let columns = Columns::of(model, &standings(model));
    let numbers = Point::ALL.into_iter().zip(columns.points).map(|(point, width)| {
        let tone = if model.focus() == Some(point) { Tone::Now } else { Tone::Dim };
        Span::new(ruler.fit(&point.number().to_string(), width), tone)
    });
    let name = Span::plain(" ".repeat(columns.name + 1));
    let [load, heavy, latest] = columns.right;
    let row = Row { lead: std::iter::once(name).chain(numbers).collect(), ..Row::default() }
        .right(ruler.fit_right(words.partners_load_head(), load), Tone::Dim)
        .right(" ".repeat(heavy), Tone::Dim)
        .right(ruler.fit_right(words.partners_contact_head(), latest), Tone::Dim);
    draw_row(&row, area, false, pen);
}
