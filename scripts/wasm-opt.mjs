// Calls wasm-opt, which must be in PATH.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { itemsOf, signature, textOf } from "./wasm-text.mjs";

// What rustc's wasm32-unknown-unknown may use: trunk's wasm-opt has dropped the section that says so.
const FEATURES = [
  "bulk-memory",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
];

// Rust puts its stack first, so no data lies at a low address, which lets addresses be folded into instructions. To take
// the control flow apart and put it together anew finds what the compiler has left.
const PASSES = ["--low-memory-unused", "-Oz", "--flatten", "--rereloop", "-Oz", "--converge"];

// The same program, smaller. More options: `-g` keeps the names of functions.
export function optimized(wasm, ...options) {
  return through(wasm, ...PASSES, ...options);
}

// A program that was made smaller, as text, with functions that look alike beside one another: a compressor finds more.
export function arranged(text, ...options) {
  const items = itemsOf(text);
  const isFunction = ({ kind }) => kind === "func";
  const looks = ({ lines: [header, ...body] }) => {
    const locals = body.filter((line) => line.startsWith("  (local "));
    const words = body.slice(locals.length, locals.length + 30).map((line) => line.match(/[\w.]+/)?.[0]);
    return [signature(header), ...locals.map((line) => line.match(/\w+(?=\)$)/)), "", ...words].join(" ");
  };
  const order = new Map(items.filter(isFunction).map((item) => [item, looks(item)]));
  const functions = [...order.keys()].sort((a, b) => (order.get(a) < order.get(b) ? -1 : order.get(a) > order.get(b) ? 1 : 0));
  const all = textOf(items.filter((item) => !isFunction(item)), functions);
  return through(all, "--low-memory-unused", "-Oz", "--skip-pass=reorder-functions", ...options);
}

// As text, by which its functions can be told apart if they have names; and back.
export function toText(wasm) {
  return through(wasm, "-S", "--quiet").toString();
}

export function toBinary(text, ...options) {
  return through(text, "--quiet", ...options);
}

function through(program, ...options) {
  const work = mkdtempSync(join(tmpdir(), "wasm-opt-"));
  try {
    const [from, to] = [join(work, "from.wasm"), join(work, "to.wasm")];
    writeFileSync(from, program);
    execFileSync("wasm-opt", [...FEATURES.map((feature) => `--enable-${feature}`), ...options, from, "-o", to]);
    return readFileSync(to);
  } finally {
    rmSync(work, { recursive: true });
  }
}
