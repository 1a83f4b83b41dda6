//! Where things stand, as pure functions of the size. Shared by the view, the mouse and the settling of scrolls.

use super::{
    model::{ListId, Model, Pane},
    view::lens,
};
use ratatui::layout::{Margin, Rect};

/// Below this the program only says that it needs more room.
pub const SMALLEST: (u16, u16) = (40, 12);

/// The rows of the whole screen, top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    pub header: Rect,
    /// The ten points in one line; of no height on the board.
    pub strip: Rect,
    pub tabs: Rect,
    pub body: Rect,
    pub footer: Rect,
}

pub fn frame(width: u16, height: u16, pane: Pane) -> Frame {
    let strip_height = u16::from(pane != Pane::Board);
    let row = |y: u16, height: u16| Rect { x: 0, y, width, height };
    let top = 2 + strip_height;
    Frame {
        header: row(0, 1),
        strip: row(1, strip_height),
        tabs: row(1 + strip_height, 1),
        body: row(top, height.saturating_sub(top + 1)),
        footer: row(height.saturating_sub(1), 1),
    }
}

/// A list and its detail: side by side, one above the other, or one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split {
    pub list: Rect,
    pub detail: Option<Rect>,
}

/// A body of at least this many columns has its detail at the side.
pub const WIDE: u16 = 96;
/// The table of partners keeps the whole body up to this width.
const BESIDE_TABLE: u16 = 140;
/// A narrower body of at least this many rows has its detail below.
const TALL: u16 = 16;

/// How a body is shared. One row above each list is kept for its title by the caller.
pub fn split(body: Rect, detail_open: bool) -> Split {
    if body.width >= WIDE {
        let list = body.width * 11 / 20;
        return Split {
            list: Rect { width: list, ..body },
            detail: Some(Rect { x: body.x + list + 2, width: body.width - list - 2, ..body }),
        };
    }
    if body.height >= TALL {
        let list = body.height * 11 / 20;
        return Split {
            list: Rect { height: list, ..body },
            detail: Some(Rect { y: body.y + list + 1, height: body.height - list - 1, ..body }),
        };
    }
    one_at_a_time(body, detail_open)
}

/// The list beside its detail, or of so many rows above it: both always show.
fn shared(body: Rect, list: u16) -> Split {
    if body.width >= WIDE {
        return split(body, false);
    }
    // The rule between them and a row of the detail.
    let list = list.min(body.height.saturating_sub(2));
    Split {
        list: Rect { height: list, ..body },
        detail: Some(Rect { y: body.y + list + 1, height: body.height - list - 1, ..body }),
    }
}

/// The list, or the opened record in its place. The map of the board is always shared so: it wants the whole body.
fn one_at_a_time(body: Rect, detail_open: bool) -> Split {
    if detail_open {
        Split { list: Rect { height: 0, ..body }, detail: Some(body) }
    } else {
        Split { list: body, detail: None }
    }
}

/// A list of few rows above what its chosen row says, however low the body is.
fn below_a_few(body: Rect) -> Split {
    let list = (body.height / 3).max(3);
    Split {
        list: Rect { height: list, ..body },
        detail: Some(Rect { y: body.y + list + 1, height: body.height - list - 1, ..body }),
    }
}

/// The sign in hand above, for the room to read, and the list of all below it.
fn asking(body: Rect) -> Split {
    let panel = (body.height * 3 / 5).clamp(11, 20).min(body.height.saturating_sub(4));
    Split {
        list: Rect { y: body.y + panel + 1, height: body.height - panel - 1, ..body },
        detail: Some(Rect { height: panel, ..body }),
    }
}

/// What a popup's box leaves for its content; nothing where it has no room.
pub fn inside(popup: Rect) -> Rect {
    popup.inner(Margin::new(1, 1))
}

/// The list over all columns, and below it a few rows in which the chosen record begins.
const fn begun_below(body: Rect) -> Split {
    let below = if body.height < 24 { body.height / 3 } else { 8 };
    let list = body.height - below - 1;
    Split {
        list: Rect { height: list, ..body },
        detail: Some(Rect { y: body.y + list + 1, height: below, ..body }),
    }
}

impl Model {
    /// The size everything is laid out for. A screen too small to draw on counts as the smallest, so every layout has that room.
    fn size(&self) -> (u16, u16) {
        (self.width.max(SMALLEST.0), self.height.max(SMALLEST.1))
    }

    /// A popup of the wished size in the middle above the footer, with a row of air where there is room.
    pub fn popup(&self, wish_width: u16, wish_height: u16) -> Rect {
        let (width, height) = self.size();
        let (w, h) = (wish_width.min(width - 2), wish_height.min(height - 3));
        Rect { x: (width - w) / 2, y: (height - 1 - h) / 2, width: w, height: h }
    }

    pub fn frame(&self) -> Frame {
        let (width, height) = self.size();
        frame(width, height, self.pane)
    }

    /// The list and detail of the pane on screen. The list's first row is its title.
    pub fn split(&self) -> Split {
        let (body, detail) = (self.frame().body, self.list().detail);
        match self.list_id() {
            ListId::Points => one_at_a_time(body, detail),
            ListId::Sheet => one_at_a_time(body, false),
            ListId::Cases if detail => one_at_a_time(body, detail),
            ListId::Cases => begun_below(body),
            ListId::Signs => asking(body),
            ListId::Assessments if body.width < WIDE => below_a_few(body),
            // A chart cut in half says nothing.
            ListId::Trail => one_at_a_time(body, false),
            ListId::Lens if detail => one_at_a_time(body, true),
            ListId::Lens => shared(body, lens::height(self)),
            ListId::Strengths => shared(body, body.height * 3 / 5),
            ListId::Indicators if body.width < WIDE => one_at_a_time(body, detail),
            ListId::Partners if body.width < BESIDE_TABLE => one_at_a_time(body, detail),
            _ => split(body, detail),
        }
    }

    /// The rows of the list below its title, and below the heads of its columns where it is a table.
    pub fn list_area(&self) -> Rect {
        let list = self.split().list;
        let above = if self.list_id() == ListId::Partners { 2 } else { 1 };
        Rect { y: list.y + above, height: list.height.saturating_sub(above), ..list }
    }
}
