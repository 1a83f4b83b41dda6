//! The frames a program showed, each read as a terminal would show it, and what those that say "saved" promise.

use crate::ledger::{Ledger, NAME};
use std::num::NonZeroU16;
use vt100::Parser;

/// A frame that says that everything is saved.
pub struct Saved {
    /// The names of the lines of the record in sight, from the top.
    pub names: Vec<String>,
}

/// Each frame is one synchronized write, which ends with this.
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// The frames in what a program wrote that say all is saved, and whether the last frame of any kind does not.
pub fn read(bytes: &[u8], (columns, rows): (u16, u16)) -> (Vec<Saved>, bool) {
    let cells = |count| NonZeroU16::new(count).expect("a terminal has at least one cell");
    let mut parser = Parser::new(cells(rows), cells(columns), 0);
    let mut frames = Vec::new();
    let mut saving = false;
    let mut from = 0;
    while let Some(length) = bytes[from..].windows(FRAME_END.len()).position(|at| at == FRAME_END) {
        let end = from + length + FRAME_END.len();
        parser.process(&bytes[from..end]);
        from = end;
        let rows: Vec<String> = parser.screen().rows(0, columns).collect();
        let saved = is_saved(&rows);
        saving = !saved;
        if saved {
            frames.push(Saved { names: names(&rows) });
        }
    }
    (frames, saving)
}

fn is_saved(rows: &[String]) -> bool {
    rows.first().is_some_and(|header| header.trim_end().ends_with('済'))
}

/// Is this the record, ready to be written in?
pub fn is_record(screen: &str) -> bool {
    let rows: Vec<String> = screen.lines().map(str::to_owned).collect();
    is_saved(&rows) && rule(&rows).is_some()
}

/// The rule between the record and the line being typed.
fn rule(rows: &[String]) -> Option<usize> {
    rows.iter().position(|row| !row.is_empty() && row.chars().all(|c| c == '─'))
}

/// None while a window covers lines.
fn names(rows: &[String]) -> Vec<String> {
    let covered = rows.iter().any(|row| row.contains('┌'));
    let Some(rule) = rule(rows).filter(|_| !covered) else { return Vec::new() };
    rows[..rule].iter().filter_map(|row| name(row)).collect()
}

/// The name in a row: `r00012-034`.
fn name(row: &str) -> Option<String> {
    let is_name = |text: &&str| {
        let mut like = text.chars().zip("r00000-000".chars());
        like.all(|(c, like)| if like == '0' { c.is_ascii_digit() } else { c == like })
    };
    let starts = row.match_indices('r').map(|(at, _)| at);
    starts.filter_map(|at| row.get(at..at + NAME)).find(is_name).map(str::to_owned)
}

/// How many of the changes of a round the program said were saved. `states` is what the council says after each of them, and first
/// before them all. Where a frame fits several, the earliest counts.
///
/// # Errors
/// The names in a frame that fits none.
pub fn acknowledged(frames: &[Saved], states: &[Ledger]) -> Result<usize, String> {
    let states: Vec<Vec<&str>> = states.iter().map(Ledger::names).collect();
    let mut sure = 0;
    for Saved { names } in frames {
        let fits = |state: &&Vec<&str>| contains(state, names);
        let Some(further) = states[sure..].iter().position(|state| fits(&state)) else {
            return Err(names.join(" "));
        };
        sure += further;
    }
    Ok(sure)
}

/// Does `part` stand in `all`, one after the other?
fn contains(all: &[&str], part: &[String]) -> bool {
    let Some(first) = part.first() else { return true };
    let Some(at) = all.iter().position(|name| name == first) else { return false };
    all[at..].len() >= part.len() && all[at..].iter().zip(part).all(|(a, b)| a == b)
}
