//! Structured data: schema.org in JSON-LD, for search engines. It states no more than the data does.

use pracownia::domain::{CalendarDate, City, Expert, Key, Meeting, Mode, Qualifier, Visitor};
use pracownia::text::Reader;
use serde_json::{Map, Value, json};

use super::page::Page;

/// What a page tells of, as a `script` element; none where nothing is known of it. `url` gives the absolute address of a page, if
/// the site has one.
pub fn json_ld(reader: Reader<'_>, page: Page, url: &dyn Fn(Page) -> Option<String>) -> String {
    let catalog = reader.catalog;
    let describe = Describe { reader, url };
    let about: Vec<Value> = match page {
        Page::Start => vec![describe.campaign()],
        Page::Expert(key) => vec![describe.person(key)],
        Page::City(key) => std::iter::once(describe.city(key))
            .chain(page.meetings(catalog).into_iter().map(|key| describe.event(key)))
            .collect(),
        Page::Year(_) | Page::Edition(_) | Page::Topic(_) => {
            page.view(catalog).meetings.into_iter().map(|key| describe.event(key)).collect()
        }
    };
    if about.is_empty() {
        return String::new();
    }
    // No text may end the element: `<` is written as JSON's escape.
    let json = json!({ "@context": "https://schema.org", "@graph": about }).to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>")
}

struct Describe<'a> {
    reader: Reader<'a>,
    url: &'a dyn Fn(Page) -> Option<String>,
}

impl Describe<'_> {
    fn text(&self, text: &pracownia::domain::Localized) -> String {
        text.get(self.reader.lang).to_owned()
    }

    fn record(&self, kind: &str, name: String, page: Option<Page>) -> Map<String, Value> {
        let mut record = Map::new();
        record.insert("@type".into(), kind.into());
        record.insert("name".into(), name.into());
        if let Some(url) = page.and_then(self.url) {
            record.insert("url".into(), url.into());
        }
        record
    }

    fn campaign(&self) -> Value {
        let mut series = self.record("EventSeries", self.reader.campaign().to_owned(), Some(Page::Start));
        let catalog = self.reader.catalog;
        if let Some(span) = catalog.span() {
            series.insert("startDate".into(), span.years().start().to_string().into());
            series.insert("endDate".into(), span.years().end().to_string().into());
        }
        let events = catalog.all::<Meeting>().map(|(key, _)| self.event(key)).collect();
        series.insert("subEvent".into(), Value::Array(events));
        series.into()
    }

    /// A city on its own page, with its coordinates.
    fn city(&self, key: Key<City>) -> Value {
        let mut city = self.place(key);
        if let Some(at) = self.reader.catalog.get(key).place {
            city["geo"] = json!({ "@type": "GeoCoordinates", "latitude": at.lat(), "longitude": at.lon() });
        }
        city
    }

    fn place(&self, key: Key<City>) -> Value {
        let city = self.reader.catalog.get(key);
        let mut place = self.record("City", self.text(&city.name), Some(Page::City(key)));
        if let Some(country) = city.country {
            place.insert("address".into(), json!({ "@type": "PostalAddress", "addressCountry": country.as_str() }));
        }
        place.into()
    }

    fn event(&self, key: Key<Meeting>) -> Value {
        let (reader, catalog) = (self.reader, self.reader.catalog);
        let meeting = catalog.get(key);
        let city = self.text(&catalog.get(meeting.city).name);
        let name =
            meeting.title.as_ref().map_or_else(|| format!("{}: {city}", reader.campaign()), |title| self.text(title));
        let mut event = self.record("Event", name, None);
        if let Some(url) = (self.url)(Page::City(meeting.city)) {
            event.insert("url".into(), format!("{url}#{}", meeting.id).into());
        }
        let ends = [("startDate", Some(meeting.when.start())), ("endDate", meeting.when.end())];
        for (name, date) in ends {
            if let Some(date) = date.and_then(iso_date) {
                event.insert(name.into(), date.into());
            }
        }
        event.insert("location".into(), self.place(meeting.city));
        let topics: Vec<String> = meeting.topics.iter().map(|&topic| self.text(&catalog.get(topic).name)).collect();
        if !topics.is_empty() {
            event.insert("about".into(), topics.into());
        }
        let people: Vec<Value> = meeting
            .guests
            .iter()
            // Of one who was only announced nobody knows that they came.
            .filter(|guest| guest.mode != Mode::Announced)
            .filter_map(|guest| match guest.visitor {
                Visitor::Expert(expert) => Some(self.person(expert)),
                Visitor::City(_) => None,
            })
            .collect();
        if !people.is_empty() {
            event.insert("performer".into(), people.into());
        }
        event.into()
    }

    fn person(&self, key: Key<Expert>) -> Value {
        let catalog = self.reader.catalog;
        let expert = catalog.get(key);
        let mut person = self.record("Person", expert.name.clone(), Some(Page::Expert(key)));
        if let Some(role) = &expert.role {
            // Not `jobTitle`: it may be an organisation.
            person.insert("description".into(), self.text(role).into());
        }
        if let Some(city) = expert.city {
            person.insert("homeLocation".into(), self.place(city));
        }
        person.into()
    }
}

/// ISO 8601 of the precision that is known; nothing of what is not certain, which schema.org cannot say.
fn iso_date(date: CalendarDate) -> Option<String> {
    let is_certain = date.qualifier() == Qualifier::Certain && !date.is_decade();
    is_certain.then(|| date.to_string())
}
