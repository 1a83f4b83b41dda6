//! Organisations, members, their seats, and who is in the room.

use super::{Decision, meeting_and_body, open_meeting};
use crate::domain::{
    Attendance, Council, Edit, MeetingState, Member, Mint, Mode, Office, Organisation, Party, Refusal, Role,
    Term, Who,
    id::{MeetingId, MemberId, OrganisationId, RoleId},
};
use chrono::NaiveDateTime;

/// Adds an organisation, or replaces the one with its id.
///
/// # Errors
/// [`Refusal::Empty`] without a name.
pub fn save_organisation(council: &Council, organisation: Organisation) -> Decision {
    if organisation.name.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let known = council.organisations.get(&organisation.id).is_some();
    let list = &council.organisations;
    let edit = if known { list.replacing(organisation) } else { Some(list.appending(organisation)) };
    Ok(edit.map(Edit::Organisation).into_iter().collect())
}

/// Adds a member, or replaces the one with its id. Either a name or a post must be there.
///
/// # Errors
/// [`Refusal::Empty`].
pub fn save_member(council: &Council, member: Member) -> Decision {
    if member.name.trim().is_empty() && member.post.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let known = council.members.get(&member.id).is_some();
    let edit =
        if known { council.members.replacing(member) } else { Some(council.members.appending(member)) };
    Ok(edit.map(Edit::Member).into_iter().collect())
}

/// Saves a member together with the seat named by `title`; an empty title or 委員 leaves every seat.
///
/// A vacant seat of that title is taken first; a title nobody has becomes a new seat; a seat held by another changes hands, or gets
/// another of its kind beside it in the secretariat and among observers.
///
/// # Errors
/// [`Refusal::Empty`].
pub fn save_member_with_office(council: &Council, member: Member, title: &str, mint: &mut Mint) -> Decision {
    let id = member.id.clone();
    let mut edits = save_member(council, member)?;
    edits.extend(seat(council, &id, title.trim(), mint));
    Ok(edits)
}

fn seat(council: &Council, member: &MemberId, title: &str, mint: &mut Mint) -> Vec<Edit> {
    let me = Party::Member(member.clone());
    let held = |role: &&Role| role.holder.as_ref() == Some(&me);
    let is_plain = title.is_empty() || office_titled(title) == Some(Office::Member);
    if !is_plain && council.roles.iter().any(|role| held(&role) && role.title == title) {
        return Vec::new();
    }
    let leaving = council.roles.iter().filter(held).filter(|role| role.office != Office::Signatory);
    let mut edits: Vec<Edit> = leaving
        .filter_map(|role| council.roles.changing(&role.id, |role| role.holder = None))
        .map(Edit::Role)
        .collect();
    if is_plain {
        return edits;
    }
    let titled = || council.roles.iter().filter(|role| role.title == title);
    let vacant = titled().find(|role| role.holder.is_none());
    let free = vacant.or_else(|| titled().next().filter(|role| !is_shared(role.office)));
    edits.push(match free {
        Some(role) => {
            let taken = Role { holder: Some(me), ..role.clone() };
            Edit::Role(crate::domain::ListEdit::Replace { old: role.clone(), new: taken })
        }
        None => Edit::Role(council.roles.appending(Role {
            id: mint.id(),
            title: title.to_owned(),
            office: office_titled(title).unwrap_or(Office::Other),
            holder: Some(me),
            term: Term::default(),
        })),
    });
    edits
}

/// Offices that any number of people hold beside each other.
pub(super) const fn is_shared(office: Office) -> bool {
    matches!(office, Office::Secretariat | Office::Observer)
}

/// What kind of seat a usual title means.
pub fn office_titled(title: &str) -> Option<Office> {
    Some(match title {
        "会長" | "座長" | "委員長" | "議長" | "部会長" | "リーダー" | "chair" | "Chair" => {
            Office::Chair
        }
        "副会長" | "副座長" | "副委員長" | "副議長" | "副部会長" | "vice-chair" | "Vice-chair" => {
            Office::ViceChair
        }
        "委員" | "メンバー" | "member" | "Member" => Office::Member,
        "議事録署名人" | "署名人" | "signatory" | "Signatory" => Office::Signatory,
        "事務局" | "書記" | "secretariat" | "Secretariat" => Office::Secretariat,
        "オブザーバー" | "observer" | "Observer" => Office::Observer,
        _ => return None,
    })
}

/// Adds a seat, or replaces the one with its id.
///
/// # Errors
/// [`Refusal::Empty`] without a title.
pub fn save_role(council: &Council, role: Role) -> Decision {
    if role.title.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let known = council.roles.get(&role.id).is_some();
    let edit = if known { council.roles.replacing(role) } else { Some(council.roles.appending(role)) };
    Ok(edit.map(Edit::Role).into_iter().collect())
}

/// Takes a seat away.
///
/// # Errors
/// [`Refusal::InUse`] while actions or leads name it, [`Refusal::NotFound`],
/// [`Refusal::NotLoaded`] while it may be named in what was not read.
pub fn remove_role(council: &Council, id: &RoleId) -> Decision {
    unused(council, &Party::Role(id.clone()))?;
    let edit = council.roles.removing(id).ok_or(Refusal::NotFound)?;
    Ok(vec![Edit::Role(edit)])
}

/// Takes an organisation off the roster.
///
/// # Errors
/// [`Refusal::HasMembers`], [`Refusal::InUse`], [`Refusal::NotFound`],
/// [`Refusal::NotLoaded`] while it may be named in what was not read.
pub fn remove_organisation(council: &Council, id: &OrganisationId) -> Decision {
    let members = council.members.iter().filter(|member| member.organisation.as_ref() == Some(id)).count();
    if members > 0 {
        return Err(Refusal::HasMembers { members });
    }
    unused(council, &Party::Organisation(id.clone()))?;
    let edit = council.organisations.removing(id).ok_or(Refusal::NotFound)?;
    Ok(vec![Edit::Organisation(edit)])
}

/// Takes a member off the roster. One who ever took part stays, with the term ended instead.
///
/// # Errors
/// [`Refusal::InUse`], [`Refusal::NotFound`], [`Refusal::NotLoaded`] while the member may be named in what was not read.
pub fn remove_member(council: &Council, id: &MemberId) -> Decision {
    unused(council, &Party::Member(id.clone()))?;
    let edit = council.members.removing(id).ok_or(Refusal::NotFound)?;
    Ok(vec![Edit::Member(edit)])
}

/// Moves a member up (negative) or down the roster.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn reorder_member(council: &Council, id: &MemberId, steps: isize) -> Decision {
    council.members.get(id).ok_or(Refusal::NotFound)?;
    Ok(council.members.moving(id, steps).map(Edit::Member).into_iter().collect())
}

/// Moves an organisation up (negative) or down the list.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn reorder_organisation(council: &Council, id: &OrganisationId, steps: isize) -> Decision {
    council.organisations.get(id).ok_or(Refusal::NotFound)?;
    Ok(council.organisations.moving(id, steps).map(Edit::Organisation).into_iter().collect())
}

/// Moves a seat up (negative) or down the list.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn reorder_role(council: &Council, id: &RoleId, steps: isize) -> Decision {
    council.roles.get(id).ok_or(Refusal::NotFound)?;
    Ok(council.roles.moving(id, steps).map(Edit::Role).into_iter().collect())
}

fn unused(council: &Council, party: &Party) -> Result<(), Refusal> {
    match uses(council, party) {
        _ if !council.is_whole() => Err(Refusal::NotLoaded),
        0 => Ok(()),
        places => Err(Refusal::InUse { places }),
    }
}

/// In how many places a party is named, as far as the council was read.
pub fn uses(council: &Council, party: &Party) -> usize {
    let is = |who: &Who| who.party.as_ref() == Some(party);
    let seats = council.roles.iter().filter(|role| role.holder.as_ref() == Some(party)).count();
    let owners = council.every_action().flat_map(|action| &action.owners).filter(|who| is(who)).count();
    let leads = council.points.iter().filter_map(|point| point.lead.as_ref()).filter(|who| is(who)).count();
    let meeting_roles =
        council.meetings.iter().flat_map(|it| &it.roles).filter(|role| is(&role.holder)).count();
    let signs = council.meetings.iter().flat_map(|it| &it.minutes.signatories).filter(|who| is(who)).count();
    let in_bodies: usize = council
        .bodies
        .values()
        .map(|body| {
            let spoke =
                body.lines.iter().filter_map(|line| line.speaker.as_ref()).filter(|who| is(who)).count();
            let presents =
                body.items.iter().filter_map(|it| it.presenter.as_ref()).filter(|who| is(who)).count();
            let came = body.attendance.iter().filter(|it| *party == Party::Member(it.member.clone())).count();
            let stood_in =
                body.attendance.iter().filter(|it| matches!(&it.mode, Mode::Proxy(who) if is(who))).count();
            let voted = body.lines.iter().filter_map(|line| line.resolution.as_ref());
            let voted = voted.flat_map(|it| it.named()).filter(|who| is(who)).count();
            let waiting = body.queue.iter().filter(|it| is(&it.who)).count();
            spoke + presents + came + stood_in + voted + waiting
        })
        .sum();
    seats + owners + leads + meeting_roles + signs + in_bodies
}

/// Notes how a member takes part in a meeting. While it runs, whoever arrives gets the time.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn attend(
    council: &Council,
    meeting: &MeetingId,
    member: &MemberId,
    mode: Mode,
    at: NaiveDateTime,
) -> Decision {
    let (head, _) = meeting_and_body(council, meeting)?;
    council.members.get(member).ok_or(Refusal::NotFound)?;
    let before = council.attendance(head, member);
    let arrived = mode.is_attending() && head.state == MeetingState::Running;
    let from = if mode.is_attending() { before.from.or_else(|| arrived.then(|| at.time())) } else { None };
    save_attendance(council, meeting, Attendance { member: member.clone(), mode, from, to: None })
}

/// Notes that a member left now, or came back when the member had left.
///
/// # Errors
/// [`Refusal::WrongState`] for somebody who is not there, [`Refusal::NotFound`].
pub fn leave(council: &Council, meeting: &MeetingId, member: &MemberId, at: NaiveDateTime) -> Decision {
    let (head, _) = meeting_and_body(council, meeting)?;
    let mut attendance = council.attendance(head, member);
    if !attendance.mode.is_attending() {
        return Err(Refusal::WrongState);
    }
    attendance.to = if attendance.to.is_none() { Some(at.time()) } else { None };
    save_attendance(council, meeting, attendance)
}

/// Sets a member's attendance as a whole.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn save_attendance(council: &Council, meeting: &MeetingId, attendance: Attendance) -> Decision {
    let (_, body) = meeting_and_body(council, meeting)?;
    let known = body.attendance.get(&attendance.member).is_some();
    let list = &body.attendance;
    let edit = if known { list.replacing(attendance) } else { Some(list.appending(attendance)) };
    Ok(edit.map(|edit| Edit::Attendance(meeting.clone(), edit)).into_iter().collect())
}

/// Notes how many people listen without a seat.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn count_observers(council: &Council, meeting: &MeetingId, count: u32) -> Decision {
    open_meeting(council, meeting)?;
    let edit = council.meetings.changing(meeting, |meeting| meeting.observers = count);
    Ok(edit.map(Edit::Meeting).into_iter().collect())
}
