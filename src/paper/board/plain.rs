//! The map as text in columns, for a mail or a terminal. Only characters that are as wide in every font of fixed width.

use super::{Board, Tile, title_of};
use crate::{
    knowledge::points::Phase,
    text::{clean::shown_line, ruler::Ruler, wrap::wrap_lines},
    words::Words,
};

/// Each phase is so wide; four of them with what parts them take 97 columns.
const PHASE: usize = 22;
const FOUNDATION: usize = 47;
const BETWEEN: &str = " | ";
/// Marks are as wide as they are drawn at most.
const RULER: Ruler = Ruler { wide: true };

pub fn write(board: &Board) -> String {
    let words = board.words;
    let phases: Vec<Vec<String>> = board
        .steps()
        .map(|(phase, tiles)| {
            let name = wrapped(&heading(*phase, words), PHASE);
            name.into_iter().chain(tiles.iter().flat_map(|tile| lines(board, tile, PHASE))).collect()
        })
        .collect();
    let foundations: Vec<Vec<String>> =
        board.foundations().map(|tile| lines(board, tile, FOUNDATION)).collect();
    let wide = phases.len() * (PHASE + BETWEEN.len()) - BETWEEN.len();
    let rule = "-".repeat(wide);
    let mut rows = vec![shown_line(&board.title), board.day.clone(), rule.clone()];
    rows.extend(side_by_side(&phases, PHASE));
    rows.push(rule.clone());
    rows.push(heading(Phase::Foundation, words));
    rows.extend(side_by_side(&foundations, FOUNDATION));
    rows.push(rule);
    rows.iter().map(|row| format!("{}\n", row.trim_end())).collect()
}

fn heading(phase: Phase, words: Words) -> String {
    format!("== {} ==", phase.name().pick(words.lang))
}

/// The point in brackets where it is lit; an empty row above parts it from the one before.
fn lines(board: &Board, tile: &Tile, cols: usize) -> Vec<String> {
    let words = board.words;
    let title = title_of(words, tile.point);
    let title = if tile.lit { format!("[{title}] {}", words.board_now()) } else { title };
    let said = [tile.standing.clone(), tile.lead.clone(), tile.facts.join(" ")];
    let said = said.iter().filter(|said| !said.is_empty()).flat_map(|said| wrapped(said, cols - 2));
    let title = wrapped(&title, cols);
    [String::new()].into_iter().chain(title).chain(said.map(|row| format!("  {row}"))).collect()
}

fn wrapped(text: &str, cols: usize) -> Vec<String> {
    let text = shown_line(text);
    wrap_lines(RULER, &text, cols).into_iter().map(str::to_owned).collect()
}

fn side_by_side(columns: &[Vec<String>], cols: usize) -> Vec<String> {
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |column: &Vec<String>, at: usize| RULER.fit(column.get(at).map_or("", String::as_str), cols);
    let row = |at| columns.iter().map(|column| cell(column, at)).collect::<Vec<_>>().join(BETWEEN);
    (0..height).map(row).collect()
}
