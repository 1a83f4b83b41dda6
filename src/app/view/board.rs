//! The board: the ten points as a map of four phases on two foundations.

use super::Caret;
use crate::{
    app::{
        model::Model,
        pen::Pen,
        row::{Para, Row, Rows},
    },
    domain::Point,
};

/// The points as rows, in the order of the map: what the arrows and the search move in.
pub fn rows(_model: &Model) -> Rows<Point> {
    Point::ALL.into_iter().map(|point| (Some(point), Row::titled(point.key()))).collect()
}

pub fn detail(_model: &Model) -> Vec<Para> {
    Vec::new()
}

pub fn draw(_model: &Model, _pen: &mut Pen) -> Caret {
    None
}
