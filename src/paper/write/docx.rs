//! Word documents (.docx): real headings, lists, tables and styles that a person at Word can change. The same document is the same
//! bytes: no clock, no user and no machine gets into it.
//!
//! `docx-rs` writes what there is to read; the styles, fonts and settings it has no words for are the files in `data/docx`.

mod list;
mod package;
mod table;
mod text;

use crate::paper::{
    PaperError,
    document::{Block, Document, Page, widest_line},
};
use crate::words::Lang;
use docx_rs::{
    BreakType, DocumentChild, Docx, Footer, Header, NumPages, PageMargin, PageNum, PageOrientationType,
    Paragraph, Run, SectionProperty,
};
use list::Lists;
use text::{paragraph, run};

/// The document as a .docx file.
///
/// # Errors
/// [`PaperError::Writer`]: the archive could not be packed.
pub fn write(document: &Document) -> Result<Vec<u8>, PaperError> {
    let sheet = Sheet::of(document.page);
    let hang = hang(document);
    let width = sheet.width - 2 * sheet.margin;
    let mut body = Body { lang: document.lang, width, hang, lists: Lists::default() };
    let mut docx = Docx::new();
    let (above, below) = document.around_title();
    let children = &mut docx.document.children;
    body.laid_out(children, above);
    children.push(flowing(paragraph("Title", &document.title)));
    body.laid_out(children, below);
    docx.document.section_property = sheet.section();
    docx = docx.numberings(body.lists.numberings(document.lang)).footer(footer(document.lang));
    if !document.running.is_empty() {
        docx = docx.header(Header::new().add_paragraph(paragraph("Header", &document.running)));
    }
    package::pack(docx.build(), document, hang)
}

/// An A4 sheet and the margin around it, in twentieths of a point.
#[derive(Clone, Copy)]
struct Sheet {
    width: usize,
    height: usize,
    margin: usize,
    orientation: PageOrientationType,
}

impl Sheet {
    const fn of(page: Page) -> Self {
        match page {
            Page::Portrait => {
                Self { width: 11906, height: 16838, margin: 1418, orientation: PageOrientationType::Portrait }
            }
            Page::Single => Self { margin: 1020, ..Self::of(Page::Portrait) },
            Page::Landscape => Self {
                width: 16838,
                height: 11906,
                margin: 1134,
                orientation: PageOrientationType::Landscape,
            },
        }
    }

    fn section(self) -> SectionProperty {
        let margin = self.margin as i32;
        let margin = PageMargin {
            top: margin,
            left: margin,
            bottom: margin,
            right: margin,
            header: 680,
            footer: 680,
            gutter: 0,
        };
        let mut section = SectionProperty::new().page_margin(margin);
        section.page_size =
            section.page_size.size(self.width as u32, self.height as u32).orient(self.orientation);
        section
    }
}

/// The number of the page: in Japan between dashes, elsewhere with how many there are.
fn footer(lang: Lang) -> Footer {
    let page = Paragraph::new().style("Footer");
    let page = match lang {
        Lang::Ja => page.add_run(run("- ")).add_page_num(PageNum::new()).add_run(run(" -")),
        Lang::En => page.add_page_num(PageNum::new()).add_run(run(" / ")).add_num_pages(NumPages::new()),
    };
    Footer::new().add_paragraph(page)
}

/// Is it text that ends where what follows begins?
const fn is_text(block: &Block) -> bool {
    matches!(
        block,
        Block::Paragraph(_) | Block::Right(_) | Block::Speech { .. } | Block::Bullets(_) | Block::Numbered(_)
    )
}

const fn is_laid_out(block: &Block) -> bool {
    matches!(block, Block::Table(_) | Block::Facts(_) | Block::Signatures(_))
}

/// How far the text of a speech stands behind its speaker: as far as the longest name, within reason.
fn hang(document: &Document) -> usize {
    let names = document.blocks.iter().filter_map(|block| match block {
        Block::Speech { speaker, .. } => Some(widest_line(speaker)),
        _ => None,
    });
    (names.max().unwrap_or(0).min(16) + 2) * table::COLUMN
}

/// What is kept from block to block.
struct Body {
    lang: Lang,
    /// Of the text, in twentieths of a point.
    width: usize,
    /// Where the texts of speeches begin.
    hang: usize,
    lists: Lists,
}

impl Body {
    /// Blocks one under the other; what is laid out stands off from text above it.
    fn laid_out(&mut self, children: &mut Vec<DocumentChild>, blocks: &[Block]) {
        let above = std::iter::once(None).chain(blocks.iter().map(Some));
        for (above, block) in above.zip(blocks) {
            if above.is_some_and(is_text) && is_laid_out(block) {
                children.push(flowing(table::space()));
            }
            children.extend(self.block(block));
        }
    }

    fn block(&mut self, block: &Block) -> Vec<DocumentChild> {
        match block {
            Block::Heading { level: 1, text } => vec![flowing(paragraph("Heading1", text))],
            Block::Heading { text, .. } => vec![flowing(paragraph("Heading2", text))],
            Block::Paragraph(text) => vec![flowing(paragraph(self.prose(text), text))],
            Block::Right(text) => vec![flowing(paragraph("Closing", text))],
            Block::Centred(text) => vec![flowing(paragraph("NoteHeading", text))],
            Block::Speech { speaker, text } => vec![flowing(self.speech(speaker, text))],
            Block::Bullets(items) => self.list(list::Mark::Bullet, items),
            Block::Numbered(items) => self.list(list::Mark::Number, items),
            Block::Facts(facts) => table::facts(facts, self.width),
            Block::Table(rows) => table::table(rows, self.width),
            Block::Bars(bars) => table::bars(bars, self.width),
            Block::Room(room) => table::room(room, self.width),
            Block::Signatures(names) => table::signatures(names, self.width),
        }
    }

    /// A Japanese sentence begins one letter in; what is no sentence (an addressee, a date) does not.
    fn prose(&self, text: &str) -> &'static str {
        let begins_in = || !text.starts_with(|c: char| c.is_whitespace() || "（「『【〔・※○●◎■□".contains(c));
        if self.lang == Lang::Ja && text.contains('。') && begins_in() { "BodyText" } else { "Normal" }
    }

    /// Without a speaker, the text stands where the others' texts do; behind one too long for that, on the next line.
    fn speech(&self, speaker: &str, text: &str) -> Paragraph {
        let paragraph = Paragraph::new().style("Speech");
        let name = if speaker.is_empty() { Run::new() } else { run(speaker).style("Speaker") };
        let name = if (widest_line(speaker) + 1) * table::COLUMN > self.hang {
            name.add_break(BreakType::TextWrapping)
        } else {
            name.add_tab()
        };
        paragraph.add_run(name).add_run(run(text))
    }

    fn list(&mut self, mark: list::Mark, items: &[String]) -> Vec<DocumentChild> {
        let number = self.lists.begin(mark, items.len());
        items.iter().map(|item| flowing(list::item(mark, number, item))).collect()
    }
}

fn flowing(paragraph: Paragraph) -> DocumentChild {
    DocumentChild::Paragraph(Box::new(paragraph))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_sentence_begins_one_letter_in() {
        let body = Body { lang: Lang::Ja, width: 9000, hang: 0, lists: Lists::default() };
        assert_eq!(body.prose("下記のとおり開催します。"), "BodyText");
        for text in ["構成員 各位", "　字下げした文。", "「引用」で始まる文。", ""] {
            assert_eq!(body.prose(text), "Normal", "{text}");
        }
        let english = Body { lang: Lang::En, ..body };
        assert_eq!(english.prose("下記のとおり開催します。"), "Normal");
    }

    #[test]
    fn a_speech_hangs_behind_the_longest_name_within_reason() {
        let said =
            |speaker: &str| Block::Speech { speaker: speaker.to_owned(), text: "はい。".to_owned() };
        let document = |names: &[&str]| Document {
            blocks: names.iter().map(|name| said(name)).collect(),
            ..Document::new(Lang::Ja, String::new())
        };
        let column = table::COLUMN;
        assert_eq!(hang(&document(&["会長", "事務局"])), (6 + 2) * column);
        assert_eq!(hang(&document(&[&"長".repeat(40)])), (16 + 2) * column);
    }
}
