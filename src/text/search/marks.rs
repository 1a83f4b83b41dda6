//! Where in a text, as it is written, the words of a query stand. Cuts no letter in two.

use super::Word;
use crate::text::{fold::fold, ruler::Ruler};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The parts of a text that are one of the words, in order and apart from each other.
pub fn matched(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let (key, places) = folded(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    for spelling in words.iter().flat_map(|word| &word.0) {
        for (at, _) in key.match_indices(spelling.as_str()) {
            found.push(start_of(&places, at)..end_of(&places, at + spelling.len(), text.len()));
        }
    }
    merged(found)
}

/// The first letter of the text from which on no more than so many columns stand before `at`.
pub fn shortly_before(ruler: Ruler, text: &str, at: usize, cols: usize) -> usize {
    let mut used = 0;
    let before = text[..at].grapheme_indices(true).rev().take_while(|(_, letter)| {
        used += ruler.width(letter);
        used <= cols
    });
    before.last().map_or(at, |(start, _)| start)
}

/// A piece of the text, as it begins in the folded text and in the text.
type PlaceOf = (usize, usize);

/// The folded text, and where each letter of the text begins in it. A sound mark that stands apart belongs to the letter before it.
fn folded(text: &str) -> (String, Vec<PlaceOf>) {
    let (mut key, mut places): (String, Vec<PlaceOf>) = (String::new(), Vec::new());
    for (at, letter) in text.grapheme_indices(true) {
        let end = at + letter.len();
        let piece = fold(letter);
        match places.last() {
            Some(&(from, begins)) if piece.starts_with(['\u{3099}', '\u{309A}']) => {
                key.truncate(from);
                key.push_str(&fold(&text[begins..end]));
            }
            _ => {
                places.push((key.len(), at));
                key.push_str(&piece);
            }
        }
    }
    (key, places)
}

/// Where the letter begins that has this place of the folded text.
fn start_of(places: &[PlaceOf], at: usize) -> usize {
    let after = places.partition_point(|(from, _)| *from <= at);
    after.checked_sub(1).and_then(|last| places.get(last)).map_or(0, |(_, begins)| *begins)
}

/// Where the first letter begins that stands behind this place of the folded text.
fn end_of(places: &[PlaceOf], at: usize, len: usize) -> usize {
    places.get(places.partition_point(|(from, _)| *from < at)).map_or(len, |(_, begins)| *begins)
}

fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}
