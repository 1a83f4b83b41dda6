//! A Word document as paragraphs and tables of plain text. Never looks at its pictures, notes and comments, and never at what was deleted.

use super::{Unread, package};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use std::collections::HashMap;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Paragraph(Paragraph),
    /// Rows of cells; a cell of several paragraphs has as many lines.
    Table(Vec<Vec<String>>),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// 1 is the highest heading; a title is one, too.
    pub level: Option<u8>,
    /// One of a list.
    pub item: bool,
    pub text: String,
}

/// The part with the text of a document.
pub(super) const BODY: &str = "word/document.xml";

/// Elements whose text is no text of the document: what was moved away, the reading over a word, what older programs see in place of a
/// drawing.
const PASSED_OVER: [&str; 3] = ["moveFrom", "rt", "Fallback"];

/// Reads the body of a .docx.
///
/// # Errors
/// [`Unread::Damaged`], [`Unread::TooLarge`].
pub fn read(bytes: &[u8]) -> Result<Vec<Block>, Unread> {
    let mut package = package::open(bytes)?;
    let styles = package::part(&mut package, "word/styles.xml")?;
    let levels = styles.map(|xml| heading_styles(&xml)).transpose()?.unwrap_or_default();
    let body = package::part(&mut package, BODY)?.ok_or(Unread::Damaged)?;
    blocks(&body, &levels)
}

/// The styles of headings, by their ids: by the name Word gives them in every language's template, or by their level in the outline.
fn heading_styles(xml: &str) -> Result<HashMap<String, u8>, Unread> {
    let mut levels = HashMap::new();
    let mut id = String::new();
    walk(xml, |event| {
        let (Event::Start(it) | Event::Empty(it)) = event else { return };
        match it.local_name().as_ref() {
            "style" => id = attribute(it, "styleId").unwrap_or_default(),
            "name" => {
                let level = attribute(it, "val").and_then(|name| heading_named(&name));
                levels.extend(level.map(|level| (id.clone(), level)));
            }
            "outlineLvl" => {
                levels.extend(outline_level(it).map(|level| (id.clone(), level)));
            }
            _ => {}
        }
    })?;
    Ok(levels)
}

fn heading_named(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    if name == "title" || name == "表題" {
        return Some(1);
    }
    let number = name.strip_prefix("heading").or_else(|| name.strip_prefix("見出し"))?;
    number.trim().parse().ok().filter(|level| (1..=9).contains(level))
}

/// Written from 0; 9 is the body.
fn outline_level(it: &BytesStart<'_>) -> Option<u8> {
    let level: u8 = attribute(it, "val")?.parse().ok()?;
    (level < 9).then_some(level + 1)
}

fn attribute(it: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = it.attributes().flatten().find(|it| it.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned())
}

fn blocks(xml: &str, levels: &HashMap<String, u8>) -> Result<Vec<Block>, Unread> {
    let mut body = Body {
        levels,
        blocks: Vec::new(),
        open: Vec::new(),
        table: None,
        tables: 0,
        passed: 0,
        in_text: false,
    };
    walk(xml, |event| body.take(event))?;
    Ok(body.blocks)
}

/// Goes through a part, event by event.
fn walk(xml: &str, mut take: impl FnMut(&Event<'_>)) -> Result<(), Unread> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(|_| Unread::Damaged)? {
            Event::Eof => return Ok(()),
            event => take(&event),
        }
    }
}

/// How far the body was read.
struct Body<'a> {
    levels: &'a HashMap<String, u8>,
    blocks: Vec<Block>,
    /// The paragraph being read, and those it stands in: a text box is in a paragraph.
    open: Vec<Paragraph>,
    /// The table being read. One within a cell is text of that cell.
    table: Option<Vec<Vec<String>>>,
    tables: usize,
    /// How deep in something that is passed over.
    passed: usize,
    in_text: bool,
}

impl Body<'_> {
    fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(it) => {
                let name = it.local_name();
                if self.passed > 0 || PASSED_OVER.contains(&name.as_ref()) {
                    self.passed += 1;
                } else {
                    self.start(name.as_ref(), it);
                }
            }
            Event::Empty(it) if self.passed == 0 => {
                let name = it.local_name();
                self.start(name.as_ref(), it);
                self.end(name.as_ref());
            }
            Event::End(_) if self.passed > 0 => self.passed -= 1,
            Event::End(it) => self.end(it.local_name().as_ref()),
            Event::Text(text) if self.in_text => self.write(&text.xml10_content()),
            Event::CData(text) if self.in_text => self.write(&text.xml10_content()),
            Event::GeneralRef(reference) if self.in_text => {
                let text = quick_xml::escape::unescape(&format!("&{};", reference.xml10_content()))
                    .map(|it| it.into_owned());
                self.write(text.as_deref().unwrap_or_default());
            }
            _ => {}
        }
    }

    fn start(&mut self, name: &str, it: &BytesStart<'_>) {
        match name {
            "p" => self.open.push(Paragraph::default()),
            "t" => self.in_text = true,
            "tab" => self.write("\t"),
            "br" | "cr" => self.write("\n"),
            "tbl" => {
                self.tables += 1;
                self.table.get_or_insert_default();
            }
            "tr" if self.tables == 1 => self.table.iter_mut().for_each(|rows| rows.push(Vec::new())),
            "tc" if self.tables == 1 => self.cells(|cells| cells.push(String::new())),
            "pStyle" => {
                let level = attribute(it, "val").and_then(|id| self.levels.get(&id).copied());
                self.set(|it| it.level = it.level.or(level));
            }
            "outlineLvl" => {
                let level = outline_level(it);
                self.set(|it| it.level = level.or(it.level));
            }
            "numPr" => self.set(|it| it.item = true),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "p" => {
                let paragraph = self.open.pop().unwrap_or_default();
                self.keep(paragraph);
            }
            "tbl" => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 {
                    self.blocks.extend(self.table.take().map(Block::Table));
                }
            }
            _ => {}
        }
    }

    fn keep(&mut self, paragraph: Paragraph) {
        if self.table.is_none() {
            self.blocks.push(Block::Paragraph(paragraph));
            return;
        }
        self.cells(|cells| {
            let Some(cell) = cells.last_mut() else { return };
            if !cell.is_empty() && !paragraph.text.is_empty() {
                cell.push('\n');
            }
            cell.push_str(&paragraph.text);
        });
    }

    fn cells(&mut self, change: impl FnOnce(&mut Vec<String>)) {
        if let Some(cells) = self.table.as_mut().and_then(|rows| rows.last_mut()) {
            change(cells);
        }
    }

    fn set(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = self.open.last_mut() {
            change(paragraph);
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.text.push_str(text);
        }
    }
}
