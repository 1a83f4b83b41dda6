//! Markdown (CommonMark with the tables of GitHub). What was typed is what is read: every character with a meaning is escaped, and
//! one that a terminal would obey or nobody would see comes as a mark.

use super::plain::SIGN_HERE;
use crate::paper::document::{Block, Document, Fact, Table};
use crate::text::clean::shown;

/// The document as Markdown, with a line feed at the end.
pub fn write(document: &Document) -> String {
    let (above, below) = document.around_title();
    let mut parts: Vec<String> = above.iter().map(block).collect();
    parts.push(format!("# {}", on_one_line(&document.title)));
    parts.extend(below.iter().map(block));
    parts.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text } => {
            format!("{} {}", "#".repeat(usize::from(*level) + 1), on_one_line(text))
        }
        Block::Paragraph(text) | Block::Right(text) | Block::Centred(text) => flowing(text, ""),
        Block::Speech { speaker, text } if speaker.is_empty() => flowing(text, ""),
        Block::Speech { speaker, text } => format!("**{}** {}", on_one_line(speaker), flowing(text, "")),
        Block::Bars(bars) => table(&bars.to_table()),
        Block::Signatures(names) => {
            let lines: Vec<String> = names.iter().map(|name| format!("{name}　{SIGN_HERE}")).collect();
            list(lines.iter().map(|line| ("- ".to_owned(), line)))
        }
        Block::Room(room) => table(&room.to_table()),
        Block::Facts(facts) => facts.iter().map(fact).collect::<Vec<_>>().join("\n"),
        Block::Bullets(items) => list(items.iter().map(|item| ("- ".to_owned(), item))),
        Block::Numbered(items) => list((1..).zip(items).map(|(number, item)| (format!("{number}. "), item))),
        Block::Table(rows) => table(rows),
    }
}

fn list<'a>(items: impl Iterator<Item = (String, &'a String)>) -> String {
    let lines = items.map(|(mark, text)| format!("{mark}{}", flowing(text, &" ".repeat(mark.len()))));
    lines.collect::<Vec<_>>().join("\n")
}

fn fact(fact: &Fact) -> String {
    let label = on_one_line(&fact.label);
    match &fact.values[..] {
        [value] => format!("- **{label}**: {}", flowing(value, "  ")),
        values => {
            let inner = values.iter().map(|value| format!("\n  - {}", flowing(value, "    ")));
            format!("- **{label}**:{}", inner.collect::<String>())
        }
    }
}

fn table(table: &Table) -> String {
    let row = |cells: &[String]| {
        let text = |cell: &String| if cell.is_empty() { String::new() } else { broken(cell, "<br>") };
        let cells: Vec<String> = cells.iter().map(text).collect();
        format!("| {} |", cells.join(" | "))
    };
    let rule = format!("|{}", " --- |".repeat(table.head.len()));
    let head = [row(&table.head), rule];
    head.into_iter().chain(table.rows.iter().map(|cells| row(cells))).collect::<Vec<_>>().join("\n")
}

/// Text whose own lines are kept with hard breaks; `indent` keeps them inside a list item.
fn flowing(text: &str, indent: &str) -> String {
    broken(text, &format!("\\\n{indent}"))
}

fn on_one_line(text: &str) -> String {
    broken(text, " ")
}

fn broken(text: &str, between: &str) -> String {
    shown(text).split('\n').map(escaped).collect::<Vec<_>>().join(between)
}

/// One line that reads as it was typed, wherever in a block it stands.
fn escaped(line: &str) -> String {
    // A space at either end would be dropped, and four of them would make code; a line of nothing would end the paragraph.
    let text = line.trim_matches([' ', '\t']);
    if text.is_empty() {
        return if line.is_empty() { "&#32;".to_owned() } else { spaces(line) };
    }
    let lead = line.len() - line.trim_start_matches([' ', '\t']).len();
    let mut out = spaces(&line[..lead]);
    let mark = if out.is_empty() { block_mark(text) } else { None };
    for (at, char) in text.char_indices() {
        if mark == Some(at) || is_active(char, &text[at + char.len_utf8()..]) {
            out.push('\\');
        }
        out.push(char);
    }
    out + &spaces(&line[lead + text.len()..])
}

/// Spaces and tabs as references, which no reader trims.
fn spaces(blank: &str) -> String {
    blank.chars().map(|char| if char == '\t' { "&#9;" } else { "&#32;" }).collect()
}

/// Where a backslash keeps the line from opening a heading, quotation, list or rule.
fn block_mark(text: &str) -> Option<usize> {
    if text.starts_with(['#', '>', '-', '+', '=']) {
        return Some(0);
    }
    let digits = text.len() - text.trim_start_matches(|char: char| char.is_ascii_digit()).len();
    let numbers = matches!(&text.as_bytes()[digits..], [b'.' | b')'] | [b'.' | b')', b' ' | b'\t', ..]);
    (digits > 0 && numbers).then_some(digits)
}

/// Characters with a meaning inside a line.
fn is_active(char: char, after: &str) -> bool {
    match char {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~' | '$' => true,
        '&' => after.starts_with(|next: char| next == '#' || next.is_ascii_alphanumeric()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn a_line_reads_as_it_was_typed() {
        for (typed, written) in [
            ("各課で年2回更新する。", "各課で年2回更新する。"),
            ("# 見出しではない", "\\# 見出しではない"),
            ("- 箇条書きではない", "\\- 箇条書きではない"),
            ("---", "\\---"),
            ("===", "\\==="),
            ("+5%", "\\+5%"),
            ("> 引用ではない", "\\> 引用ではない"),
            ("1. 番号ではない", "1\\. 番号ではない"),
            ("12) 番号ではない", "12\\) 番号ではない"),
            ("2026年", "2026年"),
            ("43.0→65.7", "43.0→65.7"),
            ("*強調* _強調_ `符号` ~~取消~~", "\\*強調\\* \\_強調\\_ \\`符号\\` \\~\\~取消\\~\\~"),
            ("[資料](1)<br>&amp; A & B", "\\[資料\\](1)\\<br>\\&amp; A & B"),
            ("a|b\\", "a\\|b\\\\"),
            ("    字下げ ", "&#32;&#32;&#32;&#32;字下げ&#32;"),
            ("\t- 表", "&#9;- 表"),
            ("　全角の字下げ", "　全角の字下げ"),
            ("", "&#32;"),
            ("  ", "&#32;&#32;"),
        ] {
            assert_eq!(escaped(typed), written);
        }
    }

    #[test]
    fn nothing_hidden_gets_into_a_paper() {
        let hostile = "a\u{1b}]8;;http://b\u{7}\u{202e}c\rd".to_owned();
        let document =
            Document { blocks: vec![Block::Paragraph(hostile.clone())], ..Document::new(Lang::Ja, hostile) };
        assert_eq!(write(&document), "# a▯\\]8;;http://b▯▯c▯d\n\na▯\\]8;;http://b▯▯c▯d\n");
    }

    #[test]
    fn lines_stay_lines_in_every_block() {
        let text = "一行目\n- 二行目".to_owned();
        assert_eq!(flowing(&text, ""), "一行目\\\n\\- 二行目");
        assert_eq!(block(&Block::Bullets(vec![text.clone()])), "- 一行目\\\n  \\- 二行目");
        let rows = Table { head: vec!["内容".into()], rows: vec![vec![text]], widths: Vec::new() };
        assert_eq!(table(&rows), "| 内容 |\n| --- |\n| 一行目<br>\\- 二行目 |");
    }
}
