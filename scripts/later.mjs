// Writes later.txt: the functions that neither the first view calls nor what works without the parts that come later.
// It has each function of the first WebAssembly say that it was called, opens the built page in Chromium, does what a
// reader may do while the part with the extras is missing, and lists who has never been called.
//   node later.mjs <cargo's WebAssembly> <built folder>
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { counting, functionNames, LIST, plainName } from "./wasm-later.mjs";
import { split } from "./wasm-split.mjs";

const WINDOWS = [[1280, 800], [360, 740], [1920, 1080]];
// What stays whether it was called or not: sorting, of which more is called the more meetings there are, and the timeline,
// for nobody here waits until all years were played.
const KEPT = /^(core::slice::sort|alloc::raw_vec|pracownia::(domain::playback|state::play|timeline|browser::(Watch|Timer|closest)))/;
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
// The name of a generic function is that of all that are made from it, and the next change of the app may make another.
const GENERIC = /\b[A-Z]\b/;
// The number of a shim is its place in one build.
const NUMBERED = /externref shim_\d+$/;
// What a reader does, in words of `calledIn`.
const DEEDS = `
  for (const times of [1, 2]) { $$(".panel ul.meetings button")[0].click(); await rest(); }
  $$(".map-canvas .city.host")[0].click(); $$(".map-canvas .city[tabindex='0']")[0]?.focus(); await rest();
  for (const key of ["ArrowLeft", "Enter"]) { press(document.activeElement, key); await rest(); }
  press(document, "Escape"); await rest();
  for (const button of $$(".map-controls button, .modes button, .languages button, .themes button, .displays button")) { button.click(); await rest(); }
  for (const slider of $$(".slider")) {
    slider.focus();
    for (const key of ["ArrowLeft", "Home", "End", "2"]) { press(slider, key); await rest(); }
    slider.value -= 1;
    for (const kind of ["input", "change"]) { slider.dispatchEvent(new Event(kind, { bubbles: true })); await rest(); }
  }
  for (const button of $$(".play, .handle, .unfold, .help-button, .retry")) { for (const times of [1, 2]) { button.click(); await rest(); } }
  for (const times of [1, 2]) { history.back(); await rest(); }`;

const [whole, folder] = process.argv.slice(2);
const { glue, wasm } = split(whole, "-g");
const names = functionNames(wasm);
const page = readFileSync(join(folder, "index.html"), "utf8");
const counted = glue.replaceAll("const imports = __wbg_get_imports();", "$& imports.count = { called: (number) => called.add(number) };");
if (counted === glue) throw new Error("the glue has no imports");
const replaced = new Map([
  ["/" + page.match(/pracownia-app-\w+\.js/)[0], `const called = (globalThis.called = new Set());${counted}`],
  ["/" + page.match(/pracownia-app-\w+\.wasm/)[0], counting(wasm, "count", "called")],
]);

const server = createServer(({ url }, response) => {
  const path = normalize(new URL(url, "http://localhost").pathname).replace(/\/$/, "/index.html");
  try {
    const content = replaced.get(path) ?? readFileSync(join(folder, path));
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/json" }).end(content);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0, "127.0.0.1");
const port = 9500 + (process.pid % 400);
const driver = spawn(process.env.CHROMEDRIVER, [`--port=${port}`], { stdio: "ignore" });
try {
  await until(() => ask("GET", "/status"));
  const hot = new Set();
  for (const window of WINDOWS) for (const number of await calledIn(window)) hot.add(plainName(names[number]));
  const later = [...new Set(names.map(plainName))].filter((name) => !hot.has(name) && !KEPT.test(name) && !GENERIC.test(name) && !NUMBERED.test(name) && /\D/.test(name));
  const [head] = readFileSync(LIST, "utf8").match(/^(#.*\n)*/);
  writeFileSync(LIST, head + later.sort().join("\n") + "\n");
  console.log(`${later.length} names of functions in ${LIST.pathname}`);
} finally {
  driver.kill();
  server.close();
}

async function calledIn([width, height]) {
  const args = ["--headless=new", "--no-sandbox", "--disable-gpu", `--window-size=${width},${height}`];
  const options = { browserName: "chrome", "goog:chromeOptions": { binary: process.env.CHROMIUM, args } };
  const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: options } });
  const run = (code) => ask("POST", `/session/${sessionId}/execute/async`, { args: [], script: `
    const [done] = arguments;
    const $$ = (css) => [...document.querySelectorAll(css)], rest = () => new Promise((go) => setTimeout(go, 300));
    const press = (node, key) => node.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    (async () => { ${code} })().then(done);` });
  try {
    await ask("POST", `/session/${sessionId}/url`, { url: `http://127.0.0.1:${server.address().port}/` });
    await run('while (document.documentElement.dataset.app === "loading") await rest(); for (let i = 0; i < 8; i++) await rest();');
    const finger = { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: [
      { type: "pointerMove", x: Math.round(width * 0.4), y: Math.round(height * 0.3) }, { type: "pointerDown", button: 0 },
      { type: "pointerMove", x: Math.round(width * 0.4) + 40, y: Math.round(height * 0.3) + 30, duration: 200 }, { type: "pointerUp", button: 0 }] };
    await ask("POST", `/session/${sessionId}/actions`, { actions: [finger] });
    await run(DEEDS);
    return await run("await rest(); return [...called];");
  } finally {
    await ask("DELETE", `/session/${sessionId}`);
  }
}

async function ask(method, path, body) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

async function until(wanted) {
  for (let tries = 50; ; tries -= 1) {
    try {
      return await wanted();
    } catch (error) {
      if (tries === 0) throw error;
      await new Promise((go) => setTimeout(go, 100));
    }
  }
}
