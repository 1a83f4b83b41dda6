//! The user's own settings: `config.ron` in the home. Never written by the program, and never knows what can be set.

use super::{
    format,
    home::Home,
    problem::{Fault, Place, Problem},
};
use serde::de::DeserializeOwned;
use std::io::ErrorKind;

impl Home {
    /// The settings as the caller shapes them; their default where there is no file.
    ///
    /// # Errors
    /// [`Problem::CannotRead`], or [`Problem::Unreadable`] with the place of the first mistake.
    pub fn config<T: DeserializeOwned + Default>(&self) -> Result<T, Problem> {
        let path = self.root().join("config.ron");
        let bytes = match self.disk().read(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(T::default()),
            answer => answer.map_err(|error| Problem::cannot_read(&path, &error))?,
        };
        let text = format::text_of(&path, &bytes)?;
        format::options()
            .from_str(&text)
            .map_err(|error| Problem::unreadable(&path, Place::of_ron(&text, &error), Fault::Ron(error.code)))
    }
}
