//! What the harness forgives: a trap of `WebKit`'s, once, and nothing else.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::harness::{BROKEN, Engine, Page, browse};

/// Has the page's WebAssembly end by a trap: a module of one function, whose only instruction is `unreachable`.
const TRAP: &str = "
    const module = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11);
    WebAssembly.instantiate(module).then(({ instance }) => setTimeout(instance.exports.f));
    return null";

/// How often a test is tried that fails the first time, and whether it passed in the end.
fn tries(on_the_first: &impl AsyncFn(&Page)) -> (usize, bool) {
    let tries = Cell::new(0);
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        browse(BROKEN, async |page| {
            tries.set(tries.get() + 1);
            page.open("").await;
            if tries.get() == 1 {
                on_the_first(page).await;
                panic!("on purpose, by the test of this");
            }
        });
    }));
    (tries.get(), outcome.is_ok())
}

#[test]
fn a_trap_of_webkits_is_tried_once_more() {
    let outcome = tries(&async |page: &Page| {
        page.run::<()>(TRAP).await;
        page.until("the trap is reported", "return document.documentElement.dataset.app === 'failed'").await;
    });
    let is_webkit = Engine::of(module_path!()) == Engine::WebKit;
    assert_eq!(outcome, if is_webkit { (2, true) } else { (1, false) });
}

#[test]
fn any_other_failure_fails() {
    assert_eq!(tries(&async |_: &Page| ()), (1, false));
}
