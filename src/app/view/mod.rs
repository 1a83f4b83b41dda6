//! Draws the model. Reads only; every offset was settled by `update`.

pub mod actions;
pub mod agenda;
pub mod aspects;
pub mod assessments;
pub mod board;
pub mod cases;
pub mod check_in;
pub mod clashes;
pub mod escalations;
pub mod footer;
pub mod footings;
pub mod form;
pub mod header;
pub mod help;
pub mod indicators;
pub mod intake;
pub mod lens;
pub mod list;
pub mod lobby;
pub mod minutes;
pub mod notice;
pub mod organisations;
pub mod page;
pub mod papers;
pub mod partner;
pub mod partners;
pub mod picker;
pub mod record;
pub mod roles;
pub mod roster;
pub mod search;
pub mod sheet;
pub mod strengths;
pub mod strip;
pub mod suggestions;
pub mod tabs;
pub mod trail;

use super::{
    layout::SMALLEST,
    look::Tone,
    model::{ListId, Model, Pane},
    overlay::Overlay,
    pen::Pen,
    row::Para,
};
use ratatui::{buffer::Buffer, layout::Position};

/// Where the real cursor stands, so that the IME window opens where text goes. `None` hides it.
pub type Caret = Option<Position>;

/// Draws the whole screen and says where the cursor is.
pub fn view(model: &Model, buffer: &mut Buffer) -> Caret {
    let mut pen = Pen { buffer, look: model.look };
    if model.width < SMALLEST.0 || model.height < SMALLEST.1 {
        return too_small(model, &mut pen);
    }
    let mut caret =
        if model.lobby.is_some() { lobby::draw(model, &mut pen) } else { council(model, &mut pen) };
    for overlay in &model.overlays {
        caret = match overlay {
            Overlay::Form(form) => form::draw(model, form, &mut pen),
            Overlay::Picker(picker) => picker::draw(model, picker, &mut pen),
            Overlay::Help { offset } => help::draw(model, *offset, &mut pen),
            Overlay::CheckIn(check_in) => check_in::draw(model, check_in, &mut pen),
            Overlay::Minutes => minutes::draw(model, &mut pen),
            Overlay::Notice(notice) => notice::draw(model, notice, &mut pen),
            Overlay::Clashes(clashes) => clashes::draw(model, clashes, &mut pen),
            Overlay::Asking(asking) => record::draw_asking(model, asking, &mut pen),
            Overlay::Aspects(walk) => aspects::draw(model, walk, &mut pen),
            Overlay::Search => search::draw(model, &mut pen),
            Overlay::Papers(papers) => papers::draw(model, papers, &mut pen),
            Overlay::Intake(intake) => intake::draw(model, intake, &mut pen),
            Overlay::ReadBack(read_back) => record::draw_read_back(model, read_back, &mut pen),
        };
    }
    footer::draw(model, &mut pen);
    caret
}

fn too_small(model: &Model, pen: &mut Pen) -> Caret {
    let text = model.words.too_small();
    for (row, part) in
        (0..model.height).zip(crate::text::wrap::wrap_lines(model.look.ruler, text, usize::from(model.width)))
    {
        pen.text(0, row, model.width, part, Tone::Strong);
    }
    None
}

fn council(model: &Model, pen: &mut Pen) -> Caret {
    let frame = model.frame();
    header::draw(model, frame.header, pen);
    strip::draw(model, frame.strip, pen);
    tabs::draw(model, frame.tabs, pen);
    let caret = match model.pane {
        Pane::Board if model.list_id() == ListId::Points => board::draw(model, pen),
        Pane::Board if model.list_id() == ListId::Trail => {
            trail::draw(model, pen);
            None
        }
        Pane::Board if model.list_id() == ListId::Sheet => sheet::draw(model, pen),
        Pane::Board if model.list_id() == ListId::Cases => cases::draw(model, pen),
        Pane::Board if model.list_id() == ListId::Signs => assessments::asking::draw(model, pen),
        Pane::Record => record::draw(model, pen),
        _ => {
            list::draw(model, pen);
            None
        }
    };
    if model.searching { list::search_caret(model) } else { caret }
}

/// The paragraphs of the detail of the pane on screen.
pub fn detail(model: &Model) -> Vec<Para> {
    match model.list_id() {
        ListId::Meetings => agenda::meeting_detail(model),
        ListId::Items => agenda::item_detail(model),
        ListId::Members => roster::member_detail(model),
        ListId::Organisations | ListId::Partners => partner::detail(model),
        ListId::Roles => roles::detail(model),
        ListId::Actions => actions::detail(model),
        ListId::Cases => cases::detail(model),
        ListId::Indicators => indicators::detail(model),
        ListId::Footings => footings::detail(model),
        ListId::Escalations => escalations::detail(model),
        ListId::Suggestions => suggestions::detail(model),
        ListId::Lens => lens::detail(model),
        ListId::Strengths => strengths::detail(model),
        ListId::Assessments => assessments::detail(model),
        ListId::Trail | ListId::Sheet | ListId::Points | ListId::Signs | ListId::Lines => Vec::new(),
    }
}

/// How many rows the detail of the pane on screen takes.
pub fn detail_height(model: &Model) -> usize {
    let page = match model.list_id() {
        ListId::Sheet => return sheet::hand_height(model),
        ListId::Points => board::page(model),
        ListId::Cases => cases::page(model),
        _ => None,
    };
    if let Some(page) = page {
        return page.height(model.look.ruler);
    }
    let width = model.split().detail.map_or(model.width, |area| area.width);
    list::wrapped(model.look.ruler, &detail(model), usize::from(width)).count()
}
