//! Thousands of damaged copies of the shipped files, the same ones in each run.

use pracownia::data::{Fault, File, FileName, Whole, load};
use pracownia::domain::{City, Meeting};

use crate::{CITIES, PROGRAMME};

/// Xorshift64*: good enough to spread damage, and a dozen lines less than a dependency.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).unwrap() % limit
    }

    fn pick<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        texts[self.below(texts.len())]
    }
}

/// Pieces of JSON and of other things to be put in the place of a value.
const JUNK: [&str; 24] = [
    "null",
    "true",
    "[]",
    "{}",
    "-1",
    "1e999",
    "1e308",
    "181",
    "0.5",
    "4294967296",
    "\"\"",
    "\" \"",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "\"2017-02-29\"",
    "\"../2016\"",
    "\"javascript:alert(1)\"",
    "\"<script>\"",
    "[[[[]]]]",
    "[1]",
    "\"\u{202e}abc\"",
    "{\"pl\":\"a\"}",
    "\"👩‍👩‍👧\"",
    "\"fob-2017\"",
];

fn damage(random: &mut Random, original: &[u8]) -> Vec<u8> {
    let mut bytes = original.to_vec();
    for _ in 0..=random.below(2) {
        let at = random.below(bytes.len());
        match random.below(12) {
            0 => bytes[at] ^= 1 << random.below(8),
            1 => bytes[at] = u8::try_from(random.below(256)).unwrap(),
            2 => bytes.truncate(at.max(1)),
            3 => drop(bytes.splice(at..at, random.pick(&["{", "[", "]", "}", ",", ":", "\"", "\\", "\0"]).bytes())),
            4 => drop(bytes.splice(at..bytes.len().min(at + 1 + random.below(40)), [])),
            _ => {
                let (start, end) = value_at(&bytes, at);
                drop(bytes.splice(start..end, random.pick(&JUNK).bytes()));
            }
        }
    }
    bytes
}

/// Where the next member's value begins and, roughly, ends.
fn value_at(bytes: &[u8], at: usize) -> (usize, usize) {
    let colon = bytes[at..].windows(2).position(|pair| pair == b": ");
    let start = colon.map_or(at, |colon| at + colon + 2);
    let length = bytes[start..].iter().position(|byte| matches!(byte, b',' | b'\n' | b'}')).unwrap_or(0);
    (start, start + length)
}

/// As JSON's grammar has it: numbers may be of any size and surrogates alone.
fn is_json(file: &[u8]) -> bool {
    let text = String::from_utf8_lossy(file).replace("1e999", "1").replace("\\ud800", "");
    serde_json::from_str::<serde_json::Value>(text.trim_start_matches('\u{feff}')).is_ok()
}

#[test]
fn no_damage_does_more_than_to_be_reported() {
    let mut random = Random(0x5EED);
    let sound = load(File::Bytes(CITIES), File::Bytes(PROGRAMME));
    let (mut changed, mut whole, mut kept) = (0, 0, 0);
    for _ in 0..2500 {
        let (cities, programme) = match random.below(3) {
            0 => (damage(&mut random, CITIES), PROGRAMME.to_vec()),
            1 => (CITIES.to_vec(), damage(&mut random, PROGRAMME)),
            _ => (damage(&mut random, CITIES), damage(&mut random, PROGRAMME)),
        };
        let loaded = load(File::Bytes(&cities), File::Bytes(&programme));
        for problem in &loaded.problems {
            let text = if problem.file == FileName::Cities { &cities } else { &programme };
            let lines = text.split(|byte| *byte == b'\n').count();
            assert!(problem.line.is_none_or(|line| (1..=lines).contains(&line)), "{problem:?}");
            assert!(problem.pointer.is_empty() || problem.pointer.starts_with('/'), "{problem:?}");
        }
        // What is not valid JSON is always reported. A file that is may be damaged in a note, unseen.
        let is_json = [&cities, &programme].iter().all(|file| is_json(file));
        assert!(is_json || !loaded.problems.is_empty());
        changed += usize::from(loaded != sound);
        let is_whole = loaded.problems.iter().any(|problem| matches!(problem.fault, Fault::File(_)));
        whole += usize::from(is_whole);
        kept += usize::from(!is_whole && loaded.catalog.all::<Meeting>().count() == 15);
    }
    // The damage is of every kind: some files are lost, of others every meeting is still there.
    assert!(changed > 2000 && whole > 500 && kept > 500, "{changed} {whole} {kept}");
}

#[test]
fn a_file_cut_off_anywhere_is_reported_and_the_other_is_shown() {
    for end in (0..CITIES.len() - 2).step_by(7) {
        let loaded = load(File::Bytes(&CITIES[..end]), File::Bytes(PROGRAMME));
        assert_eq!(loaded.problems.len(), 1, "{end}");
        assert!(matches!(loaded.problems[0].fault, Fault::File(Whole::NotJson { .. } | Whole::Empty)));
        assert_eq!(loaded.catalog.all::<Meeting>().count(), 15);
    }
    for end in (0..PROGRAMME.len() - 2).step_by(97) {
        let loaded = load(File::Bytes(CITIES), File::Bytes(&PROGRAMME[..end]));
        assert_eq!(loaded.problems.len(), 1, "{end}");
        assert_eq!(loaded.catalog.all::<City>().count(), 17);
    }
}
