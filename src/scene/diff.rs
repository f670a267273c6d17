//! What has to change on the map to come from one scene to the next.

use super::{BackgroundName, Line, Marker, Scene};

/// One change for a painter.
#[derive(Clone, Debug, PartialEq)]
pub enum Patch<'a> {
    /// A name for orientation appears.
    AddName(&'a BackgroundName),
    /// A name for orientation that stays moves or is in another language.
    MoveName(&'a BackgroundName),
    /// A name for orientation disappears: its id.
    RemoveName(&'a str),
    /// A city appears.
    AddMarker(&'a Marker),
    /// A city that stays changes its role, stress, name or label.
    RestyleMarker(&'a Marker),
    /// A city disappears: its id.
    RemoveMarker(&'a str),
    /// A line appears.
    AddLine(&'a Line),
    /// A line that stays changes its stress or dashes.
    RestyleLine(&'a Line),
    /// A line disappears: its id.
    RemoveLine(&'a str),
}

/// The changes from `old` to `new`; nothing for what is equal in both.
#[must_use]
pub fn diff<'a>(old: &'a Scene, new: &'a Scene) -> Vec<Patch<'a>> {
    let mut patches = Vec::new();
    keyed(
        &old.names,
        &new.names,
        |name| &name.id,
        |change| {
            patches.push(match change {
                Change::Add(name) => Patch::AddName(name),
                Change::Update(name) => Patch::MoveName(name),
                Change::Remove(name) => Patch::RemoveName(&name.id),
            });
        },
    );
    keyed(
        &old.lines,
        &new.lines,
        |line| &line.id,
        |change| {
            patches.push(match change {
                Change::Add(line) => Patch::AddLine(line),
                Change::Update(line) => Patch::RestyleLine(line),
                Change::Remove(line) => Patch::RemoveLine(&line.id),
            });
        },
    );
    keyed(
        &old.markers,
        &new.markers,
        |marker| &marker.id,
        |change| {
            patches.push(match change {
                Change::Add(marker) => Patch::AddMarker(marker),
                Change::Update(marker) => Patch::RestyleMarker(marker),
                Change::Remove(marker) => Patch::RemoveMarker(&marker.id),
            });
        },
    );
    patches
}

enum Change<'a, T> {
    Add(&'a T),
    Update(&'a T),
    Remove(&'a T),
}

/// Compares two lists of things with ids. Lists are short (a few dozen cities), so looking each one up is enough.
fn keyed<'a, T: PartialEq>(
    old: &'a [T],
    new: &'a [T],
    id: impl Fn(&T) -> &String,
    mut emit: impl FnMut(Change<'a, T>),
) {
    for item in old {
        if !new.iter().any(|other| id(other) == id(item)) {
            emit(Change::Remove(item));
        }
    }
    for item in new {
        match old.iter().find(|other| id(other) == id(item)) {
            None => emit(Change::Add(item)),
            Some(before) if before != item => emit(Change::Update(item)),
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Filter, Lang, Period, View, sample};
    use crate::scene::compose;

    fn scene(period: Period) -> Scene {
        let catalog = sample::catalog();
        compose(&catalog, &View::of(&catalog, period, Filter::default()), None, Lang::Pl)
    }

    #[test]
    fn equal_scenes_need_no_change() {
        assert_eq!(diff(&scene(Period::All), &scene(Period::All)), []);
    }

    #[test]
    fn only_what_changed_is_touched() {
        let (old, new) = (scene(Period::Year(2016)), scene(Period::Year(2017)));
        let mut added = 0;
        let mut removed = 0;
        for patch in diff(&old, &new) {
            match patch {
                Patch::AddMarker(_) | Patch::AddLine(_) => added += 1,
                Patch::RemoveMarker(_) | Patch::RemoveLine(_) => removed += 1,
                // Lublin has two meetings in 2016 and one in 2017; Amsterdam is untouched.
                Patch::RestyleMarker(marker) => assert_eq!(marker.id, "lublin"),
                Patch::RestyleLine(line) => panic!("{line:?} did not change"),
                other => panic!("{other:?}: there are no names"),
            }
        }
        assert_eq!((added, removed), (4, 0), "Poznań, Tel Aviv and the two lines to Poznań");
    }

    #[test]
    fn applying_the_changes_gives_the_new_scene() {
        let periods = [Period::All, Period::Year(2014), Period::Year(2016), Period::Year(2017)];
        for old in periods.map(scene) {
            for new in periods.map(scene) {
                let mut ids: Vec<String> = old.markers.iter().map(|marker| marker.id.clone()).collect();
                for patch in diff(&old, &new) {
                    match patch {
                        Patch::AddMarker(marker) => ids.push(marker.id.clone()),
                        Patch::RemoveMarker(id) => ids.retain(|other| other != id),
                        _ => {}
                    }
                }
                ids.sort();
                let mut expected: Vec<String> = new.markers.iter().map(|marker| marker.id.clone()).collect();
                expected.sort();
                assert_eq!(ids, expected);
            }
        }
    }
}
