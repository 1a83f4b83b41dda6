//! Adding something to the chosen point: evidence, an action, an agenda item, an indicator. Each comes with the point linked.

use super::add_evidence;
use crate::{
    app::{
        look::Tone,
        model::Model,
        overlay::Overlay,
        picker::{Choice, Picker},
        update::{actions, agenda::items, indicators},
        view::board::{self, title_of},
    },
    domain::{Meeting, Point},
    knowledge::points::card,
};

pub fn add(model: &mut Model) {
    let Some(point) = board::chosen(model) else { return };
    let words = model.words;
    let meeting = at_hand(model).map(|meeting| words.meeting_label(meeting)).unwrap_or_default();
    let choices = vec![
        Choice::new("evidence", words.board_evidence()),
        Choice::new("action", words.board_actions_title()),
        Choice::new("item", words.board_items_title()).note(meeting),
        Choice::new("indicator", words.indicators_title()),
    ];
    let title = words.board_pick_added(&title_of(words, point));
    model.overlays.push(Overlay::Picker(Picker::new(title, point.key(), choices, take)));
}

fn take(model: &mut Model, point: &str, key: &str) {
    let Some(point) = Point::from_key(point) else { return };
    match key {
        "evidence" => add_evidence(model),
        "action" => actions::add_for(model, point),
        "item" => pick_title(model, point),
        _ => indicators::add_for(model, point),
    }
}

/// The meeting that an item is for: the running one, else the next that is planned.
fn at_hand(model: &Model) -> Option<&Meeting> {
    model.council().running().or_else(|| model.council().next_planned())
}

/// Offers the titles that are usual for the point, and one of one's own.
fn pick_title(model: &mut Model, point: Point) {
    let words = model.words;
    let Some(meeting) = at_hand(model) else {
        return model.tell(Tone::Warn, words.board_no_meeting_ahead());
    };
    let body = model.council().body(&meeting.id);
    let there = |title: &str| body.is_some_and(|body| body.items.iter().any(|item| item.title == title));
    let titles = card(point).agenda_items.iter().map(|it| it.pick(words.lang));
    let choices = titles.map(|title| {
        Choice::new(title, title).note(if there(title) { words.board_item_there() } else { "" })
    });
    let choices = choices.chain([Choice::new("", words.board_own_item())]).collect();
    let title = words.board_pick_item(&words.meeting_label(meeting));
    model.overlays.push(Overlay::Picker(Picker::new(title, point.key(), choices, |model, point, title| {
        let meeting = at_hand(model).map(|meeting| meeting.id.clone());
        if let Some((point, meeting)) = Point::from_key(point).zip(meeting) {
            items::open_for(model, &meeting, title, point);
        }
    })));
}
