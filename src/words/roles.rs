//! What the roles pane says: seats, roles of the meeting, leads of the points, and who carries how much.

use super::{Words, catalogue};
use crate::domain::{Carried, Load, MeetingRoleKind};
use chrono::NaiveDate;

catalogue! {
    cmd_roles_add => "席を加える", "add seat";
    cmd_roles_add_help => "席（会長、副会長、署名人など）を加える", "add a seat: chair, vice-chair, signatory …";
    cmd_roles_edit => "直す", "edit";
    cmd_roles_edit_help => "選んだ席を直す。会議の役とポイントの担当は名前を打って入れる", "edit the seat; for a meeting role or a lead, type the name";
    cmd_roles_delete => "消す", "delete";
    cmd_roles_delete_help => "選んだ席をなくす", "delete the seat";
    cmd_roles_assign => "担い手", "assign";
    cmd_roles_assign_help => "担い手を名簿から選ぶ（かなで探せる）", "choose who holds it from the roster";
    cmd_roles_enter => "開く・担い手", "open, assign";
    cmd_roles_enter_help => "詳しい内容を開く。出ているときは担い手を選ぶ", "open the details; where they show, choose who holds it";
    cmd_roles_vacate => "空席にする", "vacate";
    cmd_roles_vacate_help => "選んだ役割の担い手を外す", "leave the role without a holder";
    cmd_roles_up => "席を上へ", "move up";
    cmd_roles_up_help => "選んだ席を一つ上へ移す", "move the seat up";
    cmd_roles_down => "席を下へ", "move down";
    cmd_roles_down_help => "選んだ席を一つ下へ移す", "move the seat down";

    roles_seats => "会の席", "Seats of the council";
    roles_meeting(meeting: &str) => "会議の役（{meeting}）", "Roles of meeting {meeting}";
    roles_leads => "十のポイントの担当", "Leads of the ten points";
    roles_loads => "受け持ちの多い順", "Who carries how much";

    roles_vacant_marked => "! 空席", "! vacant";
    roles_ends(day: &str) => "! {day}で満了", "! ends {day}";
    roles_ended(day: &str) => "! {day}に満了済み", "! ended {day}";
    roles_ends_briefly(day: &str) => "! {day}満了", "! ends {day}";
    roles_ended_briefly(day: &str) => "! {day}満了済", "! ended {day}";
    roles_until(day: &str) => "{day}まで", "until {day}";
    roles_from(day: &str) => "{day}から", "from {day}";
    roles_from_until(from: &str, to: &str) => "{from}から{to}まで", "{from} to {to}";
    roles_no_term => "定めなし", "no fixed term";
    roles_no_lead => "担当なし", "no lead";
    roles_no_lead_marked => "! 担当なし", "! no lead";
    roles_heavy => "! 集中", "! heavy";
    roles_heaviest => "! 最も多い", "! the most";
    roles_count(count: usize) => "{count}件", "{count}";
    roles_parts(seats: usize, meeting: usize, leads: usize, actions: usize) => "席{seats} 会議{meeting} 担当{leads} 宿題{actions}", "seats {seats}, meeting {meeting}, leads {leads}, actions {actions}";

    roles_vacancies(count: usize) => "! 空席{count}", "! {count} vacant";
    roles_endings(count: usize) => "! 今年度で満了{count}", "! {count} ending this year";
    roles_all_filled => "空席なし", "no seat vacant";

    roles_office => "種類", "Kind";
    roles_holder => "担い手", "Holder";
    roles_term => "任期", "Term";
    roles_carries => "受け持ち", "Carries";
    roles_lead => "担当", "Lead";
    roles_stage => "状態", "State";
    roles_note => "メモ", "Note";
    roles_actions => "宿題", "Actions";
    roles_meeting_label => "会議", "Meeting";
    roles_assign_next => "h で担い手を選びます。", "Press h to choose a holder.";
    roles_active => "取組中", "being worked on";
    roles_seats_held => "席", "Seats";
    roles_carries_nothing => "いまの受け持ちはありません。", "It carries nothing at present.";

    roles_form_new => "席を加える", "New seat";
    roles_form_edit => "席を直す", "Seat";
    roles_field_title => "席の名前", "Title";
    roles_field_from => "任期の初め", "Term from";
    roles_field_to => "任期の終わり", "Term to";
    roles_by_title => "名前から決める", "from the title";
    roles_title_hint => "例：会長、副会長、議事録署名人、事務局", "for example: Chair, Vice-chair, Signatory, Secretariat";
    roles_holder_hint => "名簿の人か団体。空けておけば空席。Tabで補えます", "a person or organisation of the roster; empty is vacant";
    roles_title_wanted => "席の名前を入れてください。", "The seat needs a title.";
    roles_seat_on_seat(typed: &str) => "「{typed}」は席の名前です。席には、名簿の人か団体を入れてください。", "“{typed}” is a seat. Give the name of a person or an organisation.";
    roles_picker(what: &str) => "{what}の担い手", "Who holds: {what}";

    roles_deleted(title: &str) => "「{title}」の席を消しました。Ctrl-Zで戻せます。", "Deleted the seat “{title}”. Ctrl-Z brings it back.";
    roles_vacated(what: &str) => "{what}を空けました。Ctrl-Zで戻せます。", "{what} is vacant now. Ctrl-Z brings the holder back.";
    roles_only_assignable => "受け持ちの行には担い手を置けません。上の役割の行で使えます。", "This row only counts. Choose a role above.";
    roles_only_seats => "会の席の行で使えます。会議の役とポイントの担当は x で空けます。", "This works on seats of the council. Empty other roles with x.";
    roles_nobody_holds => "もう空いています。", "Nobody holds it.";
    roles_nobody_to_pick => "名簿にまだ誰もいません。名簿の画面（2）で先に加えてください。", "Nobody is on the roster yet. Add people there first (2).";
}

impl Words {
    /// What a role of the meeting is there for.
    pub fn meeting_role_does(self, kind: MeetingRoleKind) -> &'static str {
        match kind {
            MeetingRoleKind::Facilitator => self.pick(
                "順番と発言を預かり、話を決定と宿題まで運ぶ。",
                "Keeps the order of speaking and brings the talk to decisions and actions.",
            ),
            MeetingRoleKind::Recorder => self.pick(
                "決まったことと宿題を、その場で議事録に書く。",
                "Writes decisions and actions into the record while they are made.",
            ),
            MeetingRoleKind::Timekeeper => {
                self.pick("議題ごとの残り時間を知らせる。", "Says how much time each item has left.")
            }
        }
    }

    /// 3/31, 31 Mar: for a day of this fiscal year, where room is short.
    pub fn month_and_day(self, day: NaiveDate) -> String {
        day.format(self.pick("%-m/%-d", "%-d %b")).to_string()
    }

    /// 席1 会議1 担当3 宿題3
    pub fn load_parts(self, load: &Load) -> String {
        let Carried { seats, open_actions, points } = &load.carried;
        self.roles_parts(seats.len(), load.meeting_roles.len(), points.len(), open_actions.len())
    }
}
