//! What one line of the capture language asks for, before anybody looks whether it can be done.

use super::record::NewLine;
use crate::domain::Who;

/// One line, read. Everything but [`Said::Line`] changes something else than the record; where it cannot be done, the line is kept as a
/// note to the letter.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// A line of the record.
    Line(NewLine),
    /// A new agenda item with this title, taken up at once (議題：).
    Topic(String),
    /// On to the next agenda item (次へ).
    Next,
    /// On to the item with this number on the agenda, counted from 1 (議題3).
    Take(u32),
    /// These are in the room (出席＋).
    Present(Vec<Who>),
    /// These have left (退席).
    Left(Vec<Who>),
    /// These will not come (欠席＋).
    Regrets(Vec<Who>),
    /// Somebody sits in for a member (代理).
    Proxy { stand_in: Who, absent: Who },
    /// These want to speak, and what about (挙手＋).
    Queue { who: Vec<Who>, note: String },
    /// These do not want to speak any more (取下げ).
    Unqueue(Vec<Who>),
    /// They have the floor (指名).
    Acknowledge(Who),
    /// Who is waiting to speak? (挙手？)
    ShowQueue,
    /// A paper on the item in hand (資料：).
    Material(String),
    /// `s/old/new/`: in the latest line that has `old`, its first place.
    Correction { old: String, new: String },
}
