//! Ticking the signs of a point: which one, by what it is seen, and as who said; or that it is seen no more.

use crate::{
    app::{
        form::{Field, FieldError, Form},
        look::Tone,
        model::Model,
        overlay::Overlay,
        picker::{Choice, Picker},
        update::names,
        view::board,
    },
    domain::{
        Point, Tick,
        decide::board::{Sighting, tick, untick},
    },
    knowledge::points::{card, point_of_sign, sign},
    words::terms::sign_mark,
};

/// Offers the signs of the chosen point, the first that nobody has spoken of in hand.
pub fn pick(model: &mut Model) {
    let Some(point) = board::chosen(model) else { return };
    let (words, record) = (model.words, model.council().point(point));
    let signs = &card(point).signs;
    let choices = signs.iter().map(|sign| {
        let state = record.sign(sign.id);
        let label = format!("{} {}", sign_mark(state), sign.text.pick(words.lang));
        Choice::new(sign.id, label).note(words.sign_state(state))
    });
    let first = signs.iter().find(|sign| !record.sign(sign.id).stands()).map_or("", |sign| sign.id);
    let picker = Picker::new(words.signs_pick(), point.key(), choices.collect(), take);
    model.overlays.push(Overlay::Picker(picker.at(first)));
}

/// Ticks a sign of a point; one that is ticked can be mended or taken back.
pub fn take(model: &mut Model, point: &str, sign: &str) {
    let Some(point) = Point::from_key(point) else { return };
    if model.council().point(point).tick(sign).is_none() {
        return open_form(model, point, sign);
    }
    let words = model.words;
    let choices = vec![Choice::new(MEND, words.signs_mend()), Choice::new(END, words.signs_end())];
    // The id of a sign begins with the key of its point.
    let picker = Picker::new(text_of(model, sign), sign, choices, |model, sign, way| {
        let Some(point) = point_of_sign(sign) else { return };
        if way == MEND { open_form(model, point, sign) } else { end(model, point, sign) }
    });
    model.overlays.push(Overlay::Picker(picker));
}

const MEND: &str = "mend";
const END: &str = "end";

fn text_of(model: &Model, id: &str) -> &'static str {
    sign(id).map_or("", |sign| sign.text.pick(model.words.lang))
}

fn end(model: &mut Model, point: Point, sign: &str) {
    let decision = untick(model.council(), point, sign, model.today());
    if model.commit(decision) {
        model.tell(Tone::Good, model.words.signs_ended(text_of(model, sign)));
    }
}

const EVIDENCE: usize = 0;
const SAID_BY: usize = 1;
const ON: usize = 2;

fn open_form(model: &mut Model, point: Point, sign: &str) {
    let (words, council) = (model.words, model.council());
    let known: Option<&Tick> = council.point(point).tick(sign);
    let said_by = known.and_then(|tick| tick.said_by.as_ref()).map_or("", |who| &who.label);
    let on = words.day(known.map_or(model.today(), |tick| tick.on), council.head.dates);
    let day = Field::text(words.signs_on(), on).hint(words.signs_hint_on());
    let fields = vec![
        Field::text(words.signs_evidence(), known.map_or("", |tick| &tick.evidence))
            .hint(words.signs_hint_evidence(text_of(model, sign))),
        Field::name(words.signs_said_by(), said_by).hint(words.signs_hint_said_by()),
        if known.is_none() { day.suggested() } else { day },
    ];
    let title = words.signs_form(text_of(model, sign));
    model.open_form(Form::new(title, sign, fields, save));
}

fn save(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let sign = form.about.as_str();
    let Some(point) = point_of_sign(sign) else { return Ok(()) };
    let known = model.council().point(point).tick(sign).and_then(|tick| tick.said_by.clone());
    let seen = Sighting {
        sign: sign.to_owned(),
        on: form.date(model, ON)?.unwrap_or_else(|| model.today()),
        evidence: form.text(EVIDENCE).to_owned(),
        said_by: names::who_again(model, form, SAID_BY, known.as_ref())?,
    };
    let said = match seen.evidence.is_empty() {
        true => model.words.signs_claimed(text_of(model, sign)),
        false => model.words.signs_ticked(text_of(model, sign)),
    };
    let decision = tick(model.council(), point, seen, model.today());
    model.submit_at(ON, decision)?;
    model.tell(Tone::Good, said);
    Ok(())
}
