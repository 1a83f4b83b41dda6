//! What a line of the capture language does, in a few words: before it is entered, and once it was.

use super::{Words, catalogue};
use crate::{
    domain::{Attendance, Council, Meeting, Mode, Party, Who, decide::saying::Done},
    text::capture::{Choice, Doubt},
};

catalogue! {
    said_added(title: &str) => "新しい議題「{title}」へ", "to a new item: {title}";
    said_taken(title: &str) => "議題「{title}」へ", "to the item: {title}";
    said_added_after(title: &str) => "以後の行は新しい議題「{title}」へ", "lines go to a new item: {title}";
    said_taken_after(title: &str) => "以後の行は議題「{title}」へ", "lines go to the item: {title}";
    said_present(names: &str) => "出席 {names}", "present: {names}";
    said_left(names: &str) => "退席 {names}", "left: {names}";
    said_excused(names: &str) => "欠席 {names}", "regrets: {names}";
    said_proxy(stand_in: &str, names: &str) => "代理 {stand_in}（{names}）", "{stand_in} for {names}";
    said_raised(names: &str) => "挙手 {names}", "wants to speak: {names}";
    said_lowered(names: &str) => "挙手の取下げ {names}", "off the queue: {names}";
    said_floor(name: &str) => "指名 {name}", "has the floor: {name}";
    said_show_queue => "挙手の順番を見る", "show who is waiting to speak";
    said_queue(names: &str) => "挙手 {names}", "waiting to speak: {names}";
    said_nobody_waits => "挙手している人はいません。", "Nobody is waiting to speak.";
    said_material(title: &str, paper: &str) => "議題「{title}」の資料に {paper}", "a paper on {title}: {paper}";
    said_corrected(text: &str) => "訂正 {text}", "corrected: {text}";
    said_kept(reason: &str) => "{reason}打ったとおりメモに残しました。", "{reason} It stays as a note, as typed.";

    asking_name(typed: &str) => "「{typed}」はどなたですか", "Who is “{typed}”?";
    asking_past(typed: &str) => "期限「{typed}」は過ぎた日です。いつまでですか", "“{typed}” has passed. Due when?";
    asking_due(typed: &str) => "期限「{typed}」は暦にありません。いつまでですか", "“{typed}” is not in the calendar. Due when?";
    asking_guest(name: &str) => "名簿にない{name}", "{name}, not on the roster";
    asking_as_typed => "このまま記録する", "write it down as it is";
    asking_foot => "番号か Enter で選ぶ・Esc で行に戻る", "a number or Enter chooses, Esc goes back to the line";
    cmd_asking_take => "選ぶ", "choose";
    cmd_asking_take_help => "選んだ答えで記録する", "write the line down with the chosen answer";
    cmd_asking_number_help => "番号の答えで記録する", "write the line down with the answer of that number";
    cmd_asking_back_help => "記録せずに、打った行に戻る", "go back to the line as typed; nothing is written";
}

impl Words {
    /// What is done, or would be: without the record's own lines, which show.
    pub fn said_done(self, council: &Council, done: &Done, running: bool) -> String {
        match done {
            Done::Written(_) | Done::Continued(_) | Done::Kept(..) => String::new(),
            Done::Added(_, title) if running => self.said_added(title),
            Done::Added(_, title) => self.said_added_after(title),
            Done::Taken(_, title) if running => self.said_taken(title),
            Done::Taken(_, title) => self.said_taken_after(title),
            Done::Attending(attendances) => self.said_attending(council, attendances),
            Done::Queued(who) => self.said_raised(&self.names(who)),
            Done::Unqueued(who) => self.said_lowered(&self.names(who)),
            Done::Acknowledged(who) => self.said_floor(&who.label),
            Done::Queue => self.said_show_queue().to_owned(),
            Done::Material(title, paper) => self.said_material(title, paper),
            Done::Corrected(_, text) => {
                self.said_corrected(text.as_deref().unwrap_or_else(|| self.record_private_mark()))
            }
        }
    }

    fn said_attending(self, council: &Council, attendances: &[Attendance]) -> String {
        let name =
            |it: &Attendance| council.party_label(&Party::Member(it.member.clone())).unwrap_or_default();
        let names = self.listed(&attendances.iter().map(name).collect::<Vec<_>>());
        match attendances.first() {
            Some(Attendance { mode: Mode::Proxy(who), to: None, .. }) => self.said_proxy(&who.label, &names),
            Some(Attendance { mode: Mode::Excused, .. }) => self.said_excused(&names),
            Some(Attendance { to: Some(_), .. }) => self.said_left(&names),
            _ => self.said_present(&names),
        }
    }

    /// Who waits to speak, in order, and what about.
    pub fn said_waiting(self, council: &Council, meeting: &Meeting) -> String {
        let queue = council.body(&meeting.id).into_iter().flat_map(|body| &body.queue);
        let names: Vec<String> = queue
            .map(|it| match it.note.as_str() {
                "" => it.who.label.clone(),
                note => format!("{}（{note}）", it.who.label),
            })
            .collect();
        if names.is_empty() {
            self.said_nobody_waits().to_owned()
        } else {
            self.said_queue(&names.join(" > "))
        }
    }

    fn names(self, who: &[Who]) -> String {
        self.listed(&who.iter().map(|who| who.label.clone()).collect::<Vec<_>>())
    }

    fn listed(self, names: &[String]) -> String {
        names.join(self.pick("・", ", "))
    }

    /// What is asked about a doubt.
    pub fn asking(self, doubt: &Doubt) -> String {
        match doubt {
            Doubt::AmbiguousName { typed, .. } => self.asking_name(typed),
            Doubt::PastDue { typed, .. } => self.asking_past(typed),
            Doubt::UnreadableDue { typed, .. } => self.asking_due(typed),
            Doubt::UnknownName(_) | Doubt::NoCommand(_) => self.doubt(doubt),
        }
    }

    /// One way to settle a doubt. A day is said as this council says days.
    pub fn asking_choice(self, council: &Council, choice: &Choice) -> String {
        use crate::domain::Due;
        match choice {
            Choice::Bearer(candidate) => candidate.spelling.clone(),
            Choice::Guest(name) => self.asking_guest(name),
            Choice::Due(Due::On(day)) => self.date(*day, council.head.dates),
            Choice::Due(Due::NextMeeting) => self.record_due_next().to_owned(),
            Choice::Due(Due::Open) => self.record_due_open().to_owned(),
        }
    }
}
