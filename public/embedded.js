// What an embedded map does beside the app, and without it: it tells the page around it how high it is, and has its links
// open in a new tab. boot.js loads it where the address says `embed=1`. It is no part of the app because the height must be
// told before that has come, and where it never comes.
(() => {
  "use strict";

  // ---- links -------------------------------------------------------------------------------------

  const mark = () => {
    for (const link of document.querySelectorAll("a[href]:not([target], [href^='#'])")) {
      // Links of SVG have another `target`.
      link.setAttribute("target", "_blank");
      link.rel = "noopener noreferrer external";
    }
  };
  new MutationObserver(mark).observe(document, { childList: true, subtree: true });
  mark();

  // ---- the height --------------------------------------------------------------------------------

  if (parent === window || document.documentElement.dataset.embed !== "auto") return;

  const LEAST = 50, MOST = 10000, PAUSE = 100;
  // As whoever made the frame wrote it: the app spells the query anew.
  const { href, search } = location;
  let told = 0, timer = 0;
  // Nothing but a height, which is no secret, so to whoever it is that frames the page.
  const tell = () => {
    timer = 0;
    // On paper the frame is as high as it was on the screen.
    if (matchMedia("print").matches) return;
    const height = Math.min(MOST, Math.max(LEAST, Math.ceil(document.body.getBoundingClientRect().height)));
    if (height === told) return;
    told = height;
    for (const message of [
      { pracownia: 1, event: "height", height },
      { "datawrapper-height": { [search]: height } },
      { sentinel: "amp", type: "embed-size", height },
      JSON.stringify({ context: "iframe.resize", src: href, height }),
    ]) parent.postMessage(message, "*");
    // At most ten times a second.
    timer = setTimeout(tell, PAUSE);
  };
  const observe = () => new ResizeObserver(() => timer || tell()).observe(document.body);
  // Of the whole page: it is shown while it still arrives. Not DOMContentLoaded, which waits for the scripts of the app.
  if (document.readyState === "loading") addEventListener("readystatechange", observe, { capture: true, once: true });
  else observe();
})();
