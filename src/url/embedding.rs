//! How the page stands within another one: what whoever embeds it chose, beside the view.

/// A part of the page that an embedder can hide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The campaign's name, with what a reader chooses of language and colours.
    Title,
    /// The timeline with the year slider.
    Timeline,
    /// Summary, detail and lists.
    List,
    /// The legend of the map.
    Legend,
}

impl Part {
    /// Each of them, in the order in which an address names them.
    pub const ALL: [Self; 4] = [Self::Title, Self::Timeline, Self::List, Self::Legend];

    /// Its word in the address, and in the document's `data-hide`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Timeline => "timeline",
            Self::List => "list",
            Self::Legend => "legend",
        }
    }
}

/// What an embedder chooses by a key and a word. Of one key they stand together; what they come to is kept as bits, in this
/// order. One table for reading and writing weighs least.
const WORDS: [(&str, &str); 7] = [
    ("embed", "1"),
    ("hide", "title"),
    ("hide", "timeline"),
    ("hide", "list"),
    ("hide", "legend"),
    ("play", "1"),
    ("height", "fixed"),
];
const EMBED: u8 = 1;
const HIDE: u8 = 1 << 1;
const PLAY: u8 = 1 << 5;
const FIXED: u8 = 1 << 6;

/// What an embedder chose: `embed=1` and what counts beside it alone. It is the same as long as the page is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embedding {
    words: u8,
    /// `origin`: of the page that may send messages; empty where none may. It is compared as it stands, so what is no
    /// origin matches none.
    pub origin: String,
}

impl Embedding {
    /// How high a frame is in CSS px that is offered for `height=fixed`: nothing of it has to be scrolled in any column.
    pub const HEIGHT: u16 = 800;

    /// What the frame around it may do (`sandbox`): run the app, which is of its own origin, open links in a new tab, and save
    /// files. `public/embed.js` and `scripts/freeze.sh` say the same.
    pub const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

    /// Of a page that stands within another one, with all its parts.
    #[must_use]
    pub fn new() -> Self {
        Self { words: EMBED, ..Self::default() }
    }

    /// Whether the page stands within another one.
    #[must_use]
    pub fn is_embedded(&self) -> bool {
        self.has(EMBED)
    }

    /// Whether a part is hidden.
    #[must_use]
    pub fn hides(&self, part: Part) -> bool {
        self.has(HIDE << part as u8)
    }

    /// `play=1`: whether it starts to play when it is first seen.
    #[must_use]
    pub fn plays(&self) -> bool {
        self.has(PLAY)
    }

    /// `height=fixed`: whether it fills the frame, and announces no height.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        self.has(FIXED)
    }

    /// The same with a part hidden, or shown.
    #[must_use]
    pub fn hiding(self, part: Part, is_hidden: bool) -> Self {
        self.with(HIDE << part as u8, is_hidden)
    }

    /// The same, but whether it plays is another matter.
    #[must_use]
    pub fn playing(self, plays: bool) -> Self {
        self.with(PLAY, plays)
    }

    /// The same, but whether it fills the frame is another matter.
    #[must_use]
    pub fn fixed(self, is_fixed: bool) -> Self {
        self.with(FIXED, is_fixed)
    }

    fn has(&self, word: u8) -> bool {
        self.words & word != 0
    }

    fn with(mut self, word: u8, is_set: bool) -> Self {
        self.words = if is_set { self.words | word } else { self.words & !word };
        self
    }

    /// Reads a key of an address, and gives what of its value is not understood.
    pub(super) fn read(&mut self, key: &str, value: &str, mut ignore: impl FnMut(&str)) {
        if key == "origin" && value.starts_with("http") {
            value.clone_into(&mut self.origin);
            return;
        }
        for word in value.split(',') {
            match WORDS.iter().position(|known| *known == (key, word)) {
                Some(index) => self.words |= 1 << index,
                None => ignore(word),
            }
        }
    }

    /// Its keys and values.
    pub(super) fn tell(&self, mut append: impl FnMut(&str, &str)) {
        let mut hidden = String::new();
        for (index, (key, word)) in WORDS.into_iter().enumerate() {
            let is_set = self.has(1 << index);
            if key == "hide" {
                if is_set {
                    hidden.push_str(if hidden.is_empty() { "" } else { "," });
                    hidden.push_str(word);
                }
                if word == "legend" && !hidden.is_empty() {
                    append(key, &hidden);
                }
            } else if is_set {
                append(key, word);
            }
        }
        if !self.origin.is_empty() {
            append("origin", &super::encode(&self.origin));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::url::{Address, parse, to_query};

    fn read(query: &str) -> (Embedding, Vec<String>) {
        let reading = parse(query);
        (reading.address.embedding, reading.ignored)
    }

    #[test]
    fn an_embed_says_what_it_hides_and_whether_it_plays() {
        assert_eq!(read("?embed=1"), (Embedding::new(), vec![]));
        let hiding = Embedding::new().hiding(Part::List, true).hiding(Part::Title, true);
        assert!(hiding.hides(Part::Title) && hiding.hides(Part::List) && !hiding.hides(Part::Legend));
        let whole = Embedding { origin: "https://example.org".to_owned(), ..hiding.playing(true).fixed(true) };
        let query = "?year=2016&embed=1&hide=title,list&play=1&height=fixed&origin=https://example.org";
        assert_eq!(read(query), (whole.clone(), vec![]));
        assert_eq!(to_query(&parse(query).address), query);
        let plain = Part::ALL.into_iter().fold(whole, |embedding, part| embedding.hiding(part, false));
        let plain = Embedding { origin: String::new(), ..plain.playing(false).fixed(false) };
        assert_eq!(plain, Embedding::new());
    }

    #[test]
    fn each_choice_survives_the_way_through_a_link() {
        for words in 0..=u8::MAX >> 1 {
            let embedding = Embedding { words: words | EMBED, origin: String::new() };
            let address = Address { embedding, ..Address::default() };
            assert_eq!(parse(&to_query(&address)).address, address);
        }
    }

    #[test]
    fn its_parts_are_named_in_one_order_and_once() {
        let canonical = |query| to_query(&parse(query).address);
        assert_eq!(canonical("?hide=legend,title,legend&embed=1"), "?embed=1&hide=title,legend");
        assert_eq!(canonical("?hide=legend&hide=title&embed=1"), "?embed=1&hide=title,legend");
        let origin = "?embed=1&origin=https%3A%2F%2Fwww.example.org%3A8443";
        assert_eq!(canonical(origin), "?embed=1&origin=https://www.example.org:8443");
    }

    #[test]
    fn what_it_does_not_know_is_left_out_and_named() {
        let (embedding, ignored) = read("?embed=1&hide=list,footer,&play=yes&height=300&origin=*&origin=null");
        assert_eq!(embedding, Embedding::new().hiding(Part::List, true));
        assert_eq!(ignored, ["hide=footer", "hide=", "play=yes", "height=300", "origin=*", "origin=null"]);
    }

    #[test]
    fn a_page_of_its_own_hides_nothing() {
        let (embedding, ignored) = read("?hide=title&play=1&embed=0&origin=https://example.org");
        assert_eq!(embedding, Embedding::default());
        assert_eq!(ignored, ["embed=0", "hide=title", "play=1", "origin=https://example.org"]);
    }

    #[test]
    fn the_whole_map_is_the_same_view_without_it() {
        let address = parse("?year=2016&city=krakow&embed=1&hide=title&play=1").address;
        let whole = Address { embedding: Embedding::default(), ..address };
        assert_eq!(to_query(&whole), "?year=2016&city=krakow");
    }
}
