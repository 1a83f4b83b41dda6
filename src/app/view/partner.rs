//! One organisation as a partner: how close, what it carries, brings and needs, what went to and fro, and the checks before asking.
//! The same page on the roster and behind the table of partners.

use crate::{
    app::{look::Tone, model::Model, row::Para, update},
    domain::{Aspect, Carried, Council, Load, Organisation, Part, Partner, Point, Tie, partner::Finding},
    knowledge::{models, points::card},
    words::terms::action_mark,
};

pub const fn finding_tone(finding: Finding) -> Tone {
    match finding {
        Finding::Ready => Tone::Good,
        Finding::Unsure => Tone::Plain,
        Finding::NotYet => Tone::Warn,
    }
}

/// The page of the chosen organisation.
pub fn detail(model: &Model) -> Vec<Para> {
    let Some(it) = update::organisations::chosen(model) else { return Vec::new() };
    let (council, words) = (model.council(), model.words);
    let load = council.load(it, model.meeting());
    let parts = [
        head(model, it),
        worries(model, it, &load),
        standing(model, it, &load),
        section(words.partner_tie_heading(), ties(model, &it.partner)),
        section(words.partner_needs_heading(), needs(model, it)),
        section(words.partner_log_heading(), log(model, &it.partner)),
        section(words.partner_points_heading(), points(model, it, &load.carried)),
        section(words.roster_carries(), actions(model, council, &load.carried)),
        section(words.partner_aspects_heading(), aspects(model, &it.partner)),
        section(words.pane_roster(), listed(model, it)),
    ];
    parts.concat()
}

/// A heading with its paragraphs, a blank row before it; nothing without paragraphs.
fn section(heading: &str, paras: Vec<Para>) -> Vec<Para> {
    if paras.is_empty() {
        return paras;
    }
    [vec![Para::blank(), Para::new(heading, Tone::Accent)], paras].concat()
}

fn head(model: &Model, it: &Organisation) -> Vec<Para> {
    vec![Para::new(&it.name, Tone::Strong), Para::new(model.words.class(&it.class), Tone::Dim)]
}

/// What somebody should look at: too much carried, nothing heard for long.
fn worries(model: &Model, it: &Organisation, load: &Load) -> Vec<Para> {
    let (council, words, today) = (model.council(), model.words, model.today());
    let heavy = council.overloaded(model.meeting(), council.head.thresholds.burden());
    let heavy = heavy.iter().any(|load| load.organisation.id == it.id);
    let contact = council.contact(it, today);
    let silent =
        council.silent_since(contact, today, council.head.thresholds.silence()).map(|_| match contact {
            Some(contact) => words.partner_silent(&words.board_ago((today - contact.on).num_days())),
            None => words.partner_never().to_owned(),
        });
    let heavy = heavy.then(|| words.partner_heavy(load.total()));
    heavy.into_iter().chain(silent).map(|said| Para::new(said, Tone::Warn)).collect()
}

/// The last contact, and how much it carries in all.
fn standing(model: &Model, it: &Organisation, load: &Load) -> Vec<Para> {
    let (council, words) = (model.council(), model.words);
    let contact = match council.contact(it, model.today()) {
        Some(contact) => {
            let ago = words.board_ago((model.today() - contact.on).num_days());
            let day = words.day(contact.on, council.head.dates);
            format!("{day}{}  {}", words.in_brackets(&ago), words.through(contact.through))
        }
        None => words.partner_no_contact().to_owned(),
    };
    let lacks = council.unread();
    let reading = (!lacks.is_empty()).then(|| model.reading(&lacks));
    let carried = words.roles_count(load.total()) + &words.in_brackets(&words.load_parts(load));
    let seats: Vec<&str> = load.carried.seats.iter().map(|role| role.title.as_str()).collect();
    [
        Para::labelled(words.partner_contact(), contact),
        reading,
        Para::labelled(words.partner_burden(), carried),
        Para::labelled(words.roster_seats(), seats.join(words.pick("、", ", "))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Now and aimed for, each with the marks of its step.
fn ties(model: &Model, partner: &Partner) -> Vec<Para> {
    let (words, now) = (model.words, partner.tie);
    if (now, partner.aim) == (None, None) {
        return vec![Para::new(words.partner_tie_next(), Tone::Dim)];
    }
    let aim = partner.aim.filter(|aim| now != Some(*aim));
    let step = |label: &str, tie: Option<Tie>| tie.map(|tie| tie_step(model, label, tie)).unwrap_or_default();
    let said = Para::new(words.ties(partner), Tone::Strong);
    [vec![said], step(words.partner_tie_now(), now), step(words.partner_tie_aim(), aim)].concat()
}

fn tie_step(model: &Model, label: &str, tie: Tie) -> Vec<Para> {
    let (words, item) = (model.words, models::tie(tie));
    let what = words.partner_tie_step(words.tie(tie), item.what.pick(words.lang));
    let marks = item.marks.iter().map(|mark| Para::bullet(mark.pick(words.lang), Tone::Dim));
    Para::labelled(label, what).into_iter().chain(marks).collect()
}

fn needs(model: &Model, it: &Organisation) -> Vec<Para> {
    let words = model.words;
    let known =
        [Para::labelled(words.roster_brings(), &it.brings), Para::labelled(words.roster_needs(), &it.needs)];
    known.into_iter().flatten().collect()
}

/// How often each way, and every entry, newest first.
fn log(model: &Model, partner: &Partner) -> Vec<Para> {
    let words = model.words;
    if partner.exchanges.is_empty() {
        return vec![Para::new(words.partner_log_none(), Tone::Dim)];
    }
    let dates = model.council().head.dates;
    let entries = partner.exchanges.iter().rev().map(|it| {
        let said = format!("{}  {}  {}", words.day(it.on, dates), words.exchange_way(it.way), it.text);
        Para::bullet(said.trim_end(), Tone::Plain)
    });
    std::iter::once(Para::plain(words.balance(partner.balance()))).chain(entries).collect()
}

/// The points by what binds it to them.
fn points(model: &Model, it: &Organisation, carried: &Carried) -> Vec<Para> {
    let words = model.words;
    let named = |part| {
        let points = Point::ALL.into_iter().filter(|point| it.part(carried, *point) == Some(part));
        let points: Vec<String> = points.map(|point| card(point).numbered(words.lang)).collect();
        Para::labelled(words.part(part), points.join(words.pick("、", ", ")))
    };
    let paras: Vec<Para> = Part::ALL.into_iter().filter_map(named).collect();
    if paras.is_empty() { vec![Para::new(words.partner_no_points(), Tone::Dim)] } else { paras }
}

fn actions(model: &Model, council: &Council, carried: &Carried) -> Vec<Para> {
    let words = model.words;
    let open = carried.open_actions.iter().map(|action| {
        let late = council.is_overdue(action, model.today());
        let text = format!(
            "{} {}  {}  {}",
            action_mark(action.state),
            words.action_number(action.number),
            action.text,
            words.due_short(council, action)
        );
        Para { text, tone: if late { Tone::Bad } else { Tone::Action }, hang: 2 }
    });
    open.collect()
}

/// Each aspect with its question, what was found and when, and the note.
fn aspects(model: &Model, partner: &Partner) -> Vec<Para> {
    let (words, dates) = (model.words, model.council().head.dates);
    let each = Aspect::ALL.into_iter().flat_map(|aspect| {
        let (item, check) = (models::aspect(aspect), partner.check(aspect));
        let (found, tone) = match check {
            Some(it) => {
                let found = words.aspect_finding(it.finding);
                (words.partner_found(found, &words.day(it.on, dates)), finding_tone(it.finding))
            }
            None => (words.partner_unchecked().to_owned(), Tone::Dim),
        };
        let question = Para { hang: 2, ..Para::new(format!("  {}", item.what.pick(words.lang)), Tone::Dim) };
        let note = check.filter(|it| !it.note.is_empty());
        let note = note.map(|it| Para { hang: 2, ..Para::plain(format!("  {}", it.note)) });
        let named = Para { tone, ..Para::bullet(format!("{}  {found}", words.aspect(aspect)), tone) };
        [Some(named), Some(question), note].into_iter().flatten()
    });
    let begun = !partner.checks.is_empty();
    let next = (!begun).then(|| Para::new(words.partner_aspects_next(), Tone::Dim));
    next.into_iter().chain(each).collect()
}

/// As it stands on the roster, with the people it sends. Contact data stays off a screen that a running meeting looks at.
fn listed(model: &Model, it: &Organisation) -> Vec<Para> {
    let (council, words) = (model.council(), model.words);
    let running = council.running().is_some();
    let contact = if running && !it.contact.is_empty() { words.roster_private() } else { &it.contact };
    let members = council.members.iter().filter(|member| member.organisation.as_ref() == Some(&it.id));
    let mut labels = members
        .map(|member| match member.term.covers(model.today()) {
            true => Para::bullet(council.member_label(member), Tone::Plain),
            false => {
                let over = format!("{} {}", council.member_label(member), words.roster_term_over());
                Para::bullet(over, Tone::Dim)
            }
        })
        .peekable();
    let sends = match labels.peek() {
        Some(_) => Some(Para::plain(words.roster_sends())),
        None => Para::labelled(words.roster_sends(), words.roster_none()),
    };
    let known = [
        Para::labelled(words.roster_short(), &it.short),
        Para::labelled(words.roster_kana(), &it.kana),
        Para::labelled(words.roster_contact(), contact),
        sends,
    ];
    known.into_iter().flatten().chain(labels).collect()
}
