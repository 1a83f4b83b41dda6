//! The archive a .docx is. Holds the parts Word wants and no others, pressed, dated by no clock.

use super::super::escape::escape;
use crate::{
    paper::{
        PaperError,
        document::{Document, Page},
    },
    words::Lang,
};
use docx_rs::XMLDocx;
use std::io::{Cursor, Write};
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipResult, write::SimpleFileOptions};

const STYLES: &str = include_str!("../../../../data/docx/styles.xml");
const SETTINGS: &str = include_str!("../../../../data/docx/settings.xml");
const FONTS: &str = include_str!("../../../../data/docx/fonts.xml");

const XML: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// What the document needs besides itself. The name is also that of its kind and of its file.
struct Part {
    name: &'static str,
    /// How the document calls it.
    id: &'static str,
    text: Vec<u8>,
}

/// The document as one file. `hang` is how far the text of a speech stands in, in twentieths of a point.
///
/// # Errors
/// [`PaperError::Writer`]: the archive could not be packed.
pub fn pack(built: XMLDocx, document: &Document, hang: usize) -> Result<Vec<u8>, PaperError> {
    let part = |name, id, text| Part { name, id, text };
    let mut parts = vec![
        part("styles", "rIdStyles", styles(document.lang, document.page, hang).into_bytes()),
        part("numbering", "rIdNumbering", built.numberings),
        part("settings", "rIdSettings", SETTINGS.into()),
        part("fontTable", "rIdFonts", FONTS.into()),
    ];
    parts.extend(built.headers.into_iter().map(|text| part("header", "rIdHeader1", text)));
    parts.extend(built.footers.into_iter().map(|text| part("footer", "rIdFooter1", text)));
    zipped(&with_repeated_heads(built.document), &core(document), &parts)
        .map_err(|error| PaperError::Writer(error.to_string()))
}

/// `docx-rs` has no word for a row that is repeated at the top of each page; `table` marks it by its height.
fn with_repeated_heads(document: Vec<u8>) -> Vec<u8> {
    const MARKED: &str = r#"<w:trHeight w:val="1" w:hRule="atLeast" />"#;
    match String::from_utf8(document) {
        Ok(text) => text.replace(MARKED, "<w:tblHeader />").into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

/// The styles in the fonts and words of a language.
fn styles(lang: Lang, page: Page, hang: usize) -> String {
    let names = match lang {
        Lang::Ja => {
            ["発言", "発言者", "表の文字", "表の見出し", "項目名", "項目の内容", "表の前後", "項目の表"]
        }
        Lang::En => [
            "Speech",
            "Speaker",
            "Table Text",
            "Table Heading",
            "Fact Label",
            "Fact Text",
            "Beside Table",
            "Fact Table",
        ],
    };
    let slots = [
        "{SPEECH}",
        "{SPEAKER}",
        "{TABLE_TEXT}",
        "{TABLE_HEAD}",
        "{FACT_LABEL}",
        "{FACT_TEXT}",
        "{BESIDE_TABLE}",
        "{FACTS}",
    ];
    // Japanese paragraphs touch and begin one letter in; the others are set apart.
    let set = match lang {
        Lang::Ja => ["Century", "Arial", "eastAsia", "0", "both", "100", "210"],
        Lang::En => ["Times New Roman", "Arial", "default", "100", "left", "0", "0"],
    };
    let settings = ["{SERIF}", "{SANS}", "{HINT}", "{AFTER}", "{JUSTIFY}", "{FIRST_CHARS}", "{FIRST}"];
    let line = match (page, lang) {
        (Page::Portrait | Page::Landscape, Lang::Ja) => "360",
        (Page::Portrait | Page::Landscape, Lang::En) | (Page::Single, Lang::Ja) => "300",
        (Page::Single, Lang::En) => "270",
    };
    let filled = slots.iter().zip(names).chain(settings.iter().zip(set)).chain([(&"{LINE}", line)]);
    let hung = STYLES.replace("{HANG}", &hang.to_string());
    filled.fold(hung, |styles, (slot, value)| styles.replace(slot, value))
}

/// What the document says of itself: its title, and nobody's name.
fn core(document: &Document) -> String {
    let language = match document.lang {
        Lang::Ja => "ja-JP",
        Lang::En => "en-US",
    };
    format!(
        r#"{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"#,
        escape(&document.title)
    )
}

fn zipped(document: &[u8], core: &str, parts: &[Part]) -> ZipResult<Vec<u8>> {
    let pressed = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, text: &[u8]| -> ZipResult<()> {
        zip.start_file(name, pressed)?;
        Ok(zip.write_all(text)?)
    };
    add("[Content_Types].xml", content_types(parts).as_bytes())?;
    add("_rels/.rels", package_relations().as_bytes())?;
    add("docProps/core.xml", core.as_bytes())?;
    add("word/document.xml", document)?;
    add("word/_rels/document.xml.rels", document_relations(parts).as_bytes())?;
    for part in parts {
        add(&format!("word/{}.xml", part.name), &part.text)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn content_types(parts: &[Part]) -> String {
    let word = |name: &str, kind: &str| {
        format!(r#"<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>"#)
    };
    let overrides: String = parts.iter().map(|part| word(part.name, part.name)).collect();
    format!(
        r#"{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{}{overrides}</Types>"#,
        word("document", "document.main")
    )
}

fn package_relations() -> String {
    relations(&[
        relation("rId1", &format!("{OFFICE}/officeDocument"), "word/document.xml"),
        relation("rId2", &format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
    ])
}

fn document_relations(parts: &[Part]) -> String {
    let relation =
        |part: &Part| relation(part.id, &format!("{OFFICE}/{}", part.name), &format!("{}.xml", part.name));
    relations(&parts.iter().map(relation).collect::<Vec<_>>())
}

fn relations(relations: &[String]) -> String {
    format!(r#"{XML}<Relationships xmlns="{PACKAGE}/relationships">{}</Relationships>"#, relations.concat())
}

fn relation(id: &str, kind: &str, target: &str) -> String {
    format!(r#"<Relationship Id="{id}" Type="{kind}" Target="{target}"/>"#)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slot_of_the_styles_is_filled() {
        for lang in [Lang::Ja, Lang::En] {
            let styles = styles(lang, Page::Portrait, 420);
            assert!(!styles.contains(['{', '}']), "{styles}");
        }
    }
}
