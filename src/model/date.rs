//! Calendar days. A day is a number, so that adding a treaty's delay is an addition.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// A calendar day, counted as a Julian day number. Proleptic Gregorian, no time zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub i32);

impl Date {
    /// Reads `YYYY-MM-DD`; `YYYY-MM` and `YYYY` mean the last day of that month or year (what is known only roughly must
    /// not bind too early).
    ///
    /// # Errors
    /// A sentence saying what is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is not a date; write YYYY-MM-DD, for example 2014-04-25");
        let part = |s: &str, digits: usize| -> Result<i32, String> {
            if s.len() == digits && s.bytes().all(|b| b.is_ascii_digit()) { s.parse().map_err(|_| wrong()) } else { Err(wrong()) }
        };
        let mut parts = text.split('-');
        let year = part(parts.next().unwrap_or(""), 4)?;
        let month = parts.next().map(|m| part(m, 2)).transpose()?;
        let day = parts.next().map(|d| part(d, 2)).transpose()?;
        if parts.next().is_some() {
            return Err(wrong());
        }
        let number = month.unwrap_or(12);
        let month = u8::try_from(number).ok().and_then(|m| time::Month::try_from(m).ok());
        let month = month.ok_or_else(|| format!("`{text}` has no month {number}"))?;
        let last = month.length(year);
        let day = match day {
            None => last,
            Some(d) => u8::try_from(d).unwrap_or(0),
        };
        let date = time::Date::from_calendar_date(year, month, day)
            .map_err(|_| format!("`{text}` is not a day of the calendar; that month has {last} days"))?;
        Ok(Self(date.to_julian_day()))
    }

    /// This day and `days` more.
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The day of a moment, in seconds since the start of 1970 (universal time).
    #[must_use]
    pub fn since_1970(seconds: u64) -> Self {
        // Julian day number of 1 January 1970.
        const EPOCH: i32 = 2_440_588;
        Self(EPOCH).plus(i32::try_from(seconds / 86_400).unwrap_or(i32::MAX))
    }

    fn civil(self) -> (i32, u8, u8) {
        time::Date::from_julian_day(self.0).map_or((0, 1, 1), |d| (d.year(), d.month().into(), d.day()))
    }

    /// Year, month (1–12), day (1–31).
    #[must_use]
    pub fn ymd(self) -> (i32, u8, u8) {
        self.civil()
    }
}

/// How exactly a day is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// To the day.
    #[default]
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
}

/// A day as far as it is known: `2014-04-25`, `2014-04` or `2014`. What is known roughly counts from the end of its period,
/// so that it never binds too early, and is shown as it is known, so that no day is invented.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Known {
    /// The day it counts from.
    pub date: Date,
    /// How exactly that is known.
    pub precision: Precision,
}

impl fmt::Display for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, _) = self.date.ymd();
        match self.precision {
            Precision::Day => write!(f, "{}", self.date),
            Precision::Month => write!(f, "{year:04}-{month:02}"),
            Precision::Year => write!(f, "{year:04}"),
        }
    }
}

impl<'de> Deserialize<'de> for Known {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        let precision = match text.len() {
            0..=4 => Precision::Year,
            5..=7 => Precision::Month,
            _ => Precision::Day,
        };
        Date::parse(&text).map(|date| Self { date, precision }).map_err(de::Error::custom)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = self.civil();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(d)?).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_round_trip_and_rough_dates_mean_the_last_day() {
        for text in ["2013-12-04", "2016-02-29", "1958-06-16"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Date::parse("2022").unwrap().to_string(), "2022-12-31");
        assert_eq!(Date::parse("2016-02").unwrap().to_string(), "2016-02-29");
        assert_eq!(Date::parse("2013-12-18").unwrap().plus(14).to_string(), "2014-01-01");
        assert_eq!(Date::since_1970(0).to_string(), "1970-01-01");
        assert_eq!(Date::since_1970(1_795_564_799).to_string(), "2026-11-24");
        for bad in ["2014-02-30", "2014-13-01", "yesterday", "2014-4-25", "2014-04-25-1", ""] {
            assert!(Date::parse(bad).is_err(), "{bad}");
        }
    }
}
