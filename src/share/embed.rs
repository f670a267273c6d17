//! Code for another page, with a preview of what it shows.

use crate::domain::{Catalog, City, Facet, Filter, Focus, Key, Lang, Period, Subject, Topic, View};
use crate::markup::tags::{div, input, label, p};
use crate::markup::{Code, Copied, Element, Node, Share, Width};
use crate::state::Sharing;
use crate::text::{ShareWords, Words};
use crate::url::{self, Address, Embedding, Part, Theme};

use super::body::{Choice, Offer, choices, copyable, group, select, sentence, switch};
use super::snippet::Snippet;
use super::what::What;

/// The ids of fields whose value is read when it has changed.
pub(super) const YEARS: &str = "share-years";
pub(super) const FOCUS: &str = "share-focus";
pub(super) const HEIGHT: &str = "share-height";

/// The frame of the preview.
pub(super) const PREVIEW: &str = ".share-preview iframe";

/// The lowest and the highest height of a frame.
pub(super) const HEIGHTS: (u16, u16) = (240, 2000);

pub(super) fn panel(what: &What, sharing: &Sharing) -> Vec<Node> {
    if what.root(false).is_empty() {
        return vec![sentence(what, what.words.no_address)];
    }
    let left = div().class("fields").with(what_to_show(what, sharing)).with(height(what, sharing));
    let choices = div().class("share-choices").with(left).with(looks(what, sharing));
    let code = what.words;
    let kind = [
        (Code::Frame, code.code_frame, code.code_frame_lead),
        (Code::Element, code.code_element, code.code_element_lead),
    ];
    let lead = kind.iter().find(|(kind, ..)| *kind == sharing.embed.code).map_or("", |(.., lead)| lead);
    let kinds = kind.map(|(kind, name, _)| Choice {
        name: name.to_owned(),
        share: Share::Code(kind),
        is_chosen: kind == sharing.embed.code,
    });
    let mut nodes = vec![choices.into()];
    // Where the organiser has frozen what was built (`make freeze`).
    if what.frozen.is_some() {
        let versions = [(false, code.version_current), (true, code.version_frozen)].map(|(is_frozen, name)| Choice {
            name: name.to_owned(),
            share: Share::Freeze(is_frozen),
            is_chosen: is_frozen == sharing.embed.is_frozen,
        });
        nodes.push(self::choices(code.version, "share-version", versions.into()));
        nodes.push(sentence(what, code.version_lead));
    }
    nodes.extend([
        self::choices(code.code_kind, "share-code-kind", kinds.into()),
        sentence(what, lead),
        copyable(what, sharing, Copied::Code, &snippet_code(what, sharing)),
    ]);
    // From a disk its own policy lets it frame nothing.
    nodes.push(if what.is_file { sentence(what, what.words.no_preview) } else { preview(what, sharing) });
    nodes
}

/// The code that the choices make.
pub(super) fn snippet_code(what: &What, sharing: &Sharing) -> String {
    let embed = &sharing.embed;
    let address = what.embedded(sharing);
    let words = ShareWords::of(address.lang);
    let name = what.embedded_name(sharing);
    let whole = Address { embedding: Embedding::default(), ..address.clone() };
    let snippet = Snippet {
        root: what.root(embed.is_frozen),
        src: &what.link(&address, embed.is_frozen),
        query: &url::to_query(&address),
        embedding: address.embedding.clone(),
        whole: &what.link(&whole, embed.is_frozen),
        title: &(words.frame_title)(&name),
        fallback: &(words.frame_fallback)(&name),
        height: embed.is_fixed().then_some(embed.height),
        needed: embed.preview_height,
    };
    snippet.code(embed.code)
}

fn what_to_show(what: &What, sharing: &Sharing) -> Node {
    let (words, embed) = (what.words, &sharing.embed);
    let mut years = vec![
        (String::new(), words.no_focus.to_owned(), embed.years.is_none()),
        ("all".to_owned(), what.page_words.whole_campaign.to_owned(), embed.years == Some(Period::All)),
    ];
    years.extend(
        what.catalog
            .years()
            .into_iter()
            .flatten()
            .map(|year| (year.to_string(), year.to_string(), embed.years == Some(Period::Year(year)))),
    );
    let period = embed.years.unwrap_or(what.period);
    let shown = View::of(&what.catalog, period, Filter::default());
    let cities = shown.cities().into_iter().map(|key| city_option(&what.catalog, what.lang, key, embed.focus));
    let topics = what.catalog.all::<Topic>().filter_map(|(key, topic)| {
        let is_chosen = embed.focus == Some(Focus::Facet(Facet::Topic(key)));
        // A map on which nothing is seen is offered to nobody.
        let is_there = shown.meetings.iter().any(|&meeting| what.catalog.get(meeting).topics.contains(&key));
        let offer = || (format!("topic:{}", topic.id), topic.name.get(what.lang).to_owned(), is_chosen);
        (is_there || is_chosen).then(offer)
    });
    let focus = vec![
        ("", vec![(String::new(), words.no_focus.to_owned(), embed.focus.is_none())]),
        (words.cities, cities.collect()),
        (words.topics, topics.collect()),
    ];
    let mut fields = vec![
        select(words.years, YEARS, Share::Years, vec![("", years)]),
        select(words.focus, FOCUS, Share::Focus, focus),
    ];
    // Without a timeline there would be no button to stop it, so it does not begin.
    if !embed.embedding.hides(Part::Timeline) {
        fields.push(switch(words.start_playing, Share::Play, embed.embedding.plays()));
    }
    group(words.what_to_show, "fields", fields)
}

fn city_option(catalog: &Catalog, lang: Lang, key: Key<City>, focus: Option<Focus>) -> Offer {
    let city = catalog.get(key);
    let is_chosen = focus == Some(Focus::Subject(Subject::City(key)));
    (format!("city:{}", city.id), city.name.get(lang).to_owned(), is_chosen)
}

/// What the value of a field says.
pub(super) fn years_of(value: &str) -> Option<Period> {
    match value {
        "" => None,
        "all" => Some(Period::All),
        year => year.parse().ok().map(Period::Year),
    }
}

/// The same of a city or topic.
pub(super) fn focus_of(catalog: &Catalog, value: &str) -> Option<Focus> {
    match value.split_once(':')? {
        ("city", id) => catalog.find(id).map(|key| Focus::Subject(Subject::City(key))),
        (_, id) => catalog.find(id).map(|key| Focus::Facet(Facet::Topic(key))),
    }
}

/// What the value of the field says, as near as may be: whole px. (Reading fractions takes a table of 10 kB.)
pub(super) fn height_of(value: &str) -> Option<u16> {
    let whole = value.trim().split(['.', ',']).next()?;
    let is_number = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| whole.parse().unwrap_or(u16::MAX).clamp(HEIGHTS.0, HEIGHTS.1))
}

fn looks(what: &What, sharing: &Sharing) -> Node {
    let (words, embed) = (what.words, &sharing.embed);
    let chosen_lang = embed.lang.unwrap_or(what.lang);
    let languages = Lang::ALL.map(|lang| Choice {
        name: Words::of(lang).name.to_owned(),
        share: Share::Speak(lang),
        is_chosen: lang == chosen_lang,
    });
    let parts = Part::ALL.map(|part| {
        let name = match part {
            Part::Title => words.part_title,
            Part::Timeline => what.page_words.timeline,
            Part::List => words.part_lists,
            Part::Legend => what.page_words.legend,
        };
        switch(name, Share::Part(part), !embed.embedding.hides(part))
    });
    let nodes = vec![
        choices(what.page_words.language, "share-lang", languages.into()),
        themes(what.words, what.page_words, "share-theme", &Theme::ALL, embed.theme, Share::Wear),
        group(words.parts, "switches", parts.into()),
    ];
    group(words.looks, "fields", nodes)
}

fn height(what: &What, sharing: &Sharing) -> Node {
    let (words, embed) = (what.words, &sharing.embed);
    let heights = [(false, words.height_auto), (true, words.height_fixed)].map(|(is_fixed, name)| Choice {
        name: name.to_owned(),
        share: Share::Fix(is_fixed),
        is_chosen: is_fixed == embed.is_fixed(),
    });
    let mut nodes = vec![choices(words.height, "share-height-kind", heights.into())];
    if embed.is_fixed() {
        let field = input()
            .attr("type", "number")
            .attr("id", HEIGHT)
            .attr("min", HEIGHTS.0.to_string())
            .attr("max", HEIGHTS.1.to_string())
            .attr("step", "10")
            .value(embed.height.to_string())
            .does("change", crate::markup::Action::Share(Share::Height));
        let name = format!("{} (px)", words.height);
        nodes.push(div().key("height").class("field").with(label().attr("for", HEIGHT).text(name)).with(field).into());
    } else if embed.code == Code::Frame {
        nodes.push(p().key("height-lead").class("share-lead").text(words.height_needs_script).into());
    }
    div().class("fields").with_all(nodes).into()
}

/// A choice of colours.
pub(super) fn themes(
    words: &ShareWords,
    page_words: &Words,
    id: &str,
    offered: &[Theme],
    chosen: Theme,
    share: fn(Theme) -> Share,
) -> Node {
    let option = |&theme: &Theme| {
        let name = match theme {
            Theme::Auto => words.theme_auto,
            Theme::Light => words.theme_light,
            Theme::Dark => words.theme_dark,
        };
        Choice { name: name.to_owned(), share: share(theme), is_chosen: theme == chosen }
    };
    choices(page_words.theme, id, offered.iter().map(option).collect())
}

fn preview(what: &What, sharing: &Sharing) -> Node {
    let (words, embed) = (what.words, &sharing.embed);
    let widths =
        [(Width::Phone, words.width_phone), (Width::Column, words.width_column), (Width::Full, words.width_full)];
    let widths = widths.map(|(width, name)| Choice {
        name: name.to_owned(),
        share: Share::Width(width),
        is_chosen: width == embed.width,
    });
    let src = what.link(&what.embedded(sharing), embed.is_frozen);
    let height = if embed.is_fixed() { embed.height } else { embed.preview_height.unwrap_or(Embedding::HEIGHT) };
    let frame = Element::new("IFRAME")
        // Another address in the same frame would make an entry in the history.
        .key(src.as_str())
        .attr("src", &src)
        .attr("title", format!("{}: {}", words.preview, what.embedded_name(sharing)))
        .class(match embed.width {
            Width::Phone => "at-phone",
            Width::Column => "at-column",
            Width::Full => "at-full",
        })
        .style("height", format!("{height}px"));
    let stage = div()
        .class("share-preview")
        .attr("role", "region")
        .attr("aria-label", words.preview)
        .attr("tabindex", "0")
        .with(frame);
    div().with(choices(words.preview, "share-width", widths.into())).with(stage).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;

    #[test]
    fn fields_say_what_is_chosen_and_nothing_else() {
        assert_eq!(years_of(""), None);
        assert_eq!(years_of("all"), Some(Period::All));
        assert_eq!(years_of("2016"), Some(Period::Year(2016)));
        assert_eq!(years_of("x"), None);
        let heights = ["640", "640.5", "10", "99999", "1e9", "", "x", "NaN", "inf"];
        assert_eq!(heights.map(height_of), [Some(640), Some(640), Some(240), Some(2000), None, None, None, None, None]);
        let catalog = sample::catalog();
        let lublin = catalog.find("lublin").expect("a city");
        assert_eq!(focus_of(&catalog, "city:lublin"), Some(Focus::Subject(Subject::City(lublin))));
        assert_eq!(
            (focus_of(&catalog, ""), focus_of(&catalog, "city:x"), focus_of(&catalog, "topic:x")),
            (None, None, None)
        );
    }
}
