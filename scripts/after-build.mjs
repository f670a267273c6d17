// Makes a folder smaller that trunk has just built. First the WebAssembly is cut in parts: `wasm-split-cli` moves all that
// is reached from a function marked with `#[wasm_split]` alone to a file of its own (see src/extras.rs). It must read what
// cargo made, before wasm-bindgen; so what trunk's wasm-bindgen has made of the whole is made anew from the first part.
// Then, of the WebAssembly and its glue:
// - what the page never calls is taken out of both: classes that a library exports, all that only they need, and the
//   glue's functions that nothing imports any more;
// - what no first view calls is cut off as well: see wasm-later.mjs;
// - wasm-opt goes over the rest once more, and puts like beside like;
// - the names between the two (`__wbg_appendChild_dbf7ad2f48413560`) become as short as they can be, on both sides:
//   no minifier may touch them and no compressor can;
// - terser minifies the glue, because trunk's own minifier does not understand it.
// And boot.js, for which trunk's minifier finds other names at each build and drops its "use strict", and the scripts of
// embeds, which trunk only copies. The style sheet of the parts leaves the page, for the glue adds it; the page's own script
// comes to report what goes wrong when it starts the WebAssembly.
// The files then get the hash of their new content into their names.
//   node after-build.mjs <folder> <terser's folder> <cargo's WebAssembly>
import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { LATER, PART, withoutLater } from "./wasm-later.mjs";
import { exportedNames, importedNames, renamed } from "./wasm-file.mjs";
import { arranged, optimized, toText } from "./wasm-opt.mjs";
import { STYLES, split } from "./wasm-split.mjs";

const [folder, terserHome, whole] = process.argv.slice(2);
const require = createRequire(join(terserHome, "index.js"));
const { minify } = require("terser");
// terser brings it.
const { parse } = require("acorn");

let page = readFileSync(join(folder, "index.html"), "utf8");
const [, name] = page.match(/([\w-]+-[0-9a-f]+)_bg\.wasm/) ?? fail("index.html names no WebAssembly");
const [bootFile] = page.match(/boot-[0-9a-f]+\.js/) ?? fail("index.html does not name boot.js");
if (page.includes("integrity=")) fail("index.html has hashes for `integrity`, which would be wrong now");
const glueFile = `${name}.js`;
const wasmFile = `${name}_bg.wasm`;

const { glue, wasm, parts } = await withShortNames(inParts(await shaken(split(whole, "-g"))));
const boot = await smaller(readFileSync(join(folder, bootFile), "utf8"));

// By these names others know them, too.
for (const file of ["embed.js", "embedded.js", "offline.js"]) {
  writeFileSync(join(folder, file), await smaller(readFileSync(join(folder, file), "utf8")));
}

page = reporting(page);
replace(bootFile, boot, (hash) => `boot-${hash}.js`);
const [tag, styles] = page.match(/<link [^>]*?(later-[0-9a-f]+\.css)[^>]*>/) ?? fail(`index.html does not name ${STYLES}`);
page = page.replace(tag, "");
let linked = glue.replaceAll(STYLES, styles);
for (const [name, part] of parts) {
  const file = `part-${name.replace("split_", "")}-${hashOf(part)}.wasm`;
  writeFileSync(join(folder, file), part);
  linked = linked.replaceAll(`${name}.wasm`, file);
}
replace(glueFile, linked, (hash) => `${base()}-${hash}.js`);
replace(wasmFile, wasm, (hash) => `${base()}-${hash}_bg.wasm`);
page = started(page);
writeFileSync(join(folder, "index.html"), page);
const kb = (bytes) => `${(bytes.length / 1000).toFixed(1)} kB`;
const sizes = [...parts].map(([name, part]) => `, ${name} ${kb(part)}`).join("");
console.log(`raw: glue ${kb(linked)}, WebAssembly ${kb(wasm)}${sizes}`);

function fail(what) {
  console.error(`error: scripts/after-build.mjs: ${what}`);
  process.exit(1);
}

// Trunk's script in the page starts the WebAssembly by a top-level `await`. WebKit tells no listener when such a one
// fails, and the page would say "loading" for ever; and it hangs for good when a frame is taken away in the middle of one.
function reporting(page) {
  const found = /const wasm = await init\(([^)]*)\);\s*(dispatchEvent\(.*\));/;
  if (!found.test(page)) fail("index.html does not start the WebAssembly as it used to");
  return page.replace(found, "init($1).then((wasm) => $2).catch(reportError);");
}

// The page's own script becomes a file, so that it is the same in every folder and no policy has to know its hash. There it
// finds the WebAssembly beside itself.
function started(page) {
  const found = /<script type=module>([^]*?)<\/script>/;
  const [, script] = page.match(found) ?? fail("index.html has no script that starts the app");
  const start = script
    .replace(/'(\.\/[^']+\.wasm)'/, "new URL('$1', import.meta.url)")
    .replace(/\n{2,}/g, "\n")
    .trim();
  if (!start.includes("import.meta.url")) fail("the script that starts the app is not as it used to be");
  const file = `start-${hashOf(start)}.js`;
  writeFileSync(join(folder, file), `${start}\n`);
  return page.replace(found, `<script type=module src=./${file}></script>`);
}

function base() {
  return name.replace(/-[0-9a-f]+$/, "");
}

function hashOf(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

function replace(file, content, named) {
  const next = named(hashOf(content));
  writeFileSync(join(folder, file), content);
  renameSync(join(folder, file), join(folder, next));
  page = page.replaceAll(file, next);
}

async function smaller(code, more) {
  const { code: small } = await minify(code, {
    ...more,
    ecma: 2020,
    compress: { passes: 3 },
    format: { comments: false },
  });
  return small;
}

// ---- what is never called ------------------------------------------------------------------------

// The page starts the module and calls nothing of it, so classes that it exports are of no use. What only they needed
// goes with them, on one side and then on the other, until nothing more is found.
async function shaken({ glue, wasm, parts }) {
  const shared = [...parts.values()].flatMap(importedNames);
  glue = without(glue, (tree) => {
    const classes = tree.body.map((node) => node.declaration).filter((node) => node?.type === "ClassDeclaration");
    const names = classes.map((node) => node.id.name);
    return tree.body.filter((node) => belongsTo(names, node));
  });
  for (let exports = Infinity; ; ) {
    glue = await smaller(glue, { module: true, mangle: false });
    const used = new Set([...members(glue, "wasm"), ...shared]);
    const kept = exportedNames(wasm).filter((name) => used.has(name));
    if (kept.length === exports) break;
    exports = kept.length;
    wasm = optimized(renamed(wasm, new Map([...importedNames(wasm), ...kept].map((name) => [name, name]))), "-g");
    const imported = new Set([...importedNames(wasm), LATER]);
    glue = without(glue, (tree) => {
      const properties = importObjects(tree, imported).flatMap(({ properties }) => properties);
      return properties.filter(({ key }) => key.name !== "__proto__" && !imported.has(key.name));
    });
  }
  return { glue, wasm, parts };
}

// Without the functions of later.txt, and without the names of all others.
function inParts({ glue, wasm, parts }) {
  const { wasm: first, part } = withoutLater(wasm);
  return { glue, wasm: first, parts: new Map([...parts].map(([name, wasm]) => [name, arranged(toText(wasm))]).concat([[PART, part]])) };
}

// Whether a statement is one of these exported classes, or serves it alone.
function belongsTo(classes, statement) {
  switch (statement.type) {
    case "ExportNamedDeclaration":
      return classes.includes(statement.declaration?.id?.name);
    case "IfStatement": // if (Symbol.dispose) Class.prototype[Symbol.dispose] = ...
      return classes.includes(statement.consequent.expression?.left?.object?.object?.name);
    case "VariableDeclaration": // const ClassFinalization = ...
      return statement.declarations.every(({ id }) => classes.some((name) => id.name === `${name}Finalization`));
    default:
      return false;
  }
}

// The objects whose members the WebAssembly imports: the literals that have one of their names for a key.
function importObjects(tree, imported) {
  const isIt = (node) => node.type === "ObjectExpression" && node.properties.some(({ key }) => imported.has(key?.name));
  const objects = [...walk(tree)].filter(isIt);
  return objects.length > 0 ? objects : fail("the glue has no object of imports");
}

// `code` without the nodes that `choose` finds in it.
function without(code, choose) {
  const nodes = choose(tree(code)).sort((a, b) => b.start - a.start);
  for (const { start, end } of nodes) {
    const isMember = code[end] === ",";
    code = code.slice(0, start) + code.slice(isMember ? end + 1 : end);
  }
  return code;
}

// The names of what is asked of an object, as in `object.name`.
function members(code, object) {
  return [...walk(tree(code))]
    .filter((node) => node.type === "MemberExpression" && node.object.name === object)
    .map(({ property }) => property.name ?? property.value);
}

function tree(code) {
  return parse(code, { ecmaVersion: "latest", sourceType: "module" });
}

function* walk(node) {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (typeof child?.type === "string") yield* walk(child);
  }
}

// ---- names -----------------------------------------------------------------------------------------

// A new name for each, of letters, in the order of the old ones, so that the same names give the same result.
async function withShortNames({ glue, wasm, parts }) {
  const old = [...new Set([...importedNames(wasm), ...exportedNames(wasm), ...[...parts.values()].flatMap(importedNames)])].sort();
  const names = new Map(old.map((name, index) => [name, letters(index)]));
  const objects = importObjects(tree(glue), new Set(importedNames(wasm)));
  // In `{ name }` the key is the value as well, which keeps its name.
  const key = ({ key, shorthand }) => ({ ...key, rest: shorthand ? `:${key.name}` : "" });
  const keys = objects.flatMap(({ properties }) => properties.map(key));
  const uses = [...walk(tree(glue))].filter((node) => node.type === "MemberExpression" && node.object.name === "wasm");
  const words = [...keys, ...uses.map(({ property }) => property)].filter(({ name }) => names.has(name));
  for (const { start, end, name, rest = "" } of words.sort((a, b) => b.start - a.start)) {
    glue = glue.slice(0, start) + names.get(name) + rest + glue.slice(end);
  }
  glue = await smaller(glue, { module: true });
  // Written in another way than those above, it would not be found.
  const left = old.find((name) => name.includes("__") && glue.includes(name));
  if (left) fail(`the glue still has ${left}`);
  const withNames = ([part, content]) => [part, renamed(content, names)];
  return { glue, wasm: renamed(wasm, names), parts: new Map([...parts].map(withNames)) };
}

function letters(index) {
  const all = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  return (index < 52 ? "" : letters(Math.floor(index / 52) - 1)) + all[index % 52];
}
