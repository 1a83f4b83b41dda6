//! What the commands of a partner do, on the board's table of partners and on the roster alike.

use super::organisations;
use crate::{
    app::{
        command::Ready,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{BoardView, Model},
        overlay::Overlay,
        picker::{Choice, Picker, Take},
    },
    domain::{
        Council, Exchange, ExchangeWay, Organisation, Refusal, Tie,
        decide::{Decision, partners},
        id::OrganisationId,
    },
    knowledge::models,
    words::Words,
};

/// Opens the table; what was opened over it before is closed.
pub fn show(model: &mut Model) {
    model.board_view = BoardView::Partners;
    model.list_mut().detail = false;
}

pub fn back(model: &mut Model) {
    model.board_view = BoardView::Points;
}

pub fn has_log(model: &Model) -> Ready {
    match organisations::chosen(model) {
        Some(it) if it.partner.exchanges.is_empty() => Ready::Off(Words::partner_no_log),
        _ => organisations::on_organisation(model),
    }
}

pub fn pick_tie(model: &mut Model) {
    let Some(it) = organisations::chosen(model) else { return };
    let (title, now) = (model.words.partner_pick_tie(it.called()), it.partner.tie);
    pick_step(model, title, now, |model, about, key| {
        save_step(model, about, key, partners::set_tie);
    });
}

pub fn pick_aim(model: &mut Model) {
    let Some(it) = organisations::chosen(model) else { return };
    let (title, now) = (model.words.partner_pick_aim(it.called()), it.partner.aim.or(it.partner.tie));
    pick_step(model, title, now, |model, about, key| {
        save_step(model, about, key, partners::set_aim);
    });
}

/// The five steps, each with its marks, and none of them.
fn pick_step(model: &mut Model, title: String, now: Option<Tie>, take: Take) {
    let Some(id) = organisations::chosen(model).map(|it| it.id.clone()) else { return };
    let words = model.words;
    let steps = Tie::ALL.map(|tie| {
        let item = models::tie(tie);
        let marks: Vec<&str> = item.marks.iter().map(|mark| mark.pick(words.lang)).collect();
        let said = words.partner_tie_step(words.tie(tie), &marks.join(words.pick("、", "; ")));
        Choice::new(tie.key(), said).also(item.what.pick(words.lang))
    });
    let unsaid = Choice::new("", words.partner_tie_unsaid());
    let choices = steps.into_iter().chain([unsaid]).collect();
    let picker = Picker::new(title, id.as_str(), choices, take);
    model.overlays.push(Overlay::Picker(match now {
        Some(tie) => picker.at(tie.key()),
        None => picker,
    }));
}

fn save_step(
    model: &mut Model,
    about: &str,
    key: &str,
    decide: fn(&Council, &OrganisationId, Option<Tie>) -> Decision,
) {
    let tie = Tie::ALL.into_iter().find(|tie| tie.key() == key);
    let decision = decide(model.council(), &about.into(), tie);
    model.commit(decision);
}

const WAY: usize = 0;
const TEXT: usize = 1;
const DAY: usize = 2;

/// What an entry is until something else is chosen: a contact of today.
pub fn log(model: &mut Model) {
    let Some(it) = organisations::chosen(model) else { return };
    let title = model.words.partner_form_log(it.called());
    let entry = Exchange { on: model.today(), way: ExchangeWay::default(), text: String::new() };
    let mut form = Form::new(title, it.id.as_str(), fields(model, &entry), save_new);
    form.fields[DAY].suggested = true;
    model.open_form(form);
}

fn fields(model: &Model, it: &Exchange) -> Vec<Field> {
    let words = model.words;
    let ways = ExchangeWay::ALL.map(|way| words.exchange_way(way).to_owned());
    let way = ExchangeWay::ALL.iter().position(|way| *way == it.way).unwrap_or(0);
    let day = words.day(it.on, model.council().head.dates);
    vec![
        Field::choice(words.partner_way(), ways.to_vec(), way).hint(words.partner_hint_way()),
        Field::text(words.partner_what(), &it.text).hint(words.partner_hint_what()),
        Field::text(words.partner_day(), day).hint(words.partner_hint_day()),
    ]
}

fn entry(model: &Model, form: &Form) -> Result<Exchange, FieldError> {
    Ok(Exchange {
        on: form.past_date(model, DAY)?.unwrap_or_else(|| model.today()),
        way: ExchangeWay::ALL[form.choice(WAY)],
        text: form.text(TEXT).to_owned(),
    })
}

fn save_new(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let (id, exchange) = (OrganisationId::from(form.about.as_str()), entry(model, form)?);
    let way = model.words.exchange_way(exchange.way);
    let decision = partners::log(model.council(), &id, exchange);
    submit(model, decision)?;
    let who = model.council().organisations.get(&id).map_or("", Organisation::called);
    let said = model.words.partner_logged(way, who);
    model.tell(Tone::Good, said);
    Ok(())
}

fn save_mended(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let Some((at, id)) = form.about.split_once(' ') else { return Ok(()) };
    let decision = match known(model, id, at) {
        Some(was) => partners::change_exchange(model.council(), &id.into(), &was, entry(model, form)?),
        None => Err(Refusal::NotFound),
    };
    submit(model, decision)?;
    model.tell(Tone::Good, model.words.partner_mended());
    Ok(())
}

/// A missing text is said in the words of this form.
fn submit(model: &mut Model, decision: Decision) -> Result<(), FieldError> {
    if decision == Err(Refusal::Empty) {
        return Err(FieldError { field: TEXT, said: model.words.partner_what_wanted().to_owned() });
    }
    model.submit_at(TEXT, decision)
}

/// An entry by its place in the log.
fn known(model: &Model, organisation: &str, at: &str) -> Option<Exchange> {
    let organisation = model.council().organisations.get(&organisation.into())?;
    organisation.partner.exchanges.get(at.parse::<usize>().ok()?).cloned()
}

pub fn pick_to_mend(model: &mut Model) {
    pick_entry(model, model.words.partner_pick_mend(), |model, about, key| {
        let Some(was) = known(model, about, key) else { return };
        let who = model.council().organisations.get(&about.into()).map_or("", Organisation::called);
        let title = model.words.partner_form_mend(who);
        // An id may hold anything, a place no space.
        let form = Form::new(title, format!("{key} {about}"), fields(model, &was), save_mended);
        model.open_form(form);
    });
}

pub fn pick_to_drop(model: &mut Model) {
    pick_entry(model, model.words.partner_pick_drop(), |model, about, key| {
        let Some(entry) = known(model, about, key) else { return };
        let decision = partners::remove_exchange(model.council(), &about.into(), &entry);
        if model.commit(decision) {
            model.tell(Tone::Good, model.words.partner_dropped());
        }
    });
}

/// Asks for one of the entries, newest first.
fn pick_entry(model: &mut Model, title: &str, take: Take) {
    let Some(it) = organisations::chosen(model) else { return };
    let (words, dates) = (model.words, model.council().head.dates);
    let choices = it.partner.exchanges.iter().enumerate().rev().map(|(at, it)| {
        let said = format!("{}  {}", words.exchange_way(it.way), it.text);
        Choice::new(at.to_string(), said).note(words.day(it.on, dates))
    });
    let picker = Picker::new(title, it.id.as_str(), choices.collect(), take);
    model.overlays.push(Overlay::Picker(picker));
}

pub fn edit_points(model: &mut Model) {
    let Some(it) = organisations::chosen(model) else { return };
    let words = model.words;
    let points: Vec<String> = it.partner.points.iter().map(|point| point.number().to_string()).collect();
    let field = Field::text(words.indicator_points(), points.join(words.pick("、", ", ")))
        .hint(words.entry_points_hint());
    let (title, id) = (words.partner_form_points(it.called()), it.id.to_string());
    model.open_form(Form::new(title, id, vec![field], |model, form| {
        let points = form.points(model, 0)?;
        let decision = partners::set_points(model.council(), &form.about.as_str().into(), points);
        model.submit_at(0, decision)
    }));
}
