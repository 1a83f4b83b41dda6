//! Widths, cutting, wrapping, editing, dates and the capture language.
