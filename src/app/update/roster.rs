//! What the commands of the members' list do: the people on the council, and how each takes part in the meeting on screen.

use super::{check_in, list, names};
use crate::{
    app::{
        command::Ready,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{ListId, Model},
        overlay::Overlay,
        picker::{Choice, Picker},
        view::roster::member_rows,
    },
    domain::{
        Attendance, Council, List, Meeting, Member, Mint, Mode, Office, Organisation, Party, Refusal, Role,
        Term, Who,
        decide::{self, Decision},
        id::{MemberId, OrganisationId},
    },
    text::fold::fold,
    words::{Words, terms::attendance_mark},
};
use chrono::NaiveDate;

/// The member the cursor is on.
pub fn chosen(model: &Model) -> Option<&Member> {
    model.council().members.get(&list::chosen(model, ListId::Members, &member_rows(model))?)
}

pub fn on_member(model: &Model) -> Ready {
    if chosen(model).is_some() { Ready::Yes } else { Ready::Off(Words::roster_no_member) }
}

/// The chosen member belongs to the meeting on screen.
pub fn at_meeting(model: &Model) -> Ready {
    let Some(meeting) = model.meeting() else { return Ready::Off(Words::no_meeting_to_show) };
    match chosen(model) {
        None => Ready::Off(Words::roster_no_member),
        Some(_) if model.council().is_unread(&meeting.id) => Ready::Off(Words::reading),
        Some(member) if member.term.covers(meeting.date) => Ready::Yes,
        Some(_) => Ready::Off(Words::roster_not_in_office),
    }
}

/// The chosen member came to the meeting on screen.
pub fn is_here(model: &Model) -> Ready {
    match (at_meeting(model), chosen_attendance(model)) {
        (Ready::Yes, Some(attendance)) if !attendance.mode.is_attending() => {
            Ready::Off(Words::roster_not_here)
        }
        (ready, _) => ready,
    }
}

fn chosen_attendance(model: &Model) -> Option<Attendance> {
    Some(model.council().attendance(model.meeting()?, &chosen(model)?.id))
}

/// Notes how the chosen member takes part.
pub fn mark(model: &mut Model, mode: Mode) {
    if let Some(id) = chosen(model).map(|member| member.id.clone()) {
        attend(model, &id, mode);
    }
}

/// Notes how a member takes part in the meeting on screen. Returns whether it could be.
pub fn attend(model: &mut Model, member: &MemberId, mode: Mode) -> bool {
    let Some(meeting) = &model.meeting else { return false };
    let decision = decide::roster::attend(model.council(), meeting, member, mode, model.now);
    model.commit(decision)
}

pub fn leave(model: &mut Model) {
    let Some((meeting, member)) = model.meeting().zip(chosen(model)) else { return };
    let decision = decide::roster::leave(model.council(), &meeting.id, &member.id, model.now);
    model.commit(decision);
}

/// All the states of attendance, with the chosen member's own one marked by the cursor.
pub fn choose_attendance(model: &mut Model) {
    let Some((member, attendance)) = chosen(model).zip(chosen_attendance(model)) else { return };
    let words = model.words;
    let choice = |mode: Mode| {
        Choice::new(key(&mode), format!("{}  {}", attendance_mark(&mode), words.attendance(&mode)))
    };
    let mut choices = Vec::from(modes().map(choice));
    if attendance.mode.is_attending() {
        let said = if attendance.to.is_none() { words.roster_left() } else { words.roster_back() };
        choices.push(Choice::new(LEAVE, format!("<  {said}")));
    }
    let title = model.council().member_label(member);
    let picker = Picker::new(title, member.id.as_str(), choices, take_attendance).at(key(&attendance.mode));
    model.overlays.push(Overlay::Picker(picker));
}

const LEAVE: &str = "left";

/// Every state in the order of the picker; who comes instead is asked later.
fn modes() -> [Mode; 6] {
    [Mode::Present, Mode::Online, Mode::Proxy(Who::default()), Mode::Excused, Mode::Absent, Mode::Expected]
}

/// What the picker calls a state.
const fn key(mode: &Mode) -> &'static str {
    match mode {
        Mode::Present => "present",
        Mode::Online => "online",
        Mode::Proxy(_) => "proxy",
        Mode::Excused => "excused",
        Mode::Absent => "absent",
        Mode::Expected => "expected",
    }
}

fn take_attendance(model: &mut Model, member: &str, picked: &str) {
    let id = MemberId::from(member);
    if picked == LEAVE {
        return leave(model);
    }
    match modes().into_iter().find(|mode| key(mode) == picked) {
        Some(Mode::Proxy(_)) => ask_proxy(model, &id),
        Some(mode) => {
            attend(model, &id, mode);
        }
        None => {}
    }
}

pub fn ask_proxy_of_chosen(model: &mut Model) {
    if let Some(id) = chosen(model).map(|member| member.id.clone()) {
        ask_proxy(model, &id);
    }
}

/// Asks who comes for a member; the organisation stands there to begin with.
pub fn ask_proxy(model: &mut Model, id: &MemberId) {
    let Some((meeting, member)) = model.meeting().zip(model.council().members.get(id)) else { return };
    let (council, words) = (model.council(), model.words);
    let by = match council.attendance(meeting, id).mode {
        Mode::Proxy(who) => who.label,
        _ => council.organisation_of(member).map_or("", Organisation::called).to_owned(),
    };
    let title = format!("{} {}", words.form_proxy(), council.member_label(member));
    let field = Field::name(words.roster_proxy_by(), by).hint(words.hint_roster_proxy());
    model.open_form(Form::new(title, id.as_str(), vec![field], save_proxy));
}

fn save_proxy(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let said = || FieldError { field: 0, said: model.words.roster_proxy_wanted().to_owned() };
    let who = names::who(model, form, 0)?.ok_or_else(said)?;
    let id = MemberId::from(form.about.as_str());
    let meeting = model.meeting.clone();
    let decision = meeting.ok_or(Refusal::NoMeeting).and_then(|meeting| {
        decide::roster::attend(model.council(), &meeting, &id, Mode::Proxy(who), model.now)
    });
    model.submit_at(0, decision)?;
    check_in::show(model, &id);
    Ok(())
}

const ARRIVED: usize = 0;
const WENT: usize = 1;

/// When the chosen member came and left.
pub fn edit_times(model: &mut Model) {
    let Some((member, attendance)) = chosen(model).zip(chosen_attendance(model)) else { return };
    let words = model.words;
    let shown = |time: Option<_>| time.map(|time| words.time(time)).unwrap_or_default();
    let fields = vec![
        Field::text(words.roster_arrived(), shown(attendance.from)).hint(words.hint_roster_times()),
        Field::text(words.roster_went(), shown(attendance.to)).hint(words.hint_roster_times()),
    ];
    let title = format!("{} {}", words.form_times(), model.council().member_label(member));
    model.open_form(Form::new(title, member.id.as_str(), fields, save_times));
}

fn save_times(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let (from, to) = (form.time(model, ARRIVED)?, form.time(model, WENT)?);
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        return Err(FieldError { field: WENT, said: model.words.entry_end_before_start().to_owned() });
    }
    let id = MemberId::from(form.about.as_str());
    let decision = model.meeting().ok_or(Refusal::NoMeeting).and_then(|meeting| {
        let attendance = Attendance { from, to, ..model.council().attendance(meeting, &id) };
        decide::roster::save_attendance(model.council(), &meeting.id, attendance)
    });
    model.submit_at(ARRIVED, decision)
}

/// Counts one observer more or fewer.
pub fn count_observers(model: &mut Model, more: bool) {
    let Some(Meeting { id, observers, .. }) = model.meeting() else { return };
    let count = if more { observers.checked_add(1) } else { observers.checked_sub(1) };
    match count {
        Some(count) => {
            let decision = decide::roster::count_observers(model.council(), id, count);
            model.commit(decision);
        }
        None => model.tell(Tone::Warn, model.words.roster_no_observers()),
    }
}

const NAME: usize = 0;
const KANA: usize = 1;
const ORGANISATION: usize = 2;
const POST: usize = 3;
const OFFICE: usize = 4;
const FROM: usize = 5;
const TO: usize = 6;
const CODE: usize = 7;
const VOTE: usize = 8;
/// Left out of the form while a meeting runs, so it comes last.
const EMAIL: usize = 9;

pub fn add(model: &mut Model) {
    let member = Member::new(model.mint.id(), "");
    open_form(model, model.words.form_new_member(), &member);
}

pub fn edit(model: &mut Model) {
    if let Some(member) = chosen(model).cloned() {
        open_form(model, model.words.form_member(), &member);
    }
}

fn open_form(model: &mut Model, title: &str, member: &Member) {
    let (council, words) = (model.council(), model.words);
    let sender = council.organisation_of(member).map_or("", Organisation::called);
    let seats = council.seats_of(&member.id);
    let seat = seats.iter().find(|role| role.office != Office::Signatory).map_or("", |role| &role.title);
    let day = |day: Option<NaiveDate>| day.map(|day| words.day(day, council.head.dates)).unwrap_or_default();
    let running = council.running().is_some();
    let vote = Field::yes_no(model, words.roster_vote(), !member.non_voting);
    let mut fields = vec![
        Field::text(words.roster_name(), &member.name).hint(words.hint_roster_name()),
        Field::text(words.roster_kana(), &member.kana).hint(words.hint_roster_kana()),
        Field::name(words.roster_organisation(), sender).hint(words.hint_roster_organisation()),
        Field::text(words.roster_post(), &member.post),
        Field::text(words.roster_office(), seat).hint(words.hint_roster_office()),
        Field::text(words.roster_from(), day(member.term.from)).hint(words.entry_date_hint()),
        Field::text(words.roster_to(), day(member.term.to)).hint(words.entry_date_hint()),
        Field::text(words.roster_code(), &member.code).hint(words.hint_roster_code()),
        vote.hint(if running { words.hint_roster_private() } else { words.hint_roster_vote() }),
    ];
    if !running {
        fields.push(Field::text(words.roster_email(), &member.email));
    }
    model.open_form(Form::new(title, member.id.as_str(), fields, save));
}

fn save(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    if form.text(NAME).is_empty() && form.text(POST).is_empty() {
        return Err(FieldError { field: NAME, said: model.words.roster_name_or_post().to_owned() });
    }
    let term = Term { from: form.date(model, FROM)?, to: form.date(model, TO)? };
    if term.from.zip(term.to).is_some_and(|(from, to)| to < from) {
        return Err(FieldError { field: TO, said: model.words.entry_end_before_start().to_owned() });
    }
    let id = MemberId::from(form.about.as_str());
    let known = model.council().members.get(&id);
    let email = if form.fields.len() > EMAIL { form.text(EMAIL) } else { known.map_or("", |it| &it.email) }
        .to_owned();
    let (organisation, new) = sender(model.history.council(), form.text(ORGANISATION), &mut model.mint);
    let member = Member {
        kana: form.text(KANA).to_owned(),
        organisation,
        post: form.text(POST).to_owned(),
        code: form.text(CODE).to_owned(),
        email,
        term,
        non_voting: !form.yes(VOTE),
        ..Member::new(id.clone(), form.text(NAME))
    };
    let added = new.as_ref().map(|organisation| organisation.name.clone());
    let seats = model.council().roles.clone();
    let office = office(model, form.text(OFFICE));
    let decision = saving(model.history.council(), member, new, &office, &mut model.mint);
    model.submit_at(NAME, decision)?;
    list::go_to(model, ListId::Members, member_rows, &id);
    let said: Vec<String> = added
        .map(|name| model.words.roster_organisation_added(&name))
        .into_iter()
        .chain(taken_over(model, &seats, id))
        .collect();
    if !said.is_empty() {
        model.tell(Tone::Good, said.join(" "));
    }
    Ok(())
}

/// The title of the seat that is written, or marked as rosters on paper mark it: ◎ for the chair, ○ for a vice-chair.
fn office(model: &Model, typed: &str) -> String {
    let marked = match typed {
        "◎" => Office::Chair,
        "○" | "〇" => Office::ViceChair,
        _ => return typed.to_owned(),
    };
    let seat = model.council().roles.iter().find(|role| role.office == marked);
    seat.map_or(model.words.office(marked), |role| &role.title).to_owned()
}

/// From whom the member took over a seat: it may not have been meant.
fn taken_over(model: &Model, before: &List<Role>, id: MemberId) -> Option<String> {
    let council = model.council();
    let me = Party::Member(id);
    let (seat, from) = before.iter().find_map(|role| {
        let from = role.holder.as_ref().filter(|holder| **holder != me)?;
        let now = council.roles.get(&role.id)?;
        (now.holder.as_ref() == Some(&me)).then_some((role, from))
    })?;
    Some(model.words.roster_seat_taken(&seat.title, &council.party_label(from)?))
}

/// The organisation of that name, or a new one.
fn sender(council: &Council, typed: &str, mint: &mut Mint) -> (Option<OrganisationId>, Option<Organisation>) {
    let key = fold(typed);
    if key.is_empty() {
        return (None, None);
    }
    let named = |it: &&Organisation| [&it.name, &it.short].into_iter().any(|name| fold(name) == key);
    match council.organisations.iter().find(named) {
        Some(known) => (Some(known.id.clone()), None),
        None => {
            let new = Organisation::new(mint.id(), typed);
            (Some(new.id.clone()), Some(new))
        }
    }
}

fn saving(
    council: &Council,
    member: Member,
    organisation: Option<Organisation>,
    office: &str,
    mint: &mut Mint,
) -> Decision {
    // The member comes first: a change is called after the first of its edits that weigh the same.
    let mut edits = decide::roster::save_member_with_office(council, member, office, mint)?;
    if let Some(organisation) = organisation {
        edits.extend(decide::roster::save_organisation(council, organisation)?);
    }
    Ok(edits)
}

pub fn delete(model: &mut Model) {
    let Some(member) = chosen(model) else { return };
    let label = model.council().member_label(member);
    let decision = decide::roster::remove_member(model.council(), &member.id);
    if model.commit(decision) {
        model.tell(Tone::Good, model.words.roster_deleted(&label));
    }
}

/// Moves the chosen member past the one above or below, within one office.
pub fn reorder(model: &mut Model, up: bool) {
    let Some(id) = chosen(model).map(|member| member.id.clone()) else { return };
    let Some(beside) = list::beside(model, ListId::Members, &member_rows(model), up) else { return };
    let council = model.council();
    let rank = |id: &MemberId| council.office_of(id).map_or(Office::Member, |role| role.office);
    let same = beside.filter(|beside| rank(beside) == rank(&id));
    let places = |other: &MemberId| Some((council.members.position(&id)?, council.members.position(other)?));
    let Some((from, to)) = same.as_ref().and_then(places) else {
        return model.tell(Tone::Warn, model.words.roster_by_office());
    };
    let decision = decide::roster::reorder_member(council, &id, to.cast_signed() - from.cast_signed());
    if model.commit(decision) {
        list::go_to(model, ListId::Members, member_rows, &id);
    }
}
