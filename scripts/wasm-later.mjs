// Takes functions out of the first WebAssembly that nobody needs before the first view is drawn: `wasm-split-cli` moves what
// one marked function alone can reach (src/extras.rs); this moves whatever later.txt names, whoever calls it.
//
// Of a function that has moved a stub is left. It has `later` see to it that the part has come, and calls the function by
// its place in the table, where the part puts it when it comes; what the table holds until then is the stub itself. So
// calls, closures and exports are what they were, and a name that is missing in later.txt, or wrong, costs weight or a
// moment, and never changes what the program does.
import { readFileSync } from "node:fs";
import { arranged, toBinary, toText } from "./wasm-opt.mjs";
import { bare, itemOf, itemsOf, NAME, references, signature, textOf } from "./wasm-text.mjs";

export const LIST = new URL("later.txt", import.meta.url);
// The module that parts know the first one by.
const FIRST = "__wasm_split";
export const PART = "split_later";
// The function that the glue has for the first part.
export const LATER = "later";

// What a function is called whichever build it is of: without hashes, and without the compiler's own numbers.
export function plainName(name) {
  return name.replace(/::h[0-9a-f]{16}\b/, "").replace(/\[[0-9a-f]{16}\]/g, "").replace(/(\.\d+|\[\d+\])$/, "");
}

// The names of all functions, in the file's order.
export function functionNames(wasm) {
  return itemsOf(toText(wasm)).filter(({ kind }) => kind === "func").map(({ name }) => bare(name));
}

// The same WebAssembly with a call of the imported function `name` at the start of each, which is given its number.
export function counting(wasm, module, name) {
  let number = 0;
  const items = itemsOf(toText(wasm)).map((item) => {
    if (item.kind !== "func") return item;
    const [header, ...body] = item.lines;
    const locals = body.filter((line) => line.startsWith("  (local "));
    return { ...item, lines: [header, ...locals, `(call $count (i32.const ${number++}))`, ...body.slice(locals.length)] };
  });
  return toBinary(textOf(itemOf(` (import "${module}" "${name}" (func $count (param i32)))`), items), "-g");
}

// Cuts a file in two that has its functions' names.
export function withoutLater(wasm, ...options) {
  const listed = new Set(readFileSync(LIST, "utf8").split("\n").filter((line) => line && !line.startsWith("#")));
  const items = itemsOf(toText(wasm));
  const [, module] = items.find(({ kind }) => kind === "import").lines[0].match(/"([^"]+)"/);
  const functions = new Map(items.filter(({ kind }) => kind === "func").map((item) => [item.name, item]));
  const moves = (name) => functions.has(name) && listed.has(plainName(bare(name)));
  const isLater = ({ kind, name }) => kind === "func" && moves(name);
  const later = [...functions.values()].filter(isLater);
  const first = items.filter((item) => !isLater(item));
  const used = new Set(later.flatMap(references));

  // Each function that is reached from the first part has its places in the table; whoever has none yet gets a new one.
  const table = items.find(({ kind, lines }) => kind === "table" && lines[0].endsWith(" funcref)"));
  const [size] = table.lines[0].match(/\d+(?= \d+ funcref)/);
  const places = new Map();
  for (const { lines } of items.filter(({ kind, lines }) => kind === "elem" && lines[0].includes(") func "))) {
    const [, start, names] = lines[0].match(/\(i32\.const (\d+)\) func (.*)\)$/);
    for (const [index, name] of names.match(NAME).entries()) {
      if (moves(name)) places.set(name, [...(places.get(name) ?? []), Number(start) + index]);
    }
  }
  const called = new Set(first.filter(({ kind }) => kind === "func" || kind === "export").flatMap(references));
  const added = later.map(({ name }) => name).filter((name) => called.has(name) && !places.has(name));
  for (const [index, name] of added.entries()) places.set(name, [Number(size) + index]);

  // What the part needs of the first.
  const exported = new Map();
  for (const { lines } of items.filter(({ kind }) => kind === "export")) {
    const [, as, what] = lines[0].match(/"([^"]+)" \((\w+ \$.*)\)\)$/);
    exported.set(what, as);
  }
  const exports = [];
  const share = ({ kind, name }) => {
    const what = `${kind} ${name}`;
    if (!exported.has(what)) {
      exported.set(what, `shared__${exports.length}`);
      exports.push(itemOf(` (export "${exported.get(what)}" (${what}))`));
    }
    return exported.get(what);
  };
  const fromFirst = (item, type) =>
    itemOf(` (import "${FIRST}" "${share(item)}" (${item.kind} ${item.name} ${type}))`);
  const isMutable = ({ lines }) => lines[0].includes("(mut ");
  const part = textOf(
    items.flatMap((item) => {
      const { kind, name, lines: [line] } = item;
      if (kind === "type") return item;
      if (kind === "memory") return fromFirst(item, line.match(/ (\d+)/)[1]);
      if (kind === "table" && (item === table || used.has(name))) return fromFirst(item, line.match(/ (\d+) .*?(\w+)\)$/).slice(1).join(" "));
      if (!used.has(name)) return isLater(item) ? item : [];
      if (kind === "global" && isMutable(item)) return fromFirst(item, line.match(/\(mut \w+\)/)[0]);
      if (kind === "func" && !isLater(item)) return fromFirst(item, signature(line));
      return ["import", "global", "func"].includes(kind) ? item : [];
    }),
    runs(places).map(([place, names]) => elements(table, place, names)),
  );
  const end = Number(size) + added.length;
  const wider = itemOf(table.lines[0].replace(/\d+ \d+(?= funcref)/, `${end} ${end}`));
  const rest = textOf(
    itemOf(` (import "${module}" "${LATER}" (func $${LATER}))`),
    first.map((item) => (item === table ? wider : item)),
    later.filter(({ name }) => places.has(name)).map((item) => stub(item, table, places.get(item.name)[0])),
    added.length > 0 ? elements(table, size, added) : [],
    exports,
  );
  return { wasm: arranged(rest, ...options), part: arranged(part, ...options) };
}

// ---- its text --------------------------------------------------------------------------------------

function stub({ kind, name, lines: [header] }, table, place) {
  const given = (header.match(/\(param /g) ?? []).map((_, index) => `(local.get ${index})`);
  const call = `(call_indirect ${table.name} ${signature(header)} ${given.join(" ")} (i32.const ${place}))`;
  return { kind, name, lines: [header, `(call $${LATER})`, call, ")"] };
}

// The places and who stands there, those that follow one another together.
function runs(places) {
  const all = [...places].flatMap(([name, at]) => at.map((place) => [place, name])).sort(([a], [b]) => a - b);
  const found = [];
  for (const [place, name] of all) {
    const [start, names] = found.at(-1) ?? [];
    if (names && start + names.length === place) names.push(name);
    else found.push([place, [name]]);
  }
  return found;
}

function elements(table, place, names) {
  return itemOf(` (elem (table ${table.name}) (i32.const ${place}) func ${names.join(" ")})`);
}

// ---- the glue ---------------------------------------------------------------------------------------

// The part is fetched with the one that wasm-split-cli has made, which is not here without it, or with the first where more is
// asked for than the first view. Whoever cannot wait for it fetches it on the spot: a reader was faster than the network, or
// the first view met what it had not met when later.txt was written.
export function withLoader(glue) {
  const code = `
    let hasLater = false, asked, arriving;
    const laterUrl = new URL("./${PART}.wasm", import.meta.url);
    const laterImports = () => ({ ...__wbg_get_imports(), ${FIRST}: wasm });
    const askLater = () => (asked ??= fetch(laterUrl));
    async function awaitLater() {
      if (hasLater) return;
      arriving ??= instantiated(askLater(), laterImports()).finally(() => { arriving = asked = undefined; });
      await arriving;
      hasLater = true;
    }
    function ${LATER}() {
      if (hasLater) return;
      try {
        const request = new XMLHttpRequest();
        request.open("GET", laterUrl, false);
        // Only text may be fetched in this way: of each letter the lower byte is meant.
        request.overrideMimeType("text/plain; charset=x-user-defined");
        request.send();
        if (request.status !== 200) throw new Error(laterUrl + ": " + request.status);
        const module = new WebAssembly.Module(Uint8Array.from(request.response, (letter) => letter.charCodeAt(0)));
        new WebAssembly.Instance(module, laterImports());
        hasLater = true;
      } catch (error) {
        dispatchEvent(new CustomEvent("app-lost", { detail: error }));
        throw error;
      }
    }
    // In the address, or in a page that was made for one view.
    const asksForMore = location.search || document.documentElement.dataset.start;
    if (asksForMore) askLater().catch(() => {});`;
  const changes = [
    [/const import0 = \{/, `$& ${LATER},`],
    [/return (?=__wbg_finalize_init\(instance, module\);\s*\}\s*export)/, "wasm = instance.exports; if (asksForMore) await awaitLater().catch(() => {}); $&"],
    // The other part calls what is in this one.
    [/styled\(\)(?=\.then)/, "Promise.all([awaitLater(), styled()])"],
  ];
  return changes.reduce((text, [found, into]) => {
    if (!found.test(text)) throw new Error(`the glue has no ${found}`);
    return text.replace(found, into);
  }, glue) + code;
}
