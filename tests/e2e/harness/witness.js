// Runs before every script of the page. It keeps what cannot be asked for later, and tells the server of every error:
// at once, so that it is known when the next step of the test begins, wherever the page goes meanwhile.
{
  const address = document.currentScript.src;
  // WebKit's stacks do not say of what.
  const said = (word) => (word?.stack ? `${word}\n${word.stack}` : word);
  const tell = (...words) => {
    const request = new XMLHttpRequest();
    request.open("POST", address, false);
    request.send(words.map(said).join(" "));
  };
  // Firefox says of what it stops to load that it did not load, where a page is left early.
  let isLeft = false;
  addEventListener("beforeunload", () => (isLeft = true));
  addEventListener("pageshow", () => (isLeft = false));
  addEventListener("app-panic", ({ detail }) => tell("panic:", detail));
  addEventListener("error", ({ target, message, filename, lineno, error }) => {
    if (target === window) tell(message, `(${filename}:${lineno})`, error?.stack ?? "");
    else if (!isLeft) tell(target.nodeName, target.src ?? target.href, "did not load");
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => tell("rejected:", reason));
  const { error } = console;
  console.error = (...words) => {
    error.apply(console, words);
    tell(...words);
  };

  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    tell("the policy was violated:", violations.at(-1));
  });

  addEventListener("TrunkApplicationStarted", ({ detail }) => {
    window.wasmMemory = Object.values(detail.wasm).find((part) => part instanceof WebAssembly.Memory);
  });
}
