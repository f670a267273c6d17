//! What is wrong with the data files, for the person who can mend them.

use crate::data::Problem;
use crate::markup::tags::{button, code, h2, li, p, section, ul};
use crate::markup::{Action, Element, Node};
use crate::text::typeset;

use super::reader::Reader;

/// The list of problems; nothing while there is none. `has_still` where below it stands what can be read without the app.
#[must_use]
pub fn problems(reader: Reader<'_>, problems: &[Problem], has_still: bool) -> Vec<Node> {
    if problems.is_empty() {
        return Vec::new();
    }
    let (words, more) = (reader.words, reader.more_words());
    let lead = match (reader.catalog.is_empty(), has_still) {
        (false, _) => more.problems_lead,
        (true, false) => more.problems_nothing,
        (true, true) => more.problems_still,
    };
    let section = section()
        .class("problems")
        .attr("aria-labelledby", "problems-title")
        .with(h2().attr("id", "problems-title").text((more.problems)(problems.len())))
        .with(p().text(typeset(reader.lang, lead)))
        .with(problem_list(reader, problems))
        .with(button(Action::Reload).text(words.retry));
    vec![section.into()]
}

/// Each of them: where it is, and what to do.
#[must_use]
pub fn problem_list(reader: Reader<'_>, problems: &[Problem]) -> Element {
    ul().with_all(problems.iter().map(|problem| item(reader, problem)).collect())
}

fn item(reader: Reader<'_>, problem: &Problem) -> Node {
    let more = reader.more_words();
    let place = if problem.pointer.is_empty() { more.whole_file } else { &problem.pointer };
    let line = problem.line.map(|line| format!(", {}", (more.at_line)(line))).unwrap_or_default();
    let at = p().class("where").with(code().text(problem.file.path())).text(", ").with(code().text(place)).text(line);
    li().with(at).with(p().text(typeset(reader.lang, &(more.fault)(&problem.fault)))).into()
}
