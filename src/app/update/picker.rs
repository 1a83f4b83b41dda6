//! Pickers, and the command palette, which is one.

use super::{give_named, loading::keep};
use crate::{
    app::{
        command::{self, Command},
        loading::Again,
        model::Model,
        overlay::Overlay,
        picker::{Choice, Picker},
        scope,
    },
    words::{Lang, Words},
};

pub fn step(model: &mut Model, steps: isize) {
    if let Some(Overlay::Picker(picker)) = model.overlays.last_mut() {
        let len = picker.matching().len();
        picker.cursor.step(steps, len);
    }
}

/// Closes the picker and does what picking means.
pub fn take(model: &mut Model) {
    let Some(Overlay::Picker(picker)) = model.overlays.last() else { return };
    let Some(key) = picker.chosen().map(|choice| choice.key.clone()) else { return };
    let (about, act) = (picker.about.clone(), picker.take);
    model.overlays.pop();
    act(model, &about, &key);
    keep(model, || Again::Pick { take: act, about, key });
}

/// Every command with a name that can be heard here, found by either language, kana or id. Bare motions have no reading, and stay out.
pub fn palette(model: &mut Model) {
    let scopes = scope::live(model);
    let other = Words::new(if model.words.lang == Lang::Ja { Lang::En } else { Lang::Ja });
    let ready = |row: &&Command| !row.kana.is_empty() && row.is_ready(model);
    let mut choices: Vec<Choice> = Vec::new();
    for choice in command::heard(&scopes).filter(ready).map(|row| entry(row, model.words, other)) {
        // What an inner scope says already is the same thing by another key.
        if !choices.iter().any(|listed| listed.label == choice.label) {
            choices.push(choice);
        }
    }
    let picker = Picker::new(model.words.palette(), "", choices, run);
    model.overlays.push(Overlay::Picker(picker));
}

fn entry(row: &Command, words: Words, other: Words) -> Choice {
    let keys = row.keys.iter().map(|key| key.name()).collect::<Vec<_>>().join(" ");
    let also = [row.kana, (row.label)(other), (row.help)(other), (row.label)(words)].join(" ");
    Choice::new(row.id, (row.help)(words)).note(keys).also(also)
}

fn run(model: &mut Model, _about: &str, id: &str) {
    give_named(model, id);
}
