//! Random councils, by way of random edits that always fit: whatever a person could have done, in any order.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use norishiro::domain::{
    action::{ActionNote, Origin},
    assessment::Answer,
    council::{DateStyle, StandingItem},
    id::MeetingId,
    minutes::{Checked, Final, Reopened},
    partner::{AspectCheck, Finding},
    quality::{Lack, Left},
    *,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

/// What a person does to one list: which of the four ways, where, and with what.
#[derive(Clone, Debug)]
pub struct Op {
    way: u8,
    at: usize,
    to: usize,
    matter: Matter,
}

#[derive(Clone, Debug)]
enum Matter {
    Head(Box<Head>),
    Organisation(Organisation),
    Member(Member),
    Role(Role),
    Action(Box<Action>),
    Shelved(i32, Box<Action>),
    /// An action of the list goes to the shelf of a year.
    PutAway(i32),
    Point(PointRecord),
    Indicator(Box<Indicator>),
    Assessment(Assessment),
    SheetRow(Box<SheetRow>),
    Escalation(Box<Escalation>),
    Meeting(Box<Meeting>),
    Item(Box<Item>),
    Attendance(Attendance),
    Line(Line),
    Turn(Turn),
    Waiting(Waiting),
}

/// What a person does in a while: works, takes back, brings back.
#[derive(Clone, Debug)]
pub enum Step {
    Work(Vec<Op>),
    Undo,
    Redo,
}

/// A person's work and second thoughts on a council.
pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step =
        prop_oneof![6 => vec(op(), 1..5).prop_map(Step::Work), 2 => Just(Step::Undo), 1 => Just(Step::Redo)];
    vec(step, 0..25)
}

/// A council that grew out of work.
pub fn council() -> impl Strategy<Value = Council> {
    vec(op(), 0..60).prop_map(|ops| {
        let mut council = Council::new(Head::new("協議会"));
        council.apply_all(&edits(&council, &ops)).unwrap();
        council
    })
}

/// A history that begins with an empty council and has seen these steps.
pub fn live(steps: &[Step]) -> History {
    live_on(Council::new(Head::new("協議会")), steps)
}

/// The same on a council that is there.
pub fn live_on(council: Council, steps: &[Step]) -> History {
    let mut history = History::new(council, 0);
    for step in steps {
        match step {
            Step::Work(ops) => history.push(noon(), edits(history.council(), ops)).unwrap(),
            Step::Undo => {
                history.undo(noon()).unwrap();
            }
            Step::Redo => {
                history.redo(noon()).unwrap();
            }
        }
    }
    history
}

pub fn noon() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 7, 31).unwrap().and_hms_opt(12, 0, 0).unwrap()
}

/// The edits that these operations mean in this council, each fitting the state the one before it leaves.
fn edits(council: &Council, ops: &[Op]) -> Vec<Edit> {
    let mut council = council.clone();
    let mut edits = Vec::new();
    for op in ops {
        let made = match &op.matter {
            Matter::PutAway(year) => op.putting_away(&council, *year).unwrap_or_default(),
            _ => edit(&council, op).into_iter().collect(),
        };
        if council.apply_all(&made).is_ok() {
            edits.extend(made);
        }
    }
    edits
}

fn edit(council: &Council, op: &Op) -> Option<Edit> {
    Some(match &op.matter {
        Matter::Head(new) => Edit::Head { old: Box::new(council.head.clone()), new: new.clone() },
        Matter::Organisation(new) => Edit::Organisation(op.on(&council.organisations, new)?),
        Matter::Member(new) => Edit::Member(op.on(&council.members, new)?),
        Matter::Role(new) => Edit::Role(op.on(&council.roles, new)?),
        Matter::Action(new) => Edit::Action(op.on_actions(council, &council.actions, new)?),
        Matter::Shelved(year, new) => {
            Edit::Shelf(*year, op.on_actions(council, &shelf(council, *year), new)?)
        }
        Matter::PutAway(_) => return None,
        Matter::Point(new) => Edit::Point(council.points.replacing(new.clone())?),
        Matter::Indicator(new) => Edit::Indicator(op.on(&council.indicators, &**new)?),
        Matter::Assessment(new) => Edit::Assessment(op.on(&council.assessments, new)?),
        Matter::SheetRow(new) => Edit::SheetRow(op.on(&council.sheet, &**new)?),
        Matter::Escalation(new) => Edit::Escalation(op.on(&council.escalations, &**new)?),
        Matter::Meeting(new) => Edit::Meeting(op.on(&council.meetings, &**new)?),
        Matter::Item(new) => op.in_meeting(council, |body| &body.items, &**new, Edit::Item)?,
        Matter::Attendance(new) => op.in_meeting(council, |body| &body.attendance, new, Edit::Attendance)?,
        Matter::Line(new) => op.in_meeting(council, |body| &body.lines, new, Edit::Line)?,
        Matter::Turn(new) => op.in_meeting(council, |body| &body.turns, new, Edit::Turn)?,
        Matter::Waiting(new) => op.in_meeting(council, |body| &body.queue, new, Edit::Waiting)?,
    })
}

fn shelf(council: &Council, year: i32) -> List<Action> {
    council.shelves.get(&year).cloned().flatten().unwrap_or_default()
}

impl Op {
    fn on<T: Record>(&self, list: &List<T>, new: &T) -> Option<ListEdit<T>> {
        let at = self.at.checked_rem(list.len());
        match self.way {
            0 => Some(ListEdit::Remove { at: at?, old: list[at?].clone() }),
            1 => Some(ListEdit::Move { from: at?, to: self.to % list.len(), record: list[at?].clone() }),
            _ => list.replacing(new.clone()).or_else(|| {
                let at = self.at % (list.len() + 1);
                list.get(new.id()).is_none().then(|| ListEdit::Insert { at, new: new.clone() })
            }),
        }
    }

    /// An action stands in one place only.
    fn on_actions(&self, council: &Council, list: &List<Action>, new: &Action) -> Option<ListEdit<Action>> {
        let is_twice = |edit: &ListEdit<Action>| match edit {
            ListEdit::Insert { new, .. } => council.action(&new.id).is_some(),
            _ => false,
        };
        self.on(list, new).filter(|edit| !is_twice(edit))
    }

    fn putting_away(&self, council: &Council, year: i32) -> Option<Vec<Edit>> {
        let at = self.at.checked_rem(council.actions.len())?;
        let old = council.actions[at].clone();
        let put = shelf(council, year).appending(old.clone());
        Some(vec![Edit::Action(ListEdit::Remove { at, old }), Edit::Shelf(year, put)])
    }

    fn in_meeting<T: Record>(
        &self,
        council: &Council,
        list: impl Fn(&Body) -> &List<T>,
        new: &T,
        edit: impl Fn(MeetingId, ListEdit<T>) -> Edit,
    ) -> Option<Edit> {
        let place = self.to.checked_rem(council.meetings.len())?;
        let meeting = council.meetings[place].id.clone();
        let change = self.on(list(council.body(&meeting)?), new)?;
        Some(edit(meeting, change))
    }
}

fn op() -> impl Strategy<Value = Op> {
    (0..6_u8, 0..20_usize, 0..20_usize, matter()).prop_map(|(way, at, to, matter)| Op { way, at, to, matter })
}

fn matter() -> impl Strategy<Value = Matter> {
    prop_oneof![
        1 => head().prop_map(|it| Matter::Head(Box::new(it))),
        1 => organisation().prop_map(Matter::Organisation),
        1 => member().prop_map(Matter::Member),
        1 => role().prop_map(Matter::Role),
        2 => action().prop_map(|it| Matter::Action(Box::new(it))),
        1 => (2023..2026_i32).prop_map(Matter::PutAway),
        1 => (2023..2026_i32, action()).prop_map(|(year, it)| Matter::Shelved(year, Box::new(it))),
        1 => point_record().prop_map(Matter::Point),
        2 => indicator().prop_map(|it| Matter::Indicator(Box::new(it))),
        1 => assessment().prop_map(Matter::Assessment),
        1 => sheet_row().prop_map(|it| Matter::SheetRow(Box::new(it))),
        1 => escalation().prop_map(|it| Matter::Escalation(Box::new(it))),
        2 => meeting().prop_map(|it| Matter::Meeting(Box::new(it))),
        2 => item().prop_map(|it| Matter::Item(Box::new(it))),
        1 => attendance().prop_map(Matter::Attendance),
        3 => line().prop_map(Matter::Line),
        1 => turn().prop_map(Matter::Turn),
        1 => waiting().prop_map(Matter::Waiting),
    ]
}

/// Text as people, other programs and enemies write it.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => select(vec!["", "資料1", "健診の結果を\n地区ごとに見る。", "「一覧」を作る", "課長", "a \"b\"#\\ c", "㈱①か\u{3099}"])
            .prop_map(str::to_owned),
        2 => "\\PC{0,12}",
        1 => any::<String>(),
        1 => select(vec!["\u{1b}[2J", "\u{202e}abc", "\r\nx\r", "\0", "\u{feff}", "\"###", "\\u{41}"]).prop_map(str::to_owned),
    ]
}

/// Few ids, so that records meet and links sometimes lead nowhere.
fn id<T: From<&'static str> + std::fmt::Debug + Clone + 'static>() -> impl Strategy<Value = T> {
    select(vec!["a", "b", "c", "d", "k3v9x0mz"]).prop_map(T::from)
}

fn meeting_id() -> impl Strategy<Value = MeetingId> {
    (1..5_u32).prop_map(|ordinal| MeetingId(format!("fy2026-{ordinal}")))
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..1000_i64).prop_map(|days| noon().date() + TimeDelta::days(days))
}

fn time() -> impl Strategy<Value = NaiveTime> {
    (0..86_400_u32).prop_map(|seconds| NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap())
}

fn moment() -> impl Strategy<Value = NaiveDateTime> {
    (date(), time()).prop_map(|(date, time)| date.and_time(time))
}

fn party() -> impl Strategy<Value = Party> {
    prop_oneof![id().prop_map(Party::Member), id().prop_map(Party::Organisation), id().prop_map(Party::Role)]
}

fn who() -> impl Strategy<Value = Who> {
    (text(), option::of(party())).prop_map(|(label, party)| Who { label, party })
}

fn points() -> impl Strategy<Value = Vec<Point>> {
    vec(select(Point::ALL.to_vec()), 0..3)
}

fn term() -> impl Strategy<Value = Term> {
    (option::of(date()), option::of(date())).prop_map(|(from, to)| Term { from, to })
}

fn item_kind() -> impl Strategy<Value = ItemKind> {
    select(ItemKind::ALL.to_vec())
}

fn head() -> impl Strategy<Value = Head> {
    let measure = prop_oneof![
        select(vec![
            QuorumMeasure::None,
            QuorumMeasure::MoreThanHalf,
            QuorumMeasure::AtLeastHalf,
            QuorumMeasure::TwoThirds
        ]),
        (0..99_u32).prop_map(QuorumMeasure::Count),
    ];
    let quorum = (measure, any::<bool>(), any::<bool>()).prop_map(|(measure, proxies, online)| QuorumRule {
        measure,
        proxies,
        online,
    });
    let standing = (text(), item_kind(), any::<u32>(), points(), any::<bool>()).prop_map(
        |(title, kind, minutes, points, recurring)| StandingItem { title, kind, minutes, points, recurring },
    );
    let names = (text(), text(), text());
    let kind = select(CouncilKind::ALL.to_vec());
    let dates = select(vec![DateStyle::Era, DateStyle::Iso]);
    let counts = (1..13_u32, any::<u32>());
    let focus = option::of(select(Point::ALL.to_vec()));
    let voting = (select(Majority::ALL.to_vec()), any::<bool>())
        .prop_map(|(majority, tie_to_chair)| VotingRule { majority, tie_to_chair });
    let deadlines = (option::of(any::<u32>()), option::of(any::<u32>()))
        .prop_map(|(summary_days, minutes_days)| Deadlines { summary_days, minutes_days });
    let suggesting = (thresholds(), vec(declined(), 0..3));
    let kept = (vec(footing(), 0..3), option::of(text()), suggesting);
    let rules = (quorum, voting, deadlines, vec(text(), 0..2), kept);
    (names, kind, rules, dates, counts, vec(standing, 0..3), focus).prop_map(
        |(
            (name, short, aim),
            kind,
            (quorum, voting, deadlines, private_names, (footings, parent, (thresholds, declined))),
            dates,
            (fiscal_month, next_action),
            standing,
            focus,
        )| Head {
            name,
            short,
            kind,
            aim,
            quorum,
            voting,
            deadlines,
            private_names,
            dates,
            fiscal_month,
            standing,
            next_action,
            focus,
            footings,
            parent,
            thresholds,
            declined,
        },
    )
}

fn thresholds() -> impl Strategy<Value = Thresholds> {
    (any::<u32>(), any::<u32>(), any::<u32>()).prop_map(|(untouched_days, burden_times, term_days)| {
        Thresholds { untouched_days, burden_times, term_days, ..Thresholds::default() }
    })
}

fn declined() -> impl Strategy<Value = Declined> {
    (text(), date()).prop_map(|(key, on)| Declined { key, on })
}

fn reason() -> impl Strategy<Value = Reason> {
    let point = || select(Point::ALL.to_vec());
    let days = || 0..9999_i64;
    prop_oneof![
        (id(), date()).prop_map(|(escalation, on)| Reason::Answered { escalation, on }),
        (id(), date()).prop_map(|(escalation, since)| Reason::Owed { escalation, since }),
        (id(), date()).prop_map(|(escalation, since)| Reason::Awaited { escalation, since }),
        (id(), any::<u32>()).prop_map(|(item, times)| Reason::Deferred { item, times }),
        (vec(any::<u32>(), 1..3), days()).prop_map(|(actions, days)| Reason::Overdue { actions, days }),
        (vec(id(), 1..3), date()).prop_map(|(seats, first)| Reason::TermsEnding { seats, first }),
        (2020..2030_i32, 0..9_usize).prop_map(|(year, rows)| Reason::Evaluation { year, rows }),
        (2020..2030_i32, vec(id(), 1..3))
            .prop_map(|(year, indicators)| Reason::ReadingsDue { year, indicators }),
        (id(), 0..99_usize, 0..99_usize).prop_map(|(organisation, carries, others)| Reason::Overloaded {
            organisation,
            carries,
            others
        }),
        (point(), vec(text(), 1..3)).prop_map(|(point, signs)| Reason::Unproven { point, signs }),
        (vec(id(), 1..3), any::<u32>())
            .prop_map(|(organisations, days)| Reason::Silent { organisations, days }),
        (point(), option::of(date()), days()).prop_map(|(point, last, days)| Reason::Untouched {
            point,
            last,
            days
        }),
    ]
}

fn voiced() -> impl Strategy<Value = Voiced> {
    (who(), select(Voice::ALL.to_vec())).prop_map(|(who, voice)| Voiced { who, voice })
}

fn assessment() -> impl Strategy<Value = Assessment> {
    let tally = prop_oneof![
        (any::<u32>(), any::<u32>(), any::<u32>()).prop_map(|(in_place, partly, not_yet)| Tally::Hands {
            in_place,
            partly,
            not_yet
        }),
        vec(voiced(), 0..3).prop_map(Tally::Voices),
    ];
    let answer = (text(), tally).prop_map(|(sign, tally)| Answer { sign, tally });
    (id(), date(), option::of(meeting_id()), vec(answer, 0..3), text())
        .prop_map(|(id, on, meeting, answers, note)| Assessment { id, on, meeting, answers, note })
}

fn sheet_row() -> impl Strategy<Value = SheetRow> {
    let plan = (text(), text(), text());
    let done = (text(), text(), text());
    (id(), 1..10_000_i32, who(), plan, done, option::of(id()), option::of(date())).prop_map(
        |(id, year, who, (programme, viewpoint, aim), (problems, progress, evaluation), from, touched)| {
            SheetRow {
                id,
                year,
                who,
                programme,
                viewpoint,
                aim,
                problems,
                progress,
                evaluation,
                from,
                touched,
            }
        },
    )
}

fn escalation() -> impl Strategy<Value = Escalation> {
    let other = (select(vec![Side::Raised, Side::Received]), text(), text());
    let issue = (text(), text(), points(), date(), option::of(meeting_id()), option::of(date()));
    let answer = (option::of(date()), text(), option::of(date()), option::of(meeting_id()));
    (id(), other, issue, answer, option::of(date())).prop_map(
        |(
            id,
            (side, other, other_name),
            (text, why, points, raised, raised_at, withdrawn),
            (considered, answer, answered, answered_at),
            reported,
        )| Escalation {
            id,
            side,
            other,
            other_name,
            text,
            why,
            points,
            raised,
            raised_at,
            withdrawn,
            considered,
            answer,
            answered,
            answered_at,
            reported,
        },
    )
}

fn partner() -> impl Strategy<Value = Partner> {
    let tie = || option::of(select(Tie::ALL.to_vec()));
    let checked = (select(Aspect::ALL.to_vec()), select(Finding::ALL.to_vec()), text(), date())
        .prop_map(|(aspect, finding, note, on)| AspectCheck { aspect, finding, note, on });
    let exchange = (date(), select(ExchangeWay::ALL.to_vec()), text()).prop_map(|(on, way, text)| Exchange {
        on,
        way,
        text,
    });
    (tie(), tie(), vec(checked, 0..2), vec(exchange, 0..3), points())
        .prop_map(|(tie, aim, checks, exchanges, points)| Partner { tie, aim, checks, exchanges, points })
}

fn footing() -> impl Strategy<Value = Footing> {
    let kind = prop_oneof![select(FootingKind::USUAL.to_vec()), text().prop_map(FootingKind::Own)];
    (kind, select(FootingState::ALL.to_vec()), option::of(date()), text())
        .prop_map(|(kind, state, since, note)| Footing { kind, state, since, note })
}

fn reading() -> impl Strategy<Value = Reading> {
    let value =
        (any::<i64>(), 0..7_u32).prop_map(|(digits, scale)| rust_decimal::Decimal::new(digits, scale));
    (1..10_000_i32, value, text(), text()).prop_map(|(year, value, note, source)| Reading {
        year,
        value,
        note,
        source,
    })
}

fn indicator() -> impl Strategy<Value = Indicator> {
    let kinds = (select(IndicatorKind::ALL.to_vec()), select(Wanted::ALL.to_vec()));
    let figures = (option::of(reading()), vec(reading(), 0..4), option::of(reading()));
    (id(), text(), text(), kinds, figures, text(), points(), text()).prop_map(
        |(id, name, unit, (kind, wanted), (base, readings, target), source, points, note)| Indicator {
            id,
            name,
            kind,
            unit,
            wanted,
            base,
            readings,
            target,
            source,
            points,
            note,
        },
    )
}

fn organisation() -> impl Strategy<Value = Organisation> {
    let class = prop_oneof![
        select(vec![Class::Community, Class::Occupational, Class::Other]),
        text().prop_map(Class::Custom)
    ];
    let said = (text(), text(), text());
    (id(), text(), text(), text(), class, said, partner()).prop_map(
        |(id, name, kana, short, class, (contact, brings, needs), partner)| Organisation {
            id,
            name,
            kana,
            short,
            class,
            contact,
            brings,
            needs,
            partner,
        },
    )
}

fn member() -> impl Strategy<Value = Member> {
    let said = (text(), text(), text());
    (id(), text(), text(), option::of(id()), said, term(), any::<bool>()).prop_map(
        |(id, name, kana, organisation, (post, code, email), term, non_voting)| Member {
            id,
            name,
            kana,
            organisation,
            post,
            code,
            email,
            term,
            non_voting,
        },
    )
}

fn role() -> impl Strategy<Value = Role> {
    let offices = vec![
        Office::Chair,
        Office::ViceChair,
        Office::Other,
        Office::Signatory,
        Office::Member,
        Office::Secretariat,
        Office::Observer,
    ];
    (id(), text(), select(offices), option::of(party()), term())
        .prop_map(|(id, title, office, holder, term)| Role { id, title, office, holder, term })
}

fn action() -> impl Strategy<Value = Action> {
    let due = prop_oneof![Just(Due::NextMeeting), Just(Due::Open), date().prop_map(Due::On)];
    let note = (date(), text()).prop_map(|(on, text)| ActionNote { on, text });
    let origin = (meeting_id(), option::of(id()), option::of(id()))
        .prop_map(|(meeting, item, line)| Origin { meeting, item, line });
    let state = (select(ActionState::ALL.to_vec()), text(), option::of(date()));
    (id(), any::<u32>(), text(), vec(who(), 0..3), due, state, vec(note, 0..3), points(), option::of(origin))
        .prop_map(|(id, number, text, owners, due, (state, reason, ended), notes, points, origin)| Action {
            id,
            number,
            text,
            owners,
            due,
            state,
            reason,
            ended,
            notes,
            points,
            origin,
        })
}

fn point_record() -> impl Strategy<Value = PointRecord> {
    let evidence = (date(), text()).prop_map(|(on, text)| Evidence { on, text });
    let stages = vec![Stage::NotStarted, Stage::Started, Stage::UnderWay, Stage::Established];
    let point = select(Point::ALL.to_vec());
    let step = (date(), option::of(meeting_id()), select(stages.clone()))
        .prop_map(|(on, meeting, to)| point::Step { on, meeting, to });
    let tick = (text(), date(), option::of(meeting_id()), text(), option::of(who()), option::of(date()))
        .prop_map(|(sign, on, meeting, evidence, said_by, until)| Tick {
            sign,
            on,
            meeting,
            evidence,
            said_by,
            until,
        });
    let seen = (vec(evidence, 0..3), option::of(date()), vec(step, 0..3), vec(tick, 0..3));
    (point, select(stages), any::<bool>(), option::of(who()), text(), seen).prop_map(
        |(point, stage, active, lead, note, (evidence, touched, steps, ticks))| PointRecord {
            point,
            stage,
            active,
            lead,
            note,
            evidence,
            touched,
            steps,
            ticks,
        },
    )
}

fn meeting() -> impl Strategy<Value = Meeting> {
    let when = (date(), time(), time());
    let state = select(vec![MeetingState::Planned, MeetingState::Running, MeetingState::Held]);
    let ran = (option::of(moment()), option::of(moment()));
    let role = (select(MeetingRoleKind::ALL.to_vec()), who())
        .prop_map(|(kind, holder)| MeetingRole { kind, holder });
    let called = (text(), who()).prop_map(|(name, who)| Called { name, who });
    let people = (vec(role, 0..3), any::<u32>(), vec(called, 0..2), minutes(), openness());
    (1..5_u32, when, text(), state, ran, people).prop_map(
        |(
            ordinal,
            (date, start, end),
            place,
            state,
            (opened, closed),
            (roles, observers, called, minutes, openness),
        )| Meeting {
            id: MeetingId(format!("fy2026-{ordinal}")),
            fiscal_year: 2026,
            ordinal,
            date,
            start,
            end,
            place,
            openness,
            state,
            opened,
            closed,
            roles,
            observers,
            called,
            minutes,
        },
    )
}

fn openness() -> impl Strategy<Value = Openness> {
    (select(Openness::ALL.to_vec()), text()).prop_map(|(openness, reason)| openness.because(&reason))
}

fn minutes() -> impl Strategy<Value = Minutes> {
    let checked = (moment(), text(), text()).prop_map(|(at, by, hash)| Checked { at, by, hash });
    let left = (select(Lack::ALL.to_vec()), any::<u32>()).prop_map(|(lack, count)| Left { lack, count });
    let reopened = (moment(), text(), text()).prop_map(|(at, by, reason)| Reopened { at, by, reason });
    let made = (any::<u32>(), moment(), text(), vec(who(), 0..2), text());
    let made = (made, vec(left, 0..2), option::of(reopened)).prop_map(
        |((version, at, by, signatories, hash), left, reopened)| Final {
            version,
            at,
            by,
            signatories,
            hash,
            left,
            reopened,
        },
    );
    (option::of(checked), vec(made, 0..3), vec(who(), 0..2), option::of(date())).prop_map(
        |(checked, finals, signatories, summary_sent)| Minutes { checked, finals, signatories, summary_sent },
    )
}

fn item() -> impl Strategy<Value = Item> {
    let why = prop_oneof![
        select(vec![Why::Added, Why::AdHoc, Why::Standing]),
        meeting_id().prop_map(Why::NotDiscussed),
        meeting_id().prop_map(Why::Recurring),
        meeting_id().prop_map(Why::Approval),
        meeting_id().prop_map(Why::Due),
        (meeting_id(), vec(any::<u32>(), 0..3))
            .prop_map(|(meeting, numbers)| Why::OpenActions(meeting, numbers)),
        reason().prop_map(|reason| Why::Suggested(Box::new(reason))),
    ];
    let plan = (item_kind(), any::<u32>(), option::of(who()), vec(text(), 0..3), points());
    let state = (select(ItemState::ALL.to_vec()), any::<bool>(), any::<u32>(), why);
    (id(), text(), plan, (text(), text()), state).prop_map(
        |(
            id,
            title,
            (kind, minutes, presenter, materials, points),
            (note, summary),
            (state, recurring, deferred, why),
        )| Item {
            id,
            title,
            kind,
            minutes,
            presenter,
            materials,
            points,
            note,
            summary,
            state,
            recurring,
            deferred,
            why,
        },
    )
}

fn attendance() -> impl Strategy<Value = Attendance> {
    let mode = prop_oneof![
        select(vec![Mode::Expected, Mode::Present, Mode::Online, Mode::Excused, Mode::Absent]),
        who().prop_map(Mode::Proxy),
    ];
    (id(), mode, option::of(time()), option::of(time())).prop_map(|(member, mode, from, to)| Attendance {
        member,
        mode,
        from,
        to,
    })
}

fn line() -> impl Strategy<Value = Line> {
    let kind = prop_oneof![
        select(vec![
            LineKind::Note,
            LineKind::Speech,
            LineKind::Deferred,
            LineKind::Proposal,
            LineKind::Issue
        ]),
        any::<u32>().prop_map(LineKind::Decision),
        any::<u32>().prop_map(LineKind::Action),
    ];
    let placed = (option::of(time()), option::of(id()));
    let resolution = option::of(resolution().prop_map(Box::new));
    (id(), placed, kind, option::of(who()), text(), points(), any::<bool>(), resolution).prop_map(
        |(id, (at, item), kind, speaker, text, points, private, resolution)| Line {
            id,
            at,
            item,
            kind,
            speaker,
            text,
            points,
            private,
            resolution,
        },
    )
}

fn resolution() -> impl Strategy<Value = Resolution> {
    let votes = option::of((any::<u32>(), any::<u32>(), 0..3_u32).prop_map(|(yes, no, abstained)| Votes {
        yes,
        no,
        abstained,
    }));
    let casting = option::of(select(vec![Casting::Yes, Casting::No]));
    let named = (vec(who(), 0..3), vec(who(), 0..2), vec(who(), 0..2));
    (select(How::ALL.to_vec()), votes, casting, named, option::of(date())).prop_map(
        |(how, votes, casting, (dissented, abstained, withdrew), review)| Resolution {
            how,
            votes,
            casting,
            dissented,
            abstained,
            withdrew,
            review,
        },
    )
}

fn waiting() -> impl Strategy<Value = Waiting> {
    (id(), who(), text(), moment()).prop_map(|(id, who, note, at)| Waiting { id, who, note, at })
}

fn turn() -> impl Strategy<Value = Turn> {
    (id(), moment(), option::of(id()), option::of(select(Point::ALL.to_vec())))
        .prop_map(|(id, at, item, point)| Turn { id, at, item, point })
}
