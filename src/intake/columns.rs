//! Which column says what: by its heading in Japanese or English, or because somebody said so. Never looks into the rows.

use super::{Kind, Table};
use crate::{
    domain::decide::import::Field,
    text::{clean::clean_line, fold::fold},
};

/// The columns of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headings {
    /// Which of the tables.
    pub table: usize,
    /// The first of its lines with something about somebody; the headings stand above it.
    pub first: usize,
    pub columns: Vec<Heading>,
}

/// A column: what stands over it, and what that means to us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Empty where nothing does.
    pub text: String,
    pub field: Option<Field>,
}

/// What somebody said of a column: by its heading or its number, counted from 1, and what is in it. `None` is nothing for us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map {
    pub column: String,
    pub field: Option<Field>,
}

/// Why a table has no columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMapped {
    /// No line has the headings that must be there.
    NoHeadings,
    /// A column that somebody spoke of is not there.
    NoSuchColumn { column: String },
}

/// Headings stand at most so far down.
const DEEPEST: usize = 50;
/// No heading is longer, in bytes.
const LONGEST_HEADING: usize = 100;

impl Map {
    /// Reads `氏名=name`, `3=post` or `備考=` of a table of this kind; `None` where what is behind the sign is no column of it.
    pub fn read(kind: Kind, typed: &str) -> Option<Self> {
        let (column, field) = typed.rsplit_once(['=', '＝'])?;
        let column = column.trim().to_owned();
        let field = match field.trim() {
            "" | "-" => None,
            name => Some(named(kind, name)?),
        };
        (!column.is_empty()).then_some(Self { column, field })
    }

    /// A column by its place.
    pub fn at(place: usize, field: Option<Field>) -> Self {
        Self { column: (place + 1).to_string(), field }
    }

    fn number(&self) -> Option<usize> {
        fold(&self.column).parse::<usize>().ok()?.checked_sub(1)
    }

    /// Is this the column at a place?
    fn means(&self, place: usize, heading: &str) -> bool {
        self.number() == Some(place) || self.names(heading)
    }

    /// Is this its heading?
    fn names(&self, heading: &str) -> bool {
        !heading.trim().is_empty() && fold(&self.column) == folded(heading)
    }
}

impl Headings {
    /// Finds them in the first table that has them.
    ///
    /// # Errors
    /// Why no table can be read.
    pub fn find(kind: Kind, tables: &[Table], maps: &[Map]) -> Result<Self, NotMapped> {
        let found = tables.iter().enumerate().find_map(|(table, it)| Self::in_table(kind, table, it, maps));
        let headings = found.or_else(|| Self::without(kind, tables, maps)).ok_or(NotMapped::NoHeadings)?;
        let is_there =
            |map: &&Map| headings.columns.iter().enumerate().any(|(place, it)| map.means(place, &it.text));
        match maps.iter().find(|map| !is_there(map)) {
            Some(map) => Err(NotMapped::NoSuchColumn { column: map.column.clone() }),
            None => Ok(headings),
        }
    }

    /// The same where nobody has said yet what is in the columns.
    pub fn guess(kind: Kind, tables: &[Table]) -> Self {
        Self::find(kind, tables, &[]).unwrap_or_else(|_| {
            let widest = tables.first().map_or(0, width);
            Self { table: 0, first: 0, columns: vec![Heading { text: String::new(), field: None }; widest] }
        })
    }

    fn in_table(kind: Kind, table: usize, it: &Table, maps: &[Map]) -> Option<Self> {
        let lines = it.lines.iter().take(DEEPEST).enumerate();
        lines
            .filter_map(|(at, line)| {
                let is_known =
                    |cell: &String| headed(kind, cell).is_some() || maps.iter().any(|it| it.names(cell));
                let columns = columns(kind, &line.cells, maps);
                let is_it = line.cells.iter().any(is_known) && is_enough(kind, &columns);
                is_it.then_some(Self { table, first: at + 1, columns })
            })
            .next()
    }

    /// Every line is a row, and the columns are known by their numbers alone.
    fn without(kind: Kind, tables: &[Table], maps: &[Map]) -> Option<Self> {
        let table = tables.first()?;
        let columns = columns(kind, &vec![String::new(); width(table)], maps);
        is_enough(kind, &columns).then_some(Self { table: 0, first: 0, columns })
    }

    /// Headings that say nothing to us.
    pub fn passed_over(&self) -> impl Iterator<Item = &str> {
        let unknown = self.columns.iter().filter(|it| it.field.is_none() && !it.text.is_empty());
        unknown.map(|it| it.text.as_str())
    }
}

fn width(table: &Table) -> usize {
    table.lines.iter().map(|line| line.cells.len()).max().unwrap_or(0)
}

/// What each column is: as somebody said, else by its heading. What two say is in the first of them.
fn columns(kind: Kind, cells: &[String], maps: &[Map]) -> Vec<Heading> {
    let said = |place: usize, cell: &str| maps.iter().rev().find(|map| map.means(place, cell));
    let by_hand = |field: Field| maps.iter().any(|map| map.field == Some(field));
    let mut columns: Vec<Heading> = Vec::new();
    for (place, cell) in cells.iter().enumerate() {
        let field = match said(place, cell) {
            Some(map) => map.field,
            None => headed(kind, cell).filter(|field| !by_hand(*field)),
        };
        let field = field.filter(|field| columns.iter().all(|it| it.field != Some(*field)));
        columns.push(Heading { text: clean_line(cell).trim().to_owned(), field });
    }
    columns
}

/// A row must say whom or what it is about.
fn is_enough(kind: Kind, columns: &[Heading]) -> bool {
    let any = |fields: &[Field]| columns.iter().any(|it| it.field.is_some_and(|it| fields.contains(&it)));
    match kind {
        Kind::Roster => any(&[Field::Name, Field::Post]),
        Kind::Actions => any(&[Field::Number, Field::Text]),
        Kind::Sheet => any(&[Field::Id, Field::Whose]) && any(&Field::CELLS),
        Kind::Minutes => false,
    }
}

fn folded(heading: &str) -> String {
    // What is to be done in a column often stands in brackets behind its name.
    let bare = heading.split(['（', '(', '\n', '\r']).next().unwrap_or_default();
    fold(if bare.trim().is_empty() { heading } else { bare })
}

fn headed(kind: Kind, heading: &str) -> Option<Field> {
    named(kind, Some(heading).filter(|it| it.len() <= LONGEST_HEADING)?)
}

/// The column a heading or the name of a column means.
pub(super) fn named(kind: Kind, name: &str) -> Option<Field> {
    let key = folded(name);
    let mut fields = kind.fields().iter().copied();
    fields.find(|field| field.key() == key || names(*field).iter().any(|name| fold(name) == key))
}

/// What a column is called in the lists of offices.
const fn names(field: Field) -> &'static [&'static str] {
    match field {
        Field::Name => &["氏名", "名前", "委員名", "委員氏名", "お名前"],
        Field::Kana => &["ふりがな", "かな", "よみ", "よみがな", "読み", "氏名かな", "reading"],
        Field::Organisation => {
            &["所属", "所属団体", "団体", "団体名", "組織", "機関", "機関名", "所属機関", "organization"]
        }
        Field::Post => &["職", "職名", "肩書", "肩書き", "title", "position"],
        Field::Office => &["役職", "役割", "役", "会での役", "会の役職", "role"],
        Field::Class => &["区分", "分類", "委員区分"],
        Field::Email => &["メール", "メールアドレス", "e-mail", "mail", "e-mail address"],
        Field::Number => &["番号", "宿題番号", "no", "no.", "#"],
        Field::Text => &["宿題", "内容", "すること", "やること", "件名", "action", "task", "what"],
        Field::Owners => &["担当", "担当者", "担当課", "だれが", "owner", "assigned to", "who"],
        Field::Due => &["期限", "期日", "締切", "〆切", "いつまで", "due date", "by when", "deadline"],
        Field::State => &["状態", "状況", "進捗", "進み具合", "status"],
        Field::Note => &["備考", "メモ", "経過", "注記", "notes", "remark", "remarks"],
        Field::Id => &["様式コード", "行id", "行番号", "form code", "row id", "row"],
        Field::Whose => {
            &["課・連携先", "課", "担当課", "連携先", "所属", "部署", "section or partner", "section", "who"]
        }
        Field::Year => &["年度", "fiscal year"],
        Field::Programme => {
            &["いまある事業", "事業", "事業名", "現在の事業", "existing programme", "program"]
        }
        Field::Viewpoint => &["足す健康の視点", "健康の視点", "視点", "health viewpoint"],
        Field::Aim => &["目指す姿", "めざす姿", "目標"],
        Field::Problems => &["課題", "問題", "problem"],
        Field::Progress => &["進み具合", "進捗", "進捗状況"],
        Field::Evaluation => &["評価", "自己評価"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::tables_of_text;

    fn fields(headings: &Headings) -> Vec<Option<Field>> {
        headings.columns.iter().map(|it| it.field).collect()
    }

    fn find(kind: Kind, text: &str, maps: &[&str]) -> Result<Headings, NotMapped> {
        let maps: Vec<Map> = maps.iter().map(|map| Map::read(kind, map).unwrap()).collect();
        Headings::find(kind, &tables_of_text(text).unwrap(), &maps)
    }

    #[test]
    fn headings_are_known_in_any_script_and_width_under_a_title() {
        let found = find(Kind::Roster, "委員名簿,,,\nフリガナ,氏　名,Ｅ-ｍａｉｌ,備考\n", &[]).unwrap();
        assert_eq!(fields(&found), [Some(Field::Kana), Some(Field::Name), Some(Field::Email), None]);
        assert_eq!((found.first, found.passed_over().collect::<Vec<_>>()), (2, vec!["備考"]));
        let found = find(Kind::Actions, "No.,内容,担当（課）,期限\n", &[]).unwrap();
        let expected = [Field::Number, Field::Text, Field::Owners, Field::Due].map(Some);
        assert_eq!(fields(&found), expected);
    }

    #[test]
    fn a_column_is_what_somebody_says_it_is() {
        let text = "委員,所属,役\n甲,農務課,会長\n";
        assert_eq!(find(Kind::Roster, text, &[]), Err(NotMapped::NoHeadings));
        let found = find(Kind::Roster, text, &["委員=氏名", "3=post"]).unwrap();
        let expected = [Field::Name, Field::Organisation, Field::Post].map(Some);
        assert_eq!((fields(&found), found.first), (expected.to_vec(), 1));
        assert_eq!(
            find(Kind::Roster, text, &["委員=name", "電話=email"]),
            Err(NotMapped::NoSuchColumn { column: "電話".into() })
        );
        assert_eq!(Map::read(Kind::Roster, "3=shoe"), None);
    }

    #[test]
    fn a_table_without_headings_has_its_columns_by_number() {
        let found = find(Kind::Roster, "甲\t農務課\n乙\t保育課\n", &["1=name", "2=所属"]).unwrap();
        assert_eq!((found.first, fields(&found)), (0, vec![Some(Field::Name), Some(Field::Organisation)]));
    }

    #[test]
    fn no_two_columns_of_a_kind_go_by_one_name() {
        for kind in Kind::ALL {
            for field in kind.fields() {
                for name in names(*field).iter().copied().chain([field.key()]) {
                    assert_eq!(named(kind, name), Some(*field), "{kind:?} {name}");
                }
            }
        }
    }
}
