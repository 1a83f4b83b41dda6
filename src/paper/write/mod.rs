//! One writer for each format. Each knows the shape it is given and its format, and nothing of councils.

pub mod csv;
pub mod docx;
pub mod escape;
pub mod html;
pub mod ics;
pub mod json;
pub mod markdown;
pub mod plain;
pub mod xlsx;
