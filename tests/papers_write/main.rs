//! The writers of papers read back by other libraries than wrote them: every block of a document, every kind of cell, text meant to do
//! harm, and any text at all.

mod csv;
mod docx;
mod html;
mod sample;
mod text;
mod xlsx;
