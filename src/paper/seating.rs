//! (contract) seating

use super::{Content, Order, PaperError, Source};

pub fn compose(order: &Order, _source: Source) -> Result<Content, PaperError> {
    Err(PaperError::Nothing(order.kind))
}
