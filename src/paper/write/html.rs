//! (contract)
use crate::paper::document::Document;
pub fn write(_document: &Document) -> String {
    String::new()
}
