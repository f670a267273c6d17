// Reads a WebAssembly file, and rewrites the two sections of it that say what it imports and what it exports.
// The binary format: https://webassembly.github.io/spec/core/binary/modules.html
const NAMED = 0;
const IMPORTS = 2;
const EXPORTS = 7;
const CODE = 10;
const DATA = 11;
// What an import is.
const FUNCTION = 0;
const TABLE = 1;
const MEMORY = 2;
const GLOBAL = 3;
// Within the section "name": those of functions.
const FUNCTION_NAMES = 1;

// The names of what is imported, in the file's order.
export function importedNames(wasm) {
  return entries(wasm, IMPORTS, readImport).map(({ name }) => name);
}

// The names of what is exported.
export function exportedNames(wasm) {
  return entries(wasm, EXPORTS, readExport).map(({ name }) => name);
}

// The same file with other names for its imports and exports: `names` is a Map. An export that has none is left out.
export function renamed(wasm, names) {
  const parts = [...sections(wasm)].map(({ id, content, whole }) => {
    if (id === IMPORTS) {
      return section(id, list(content, readImport).map(({ module, name, rest }) => [text(module), text(names.get(name)), rest]));
    }
    if (id === EXPORTS) {
      const kept = list(content, readExport).filter(({ name }) => names.has(name));
      return section(id, kept.map(({ name, rest }) => [text(names.get(name)), rest]));
    }
    return whole;
  });
  return Buffer.concat([wasm.subarray(0, 8), ...parts]);
}

// The name and the size in bytes of each function, and as one more, named "data", all constants.
export function sizes(wasm) {
  const content = (wanted) => [...sections(wasm)].find(({ id }) => id === wanted)?.content ?? Buffer.of(0);
  const names = functionNames(wasm);
  const first = entries(wasm, IMPORTS, readImport).filter(({ kind }) => kind === FUNCTION).length;
  const functions = list(content(CODE), readBody).map(({ size }, index) => ({ name: names.get(first + index) ?? "", size }));
  return [...functions, { name: "data", size: content(DATA).length }];
}

function functionNames(wasm) {
  const names = new Map();
  for (const { id, content } of sections(wasm)) {
    if (id !== NAMED) continue;
    const [name, start] = readText(content, 0);
    for (let at = start; name === "name" && at < content.length; ) {
      const [size, begin] = readNumber(content, at + 1);
      if (content[at] === FUNCTION_NAMES) {
        for (const { index, name } of list(content.subarray(begin, begin + size), readName)) names.set(index, name);
      }
      at = begin + size;
    }
  }
  return names;
}

function readBody(content, at) {
  const [size, start] = readNumber(content, at);
  return { size, end: start + size };
}

function readName(content, at) {
  const [index, start] = readNumber(content, at);
  const [name, end] = readText(content, start);
  return { index, name, end };
}

function* sections(wasm) {
  for (let at = 8; at < wasm.length; ) {
    const [size, start] = readNumber(wasm, at + 1);
    yield { id: wasm[at], content: wasm.subarray(start, start + size), whole: wasm.subarray(at, start + size) };
    at = start + size;
  }
}

function section(id, items) {
  const body = Buffer.concat([number(items.length), ...items.flat()]);
  return Buffer.concat([Buffer.of(id), number(body.length), body]);
}

function entries(wasm, wanted, read) {
  return [...sections(wasm)].filter(({ id }) => id === wanted).flatMap(({ content }) => list(content, read));
}

function list(content, read) {
  let [count, at] = readNumber(content, 0);
  const items = [];
  for (; count > 0; count -= 1) {
    const item = read(content, at);
    items.push(item);
    at = item.end;
  }
  return items;
}

// A module, a name, a kind, and of what type it is.
function readImport(content, at) {
  const [module, afterModule] = readText(content, at);
  const [name, start] = readText(content, afterModule);
  const kind = content[start];
  const end = endOfType(content, kind, start + 1);
  return { module, name, kind, rest: content.subarray(start, end), end };
}

function endOfType(content, kind, at) {
  switch (kind) {
    case FUNCTION: // the number of its type
      return readNumber(content, at)[1];
    case TABLE: // what it holds, and limits
      return endOfLimits(content, at + 1);
    case MEMORY: // limits
      return endOfLimits(content, at);
    case GLOBAL: // what it holds, and whether that changes
      return at + 2;
    default:
      throw new Error(`the WebAssembly imports something of the unknown kind ${kind}`);
  }
}

// The least size, and the greatest where the first byte says that there is one.
function endOfLimits(content, at) {
  const [, end] = readNumber(content, at + 1);
  return content[at] & 1 ? readNumber(content, end)[1] : end;
}

// A name, a kind, and the number of what is exported.
function readExport(content, at) {
  const [name, start] = readText(content, at);
  const [, end] = readNumber(content, start + 1);
  return { name, rest: content.subarray(start, end), end };
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
