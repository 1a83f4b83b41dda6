//! The actions pane.

use crate::app::{
    model::Model,
    row::{Para, Rows, Span},
};

pub fn title(_model: &Model) -> (Vec<Span>, Vec<Span>) {
    Default::default()
}

pub fn rows(_model: &Model) -> Rows<String> {
    Vec::new()
}

pub fn detail(_model: &Model) -> Vec<Para> {
    Vec::new()
}
