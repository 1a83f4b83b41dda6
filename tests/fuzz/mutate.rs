//! Makes inputs out of seeds: bytes flipped, parts taken out, doubled, moved, crossed with other seeds, and words put in that a
//! reader may trip over. Knows no reader.

use fastrand::Rng;
use std::ops::Range;

/// What inputs are made from.
pub struct Seeds {
    /// With their names.
    pub seeds: Vec<(String, Vec<u8>)>,
    /// Words that mean something to the reader.
    pub tokens: &'static [&'static str],
}

/// No input is longer, in bytes, but for a rare one.
const LONGEST: usize = 1 << 13;

/// Numbers at the edges of their types.
const NUMBERS: &[&str] = &[
    "0",
    "1",
    "-1",
    "12",
    "13",
    "31",
    "60",
    "99",
    "255",
    "256",
    "1000",
    "9999",
    "10000",
    "65536",
    "2147483647",
    "-2147483648",
    "4294967295",
    "4294967296",
    "18446744073709551615",
    "18446744073709551616",
    "1e308",
    "0x7f",
    "1_000",
];

/// What no text should have in it.
const HOSTILE: &[&str] = &[
    "\u{1b}[2J\u{1b}[31m",
    "\u{1b}]52;c;cm0gLXJm\u{7}",
    "\u{1b}]8;;http://example.invalid\u{1b}\\",
    "\u{1b}P+q\u{1b}\\",
    "\u{9b}1m\u{90}\u{9c}\u{85}",
    "\0\u{7}\u{8}\u{7f}",
    "\u{202e}\u{2066}\u{200f}\u{2028}",
    "\u{200b}\u{feff}\u{ad}\u{3164}",
    "\r\n",
    "\r",
    "\n",
    "\t",
    "か\u{3099}\u{3099}\u{3099}\u{301}",
    "\u{301}",
    "🇯🇵🇯",
    "👩\u{200d}👩\u{200d}",
    "葛\u{e0100}",
    "ﾊﾞ",
    "\u{10ffff}",
    "\u{3000}",
];

impl Seeds {
    /// One input: a seed, changed a few times.
    pub fn input(&self, chance: &mut Rng) -> Vec<u8> {
        let mut bytes = self.seed(chance).to_owned();
        for _ in 0..1 + chance.usize(..6) {
            self.change(&mut bytes, chance);
            if bytes.len() > LONGEST {
                bytes.truncate(LONGEST);
            }
        }
        if chance.u16(..) == 0 {
            swell(&mut bytes, chance);
        }
        bytes
    }

    fn seed(&self, chance: &mut Rng) -> &[u8] {
        let (_, bytes) = chance.choice(&self.seeds).expect("every reader has a corpus");
        bytes
    }

    fn change(&self, bytes: &mut Vec<u8>, chance: &mut Rng) {
        match chance.u8(..20) {
            0 => flip(bytes, chance),
            1 => bytes.truncate(chance.usize(..=bytes.len())),
            2 => drop(bytes.drain(some(bytes, chance))),
            3 => repeat(bytes, chance),
            4 => shift(bytes, chance),
            5 => self.cross(bytes, chance),
            6 => {
                let byte = [chance.u8(..)];
                insert(bytes, chance, &byte);
            }
            7 | 8 => put(bytes, chance, HOSTILE),
            9 => put(bytes, chance, NUMBERS),
            10..=12 => put(bytes, chance, self.tokens),
            13 | 14 => exchange(bytes, chance, u8::is_ascii_digit, NUMBERS),
            15 | 16 => exchange(bytes, chance, u8::is_ascii_alphabetic, self.tokens),
            17 => exchange(bytes, chance, |byte| !byte.is_ascii(), HOSTILE),
            _ => lines(bytes, chance),
        }
    }

    /// The start of one and the end of another.
    fn cross(&self, bytes: &mut Vec<u8>, chance: &mut Rng) {
        let other = self.seed(chance);
        bytes.truncate(chance.usize(..=bytes.len()));
        bytes.extend(&other[chance.usize(..=other.len())..]);
    }
}

/// Some part, rarely a long one.
fn some(bytes: &[u8], chance: &mut Rng) -> Range<usize> {
    let start = chance.usize(..=bytes.len());
    let most = 1 << chance.u32(..12);
    start..(start + chance.usize(..=most)).min(bytes.len())
}

fn put(bytes: &mut Vec<u8>, chance: &mut Rng, words: &[&str]) {
    if let Some(word) = chance.choice(words) {
        insert(bytes, chance, word.as_bytes());
    }
}

fn insert(bytes: &mut Vec<u8>, chance: &mut Rng, word: &[u8]) {
    let at = chance.usize(..=bytes.len());
    bytes.splice(at..at, word.iter().copied());
}

fn flip(bytes: &mut [u8], chance: &mut Rng) {
    if let Some(byte) = chance.choice(bytes) {
        *byte ^= 1 << chance.u8(..8);
    }
}

fn repeat(bytes: &mut Vec<u8>, chance: &mut Rng) {
    let part = some(bytes, chance);
    let copy = bytes[part.clone()].repeat(1 + chance.usize(..4));
    bytes.splice(part.end..part.end, copy);
}

fn shift(bytes: &mut Vec<u8>, chance: &mut Rng) {
    let part: Vec<u8> = bytes.drain(some(bytes, chance)).collect();
    insert(bytes, chance, &part);
}

/// A run of bytes of one kind becomes a word.
fn exchange(bytes: &mut Vec<u8>, chance: &mut Rng, kind: fn(&u8) -> bool, words: &[&str]) {
    let word = chance.choice(words).map_or("", |word| word);
    let from = chance.usize(..=bytes.len());
    let Some(start) = bytes[from..].iter().position(kind).map(|at| from + at) else { return };
    let end = bytes[start..].iter().position(|byte| !kind(byte)).map_or(bytes.len(), |at| start + at);
    bytes.splice(start..end, word.bytes());
}

/// One line is taken out, doubled, or put in another place.
fn lines(bytes: &mut Vec<u8>, chance: &mut Rng) {
    let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    if lines.is_empty() {
        return;
    }
    let (one, other) = (chance.usize(..lines.len()), chance.usize(..lines.len()));
    match chance.u8(..3) {
        0 => drop(lines.remove(one)),
        1 => lines.insert(other, lines[one]),
        _ => lines.swap(one, other),
    }
    *bytes = lines.concat();
}

/// A part again and again, up to a megabyte: deep brackets, long words, many records.
fn swell(bytes: &mut Vec<u8>, chance: &mut Rng) {
    let part = some(bytes, chance);
    let times = (1 << chance.u32(10..=20)) / part.len().max(1);
    let copy = bytes[part.clone()].repeat(times);
    bytes.splice(part.end..part.end, copy);
}
