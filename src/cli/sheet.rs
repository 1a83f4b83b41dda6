//! A text for reading: headings, paragraphs and lists, wrapped to so many columns. Never cuts a text.

use crate::text::{ruler::Ruler, wrap::wrap_lines};

/// Below this a row is too short to read, whatever the terminal says.
const NARROWEST: usize = 20;
/// Where a text stands whose lead takes half the room.
const STEP: usize = 4;

/// The text so far. Each part begins a row of its own.
#[derive(Debug)]
pub struct Sheet {
    ruler: Ruler,
    cols: usize,
    text: String,
}

impl Sheet {
    pub fn new(ruler: Ruler, cols: usize) -> Self {
        Self { ruler, cols: cols.max(NARROWEST), text: String::new() }
    }

    pub fn para(&mut self, text: &str) {
        self.hung("", 0, text);
    }

    /// With a blank row before it, unless it is the first.
    pub fn heading(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.para(text);
    }

    pub fn bullet(&mut self, text: &str) {
        self.hung("・", 2, text);
    }

    /// A heading and its list; nothing without a list.
    pub fn bullets<T: AsRef<str>>(&mut self, heading: &str, texts: impl IntoIterator<Item = T>) {
        let mut texts = texts.into_iter().peekable();
        if texts.peek().is_some() {
            self.heading(heading);
            texts.for_each(|text| self.bullet(text.as_ref()));
        }
    }

    /// `lead` in a column of its own, and the text beside it; below it where the column takes half the room.
    pub fn hung(&mut self, lead: &str, column: usize, text: &str) {
        let beside = column * 2 <= self.cols;
        let indent = if beside { column } else { STEP };
        if !beside {
            self.row(lead);
        }
        let mut before = if beside { self.ruler.fit(lead, indent) } else { " ".repeat(indent) };
        for row in wrap_lines(self.ruler, text, self.cols - indent) {
            self.row(&format!("{before}{row}"));
            before = " ".repeat(indent);
        }
    }

    fn row(&mut self, row: &str) {
        self.text += row.trim_end();
        self.text.push('\n');
    }

    pub fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(cols: usize) -> Sheet {
        Sheet::new(Ruler::default(), cols)
    }

    #[test]
    fn parts_follow_each_other_and_headings_stand_apart() {
        let mut sheet = sheet(20);
        sheet.heading("ねらい");
        sheet.para("地域の困りごとを日ごろからつかむ。");
        sheet.bullets("問い", ["困ったとき、誰に電話しますか。"]);
        sheet.bullets("なし", Vec::<&str>::new());
        assert_eq!(
            sheet.finish(),
            "ねらい\n地域の困りごとを日ご\nろからつかむ。\n\n問い\n・困ったとき、誰に電\n  話しますか。\n"
        );
    }

    #[test]
    fn a_text_stands_beside_its_lead_where_there_is_room() {
        for (cols, expected) in [
            (30, "toyokawa    課ごとに働く保健師\n            が気づいた\n"),
            (20, "toyokawa\n    課ごとに働く保健\n    師が気づいた\n"),
        ] {
            let mut sheet = sheet(cols);
            sheet.hung("toyokawa", 12, "課ごとに働く保健師が気づいた");
            assert_eq!(sheet.finish(), expected);
        }
    }

    #[test]
    fn no_row_is_wider_than_the_terminal() {
        for cols in 20..60 {
            let mut sheet = sheet(cols);
            sheet.hung(
                "asahi-friends",
                15,
                "Went straight to a new ward mayor keen on health、ウォーキングを重点に",
            );
            assert!(sheet.finish().lines().all(|row| Ruler::default().width(row) <= cols), "{cols}");
        }
    }
}
