//! A document without a format: what there is to read, in order. Knows no council and no markup.
//!
//! Every text in it is plain. A line feed in a text is a line somebody began, and every writer keeps it.

use crate::{text::ruler::Ruler, words::Lang};

/// East Asian letters are full-width on paper, those of two minds too.
pub const PAPER: Ruler = Ruler { wide: true };

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The language of the labels: what a word processor checks the spelling by, and which fonts stand first.
    pub lang: Lang,
    pub title: String,
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

impl Document {
    pub const fn new(lang: Lang, title: String) -> Self {
        Self { lang, title, running: String::new(), page: Page::Portrait, blocks: Vec::new() }
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
    /// How the width is shared, a number above 0 for each column: as it was given, else by what stands in them.
    pub fn shares(&self) -> Vec<usize> {
        if self.widths.len() == self.head.len() {
            return self.widths.iter().map(|width| usize::from(*width).max(1)).collect();
        }
        (0..self.head.len()).map(|column| self.needed(column)).collect()
    }

    /// The columns of text a column would like, within what leaves room for the others.
    fn needed(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        let cells = cells.map(|cell| widest_line(cell).min(40));
        2 + cells.chain([widest_line(&self.head[column]).min(12)]).max().unwrap_or(0).max(4)
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
