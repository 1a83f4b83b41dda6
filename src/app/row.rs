//! Text as panes hand it to the view: spans with a tone, rows of a list, paragraphs of a detail.

use super::look::Tone;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub tone: Tone,
}

impl Span {
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone }
    }

    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Plain)
    }
}

/// One row of a list: what leads it, its title (which gives way when room is short), and what stands at its right edge.
///
/// When the row is narrow the pieces at the right go first, last one first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub lead: Vec<Span>,
    pub title: Vec<Span>,
    pub right: Vec<Span>,
    /// A heading of a group: shown, never chosen.
    pub heading: bool,
    /// What searching finds besides what shows: kana, the other name, what a narrow column cut.
    pub also: String,
}

impl Row {
    pub fn heading(text: impl Into<String>) -> Self {
        Self { title: vec![Span::new(text, Tone::Accent)], heading: true, ..Self::default() }
    }

    pub fn titled(text: impl Into<String>) -> Self {
        Self { title: vec![Span::plain(text)], ..Self::default() }
    }

    #[must_use]
    pub fn lead(mut self, text: impl Into<String>, tone: Tone) -> Self {
        self.lead.push(Span::new(text, tone));
        self
    }

    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        for span in &mut self.title {
            span.tone = tone;
        }
        self
    }

    /// Adds a piece at the right edge; empty pieces are left out.
    #[must_use]
    pub fn right(mut self, text: impl Into<String>, tone: Tone) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.right.push(Span::new(text, tone));
        }
        self
    }

    /// Adds what searching finds besides what shows.
    #[must_use]
    pub fn also(mut self, text: impl Into<String>) -> Self {
        self.also = text.into();
        self
    }

    /// Everything the row says, for searching.
    pub fn plain_text(&self) -> String {
        let spans = self.lead.iter().chain(&self.title).chain(&self.right);
        spans.map(|span| span.text.as_str()).chain([self.also.as_str()]).collect::<Vec<_>>().join(" ")
    }
}

/// A list of rows with the record each stands for; headings stand for none.
pub type Rows<T> = Vec<(Option<T>, Row)>;

/// One paragraph of a detail, wrapped by the view; continuation rows are indented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Para {
    pub text: String,
    pub tone: Tone,
    /// Columns by which every row after the first is indented.
    pub hang: usize,
}

impl Para {
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone, hang: 0 }
    }

    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Plain)
    }

    pub fn blank() -> Self {
        Self::plain("")
    }

    /// `・text`, hanging under the text.
    pub fn bullet(text: impl AsRef<str>, tone: Tone) -> Self {
        Self { text: format!("・{}", text.as_ref()), tone, hang: 2 }
    }

    /// `label  value`; nothing when the value is empty.
    pub fn labelled(label: &str, value: impl AsRef<str>) -> Option<Self> {
        let value = value.as_ref();
        (!value.is_empty()).then(|| Self { text: format!("{label}  {value}"), tone: Tone::Plain, hang: 2 })
    }
}
