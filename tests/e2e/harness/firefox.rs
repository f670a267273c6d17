//! Firefox, by geckodriver and scripts in the browser's own context.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use fantoccini::Client;
use serde_json::{Value, json};

use super::Setup;
use super::driver::program;
use super::page::Accessible;
use super::wire::Extra;

/// Starts its driver. The port for `WebDriver` `BiDi` has to be a free one too.
pub fn driver(port: u16) -> Command {
    let mut command = Command::new(program("GECKODRIVER", "geckodriver"));
    command.args([&format!("--port={port}"), "--websocket-port=0", "--allow-system-access"]);
    command
}

/// A headless Firefox. Its driver makes it quiet, and forgetful unless it has a folder to keep things in.
pub fn capabilities(setup: Setup, profile: Option<&Path>) -> Value {
    let mut all = json!({
        // A click by a script counts as a person's: otherwise going back passes over what was chosen by it.
        "browser.navigation.requireUserInteraction": false,
        // Scroll bars take no room, as on a phone.
        "ui.useOverlayScrollbars": 1,
        // As on a machine that has a touch screen: there fingers are touch events as well as pointer events.
        "dom.w3c_touch_events.enabled": 1,
    });
    for (name, value) in preferences(setup.dark, setup.motion) {
        all[name] = value.into();
    }
    let mut arguments = vec!["-headless".to_owned()];
    if let Some(profile) = profile {
        arguments.extend(["-profile".to_owned(), profile.display().to_string()]);
    }
    json!({
        "moz:firefoxOptions": {
            "binary": program("FIREFOX", "firefox"),
            "args": arguments,
            "prefs": all,
        },
    })
}

/// What it takes from the system, unless told otherwise.
fn preferences(dark: bool, motion: bool) -> [(&'static str, i32); 2] {
    [
        ("layout.css.prefers-color-scheme.content-override", i32::from(!dark)),
        ("ui.prefersReducedMotion", i32::from(!motion)),
    ]
}

/// Runs the body of a function in the browser itself, where its window and its services are.
async fn in_the_browser(client: &Client, body: &str) -> Value {
    let switch = async |context: &str| {
        let command = Extra::post("moz/context", json!({ "context": context }));
        client.issue_cmd(command).await.expect("the context is changed");
    };
    switch("chrome").await;
    let value = client.execute(body, Vec::new()).await.unwrap_or_else(|error| panic!("{error}\nin the script: {body}"));
    switch("content").await;
    value
}

/// No window is as narrow as a phone, so the page is made smaller than its window.
pub async fn resize(client: &Client, (width, height): (u32, u32)) {
    const CONTROLS: u32 = 120;
    client.set_window_size(width, height + CONTROLS).await.expect("the window changes its size");
    in_the_browser(
        client,
        &format!(
            "const {{ style }} = gBrowser.selectedBrowser;
             for (const [side, length] of [['width', {width}], ['height', {height}]])
               for (const limit of ['min-', 'max-']) style.setProperty(limit + side, length + 'px', 'important');"
        ),
    )
    .await;
}

pub async fn prefer(client: &Client, dark: bool, motion: bool) {
    for (name, value) in preferences(dark, motion) {
        in_the_browser(client, &format!("Services.prefs.setIntPref('{name}', {value});")).await;
    }
}

/// The page's part of the tree that assistive technology is given. In text nodes, where ARIA has no role, the one that
/// Chromium says.
const TREE: &str = "
    const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
    const page = service.getAccessibleFor(gBrowser.selectedBrowser)?.firstChild;
    if (!page) return null;
    const children = (node) => Array.from({ length: node.childCount }, (_, index) => node.getChildAt(index));
    const role = (node) => {
      const name = service.getStringRole(node.role);
      return name === 'text leaf' ? 'StaticText' : node.computedARIARole || name;
    };
    const found = [];
    const walk = (node) => {
      const inner = children(node);
      const items = inner.filter((child) => role(child) === 'listitem').length;
      found.push({ role: role(node), name: node.name ?? '', items });
      inner.forEach(walk);
    };
    walk(page);
    return found;
";

pub async fn accessibility_tree(client: &Client) -> Vec<Accessible> {
    const TRIES: usize = 100;
    // It is made when it is first asked for, in the page's process.
    for _ in 0..TRIES {
        let found = in_the_browser(client, TREE).await;
        if found.as_array().is_some_and(|nodes| nodes.len() > 1) {
            return serde_json::from_value(found).expect("nodes");
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("Firefox makes no accessibility tree");
}
