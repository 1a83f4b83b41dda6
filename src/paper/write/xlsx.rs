//! (contract)
use crate::paper::{PaperError, book::Book};
pub fn write(_book: &Book) -> Result<Vec<u8>, PaperError> {
    Err(PaperError::Writer(String::new()))
}
