//! How Polish texts are set: no line ends in a word of one letter, or begins with what belongs to the line before.

use std::collections::BTreeSet;

use super::harness::{DESKTOP, browse};

/// Texts of the page, and of what it says to screen readers, in which a space breaks that should not.
const LOOSE: &str = "
    const isLoose = (said) => /(^|[ („\\u00a0])[aiouwzAIOUWZ] \\S/.test(said) || /\\d (r\\.|%)/.test(said);
    const found = [];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      // What is foreign, and what is copied letter by letter, stays as it is.
      const isOurs = !node.parentElement.closest('script, style, [lang=en], code, .citation');
      if (isOurs && isLoose(node.data)) found.push(node.data);
    }
    const attributes = ['aria-label', 'aria-valuetext', 'title', 'placeholder'];
    for (const node of $$('*'))
      for (const name of attributes)
        if (isLoose(node.getAttribute(name) ?? '')) found.push(`${name}: ${node.getAttribute(name)}`);
    return found;
";

#[test]
fn no_line_of_polish_ends_in_a_short_word() {
    browse(DESKTOP, async |page| {
        let mut found = BTreeSet::new();
        for query in [
            "",
            "?year=2014",
            "?year=2016&mode=upto",
            "?year=2017&meeting=rzeszow-2017",
            "?meeting=walbrzych-2016",
            "?expert=huub-droogh",
            "?city=poznan",
            "?edition=3",
            "?topic=jakosc-zycia-w-miastach",
            "?country=NL&kind=workshop&q=film",
            "?view=about",
            "?view=poster",
            "?view=table&table=meetings",
            "?view=table&table=cities",
            "?view=table&table=experts",
            "?view=table&table=sources",
        ] {
            page.open(query).await;
            // What is folded is read as well.
            page.run::<()>("$$('details').forEach((it) => { it.open = true; }); await frames(2); return null").await;
            found.extend(page.run::<Vec<String>>(LOOSE).await.into_iter().map(|text| format!("{query}: {text}")));
        }
        assert!(found.is_empty(), "{found:#?}");
    });
}
