//! What is done in the dialog.

use leptos::prelude::{request_animation_frame, untrack};
use leptos::task::spawn_local;

use crate::browser;
use crate::browser::files;
use crate::domain::{Filter, Focus, Period, View};
use crate::export::{Extract, dated};
use crate::markup::{Copied, Saved, Share, Tab};
use crate::state::{ExportedFile, Outcome, Sharing, State};

use super::body::{field_of, id_of, turned};
use super::embed::{FOCUS, HEIGHT, PREVIEW, YEARS, focus_of, height_of, snippet_code, years_of};
use super::link::ENCODED;
use super::what::What;
use super::{cite, data, picture};

/// Begins to listen to the preview of an embed.
pub(super) fn start(state: State) {
    files::on_frame_height(PREVIEW, move |height| {
        state.share_with(|sharing| sharing.embed.preview_height = Some(height));
    });
}

/// Does what a button or field says.
pub(super) fn perform(state: State, share: Share) {
    match share {
        Share::Tab(tab) => look_at(state, tab),
        Share::Go(turn) => {
            let tab = turned(untrack(|| state.sharing()).tab, turn);
            look_at(state, tab);
            request_animation_frame(move || {
                if let Some(tab) = browser::element(id_of(tab)) {
                    browser::focus(&tab);
                }
            });
        }
        Share::Copy(copied) => copy(state, copied),
        Share::Save(saved) => save(state, saved),
        Share::Via => {
            let what = untrack(|| What::of(state));
            spawn_local(async move { files::share(&what.name(), &what.url()).await });
        }
        share => state.share_with(|sharing| {
            sharing.outcome = Outcome::None;
            choose(state, sharing, share);
        }),
    }
}

/// What is displayed as a file of a format.
pub(super) fn export(state: State, format: &str) -> Option<ExportedFile> {
    let (what, sharing) = untrack(|| (What::of(state), Sharing::default()));
    let saved = match format {
        "csv" => Saved::Csv,
        "geojson" => Saved::Geojson,
        "json" => Saved::Json,
        // A calendar of nothing would be none.
        "ics" if dated(what.shown()).next().is_none() => return None,
        "ics" => Saved::Calendar,
        "svg" => {
            let ground = untrack(|| state.ground())?;
            let name = what.file(what.shown(), what.words.file_map, format, true);
            return Some((name, "image/svg+xml", untrack(|| picture::svg(&what, &sharing, &ground))));
        }
        _ => return None,
    };
    Some(data::file(&what, &sharing, saved))
}

fn choose(state: State, sharing: &mut Sharing, share: Share) {
    let (embed, picture) = (&mut sharing.embed, &mut sharing.picture);
    match share {
        Share::Years => {
            embed.years = years_of(&files::value_of(YEARS));
            // A city that these years do not show is offered no more.
            if let (Some(period), Some(Focus::Subject(subject))) = (embed.years, embed.focus)
                && !View::of(&state.catalog(), period, Filter::default()).shows(subject)
            {
                embed.focus = None;
            }
        }
        Share::Focus => embed.focus = focus_of(&state.catalog(), &files::value_of(FOCUS)),
        Share::Speak(lang) => embed.lang = Some(lang),
        Share::Wear(theme) => embed.theme = theme,
        Share::Play => embed.embedding = embed.embedding.clone().playing(!embed.embedding.plays()),
        Share::Part(part) => embed.embedding = embed.embedding.clone().hiding(part, !embed.embedding.hides(part)),
        Share::Fix(is_fixed) => embed.fixed = Some(is_fixed),
        Share::Height => {
            embed.height = height_of(&files::value_of(HEIGHT)).unwrap_or(embed.height);
            embed.fixed = Some(true);
        }
        Share::Freeze(is_frozen) => embed.is_frozen = is_frozen,
        Share::Code(code) => embed.code = code,
        Share::Width(width) => embed.width = width,
        Share::Size(size) => picture.size = size,
        Share::Scale(scale) => picture.scale = scale,
        Share::Paint(theme) => picture.theme = theme,
        Share::All(is_whole) => sharing.is_whole = is_whole,
        Share::Encode => sharing.encoded = Some(files::value_of(ENCODED)),
        Share::Sheet(sheet) => sharing.sheet = sheet,
        Share::Semicolons(has_semicolons) => sharing.has_semicolons = Some(has_semicolons),
        Share::Open
        | Share::Close
        | Share::Retry
        | Share::Tab(_)
        | Share::Go(_)
        | Share::Copy(_)
        | Share::Save(_)
        | Share::Via => {}
    }
}

fn look_at(state: State, tab: Tab) {
    state.share_with(|sharing| {
        sharing.tab = tab;
        sharing.outcome = Outcome::None;
    });
    if tab == Tab::Picture
        && untrack(|| state.ground()).is_none()
        && let Some(extras) = untrack(|| state.extras())
    {
        (extras.fetch_ground)(state);
    }
}

fn copy(state: State, copied: Copied) {
    let what = untrack(|| What::of(state));
    let text = match copied {
        Copied::Address => what.url(),
        Copied::Code => snippet_code(&what, &untrack(|| state.sharing())),
        copied => cite::text(&what, copied),
    };
    spawn_local(async move {
        let is_copied = files::copy(&text, field_of(copied)).await.is_ok();
        tell(state, if is_copied { Outcome::Copied(copied) } else { Outcome::NotCopied });
    });
}

fn save(state: State, saved: Saved) {
    let (what, sharing) = untrack(|| (What::of(state), state.sharing()));
    let name_of = |extract: Extract<'_>, is_scaled: bool, extension: &str| {
        let look = picture::look(sharing.picture, is_scaled);
        what.file(extract, &format!("{} {look}", what.words.file_map), extension, true)
    };
    let name = |is_scaled: bool, extension: &str| name_of(what.shown(), is_scaled, extension);
    if let Saved::Csv | Saved::Geojson | Saved::Json | Saved::Calendar = saved {
        let (name, mime, text) = data::file(&what, &sharing, saved);
        let is_saved = files::save_text(&name, mime, &text).is_ok();
        return tell(state, if is_saved { Outcome::Saved(name) } else { Outcome::NotSaved });
    }
    let is_filming = matches!(sharing.outcome, Outcome::Filming(..));
    let Some(ground) = untrack(|| state.ground()).filter(|_| !is_filming) else { return };
    let (size, _) = picture::measures(sharing.picture.size);
    match saved {
        Saved::Png => {
            let (name, svg) = (name(true, "png"), picture::svg(&what, &sharing, &ground));
            let scale = f64::from(sharing.picture.scale);
            spawn_local(async move {
                let is_saved = files::save_png(&name, &svg, size, scale).await.is_ok();
                tell(state, if is_saved { Outcome::Saved(name) } else { Outcome::NotSaved });
            });
        }
        Saved::Film => {
            let Some(film) = files::film() else { return };
            // It has all years, whatever is seen.
            let name = name_of(Extract { period: Period::All, ..what.shown() }, false, film.extension);
            let years: Vec<i32> = what.catalog.years().into_iter().flatten().collect();
            spawn_local(async move {
                let of_year = |index: usize| untrack(|| picture::svg_of_year(&what, &sharing, &ground, years[index]));
                let say = |index: usize| tell(state, Outcome::Filming(index + 1, years.len()));
                let is_saved = files::save_film(&name, film, size, years.len(), of_year, say).await.is_ok();
                tell(state, if is_saved { Outcome::Saved(name) } else { Outcome::NotSaved });
            });
        }
        _ => {
            let (name, svg) = (name(false, "svg"), picture::svg(&what, &sharing, &ground));
            let is_saved = files::save_text(&name, "image/svg+xml", &svg).is_ok();
            tell(state, if is_saved { Outcome::Saved(name) } else { Outcome::NotSaved });
        }
    }
}

/// Says what came of it.
fn tell(state: State, outcome: Outcome) {
    state.share_with(|sharing| {
        sharing.outcome = outcome;
        sharing.count += 1;
    });
}
