// What html-validate asks of every rendered page: scripts/test.sh runs it.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:standard"],
  rules: {
    // The links to the app's own files are as Trunk's minifier wrote them.
    "attr-quotes": "off",
    // Without markers a list is none for VoiceOver, unless it says so.
    "no-redundant-role": ["error", { exclude: ["list"] }],
  },
};
