//! oEmbed 1.0: what a page of somebody else shows when a link is pasted.

use magdit::{Answer, Language};
use serde::Serialize;

use super::words::Words;

/// Size of the frame in CSS pixels.
const SIZE: (u16, u16) = (480, 640);

/// Seconds that others may keep it: one day.
const KEPT: u32 = 86_400;

#[derive(Serialize)]
struct Rich<'a> {
    version: &'static str,
    r#type: &'static str,
    title: String,
    author_name: &'a str,
    provider_name: String,
    provider_url: String,
    cache_age: u32,
    width: u16,
    height: u16,
    html: String,
}

/// The address of the file of a tool.
pub(super) fn address(base_url: &str, language: Language, id: &str) -> String {
    format!("{base_url}/{language}/oembed/{id}.json")
}

/// The bytes of the file of a tool.
pub(super) fn file(words: &Words<'_>, base_url: &str, answer: &Answer) -> Result<Vec<u8>, serde_json::Error> {
    let language = words.language;
    let title = format!("{}: {}", answer.name, answer.headline);
    let (width, height) = SIZE;
    let page = format!("{base_url}/{language}/{}.html", answer.tool);
    let frame = maud::html! {
        iframe src=(page) title=(title) width=(width) height=(height) sandbox="allow-popups" loading="lazy" {}
    };
    serde_json::to_vec(&Rich {
        version: "1.0",
        r#type: "rich",
        author_name: &answer.supplier,
        provider_name: words.say("static.title"),
        provider_url: format!("{base_url}/{language}/index.html"),
        cache_age: KEPT,
        width,
        height,
        html: frame.into_string(),
        title,
    })
}
