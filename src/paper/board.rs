//! (contract) board

use super::{Content, Order, PaperError, Source};
use crate::{domain::Point, knowledge::points::card, words::Words};

pub(super) fn compose(order: &Order, _source: Source) -> Result<Content, PaperError> {
    Err(PaperError::Nothing(order.kind))
}

/// `5 協議組織をつくる`
pub(super) fn title_of(words: Words, point: Point) -> String {
    format!("{} {}", point.number(), card(point).name.pick(words.lang))
}
