// Writes all of a folder that was built into one file of it, which runs from a disk by a double click: `fetch`, modules and
// style sheets are not to be had there, so what the app asks for is in the file, compressed, and handed to it. The file has
// a Content Security Policy of its own: no code but that which is in it, no connection to anyone.
//   node one-file.mjs <folder> <terser's folder> <the native command>
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ONE_FILE, listFiles } from "./offline.mjs";

const [folder, terserHome, command] = process.argv.slice(2);
const { minify } = createRequire(join(terserHome, "index.js"))("terser");

const files = listFiles(folder);
const read = (path) => readFileSync(join(folder, path), "utf8");
const named = (pattern) => files.find((path) => pattern.test(path)) ?? fail(`there is no ${pattern}`);

const boot = named(/^boot-\w+\.js$/);
const leaflet = named(/^leaflet-\w+\.js$/);
const glue = named(/^pracownia-app-\w+\.js$/);
const wasm = named(/^pracownia-app-\w+_bg\.wasm$/);
const styles = [/^leaflet-\w+\.css$/, /^styles-\w+\.css$/, /^later-\w+\.css$/].map((pattern) => read(named(pattern))).join("\n");

// The codes, in the order in which they run, as texts of inline scripts, which the policy knows by their hashes.
const codes = [
  changed(read(boot), [
    [/document\.currentScript\.src/g, "location.href"],
    [/new URL\("embedded\.js",location\.href\)/, 'packed("embedded.js")'],
    [/(createElement\("script"\),\{)src:/, "$1textContent:"],
  ]),
  read(leaflet),
  changed(read(glue), [
    // No other module asks for this one.
    [/export\{[^}]*\bas default\b[^}]*\};?/, ""],
    [/import\.meta\.url/g, "location.href"],
    // The looks of the parts are in the page already.
    [/document\.head\.append\((\w+)\)/, "$1.onload()"],
  ]) + startOf(read(glue)),
];
// One base map does for both: the finer one.
const FINE = "basemap/fine.topo.json";
const SAME = { "basemap/first.topo.json": FINE };
const contents = [
  ...codes.map((code, index) => [`code/${index}`, code]),
  ["styles", styles],
  ...["data/cities.geojson", "data/programme.json", FINE, "basemap/names.json", "embedded.js"].map((path) => [path, readFileSync(join(folder, path))]),
  // There need not be one.
  ...files.filter((path) => path === "data/story.json").map((path) => [path, readFileSync(join(folder, path))]),
  // Tiles of another server cannot be had.
  ["data/config.json", JSON.stringify({ version: 1, tiles: [] })],
  [wasm, readFileSync(join(folder, wasm))],
  ...files.filter((path) => /^part-.*\.wasm$/.test(path)).map((path) => [path, readFileSync(join(folder, path))]),
].map(([path, content]) => [path, Buffer.from(content)]);

const index = contents.map(([path, { length }]) => [path, length]);
const input = Buffer.concat(contents.map(([, content]) => content));
// Smaller by a fourteenth than what Node.js makes.
const packed = execFileSync(command, ["deflate"], { input, maxBuffer: input.length });

// Opens what is packed, and stands in for what a server would be asked.
const opening = `
(async () => {
  "use strict";
  const INDEX = ${JSON.stringify(index)};
  const SAME = ${JSON.stringify(SAME)};
  const MIME = { wasm: "application/wasm", json: "application/json", geojson: "application/geo+json", js: "text/javascript" };
  const base = new URL("./", location.href).href;

  // 13 bits are two of 91 letters.
  const text = document.getElementById("packed").textContent;
  const bytes = new Uint8Array(${packed.length} + 2);
  const digit = (at) => { const code = text.charCodeAt(at); return code - (code > 60 ? 34 : 33); };
  for (let at = 0, held = 0, count = 0, to = 0; at < text.length; at += 2) {
    held |= (digit(at) + 91 * digit(at + 1)) << count;
    for (count += 13; count > 7; count -= 8, held >>>= 8) bytes[to++] = held;
  }
  document.getElementById("packed").remove();
  const stream = new Blob([bytes.subarray(0, ${packed.length})]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const whole = new Uint8Array(await new Response(stream).arrayBuffer());
  const files = new Map();
  let from = 0;
  for (const [path, length] of INDEX) files.set(path, whole.subarray(from, from += length));
  for (const [path, other] of Object.entries(SAME)) files.set(path, files.get(other));
  const textOf = (path) => new TextDecoder().decode(files.get(path));
  const typeOf = (path) => MIME[path.split(".").pop()];
  const find = (url) => {
    const { href } = new URL(url, base);
    return href.startsWith(base) ? href.slice(base.length).split(/[?#]/)[0] : undefined;
  };

  window.packed = textOf;
  window.fetch = async (request) => {
    const path = find(request.url ?? request);
    if (!files.has(path)) throw new TypeError(path + " is not in this file");
    return new Response(files.get(path), { headers: { "content-type": typeOf(path) } });
  };
  // For the part of the code that is asked for on the spot.
  window.XMLHttpRequest = class {
    open(method, url) { this.path = find(url); }
    overrideMimeType() {}
    send() {
      const found = files.get(this.path);
      this.status = found ? 200 : 404;
      this.response = found ? Array.from(found, (byte) => String.fromCharCode(byte)).join("") : "";
    }
  };

  const put = (name, properties) => document.head.append(Object.assign(document.createElement(name), properties));
  put("style", { textContent: textOf("styles") });
  put("script", { textContent: textOf("code/0") });
  put("script", { textContent: textOf("code/1") });
  put("script", { type: "module", textContent: textOf("code/2") });
})().catch((error) => {
  document.documentElement.dataset.app = "failed";
  for (const line of document.querySelectorAll(".loading p")) line.remove();
  const said = { pl: "Ta przeglądarka jest za stara, żeby otworzyć tę mapę.", en: "This browser is too old to open this map." };
  for (const [lang, textContent] of Object.entries(said)) {
    document.querySelector(".loading").append(Object.assign(document.createElement("p"), { lang, textContent }));
  }
  console.error(error);
});`;

const { code: opener } = await minify(opening, { ecma: 2020, compress: { passes: 2 }, format: { comments: false, inline_script: true } });
const [, title] = read("index.html").match(/<title>([^<]*)<\/title>/) ?? fail("the page has no title");
const icon = readFileSync(join(folder, named(/^icon-[0-9a-f]{16}\.svg$/))).toString("base64");
const waiting = read("index.html").match(/<div class=loading>([^]*?)<noscript>/)?.[1] ?? fail("the page says nothing while it loads");

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = [
  "default-src 'none'",
  `script-src ${[opener, ...codes, read("embedded.js")].map(hash).join(" ")} 'wasm-unsafe-eval'`,
  `style-src ${hash(styles)}`,
  "img-src data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const html = `<!DOCTYPE html>
<html lang="pl" data-app="loading" data-theme="auto"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><meta name="color-scheme" content="light dark">
<title>${title}</title><link rel="icon" href="data:image/svg+xml;base64,${icon}"></head>
<body><div id=app><div class=loading>${waiting}</div></div>
<noscript><p lang=pl>Ta mapa potrzebuje JavaScriptu i&nbsp;WebAssembly.</p><p lang=en>This map needs JavaScript and WebAssembly.</p></noscript>
<script type="text/plain" id="packed">${letters(packed)}</script>
<script>${opener}</script></body></html>
`;
writeFileSync(join(folder, ONE_FILE), html);
console.log(`${ONE_FILE}: ${(Buffer.byteLength(html) / 1000).toFixed(1)} kB`);

// The glue, started as the page's own script would.
function startOf(text) {
  const [, start] = text.match(/export\{[^}]*?(\w+) as default/) ?? fail("the glue exports no start");
  const event = 'dispatchEvent(new CustomEvent("TrunkApplicationStarted",{detail:{wasm}}))';
  return `\n${start}({module_or_path:new URL("./${wasm}",location.href)}).then((wasm)=>${event}).catch(reportError);`;
}

function changed(text, changes) {
  return changes.reduce((text, [found, into]) => {
    if (!text.match(found)) fail(`the code has no ${found}`);
    return text.replace(found, into);
  }, text);
}

// 13 bits are two of 91 letters, from "!" on, without "<", which could end the element.
function letters(bytes) {
  const digit = (value) => String.fromCharCode(value + (value >= 27 ? 34 : 33));
  let [out, held, count] = ["", 0, 0];
  const put = (value) => { out += digit(value % 91) + digit(Math.floor(value / 91)); };
  for (const byte of bytes) {
    held |= byte << count;
    for (count += 8; count >= 13; count -= 13, held >>>= 13) put(held & 0x1fff);
  }
  if (count > 0) put(held);
  return out;
}

function fail(what) {
  console.error(`error: scripts/one-file.mjs: ${what}`);
  process.exit(1);
}
