// Speaks when the app cannot: no WebAssembly, code that did not arrive, or a panic.
// It lives outside of the module that may be broken, and builds its message from text nodes alone.
(() => {
  "use strict";

  const messages = {
    missing: [
      ["pl", "Ta przeglądarka nie uruchamia WebAssembly, a\u00a0bez niego mapa nie działa. Pomoże nowsza przeglądarka."],
      ["en", "This browser does not run WebAssembly, which the map needs. A newer browser will help."],
    ],
    loading: [
      ["pl", "Nie udało się wczytać mapy. Możliwe, że zabrakło połączenia z\u00a0siecią."],
      ["en", "The map could not be loaded. The network connection may have been lost."],
    ],
    panic: [
      ["pl", "W\u00a0programie wystąpił błąd i\u00a0mapa się zatrzymała. Przepraszamy. Można uruchomić ją od nowa."],
      ["en", "The program met an error and the map stopped. We are sorry. It can be started again."],
    ],
  };
  const root = document.documentElement;
  // Where the app's files lie, whatever folder the page stands in.
  root.dataset.base = new URL("./", document.currentScript.src).href;
  // What the style sheet must know before anything is painted; all else of the address is the app's to read.
  const query = new URLSearchParams(location.search);
  // The page was made for one view. Where the address asks for another, that is waited for.
  const view = "year mode from to city meeting expert edition topic country kind q view table sort camera lang".split(" ");
  if (view.some((key) => query.has(key))) root.dataset.still = "other";
  const theme = query.getAll("theme").filter((theme) => ["auto", "light", "dark"].includes(theme)).pop();
  if (theme) root.dataset.theme = theme;
  if (query.getAll("embed").includes("1")) {
    root.dataset.embed = query.getAll("height").includes("fixed") ? "fixed" : "auto";
    root.dataset.hide = query.getAll("hide").join(",").split(",").join(" ");
    const src = new URL("embedded.js", document.currentScript.src);
    document.head.append(Object.assign(document.createElement("script"), { src }));
  } else if (/[?&](present=(1|notes)|kiosk=1)(&|$)/.test(location.search)) root.dataset.still = "stage";

  // What is read until the app is there stands where the app will: `screen/layout.rs` decides it by the same numbers.
  const letter = parseFloat(getComputedStyle(root).fontSize) || 16;
  const [width, height] = [innerWidth / letter, root.dataset.embed ? 0 : innerHeight / letter];
  root.dataset.layout = width >= 60 && height >= 34 ? "wide" : "narrow " + (
    width > height ? (width >= 34 && height >= 18 ? "side" : "flow") : height < 34 ? "flow" : width < 45 ? "drawer" : "tall");

  const element = (name, properties, ...children) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...children);
    return node;
  };

  let hasFailed = false;
  const fail = (kind, detail) => {
    if (hasFailed) return;
    hasFailed = true;
    root.dataset.app = "failed";
    const show = () => {
      const data = ["data/programme.json", "data/cities.geojson"]
        .map((file) => element("a", { href: root.dataset.base + file }, file));
      // What can be read without the app stays.
      const still = document.getElementById("still");
      delete root.dataset.still;
      if (!root.dataset.embed) delete root.dataset.layout;
      document.body.replaceChildren(
        element(still ? "div" : "main", { className: "failure", role: still ? "alert" : null },
          element(still ? "strong" : "h1", {}, "Pracownia miast"),
          ...messages[kind].map(([lang, text]) => element("p", { lang }, text)),
          element("p", {}, element("button", { type: "button", onclick: () => location.reload() },
            element("span", { lang: "pl" }, "Uruchom ponownie"), " · ", element("span", { lang: "en" }, "Start again"))),
          element("p", { className: "data" }, data[0], " · ", data[1]),
          element("p", { className: "data" }, String(detail ?? "").slice(0, 500))),
        ...(still ? [still] : []));
    };
    if (document.body) show();
    else addEventListener("DOMContentLoaded", show);
  };

  if (typeof WebAssembly !== "object") return fail("missing");

  addEventListener("app-panic", (event) => fail("panic", event.detail));
  // A part of the code is needed at once, and does not arrive.
  addEventListener("app-lost", (event) => fail("loading", event.detail));
  // Until the app has begun an error means that it will not come; afterwards it looks after itself, even while it waits
  // for a part of it. Only after some time, for it may be another script's: of a browser's extension, or of the page
  // that this one stands in.
  const PATIENCE = 3000;
  const hasBegun = () => root.dataset.app !== "loading" || !document.querySelector("#app > .loading");
  const whileLoading = (detail) => setTimeout(() => hasBegun() || fail("loading", detail), PATIENCE);
  // What ends WebAssembly without its own last words, such as an overflow of the stack.
  const isTrap = (error) => error instanceof WebAssembly.RuntimeError;
  addEventListener("unhandledrejection", ({ reason }) => (isTrap(reason) ? fail("panic", reason) : whileLoading(reason)));
  addEventListener("error", (event) => {
    if (isTrap(event.error)) fail("panic", event.message);
    // Without Leaflet the lists still work, so a script that is no module may be missing.
    else if (event.target === window || event.target.type === "module") whileLoading(event.message);
  }, true);
})();
