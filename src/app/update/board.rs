//! What the commands of the board do: moving on the map, lighting a point, and what the council says about each.

pub mod adding;
pub mod signs;

pub use crate::app::view::board::Way;

use super::{list, parties, shell};
use crate::{
    app::{
        command::Ready,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{BoardView, ListId, Model, Pane},
        overlay::Overlay,
        picker::{Choice, Picker},
        view::board::{self, title_of},
    },
    domain::{Point, Stage, decide},
    words::{Words, terms::stage_mark},
};

/// Goes to the board with this point chosen.
pub fn look_at(model: &mut Model, point: Point) {
    shell::go(model, Pane::Board);
    model.board_view = BoardView::Points;
    choose(model, point);
}

/// Opens this point on the board.
pub fn open(model: &mut Model, point: Point) {
    look_at(model, point);
    model.list_mut().detail = true;
}

/// A click chooses a point; on the chosen one it opens it.
pub fn click(model: &mut Model, x: u16, y: u16) {
    if model.list().detail {
        return;
    }
    match board::map(model).at(x, y) {
        Some(point) if board::chosen(model) == Some(point) => list::toggle_detail(model),
        Some(point) => choose(model, point),
        None => {}
    }
}

/// Chooses a point, and gives up a search that hides it.
pub(super) fn choose(model: &mut Model, point: Point) {
    if !board::shown(model).any(|it| it == point) {
        model.list_of_mut(ListId::Points).search.set("");
    }
    let at = board::shown(model).position(|it| it == point).unwrap_or(0);
    let list = model.list_of_mut(ListId::Points);
    list.cursor.at = at;
    list.detail_offset = 0;
}

pub fn has_point(model: &Model) -> Ready {
    if board::chosen(model).is_some() { Ready::Yes } else { Ready::Off(Words::board_nothing_chosen) }
}

pub fn has_evidence(model: &Model) -> Ready {
    match board::chosen(model) {
        Some(point) if model.council().point(point).evidence.is_empty() => {
            Ready::Off(Words::board_nothing_to_remove)
        }
        _ => has_point(model),
    }
}

pub fn has_active(model: &Model) -> Ready {
    if model.council().points.iter().any(|it| it.active) {
        Ready::Yes
    } else {
        Ready::Off(Words::board_none_active)
    }
}

/// An arrow on the map: to the nearest point that way.
pub fn go(model: &mut Model, way: Way) {
    let Some(from) = board::chosen(model) else { return };
    let shown: Vec<Point> = board::shown(model).collect();
    if let Some(point) = board::map(model).neighbour(from, way, |point| shown.contains(&point)) {
        choose(model, point);
    }
}

/// Lights the chosen point as the one the room is on; puts it out when it is lit.
pub fn light(model: &mut Model) {
    if let Some(point) = board::chosen(model) {
        let lit = (model.focus() != Some(point)).then_some(point);
        focus(model, lit);
    }
}

/// Lights the active point `steps` after the lit one on the map, around the end.
pub fn light_active(model: &mut Model, steps: isize) {
    let active: Vec<Point> =
        model.council().points.iter().filter(|it| it.active).map(|it| it.point).collect();
    let Some(last) = active.len().checked_sub(1) else { return };
    let lit = model.focus();
    let at = match steps {
        1.. => active.iter().position(|point| lit.is_none_or(|lit| *point > lit)).unwrap_or(0),
        _ => active.iter().rposition(|point| lit.is_none_or(|lit| *point < lit)).unwrap_or(last),
    };
    focus(model, Some(active[at]));
    choose(model, active[at]);
}

fn focus(model: &mut Model, point: Option<Point>) {
    let decision = decide::board::focus(model.history.council(), point, model.now, &mut model.mint);
    if model.commit(decision) {
        let said = match point {
            Some(point) => model.words.board_lit(&title_of(model.words, point)),
            None => model.words.board_unlit().to_owned(),
        };
        model.tell(Tone::Good, said);
    }
}

pub fn toggle_active(model: &mut Model) {
    if let Some(point) = board::chosen(model) {
        let decision = decide::board::toggle_active(model.council(), point, model.today());
        model.commit(decision);
    }
}

pub fn pick_stage(model: &mut Model) {
    let Some(point) = board::chosen(model) else { return };
    let words = model.words;
    let choices = Stage::ALL
        .map(|stage| Choice::new(stage.key(), format!("{} {}", stage_mark(stage), words.stage(stage))));
    let picker = Picker::new(words.board_pick_stage(), point.key(), choices.to_vec(), |model, about, key| {
        let stage = Stage::ALL.into_iter().find(|stage| stage.key() == key);
        if let (Some(point), Some(stage)) = (Point::from_key(about), stage) {
            let decision = decide::board::set_stage(model.council(), point, stage, model.today());
            model.commit(decision);
        }
    });
    let now = model.council().point(point).stage;
    model.overlays.push(Overlay::Picker(picker.at(now.key())));
}

/// The lead: nobody, a seat, an organisation or a member.
pub fn pick_lead(model: &mut Model) {
    let Some(point) = board::chosen(model) else { return };
    let mut choices = vec![Choice::new("", model.words.board_no_lead())];
    choices.extend(parties::everyone(model));
    let lead = model.council().point(point).lead.as_ref().and_then(|who| who.party.as_ref());
    let at = lead.map(parties::key).unwrap_or_default();
    let picker = Picker::new(model.words.board_pick_lead(), point.key(), choices, |model, about, key| {
        let Some(point) = Point::from_key(about) else { return };
        let lead = parties::of_key(key).map(|party| model.council().who(party));
        let decision = decide::board::set_lead(model.council(), point, lead, model.today());
        model.commit(decision);
    });
    model.overlays.push(Overlay::Picker(picker.at(&at)));
}

pub fn add_evidence(model: &mut Model) {
    let Some(point) = board::chosen(model) else { return };
    let words = model.words;
    let field = Field::text(words.board_evidence(), "").hint(words.board_hint_evidence());
    let title = words.board_form_evidence(&title_of(words, point));
    model.open_form(Form::new(title, point.key(), vec![field], save_evidence));
}

fn save_evidence(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let Some(point) = Point::from_key(&form.about) else { return Ok(()) };
    let decision = decide::board::add_evidence(model.council(), point, form.text(0), model.today());
    model.submit_at(0, decision)
}

/// Asks which observation to take out, newest first.
pub fn pick_evidence(model: &mut Model) {
    let Some(point) = board::chosen(model) else { return };
    let (council, words) = (model.council(), model.words);
    let evidence = council.point(point).evidence.iter().enumerate().rev();
    let choices = evidence.map(|(at, evidence)| {
        let day = words.date_short(evidence.on, council.head.dates);
        Choice::new(at.to_string(), evidence.text.clone()).note(day)
    });
    let picker = Picker::new(words.board_pick_evidence(), point.key(), choices.collect(), remove_evidence);
    model.overlays.push(Overlay::Picker(picker));
}

fn remove_evidence(model: &mut Model, about: &str, key: &str) {
    if let (Some(point), Ok(at)) = (Point::from_key(about), key.parse()) {
        let decision = decide::board::remove_evidence(model.council(), point, at, model.today());
        if model.commit(decision) {
            model.tell(Tone::Good, model.words.board_removed());
        }
    }
}

pub fn write_note(model: &mut Model) {
    let Some(point) = board::chosen(model) else { return };
    let words = model.words;
    let field =
        Field::text(words.board_note(), &model.council().point(point).note).hint(words.board_hint_note());
    let title = words.board_form_note(&title_of(words, point));
    model.open_form(Form::new(title, point.key(), vec![field], save_note));
}

fn save_note(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let Some(point) = Point::from_key(&form.about) else { return Ok(()) };
    let decision = decide::board::set_note(model.council(), point, form.text(0), model.today());
    model.submit_at(0, decision)
}
