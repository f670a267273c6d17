//! What stands in the dialog: tabs, one way to share below them, and what came of it.

use crate::markup::tags::{button, div, label, p, span};
use crate::markup::{Action, Copied, Element, Input, Node, Share, Tab, Turn, tags};
use crate::state::{Outcome, Sharing, State};
use crate::text::{ShareWords, typeset};

use super::what::What;
use super::{cite, data, embed, link, picture};

/// Everything below the dialog's heading.
pub(super) fn body(state: State, sharing: &Sharing) -> Vec<Node> {
    let what = What::of(state);
    let words = what.words;
    let tabs = Tab::ALL.map(|tab| tab_of(words, tab, sharing.tab)).to_vec();
    let list = div().class("share-tabs").attr("role", "tablist").attr("aria-label", words.ways).with_all(tabs);
    let content = match sharing.tab {
        Tab::Link => link::panel(&what, sharing),
        Tab::Embed => embed::panel(&what, sharing),
        Tab::Picture => picture::panel(&what, sharing),
        Tab::Data => data::panel(&what, sharing),
        Tab::Citation => cite::panel(&what, sharing),
    };
    let id = id_of(sharing.tab);
    let panel = div()
        .key(id)
        .class("share-panel")
        .attr("role", "tabpanel")
        .attr("id", format!("{id}-panel"))
        .attr("aria-labelledby", id)
        .attr("tabindex", "0")
        .with_all(content);
    // Of the same words twice in a row, the second would not be heard.
    let again = if sharing.count.is_multiple_of(2) { "" } else { "\u{200b}" };
    let outcome = outcome(&what, &sharing.outcome);
    let said = if outcome.is_empty() { outcome } else { outcome + again };
    let status = p().class("share-status").attr("role", "status").text(said);
    vec![list.into(), panel.into(), status.into()]
}

/// The id of a tab.
pub(super) fn id_of(tab: Tab) -> &'static str {
    match tab {
        Tab::Link => "share-link",
        Tab::Embed => "share-embed",
        Tab::Picture => "share-picture",
        Tab::Data => "share-data",
        Tab::Citation => "share-citation",
    }
}

fn tab_of(words: &ShareWords, tab: Tab, chosen: Tab) -> Node {
    let name = match tab {
        Tab::Link => words.link,
        Tab::Embed => words.embed,
        Tab::Picture => words.picture,
        Tab::Data => words.data,
        Tab::Citation => words.citation,
    };
    let is_chosen = tab == chosen;
    let mut element = button(Action::Share(Share::Tab(tab)))
        .attr("role", "tab")
        .attr("id", id_of(tab))
        .attr("aria-selected", is_chosen.to_string())
        .attr("tabindex", if is_chosen { "0" } else { "-1" })
        .on("keydown", turn)
        .text(name);
    if is_chosen {
        // Where the focus is to be when the dialog opens.
        element = element.attr("aria-controls", format!("{}-panel", id_of(tab))).attr("autofocus", "");
    }
    element.into()
}

fn turn(input: &Input) -> Option<Action> {
    let turn = match input.key.as_str() {
        "ArrowRight" => Turn::Next,
        "ArrowLeft" => Turn::Previous,
        "Home" => Turn::First,
        "End" => Turn::Last,
        _ => return None,
    };
    Some(Action::Share(Share::Go(turn)))
}

/// Where a turn leads.
pub(super) fn turned(tab: Tab, turn: Turn) -> Tab {
    let all = Tab::ALL;
    let at = tab as usize;
    all[match turn {
        Turn::Next => (at + 1) % all.len(),
        Turn::Previous => (at + all.len() - 1) % all.len(),
        Turn::First => 0,
        Turn::Last => all.len() - 1,
    }]
}

fn outcome(what: &What, outcome: &Outcome) -> String {
    let words = what.words;
    match outcome {
        Outcome::None => String::new(),
        Outcome::Copied(copied) => (words.copied)(name_of(what, *copied)),
        Outcome::NotCopied => words.not_copied.to_owned(),
        Outcome::Saved(name) => (words.saved)(name),
        Outcome::NotSaved => words.not_saved.to_owned(),
        Outcome::Filming(picture, of) => (words.filming)(*picture, *of),
    }
}

/// What a text to copy is called.
fn name_of(what: &What, copied: Copied) -> &'static str {
    let words = what.words;
    match copied {
        Copied::Address => words.address,
        Copied::Code => words.code,
        Copied::Plain => words.cite_plain,
        Copied::Bibtex => "BibTeX",
        Copied::Csl => "CSL-JSON",
        Copied::Licence => words.licence,
    }
}

/// The id of the field that holds it.
pub(super) fn field_of(copied: Copied) -> &'static str {
    match copied {
        Copied::Address => "share-address",
        Copied::Code => "share-code",
        Copied::Plain => "share-plain",
        Copied::Bibtex => "share-bibtex",
        Copied::Csl => "share-csl",
        Copied::Licence => "share-licence",
    }
}

/// A text that is to be copied: its name, a field, and a button that says whether it was.
pub(super) fn copyable(what: &What, sharing: &Sharing, copied: Copied, text: &str) -> Node {
    let (words, name, id) = (what.words, name_of(what, copied), field_of(copied));
    let is_copied = matches!(&sharing.outcome, Outcome::Copied(last) if *last == copied);
    let (shown, said) =
        if is_copied { (words.copied_short, (words.copied)(name)) } else { (words.copy, (words.copy_what)(name)) };
    let copy = button(Action::Share(Share::Copy(copied)))
        .class(if is_copied { "copy is-copied" } else { "copy" })
        .attr("aria-label", said)
        .text(shown);
    let rows = text.lines().count().clamp(1, 9) + usize::from(text.len() > 60);
    let field = Element::new("TEXTAREA")
        // Made anew, for a field keeps what it has held.
        .key(text)
        .attr("id", id)
        .attr("readonly", "")
        .attr("spellcheck", "false")
        .attr("rows", rows.to_string())
        .text(text);
    let head = div().class("copy-head").with(label().attr("for", id).text(name)).with(copy);
    div().class("copyable").with(head).with(field).into()
}

/// One of several choices.
pub(super) struct Choice {
    /// Its name.
    pub name: String,
    /// What choosing it does.
    pub share: Share,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// A group of choices of which one is chosen.
pub(super) fn choices(name: &str, id: &str, options: Vec<Choice>) -> Node {
    let option = |choice: Choice| -> Node {
        let mut radio =
            tags::input().attr("type", "radio").attr("name", id).does("change", Action::Share(choice.share));
        if choice.is_chosen {
            radio = radio.attr("checked", "");
        }
        label().with(radio).with(span().text(choice.name)).into()
    };
    group(name, "choices", options.into_iter().map(option).collect())
}

/// A switch.
pub(super) fn switch(name: &str, share: Share, is_on: bool) -> Node {
    let mut input = tags::input().attr("type", "checkbox").does("change", Action::Share(share));
    if is_on {
        input = input.attr("checked", "");
    }
    label().class("switch").with(input).with(span().text(name)).into()
}

/// What belongs together, with its name.
pub(super) fn group(name: &str, class: &str, nodes: Vec<Node>) -> Node {
    let legend = Element::new("LEGEND").text(name);
    let inner = div().class(class).with_all(nodes);
    Element::new("FIELDSET").with(legend).with(inner).into()
}

/// What a field offers: its value, its name, and whether it is chosen.
pub(super) type Offer = (String, String, bool);

/// A field in which one of many is chosen, in groups.
pub(super) fn select(name: &str, id: &str, share: Share, groups: Vec<(&str, Vec<Offer>)>) -> Node {
    let mut field = Element::new("SELECT").attr("id", id).does("change", Action::Share(share));
    for (group, options) in groups {
        let option = |(value, name, is_chosen): Offer| -> Node {
            let option = Element::new("OPTION").attr("value", value).text(name);
            if is_chosen { option.attr("selected", "") } else { option }.into()
        };
        let options: Vec<Node> = options.into_iter().map(option).collect();
        field = if group.is_empty() {
            field.with_all(options)
        } else {
            field.with(Element::new("OPTGROUP").attr("label", group).with_all(options))
        };
    }
    div().class("field").with(label().attr("for", id).text(name)).with(field).into()
}

/// A sentence.
pub(super) fn sentence(what: &What, text: &str) -> Node {
    p().class("share-lead").text(typeset(what.lang, text).into_owned()).into()
}
