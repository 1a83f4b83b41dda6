//! A paper before it has a format: it can be looked at on the screen, and each format is one call.

use super::{
    book::Book,
    document::Document,
    kind::Format,
    order::{Encoding, PaperError},
    write::{self, docx, html, markdown, plain, xlsx},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Something to read.
    Document(Document),
    /// Something to fill in, sort and count.
    Book(Book),
    /// Already in its format: a calendar, a drawing, data. With what shows of it before it is written.
    Text { text: String, preview: String },
}

impl Content {
    /// The paper as a reader of plain text would have it.
    pub fn preview(&self) -> String {
        match self {
            Self::Document(document) => plain::write(document),
            Self::Book(book) => plain::write(&book.to_document()),
            Self::Text { preview, .. } => preview.clone(),
        }
    }

    /// The file. The encoding matters to CSV alone.
    ///
    /// # Errors
    /// The format's library refuses, or the encoding lacks a character.
    pub fn bytes(&self, format: Format, encoding: Encoding) -> Result<Vec<u8>, PaperError> {
        match self {
            Self::Text { text, .. } => Ok(text.clone().into_bytes()),
            Self::Book(book) if format == Format::Xlsx => xlsx::write(book),
            Self::Book(book) if format == Format::Csv => write::csv::write(book, encoding),
            Self::Book(book) => flowing(&book.to_document(), format),
            Self::Document(document) => flowing(document, format),
        }
    }
}

fn flowing(document: &Document, format: Format) -> Result<Vec<u8>, PaperError> {
    match format {
        Format::Docx => docx::write(document),
        Format::Html => Ok(html::write(document).into_bytes()),
        Format::Md => Ok(markdown::write(document).into_bytes()),
        _ => Ok(plain::write(document).into_bytes()),
    }
}
