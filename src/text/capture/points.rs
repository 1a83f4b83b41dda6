//! Points named at the end of a line: `#6`, `＃ツール`, `#tools`. Knows nothing of what stands before them.

use super::marks::{is_backslash, without_last_space};
use crate::{
    domain::Point,
    text::{fold::fold, romaji},
};

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
            .find(|point| name == point.key() || called(*point).iter().any(|called| fold(called) == name)),
    }
}

/// What the room calls a point: the short name, the full one on the board, and the reading of the short one.
const fn called(point: Point) -> [&'static str; 3] {
    match point {
        Point::Ready => ["ヨーイ", "位置についてヨーイ", "よーい"],
        Point::Wind => ["風", "風をつかむ", "かぜ"],
        Point::Evidence => ["根拠", "根拠を集める", "こんきょ"],
        Point::Allies => ["仲間", "仲間をつくる", "なかま"],
        Point::Council => ["協議組織", "協議組織をつくる", "きょうぎそしき"],
        Point::Tools => ["ツール", "ツールをつくる", "つーる"],
        Point::Grow => ["育てる", "育てる・促す", "そだてる"],
        Point::Feedback => ["評価", "評価・フィードバック", "ひょうか"],
        Point::Overview => ["俯瞰", "俯瞰的立場の職員", "ふかん"],
        Point::People => ["人材", "人材育成の意識", "じんざい"],
    }
}

/// The point being typed at the end of a text: what stands behind its #.
pub(super) fn being_typed(text: &str) -> Option<&str> {
    let (_, word) = text.rsplit_once(['#', '＃'])?;
    (!word.contains(char::is_whitespace)).then_some(word)
}

/// The points that a word begins, by number, name, key or reading, each with its name.
pub(super) fn beginning(word: &str) -> impl Iterator<Item = (Point, &'static str)> {
    let key = fold(word);
    let begins = move |point: &Point| {
        let [_, _, kana] = called(*point);
        point.number().to_string().starts_with(&key)
            || point.key().starts_with(&key)
            || called(*point).iter().any(|name| fold(name).starts_with(&key))
            || romaji::is_romaji(&key) && romaji::begins(kana, &key)
    };
    Point::ALL.into_iter().filter(begins).map(|point| (point, called(point)[0]))
}
