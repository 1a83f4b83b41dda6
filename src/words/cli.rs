//! What the command line says: results, refusals of its own, and what was wrong with the arguments.

mod help;
mod history;
mod knowledge;

use super::{Words, catalogue};
use crate::domain::{LineKind, Meeting};
use std::io;

catalogue! {
    cli_error(what: &str) => "エラー：{what}", "error: {what}";
    cli_why(why: &str) => "  理由：{why}", "  why: {why}";
    cli_next(next: &str) => "  次に：{next}", "  next: {next}";
    cli_warning(line: usize, what: &str) => "{line}行目：{what}", "line {line}: {what}";
    cli_choose_from(choices: &str) => "次の中から選んでください：{choices}", "Choose one of: {choices}";
    cli_check_path => "場所と名前と許可を確かめてください。", "Check the place, the name and the permissions.";

    cli_too_many_lines(lines: usize, most: usize) => "{lines}行あります。一度に読めるのは{most}行までです。", "There are {lines} lines; up to {most} are read at a time.";
    cli_too_many_lines_next => "別のファイルでないかを確かめ、分けて読ませてください。", "See that it is the right file, and give it in parts.";
    cli_not_text => "UTF-8としてもShift_JISとしても読めません。", "It is neither UTF-8 nor Shift_JIS.";
    cli_not_text_next => "CSVやテキストとして保存し直してください。", "Save it again as CSV or plain text.";

    cli_no_terminal => "画面を開く端末がありません。", "There is no terminal to open the screen on.";
    cli_no_terminal_why => "出力先が端末ではありません（パイプやファイルです）。", "The output goes to a pipe or a file.";
    cli_no_terminal_next => "端末で動かすか、list・record・actions など画面を使わない命令を使ってください。",
        "Run it in a terminal, or use a command without a screen, such as list, record or actions.";
    cli_terminal => "端末を使えません。", "The terminal cannot be used.";
    cli_terminal_next => "別の端末で開き直してください。", "Open it again in another terminal.";
    cli_no_home => "保存先が決まりません。", "There is no place to keep the councils.";
    cli_no_home_why => "ホームフォルダーが分かりません。", "The home folder of this user is not known.";
    cli_no_home_next => "--home かNORISHIRO_HOMEでフォルダーを指定してください。", "Name a folder with --home or NORISHIRO_HOME.";
    cli_not_a_moment(typed: &str) => "NORISHIRO_NOW の「{typed}」は日時として読めません。", "NORISHIRO_NOW is “{typed}”, which is not a moment.";
    cli_not_a_moment_next => "2026-11-20T14:00 のように書いてください。", "Write it like 2026-11-20T14:00.";
    cli_date_next => "2026-11-20、令和8年11月20日、来週金曜 のように書けます。", "Write it like 2026-11-20, 20 Nov 2026 or next friday.";
    cli_no_template(typed: &str) => "「{typed}」というひな形はありません。", "There is no template “{typed}”.";
    cli_plan_meeting => "meeting 会議体 add で会議をつくってください。", "Plan one with: meeting COUNCIL add.";
    cli_start_meeting => "meeting 会議体 start ID で会議を始めてください。", "Start one with: meeting COUNCIL start ID.";
    cli_write_something => "1文字以上書いてください。", "Write at least one letter.";
    cli_no_partner(typed: &str) => "「{typed}」という団体は名簿にありません。", "No organisation on the roster is called “{typed}”.";
    cli_no_partners => "団体はまだありません。", "There is no organisation yet.";
    cli_no_owner(typed: &str) => "「{typed}」が担当の宿題はありません。", "No action is with “{typed}”.";
    cli_no_owners => "担当の決まった宿題がまだありません。", "No action has an owner yet.";
    cli_line_refused(line: usize) => "{line}行目を書き込めません。", "Line {line} cannot be taken.";
    cli_nothing_taken => "まだ何も書き込んでいません。", " Nothing has been written yet.";
    cli_lost(changes: u64) => "変更{changes}件を保存できませんでした。", "Changes that could not be saved: {changes}.";
    cli_lost_why => "保存先に書き込めませんでした。", "The files could not be written.";
    cli_lost_copied(home: &str, slug: &str) => "すべて控えにあります。norishiro --home {home} open {slug} で開けます。", "A copy has everything. Open it with: norishiro --home {home} open {slug}";
    cli_lost_next => "norishiro check で保存されている内容を確かめてください。", "See what is on disk with: norishiro check.";

    cli_saved(changes: u64, folder: &str) => "変更{changes}件を保存しました：{folder}", "Saved {changes} change(s) in {folder}";
    cli_saved_but => "お知らせ：変更は保存しました。そのあとの処理（会のファイルへの反映、バックアップ）ができなかったので、次に保存するときにもう一度行います。", "note: The change is saved. What follows (bringing the council's files up to it, the backup) could not be done; it is tried again with the next change.";
    cli_no_changes(folder: &str) => "変更はありません：{folder}", "Nothing was changed in {folder}";
    cli_demo_over(changes: u64) => "見本を閉じました。変更{changes}件は残していません。", "The sample is closed; {changes} change(s) in it were not kept.";
    cli_made(name: &str, folder: &str, slug: &str) => "「{name}」をつくりました：{folder}\n次に：norishiro open {slug}", "Made “{name}” in {folder}\nnext: norishiro open {slug}";
    cli_no_councils(home: &str) => "会議体はまだありません（{home}）。norishiro new でつくってください。", "There is no council yet in {home}. Make one with: norishiro new";

    col_slug => "名前", "slug";
    col_name => "会議体", "name";
    col_kind => "種類", "kind";
    col_meetings => "会議", "meetings";
    col_open_actions => "未了の宿題", "open actions";

    col_number => "番号", "no.";
    col_state => "状態", "state";
    col_due => "期限", "due";
    col_owners => "担当", "with";
    col_text => "内容", "text";
    col_meeting => "回", "meeting";
    col_date => "開催日", "date";
    col_hours => "時間", "time";
    col_place => "会場", "place";

    cli_planned(meeting: &str) => "予定に入れました：{meeting}", "Planned: {meeting}";
    cli_started(meeting: &str) => "始めました：{meeting}", "Started: {meeting}";
    cli_closed(meeting: &str) => "閉じました：{meeting}", "Closed: {meeting}";
    cli_read_back(decisions: usize, actions: usize, unowned: usize) =>
        "決定{decisions}件、宿題{actions}件（うち担当未定{unowned}件）", "Decisions {decisions}, actions {actions} ({unowned} without an owner)";
    cli_captured(lines: usize, meeting: &str) => "{meeting}の議事録に{lines}行を加えました。", "{lines} line(s) added to the record of {meeting}.";
    cli_continuation => "続き", "continued";
    cli_no_record => "議事録はまだありません。", "Nothing is on record yet.";
    cli_no_item => "（議題の外）", "(outside the items)";
    cli_no_sheet => "計画・評価表の行はまだありません。", "There is no row of a plan-and-evaluation sheet yet.";
    cli_no_sheet_of(year: &str, years: &str) => "{year}の計画・評価表はありません。あるのは{years}です。", "There is no sheet for {year}, but for {years}.";
    cli_worth_a_look(what: &str) => "注意：{what}", "warning: {what}";
    cli_no_escalations => "上げた課題も、上がってきた課題もありません。", "No issue was raised, by this council or to it.";
    cli_escalation_side => "向き", "which way";
    cli_escalation_considered => "検討中にしました。", "It is being considered.";
    cli_escalation_withdrawn => "取り下げました。", "It is withdrawn.";
    cli_no_escalation(typed: &str) => "課題「{typed}」がありません。", "There is no issue “{typed}”.";
    cli_no_parent => "親会議が決まっていません。", "This council has no parent yet.";
    cli_no_parent_next(slugs: &str) => "--to に会議体の名前か、ここにない会の名称を書いてください。会議体：{slugs}", "Name it with --to: the slug of a council, or the name of one kept elsewhere. Councils: {slugs}";
    cli_no_assessments => "当てはまる自己点検はありません。", "There is no such self-assessment.";
    cli_signs(count: usize) => "しるし{count}", "signs {count}";
    cli_no_indicators => "当てはまる指標はありません。", "There is no such indicator.";
    cli_no_actions => "当てはまる宿題はありません。", "There is no such action.";
    cli_overdue(due: &str) => "{due} 期限切れ", "{due} overdue";
    cli_active => "取り組み中", "active";
    cli_spoken_about => "いま話している", "spoken about now";
    cli_nothing_wrong => "誤りは見つかりませんでした。", "Nothing wrong was found.";

    cli_is_there(path: &str) => "{path} はもうあります。書き出していません。", "{path} is there already. Nothing was written.";
    cli_is_there_next => "-o で別の名前を付けるか、--overwrite で置き換えてください。", "Give another name with -o, or replace it with --overwrite.";
    cli_written(path: &str) => "書き出しました：{path}", "Written: {path}";


    usage_no_command(typed: &str) => "「{typed}」という命令はありません。", "There is no command “{typed}”.";
    usage_unknown(typed: &str) => "「{typed}」は使えません。", "“{typed}” cannot be used here.";
    usage_missing(missing: &str) => "足りないものがあります：{missing}", "Something is missing: {missing}";
    usage_no_step => "何をするかが書かれていません。", "It does not say what to do.";
    usage_no_value(argument: &str) => "「{argument}」に値がありません。", "“{argument}” wants a value.";
    usage_bad_value(argument: &str, value: &str) => "「{argument}」に「{value}」は使えません。", "“{argument}” cannot be “{value}”.";
    usage_conflict(one: &str, other: &str) => "「{one}」と「{other}」は一緒に使えません。", "“{one}” and “{other}” do not go together.";
    usage_other(message: &str) => "引数が読めません（{message}）。", "The arguments cannot be read ({message}).";
    usage_see_help(command: &str) => "{command} --help で書き方を見られます。", "See how it is written with: {command} --help";
}

impl Words {
    /// What the system answered, in a sentence.
    pub fn io_error(self, error: &io::Error) -> String {
        self.cause(&error.into())
    }

    /// メモ, 第3回-決定2, 宿題 12
    pub fn numbered_kind(self, meeting: &Meeting, kind: LineKind) -> String {
        match kind {
            LineKind::Decision(number) => self.decision_number(meeting, number),
            LineKind::Action(number) => self.action_number(number),
            plain => self.line_kind(plain).to_owned(),
        }
    }
}
