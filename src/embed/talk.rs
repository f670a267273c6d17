//! Obeys the page around the frame, where the address names its origin, and tells it what happens.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::browser;
use crate::domain::{City, CountryCode, Edition, Period, Subject, Topic};
use crate::markup::Action;
use crate::paint::outward;
use crate::state::State;
use crate::url::Address;

use super::message::{self, Command, Order, Refusal};

/// Something that was exported.
pub struct Exported {
    /// What a file of it would be called.
    pub name: String,
    /// Its MIME type.
    pub kind: &'static str,
    /// What is in it.
    pub content: Vec<u8>,
}

/// Exports what the state shows in a format, and gives it, or says in a sentence why not.
pub type Export = fn(State, &str, Box<dyn FnOnce(Result<Exported, String>)>);

/// Listens as long as the view is there that this is called in.
pub(super) fn follow(state: State, origin: &str, export: Option<Export>) {
    let origin: Rc<str> = origin.into();
    let listener = {
        let origin = Rc::clone(&origin);
        browser::on_message(move |from, text| {
            if *from == *origin
                && let Some(order) = message::read(text)
            {
                obey(state, order, export, &origin);
            }
        })
    };
    StoredValue::new_local(listener);
    browser::post_to_parent(&message::ready(), &origin);
    let told = RefCell::new(None::<(Period, Option<Subject>)>);
    outward(move || {
        let now = (state.period(), state.subject());
        let Some(before) = told.replace(Some(now)) else { return };
        if before.0 != now.0 {
            browser::post_to_parent(&message::years_changed(now.0), &origin);
        }
        let city = |subject| if let Some(Subject::City(city)) = subject { Some(city) } else { None };
        if city(before.1) != city(now.1) {
            let catalog = state.catalog();
            let id = city(now.1).map(|key| catalog.get(key).id.to_string());
            browser::post_to_parent(&message::city_selected(id.as_deref()), &origin);
        }
    });
}

fn obey(state: State, mut order: Order, export: Option<Export>, origin: &Rc<str>) {
    let command = std::mem::replace(&mut order.command, Err(Refusal::Command));
    let outcome = match (command, export) {
        (Ok(Command::Export(format)), Some(export)) => {
            let origin = Rc::clone(origin);
            let done = move |exported: Result<Exported, String>| {
                let outcome = exported.as_ref().map(|_| ()).map_err(|why| Refusal::Unavailable(why.clone()));
                let answer = message::answer(&order, &outcome);
                match exported {
                    Ok(Exported { name, kind, content }) => {
                        browser::post_file_to_parent(&answer, &name, kind, &content, &origin);
                    }
                    Err(_) => browser::post_to_parent(&answer, &origin),
                }
            };
            return export(state, &format, Box::new(done));
        }
        (Ok(command), _) => perform(state, command),
        (Err(refusal), _) => Err(refusal),
    };
    browser::post_to_parent(&message::answer(&order, &outcome), origin);
}

fn perform(state: State, command: Command) -> Result<(), Refusal> {
    let catalog = state.catalog();
    let unknown = |id: &str| Refusal::Unknown(id.to_owned());
    match command {
        Command::Years(period) => {
            let within = catalog.years().and_then(|years| period.within(&years));
            let wanted = || period.year().map_or_else(|| "year".to_owned(), |year| year.to_string());
            state.perform(Action::Show(within.ok_or_else(|| unknown(&wanted()))?));
        }
        Command::Filter(filter) => {
            let ids = [
                filter.edition.as_deref().filter(|id| catalog.find::<Edition>(id).is_none()),
                filter.topic.as_deref().filter(|id| catalog.find::<Topic>(id).is_none()),
                filter
                    .country
                    .as_ref()
                    .filter(|code| !catalog.guest_countries().contains(code))
                    .map(CountryCode::as_str),
            ];
            if let Some(id) = ids.into_iter().flatten().next() {
                return Err(unknown(id));
            }
            let address = untrack(|| state.address());
            // What is selected may not be left by the filter, which comes first.
            state.go_to(&Address { filter, subject: None, ..address });
        }
        Command::City(None) => state.perform(Action::Close),
        Command::City(Some(id)) => {
            let city = catalog.find::<City>(&id).ok_or_else(|| unknown(&id))?;
            state.perform(Action::Visit(Subject::City(city)));
        }
        Command::Play => {
            if !untrack(|| state.is_playing()) {
                state.perform(Action::Play);
            }
        }
        Command::Pause => state.perform(Action::Pause),
        Command::Theme(theme) => state.perform(Action::Wear(theme)),
        Command::Export(_) => {
            return Err(Refusal::Unavailable("This map cannot export.".to_owned()));
        }
    }
    Ok(())
}
