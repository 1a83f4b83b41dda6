//! Where the ten points stand: four phases side by side on two foundations, or in two halves where four do not fit.
//! Geometry only: never draws, and knows nothing of the council.

use crate::{domain::Point, knowledge::points::Phase};
use ratatui::layout::Rect;

/// Where an arrow key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Left,
    Right,
    Up,
    Down,
}

/// The places of everything on the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map {
    pub cells: Vec<(Point, Rect)>,
    /// The phases as boxes, borders included; none where the points stand in two halves.
    pub phases: Vec<(Phase, Rect)>,
    /// The row that parts the steps from the foundations; of no height where there is no room.
    pub ground: Rect,
    /// What is left below the map.
    pub below: Rect,
}

/// Four phases stand side by side from this many columns and rows.
const FOUR: (u16, u16) = (76, 11);
/// From this many columns there is air at both edges.
const AIRY: u16 = 96;

/// The map in `area`. `needs` are the columns that the names in each phase want.
pub fn map(area: Rect, needs: [u16; 4]) -> Map {
    if area.width >= FOUR.0 && area.height >= FOUR.1 { phases(area, needs) } else { halves(area) }
}

impl Map {
    /// The point under a column and row.
    pub fn at(&self, x: u16, y: u16) -> Option<Point> {
        self.cells.iter().find(|(_, area)| area.contains((x, y).into())).map(|(point, _)| *point)
    }

    /// The nearest open point straight on that side; of several, the one whose top (or, up and down, whose left edge) is most level.
    pub fn neighbour(&self, from: Point, way: Way, open: impl Fn(Point) -> bool) -> Option<Point> {
        let here = self.cells.iter().find(|(point, _)| *point == from)?.1;
        let distance = |there: Rect| {
            let straight = match way {
                Way::Left | Way::Right => there.y < here.bottom() && here.y < there.bottom(),
                Way::Up | Way::Down => there.x < here.right() && here.x < there.right(),
            };
            let along = match way {
                Way::Left => here.x.checked_sub(there.right()),
                Way::Right => there.x.checked_sub(here.right()),
                Way::Up => here.y.checked_sub(there.bottom()),
                Way::Down => there.y.checked_sub(here.bottom()),
            }?;
            let across = match way {
                Way::Left | Way::Right => here.y.abs_diff(there.y),
                Way::Up | Way::Down => here.x.abs_diff(there.x),
            };
            straight.then_some((along, across))
        };
        let sides = self.cells.iter().filter(|(point, _)| open(*point));
        let reached = sides.filter_map(|(point, there)| Some((distance(*there)?, *point)));
        reached.min_by_key(|(distance, _)| *distance).map(|(_, point)| point)
    }
}

/// Four boxes, the ground under them, and the two foundations.
fn phases(area: Rect, needs: [u16; 4]) -> Map {
    let (step, foundation) = heights(area.height);
    let margin = u16::from(area.width >= AIRY);
    let row = Rect { x: area.x + margin, width: area.width - 2 * margin, ..area };
    let (mut cells, mut boxes, mut x) = (Vec::with_capacity(10), Vec::with_capacity(4), row.x);
    for (phase, width) in Phase::ALL.into_iter().zip(widths(row.width - 3, needs)) {
        let frame = Rect { x, width, height: 3 * step + 2, ..area };
        cells.extend(stacked(phase, frame));
        boxes.push((phase, frame));
        x = frame.right() + 1;
    }
    let ground = Rect { y: area.y + 3 * step + 2, height: 1, ..row };
    let below = ground.bottom() + foundation;
    cells.extend(side_by_side(Rect { y: ground.bottom(), height: foundation, ..row }, FOUNDATIONS));
    Map { cells, phases: boxes, ground, below: Rect { y: below, height: area.bottom() - below, ..area } }
}

const FOUNDATIONS: [Point; 2] = [Point::Overview, Point::People];

/// Rows of a step where three stand in a box, and of a foundation: as many as leave a fifth for what comes below the map.
fn heights(rows: u16) -> (u16, u16) {
    let with_foundation = |step: u16| (step, step.div_ceil(2).max(2));
    let sizes = (3..=7).rev().map(with_foundation);
    let taken = |(step, foundation): &(u16, u16)| 3 * step + 3 + foundation;
    sizes.into_iter().find(|size| taken(size) + rows / 5 <= rows).unwrap_or(with_foundation(2))
}

/// Shares `room` columns so that every phase has what it needs and all are as equal as they can be.
fn widths(room: u16, needs: [u16; 4]) -> [u16; 4] {
    let wanted: u16 = needs.iter().sum();
    let mut widths = if wanted <= room { needs } else { [room / 4; 4] };
    for _ in widths.iter().sum::<u16>()..room {
        if let Some(narrowest) = widths.iter_mut().min() {
            *narrowest += 1;
        }
    }
    widths
}

/// The steps of a phase one above the other, inside its box.
fn stacked(phase: Phase, frame: Rect) -> impl Iterator<Item = (Point, Rect)> {
    let rows = frame.height - 2;
    let count = u16::try_from(phase.cards().count()).unwrap_or(1);
    (0..count).zip(phase.cards()).map(move |(at, card)| {
        let (top, bottom) = (rows * at / count, rows * (at + 1) / count);
        let cell = Rect {
            x: frame.x + 1,
            y: frame.y + 1 + top,
            width: frame.width.saturating_sub(2),
            height: bottom - top,
        };
        (card.point, cell)
    })
}

fn side_by_side(row: Rect, points: [Point; 2]) -> [(Point, Rect); 2] {
    let left = (row.width - 1) / 2;
    let right = Rect { x: row.x + left + 1, width: row.width - left - 1, ..row };
    [(points[0], Rect { width: left, ..row }), (points[1], right)]
}

/// Phases 0 and 1 at the left, 2 and 3 at the right, the foundations under both.
fn halves(area: Rect) -> Map {
    let spare = if area.height < 20 { 0 } else { 5 };
    let height = ((area.height - spare) / 5).clamp(1, 5);
    let parted = u16::from(area.height > 5 * height);
    let row = |at: u16, y: u16| Rect { y: y + at * height, height, ..area };
    let steps = (0..4).zip(Point::ALL).zip(&Point::ALL[4..]);
    let mut cells: Vec<_> =
        steps.flat_map(|((at, left), right)| side_by_side(row(at, area.y), [left, *right])).collect();
    cells.sort_by_key(|(point, _)| *point);
    cells.extend(side_by_side(row(4, area.y + parted), FOUNDATIONS));
    let below = area.y + 5 * height + parted;
    Map {
        cells,
        phases: Vec::new(),
        ground: Rect { y: area.y + 4 * height, height: parted, ..area },
        below: Rect { y: below, height: area.bottom() - below, ..area },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wide() -> Map {
        map(Rect::new(0, 2, 100, 27), [24, 17, 21, 25])
    }

    fn narrow() -> Map {
        map(Rect::new(0, 2, 60, 15), [24, 17, 21, 25])
    }

    fn walk(map: &Map, from: Point, ways: &[Way]) -> Point {
        ways.iter().fold(from, |at, way| map.neighbour(at, *way, |_| true).unwrap_or(at))
    }

    #[test]
    fn arrows_follow_the_map() {
        use Way::{Down, Left, Right, Up};
        let map = wide();
        assert_eq!(walk(&map, Point::Ready, &[Right]), Point::Wind);
        assert_eq!(walk(&map, Point::Wind, &[Down, Down]), Point::Allies);
        assert_eq!(walk(&map, Point::Wind, &[Right, Right]), Point::Grow);
        assert_eq!(walk(&map, Point::Evidence, &[Right, Right]), Point::Feedback);
        assert_eq!(walk(&map, Point::Grow, &[Right]), Point::Grow, "the edge of the map");
        assert_eq!(walk(&map, Point::Allies, &[Down]), Point::Overview);
        assert_eq!(walk(&map, Point::Feedback, &[Down]), Point::People);
        assert_eq!(walk(&map, Point::People, &[Left]), Point::Overview);
        assert_eq!(walk(&map, Point::Overview, &[Up]), Point::Ready);
        assert_eq!(walk(&map, Point::People, &[Up]), Point::Tools);
        let map = narrow();
        assert_eq!(walk(&map, Point::Ready, &[Down, Right]), Point::Tools);
        assert_eq!(walk(&map, Point::Feedback, &[Down, Left, Up]), Point::Allies);
    }

    #[test]
    fn closed_points_are_passed_over() {
        let open = |point| point != Point::Evidence;
        assert_eq!(wide().neighbour(Point::Wind, Way::Down, open), Some(Point::Allies));
    }

    #[test]
    fn names_get_their_columns_before_the_rest_is_shared() {
        assert_eq!(widths(95, [24, 17, 21, 25]), [24, 23, 23, 25]);
        assert_eq!(widths(77, [24, 17, 21, 25]), [20, 19, 19, 19]);
    }

    proptest! {
        #[test]
        fn ten_cells_without_overlap_inside_the_area(width in 40u16..220, height in 8u16..80) {
            let area = Rect::new(0, 2, width, height);
            let map = map(area, [24, 17, 21, 25]);
            prop_assert!(map.cells.iter().map(|(point, _)| *point).eq(Point::ALL));
            for (at, (_, cell)) in map.cells.iter().enumerate() {
                prop_assert!(cell.height > 0 && cell.width > 10);
                prop_assert_eq!(cell.intersection(area), *cell);
                prop_assert!(map.cells[..at].iter().all(|(_, other)| !other.intersects(*cell)));
                prop_assert!(!cell.intersects(map.ground) && !cell.intersects(map.below));
            }
            prop_assert_eq!(map.below.bottom(), area.bottom());
        }
    }
}
