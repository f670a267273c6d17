// Reads and writes the text of a WebAssembly as wasm-opt writes it: one item after another, each of which begins with one
// space and goes on in lines that begin with more.

// A name in it.
export const NAME = /\$(?:"(?:[^"\\]|\\.)*"|[^\s()"]+)/g;

// The items of a program.
export function itemsOf(text) {
  const items = [];
  for (const line of text.trimEnd().split("\n").slice(1, -1)) {
    if (line.startsWith(" (")) items.push(itemOf(line));
    else items.at(-1)?.lines.push(line);
  }
  return items;
}

export function itemOf(line) {
  const [kind] = line.match(/\w+/);
  return { kind, name: line.match(NAME)?.[0], lines: [line] };
}

export function textOf(...groups) {
  const items = groups.flat();
  // What is imported has to come first.
  const [imports, others] = [true, false].map((wanted) => items.filter(({ kind }) => (kind === "import") === wanted));
  return ["(module", ...[...imports, ...others].flatMap(({ lines }) => lines), ")"].join("\n");
}

// The names that an item mentions: of a function, those in its body.
export function references({ kind, lines }) {
  return (kind === "func" ? lines.slice(1) : lines).join("\n").match(NAME) ?? [];
}

// A name as it was before it was written as text.
export function bare(name) {
  return name.replace(/^\$"?|"$/g, "").replace(/\\(.)/g, "$1");
}

// What a function takes and gives.
export function signature(header) {
  const params = [...header.matchAll(/\(param \S+ (\w+)\)/g)].map(([, type]) => `(param ${type})`);
  return [...params, ...(header.match(/\(result [^)]+\)/) ?? [])].join(" ");
}
