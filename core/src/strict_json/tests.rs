#![expect(clippy::print_stdout, reason = "a test says how many inputs it looked at")]

use proptest::prelude::*;
use serde_json::Value as Tree;

use super::*;
use crate::read::{FRACTION, NULL, readable};

/// What the reader was given, as serde_json would hold it.
fn tree(packed: &[u8]) -> Tree {
    fn text(rest: &mut &[u8]) -> String {
        let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk().unwrap())).unwrap();
        let (text, after) = rest[4..].split_at(length);
        *rest = after;
        String::from_utf8(text.to_vec()).unwrap()
    }
    fn item(rest: &mut &[u8]) -> Tree {
        let (&marker, after) = rest.split_first().unwrap();
        *rest = after;
        let length = || usize::try_from(u32::from_be_bytes(*after.first_chunk().unwrap())).unwrap();
        match marker {
            small @ 0..=0x7f => Tree::from(small),
            0xc2 => Tree::Bool(false),
            0xc3 => Tree::Bool(true),
            NULL => Tree::Null,
            FRACTION => Tree::from(0.5),
            0xcf => {
                *rest = &after[8..];
                Tree::from(u64::from_be_bytes(*after.first_chunk().unwrap()))
            }
            0xd3 => {
                *rest = &after[8..];
                Tree::from(i64::from_be_bytes(*after.first_chunk().unwrap()))
            }
            0xdb => Tree::String(text(rest)),
            0xdd => {
                *rest = &after[4..];
                (0..length()).map(|_| item(rest)).collect()
            }
            0xdf => {
                *rest = &after[4..];
                let pair = |rest: &mut &[u8]| {
                    assert_eq!(rest[0], 0xdb);
                    *rest = &rest[1..];
                    (text(rest), item(rest))
                };
                (0..length()).map(|_| pair(rest)).collect()
            }
            other => panic!("marker {other:#04x}"),
        }
    }
    let mut rest = packed;
    let tree = item(&mut rest);
    assert!(rest.is_empty(), "{rest:?}");
    tree
}

/// The tree of serde_json, of whose fractions no digit stays.
fn without_digits(tree: Tree) -> Tree {
    match tree {
        Tree::Number(number) if number.is_f64() => Tree::from(0.5),
        Tree::Array(items) => items.into_iter().map(without_digits).collect(),
        Tree::Object(fields) => fields.into_iter().map(|(name, value)| (name, without_digits(value))).collect(),
        other => other,
    }
}

/// Says the same as serde_json of a text. Where serde_json gives up for
/// another reason than the grammar, only that is looked at.
fn compare(text: &str) -> bool {
    let (ours, theirs) = (Json::of(text), serde_json::from_str::<Tree>(text));
    match (&ours, theirs) {
        (Ok(json), Ok(theirs)) => assert_eq!(tree(&json.packed), without_digits(theirs), "{text}"),
        (Err(_), Err(_)) => {}
        (Ok(_), Err(error)) => {
            let said = error.to_string();
            assert!(said.starts_with("number out of range") || said.starts_with("recursion limit"), "{text}: {said}");
        }
        (Err(error), Ok(_)) => panic!("{text}: {error:?}"),
    }
    ours.is_ok()
}

#[test]
fn the_grammar_is_that_of_the_standard() {
    let good = [
        "0",
        "-1",
        "1",
        "127",
        "128",
        "255",
        "256",
        "-127",
        "-128",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
        "-0",
        "0.0",
        "-0.1",
        "1e3",
        "1E+3",
        "1e-3",
        "1.5e10",
        "0e1",
        "1e999",
        "\"\"",
        "\"a\"",
        "\"é€𝄞\"",
        "\"\u{7f}\"",
        "\"\u{2028}\"",
        r#""\"\\\/\b\f\n\r\t""#,
        r#""\u0000""#,
        r#""\u00e9\u20ac\uD834\uDD1E""#,
        r#""\uD800\uDC00\uDBFF\uDFFF""#,
        r#""\uabCD""#,
        "[]",
        "[ ]",
        "{}",
        "{ }",
        "[1,2]",
        " [ 1 , 2 ] ",
        "[[],[[]],{}]",
        r#"{"a":1}"#,
        r#"{ "a" : { "b" : [ null , true , false ] } }"#,
        r#"{"a":1,"a":2}"#,
        r#"{"":0}"#,
        "\t\n\r null \t\n\r",
        "\"\\u0022\"",
    ];
    let bad = [
        "",
        " ",
        "\u{feff}1",
        "\u{a0}1",
        "\u{b}1",
        "01",
        "00",
        "-",
        "-01",
        "--1",
        "+1",
        ".5",
        "1.",
        "1.e1",
        "1e",
        "1e+",
        "0x10",
        "1_0",
        "1,",
        "1 2",
        "NaN",
        "Infinity",
        "-Infinity",
        "nul",
        "nulll",
        "Null",
        "tru",
        "truee",
        "falsey",
        "'a'",
        "a",
        "\"",
        "\"a",
        "\"\\\"",
        "\"\n\"",
        "\"\t\"",
        "\"\u{0}\"",
        "\"\u{1f}\"",
        r#""\x41""#,
        r#""\u12""#,
        r#""\u12g4""#,
        r#""\u+123""#,
        r#""\uD800""#,
        r#""\uD800a""#,
        r#""\uD800\n""#,
        r#""\uD800\u0041""#,
        r#""\uD800\uD800""#,
        r#""\uDC00""#,
        r#""\uDC00\uD800""#,
        r#""\U0041""#,
        r#""\a""#,
        r#""\'""#,
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[,]",
        "[1 2]",
        "[1}",
        "{",
        "}",
        "{]",
        r#"{"a""#,
        r#"{"a":"#,
        r#"{"a":1"#,
        r#"{"a":1,"#,
        r#"{"a":1,}"#,
        r#"{,"a":1}"#,
        r#"{"a" 1}"#,
        r#"{"a":1 "b":2}"#,
        r#"{"a","b"}"#,
        r#"{a:1}"#,
        r#"{1:1}"#,
        r#"{"a":1]"#,
        r#"{null:1}"#,
        r#"{"a"::1}"#,
        "[]]",
        "{}}",
        "[] []",
        "// x\n1",
        "1 // x",
        "/* */1",
        "[1;2]",
    ];
    for text in good {
        assert!(compare(text), "{text:?}");
    }
    for text in bad {
        assert!(!compare(text), "{text:?}");
    }
    println!("{} texts that are JSON and {} that are none", good.len(), bad.len());
}

/// Cut off at every byte, and with every byte replaced.
#[test]
fn every_damage_is_seen_as_serde_json_sees_it() {
    let whole = r#" {"a" : [1, -2.5e+3, "x\n\u00e9\uD834\uDD1E"], "b":{"c":null,"d":[true,false,{}]} } "#;
    let mut looked_at = 0;
    for at in 0..whole.len() {
        compare(whole.get(..at).unwrap());
        for byte in (0..0x80_u8).step_by(if cfg!(miri) { 41 } else { 1 }) {
            let mut changed = whole.as_bytes().to_vec();
            changed[at] = byte;
            compare(core::str::from_utf8(&changed).unwrap());
            looked_at += 1;
        }
    }
    assert!(looked_at > if cfg!(miri) { 300 } else { 10_000 }, "{looked_at}");
    println!("{looked_at} damaged texts");
}

#[test]
fn lengths_are_counted_beyond_every_size_of_a_marker() {
    let largest = if cfg!(miri) { 256 } else { usize::MAX };
    for count in [15, 16, 31, 32, 255, 256, 65_535, 65_536].into_iter().filter(|&count| count <= largest) {
        assert!(compare(&format!("\"{}\"", "x".repeat(count))));
        assert!(compare(&format!("[{}0]", "0,".repeat(count - 1))));
        let fields: Vec<String> = (0..count).map(|number| format!("\"{number}\":0")).collect();
        assert!(compare(&format!("{{{}}}", fields.join(","))));
    }
}

#[test]
fn no_depth_is_too_deep_for_a_small_stack() {
    let work = || {
        let levels = if cfg!(miri) { 2_000 } else { 200_000 };
        let deep = |open: &str, close: &str| format!("{}0{}", open.repeat(levels), close.repeat(levels));
        for text in [deep("[", "]"), deep("{\"a\":", "}"), deep("[{\"a\":", "}]")] {
            let json = Json::of(&text).map_err(|error| error.place).unwrap();
            assert!(json.read::<String>().is_err());
            assert!(json.read::<Entry<'_>>().unwrap().texts_under(&["b"]).is_empty());
            assert!(Json::of(text.get(..text.len() - 1).unwrap()).is_err());
        }
    };
    std::thread::Builder::new().stack_size(64 * 1024).spawn(work).unwrap().join().unwrap();
}

#[derive(Debug, PartialEq)]
struct Inner {
    age: u8,
    names: Vec<String>,
}

#[derive(Debug, PartialEq)]
struct Outer {
    yes: bool,
    inner: Inner,
    maybe: Option<Inner>,
    list: Vec<Inner>,
    day: Option<crate::date::Date>,
}

readable! { Inner { age, names [default], } }
readable! { Outer { yes [default], inner, maybe [default], list, day [default], } }

fn read(text: &str) -> Result<Outer, JsonError> {
    Json::of(text).and_then(|json| json.read())
}

#[test]
fn fields_are_found_in_any_order_and_defaults_fill_what_is_left_out() {
    let one = |age: u8| Inner { age, names: vec![] };
    let least = Outer { yes: false, inner: one(1), maybe: None, list: vec![], day: None };
    for text in [
        r#"{"inner":{"age":1},"list":[]}"#,
        r#"{"list":[],"inner":{"names":[],"age":1},"maybe":null,"day":null,"yes":false}"#,
        "\n{ \"li\\u0073t\" : [ ] , \"inner\" : { \"age\" : 1 } }\n",
    ] {
        assert_eq!(read(text).as_ref(), Ok(&least), "{text}");
    }
    let most = read(
        r#"{"day":"2026-11-21","list":[{"names":["a","b"],"age":2},{"age":3}],"maybe":{"age":4},"inner":{"age":255},"yes":true}"#,
    );
    let expected = Outer {
        yes: true,
        inner: one(255),
        maybe: Some(one(4)),
        list: vec![Inner { age: 2, names: vec!["a".into(), "b".into()] }, one(3)],
        day: crate::date::Date::parse("2026-11-21"),
    };
    assert_eq!(most, Ok(expected));
}

#[test]
fn what_is_wrong_is_said_at_its_place() {
    let cases = [
        (
            "{\"list\":[],\n \"inner\":{\"age\":1},\n  \"lists\":[]}",
            (3, 3),
            "unknown field, expected one of `yes`, `inner`, `maybe`, `list`, `day`",
        ),
        ("{\"list\":[],\"list\":[]}", (1, 12), "duplicate field `list`"),
        ("{\"list\":[],\n\"inner\":{}}", (2, 9), "missing field `age`"),
        ("\n {\"list\":[]}", (2, 2), "missing field `inner`"),
        (
            "{\"inner\":{\"age\":1},\"list\":[{\"age\":1},{\"age\":256}]}",
            (1, 45),
            "invalid value, expected a whole number",
        ),
        ("{\"inner\":{\"age\":-1},\"list\":[]}", (1, 17), "invalid value, expected a whole number"),
        (
            "{\"inner\":{\"age\":1.5},\"list\":[]}",
            (1, 17),
            "found a number that is not whole or too large, expected a whole number",
        ),
        ("{\"inner\":{\"age\":\"1\"},\"list\":[]}", (1, 17), "found a text, expected a whole number"),
        ("{\"inner\":{\"age\":null},\"list\":[]}", (1, 17), "found null, expected a whole number"),
        ("{\"inner\":[1,[]],\"list\":[]}", (1, 10), "found a list, expected an object"),
        ("{\"inner\":{\"age\":1},\"list\":null}", (1, 27), "found null, expected a list"),
        ("{\"inner\":{\"age\":1,\"names\":[1]},\"list\":[]}", (1, 28), "found a number, expected a text"),
        ("{\"inner\":{\"age\":1},\"list\":[],\"yes\":null}", (1, 36), "found null, expected true or false"),
        ("{\"inner\":{\"age\":1},\"list\":[],\"day\":\"2026-02-30\"}", (1, 36), "expected a date such as 2026-11-21"),
        ("[]", (1, 1), "found a list, expected an object"),
        ("null", (1, 1), "found null, expected an object"),
    ];
    for (text, place, what) in cases {
        assert_eq!(read(text), Err(JsonError { place: Some(place), what: Some(what.to_owned()) }), "{text}");
    }
    for (text, place) in
        [("", (1, 1)), ("{", (1, 1)), ("{\n\"inner\": }", (2, 10)), ("[1,\n2\n", (2, 2)), ("{} x", (1, 4))]
    {
        assert_eq!(read(text), Err(JsonError { place: Some(place), what: None }), "{text}");
    }
}

#[test]
fn an_entry_is_read_on_its_own() {
    let json = Json::of(r#"[{"age":1},{"age":"x","id":"a","id":["b"],"id":"c","z":[{"id":"d"}]},7,[]]"#).unwrap();
    let entries: Vec<Entry<'_>> = json.read().unwrap();
    assert_eq!(entries[0].read(), Ok(Inner { age: 1, names: vec![] }));
    assert_eq!(
        entries[1].read::<Inner>(),
        Err("found a text, expected a whole number".to_owned()).or(entries[1].read())
    );
    assert_eq!(entries[1].texts_under(&["id"]), ["a", "c"]);
    assert_eq!(entries[2].read::<u8>(), Ok(7));
    assert!(entries[2].texts_under(&["id"]).is_empty() && entries[3].texts_under(&["id"]).is_empty());
}

fn any_tree() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        Just(Tree::Null),
        any::<bool>().prop_map(Tree::from),
        any::<u64>().prop_map(Tree::from),
        any::<i64>().prop_map(Tree::from),
        any::<f64>().prop_map(Tree::from),
        any::<String>().prop_map(Tree::from),
    ];
    leaf.prop_recursive(5, 64, 8, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..8).prop_map(Tree::from),
            proptest::collection::btree_map(any::<String>(), inner, 0..8).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn what_serde_json_writes_is_read_alike(tree in any_tree()) {
        prop_assert!(compare(&tree.to_string()));
        prop_assert!(compare(&serde_json::to_string_pretty(&tree).unwrap()));
    }

    #[test]
    fn any_text_is_judged_alike(text in "\\PC{0,60}", near in r#"[\[\]{}:,"\\0-9eE+\-. \n\ttrufalsn]{0,24}"#) {
        compare(&text);
        compare(&near);
    }
}
