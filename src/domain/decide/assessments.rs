//! Self-assessment: asking the room about signs, by show of hands or organisation by organisation. Each voice is a change of its own.

use super::Decision;
use crate::domain::{
    Answer, Assessment, Council, Count, Edit, Refusal, Tally, Voice, Voiced, Who, id::AssessmentId,
};
use chrono::NaiveDate;

/// Begins an assessment: in the running meeting, where there is one.
///
/// # Errors
/// None today.
pub fn begin(council: &Council, id: AssessmentId, today: NaiveDate) -> Decision {
    let meeting = council.running().map(|meeting| meeting.id.clone());
    let assessment = Assessment { meeting, ..Assessment::new(id, today) };
    Ok(vec![Edit::Assessment(council.assessments.appending(assessment))])
}

/// Notes how many hands went up, in the place of what was said of the sign before.
///
/// # Errors
/// [`Refusal::NotFound`]; [`Refusal::Empty`] where no hand went up.
pub fn set_hands(council: &Council, id: &AssessmentId, sign: &str, count: Count) -> Decision {
    if count.total() == 0 {
        return Err(Refusal::Empty);
    }
    changing(council, id, |it| put(it, sign, count.into()))
}

/// Notes what one party says, in the place of what it said before; a count of hands gives way.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn set_voice(council: &Council, id: &AssessmentId, sign: &str, who: Who, voice: Voice) -> Decision {
    changing(council, id, |it| {
        let mut voices = voices(it, sign);
        match voices.iter_mut().find(|it| it.who.is_same_party(&who)) {
            Some(known) => known.voice = voice,
            None => voices.push(Voiced { who, voice }),
        }
        put(it, sign, Tally::Voices(voices));
    })
}

/// Takes one party's voice back; with the last one, the sign is not asked.
///
/// # Errors
/// [`Refusal::NotFound`] where it said nothing.
pub fn clear_voice(council: &Council, id: &AssessmentId, sign: &str, who: &Who) -> Decision {
    let assessment = council.assessments.get(id).ok_or(Refusal::NotFound)?;
    let answer = assessment.answer(sign).ok_or(Refusal::NotFound)?;
    answer.tally.voice_of(who).ok_or(Refusal::NotFound)?;
    changing(council, id, |it| {
        let mut voices = voices(it, sign);
        voices.retain(|it| !it.who.is_same_party(who));
        if voices.is_empty() {
            it.answers.retain(|it| it.sign != sign);
        } else {
            put(it, sign, Tally::Voices(voices));
        }
    })
}

/// Takes back all that was said of a sign.
///
/// # Errors
/// [`Refusal::NotFound`] where nothing was.
pub fn clear(council: &Council, id: &AssessmentId, sign: &str) -> Decision {
    let assessment = council.assessments.get(id).ok_or(Refusal::NotFound)?;
    assessment.answer(sign).ok_or(Refusal::NotFound)?;
    changing(council, id, |it| it.answers.retain(|it| it.sign != sign))
}

/// Says on which day the room was asked, and what is to be known about it.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn describe(council: &Council, id: &AssessmentId, on: NaiveDate, note: &str) -> Decision {
    changing(council, id, |it| {
        it.on = on;
        note.clone_into(&mut it.note);
    })
}

/// Takes an assessment out with all its answers.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn remove(council: &Council, id: &AssessmentId) -> Decision {
    let edit = council.assessments.removing(id).ok_or(Refusal::NotFound)?;
    Ok(vec![Edit::Assessment(edit)])
}

fn changing(council: &Council, id: &AssessmentId, change: impl FnOnce(&mut Assessment)) -> Decision {
    council.assessments.get(id).ok_or(Refusal::NotFound)?;
    Ok(council.assessments.changing(id, change).map(Edit::Assessment).into_iter().collect())
}

/// The voices on a sign so far; none where hands were counted.
fn voices(assessment: &Assessment, sign: &str) -> Vec<Voiced> {
    assessment.answer(sign).map(|it| it.tally.voices().to_vec()).unwrap_or_default()
}

/// A sign answered again keeps its place.
fn put(assessment: &mut Assessment, sign: &str, tally: Tally) {
    match assessment.answers.iter_mut().find(|it| it.sign == sign) {
        Some(answer) => answer.tally = tally,
        None => assessment.answers.push(Answer { sign: sign.to_owned(), tally }),
    }
}
