//! What the store's problems and findings are called: what happened, why, and what to do next.

use super::{Lang, Words, catalogue};
use crate::{
    store::{Cause, Damage, FORMAT, Fault, Finding, FindingKind, Holder, Mistake, Place, Problem},
    text::{near::nearest, ruler::Ruler},
};
use std::{io::ErrorKind, path::Path};

/// A problem as it is told to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub what: String,
    pub why: String,
    pub next: String,
    /// The line of the file, when the problem is in one.
    pub mark: Option<Mark>,
}

/// A line of a file with one place in it to point at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    before: String,
    after: String,
}

/// A finding of `check` as it is told to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidFinding {
    pub problem: String,
    pub hint: String,
}

impl Said {
    /// The three parts as one paragraph.
    pub fn paragraph(&self, lang: Lang) -> String {
        let gap = if lang == Lang::Ja { "" } else { " " };
        [self.what.as_str(), &self.why, &self.next].join(gap)
    }
}

impl Mark {
    fn at(place: &Place) -> Self {
        let split =
            place.excerpt.char_indices().nth(place.column - 1).map_or(place.excerpt.len(), |(at, _)| at);
        let (before, after) = place.excerpt.split_at(split);
        Self { before: before.to_owned(), after: after.to_owned() }
    }

    /// The line and the caret under its place, in at most `cols` columns. A long line shows what is around the place.
    pub fn rows(&self, ruler: Ruler, cols: usize) -> [String; 2] {
        let glyphs: Vec<(&str, usize)> = ruler.glyphs(&self.before).collect();
        let mut lead = 0;
        let fits = |(_, width): &&(&str, usize)| {
            lead += *width;
            lead <= cols / 2
        };
        let shown = glyphs.iter().rev().take_while(fits).count();
        let lead: String = glyphs[glyphs.len() - shown..].iter().map(|(glyph, _)| *glyph).collect();
        let line = ruler.cut(&format!("{lead}{}", self.after), cols).into_owned();
        [line, format!("{:1$}^", "", ruler.width(&lead))]
    }
}

impl Words {
    pub fn problem(self, problem: &Problem) -> Said {
        let (what, why, next) = match problem {
            Problem::CannotRead { path, cause } => {
                (self.cannot_read(&short(path)), self.cause(cause), self.after_reading(path, cause))
            }
            Problem::CannotWrite { path, cause } => {
                (self.cannot_write(&short(path)), self.cause(cause), self.after_writing(cause))
            }
            Problem::Unreadable(mistake) => return self.mistake(mistake),
            Problem::OtherFormat { path, found } if *found > FORMAT => (
                self.cannot_read(&short(path)),
                self.newer_format(*found, FORMAT),
                self.use_newer_program().to_owned(),
            ),
            Problem::OtherFormat { path, found } => (
                self.cannot_read(&short(path)),
                self.no_such_format(*found),
                self.write_format(&path.display().to_string(), FORMAT),
            ),
            Problem::NoSuchCouncil { slug, nearest } => (
                self.no_such_council(slug),
                self.no_such_council_why().to_owned(),
                nearest
                    .as_ref()
                    .map_or_else(|| self.see_list().to_owned(), |nearest| self.meant_council(nearest)),
            ),
            Problem::SlugTaken { slug } => {
                (self.slug_taken(slug), self.slug_taken_why().to_owned(), self.choose_other_slug().to_owned())
            }
            Problem::BadName { name } => {
                (self.bad_name(name), self.bad_name_why().to_owned(), self.bad_name_next().to_owned())
            }
            Problem::HeldElsewhere { slug, holder } => (
                self.held_elsewhere(slug),
                holder.as_ref().map_or_else(
                    || self.held_elsewhere_why().to_owned(),
                    |holder| self.held_by(&self.holder(holder)),
                ),
                self.held_elsewhere_next().to_owned(),
            ),
            Problem::PenNotLaidDown { slug, holder } => (
                self.held_elsewhere(slug),
                self.pen_not_laid_down(&self.holder(holder)),
                self.pen_not_laid_down_next().to_owned(),
            ),
            Problem::PenTaken { holder } => (
                self.cannot_save().to_owned(),
                self.pen_was_taken(&self.holder(holder)),
                self.reopen_council().to_owned(),
            ),
            Problem::NoPen { slug } => (
                self.held_elsewhere(slug),
                self.only_looked_at().to_owned(),
                self.reopen_council().to_owned(),
            ),
            Problem::Conflict { record } => (
                self.save_conflict(record),
                self.save_conflict_why().to_owned(),
                self.reopen_council().to_owned(),
            ),
        };
        Said { what, why, next, mark: None }
    }

    /// Who has the pen, by name and machine.
    fn holder(self, holder: &Holder) -> String {
        self.pen_person_at(&holder.by, &holder.host)
    }

    /// What is wrong, and what to do about it.
    pub fn finding(self, finding: &Finding) -> SaidFinding {
        let (problem, hint) = match &finding.kind {
            FindingKind::Problem(problem) => {
                let said = self.problem(problem);
                let gap = self.pick("", " ");
                return SaidFinding { problem: format!("{}{gap}{}", said.what, said.why), hint: said.next };
            }
            FindingKind::Journal(Damage::Torn { .. }) => (self.journal_torn().to_owned(), self.mend_torn()),
            FindingKind::Journal(Damage::Broken { .. }) => {
                (self.journal_broken().to_owned(), self.mend_broken())
            }
            FindingKind::NoSuchOrganisation(id) => (self.lost_organisation(id.as_str()), self.mend_link()),
            FindingKind::NoSuchMember(id) => (self.lost_member(id.as_str()), self.mend_link()),
            FindingKind::NoSuchMeeting(id) => (self.lost_meeting(id.as_str()), self.mend_link()),
            FindingKind::FinalChanged { version } => (self.final_changed(*version), self.mend_final()),
            FindingKind::NoSuchItem(id) => (self.lost_item(id.as_str()), self.mend_link()),
            FindingKind::NoSuchLine(id) => (self.lost_line(id.as_str()), self.mend_link()),
            FindingKind::NoSuchAction(number) => (self.lost_action(*number), self.mend_action_line()),
            FindingKind::NoSuchParty(who) => (self.lost_party(&who.label), self.mend_party()),
            FindingKind::SeatHoldsSeat => (self.seat_holds_seat().to_owned(), self.mend_seat()),
            FindingKind::ActionNumberTwice(number) => (self.action_twice(*number), self.mend_number()),
            FindingKind::DecisionNumberTwice(number) => (self.decision_twice(*number), self.mend_number()),
            FindingKind::SignTwice(sign) => (self.sign_twice(sign), self.mend_sign()),
            FindingKind::AspectTwice(aspect) => (self.aspect_twice(self.aspect(*aspect)), self.mend_aspect()),
            FindingKind::ReadingTwice(year) => {
                (self.reading_twice(&self.fiscal_year(*year)), self.mend_reading())
            }
            FindingKind::NoSuchRow(id) => (self.lost_row(id.as_str()), self.mend_row()),
            FindingKind::AnswerTwice(sign) => (self.answer_twice(sign), self.mend_answer()),
            FindingKind::VoiceTwice(who) => (self.voice_twice(&who.label), self.mend_answer()),
            FindingKind::MeetingNumberTwice { fiscal_year, ordinal } => {
                (self.meeting_twice(*fiscal_year, *ordinal), self.mend_number())
            }
            FindingKind::NoSuchCouncil(slug) => (self.lost_council(slug), self.mend_council()),
            FindingKind::OwnParent(slug) => (self.round_of_parents(slug), self.mend_parent()),
            FindingKind::NextActionTooLow { next, highest } => {
                (self.next_action_low(*next, *highest), self.mend_next_action())
            }
        };
        SaidFinding { problem, hint: hint.to_owned() }
    }

    fn mistake(self, mistake: &Mistake) -> Said {
        let Mistake { path, place, fault } = mistake;
        let why = match fault {
            Fault::NotUtf8 => self.not_utf8().to_owned(),
            Fault::Ron(error) => match wide_twin(place) {
                Some(('　', _)) => self.wide_space().to_owned(),
                Some((wide, twin)) => self.wide_character(wide, twin),
                None => self.ron_error(error),
            },
            Fault::Repeated { id } => self.repeated_id(id),
            Fault::NamedOtherwise { id } => self.named_otherwise(id),
        };
        let path_shown = path.display().to_string();
        let next = match fault {
            Fault::NotUtf8 => self.save_as_utf8(&path_shown),
            _ => self.mend_file(&path_shown),
        };
        Said {
            what: self.mistake_at(&short(path), place.line, place.column),
            why,
            next,
            mark: Some(Mark::at(place)),
        }
    }

    pub(super) fn cause(self, cause: &Cause) -> String {
        match cause.kind {
            ErrorKind::NotFound => self.cause_not_found().to_owned(),
            ErrorKind::PermissionDenied => self.cause_permission().to_owned(),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => self.cause_full().to_owned(),
            ErrorKind::ReadOnlyFilesystem => self.cause_read_only().to_owned(),
            ErrorKind::IsADirectory | ErrorKind::NotADirectory => self.cause_other_kind().to_owned(),
            _ => self.cause_system(&cause.message),
        }
    }

    fn after_reading(self, path: &Path, cause: &Cause) -> String {
        let path = path.display().to_string();
        match cause.kind {
            ErrorKind::NotFound => self.bring_back(&path),
            ErrorKind::IsADirectory | ErrorKind::NotADirectory => self.put_right_kind(&path),
            _ => self.check_access(&path),
        }
    }

    fn after_writing(self, cause: &Cause) -> String {
        match cause.kind {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => self.make_room().to_owned(),
            _ => self.check_writing().to_owned(),
        }
    }

    fn ron_error(self, error: &ron::Error) -> String {
        use ron::Error as Ron;
        match error {
            Ron::ExpectedComma => self.ron_comma().to_owned(),
            Ron::ExpectedMapColon => self.ron_colon().to_owned(),
            Ron::ExpectedString | Ron::ExpectedChar => self.ron_string().to_owned(),
            Ron::ExpectedStringEnd => self.ron_string_end().to_owned(),
            Ron::InvalidEscape(_) => self.ron_escape().to_owned(),
            Ron::ExpectedInteger | Ron::ExpectedFloat | Ron::InvalidIntegerDigit { .. } => {
                self.ron_number().to_owned()
            }
            Ron::IntegerOutOfBounds => self.ron_number_range().to_owned(),
            // Days, moments and counts of changes have bounds of their own.
            Ron::InvalidValueForType { .. } => self.ron_bounds().to_owned(),
            Ron::ExpectedBoolean => self.ron_boolean().to_owned(),
            Ron::ExpectedArray => self.ron_wanted("["),
            Ron::ExpectedArrayEnd => self.ron_wanted("]"),
            Ron::ExpectedStructLikeEnd | Ron::ExpectedOptionEnd => self.ron_wanted(")"),
            Ron::ExpectedStructLike => self.ron_wanted("("),
            Ron::ExpectedNamedStructLike(name) => self.ron_wanted(&format!("{name}(")),
            Ron::ExpectedDifferentStructName { expected, found } => self.ron_other_name(expected, found),
            Ron::ExpectedIdentifier | Ron::InvalidIdentifier(_) => self.ron_name().to_owned(),
            Ron::NoSuchStructField { expected, found, .. } => {
                self.with_nearest(self.ron_no_field(found, &expected.join(", ")), found, expected)
            }
            Ron::NoSuchEnumVariant { expected, found, .. } => {
                self.with_nearest(self.ron_no_variant(found, &expected.join(", ")), found, expected)
            }
            Ron::MissingStructField { field, .. } => self.ron_missing(field),
            Ron::DuplicateStructField { field, .. } => self.ron_duplicate(field),
            Ron::Eof => self.ron_ends().to_owned(),
            Ron::TrailingCharacters => self.ron_trailing().to_owned(),
            Ron::UnclosedBlockComment => self.ron_comment().to_owned(),
            Ron::ExceededRecursionLimit => self.ron_too_deep().to_owned(),
            // The only types with rules of their own are dates and times.
            Ron::Message(_) => self.ron_date().to_owned(),
            other => self.ron_other(&other.to_string()),
        }
    }

    fn with_nearest(self, sentence: String, found: &str, expected: &[&str]) -> String {
        match nearest(found, expected.iter().copied()) {
            Some(name) => sentence + &self.ron_nearest(name),
            None => sentence,
        }
    }
}

/// The file within its council: `members.ron`, `meetings/fy2026-1.ron`.
fn short(path: &Path) -> String {
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let file = name(path).unwrap_or_default();
    match path.parent().and_then(name) {
        Some(folder) if folder == "meetings" => format!("{folder}/{file}"),
        _ => file,
    }
}

/// A character that looks like one of RON's own marks at the place of a mistake, and the mark it was meant to be.
fn wide_twin(place: &Place) -> Option<(char, char)> {
    let wide = place.character()?;
    let twin = match wide {
        '　' => ' ',
        '、' | '､' => ',',
        '“' | '”' | '„' | '「' | '」' | '〝' | '〟' => '"',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '！'..='～' => char::from_u32(u32::from(wide) - 0xfee0)?,
        _ => return None,
    };
    (!twin.is_ascii_alphabetic()).then_some((wide, twin))
}

catalogue! {
    cannot_read(file: &str) => "{file} を読めません。", "{file} cannot be read.";
    cannot_write(file: &str) => "{file} に保存できません。", "{file} cannot be saved.";
    mistake_at(file: &str, line: usize, column: usize) =>
        "{file} の{line}行目、{column}文字目が読めません。", "{file} cannot be read at line {line}, column {column}.";

    cause_not_found => "ファイルがありません。", "The file is not there.";
    cause_permission => "このファイルを使う許可がありません。", "There is no permission to use this file.";
    cause_full => "ディスクの空きがありません。", "The disk is full.";
    cause_read_only => "書き込みのできないディスクです。", "The disk is read-only.";
    cause_other_kind => "ファイルとフォルダーが入れ替わっています。", "There is a folder in the place of a file, or a file in that of a folder.";
    cause_system(message: &str) => "システムの返事：{message}。", "The system says: {message}.";

    bring_back(path: &str) => "控えから {path} を戻してください。", "Bring {path} back from a copy.";
    put_right_kind(path: &str) => "{path} を別の名前に変え、控えから正しいものを戻してください。",
        "Give {path} another name, and bring the right one back from a copy.";
    check_access(path: &str) => "{path} の持ち主と許可を確かめて、開き直してください。", "Check the owner and permissions of {path}, then open it again.";
    make_room => "空きを作ってください。書いた内容は残っていて、次の保存でまとめて書き込みます。",
        "Free some space. What you wrote is kept, and the next save writes it all.";
    check_writing => "保存先を確かめてください。書いた内容は残っていて、次の保存でまとめて書き込みます。",
        "Check the place it is saved to. What you wrote is kept, and the next save writes it all.";

    newer_format(found: u32, known: u32) => "形式{found}で書かれています。このプログラムが読めるのは形式{known}までです。",
        "It is written in format {found}; this program reads up to format {known}.";
    use_newer_program => "新しい版の norishiro で開いてください。ファイルには手を付けていません。",
        "Open it with a newer norishiro. The file was left as it is.";
    no_such_format(found: u32) => "形式{found}というものはありません。", "There is no format {found}.";
    write_format(path: &str, known: u32) => "{path} の format を {known} に直してください。", "Set format to {known} in {path}.";

    no_such_council(slug: &str) => "「{slug}」という会議体はありません。", "There is no council “{slug}”.";
    no_such_council_why => "その名前のフォルダーが保存先にありません。", "The home has no folder of that name.";
    see_list => "norishiro list で名前を確かめてください。", "See the names with: norishiro list.";
    meant_council(nearest: &str) => "「{nearest}」のことではありませんか。", "Did you mean “{nearest}”?";
    slug_taken(slug: &str) => "「{slug}」はもう使われています。", "“{slug}” is already taken.";
    slug_taken_why => "同じ名前の会議体があります。", "There is a council of that name.";
    choose_other_slug => "ほかの名前を付けてください。", "Choose another name.";
    bad_name(name: &str) => "「{name}」は名前に使えません。", "“{name}” cannot be used as a name.";
    bad_name_why => "ファイルの名前になるため、半角の英小文字・数字・ハイフンで40文字までです（con や nul などは使えません）。",
        "It names files, so it takes 1 to 40 small letters, digits and hyphens (and not con, nul and the like).";
    bad_name_next => "たとえば toyokawa-dm のように付けてください。", "Choose one like toyokawa-dm.";
    save_conflict(record: &str) => "変更を保存できません（{record}）。", "A change cannot be saved ({record}).";
    held_elsewhere(slug: &str) => "{slug} に書き込めません。", "Cannot write to {slug}.";
    held_elsewhere_why => "ほかの画面の norishiro が開いています。", "Another norishiro has it open.";
    held_elsewhere_next => "そちらを終了してから、もう一度お試しください。", "Close that one, then try again.";
    held_by(who: &str) => "{who}の画面で開いています。", "{who} has it open.";
    cannot_save => "保存できません。", "Cannot save.";
    pen_not_laid_down(who: &str) => "別の端末の{who}が、まだ書いているかもしれません。", "{who}, on another machine, may still be writing.";
    pen_not_laid_down_next => "相手に確かめてから、画面で開いて Ctrl-G で引き継いでください。", "Ask them, then open it on the screen and take the pen with Ctrl-G.";
    pen_was_taken(who: &str) => "{who}が書き手を引き継ぎました。", "{who} took the pen over.";
    only_looked_at => "閲覧のために開かれています。", "It is open to be looked at only.";
    save_conflict_why => "保存されている内容が、変更する前の内容と合いません。", "What is saved is not what the change was made from.";
    reopen_council => "会議体を開き直して、もう一度入れてください。", "Open the council again and repeat the change.";

    not_utf8 => "文字コードが UTF-8 ではありません（Shift_JIS かもしれません）。", "The text is not UTF-8 (it may be Shift_JIS).";
    save_as_utf8(path: &str) => "{path} をエディターで開き、UTF-8 で保存し直してください。ファイルには手を付けていません。",
        "Open {path} in an editor and save it as UTF-8. The file was left as it is.";
    repeated_id(id: &str) => "「{id}」が二つあります。", "“{id}” is there twice.";
    named_otherwise(id: &str) => "会議の id は「{id}」ですが、ファイルの名前が違います。", "The id of the meeting is “{id}”, but the file has another name.";
    mend_file(path: &str) => "{path} をエディターで直して、開き直してください。ファイルには手を付けていません。",
        "Mend {path} in an editor and open it again. The file was left as it is.";
    wide_character(wide: char, twin: char) => "全角の「{wide}」があります。ここは半角の「{twin}」です。", "A full-width {wide} stands where {twin} is wanted.";
    wide_space => "全角の空白があります。半角の空白に直してください。", "There is a full-width space; use a plain one.";

    ron_comma => "区切りの「,」がありません。前の文字列の「\"」が閉じていないこともあります。",
        "A comma is missing, or a quotation mark before it was not closed.";
    ron_colon => "項目名のあとの「:」がありません。", "A colon is missing after the name of the field.";
    ron_string => "ここには「\"」で囲んだ文字が入ります。", "Text in quotation marks is wanted here.";
    ron_string_end => "文字列を閉じる「\"」がありません。", "The closing quotation mark is missing.";
    ron_escape => "「\\」のあとの文字が読めません。「\\」そのものは「\\\\」と書きます。", "The character after the backslash means nothing; a backslash itself is written \\\\.";
    ron_number => "ここには半角の数字が入ります。", "A number is wanted here.";
    ron_number_range => "数が大きすぎるか、小さすぎます。", "The number is too large or too small.";
    ron_bounds => "大きすぎるか、小さすぎます。日付は西暦1年から9999年までです。", "It is too large or too small; dates go from the year 1 to 9999.";
    ron_boolean => "ここには true か false が入ります。", "true or false is wanted here.";
    ron_wanted(mark: &str) => "ここには「{mark}」が入ります。", "“{mark}” is wanted here.";
    ron_other_name(expected: &str, found: &str) => "「{found}」ではなく「{expected}」が入ります。", "“{expected}” is wanted here, not “{found}”.";
    ron_name => "ここには「\"」で囲まない名前が入ります。", "A name without quotation marks is wanted here.";
    ron_no_field(found: &str, allowed: &str) => "「{found}」という項目はありません。使えるのは {allowed} です。", "There is no field “{found}”; there are {allowed}.";
    ron_no_variant(found: &str, allowed: &str) => "「{found}」は選べません。選べるのは {allowed} です。", "“{found}” is not a choice; there are {allowed}.";
    ron_nearest(name: &str) => "「{name}」ではありませんか。", " Did you mean “{name}”?";
    ron_missing(field: &str) => "この括弧の中に「{field}」がありません。", "“{field}” is missing in this bracket.";
    ron_duplicate(field: &str) => "「{field}」が二度書かれています。", "“{field}” is written twice.";
    ron_ends => "途中で終わっています。閉じる括弧が足りません。", "The file ends too early; a closing bracket is missing.";
    ron_trailing => "最後の括弧のあとに余分な文字があります。", "There is more text after the last bracket.";
    ron_comment => "「/*」を閉じる「*/」がありません。", "A comment opened by /* is not closed.";
    ron_too_deep => "括弧が深すぎます。", "The brackets go too deep.";
    ron_date => "日付は 2026-11-20、時刻は 14:00:00 のように書きます。", "Dates are written 2026-11-20 and times 14:00:00.";
    ron_other(message: &str) => "書き方が違います（{message}）。", "It is not written as it should be ({message}).";

    lost_organisation(id: &str) => "組織「{id}」が名簿にありません。", "Organisation “{id}” is not on the roster.";
    lost_member(id: &str) => "委員「{id}」が名簿にありません。", "Member “{id}” is not on the roster.";
    lost_meeting(id: &str) => "会議「{id}」がありません。", "There is no meeting “{id}”.";
    final_changed(version: u32) => "確定した議事録（第{version}版）の内容が、確定したときと違います。", "The final minutes (version {version}) do not say what they said when they were made final.";
    mend_final => "直接書き換えた所を元に戻すか、確定を解いて新しい版にしてください。", "Take the changes in the file back, or reopen the minutes as a new version.";
    lost_item(id: &str) => "議題「{id}」がこの会議の次第にありません。", "Item “{id}” is not on the agenda of this meeting.";
    lost_row(id: &str) => "計画・評価表の行が引き継いだ「{id}」が、それより前の年度の表にありません。", "The row of the sheet goes on from “{id}”, which is not on the sheet of an earlier year.";
    mend_row => "引き継いだ行を戻すか、この行の from を消してください。", "Bring that row back, or delete “from” in this one.";
    lost_line(id: &str) => "行「{id}」がこの会議の記録にありません。", "Line “{id}” is not in the record of this meeting.";
    lost_action(number: u32) => "記録にある宿題{number}が、宿題の一覧にありません。", "Action {number} of the record is not among the actions.";
    lost_party(label: &str) => "「{label}」のつながる先が、名簿にも役割にもありません。", "“{label}” is linked to nobody on the roster or among the roles.";
    seat_holds_seat => "役割に、ほかの役割が就いています。", "A role is held by another role.";
    journal_torn => "最後の記録が途中で切れています（保存済みと表示する前のものです）。", "The last line is not whole (nobody was told it was saved).";
    mend_torn => "会を開くと、その行だけを除いて続けられます。", "Open the council: that line alone is left out.";
    journal_broken => "ここから先の記録が壊れています。", "The lines from here on are damaged.";
    mend_broken => "会を開くと、壊れた部分を kept/ に移して続けられます。", "Open the council: the damaged part is moved to kept/.";
    action_twice(number: u32) => "宿題{number}が二つあります。", "There are two actions {number}.";
    sign_twice(sign: &str) => "しるし {sign} が二重に付いています。", "The sign {sign} is ticked twice.";
    mend_sign => "どちらかを消すか、until に見えなくなった日を書いてください。", "Take one of them out, or write the day it was seen no more as until.";
    reading_twice(year: &str) => "この指標に{year}の数値が二つあります。", "This indicator has two readings for {year}.";
    aspect_twice(aspect: &str) => "この団体の「{aspect}」の確認が二つあります。", "This organisation has two checks of “{aspect}”.";
    mend_aspect => "新しいほうを残して、もう片方を消してください。", "Keep the newer one, and delete the other.";
    decision_twice(number: u32) => "この会議に決定{number}が二つあります。", "This meeting has two decisions {number}.";
    meeting_twice(fiscal_year: i32, ordinal: u32) => "{fiscal_year}年度の第{ordinal}回が二つあります。", "Fiscal year {fiscal_year} has two meetings {ordinal}.";
    next_action_low(next: u32, highest: u32) => "次の宿題の番号が{next}ですが、もう{highest}まで使われています。",
        "The next action would be {next}, but numbers up to {highest} are taken.";
    lost_council(slug: &str) => "会議体「{slug}」がこの中にありません。", "The council “{slug}” is not in this home.";
    mend_council => "ほかに移しただけなら、そのままでかまいません。名前が変わったなら書き直してください。", "If it is kept elsewhere now, nothing needs to be done. If its folder was renamed, write the new name.";
    round_of_parents(slug: &str) => "親会議の「{slug}」をたどると、この会に戻ります。", "The parent “{slug}” reports to this very council, directly or by others.";
    mend_parent => "どちらかの親会議（parent）を外すか、選び直してください。", "Take the parent out of one of them, or choose another.";
    mend_link => "消した記録を戻すか、このつながりを書き直してください。", "Bring the record back, or change this link.";
    answer_twice(sign: &str) => "この自己点検に「{sign}」への答えが二つあります。", "This self-assessment has two answers for “{sign}”.";
    voice_twice(label: &str) => "一つのしるしに「{label}」の声が二つあります。", "One sign has two voices of “{label}”.";
    mend_answer => "どちらが部屋で出た声かを確かめて、もう片方を消してください。", "See which one the room gave, and delete the other.";
    mend_party => "相手を選び直すか、party を消して名前だけにしてください。", "Choose the party again, or remove party and keep the label.";
    mend_action_line => "宿題を戻すか、行の種類を直してください。", "Bring the action back, or change the kind of the line.";
    mend_seat => "人か組織を選び直してください。", "Choose a person or an organisation.";
    mend_reading => "どちらが正しいかを確かめて、もう片方を消してください。", "See which is right, and delete the other.";
    mend_number => "片方の番号を、使われていない番号に直してください。", "Give one of them a number that is not taken.";
    mend_next_action => "council.ron の next_action を、いちばん大きい番号より大きくしてください。", "Raise next_action in council.ron above the highest number.";
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(excerpt: &str, column: usize, ruler: Ruler, cols: usize) -> [String; 2] {
        Mark::at(&Place { line: 1, column, excerpt: excerpt.to_owned() }).rows(ruler, cols)
    }

    #[test]
    fn the_caret_stands_under_wide_and_ambiguous_characters() {
        assert_eq!(rows("\"①資料\"，", 6, Ruler { wide: false }, 40), ["\"①資料\"，", "       ^"]);
        assert_eq!(rows("\"①資料\"，", 6, Ruler { wide: true }, 40), ["\"①資料\"，", "        ^"]);
        assert_eq!(rows("", 1, Ruler::default(), 40), ["", "^"]);
    }

    #[test]
    fn a_folder_in_the_place_of_a_file_is_not_a_matter_of_permissions() {
        let cause = Cause { kind: ErrorKind::IsADirectory, message: String::new() };
        let todo = Words::new(Lang::En).after_reading(Path::new("roles.ron"), &cause);
        assert_eq!(todo, "Give roles.ron another name, and bring the right one back from a copy.");
    }

    #[test]
    fn a_long_line_shows_what_is_around_the_place() {
        let line = format!("{}，{}", "あ".repeat(10_000), "い".repeat(10_000));
        let [shown, caret] = rows(&line, 10_001, Ruler::default(), 20);
        assert_eq!((shown.as_str(), caret.as_str()), ("あああああ，いいい…", "          ^"));
    }
}
