//! Counting without keeping: what many whole numbers add up to, in memory that depends on how many different ones there are and
//! not on how many came.

use std::collections::BTreeMap;

/// How often each value came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    counts: BTreeMap<i32, u64>,
    all: u64,
}

/// A share or a mean, with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The share or mean itself.
    pub value: f64,
    /// Lower end.
    pub lo: f64,
    /// Upper end.
    pub hi: f64,
}

/// Half the width of a 95 % interval, in standard errors.
const Z: f64 = 1.959_964;

#[expect(clippy::cast_precision_loss, reason = "counts of matches are far below 2^52")]
pub(super) fn float(n: u64) -> f64 {
    n as f64
}

impl Interval {
    /// The share of `part` in `all`, with Wilson's interval: sound for few matches, and for shares near 0 and 1.
    #[must_use]
    pub fn share(part: u64, all: u64) -> Self {
        if all == 0 {
            return Self { value: 0.0, lo: 0.0, hi: 1.0 };
        }
        let (n, p) = (float(all), float(part) / float(all));
        let middle = p + Z * Z / (2.0 * n);
        let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        let whole = 1.0 + Z * Z / n;
        Self { value: p, lo: ((middle - half) / whole).max(0.0), hi: ((middle + half) / whole).min(1.0) }
    }
}

impl Histogram {
    /// Counts a value.
    pub fn put(&mut self, value: i32) {
        *self.counts.entry(value).or_default() += 1;
        self.all += 1;
    }

    /// How many values came.
    #[must_use]
    pub fn all(&self) -> u64 {
        self.all
    }

    /// The values that came, with how often each did.
    pub fn counts(&self) -> impl Iterator<Item = (i32, u64)> {
        self.counts.iter().map(|(v, n)| (*v, *n))
    }

    /// The mean, with its interval.
    #[must_use]
    pub fn mean(&self) -> Interval {
        let n = float(self.all);
        if self.all == 0 {
            return Interval { value: 0.0, lo: 0.0, hi: 0.0 };
        }
        let mean = self.counts().map(|(v, k)| f64::from(v) * float(k)).sum::<f64>() / n;
        let square = |v: i32| (f64::from(v) - mean) * (f64::from(v) - mean);
        let spread = self.counts().map(|(v, k)| square(v) * float(k)).sum::<f64>() / (n - 1.0).max(1.0);
        let half = Z * (spread / n).sqrt();
        Interval { value: mean, lo: mean - half, hi: mean + half }
    }

    /// The least value that at least so many percent of all do not exceed; 0 if none came.
    #[must_use]
    pub fn quantile(&self, percent: u64) -> i32 {
        let mut below = 0;
        for (value, count) in self.counts() {
            below += count;
            if below * 100 >= self.all * percent {
                return value;
            }
        }
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[i32]) -> Histogram {
        let mut h = Histogram::default();
        for v in values {
            h.put(*v);
        }
        h
    }

    #[test]
    fn quantiles_are_values_that_came() {
        let h = of(&[5, 1, 3, 2, 4, 100]);
        assert_eq!([0, 25, 50, 75, 100].map(|p| h.quantile(p)), [1, 2, 3, 5, 100]);
        assert_eq!(of(&[]).quantile(50), 0);
        assert_eq!(of(&[-7]).quantile(5), -7);
    }

    #[test]
    fn the_mean_and_its_interval() {
        let m = of(&[2, 4, 4, 4, 5, 5, 7, 9]).mean();
        assert!((m.value - 5.0).abs() < 1e-9);
        // The spread of the sample is 2.138; its standard error 0.756.
        assert!((m.hi - m.value - 1.959_964 * 0.755_929).abs() < 1e-4, "{m:?}");
    }

    #[test]
    fn wilsons_interval_as_it_is_printed_in_books() {
        // Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611.
        let a = Interval::share(81, 263);
        assert!((a.lo - 0.2553).abs() < 5e-5 && (a.hi - 0.3662).abs() < 5e-5, "{a:?}");
        let b = Interval::share(0, 20);
        assert!(b.lo.abs() < 1e-12 && (b.hi - 0.1611).abs() < 5e-5, "{b:?}");
        let c = Interval::share(1, 29);
        assert!((c.lo - 0.0061).abs() < 5e-5 && (c.hi - 0.1718).abs() < 5e-5, "{c:?}");
    }
}
