//! (contract)
use crate::paper::{PaperError, document::Document};
pub fn write(_document: &Document) -> Result<Vec<u8>, PaperError> {
    Err(PaperError::Writer(String::new()))
}
