//! Commands of self-assessment: the list of those that were asked, the signs of one, and the two ways of asking.

use super::{Command, Key, Scope};
use crate::{
    app::{
        assessing::Way,
        key::Code,
        update::{
            assessments::{self, hands, voices},
            list,
        },
    },
    domain::Voice,
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "assessments.begin",
        Scope::Assessments,
        &[Key::char('a'), Key::plain(Code::Insert)],
        (W::cmd_assessments_begin, W::cmd_assessments_begin_help),
        assessments::begin,
    )
    .writes()
    .kana("じこてんけんをはじめる")
    .rank(10),
    Command::new(
        "assessments.open",
        Scope::Assessments,
        &[Key::plain(Code::Enter)],
        (W::cmd_assessments_open, W::cmd_assessments_open_help),
        assessments::open,
    )
    .kana("じこてんけんをひらく")
    .rank(15)
    .when(assessments::on_assessment),
    Command::new(
        "assessments.edit",
        Scope::Assessments,
        &[Key::char('e'), Key::f(4)],
        (W::cmd_assessments_edit, W::cmd_assessments_edit_help),
        assessments::edit,
    )
    .writes()
    .kana("じこてんけんをかえる")
    .rank(20)
    .when(assessments::on_assessment),
    Command::new(
        "assessments.delete",
        Scope::Assessments,
        &[Key::char('d'), Key::plain(Code::Delete)],
        (W::cmd_assessments_delete, W::cmd_assessments_delete_help),
        assessments::delete,
    )
    .writes()
    .kana("じこてんけんをけす")
    .rank(30)
    .when(assessments::on_assessment),
    Command::new(
        "assessments.board",
        Scope::Assessments,
        &[Key::char('m')],
        (W::cmd_assessments_back, W::cmd_assessments_back_help),
        assessments::back,
    )
    .kana("ぼーどにもどる")
    .rank(40),
    // the signs of one
    Command::new(
        "signs.hands",
        Scope::Signs,
        &[Key::plain(Code::Enter), Key::char('h'), Key::f(3)],
        (W::cmd_signs_hands, W::cmd_signs_hands_help),
        |m| assessments::ask(m, Way::Hands),
    )
    .writes()
    .kana("てをかぞえる")
    .rank(10)
    .when(assessments::on_sign),
    Command::new(
        "signs.voices",
        Scope::Signs,
        &[Key::char('o'), Key::f(5)],
        (W::cmd_signs_voices, W::cmd_signs_voices_help),
        |m| assessments::ask(m, Way::Voices),
    )
    .writes()
    .kana("そしきごとにきく")
    .rank(15)
    .when(assessments::on_sign),
    Command::new(
        "signs.evidence",
        Scope::Signs,
        &[Key::char('e'), Key::char('a'), Key::plain(Code::Insert)],
        (W::cmd_signs_evidence, W::cmd_signs_evidence_help),
        assessments::add_evidence,
    )
    .writes()
    .kana("こんきょをくわえる")
    .rank(20)
    .when(assessments::on_known_sign),
    Command::new(
        "signs.tick",
        Scope::Signs,
        &[Key::char('x'), Key::alt('x')],
        (W::cmd_signs_tick, W::cmd_signs_tick_help),
        assessments::tick,
    )
    .writes()
    .kana("しるしをつける")
    .rank(22)
    .when(assessments::on_known_sign),
    Command::new(
        "signs.point",
        Scope::Signs,
        &[Key::char('p'), Key::f(4)],
        (W::cmd_signs_point, W::cmd_signs_point_help),
        assessments::look_at_point,
    )
    .kana("ぽいんとをみる")
    .rank(25)
    .when(assessments::on_known_sign),
    Command::new(
        "signs.clear",
        Scope::Signs,
        &[Key::char('d'), Key::plain(Code::Delete)],
        (W::cmd_signs_clear, W::cmd_signs_clear_help),
        assessments::clear,
    )
    .writes()
    .kana("こえをけす")
    .rank(30)
    .when(assessments::is_answered),
    Command::new(
        "signs.board",
        Scope::Signs,
        &[Key::char('m')],
        (W::cmd_signs_board, W::cmd_signs_board_help),
        assessments::back,
    )
    .kana("ぼーどにもどる")
    .rank(45),
    Command::new(
        "signs.back",
        Scope::Signs,
        &[Key::plain(Code::Esc)],
        (W::cmd_signs_back, W::cmd_signs_back_help),
        assessments::leave,
    )
    .kana("いちらんにもどる")
    .rank(40),
    // counting hands
    Command::new(
        "hands.keep",
        Scope::Hands,
        &[Key::plain(Code::Enter)],
        (W::cmd_hands_keep, W::cmd_hands_keep_help),
        hands::keep,
    )
    .writes()
    .kana("てのかずをきろく")
    .rank(10),
    Command::new(
        "hands.gap",
        Scope::Hands,
        &[Key::plain(Code::Tab)],
        (W::cmd_hands_gap, W::cmd_hands_gap_help),
        hands::gap,
    )
    .kana("つぎのかず")
    .rank(15),
    Command::new(
        "hands.voices",
        Scope::Hands,
        &[Key::with_shift(Code::Tab), Key::f(5)],
        (W::cmd_signs_voices, W::cmd_asking_other_help),
        |m| assessments::ask(m, Way::Voices),
    )
    .kana("ききかたをかえる")
    .rank(20),
    Command::new(
        "hands.stop",
        Scope::Hands,
        &[Key::plain(Code::Esc)],
        (W::cmd_asking_stop, W::cmd_asking_stop_help),
        hands::stop,
    )
    .kana("けっかをみる")
    .rank(30),
    Command::new(
        "hands.up",
        Scope::Hands,
        &[Key::plain(Code::Up)],
        (W::cmd_up, W::cmd_asking_up_help),
        |m| list::step(m, -1),
    ),
    Command::new(
        "hands.down",
        Scope::Hands,
        &[Key::plain(Code::Down)],
        (W::cmd_down, W::cmd_asking_down_help),
        |m| list::step(m, 1),
    ),
    // hearing each organisation
    Command::new(
        "voices.in-place",
        Scope::Voices,
        &[Key::char('1'), Key::f(3)],
        (W::cmd_voices_in_place, W::cmd_voices_in_place_help),
        |m| voices::say(m, Voice::InPlace),
    )
    .writes()
    .kana("できている")
    .rank(10),
    Command::new(
        "voices.partly",
        Scope::Voices,
        &[Key::char('2'), Key::f(4)],
        (W::cmd_voices_partly, W::cmd_voices_partly_help),
        |m| voices::say(m, Voice::Partly),
    )
    .writes()
    .kana("いちぶ")
    .rank(11),
    Command::new(
        "voices.not-yet",
        Scope::Voices,
        &[Key::char('3'), Key::f(5)],
        (W::cmd_voices_not_yet, W::cmd_voices_not_yet_help),
        |m| voices::say(m, Voice::NotYet),
    )
    .writes()
    .kana("まだ")
    .rank(12),
    Command::new(
        "voices.take-back",
        Scope::Voices,
        &[Key::char('0'), Key::plain(Code::Delete), Key::plain(Code::Backspace)],
        (W::cmd_voices_take_back, W::cmd_voices_take_back_help),
        voices::take_back,
    )
    .writes()
    .kana("こえをけす")
    .rank(25)
    .when(voices::has_said),
    Command::new(
        "voices.next",
        Scope::Voices,
        &[Key::plain(Code::Enter)],
        (W::cmd_voices_next, W::cmd_voices_next_help),
        voices::next_sign,
    )
    .kana("つぎのしるし")
    .rank(15),
    Command::new(
        "voices.hands",
        Scope::Voices,
        &[Key::with_shift(Code::Tab)],
        (W::cmd_signs_hands, W::cmd_asking_other_help),
        |m| assessments::ask(m, Way::Hands),
    )
    .kana("ききかたをかえる")
    .rank(20),
    Command::new(
        "voices.stop",
        Scope::Voices,
        &[Key::plain(Code::Esc)],
        (W::cmd_asking_stop, W::cmd_asking_stop_help),
        |m| assessments::ask(m, Way::Look),
    )
    .kana("けっかをみる")
    .rank(30),
    Command::new(
        "voices.up",
        Scope::Voices,
        &[Key::plain(Code::Up), Key::char('k')],
        (W::cmd_up, W::cmd_asking_up_help),
        |m| list::step(m, -1),
    ),
    Command::new(
        "voices.down",
        Scope::Voices,
        &[Key::plain(Code::Down), Key::char('j')],
        (W::cmd_down, W::cmd_asking_down_help),
        |m| list::step(m, 1),
    ),
    Command::new(
        "voices.left",
        Scope::Voices,
        &[Key::plain(Code::Left)],
        (W::cmd_left, W::cmd_voices_left_help),
        |m| voices::step(m, -1),
    ),
    Command::new(
        "voices.right",
        Scope::Voices,
        &[Key::plain(Code::Right), Key::char(' ')],
        (W::cmd_right, W::cmd_voices_right_help),
        |m| voices::step(m, 1),
    )
    .kana("つぎのそしき"),
];
