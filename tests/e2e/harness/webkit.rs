//! `WebKitGTK`'s `MiniBrowser`, by `WebKitWebDriver`, on a screen of its own.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::Client;
use serde::Deserialize;
use serde_json::{Value, json};

use super::driver::{end, program, spawn};
use super::page::Accessible;
use super::wire::Extra;
use super::{Setup, target};

/// A screen that nobody sees, with a person's settings. There is no headless `MiniBrowser`, and nobody else's windows
/// and focus are in the way here.
pub struct Screen {
    process: Child,
    display: String,
    settings: PathBuf,
}

impl Screen {
    pub fn start(setup: Setup) -> Self {
        // As wide and high as the largest viewport that a test asks for, with the window's controls.
        let size = "2600x1600x24";
        let mut command = Command::new(program("XVFB", "Xvfb"));
        command.args(["-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"]);
        let mut process = spawn(&command, Stdio::piped());
        let mut display = String::new();
        BufReader::new(process.stdout.take().expect("its output")).read_line(&mut display).expect("a number");
        let display = format!(":{}", display.trim());
        assert!(display.len() > 1, "Xvfb is missing, or ended before it named its display: 'make test' installs it");

        let settings = target("e2e-webkit").join(process.id().to_string());
        for version in ["gtk-3.0", "gtk-4.0"] {
            let folder = settings.join(version);
            std::fs::create_dir_all(&folder).expect("a folder for settings");
            std::fs::write(folder.join("settings.ini"), gtk_settings(setup)).expect("settings");
            std::fs::write(folder.join("gtk.css"), GTK_STYLE).expect("a style");
        }
        Self { process, display, settings }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        end(&mut self.process);
        _ = std::fs::remove_dir_all(&self.settings);
    }
}

fn gtk_settings(setup: Setup) -> String {
    let theme = if setup.dark { "Adwaita-dark" } else { "Adwaita" };
    format!("[Settings]\ngtk-enable-animations={}\ngtk-theme-name={theme}\n", u8::from(setup.motion))
}

/// The controls around the page get out of the way: a window can be no narrower than they are.
const GTK_STYLE: &str = "* { font-size: 1px; min-width: 0; min-height: 0; margin: 0; padding: 0; border: 0; }\n";

/// Starts its driver.
pub fn driver(port: u16, screen: &Screen) -> Command {
    let mut command = Command::new(program("WEBKIT_DRIVER", "WebKitWebDriver"));
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", &screen.display)
        .env("GDK_BACKEND", "x11")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("GTK_THEME")
        .env("XDG_CONFIG_HOME", &screen.settings)
        // There is no desktop to talk to, and no graphics card.
        .env("NO_AT_BRIDGE", "1")
        .env("LIBGL_ALWAYS_SOFTWARE", "1");
    command
}

pub fn capabilities() -> Value {
    json!({
        "webkitgtk:browserOptions": { "binary": program("WEBKIT_BROWSER", "MiniBrowser"), "args": ["--automation"] },
    })
}

/// Makes the window as much larger as its controls are.
pub async fn resize(client: &Client, (width, height): (u32, u32)) {
    const PATIENCE: Duration = Duration::from_secs(5);
    let size = async || {
        let script = "return [innerWidth, innerHeight, outerWidth - innerWidth, outerHeight - innerHeight]";
        let size = client.execute(script, Vec::new()).await.expect("a size");
        serde_json::from_value::<[u32; 4]>(size).expect("four numbers")
    };
    let start = Instant::now();
    loop {
        let [inner_width, inner_height, more_width, more_height] = size().await;
        if (inner_width, inner_height) == (width, height) {
            return;
        }
        assert!(start.elapsed() < PATIENCE, "the viewport stays at {inner_width} by {inner_height} px");
        client.set_window_size(width + more_width, height + more_height).await.expect("the window changes its size");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// What is on the page, in its order: elements, each with the place of the one that it is in, and texts.
const CONTENTS: &str = "
    const found = [];
    const walk = (node, parent) => {
      if (node.nodeType === Node.TEXT_NODE) {
        const text = node.data.trim();
        if (text) found.push({ text });
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        const hidden = node.ariaHidden === 'true' || node.inert;
        if (hidden || !node.checkVisibility({ visibilityProperty: true })) return;
        const place = found.push({ element: node, parent }) - 1;
        if (node.nodeName !== 'svg') node.childNodes.forEach((child) => walk(child, place));
      }
    };
    walk(document.body, null);
    return found;
";

#[derive(Deserialize)]
#[serde(untagged)]
enum Content {
    Text { text: String },
    Element { element: std::collections::HashMap<String, String>, parent: Option<usize> },
}

/// The roles and names that the engine computes, asked for one by one: it gives the tree itself only to a desktop.
pub async fn accessibility_tree(client: &Client) -> Vec<Accessible> {
    // What has one of these is nothing but its contents.
    const NOTHING: [&str; 4] = ["", "generic", "none", "presentation"];
    let contents = client.execute(CONTENTS, Vec::new()).await.expect("the contents of the page");
    let contents: Vec<Content> = serde_json::from_value(contents).expect("elements and texts");
    let mut found: Vec<Accessible> = Vec::new();
    // For each of the contents the place of the found node that it is or is in.
    let mut places: Vec<Option<usize>> = Vec::new();
    for content in contents {
        let (element, parent) = match content {
            Content::Text { text } => {
                places.push(None);
                found.push(Accessible { role: "StaticText".into(), name: text, items: 0 });
                continue;
            }
            Content::Element { element, parent } => (element, parent.and_then(|parent| places[parent])),
        };
        let id = element.values().next().expect("the id of an element");
        let ask = async |what: &str| {
            let answer = client.issue_cmd(Extra::get(format!("element/{id}/{what}"))).await.expect("an answer");
            answer.as_str().unwrap_or_default().to_owned()
        };
        let role = ask("computedrole").await;
        if NOTHING.contains(&role.as_str()) {
            places.push(parent);
            continue;
        }
        if role == "listitem"
            && let Some(parent) = parent
        {
            found[parent].items += 1;
        }
        places.push(Some(found.len()));
        let name = ask("computedlabel").await;
        found.push(Accessible { role, name, items: 0 });
    }
    found
}
