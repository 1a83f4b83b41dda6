//! The record of a made-up meeting: who said what under which item, what was decided and given out, and the run of the hour.

use super::{
    Grower,
    meeting::{Heard, Left},
    talk::{About, Talk},
};
use crate::domain::{Body, ItemState, Line, LineKind, Meeting, Turn, Who, decide::record::NewKind};
use chrono::{NaiveDateTime, TimeDelta};
use std::iter;

/// A meeting while it is written down.
pub struct Sitting<'a> {
    place: usize,
    meeting: &'a Meeting,
    /// Whoever came.
    here: Vec<Who>,
    lines: Vec<Line>,
    decisions: u32,
}

/// What is written under one item, and in what part of the hour.
struct Share {
    kinds: Vec<NewKind>,
    from: NaiveDateTime,
    length: TimeDelta,
}

/// How many decisions and actions an item brings.
#[derive(Clone, Copy, Default)]
struct Outcome {
    decisions: usize,
    actions: usize,
}

impl<'a> Sitting<'a> {
    pub const fn of(place: usize, meeting: &'a Meeting, here: Vec<Who>) -> Self {
        Self { place, meeting, here, lines: Vec::new(), decisions: 0 }
    }
}

impl Grower {
    /// Goes through the agenda. Every fifth meeting has no time for the last topic on it.
    pub fn record(&mut self, mut sitting: Sitting, agenda: Vec<Heard>) -> Body {
        let put_off = (sitting.place % 5 == 4).then(|| agenda.len() - 2);
        let shares = self.shares(&sitting, &agenda, put_off);
        let (mut items, mut turns) = (Vec::new(), Vec::new());
        for (at, (mut heard, share)) in agenda.into_iter().zip(shares).enumerate() {
            turns.push(self.turn(&heard, share.from));
            self.discuss(&mut sitting, &heard, &share);
            heard.item.state = ItemState::Discussed;
            if let (true, About::Topic(topic)) = (put_off == Some(at), heard.about) {
                heard.item.state = ItemState::Deferred;
                self.left.push(Left { item: heard.item.clone(), topic });
            }
            items.push(heard.item);
        }
        let closed = sitting.meeting.closed.unwrap_or_default();
        turns.push(Turn { id: self.mint.id(), at: closed, item: None, point: None });
        Body { items: items.into(), lines: sitting.lines.into(), turns: turns.into(), ..Body::default() }
    }

    fn turn(&mut self, heard: &Heard, at: NaiveDateTime) -> Turn {
        let point = heard.item.points.first().copied();
        self.touched.extend(point.map(|point| (point, at.date())));
        Turn { id: self.mint.id(), at, item: Some(heard.item.id.clone()), point }
    }

    /// Between 60 and 150 lines over the items, and the hour by their minutes.
    fn shares(&mut self, sitting: &Sitting, agenda: &[Heard], put_off: Option<usize>) -> Vec<Share> {
        let (checking, closing) = (self.rng.usize(5..10), self.rng.usize(3..6));
        let topics = agenda.len() - 2;
        let talk = self.rng.usize(60..=150) - checking - closing;
        let outcomes = self.outcomes(sitting.place, agenda.len(), put_off);
        let (opened, closed) = (sitting.meeting.opened, sitting.meeting.closed);
        let (opened, closed) = (opened.unwrap_or_default(), closed.unwrap_or_default());
        let minutes: u32 = agenda.iter().map(|heard| heard.item.minutes).sum();
        let mut from = opened;
        let mut shares = Vec::new();
        for (at, (heard, outcome)) in agenda.iter().zip(outcomes).enumerate() {
            let lines = match heard.about {
                About::Checking => checking,
                About::Closing => closing,
                About::Topic(_) => talk * at / topics - talk * (at - 1) / topics,
            };
            let length = (closed - opened) * heard.item.minutes as i32 / minutes as i32;
            let mut kinds = self.kinds(heard.about, lines, outcome);
            if let (true, Some(last)) = (put_off == Some(at), kinds.last_mut()) {
                *last = NewKind::Deferred;
            }
            shares.push(Share { kinds, from, length });
            from += length;
        }
        shares
    }

    /// Decisions and actions go to the topics in turn; one that is put off gets none.
    fn outcomes(&mut self, place: usize, items: usize, put_off: Option<usize>) -> Vec<Outcome> {
        let (held, all) = (self.held(), self.growth.actions);
        let actions = all * (place + 1) / held - all * place / held;
        let mut outcomes = vec![Outcome::default(); items];
        let topics: Vec<usize> = (1..items - 1).filter(|at| Some(*at) != put_off).collect();
        let turns = |number: usize| topics.iter().copied().cycle().take(number);
        turns(actions).for_each(|at| outcomes[at].actions += 1);
        turns(self.rng.usize(2..=5)).for_each(|at| outcomes[at].decisions += 1);
        outcomes
    }

    /// An explanation, then talk; decisions and actions fall in its second half.
    fn kinds(&mut self, about: About, lines: usize, outcome: Outcome) -> Vec<NewKind> {
        let talk = lines - outcome.decisions - outcome.actions;
        let mut kinds = vec![NewKind::Speech; talk];
        if matches!(about, About::Topic(_)) {
            kinds[1..].fill_with(|| self.talk());
        }
        let decisions = iter::repeat_n(NewKind::Decision, outcome.decisions);
        for kind in decisions.chain(iter::repeat_n(NewKind::Action, outcome.actions)) {
            let at = self.rng.usize(kinds.len().div_ceil(2)..=kinds.len());
            kinds.insert(at, kind);
        }
        kinds
    }

    fn talk(&mut self) -> NewKind {
        match self.rng.u32(..100) {
            ..82 => NewKind::Speech,
            82..90 => NewKind::Note,
            90..95 => NewKind::Proposal,
            _ => NewKind::Issue,
        }
    }

    fn discuss(&mut self, sitting: &mut Sitting, heard: &Heard, share: &Share) {
        let mut talk = Talk::about(heard.about);
        for (at, kind) in share.kinds.iter().enumerate() {
            let seconds = share.length.num_seconds() * at as i64 / share.kinds.len() as i64;
            let mut line = Line {
                at: Some((share.from + TimeDelta::seconds(seconds)).time()),
                item: Some(heard.item.id.clone()),
                ..Line::new(self.mint.id(), LineKind::Note, self.text(*kind, &mut talk))
            };
            if *kind == NewKind::Speech {
                let explains = heard.item.presenter.clone().filter(|_| at == 0);
                line.speaker = explains.or_else(|| Some(self.speaker(&sitting.here)));
            }
            if matches!(kind, NewKind::Decision | NewKind::Action) {
                line.points.extend(heard.item.points.first());
            }
            line.kind = self.numbered(*kind, sitting, &line);
            sitting.lines.push(line);
        }
    }

    fn speaker(&mut self, here: &[Who]) -> Who {
        here[self.rng.usize(..here.len())].clone()
    }

    /// One sentence; of speech up to three.
    fn text(&mut self, kind: NewKind, talk: &mut Talk) -> String {
        let sentences = if kind == NewKind::Speech { [1, 1, 1, 2, 2, 3][self.rng.usize(..6)] } else { 1 };
        (0..sentences)
            .map(|_| {
                let phrase = talk.phrase(kind, &mut self.rng);
                self.say(phrase)
            })
            .collect()
    }

    fn numbered(&mut self, kind: NewKind, sitting: &mut Sitting, line: &Line) -> LineKind {
        match kind {
            NewKind::Note | NewKind::Continue => LineKind::Note,
            NewKind::Speech => LineKind::Speech,
            NewKind::Decision => {
                sitting.decisions += 1;
                LineKind::Decision(sitting.decisions)
            }
            NewKind::Action => LineKind::Action(self.give_out(sitting.place, sitting.meeting, line)),
            NewKind::Deferred => LineKind::Deferred,
            NewKind::Proposal => LineKind::Proposal,
            NewKind::Issue => LineKind::Issue,
        }
    }
}
