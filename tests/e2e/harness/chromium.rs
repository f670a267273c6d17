//! Chromium, by chromedriver and the `DevTools` Protocol.

use std::path::Path;
use std::process::Command;

use fantoccini::Client;
use serde_json::{Value, json};

use super::driver::program;
use super::page::Accessible;
use super::wire::Extra;

/// Starts its driver.
pub fn driver(port: u16) -> Command {
    let mut command = Command::new(program("CHROMEDRIVER", "chromedriver"));
    command.arg(format!("--port={port}"));
    command
}

/// A headless Chromium that talks to nobody but the page's server and keeps nothing, or what it keeps in a folder.
pub fn capabilities(profile: Option<&Path>) -> Value {
    let mut capabilities = json!({
        "goog:chromeOptions": {
            "binary": program("CHROMIUM", "chromium"),
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-default-apps", "--disable-extensions", "--force-color-profile=srgb", "--hide-scrollbars",
            ],
        },
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    if let (Some(profile), Some(all)) = (profile, capabilities["goog:chromeOptions"]["args"].as_array_mut()) {
        all.push(format!("--user-data-dir={}", profile.display()).into());
    }
    capabilities
}

/// Runs a command of the `DevTools` Protocol.
pub async fn devtools(client: &Client, command: &str, parameters: Value) -> Value {
    let command = Extra::post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }));
    client.issue_cmd(command).await.expect("the browser understands the command")
}

/// A page that is not in front has no focus, whatever is focused in it, and may not be drawn.
pub async fn bring_to_front(client: &Client) {
    devtools(client, "Page.bringToFront", json!({})).await;
}

pub async fn resize(client: &Client, (width, height): (u32, u32)) {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    devtools(client, "Emulation.setDeviceMetricsOverride", metrics).await;
}

pub async fn prefer(client: &Client, dark: bool, motion: bool) {
    let features = json!([
        { "name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" } },
        { "name": "prefers-reduced-motion", "value": if motion { "no-preference" } else { "reduce" } },
    ]);
    devtools(client, "Emulation.setEmulatedMedia", json!({ "features": features })).await;
}

/// The errors in the browser's log since this was last asked: also those that scripts are not told of.
pub async fn console_errors(client: &Client) -> Vec<String> {
    let log = client.issue_cmd(Extra::post("se/log", json!({ "type": "browser" }))).await.expect("a log");
    let entries = log.as_array().into_iter().flatten();
    let errors = entries.filter(|entry| entry["level"] == "SEVERE");
    errors.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
}

pub async fn accessibility_tree(client: &Client) -> Vec<Accessible> {
    let tree = devtools(client, "Accessibility.getFullAXTree", json!({})).await;
    let nodes = tree["nodes"].as_array().expect("a list of nodes");
    let find = |id: &Value| nodes.iter().find(|node| &node["nodeId"] == id);
    let is_ignored = |node: &Value| node["ignored"] == json!(true);
    let role = |node: &Value| node["role"]["value"].as_str().unwrap_or_default().to_owned();
    let items = |node: &Value| {
        let mut found = 0;
        let mut open: Vec<&Value> = vec![node];
        while let Some(node) = open.pop() {
            for child in node["childIds"].as_array().into_iter().flatten().filter_map(find) {
                match role(child).as_str() {
                    // What the tree leaves out stands as if it were not there.
                    _ if is_ignored(child) => open.push(child),
                    "listitem" => found += 1,
                    _ => {}
                }
            }
        }
        found
    };
    let seen = nodes.iter().filter(|node| !is_ignored(node));
    seen.map(|node| Accessible {
        role: role(node),
        name: node["name"]["value"].as_str().unwrap_or_default().to_owned(),
        items: items(node),
    })
    .collect()
}
