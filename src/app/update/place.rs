//! Where the eyes are: what is chosen in each list, kept by its id while the council changes under it. Who had the newest before them,
//! or the meeting that ran, goes on with the newest.

use super::{agenda, list, record};
use crate::{
    app::{
        model::{ListId, Model, Pane},
        view::{
            self,
            agenda::{item_rows, meeting_rows},
        },
    },
    domain::{
        FootingKind, Point,
        id::{
            ActionId, AssessmentId, EscalationId, IndicatorId, ItemId, LineId, MeetingId, MemberId,
            OrganisationId, RowId,
        },
    },
};

pub struct Place {
    meeting: Option<MeetingId>,
    item: Option<ItemId>,
    member: Option<MemberId>,
    organisation: Option<OrganisationId>,
    role: Option<view::roles::Duty>,
    action: Option<ActionId>,
    indicator: Option<IndicatorId>,
    footing: Option<FootingKind>,
    row: Option<RowId>,
    escalation: Option<EscalationId>,
    assessment: Option<AssessmentId>,
    sign: Option<String>,
    suggestion: Option<String>,
    line: Option<LineId>,
    /// What the room was on.
    before: Room,
}

/// What the room is on: where somebody who watches wants to be.
#[derive(PartialEq)]
struct Room {
    running: Option<MeetingId>,
    item: Option<ItemId>,
    point: Option<Point>,
    /// The line written last in the meeting on screen.
    line: Option<LineId>,
}

impl Room {
    fn of(model: &Model) -> Self {
        let council = model.council();
        let body = model.meeting.as_ref().and_then(|id| council.body(id));
        Self {
            running: council.running().map(|meeting| meeting.id.clone()),
            item: body.and_then(|body| body.current_item()).map(|item| item.id.clone()),
            point: model.focus(),
            line: body.and_then(|body| body.lines.last()).map(|line| line.id.clone()),
        }
    }
}

impl Place {
    pub fn of(model: &Model) -> Self {
        Self {
            meeting: list::chosen(model, ListId::Meetings, &meeting_rows(model)),
            item: list::chosen(model, ListId::Items, &item_rows(model)),
            member: list::chosen(model, ListId::Members, &view::roster::member_rows(model)),
            organisation: list::chosen(model, ListId::Organisations, &view::organisations::rows(model)),
            role: list::chosen(model, ListId::Roles, &view::roles::rows(model)),
            action: list::chosen(model, ListId::Actions, &view::actions::rows(model)),
            indicator: list::chosen(model, ListId::Indicators, &view::indicators::rows(model)),
            footing: list::chosen(model, ListId::Footings, &view::footings::rows(model)),
            row: list::chosen(model, ListId::Sheet, &view::sheet::rows(model)),
            escalation: list::chosen(model, ListId::Escalations, &view::escalations::rows(model)),
            assessment: list::chosen(model, ListId::Assessments, &view::assessments::rows(model)),
            sign: list::chosen(model, ListId::Signs, &view::assessments::signs::rows(model)),
            suggestion: list::chosen(model, ListId::Suggestions, &view::suggestions::rows(model)),
            line: view::record::chosen(model),
            before: Room::of(model),
        }
    }

    /// Goes back to what was chosen, as far as it is still there, or on with the room.
    pub fn restore(self, model: &mut Model) {
        let now = Room::of(model);
        let along =
            |chosen: Option<ItemId>| if chosen == self.before.item { now.item.clone() } else { chosen };
        go_to(model, ListId::Meetings, meeting_rows, self.meeting);
        go_to(model, ListId::Items, item_rows, along(self.item));
        go_to(model, ListId::Members, view::roster::member_rows, self.member);
        go_to(model, ListId::Organisations, view::organisations::rows, self.organisation);
        go_to(model, ListId::Roles, view::roles::rows, self.role);
        go_to(model, ListId::Actions, view::actions::rows, self.action);
        go_to(model, ListId::Indicators, view::indicators::rows, self.indicator);
        go_to(model, ListId::Footings, view::footings::rows, self.footing);
        go_to(model, ListId::Sheet, view::sheet::rows, self.row);
        go_to(model, ListId::Escalations, view::escalations::rows, self.escalation);
        go_to(model, ListId::Assessments, view::assessments::rows, self.assessment);
        go_to(model, ListId::Signs, view::assessments::signs::rows, self.sign);
        go_to(model, ListId::Suggestions, view::suggestions::rows, self.suggestion);
        go_to(
            model,
            ListId::Points,
            view::board::rows,
            now.point.filter(|point| self.before.point != Some(*point)),
        );
        if self.line == self.before.line {
            record::follow_newest(model);
        } else if let Some(at) = self.line.and_then(|line| view::record::place_of(model, &line)) {
            model.list_of_mut(ListId::Lines).cursor.at = at;
        }
        if now.running != self.before.running {
            go_along(model, now.running);
        }
    }
}

fn go_to<T: PartialEq>(
    model: &mut Model,
    list: ListId,
    rows: fn(&Model) -> crate::app::row::Rows<'_, T>,
    record: Option<T>,
) {
    if let Some(record) = record {
        list::go_to(model, list, rows, &record);
    }
}

/// To the meeting that has begun to run, unless another was chosen here; and to its record, unless another pane was.
fn go_along(model: &mut Model, running: Option<MeetingId>) {
    let Some(running) = running else { return };
    model.own_way.meeting &= model.meeting.as_ref() != Some(&running);
    if model.own_way.meeting {
        return;
    }
    agenda::look_at(model, running);
    if !model.own_way.pane {
        model.show(Pane::Record);
    }
    record::follow_newest(model);
}
