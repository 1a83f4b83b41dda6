//! Reads the knowledge embedded from `data/`: points, templates and samples, typed and validated.
