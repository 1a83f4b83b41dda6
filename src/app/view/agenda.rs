//! The agenda pane: the meetings of the council, and the items of the chosen one.

use crate::{
    app::{
        model::Model,
        row::{Para, Rows, Span},
    },
    domain::id::{ItemId, MeetingId},
};

pub fn title(_model: &Model) -> (Vec<Span>, Vec<Span>) {
    Default::default()
}

pub fn meeting_rows(_model: &Model) -> Rows<MeetingId> {
    Vec::new()
}

pub fn item_rows(_model: &Model) -> Rows<ItemId> {
    Vec::new()
}

pub fn meeting_detail(_model: &Model) -> Vec<Para> {
    Vec::new()
}

pub fn item_detail(_model: &Model) -> Vec<Para> {
    Vec::new()
}
