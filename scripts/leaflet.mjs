// Makes leaflet.js, tiles.js and leaflet.css with only the parts of Leaflet that the app uses; scripts/leaflet.sh calls it.
//   node leaflet.mjs <folder with leaflet, rollup and terser in node_modules> <folder to write into>
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [work, out] = process.argv.slice(2).map((folder) => resolve(folder));
const installed = createRequire(join(work, "index.js"));
const load = async (name) => import(pathToFileURL(installed.resolve(name)));
const { rollup } = await load("rollup");
const { minify } = await load("terser");

const entry = fileURLToPath(new URL("leaflet-entry.mjs", import.meta.url));
const tiles = fileURLToPath(new URL("leaflet-tiles.mjs", import.meta.url));
const leaflet = join(work, "node_modules", "leaflet");
const { version } = JSON.parse(readFileSync(join(leaflet, "package.json"), "utf8"));

// Modules that those in use name but that the app does without: what stands in for each.
const STAND_INS = {
  // Called only with the map's option `preferCanvas`.
  "layer/vector/Canvas.js": "export var canvas;",
  // Called only in Internet Explorer 8.
  "layer/vector/SVG.VML.js": "export var vmlCreate, vmlMixin;",
  // Leaflet itself asks whether it is there. The app's markers stay where they are.
  "layer/marker/Marker.Drag.js": "export var MarkerDrag;",
  // A marker without an icon is then told that `iconUrl` is not set. All markers of the app have one.
  "layer/marker/Icon.Default.js": 'export {Icon as IconDefault} from "leaflet/src/layer/marker/Icon.js";',
};

// The same for tiles.js, which adds to the global `L` and takes from it what is there.
const TILE_STAND_INS = {
  "layer/Layer.js": "export const { Layer } = L;",
  "geometry/Point.js": `export const { Point } = L;
    export const toPoint = (x, y) => x instanceof Point ? x : Array.isArray(x) ? new Point(x[0], x[1]) : new Point(x, y);`,
  "geometry/Bounds.js": "export const { Bounds } = L;",
  "geo/LatLngBounds.js": `export const { LatLngBounds } = L;
    export const toLatLngBounds = (bounds) => bounds instanceof LatLngBounds ? bounds : new LatLngBounds(bounds);`,
  // A tile's `load` and `error` are all that is listened to. The others are for dragging, which is elsewhere.
  "dom/DomEvent.js": "export var off, preventDefault; export const on = (element, type, listener) => element.addEventListener(type, listener);",
};

// The classes whose rules are kept in the CSS, and the elements that a kept selector may name.
const CLASSES = new Set(
  [
    "container", "pane", "map-pane", "overlay-pane", "marker-pane", "shadow-pane", "marker-icon", "marker-shadow", "div-icon",
    "interactive", "grab", "dragging", "touch-zoom", "touch-drag", "zoom-animated", "zoom-anim", "zoom-hide",
  ].map((name) => `leaflet-${name}`),
);
const ELEMENTS = new Set(["svg", "path", "img"]);

await script(entry, "leaflet.js", { name: "L" }, STAND_INS);
await script(tiles, "tiles.js", { name: "L", extend: true }, TILE_STAND_INS);
style();
copyFileSync(join(leaflet, "LICENSE"), join(out, "LICENSE"));

async function script(input, file, shape, standIns) {
  const bundle = await rollup({
    input,
    // Nothing in tiles.js is there for its effect; in leaflet.js some modules are.
    treeshake: shape.extend ? { moduleSideEffects: false } : true,
    plugins: [{ name: "leaflet", resolveId, load: (path) => standIn(path, standIns) }],
    // Leaflet's modules name each other in circles, and its authors know.
    onLog: (level, log, report) => log.code === "CIRCULAR_DEPENDENCY" || report(level, log),
  });
  const { output } = await bundle.generate({ format: "iife", ...shape });
  const { code } = await minify(output[0].code, {
    ecma: 2020,
    compress: { passes: 3 },
    format: { comments: false },
  });
  const licence = readFileSync(join(leaflet, "dist", "leaflet.js"), "utf8").match(/^\/\* @preserve[^]*?\*\/\n/)[0];
  const note = "/* Not the whole of Leaflet: see README.md beside this file. */\n";
  writeFileSync(join(out, file), `${licence}${note}${code}\n`);
}

function resolveId(name, from) {
  if (from === undefined) return name;
  let path = name.startsWith("leaflet/") ? join(work, "node_modules", name) : resolve(dirname(from), name);
  if (!/\.js(on)?$/.test(path)) path += ".js";
  return path;
}

// Instead of a file's own content, for rollup.
function standIn(path, standIns) {
  if (path === join(leaflet, "package.json")) return `export const version = ${JSON.stringify(version)};`;
  return standIns[path.slice(join(leaflet, "src").length + 1).split(sep).join("/")];
}

// Leaflet's style sheet is flat but for one `@media print`, for controls, at its end.
function style() {
  const text = readFileSync(join(leaflet, "dist", "leaflet.css"), "utf8");
  const kept = text
    .replace(/@media print[^]*$/, "")
    .replace(/\/\*[^]*?\*\//g, "")
    .split("}")
    .map((rule) => rule.split("{"))
    .map(([selectors, body]) => [selectors.split(",").map((selector) => selector.trim()).filter(applies), body])
    .filter(([selectors]) => selectors.length > 0)
    .map(([selectors, body]) => `${selectors.join(",\n")} {\n${declarations(body)}}\n`);
  const head = `/* Of Leaflet ${version}, https://leafletjs.com: the rules for what the app uses; see README.md beside this file.
 * (c) 2010-2023 Volodymyr Agafonkin, (c) 2010-2011 CloudMade. BSD 2-Clause: see LICENSE beside this file. */\n`;
  writeFileSync(join(out, "leaflet.css"), head + kept.join(""));
}

function applies(selector) {
  const classes = selector.match(/\.[\w-]+/g) ?? [];
  const elements = selector.replace(/\.[\w-]+/g, "").match(/[\w-]+/g) ?? [];
  return (
    classes.length > 0 &&
    classes.every((name) => CLASSES.has(name.slice(1))) &&
    elements.every((name) => ELEMENTS.has(name))
  );
}

function declarations(body) {
  return body
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => `  ${line}\n`)
    .join("");
}
