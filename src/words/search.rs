//! What the search over a whole council says: its commands and hints, what of a query was not understood, and what was found.

use super::{
    Lang, Words, catalogue,
    terms::{action_mark, item_mark, line_mark, stage_mark},
};
use crate::{
    domain::{
        Action, Council, LineKind, Meeting, Member, Organisation, Point,
        id::{ItemId, LineId, MeetingId},
    },
    text::search::{Doubt, Entry, Filter, Place},
};

catalogue! {
    cmd_find => "全部から探す", "search all";
    cmd_find_help => "すべての会議の記録・決定・宿題・議題・名簿・ボードから探す", "find anything in all meetings, actions, the roster and the board";
    cmd_find_go => "そこへ行く", "go there";
    cmd_find_go_help => "見つかったものがある画面へ行く", "go to the pane where it stands";
    cmd_find_close_help => "探すのをやめて元の画面に戻る（探した言葉は残る）", "go back to where you were (the query stays)";
    find_nothing_there => "まだ何も見つかっていません。", "Nothing is found yet.";
    find_close_first => "いま開いている画面を Esc で閉じてから、Ctrl-F で探せます。", "Close what is open with Esc first, then search with Ctrl-F.";
    find_gone => "その記録は、もうありません。", "That record is not there any more.";

    find_title => "全部から探す", "Search everything";
    find_prompt => "探す > ", "find > ";
    find_count(count: usize) => "{count}件", "{count} found";
    find_reading(meetings: usize) => "まだ読み込み中（あと{meetings}）", "still reading ({meetings} to go)";
    find_whole(records: usize) => "{records}件の記録すべてから、打つそばから探します。新しいものが上に並びます。", "Searches all {records} records as you type. The newest comes first.";
    find_how => "言葉を空白で区切ると、すべてを含むものに絞ります。\"…\" はひと続きの言葉。かなの種類・全角半角・大文字小文字は区別しません。", "Words apart by spaces must all be there; \"…\" keeps words together. Kana, width and case do not matter.";
    find_nothing => "当てはまるものがありません。言葉を減らすか、絞り込みを外してみてください。", "Nothing matches. Try fewer words, or take a filter out.";

    found_item(number: usize) => "議題{number}", "item {number}";
    found_roster => "名簿", "Roster";
    found_board => "ボード", "Board";
    found_meeting => "会議", "Meeting";
    found_agenda_item => "議題", "Item";
    found_member => "委員", "Member";
    found_organisation => "団体", "Organisation";
    found_organisation_short => "団体", "Org.";
    found_a_point => "ポイント", "Point";
    found_point(number: u8) => "ポイント {number}", "Point {number}";
    found_note(action: &str) => "{action} の経過", "{action}, note";

    cli_nothing_found => "当てはまるものはありません。", "Nothing matches.";
    cli_query_unclear => "探す言葉に、読み取れないところがあります。", "Part of the query cannot be understood.";
    cli_query_next => "norishiro search --help で絞り込みの書き方を見られます。文字として探すには \"…\" で囲みます。", "See how filters are written with: norishiro search --help. To search for it as text, put it between \"…\".";

    doubt_filter(name: &str) => "「{name}:」という絞り込みはないので、文字として探しています", "there is no filter “{name}:”; it is searched for as text";
    doubt_value(filter: &str, value: &str, choices: &str) => "「{filter}{value}」では絞り込めません（{choices}）", "“{filter}{value}” narrows nothing ({choices})";
    doubt_value_open(filter: &str, choices: &str) => "「{filter}」に続けて：{choices}", "after “{filter}”: {choices}";
    doubt_someone(name: &str) => "「{name}」は名簿にないので、記録の名前から探しています", "“{name}” is not on the roster; names in the record are searched";
    doubt_point(name: &str) => "「#{name}」というポイントはありません（#1〜#10、または名前）", "there is no point “#{name}” (#1 to #10, or its name)";
    doubt_meeting(name: &str) => "「{name}」という会議はありません（第3回、2026-3、令和8年度 など）", "there is no meeting “{name}” (No.3, 2026-3, FY2026 …)";
    choices_is => "決定 宿題 論点 提案 保留 発言 メモ 議題 会議 名簿 ポイント 未完 完了", "decision action issue proposal deferred speech note item meeting roster point open done";
    choices_who => "名前・役・団体", "a person, office or organisation";
    choices_point => "1〜10、または名前", "1 to 10, or its name";
    choices_due => "<12/20 >12/20 12/20 来週金曜 など", "<12/20 >12/20 12/20 next friday …";
    choices_in => "第3回 2026-3 令和8年度 など", "No.3 2026-3 FY2026 …";
}

/// Something that was found, as it is told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told<'c> {
    pub meeting: Option<&'c Meeting>,
    /// The number of the agenda item it stands under.
    pub item: Option<usize>,
    /// The pane it stands on, where it belongs to no meeting.
    pub beside: &'static str,
    /// The mark of its kind: one glyph, or none.
    pub mark: &'static str,
    /// 決定, 宿題, 発言, 委員
    pub kind: &'static str,
    /// The same with its number: 第3回-決定2, 宿題 12.
    pub label: String,
    /// Who said it, has to do it, presents or leads it.
    pub who: String,
    pub text: String,
}

impl Words {
    /// The filters of a query, the most used first.
    pub const fn find_filters(self) -> [&'static str; 9] {
        match self.lang {
            Lang::Ja => [
                "種別:決定",
                "状態:未完",
                "@名前",
                "#ポイント",
                "期限:<12/20",
                "会議:第3回",
                "会議:令和8年度",
                "種別:宿題",
                "\"ひと続き\"",
            ],
            Lang::En => [
                "is:decision",
                "is:open",
                "@name",
                "#point",
                "due:<12/20",
                "in:No.3",
                "in:FY2026",
                "is:action",
                "\"a phrase\"",
            ],
        }
    }

    /// What of a query was not understood, and what would be.
    pub fn query_doubt(self, doubt: &Doubt) -> String {
        match doubt {
            Doubt::UnknownFilter(name) => self.doubt_filter(name),
            Doubt::UnknownValue { filter, typed, value } if value.trim().is_empty() => {
                self.doubt_value_open(typed, self.choices(*filter))
            }
            Doubt::UnknownValue { filter, typed, value } => {
                self.doubt_value(typed, value, self.choices(*filter))
            }
            Doubt::UnknownName(name) => self.doubt_someone(name),
            Doubt::UnknownPoint(name) => self.doubt_point(name),
            Doubt::UnknownMeeting(name) => self.doubt_meeting(name),
            Doubt::UnreadableDue { typed, why } => self.date_refusal(typed, why),
        }
    }

    fn choices(self, filter: Filter) -> &'static str {
        match filter {
            Filter::Is => self.choices_is(),
            Filter::Who => self.choices_who(),
            Filter::Point => self.choices_point(),
            Filter::Due => self.choices_due(),
            Filter::In => self.choices_in(),
        }
    }

    /// 第3回 議題2, 名簿, ボード; `whole` names the fiscal year, too.
    pub fn told_place(self, told: &Told<'_>, whole: bool) -> String {
        let Some(meeting) = told.meeting else { return told.beside.to_owned() };
        let meeting = if whole { self.meeting_label(meeting) } else { self.meeting_short(meeting) };
        match told.item {
            Some(number) => format!("{meeting} {}", self.found_item(number)),
            None => meeting,
        }
    }

    /// What was found, as it is now; nothing where it is gone.
    pub fn told<'c>(self, council: &'c Council, entry: &Entry) -> Option<Told<'c>> {
        match &entry.place {
            Place::Meeting(id) => self.told_meeting(council, id),
            Place::Item(meeting, item) => self.told_item(council, meeting, item),
            Place::Line(meeting, line) => self.told_line(council, meeting, line),
            Place::Action(id) => Some(self.told_action(council, council.action(id)?)),
            Place::ActionNote(id, nth) => {
                let action = council.action(id)?;
                let told = self.told_action(council, action);
                let text = action.notes.get(*nth)?.text.clone();
                Some(Told { label: self.found_note(&told.label), text, ..told })
            }
            Place::Member(id) => Some(self.told_member(council, council.members.get(id)?)),
            Place::Organisation(id) => Some(self.told_organisation(council.organisations.get(id)?)),
            Place::Point(point) => Some(self.told_point(council, *point)),
            Place::Evidence(point, nth) => {
                let text = council.point(*point).evidence.get(*nth)?.text.clone();
                Some(Told { text, ..self.told_point(council, *point) })
            }
        }
    }

    fn told_meeting<'c>(self, council: &'c Council, id: &MeetingId) -> Option<Told<'c>> {
        let meeting = council.meetings.get(id)?;
        let text = sentence([self.meeting_label(meeting).as_str(), &meeting.place]);
        Some(Told { meeting: Some(meeting), label: self.found_meeting().to_owned(), text, ..Told::default() })
    }

    fn told_item<'c>(self, council: &'c Council, meeting: &MeetingId, id: &ItemId) -> Option<Told<'c>> {
        let body = council.body(meeting)?;
        let at = body.items.position(id)?;
        let item = &body.items[at];
        let texts = [item.title.as_str(), &item.note].into_iter();
        Some(Told {
            meeting: council.meetings.get(meeting),
            item: Some(at + 1),
            mark: item_mark(item.state).trim(),
            kind: self.found_agenda_item(),
            label: self.found_agenda_item().to_owned(),
            who: item.presenter.as_ref().map_or_else(String::new, |who| who.label.clone()),
            text: sentence(texts.chain(item.materials.iter().map(String::as_str))),
            ..Told::default()
        })
    }

    fn told_line<'c>(self, council: &'c Council, meeting: &MeetingId, id: &LineId) -> Option<Told<'c>> {
        let (meeting, body) = (council.meetings.get(meeting)?, council.body(meeting)?);
        let line = body.lines.get(id)?;
        Some(Told {
            meeting: Some(meeting),
            item: line.item.as_ref().and_then(|id| body.items.position(id)).map(|at| at + 1),
            mark: line_mark(line.kind),
            kind: self.line_kind(line.kind),
            label: self.numbered_kind(meeting, line.kind),
            who: line.speaker.as_ref().map_or_else(String::new, |who| who.label.clone()),
            text: line.text.clone(),
            ..Told::default()
        })
    }

    /// The place is that of the line that gave it.
    fn told_action<'c>(self, council: &'c Council, action: &Action) -> Told<'c> {
        let origin = action.origin.as_ref();
        let meeting = origin.and_then(|origin| council.meetings.get(&origin.meeting));
        let items = origin.and_then(|origin| Some(&council.body(&origin.meeting)?.items));
        let item = items.zip(origin.and_then(|origin| origin.item.as_ref()));
        Told {
            meeting,
            item: item.and_then(|(items, id)| items.position(id)).map(|at| at + 1),
            beside: self.pane_actions(),
            mark: action_mark(action.state),
            kind: self.line_kind(LineKind::Action(action.number)),
            label: self.action_number(action.number),
            who: self.owners(action),
            text: sentence([action.text.as_str(), &action.reason]),
        }
    }

    fn told_member<'c>(self, council: &Council, member: &Member) -> Told<'c> {
        let name = council.member_label(member);
        let sender = council.organisation_of(member).map_or("", |it| &it.name);
        let seats = council.seats_of(&member.id).into_iter().map(|role| role.title.as_str());
        let own = [name.as_str(), &member.kana, sender, &member.post].into_iter();
        Told {
            beside: self.found_roster(),
            kind: self.found_member(),
            label: self.found_member().to_owned(),
            text: sentence(own.chain(seats)),
            ..Told::default()
        }
    }

    fn told_organisation<'c>(self, it: &Organisation) -> Told<'c> {
        Told {
            beside: self.found_roster(),
            kind: self.found_organisation_short(),
            label: self.found_organisation().to_owned(),
            text: sentence([it.name.as_str(), &it.short, &it.kana, &it.brings, &it.needs]),
            ..Told::default()
        }
    }

    fn told_point<'c>(self, council: &Council, point: Point) -> Told<'c> {
        let record = council.point(point);
        Told {
            beside: self.found_board(),
            mark: stage_mark(record.stage),
            kind: self.found_a_point(),
            label: self.found_point(point.number()),
            who: record.lead.as_ref().map_or_else(String::new, |who| who.label.clone()),
            text: record.note.clone(),
            ..Told::default()
        }
    }
}

/// The parts that say something, apart from each other.
fn sentence<'t>(parts: impl IntoIterator<Item = &'t str>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" / ")
}
