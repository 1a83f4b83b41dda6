//! Everything the screen program knows. Changed only by `update`, read by `view`.

use super::{
    access::Access,
    assessing::Assessing,
    capture::Capture,
    clip::Clip,
    cursor::Cursor,
    effect::Effect,
    folded::Folded,
    form::Form,
    loading::Loading,
    look::{Look, Tone},
    msg::{Listed, Opened},
    outside::Arrivals,
    overlay::Overlay,
    save::SaveState,
    search::Search,
    sheet::SheetState,
};
use crate::{
    domain::{
        Council, Head, History, Meeting, MeetingState, Mint, Neighbour, Point, Refusal, Unread,
        decide::Decision, id::MeetingId,
    },
    paper::wording::Wording,
    text::editor::Editor,
    words::Words,
};
use chrono::{NaiveDate, NaiveDateTime, Timelike};

/// The six panes, in the order of their keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pane {
    Agenda,
    Roster,
    Roles,
    Actions,
    Board,
    Record,
}

impl Pane {
    pub const ALL: [Self; 6] =
        [Self::Agenda, Self::Roster, Self::Roles, Self::Actions, Self::Board, Self::Record];
}

/// Every list that can be moved in and searched. Some panes show one of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListId {
    Meetings,
    Items,
    Members,
    Organisations,
    Roles,
    Actions,
    Points,
    Indicators,
    Footings,
    Lens,
    Strengths,
    Trail,
    Sheet,
    Cases,
    Escalations,
    Assessments,
    /// The signs of one assessment.
    Signs,
    Partners,
    Suggestions,
    Lines,
}

/// One list as the screen holds it.
#[derive(Clone, Debug, Default)]
pub struct ListState {
    pub cursor: Cursor,
    /// What the list is filtered by; empty shows all.
    pub search: Editor,
    /// The detail was opened over the list (where there is no room for both).
    pub detail: bool,
    /// How far the detail is scrolled.
    pub detail_offset: usize,
}

/// Which actions the action pane shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ActionView {
    #[default]
    Open,
    Overdue,
    DueBeforeNext,
    ByOwner,
    ByPoint,
    DoneSinceLast,
    All,
}

impl ActionView {
    pub const ALL: [Self; 7] = [
        Self::Open,
        Self::Overdue,
        Self::DueBeforeNext,
        Self::ByOwner,
        Self::ByPoint,
        Self::DoneSinceLast,
        Self::All,
    ];
}

/// What the board pane shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BoardView {
    /// The map of the ten points, or one of them opened.
    #[default]
    Points,
    /// All indicators, or those of a point.
    Indicators(Option<Point>),
    /// What the council stands on.
    Footings,
    /// What the next agenda could take up.
    Suggestions,
    /// The points read through the model in this place.
    Lens(usize),
    Strengths,
    /// Points by meetings; the chosen meeting is so many before the newest.
    Trail {
        back: usize,
    },
    /// The plan-and-evaluation sheet of a fiscal year.
    Sheet(i32),
    /// What others did at a point.
    Cases(Point),
    /// Issues raised to the parent council and to us.
    Escalations,
    /// The self-assessments of the council.
    Assessments,
    /// The signs of the one in [`Model::assessing`].
    Signs,
    /// The organisations by points.
    Partners,
}

/// How often, in seconds, who only watches looks whether the one who has the pen is still there.
const WATCHING: u32 = 2;

/// A word to the user, shown until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    pub text: String,
    pub tone: Tone,
}

/// Choosing or making a council, before one is open.
#[derive(Clone, Debug, Default)]
pub struct Lobby {
    pub councils: Vec<Listed>,
    pub cursor: Cursor,
    pub search: Editor,
    /// The list has come in.
    pub loaded: bool,
}

/// Where somebody who only watches went by themself: the screen does not go along with the writer there.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnWay {
    pub meeting: bool,
    pub pane: bool,
}

/// What the shell says about itself at the start.
#[derive(Clone, Debug)]
pub struct Setup {
    pub words: Words,
    pub look: Look,
    pub width: u16,
    pub height: u16,
    pub now: NaiveDateTime,
    pub seed: u64,
    /// The folder proposed for a copy of a council that cannot be saved.
    pub copy_to: String,
}

#[derive(Clone, Debug)]
pub struct Model {
    pub words: Words,
    /// The set phrases of papers about the open council.
    pub wording: Wording,
    pub look: Look,
    pub width: u16,
    pub height: u16,
    pub now: NaiveDateTime,
    pub mint: Mint,
    /// Choosing a council; `None` once one is open.
    pub lobby: Option<Lobby>,
    pub slug: String,
    /// The other councils of this home, as they were when they were last looked at.
    pub neighbours: Vec<Neighbour>,
    /// When that was asked for.
    pub(super) neighbours_asked: Option<NaiveDateTime>,
    pub throwaway: bool,
    pub history: History,
    /// Whether we may change it.
    pub access: Access,
    pub save: SaveState,
    pub loading: Loading,
    pub outside: Arrivals,
    /// The folder proposed for a copy: the shell's proposal, then the one tried last.
    pub copy_to: String,
    pub pane: Pane,
    /// The meeting the panes look at.
    pub meeting: Option<MeetingId>,
    pub own_way: OwnWay,
    lists: [ListState; 20],
    /// The list being searched right now.
    pub searching: bool,
    /// The agenda pane shows the meetings, not the items of one.
    pub choosing_meeting: bool,
    /// The roster pane shows organisations, not members.
    pub organisations: bool,
    pub board_view: BoardView,
    pub sheet: SheetState,
    pub assessing: Assessing,
    pub action_view: ActionView,
    pub capture: Capture,
    /// What was copied or cut last.
    pub clip: Option<Clip>,
    pub search: Search,
    pub(super) folded: Folded,
    pub overlays: Vec<Overlay>,
    /// The chosen finding of the minutes being finished; it stays while somebody goes to its place and comes back.
    pub finishing: Cursor,
    pub toast: Option<Toast>,
    pub(super) outbox: Vec<Effect>,
}

impl Model {
    /// The program before any council is open.
    pub fn new(setup: Setup) -> Self {
        Self {
            words: setup.words,
            wording: Wording::built_in(setup.words.lang),
            look: setup.look,
            width: setup.width,
            height: setup.height,
            now: setup.now,
            mint: Mint::seeded(setup.seed),
            lobby: Some(Lobby::default()),
            slug: String::new(),
            neighbours: Vec::new(),
            neighbours_asked: None,
            throwaway: false,
            history: History::new(Council::new(Head::new("")), 0),
            access: Access::Ours,
            save: SaveState::default(),
            loading: Loading::default(),
            outside: Arrivals::default(),
            copy_to: setup.copy_to,
            pane: Pane::Agenda,
            meeting: None,
            own_way: OwnWay::default(),
            lists: Default::default(),
            searching: false,
            choosing_meeting: false,
            organisations: false,
            board_view: BoardView::Points,
            sheet: SheetState::default(),
            assessing: Assessing::default(),
            action_view: ActionView::Open,
            capture: Capture::default(),
            clip: None,
            search: Search::default(),
            folded: Folded::default(),
            overlays: Vec::new(),
            finishing: Cursor::default(),
            toast: None,
            outbox: Vec::new(),
        }
    }

    /// Is this the council on the screen?
    pub fn is_open(&self, slug: &str) -> bool {
        self.lobby.is_none() && self.slug == slug
    }

    /// Puts an opened council on the screen, at the meeting at hand.
    pub fn open(&mut self, opened: Opened) {
        self.lobby = None;
        self.slug.clone_from(&opened.slug);
        self.take_in(opened);
        let meeting =
            self.council().meeting_at_hand(self.today()).map(|meeting| (meeting.id.clone(), meeting.state));
        self.lists = Default::default();
        self.overlays.clear();
        self.capture = Capture::default();
        self.search = Search::default();
        self.own_way = OwnWay::default();
        self.board_view = BoardView::Points;
        self.sheet = SheetState::default();
        self.assessing = Assessing::default();
        self.choosing_meeting = meeting.is_none();
        let running = meeting.as_ref().is_some_and(|(_, state)| *state == MeetingState::Running);
        self.meeting = meeting.map(|(id, _)| id);
        self.show(if running { Pane::Record } else { Pane::Agenda });
    }

    /// Takes in a council as it was read from disk. Returns who could write before.
    pub fn take_in(&mut self, opened: Opened) -> Access {
        self.throwaway = opened.throwaway;
        self.wording = opened.wording;
        self.history = History::resume(*opened.council, opened.seq, opened.recent, opened.by);
        self.save = SaveState { made: self.save.made, ..SaveState::opened_at(opened.seq) };
        self.loading = Loading::opened();
        self.search.anew();
        self.folded = Folded::default();
        self.outside = Arrivals::default();
        std::mem::replace(&mut self.access, opened.access)
    }

    pub const fn council(&self) -> &Council {
        self.history.council()
    }

    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// The meeting the panes look at.
    pub fn meeting(&self) -> Option<&Meeting> {
        self.council().meetings.get(self.meeting.as_ref()?)
    }

    /// Is the meeting on screen the running one?
    pub fn is_running(&self) -> bool {
        self.meeting().is_some_and(|meeting| meeting.state == MeetingState::Running)
    }

    /// Does this screen show what was said off the record? Never that of somebody who only watches.
    pub fn reveals_private(&self) -> bool {
        self.capture.revealed && self.may_write()
    }

    /// The point lit as the one being spoken about.
    pub fn focus(&self) -> Option<Point> {
        self.council().head.focus
    }

    /// Goes to a pane. The capture line takes the typing where a meeting runs; the board begins at the lit point.
    pub fn show(&mut self, pane: Pane) {
        if let (true, Some(point)) = (pane == Pane::Board && self.pane != pane, self.focus()) {
            self.lists[ListId::Points as usize] = ListState::default();
            self.lists[ListId::Points as usize].cursor.at = usize::from(point.number()) - 1;
        }
        self.pane = pane;
        self.searching = false;
        self.capture.range = None;
        let mending = self.capture.mending.is_some();
        self.capture.focused = pane == Pane::Record && self.is_running() && self.may_write() && !mending;
    }

    /// The list that the arrows move in.
    pub const fn list_id(&self) -> ListId {
        match self.pane {
            Pane::Agenda if self.choosing_meeting => ListId::Meetings,
            Pane::Agenda => ListId::Items,
            Pane::Roster if self.organisations => ListId::Organisations,
            Pane::Roster => ListId::Members,
            Pane::Roles => ListId::Roles,
            Pane::Actions => ListId::Actions,
            Pane::Board => match self.board_view {
                BoardView::Points => ListId::Points,
                BoardView::Indicators(_) => ListId::Indicators,
                BoardView::Footings => ListId::Footings,
                BoardView::Suggestions => ListId::Suggestions,
                BoardView::Lens(_) => ListId::Lens,
                BoardView::Strengths => ListId::Strengths,
                BoardView::Trail { .. } => ListId::Trail,
                BoardView::Sheet(_) => ListId::Sheet,
                BoardView::Cases(_) => ListId::Cases,
                BoardView::Escalations => ListId::Escalations,
                BoardView::Assessments => ListId::Assessments,
                BoardView::Signs => ListId::Signs,
                BoardView::Partners => ListId::Partners,
            },
            Pane::Record => ListId::Lines,
        }
    }

    pub const fn list(&self) -> &ListState {
        &self.lists[self.list_id() as usize]
    }

    pub const fn list_mut(&mut self) -> &mut ListState {
        &mut self.lists[self.list_id() as usize]
    }

    pub const fn list_of(&self, id: ListId) -> &ListState {
        &self.lists[id as usize]
    }

    pub const fn list_of_mut(&mut self, id: ListId) -> &mut ListState {
        &mut self.lists[id as usize]
    }

    /// The form on top, if a form is on top.
    pub fn form_mut(&mut self) -> Option<&mut Form> {
        match self.overlays.last_mut() {
            Some(Overlay::Form(form)) => Some(form),
            _ => None,
        }
    }

    /// In how many seconds the screen must move by itself: every few while another has the pen, each second while a meeting runs, a save is to be tried again or a draft to
    /// be kept, each minute for the clock alone. `None` where no clock shows.
    pub fn tick(&self) -> Option<u32> {
        if self.lobby.is_some() {
            return None;
        }
        let retrying = (self.save.failed.is_some() && self.may_write()) || self.loading.has_failed();
        let lively = retrying || self.council().running().is_some() || self.draft_waits();
        let to_minute = 60 - self.now.second().min(59);
        Some(match self.may_write() {
            _ if lively => 1,
            true => to_minute,
            false => to_minute.min(WATCHING),
        })
    }

    /// Shows a word until the next key.
    pub fn tell(&mut self, tone: Tone, text: impl Into<String>) {
        self.toast = Some(Toast { text: text.into(), tone });
    }

    /// A person does something new: the last word to them goes, and what waited is not done any more.
    pub(super) fn go_on(&mut self) {
        self.toast = None;
        self.loading.waiting = None;
    }

    /// Says why something cannot be done, and what to do instead.
    pub fn refuse(&mut self, refusal: &Refusal) {
        let text = self.refusal(refusal);
        self.tell(Tone::Warn, text);
    }

    /// A refusal as one line.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        if *refusal == Refusal::ReadOnly {
            return self.read_only();
        }
        let (what, next) = self.words.refusal(refusal);
        if next.is_empty() { what } else { format!("{what} {next}") }
    }

    /// Does what was decided and has it saved, or says why not. Returns whether it was done.
    pub fn commit(&mut self, decision: Decision) -> bool {
        match self.attempt(decision) {
            Ok(()) => true,
            Err(refusal) => {
                self.refuse(&refusal);
                false
            }
        }
    }

    /// Does what was decided and has it saved.
    ///
    /// # Errors
    /// The refusal, for whoever asked to show.
    pub fn attempt(&mut self, decision: Decision) -> Result<(), Refusal> {
        if !self.may_write() {
            return Err(Refusal::ReadOnly);
        }
        let done = decision.and_then(|edits| self.history.push(self.now, edits).map_err(Refusal::from));
        if done == Err(Refusal::NotLoaded) {
            self.loading.lacking = Some(self.lacks_for_a_rule());
        }
        done
    }

    /// Is all of this read? Else says that it is not, and has the command that asks done again once it is.
    pub fn require(&mut self, unread: Unread) -> bool {
        if unread.is_empty() {
            return true;
        }
        self.loading.lacking = Some(unread);
        self.refuse(&Refusal::NotLoaded);
        false
    }

    /// Asks the shell for something.
    pub fn ask(&mut self, effect: Effect) {
        self.outbox.push(effect);
    }
}
