//! Paragraphs and what is in them. Line feeds become line breaks, tabs tabs, and what is hidden a mark.

use crate::text::clean::shown;
use docx_rs::{BreakType, Paragraph, Run};

/// A paragraph in one style.
pub fn paragraph(style: &str, text: &str) -> Paragraph {
    Paragraph::new().style(style).add_run(run(text))
}

/// Text with the lines somebody began in it.
pub fn run(text: &str) -> Run {
    let shown = shown(text);
    let mut run = Run::new();
    for (at, line) in shown.split('\n').enumerate() {
        if at > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (at, piece) in line.split('\t').enumerate() {
            if at > 0 {
                run = run.add_tab();
            }
            if !piece.is_empty() {
                run = run.add_text(piece);
            }
        }
    }
    run
}
