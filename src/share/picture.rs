//! A picture of the map, made from its scene.

use crate::data::Ground;
use crate::domain::{Edtf, Period, View};
use crate::markup::tags::{button, div, p};
use crate::markup::{Action, Element, Node, Saved, Share, Size};
use crate::paint::tell;
use crate::picture::{Colours, Drawing, Exactness, Texts, picture, to_svg};
use crate::scene::compose;
use crate::state::{Outcome, Picture, Sharing};
use crate::text;
use crate::url::Theme;

use super::body::{Choice, choices, sentence};
use super::embed::themes;
use super::what::What;
use crate::browser::files;

/// The width and height of a picture in px, and how large its text is.
pub(super) fn measures(size: Size) -> ((f64, f64), f64) {
    match size {
        Size::Wide => ((1200.0, 675.0), 1.25),
        Size::Square => ((1080.0, 1080.0), 1.6),
        Size::Tall => ((1080.0, 1920.0), 1.8),
    }
}

/// What the name of a picture's file says of its looks: `16x9 dark 2x`. Of what can be scaled without loss no scale.
pub(super) fn look(chosen: Picture, is_scaled: bool) -> String {
    let proportions = match chosen.size {
        Size::Wide => "16x9",
        Size::Square => "1x1",
        Size::Tall => "9x16",
    };
    let theme = if chosen.theme == Theme::Dark { "dark" } else { "light" };
    let scale = if is_scaled { format!(" {}x", chosen.scale) } else { String::new() };
    format!("{proportions} {theme}{scale}")
}

pub(super) fn panel(what: &What, sharing: &Sharing) -> Vec<Node> {
    let (words, chosen) = (what.words, sharing.picture);
    let sizes = [(Size::Wide, words.size_wide), (Size::Square, words.size_square), (Size::Tall, words.size_tall)];
    let sizes = sizes.map(|(size, name)| {
        let ((width, height), _) = measures(size);
        let name = format!("{name} ({width}\u{a0}×\u{a0}{height})");
        Choice { name, share: Share::Size(size), is_chosen: size == chosen.size }
    });
    let scales = [1, 2, 3, 4].map(|scale| Choice {
        name: format!("{scale}×"),
        share: Share::Scale(scale),
        is_chosen: scale == chosen.scale,
    });
    let shades = [Theme::Light, Theme::Dark];
    let drawn = what.state.ground().map(|ground| draw(what, sharing, &ground, what.period, &what.view));
    let is_ready = drawn.is_some();
    let save = |saved: Saved, name: &str| {
        button(Action::Share(Share::Save(saved)))
            .class("share-button")
            .attr("aria-disabled", (!is_ready).to_string())
            .text(name)
    };
    let shown = drawn.map_or_else(|| p().class("awaited").text(words.drawing), |drawn| div().with(drawn));
    let row = div().class("share-row").with(save(Saved::Svg, words.save_svg)).with(save(Saved::Png, words.save_png));
    let is_filming = matches!(sharing.outcome, Outcome::Filming(..));
    let film = if let Some(film) = files::film() {
        let lead = (words.film_lead)(film.name);
        let save = button(Action::Share(Share::Save(Saved::Film)))
            .class("share-button")
            .attr("aria-disabled", (is_filming || !is_ready).to_string())
            .text(words.save_film);
        div().class("share-row").with(save).with(sentence(what, &lead))
    } else {
        div().with(sentence(what, words.no_film))
    };
    vec![
        sentence(what, words.picture_lead),
        div()
            .class("share-options")
            .with(choices(words.size, "share-size", sizes.into()))
            .with(themes(words, what.page_words, "share-shade", &shades, chosen.theme, Share::Paint))
            .with(choices(words.scale, "share-scale", scales.into()))
            .into(),
        row.into(),
        div().class("share-picture").attr("role", "group").attr("aria-label", words.picture_preview).with(shown).into(),
        film.into(),
    ]
}

/// The picture of some years.
fn draw(what: &What, sharing: &Sharing, ground: &Ground, period: Period, view: &View) -> Element {
    let (size, scale) = measures(sharing.picture.size);
    let drawing = Drawing {
        ground,
        frame: what.state.frame().0,
        size,
        scale,
        exactness: Exactness { tolerance: 0.2, steps: 10.0 },
        colours: if sharing.picture.theme == Theme::Dark { Colours::Dark } else { Colours::Light },
        address: None,
    };
    let subject = what.subject_in(view);
    let scene = compose(&what.catalog, view, subject.as_ref().map(|(subject, _)| *subject), what.lang);
    tell(what.state, |reader| {
        let mut texts = Texts::of(reader, view, period, &what.lead(), &what.url());
        // How many meetings there are is said of the view, not of what stands out in it.
        if let Some((_, name)) = &subject {
            texts.lead = format!("{} · {}", texts.lead, (what.words.stands_out)(name));
        }
        let today = what.today.and_then(|day| day.iso().parse::<Edtf>().ok());
        texts.credits.extend(today.map(|day| format!("{} {}.", what.words.made_on, text::date(reader.words, day))));
        picture(reader, scene, &drawing, &texts)
    })
}

/// The text of the picture's file.
pub(super) fn svg(what: &What, sharing: &Sharing, ground: &Ground) -> String {
    to_svg(draw(what, sharing, ground, what.period, &what.view))
}

/// The picture of one year, for a film.
pub(super) fn svg_of_year(what: &What, sharing: &Sharing, ground: &Ground, year: i32) -> String {
    let period = Period::Year(year);
    let view = View::of(&what.catalog, period, what.view.filter.clone());
    to_svg(draw(what, sharing, ground, period, &view))
}
