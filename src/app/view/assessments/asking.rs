//! The sign in hand, large enough for a room to read: what it says, how the voices lie, the time before, and the line or the row of
//! organisations that takes the answers. The other signs stand below.

use super::{sign_text, standing, title_of, tone, when};
use crate::{
    app::{
        assessing::Way,
        look::Tone,
        model::Model,
        pen::Pen,
        row::Para,
        update::assessments::{answer, sign, voices},
        view::{Caret, list},
    },
    domain::{Answer, Assessment, Count, Tally, Voice, Voiced, Who},
    knowledge::points::{card, point_of_sign},
    text::{hands::parse_hands, ruler::Ruler, wrap::wrap_lines},
    words::Words,
};
use ratatui::layout::Rect;

/// From this many rows on there is air around the sign.
const AIRY: u16 = 16;
/// No sign takes more rows; the words of a longer one are cut.
const SIGN_ROWS: usize = 3;

pub fn draw(model: &Model, pen: &mut Pen) -> Caret {
    let split = model.split();
    list::draw_list(model, split.list, pen);
    let panel = split.detail?;
    pen.rule(panel.x, panel.bottom(), panel.right(), Tone::Dim);
    let Some(sign) = sign(model) else {
        pen.text(panel.x + 1, panel.y, panel.right(), model.words.assessment_no_sign(), Tone::Dim);
        return None;
    };
    let rest = draw_sign(model, &sign, panel, pen);
    match model.way() {
        Way::Look => {
            list::draw_paras(&told(model, &sign), 0, rest, pen);
            None
        }
        Way::Hands => {
            let [above, entry] = shared(rest, HANDS_ROWS);
            list::draw_paras(&told(model, &sign), 0, above, pen);
            draw_hands(model, entry, pen)
        }
        Way::Voices => {
            let grid = Grid::of(model, rest.width);
            let [above, entry] = shared(rest, grid.rows());
            list::draw_paras(&told_shortly(model, &sign), 0, above, pen);
            grid.draw(model, entry, pen);
            None
        }
    }
}

/// The lower part as high as it is wished, as long as two rows stay above.
fn shared(area: Rect, wished: u16) -> [Rect; 2] {
    let below = wished.min(area.height.saturating_sub(2));
    let above = area.height - below;
    [Rect { height: above, ..area }, Rect { y: area.y + above, height: below, ..area }]
}

/// The sign in a box under its point. Returns what is left of the panel.
fn draw_sign(model: &Model, sign: &str, panel: Rect, pen: &mut Pen) -> Rect {
    let (words, ruler) = (model.words, model.look.ruler);
    let inner = Rect { x: panel.x + 2, width: panel.width.saturating_sub(4), ..panel };
    let text = sign_text(words, sign);
    let rows = wrap_lines(ruler, &text, usize::from(inner.width));
    let shown = rows.len().min(SIGN_ROWS) as u16;
    let air = u16::from(panel.height >= AIRY);
    let height = (shown + 2 * air + 2).min(panel.height);
    pen.frame(Rect { height, ..panel }, Tone::Accent);
    pen.text(inner.x, panel.y, inner.right(), &format!(" {} ", heading(words, sign)), Tone::Accent);
    for (y, row) in (panel.y + 1 + air..panel.y + height - 1).zip(rows.iter().take(SIGN_ROWS)) {
        pen.text(inner.x, y, inner.right(), row, Tone::Strong);
    }
    Rect { x: panel.x + 1, y: panel.y + height, width: panel.width - 2, height: panel.height - height }
}

/// 5 協議組織をつくる  2／4
fn heading(words: Words, sign: &str) -> String {
    let Some(point) = point_of_sign(sign) else { return words.assessment_foreign_signs().to_owned() };
    let signs = &card(point).signs;
    let at = signs.iter().position(|it| it.id == sign).map_or(0, |at| at + 1);
    format!("{}  {}", title_of(words, point), words.assessment_place(at, signs.len()))
}

/// What the room says as far as it was heard: hands that are being typed stand for what was said before.
fn tally(model: &Model) -> Option<Tally> {
    let typed = (model.way() == Way::Hands).then(|| parse_hands(model.assessing.hands.text())).flatten();
    typed.map(|counts| Tally::from(Count::from(counts))).or_else(|| answer(model).map(|it| it.tally.clone()))
}

/// A bar a voice with who said it, how the voices lie, and the time before.
fn told(model: &Model, sign: &str) -> Vec<Para> {
    let tally = tally(model);
    let bars = Voice::ALL.map(|voice| bar(model, voice, tally.as_ref()));
    [bars.to_vec(), vec![lie(model, sign, tally.as_ref())], before(model, sign, tally.as_ref())].concat()
}

/// One row for the voices, for there are the organisations to show.
fn told_shortly(model: &Model, sign: &str) -> Vec<Para> {
    let tally = tally(model);
    let mut lie = lie(model, sign, tally.as_ref());
    if let Some(count) = tally.as_ref().map(Tally::count) {
        lie.text += &format!("  {}  {}", model.words.counted(count), super::strip(count, super::STRIP));
    }
    [vec![lie], before(model, sign, tally.as_ref())].concat()
}

/// `一部        3  ######              農務課、図書館`
fn bar(model: &Model, voice: Voice, tally: Option<&Tally>) -> Para {
    let (words, ruler) = (model.words, model.look.ruler);
    let label = Voice::ALL.map(|voice| ruler.width(words.voice(voice))).into_iter().max().unwrap_or(0);
    let cols = usize::from(model.width) / 5;
    let count = tally.map(Tally::count).unwrap_or_default();
    let said = u64::from(count.of(voice));
    let length = match count.total() {
        0 => 0,
        total => (said * cols as u64).div_ceil(total) as usize,
    };
    let names = tally.map(|tally| names(words, tally, voice)).unwrap_or_default();
    let bar = "#".repeat(length);
    let row = format!("{}{said:>6}  {bar:<cols$}  {names}", ruler.fit(words.voice(voice), label));
    // A row a voice: a bar that wraps is none.
    let room = usize::from(model.width).saturating_sub(2);
    let tone = if said > 0 { Tone::Plain } else { Tone::Dim };
    Para::new(ruler.cut(row.trim_end(), room), tone)
}

/// Who said so.
fn names(words: Words, tally: &Tally, voice: Voice) -> String {
    let said = tally.voices().iter().filter(|it| it.voice == voice);
    said.map(|it| it.who.label.as_str()).collect::<Vec<_>>().join(words.pick("、", ", "))
}

/// 見方が分かれる  前進
fn lie(model: &Model, sign: &str, tally: Option<&Tally>) -> Para {
    let words = model.words;
    let count = tally.map(Tally::count);
    let earlier = earlier(model, sign).map(|(_, answer)| &answer.tally);
    let drift = tally.zip(earlier).map(|(now, before)| now.drift_from(before));
    let drift = drift.map(|drift| format!("  {}", words.drift(drift))).unwrap_or_default();
    Para::new(format!("{}{drift}", standing(words, count)), tone(count.and_then(Count::accord)))
}

fn earlier<'m>(model: &'m Model, sign: &str) -> Option<(&'m Assessment, &'m Answer)> {
    model.council().answer_before(model.assessing.id.as_ref()?, sign)
}

/// What was said the time before, and who says something else now.
fn before(model: &Model, sign: &str, tally: Option<&Tally>) -> Vec<Para> {
    let words = model.words;
    let Some((asked, earlier)) = earlier(model, sign) else {
        return vec![Para::new(words.assessment_first_time(), Tone::Dim)];
    };
    let said = words.assessment_before(&when(model, asked), &words.counted(earlier.tally.count()));
    let moved = tally.map(|now| moved(words, &earlier.tally, now)).unwrap_or_default();
    std::iter::once(Para::new(said, Tone::Dim)).chain(moved).collect()
}

fn moved(words: Words, before: &Tally, now: &Tally) -> Vec<Para> {
    let moved = |it: &Voiced| {
        let then = before.voice_of(&it.who).filter(|then| *then != it.voice)?;
        let said = words.assessment_moved(&it.who.label, words.voice(then), words.voice(it.voice));
        Some(Para::bullet(said, Tone::Plain))
    };
    now.voices().iter().filter_map(moved).collect()
}

const HANDS_ROWS: u16 = 2;

/// The line of numbers, and under it what it will become.
fn draw_hands(model: &Model, area: Rect, pen: &mut Pen) -> Caret {
    if area.height == 0 {
        return None;
    }
    let words = model.words;
    let typed = &model.assessing.hands;
    let x = pen.text(area.x, area.y, area.right(), words.assessment_prompt(), Tone::Accent);
    let caret = pen.field(x, area.y, area.right(), typed, Tone::Strong);
    if area.height > 1 {
        let (said, tone) = match parse_hands(typed.text()) {
            Some(counts) => (words.assessment_becomes(&words.counted(counts.into())), Tone::Good),
            None if typed.text().trim().is_empty() => (words.assessment_type().to_owned(), Tone::Dim),
            None => (words.assessment_not_hands(typed.text()), Tone::Warn),
        };
        pen.text(area.x, area.y + 1, area.right(), &said, tone);
    }
    Some(caret)
}

/// The parties in columns, row by row.
struct Grid {
    parties: Vec<Who>,
    /// The columns of a name, and of a whole cell.
    name: usize,
    cell: usize,
    in_a_row: usize,
}

/// No name takes more columns.
const NAME: usize = 20;
/// The mark before a name, the space after it, and the air to the next.
const AROUND: usize = 5;

impl Grid {
    fn of(model: &Model, width: u16) -> Self {
        let (words, ruler) = (model.words, model.look.ruler);
        let widest = |widths: &mut dyn Iterator<Item = usize>| widths.max().unwrap_or(0);
        let parties = voices::parties(model);
        let name = widest(&mut parties.iter().map(|who| ruler.width(&who.label))).min(NAME);
        let voice = widest(&mut Voice::ALL.into_iter().map(|voice| ruler.width(words.voice(voice))));
        let cell = name + voice + AROUND;
        Self { parties, name, cell, in_a_row: (usize::from(width) / cell).max(1) }
    }

    fn rows(&self) -> u16 {
        u16::try_from(self.parties.len().div_ceil(self.in_a_row)).unwrap_or(u16::MAX)
    }

    /// As many rows as there is room for, with the one of the party in hand.
    fn draw(&self, model: &Model, area: Rect, pen: &mut Pen) {
        let heard = model.assessing.party;
        let first = (heard / self.in_a_row + 1).saturating_sub(usize::from(area.height));
        let rows = self.parties.chunks(self.in_a_row).enumerate().skip(first);
        for (y, (row, parties)) in (area.y..area.bottom()).zip(rows) {
            for (column, who) in parties.iter().enumerate() {
                let x = area.x.saturating_add(u16::try_from(column * self.cell).unwrap_or(u16::MAX));
                let in_hand = row * self.in_a_row + column == heard;
                let width =
                    u16::try_from(self.cell - 2).unwrap_or(u16::MAX).min(area.right().saturating_sub(x));
                let cell = Rect { x, y, width, height: 1 };
                self.draw_one(model, who, in_hand, cell, pen);
            }
        }
    }

    fn draw_one(&self, model: &Model, who: &Who, in_hand: bool, cell: Rect, pen: &mut Pen) {
        let ruler: Ruler = model.look.ruler;
        let voice = voices::voice_of(model, who);
        let mark = if in_hand { IN_HAND } else { " " };
        let name = format!("{mark} {} ", ruler.fit(&who.label, self.name));
        let x = pen.text(cell.x, cell.y, cell.right(), &name, Tone::Plain);
        let said = voice.map_or("-", |voice| model.words.voice(voice));
        let tone = match voice {
            Some(Voice::InPlace) => Tone::Good,
            Some(Voice::NotYet) => Tone::Warn,
            Some(Voice::Partly) => Tone::Plain,
            None => Tone::Dim,
        };
        pen.text(x, cell.y, cell.right(), said, tone);
        if in_hand {
            pen.tint(cell, Tone::Chosen);
        }
    }
}

/// Before the party that is heard now. One column in every terminal.
const IN_HAND: &str = ">";
