//! Changes that another program made to the files of the open council: taken in where they fit, compared where they do not.

use crate::{
    app::{
        command::{self, Ready},
        look::Tone,
        model::Model,
        msg::Trouble,
        notice::Notice,
        outside::{Apart, Clashes, News, Outside},
        overlay::Overlay,
        row::Para,
        update::place::Place,
        view,
    },
    domain::{
        ChangeKind, Edit, Refusal,
        merge::{self, Merge},
    },
    words::Words,
};

/// Takes in what fits, and keeps what does not to be shown. Records that are not read yet are read first.
pub fn take_in(model: &mut Model, outside: Outside) {
    if !model.council().unread_for(&outside.edits).is_empty() {
        model.outside.unread.push(outside);
        return;
    }
    let Outside { file, kept, edits } = outside;
    forget_trouble(model, &file);
    let Merge { fitting, clashes } = merge::rebase(model.council(), &edits);
    let words = model.words;
    let taken = (!fitting.is_empty()).then(|| words.outside_taken(&file, fitting.len()));
    // What comes up by itself need not be announced.
    let apart = (!clashes.is_empty() && is_busy(model)).then(|| words.outside_clash(&file, clashes.len()));
    if !push(model, fitting) {
        return;
    }
    let tone = if apart.is_some() { Tone::Warn } else { Tone::Good };
    let said: Vec<String> = taken.into_iter().chain(apart).collect();
    if !said.is_empty() {
        model.tell(tone, said.join(words.pick("", " ")));
    }
    if !clashes.is_empty() {
        model.outside.news.push_back(News::Clashes(Clashes::new(file, kept, clashes)));
    }
}

/// Makes it a change, without moving what is looked at. Whoever only watches gets it from the writer.
pub(super) fn push(model: &mut Model, edits: Vec<Edit>) -> bool {
    if !model.may_write() {
        return false;
    }
    let place = Place::of(model);
    let done = model.history.push_as(model.now, ChangeKind::Outside, edits);
    if done.is_err() {
        model.refuse(&Refusal::Changed);
        return false;
    }
    place.restore(model);
    true
}

/// Takes in what waited for its records, as far as they are read now.
pub fn go_on(model: &mut Model) {
    for outside in std::mem::take(&mut model.outside.unread) {
        take_in(model, outside);
    }
}

/// A changed file has a mistake.
pub fn trouble(model: &mut Model, file: String, trouble: Trouble) {
    forget_trouble(model, &file);
    if is_busy(model) {
        model.tell(Tone::Bad, model.words.outside_trouble(&file));
    }
    model.outside.news.push_back(News::Trouble { file, trouble });
}

/// What was found in a file before it was changed again is no longer so.
fn forget_trouble(model: &mut Model, of: &str) {
    model.outside.news.retain(|news| !matches!(news, News::Trouble { file, .. } if file == of));
}

/// Shows what is to be seen, as soon as nobody is typing and nothing else lies over the panes.
pub fn settle(model: &mut Model) {
    if !is_busy(model) {
        open(model);
    }
}

fn is_busy(model: &Model) -> bool {
    model.lobby.is_some() || !model.overlays.is_empty() || command::typing(model)
}

pub fn has_news(model: &Model) -> Ready {
    if model.outside.news.is_empty() { Ready::Off(Words::outside_nothing) } else { Ready::Yes }
}

/// Shows the first thing that is to be seen.
pub fn open(model: &mut Model) {
    let words = model.words;
    match model.outside.news.pop_front() {
        Some(News::Clashes(clashes)) => model.overlays.push(Overlay::Clashes(clashes)),
        Some(News::Trouble { trouble, .. }) => {
            let next = Para::plain(words.outside_trouble_next());
            let trouble = Trouble { todo: String::new(), ..trouble };
            model.notify(Notice::of(words.outside_trouble_title(), &[trouble]).ending(next));
        }
        None => {}
    }
}

fn top_mut(model: &mut Model) -> Option<&mut Clashes> {
    match model.overlays.last_mut() {
        Some(Overlay::Clashes(clashes)) => Some(clashes),
        _ => None,
    }
}

/// Scrolls the records so that the chosen one shows.
pub fn settle_cursor(model: &mut Model) {
    let Some(Overlay::Clashes(clashes)) = model.overlays.last() else { return };
    let (len, room) = (clashes.records.len(), view::clashes::room(model, clashes));
    if let Some(clashes) = top_mut(model) {
        clashes.cursor.settle(len, room);
    }
}

pub fn step(model: &mut Model, steps: isize) {
    if let Some(clashes) = top_mut(model) {
        let len = clashes.records.len();
        clashes.cursor.step(steps, len);
        clashes.offset = 0;
    }
}

/// Scrolls the two versions of the chosen record.
pub fn scroll(model: &mut Model, steps: isize) {
    let Some(Overlay::Clashes(clashes)) = model.overlays.last() else { return };
    let most = view::clashes::most(model, clashes);
    if let Some(clashes) = top_mut(model) {
        clashes.offset = clashes.offset.saturating_add_signed(steps).min(most);
    }
}

/// Chooses a version of the record under the cursor.
pub fn choose(model: &mut Model, theirs: bool) {
    if let Some(clashes) = top_mut(model)
        && let Some(record) = clashes.records.get_mut(clashes.cursor.at)
    {
        record.theirs = theirs;
    }
}

pub fn choose_all(model: &mut Model, theirs: bool) {
    if let Some(clashes) = top_mut(model) {
        clashes.records.iter_mut().for_each(|record| record.theirs = theirs);
    }
}

/// Does as chosen.
pub fn done(model: &mut Model) {
    let Some(Overlay::Clashes(Clashes { kept, records, .. })) = model.overlays.pop() else { return };
    let mut after = model.council().clone();
    let mut edits = Vec::new();
    let chosen = records.iter().filter(|record| record.theirs);
    for Apart { clash, .. } in chosen.clone() {
        let taken = clash.take_theirs(&after);
        if after.apply_all(&taken).is_ok() {
            edits.extend(taken);
        }
    }
    let theirs = chosen.count();
    if push(model, edits) {
        model.tell(Tone::Good, model.words.outside_chosen(&kept, theirs, records.len() - theirs));
    }
}

/// Keeps everything as it is on the screen.
pub fn leave(model: &mut Model) {
    choose_all(model, false);
    done(model);
}
