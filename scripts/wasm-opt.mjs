// Calls wasm-opt, which must be in PATH.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// What rustc's wasm32-unknown-unknown may use: trunk's wasm-opt has dropped the section that says so.
const FEATURES = [
  "bulk-memory",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
];

// The same program, smaller. More options: `-g` keeps the names of functions.
export function optimized(wasm, ...options) {
  const work = mkdtempSync(join(tmpdir(), "wasm-opt-"));
  try {
    const [from, to] = [join(work, "from.wasm"), join(work, "to.wasm")];
    writeFileSync(from, wasm);
    // Rust puts its stack first, so no data lies at a low address, which lets addresses be folded into instructions. To
    // take the control flow apart and put it together anew finds what the compiler has left.
    const passes = ["--low-memory-unused", "-Oz", "--flatten", "--rereloop", "-Oz", "--converge"];
    execFileSync("wasm-opt", [...FEATURES.map((feature) => `--enable-${feature}`), ...passes, ...options, from, "-o", to]);
    return readFileSync(to);
  } finally {
    rmSync(work, { recursive: true });
  }
}
