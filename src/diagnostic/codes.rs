//! The codes of the syntax layer, in one place.
//!
//! A code never changes its meaning and is never given out twice. Codes of other layers live with
//! their checks.

/// The file could not be opened or read.
pub const UNREADABLE: &str = "S001";
/// The file is not text in UTF-8.
pub const NOT_UTF8: &str = "S002";
/// The file is larger than its kind may be.
pub const TOO_LARGE: &str = "S003";
/// The file holds nothing, or nothing but comments.
pub const EMPTY: &str = "S004";
/// The text breaks the rules of the file format: a bracket, comma, colon or quote is wrong.
pub const SYNTAX: &str = "S010";
/// Brackets stand inside brackets more deeply than any real file needs.
pub const TOO_DEEP: &str = "S011";
/// There were more faults than are shown.
pub const MORE_FAULTS: &str = "S019";
/// A field is given that is not known at that place.
pub const UNKNOWN_FIELD: &str = "S020";
/// A field that is needed is not given.
pub const MISSING_FIELD: &str = "S021";
/// A value is of the wrong kind, or out of range.
pub const WRONG_VALUE: &str = "S022";
/// A name is not among those that can be chosen at that place.
pub const UNKNOWN_CHOICE: &str = "S023";
/// The same field or key is given twice.
pub const DUPLICATE_FIELD: &str = "S024";

/// Every code with its one-line explanation, in order.
pub const ALL: &[(&str, &str)] = &[
    (UNREADABLE, "The file could not be opened or read."),
    (NOT_UTF8, "The file is not text in UTF-8."),
    (TOO_LARGE, "The file is larger than its kind may be."),
    (EMPTY, "The file holds nothing, or nothing but comments."),
    (SYNTAX, "A bracket, comma, colon or quote is missing or misplaced."),
    (TOO_DEEP, "Brackets stand inside brackets more deeply than any real file needs."),
    (MORE_FAULTS, "There were more faults than are shown."),
    (UNKNOWN_FIELD, "A field is given that is not known at that place."),
    (MISSING_FIELD, "A field that is needed is not given."),
    (WRONG_VALUE, "A value is of the wrong kind, or out of range."),
    (UNKNOWN_CHOICE, "A name is not among those that can be chosen at that place."),
    (DUPLICATE_FIELD, "The same field or key is given twice."),
];

/// The one-line explanation of a code of the syntax layer.
#[must_use]
pub fn explain(code: &str) -> Option<&'static str> {
    ALL.iter().find(|(known, _)| *known == code).map(|(_, line)| *line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_in_order_and_given_out_once() {
        assert!(ALL.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(explain("S024"), Some("The same field or key is given twice."));
        assert_eq!(explain("S999"), None);
    }
}
