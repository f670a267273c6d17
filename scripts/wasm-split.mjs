// Cuts the WebAssembly in parts. It calls wasm-split-cli and wasm-bindgen, which must be in PATH.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withLoader as withLaterLoader } from "./wasm-later.mjs";
import { optimized } from "./wasm-opt.mjs";

// What the glue calls the style sheet that comes with the parts.
export const STYLES = "later.css";

// Cuts the file that cargo made. Gives the glue, which loads the other parts by their names, the part that comes first,
// and the others by name.
export function split(file, ...options) {
  const work = mkdtempSync(join(tmpdir(), "wasm-split-"));
  try {
    execFileSync("wasm-split-cli", [file, work, "--out-name", "main"], { stdio: ["ignore", "ignore", "inherit"] });
    // Of what the linker exports, the table of functions is shared with the parts.
    const forBindgen = ["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", work];
    execFileSync("wasm-bindgen", [...forBindgen, join(work, "main.wasm")]);
    const read = (name) => readFileSync(join(work, name));
    const files = readdirSync(work).filter((name) => name.endsWith(".wasm") && !name.startsWith("main"));
    const parts = new Map(files.sort().map((name) => [name.replace(".wasm", ""), optimized(read(name), ...options)]));
    if (parts.size === 0) throw new Error("there is nothing to cut: was the app built with the feature `split`?");
    const glue = withLaterLoader(withLoader(read("main.js").toString(), read("__wasm_split.js").toString()));
    return { glue, wasm: optimized(read("main_bg.wasm"), ...options), parts };
  } finally {
    rmSync(work, { recursive: true });
  }
}

// The glue with the functions that load parts, which wasm-split-cli puts into a module of its own: one file less to ask
// for. A part gets what it shares from the exports of the first, and whatever a server calls the file's type.
function withLoader(glue, loader) {
  // A statement for each part.
  const imports = [...glue.matchAll(/import \* as (\w+) from "\.\/__wasm_split\.js";?/g)];
  if (imports.length === 0) throw new Error("the glue loads no part");
  const functions = [];
  const code = loader
    .replace(/^import .*$/m, "")
    .replace(/let sharedImports = [^]*?\n}\n/, "function getSharedImports() { return { __wasm_split: wasm }; }\n")
    .replaceAll("sharedImports.__wasm_split.", "wasm.")
    .replaceAll("WebAssembly.instantiateStreaming(src, imports)", "styled().then(() => instantiated(src, imports))")
    .replace(/^export const (\w+) =/gm, (_, name) => functions.push(name) && `const ${name} =`);
  if (!code.includes("function getSharedImports() { return") || !code.includes("instantiated(") || functions.length === 0) {
    throw new Error("wasm-split-cli writes its loader in another way than it used to");
  }
  const started = `async function instantiated(source, imports) {
    const response = await source;
    if (!response.ok) throw new Error(\`\${response.url}: \${response.status}\`);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
  }`;
  // What a part paints has its looks from the start.
  const styles = `let styles;
  function styled() {
    return (styles ??= new Promise((done, fail) => {
      const link = document.createElement("link");
      Object.assign(link, { rel: "stylesheet", href: new URL("./${STYLES}", import.meta.url), onload: done });
      link.onerror = () => { link.remove(); styles = undefined; fail(new Error(link.href)); };
      document.head.append(link);
    }));
  }`;
  const [[, variable], ...others] = imports;
  const names = [`const ${variable} = { ${functions.join(", ")} };`, ...others.map(([, other]) => `const ${other} = ${variable};`)];
  return imports.reduce((left, [statement]) => left.replace(statement, ""), glue) + code + started + styles + "\n" + names.join("\n");
}
