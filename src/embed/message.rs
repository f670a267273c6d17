//! The messages between the page around a frame and the map in it, as text: pure, and versioned.
//!
//! Whoever frames the map sends JSON objects with `pracownia: 1` and a `command`; each is answered with `ack` or with an
//! `error` that says what was wrong. Values are spelled as in an address, and read by the same code.

use crate::data::json;
use crate::domain::Period;
use crate::url::{self, Address, FilterIds, SubjectId, Theme};

/// The version that both sides name.
pub(super) const VERSION: i64 = 1;

/// What is longer is no command.
const LONGEST: usize = 4096;

/// The longest name that a command may have for its answer to carry.
const LONGEST_ID: usize = 64;

/// What a command wants.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Command {
    /// `set-year`: look at these years.
    Years(Period),
    /// `set-filter`: look only at what has all of this.
    Filter(FilterIds),
    /// `select-city`: look closely at a city, or at nothing.
    City(Option<String>),
    /// `play`
    Play,
    /// `pause`
    Pause,
    /// `set-theme`
    Theme(Theme),
    /// `export`: a picture or the data, in a format.
    Export(String),
}

/// Why a command is not obeyed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is longer than any command.
    TooLong,
    /// The version is another one.
    Version,
    /// There is no such command.
    Command,
    /// A key belongs to no argument of the command, or is missing.
    Key(String),
    /// A value that cannot be: `key=value`.
    Value(String),
    /// Nothing in the data has this id.
    Unknown(String),
    /// It cannot be done here.
    Unavailable(String),
}

/// A message that is a command, or tried to be one: with the name that its sender gave it, and its word.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Order {
    /// As JSON; `null` where it has none.
    pub id: String,
    /// `set-year` and so on, as far as it is a word.
    pub word: String,
    /// What is wanted.
    pub command: Result<Command, Refusal>,
}

/// Each command with the keys that it knows.
const COMMANDS: [(&str, &[&str]); 7] = [
    ("set-year", &["year", "mode", "from", "to"]),
    ("set-filter", &["edition", "topic", "country", "kind", "q"]),
    ("select-city", &["city"]),
    ("play", &[]),
    ("pause", &[]),
    ("set-theme", &["theme"]),
    ("export", &["format"]),
];

/// Reads a message. Nothing where it is none of ours: pages talk to their frames of many things.
pub(super) fn read(text: &str) -> Option<Order> {
    if text.len() > LONGEST {
        let is_ours = text.contains("\"pracownia\"");
        let order = Order { id: "null".to_owned(), word: String::new(), command: Err(Refusal::TooLong) };
        return is_ours.then_some(order);
    }
    let message = json::parse(text).ok()?;
    let version = message.get("pracownia")?;
    let word = message.get("command").and_then(json::Value::as_text).unwrap_or_default();
    let id = message.get("id").and_then(spelled).filter(|id| id.len() <= LONGEST_ID);
    let is_text = message.get("id").is_some_and(|id| id.as_text().is_some());
    let id = id.map_or_else(|| "null".to_owned(), |id| if is_text { quoted(&id) } else { id });
    let command = if version.as_whole() == Some(VERSION) { command(word, &message) } else { Err(Refusal::Version) };
    let word = word.chars().take(LONGEST_ID).collect();
    Some(Order { id, word, command })
}

fn command(word: &str, message: &json::Value<'_>) -> Result<Command, Refusal> {
    let (_, known) = COMMANDS.into_iter().find(|(name, _)| *name == word).ok_or(Refusal::Command)?;
    let mut query = String::new();
    let json::Content::Object(names, values) = &message.content else { return Err(Refusal::Command) };
    for (name, value) in names.iter().zip(values) {
        if ["pracownia", "id", "command"].contains(&name.as_ref()) || matches!(value.content, json::Content::Null) {
            continue;
        }
        if !known.contains(&name.as_ref()) {
            return Err(Refusal::Key(name.to_string()));
        }
        let value = spelled(value).ok_or_else(|| Refusal::Value(name.to_string()))?;
        query.push('&');
        query.push_str(name);
        query.push('=');
        query.push_str(&url::encode(&value));
    }
    if word == "export" {
        let format = message.get("format").and_then(json::Value::as_text);
        return format.map(|format| Command::Export(format.to_owned())).ok_or(Refusal::Key("format".to_owned()));
    }
    // One year, or a window of them.
    if query.contains("&year=")
        && let Some(other) = ["from", "to"].into_iter().find(|key| query.contains(&format!("&{key}=")))
    {
        return Err(Refusal::Key(other.to_owned()));
    }
    let reading = url::parse(&query);
    if let Some(ignored) = reading.ignored.into_iter().next() {
        return Err(Refusal::Value(ignored));
    }
    let Address { period, filter, subject, theme, .. } = reading.address;
    let needs = |key: &str| if message.get(key).is_some() { Ok(()) } else { Err(Refusal::Key(key.to_owned())) };
    match word {
        "set-year" => {
            // A window may be open at one end.
            if message.get("from").is_none() && message.get("to").is_none() {
                needs("year")?;
            }
            Ok(Command::Years(period))
        }
        "set-filter" => Ok(Command::Filter(filter)),
        "select-city" => {
            needs("city")?;
            let SubjectId::City(id) = (match subject {
                Some(subject) => subject,
                None => return Ok(Command::City(None)),
            }) else {
                return Err(Refusal::Command);
            };
            Ok(Command::City(Some(id)))
        }
        "set-theme" => needs("theme").map(|()| Command::Theme(theme)),
        "play" => Ok(Command::Play),
        _ => Ok(Command::Pause),
    }
}

/// A text or a number as an address spells it.
fn spelled(value: &json::Value<'_>) -> Option<String> {
    match &value.content {
        json::Content::Text(text) => Some(text.to_string()),
        json::Content::Number(number) => Some((*number).to_owned()),
        _ => None,
    }
}

impl Refusal {
    /// A word for programs, and a sentence for whoever writes them.
    fn told(&self) -> (&'static str, String) {
        match self {
            Self::TooLong => ("too-long", format!("A message may have {LONGEST} bytes.")),
            Self::Version => ("version", format!("This map speaks version {VERSION}: `pracownia: {VERSION}`.")),
            Self::Command => {
                let names: Vec<&str> = COMMANDS.iter().map(|(name, _)| *name).collect();
                ("command", format!("There is no such command. There are: {}.", names.join(", ")))
            }
            Self::Key(key) => ("key", format!("`{key}` is missing, or no key of this command.")),
            Self::Value(value) => ("value", format!("`{value}` has a value that cannot be.")),
            Self::Unknown(id) => ("unknown", format!("The data have no `{id}`.")),
            Self::Unavailable(why) => ("not available", why.clone()),
        }
    }
}

/// The answer to a command.
pub(super) fn answer(order: &Order, outcome: &Result<(), Refusal>) -> String {
    let (id, word) = (&order.id, quoted(&order.word));
    match outcome {
        Ok(()) => format!(r#"{{"pracownia":{VERSION},"reply":"ack","id":{id},"command":{word}}}"#),
        Err(refusal) => {
            let (error, message) = refusal.told();
            let message = quoted(&message);
            format!(
                r#"{{"pracownia":{VERSION},"reply":"error","id":{id},"command":{word},"error":"{error}","message":{message}}}"#
            )
        }
    }
}

/// The map obeys from now on.
pub(super) fn ready() -> String {
    let names: Vec<String> = COMMANDS.iter().map(|(name, _)| quoted(name)).collect();
    format!(r#"{{"pracownia":{VERSION},"event":"ready","commands":[{}]}}"#, names.join(","))
}

/// Other years are looked at.
pub(super) fn years_changed(period: Period) -> String {
    let years = match period {
        Period::All => r#""year":"all""#.to_owned(),
        Period::Year(year) => format!(r#""year":{year},"mode":"only""#),
        Period::UpTo(year) => format!(r#""year":{year},"mode":"upto""#),
        Period::Between(from, to) => format!(r#""from":{from},"to":{to}"#),
    };
    format!(r#"{{"pracownia":{VERSION},"event":"year-changed",{years}}}"#)
}

/// Another city is looked at closely, or none.
pub(super) fn city_selected(id: Option<&str>) -> String {
    let id = id.map_or_else(|| "null".to_owned(), quoted);
    format!(r#"{{"pracownia":{VERSION},"event":"city-selected","city":{id}}}"#)
}

/// A text as JSON has it.
fn quoted(text: &str) -> String {
    let mut out = String::new();
    json::write_text(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(text: &str) -> Result<Command, Refusal> {
        read(text).unwrap().command
    }

    #[test]
    fn each_command_is_read() {
        let years = |args: &str| command(&format!(r#"{{"pracownia":1,"command":"set-year",{args}}}"#));
        assert_eq!(years(r#""year":2016"#), Ok(Command::Years(Period::Year(2016))));
        assert_eq!(years(r#""year":"2016","mode":"upto""#), Ok(Command::Years(Period::UpTo(2016))));
        assert_eq!(years(r#""year":"all","mode":null"#), Ok(Command::Years(Period::All)));
        assert_eq!(years(r#""from":2015,"to":2016"#), Ok(Command::Years(Period::Between(2015, 2016))));
        assert_eq!(years(r#""year":2016,"from":2015,"to":null"#), Err(Refusal::Key("from".to_owned())));
        assert_eq!(years(r#""year":2016,"from":null"#), Ok(Command::Years(Period::Year(2016))));
        let filter = command(r#"{"pracownia":1,"command":"set-filter","country":"NL","q":"woda & drzewa"}"#);
        let Ok(Command::Filter(filter)) = filter else { panic!("{filter:?}") };
        assert_eq!(filter.country.map(|code| code.as_str().to_owned()), Some("NL".to_owned()));
        assert_eq!(filter.text.map(|text| text.as_str().to_owned()), Some("woda & drzewa".to_owned()));
        assert_eq!(command(r#"{"pracownia":1,"command":"set-filter"}"#), Ok(Command::Filter(FilterIds::default())));
        let city = |value: &str| command(&format!(r#"{{"pracownia":1,"command":"select-city","city":{value}}}"#));
        assert_eq!(city(r#""krakow""#), Ok(Command::City(Some("krakow".to_owned()))));
        assert_eq!(city("null"), Ok(Command::City(None)));
        assert_eq!(command(r#"{"pracownia":1,"command":"play"}"#), Ok(Command::Play));
        assert_eq!(command(r#"{"pracownia":1,"command":"pause"}"#), Ok(Command::Pause));
        let theme = command(r#"{"pracownia":1,"command":"set-theme","theme":"dark"}"#);
        assert_eq!(theme, Ok(Command::Theme(Theme::Dark)));
        let export = command(r#"{"pracownia":1,"command":"export","format":"svg"}"#);
        assert_eq!(export, Ok(Command::Export("svg".to_owned())));
    }

    #[test]
    fn what_is_not_ours_is_not_answered() {
        for text in
            ["", "null", "[]", "{}", "\"setImmediate$1\"", r#"{"command":"play"}"#, "{\"pracownia\":1", "iframe:1"]
        {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"x".repeat(5000)), None);
    }

    #[test]
    fn each_refusal_says_what_was_wrong() {
        for (text, refusal, word) in [
            (r#"{"pracownia":2,"command":"play"}"#, Refusal::Version, "version"),
            (r#"{"pracownia":"1","command":"play"}"#, Refusal::Version, "version"),
            (r#"{"pracownia":1,"command":"explode"}"#, Refusal::Command, "command"),
            (r#"{"pracownia":1}"#, Refusal::Command, "command"),
            (r#"{"pracownia":1,"command":"set-year"}"#, Refusal::Key("year".into()), "key"),
            (r#"{"pracownia":1,"command":"play","year":2016}"#, Refusal::Key("year".into()), "key"),
            (r#"{"pracownia":1,"command":"select-city"}"#, Refusal::Key("city".into()), "key"),
            (r#"{"pracownia":1,"command":"set-theme"}"#, Refusal::Key("theme".into()), "key"),
            (r#"{"pracownia":1,"command":"export"}"#, Refusal::Key("format".into()), "key"),
            (r#"{"pracownia":1,"command":"set-year","year":"MMXVI"}"#, Refusal::Value("year=MMXVI".into()), "value"),
            (r#"{"pracownia":1,"command":"set-year","year":[2016]}"#, Refusal::Value("year".into()), "value"),
            (r#"{"pracownia":1,"command":"select-city","city":"<b>"}"#, Refusal::Value("city=<b>".into()), "value"),
        ] {
            let order = read(text).unwrap();
            assert_eq!(order.command, Err(refusal.clone()), "{text}");
            let answer = answer(&order, &Err(refusal));
            assert!(answer.contains(&format!(r#""error":"{word}""#)), "{answer}");
            assert!(json::parse(&answer).is_ok(), "{answer}");
        }
        let long = format!(r#"{{"pracownia":1,"command":"play","id":"{}"}}"#, "x".repeat(5000));
        assert_eq!(command(&long), Err(Refusal::TooLong));
    }

    #[test]
    fn an_answer_has_the_name_that_its_sender_gave() {
        let id = |id: &str| read(&format!(r#"{{"pracownia":1,"command":"play","id":{id}}}"#)).unwrap().id;
        assert_eq!(id("7"), "7");
        // The same text, however it is written, and none that ends a script.
        let hostile = id(r#""a\"</script>\n""#);
        assert!(!hostile.contains("</"), "{hostile}");
        let parsed = json::parse(&hostile).ok().unwrap();
        assert_eq!(parsed.as_text(), Some("a\"</script>\n"));
        assert_eq!(id("{}"), "null");
        assert_eq!(id(&format!("\"{}\"", "x".repeat(65))), "null");
        let order = read(r#"{"pracownia":1,"command":"play","id":"a"}"#).unwrap();
        assert_eq!(answer(&order, &Ok(())), r#"{"pracownia":1,"reply":"ack","id":"a","command":"play"}"#);
    }

    #[test]
    fn events_are_json() {
        for (event, told) in [
            (years_changed(Period::All), r#"{"pracownia":1,"event":"year-changed","year":"all"}"#),
            (years_changed(Period::UpTo(2016)), r#"{"pracownia":1,"event":"year-changed","year":2016,"mode":"upto"}"#),
            (
                years_changed(Period::Between(2015, 2017)),
                r#"{"pracownia":1,"event":"year-changed","from":2015,"to":2017}"#,
            ),
            (city_selected(Some("krakow")), r#"{"pracownia":1,"event":"city-selected","city":"krakow"}"#),
            (city_selected(None), r#"{"pracownia":1,"event":"city-selected","city":null}"#),
        ] {
            assert_eq!(event, told);
            assert!(json::parse(&event).is_ok());
        }
        assert!(json::parse(&ready()).is_ok());
    }
}
