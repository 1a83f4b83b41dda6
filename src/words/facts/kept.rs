//! What the lists kept beside the board say, thing by thing. Signs go by their ids here: what they say is not a word of this room.

use super::{Fact, Teller, fact, label};
use crate::{
    domain::{
        Assessment, Column, Declined, Escalation, Partner, SheetRow, Step, Tally, Thresholds, Tick, Voice,
        assessment::Answer, partner::Tie,
    },
    words::catalogue,
};
use chrono::NaiveDate;

catalogue! {
    fact_steps => "歩み", "Steps";
    fact_ticks => "しるし", "Signs seen";
    fact_tick_until(day: &str) => "{day}まで", "until {day}";
    fact_asked_on => "問うた日", "Asked on";
    fact_answers => "声", "Voices";
    fact_year => "年度", "Fiscal year";
    fact_whose => "課・連携先", "Section or partner";
    fact_issue => "課題", "Issue";
    fact_why_raised => "上げるわけ", "Why it is raised";
    fact_other_council => "相手の会", "Other council";
    fact_raised_on => "上げた日", "Raised on";
    fact_answer => "回答", "Answer";
    fact_answered_on => "回答の日", "Answered on";
    fact_withdrawn_on => "取り下げた日", "Withdrawn on";
    fact_considered_on => "検討を始めた日", "Considered since";
    fact_reported_on => "回答を報告した日", "Answer told on";
    fact_tie => "いまの段階", "Working together now";
    fact_tie_aim => "目指す段階", "Aimed for";
    fact_checks => "声をかける前の確認", "Checked before asking";
    fact_exchanges => "やりとり", "Give and take";
    fact_partner_points => "関わるポイント", "Points it takes part in";
}

impl Teller<'_> {
    pub(super) fn steps(&self, steps: &[Step]) -> String {
        let said = steps.iter().map(|it| format!("{} {}", self.day(it.on), self.words.stage(it.to)));
        said.collect::<Vec<_>>().join("\n")
    }

    pub(super) fn ticks(&self, ticks: &[Tick]) -> String {
        let said = ticks.iter().map(|it| {
            let by = label(it.said_by.as_ref());
            let until = it.until.map(|day| self.words.fact_tick_until(&self.day(day))).unwrap_or_default();
            let parts = [self.day(it.on), it.sign.clone(), it.evidence.clone(), by, until];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        });
        said.collect::<Vec<_>>().join("\n")
    }

    /// Those the council set itself.
    pub(super) fn thresholds(&self, it: &Thresholds) -> String {
        let (mut own, mut usual) = (*it, Thresholds::default());
        let usual = self.words.thresholds(&mut usual);
        let own = self.words.thresholds(&mut own).into_iter().zip(usual).filter(|(own, usual)| own != usual);
        own.map(|((label, value), _)| format!("{label} {value}")).collect::<Vec<_>>().join("\n")
    }

    pub(super) fn declined(&self, declined: &[Declined]) -> String {
        let said = declined.iter().map(|it| format!("{} {}", self.day(it.on), it.key));
        said.collect::<Vec<_>>().join("\n")
    }

    pub(super) fn assessment(&self, it: &Assessment) -> Vec<Fact> {
        let words = self.words;
        let answers: Vec<String> = it.answers.iter().map(|answer| self.answer(answer)).collect();
        vec![
            fact(words.fact_asked_on(), self.day(it.on)),
            fact(words.fact_answers(), answers.join("\n")),
            fact(words.board_note(), &it.note),
        ]
    }

    fn answer(&self, answer: &Answer) -> String {
        let words = self.words;
        let said: Vec<String> = match &answer.tally {
            Tally::Hands { in_place, partly, not_yet } => Voice::ALL
                .into_iter()
                .zip([in_place, partly, not_yet])
                .map(|(voice, count)| format!("{} {count}", words.voice(voice)))
                .collect(),
            Tally::Voices(voices) => {
                voices.iter().map(|it| format!("{} {}", it.who.label, words.voice(it.voice))).collect()
            }
        };
        format!("{}  {}", answer.sign, said.join(words.pick("、", ", ")))
    }

    pub(super) fn sheet_row(&self, it: &SheetRow) -> Vec<Fact> {
        let words = self.words;
        let cells = Column::ALL.map(|column| fact(words.sheet_column(column), it.cell(column)));
        let head =
            [fact(words.fact_year(), words.fiscal_year(it.year)), fact(words.fact_whose(), &it.who.label)];
        head.into_iter().chain(cells).collect()
    }

    pub(super) fn escalation(&self, it: &Escalation) -> Vec<Fact> {
        let words = self.words;
        let day = |day: Option<NaiveDate>| day.map(|day| self.day(day)).unwrap_or_default();
        vec![
            fact(words.fact_issue(), &it.text),
            fact(words.fact_why_raised(), &it.why),
            fact(words.fact_other_council(), &it.other_name),
            fact(words.indicator_points(), self.points(&it.points)),
            fact(words.fact_raised_on(), self.day(it.raised)),
            fact(words.fact_state(), words.escalation_state(it.state())),
            fact(words.fact_withdrawn_on(), day(it.withdrawn)),
            fact(words.fact_considered_on(), day(it.considered)),
            fact(words.fact_answer(), &it.answer),
            fact(words.fact_answered_on(), day(it.answered)),
            fact(words.fact_reported_on(), day(it.reported)),
        ]
    }

    pub(super) fn partner(&self, it: &Partner) -> Vec<Fact> {
        let words = self.words;
        let tie = |tie: Option<Tie>| tie.map(|tie| words.tie(tie)).unwrap_or_default();
        let checks = it.checks.iter().map(|it| {
            let note = if it.note.is_empty() { String::new() } else { format!("  {}", it.note) };
            format!("{} {}{note}", words.aspect(it.aspect), words.aspect_finding(it.finding))
        });
        let exchanges = it
            .exchanges
            .iter()
            .map(|it| format!("{} {} {}", self.day(it.on), words.exchange_way(it.way), it.text));
        vec![
            fact(words.fact_tie(), tie(it.tie)),
            fact(words.fact_tie_aim(), tie(it.aim)),
            fact(words.fact_checks(), checks.collect::<Vec<_>>().join("\n")),
            fact(words.fact_exchanges(), exchanges.collect::<Vec<_>>().join("\n")),
            fact(words.fact_partner_points(), self.points(&it.points)),
        ]
    }
}
