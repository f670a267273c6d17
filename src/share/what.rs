//! What is shared: the view, by name and address.

use std::sync::Arc;

use crate::browser;
use crate::browser::{files, stage};
use crate::domain::{Catalog, Facet, Filter, Focus, Lang, Meeting, Period, Subject, View};
use crate::export::{Citation, Day, Extent, Extract, file_name};
use crate::state::{Sharing, State};
use crate::text::{self, ShareWords, Words};
use crate::url::{self, Address, Embedding, SubjectId};

/// The view that is shared.
pub(super) struct What {
    pub catalog: Arc<Catalog>,
    pub view: Arc<View>,
    pub period: Period,
    pub subject: Option<Subject>,
    pub lang: Lang,
    pub words: &'static ShareWords,
    /// The words of the page itself.
    pub page_words: &'static Words,
    /// Its choices, without what concerns a frame.
    pub address: Address,
    /// Where the app stands; of one that was opened from a disk, where it is published. Empty where nobody knows that.
    pub page: String,
    /// Whether it was opened from a disk, where it can frame nothing.
    pub is_file: bool,
    /// The root of the site, where it has a page for each view that has a name.
    site: Option<String>,
    /// Where it stands as it is today, for good.
    pub frozen: Option<String>,
    /// The day that it is.
    pub today: Option<Day>,
    /// The state, for what else is to be known of it.
    pub state: State,
}

impl What {
    pub fn of(state: State) -> Self {
        let lang = state.lang();
        let is_file = stage::is_file();
        Self {
            catalog: state.catalog(),
            view: state.view(),
            period: state.period(),
            subject: state.subject(),
            lang,
            words: ShareWords::of(lang),
            page_words: Words::of(lang),
            address: Address { embedding: Embedding::default(), ..state.address() },
            page: if is_file { stage::public_address().unwrap_or_default() } else { browser::address() },
            is_file,
            site: files::site(),
            frozen: files::frozen(),
            today: files::today().map(|(year, month, day)| Day { year, month, day }),
            state,
        }
    }

    /// The address of the view by itself; empty where others can open none.
    pub fn url(&self) -> String {
        if self.root(false).is_empty() { String::new() } else { self.link(&self.address, false) }
    }

    /// The address of a view: that of its own page, where it has one, for that can be read without scripts and has its own
    /// picture in social networks. As it is today, or as it will be.
    pub fn link(&self, address: &Address, is_frozen: bool) -> String {
        let way = if self.site.is_some() { url::to_link(address, &self.catalog) } else { url::to_query(address) };
        [self.root(is_frozen), &way].concat()
    }

    /// Where the app stands, as it is today or as it will be.
    pub fn root(&self, is_frozen: bool) -> &str {
        self.frozen.as_ref().filter(|_| is_frozen).or(self.site.as_ref()).unwrap_or(&self.page)
    }

    pub fn title(&self) -> &str {
        text::campaign(&self.catalog, self.lang)
    }

    /// What of the campaign it is, such as "Lublin, 2016"; empty for all of it.
    pub fn part(&self) -> String {
        part(&self.catalog, self.lang, self.period, self.subject, &self.view.filter)
    }

    /// What is asked for beside the years, for a picture that tells these itself.
    pub fn lead(&self) -> String {
        part(&self.catalog, self.lang, Period::All, None, &self.view.filter)
    }

    /// What stands out in a picture of a view, if it shows that.
    pub fn subject_in(&self, view: &View) -> Option<(Subject, String)> {
        let subject = self.subject.filter(|&subject| view.shows(subject))?;
        Some((subject, part(&self.catalog, self.lang, Period::All, Some(subject), &Filter::default())))
    }

    /// Title and part in one.
    pub fn name(&self) -> String {
        named(self.title(), &self.part())
    }

    /// What is displayed, as it is exported.
    pub fn shown(&self) -> Extract<'_> {
        Extract { catalog: &self.catalog, view: &self.view, period: self.period, lang: self.lang }
    }

    /// The name of a file of it.
    pub fn file(&self, extract: Extract<'_>, what: &str, extension: &str, has_subject: bool) -> String {
        let subject = self.address.subject.as_ref().filter(|_| has_subject).map(|subject| match subject {
            SubjectId::City(id) | SubjectId::Meeting(id) | SubjectId::Expert(id) => id.clone(),
        });
        file_name(extract, &Extent { subject }, what, extension)
    }

    pub fn citation(&self) -> Citation {
        let key = self.file(self.shown(), "", "", true);
        Citation {
            lang: self.lang,
            title: self.title().to_owned(),
            part: self.part(),
            url: self.url(),
            key: key.trim_end_matches('.').to_owned(),
            accessed: self.today,
        }
    }

    /// What an embed shows.
    pub fn embedded(&self, sharing: &Sharing) -> Address {
        let embed = &sharing.embed;
        let mut address = self.address.clone();
        if embed.years.is_some() || embed.focus.is_some() {
            // Where the map was moved to was another view.
            address.camera = None;
        }
        if let Some(period) = embed.years {
            address.period = period;
            let shown = View::of(&self.catalog, period, self.view.filter.clone());
            if self.subject.is_none_or(|subject| !shown.shows(subject)) {
                address.subject = None;
            }
        }
        match embed.focus {
            Some(Focus::Subject(Subject::City(city))) => {
                address.subject = Some(SubjectId::City(self.catalog.get(city).id.to_string()));
                address.filter = url::FilterIds::default();
            }
            Some(Focus::Facet(Facet::Topic(topic))) => {
                address.subject = None;
                address.filter =
                    url::FilterIds { topic: Some(self.catalog.get(topic).id.to_string()), ..url::FilterIds::default() };
            }
            _ => {}
        }
        address.lang = embed.lang.unwrap_or(self.lang);
        address.theme = embed.theme;
        address.embedding = embed.embedding.clone().fixed(embed.is_fixed());
        address
    }

    /// The title of an embed, in its own language.
    pub fn embedded_name(&self, sharing: &Sharing) -> String {
        let embed = &sharing.embed;
        let lang = embed.lang.unwrap_or(self.lang);
        let title = text::campaign(&self.catalog, lang);
        let (subject, filter) = match embed.focus {
            Some(Focus::Subject(subject)) => (Some(subject), Filter::default()),
            Some(Focus::Facet(facet)) => (None, Filter::default().with(facet)),
            None => {
                let filter = &self.view.filter;
                let is_shown = |period, subject| View::of(&self.catalog, period, filter.clone()).shows(subject);
                let subject = self.subject.filter(|&it| embed.years.is_none_or(|period| is_shown(period, it)));
                (subject, filter.clone())
            }
        };
        named(title, &part(&self.catalog, lang, embed.years.unwrap_or(self.period), subject, &filter))
    }
}

fn named(title: &str, part: &str) -> String {
    if part.is_empty() { title.to_owned() } else { format!("{title}: {part}") }
}

/// What of the campaign a view is, in words.
fn part(catalog: &Catalog, lang: Lang, period: Period, subject: Option<Subject>, filter: &Filter) -> String {
    let words = Words::of(lang);
    let city = |key| catalog.get::<crate::domain::City>(key).name.get(lang).to_owned();
    let mut parts = Vec::new();
    parts.extend(subject.map(|subject| match subject {
        Subject::City(key) => city(key),
        Subject::Expert(key) => catalog.get(key).name.clone(),
        Subject::Meeting(key) => {
            let meeting: &Meeting = catalog.get(key);
            format!("{}, {}", city(meeting.city), text::date(words, meeting.when))
        }
    }));
    parts.extend(filter.topic.map(|topic| catalog.get(topic).name.get(lang).to_owned()));
    parts.extend(filter.edition.map(|edition| (words.edition)(catalog.get(edition).number)));
    // A meeting's name has its date.
    if period != Period::All && !matches!(subject, Some(Subject::Meeting(_))) {
        let years = catalog.years().map(|all| period.span(&all));
        parts.extend(years.map(|(first, last)| text::years(first, last)));
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;

    #[test]
    fn the_name_of_a_view_says_a_year_once() {
        let catalog = sample::catalog();
        let name = |period, subject| part(&catalog, Lang::En, period, subject, &Filter::default());
        let meeting = catalog.find("poznan-2017").map(Subject::Meeting);
        assert_eq!(name(Period::Year(2017), meeting).matches("2017").count(), 1);
        assert_eq!(name(Period::Year(2017), meeting), name(Period::All, meeting));
        let city = catalog.find("poznan").map(Subject::City);
        assert_eq!(name(Period::Year(2017), city), "Poznań, 2017");
        assert_eq!(name(Period::Year(2017), None), "2017");
    }
}
