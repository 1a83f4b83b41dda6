//! A document without a format: what there is to read, in order. Knows no council and no markup.
//!
//! Every text in it is plain. A line feed in a text is a line somebody began, and every writer keeps it.

use crate::{text::ruler::Ruler, words::Lang};

/// East Asian letters are full-width on paper, those of two minds too.
pub const PAPER: Ruler = Ruler { wide: true };

/// Letters of a column that its edges take, and figures that are wider than half a letter.
const PADDING: usize = 3;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The language of the labels: what a word processor checks the spelling by, and which fonts stand first.
    pub lang: Lang,
    pub title: String,
    /// How many blocks stand above the title: the head of a letter.
    pub title_after: usize,
    /// What stands small above every page: the council, a mark that this is a draft. Empty leaves it out.
    pub running: String,
    pub page: Page,
    pub blocks: Vec<Block>,
}

/// The way an A4 sheet lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    #[default]
    Portrait,
    /// The same with less room at the edges and between the lines: for what has to be on one sheet.
    Single,
    Landscape,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Level 1 is a section, 2 what is inside it.
    Heading {
        level: u8,
        text: String,
    },
    Paragraph(String),
    /// A paragraph at the right margin: the day and the sender of a letter.
    Right(String),
    /// A paragraph in the middle: 記.
    Centred(String),
    /// What somebody said, under who they are; the text hangs behind the name.
    Speech {
        speaker: String,
        text: String,
    },
    Facts(Vec<Fact>),
    Bullets(Vec<String>),
    /// Numbered from 1.
    Numbered(Vec<String>),
    Table(Table),
    Bars(Bars),
    /// A line to sign on for each.
    Signatures(Vec<String>),
    Room(Room),
}

/// A label with what it is about: beside it when that is one thing, under it when it is several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub label: String,
    pub values: Vec<String>,
}

/// Every row has as many cells as the head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// How the width is shared, a number for each column; empty leaves it to what is in them.
    pub widths: Vec<u16>,
}

/// A bar chart: one measure over time, or several side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    pub title: String,
    pub bars: Vec<Bar>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    pub label: String,
    /// The value as it is written: 52.5%.
    pub value: String,
    /// Its length in thousandths of the longest there could be.
    pub length: u16,
    /// A target or an estimate, drawn lighter than what was measured.
    pub light: bool,
}

/// A room seen from above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// What is at the wall that everybody looks at.
    pub front: String,
    /// From the front on; every row has as many places as the first, and one without text is floor.
    pub rows: Vec<Vec<String>>,
}

impl Room {
    /// The room as a table, its front as the head: for formats without lines to draw.
    pub fn to_table(&self) -> Table {
        let across = self.rows.first().map_or(1, Vec::len);
        let mut head = vec![String::new(); across];
        self.front.clone_into(&mut head[across / 2]);
        Table { head, rows: self.rows.clone(), widths: vec![1; across] }
    }
}

impl Document {
    pub const fn new(lang: Lang, title: String) -> Self {
        Self { lang, title, title_after: 0, running: String::new(), page: Page::Portrait, blocks: Vec::new() }
    }

    /// The blocks above the title and those below it.
    pub fn around_title(&self) -> (&[Block], &[Block]) {
        self.blocks.split_at(self.title_after.min(self.blocks.len()))
    }

    pub fn section(&mut self, text: &str) {
        self.blocks.push(Block::Heading { level: 1, text: text.to_owned() });
    }

    pub fn subsection(&mut self, text: String) {
        self.blocks.push(Block::Heading { level: 2, text });
    }

    pub fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(text.into()));
    }
}

impl Table {
    /// The columns in half-width letters, `room` of them together if that is possible: shared as it was given, else by what stands in
    /// them, and none so narrow that what is short in it (a date, a number) would break.
    pub fn letters(&self, room: usize) -> Vec<usize> {
        let widest: Vec<usize> = (0..self.head.len()).map(|column| self.widest(column)).collect();
        let wanted: Vec<usize> = if self.widths.len() == self.head.len() {
            self.widths.iter().map(|width| usize::from(*width).max(1)).collect()
        } else {
            widest.iter().map(|widest| PADDING + (*widest).min(40)).collect()
        };
        let whole = |short: usize| -> Vec<usize> {
            widest.iter().map(|widest| PADDING + if *widest <= short { *widest } else { 8 }).collect()
        };
        // What is long wants room as well.
        let fits = |least: &Vec<usize>| least.iter().sum::<usize>() <= room * 3 / 4;
        let least = [22, 12].into_iter().map(whole).find(fits).unwrap_or_else(|| whole(8));
        shared(room, &wanted, &least)
    }

    /// The widest line of a column. A head may break after six letters.
    fn widest(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column)).map(|cell| widest_line(cell));
        cells.chain([widest_line(&self.head[column]).min(12)]).max().unwrap_or(0)
    }

    /// Does a column hold numbers and nothing else? They are set to the right.
    pub fn is_numeric(&self, column: usize) -> bool {
        let mut cells = self.rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty());
        let numeric = |cell: &String| {
            cell.contains(|c: char| c.is_ascii_digit())
                && cell.chars().all(|c| c.is_ascii_digit() || ".,%+-−▲".contains(c))
        };
        cells.clone().next().is_some() && cells.all(numeric)
    }
}

/// `room` shared out as wanted, but that nobody gets less than their least.
fn shared(room: usize, wanted: &[usize], least: &[usize]) -> Vec<usize> {
    let mut given: Vec<Option<usize>> = vec![None; wanted.len()];
    loop {
        let rest = room.saturating_sub(given.iter().flatten().sum());
        let open = || (0..wanted.len()).filter(|at| given[*at].is_none());
        let sum: usize = open().map(|at| wanted[at]).sum();
        let share = |at: usize| wanted[at] * rest / sum.max(1);
        let short: Vec<usize> = open().filter(|at| share(*at) < least[*at]).collect();
        if short.is_empty() {
            return (0..wanted.len()).map(|at| given[at].unwrap_or_else(|| share(at))).collect();
        }
        short.into_iter().for_each(|at| given[at] = Some(least[at]));
    }
}

/// Columns of the widest line that somebody began in a text.
pub fn widest_line(text: &str) -> usize {
    text.split('\n').map(|line| PAPER.width(line)).max().unwrap_or(0)
}

impl Bars {
    /// The bars as rows of a table, drawn with blocks: for formats without pictures.
    pub fn to_table(&self) -> Table {
        let drawn = |bar: &Bar| {
            let mark = if bar.light { "░" } else { "█" };
            mark.repeat(usize::from(bar.length).div_ceil(50))
        };
        Table {
            head: vec![self.title.clone(), String::new(), String::new()],
            rows: self
                .bars
                .iter()
                .map(|bar| vec![bar.label.clone(), bar.value.clone(), drawn(bar)])
                .collect(),
            widths: vec![2, 1, 3],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(head: &[&str], row: &[&str], widths: &[u16]) -> Table {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Table { head: owned(head), rows: vec![owned(row)], widths: widths.to_vec() }
    }

    #[test]
    fn what_is_short_does_not_break_and_what_is_long_gets_the_rest() {
        let long = "登録様式を1枚にまとめる案を作り、相談支援事業所に見てもらう".repeat(3);
        let letters =
            table(&["番号", "内容", "期限"], &["A-12", &long, "令和8年12月18日（金）"], &[]).letters(90);
        assert!(letters[0] >= 4 + PADDING && letters[2] >= 22 + PADDING, "{letters:?}");
        assert!(letters[1] >= 40 && letters.iter().sum::<usize>() <= 90, "{letters:?}");
    }

    #[test]
    fn given_widths_are_kept_to_but_for_what_would_break() {
        assert_eq!(table(&["甲", "乙"], &["", ""], &[1, 2]).letters(90), [30, 60]);
        assert_eq!(table(&["番号", "乙"], &["A-12", ""], &[1, 99]).letters(90), [7, 83]);
        let long = "長い内容".repeat(9);
        let dated = table(
            &["番号", "内容", "担当", "期限"],
            &["13", &long, &long, "令和8年11月6日（金）"],
            &[1, 5, 3, 1],
        );
        assert_eq!(dated.letters(86), [7, 35, 21, 23]);
    }

    #[test]
    fn columns_too_many_for_the_page_have_their_least() {
        let heads: Vec<String> = (0..30).map(|number| format!("列{number}")).collect();
        let table =
            Table { rows: vec![vec!["長い内容の列".repeat(9); 30]], head: heads, widths: Vec::new() };
        assert_eq!(table.letters(90), [11; 30]);
    }

    #[test]
    fn a_column_of_numbers_is_known() {
        let of = |cells: &[&str]| Table {
            head: vec![String::new()],
            rows: cells.iter().map(|cell| vec![(*cell).to_owned()]).collect(),
            widths: Vec::new(),
        };
        assert!(of(&["1,240", "", "−3", "52.5%"]).is_numeric(0));
        assert!(!of(&["3", "3人"]).is_numeric(0) && !of(&["-"]).is_numeric(0) && !of(&[""]).is_numeric(0));
    }
}
