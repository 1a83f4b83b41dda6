//! The words of rosters, seating plans, lists of actions and of the council as data. What people wrote themselves is never here.

use super::catalogue;

catalogue! {
    help_import_council => "書き出した全データ（JSON）から会議体をつくる", "Make a council from its data as JSON";
    help_schema => "全データ（JSON）の形式をJSON Schemaで見る", "Print the JSON Schema of a whole council";
    arg_council_file => "paper everything で書き出したJSON（形式は norishiro schema、説明は docs/json.md）", "JSON as paper everything writes it (see norishiro schema and docs/json.md)";

    file_attendance => "出席者名簿", "Attendance";
    file_by_class => "区分別", "by-class";
    file_by_organisation => "団体別", "by-organisation";
    file_all => "全件", "all";
    file_overdue => "期限超過", "overdue";
    file_off_record => "記録外を含む", "off-record";

    roster_title(council: &str) => "{council} 委員名簿", "{council}: roster";
    roster_on(day: &str) => "{day}現在", "As of {day}";
    roster_shared_term(term: &str) => "任期　{term}", "Term: {term}";
    roster_aside => "委員以外（事務局・オブザーバー）", "Without a vote (secretariat, observers)";
    roster_alone => "所属団体なし", "Of no organisation";
    roster_counted(voting: usize, aside: usize) => "委員{voting}人、委員以外{aside}人", "Members: {voting}; without a vote: {aside}";
    attendance_title(council: &str, meeting: &str) => "{council} {meeting} 出席者名簿", "{council}: attendance at {meeting}";
    attendance_when(when: &str, place: &str) => "{when}　{place}", "{when}, {place}";
    attendance_counted(came: usize, proxies: usize, online: usize, absent: usize) => "出席{came}人（うち代理{proxies}人、オンライン{online}人）、欠席{absent}人", "Present: {came} (by proxy {proxies}, online {online}); absent: {absent}";
    column_office => "役職", "Office";
    column_organisation => "所属", "Organisation";
    column_post => "職名", "Post";
    column_attendance => "出欠", "Attendance";
    column_stand_in => "代理出席者", "Stand-in";
    column_remark => "備考", "Remarks";
    roster_vote_none => "なし", "none";

    seating_title(council: &str, meeting: &str) => "{council} {meeting} 座席表", "{council}: seating for {meeting}";
    seating_front => "正面（スクリーン）", "Front (screen)";
    seating_list => "席の一覧", "Seats";
    seating_online => "オンライン", "Online";
    seating_absent => "欠席", "Absent";
    seat_number(number: usize, title: &str) => "{number}　{title}", "{number}  {title}";
    seat_front => "正面", "front";
    seat_left(row: usize) => "左側{row}", "left {row}";
    seat_right(row: usize) => "右側{row}", "right {row}";
    column_seat => "席番号", "Seat";
    column_place => "場所", "Place";

    column_state => "状態", "State";
    column_given_at => "出た会議", "Given at";
    column_latest_note => "最近の経過", "Latest note";
    actions_title_open => "宿題一覧（未完了）", "Open action items";
    actions_title_overdue => "宿題一覧（期限超過）", "Overdue action items";
    actions_title_with(name: &str) => "宿題一覧（担当：{name}）", "Action items with {name}";
    actions_about(council: &str, day: &str, count: usize, late: usize) => "{council}　{day}現在　{count}件（うち期限超過{late}件）", "{council}, {day}: {count}, of which overdue: {late}";
    actions_nothing => "該当する宿題はありません。", "There are none.";
    actions_others => "名簿にない担当", "Not on the roster";
    actions_note_on(day: &str, text: &str) => "{day} {text}", "{day}: {text}";
    actions_calendar(council: &str) => "{council} 宿題", "{council}: action items";
    actions_labelled(label: &str, text: &str) => "{label}：{text}", "{label}: {text}";
    actions_todo(due: &str, text: &str, owners: &str) => "□ {due}　{text}（{owners}）", "□ {due}  {text} ({owners})";

    everything_schema(name: &str, version: u32) => "形式　{name} 版{version}", "Schema: {name}, version {version}";
    everything_roster(members: usize, organisations: usize) => "委員　{members}人（{organisations}団体）", "Members: {members} of {organisations} organisations";
    everything_meetings(meetings: usize, lines: usize) => "会議　{meetings}回（議事録{lines}行）", "Meetings: {meetings}, with {lines} lines of record";
    everything_actions(actions: usize) => "宿題　{actions}件", "Action items: {actions}";
    everything_on => "記録外のことは入っていません。", "Nothing that is off the record is in it.";
    everything_off => "記録外のことも入っています。取り扱いに注意してください。", "What is off the record is in it too. Handle it with care.";

    everything_cannot_read(path: &str) => "{path} から会議体を作れません。", "No council can be made from {path}.";
    everything_not_json(line: usize, column: usize) => "{line}行目の{column}文字目から、JSONとして読めません。", "It is no JSON from line {line}, column {column}.";
    everything_not_ours(schema: &str) => "会議体のデータではありません（schema が {schema} ではありません）。", "It is no council: its schema is not {schema}.";
    everything_newer(version: u32, known: u32) => "新しい版の形式です（版{version}。このプログラムが読めるのは版{known}まで）。", "It is of a newer version of the schema ({version}; this program reads up to {known}).";
    everything_at(path: &str, what: &str) => "{path}：{what}", "{path}: {what}";
    everything_missing(name: &str) => "「{name}」がありません。", "{name} is missing.";
    everything_unknown(name: &str) => "「{name}」という項目はここにはありません。", "there is no field {name} here.";
    everything_value(found: &str, expected: &str) => "{expected} が入るところに {found} があります。", "{found} stands where {expected} is expected.";
    everything_twice(id: &str) => "「{id}」が二度出てきます。", "{id} stands there twice.";
    everything_meeting_id(id: &str) => "会議のid「{id}」は使えません。英小文字・数字・ハイフンで40字までです。", "The id of a meeting cannot be “{id}”: small letters, digits and hyphens, 40 at most.";
    everything_mend => "その箇所を直すか、書き出したプログラムで作り直してください。形式は norishiro schema で見られます。", "Mend that place, or write the file again with the program that made it. norishiro schema prints the schema.";
}
