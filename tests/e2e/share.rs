//! A view is shared: as a link, as code for another page, as a picture, as data, as a citation.

use fantoccini::key::Key;
use serde_json::{Value, json};

use super::accessibility::Report;
use super::harness::{Answer, BROKEN, DESKTOP, PHONE, Page, Setup, browse};

const PART: &str = "part-share-*.wasm";

/// Keeps files that would be saved, by name, and does not save them.
const CATCH_FILES: &str = "
    window.files = [];
    let last;
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { last = blob; return make.call(URL, blob); };
    const { click } = HTMLElement.prototype;
    HTMLElement.prototype.click = function () {
      if (this.download) files.push({ name: this.download, blob: last });
      else click.call(this);
    };
    return null";

/// Opens the dialog at one of its tabs.
async fn open(page: &Page, query: &str, tab: &str) {
    page.open(query).await;
    page.run::<()>("$('.masthead .share-button').click(); return null").await;
    page.until("the dialog is complete", "return !!$('.share [role=tab]')").await;
    page.run::<()>(CATCH_FILES).await;
    page.run::<()>(&format!("$('#share-{tab}').click(); await frames(2); return null")).await;
    page.expect("$('.share [role=tabpanel]')?.id", format!("share-{tab}-panel")).await;
}

/// The text of the file that was saved last, its name and its type, once there are so many.
async fn saved(page: &Page, count: usize) -> (String, String, String) {
    page.expect("files.length", count).await;
    page.run("const { name, blob } = files.at(-1); return [name, blob.type, await blob.text()]").await
}

/// Chooses a value of a field.
async fn choose(page: &Page, id: &str, value: &str) {
    page.run::<()>(&format!(
        "const field = $('#{id}'); field.value = {}; field.dispatchEvent(new Event('change', {{ bubbles: true }}));
         await frames(2); return null",
        json!(value)
    ))
    .await;
}

/// Chooses an option of a group, or turns a switch, by its name.
async fn pick(page: &Page, name: &str) {
    let is_there: bool = page
        .run(&format!(
            "const label = $$('.share label').find((label) => text(label) === {});
             label?.querySelector('input').click(); await frames(2); return !!label",
            json!(name)
        ))
        .await;
    assert!(is_there, "nothing is called {name}");
}

const CODE: &str = "$('#share-code').value";

/// An attribute of the frame that the code makes.
fn attribute(name: &str) -> String {
    format!("new DOMParser().parseFromString({CODE}, 'text/html').querySelector('iframe').getAttribute('{name}')")
}

/// Where an address leads on its site.
fn way(address: &str) -> String {
    format!("(({{ pathname, search }}) => pathname + search)(new URL({address}))")
}

#[test]
fn the_dialog_comes_when_it_is_first_opened_and_gives_the_focus_back() {
    browse(DESKTOP, async |page| {
        page.open("?lang=en").await;
        let asked = |page: &Page| page.server.log().iter().filter(|path| path.contains("part-share-")).count();
        assert_eq!(asked(page), 0, "{:?}", page.server.log());
        for _ in 0..2 {
            page.focus(".masthead .share-button").await;
            page.press(Key::Enter).await;
            page.expect("[!!$('#share[open]'), !!$('#share').contains(document.activeElement)]", json!([true, true]))
                .await;
            page.expect("$$('.share [role=tab]').length", 5).await;
            page.press(Key::Escape).await;
            page.expect("[!!$('#share[open]'), document.activeElement?.className]", json!([false, "share-button"]))
                .await;
        }
        assert_eq!(asked(page), 1, "{:?}", page.server.log());
    });
}

#[test]
fn on_a_phone_it_is_in_the_menu_and_the_focus_comes_back_there() {
    browse(PHONE, async |page| {
        page.open("").await;
        page.click(".menu-button").await;
        page.click(".masthead .share-button").await;
        page.expect("$$('.share [role=tab]').length", 5).await;
        page.expect("$('#share').open", true).await;
        page.expect("$('#share').getBoundingClientRect().width <= innerWidth", true).await;
        // WebKit's driver takes a dialog's button for covered.
        page.run::<()>("$('.share .close').click(); return null").await;
        page.expect("document.activeElement?.className", "menu-button").await;
        page.expect("$('#share').open", false).await;
    });
}

#[test]
fn without_its_part_the_dialog_says_so_and_asks_again() {
    browse(BROKEN, async |page| {
        page.server.replace(PART, Answer::Status(503));
        page.open("?lang=en").await;
        page.click(".masthead .share-button").await;
        page.expect("$$('.share .missing .retry').length", 1).await;
        page.server.mend(PART);
        page.run::<()>("$('.share .retry').click(); return null").await;
        page.expect("$$('.share [role=tab]').length", 5).await;
    });
}

#[test]
fn tabs_are_gone_through_by_arrows() {
    browse(DESKTOP, async |page| {
        open(page, "", "link").await;
        page.focus("#share-link").await;
        let state = "[document.activeElement.id, $$('.share [aria-selected=true]').map(({ id }) => id),
                      $('.share [role=tabpanel]').getAttribute('aria-labelledby'),
                      $('.share [aria-selected=true]').getAttribute('aria-controls') === $('.share [role=tabpanel]').id]";
        for (key, id) in [
            (Key::Right, "share-embed"),
            (Key::Right, "share-picture"),
            (Key::Left, "share-embed"),
            (Key::End, "share-citation"),
            (Key::Right, "share-link"),
            (Key::Left, "share-citation"),
            (Key::Home, "share-link"),
        ] {
            page.press(key).await;
            page.expect(state, json!([id, [id], id, true])).await;
        }
        page.expect("$$('.share [role=tab][tabindex=\"0\"]').length", 1).await;
    });
}

#[test]
fn the_address_is_copied_and_that_is_said() {
    browse(DESKTOP, async |page| {
        open(page, "?year=2016&lang=en", "link").await;
        page.expect("$('#share-address').value", format!("{}en/year/2016/", page.server.url())).await;
        page.run::<()>(
            "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
               writeText: async (text) => { window.copied = text; } } }); return null",
        )
        .await;
        page.click(".share .copy").await;
        page.expect("window.copied", format!("{}en/year/2016/", page.server.url())).await;
        page.expect(
            "[text($('.share .copy')), $('.share .copy').ariaLabel, text($('.share-status'))?.replace('\\u200b', '')]",
            json!(["Copied", "Copied: Address of this view", "Copied: Address of this view"]),
        )
        .await;
        // Where the browser refuses, it is selected.
        page.run::<()>(
            "navigator.clipboard.writeText = async () => { throw new Error('refused'); };
             document.execCommand = () => false; return null",
        )
        .await;
        page.click(".share .copy").await;
        page.expect("text($('.share-status'))?.startsWith('The browser did not allow copying.')", true).await;
        page.expect(
            "(() => { const field = $('#share-address');
               return [document.activeElement === field, field.selectionEnd === field.value.length]; })()",
            json!([true, true]),
        )
        .await;
    });
}

#[test]
fn the_code_follows_each_choice() {
    browse(DESKTOP, async |page| {
        open(page, "?lang=en", "embed").await;
        let query = way(&attribute("src"));
        pick(page, "Fits its content").await;
        page.expect(&query, "/en/?embed=1").await;
        for (name, value) in
            [("title", "City Labs: map and timeline"), ("loading", "lazy"), ("allow", "fullscreen"), ("width", "100%")]
        {
            page.expect(&attribute(name), value).await;
        }
        choose(page, "share-years", "2016").await;
        page.expect(&query, "/en/year/2016/?embed=1").await;
        page.expect(&attribute("title"), "City Labs: 2016: map and timeline").await;
        choose(page, "share-years", "all").await;
        choose(page, "share-focus", "city:kutno").await;
        page.expect(&query, "/en/city/kutno/?embed=1").await;
        // What the years do not show is chosen no more.
        choose(page, "share-years", "2016").await;
        page.expect(&query, "/en/year/2016/?embed=1").await;
        choose(page, "share-years", "all").await;
        choose(page, "share-focus", "topic:ecology").await;
        page.expect(&query, "/en/topic/ecology/?embed=1").await;
        choose(page, "share-focus", "").await;
        pick(page, "Play the years from the start").await;
        page.expect(&query, "/en/?embed=1&play=1").await;
        pick(page, "Polski").await;
        page.expect(&query, "/?embed=1&play=1").await;
        page.expect(&attribute("title"), "Pracownia miast: mapa i\u{a0}oś czasu").await;
        pick(page, "Dark").await;
        page.expect(&query, "/?theme=dark&embed=1&play=1").await;
        pick(page, "Lists").await;
        pick(page, "Title").await;
        page.expect(&query, "/?theme=dark&embed=1&hide=title,list&play=1").await;
        pick(page, "Lists").await;
        page.expect(&query, "/?theme=dark&embed=1&hide=title&play=1").await;
    });
}

#[test]
fn the_height_the_kind_of_code_and_the_preview_follow_their_choices() {
    browse(DESKTOP, async |page| {
        open(page, "?lang=en", "embed").await;
        let query = way(&attribute("src"));
        pick(page, "Dark").await;
        pick(page, "Title").await;
        pick(page, "Fixed").await;
        choose(page, "share-height", "480").await;
        page.expect(&query, "/en/?theme=dark&embed=1&hide=title&height=fixed").await;
        page.expect(&attribute("height"), "480").await;
        page.expect(&way("$('.share-preview iframe').src"), "/en/?theme=dark&embed=1&hide=title&height=fixed").await;
        for (name, class) in [("Phone", "at-phone"), ("Full width", "at-full"), ("Column", "at-column")] {
            pick(page, name).await;
            page.expect("$('.share-preview iframe').className", class).await;
        }
        pick(page, "Script").await;
        page.expect(
            &format!(
                "(() => {{ const code = new DOMParser().parseFromString({CODE}, 'text/html');
                   const map = code.querySelector('pracownia-map');
                   return [map.getAttribute('theme'), map.getAttribute('hide'), map.getAttribute('lang'),
                     map.getAttribute('height'), map.querySelectorAll('a[href]').length,
                     code.querySelector('script').getAttribute('src').endsWith('/embed.js')]; }})()"
            ),
            json!(["dark", "title", "en", "480", 1, true]),
        )
        .await;
    });
}

#[test]
fn the_preview_is_the_app_as_it_would_be_embedded() {
    browse(DESKTOP, async |page| {
        open(page, "?year=2016&lang=en", "embed").await;
        page.expect("$('.share-preview iframe').contentDocument?.documentElement.dataset.app", "ready").await;
        page.expect("$('.share-preview iframe').clientWidth >= 600", true).await;
    });
}

#[test]
fn data_are_saved_in_each_format_with_a_name_that_says_what_they_are() {
    browse(DESKTOP, async |page| {
        open(page, "?year=2016", "data").await;
        let save = async |label: &str| {
            page.run::<()>(&format!(
                "$('.share [aria-label={}]').click(); return null",
                json!(format!("Pobierz: {label}"))
            ))
            .await;
        };
        save("CSV").await;
        let (name, mime, csv) = saved(page, 1).await;
        assert_eq!((name.as_str(), mime.as_str()), ("pracownia-miast-2016-spotkania.csv", "text/csv;charset=utf-8"));
        // `Blob.text` takes the byte order mark for what it is.
        // As a spreadsheet in Poland opens it by a double click, and as programs read it.
        assert!(csv.trim_start_matches('\u{feff}').starts_with("id;when;when_in_words;"), "{csv}");
        assert_eq!(csv.matches("\r\n").count(), 11, "{csv}");
        let start: Vec<u8> =
            page.run("return [...new Uint8Array(await files[0].blob.arrayBuffer()).slice(0, 3)]").await;
        assert_eq!(start, [0xEF, 0xBB, 0xBF]);
        page.expect("text($('.share-status'))?.replace('\\u200b', '')", "Zapisano: pracownia-miast-2016-spotkania.csv")
            .await;

        save("GeoJSON").await;
        let (name, mime, geojson) = saved(page, 2).await;
        assert_eq!((name.as_str(), mime.as_str()), ("pracownia-miast-2016-miasta.geojson", "application/geo+json"));
        let geojson: Value = serde_json::from_str(&geojson).expect("JSON");
        assert_eq!(geojson["type"], "FeatureCollection");

        save("Kalendarz (iCalendar)").await;
        let (name, _, calendar) = saved(page, 3).await;
        assert_eq!(name, "pracownia-miast-2016-kalendarz.ics");
        assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));

        page.run::<()>("$$('[name=share-extent]')[1].click(); return null").await;
        page.run::<()>("$$('[name=share-sheet]')[3].click(); return null").await;
        page.calm().await;
        save("CSV").await;
        let (name, _, csv) = saved(page, 4).await;
        assert_eq!(name, "pracownia-miast-zrodla.csv");
        assert!(csv.contains("https://"), "{csv}");
        page.run::<()>("$$('[name=share-separator]')[0].click(); $$('[name=share-sheet]')[1].click(); return null")
            .await;
        page.calm().await;
        save("CSV").await;
        let (_, _, csv) = saved(page, 5).await;
        assert!(csv.contains("id,name,country,") && csv.contains("GeoNames"), "{csv}");
        save("JSON").await;
        let (name, mime, programme) = saved(page, 6).await;
        assert_eq!((name.as_str(), mime.as_str()), ("pracownia-miast-dane.json", "application/json"));
        let programme: Value = serde_json::from_str(&programme).expect("JSON");
        assert_eq!(programme["meetings"].as_array().map(Vec::len), Some(15));
        assert_eq!(programme["version"], 1);
    });
}

#[test]
fn a_calendar_of_nothing_is_not_offered() {
    browse(DESKTOP, async |page| {
        open(page, "?year=2014&lang=en", "data").await;
        page.expect("$$('.share-file button').map((it) => it.getAttribute('aria-label'))", {
            json!(["Download: CSV", "Download: GeoJSON", "Download: JSON"])
        })
        .await;
        page.expect("text($('.share-panel')).includes('GeoNames (CC BY 4.0)')", true).await;
    });
}

#[test]
fn the_code_for_a_camera_says_the_address_or_any_other() {
    browse(DESKTOP, async |page| {
        open(page, "?year=2016&lang=en", "link").await;
        let code = "$('.share-panel svg')";
        page.expect(
            &format!("{code}.getAttribute('aria-label')"),
            format!("QR code of: {}en/year/2016/", page.server.url()),
        )
        .await;
        let modules = format!("{code}.querySelector('path').getAttribute('d')");
        let before: String = page.run(&format!("return {modules}")).await;
        choose(page, "share-encoded", "https://example.org/another").await;
        page.expect(&format!("{code}.getAttribute('aria-label')"), "QR code of: https://example.org/another").await;
        page.expect(&format!("{modules} !== {}", json!(before)), true).await;
        choose(page, "share-encoded", &"x".repeat(3000)).await;
        page.expect(&format!("!{code} && text($('.share-panel')).includes('too long')"), true).await;
    });
}

#[test]
fn what_stands_out_in_a_picture_is_not_counted_for_the_whole() {
    browse(DESKTOP, async |page| {
        open(page, "?city=kutno&lang=en", "picture").await;
        let lead = "[...$$('.share-picture text')].map(text).find((it) => it.includes('meetings'))";
        page.expect(lead, "2014–2017 · 15 meetings in 11 cities · highlighted: Kutno").await;
    });
}

#[test]
fn a_view_is_cited_with_its_address_and_the_day() {
    browse(DESKTOP, async |page| {
        open(page, "?year=2016&lang=en", "citation").await;
        let today: String = page
            .run(
                "const now = new Date(); const two = (n) => String(n).padStart(2, '0');
                  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`",
            )
            .await;
        let href = format!("{}en/year/2016/", page.server.url());
        page.expect(
            "$('#share-plain').value",
            format!("City Labs: 2016. Map and timeline, data set. {href} (accessed: {today})"),
        )
        .await;
        page.expect("$('#share-bibtex').value.includes('title        = {{City} {Labs}: 2016}')", true).await;
        page.expect("JSON.parse($('#share-csl').value)[0].URL", href).await;
        page.expect("$('#share-licence').value.includes('CC BY 4.0')", true).await;
        page.expect("$$('.share .copy').length", 4).await;
    });
}

#[test]
fn a_picture_is_saved_as_lines_and_as_pixels() {
    browse(DESKTOP, async |page| {
        open(page, "?year=2016&lang=en", "picture").await;
        page.until("the picture is drawn", "return !!$('.share-picture svg')").await;
        page.run::<()>("$$('.share-row button')[0].click(); return null").await;
        let (name, mime, svg) = saved(page, 1).await;
        assert_eq!((name.as_str(), mime.as_str()), ("city-labs-2016-map-16x9-light.svg", "image/svg+xml"));
        assert!(
            svg.starts_with("<?xml")
                && svg.contains("City Labs")
                && svg.contains("Natural Earth")
                && svg.contains("As of "),
            "{svg:.400}"
        );
        page.expect(
            "(async () => { const svg = new DOMParser().parseFromString(await files[0].blob.text(), 'image/svg+xml');
               return [svg.documentElement.localName, svg.documentElement.getAttribute('width'),
                 svg.querySelectorAll('script, foreignObject, image, parsererror').length,
                 [...svg.querySelectorAll('text')].some(({ textContent }) => textContent === 'Poznań')]; })()",
            json!(["svg", "1200", 0, true]),
        )
        .await;
        page.run::<()>("$$('[name=share-size]')[1].click(); return null").await;
        page.run::<()>("$$('[name=share-scale]')[0].click(); $$('[name=share-shade]')[1].click(); return null").await;
        page.calm().await;
        page.run::<()>("$$('.share-row button')[1].click(); return null").await;
        page.expect("files.length", 2).await;
        page.expect(
            "(async () => { const { name, blob } = files[1];
               const image = new Image(); image.src = URL.createObjectURL(blob); await image.decode();
               return [name, blob.type, image.naturalWidth, image.naturalHeight, blob.size > 20000]; })()",
            json!(["city-labs-2016-map-1x1-dark-1x.png", "image/png", 1080, 1080, true]),
        )
        .await;
    });
}

#[test]
fn a_film_of_the_years_is_recorded_and_plays() {
    browse(DESKTOP, async |page| {
        open(page, "?lang=en", "picture").await;
        page.until("the picture is drawn", "return !!$('.share-picture svg')").await;
        let can_film: bool =
            page.run("return $$('.share-panel button').some((node) => text(node) === 'Download the film')").await;
        if !can_film {
            // Where the browser records nothing, the dialog says so in place of the button.
            page.expect("text($('.share-panel')).includes('This browser cannot make a film')", true).await;
            page.expect("typeof MediaRecorder === 'undefined' || !MediaRecorder.isTypeSupported('video/webm')", true)
                .await;
            return;
        }
        page.run::<()>(
            "$$('.share-panel button').find((node) => text(node) === 'Download the film').click(); return null",
        )
        .await;
        page.until("the film says that it is made", "return text($('.share-status')).includes('Making the film')")
            .await;
        page.until("the film is saved", "return files.length === 1").await;
        // What is seen of it, and how different its first year is from a later one. As it plays: not every browser seeks in
        // what a recorder wrote, which has no index.
        page.run::<()>(
            "const [{ blob }] = files;
             window.video = Object.assign(document.createElement('video'), { muted: true, src: URL.createObjectURL(blob) });
             window.seen = () => {
               const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 169 });
               const context = canvas.getContext('2d');
               context.drawImage(video, 0, 0, 300, 169);
               return context.getImageData(0, 0, 300, 169).data;
             };
             window.stills = [];
             const look = () => {
               if (video.currentTime >= [0.5, 3.4][stills.length]) stills.push(seen());
               if (stills.length < 2) setTimeout(look, 50);
             };
             look();
             video.play().catch((error) => { window.refused = String(error); });
             return null",
        )
        .await;
        page.until("the film begins", "return stills.length > 0 || (window.refused ?? false)").await;
        page.until("the film goes on", "return stills.length > 1").await;
        page.run::<()>(
            "const [first, third] = stills;
             let differing = 0;
             for (let index = 0; index < first.length; index += 4) differing += Math.abs(first[index] - third[index]) > 40;
             const [{ name, blob }] = files;
             window.film = [name, blob.type, video.videoWidth, video.videoHeight, differing > 100];
             return null",
        )
        .await;
        page.expect("film", json!(["city-labs-map-16x9-light.webm", "video/webm", 1200, 675, true])).await;
    });
}

#[test]
fn the_preview_is_as_high_as_what_it_shows() {
    browse(DESKTOP, async |page| {
        open(page, "?year=2016&lang=en", "embed").await;
        for width in ["Phone", "Column"] {
            pick(page, width).await;
            page.expect(
                "(() => { const frame = $('.share-preview iframe'); const inner = frame.contentDocument?.documentElement;
                   return inner?.dataset.app === 'ready' && Math.abs(frame.offsetHeight - inner.scrollHeight) <= 2
                     && frame.offsetHeight !== 640; })()",
                true,
            )
            .await;
        }
    });
}

#[test]
fn where_the_organiser_has_frozen_the_map_the_code_may_stay_as_it_is_today() {
    browse(DESKTOP, async |page| {
        page.server.replace("frozen/0123456789abcdef/*", "<!doctype html><title>frozen</title>");
        open(page, "?year=2016&lang=en", "embed").await;
        // Nothing is offered that is not there.
        page.expect("$$('[name=share-version]').length", 0).await;
        page.run::<()>("document.documentElement.dataset.frozen = 'frozen/0123456789abcdef/'; return null").await;
        pick(page, "Phone").await;
        page.expect(&format!("{CODE}.includes('frozen')"), false).await;
        pick(page, "Frozen").await;
        for (code, wanted) in [
            ("Frame", "iframe[src*='/frozen/0123456789abcdef/en/year/2016/?embed=1']"),
            ("Script", "script[src$='/frozen/0123456789abcdef/embed.js']"),
        ] {
            pick(page, code).await;
            page.expect(
                &format!(
                    "new DOMParser().parseFromString({CODE}, 'text/html').querySelectorAll({}).length",
                    json!(wanted)
                ),
                1,
            )
            .await;
        }
    });
}

#[test]
fn hostile_names_stay_names_in_all_that_is_shared() {
    browse(DESKTOP, async |page| {
        let hostile = "=cmd|x</script><img src=x onerror=window.hacked=1>\"'";
        let programme = include_str!("../../data/programme.json");
        let mut programme: Value = serde_json::from_str(programme).expect("JSON");
        programme["title"] = json!({ "pl": hostile, "en": hostile });
        for meeting in programme["meetings"].as_array_mut().expect("a list") {
            meeting["title"] = json!({ "pl": hostile, "en": hostile });
        }
        page.server.replace("data/programme.json", &programme);
        open(page, "?lang=en", "embed").await;
        for code in ["Frame", "Script"] {
            pick(page, code).await;
            page.expect(
                &format!(
                    "$$('*', new DOMParser().parseFromString({CODE}, 'text/html')).map(({{ localName }}) => localName)
                    .filter((name) => name === 'img').length"
                ),
                0,
            )
            .await;
        }
        page.run::<()>("$('#share-data').click(); await frames(2); return null").await;
        page.run::<()>("$('.share [aria-label=\"Download: CSV\"]').click(); return null").await;
        let (name, _, csv) = saved(page, 1).await;
        assert!(name.ends_with("-meetings.csv") && !name.contains('<'), "{name}");
        assert!(csv.contains("\"'=cmd|x</script>") && !csv.contains(",=cmd"), "{csv:.600}");
        page.run::<()>("$('#share-picture').click(); return null").await;
        page.until("the picture is drawn", "return !!$('.share-picture svg')").await;
        page.run::<()>("$$('.share-row button')[0].click(); return null").await;
        let (_, _, svg) = saved(page, 2).await;
        assert!(!svg.contains("<img") && svg.contains("&lt;img"), "{svg:.600}");
        page.expect("window.hacked ?? null", Value::Null).await;
    });
}

#[test]
fn in_an_embed_the_dialog_shares_the_view_by_itself() {
    browse(DESKTOP, async |page| {
        open(page, "?year=2016&lang=en&embed=1", "link").await;
        page.expect("$('#share-address').value", format!("{}en/year/2016/", page.server.url())).await;
        page.expect("$('.share-panel a').target", "_blank").await;
    });
}

#[test]
fn the_dialog_is_accessible() {
    let setups = [DESKTOP, Setup { dark: true, size: (360, 740), ..DESKTOP }];
    for (setup, lang) in setups.into_iter().zip(["", "?lang=en"]) {
        browse(setup, async |page| {
            let mut report = Report::default();
            page.open(lang).await;
            // The menu of a phone has it.
            page.run::<()>("$('.masthead .share-button').click(); return null").await;
            page.until("the dialog is complete", "return !!$('.share [role=tab]')").await;
            for tab in ["link", "embed", "picture", "data", "citation"] {
                page.run::<()>(&format!("$('#share-{tab}').click(); return null")).await;
                page.until("the tab is complete", "return !$('.share .awaited')").await;
                page.until(
                    "the preview is complete",
                    "const frame = $('.share-preview iframe');
                     return !frame || frame.contentDocument?.documentElement.dataset.app === 'ready'",
                )
                .await;
                page.calm().await;
                report.check(page, &format!("{tab} {lang}")).await;
                // Nothing makes it wider than the screen.
                page.expect("$('.share-panel').scrollWidth <= $('.share-panel').clientWidth", true).await;
                page.expect(
                    "$$('.share button, .share a, .share select, .share .choices label')
                       .filter((node) => node.checkVisibility()).filter((node) => node.getBoundingClientRect().height < 43.9)
                       .map((node) => node.outerHTML)",
                    json!([]),
                )
                .await;
                page.photograph("screenshots", &format!("share-{tab}-{}", setup.size.0)).await;
            }
            report.assert_empty();
        });
    }
}

#[test]
fn a_frame_by_itself_needs_no_scrolling_at_any_width() {
    browse(DESKTOP, async |page| {
        open(page, "?year=2016&lang=en", "embed").await;
        page.expect(&attribute("height"), "800").await;
        let code: String = page.run(&format!("return {CODE}")).await;
        for width in [300, 360, 640, 800, 1100] {
            page.run::<()>(&format!(
                "document.body.innerHTML = `<div style='width:{width}px'>${{{}}}</div>`;
                 $('iframe').loading = 'eager'; return null",
                json!(code)
            ))
            .await;
            page.expect(
                "(() => { const inner = $('iframe').contentDocument?.documentElement;
                   return inner?.dataset.app === 'ready' && [inner.clientWidth, inner.scrollHeight <= inner.clientHeight]; })()",
                json!([width, true]),
            )
            .await;
        }
    });
}
