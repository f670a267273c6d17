//! Which pages there are, where each stands, and what it looks at.

use pracownia::domain::{
    Catalog, City, Edition, Expert, Facet, Filter, Focus, Guest, Key, Lang, Meeting, Period, Subject, Topic, View,
    Visitor,
};
use pracownia::markup::Action;
use pracownia::scene::{Frame, Role, Scene, compose};
use pracownia::url::{Address, Display, FilterIds, SubjectId, folder};

/// A page that stands without scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The whole campaign.
    Start,
    /// One year.
    Year(i32),
    /// An edition.
    Edition(Key<Edition>),
    /// A city, with all its meetings.
    City(Key<City>),
    /// A guest expert.
    Expert(Key<Expert>),
    /// A theme.
    Topic(Key<Topic>),
}

impl Page {
    /// Every page, in the order of the sitemap.
    pub fn all(catalog: &Catalog) -> Vec<Self> {
        let mut pages = vec![Self::Start];
        pages.extend(catalog.years().into_iter().flatten().map(Self::Year));
        pages.extend(catalog.all::<Edition>().map(|(key, _)| Self::Edition(key)));
        pages.extend(catalog.all::<City>().map(|(key, _)| Self::City(key)));
        pages.extend(catalog.all::<Expert>().map(|(key, _)| Self::Expert(key)));
        pages.extend(catalog.all::<Topic>().map(|(key, _)| Self::Topic(key)));
        pages
    }

    /// Its folder, from the root of the site: empty, or with a slash at its end.
    pub fn folder(self, catalog: &Catalog, lang: Lang) -> String {
        // Of every page there is one (`there_is_a_page_for_everything_in_both_languages`, in `tests/pages.rs`).
        folder(&self.address(catalog, lang), catalog).unwrap_or_default()
    }

    /// What the app shows in its place.
    pub fn address(self, catalog: &Catalog, lang: Lang) -> Address {
        let mut address = Address { lang, ..Address::default() };
        match self {
            Self::Start => {}
            Self::Year(year) => address.period = Period::Year(year),
            Self::Edition(key) => {
                let edition = Some(catalog.get(key).id.to_string());
                address.filter = FilterIds { edition, ..FilterIds::default() };
            }
            Self::City(key) => address.subject = Some(SubjectId::City(catalog.get(key).id.to_string())),
            Self::Expert(key) => address.subject = Some(SubjectId::Expert(catalog.get(key).id.to_string())),
            Self::Topic(key) => {
                let topic = Some(catalog.get(key).id.to_string());
                address.filter = FilterIds { topic, ..FilterIds::default() };
            }
        }
        address
    }

    /// Its time.
    pub fn period(self) -> Period {
        match self {
            Self::Year(year) => Period::Year(year),
            _ => Period::All,
        }
    }

    /// What of that time is looked at.
    pub fn filter(self) -> Filter {
        match self {
            Self::Edition(key) => Filter { edition: Some(key), ..Filter::default() },
            Self::Topic(key) => Filter { topic: Some(key), ..Filter::default() },
            _ => Filter::default(),
        }
    }

    /// What is looked at closely.
    pub fn subject(self) -> Option<Subject> {
        match self {
            Self::City(key) => Some(Subject::City(key)),
            Self::Expert(key) => Some(Subject::Expert(key)),
            _ => None,
        }
    }

    /// What its detail is of.
    pub fn focus(self) -> Option<Focus> {
        Focus::of(self.subject(), &self.filter()).first().copied()
    }

    /// All that its map shows.
    pub fn view(self, catalog: &Catalog) -> View {
        View::of(catalog, self.period(), self.filter())
    }

    /// The part of it that the page tells: of a city and of an expert their own meetings alone.
    pub fn own_view(self, catalog: &Catalog) -> View {
        let mut view = self.view(catalog);
        let is_own = |meeting: &Meeting| match self {
            Self::City(city) => {
                let is_home = |guest: &Guest| catalog.home_of(guest.visitor) == Some(city);
                meeting.city == city || meeting.guests.iter().any(is_home)
            }
            Self::Expert(expert) => meeting.guests.iter().any(|guest| guest.visitor == Visitor::Expert(expert)),
            Self::Start | Self::Year(_) | Self::Edition(_) | Self::Topic(_) => true,
        };
        let View { meetings, hosts, .. } = &mut view;
        meetings.retain(|&key| is_own(catalog.get(key)));
        for (host, held) in hosts.iter_mut() {
            *held = meetings.iter().filter(|&&key| catalog.get(key).city == *host).count();
        }
        hosts.retain(|&(_, held)| held > 0);
        view
    }

    /// Its map, and what of the Earth that shows: the host country, or where guests came from.
    pub fn scene(self, catalog: &Catalog, lang: Lang) -> (Scene, Frame) {
        let scene = compose(catalog, &self.view(catalog), self.subject(), lang);
        let is_guest = |city| scene.markers.iter().any(|marker| marker.city == city && marker.role == Role::Guest);
        let home = match self {
            Self::City(key) => Some(key),
            Self::Expert(key) => catalog.get(key).city,
            _ => None,
        };
        let frame = if home.is_some_and(is_guest) { Frame::Selection } else { Frame::Home };
        (scene, frame)
    }

    /// The meetings that it tells in full: each stands on the page of its city.
    pub fn meetings(self, catalog: &Catalog) -> Vec<Key<Meeting>> {
        let Self::City(city) = self else { return Vec::new() };
        catalog.all::<Meeting>().filter(|(_, meeting)| meeting.city == city).map(|(key, _)| key).collect()
    }
}

/// The page that an action leads to, and where on it; nothing where there is none.
pub fn target(catalog: &Catalog, action: Action) -> Option<(Page, String)> {
    let whole = |page| Some((page, String::new()));
    match action {
        Action::Select(subject) | Action::Visit(subject) => match subject {
            Subject::City(key) => whole(Page::City(key)),
            Subject::Expert(key) => whole(Page::Expert(key)),
            // It is told on the page of its city.
            Subject::Meeting(key) => {
                let meeting = catalog.get(key);
                Some((Page::City(meeting.city), format!("#{}", meeting.id)))
            }
        },
        Action::Narrow(facet) | Action::Explore(facet) => match facet {
            Facet::Edition(key) => whole(Page::Edition(key)),
            Facet::Topic(key) => whole(Page::Topic(key)),
            Facet::Country(_) | Facet::Kind(_) => None,
        },
        Action::Show(Period::All) => whole(Page::Start),
        Action::Show(Period::Year(year)) | Action::Choose(year) => whole(Page::Year(year)),
        Action::Display(Display::About) => Some((Page::Start, "#about".to_owned())),
        _ => None,
    }
}
