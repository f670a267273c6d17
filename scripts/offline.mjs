// Writes into sw.js which files the app is made of, and into each page which version it is of: a folder that was built then
// works without a network after one visit. Whoever changes a file of that folder by hand runs it again.
//   node offline.mjs <folder> [<terser's folder>]
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";

const WORKER = "sw.js";
export const ONE_FILE = "pracownia-miast.html";
// What the app does without: pages (below), what others fetch (articles, social networks, feeds), and what is read by
// people or hosts.
const APART = [WORKER, "embed.js", "_headers", ONE_FILE];
const APART_BELOW = ["licences/", "frozen/"];
const APART_BY_END = [".html", ".xml", "card.png", "oembed.json"];

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2], process.argv[3]);

async function main(folder, terserHome) {
  const files = listFiles(folder);
  const folders = files.filter((path) => /(^|\/)index\.html$/.test(path)).map((path) => path.slice(0, -"index.html".length));
  const pages = new Map(folders.map((path) => [path, unversioned(read(folder, `${path}index.html`))]));
  const shell = shellOf(pages.get("") ?? fail("there is no index.html"));
  const named = Object.fromEntries([...pages].map(([path, html]) => [path, described(path, html)]));
  const hashes = Object.fromEntries(files.filter(isNeeded).map((path) => [path, hashOf(readFileSync(join(folder, path)))]));
  const name = hashOf(JSON.stringify([hashes, named, shell])).slice(0, 16);

  const marked = (html) => html.replace("<html ", () => `<html data-version="${name}" `);
  for (const [path, html] of pages) writeFileSync(join(folder, path, "index.html"), marked(html));
  // The whole campaign in each language is what most begin with. All other pages are made of the shell, or there would be ten
  // times as much to fetch.
  const starts = folders.filter((path) => /^([a-z]{2,3}\/)?$/.test(path));
  const version = { name, files: { ...Object.fromEntries(starts.map((path) => [path, ""])), ...hashes }, pages: named, shell: marked(shell) };
  const [, code] = read(folder, WORKER).match(/^(?:self\.VERSION=.*\n)?([^]*)$/);
  writeFileSync(join(folder, WORKER), `self.VERSION=${JSON.stringify(version)};\n${await smaller(code, terserHome)}`);
  const bytes = Object.keys(version.files).reduce((sum, path) => sum + readFileSync(join(folder, path.replace(/(^|\/)$/, "$1index.html"))).length, 0);
  console.log(`without a network: version ${name}, ${Object.keys(version.files).length} files of ${(bytes / 1000).toFixed(0)} kB, ${folders.length} pages`);
}

function isNeeded(path) {
  return !APART.includes(path) && !APART_BELOW.some((start) => path.startsWith(start)) && !APART_BY_END.some((end) => path.endsWith(end));
}

// What all pages have in common, with {lang}, {start}, {title} and {up} for what they have not: a page that says nothing until
// the app is there.
function shellOf(start) {
  const cut = [
    [/ data-start="[^"]*"/, ""],
    [/(<html [^>]*?)lang="?\w+"?([^>]*)>/, '$1lang="{lang}"$2{start}>'],
    [/<title>[^<]*<\/title>/, "<title>{title}</title>"],
    [/<script type="application\/ld\+json">[^]*?<\/script>/, ""],
    [/<div id="still">[^]*?(?=<div id=app>)/, ""],
  ];
  const text = cut.slice(1).reduce((html, [found, into]) => {
    if (!found.test(html)) fail(`index.html has no ${found}`);
    return html.replace(found, into);
  }, start.replace(...cut[0]));
  return text
    .replace(/<meta (name="description"|name="twitter:|property="og:)[^>]*>/g, "")
    .replace(/<link [^>]*rel="?(canonical|alternate)\b[^>]*>/g, "")
    .replace(/\b(href|src)=("?)\.\//g, "$1=$2{up}")
    .replace(/\b(href|src)=("?)(?=(data|basemap)\/)/g, "$1=$2{up}");
}

// Language, query and title of a page, and that it asks for the files that the shell asks for.
function described(path, html) {
  const one = (pattern) => html.match(pattern)?.[1];
  const up = "../".repeat(path.split("/").length - 1) || "./";
  const code = [...html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="?([^"\s>]+-[0-9a-f]{16}(?:_bg)?\.\w+)/g)].map(([, file]) => file);
  if (code.length < 5 || code.some((file) => !file.startsWith(up))) fail(`${path}index.html asks for other files than it should`);
  return [one(/<html [^>]*?lang="?(\w+)/), one(/<html [^>]*?data-start="([^"]*)"/) ?? "", one(/<title>([^<]*)/)];
}

function unversioned(html) {
  return html.replace(/ data-version="[^"]*"/, "");
}

async function smaller(code, terserHome) {
  if (!terserHome) return code;
  const { minify } = createRequire(join(terserHome, "index.js"))("terser");
  return (await minify(code, { ecma: 2020, toplevel: true, compress: { passes: 2 }, format: { comments: false } })).code;
}

function read(folder, path) {
  return existsSync(join(folder, path)) ? readFileSync(join(folder, path), "utf8") : fail(`${path} is not there`);
}

function hashOf(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 32);
}

export function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    // `parentPath` is younger than the oldest Node.js that Debian ships; `path` was its name before.
    .map((entry) => posix.relative(folder, posix.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((path) => !path.startsWith("frozen/"))
    .sort();
}

function fail(what) {
  console.error(`error: scripts/offline.mjs: ${what}`);
  process.exit(1);
}
