//! From a view of the programme to what is drawn.

use crate::domain::{Catalog, City, Key, Lang, Meeting, Mode, Place, Subject, View, Visitor};

use super::{BackgroundName, Side};

/// What is drawn, in painting order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Names for orientation.
    pub names: Vec<BackgroundName>,
    /// Great circles from guests' home cities to the meetings.
    pub lines: Vec<Line>,
    /// Cities.
    pub markers: Vec<Marker>,
    /// The city where the keyboard enters the map; absent where there is none.
    pub entrance: Option<Key<City>>,
    /// Whether most meetings took place in another country than the one that the base map has as the host's.
    pub is_elsewhere: bool,
}

/// The country that the base map that ships has as the host's (`src/bin/basemap`).
const HOME: &str = "PL";

/// A city on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Marker {
    /// Which city.
    pub city: Key<City>,
    /// Its identifier, stable over scenes.
    pub id: String,
    /// Where.
    pub place: Place,
    /// Its name in the chosen language.
    pub name: String,
    /// Why it is shown.
    pub role: Role,
    /// How it stands out.
    pub stress: Stress,
    /// Where its name stands; absent while there is no room for it.
    pub label: Option<Side>,
    /// A line to its name, where that has room on no side.
    pub lead: Option<Lead>,
    /// How far its symbol stands from its place so that no other hides it: CSS px to the right and down.
    pub shift: (f64, f64),
    /// Whether the tab key stops here; of all cities it does at one.
    pub is_entrance: bool,
}

/// A line from a symbol to its name, which stands on the `label` side of the line's end. Direction and length follow from that end;
/// they are here so that a painter needs no trigonometry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lead {
    /// The end: CSS px to the right of the symbol's centre.
    pub x: f64,
    /// The same, down.
    pub y: f64,
    /// Its direction in sixteenths of a turn, clockwise from the right.
    pub turn: u8,
    /// Its length in CSS px, from the symbol's rim.
    pub length: f64,
}

/// Why a city is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Meetings took place there: how many of those shown.
    Host(usize),
    /// Guests came from there.
    Guest,
}

/// How something stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stress {
    /// It belongs to what is selected.
    Strong,
    /// Nothing is selected.
    Normal,
    /// Something else is selected.
    Weak,
}

/// A great circle from a guest's home city to a meeting's.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Stable over scenes.
    pub id: String,
    /// The guest's home city.
    pub home: Key<City>,
    /// The host city.
    pub host: Key<City>,
    /// Where the home city lies.
    pub from: Place,
    /// Where the host city lies.
    pub to: Place,
    /// Not known to have come in person.
    pub dashed: bool,
    /// How it stands out.
    pub stress: Stress,
}

impl Role {
    /// The radius of its symbol in CSS px: a host's area grows with its number of meetings.
    #[must_use]
    pub fn radius(self) -> f64 {
        match self {
            #[expect(clippy::cast_precision_loss, reason = "numbers of meetings are small")]
            Self::Host(meetings) => 7.5 * (meetings as f64).sqrt().min(4.0),
            Self::Guest => 7.0,
        }
    }
}

/// Composes what `view` shows, with `subject` standing out, named in `lang`. Labels are placed later, when the
/// zoom is known.
#[must_use]
pub fn compose(catalog: &Catalog, view: &View, subject: Option<Subject>, lang: Lang) -> Scene {
    let lines = connections(catalog, view, subject);
    let mut chosen_cities: Vec<Key<City>> = match subject {
        Some(Subject::City(city)) => vec![city],
        Some(Subject::Meeting(meeting)) => vec![catalog.get(meeting).city],
        // Also where no line leads to, because nobody knows from where.
        Some(Subject::Expert(expert)) => {
            let is_there = |meeting: &Meeting| meeting.guests.iter().any(|it| it.visitor == Visitor::Expert(expert));
            let at = view.meetings.iter().map(|&key| catalog.get(key)).filter(|meeting| is_there(meeting));
            at.map(|meeting| meeting.city).chain(catalog.get(expert).city).collect()
        }
        None => Vec::new(),
    };
    for line in lines.iter().filter(|line| line.chosen) {
        chosen_cities.extend([line.home, line.host]);
    }
    let stress = |chosen: bool| match (subject, chosen) {
        (None, _) => Stress::Normal,
        (Some(_), true) => Stress::Strong,
        (Some(_), false) => Stress::Weak,
    };

    let mut shown: Vec<(Key<City>, Role)> =
        view.hosts.iter().map(|&(city, meetings)| (city, Role::Host(meetings))).collect();
    let is_host = |city: Key<City>| view.hosts.iter().any(|&(host, _)| host == city);
    shown.extend(view.homes.iter().filter(|&&city| !is_host(city)).map(|&city| (city, Role::Guest)));
    // What is selected stays on the map even where the period does not show it.
    if let Some(Subject::City(city)) = subject
        && !shown.iter().any(|&(other, _)| other == city)
    {
        shown.push((city, if catalog.host_cities().contains(&city) { Role::Host(1) } else { Role::Guest }));
    }

    let is_elsewhere = catalog.home_country().is_some_and(|code| code.as_str() != HOME);
    let mut scene = Scene { is_elsewhere, ..Scene::default() };
    for Connection { home, host, in_person, chosen } in lines {
        let (from, to) = (catalog.get(home), catalog.get(host));
        let id = format!("{}--{}", from.id, to.id);
        let (Some(from), Some(to)) = (from.place, to.place) else { continue };
        scene.lines.push(Line { id, home, host, from, to, dashed: !in_person, stress: stress(chosen) });
    }
    for (key, role) in shown {
        let city = catalog.get(key);
        let Some(place) = city.place else { continue };
        scene.markers.push(Marker {
            city: key,
            id: city.id.to_string(),
            place,
            name: city.name.get(lang).to_owned(),
            role,
            stress: stress(chosen_cities.contains(&key)),
            label: None,
            lead: None,
            shift: (0.0, 0.0),
            is_entrance: false,
        });
    }
    scene
}

impl Scene {
    /// Lets the keyboard enter the map at `wanted`, or else at a city that stands out, or else at the first one.
    pub fn enter_at(&mut self, wanted: Option<Key<City>>) {
        let markers = &self.markers;
        let wanted = markers.iter().find(|marker| Some(marker.city) == wanted);
        let entrance = wanted.or_else(|| markers.iter().find(|marker| marker.stress == Stress::Strong));
        self.entrance = entrance.or_else(|| markers.first()).map(|marker| marker.city);
        for marker in &mut self.markers {
            marker.is_entrance = Some(marker.city) == self.entrance;
        }
    }
}

/// All guests from one city to one host city.
struct Connection {
    home: Key<City>,
    host: Key<City>,
    in_person: bool,
    chosen: bool,
}

fn connections(catalog: &Catalog, view: &View, subject: Option<Subject>) -> Vec<Connection> {
    let mut lines: Vec<Connection> = Vec::new();
    for &meeting in &view.meetings {
        let host = catalog.get(meeting).city;
        let guests = catalog.get(meeting).guests.iter().enumerate();
        for (_, guest) in guests.filter(|&(index, _)| view.filter.admits_guest(catalog, meeting, index)) {
            let Some(home) = catalog.home_of(guest.visitor) else { continue };
            let in_person = guest.mode == Mode::Present;
            let chosen = match subject {
                None => false,
                Some(Subject::City(city)) => city == home || city == host,
                Some(Subject::Meeting(chosen)) => chosen == meeting,
                Some(Subject::Expert(expert)) => guest.visitor == Visitor::Expert(expert),
            };
            match lines.iter_mut().find(|line| (line.home, line.host) == (home, host)) {
                Some(line) => {
                    line.in_person |= in_person;
                    line.chosen |= chosen;
                }
                None => lines.push(Connection { home, host, in_person, chosen }),
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Expert, Filter, Period, sample};

    fn scene(period: Period, subject: impl Fn(&Catalog) -> Option<Subject>) -> Scene {
        let catalog = sample::catalog();
        compose(&catalog, &View::of(&catalog, period, Filter::default()), subject(&catalog), Lang::Pl)
    }

    fn marker<'a>(scene: &'a Scene, id: &str) -> &'a Marker {
        scene.markers.iter().find(|marker| marker.id == id).expect("a marker")
    }

    #[test]
    fn hosts_and_guests_have_markers_and_lines_between_them() {
        let scene = scene(Period::All, |_| None);
        assert_eq!(scene.markers.len(), 4);
        assert_eq!(marker(&scene, "lublin").role, Role::Host(2));
        assert_eq!(marker(&scene, "tel-aviv").role, Role::Guest);
        let ids: Vec<_> = scene.lines.iter().map(|line| (line.id.as_str(), line.dashed)).collect();
        assert_eq!(
            ids,
            [("amsterdam--lublin", false), ("amsterdam--poznan", false), ("tel-aviv--poznan", true)],
            "in the order of the meetings"
        );
    }

    #[test]
    fn only_what_belongs_to_the_selection_stands_out() {
        let scene = scene(Period::All, |catalog| catalog.find::<Meeting>("poznan-2017").map(Subject::Meeting));
        assert_eq!(marker(&scene, "poznan").stress, Stress::Strong);
        assert_eq!(marker(&scene, "amsterdam").stress, Stress::Strong);
        assert_eq!(marker(&scene, "lublin").stress, Stress::Weak);
        assert_eq!(scene.lines[0].stress, Stress::Weak, "the same guest's line to another meeting");
        assert_eq!(scene.lines[1].stress, Stress::Strong);
    }

    #[test]
    fn of_an_expert_without_a_home_the_meetings_cities_stand_out() {
        let mut catalog = sample::catalog();
        let expert = catalog.find::<Expert>("jan-de-vries").expect("an expert");
        let of = |catalog: &Catalog| {
            let view = View::of(catalog, Period::All, Filter::default());
            let scene = compose(catalog, &view, Some(Subject::Expert(expert)), Lang::Pl);
            let strong = scene.markers.iter().filter(|marker| marker.stress == Stress::Strong);
            strong.map(|marker| marker.id.clone()).collect::<Vec<_>>()
        };
        assert_eq!(of(&catalog), ["lublin", "poznan", "amsterdam"]);
        catalog = sample::without_homes();
        assert_eq!(of(&catalog), ["lublin", "poznan"]);
    }

    #[test]
    fn a_selected_city_is_on_the_map_even_in_a_year_without_it() {
        let scene = scene(Period::Year(2014), |catalog| catalog.find("tel-aviv").map(Subject::City));
        assert_eq!(scene.markers.len(), 1);
        assert_eq!(scene.markers[0].stress, Stress::Strong);
    }

    #[test]
    fn a_hosts_area_grows_with_its_meetings() {
        let area = |n| Role::Host(n).radius().powi(2);
        assert!((area(4) / area(1) - 4.0).abs() < 1e-9);
    }
}
