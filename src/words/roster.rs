//! What the roster pane and the check-in say: columns, labels, keys, forms and what cannot be done.

use super::{Words, catalogue};
use crate::domain::{Attendance, Mode, Term};
use chrono::NaiveDate;

catalogue! {
    roster_members => "委員", "Members";
    roster_organisations => "団体", "Organisations";
    roster_observers(count: u32) => "傍聴{count}人", "observers {count}";
    roster_term_over => "任期終了", "Term over";
    roster_term_ahead => "これから就任", "Term not begun";
    roster_left => "退席", "left";
    roster_back => "戻った", "came back";
    roster_non_voting_short => "議決権なし", "no vote";
    roster_since(from: &str) => "{from}〜", "{from}–";
    roster_until(to: &str) => "〜{to}", "–{to}";
    roster_from_to(from: &str, to: &str) => "{from}〜{to}", "{from}–{to}";
    roster_people(count: usize) => "委員{count}人", "members {count}";
    roster_actions(count: usize) => "宿題{count}", "actions {count}";
    roster_seat_with_term(title: &str, term: &str) => "{title}（{term}）", "{title} ({term})";
    roster_full_name(short: &str, name: &str) => "{short}（{name}）", "{short} ({name})";
    roster_by(who: &str) => "代理：{who}", "by {who}";

    roster_kana => "ふりがな", "Reading";
    roster_organisation => "団体", "Organisation";
    roster_post => "職", "Post";
    roster_office => "役", "Office";
    roster_term => "任期", "Term";
    roster_code => "コード", "Code";
    roster_vote => "議決権", "Vote";
    roster_vote_yes => "あり", "yes";
    roster_vote_no => "なし（定足数に数えない）", "no (not counted towards the quorum)";
    roster_email => "メール", "E-mail";
    roster_contact => "連絡先", "Contact";
    roster_private => "会議中は表示しません", "not shown while a meeting runs";
    roster_today => "今回", "This meeting";
    roster_class => "区分", "Class";
    roster_own_class => "独自の区分", "Own class";
    roster_short => "略称", "Short name";
    roster_brings => "出せるもの", "Brings";
    roster_needs => "必要なこと", "Needs";
    roster_sends => "委員", "Members";
    roster_seats => "役割", "Roles";
    roster_carries => "宿題", "Actions";
    roster_leads => "ポイント", "Points";
    roster_none => "なし", "none";

    form_new_member => "委員の追加", "New member";
    form_member => "委員の変更", "Member";
    form_new_organisation => "団体の追加", "New organisation";
    form_organisation => "団体の変更", "Organisation";
    form_times => "出席の時刻", "Times of attendance";
    form_proxy => "代理出席", "Proxy";
    roster_name => "氏名", "Name";
    roster_organisation_name => "団体名", "Name";
    roster_from => "就任日", "Term from";
    roster_to => "任期満了日", "Term to";
    roster_arrived => "着席", "Arrived";
    roster_went => "退席", "Left";
    roster_proxy_by => "代理の人", "Who comes";
    hint_roster_name => "役職だけで呼ぶ人は空けておけます", "may stay empty where the post says who it is";
    hint_roster_kana => "受付の検索と五十音に使います", "for check-in and search";
    hint_roster_organisation => "名簿にない団体は、委員と一緒に加えます", "one not on the list yet is added with the member";
    hint_roster_office => "会長・副会長・事務局など。委員は空のままで", "chair, vice-chair, secretariat …; empty for a plain member";
    hint_roster_code => "議事録で「コード：発言」と打つときの短い名前", "a short name to type before a colon in the record";
    hint_roster_vote => "←→ で選びます。事務局・オブザーバーは「いいえ」に", "choose with ←→; no for staff and observers";
    hint_roster_private => "会議中なので、連絡先の欄は出していません", "contact data is left out while a meeting runs";
    hint_roster_class => "←→ で選びます", "choose with ←→";
    hint_roster_own_class => "書くと、上の区分の代わりになります", "written here, it takes the place of the class above";
    hint_roster_short => "会議で呼ぶ名前", "what people call it in the room";
    hint_roster_brings => "場、データ、人、知恵など", "places, data, people, know-how …";
    hint_roster_needs => "この場から得たいこと", "what it hopes to get here";
    hint_roster_proxy => "名簿の人、団体、または職（例：農務課 課長補佐）", "somebody on the roster, an organisation, or a post";
    hint_roster_times => "空けると、会議の初めから・終わりまで", "empty means from the start, to the end";
    roster_name_or_post => "氏名か職のどちらかを入れてください。", "Enter a name or a post.";
    roster_organisation_named => "団体名を入れてください。", "Enter the name of the organisation.";
    roster_proxy_wanted => "だれが代わりに来たかを入れてください。", "Say who came instead.";

    roster_no_member => "先に委員を選んでください。", "Choose a member first.";
    roster_no_organisation => "先に団体を選んでください。", "Choose an organisation first.";
    roster_not_in_office => "この会議の日が任期に入っていません。e で任期を直せます。", "The term does not cover the day of this meeting. Change the term with e.";
    roster_not_here => "まだ出席になっていません。先に p で出席にしてください。", "Not here yet. Mark as present with p first.";
    roster_by_office => "名簿は役の順です。順を変えるのは同じ役の中だけです。", "The roster goes by office; only people of one office can change places.";
    roster_by_class => "団体は区分ごとに並びます。順を変えるのは同じ区分の中だけです。", "Organisations stand by class; only those of one class can change places.";
    roster_no_observers => "傍聴はいません。", "There are no observers to take off.";
    roster_deleted(what: &str) => "{what}を消しました。Ctrl-Z で元に戻せます。", "{what} deleted. Ctrl-Z brings it back.";
    roster_organisation_added(name: &str) => "団体「{name}」も加えました。区分は o の一覧で選べます。", "The organisation “{name}” was added too; its class can be set in the list behind o.";

    roster_seat_taken(title: &str, from: &str) => "{title}は{from}から引き継ぎました。", "{title} was taken over from {from}.";

    check_in_title(meeting: &str) => "受付 {meeting}", "Check-in {meeting}";
    check_in_prompt => "番号・かな・名前 > ", "number or name > ";
    check_in_hint => "番号か、読みの最初のかなを打って Enter", "Type a number or a name, then Enter";
    check_in_nobody_last => "先に名前を選んでください。", "Choose somebody first.";

    cmd_check_in => "受付", "check-in";
    cmd_check_in_help => "受付を開く：番号かかなで出席にする", "check people in by number or name";
    cmd_check_in_take => "出席", "present";
    cmd_check_in_take_help => "選ばれている人を出席にする", "mark the chosen person as present";
    cmd_check_in_online_help => "選ばれている人か直前の人をオンラインにする", "mark the chosen or last person as online";
    cmd_check_in_proxy_help => "選ばれている人か直前の人を代理出席にする", "mark the chosen or last person as represented";
    cmd_check_in_observer => "傍聴+1", "observer";
    cmd_check_in_observer_help => "傍聴を1人数える", "count one more observer";

    cmd_roster_add => "追加", "add";
    cmd_roster_add_help => "委員を加える", "add a member";
    cmd_roster_edit => "変更", "edit";
    cmd_roster_edit_help => "選んだ委員を変える（異動は任期満了日で）", "change the chosen member (end the term of one who moves on)";
    cmd_roster_delete => "削除", "delete";
    cmd_roster_delete_help => "選んだ委員を消す（取り消せます）", "delete the chosen member (undo brings it back)";
    cmd_roster_up => "前へ", "move up";
    cmd_roster_up_help => "選んだ委員を前へ動かす", "move the chosen member up";
    cmd_roster_down => "後へ", "move down";
    cmd_roster_down_help => "選んだ委員を後へ動かす", "move the chosen member down";
    cmd_present => "出席", "present";
    cmd_present_help => "出席にする", "mark as present";
    cmd_online => "オンライン", "online";
    cmd_online_help => "オンライン出席にする", "mark as online";
    cmd_proxy => "代理", "proxy";
    cmd_proxy_help => "代理出席にする（だれが来たかを聞きます）", "mark as represented (asks by whom)";
    cmd_excused => "欠席連絡", "excused";
    cmd_excused_help => "欠席（連絡あり）にする", "mark as excused";
    cmd_absent => "欠席", "absent";
    cmd_absent_help => "欠席にする", "mark as absent";
    cmd_leave => "退席", "left";
    cmd_leave_help => "いま退席した、または戻ったとする", "note that someone left now, or came back";
    cmd_times => "時刻", "times";
    cmd_times_help => "着席と退席の時刻を直す", "change when someone arrived and left";
    cmd_attendance => "出欠", "state";
    cmd_attendance_help => "出欠を一覧から選ぶ", "choose the attendance from a list";
    cmd_observer_more => "傍聴+1", "observer";
    cmd_observer_more_help => "傍聴を1人増やす", "count one more observer";
    cmd_observer_fewer => "傍聴−1", "fewer";
    cmd_observer_fewer_help => "傍聴を1人減らす", "count one observer fewer";
    cmd_organisations => "団体", "organisations";
    cmd_organisations_help => "団体の一覧に替える", "show the organisations";
    cmd_members => "委員", "members";
    cmd_members_help => "委員の一覧に戻る", "go back to the members";
    cmd_organisation_add_help => "団体を加える", "add an organisation";
    cmd_organisation_edit_help => "選んだ団体を変える", "change the chosen organisation";
    cmd_organisation_delete_help => "選んだ団体を消す（取り消せます）", "delete the chosen organisation (undo brings it back)";
    cmd_organisation_up_help => "選んだ団体を前へ動かす", "move the chosen organisation up";
    cmd_organisation_down_help => "選んだ団体を後へ動かす", "move the chosen organisation down";
}

impl Words {
    /// From when to when a seat is held, each day as it is shown; nothing where neither is said.
    pub fn term(self, term: Term, show: impl Fn(NaiveDate) -> String) -> String {
        match (term.from.map(&show), term.to.map(&show)) {
            (None, None) => String::new(),
            (Some(from), None) => self.roster_since(&from),
            (None, Some(to)) => self.roster_until(&to),
            (Some(from), Some(to)) => self.roster_from_to(&from, &to),
        }
    }

    /// 14:05〜15:00; nothing for somebody who was there all the time.
    pub fn attended(self, attendance: &Attendance) -> String {
        match (attendance.from, attendance.to) {
            (None, None) => String::new(),
            (Some(from), None) => self.roster_since(&self.time(from)),
            (None, Some(to)) => self.roster_until(&self.time(to)),
            (Some(from), Some(to)) => self.roster_from_to(&self.time(from), &self.time(to)),
        }
    }

    /// 代理：農務課 課長補佐 14:05〜
    pub fn attendance_in_full(self, attendance: &Attendance) -> String {
        let mode = match &attendance.mode {
            Mode::Proxy(who) if !who.label.is_empty() => self.roster_by(&who.label),
            mode => self.attendance(mode).to_owned(),
        };
        let left = if attendance.to.is_some() { self.roster_left() } else { "" };
        [mode.as_str(), &self.attended(attendance), left]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("  ")
    }
}
