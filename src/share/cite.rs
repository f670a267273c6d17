//! How to cite the view.

use crate::export::{bibtex, csl_json, plain};
use crate::markup::{Copied, Node};
use crate::state::Sharing;

use super::body::{copyable, sentence};
use super::what::What;

const KINDS: [Copied; 4] = [Copied::Plain, Copied::Bibtex, Copied::Csl, Copied::Licence];

pub(super) fn panel(what: &What, sharing: &Sharing) -> Vec<Node> {
    let fields = KINDS.map(|copied| copyable(what, sharing, copied, &text(what, copied)));
    std::iter::once(sentence(what, what.words.cite_lead)).chain(fields).collect()
}

/// The citation of a kind.
pub(super) fn text(what: &What, copied: Copied) -> String {
    let citation = what.citation();
    match copied {
        Copied::Bibtex => bibtex(&citation),
        Copied::Csl => csl_json(&citation),
        Copied::Licence => what.words.licence_line.to_owned(),
        Copied::Plain | Copied::Address | Copied::Code => plain(&citation),
    }
}
