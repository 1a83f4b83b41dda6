//! A home with one council that lives through many rounds, and what is known to be written there.

use crate::{
    frames,
    ledger::{Author, Ledger, Step},
    pty::{LIMIT, Terminal},
    story,
    tally::Tally,
};
use fastrand::Rng;
use norishiro::store;
use std::{
    path::Path,
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

const SLUG: &str = "kaigi";
const SIZE: (u16, u16) = (80, 24);
/// So many rounds in one meeting.
const MEETING: u32 = 25;

pub struct House {
    folder: TempDir,
    rounds: u32,
    ledger: Ledger,
}

/// When in a round the program is killed. A share is of the time that the program took to start on this machine, as busy as it is.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// So long after it was started.
    Starting(Duration),
    /// So long after this step was typed, while the steps after it are.
    Typing { step: usize, settled: bool, share: f32 },
    /// So long after it was told to go.
    Quitting { settled: bool, share: f32 },
    /// So long after the last key.
    Idle(Duration),
}

/// The program tidies its files when nothing happened for so long.
const IDLE: Duration = Duration::from_secs(5);

impl Moment {
    fn pick(rng: &mut Rng, steps: usize, idle: bool) -> Self {
        let time = Duration::from_micros(rng.u64(0..100_000));
        let (share, settled) = (rng.f32(), rng.u32(0..10) < 7);
        match rng.u32(0..100) {
            _ if idle => Self::Idle(IDLE - time / 3 + time),
            0..15 => Self::Starting(time),
            15..40 => Self::Quitting { settled, share },
            _ => Self::Typing { step: rng.usize(0..steps), settled, share: share / 2.0 },
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Starting(_) => "starting",
            Self::Typing { .. } => "typing",
            Self::Quitting { .. } => "quitting",
            Self::Idle(_) => "idle",
        }
    }
}

/// What a round did, for its judgement and for whoever has to find out what went wrong.
struct Round {
    moment: Moment,
    /// What the council says before the round and after each change.
    states: Vec<Ledger>,
    sent: Vec<Step>,
    /// The program was gone before it was killed.
    ended: bool,
    transcript: Vec<u8>,
}

impl House {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        story::run(folder.path(), &now(0), &["new", SLUG, "--name", "試しの会", "--template", "area"]);
        let mut house = Self { folder, rounds: 0, ledger: Ledger::default() };
        house.begin_meeting();
        house
    }

    /// Plans and starts the meeting of the day.
    fn begin_meeting(&mut self) {
        let now = now(self.rounds);
        let day = now.split('T').next().unwrap();
        let plan = story::json(
            self.path(),
            &now,
            &["meeting", SLUG, "add", "--date", day, "--start", "14:00", "--end", "16:00"],
        );
        let id = plan[0]["id"].as_str().unwrap();
        story::run(self.path(), &now, &["meeting", SLUG, "start", id]);
        let now = self.read().unwrap();
        assert!(now.meetings.starts_with(&self.ledger.meetings), "a new meeting changes no other");
        self.ledger = now;
    }

    /// Closes the meeting and begins the next, as the commands do it.
    fn next_meeting(&mut self) {
        let meetings = story::json(self.path(), &now(self.rounds), &["meeting", SLUG, "list"]);
        let meetings = meetings.as_array().unwrap();
        let running = meetings.iter().find(|it| it["state"] == "running").unwrap();
        let id = running["id"].as_str().unwrap();
        story::run(self.path(), &now(self.rounds), &["meeting", SLUG, "close", id]);
        self.begin_meeting();
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// What the council says, when nothing is wrong with it.
    fn read(&self) -> Result<Ledger, String> {
        let home = store::Home::at(self.path());
        match store::check(&home, Some(SLUG)) {
            findings if findings.is_empty() => {}
            findings => return Err(format!("{findings:#?}")),
        }
        let mut workspace = home.open(SLUG).map_err(|problem| format!("{problem:#?}"))?;
        workspace.read_all().map_err(|problem| format!("{problem:#?}"))?;
        Ok(Ledger::of(workspace.council()))
    }

    /// One round: types, kills, reads back.
    pub fn round(&mut self, round: u32, rng: &mut Rng, idle: bool, tally: &mut Tally) {
        self.rounds += 1;
        if self.rounds.is_multiple_of(MEETING) {
            self.next_meeting();
            self.rounds += 1;
        }
        let steps = Author::new(rng, round, self.ledger.clone()).write();
        let moment = Moment::pick(rng, steps.len(), idle);
        let done = self.perform(moment, steps, rng);
        match self.judge(&done, tally) {
            Ok(found) => self.ledger = found,
            Err(why) => panic!("{}\n{why}", self.report(&done)),
        }
    }

    fn perform(&self, moment: Moment, steps: Vec<Step>, rng: &mut Rng) -> Round {
        let now = now(self.rounds);
        let args = ["--home", self.path().to_str().unwrap(), "--lang", "ja", "--now", &now, "open", SLUG];
        let mut terminal = Terminal::start(SIZE, &args, &[], self.path());
        let started = Instant::now();
        let mut round = Round {
            moment,
            states: vec![self.ledger.clone()],
            sent: Vec::new(),
            ended: false,
            transcript: Vec::new(),
        };
        if let Moment::Starting(time) = moment {
            thread::sleep(time.saturating_sub(started.elapsed()));
        } else {
            get_ready(&terminal);
            round.type_in(&terminal, steps, started.elapsed(), rng);
        }
        let status = terminal.kill();
        round.ended = status.success();
        assert!(round.ended || status.signal() == Some("Killed"), "{status}:\n{}", terminal.screen());
        round.transcript = terminal.transcript();
        round
    }
}

impl Round {
    /// Types until it is time. The program took `pace` to start.
    fn type_in(&mut self, terminal: &Terminal, steps: Vec<Step>, pace: Duration, rng: &mut Rng) {
        let mut end = None;
        for (at, step) in steps.into_iter().enumerate() {
            let (is_last, settled) = match self.moment {
                Moment::Typing { step, settled, share } => ((step == at).then_some(share), settled),
                _ => (None, false),
            };
            if settled && is_last.is_some() {
                self.settle(terminal);
            }
            if !self.enter(terminal, step, end) {
                return;
            }
            end = end.or(is_last.map(|share| Instant::now() + pace.mul_f32(share)));
            // Most keys come in a burst, some after a while.
            let pause = pace.mul_f32((rng.f32() - 0.7).max(0.0));
            let left = end.map_or(pause, left);
            thread::sleep(pause.min(left));
            if end.is_some() && pause >= left {
                return;
            }
        }
        match self.moment {
            Moment::Typing { .. } => thread::sleep(end.map(left).unwrap_or_default()),
            Moment::Quitting { settled, share } => {
                if settled {
                    self.settle(terminal);
                }
                terminal.press("Ctrl-Q");
                thread::sleep(pace.mul_f32(share));
            }
            Moment::Idle(time) | Moment::Starting(time) => thread::sleep(time),
        }
    }

    /// Waits for the newest line to show as saved; not for long, for it may be out of sight.
    fn settle(&self, terminal: &Terminal) {
        let newest = self.states.last().and_then(|it| it.names().into_iter().max()).unwrap_or_default();
        let end = Instant::now() + Duration::from_secs(1);
        terminal.shows(end, |screen| frames::is_record(screen) && screen.contains(newest));
    }

    /// Sends the keys of a step, unless the end comes before they can be.
    fn enter(&mut self, terminal: &Terminal, step: Step, end: Option<Instant>) -> bool {
        if let Some(wanted) = &step.at {
            let limit = end.unwrap_or_else(|| Instant::now() + LIMIT);
            let shown = terminal.shows(limit, |screen| wanted.iter().any(|name| screen.contains(name)));
            assert!(shown || end.is_some(), "waited for {wanted:?} on this screen:\n{}", terminal.screen());
            if !shown {
                return false;
            }
        }
        terminal.enter(&step.keys);
        self.states.extend_from_slice(&step.after);
        self.sent.push(step);
        true
    }
}

/// Waits for the record, behind what there may be to tell after the last kill.
fn get_ready(terminal: &Terminal) {
    let told = |screen: &str| screen.contains("開いたときのお知らせ");
    let screen =
        terminal.wait_until("the council to show", |screen| told(screen) || frames::is_record(screen));
    if told(&screen) {
        terminal.press("Enter");
        terminal.wait_until("the record to show", |screen| !told(screen) && frames::is_record(screen));
    }
}

fn left(end: Instant) -> Duration {
    end.saturating_duration_since(Instant::now())
}

impl House {
    /// Is what was promised there, and everything else whole or not at all?
    fn judge(&self, round: &Round, tally: &mut Tally) -> Result<Ledger, String> {
        let found = self.read()?;
        let (frames, saving) = frames::read(&round.transcript, SIZE);
        let last = round.states.len() - 1;
        let shown = frames::acknowledged(&frames, &round.states)
            .map_err(|names| format!("a frame shows as saved what nobody wrote: {names}"))?;
        let sure = if round.ended { last } else { shown };
        let further = round.states[sure..].iter().position(|state| *state == found);
        let further = further.ok_or_else(|| {
            format!(
                "the first {sure} of {last} changes were said to be saved\nfound: {}",
                found.since(&round.states[0])
            )
        })?;
        let what = match round.moment {
            Moment::Quitting { .. } if round.ended => "after it quit",
            Moment::Typing { .. } if saving => "saving",
            moment => moment.name(),
        };
        *tally.kills.entry(what).or_default() += 1;
        tally.promised += sure;
        tally.pending += last - sure;
        tally.survived += further;
        Ok(found)
    }

    /// All there is to find out what went wrong. The home stays.
    fn report(&mut self, round: &Round) -> String {
        self.folder.disable_cleanup(true);
        let keys: Vec<&str> = round.sent.iter().map(|step| step.keys.as_str()).collect();
        let states: Vec<String> = round.states.iter().map(|it| it.since(&round.states[0])).collect();
        format!(
            "round {} in {}: {:?}\ntyped: {keys:#?}\nafter each change: {states:#?}",
            self.rounds,
            self.path().display(),
            round.moment,
        )
    }
}

/// A meeting a day, a minute a round; in the first minute of a meeting it begins.
fn now(rounds: u32) -> String {
    format!("2026-11-{:02}T14:{:02}", 1 + rounds / MEETING, rounds % MEETING)
}
