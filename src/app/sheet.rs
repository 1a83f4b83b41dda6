//! The plan-and-evaluation sheet as the screen holds it: the column in hand, and the cell being written in. Never changes the sheet.

use super::model::{BoardView, ListId, Model};
use crate::{
    domain::{Column, id::RowId},
    text::editor::Editor,
};

#[derive(Clone, Debug)]
pub struct SheetState {
    /// The column in hand; the row in hand is the chosen one of the list.
    pub column: Column,
    /// Last year's text was asked for where it does not show by itself.
    pub beside: bool,
    pub writing: Option<Writing>,
    /// The last cell given up half way: it goes on from there when it is taken up again.
    pub given_up: Option<Writing>,
}

/// A cell being written in where it stands.
#[derive(Clone, Debug)]
pub struct Writing {
    pub row: RowId,
    pub column: Column,
    pub editor: Editor,
    /// The last change of the council when the cell was put into the editor.
    pub seq: u64,
}

impl Default for SheetState {
    fn default() -> Self {
        Self { column: Column::Programme, beside: false, writing: None, given_up: None }
    }
}

impl Model {
    /// The fiscal year of the sheet on the board pane, if a sheet is there.
    pub const fn sheet_year(&self) -> Option<i32> {
        match self.board_view {
            BoardView::Sheet(year) => Some(year),
            _ => None,
        }
    }

    /// The cell written in, while its sheet shows.
    pub fn writing(&self) -> Option<&Writing> {
        self.sheet.writing.as_ref().filter(|_| self.list_id() == ListId::Sheet)
    }
}
