//! Excel workbooks (.xlsx): sheets that are printed as they are, filled in by choosing, and read in again. The same book is the same
//! bytes: no clock, no user and no machine gets into it.
//!
//! Text is never a formula, also after somebody edits the cell; what is hidden comes as a mark.

mod choices;
mod limits;
mod look;
mod sheet;

use crate::{
    paper::{PaperError, book::Book},
    text::clean::shown_line,
};
use choices::Choices;
use look::Look;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// The book as a .xlsx file.
///
/// # Errors
/// [`PaperError::Writer`]: more rows or columns than a sheet of Excel has.
pub fn write(book: &Book) -> Result<Vec<u8>, PaperError> {
    written(book).map_err(|error| PaperError::Writer(error.to_string()))
}

fn written(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let look = Look::of(book.lang);
    let mut workbook = Workbook::new();
    // A moment has to be there; this one says nothing.
    let never = ExcelDateTime::from_ymd(1980, 1, 1)?;
    let title = shown_line(&book.title);
    workbook.set_properties(&DocProperties::new().set_title(&title).set_creation_datetime(&never));
    workbook.set_default_format(&look.plain, look::ROW_PIXELS, look::COLUMN_PIXELS)?;
    let names = limits::sheet_names(book.sheets.iter().map(|sheet| &sheet.name[..]));
    let mut choices = Choices::new(limits::free_name(&names, look.choices_name));
    for (sheet, name) in book.sheets.iter().zip(&names) {
        sheet::write(workbook.add_worksheet(), book, sheet, name, &look, &mut choices)?;
    }
    if book.sheets.is_empty() {
        workbook.add_worksheet();
    }
    choices.write(&mut workbook)?;
    workbook.save_to_buffer()
}
