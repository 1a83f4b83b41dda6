//! The map as a page of its own: the drawing, which fills the sheet it is printed on, and below it on the screen the same as a list.
//! No script, nothing from elsewhere.

use super::{Board, svg};
use crate::paper::Sheet;

pub fn write(board: &Board, sheet: Sheet) -> String {
    let (title, lang) = (svg::escaped(&board.title), board.lang());
    let [width, height] = svg::millimetres(sheet);
    let list: String = board
        .phases
        .iter()
        .map(|(phase, tiles)| {
            let points =
                tiles.iter().map(|tile| format!("<li>{}</li>\n", svg::escaped(&tile.told(board.words))));
            format!(
                "<h2>{}</h2>\n<ul>\n{}</ul>\n",
                svg::escaped(phase.name().pick(board.words.lang)),
                points.collect::<String>()
            )
        })
        .collect();
    let drawing = svg::drawing(board, sheet);
    format!(
        r#"<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
@page {{ size: {width}mm {height}mm; margin: 0; }}
body {{ margin: 0; color: #000; background: #fff; font-family: {fonts}; }}
svg {{ display: block; width: 100%; height: auto; max-height: 100vh; margin: 0 auto; }}
section {{ max-width: 60rem; margin: 0 auto; padding: 1rem; line-height: 1.6; }}
@media print {{ svg {{ width: {width}mm; height: {height}mm; max-height: none; }} section {{ display: none; }} }}
</style>
</head>
<body>
<main>
{drawing}<section>
<h1>{title}</h1>
<p>{day}</p>
{list}</section>
</main>
</body>
</html>
"#,
        fonts = svg::FONTS,
        day = svg::escaped(&board.day),
    )
}
