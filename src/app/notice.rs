//! Something to be read before going on, in a popup over the panes: what came up while a council was opened, or a question that one
//! key must not answer by mistake. Says what it is given, and decides nothing.

use super::{look::Tone, model::Model, msg::Trouble, overlay::Overlay, row::Para};
use crate::words::Mark;

/// A part of a notice.
#[derive(Clone, Debug)]
pub enum Piece {
    Para(Para),
    /// A line of a file, with a caret under the place that is wrong.
    Mark(Mark),
}

#[derive(Clone, Debug)]
pub struct Notice {
    pub title: String,
    pub pieces: Vec<Piece>,
    /// How far it is scrolled.
    pub offset: usize,
    /// What F2 does where the notice is a question. Every other answer is no.
    pub yes: Option<fn(&mut Model)>,
}

impl Notice {
    pub fn new(title: impl Into<String>, pieces: Vec<Piece>) -> Self {
        Self { title: title.into(), pieces, offset: 0, yes: None }
    }

    /// Tells of troubles: what each is, where, and what to do about it.
    pub fn of(title: impl Into<String>, troubles: &[Trouble]) -> Self {
        let gap = [Piece::Para(Para::blank())];
        let parts: Vec<Vec<Piece>> = troubles.iter().map(pieces).collect();
        Self::new(title, parts.join(&gap[..]))
    }

    /// The same with a last paragraph.
    #[must_use]
    pub fn ending(mut self, para: Para) -> Self {
        self.pieces.extend([Para::blank(), para].map(Piece::Para));
        self
    }

    pub fn asking(title: impl Into<String>, paras: Vec<Para>, yes: fn(&mut Model)) -> Self {
        let pieces = paras.into_iter().map(Piece::Para).collect();
        Self { yes: Some(yes), ..Self::new(title, pieces) }
    }
}

fn pieces(trouble: &Trouble) -> Vec<Piece> {
    let what = Piece::Para(Para::new(&trouble.what, Tone::Strong));
    let mark = trouble.mark.clone().map(Piece::Mark);
    let todo = (!trouble.todo.is_empty()).then(|| Piece::Para(Para::plain(&trouble.todo)));
    std::iter::once(what).chain(mark).chain(todo).collect()
}

impl Model {
    /// Lays a notice over whatever is there.
    pub fn notify(&mut self, notice: Notice) {
        self.overlays.push(Overlay::Notice(notice));
    }
}
