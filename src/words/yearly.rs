//! What the papers of a year say: the news sheet, the plan-and-evaluation sheet as a form, the yearly report, the handover and the board on
//! the wall. What a person typed is never here.

use super::catalogue;

catalogue! {
    sheet_of_year(year: &str) => "{year} 計画・評価表", "Plan-and-evaluation sheet {year}";
    sheet_code => "様式コード", "Form code";
    sheet_asked(about: &str) => "{about}空いている欄に書いて、お返しください。", "{about} Please fill in what is empty and send it back.";
    sheet_keep_code => "様式コードは読み込みに使います。消さずにお返しください。", "The form code is needed to read the sheet in again. Please leave it as it is.";
}
