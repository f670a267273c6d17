//! What tells other programs of the pages: a sitemap, a feed, and oEmbed. All of it names absolute addresses.

use std::fmt::Write as _;

use pracownia::domain::{Catalog, Lang, Meeting, Source, Subject};
use pracownia::export::Day;
use pracownia::panel::subject_name;
use pracownia::text::{Reader, capitalised};
use pracownia::url::{Address, Embedding, to_link};
use serde_json::json;

use super::describe::{description, title};
use super::document::escaped;
use super::page::Page;

/// The size of an embedded page in CSS px, as it is offered to those who ask by oEmbed.
const EMBED_SIZE: (u32, u16) = (800, Embedding::HEIGHT);

/// `sitemap.xml` (sitemaps.org): every page, with its translations.
pub fn sitemap(catalog: &Catalog, site_url: &str) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in Page::all(catalog) {
        let url = |lang| escaped(&format!("{site_url}{}", page.folder(catalog, lang)));
        for lang in Lang::ALL {
            _ = write!(xml, "<url><loc>{}</loc>", url(lang));
            for other in Lang::ALL {
                let tag = other.tag();
                _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\"/>", url(other));
            }
            xml.push_str("</url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

/// An Atom feed (RFC 4287) of the meetings, the latest first.
pub fn feed(reader: Reader<'_>, site_url: &str) -> String {
    let catalog = reader.catalog;
    let home = format!("{site_url}{}", Page::Start.folder(catalog, reader.lang));
    let mut meetings: Vec<_> = catalog.all::<Meeting>().collect();
    meetings.sort_by_key(|(_, meeting)| std::cmp::Reverse(meeting.when.days().1));
    // Since when that is known: the day on which the last of its sources was published; where none of them has a day, the last of all
    // that have one; and else the last day on which the meeting may have taken place.
    let day_of = |source: &Source| {
        let (first, last) = source.published?.days();
        (first == last).then_some(last)
    };
    let latest = catalog.all::<Source>().filter_map(|(_, source)| day_of(source)).max();
    let stamp = |meeting: &Meeting| {
        let own = meeting.provenance.sources.iter().filter_map(|&source| day_of(catalog.get(source))).max();
        rfc3339(Day::of(own.or(latest).unwrap_or(meeting.when.days().1)))
    };
    let updated = meetings.iter().map(|(_, meeting)| stamp(meeting)).max().unwrap_or_else(|| rfc3339(Day::of(0)));
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{}</title><subtitle>{}</subtitle><id>{home}</id><link href=\"{home}\"/>\
         <link rel=\"self\" href=\"{home}feed.xml\"/><updated>{updated}</updated>\
         <author><name>{}</name></author>\n",
        reader.lang.tag(),
        escaped(reader.campaign()),
        escaped(reader.words.lead),
        escaped(reader.campaign()),
    );
    for (key, meeting) in meetings {
        let page = Page::City(meeting.city);
        let url = escaped(&format!("{site_url}{}#{}", page.folder(catalog, reader.lang), meeting.id));
        let topics = meeting.topics.iter().map(|&topic| catalog.get(topic).name.get(reader.lang).to_owned());
        let parts = meeting.title.iter().map(|title| title.get(reader.lang).to_owned()).chain(topics);
        let summary = parts.map(|part| capitalised(&part)).collect::<Vec<_>>().join(". ");
        let summary = if summary.is_empty() { summary } else { format!("<summary>{}</summary>", escaped(&summary)) };
        _ = writeln!(
            xml,
            "<entry><title>{}</title><id>{url}</id><link href=\"{url}\"/><updated>{}</updated>{summary}</entry>",
            escaped(&subject_name(reader, Subject::Meeting(key))),
            stamp(meeting),
        );
    }
    xml.push_str("</feed>\n");
    xml
}

/// What oEmbed 1.0 says of a page: the frame in which it stands in another one.
pub fn oembed(reader: Reader<'_>, page: Page, site_url: &str) -> String {
    let catalog = reader.catalog;
    let address = Address { embedding: Embedding::new().fixed(true), ..page.address(catalog, reader.lang) };
    let title = title(reader, page);
    let (width, height) = EMBED_SIZE;
    let folder = page.folder(catalog, reader.lang);
    let frame = format!(
        // Systems that take the style away leave the attributes.
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
         sandbox=\"{}\" allow=\"fullscreen\" \
         style=\"border:0;width:100%;height:{height}px\"></iframe>",
        escaped(&format!("{site_url}{}", to_link(&address, catalog))),
        escaped(&title),
        Embedding::SANDBOX,
    );
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": reader.campaign(),
        "provider_url": site_url,
        "title": title,
        "description": description(reader, page),
        "html": frame,
        "width": width,
        "height": height,
        "thumbnail_url": format!("{site_url}{folder}card.png"),
        "thumbnail_width": super::card::SIZE.0,
        "thumbnail_height": super::card::SIZE.1,
    });
    format!("{answer}\n")
}

/// The beginning of a day in the form of RFC 3339.
fn rfc3339(day: Day) -> String {
    format!("{}T00:00:00Z", day.iso())
}
