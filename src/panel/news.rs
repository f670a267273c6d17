//! What a screen reader is told when what is looked at has changed.

use crate::domain::{Filter, Period, View};

use super::lists::counts;
use super::reader::{Reader, join};

/// The years and how much they hold, in a sentence: for a polite live region. `why_nothing` words it where the filters
/// leave nothing.
#[must_use]
pub fn news(
    reader: Reader<'_>,
    view: &View,
    period: Period,
    why_nothing: Option<fn(Reader<'_>, &Filter, Period) -> String>,
) -> String {
    if let Some(why_nothing) = why_nothing.filter(|_| view.meetings.is_empty() && !view.filter.is_empty()) {
        return why_nothing(reader, &view.filter, period);
    }
    let years = reader.years(period).unwrap_or_else(|| reader.words.whole_campaign.to_owned());
    let counts = join(", ", counts(reader, view));
    join(": ", [years, if counts.is_empty() { reader.words.nothing_here.to_owned() } else { counts }])
}
