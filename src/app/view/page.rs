//! A long text under headings, scrolled as a whole: one column, or two side by side where there is room. Never knows what it tells.

use super::list::{draw_paras, wrapped};
use crate::{
    app::{layout::WIDE, look::Tone, pen::Pen, row::Para},
    text::ruler::Ruler,
};
use ratatui::layout::Rect;

/// A heading, its paragraphs, and a blank row after them.
#[derive(Debug)]
pub struct Section {
    pub heading: String,
    pub paras: Vec<Para>,
}

impl Section {
    /// Nothing without paragraphs.
    pub fn new(heading: impl Into<String>, paras: Vec<Para>) -> Option<Self> {
        (!paras.is_empty()).then(|| Self { heading: heading.into(), paras })
    }

    fn rows(&self) -> Vec<Para> {
        let heading = (!self.heading.is_empty()).then(|| Para::new(&self.heading, Tone::Accent));
        heading.into_iter().chain(self.paras.iter().cloned()).chain([Para::blank()]).collect()
    }
}

/// The columns of a page and where they stand.
#[derive(Debug)]
pub struct Page {
    columns: Vec<(Rect, Vec<Section>)>,
}

impl Page {
    /// Is there room for two columns?
    pub const fn is_wide(area: Rect) -> bool {
        // A screen has a column of air at each side of its text.
        area.width + 2 >= WIDE
    }

    pub fn one(area: Rect, sections: Vec<Section>) -> Self {
        Self { columns: vec![(area, sections)] }
    }

    pub fn two(area: Rect, columns: [Vec<Section>; 2]) -> Self {
        let half = area.width / 2;
        let right = Rect { x: area.x + half + 1, width: area.width - half - 1, ..area };
        Self { columns: [Rect { width: half - 2, ..area }, right].into_iter().zip(columns).collect() }
    }

    pub fn draw(&self, offset: usize, pen: &mut Pen) {
        for (at, (area, sections)) in self.columns.iter().enumerate() {
            if at > 0 {
                pen.bar(area.x - 2, area.y, area.bottom(), Tone::Dim);
            }
            let rows: Vec<Para> = sections.iter().flat_map(Section::rows).collect();
            draw_paras(&rows, offset, *area, pen);
        }
    }

    /// How many rows it takes.
    pub fn height(&self, ruler: Ruler) -> usize {
        let heights = self.columns.iter().map(|(area, sections)| {
            sections.iter().map(|section| height(ruler, section, *area)).sum::<usize>()
        });
        heights.max().unwrap_or(0)
    }

    /// The rows its headings stand in, from the top.
    pub fn headings(&self, ruler: Ruler) -> Vec<usize> {
        let mut rows = Vec::new();
        for (area, sections) in &self.columns {
            let mut row = 0;
            for section in sections {
                rows.push(row);
                row += height(ruler, section, *area);
            }
        }
        rows.sort_unstable();
        rows.dedup();
        rows
    }
}

fn height(ruler: Ruler, section: &Section, area: Rect) -> usize {
    wrapped(ruler, &section.rows(), usize::from(area.width)).count()
}
