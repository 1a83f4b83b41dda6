//! What was said to be saved is there: the built program at a terminal under a stream of edits, killed at random moments.
//!
//! A round opens the council that the rounds before left, types lines, decisions and actions, pastes, takes back and brings back, goes
//! on in the agenda, adds to the meeting before; and ends with SIGKILL: while the program starts, while lines are typed and saved,
//! while it quits, or when it has been idle for so long that it tidies its files. Then the council is read back. It must say what it
//! said after one of the changes of the round, whole, and not one earlier than the program itself reported as saved: a frame whose
//! header says 保存済 promises every change whose lines are in sight in it.
//!
//! 500 rounds. More: `NORISHIRO_CRASH_ROUNDS=10000 cargo test --test crash -- --nocapture`. A run says its seed;
//! `NORISHIRO_CRASH_SEED=…` types the same again and waits as long for each kill, though what that hits is up to the machine.
#![cfg(unix)]

mod frames;
mod house;
mod ledger;
#[path = "../support/pty.rs"]
mod pty;
#[path = "../support/story.rs"]
mod story;
mod tally;

use fastrand::Rng;
use house::House;
use std::{env, io::Write as _, thread, time::Instant};
use tally::Tally;

const ROUNDS: u32 = 500;
/// The program is idle before the kill in one round of this many.
const IDLE_ONE_IN: u32 = 50;
/// So many homes at a time: a round is more waiting than work.
const LANES: u32 = 3;
/// So many rounds in one home.
const HOME: u32 = 100;

#[test]
fn no_line_is_lost_when_the_program_is_killed() {
    let rounds = number("NORISHIRO_CRASH_ROUNDS").map_or(ROUNDS, |rounds| u32::try_from(rounds).unwrap());
    let seed = number("NORISHIRO_CRASH_SEED").unwrap_or_else(|| fastrand::u64(..));
    let idle = rounds / IDLE_ONE_IN;
    say(&format!("crash: {rounds} rounds, NORISHIRO_CRASH_SEED={seed}"));
    let began = Instant::now();
    let busy = rounds - idle;
    let tally = thread::scope(|scope| {
        let lanes = (0..LANES).map(|lane| (share(busy, lane), seed.wrapping_add(lane.into()), false));
        // Whoever is idle takes no time from the others.
        let lanes = lanes.chain([(idle, !seed, true)]);
        let lanes: Vec<_> = lanes
            .map(|(rounds, seed, idle)| scope.spawn(move || run(rounds, Rng::with_seed(seed), idle)))
            .collect();
        lanes.into_iter().fold(Tally::default(), |all, lane| all.and(lane.join().unwrap()))
    });
    say(&format!("crash: {tally}, {:.0} s", began.elapsed().as_secs_f32()));
}

/// How many of the rounds this lane runs.
const fn share(rounds: u32, lane: u32) -> u32 {
    (rounds + lane) / LANES
}

/// Rounds one after the other, in homes that each live through many.
fn run(rounds: u32, mut rng: Rng, idle: bool) -> Tally {
    let mut tally = Tally::default();
    let mut house = House::new();
    for round in 0..rounds {
        if round > 0 && round.is_multiple_of(HOME) {
            house = House::new();
        }
        house.round(round, &mut rng.fork(), idle, &mut tally);
    }
    tally
}

fn number(name: &str) -> Option<u64> {
    let text = env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} is a number, not {text:?}")))
}

/// Past the test harness, which keeps what a test that passes prints.
fn say(text: &str) {
    std::io::stderr().write_all(format!("{text}\n").as_bytes()).unwrap();
}
