//! The form of a decision: how it was taken, the votes, who was against, and when it is looked at again.

use super::names;
use crate::{
    app::{
        command::Ready,
        form::{Field, FieldError, Form},
        look::Tone,
        model::Model,
        view,
    },
    domain::{Casting, How, Line, LineKind, Resolution, Votes, Who, decide::minutes, id::LineId},
    text::dates::iso,
    words::Words,
};

const HOW: usize = 0;
const YES: usize = 1;
const NO: usize = 2;
const ABSTAINED: usize = 3;
const CASTING: usize = 4;
const DISSENTERS: usize = 5;
const ABSTAINERS: usize = 6;
const WITHDREW: usize = 7;
const REVIEW: usize = 8;

fn chosen(model: &Model) -> Option<&Line> {
    let id = view::record::chosen(model)?;
    model.council().body(model.meeting.as_ref()?)?.lines.get(&id)
}

pub fn on_decision(model: &Model) -> Ready {
    match chosen(model) {
        Some(line) if matches!(line.kind, LineKind::Decision(_)) => Ready::Yes,
        _ => Ready::Off(Words::finishing_not_decision),
    }
}

pub fn edit(model: &mut Model) {
    let (Some(line), Some(meeting)) = (chosen(model), model.meeting()) else { return };
    let LineKind::Decision(number) = line.kind else { return };
    let words = model.words;
    let known = line.resolution.as_deref().cloned().unwrap_or_default();
    let voters = model.council().voters(meeting, &known).present;
    let rule = words.majority(model.council().head.voting.majority);
    let title = words.form_resolution(&words.decision_number(meeting, number));
    let fields = fields(words, &known, &words.hint_votes(rule, voters));
    model.open_form(Form::new(title, line.id.as_str(), fields, save));
}

fn fields(words: Words, known: &Resolution, hint: &str) -> Vec<Field> {
    let how = How::ALL.iter().position(|how| *how == known.how).unwrap_or(0);
    let ways = How::ALL.map(|how| words.how(how).to_owned()).to_vec();
    let count = |of: fn(Votes) -> u32| known.votes.map(|votes| of(votes).to_string()).unwrap_or_default();
    let castings = vec![words.casting_none(), words.casting_yes(), words.casting_no()];
    let casting = match known.casting {
        None => 0,
        Some(Casting::Yes) => 1,
        Some(Casting::No) => 2,
    };
    let names = |people: &[Who]| {
        let labels: Vec<&str> = people.iter().map(|who| who.label.as_str()).collect();
        labels.join(words.pick("、", ", "))
    };
    vec![
        Field::choice(words.field_how(), ways, how).hint(words.hint_template()),
        Field::text(words.field_yes(), count(|votes| votes.yes)).hint(hint),
        Field::text(words.field_no(), count(|votes| votes.no)).hint(hint),
        Field::text(words.field_abstained(), count(|votes| votes.abstained)).hint(hint),
        Field::choice(words.field_casting(), castings.into_iter().map(str::to_owned).collect(), casting)
            .hint(words.hint_template()),
        Field::name(words.field_dissenters(), names(&known.dissented)),
        Field::name(words.field_abstainers(), names(&known.abstained)),
        Field::name(words.field_withdrew(), names(&known.withdrew)),
        Field::text(words.field_review(), known.review.map(iso).unwrap_or_default())
            .hint(words.entry_date_hint()),
    ]
}

fn save(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let Some(meeting) = model.meeting.clone() else { return Ok(()) };
    let line = LineId::from(form.about.as_str());
    let body = model.council().body(&meeting);
    let before = body.and_then(|body| body.lines.get(&line)).and_then(|line| line.resolution.as_deref());
    let resolution = read(model, form, &before.cloned().unwrap_or_default())?;
    let decision = minutes::resolve(model.council(), &meeting, &line, Some(resolution.clone()));
    model.submit_at(HOW, decision)?;
    say_outcome(model, &resolution);
    Ok(())
}

fn read(model: &Model, form: &Form, before: &Resolution) -> Result<Resolution, FieldError> {
    let counts = [form.number(model, YES)?, form.number(model, NO)?, form.number(model, ABSTAINED)?];
    let votes = counts.iter().any(Option::is_some).then(|| {
        let [yes, no, abstained] = counts.map(Option::unwrap_or_default);
        Votes { yes, no, abstained }
    });
    Ok(Resolution {
        how: How::ALL[form.choice(HOW)],
        votes,
        casting: match form.choice(CASTING) {
            1 => Some(Casting::Yes),
            2 => Some(Casting::No),
            _ => None,
        },
        dissented: names::everyone_again(model, form, DISSENTERS, &before.dissented)?,
        abstained: names::everyone_again(model, form, ABSTAINERS, &before.abstained)?,
        withdrew: names::everyone_again(model, form, WITHDREW, &before.withdrew)?,
        review: form.date(model, REVIEW)?,
    })
}

/// What the votes come to by the council's rule.
fn say_outcome(model: &mut Model, resolution: &Resolution) {
    let words = model.words;
    let outcome = model.meeting().and_then(|meeting| model.council().outcome(meeting, resolution));
    if let (Some(outcome), Some(votes)) = (outcome, resolution.votes) {
        let rule = words.majority(model.council().head.voting.majority);
        let said = words.resolution_outcome(&words.votes(votes), &words.outcome(outcome), rule);
        model.tell(if outcome.carries() { Tone::Good } else { Tone::Warn }, said);
    }
}
