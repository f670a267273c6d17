//! What a screen reader is told when what is looked at has changed.

use crate::domain::{Period, View};

use super::find::why_nothing;
use super::lists::counts;
use super::reader::{Reader, join};

/// The years and how much they hold, in a sentence: for a polite live region.
#[must_use]
pub fn news(reader: Reader<'_>, view: &View, period: Period) -> String {
    if view.meetings.is_empty() && !view.filter.is_empty() {
        return why_nothing(reader, &view.filter, period);
    }
    let years = reader.years(period).unwrap_or_else(|| reader.words.whole_campaign.to_owned());
    let counts = join(", ", counts(reader, view));
    join(": ", [years, if counts.is_empty() { reader.more_words().nothing_here.to_owned() } else { counts }])
}
