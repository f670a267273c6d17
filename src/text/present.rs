//! The words of a talk: they come with that part.

/// Words of one language. Functions take what varies.
pub struct PresentWords {
    /// What the campaign is, with its years, where they are known.
    pub campaign_is: fn(Option<&str>) -> String,
    /// The heading of that.
    pub campaign_title: &'static str,
    /// The heading of the cities abroad.
    pub guests_title: &'static str,
    /// Of how many cities and countries guests are known.
    pub guests_from: fn(usize, usize) -> String,
    /// A city's region, so that nobody takes it for a city; `true` where it is one of Poland's.
    pub region: fn(&str, bool) -> String,
    /// Before what a city brought, by the number of topics.
    pub brought: fn(usize) -> &'static str,
    /// The heading of the totals.
    pub totals_title: &'static str,
    /// The heading of prizes, by their number.
    pub awards_title: fn(usize) -> &'static str,
    /// How many sources there are.
    pub sources_count: fn(usize) -> String,
    /// How many more there are than are named.
    pub and_more: fn(usize) -> String,
    /// The last heading.
    pub thanks: &'static str,
    /// What the QR code leads to.
    pub scan: &'static str,
    /// The same of the code of a step.
    pub scan_step: &'static str,
    /// There is no code: the page has no address that others can open.
    pub no_code: &'static str,

    /// Which step of how many.
    pub step_of: fn(usize, usize) -> String,
    /// The same for the eye.
    pub step_short: fn(usize, usize) -> String,
    /// The controls together.
    pub controls: &'static str,
    /// To the next step.
    pub next: &'static str,
    /// To the step before.
    pub previous: &'static str,
    /// Explores what is shown.
    pub leave: &'static str,
    /// Opens the speaker's window.
    pub notes_window: &'static str,
    /// Fills the screen.
    pub fill: &'static str,
    /// Lets steps follow each other.
    pub play: &'static str,
    /// Stops that.
    pub pause: &'static str,
    /// Shows the keys.
    pub keys: &'static str,
    /// Shows the light.
    pub light: &'static str,
    /// Makes all black.
    pub black: &'static str,
    /// Makes all white.
    pub white: &'static str,
    /// Shows the code.
    pub code: &'static str,
    /// Steps follow each other by themselves, each shown for so many seconds.
    pub playing: fn(u16) -> String,
    /// A text that goes on where the stage has no room for it: in the speaker's notes.
    pub cut: &'static str,
    /// What makes the stage be seen again.
    pub uncover: &'static str,
    /// Prints the handout.
    pub print: &'static str,
    /// Every step, to go there.
    pub steps: &'static str,
    /// The number that is being typed, and what takes it.
    pub typed: fn(&str) -> String,
    /// The keys, and what they do.
    pub key_table: &'static [(&'static str, &'static str)],

    /// The speaker's window.
    pub desk: &'static str,
    /// The step that the room sees.
    pub now: &'static str,
    /// The step that comes.
    pub coming: &'static str,
    /// There is none.
    pub no_more: &'static str,
    /// What to say.
    pub notes: &'static str,
    /// Nothing is noted.
    pub no_notes: &'static str,
    /// The time of day.
    pub clock: &'static str,
    /// Since the talk began.
    pub elapsed: &'static str,
    /// Until it should end.
    pub remaining: &'static str,
    /// Begins the time anew.
    pub restart: &'static str,
    /// Everything of the talk is stored: it works with the network dead.
    pub works_alone: &'static str,
    /// Not yet.
    pub needs_network: &'static str,
    /// The other window answers.
    pub linked: &'static str,
    /// It does not.
    pub alone: &'static str,
    /// Opens the window that the room sees.
    pub open_stage: &'static str,
    /// The browser did not let the window open.
    pub no_window: &'static str,
}
