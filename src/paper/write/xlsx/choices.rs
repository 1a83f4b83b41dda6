//! What may stand in a cell, as Excel offers it: a list in the cell, or on a sheet out of sight where that is too long.

use super::limits::{CELL, CHOICES, cut, length};
use crate::text::clean::shown;
use rust_xlsxwriter::{DataValidation, Formula, Workbook, XlsxError, column_number_to_name};

/// The lists that do not fit their cells.
pub struct Choices {
    sheet: String,
    lists: Vec<Vec<String>>,
}

impl Choices {
    /// `sheet` is what their sheet is to be called.
    pub const fn new(sheet: String) -> Self {
        Self { sheet, lists: Vec::new() }
    }

    /// Only these may stand in a cell.
    pub fn rule(&mut self, choices: &[String]) -> Result<DataValidation, XlsxError> {
        let choices: Vec<String> = choices.iter().map(|choice| shown(choice).into_owned()).collect();
        let joined: usize = choices.iter().map(|it| length(it) + it.matches('"').count() + 1).sum();
        // A comma would part a choice in two.
        if joined <= CHOICES && !choices.iter().any(|choice| choice.contains([',', '\n'])) {
            return DataValidation::new().allow_list_strings(&choices);
        }
        let column = (0..).zip(&self.lists).last().map_or(0, |(at, _)| at + 1);
        let column = column_number_to_name(column);
        let range = format!("='{}'!${column}$1:${column}${}", self.sheet.replace('\'', "''"), choices.len());
        self.lists.push(choices);
        Ok(DataValidation::new().allow_list_formula(Formula::new(range)))
    }

    /// Puts the sheet behind the others, if there is anything on it.
    pub fn write(&self, workbook: &mut Workbook) -> Result<(), XlsxError> {
        if self.lists.is_empty() {
            return Ok(());
        }
        let sheet = workbook.add_worksheet().set_name(&self.sheet)?.set_hidden(true);
        for (column, list) in (0..).zip(&self.lists) {
            for (row, choice) in (0..).zip(list) {
                sheet.write_string(row, column, &*cut(choice, CELL))?;
            }
        }
        Ok(())
    }
}
