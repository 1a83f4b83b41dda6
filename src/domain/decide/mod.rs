//! What a person may do, as edits: the rules of the house. Each function looks, and returns edits or a refusal; none changes anything.
