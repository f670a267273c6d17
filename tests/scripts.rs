//! What the page's own scripts decide before the app is there is what the app decides.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::io::Write;
use std::process::{Command, Stdio};

use pracownia::screen::Layout;
use serde_json::{Value, json};

/// Runs `public/boot.js` once for each window, in as much of a page as it looks at, and prints the layouts that it names.
const RUN: &str = r#"
    const fs = require("fs"), vm = require("vm");
    const boot = fs.readFileSync("public/boot.js", "utf8");
    const layouts = JSON.parse(fs.readFileSync(0, "utf8")).map(([innerWidth, innerHeight, letter, search]) => {
      const root = { dataset: { app: "loading" } };
      const document = {
        documentElement: root, currentScript: { src: "https://example.org/boot.js" }, head: { append() {} },
        createElement: () => ({}), querySelector: () => null, getElementById: () => null, body: null,
      };
      const page = {
        document, innerWidth, innerHeight, URL, URLSearchParams, WebAssembly, addEventListener() {},
        location: { search, protocol: "file:" }, getComputedStyle: () => ({ fontSize: `${letter}px` }),
      };
      page.window = page.top = page;
      vm.runInNewContext(boot, page);
      return root.dataset.layout;
    });
    console.log(JSON.stringify(layouts));
"#;

fn by_boot(windows: &[Value]) -> Vec<String> {
    let mut node = Command::new("node")
        .args(["-e", RUN])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node, which `make build` installs");
    let input = Value::from(windows).to_string();
    node.stdin.take().expect("its input").write_all(input.as_bytes()).expect("it reads");
    let output = node.wait_with_output().expect("it ends");
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).expect("a list of layouts")
}

#[test]
fn the_page_stands_in_the_layout_of_the_app_from_the_first_moment() {
    // Every bound, with the px before and after it, for letters of three sizes.
    const BOUNDS: [f64; 6] = [17.0, 18.0, 34.0, 45.0, 60.0, 120.0];
    let mut windows = Vec::new();
    let mut expected = Vec::new();
    for letter in [16.0, 20.0, 32.0] {
        let lengths = || BOUNDS.iter().flat_map(move |bound| [-1.0, 0.0, 1.0].map(|px| bound * letter + px));
        for (width, height) in lengths().flat_map(|width| lengths().map(move |height| (width, height))) {
            for query in ["", "?embed=1"] {
                windows.push(json!([width, height, letter, query]));
                let height = if query.is_empty() { height } else { 0.0 };
                expected.push(Layout::of(width, height, letter / 16.0).tags());
            }
        }
    }
    assert!(expected.iter().collect::<std::collections::BTreeSet<_>>().len() == 5, "every layout is met");
    assert_eq!(by_boot(&windows), expected);
}
