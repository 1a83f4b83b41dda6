//! One sheet: title and lines over the table, the table, lines under it, and what helps to fill it in and print it.

use super::{
    choices::Choices,
    limits::{CELL, MESSAGE, cut},
    look::{Look, height},
};
use crate::{
    paper::{
        book::{Book, Cell, Column, Sheet},
        document::{Page, widest_line},
    },
    text::clean::shown,
};
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ConditionalFormatBlank, DataValidation, ExcelDateTime, Worksheet, XlsxError};
use std::borrow::Cow;

const A4: u8 = 9;

/// How high a row is at least where a sentence is to be written, in points.
const ROOM_TO_WRITE: f64 = 56.0;

/// Writes a sheet of the book under this name.
pub fn write(
    page: &mut Worksheet,
    book: &Book,
    sheet: &Sheet,
    name: &str,
    look: &Look,
    choices: &mut Choices,
) -> Result<(), XlsxError> {
    page.set_name(name)?;
    let widths: Vec<u16> =
        (0..sheet.columns.len()).map(|column| width(sheet, column, look.day_width)).collect();
    let mut writer = Writer { page, sheet, widths, look, row: 0 };
    writer.over(&book.title)?;
    writer.table(choices)?;
    writer.under()?;
    print(writer.page, book.page);
    Ok(())
}

/// In half-width letters: as asked for, and as much as a day wants where days stand.
fn width(sheet: &Sheet, column: usize, day: u16) -> u16 {
    let holds_days = sheet.rows.iter().any(|row| matches!(row.get(column), Some(Cell::Day(_))));
    let least = if holds_days { day } else { 4 };
    sheet.columns[column].width.clamp(least, 100)
}

/// Do marks like ○ stand in a column, and nothing longer?
fn is_mark(column: &Column) -> bool {
    !column.choices.is_empty() && column.choices.iter().all(|choice| widest_line(choice) <= 4)
}

struct Writer<'a> {
    page: &'a mut Worksheet,
    sheet: &'a Sheet,
    widths: Vec<u16>,
    look: &'a Look,
    /// The next one that is free.
    row: u32,
}

impl Writer<'_> {
    fn over(&mut self, title: &str) -> Result<(), XlsxError> {
        let look = self.look;
        self.page.write_string_with_format(self.row, self.first_seen(), text(title), &look.title)?;
        self.page.set_row_height(self.row, 27)?;
        self.row += 1;
        let above = self.sheet.above.iter().filter(|line| *line != title);
        for line in above {
            self.line(line)?;
        }
        self.row += 1;
        Ok(())
    }

    fn under(&mut self) -> Result<(), XlsxError> {
        self.row += 1;
        self.sheet.below.iter().try_for_each(|line| self.line(line))
    }

    /// A line of text across the table.
    fn line(&mut self, line: &str) -> Result<(), XlsxError> {
        let (first, last) = (self.first_seen(), self.last());
        let text = text(line);
        let seen = self.sheet.columns.iter().zip(&self.widths).filter(|(column, _)| !column.hidden);
        let columns = seen.map(|(_, width)| usize::from(*width)).sum();
        if first < last {
            self.page.merge_range(self.row, first, self.row, last, &text, &self.look.line)?;
        } else {
            self.page.write_string_with_format(self.row, first, &text, &self.look.line)?;
        }
        self.page.set_row_height(self.row, height(std::iter::once((&text[..], columns))))?;
        self.row += 1;
        Ok(())
    }

    fn table(&mut self, choices: &mut Choices) -> Result<(), XlsxError> {
        let head = self.row;
        self.head()?;
        for row in &self.sheet.rows {
            self.cells(row)?;
        }
        if self.sheet.columns.is_empty() {
            return Ok(());
        }
        // A sheet to fill in that has no row yet has one to begin with.
        let last = (self.row - 1).max(head + 1);
        self.page.set_freeze_panes(head + 1, 0)?;
        self.page.autofilter(head, 0, last, self.last())?;
        self.page.set_repeat_rows(head, head)?;
        for (at, column) in (0..).zip(&self.sheet.columns) {
            self.filling(at, column, head + 1, last, choices)?;
        }
        Ok(())
    }

    fn head(&mut self) -> Result<(), XlsxError> {
        for (at, (column, width)) in (0..).zip(self.sheet.columns.iter().zip(&self.widths)) {
            self.page.write_string_with_format(self.row, at, text(&column.head), &self.look.head)?;
            self.page.set_column_width(at, f64::from(*width) + 1.0)?;
            if column.hidden {
                self.page.set_column_hidden(at)?;
            }
        }
        let cells = self.sheet.columns.iter().zip(&self.widths);
        // The button of the filter stands before the last letters.
        let cells = cells.map(|(column, width)| (&column.head[..], usize::from(*width).saturating_sub(2)));
        self.page.set_row_height(self.row, height(cells).max(24.0))?;
        self.row += 1;
        Ok(())
    }

    fn cells(&mut self, row: &[Cell]) -> Result<(), XlsxError> {
        for (at, (column, cell)) in (0..).zip(self.sheet.columns.iter().zip(row)) {
            self.cell(at, column, cell)?;
        }
        let shown = row.iter().zip(&self.sheet.columns).zip(&self.widths);
        let texts = shown.filter_map(|((cell, column), width)| match cell {
            Cell::Text(text) if !column.hidden => Some((&text[..], usize::from(*width))),
            _ => None,
        });
        let least = if self.waits(row) { ROOM_TO_WRITE } else { 0.0 };
        self.page.set_row_height(self.row, height(texts).max(least))?;
        self.row += 1;
        Ok(())
    }

    /// Is there something to write in words?
    fn waits(&self, row: &[Cell]) -> bool {
        let cells = row.iter().zip(&self.sheet.columns);
        cells.zip(&self.widths).any(|((cell, column), width)| {
            column.to_fill && *width >= 16 && column.choices.is_empty() && *cell == Cell::Empty
        })
    }

    fn cell(&mut self, at: u16, column: &Column, cell: &Cell) -> Result<(), XlsxError> {
        let (row, look) = (self.row, self.look);
        match cell {
            Cell::Empty => {
                let format = if is_mark(column) { &look.mark } else { &look.number };
                self.page.write_blank(row, at, format)?
            }
            Cell::Text(typed) => {
                let format = if is_mark(column) { &look.mark } else { &look.text };
                self.page.write_string_with_format(row, at, text(typed), format)?
            }
            // Excel counts in floating point: exact up to fifteen figures, and councils count less.
            Cell::Number(number) => {
                self.page.write_number_with_format(row, at, *number as f64, &look.number)?
            }
            Cell::Day(day) => match excel_day(*day) {
                Some(excel) => self.page.write_datetime_with_format(row, at, excel, &look.day)?,
                None => self.page.write_string_with_format(row, at, cell.shown(), &look.text)?,
            },
        };
        Ok(())
    }

    /// What helps to fill in a column, from the first row under the head to the last.
    fn filling(
        &mut self,
        at: u16,
        column: &Column,
        first: u32,
        last: u32,
        choices: &mut Choices,
    ) -> Result<(), XlsxError> {
        if column.to_fill {
            let waiting = ConditionalFormatBlank::new().set_format(&self.look.waiting);
            self.page.add_conditional_format(first, at, last, at, &waiting)?;
        }
        if column.choices.is_empty() && column.hint.is_empty() {
            return Ok(());
        }
        let rule = match &column.choices[..] {
            [] => DataValidation::new().allow_any_value(),
            only => choices.rule(only)?,
        };
        let rule = rule.set_input_message(&*cut(&shown(&column.hint), MESSAGE))?;
        self.page.add_data_validation(first, at, last, at, &rule)?;
        Ok(())
    }

    /// The leftmost column that is not out of sight.
    fn first_seen(&self) -> u16 {
        (0..).zip(&self.sheet.columns).find(|(_, column)| !column.hidden).map_or(0, |(at, _)| at)
    }

    fn last(&self) -> u16 {
        (0..).zip(&self.sheet.columns).last().map_or(0, |(at, _)| at)
    }
}

/// Text as a cell takes it.
fn text(typed: &str) -> String {
    match shown(typed) {
        Cow::Borrowed(text) => cut(text, CELL).into_owned(),
        Cow::Owned(text) => cut(&text, CELL).into_owned(),
    }
}

/// A day as Excel counts them; it has none before 1900.
fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let (year, month, of_month) =
        (u16::try_from(day.year()).ok()?, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, of_month).ok()
}

/// On A4, as wide as the page and as long as it takes, with the head on every page.
fn print(page: &mut Worksheet, lies: Page) {
    page.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&C&P / &N");
    page.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.35);
    if lies == Page::Landscape {
        page.set_landscape();
    }
}
