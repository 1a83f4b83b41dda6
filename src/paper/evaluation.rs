//! The plan-and-evaluation sheet (計画・評価表) of a fiscal year as a form: sent out to be filled in, and read in again row by row.
//!
//! What a reader of the form can rely on, in both languages and whatever the office did to the rest:
//!
//! - Every row carries a code, [`RowCode`], which says of which fiscal year and which row it is. One that ends in its last hyphen is of a
//!   row that the council does not have yet.
//! - As a workbook it is one table: under lines that say what it is, a row of headings, then a row for each department. The headings are
//!   [`Words::sheet_whose`], the six of [`Words::sheet_column`] and [`Words::sheet_code`], of which the last is out of sight. The last row
//!   is empty but for its code.
//! - As a document it is one table of two columns for each row: what stands at the left is the heading, with the question that belongs to
//!   it on lines of its own behind it; what stands at the right was written. The first row is whose it is, the last is the code.
//!
//! [`RowCode::read`] tells a code from other text, and [`heading`] tells what a heading asks for. Never fills in anything.

use super::{
    Content, Order, PaperError, Source, Which,
    book::{self, Book, Cell},
    document::{Block, Document, Page, Table},
    kind::Format,
};
use crate::{
    domain::{Column, Council, SheetRow, sheet::RowCode},
    knowledge::forms::{self, Form},
    text::fold::{alike, contains_folded},
    words::{Lang, Words},
};

/// What a place in the form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// The department or partner.
    Whose,
    Column(Column),
    Code,
}

/// What a heading asks for, in whichever language the form was made. A question behind it, on lines of its own, does not matter.
pub fn heading(text: &str) -> Option<Heading> {
    let name = text.trim().lines().next()?;
    [Lang::Ja, Lang::En].into_iter().map(Words::new).find_map(|words| {
        let columns = Column::ALL.into_iter().map(Heading::Column);
        let headings = columns.chain([Heading::Whose, Heading::Code]);
        headings.into_iter().find(|heading| alike(heading.name(words), name))
    })
}

impl Heading {
    fn name(self, words: Words) -> &'static str {
        match self {
            Self::Whose => words.sheet_whose(),
            Self::Column(column) => words.sheet_column(column),
            Self::Code => words.sheet_code(),
        }
    }
}

pub(super) fn compose(order: &Order, source: Source) -> Result<Content, PaperError> {
    let form = forms::form("evaluation").ok_or(PaperError::Nothing(order.kind))?;
    let sheet = Sheet { form, source, year: source.year(order), rows: rows(order, source) };
    Ok(match order.format {
        Format::Docx => Content::Document(sheet.document(order)),
        _ => Content::Book(sheet.book(order)),
    })
}

/// The rows of the year that were asked for.
fn rows<'a>(order: &Order, source: Source<'a>) -> Vec<&'a SheetRow> {
    let council = source.council;
    let wanted = |row: &&SheetRow| match &order.which {
        Which::With(name) => is_of(council, row, name),
        Which::Open | Which::All | Which::Overdue => true,
    };
    council.sheet_of(source.year(order)).filter(wanted).collect()
}

/// Is it the row of whoever is called so: as written down, today, or by the organisation behind?
fn is_of(council: &Council, row: &SheetRow, name: &str) -> bool {
    council.names_of(&row.who).any(|it| contains_folded(&it, name))
}

struct Sheet<'a> {
    form: &'static Form,
    source: Source<'a>,
    year: i32,
    rows: Vec<&'a SheetRow>,
}

impl Sheet<'_> {
    fn title(&self) -> String {
        self.source.words.sheet_of_year(&self.source.words.fiscal_year(self.year))
    }

    fn about(&self) -> [String; 2] {
        let Source { words, council, .. } = self.source;
        [council.head.name.clone(), words.sheet_asked(self.form.about.pick(words.lang))]
    }

    /// What to write in a column, as a question.
    fn ask(&self, column: Column) -> &'static str {
        let part = self.form.parts.iter().find(|part| part.key == column.key());
        part.map_or("", |part| part.ask.pick(self.source.words.lang))
    }

    /// Whose the form is where there is no row yet: the one it was ordered for.
    fn newcomer(order: &Order) -> &str {
        match &order.which {
            Which::With(name) => name,
            Which::Open | Which::All | Which::Overdue => "",
        }
    }

    fn code_of(&self, row: Option<&SheetRow>) -> String {
        RowCode { year: self.year, row: row.map(|row| row.id.clone()) }.to_string()
    }

    fn book(&self, order: &Order) -> Book {
        let words = self.source.words;
        let [council, about] = self.about();
        let asked = |column| book::Column {
            hint: self.ask(column).to_owned(),
            to_fill: true,
            ..book::Column::new(words.sheet_column(column), 24)
        };
        let whose = book::Column { to_fill: true, ..book::Column::new(words.sheet_whose(), 16) };
        let code = book::Column { hidden: true, ..book::Column::new(words.sheet_code(), 20) };
        let filled = self.rows.iter().map(|row| {
            let cells = Column::ALL.into_iter().map(|column| Cell::text(row.cell(column)));
            self.cells(&row.who.label, cells, Some(row))
        });
        // Room for one who has no row yet: the department asked for, or whoever else joins.
        let is_asked_for_one = matches!(order.which, Which::With(_)) && !self.rows.is_empty();
        let empty = self.cells(Self::newcomer(order), Column::ALL.map(|_| Cell::Empty), None);
        Book {
            lang: words.lang,
            title: self.title(),
            page: Page::Landscape,
            sheets: vec![book::Sheet {
                name: self.title(),
                above: vec![council, about],
                columns: [whose].into_iter().chain(Column::ALL.map(asked)).chain([code]).collect(),
                rows: filled.chain((!is_asked_for_one).then_some(empty)).collect(),
                below: vec![words.sheet_keep_code().to_owned()],
            }],
        }
    }

    fn cells(&self, whose: &str, cells: impl IntoIterator<Item = Cell>, row: Option<&SheetRow>) -> Vec<Cell> {
        let code = Cell::text(self.code_of(row));
        [Cell::text(whose)].into_iter().chain(cells).chain([code]).collect()
    }

    fn document(&self, order: &Order) -> Document {
        let [council, about] = self.about();
        let mut document = Document::new(self.source.words.lang, self.title());
        document.running = council;
        document.paragraph(about);
        let forms = self.rows.iter().map(|row| self.on_paper(&row.who.label, Some(row)));
        let empty = self.rows.is_empty().then(|| self.on_paper(Self::newcomer(order), None));
        document.blocks.extend(forms.chain(empty).map(Block::Table));
        document.paragraph(self.source.words.sheet_keep_code());
        document
    }

    fn on_paper(&self, whose: &str, row: Option<&SheetRow>) -> Table {
        let words = self.source.words;
        let asked = |column| {
            let written = row.map_or("", |row| row.cell(column));
            vec![format!("{}\n{}", words.sheet_column(column), self.ask(column)), written.to_owned()]
        };
        let code = vec![words.sheet_code().to_owned(), self.code_of(row)];
        Table {
            head: vec![words.sheet_whose().to_owned(), whose.to_owned()],
            rows: Column::ALL.into_iter().map(asked).chain([code]).collect(),
            widths: vec![3, 7],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_known_in_both_languages_and_with_its_question() {
        for words in [Lang::Ja, Lang::En].map(Words::new) {
            for column in Column::ALL {
                let asked = format!(" {}\n何を書きますか。", words.sheet_column(column));
                assert_eq!(heading(&asked), Some(Heading::Column(column)));
            }
            assert_eq!(heading(words.sheet_whose()), Some(Heading::Whose));
            assert_eq!(heading(words.sheet_code()), Some(Heading::Code));
        }
        assert_eq!(heading("ﾓｸｻﾞｽ"), None);
        assert_eq!(heading(""), None);
    }
}
