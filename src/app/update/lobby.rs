//! Before a council is open: choosing one, or making the first.

use super::saving;
use crate::{
    app::{
        command::Ready,
        effect::Effect,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{Lobby, Model},
        msg::Listed,
        picker::matching,
    },
    domain::council::is_slug,
    knowledge::templates::templates,
    text::fold::fold,
    words::Words,
};

pub fn can_switch(model: &Model) -> Ready {
    if model.throwaway { Ready::Off(Words::demo_stays) } else { Ready::Yes }
}

/// Goes back to the choice of councils.
pub fn enter(model: &mut Model) {
    // What is being written is written down, and handed over while the council still shows.
    super::sheet::finish(model);
    saving::persist(model);
    if let Err(said) = saving::may_quit(model, "Ctrl-O") {
        return model.tell(Tone::Bad, said);
    }
    model.lobby = Some(Lobby::default());
    model.ask(Effect::List);
}

/// Escape clears the search, then goes back to the open council if there is one.
pub fn leave(model: &mut Model) {
    let Some(lobby) = &mut model.lobby else { return };
    if !lobby.search.text().is_empty() {
        lobby.search.set("");
    } else if !model.slug.is_empty() {
        model.lobby = None;
    }
}

/// The councils came in.
pub fn listed(model: &mut Model, councils: Vec<Listed>) {
    if let Some(lobby) = &mut model.lobby {
        lobby.councils = councils;
        lobby.loaded = true;
    }
}

/// The councils that match what was typed.
pub fn shown(lobby: &Lobby) -> Vec<&Listed> {
    matching(lobby.search.text(), &lobby.councils, |council| format!("{} {}", council.name, council.slug))
}

pub fn step(model: &mut Model, steps: isize) {
    if let Some(lobby) = &mut model.lobby {
        let len = shown(lobby).len();
        lobby.cursor.step(steps, len);
    }
}

pub fn settle(model: &mut Model) {
    let height = usize::from(model.height.saturating_sub(6));
    if let Some(lobby) = &mut model.lobby {
        let len = shown(lobby).len();
        lobby.cursor.settle(len, height);
    }
}

/// Opens the chosen council; with none yet, goes on to making one.
pub fn open_chosen(model: &mut Model) {
    let Some(lobby) = &model.lobby else { return };
    if lobby.loaded && lobby.councils.is_empty() {
        return new_council(model);
    }
    let Some(chosen) = shown(lobby).get(lobby.cursor.at).map(|listed| (*listed).clone()) else { return };
    match chosen.trouble {
        Some(trouble) => model.tell(Tone::Bad, trouble.text(model.words)),
        None => match saving::may_leave(model, "Enter") {
            Ok(()) => model.ask(Effect::Open { slug: chosen.slug }),
            Err(said) => model.tell(Tone::Bad, said),
        },
    }
}

const NAME: usize = 0;
const TEMPLATE: usize = 1;
const SLUG: usize = 2;

/// The form that makes a council: a name, a short latin name for the folder, a template.
pub fn new_council(model: &mut Model) {
    let words = model.words;
    let kinds = templates().iter().map(|template| template.name.pick(words.lang).to_owned()).collect();
    let fields = vec![
        Field::text(words.field_name(), "").hint(words.hint_council_name()),
        Field::choice(words.field_template(), kinds, 0).hint(words.hint_template()),
        Field::text(words.field_slug(), free_slug(model)).hint(words.hint_slug()).suggested(),
    ];
    model.open_form(Form::new(words.form_new_council(), "", fields, create));
}

/// `council`, `council-2` … the first that is free.
fn free_slug(model: &Model) -> String {
    let taken = |slug: &str| model.lobby.iter().flat_map(|lobby| &lobby.councils).any(|it| it.slug == slug);
    let counted = (2..).map(|n| format!("council-{n}"));
    std::iter::once("council".to_owned()).chain(counted).find(|slug| !taken(slug)).unwrap_or_default()
}

fn create(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    if form.text(NAME).is_empty() {
        return Err(FieldError { field: NAME, said: model.words.name_wanted().to_owned() });
    }
    // Letters typed with the IME on come full-width.
    let slug = fold(form.text(SLUG));
    if !is_slug(&slug) {
        return Err(FieldError { field: SLUG, said: model.words.folder_unfit(slug) });
    }
    if model.lobby.iter().flat_map(|lobby| &lobby.councils).any(|it| it.slug == slug) {
        return Err(FieldError { field: SLUG, said: model.words.folder_taken(slug) });
    }
    saving::may_leave(model, "F2").map_err(|said| FieldError { field: NAME, said })?;
    let template = &templates()[form.choice(TEMPLATE)];
    let council = template.council(form.text(NAME), model.words.lang, &mut model.mint);
    model.ask(Effect::Create { slug, council: Box::new(council) });
    Ok(())
}
