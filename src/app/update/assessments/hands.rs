//! Counting hands: the numbers that are called out are typed, and Enter goes on to the next sign.

use super::{answer, ask, go_on, sign};
use crate::{
    app::{assessing::Way, look::Tone, model::Model},
    domain::{Count, decide},
    text::{editor::Editor, hands::parse_hands},
};

/// Keeps the hands typed, and goes on; with nothing typed, the sign is passed over.
pub fn keep(model: &mut Model) {
    let typed = model.assessing.hands.text().trim().to_owned();
    if typed.is_empty() {
        return go_on(model);
    }
    let words = model.words;
    let Some(count) = parse_hands(&typed).map(Count::from) else {
        return model.tell(Tone::Warn, words.assessment_not_hands(&typed));
    };
    if count.total() == 0 {
        return model.tell(Tone::Warn, words.assessment_no_hands());
    }
    let Some((id, sign)) = model.assessing.id.clone().zip(sign(model)) else { return };
    let gives_way = answer(model).is_some_and(|it| !it.tally.voices().is_empty());
    let decision = decide::assessments::set_hands(model.council(), &id, &sign, count);
    if model.commit(decision) {
        go_on(model);
        if gives_way {
            model.tell(Tone::Warn, words.assessment_gave_way());
        }
    }
}

/// A space, where the next number begins.
pub fn gap(model: &mut Model) {
    model.assessing.hands.insert(" ");
}

/// Gives up what was typed, then the asking.
pub fn stop(model: &mut Model) {
    if model.assessing.hands.is_empty() {
        ask(model, Way::Look);
    } else {
        model.assessing.hands = Editor::default();
    }
}
