//! What the commands of self-assessment do: the list of those asked, and the signs of one; asking is in the two files beside.

pub mod hands;
pub mod voices;

use super::{board, list};
use crate::{
    app::{
        assessing::Way,
        command::Ready,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{BoardView, ListId, Model},
        view::{
            self,
            assessments::{rows, signs},
        },
    },
    domain::{Answer, Assessment, Point, decide, id::AssessmentId},
    knowledge::points::{card, point_of_sign},
    text::editor::Editor,
    words::Words,
};

pub fn show(model: &mut Model) {
    model.board_view = BoardView::Assessments;
}

pub fn back(model: &mut Model) {
    model.board_view = BoardView::Points;
}

/// The assessment the cursor of the list is on.
pub fn chosen(model: &Model) -> Option<&Assessment> {
    model.council().assessments.get(&list::chosen(model, ListId::Assessments, &rows(model))?)
}

pub fn on_assessment(model: &Model) -> Ready {
    if chosen(model).is_some() { Ready::Yes } else { Ready::Off(Words::assessment_none) }
}

/// Begins to count hands for the signs of the point chosen on the board. What was begun today and not asked yet is gone on with.
pub fn begin(model: &mut Model) {
    let today = model.today();
    let begun = model.council().assessments.iter().find(|it| it.on == today && it.answers.is_empty());
    let id = match begun {
        Some(begun) => begun.id.clone(),
        None => {
            let id: AssessmentId = model.mint.id();
            let decision = decide::assessments::begin(model.council(), id.clone(), today);
            if !model.commit(decision) {
                return;
            }
            id
        }
    };
    list::go_to(model, ListId::Assessments, rows, &id);
    let first = view::board::chosen(model).and_then(|point| card(point).signs.first());
    model.open_assessment(id, Way::Hands);
    if let Some(sign) = first {
        list::go_to(model, ListId::Signs, signs::rows, &sign.id.to_owned());
    }
}

/// Opens the signs of the chosen assessment at the first that was asked.
pub fn open(model: &mut Model) {
    let Some(chosen) = chosen(model) else { return };
    let id = chosen.id.clone();
    model.open_assessment(id, Way::Look);
    let asked = |sign: &String| model.assessment().is_some_and(|it| it.answer(sign).is_some());
    let first = signs::rows(model).records().iter().flatten().find(|sign| asked(sign)).cloned();
    if let Some(sign) = first {
        list::go_to(model, ListId::Signs, signs::rows, &sign);
    }
}

const DAY: usize = 0;
const NOTE: usize = 1;

pub fn edit(model: &mut Model) {
    let Some(it) = chosen(model) else { return };
    let words = model.words;
    let fields = vec![
        Field::text(words.assessment_day(), words.day(it.on, model.council().head.dates)),
        Field::text(words.assessment_note(), &it.note).hint(words.assessment_hint_note()),
    ];
    let form = Form::new(words.assessment_form(), it.id.as_str(), fields, save);
    model.open_form(form);
}

fn save(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let Some(on) = form.date(model, DAY)? else {
        return Err(FieldError { field: DAY, said: model.words.assessment_day_wanted().to_owned() });
    };
    let id = AssessmentId::from(form.about.as_str());
    let decision = decide::assessments::describe(model.council(), &id, on, form.text(NOTE));
    model.submit_at(DAY, decision)?;
    list::go_to(model, ListId::Assessments, rows, &id);
    Ok(())
}

pub fn delete(model: &mut Model) {
    let Some(it) = chosen(model) else { return };
    let day = model.words.date(it.on, model.council().head.dates);
    let decision = decide::assessments::remove(model.council(), &it.id);
    if model.commit(decision) {
        model.tell(Tone::Good, model.words.assessment_deleted(&day));
    }
}

/// The sign in hand.
pub fn sign(model: &Model) -> Option<String> {
    list::chosen(model, ListId::Signs, &signs::rows(model))
}

/// What the room said of the sign in hand.
pub fn answer(model: &Model) -> Option<&Answer> {
    model.assessment()?.answer(&sign(model)?)
}

pub fn on_sign(model: &Model) -> Ready {
    if sign(model).is_some() { Ready::Yes } else { Ready::Off(Words::assessment_no_sign) }
}

pub fn on_known_sign(model: &Model) -> Ready {
    match sign(model) {
        Some(sign) if point_of_sign(&sign).is_none() => Ready::Off(Words::assessment_foreign),
        _ => on_sign(model),
    }
}

pub fn is_answered(model: &Model) -> Ready {
    match on_sign(model) {
        Ready::Yes if answer(model).is_none() => Ready::Off(Words::assessment_not_answered),
        ready => ready,
    }
}

/// Asks in this way from the sign in hand on; organisations cannot be heard where there are none.
pub fn ask(model: &mut Model, way: Way) {
    if way == Way::Voices && voices::parties(model).is_empty() {
        return model.tell(Tone::Warn, model.words.assessment_nobody());
    }
    model.assessing.way = way;
    model.assessing.sign = None;
}

/// Goes on to the next sign, or says that this was the last.
fn go_on(model: &mut Model) {
    let before = model.list().cursor.at;
    list::step(model, 1);
    if model.list().cursor.at == before {
        model.tell(Tone::Good, model.words.assessment_end());
    }
}

fn point(model: &Model) -> Option<Point> {
    point_of_sign(&sign(model)?)
}

/// Ticks the sign on the board, or mends what was ticked.
pub fn tick(model: &mut Model) {
    if let Some((sign, point)) = sign(model).zip(point(model)) {
        board::signs::take(model, point.key(), &sign);
    }
}

/// Opens the form of evidence on the point of the sign.
pub fn add_evidence(model: &mut Model) {
    if let Some(point) = point(model) {
        board::choose(model, point);
        board::add_evidence(model);
    }
}

pub fn look_at_point(model: &mut Model) {
    if let Some(point) = point(model) {
        board::open(model, point);
    }
}

pub fn clear(model: &mut Model) {
    let Some((id, sign)) = model.assessing.id.clone().zip(sign(model)) else { return };
    let decision = decide::assessments::clear(model.council(), &id, &sign);
    if model.commit(decision) {
        model.tell(Tone::Good, model.words.assessment_cleared());
    }
}

/// One level out: the search, then to the list of assessments.
pub fn leave(model: &mut Model) {
    if model.list().search.text().is_empty() {
        model.board_view = BoardView::Assessments;
    } else {
        model.list_mut().search.set("");
    }
}

/// An assessment that is gone, by undo or by somebody else, is not asked any further. At another sign nothing typed stays, and the
/// first who said nothing is heard.
pub fn settle(model: &mut Model) {
    if model.board_view != BoardView::Signs {
        return;
    }
    if model.assessment().is_none() {
        return model.board_view = BoardView::Assessments;
    }
    let sign = sign(model);
    if model.assessing.sign != sign {
        model.assessing.sign = sign;
        model.assessing.hands = Editor::default();
        model.assessing.party = voices::first_unheard(model, 0).unwrap_or(0);
    }
}
