//! The roster pane: members with their attendance, organisations, and the check-in.

use super::Caret;
use crate::{
    app::{
        model::Model,
        overlay::CheckIn,
        pen::Pen,
        row::{Para, Rows, Span},
    },
    domain::id::{MemberId, OrganisationId},
};

pub fn title(_model: &Model) -> (Vec<Span>, Vec<Span>) {
    Default::default()
}

pub fn member_rows(_model: &Model) -> Rows<MemberId> {
    Vec::new()
}

pub fn organisation_rows(_model: &Model) -> Rows<OrganisationId> {
    Vec::new()
}

pub fn member_detail(_model: &Model) -> Vec<Para> {
    Vec::new()
}

pub fn organisation_detail(_model: &Model) -> Vec<Para> {
    Vec::new()
}

pub fn draw_check_in(_model: &Model, _check_in: &CheckIn, _pen: &mut Pen) -> Caret {
    None
}
