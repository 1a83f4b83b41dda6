//! The map as a drawing that fills a landscape sheet. Every text is measured, cut and wrapped here: nobody looks before it is printed.
//!
//! How far a point is shows by a mark, a word and the frame; the tints only help.

use super::{Board, Tile, legend};
use crate::{
    domain::Stage,
    paper::{Sheet, write::escape::escape},
    text::{clean::shown_line, ruler::Ruler, wrap::wrap},
};
use std::fmt::Write;

/// Sans-serif fonts with Japanese that offices have, told apart from far off.
pub const FONTS: &str =
    "'BIZ UDPGothic', 'Yu Gothic', 'Hiragino Sans', 'Noto Sans CJK JP', 'Noto Sans JP', Meiryo, sans-serif";

/// The drawing is measured in quarters of a millimetre of A4.
const WIDTH: f64 = 1188.0;
const HEIGHT: f64 = 840.0;
const MARGIN: f64 = 40.0;
const GAP: f64 = 14.0;
/// Where the phases begin and end, and the foundations.
const TOP: f64 = 104.0;
const GROUND: f64 = 606.0;
const BOTTOM: f64 = 772.0;
/// The band with the name of a phase.
const BAND: f64 = 34.0;
/// Letters: titles of points, what is said of them, texts.
const TITLE: f64 = 19.0;
const SAID: f64 = 15.0;
const SMALL: f64 = 13.5;
/// Rows are so many times as high as their letters.
const LEADING: f64 = 1.42;

/// A rectangle in the drawing.
#[derive(Clone, Copy)]
struct Area {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// Width and height of a sheet that lies.
pub const fn millimetres(sheet: Sheet) -> [u32; 2] {
    match sheet {
        Sheet::A4 => [297, 210],
        Sheet::A3 => [420, 297],
    }
}

/// The drawing as a file.
pub fn write(board: &Board, sheet: Sheet) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", drawing(board, sheet))
}

/// The drawing as an element.
pub fn drawing(board: &Board, sheet: Sheet) -> String {
    let [width, height] = millimetres(sheet);
    let told = board.phases.iter().flat_map(|(_, tiles)| tiles).map(|tile| tile.told(board.words));
    let mut pen = Pen(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         role=\"img\" aria-labelledby=\"board-title board-desc\" xml:lang=\"{lang}\" font-family=\"{FONTS}\">\n\
         <title id=\"board-title\">{title}</title>\n<desc id=\"board-desc\">{desc}</desc>\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\n",
        lang = board.lang(),
        title = escaped(&board.title),
        desc = escaped(&told.collect::<Vec<_>>().join(board.words.pick("。", ". "))),
    ));
    head(board, &mut pen);
    phases(board, &mut pen);
    foundations(board, &mut pen);
    key(board, &mut pen);
    pen.0 + "</svg>\n"
}

fn head(board: &Board, pen: &mut Pen) {
    let wide = WIDTH - 2.0 * MARGIN;
    let day_wide = columns(SAID, &board.day) + 20.0;
    let title = fitted(&board.title, 28.0 * BOLD, wide - day_wide);
    pen.text(MARGIN, 72.0, 28.0, Weight::Bold, &title);
    pen.text(WIDTH - MARGIN, 72.0, SAID, Weight::End, &board.day);
}

/// The phases side by side, in each its points one above the other.
fn phases(board: &Board, pen: &mut Pen) {
    let steps: Vec<_> = board.steps().collect();
    let count = steps.len().max(1) as f64;
    let width = (WIDTH - 2.0 * MARGIN - GAP * (count - 1.0)) / count;
    for (at, (phase, tiles)) in steps.into_iter().enumerate() {
        let x = (width + GAP).mul_add(at as f64, MARGIN);
        let band = Area { x, y: TOP, width, height: BAND };
        band_of(phase.name().pick(board.words.lang), band, pen);
        let room = Area { x, y: TOP + BAND + 6.0, width, height: GROUND - TOP - BAND - 6.0 };
        let height = (room.height + 8.0) / tiles.len().max(1) as f64 - 8.0;
        for (place, tile) in tiles.iter().enumerate() {
            let y = (height + 8.0).mul_add(place as f64, room.y);
            draw(board, tile, Area { y, height, ..room }, pen);
        }
    }
}

fn band_of(name: &str, area: Area, pen: &mut Pen) {
    pen.rect(area, "fill=\"#22384f\" rx=\"4\"");
    let name = fitted(name, SAID, area.width - 20.0);
    let (x, y) = (area.x + area.width / 2.0, area.y + area.height / 2.0 + SAID * 0.36);
    pen.text(x, y, SAID, Weight::Heading, &name);
}

/// The two that carry the rest.
fn foundations(board: &Board, pen: &mut Pen) {
    let tiles: Vec<&Tile> = board.foundations().collect();
    let y = GROUND + GAP;
    let width = WIDTH - 2.0 * MARGIN;
    let name = board.phases.last().map_or("", |(phase, _)| phase.name().pick(board.words.lang));
    band_of(name, Area { x: MARGIN, y, width, height: BAND - 6.0 }, pen);
    let count = tiles.len().max(1) as f64;
    let each = (width - GAP * (count - 1.0)) / count;
    for (at, tile) in tiles.into_iter().enumerate() {
        let x = (each + GAP).mul_add(at as f64, MARGIN);
        let top = y + BAND;
        draw(board, tile, Area { x, y: top, width: each, height: BOTTOM - top }, pen);
    }
}

/// What the marks mean, and what a thick frame and a bar are.
fn key(board: &Board, pen: &mut Pen) {
    let words = board.words;
    let y = 806.0;
    let mut x = MARGIN;
    for (stage, _, name) in legend(words) {
        icon(stage, x + 8.0, y - 5.0, 8.0, pen);
        pen.text(x + 24.0, y, SMALL, Weight::Plain, name);
        x += 24.0 + columns(SMALL, name) + 22.0;
    }
    for (name, style) in [(words.board_active(), ACTIVE), (words.board_now(), LIT)] {
        pen.rect(Area { x, y: y - 14.0, width: 22.0, height: 18.0 }, "fill=\"#fff\" stroke=\"#000\"");
        if style == ACTIVE {
            pen.rect(Area { x, y: y - 14.0, width: 6.0, height: 18.0 }, ACTIVE);
        } else {
            pen.rect(Area { x, y: y - 14.0, width: 22.0, height: 18.0 }, LIT);
        }
        pen.text(x + 30.0, y, SMALL, Weight::Plain, name);
        x += 30.0 + columns(SMALL, name) + 22.0;
    }
}

/// The bar at the left of a point the council works on.
const ACTIVE: &str = "fill=\"#22384f\"";
/// The frame of the point spoken about now.
const LIT: &str = "fill=\"none\" stroke=\"#000\" stroke-width=\"4\" rx=\"4\"";

const fn frame(stage: Stage) -> &'static str {
    match stage {
        Stage::NotStarted => "fill=\"#fff\" stroke=\"#666\" stroke-dasharray=\"5 4\" rx=\"4\"",
        Stage::Started => "fill=\"#fff\" stroke=\"#444\" rx=\"4\"",
        Stage::UnderWay => "fill=\"#eef4fa\" stroke=\"#444\" rx=\"4\"",
        Stage::Established => "fill=\"#dfeadd\" stroke=\"#444\" rx=\"4\"",
        Stage::UnderReview => "fill=\"#fbf3dc\" stroke=\"#444\" stroke-dasharray=\"12 3\" rx=\"4\"",
    }
}

/// One point: number and name, how far it is, who leads it, what is open, and as much of its text as there is room for.
fn draw(board: &Board, tile: &Tile, area: Area, pen: &mut Pen) {
    let words = board.words;
    pen.0.push_str("<g>\n");
    writeln!(pen.0, "<title>{}</title>", escaped(&tile.told(words)))
        .expect("a String takes whatever is written");
    pen.rect(area, frame(tile.stage));
    if tile.active {
        pen.rect(Area { width: 6.0, ..area }, ACTIVE);
    }
    if tile.lit {
        pen.rect(area, LIT);
    }
    let left = area.x + 16.0;
    let room = area.width - 28.0;
    let mut y = area.y + 8.0;
    // The badge stands at the right of the first row.
    let badge = if tile.lit { columns(SMALL, words.board_now()) + 24.0 } else { 0.0 };
    let title = format!("{} {}", tile.point.number(), tile.name);
    let rows = if badge > 0.0 {
        rows_of(&title, TITLE * BOLD, room - badge)
    } else {
        rows_of(&title, TITLE * BOLD, room)
    };
    for row in rows.iter().take(2) {
        y += TITLE * LEADING;
        pen.text(left, y - TITLE * 0.35, TITLE, Weight::Bold, row);
    }
    if tile.lit {
        let (x, top) = (area.x + area.width - badge - 2.0, area.y + 12.0);
        pen.rect(Area { x, y: top, width: badge - 8.0, height: 24.0 }, "fill=\"#000\" rx=\"4\"");
        pen.text(x + 8.0, top + 17.0, SMALL, Weight::Inverse, words.board_now());
    }
    y += SAID * LEADING;
    icon(tile.stage, left + 8.0, y - SAID * 0.72, 8.0, pen);
    pen.text(left + 24.0, y - SAID * 0.35, SAID, Weight::Plain, &fitted(&tile.standing, SAID, room - 24.0));
    for said in on_rows(tile, room) {
        if y + SAID * LEADING < area.y + area.height {
            y += SAID * LEADING;
            pen.text(left, y - SAID * 0.35, SAID, Weight::Plain, &fitted(&said, SAID, room));
        }
    }
    texts(tile, Area { x: left, y: y + 4.0, width: room, height: area.y + area.height - y - 10.0 }, pen);
    pen.0.push_str("</g>\n");
}

/// Who leads it and what is open on it: on one row where both fit.
fn on_rows(tile: &Tile, room: f64) -> Vec<String> {
    let rows: Vec<String> = std::iter::once(&tile.lead).chain(&tile.facts).cloned().collect();
    let all = rows.join(BETWEEN);
    match tile.facts.is_empty() || columns(SAID, &all) <= room {
        true => vec![all],
        false => vec![tile.lead.clone(), tile.facts.join(BETWEEN)],
    }
}

/// Parts what is said in one row.
const BETWEEN: &str = "\u{3000}";

/// The texts as large as all of them fit; else in small letters as many rows as there is room for, the last of which says by an ellipsis
/// that there is more.
fn texts(tile: &Tile, area: Area, pen: &mut Pen) {
    let rows = |size: f64| -> Vec<String> {
        let lines = tile.texts.iter().map(|text| format!("・{}", shown_line(text)));
        let wrapped = lines.flat_map(|line| {
            let rows = wrap(RULER, &line, cols(size, area.width));
            rows.into_iter().map(|row| line[row].trim_end().to_owned()).collect::<Vec<_>>()
        });
        wrapped.collect()
    };
    let most = |size: f64| (area.height / (size * LEADING)).floor().max(0.0) as usize;
    let size = [17.0, SAID].into_iter().find(|size| rows(*size).len() <= most(*size)).unwrap_or(SMALL);
    let (mut rows, most) = (rows(size), most(size));
    if rows.len() > most {
        rows.truncate(most);
        if let Some(last) = rows.last_mut() {
            *last = fitted(last, size, area.width - 2.0 * size * LETTER);
            if !last.ends_with('…') {
                last.push('…');
            }
        }
    }
    for (at, row) in rows.iter().enumerate() {
        let y = size.mul_add(LEADING * (at as f64 + 1.0), area.y);
        pen.text(area.x, y - size * 0.35, size, Weight::Plain, row);
    }
}

/// The mark of a stage: a dash, a ring, a ring half filled, a disc, a ring that turns.
fn icon(stage: Stage, x: f64, y: f64, r: f64, pen: &mut Pen) {
    let ring = format!(
        "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" fill=\"#fff\" stroke=\"#000\" stroke-width=\"2\"/>\n"
    );
    let (top, bottom) = (y - r, y + r);
    let drawn = match stage {
        Stage::NotStarted => {
            format!("<path d=\"M{} {y}H{}\" stroke=\"#000\" stroke-width=\"3\"/>\n", x - r, x + r)
        }
        Stage::Started => ring,
        Stage::UnderWay => format!("{ring}<path d=\"M{x} {top}A{r} {r} 0 0 0 {x} {bottom}Z\"/>\n"),
        Stage::Established => format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{}\"/>\n", r + 1.0),
        Stage::UnderReview => format!(
            "<path d=\"M{x} {top}A{r} {r} 0 1 0 {} {y}\" fill=\"none\" stroke=\"#000\" stroke-width=\"2\"/>\n\
             <path d=\"M{x} {}L{} {top}L{x} {}Z\"/>\n",
            x + r,
            top - 5.0,
            x + 7.0,
            top + 5.0,
        ),
    };
    pen.0.push_str(&drawn);
}

/// What is drawn so far.
struct Pen(String);

/// How a text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Plain,
    Bold,
    /// Bold and white, in the middle.
    Heading,
    /// White.
    Inverse,
    /// Ends where it is put.
    End,
}

impl Pen {
    fn text(&mut self, x: f64, y: f64, size: f64, weight: Weight, text: &str) {
        let style = match weight {
            Weight::Plain => "",
            Weight::Bold => " font-weight=\"bold\"",
            Weight::Heading => " font-weight=\"bold\" fill=\"#fff\" text-anchor=\"middle\"",
            Weight::Inverse => " font-weight=\"bold\" fill=\"#fff\"",
            Weight::End => " text-anchor=\"end\"",
        };
        let text = escaped(text);
        writeln!(self.0, "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\"{style}>{text}</text>")
            .expect("a String takes whatever is written");
    }

    fn rect(&mut self, Area { x, y, width, height }: Area, style: &str) {
        writeln!(
            self.0,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" {style}/>"
        )
        .expect("a String takes whatever is written");
    }
}

/// Japanese fonts give ambiguous characters the whole square.
const RULER: Ruler = Ruler { wide: true };
/// A letter is half as wide as it is high, in fonts without Japanese more.
const LETTER: f64 = 0.56;

/// Bold letters are wider.
const BOLD: f64 = 1.08;

/// How many columns of letters of this size fit.
fn cols(size: f64, width: f64) -> usize {
    (width / (size * LETTER)).floor().max(1.0) as usize
}

/// How wide a text of this size is.
fn columns(size: f64, text: &str) -> f64 {
    RULER.width(text) as f64 * size * LETTER
}

/// A text on one row, cut where it does not fit; the ellipsis is as wide as the dots of the ruler, and has a place of its own.
fn fitted(text: &str, size: f64, width: f64) -> String {
    let text = shown_line(text);
    match RULER.cut(&text, cols(size, width)) {
        cut if cut == text => text,
        cut => cut.strip_suffix("..").map_or_else(String::new, |kept| format!("{kept}…")),
    }
}

/// At most two rows of a text.
fn rows_of(text: &str, size: f64, width: f64) -> Vec<String> {
    let text = shown_line(text);
    let ranges = wrap(RULER, &text, cols(size, width));
    let row = |(at, range): (usize, &std::ops::Range<usize>)| match at {
        1 => fitted(&text[range.start..], size, width),
        _ => text[range.clone()].trim_end().to_owned(),
    };
    ranges.iter().enumerate().take(2).map(row).collect()
}

/// Text on one row, between tags or in an attribute.
pub fn escaped(text: &str) -> String {
    escape(&shown_line(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_was_typed_is_markup() {
        assert_eq!(escaped("<b>\"A&B\"\u{1b}\u{FFFE}"), "&lt;b&gt;&quot;A&amp;B&quot;▯▯");
    }

    #[test]
    fn a_text_never_takes_more_room_than_it_has() {
        for width in [60.0, 100.0, 300.0] {
            for text in ["豊川市 糖尿病対策プロジェクトチーム", "WIDE LETTERS", "①②③", ""]
            {
                assert!(columns(TITLE, &fitted(text, TITLE, width)) <= width);
                assert!(rows_of(text, TITLE, width).iter().all(|row| columns(TITLE, row) <= width));
            }
        }
    }
}
