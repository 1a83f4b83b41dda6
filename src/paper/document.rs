//! A document without a format: what there is to read, in order. Knows no council, no language and no markup.
//!
//! Every text in it is plain. A line feed in a text is a line somebody began, and every writer keeps it.

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub title: String,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Level 1 is a section, 2 what is inside it.
    Heading {
        level: u8,
        text: String,
    },
    Paragraph(String),
    Facts(Vec<Fact>),
    Bullets(Vec<String>),
    /// Numbered from 1.
    Numbered(Vec<String>),
    Table(Table),
}

/// A label with what it is about: beside it when that is one thing, under it when it is several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub label: String,
    pub values: Vec<String>,
}

/// Every row has as many cells as the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Document {
    pub fn section(&mut self, text: &str) {
        self.blocks.push(Block::Heading { level: 1, text: text.to_owned() });
    }

    pub fn subsection(&mut self, text: String) {
        self.blocks.push(Block::Heading { level: 2, text });
    }

    pub fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(text.into()));
    }
}
