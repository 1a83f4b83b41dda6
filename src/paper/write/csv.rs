//! (contract)
use crate::paper::{Encoding, PaperError, book::Book};
pub fn write(_book: &Book, _encoding: Encoding) -> Result<Vec<u8>, PaperError> {
    Err(PaperError::Writer(String::new()))
}
