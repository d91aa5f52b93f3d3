//! Pages without scripts: one for each tool and language, and a list of all.
//!
//! A page answers the open question of a teacher, and beside it the same
//! question with each account. The order is the one of the element.

mod card;
mod grounds;
mod list;
mod oembed;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use magdit::json::CallError;
use magdit::{Account, Answer, KnowledgeBase, Language, Question, Role, Tool};
use maud::{DOCTYPE, Markup, html};

use crate::answers::OfTool;
use crate::index;
use crate::{Export, ExportError, Plan};
use words::{Words, named};

/// The one style sheet: what answers look like anywhere, and then what only
/// these pages have.
const STYLE: &str = concat!(include_str!("../../style/answer.css"), include_str!("page/style.css"));

/// What every page knows.
struct Site<'a> {
    words: Words<'a>,
    languages: &'a [Language],
    /// Tools with a page.
    ids: BTreeSet<&'a str>,
    base_url: Option<&'a str>,
}

/// A tool with the answers its page shows.
struct Shown<'a> {
    of: &'a OfTool,
    judged: bool,
    answer: Answer,
    by_account: Vec<(Account, Answer)>,
}

/// Adds the pages, their style sheet, and oEmbed where addresses are known.
pub(crate) fn add(
    library: &KnowledgeBase,
    tools: &[OfTool],
    plan: &Plan,
    base_url: Option<&str>,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), ExportError> {
    for &language in &plan.languages {
        let ids = tools.iter().map(|of| of.tool.id.as_str()).collect();
        let words = Words { library, language };
        let site = Site { words, languages: &plan.languages, ids, base_url };
        for of in tools {
            let shown = shown(library, of, plan, language)?;
            files.insert(format!("{language}/{}.html", of.tool.id), page(&site, &shown).into_string().into_bytes());
            if let Some(base_url) = base_url {
                let oembed = oembed::file(&site.words, base_url, &shown.answer)?;
                files.insert(format!("{language}/oembed/{}.json", of.tool.id), oembed);
            }
        }
        let suppliers: Vec<(&Tool, String)> =
            tools.iter().map(|of| (&of.tool, Export::supplier_name(library, &of.tool))).collect();
        files.insert(format!("{language}/index.html"), list::page(&site, &suppliers).into_string().into_bytes());
    }
    files.insert("style.css".to_owned(), STYLE.as_bytes().to_vec());
    Ok(())
}

fn shown<'a>(
    library: &KnowledgeBase,
    of: &'a OfTool,
    plan: &Plan,
    language: Language,
) -> Result<Shown<'a>, ExportError> {
    let tool = &of.tool;
    let ask = |account| {
        let question = Question { role: Some(Role::Teacher), account, today: Some(plan.day), ..Question::on(plan.day) };
        let failed = |error| ExportError::Ask { tool: tool.id.clone(), source: CallError::from(error) };
        library.check(&tool.id, &question, language).map_err(failed)
    };
    let accounts = Account::ALL.iter().map(|&account| Ok((account, ask(Some(account))?)));
    let by_account = accounts.collect::<Result<Vec<_>, ExportError>>()?;
    Ok(Shown { of, judged: index::is_judged(tool), answer: ask(None)?, by_account })
}

fn page(site: &Site<'_>, shown: &Shown<'_>) -> Markup {
    let words = &site.words;
    let name = &shown.answer.name;
    let title = format!("{name}: {}", words.say("static.title"));
    let description = format!("{name}: {}", shown.answer.headline);
    let file = format!("{}.html", shown.of.tool.id);
    let oembed = site.base_url.map(|base| oembed::address(base, words.language, &shown.of.tool.id));
    let until = words.on("static.holds_until", shown.of.until);
    frame(
        site,
        &Frame { title: &title, description: &description, file: &file, oembed: oembed.as_deref() },
        html! {
            (card::card(site, shown))
            p.until { (until) }
        },
    )
}

struct Frame<'a> {
    title: &'a str,
    description: &'a str,
    /// Name of the file, the same in each language.
    file: &'a str,
    oembed: Option<&'a str>,
}

/// A whole page around its main part.
fn frame(site: &Site<'_>, frame: &Frame<'_>, main: Markup) -> Markup {
    let words = &site.words;
    let other = |language: &&Language| **language != words.language;
    html! {
        (DOCTYPE)
        html lang=(words.language) {
            head {
                meta charset="utf-8";
                title { (frame.title) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="description" content=(frame.description);
                meta name="referrer" content="no-referrer";
                link rel="stylesheet" href="../style.css";
                link rel="icon" href="data:,";
                @for language in site.languages.iter().filter(other) {
                    link rel="alternate" hreflang=(language) href={ "../" (language) "/" (frame.file) };
                }
                @if let Some(address) = frame.oembed {
                    link rel="alternate" type="application/json+oembed" href=(address) title=(frame.title);
                }
            }
            body {
                header.site {
                    nav aria-label=(words.say("static.navigation")) {
                        a.home href="index.html" { (words.say("static.title")) }
                        @for language in site.languages.iter().filter(other) {
                            @let there = Words { library: words.library, language: *language };
                            a.language href={ "../" (language) "/" (frame.file) } lang=(language) hreflang=(language) {
                                (there.say("static.language"))
                            }
                        }
                    }
                }
                main { (main) }
                footer.site { p { (words.say("static.offline")) } }
            }
        }
    }
}

/// The name of a tool, as a link where it has a page.
fn tool_link(site: &Site<'_>, id: &str, name: &str) -> Markup {
    html! {
        @if site.ids.contains(id) {
            a href={ (id) ".html" } { (named(name)) }
        } @else {
            (named(name))
        }
    }
}
