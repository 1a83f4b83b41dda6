//! The minutes of a meeting (会議録) in the order Japanese public bodies use: which meeting, what was on its agenda, when and where, whether
//! it was public, who was there; what was said under each item; and at the end what was decided, given out and put off, and who signs.
//!
//! Never rewords a line of the record, and leaves none out but what is off the record and what a summary stands for.

mod record;

pub use super::sitting::{Names, Options};

use super::{
    Content, Order, PaperError, Source,
    document::{Block, Document, Fact},
    sitting::{Sitting, fact, said_only},
    wording::Phrase,
};
use crate::{
    domain::{Meeting, MeetingState},
    words::Words,
};
use chrono::NaiveDateTime;

pub(super) fn compose(order: &Order, source: Source) -> Result<Content, PaperError> {
    let meeting = order.meeting(source.council)?;
    minutes(source, meeting, order.minutes()).map(Content::Document)
}

/// The minutes as they stand, also of a meeting that still runs or, without a record, is still to come.
///
/// # Errors
/// [`PaperError::NotLoaded`], [`PaperError::Wording`].
pub fn minutes(source: Source, meeting: &Meeting, options: Options) -> Result<Document, PaperError> {
    let sitting = Sitting::new(source, meeting, options)?;
    let words = sitting.words;
    let title = words.minutes_title(&sitting.council.head.name, &sitting.label());
    let is_final = meeting.minutes.in_force().is_some();
    let mut paper = sitting.paper(if is_final { title } else { words.draft_of(&title) });
    paper.blocks.extend(said_only(sitting.facts()));
    if sitting.has_record() {
        sitting.record(&mut paper)?;
        sitting.outcome(&mut paper);
        sitting.signatures(&mut paper)?;
    }
    Ok(paper)
}

impl Sitting<'_> {
    fn facts(&self) -> Vec<Fact> {
        let (words, meeting) = (self.words, self.meeting);
        // Nobody listens to a closed meeting, and of one to come nobody knows.
        let listened = !meeting.openness.is_closed()
            && (meeting.state != MeetingState::Planned || meeting.observers > 0);
        let name = words.meeting_of(&self.council.head.name, &self.label());
        let mut facts = vec![
            fact(words.fact_name(), [name]),
            fact(words.section_agenda(), self.agenda()),
            fact(words.fact_when(), [self.when()]),
            fact(words.fact_place(), self.place()),
            self.openness(),
        ];
        facts.extend(self.attendance());
        facts.push(fact(words.fact_observers(), listened.then(|| words.people_count(meeting.observers))));
        facts.push(self.quorum());
        facts.push(fact(words.fact_roles(), self.roles()));
        facts.push(fact(words.section_materials(), self.materials()));
        let signing = self.signatories().join(words.pick("、", ", "));
        facts.push(fact(words.fact_signatories(), (!signing.is_empty()).then_some(signing)));
        facts.extend(self.version());
        facts
    }

    /// The version in force with its hash, and why each before it was reopened.
    fn version(&self) -> Vec<Fact> {
        let (words, minutes) = (self.words, &self.meeting.minutes);
        let day = |at: NaiveDateTime| self.day(at.date());
        let Some(last) = minutes.in_force() else { return Vec::new() };
        let revised = minutes.finals.iter().filter_map(|it| Some((it, it.reopened.as_ref()?)));
        let revised = revised.map(|(it, why)| words.revised_because(it.version, &day(why.at), &why.reason));
        vec![
            fact(words.fact_version(), [words.version_made(last.version, &day(last.at))]),
            fact(words.fact_revised(), revised),
            fact(words.fact_hash(), [last.hash.clone()]),
        ]
    }

    /// Decisions, actions, what was put off, and the next meeting.
    fn outcome(&self, paper: &mut Document) {
        let words = self.words;
        paper.section(words.section_decisions());
        paper.blocks.push(self.list(self.decisions()));
        paper.section(words.section_actions());
        paper.blocks.push(self.actions(Words::due));
        paper.section(words.section_carried());
        paper.blocks.push(self.list(self.carried()));
        paper.section(words.section_next());
        paper.paragraph(self.next_meeting().unwrap_or_else(|| words.not_fixed_yet().to_owned()));
    }

    /// Lines to sign on once the meeting is over. What is published without names has been signed elsewhere.
    fn signatures(&self, paper: &mut Document) -> Result<(), PaperError> {
        let signing = self.signatories();
        if signing.is_empty() || self.options.names != Names::Full || self.meeting.state != MeetingState::Held
        {
            return Ok(());
        }
        paper.section(self.words.section_signatures());
        paper
            .blocks
            .extend(self.say(Phrase::MinutesSigning, &[("meeting", &self.label())])?.map(Block::Paragraph));
        let line = |name: &String| self.words.signature_of(name);
        paper.blocks.push(Block::Signatures(signing.iter().map(line).collect()));
        Ok(())
    }
}
