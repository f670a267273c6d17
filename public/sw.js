// The service worker: after one visit the app works without a network.
//
// A *version* is what one build made: the names of its code, which carry hashes, and its data. Each is a Cache of its own, with
// a record that is written last: without it the version is not whole, and nobody is given any of it. A page and all that it
// asks for come from one version; which one a window has is written down, for a worker may be ended at any time. Whoever
// goes to a page gets the version that was fetched last, but a window that presents keeps the one that it has.
//
// `skipWaiting` is never called: Chromium may end the older worker while that has just been handed a navigation, which then
// hangs for ever. So the older worker goes on while a page is open, and gives out the newer version's files: it must be able
// to read that one's record (FORMAT). See "Without a network" in README.md, and ARCHITECTURE.md.
"use strict";

// What scripts/offline.mjs writes here: { name, files: { path: SHA-256 }, pages: { folder: [language, query, title] }, shell }.
// A file whose name ends in a slash, or that is "", is a page: it is known by the version that it names, and has no hash,
// for a host may add to it.
const VERSION = self.VERSION;
const FORMAT = 1;

const SCOPE = new URL(self.registration.scope);
const CACHE = `pracownia ${SCOPE.pathname} `;
const WINDOWS = `${CACHE}windows`;
const RECORD = new URL("version.record", SCOPE).href;
// Time enough for a deployment, and for a page that is being loaded to be there.
const DEPLOYMENT_MS = 15 * 60_000;
const LOADING_MS = 60_000;
// Its name says what is in it, so that any version's is right.
const IS_HASHED = /-[0-9a-f]{16}(_bg)?\.\w+$/;

const urlOf = (path) => new URL(path, SCOPE).href;
const isPage = (path) => path === "" || path.endsWith("/");
const quietly = (promise) => promise.catch(() => {});

addEventListener("install", (event) => event.waitUntil(alone("install", install)));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", answer);
addEventListener("message", (event) => event.waitUntil(quietly(converse(event))));

// One after the other, in whichever worker.
function alone(name, task, options = {}) {
  return navigator.locks ? navigator.locks.request(CACHE + name, options, task) : task(true);
}

// ---- versions --------------------------------------------------------------------------------------

// The record of a whole version, or nothing.
async function record(cacheName) {
  const found = await caches.match(RECORD, { cacheName });
  const version = found && (await found.json());
  return version?.format === FORMAT ? { ...version, cacheName } : undefined;
}

// All whole versions, the one that was fetched last first.
async function versions() {
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHE) && name !== WINDOWS);
  const found = await Promise.all(names.map((name) => record(name).catch(() => undefined)));
  return found.filter(Boolean).sort((a, b) => b.order - a.order);
}

async function write({ cacheName, ...version }) {
  const cache = await caches.open(cacheName);
  await cache.put(RECORD, new Response(JSON.stringify(version), { headers: { "content-type": "application/json" } }));
}

// Changes the record of a version, if that is still there.
function change(cacheName, what) {
  return alone("windows", async () => {
    const now = await record(cacheName);
    if (now) await write({ ...now, ...what });
    return now !== undefined;
  });
}

// Fetches this worker's version, all of it or none. The one that was fetched last counts, not the one that was built last: so
// that an older build can be put in place of one that is broken.
async function install() {
  const cacheName = CACHE + VERSION.name;
  const others = await versions();
  const order = (others[0]?.order ?? 0) + 1;
  if (others[0]?.name === VERSION.name || (await change(cacheName, { order, since: undefined }))) return;
  // What an earlier try has left would only take room.
  await caches.delete(cacheName);
  await quietly(tidy(others));
  const cache = await caches.open(cacheName);
  const files = Object.entries(VERSION.files);
  // Settled, not all: what has begun comes to its end before anything is taken away.
  const done = await Promise.allSettled(files.map(([path, hash]) => fill(cache, path, hash, others)));
  const failed = done.find(({ status }) => status === "rejected");
  if (failed) {
    await caches.delete(cacheName);
    throw failed.reason;
  }
  try {
    const { name, files, pages, shell } = VERSION;
    await write({ cacheName, format: FORMAT, order, name, files, pages, shell });
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function fill(cache, path, hash, others) {
  const url = urlOf(path);
  for (const { cacheName, files } of others) {
    const same = !isPage(path) && files[path] === hash && (await caches.match(url, { cacheName }));
    if (same) return cache.put(url, same);
  }
  await cache.put(url, await fetched(VERSION.name, path, hash));
}

// The file of a version as the server has it; an error where that is another one.
async function fetched(name, path, hash) {
  // Asks whether what the browser has of it is still true.
  const response = await fetch(urlOf(path), { cache: "no-cache", credentials: "same-origin" });
  if (!response.ok || response.redirected) throw new Error(`${path}: ${response.status}`);
  const body = await response.arrayBuffer();
  if (isPage(path)) {
    const html = new TextDecoder().decode(body);
    if (!html.includes(`data-version="${name}"`) || !html.includes("</html>")) throw new Error(`${path || "the page"} is of another version`);
  } else if ((await sha256(body)) !== hash) {
    throw new Error(`${path} is another file than the one that was built`);
  }
  const headers = new Headers(response.headers);
  // Of what travelled, not of what has arrived; and a Cache may refuse the last.
  for (const header of ["content-encoding", "content-length", "vary"]) headers.delete(header);
  return new Response(body, { headers });
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, 32);
}

async function activate() {
  await quietly(tidy());
  // No page is another worker's now: the ones that are here were loaded without any.
  await quietly(self.clients.claim());
}

// Removes what nobody needs: all versions but the last one and those that a window still has.
function tidy(known) {
  return alone("windows", async () => {
    const live = await liveWindows();
    const all = known ?? (await versions());
    const kept = new Set([all[0]?.cacheName, WINDOWS, CACHE + VERSION.name, ...live.map(({ version }) => CACHE + version)]);
    const unneeded = (await caches.keys()).filter((name) => name.startsWith(CACHE) && !kept.has(name));
    const whole = new Set(all.map(({ cacheName }) => cacheName));
    // One that is not whole may be on its way, or have just arrived; one with a record of another format is another worker's.
    const removeHalves = async () => {
      for (const name of unneeded.filter((name) => !whole.has(name))) {
        if (!(await caches.match(RECORD, { cacheName: name }))) await caches.delete(name);
      }
    };
    for (const name of unneeded.filter((name) => whole.has(name))) await caches.delete(name);
    await (known ? removeHalves() : alone("install", (lock) => lock && removeHalves(), { ifAvailable: true }));
  });
}

// ---- windows ---------------------------------------------------------------------------------------

// Which version a window has: { version, presents, at }, by the id of its client. In memory for those that are just coming, or
// must leave no trace.
const windows = new Map();

const windowUrl = (id) => urlOf(`window.record?${encodeURIComponent(id)}`);

async function windowOf(id) {
  if (!id) return undefined;
  if (windows.has(id)) return windows.get(id);
  const found = await caches.match(windowUrl(id), { cacheName: WINDOWS });
  return found?.json();
}

async function bind(id, what, isWritten = true) {
  if (!id) return;
  windows.set(id, { ...what, at: Date.now() });
  if (!isWritten) return;
  const cache = await caches.open(WINDOWS);
  await cache.put(windowUrl(id), new Response(JSON.stringify(windows.get(id))));
}

// Those that are open, or were about to be a moment ago; what was written of others is removed.
async function liveWindows() {
  const open = new Set((await self.clients.matchAll({ type: "all", includeUncontrolled: true })).map(({ id }) => id));
  const cache = await caches.open(WINDOWS);
  const live = [];
  for (const request of await cache.keys()) {
    const id = decodeURIComponent(new URL(request.url).search.slice(1));
    const what = await windowOf(id);
    if (what && (open.has(id) || Math.abs(Date.now() - what.at) < LOADING_MS)) {
      live.push({ id, isOpen: open.has(id), ...what });
    } else {
      windows.delete(id);
      await cache.delete(request);
    }
  }
  return live;
}

// ---- requests --------------------------------------------------------------------------------------

function answer(event) {
  const { request } = event;
  const url = new URL(request.url);
  const isOurs = request.method === "GET" && url.origin === SCOPE.origin && url.pathname.startsWith(SCOPE.pathname);
  const path = url.pathname.slice(SCOPE.pathname.length);
  // What was frozen is what it was, whatever is here.
  if (!isOurs || path.startsWith("frozen/") || path === "sw.js" || request.headers.has("range")) return;
  const response = request.mode === "navigate" ? page(event, url, path) : file(event, path);
  // Whatever is wrong here, the network may still know better.
  event.respondWith(response.catch(() => fetch(request)).catch(() => Response.error()));
}

async function page(event, url, path) {
  const folder = path.replace(/(^|\/)index\.html$/, "$1");
  const all = await versions();
  const isEmbed = url.searchParams.getAll("embed").includes("1");
  const presents = url.searchParams.has("present");
  let version = all[0];
  if (presents && all.length > 1) {
    const talk = (await liveWindows()).find((other) => other.presents && other.isOpen);
    version = all.find(({ name }) => name === talk?.version) ?? version;
  }
  if (!version) return fetch(event.request);
  if (`${folder}/` in version.pages) return Response.redirect(urlOf(`${folder}/`) + url.search, 302);
  if (!(folder in version.pages)) {
    // Data that somebody wants to read.
    const kept = path in version.files && (await caches.match(urlOf(path), { cacheName: version.cacheName }));
    return kept || fetch(event.request);
  }
  // In another page nothing is written, and the server is asked first: what it gives comes from it as a whole.
  if (isEmbed || isForsaken(version)) {
    const response = await quietly(fetch(event.request));
    if (response?.ok || response?.type === "opaqueredirect") {
      if (!isEmbed) event.waitUntil(quietly(look(version)));
      return response;
    }
  }
  const document = await documentOf(version, folder);
  if (!document) return fetch(event.request);
  const bound = bind(event.resultingClientId, { version: version.name, presents }, !isEmbed);
  event.waitUntil(quietly(bound));
  // An older version stays only where it is written down that somebody has it.
  if (version !== all[0]) await quietly(bound);
  if (!isEmbed) event.waitUntil(quietly(bound.then(() => look(version))));
  return document;
}

// The server has had something else for longer than a deployment takes.
function isForsaken({ since }) {
  return since !== undefined && Math.abs(Date.now() - since) > DEPLOYMENT_MS;
}

// The page itself where the version has it, else one that the app makes the same of.
async function documentOf({ cacheName, pages, shell }, folder) {
  const whole = await caches.match(urlOf(folder), { cacheName });
  if (whole) return whole;
  const start = await caches.match(urlOf(""), { cacheName });
  if (!start) return undefined;
  const [lang, query, title] = pages[folder];
  const attribute = query && ` data-start="${query}"`;
  const up = "../".repeat(folder.split("/").length - 1);
  // What the server says beside the page, as its policy, holds for this one, too.
  return new Response(
    shell.replaceAll("{up}", up).replace("{lang}", lang).replace("{start}", () => attribute).replace("{title}", () => title),
    { headers: start.headers });
}

async function file(event, path) {
  // From whichever version: a page waits for a dozen of them.
  const named = IS_HASHED.test(path) && (await caches.match(urlOf(path)));
  if (named) return named;
  const [all, mine] = await Promise.all([versions(), windowOf(event.clientId)]);
  const version = all.find(({ name }) => name === mine?.version);
  if (version && path in version.files) {
    const { cacheName, name, files } = version;
    const kept = await caches.match(urlOf(path), { cacheName });
    if (kept) return kept;
    // The browser has lost it. What the server has may be of another version.
    const again = await fetched(name, path, files[path]).catch(() => Response.error());
    if (again.ok) event.waitUntil(quietly(caches.open(cacheName).then((cache) => cache.put(urlOf(path), again.clone()))));
    return again;
  }
  return fetch(event.request);
}

// ---- what is deployed ------------------------------------------------------------------------------

// Looks, while a page is open, whether this worker and this version are still what the server has.
function look(version) {
  return alone("look", async (lock) => {
    if (!lock) return;
    await quietly(tidy());
    const paths = ["", ...Object.keys(version.files).filter((path) => path.startsWith("data/"))];
    const ask = (path) => fetch(urlOf(path), { cache: "no-cache", credentials: "same-origin" });
    const [worker, ...answers] = await Promise.all(["sw.js", ...paths].map(ask));
    // Whoever put the app here wants no worker any more, or has put something else here.
    if (worker.status === 404 || worker.status === 410) return leave();
    const isOther = await Promise.all(answers.map(async (response, index) => response.ok && isAnother(version, paths[index], await response.arrayBuffer())));
    // A deployment that is half there will soon be whole, and is a version then. Data that was changed without a build never
    // will be, nor will files that a host has changed: then pages come from the server, as if there were no worker.
    const since = isOther.includes(true) ? (version.since ?? Date.now()) : undefined;
    if (version.since !== since) await change(version.cacheName, { since });
  }, { ifAvailable: true });
}

async function isAnother(version, path, body) {
  const text = new TextDecoder().decode(body);
  if (isPage(path)) return text.includes("data-version=") && !text.includes(`data-version="${version.name}"`);
  try {
    JSON.parse(text);
  } catch {
    // What stands in place of a missing file, or says that one has to log in.
    return false;
  }
  return (await sha256(body)) !== version.files[path];
}

// Ends, and takes along all that no window needs.
async function leave() {
  await self.registration.unregister();
  const live = await liveWindows();
  const kept = new Set(live.filter(({ isOpen }) => isOpen).map(({ version }) => CACHE + version));
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHE) && !kept.has(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

// ---- what pages say --------------------------------------------------------------------------------

// A page says which version it is, and whether it presents; it is told whether there is a newer one to be had.
async function converse({ data, source, ports: [port] }) {
  if (!source?.id || typeof data?.version !== "string") return;
  const all = await versions();
  const before = await windowOf(source.id);
  const has = all.find(({ name }) => name === (before?.version ?? data.version));
  if (has) await bind(source.id, { version: has.name, presents: data.presents === true });
  // In the middle of a talk nobody is asked anything, in whichever window.
  const isTalk = (await liveWindows()).some(({ presents, isOpen }) => presents && isOpen);
  port?.postMessage({ isNewer: !isTalk && has !== undefined && has !== all[0] && !isForsaken(all[0]) });
}
