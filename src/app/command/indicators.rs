//! Commands of the indicators, the second list of the board pane.

use super::{Command, Key, Scope};
use crate::{
    app::{key::Code, update::indicators},
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "indicators.reading",
        Scope::Indicators,
        &[Key::char('r'), Key::f(5)],
        (W::cmd_indicators_reading, W::cmd_indicators_reading_help),
        indicators::add_reading,
    )
    .writes()
    .kana("すうちをいれる")
    .rank(10)
    .when(indicators::on_indicator),
    Command::new(
        "indicators.add",
        Scope::Indicators,
        &[Key::char('a'), Key::plain(Code::Insert)],
        (W::cmd_indicators_add, W::cmd_indicators_add_help),
        indicators::add,
    )
    .writes()
    .kana("しひょうをくわえる")
    .rank(15),
    Command::new(
        "indicators.edit",
        Scope::Indicators,
        &[Key::char('e'), Key::f(4)],
        (W::cmd_indicators_edit, W::cmd_indicators_edit_help),
        indicators::edit,
    )
    .writes()
    .kana("しひょうをかえる")
    .rank(20)
    .when(indicators::on_indicator),
    Command::new(
        "indicators.filter",
        Scope::Indicators,
        &[Key::char('v'), Key::f(3)],
        (W::cmd_indicators_filter, W::cmd_indicators_filter_help),
        indicators::filter,
    )
    .kana("ぽいんとでしぼる")
    .rank(25),
    Command::new(
        "indicators.mend",
        Scope::Indicators,
        &[Key::char('m')],
        (W::cmd_indicators_mend, W::cmd_indicators_mend_help),
        indicators::pick_to_mend,
    )
    .writes()
    .kana("すうちをなおす")
    .rank(30)
    .when(indicators::has_reading),
    Command::new(
        "indicators.link",
        Scope::Indicators,
        &[Key::char('p')],
        (W::cmd_indicators_link, W::cmd_indicators_link_help),
        indicators::pick_point,
    )
    .writes()
    .kana("ぽいんと")
    .rank(35)
    .when(indicators::on_indicator),
    Command::new(
        "indicators.drop",
        Scope::Indicators,
        &[Key::char('x')],
        (W::cmd_indicators_drop, W::cmd_indicators_drop_help),
        indicators::pick_to_drop,
    )
    .writes()
    .kana("すうちをけす")
    .when(indicators::has_reading),
    Command::new(
        "indicators.delete",
        Scope::Indicators,
        &[Key::char('d'), Key::plain(Code::Delete)],
        (W::cmd_indicators_delete, W::cmd_indicators_delete_help),
        indicators::delete,
    )
    .writes()
    .kana("しひょうをけす")
    .when(indicators::on_indicator),
    Command::new(
        "indicators.move-up",
        Scope::Indicators,
        &[Key::with_alt(Code::Up)],
        (W::cmd_indicators_up, W::cmd_indicators_up_help),
        |m| indicators::reorder(m, true),
    )
    .writes()
    .kana("うえへ")
    .when(indicators::on_indicator),
    Command::new(
        "indicators.move-down",
        Scope::Indicators,
        &[Key::with_alt(Code::Down)],
        (W::cmd_indicators_down, W::cmd_indicators_down_help),
        |m| indicators::reorder(m, false),
    )
    .writes()
    .kana("したへ")
    .when(indicators::on_indicator),
    Command::new(
        "indicators.board",
        Scope::Indicators,
        &[Key::char('i')],
        (W::cmd_indicators_back, W::cmd_indicators_back_help),
        indicators::back,
    )
    .kana("ぼーどにもどる")
    .rank(40),
];
