// Prints, as Markdown, what each dependency weighs in the WebAssembly of the first view: the functions that bear its name, in the order of
// their size. A generic function counts for the crate that wrote it, whoever called for it; an inlined one for its caller.
//   node crates.mjs <the file that cargo made> <the shipped one>
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { sizes } from "./wasm-file.mjs";
import { withoutLater } from "./wasm-later.mjs";
import { split } from "./wasm-split.mjs";

// Crates that one dependency brings.
const GROUPS = {
  "Rust's standard library": ["core", "alloc", "std", "dlmalloc", "compiler_builtins", "hashbrown", "__rustc", "__rust"],
  leptos: [
    ...["tachys", "reactive_graph", "any_spawner", "or_poisoned", "throw_error", "oco_ref", "either_of", "next_tuple"],
    ...["slotmap", "indexmap", "guardian", "send_wrapper", "futures_core", "futures_util", "futures_channel", "rustc_hash"],
    ...["wasm_streams", "server_fn", "hydration_context", "const_str_slice_concat", "leptos_dom"],
  ],
  "wasm-bindgen, js-sys, web-sys": ["wasm_bindgen", "js_sys", "web_sys", "wasm_bindgen_futures"],
  geo: ["geo", "geo_types", "num_traits", "float_next_after"],
  gloo: ["gloo_events", "gloo_timers"],
  "this project": ["pracownia", "pracownia_app", "main"],
  "texts and other constants": ["data"],
};

const [whole, shippedFile] = process.argv.slice(2);
const shipped = readFileSync(shippedFile);
const weights = new Map();
for (const { name, size } of sizes(withoutLater(split(whole, "-g").wasm, "-g").wasm)) {
  const group = groupOf(name);
  weights.set(group, (weights.get(group) ?? 0) + size);
}
const all = [...weights.values()].reduce((sum, size) => sum + size, 0);
const brotli = brotliCompressSync(shipped).length;
const row = (...cells) => console.log(`| ${cells[0].padEnd(31)} | ${cells.slice(1).map((cell) => cell.padStart(11)).join(" | ")} |`);
row("part", "raw kB", "share", "of brotli");
console.log(`|${"-".repeat(33)}|${"------------:|".repeat(3)}`);
for (const [group, size] of [...weights].sort((a, b) => b[1] - a[1])) {
  const share = size / all;
  row(group, (size / 1000).toFixed(1), `${(share * 100).toFixed(1)} %`, ((share * brotli) / 1000).toFixed(1));
}
row("together", (all / 1000).toFixed(1), "100 %", (brotli / 1000).toFixed(1));

function groupOf(name) {
  const crate = name.replace(/^(?:[<&(\[]|dyn |mut |\w+ as )+/, "").match(/^\w+/)?.[0] ?? "";
  const group = Object.entries(GROUPS).find(([, crates]) => crates.includes(crate));
  return group?.[0] ?? (/^\w+(::|\[)/.test(name.replace(/^[<&]+/, "")) && crate.length > 2 ? crate : "glue between both sides");
}
