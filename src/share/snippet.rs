//! The code for another page. Pure.

use crate::markup::Element;
use crate::markup::tags::{a, p};
use crate::markup::{Code, Node, to_html};
use crate::url::{Embedding, Part, decode};

/// What the code is made from.
pub(super) struct Snippet<'a> {
    /// Where the app stands, without a query.
    pub root: &'a str,
    /// The address of what is embedded.
    pub src: &'a str,
    /// All of it as a query.
    pub query: &'a str,
    /// What of it shows.
    pub embedding: Embedding,
    /// The address of the same view by itself.
    pub whole: &'a str,
    /// The name of the frame.
    pub title: &'a str,
    /// The text of the link that stands beside it, or in its place.
    pub fallback: &'a str,
    /// The height, where it is fixed.
    pub height: Option<u16>,
    /// The height that the content has asked for, where it is not: that of a frame which nobody makes higher.
    pub needed: Option<u16>,
}

/// The options of the element: those keys of the address that `embed.js` knows.
const OPTIONS: [&str; 21] = [
    "year", "mode", "from", "to", "city", "meeting", "expert", "edition", "topic", "country", "kind", "q", "view",
    "table", "sort", "lang", "theme", "tiles", "camera", "hide", "play",
];

/// How high the parts of an embed are, as `public/embed.js` has it: `100%` is the width.
const MAP: &str = "clamp(288px,62.5%,544px) + clamp(44px,(800.8px - 100%)*999,84px)";
const PARTS: [(Part, &str); 3] =
    [(Part::Title, "48px"), (Part::Timeline, "clamp(164px,(100% - 704.8px)*999,192px)"), (Part::List, "240px")];

impl Snippet<'_> {
    /// The code as text.
    pub fn code(&self, code: Code) -> String {
        let nodes = match code {
            Code::Frame => self.frame(),
            Code::Element => self.element(),
        };
        nodes.into_iter().map(|node| to_html(&[node]) + "\n").collect()
    }

    /// A frame, and a link for whoever takes frames out, such as a reader of feeds.
    fn frame(&self) -> Vec<Node> {
        let height = self.height.or(self.needed.map(|height| height.next_multiple_of(8))).unwrap_or(Embedding::HEIGHT);
        let frame = Element::new("IFRAME")
            .attr("src", self.src)
            .attr("title", self.title)
            .attr("width", "100%")
            .attr("height", height.to_string())
            // Where the page's own style sheet has rules for frames, these stand.
            .attr("style", format!("border:0;width:100%;height:{height}px"))
            .attr("loading", "lazy")
            .attr("allow", "fullscreen")
            .attr("sandbox", Embedding::SANDBOX);
        vec![frame.into(), p().with(self.link()).into()]
    }

    /// The element, and the script that makes a frame of it. Without the script the link stands there.
    fn element(&self) -> Vec<Node> {
        let mut element = Element::new("PRACOWNIA-MAP").attr("title", self.title);
        for pair in self.query.trim_start_matches('?').split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            if let Some(option) = OPTIONS.into_iter().find(|option| *option == key) {
                element = element.attr(option, decode(value));
            }
        }
        // Until the script has come, its place is kept: nothing moves then.
        let room = self.height.map_or_else(
            || {
                let shown = PARTS.iter().filter(|(part, _)| !self.embedding.hides(*part));
                format!("calc({MAP}{})", shown.map(|(_, height)| [" + ", height].concat()).collect::<String>())
            },
            |height| format!("{height}px"),
        );
        element = element.attr("style", format!("display:block;height:0;padding-bottom:{room}"));
        if let Some(height) = self.height {
            element = element.attr("height", height.to_string());
        }
        let folder = self.root.rfind('/').map_or(self.root, |end| &self.root[..=end]);
        let script = Element::new("SCRIPT").attr("src", [folder, "embed.js"].concat()).attr("defer", "");
        vec![element.with(self.link()).into(), script.into()]
    }

    fn link(&self) -> Element {
        a().attr("href", self.whole).text(self.fallback)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snippet<'a>(query: &'a str, title: &'a str) -> Snippet<'a> {
        Snippet {
            root: "https://example.org/map/",
            src: "https://example.org/map/en/year/2016/?embed=1",
            query,
            embedding: crate::url::parse(query).address.embedding,
            whole: "https://example.org/map/en/year/2016/",
            title,
            fallback: title,
            height: None,
            needed: Some(936),
        }
    }

    #[test]
    fn a_frame_has_all_that_a_newsroom_asks_of_it() {
        assert_eq!(
            snippet("?year=2016&lang=en&embed=1", "City Labs").code(Code::Frame),
            "<iframe src=\"https://example.org/map/en/year/2016/?embed=1\" title=\"City Labs\" \
             width=\"100%\" height=\"936\" style=\"border:0;width:100%;height:936px\" loading=\"lazy\" allow=\"fullscreen\" \
             sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox\">\
             </iframe>\n<p><a href=\"https://example.org/map/en/year/2016/\">City Labs</a></p>\n"
        );
    }

    #[test]
    fn an_element_has_the_keys_of_the_address_for_options() {
        let snippet = Snippet {
            height: Some(480),
            ..snippet(
                "?year=2016&city=lublin&q=a%22b+%C5%82&camera=6%2C52,20&embed=1&hide=title,list&play=1",
                "City Labs",
            )
        };
        assert_eq!(
            snippet.code(Code::Element),
            "<pracownia-map title=\"City Labs\" year=\"2016\" city=\"lublin\" q=\"a&quot;b ł\" camera=\"6,52,20\" hide=\"title,list\" play=\"1\" style=\"display:block;height:0;padding-bottom:480px\" height=\"480\">\
             <a href=\"https://example.org/map/en/year/2016/\">City Labs</a></pracownia-map>\n\
             <script src=\"https://example.org/map/embed.js\" defer=\"\"></script>\n"
        );
    }

    #[test]
    fn an_element_keeps_the_place_that_its_script_will() {
        let code = snippet("?hide=list,legend&embed=1", "Map").code(Code::Element);
        let style = "display:block;height:0;padding-bottom:calc(clamp(288px,62.5%,544px) + \
                     clamp(44px,(800.8px - 100%)*999,84px) + 48px + clamp(164px,(100% - 704.8px)*999,192px))";
        assert!(code.contains(&format!("style=\"{style}\"")), "{code}");
        let script = include_str!("../../public/embed.js");
        assert!(script.contains(MAP), "{MAP}");
        for (part, height) in PARTS {
            assert!(script.contains(&format!("{}: \"{height}\"", part.tag())), "{part:?}");
        }
    }

    #[test]
    fn no_text_leaves_its_attribute() {
        let hostile = "\"></iframe></script><img src=x onerror=alert(1)>&'";
        for code in [Code::Frame, Code::Element] {
            let code = Snippet { src: hostile, whole: hostile, ..snippet("?q=%22%3E&embed=1", hostile) }.code(code);
            assert!(!code.contains("<img") && code.matches("</iframe>").count() <= 1, "{code}");
            assert!(code.contains("&quot;&gt;&lt;/iframe&gt;"), "{code}");
        }
    }
}
