//! What the commands of the record pane do: taking the record, mending it, reading it back.

use crate::app::model::Model;

pub fn paste(_model: &mut Model, _text: &str) {}

pub fn click(_model: &mut Model, _x: u16, _y: u16) {}

pub fn read_back_step(_model: &mut Model, _steps: isize) {}
