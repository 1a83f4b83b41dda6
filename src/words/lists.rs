//! The words of rosters, seating plans, lists of actions and of the council as data. What people wrote themselves is never here.

use super::catalogue;

catalogue! {
    help_import_council => "書き出した全データ（JSON）から会議体をつくる", "Make a council from its data as JSON";
    help_schema => "全データ（JSON）の形式をJSON Schemaで見る", "Print the JSON Schema of a whole council";
    arg_council_file => "paper everything で書き出したJSON（形式は norishiro schema、説明は docs/json.md）", "JSON as paper everything writes it (see norishiro schema and docs/json.md)";

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
