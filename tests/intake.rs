//! What others wrote, as bytes: workbooks and documents made by other libraries, cut off, packed too tight, or none at all.

use norishiro::{
    domain::{
        Council, Head, Mint,
        decide::import::{Fate, minutes::Sort},
    },
    intake::{self, Kind, Material, NoPlan, Passage, Plan, Unread, Wanted},
};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::{
    collections::HashSet,
    io::{Cursor, Write},
    sync::LazyLock,
};

fn wanted(kind: Kind) -> Wanted {
    Wanted {
        kind,
        maps: Vec::new(),
        meeting: None,
        year: 2026,
        empties: false,
        now: "2026-11-21T10:00:00".parse().unwrap(),
    }
}

fn plan(kind: Kind, bytes: &[u8], council: &Council) -> Result<Plan, NoPlan> {
    let material = intake::read(kind, bytes).map_err(NoPlan::Unread)?;
    intake::plan(&material, &wanted(kind), council, &mut Mint::seeded(1))
}

fn empty() -> Council {
    Council::new(Head::new("試しの会"))
}

fn passages(bytes: &[u8]) -> Vec<Passage> {
    match intake::read(Kind::Minutes, bytes).unwrap() {
        Material::Prose(passages) => passages,
        Material::Tables(_) => panic!("minutes are no table"),
    }
}

/// A title, headings on the third line of the second sheet, days, numbers and a formula.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("はじめに").unwrap().write(0, 0, "この表の使い方").unwrap();
    let sheet = book.add_worksheet().set_name("宿題").unwrap();
    sheet.write(0, 0, "宿題一覧").unwrap();
    for (column, heading) in (0..).zip(["番号", "内容", "担当", "期限", "状態"]) {
        sheet.write(2, column, heading).unwrap();
    }
    let day = ExcelDateTime::from_ymd(2026, 12, 20).unwrap();
    sheet.write(3, 1, "様式を配る").unwrap();
    sheet.write(3, 2, "農務課；保育課").unwrap();
    sheet.write_with_format(3, 3, &day, &Format::new().set_num_format("yyyy/m/d")).unwrap();
    sheet.write(4, 1, Formula::new("=\"原稿を\"&\"書く\"").set_result("原稿を書く")).unwrap();
    sheet.write(4, 4, "完了").unwrap();
    // Far out, as a slip of the hand leaves it.
    sheet.write(1_000_000, 300, " ").unwrap();
    book.save_to_buffer().unwrap()
}

/// A title, a heading of an item, a list, a table of who said what, and a paragraph with a line break.
fn document() -> Vec<u8> {
    use docx_rs::{
        AbstractNumbering, BreakType, Docx, IndentLevel, Level, LevelJc, LevelText, NumberFormat, Numbering,
        NumberingId, Paragraph, Run, Start, Style, StyleType, Table, TableCell, TableRow,
    };
    let say = |text: &str| Paragraph::new().add_run(Run::new().add_text(text));
    let level =
        Level::new(0, Start::new(1), NumberFormat::new("bullet"), LevelText::new("・"), LevelJc::new("left"));
    let row = TableRow::new(vec![
        TableCell::new().add_paragraph(say("会長")),
        TableCell::new().add_paragraph(say("始めます。")).add_paragraph(say("よろしく。")),
    ]);
    let mut bytes = Cursor::new(Vec::new());
    Docx::new()
        .add_style(Style::new("H1", StyleType::Paragraph).name("heading 1"))
        .add_abstract_numbering(AbstractNumbering::new(1).add_level(level))
        .add_numbering(Numbering::new(1, 1))
        .add_paragraph(say("議題１　開会").style("H1"))
        .add_table(Table::new(vec![row]))
        .add_paragraph(say("決定：続ける").numbering(NumberingId::new(1), IndentLevel::new(0)))
        .add_paragraph(
            Paragraph::new().add_run(
                Run::new().add_text("一行目 <&>").add_break(BreakType::TextWrapping).add_text("二行目"),
            ),
        )
        .build()
        .pack(&mut bytes)
        .unwrap();
    bytes.into_inner()
}

/// A package of these parts.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_is_read_where_its_headings_are() {
    let Plan { headings, imported } = plan(Kind::Actions, &workbook(), &empty()).unwrap();
    assert_eq!(headings.unwrap().table, 1);
    assert_eq!(imported.refused, []);
    let mut council = empty();
    council.apply_all(&imported.edits).unwrap();
    let told: Vec<_> = council.actions.iter().map(|it| (it.text.as_str(), council.due_date(it))).collect();
    assert_eq!(told, [("様式を配る", Some("2026-12-20".parse().unwrap())), ("原稿を書く", None)]);
    let owners: Vec<&str> = council.actions[0].owners.iter().map(|it| it.label.as_str()).collect();
    assert_eq!(owners, ["農務課", "保育課"]);
    assert!(!council.actions[1].state.is_open());
    let lines: Vec<usize> = imported.rows.iter().map(|it| it.line).collect();
    assert_eq!(lines, [4, 5], "as Excel numbers them");
    let again = plan(Kind::Actions, &workbook(), &council).unwrap().imported;
    assert_eq!((again.edits.len(), again.count(Fate::Left)), (0, 2));
}

#[test]
fn a_document_is_headings_items_and_who_said_what() {
    let passages = passages(&document());
    let texts: Vec<&str> = passages.iter().map(|it| it.text.as_str()).collect();
    let expected =
        ["議題１　開会", "会長：始めます。", "……よろしく。", "決定：続ける", "一行目 <&>", "二行目"];
    assert_eq!(texts, expected);
    let heading = passages[0].heading.as_ref().unwrap();
    assert_eq!((heading.number, heading.title.as_str(), heading.sort), (Some(1), "開会", Sort::Item));
    assert_eq!(heading.level, 1);
}

/// The same form twice, the second with its rows the other way round.
#[test]
fn forms_in_a_document_are_rows_of_a_sheet() {
    use docx_rs::{Docx, Paragraph, Run, Table, TableCell, TableRow};
    let cell = |text: &str| {
        let lines = text.lines().map(|line| Paragraph::new().add_run(Run::new().add_text(line)));
        lines.fold(TableCell::new(), TableCell::add_paragraph)
    };
    let row = |asked: &str, written: &str| TableRow::new(vec![cell(asked), cell(written)]);
    let form = |whose: &str, aim: &str| {
        let aim = row("目指す姿\nどうなっていたいですか", aim);
        vec![row("課・連携先", whose), aim, row("進み具合", "半ば\nまで"), row("様式コード", "NS1-2026-")]
    };
    let mut turned = form("保育課", "歯みがき");
    turned.reverse();
    let mut bytes = Cursor::new(Vec::new());
    let document =
        Docx::new().add_table(Table::new(form("農務課", "朝ごはん"))).add_table(Table::new(turned));
    document.build().pack(&mut bytes).unwrap();
    let mut council = empty();
    let imported = plan(Kind::Sheet, &bytes.into_inner(), &council).unwrap().imported;
    council.apply_all(&imported.edits).unwrap();
    let rows: Vec<[&str; 3]> =
        council.sheet.iter().map(|it| [it.who.label.as_str(), &it.aim, &it.progress]).collect();
    assert_eq!(rows, [["農務課", "朝ごはん", "半ば\nまで"], ["保育課", "歯みがき", "半ば\nまで"]]);
}

#[test]
fn the_same_roster_comes_out_of_every_encoding() {
    let text = "氏名\t所属\r\n髙木①\t農務課\r\n";
    let utf16: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cp932 = encoding_rs::SHIFT_JIS.encode(text).0.into_owned();
    let marked = format!("\u{feff}{text}").into_bytes();
    for bytes in [text.as_bytes().to_vec(), marked, utf16, cp932] {
        let mut council = empty();
        council.apply_all(&plan(Kind::Roster, &bytes, &empty()).unwrap().imported.edits).unwrap();
        assert_eq!(council.members[0].name, "髙木①");
    }
}

#[test]
fn what_is_cut_off_or_packed_too_tight_is_refused() {
    for whole in [workbook(), document()] {
        for kind in [Kind::Roster, Kind::Minutes] {
            for end in (4..whole.len()).step_by(97) {
                assert_eq!(intake::read(kind, &whole[..end]), Err(Unread::Damaged));
            }
        }
    }
    let bomb = package(&[("xl/workbook.xml", &vec![b' '; 120 << 20])]);
    assert!(bomb.len() < 1 << 20);
    for kind in Kind::ALL {
        assert_eq!(intake::read(kind, &bomb), Err(Unread::TooLarge));
    }
    assert_eq!(intake::read(Kind::Minutes, &package(&[("a", b"b")])), Err(Unread::Damaged));
    assert_eq!(intake::read(Kind::Roster, &[0xD0, 0xCF, 0x11, 0xE0, 0xA1]), Err(Unread::OldOffice));
    assert_eq!(intake::read(Kind::Roster, &[0xff; 9]), Err(Unread::NotText));
}

#[test]
fn deeply_nested_documents_and_far_cells_are_read_in_little_room() {
    let deep = format!("<w:document>{}", "<w:tbl><w:tr><w:tc><w:p>".repeat(100_000));
    let bytes = package(&[("word/document.xml", deep.as_bytes())]);
    assert!(intake::read(Kind::Minutes, &bytes).is_ok_and(|it| it == Material::Prose(Vec::new())));
    let tables = intake::read(Kind::Roster, &workbook()).unwrap();
    let Material::Tables(tables) = tables else { panic!("a workbook is tables") };
    assert!(tables.iter().flat_map(|it| &it.lines).all(|line| line.cells.len() <= 5));
}

/// One part of a workbook or document with some of its bytes changed.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let parts = prop_oneof![Just(workbook()), Just(document())];
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6);
    (parts, changes).prop_map(|(mut bytes, changes)| {
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes
    })
}

/// Sheets of cells as nobody writes them, well packed.
fn strange_sheet() -> impl Strategy<Value = Vec<u8>> {
    let place = "[A-Z]{0,4}[0-9]{0,8}";
    let cell = (place, "[sbenstrd]{0,3}", "[0-9.eE+-]{0,12}|.{0,8}", any::<bool>());
    prop::collection::vec(cell, 0..8).prop_map(|cells| {
        let cells: String = cells
            .into_iter()
            .map(|(place, kind, value, styled)| {
                let value = value.replace(['<', '&'], "");
                let style = if styled { " s=\"1\"" } else { "" };
                format!(
                    "<row r=\"{}\"><c r=\"{place}\" t=\"{kind}\"{style}><v>{value}</v></c></row>",
                    place.len()
                )
            })
            .collect();
        let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
        with_sheet(sheet.as_bytes())
    })
}

/// The workbook with another sheet in place of its second.
fn with_sheet(sheet: &[u8]) -> Vec<u8> {
    static WORKBOOK: LazyLock<Vec<u8>> = LazyLock::new(workbook);
    let mut book = zip::ZipArchive::new(Cursor::new(WORKBOOK.as_slice())).unwrap();
    let mut parts = Vec::new();
    for at in 0..book.len() {
        let mut part = book.by_index(at).unwrap();
        let mut bytes = Vec::new();
        std::io::copy(&mut part, &mut bytes).unwrap();
        let name = part.name().unwrap().into_owned();
        parts.push((name.clone(), if name.ends_with("sheet2.xml") { sheet.to_vec() } else { bytes }));
    }
    package(&parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_the_bytes_are_nothing_panics(bytes in prop_oneof![damaged(), strange_sheet(), prop::collection::vec(any::<u8>(), 0..400)]) {
        for kind in Kind::ALL {
            let council = empty();
            if let Ok(plan) = plan(kind, &bytes, &council) {
                let mut after = council.clone();
                prop_assert!(after.apply_all(&plan.imported.edits).is_ok());
            }
        }
    }

    #[test]
    fn actions_taken_in_twice_change_nothing_and_undone_are_as_before(
        rows in prop::collection::vec(
            ("[様式原稿]{1,3}", "[農保]課", "12/20|次回|なし|", "未着手|完了|待ち|取りやめ|", "[メモ]{0,2}"),
            1..8,
        )
    ) {
        let mut text = String::from("内容;担当;期限;状態;備考\n");
        // Where a list has an action twice, which of the lines is refused is up to what is there already.
        let mut told = HashSet::new();
        for (what, owner, due, state, note) in rows {
            if !told.insert((what.clone(), owner.clone())) {
                continue;
            }
            text += &format!("{what};{owner};{due};{state};{note}\n");
        }
        let council = empty();
        let first = plan(Kind::Actions, text.as_bytes(), &council).unwrap().imported;
        let mut after = council.clone();
        after.apply_all(&first.edits).unwrap();
        prop_assert_eq!(after.actions.len(), first.rows.len());
        let again = plan(Kind::Actions, text.as_bytes(), &after).unwrap().imported;
        prop_assert_eq!((again.edits, again.refused), (vec![], first.refused));
        for edit in first.edits.iter().rev() {
            after.apply(&edit.inverse()).unwrap();
        }
        prop_assert_eq!(after, council);
    }

    #[test]
    fn a_roster_taken_in_twice_changes_nothing_and_undone_is_as_before(
        people in prop::collection::vec(("[甲乙丙丁]{1,2}", "[課係]長?", "[農保]課", prop::option::of("[会副監]長")), 1..8)
    ) {
        let mut text = String::from("氏名,職,所属,役職\n");
        for (name, post, organisation, office) in people {
            text += &format!("{name},{post},{organisation},{}\n", office.unwrap_or_default());
        }
        let council = empty();
        let first = plan(Kind::Roster, text.as_bytes(), &council).unwrap().imported;
        let mut after = council.clone();
        after.apply_all(&first.edits).unwrap();
        if first.refused.is_empty() {
            let again = plan(Kind::Roster, text.as_bytes(), &after).unwrap().imported;
            prop_assert_eq!(again.edits, vec![]);
        }
        for edit in first.edits.iter().rev() {
            after.apply(&edit.inverse()).unwrap();
        }
        prop_assert_eq!(after, council);
    }
}
