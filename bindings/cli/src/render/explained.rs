//! What an id stands for, and how it came out.

use magdit::{CaseWording, Explained, Fact, KnowledgeBase, Language, ParameterValue, SourceShown, Strength, Wordings};

use super::answer::{outcome_name, route_name};
use super::tool::value;
use super::trace::{not_looked_at, reason_text};
use super::{Words, bold, faint, out, question};
use crate::command::explain::Here;
use crate::failure::Failure;

pub(crate) fn print(
    library: &KnowledgeBase,
    language: Language,
    explained: &[Explained],
    here: Option<&Here>,
) -> Result<(), Failure> {
    let words = Words::plain(library, language);
    let mut text = explained.iter().map(|explained| entry(&words, explained)).collect::<Vec<String>>().join("\n");
    if let Some(here) = here {
        let words = Words::new(library, language, &here.question);
        text.push_str(&came_out(&words, here));
    }
    out(&text)
}

fn entry(words: &Words<'_>, explained: &Explained) -> String {
    match explained {
        Explained::Rule { id, question, cites, sources, looks_at, parameters, brings, cases } => {
            let mut text = heading(id, "rule");
            text.push_str(&both(question, 2));
            let looked: Vec<String> = looks_at
                .iter()
                .map(|key| key.as_str().to_owned())
                .chain(parameters.iter().map(|id| id.as_str().to_owned()))
                .collect();
            text.push_str(&line(words, "ui.rests_on_law", cites));
            text.push_str(&line(words, "ui.looks_at", &looked.join(", ")));
            text.push_str(&line(words, "ui.brings", &brings.join(", ")));
            text.push_str(&format!("  {}\n", bold(&words.say("ui.says"))));
            text.extend(cases.iter().map(|CaseWording { case, text }| format!("    {case}\n{}", both(text, 6))));
            text.push_str(&documents(words, sources));
            text
        }
        Explained::Condition { condition, text: what, because, brought_by, documents: list } => {
            let strength: Strength = condition.strength;
            let kind = format!("condition · {} · {strength}", condition.who);
            let mut text = heading(&condition.id, &kind);
            text.push_str(&both(what, 2));
            text.push_str(&both(because, 4));
            text.push_str(&line(words, "ui.rests_on_law", &condition.cites));
            text.push_str(&line(words, "ui.brought_by", &brought_by.join(", ")));
            if let Some(trigger) = &condition.when {
                let trigger = serde_json::to_string(trigger).unwrap_or_default();
                text.push_str(&line(words, "ui.by_catalogue", &trigger));
            }
            text.push_str(&documents(words, list));
            text
        }
        Explained::Fact { id, label, words: list, looked_at_by, tested_by, needs_eea_text, review_months } => {
            let reach = if *needs_eea_text { "nl, eea" } else { "nl, eea, world" };
            let mut text = heading(id.as_str(), &format!("fact · {reach} · {review_months} months"));
            text.push_str(&both(label, 2));
            text.push_str(&line(words, "ui.values", &list.join(", ")));
            let users: Vec<&str> = looked_at_by.iter().copied().chain(tested_by.iter().map(String::as_str)).collect();
            text.push_str(&line(words, "ui.used_by", &users.join(", ")));
            text
        }
        Explained::Parameter { id, looked_at_by, values, documents: list } => {
            let mut text = heading(id.as_str(), "parameter");
            text.push_str(&line(words, "ui.used_by", &looked_at_by.join(", ")));
            text.push_str(&format!("  {}\n", bold(&words.say("ui.values"))));
            text.extend(values.iter().map(|value| format!("    {}\n", parameter(value))));
            text.push_str(&documents(words, list));
            text
        }
        Explained::Source { source, rules, conditions, parameters, tools } => {
            let mut text = heading(source.id.as_str(), &format!("source · {} · {}", source.kind, source.jurisdiction));
            text.push_str(&documents(words, &[SourceShown::from((**source).clone())]));
            let users: Vec<String> = rules
                .iter()
                .map(|id| (*id).to_owned())
                .chain(conditions.iter().cloned())
                .chain(parameters.iter().map(|id| id.as_str().to_owned()))
                .chain(tools.iter().map(|used| {
                    let keys: Vec<&str> = used.facts.iter().map(|key| key.as_str()).collect();
                    format!("{} ({})", used.tool, keys.join(", "))
                }))
                .collect();
            text.push_str(&line(words, "ui.used_by", &users.join(", ")));
            text
        }
    }
}

fn heading(id: &str, kind: &str) -> String {
    format!("{}  {}\n", bold(id), faint(kind))
}

fn line(words: &Words<'_>, key: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("  {}: {text}\n", words.say(key)) }
}

/// A sentence in both languages and both registers.
fn both(wordings: &Wordings, indent: usize) -> String {
    let indent = " ".repeat(indent);
    let forms = [("nl", &wordings.nl), ("en", &wordings.en)];
    let text = forms.into_iter().flat_map(|(language, text)| {
        let parent = text.parent.as_ref().map(|parent| format!("{indent}{language}: {parent}\n"));
        std::iter::once(format!("{indent}{language}: {}\n", text.teacher)).chain(parent)
    });
    text.collect()
}

fn parameter(value: &ParameterValue) -> String {
    let country = value.country.map(|country| format!("{} ", country.as_str())).unwrap_or_default();
    let sector = value.sector.map(|sector| format!("{sector} ")).unwrap_or_default();
    let until = value.valid_to.map(|last| format!(" – {last}")).unwrap_or_default();
    let conflict = if value.conflict { ", conflict" } else { "" };
    let place = faint(&format!("{}, {}, {}", value.source.as_str(), value.place, value.checked_on));
    format!("{country}{sector}{}  {}{until}{conflict}  {place}", value.value, value.valid_from)
}

fn documents(words: &Words<'_>, sources: &[SourceShown]) -> String {
    let mut text = String::new();
    for source in sources {
        let checked = words.with("ui.checked_on", "date", &words.date(source.checked_on));
        let content = source.content_date.map(|date| words.with("ui.content", "date", &words.date(date)));
        let dates: Vec<String> = std::iter::once(checked).chain(content).collect();
        text.push_str(&format!("  {}: {}\n", source.publisher, source.title));
        text.push_str(&format!("     {}  {}\n", source.url, faint(&dates.join(", "))));
    }
    text
}

/// How an id came out for one tool and one question.
fn came_out(words: &Words<'_>, here: &Here) -> String {
    let heading = words.with("ui.here", "name", &here.name);
    let asked = format!("{}, {}", question(words, &here.question), words.date(here.question.as_of));
    let mut text =
        format!("\n{}  {}\n", bold(&heading), faint(&format!("{asked} · {}", outcome_name(words, here.outcome))));
    let mut nothing = true;
    for value in &here.in_force {
        nothing = false;
        text.push_str(&format!("  {}\n", words.with("ui.in_force", "value", &parameter(value))));
    }
    if let Some(condition) = &here.condition {
        nothing = false;
        let strength = words.say(&format!("strength.{}", condition.strength));
        text.push_str(&format!("  {}  {}\n", condition.text, faint(&format!("({}, {strength})", condition.who_text))));
    }
    for sentence in here.sentences.iter().filter(|sentence| sentence.condition.is_some()) {
        let by = if sentence.rules.is_empty() { sentence.by.to_string() } else { sentence.rules.join(", ") };
        text.push_str(&line(words, "ui.brought_by", &format!("{by} {}", faint(sentence.field))));
    }
    for finding in &here.findings {
        nothing = false;
        let age = finding.age.map(|age| format!(", {}", words.say(&format!("age.{age}")))).unwrap_or_default();
        text.push_str(&format!("  {} · {}{age}\n", finding.edition, route_name(words, finding.route)));
        text.push_str(&reason_text(words, &finding.reason));
    }
    for recorded in &here.recorded {
        nothing = false;
        let label = words.say(&format!("fact.{}", recorded.entry.key));
        let found = match &recorded.entry.fact {
            Fact::Known(known) => format!(
                "{}  {}",
                value(words, &known.value),
                faint(&format!("{}, {}, {}", known.source.as_str(), known.place, words.date(known.in_force_from())))
            ),
            Fact::Unknown { reason, .. } => format!("? {}", words.say(&format!("unknown.{reason}"))),
            Fact::NotApplicable => "–".to_owned(),
        };
        text.push_str(&format!("  {} · {label}: {found}\n", recorded.edition));
    }
    if !here.silent_on.is_empty() {
        let routes: Vec<String> = here.silent_on.iter().map(|&route| route_name(words, route)).collect();
        text.push_str(&line(words, "effect.not_applicable", &routes.join(", ")));
    }
    if nothing {
        text.push_str(&format!("  {}\n", words.say("ui.not_here")));
    }
    text.push_str(&not_looked_at(words, &here.not_looked_at));
    text
}
