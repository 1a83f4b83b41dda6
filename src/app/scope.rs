//! Which commands can hear a key now: scopes, innermost first. Footer, help and dispatch all read this one list.

use super::{
    assessing::Way,
    form::Input,
    model::{ListId, Model},
    overlay::Overlay,
};
use crate::words::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Inside any text field.
    Field,
    Form,
    Picker,
    Help,
    CheckIn,
    ReadBack,
    Clashes,
    Notice,
    Minutes,
    /// The list of papers.
    Papers,
    /// What is about to be taken in.
    Intake,
    Asking,
    /// The six checks before a partner is asked.
    Aspects,
    /// One list is searched.
    Search,
    /// The whole council is.
    Find,
    Capture,
    /// A line of the record edited where it stands.
    Mending,
    Lobby,
    Meetings,
    Items,
    Members,
    Organisations,
    Roles,
    Actions,
    Board,
    Indicators,
    Footings,
    Suggestions,
    Lens,
    Strengths,
    Trail,
    Sheet,
    /// A cell of the sheet being written in.
    Cell,
    Cases,
    /// A point or a case opened to be read.
    Page,
    Escalations,
    Assessments,
    /// The signs of an assessment.
    Signs,
    /// Hands are counted for the sign in hand.
    Hands,
    /// Each organisation is heard on it.
    Voices,
    Partners,
    /// An organisation, in whichever list one is chosen.
    Partner,
    Lines,
    /// Any list of a pane.
    List,
    /// A meeting is running, on whichever pane.
    Running,
    /// A council is open.
    Council,
    /// Always.
    App,
}

impl Scope {
    /// Inner to outer, for help.
    pub const ALL: [Self; 47] = [
        Self::Capture,
        Self::Asking,
        Self::Mending,
        Self::Lines,
        Self::Running,
        Self::Meetings,
        Self::Items,
        Self::Members,
        Self::Organisations,
        Self::CheckIn,
        Self::Roles,
        Self::Actions,
        Self::Board,
        Self::Indicators,
        Self::Footings,
        Self::Suggestions,
        Self::Lens,
        Self::Strengths,
        Self::Trail,
        Self::Sheet,
        Self::Cell,
        Self::Cases,
        Self::Page,
        Self::Escalations,
        Self::Assessments,
        Self::Signs,
        Self::Hands,
        Self::Voices,
        Self::Partners,
        Self::Partner,
        Self::Aspects,
        Self::ReadBack,
        Self::Clashes,
        Self::Notice,
        Self::Minutes,
        Self::Papers,
        Self::Intake,
        Self::List,
        Self::Search,
        Self::Find,
        Self::Field,
        Self::Form,
        Self::Picker,
        Self::Help,
        Self::Lobby,
        Self::Council,
        Self::App,
    ];

    /// The title over its commands in help.
    pub fn title(self, words: Words) -> &'static str {
        match self {
            Self::Field => words.scope_field(),
            Self::Form => words.scope_form(),
            Self::Picker => words.scope_picker(),
            Self::Help => words.scope_help(),
            Self::CheckIn => words.scope_check_in(),
            Self::ReadBack => words.scope_read_back(),
            Self::Clashes => words.scope_clashes(),
            Self::Notice => words.scope_notice(),
            Self::Minutes => words.scope_minutes(),
            Self::Papers => words.scope_papers(),
            Self::Intake => words.scope_intake(),
            Self::Asking => words.scope_asking(),
            Self::Search => words.scope_search(),
            Self::Find => words.scope_find(),
            Self::Capture => words.scope_capture(),
            Self::Mending => words.scope_mending(),
            Self::Lobby => words.scope_lobby(),
            Self::Meetings => words.scope_meetings(),
            Self::Items => words.scope_items(),
            Self::Members => words.scope_members(),
            Self::Organisations => words.scope_organisations(),
            Self::Roles => words.scope_roles(),
            Self::Actions => words.scope_actions(),
            Self::Board => words.scope_board(),
            Self::Indicators => words.scope_indicators(),
            Self::Footings => words.scope_footings(),
            Self::Suggestions => words.scope_next(),
            Self::Lens => words.scope_lens(),
            Self::Strengths => words.scope_strengths(),
            Self::Trail => words.scope_trail(),
            Self::Sheet => words.scope_sheet(),
            Self::Cell => words.scope_cell(),
            Self::Cases => words.scope_cases(),
            Self::Page => words.scope_page(),
            Self::Escalations => words.scope_escalations(),
            Self::Assessments => words.scope_assessments(),
            Self::Signs => words.scope_signs(),
            Self::Hands => words.scope_hands(),
            Self::Voices => words.scope_voices(),
            Self::Partners => words.scope_partners(),
            Self::Partner => words.scope_partner(),
            Self::Aspects => words.scope_aspects(),
            Self::Lines => words.scope_lines(),
            Self::List => words.scope_list(),
            Self::Running => words.scope_running(),
            Self::Council => words.scope_council(),
            Self::App => words.scope_app(),
        }
    }
}

/// The scopes that hear a key now. An overlay keeps keys from everything below it but the program itself.
pub fn live(model: &Model) -> Vec<Scope> {
    live_under(model, model.overlays.last())
}

/// The same with `overlay` on top, for help, which tells of what it lies over.
pub fn live_under(model: &Model, overlay: Option<&Overlay>) -> Vec<Scope> {
    if let Some(overlay) = overlay {
        return match overlay {
            Overlay::Form(form) => match form.fields.get(form.at).map(|field| &field.input) {
                Some(Input::Choice { .. }) => vec![Scope::Form, Scope::App],
                _ => vec![Scope::Field, Scope::Form, Scope::App],
            },
            Overlay::Picker(_) => vec![Scope::Picker, Scope::Field, Scope::App],
            Overlay::Help { .. } => vec![Scope::Help, Scope::App],
            Overlay::CheckIn(_) => vec![Scope::CheckIn, Scope::Field, Scope::App],
            Overlay::ReadBack(_) => vec![Scope::ReadBack, Scope::App],
            Overlay::Clashes(_) => vec![Scope::Clashes, Scope::App],
            Overlay::Notice(_) => vec![Scope::Notice, Scope::App],
            Overlay::Minutes => vec![Scope::Minutes, Scope::App],
            Overlay::Asking(_) => vec![Scope::Asking, Scope::App],
            Overlay::Aspects(_) => vec![Scope::Aspects, Scope::App],
            Overlay::Papers(_) => vec![Scope::Papers, Scope::App],
            Overlay::Intake(_) => vec![Scope::Intake, Scope::App],
            Overlay::Search => vec![Scope::Find, Scope::Field, Scope::App],
        };
    }
    if model.lobby.is_some() {
        return vec![Scope::Lobby, Scope::Field, Scope::App];
    }
    if model.searching {
        return vec![Scope::Search, Scope::Field, Scope::App];
    }
    let mut scopes = Vec::with_capacity(6);
    if model.mending().is_some() {
        scopes.extend([Scope::Mending, Scope::Field]);
    } else if model.writing().is_some() {
        scopes.extend([Scope::Cell, Scope::Field]);
    } else if model.capture.focused {
        scopes.extend([Scope::Capture, Scope::Field]);
    } else {
        if matches!(model.list_id(), ListId::Points | ListId::Cases) && model.list().detail {
            scopes.push(Scope::Page);
        }
        match model.way() {
            Way::Look => {
                scopes.push(of_list(model.list_id()));
                if matches!(model.list_id(), ListId::Organisations | ListId::Partners) {
                    scopes.push(Scope::Partner);
                }
                scopes.push(Scope::List);
            }
            Way::Hands => scopes.extend([Scope::Hands, Scope::Field]),
            Way::Voices => scopes.push(Scope::Voices),
        }
    }
    if model.council().running().is_some() {
        scopes.push(Scope::Running);
    }
    scopes.extend([Scope::Council, Scope::App]);
    scopes
}

/// The scope of one list.
pub const fn of_list(list: ListId) -> Scope {
    match list {
        ListId::Meetings => Scope::Meetings,
        ListId::Items => Scope::Items,
        ListId::Members => Scope::Members,
        ListId::Organisations => Scope::Organisations,
        ListId::Roles => Scope::Roles,
        ListId::Actions => Scope::Actions,
        ListId::Points => Scope::Board,
        ListId::Indicators => Scope::Indicators,
        ListId::Footings => Scope::Footings,
        ListId::Suggestions => Scope::Suggestions,
        ListId::Lens => Scope::Lens,
        ListId::Strengths => Scope::Strengths,
        ListId::Trail => Scope::Trail,
        ListId::Sheet => Scope::Sheet,
        ListId::Cases => Scope::Cases,
        ListId::Escalations => Scope::Escalations,
        ListId::Assessments => Scope::Assessments,
        ListId::Signs => Scope::Signs,
        ListId::Partners => Scope::Partners,
        ListId::Lines => Scope::Lines,
    }
}
