//! Dates that are read, refused, ordered and counted.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

use super::*;

fn date(text: &str) -> Edtf {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn what_is_read_is_written_the_same() {
    for text in [
        "2016",
        "2016-03",
        "2016-03-31",
        "2016?",
        "2016-03~",
        "2016-03-31%",
        "0001",
        "9999",
        "9999-12-31",
        "2000-02-29",
        "2016/2017",
        "2016/2017-03-29",
        "2017-04-26/2017-04-27",
        "2017-04-26/2017?",
        "2015~/2016-03",
        "2016-03/2016-03-01",
        "2016/2016",
        "201X",
        "201X?",
        "001X",
        "999X",
        "201X/2017",
        "2009-12-31/201X~",
    ] {
        assert_eq!(date(text).to_string(), text);
    }
}

#[test]
fn other_forms_are_refused() {
    for text in [
        "",
        " ",
        "/",
        "2016/",
        "/2016",
        "../2016",
        "2016/..",
        "2016/2017/2018",
        "16",
        "20166",
        "2016-3",
        "2016-03-1",
        "2016-03-31T12:00",
        "2016 ",
        " 2016",
        "2016-",
        "2016-03-",
        "-2016",
        "+2016",
        "Y2016",
        "20160331",
        "2016.03.31",
        "31.03.2016",
        "Q3 2024",
        "2016-21-",
        "spring 2016",
        "2016??",
        "?2016",
        "2016-0x",
        "２０１６",
        "2016–17",
        "٢٠١٦",
        "2016-03-31\0",
        "2016\u{202e}",
        "ąęó",
        "łódź",
        "201\u{304}",
        "201x",
        "20XX",
        "201X-03",
        "201X-",
        "X016",
        "20X6",
    ] {
        assert_eq!(text.parse::<Edtf>(), Err(EdtfError::Form), "{text:?}");
    }
}

#[test]
fn days_that_no_calendar_has_are_refused() {
    for text in [
        "0000",
        "000X",
        "0000-01-01",
        "1900-02-29",
        "2017-02-29",
        "2016-02-30",
        "2016-13",
        "2016-00",
        "2016-04-31",
        "2016-01-00",
        "2016-01-32",
        "2016-13-01",
        "2016/2017-02-29",
        "2016-21",
    ] {
        assert_eq!(text.parse::<Edtf>(), Err(EdtfError::NoSuchDay), "{text}");
    }
}

#[test]
fn an_interval_runs_forwards() {
    for text in ["2017/2016", "2016-05/2016-04", "2016-03-31/2016-03-30", "2016/2015-12-31", "2016-02-01/2016-01"] {
        assert_eq!(text.parse::<Edtf>(), Err(EdtfError::EndBeforeStart), "{text}");
    }
}

#[test]
fn parts_and_years() {
    let edition = date("2016/2017-03-29?");
    assert_eq!(edition.years(), 2016..=2017);
    assert_eq!((edition.start().month(), edition.start().qualifier()), (None, Qualifier::Certain));
    let end = edition.end().expect("an interval");
    assert_eq!((end.year(), end.month(), end.day()), (2017, Some(3), Some(29)));
    assert_eq!(end.qualifier(), Qualifier::Uncertain);
    assert_eq!(date("2016~").years(), 2016..=2016);
}

#[test]
fn days_are_counted_from_1970() {
    for (text, first, last) in [
        ("1970-01-01", 0, 0),
        ("1969-12-31", -1, -1),
        ("2000-02-29", 11_016, 11_016),
        ("2000-02", 10_988, 11_016),
        ("1900-02", -25_536, -25_509),
        ("2016", 16_801, 17_166),
        ("2015-09-21/2015-09-22", 16_699, 16_700),
        ("2016/2017-03-29", 16_801, 17_254),
        ("0001-01-01", -719_162, -719_162),
        ("9999-12-31", 2_932_896, 2_932_896),
    ] {
        assert_eq!(date(text).days(), (first, last), "{text}");
    }
}

#[test]
fn each_day_follows_the_one_before() {
    let mut expected = date("1896-01-01").days().0;
    for year in 1896..=2004 {
        for month in 1..=12 {
            for day in 1..=days_in_month(year, month) {
                assert_eq!(date(&format!("{year}-{month:02}-{day:02}")).days(), (expected, expected));
                expected += 1;
            }
        }
    }
}

#[test]
fn order_of_time() {
    let sorted = [
        "2015-09-21/2015-09-22",
        "2016-01-01",
        "2016-01-01/2016-01-02",
        "2016-01",
        "2016-03-31",
        "2016-12-31",
        "2016",
        "2016/2017-03-29",
        "2017",
    ];
    for pair in sorted.windows(2) {
        assert_eq!(date(pair[0]).chronological(date(pair[1])), Ordering::Less, "{pair:?}");
        assert_eq!(date(pair[1]).chronological(date(pair[0])), Ordering::Greater, "{pair:?}");
    }
    assert_eq!(date("2016").chronological(date("2016?")), Ordering::Equal);
}

#[test]
fn overlap_is_a_day_in_common() {
    assert!(date("2017").overlaps(date("2017-04-26/2017")));
    assert!(date("2016/2017-03-29").overlaps(date("2017-03-29")));
    assert!(!date("2016/2017-03-29").overlaps(date("2017-03-30")));
    assert!(!date("2018").overlaps(date("2014/2017")));
}

#[test]
fn a_decade_is_any_of_its_years() {
    let decade = date("201X");
    assert_eq!(decade.years(), 2010..=2019);
    assert_eq!(decade.days(), (date("2010-01-01").days().0, date("2019-12-31").days().1));
    assert!(decade.start().is_decade() && !date("2010").start().is_decade());
    assert_eq!(date("2015/201X").years(), 2015..=2019);
    assert_eq!(date("2019").chronological(decade), Ordering::Less, "the more precise first");
    assert_eq!("202X/2019".parse::<Edtf>(), Err(EdtfError::EndBeforeStart));
}
