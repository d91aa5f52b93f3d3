use super::*;

fn find(text: &str) -> Vec<Found<'_>> {
    super::find(text, &|label| matches!(label, "com" | "org" | "example"))
}

fn only(text: &str) -> Link {
    let [found] = find(text).try_into().unwrap_or_else(|found| panic!("{text}: {found:?}"));
    found.link
}

fn page_at(host: &str, path: &str) -> Link {
    Link::Page { host: host.to_owned(), path: path.to_owned(), below: true }
}

fn app(store: Store, id: &str) -> Link {
    Link::Store(store, id.to_owned())
}

#[test]
fn pages_are_taken_apart() {
    for (text, host, path) in [
        ("https://kahoot.it", "kahoot.it", ""),
        ("HTTP://WWW.Kahoot.IT/", "kahoot.it", ""),
        ("https://m.youtube.com/watch?v=1", "youtube.com", "watch"),
        ("kahoot.it", "kahoot.it", ""),
        ("www.kahoot.it.", "kahoot.it", ""),
        ("kahoot.it:8080/spel", "kahoot.it", "spel"),
        ("https://docs.google.com/forms/d/1#a", "docs.google.com", "forms/d/1"),
        ("(https://kahoot.it)", "kahoot.it", ""),
        ("[Kahoot](https://kahoot.it)", "kahoot.it", ""),
        ("Kijk:https://kahoot.it", "kahoot.it", ""),
        ("https://kahoot.it./a", "kahoot.it", "a"),
    ] {
        assert_eq!(only(text), page_at(host, path), "{text}");
    }
}

#[test]
fn links_that_can_belong_to_nobody_are_unknown() {
    for text in [
        "https://kahoot.it@evil.example",
        "https://user:pass@kahoot.it",
        "https://kahoot.it\\@evil.example",
        "https://kahoot%2eit",
        "https://kаhoot.it",
        "kаhoot.it",
        "kahoot。it",
        "juf@kahoot.it",
        "javascript://kahoot.it/%0aalert(1)",
        "https://kahoot",
        "https://.it",
        "https://kahoot.c0m@x",
        "https://ka..hoot.it",
    ] {
        assert_eq!(only(text), Link::Unknown, "{text}");
    }
}

#[test]
fn words_with_a_point_between_them_are_no_links() {
    for text in ["book.creator", "chat.gpt", "g.p.t", "k.a.h.o.o.t", "3.14", "7.30", "...", "a.", "1.en"] {
        assert_eq!(find(text), [], "{text}");
    }
}

#[test]
fn pages_of_stores_are_apps() {
    for (text, link) in [
        ("https://play.google.com/store/apps/details?hl=nl&id=no.kahoot#a", app(Store::Play, "no.kahoot")),
        ("market://details?id=no.kahoot", app(Store::Play, "no.kahoot")),
        ("android-app://no.kahoot/https/kahoot.it", app(Store::Play, "no.kahoot")),
        ("https://apps.apple.com/nl/app/kahoot/id1131203560?l=en", app(Store::AppStore, "id1131203560")),
        ("itms-apps://itunes.apple.com/app/id1131203560", app(Store::AppStore, "id1131203560")),
        ("https://f-droid.org/packages/org.jitsi.meet/", app(Store::FDroid, "org.jitsi.meet")),
        ("https://apps.microsoft.com/detail/9nblggh4nns1", app(Store::Microsoft, "9nblggh4nns1")),
        ("https://www.microsoft.com/nl-nl/p/app/9NBLGGH4NNS1", app(Store::Microsoft, "9NBLGGH4NNS1")),
        ("ms-windows-store://pdp/?ProductId=9NBLGGH4NNS1", app(Store::Microsoft, "9NBLGGH4NNS1")),
        (
            "https://chromewebstore.google.com/detail/naam/abcdefghijklmnopabcdefghijklmnop",
            app(Store::Chrome, "abcdefghijklmnopabcdefghijklmnop"),
        ),
        (
            "https://microsoftedge.microsoft.com/addons/detail/naam/abcdefghijklmnopabcdefghijklmnop",
            app(Store::Edge, "abcdefghijklmnopabcdefghijklmnop"),
        ),
        ("https://addons.mozilla.org/nl/firefox/addon/voorbeeld/", app(Store::Firefox, "voorbeeld")),
    ] {
        assert_eq!(only(text), link, "{text}");
    }
}

#[test]
fn what_is_below_a_store_says_nothing_about_its_owner() {
    let link = only("https://apps.apple.com/nl/developer/iemand");
    assert!(matches!(link, Link::Page { below: false, .. }));
}

#[test]
fn wrapped_links_are_unwrapped_once() {
    let inner = page_at("kahoot.it", "a");
    assert_eq!(only("https://www.google.com/url?sa=t&q=https://kahoot.it/a"), inner);
    assert_eq!(only("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fkahoot.it%2Fa&data=1"), inner);
    for text in [
        "https://www.google.com/url?sa=t",
        "https://www.google.com/url?q=javascript:alert(1)",
        "https://www.google.com/url?q=https%3A%2F%2Fkahoot.it%5C%40evil.example",
        "https://safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fkahoot.it",
    ] {
        assert!(!matches!(only(text), Link::Page { host, .. } if host == "kahoot.it"), "{text}");
    }
    let twice = "https://www.google.com/url?q=https://www.google.com/url?q=https://kahoot.it";
    assert!(!matches!(only(twice), Link::Page { host, .. } if host == "kahoot.it"));
}

#[test]
fn at_most_so_many_links_are_looked_at() {
    assert_eq!(find(&"https://a.nl ".repeat(50)).len(), MAX_LINKS);
}
