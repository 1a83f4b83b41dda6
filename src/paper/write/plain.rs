//! Plain text for pasting into a letter or a word processor: one paragraph is one line, nothing is wrapped or lined up.
//!
//! Tables are rows of cells parted by tabs, which a word processor turns into a table. A character that a terminal would obey or
//! nobody would see comes as a mark.

use crate::paper::document::{Block, Document, Fact, Table};
use crate::{text::clean::shown, words::Lang};

/// Indents what belongs to the line above; a full-width space, because a word processor keeps it.
const INDENT: &str = "　";

/// The line somebody signs on.
pub const SIGN_HERE: &str = "＿＿＿＿＿＿＿＿＿＿";

/// The document as plain text, with a line feed at the end.
pub fn write(document: &Document) -> String {
    let mut out = String::new();
    let (above, below) = document.around_title();
    write_blocks(&mut out, above, document.lang);
    if !above.is_empty() {
        out.push('\n');
    }
    line(&mut out, &document.title);
    if !below.is_empty() {
        out.push('\n');
    }
    write_blocks(&mut out, below, document.lang);
    shown(&out).into_owned()
}

fn write_blocks(out: &mut String, blocks: &[Block], lang: Lang) {
    let mut above: Option<&Block> = None;
    for block in blocks {
        if above.is_some() && !joins(above, block) {
            out.push('\n');
        }
        write_block(out, block, lang);
        above = Some(block);
    }
}

/// Does a block follow the one above without an empty line?
const fn joins(above: Option<&Block>, block: &Block) -> bool {
    match (above, block) {
        (Some(Block::Heading { level: above, .. }), Block::Heading { level, .. }) => *level > *above,
        (Some(Block::Heading { .. }), _) => true,
        (Some(Block::Paragraph(_) | Block::Speech { .. }), Block::Paragraph(_) | Block::Speech { .. }) => {
            true
        }
        _ => false,
    }
}

fn write_block(out: &mut String, block: &Block, lang: Lang) {
    match block {
        Block::Heading { level: 1, text } => line(out, &format!("■ {text}")),
        Block::Heading { text, .. } | Block::Paragraph(text) | Block::Right(text) | Block::Centred(text) => {
            line(out, text)
        }
        Block::Speech { speaker, text } if speaker.is_empty() => line(out, text),
        Block::Speech { speaker, text } => {
            let gap = if lang == Lang::Ja { INDENT } else { " " };
            line(out, &format!("{speaker}{gap}{text}"));
        }
        Block::Bars(bars) => {
            line(out, &bars.title);
            bars.to_table().rows.iter().for_each(|row| write_row(out, row));
        }
        Block::Signatures(names) => {
            names.iter().for_each(|name| line(out, &format!("{name}{INDENT}{SIGN_HERE}")));
        }
        Block::Room(room) => write_table(out, &room.to_table()),
        Block::Facts(facts) => facts.iter().for_each(|fact| write_fact(out, fact)),
        Block::Bullets(items) => items.iter().for_each(|item| line(out, &format!("・{item}"))),
        Block::Numbered(items) => {
            for (number, item) in (1..).zip(items) {
                line(out, &format!("{number}{INDENT}{item}"));
            }
        }
        Block::Table(table) => write_table(out, table),
    }
}

/// One text on one line; the lines somebody began inside it follow, indented.
fn line(out: &mut String, text: &str) {
    out.push_str(&text.replace('\n', &format!("\n{INDENT}")));
    out.push('\n');
}

fn write_fact(out: &mut String, fact: &Fact) {
    match &fact.values[..] {
        [value] => line(out, &format!("{}{INDENT}{value}", fact.label)),
        values => {
            line(out, &fact.label);
            values.iter().for_each(|value| line(out, &format!("{INDENT}{value}")));
        }
    }
}

fn write_table(out: &mut String, table: &Table) {
    std::iter::once(&table.head).chain(&table.rows).for_each(|row| write_row(out, row));
}

fn write_row(out: &mut String, row: &[String]) {
    let cells: Vec<String> = row.iter().map(|cell| cell.replace(['\n', '\t'], " ")).collect();
    out.push_str(&cells.join("\t"));
    out.push('\n');
}
