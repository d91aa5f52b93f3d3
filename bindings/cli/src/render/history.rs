//! What is recorded of a tool, in order of time.

use magdit::{Happening, History, HistoryEvent};

use super::tool::{outcome_of_assessment, value};
use super::{Words, bold, faint, out};
use crate::failure::Failure;

pub(crate) fn print(words: &Words<'_>, history: &History) -> Result<(), Failure> {
    let mut text = format!("{}  {}\n", bold(&history.name), faint(&history.tool));
    if !history.former_names.is_empty() {
        text.push_str(&format!("{}: {}\n", words.say("ui.formerly"), history.former_names.join(", ")));
    }
    let mut day = None;
    for event in &history.events {
        let heading = match event.on {
            None => words.say("ui.undated"),
            Some(on) if event.dated => words.date(on),
            Some(on) => format!("{}  {}", words.date(on), words.say("ui.seen")),
        };
        if day.as_ref() != Some(&heading) {
            text.push_str(&format!("\n{}\n", bold(&heading)));
        }
        day = Some(heading);
        text.push_str(&format!("  {}\n", line(words, history, event)));
    }
    text.push_str(&format!("\n{}\n", bold(&words.say("ui.sources"))));
    for source in &history.sources {
        text.push_str(&format!(
            "  {}  {}: {}\n     {}\n",
            source.id.as_str(),
            source.publisher,
            source.title,
            source.url
        ));
    }
    out(&text)
}

fn line(words: &Words<'_>, history: &History, event: &HistoryEvent) -> String {
    let routes = |routes: &[magdit::Route]| match routes {
        [] => String::new(),
        routes => {
            let names: Vec<String> = routes.iter().map(|route| words.say(&format!("route-short.{route}"))).collect();
            format!(" ({})", names.join(", "))
        }
    };
    let said = match &event.what {
        Happening::Fact { key, routes: on, value: now, before, jurisdiction } => {
            let label = words.say(&format!("fact.{key}"));
            let before = before.as_ref().map(|before| words.with("ui.came_after", "value", &value(words, before)));
            let before = before.map(|before| format!(", {before}")).unwrap_or_default();
            format!("{label}{}: {}{before} {}", routes(on), value(words, now), faint(&format!("[{jurisdiction}]")))
        }
        Happening::NotFound { key, routes: on, reason, .. } => {
            let label = words.say(&format!("fact.{key}"));
            let why = words.say(&format!("unknown.{reason}"));
            format!("{label}{}: {} ({why})", routes(on), words.say("ui.looked"))
        }
        Happening::Assessment { by, outcome } => outcome_of_assessment(words, *outcome, by, event.on),
        Happening::Discontinued { replaced_by } => {
            let instead = replaced_by.iter().map(|id| words.with("ui.instead", "name", id));
            std::iter::once(words.say("ui.status_discontinued")).chain(instead).collect::<Vec<_>>().join(" ")
        }
        Happening::Renamed { to } => {
            format!("{} {}", words.say("ui.status_renamed"), words.with("ui.instead", "name", to))
        }
    };
    let of_all = event.editions.is_empty() || event.editions.len() == history.editions.len();
    let editions = if of_all { None } else { Some(event.editions.join(", ")) };
    let place = event.source.as_ref().map(|source| match &event.place {
        Some(place) => format!("{}, {place}", source.as_str()),
        None => source.as_str().to_owned(),
    });
    let behind: Vec<String> = editions.into_iter().chain(place).collect();
    if behind.is_empty() { said } else { format!("{said}  {}", faint(&behind.join(" · "))) }
}
