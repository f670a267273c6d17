//! Lists in order: sorted, compiled once, and without what comes again.

use std::cmp::Ordering;

/// Sorts `items` by `compare`, stably, in O(n log n) comparisons.
///
/// The same as [`slice::sort_by`], which is compiled anew for each type of item: about 4 kB of WebAssembly every
/// time. Here only the moving of the items is.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut from = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    // Follows the cycles of the permutation, swapping each item into its place.
    for start in 0..items.len() {
        let mut at = start;
        while from[at] != start {
            let next = from[at];
            items.swap(at, next);
            from[at] = at;
            at = next;
        }
        from[at] = at;
    }
}

/// Each of `items` once, where it came first. Lists are short (a few dozen), so looking through them is enough.
#[must_use]
pub fn each_once<T: PartialEq>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut known = Vec::new();
    for item in items {
        if !known.contains(&item) {
            known.push(item);
        }
    }
    known
}

/// The indices 0..`length` in the order of `compare`.
fn order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..length).collect();
    // Equal items by their place, so the result is that of a stable sort, which weighs more.
    indices.sort_unstable_by(|&a, &b| compare(a, b).then(a.cmp(&b)));
    indices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_again_is_left_out() {
        assert_eq!(each_once([3, 1, 3, 2, 1]), [3, 1, 2]);
    }

    #[test]
    fn it_sorts_as_the_standard_library_does() {
        // A linear congruential generator: any mixed-up numbers will do.
        let mut seed = 1_u32;
        for length in [0, 1, 2, 3, 10, 100] {
            let mut items: Vec<(u32, usize)> = (0..length)
                .map(|index| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 29, index)
                })
                .collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort_by(&mut items, |a, b| a.0.cmp(&b.0));
            assert_eq!(items, expected, "equal items keep their order");
        }
    }
}
