//! The list of papers: which are near what is in view, how each is wanted, and the chosen one as it would come out. Makes nothing itself.

use super::cursor::Cursor;
use crate::{
    domain::{Council, id::MeetingId},
    paper::{Arrange, Content, Encoding, Format, Kind, Names, Order, PaperError, Sheet, Which},
    words::Words,
};
use std::{cmp::Reverse, collections::BTreeSet};

#[derive(Clone, Debug)]
pub struct Papers {
    /// One of each kind, those of what is in view first, as they were set here.
    pub orders: Vec<Order>,
    /// How many of them are of what is in view.
    pub near: usize,
    pub cursor: Cursor,
    /// The setting in hand, among those of the chosen paper.
    pub setting: usize,
    /// How far the preview is scrolled.
    pub offset: usize,
    pub shown: Option<Shown>,
    /// Where the last one was written.
    pub written: Option<String>,
}

/// The chosen paper as it was last made, and what it was made from.
#[derive(Clone, Debug)]
pub struct Shown {
    pub order: Order,
    /// The last change of the council in it.
    pub seq: u64,
    /// In half-width characters; what the rows are wrapped to.
    pub cols: usize,
    pub file: String,
    pub made: Result<Box<Content>, PaperError>,
    /// The preview, wrapped.
    pub rows: Vec<String>,
}

/// One thing about a paper that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    Format,
    Names,
    /// The record in summary or in full.
    Record,
    Arrange,
    /// The roster as such, or who comes to the meeting.
    Roll,
    /// Which actions, or whose row of the sheet.
    Which,
    Encoding,
    /// The sheet it is printed on.
    Sheet,
    Year,
}

impl Papers {
    pub fn order(&self) -> Option<&Order> {
        self.orders.get(self.cursor.at)
    }

    /// The setting in hand.
    pub fn in_hand(&self) -> Option<Setting> {
        let settings = settings(self.order()?);
        settings.get(self.setting.min(settings.len().saturating_sub(1))).copied()
    }
}

impl Setting {
    pub fn name(self, words: Words) -> &'static str {
        match self {
            Self::Format => words.setting_format(),
            Self::Names => words.setting_names(),
            Self::Record => words.setting_record(),
            Self::Arrange => words.setting_arrange(),
            Self::Roll => words.setting_roll(),
            Self::Which => words.setting_which(),
            Self::Encoding => words.setting_encoding(),
            Self::Sheet => words.setting_sheet(),
            Self::Year => words.setting_year(),
        }
    }
}

/// What can be chosen about a paper.
pub fn settings(order: &Order) -> Vec<Setting> {
    let mut settings = vec![Setting::Format];
    settings.extend(match order.kind {
        Kind::Minutes => &[Setting::Names, Setting::Record][..],
        Kind::Agenda | Kind::Notice | Kind::Summary | Kind::Handover => &[Setting::Names],
        Kind::Roster => &[Setting::Arrange, Setting::Roll],
        Kind::Actions => &[Setting::Which],
        Kind::Evaluation => &[Setting::Which, Setting::Year],
        Kind::Report => &[Setting::Year],
        Kind::Board => &[Setting::Sheet, Setting::Names],
        // Nobody is named in a news sheet or a report.
        Kind::Seating | Kind::News | Kind::Everything => &[],
    });
    if order.format == Format::Csv {
        settings.push(Setting::Encoding);
    }
    settings
}

/// What the choices of a setting are made from.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    pub council: &'a Council,
    pub words: Words,
    /// The meeting on the screen.
    pub meeting: Option<&'a MeetingId>,
    /// The fiscal year of the day.
    pub year: i32,
}

/// What a setting can be: each with its name and the order it makes, and the place of what it is.
pub struct Choices {
    pub all: Vec<(String, Order)>,
    pub at: usize,
}

impl Choices {
    pub fn of(setting: Setting, order: &Order, ground: Ground) -> Self {
        let changes = changes(setting, order.kind, ground);
        let ordered = |(label, change): (String, Change)| {
            let mut order = order.clone();
            change(&mut order);
            (label, order)
        };
        let all: Vec<(String, Order)> = changes.into_iter().map(ordered).collect();
        let at = all.iter().position(|(_, it)| it == order).unwrap_or(0);
        Self { all, at }
    }

    /// The order with the choice so many places on, around the end.
    pub fn turned(mut self, steps: isize) -> Option<Order> {
        let len = isize::try_from(self.all.len()).ok().filter(|len| *len > 0)?;
        let to = (isize::try_from(self.at).ok()? + steps).rem_euclid(len);
        Some(self.all.swap_remove(usize::try_from(to).ok()?).1)
    }
}

type Change = Box<dyn Fn(&mut Order)>;

fn change(label: impl Into<String>, change: impl Fn(&mut Order) + 'static) -> (String, Change) {
    (label.into(), Box::new(change))
}

fn changes(setting: Setting, kind: Kind, ground: Ground) -> Vec<(String, Change)> {
    let Ground { council, words, meeting, year } = ground;
    match setting {
        Setting::Format => {
            let formats = kind.formats().iter().copied();
            formats.map(|it| change(it.name(words), move |order| order.format = it)).collect()
        }
        Setting::Names => vec![
            change(words.names_full(), |order| order.names = Names::Full),
            change(words.names_office(), |order| order.names = Names::Office),
            change(words.names_letters(), |order| order.names = Names::Letters),
            change(words.names_none(), |order| order.names = Names::None),
        ],
        Setting::Record => vec![
            change(words.record_summed(), |order| order.verbatim = false),
            change(words.record_verbatim(), |order| order.verbatim = true),
        ],
        Setting::Arrange => vec![
            change(words.by_office(), |order| order.arrange = Arrange::Office),
            change(words.by_class(), |order| order.arrange = Arrange::Class),
            change(words.by_organisation(), |order| order.arrange = Arrange::Organisation),
        ],
        Setting::Roll => {
            let attendance = meeting
                .cloned()
                .map(|id| change(words.roll_attendance(), move |order| order.meeting = Some(id.clone())));
            let members = change(words.roll_members(), |order| order.meeting = None);
            [members].into_iter().chain(attendance).collect()
        }
        Setting::Which => whiches(kind, council, words),
        Setting::Encoding => vec![
            change("UTF-8", |order| order.encoding = Encoding::Utf8),
            change("Shift_JIS", |order| order.encoding = Encoding::Cp932),
        ],
        Setting::Sheet => {
            vec![change("A4", |order| order.sheet = Sheet::A4), change("A3", |order| order.sheet = Sheet::A3)]
        }
        Setting::Year => {
            let years = years(council, year).into_iter();
            years
                .map(|Reverse(it)| change(words.fiscal_year(it), move |order| order.year = Some(it)))
                .collect()
        }
    }
}

/// All of them, or those of one owner.
fn whiches(kind: Kind, council: &Council, words: Words) -> Vec<(String, Change)> {
    let labels: BTreeSet<&str> = match kind {
        Kind::Evaluation => council.sheet.iter().map(|row| row.who.label.as_str()).collect(),
        _ => {
            let open = council.actions.iter().filter(|action| action.state.is_open());
            open.flat_map(|action| &action.owners).map(|owner| owner.label.as_str()).collect()
        }
    };
    let mut whiches = match kind {
        Kind::Evaluation => vec![change(words.which_everyone(), |order| order.which = Which::Open)],
        _ => vec![
            change(words.which_open(), |order| order.which = Which::Open),
            change(words.which_overdue(), |order| order.which = Which::Overdue),
            change(words.which_all(), |order| order.which = Which::All),
        ],
    };
    whiches.extend(
        labels
            .into_iter()
            .map(str::to_owned)
            .map(|label| change(label.clone(), move |order| order.which = Which::With(label.clone()))),
    );
    whiches
}

/// The fiscal years there is something of, the newest first.
fn years(council: &Council, year: i32) -> BTreeSet<Reverse<i32>> {
    let met = council.meetings.iter().map(|meeting| meeting.fiscal_year);
    met.chain(council.sheet_years()).chain([year]).map(Reverse).collect()
}
