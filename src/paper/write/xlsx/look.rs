//! How cells look, and how wide and high they have to be. Nothing here writes a cell.

use crate::{paper::document::PAPER, text::wrap::wrap_lines, words::Lang};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const FONT: &str = "游ゴシック";
/// Of Shift_JIS: Excel then picks a Japanese font where this one is missing.
const CHARSET: u8 = 128;

/// A row of one line and a column, as Excel has them with this font.
pub const ROW_PIXELS: u32 = 25;
pub const COLUMN_PIXELS: u32 = 72;

/// A line of a wrapped cell, in points, and the highest row there is.
const LINE: f64 = 18.0;
const HIGHEST: f64 = 409.0;

const GREY: u32 = 0x007F_7F7F;
const HEAD: u32 = 0x00ED_EDED;
const WAITING: u32 = 0x00FF_F7DC;

/// The formats of a book.
pub struct Look {
    pub plain: Format,
    pub title: Format,
    /// Lines over and under the table.
    pub line: Format,
    pub head: Format,
    pub text: Format,
    /// A text of one or two letters, chosen from a few.
    pub mark: Format,
    pub number: Format,
    pub day: Format,
    /// The letters a day wants, or Excel shows hatches instead.
    pub day_width: u16,
    /// Laid over a cell as long as nothing is in it.
    pub waiting: Format,
    /// The sheet of the choices that are too many for a cell.
    pub choices_name: &'static str,
}

impl Look {
    pub fn of(lang: Lang) -> Self {
        let (day, day_width, choices_name) = match lang {
            // R8.11.21(土)
            Lang::Ja => ("[$-411]ge.m.d(aaa)", 13, "選択肢"),
            // 21 Nov 2026 (Sat)
            Lang::En => ("[$-409]d mmm yyyy (ddd)", 18, "Choices"),
        };
        let plain = Format::new()
            .set_font_name(FONT)
            .set_font_charset(CHARSET)
            .set_font_size(11)
            .set_align(FormatAlign::VerticalCenter);
        let line = plain.clone().set_text_wrap().set_align(FormatAlign::Top);
        let boxed = line.clone().set_border(FormatBorder::Thin).set_border_color(Color::RGB(GREY));
        let head = boxed.clone().set_background_color(Color::RGB(HEAD)).set_bold();
        Self {
            title: plain.clone().set_bold().set_font_size(14),
            head: head.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter),
            // An apostrophe nobody sees: the text stays text when somebody edits it.
            text: boxed.clone().set_quote_prefix(),
            mark: boxed.clone().set_quote_prefix().set_align(FormatAlign::Center),
            number: boxed.clone(),
            day: boxed.set_num_format(day).set_align(FormatAlign::Left),
            waiting: Format::new().set_background_color(Color::RGB(WAITING)),
            day_width,
            plain,
            line,
            choices_name,
        }
    }
}

/// How high a row is in points if its texts are wrapped in these columns of letters.
pub fn height<'a>(cells: impl Iterator<Item = (&'a str, usize)>) -> f64 {
    let lines = cells.map(|(text, columns)| wrap_lines(PAPER, text, columns.max(1)).len()).max().unwrap_or(1);
    // No sheet shows more lines than the highest row.
    (f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * LINE + 1.0).min(HIGHEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_as_high_as_its_longest_cell() {
        let height = |cells: &[(&str, usize)]| height(cells.iter().copied());
        assert_eq!(height(&[("移動支援", 8), ("あ", 8)]), LINE + 1.0);
        assert_eq!(height(&[("移動支援", 6), ("あ", 8)]), 2.0 * LINE + 1.0);
        assert_eq!(height(&[("一\n二\n三", 20)]), 3.0 * LINE + 1.0);
        assert_eq!(height(&[(&"長".repeat(9000), 10)]), HIGHEST);
    }
}
