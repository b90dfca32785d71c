//! What would change in a file, as a unified diff.

use similar::TextDiff;
use std::path::Path;
use std::time::Duration;

/// How long the shortest diff is looked for; a longer one is found at once.
const PATIENCE: Duration = Duration::from_secs(2);

/// Lines shown around a change.
const AROUND: usize = 2;

/// The changes between two texts of a file; empty if there are none.
pub fn diff(path: &Path, before: &str, after: &str) -> String {
    let name = path.display().to_string();
    let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(before, after);
    diff.unified_diff().context_radius(AROUND).header(&name, &name).to_string()
}
