// Has the service worker installed, once the app is ready, and tells the app when there is a newer version. Only in a page of
// its own: within another page nothing is stored.
(() => {
  "use strict";
  const root = document.documentElement;
  const base = new URL("./", document.currentScript.src);
  const isOwnPage = window === top && !root.dataset.embed && location.protocol.startsWith("http") && origin !== "null";
  const { version } = root.dataset;
  if (!isOwnPage || !version || !isSecureContext || !("serviceWorker" in navigator)) return;
  const container = navigator.serviceWorker;
  const HOUR = 3_600_000;
  const presents = () => new URLSearchParams(location.search).has("present");

  let registration;
  let told;
  let asked = Date.now();

  const tell = (isNewer) => {
    if (told === isNewer) return;
    told = isNewer;
    dispatchEvent(new CustomEvent("app-newer", { detail: isNewer }));
  };

  // Whoever answers this page's requests knows what there is; without one, the page is as new as it can be.
  const ask = () => {
    if (!container.controller) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => tell(data.isNewer === true && !presents());
    container.controller.postMessage({ version, presents: presents() }, [port2]);
  };

  const watch = (worker) => worker?.addEventListener("statechange", () => worker.state === "installed" && ask());

  // No worker, nothing of it: one that has left may have left something for a window that was open then.
  const forget = async (reason) => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(`pracownia ${base.pathname} `)).map((name) => caches.delete(name)));
    throw reason;
  };

  const begin = async () => {
    registration = await container.getRegistration(base);
    if (registration?.scope !== base.href) {
      const script = new URL("sw.js", base).href;
      // Its worker is leaving, and Chromium would have it stay, without asking the server.
      if (container.controller?.scriptURL === script) return;
      registration = await container.register(script, { scope: base, updateViaCache: "none" }).catch(forget);
    }
    watch(registration.installing);
    registration.addEventListener("updatefound", () => watch(registration.installing));
    container.addEventListener("controllerchange", ask);
    ask();
    // Of a page that stays open for long.
    addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible") return;
      ask();
      if (Date.now() - asked < HOUR) return;
      asked = Date.now();
      registration.update().catch(() => {});
    });
    // A page that the browser had put aside is another client than before, or may be taken for one that is gone.
    addEventListener("pageshow", ({ persisted }) => persisted && ask());
    // A talk begins and ends without another page; what the app writes at its root changes with it.
    let was = presents();
    const look = () => {
      if (presents() === was) return;
      was = !was;
      if (was) tell(false);
      ask();
    };
    new MutationObserver(() => setTimeout(look)).observe(root, { attributes: true });
    new MutationObserver(() => setTimeout(look)).observe(document.querySelector("title"), { childList: true });
    addEventListener("popstate", look);
  };

  // Where it is refused, or there is no room, the app works as it did: with a network.
  const start = () => setTimeout(() => begin().catch(() => {}));
  if (root.dataset.app === "ready") return start();
  const waiting = new MutationObserver(() => {
    if (root.dataset.app !== "ready") return;
    waiting.disconnect();
    start();
  });
  waiting.observe(root, { attributes: true });
})();
