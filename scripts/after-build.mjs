// Makes the scripts smaller in a folder that trunk has just built. The glue that wasm-bindgen wrote:
// - the names by which the WebAssembly calls the glue (`__wbg_appendChild_dbf7ad2f48413560`) become as short as they
//   can be, on both sides: they weigh 4 kB (brotli), for no minifier may touch them and no compressor can;
// - terser minifies the rest, because trunk's own minifier does not understand it.
// And boot.js, for which trunk's minifier finds other names at each build and drops its "use strict".
// The files then get the hash of their new content into their names.
//   node after-build.mjs <folder> <terser's folder>
import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// The number of the section of a WebAssembly file that says what it imports.
const IMPORTS = 2;

const [folder, terserHome] = process.argv.slice(2);
const { minify } = createRequire(join(terserHome, "index.js"))("terser");

let page = readFileSync(join(folder, "index.html"), "utf8");
const [, name] = page.match(/([\w-]+-[0-9a-f]+)_bg\.wasm/) ?? fail("index.html names no WebAssembly");
const [bootFile] = page.match(/boot-[0-9a-f]+\.js/) ?? fail("index.html does not name boot.js");
if (page.includes("integrity=")) fail("index.html has hashes for `integrity`, which would be wrong now");
const glueFile = `${name}.js`;
const wasmFile = `${name}_bg.wasm`;
const glue = readFileSync(join(folder, glueFile), "utf8");
const wasm = readFileSync(join(folder, wasmFile));

const short = shortNames(importedNames(wasm), glue);
const smallWasm = renameImports(wasm, short);
const smallGlue = await smaller(glue.replace(/[\w$]+/g, (word) => short.get(word) ?? word), { module: true });
const smallBoot = await smaller(readFileSync(join(folder, bootFile), "utf8"));

replace(bootFile, smallBoot, (hash) => `boot-${hash}.js`);
replace(glueFile, smallGlue, (hash) => `${base()}-${hash}.js`);
replace(wasmFile, smallWasm, (hash) => `${base()}-${hash}_bg.wasm`);
writeFileSync(join(folder, "index.html"), page);
const kb = (bytes) => `${(bytes.length / 1000).toFixed(1)} kB`;
console.log(`glue: ${kb(glue)} -> ${kb(smallGlue)}; names in the WebAssembly: ${kb(wasm)} -> ${kb(smallWasm)} (raw)`);

function fail(what) {
  console.error(`error: scripts/after-build.mjs: ${what}`);
  process.exit(1);
}

function base() {
  return name.replace(/-[0-9a-f]+$/, "");
}

function replace(file, content, named) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const next = named(hash);
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

// ---- names -------------------------------------------------------------------------------------

// A new name for each, of letters, in the order of the old ones, so that the same names give the same result.
// An old name must stand in the glue once, as a member's name: were it used anywhere else, it could not be replaced.
function shortNames(names, glue) {
  const words = glue.match(/[\w$]+/g);
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const uses = new Map();
  for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  return new Map(
    [...new Set(names)].sort().map((old, index) => {
      if (uses.get(old) !== 1 || !glue.includes(`${old}: `)) fail(`the glue does not have ${old} once`);
      let fresh = letters[index % 52];
      for (let rest = Math.floor(index / 52); rest > 0; rest = Math.floor(rest / 52)) fresh = letters[rest % 52] + fresh;
      return [old, fresh];
    }),
  );
}

// ---- the binary format: https://webassembly.github.io/spec/core/binary/modules.html -----------------

// Each section: its number, its content, and all its bytes.
function* sections(wasm) {
  for (let at = 8; at < wasm.length; ) {
    const [size, start] = readNumber(wasm, at + 1);
    yield { id: wasm[at], content: wasm.subarray(start, start + size), whole: wasm.subarray(at, start + size) };
    at = start + size;
  }
}

// What is imported: the module, the name, and the bytes that say of what type it is.
function* imports(content) {
  let [count, at] = readNumber(content, 0);
  for (; count > 0; count -= 1) {
    let module, name;
    [module, at] = readText(content, at);
    [name, at] = readText(content, at);
    // wasm-bindgen imports functions alone: a zero and a type's number.
    if (content[at] !== 0) fail("the WebAssembly imports something that is no function");
    const [, end] = readNumber(content, at + 1);
    yield { module, name, type: content.subarray(at, end) };
    at = end;
  }
}

function importedNames(wasm) {
  return [...sections(wasm)]
    .filter(({ id }) => id === IMPORTS)
    .flatMap(({ content }) => [...imports(content)].map(({ name }) => name));
}

function renameImports(wasm, names) {
  const parts = [...sections(wasm)].map(({ id, content, whole }) => {
    if (id !== IMPORTS) return whole;
    const all = [...imports(content)];
    const renamed = all.flatMap(({ module, name, type }) => [text(module), text(names.get(name)), type]);
    const body = Buffer.concat([number(all.length), ...renamed]);
    return Buffer.concat([Buffer.of(IMPORTS), number(body.length), body]);
  });
  return Buffer.concat([wasm.subarray(0, 8), ...parts]);
}

// LEB128: seven bits a byte, the lowest first.
function readNumber(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

function number(value) {
  const bytes = [];
  for (; value > 0x7f; value = Math.floor(value / 128)) bytes.push((value % 128) | 0x80);
  return Buffer.from([...bytes, value]);
}

function readText(bytes, at) {
  const [length, start] = readNumber(bytes, at);
  return [bytes.toString("utf8", start, start + length), start + length];
}

function text(string) {
  const bytes = Buffer.from(string);
  return Buffer.concat([number(bytes.length), bytes]);
}
