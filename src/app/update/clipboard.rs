//! Copying, cutting and pasting in text fields, and what of it the terminal gets for its own clipboard.

use super::{editing, record};
use crate::{
    app::{
        clip::{Clip, MOST_HANDED_OUT},
        command::Ready,
        effect::Effect,
        look::Tone,
        model::Model,
        scope::{self, Scope},
    },
    text::{capture::Reader, editor::Editor},
    words::Words,
};

/// Copies what is chosen in the text field.
pub fn copy(model: &mut Model) {
    keep(model, |editor| editor.selected().to_owned());
}

pub fn cut(model: &mut Model) {
    keep(model, Editor::cut);
}

fn keep(model: &mut Model, take: fn(&mut Editor) -> String) {
    let private = is_private(model);
    let mut text = String::new();
    editing::with(model, |editor| text = take(editor));
    if text.is_empty() {
        return model.tell(Tone::Warn, model.words.clip_nothing_chosen());
    }
    let public = if private { "" } else { &text };
    let said = model.words.clip_text_copied();
    hand_out(model, public.to_owned(), said.to_owned());
    model.clip = Some(Clip::Text(text));
}

/// Is the line being typed off the record?
fn is_private(model: &Model) -> bool {
    if !matches!(scope::live(model).first(), Some(Scope::Capture | Scope::Mending)) {
        return false;
    }
    let typed = model.line_editor().text();
    let read = Reader::of(model.council(), model.today()).read(typed);
    record::mends_private(model) || read.is_some_and(|read| read.into_line(typed).private)
}

/// Gives a text to the terminal's clipboard, unless it is too long or none, and says what was done.
pub fn hand_out(model: &mut Model, text: String, said: String) {
    if text.len() > MOST_HANDED_OUT {
        let only_here = model.words.clip_only_here();
        return model.tell(Tone::Warn, format!("{said}{}{only_here}", model.words.pick("", " ")));
    }
    if !text.is_empty() {
        model.ask(Effect::CopyOut(text));
    }
    model.tell(Tone::Good, said);
}

pub fn can_paste(model: &Model) -> Ready {
    if model.clip.is_some() { Ready::Yes } else { Ready::Off(Words::clip_empty) }
}

/// Pastes into the text field; whole lines as text.
pub fn paste(model: &mut Model) {
    let text = match &model.clip {
        Some(Clip::Text(text)) => text.clone(),
        Some(Clip::Lines(taken)) => record::as_typed(model, taken),
        None => return,
    };
    editing::paste(model, &text);
}
