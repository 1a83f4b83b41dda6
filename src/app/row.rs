//! Text as panes hand it to the view: spans with a tone, rows of a list, paragraphs of a detail.

use super::look::Tone;
use crate::text::wrap::opening;

/// No row of a screen shows more characters.
const LONGEST_SPAN: usize = 2_000;
/// No search looks further into what a row does not show, in characters.
const LONGEST_ALSO: usize = 10_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub tone: Tone,
}

impl Span {
    /// Keeps of a text as much as a row could show.
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        let mut text = text.into();
        text.truncate(opening(&text, LONGEST_SPAN).len());
        Self { text, tone }
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
        self.also.truncate(opening(&self.also, LONGEST_ALSO).len());
        self
    }

    /// Everything the row says, for searching.
    pub fn plain_text(&self) -> String {
        let spans = self.lead.iter().chain(&self.title).chain(&self.right);
        spans.map(|span| span.text.as_str()).chain([self.also.as_str()]).collect::<Vec<_>>().join(" ")
    }
}

/// The rows of a list: the record each stands for, none for a heading, and how each is made. Of a long list hardly any row shows, and
/// most keys ask only which record is chosen, so a row is made when it is looked at.
pub struct Rows<'m, T> {
    records: Vec<Option<T>>,
    make: Box<dyn Fn(usize) -> Row + 'm>,
}

impl<'m, T> Rows<'m, T> {
    /// `make` makes the row in a place, counted from 0.
    pub fn new(records: Vec<Option<T>>, make: impl Fn(usize) -> Row + 'm) -> Self {
        Self { records, make: Box::new(make) }
    }

    /// A short list, made already.
    pub fn made(rows: Vec<(Option<T>, Row)>) -> Self {
        let (records, rows): (_, Vec<Row>) = rows.into_iter().unzip();
        Self::new(records, move |at| rows[at].clone())
    }

    pub const fn len(&self) -> usize {
        self.records.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The record of each row.
    pub fn records(&self) -> &[Option<T>] {
        &self.records
    }

    /// The record of one row; none for a heading and beyond the end.
    pub fn record(&self, at: usize) -> Option<&T> {
        self.records.get(at)?.as_ref()
    }

    /// The row in a place of this list.
    pub fn row(&self, at: usize) -> Row {
        (self.make)(at)
    }

    /// The first row of a record.
    pub fn place_of(&self, record: &T) -> Option<usize>
    where
        T: PartialEq,
    {
        self.records.iter().position(|it| it.as_ref() == Some(record))
    }

    /// The same rows, standing for something else.
    pub fn map<U>(self, of: impl Fn(T) -> U) -> Rows<'m, U> {
        let records = self.records.into_iter().map(|record| record.map(&of)).collect();
        Rows { records, make: self.make }
    }

    /// The rows in these places, in this order.
    #[must_use]
    pub fn only(mut self, places: Vec<usize>) -> Self
    where
        T: 'm,
    {
        let records = places.iter().map(|at| self.records[*at].take()).collect();
        let make = self.make;
        Self { records, make: Box::new(move |at| make(places[at])) }
    }
}

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
