// Prints, as Markdown, what the first view of the built app transfers, as brotli 11 (what a CDN sends), and fails over
// the limits.
//   node scripts/weight.mjs [dist]
// 1 kB is 1000 bytes here.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join, posix } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const dist = process.argv[2] ?? "dist";

// In kB. `goal` is what we aim at, `limit` is what must not be passed.
const ROLES = {
  wasm: { title: "WebAssembly", goal: 100, limit: 130 },
  glue: { title: "glue (wasm-bindgen, boot.js)", goal: 5, limit: 7.5 },
  leaflet: { title: "Leaflet", goal: 22, limit: 25 },
  styles: { title: "styles", goal: 5 },
  data: { title: "data", goal: 6 },
  basemap: { title: "base map, first", goal: 12, limit: 15 },
  page: { title: "page and icons" },
};
const TOTAL = { goal: 150, limit: 200 };
const LATER = {
  // Asked for once the page is complete.
  fine: { title: "base map, fine", limit: 40 },
  names: { title: "base map, names", limit: 6 },
  tiles: { title: "tile layers of Leaflet", limit: 6 },
  config: { title: "configuration", limit: 1 },
  parts: { title: "parts of the WebAssembly", limit: 123 },
  looks: { title: "styles of the parts", limit: 5.5 },
  // Asked for when what shares a view is first opened.
  share: { title: "part that shares a view", limit: 55 },
  // Asked for when somebody presents; the looks are within the part.
  story: { title: "steps of a talk", limit: 2 },
  present: { title: "part that presents", limit: 42 },
  // What an article loads for the maps in it, before one of them is near.
  embed: { title: "embed.js, of an article", limit: 1.5 },
  embedded: { title: "embedded.js, of an embed", limit: 1 },
  // Asked for once the page is complete; the worker's also has the list of all files and pages.
  offline: { title: "what works without a network", limit: 9 },
  icons: { title: "icons of an installed app" },
  fonts: { title: "fonts" },
  rest: { title: "everything else" },
};
// In kB, as it lies on a disk: nobody compresses it on the way.
const ONE_FILE = { path: "pracownia-miast.html", limit: 600 };
const FONTS = new Set([".woff2", ".woff", ".ttf", ".otf"]);

if (!existsSync(join(dist, "index.html"))) {
  console.error(`error: ${dist}/index.html is not there: run 'make build' first`);
  process.exit(1);
}

const files = listFiles(dist);
const first = firstView();
const rows = files.map((path) => {
  const bytes = readFileSync(join(dist, path));
  return { path, raw: bytes.length, brotli: brotli(bytes), role: role(path), first: first.has(path) };
});

const problems = [];
const line = (name, ...cells) =>
  console.log(`| ${name.padEnd(31)} | ${cells.map((cell) => String(cell ?? "").padStart(9)).join(" | ")} |`);
const heading = (...names) => {
  line(...names);
  console.log(`|${"-".repeat(33)}|${names.slice(1).map(() => `${"-".repeat(10)}:|`).join("")}`);
};
const kb = (bytes) => (bytes / 1000).toFixed(1);

heading("First view", "files", "raw kB", "brotli kB", "goal", "limit");
const inFirst = rows.filter((row) => row.first);
for (const [key, { title, goal, limit }] of Object.entries(ROLES)) {
  section(title, inFirst.filter((row) => row.role === key), goal, limit);
}
section("TOTAL", inFirst, TOTAL.goal, TOTAL.limit);
if (!inFirst.some((row) => row.role === "wasm")) problems.push("no WebAssembly found: the table is not whole");

console.log();
heading("Later, or on demand", "files", "raw kB", "brotli kB", "goal", "limit");
const later = rows.filter((row) => !row.first);
for (const [key, { title, limit }] of Object.entries(LATER)) {
  section(title, later.filter((row) => row.path !== ONE_FILE.path && laterRole(row.path) === key), undefined, limit);
}

// What a browser gets in the first round trip. Whoever builds for a site of its own has addresses, too, in the page.
const RESPONSE = { limit: 13000, addresses: 350 };
console.log();
const response = rows.find(({ path }) => path === "index.html").brotli;
const mayBe = RESPONSE.limit - (process.env.SITE_URL ? 0 : RESPONSE.addresses);
console.log(`The first response, index.html: ${response} bytes of ${mayBe}, brotli`);
if (response > mayBe) problems.push(`index.html: ${response} bytes brotli are over ${mayBe}`);

console.log();
const one = rows.find(({ path }) => path === ONE_FILE.path);
line("One file with everything", 1, kb(one?.raw ?? 0), "", "", ONE_FILE.limit);
if (!one) problems.push(`${ONE_FILE.path} is not there`);
else if (one.raw > ONE_FILE.limit * 1000) problems.push(`${ONE_FILE.path}: ${kb(one.raw)} kB is over ${ONE_FILE.limit} kB`);

for (const problem of problems) console.error(`error: ${problem}`);
process.exit(problems.length > 0 ? 1 : 0);

function section(title, group, goal, limit) {
  if (group.length === 0 && limit === undefined) return;
  const size = sum(group, "brotli");
  line(title, group.length, kb(sum(group, "raw")), kb(size), goal, limit);
  if (limit === undefined || size <= limit * 1000) return;
  problems.push(`${title}: ${kb(size)} kB brotli is over ${limit} kB`);
}

function sum(group, key) {
  return group.reduce((total, row) => total + row[key], 0);
}

function brotli(bytes) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;
}

function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    // `parentPath` is younger than the oldest Node.js that Debian ships; `path` was its name before.
    .map((entry) => posix.relative(folder, posix.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

// index.html, all that it names and what these name in turn, and the files that the app fetches at its start.
function firstView() {
  const found = new Set();
  const visit = (path) => {
    if (found.has(path) || !files.includes(path) || isLater(path)) return;
    found.add(path);
    for (const next of references(path)) visit(next);
  };
  visit("index.html");
  for (const path of files) {
    if (/^data\/[^/]+\.(json|geojson)$/.test(path) || /^basemap\/first[.-]/.test(path)) visit(path);
  }
  return found;
}

// A file's name standing in quotes, brackets or an attribute is a reference, if there is such a file.
function references(path) {
  if (![".html", ".css", ".js", ".mjs"].includes(extname(path))) return [];
  const text = readFileSync(join(dist, path), "utf8");
  const folder = posix.dirname(path);
  // Quotes may be gone after minification, so anything that can not be in a relative address separates.
  return text
    .split(/["'`()<>\s=,;]+/)
    .map((word) => word.split(/[?#]/)[0])
    .filter((word) => /\.[a-z0-9]+$/i.test(word) && !word.includes("://"))
    .flatMap((word) => [posix.normalize(posix.join(folder, word)), posix.normalize(word.replace(/^\//, ""))]);
}

function isLater(path) {
  return laterRole(path) !== "rest";
}

function laterRole(path) {
  if (/^basemap\/fine[.-]/.test(path)) return "fine";
  if (/^basemap\/names[.-]/.test(path)) return "names";
  if (path === "vendor/tiles.js") return "tiles";
  if (path === "data/config.json") return "config";
  if (path === "data/story.json") return "story";
  if (path.startsWith("part-share-")) return "share";
  if (path.startsWith("part-present-")) return "present";
  if (path.startsWith("part-")) return "parts";
  if (/^later-\w+\.css$/.test(path)) return "looks";
  if (path === "embed.js") return "embed";
  if (path === "embedded.js") return "embedded";
  if (path === "offline.js" || path === "sw.js") return "offline";
  // A system asks for icons where somebody installs the app.
  if (/^icon-\d+(-maskable)?\.png$/.test(path)) return "icons";
  return FONTS.has(extname(path)) ? "fonts" : "rest";
}

function role(path) {
  if (/^data\//.test(path)) return "data";
  if (/^basemap\//.test(path)) return "basemap";
  if (/leaflet/i.test(path)) return "leaflet";
  switch (extname(path)) {
    case ".wasm":
      return "wasm";
    case ".css":
      return "styles";
    case ".js":
    case ".mjs":
      return "glue";
    default:
      return "page";
  }
}
