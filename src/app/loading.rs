//! What of the council the screen is made from, what of that is still being read, and what waits for it. Reads nothing itself.

use super::{
    look::Tone,
    model::{ActionView, ListId, Model},
    msg::Trouble,
    picker::Take,
    row::Para,
    save::Draft,
    update::{self, agenda::meeting_meant},
    view,
};
use crate::domain::{
    Meeting, MeetingState, Unread,
    decide::{self, carry},
    id::MeetingId,
};
use chrono::NaiveDateTime;
use std::collections::BTreeSet;

/// How the reading of what was not read yet stands.
#[derive(Clone, Debug, Default)]
pub struct Loading {
    /// Asked for and not answered yet.
    pub(super) on_the_way: Unread,
    /// What something just asked for could not do without.
    pub(super) lacking: Option<Unread>,
    pub(super) waiting: Option<Waiting>,
    /// Ended actions are still to be put away; the shelves they go to may have to be read first.
    pub(super) untidy: bool,
    /// The line that was being typed when the program ended, while it is not known whether the record has it.
    pub(super) draft: Option<Draft>,
    pub(super) failed: Option<Failed>,
}

/// What could not be read when it was last tried.
#[derive(Clone, Debug)]
pub(super) struct Failed {
    pub parts: Unread,
    pub trouble: Trouble,
    pub at: NaiveDateTime,
}

/// Something to be done again as soon as all it needs is read. Whatever a person does before that takes its place.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    pub needs: Unread,
    pub again: Again,
}

#[derive(Clone, Debug)]
pub(super) enum Again {
    /// The command of this name.
    Command(&'static str),
    /// What was picked in a picker that has closed.
    Pick { take: Take, about: String, key: String },
}

impl Loading {
    /// Of a council that was just opened.
    pub fn opened() -> Self {
        Self { untidy: true, ..Self::default() }
    }

    /// Has something been asked for that is not here yet?
    pub const fn is_under_way(&self) -> bool {
        !self.on_the_way.is_empty()
    }

    pub const fn has_failed(&self) -> bool {
        self.failed.is_some()
    }
}

impl Model {
    /// What the list on the screen cannot be shown without and was not read yet.
    pub fn list_lacks(&self) -> Unread {
        match self.list_id() {
            ListId::Items | ListId::Lines => Unread { shelves: Vec::new(), ..self.lacks_of(self.meeting()) },
            ListId::Actions if shows_ended(self.action_view) => {
                Unread { shelves: self.council().unread_shelves().collect(), ..Unread::default() }
            }
            ListId::Suggestions => update::suggestions::lacks(self),
            _ => Unread::default(),
        }
    }

    /// What of a meeting's papers was not read yet.
    pub fn lacks_of(&self, meeting: Option<&Meeting>) -> Unread {
        meeting.map(|meeting| self.council().unread_of(&meeting.id)).unwrap_or_default()
    }

    /// The meeting that leaves something to a planned one, while that is not known yet because its record was not read.
    pub fn lacks_source(&self, meeting: &Meeting) -> Option<&MeetingId> {
        let planned = meeting.state == MeetingState::Planned;
        let source = carry::last_held(self.council(), meeting.date).filter(|_| planned)?;
        self.council().is_unread(&source.id).then_some(&source.id)
    }

    /// What is still to be read for everything on the screen, the keys that work there, and what goes on unseen.
    pub(super) fn lacks(&self) -> Unread {
        let council = self.council();
        let meant = meeting_meant(self);
        let mut lacks = self.list_lacks();
        for meeting in [self.meeting(), meant, council.running()] {
            lacks.extend(self.lacks_of(meeting));
        }
        let source = meant.and_then(|meeting| self.lacks_source(meeting));
        lacks.extend(meetings(source));
        match self.list_id() {
            ListId::Members => lacks.extend(meetings(view::roster::unread_that_year(self))),
            ListId::Actions => lacks.extend(meetings(view::actions::unread_origin(self))),
            // The last contact may stand in any meeting.
            ListId::Points | ListId::Organisations | ListId::Partners | ListId::Trail => {
                lacks.extend(council.unread())
            }
            _ => {}
        }
        lacks.extend(self.search_lacks());
        lacks.extend(self.intake_lacks());
        lacks.extend(update::papers::lacks(self));
        self.unseen_lacks().into_iter().for_each(|unread| lacks.extend(unread));
        lacks
    }

    /// For what came from outside, the line that was being typed, and what is to be put away.
    fn unseen_lacks(&self) -> Vec<Unread> {
        let council = self.council();
        let arrived = self.outside.unread.iter().map(|outside| council.unread_for(&outside.edits));
        let draft = self.loading.draft.as_ref().map(|draft| &draft.meeting);
        let draft = meetings(draft.filter(|id| council.is_unread(id)));
        let years = if self.is_untidy() {
            decide::shelves_to_tidy(council, self.today())
        } else {
            BTreeSet::default()
        };
        let shelves = years.into_iter().filter(|year| council.shelves.get(year) == Some(&None)).collect();
        arrived.chain([draft, Unread { shelves, ..Unread::default() }]).collect()
    }

    /// Is something still to be put away, and may we?
    pub(super) fn is_untidy(&self) -> bool {
        self.loading.untidy && self.lobby.is_none() && self.may_write()
    }

    /// What to read for something that was refused: what lies nearest, or with that read, everything.
    pub(super) fn lacks_for_a_rule(&self) -> Unread {
        let council = self.council();
        let planned = council.meetings.iter().filter(|it| it.state == MeetingState::Planned);
        let near = planned.chain(council.last_held()).map(|meeting| &meeting.id);
        let near: Vec<MeetingId> = near.filter(|id| council.is_unread(id)).cloned().collect();
        if near.is_empty() { council.unread() } else { Unread { meetings: near, ..Unread::default() } }
    }

    /// What stands where these parts are wanted: that they are being read, or why they cannot be.
    pub fn reading(&self, parts: &Unread) -> Para {
        match self.loading.failed.as_ref().filter(|failed| failed.parts.shares(parts)) {
            Some(failed) => Para::new(failed.trouble.text(self.words), Tone::Bad),
            None => Para::new(self.words.reading(), Tone::Dim),
        }
    }
}

fn meetings<'a>(ids: impl IntoIterator<Item = &'a MeetingId>) -> Unread {
    Unread { meetings: ids.into_iter().cloned().collect(), ..Unread::default() }
}

/// Does a view of the actions show some that may stand on a shelf?
const fn shows_ended(view: ActionView) -> bool {
    matches!(view, ActionView::All | ActionView::DoneSinceLast)
}
