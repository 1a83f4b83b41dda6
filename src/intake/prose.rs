//! Minutes typed elsewhere as lines, each with what it may be the heading of. Never knows an agenda, and drops nothing but the signs of
//! Markdown.

use super::docx::{Block, Paragraph};
use crate::{
    domain::decide::import::minutes::{Heading, Sort},
    text::{
        clean::{clean_text, split_paste},
        fold::fold,
    },
};

/// One line, or one paragraph of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands, counted from 1: the line of a text, the paragraph or row of a document.
    pub line: usize,
    pub text: String,
    pub heading: Option<Heading>,
}

/// The level of what is no heading in the text itself: nothing stands below it.
const DEEPEST: u8 = u8::MAX;
/// No title of an item is longer, in characters.
const LONGEST_TITLE: usize = 60;
/// No label before what is said is longer, in characters.
const LONGEST_LABEL: usize = 20;

/// The lines of a text, in Markdown or plain.
pub fn passages(text: &str) -> Vec<Passage> {
    let lines = (1..).zip(split_paste(text));
    lines.flat_map(|(line, text)| of_line(line, &text)).filter(|it| !it.text.trim().is_empty()).collect()
}

/// The paragraphs of a document, and the rows of its tables.
pub fn passages_of_docx(blocks: &[Block]) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut line = 0;
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                line += 1;
                passages.extend(of_paragraph(line, paragraph));
            }
            Block::Table(rows) => {
                for cells in rows {
                    line += 1;
                    passages.extend(of_cells(line, cells));
                }
            }
        }
    }
    passages.retain(|it| !it.text.trim().is_empty());
    passages
}

fn of_paragraph(line: usize, paragraph: &Paragraph) -> Vec<Passage> {
    let text = clean_text(&paragraph.text);
    match paragraph.level {
        Some(level) => vec![set(line, &text.replace('\n', " "), level)],
        // A line break within a paragraph is one for whoever reads it.
        None => text.lines().map(|text| plain(line, without_bullet(text))).collect(),
    }
}

fn of_line(line: usize, text: &str) -> Vec<Passage> {
    let trimmed = text.trim();
    let level = trimmed.bytes().take_while(|byte| *byte == b'#').count();
    let rest = &trimmed[level..];
    if (1..=6).contains(&level) && rest.starts_with([' ', '\u{3000}']) {
        return vec![set(line, rest.trim().trim_end_matches(['#', ' ']), level as u8)];
    }
    if is_rule(trimmed) {
        return Vec::new();
    }
    match trimmed.strip_prefix('|').and_then(|row| row.strip_suffix('|')) {
        Some(row) => of_cells(line, &row.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()),
        None => vec![plain(line, &without_bullet(text).replace("**", ""))],
    }
}

/// The row of a table: who, and what was said; other cells side by side.
fn of_cells(line: usize, cells: &[String]) -> Vec<Passage> {
    let cells: Vec<String> = cells.iter().map(|cell| clean_text(cell).trim().to_owned()).collect();
    let cells: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    let text = match cells[..] {
        [label, said] if is_label(label) => format!("{label}：{said}"),
        _ => cells.join("  "),
    };
    let mut lines = text.lines();
    let first = lines.next().map(|text| plain(line, text));
    first
        .into_iter()
        .chain(lines.map(|more| Passage { line, text: format!("……{more}"), heading: None }))
        .collect()
}

fn is_label(cell: &str) -> bool {
    !cell.contains('\n') && cell.chars().count() <= LONGEST_LABEL
}

/// A line under a heading of Markdown, or between two parts: `---`, `|---|---|`.
fn is_rule(text: &str) -> bool {
    text.len() >= 3 && text.contains("---") && text.chars().all(|c| matches!(c, '-' | '|' | ':' | ' '))
}

fn without_bullet(text: &str) -> &str {
    let start = text.trim_start();
    let bullet =
        ["- ", "* ", "+ ", "• ", "・", "●", "■", "◆"].into_iter().find_map(|it| start.strip_prefix(it));
    bullet.map_or(text, str::trim_start)
}

/// What is set as a heading.
fn set(line: usize, text: &str, level: u8) -> Passage {
    let text = text.trim();
    let heading = match itemised(text).or_else(|| numbered(text)) {
        Some(heading) if heading.sort == Sort::Item => Heading { level, ..heading },
        Some(heading) => Heading { sort: Sort::Set, level, ..heading },
        None => Heading { number: None, title: text.to_owned(), sort: Sort::Set, level },
    };
    Passage { line, text: text.to_owned(), heading: Some(heading) }
}

fn plain(line: usize, text: &str) -> Passage {
    let trimmed = text.trim();
    let bare = || Heading { number: None, title: trimmed.to_owned(), sort: Sort::Bare, level: DEEPEST };
    let heading = (trimmed.chars().count() <= LONGEST_TITLE)
        .then(|| itemised(trimmed).or_else(|| numbered(trimmed)).unwrap_or_else(bare));
    Passage { line, text: text.to_owned(), heading }
}

/// `議題2 …`, `議題（２）：…`, `協議事項1 …`, `第2号議案 …`, `議案第2号 …`, `Item 2: …`. What only names an item and bears no words of
/// its own is a command of the capture language.
fn itemised(text: &str) -> Option<Heading> {
    const BEFORE: [&str; 9] =
        ["議題", "議事", "協議事項", "報告事項", "審議事項", "案件", "議案第", "agenda item", "item"];
    let lower = text.to_lowercase();
    let rest = match text.strip_prefix('第') {
        Some(rest) => {
            let (number, rest) = figures(rest)?;
            return titled(Some(number), rest.strip_prefix("号議案")?);
        }
        // The letters of the marks are as long in lower case.
        None => &text[BEFORE.iter().find(|mark| lower.starts_with(**mark))?.len()..],
    };
    let rest = rest.trim_start().trim_start_matches(['（', '(', '第']);
    let (number, rest) = figures(rest)?;
    titled(Some(number), rest.trim_start_matches(['）', ')', '号']))
}

fn titled(number: Option<u32>, rest: &str) -> Option<Heading> {
    let title = rest.trim_start_matches(is_joint).trim();
    let parted = rest.len() > rest.trim_start_matches(is_joint).len() || rest.starts_with(['「', '『']);
    (parted && !title.is_empty()).then(|| Heading {
        number,
        title: title.trim_matches(['「', '」', '『', '』']).to_owned(),
        sort: Sort::Item,
        level: DEEPEST,
    })
}

/// `(2) …`, `２．…`, `2 …`, `②…`
fn numbered(text: &str) -> Option<Heading> {
    let circled = text.chars().next().filter(|c| ('①'..='⑳').contains(c));
    let (number, rest) = match circled {
        Some(c) => (u32::from(c) - u32::from('①') + 1, &text[c.len_utf8()..]),
        None => {
            let inner = text.strip_prefix(['（', '(']);
            let (number, rest) = figures(inner.unwrap_or(text))?;
            match inner {
                Some(_) => (number, rest.strip_prefix(['）', ')'])?),
                None if rest.starts_with(is_joint) => (number, rest),
                None => return None,
            }
        }
    };
    let title = rest.trim_start_matches(is_joint).trim();
    (!title.is_empty()).then(|| Heading {
        number: Some(number),
        title: title.to_owned(),
        sort: Sort::Numbered,
        level: DEEPEST,
    })
}

/// What stands between a number and what it counts.
fn is_joint(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | '．' | '、' | '：' | ':' | ')' | '）')
}

/// A number at the start, full or half width, and what follows it.
fn figures(text: &str) -> Option<(u32, &str)> {
    let is_figure = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let end = text.find(|c| !is_figure(c)).unwrap_or(text.len());
    Some((fold(&text[..end]).parse().ok()?, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(text: &str) -> Vec<(Option<u32>, String, Sort)> {
        let found = passages(text).into_iter().filter_map(|it| it.heading);
        found.map(|it| (it.number, it.title, it.sort)).collect()
    }

    #[test]
    fn items_are_known_by_their_marks() {
        for text in [
            "議題2 来年度の計画",
            "議題（２）：来年度の計画",
            "第2号議案　来年度の計画",
            "議案第2号 来年度の計画",
            "## 議事２　来年度の計画",
            "Item 2: 来年度の計画",
        ] {
            assert_eq!(headings(text), [(Some(2), "来年度の計画".into(), Sort::Item)], "{text}");
        }
        for text in ["(2) 来年度の計画", "２．来年度の計画", "2 来年度の計画", "②来年度の計画"]
        {
            assert_eq!(headings(text), [(Some(2), "来年度の計画".into(), Sort::Numbered)], "{text}");
        }
        assert_eq!(headings("### 2. 来年度の計画"), [(Some(2), "来年度の計画".into(), Sort::Set)]);
        assert_eq!(headings("議題2"), [(None, "議題2".into(), Sort::Bare)]);
        assert_eq!(headings("2026年の計画"), [(None, "2026年の計画".into(), Sort::Bare)]);
    }

    #[test]
    fn the_signs_of_markdown_go_and_rows_are_who_said_what() {
        let text = "- **決定**：配る\n\n---\n| 発言者 | 発言 |\n|---|---|\n| 会長 | はい |\n";
        let lines: Vec<(usize, String)> = passages(text).into_iter().map(|it| (it.line, it.text)).collect();
        assert_eq!(lines, [(1, "決定：配る".into()), (4, "発言者：発言".into()), (6, "会長：はい".into())]);
    }

    #[test]
    fn cells_of_several_lines_go_on() {
        let rows = vec![vec!["会長".to_owned(), "一つ目。\n二つ目。".to_owned()]];
        let texts: Vec<String> =
            passages_of_docx(&[Block::Table(rows)]).into_iter().map(|it| it.text).collect();
        assert_eq!(texts, ["会長：一つ目。", "……二つ目。"]);
    }
}
