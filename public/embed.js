// <pracownia-map year="2016" lang="en">: makes the frame of an embedded map when it nears the viewport, and keeps its
// place from the first moment on, so that nothing moves. Without this script what stands in the element stays. See
// docs/embedding.md.
(() => {
  "use strict";

  // A module has no `currentScript`.
  const home = new URL(".", (document.currentScript ?? document.querySelector("script[src*='/embed.js']")).src);

  // The options, which are the keys of the address, and what each may be.
  const slug = /^[a-z0-9-]+$/;
  const year = /^(\d{1,4}|all)$/;
  const options = {
    year, mode: /^(only|upto)$/, from: year, to: year, city: slug, meeting: slug, expert: slug, edition: slug, topic: slug,
    country: /^[A-Z]{2}$/, kind: /^(meeting|conference|workshop)$/, q: /\S/, view: /^(map|table|about|poster)$/,
    table: /^(meetings|cities|experts|sources)$/, sort: /^-?[a-z]+$/, lang: /^[a-z]{2}$/, theme: /^(auto|light|dark)$/,
    tiles: /^bundled$/, camera: /^-?[\d.]+(,-?[\d.]+){2}$/, hide: /^((title|timeline|list|legend)(,|$))*$/, play: /^1?$/,
    origin: /^https?:\/\/[\w.:-]+$/, height: /^(auto|[1-9]\d{1,3})$/,
  };

  const between = (least, value, most) => Math.min(most, Math.max(least, value));

  // The same measures as in styles.css; `100%` is the width.
  const parts = {
    title: "48px", timeline: "clamp(164px,(100% - 704.8px)*999,192px)", list: "240px",
  };
  const room = (hidden) =>
    `calc(clamp(288px,62.5%,544px) + clamp(44px,(800.8px - 100%)*999,84px)${
      Object.keys(parts).map((part) => (hidden.includes(part) ? "" : ` + ${parts[part]}`)).join("")})`;

  const style = (node, css) => {
    for (const name in css) node.style.setProperty(name, css[name], "important");
  };

  // One for all elements: begins to load within a screen's height.
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) target.load();
  }, { rootMargin: "100%" });

  // In a page that has the script several times the first one counts.
  customElements.get("pracownia-map") || customElements.define("pracownia-map", class extends HTMLElement {
    static observedAttributes = [...Object.keys(options), "title"];

    connectedCallback() {
      if (!this.box) {
        this.box = document.createElement("div");
        // The page may still be read, and what stands in the element be on its way.
        new MutationObserver(() => this.adopt()).observe(this, { childList: true });
        this.adopt();
      }
      // Whatever it is in, it is as wide as it may be; what kept its place until now keeps it no more.
      this.style.width ||= "100%";
      this.style.minWidth ||= "240px";
      style(this, { display: "block", height: "auto", padding: 0 });
      this.place();
      near.observe(this);
      addEventListener("message", this);
    }

    // What stands in the element stands in the box, until the frame does.
    adopt() {
      const nodes = [...this.childNodes].filter((node) => node !== this.box);
      if (this.frame) for (const node of nodes) node.remove();
      else this.box.append(...nodes);
      if (this.box.parentNode !== this) this.append(this.box);
    }

    disconnectedCallback() {
      near.unobserve(this);
      removeEventListener("message", this);
    }

    attributeChangedCallback(name) {
      if (!this.box) return;
      if (name === "title") return this.call();
      this.place();
      // Leaves no entry in the history of the page.
      this.frame?.contentWindow?.location.replace(this.address());
    }

    option(name) {
      const value = this.getAttribute(name);
      if (value === null || options[name].test(value)) return value;
      console.warn(`<pracownia-map>: ${name}="${value}" is no ${name}, so it has none`);
      return null;
    }

    address() {
      const query = new URLSearchParams();
      for (const name in options) {
        const value = this.option(name);
        if (name === "height") {
          if (value > 0) query.set(name, "fixed");
        } else if (value || (value === "" && name === "play")) query.set(name, value || 1);
      }
      query.set("embed", 1);
      return `${home}?${query}`;
    }

    place() {
      const height = this.option("height");
      // What was wanted before is of another frame.
      clearTimeout(this.timer);
      this.timer = null;
      style(this.box, {
        position: "relative", overflow: "hidden", height: 0,
        "padding-bottom": height > 0 ? `${height}px` : room(this.option("hide") ?? ""),
      });
    }

    // Names the frame.
    call() {
      if (this.frame) this.frame.title = this.title || "Pracownia miast";
    }

    load() {
      near.unobserve(this);
      this.frame = Object.assign(document.createElement("iframe"), {
        src: this.address(), allow: "fullscreen",
        sandbox: "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox",
      });
      this.call();
      style(this.frame, { position: "absolute", inset: 0, width: "100%", height: "100%", border: 0 });
      this.box.replaceChildren(this.frame);
    }

    // Of its own frame alone, at most ten times a second, and only where that is not what it has already.
    handleEvent({ source, data }) {
      if (!this.frame || source !== this.frame.contentWindow || this.option("height") > 0) return;
      if (data?.pracownia !== 1 || data.event !== "height" || !(data.height > 0)) return;
      this.wanted = between(100, Math.round(data.height), 5000);
      this.timer ??= setTimeout(() => {
        this.timer = null;
        if (Math.abs(this.wanted - this.box.offsetHeight) > 1) style(this.box, { "padding-bottom": `${this.wanted}px` });
      }, this.last ? 100 : 0);
      this.last = 1;
    }
  });
})();
