//! The codes of the syntax layer, in one place.
//!
//! A code never changes its meaning and is never given out twice. Codes of other layers live with
//! their checks; each has a page in the [manual](super::manual).

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
/// An allowance gives no reason.
pub const NO_REASON: &str = "S026";
/// An allowance speaks for nothing that was found.
pub const IDLE_ALLOWANCE: &str = "S027";
