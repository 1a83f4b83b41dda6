//! Points named at the end of a line: `#6`, `＃ツール`, `#tools`. Knows nothing of what stands before them.

use super::marks::{is_backslash, without_last_space};
use crate::{domain::Point, text::fold::fold};

/// Splits the points off the end of a text. Nothing but points is text.
///
/// A backslash after what looks like a point keeps it in the text; it goes only where it does that.
pub(super) fn split(text: &str) -> (&str, Vec<Point>) {
    let (mut rest, mut points) = (text, Vec::new());
    while let Some((before, point)) = last_tag(rest) {
        rest = before;
        points.insert(0, point);
    }
    if rest.trim().is_empty() {
        return (text, Vec::new());
    }
    (unguarded(rest), distinct(points))
}

/// Each point once, where named first.
pub(super) fn distinct(points: impl IntoIterator<Item = Point>) -> Vec<Point> {
    let mut distinct = Vec::new();
    for point in points {
        if !distinct.contains(&point) {
            distinct.push(point);
        }
    }
    distinct
}

/// The text with what is needed to keep its end from being read as a point.
pub(super) fn guarded(text: &str) -> String {
    let guard = if needs_guard(text) { "＼" } else { "" };
    format!("{text}{guard}")
}

pub(super) fn tag(point: Point) -> String {
    format!("#{}", point.number())
}

fn unguarded(text: &str) -> &str {
    match text.strip_suffix(is_backslash) {
        Some(shorter) if needs_guard(text) => shorter,
        _ => text,
    }
}

fn needs_guard(text: &str) -> bool {
    last_tag(text.trim_end_matches(is_backslash)).is_some()
}

fn last_tag(text: &str) -> Option<(&str, Point)> {
    let end = text.trim_end();
    let at = end.rfind(['#', '＃'])?;
    let name = end[at..].trim_start_matches(['#', '＃']);
    let point = point_called(name)?;
    Some((without_last_space(&end[..at]), point))
}

/// The point of this number or name, a # before it or not.
pub fn point(name: &str) -> Option<Point> {
    point_called(name.trim().trim_start_matches(['#', '＃']))
}

fn point_called(name: &str) -> Option<Point> {
    if name.contains(char::is_whitespace) {
        return None;
    }
    let name = fold(name);
    match name.parse() {
        Ok(number) => Point::from_number(number),
        Err(_) => Point::ALL
            .into_iter()
            .find(|point| name == point.key() || called(*point).contains(&name.as_str())),
    }
}

/// What the room calls a point, as [`fold`] leaves it: the short name and the full one on the board.
const fn called(point: Point) -> [&'static str; 2] {
    match point {
        Point::Ready => ["よーい", "位置についてよーい"],
        Point::Wind => ["風", "風をつかむ"],
        Point::Evidence => ["根拠", "根拠を集める"],
        Point::Allies => ["仲間", "仲間をつくる"],
        Point::Council => ["協議組織", "協議組織をつくる"],
        Point::Tools => ["つーる", "つーるをつくる"],
        Point::Grow => ["育てる", "育てる・促す"],
        Point::Feedback => ["評価", "評価・ふぃーどばっく"],
        Point::Overview => ["俯瞰", "俯瞰的立場の職員"],
        Point::People => ["人材", "人材育成の意識"],
    }
}
