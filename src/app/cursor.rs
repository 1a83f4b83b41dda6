//! Which row of a list is chosen, and how far the list is scrolled.

/// A place in a list of rows. The offset is settled after every update, from the size last drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    pub at: usize,
    pub offset: usize,
    /// How many rows of what stands at `offset` are above the screen, where a record takes several.
    pub hidden: usize,
}

impl Cursor {
    /// Moves by `steps` rows, within `len` rows.
    pub fn step(&mut self, steps: isize, len: usize) {
        self.at = self.at.saturating_add_signed(steps).min(len.saturating_sub(1));
    }

    /// Keeps the chosen row inside the list and the list scrolled so that it shows, in `height` rows.
    pub fn settle(&mut self, len: usize, height: usize) {
        self.at = self.at.min(len.saturating_sub(1));
        let height = height.max(1);
        self.offset = self.offset.min(self.at).max((self.at + 1).saturating_sub(height));
        self.offset = self.offset.min(len.saturating_sub(height));
    }
}

#[cfg(test)]
mod tests {
    use super::Cursor;

    #[test]
    fn the_chosen_row_stays_in_sight() {
        let mut cursor = Cursor { at: 30, ..Cursor::default() };
        cursor.settle(100, 10);
        assert_eq!((cursor.at, cursor.offset), (30, 21));
        cursor.step(-20, 100);
        cursor.settle(100, 10);
        assert_eq!((cursor.at, cursor.offset), (10, 10));
        cursor.settle(5, 10);
        assert_eq!((cursor.at, cursor.offset), (4, 0));
        cursor.settle(0, 10);
        assert_eq!((cursor.at, cursor.offset), (0, 0));
    }
}
