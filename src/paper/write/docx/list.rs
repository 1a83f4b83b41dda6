//! Bullets and numbers that are Word's own: each list is numbered from 1, and an item that is put in between moves the others on.

use super::text::paragraph;
use crate::words::Lang;
use docx_rs::{
    AbstractNumbering, IndentLevel, Level, LevelJc, LevelOverride, LevelSuffixType, LevelText, NumberFormat,
    Numbering, NumberingId, Numberings, Paragraph, SpecialIndentType, Start,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Bullet,
    Number,
}

/// Definitions of marks, 1 being one that `docx-rs` puts in by itself.
const BULLETS: usize = 2;
const NUMBERS: usize = 3;
/// Two figures want more room before the text.
const LONG_NUMBERS: usize = 4;

/// A letter of the text, in twentieths of a point.
const LETTER: i32 = 210;

/// The lists begun so far, by which definition each is marked.
#[derive(Default)]
pub struct Lists(Vec<usize>);

impl Lists {
    /// The number of a new list.
    pub fn begin(&mut self, mark: Mark, items: usize) -> usize {
        self.0.push(match mark {
            Mark::Bullet => BULLETS,
            Mark::Number if items < 10 => NUMBERS,
            Mark::Number => LONG_NUMBERS,
        });
        // 1 is taken as well.
        self.0.len() + 1
    }

    pub fn numberings(&self, lang: Lang) -> Numberings {
        let (figures, number) = match lang {
            Lang::Ja => ("decimalFullWidth", "%1"),
            Lang::En => ("decimal", "%1."),
        };
        let bullet = match lang {
            Lang::Ja => "・",
            Lang::En => "•",
        };
        let definitions = Numberings::new()
            .add_abstract_numbering(definition(BULLETS, "bullet", bullet, LETTER))
            .add_abstract_numbering(definition(NUMBERS, figures, number, 2 * LETTER))
            .add_abstract_numbering(definition(LONG_NUMBERS, figures, number, 3 * LETTER));
        (2..).zip(&self.0).fold(definitions, |numberings, (list, definition)| {
            let from_one = LevelOverride::new(0).start(1);
            numberings.add_numbering(Numbering::new(list, *definition).add_override(from_one))
        })
    }
}

fn definition(id: usize, format: &str, text: &str, indent: i32) -> AbstractNumbering {
    let level =
        Level::new(0, Start::new(1), NumberFormat::new(format), LevelText::new(text), LevelJc::new("left"));
    // A dot in the middle of its letter needs no room after it.
    let suffix = if text == "・" { LevelSuffixType::Nothing } else { LevelSuffixType::Tab };
    AbstractNumbering::new(id).add_level(level.suffix(suffix).indent(
        Some(indent),
        Some(SpecialIndentType::Hanging(indent)),
        None,
        None,
    ))
}

/// An item of the list of this number.
pub fn item(mark: Mark, list: usize, text: &str) -> Paragraph {
    let style = match mark {
        Mark::Bullet => "ListBullet",
        Mark::Number => "ListNumber",
    };
    paragraph(style, text).numbering(NumberingId::new(list), IndentLevel::new(0))
}
