//! What changed between two knowledge bases, for curators.

use std::collections::BTreeMap;

use magdit::{Account, OutlineFinding, Role, Sector};
use magdit_curate::diff::{AgeRange, AnswerChange, Difference, Side, ToolNamed, Turn, Whom};
use serde::Serialize;

use super::{bold, faint, out};
use crate::failure::Failure;

/// Ages are given up to this one where they have no end.
const OPEN_END: &str = "and older";

pub(crate) fn print(difference: &Difference) -> Result<(), Failure> {
    let (old, new) = (&difference.old, &difference.new);
    let mut text = format!(
        "edition {} of {} ({} tools) and edition {} of {} ({} tools), asked about {}\n",
        old.edition, old.issued, old.tools, new.edition, new.issued, new.tools, difference.as_of
    );
    if difference.is_empty() {
        text.push_str("nothing differs\n");
        return out(&text);
    }
    let loosened = difference.answers.iter().filter(|change| !change.loosenings.is_empty()).count();
    text.push_str(&format!(
        "{} less strict; of {} pairs of answers, {loosened} kinds of change are less strict and {} are not\n",
        difference.loosenings,
        difference.asked,
        difference.answers.len().saturating_sub(loosened),
    ));
    let (loose, other): (Vec<&AnswerChange>, Vec<&AnswerChange>) =
        difference.answers.iter().partition(|change| !change.loosenings.is_empty());
    let answers =
        |list: &[&AnswerChange]| alike(list).iter().map(|changes| answer(changes, difference)).collect::<String>();
    let parts = [
        ("LESS STRICT", answers(&loose)),
        ("less strict: parameters and conditions", shared(difference, true)),
        ("other answers", answers(&other)),
        ("parameters and conditions", shared(difference, false)),
        ("tools added", tools(&difference.added)),
        ("tools removed", tools(&difference.removed)),
        ("tools renamed", renamed(difference)),
        ("records", records(difference)),
        ("texts", texts(difference)),
    ];
    for (heading, body) in parts.iter().filter(|(_, body)| !body.is_empty()) {
        text.push_str(&format!("\n{}\n{body}", bold(heading)));
    }
    out(&text)
}

fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Changes that several tools share because something behind all of them
/// changed, put together.
fn alike<'a>(list: &[&'a AnswerChange]) -> Vec<Vec<&'a AnswerChange>> {
    let mut groups: Vec<Vec<&AnswerChange>> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for change in list {
        let bare = AnswerChange { tool: String::new(), name: String::new(), ..(*change).clone() };
        let key = if change.because.record.is_empty() { serde_json::to_string(&bare).ok() } else { None };
        match key.as_ref().and_then(|key| groups.get_mut(*places.get(key)?)) {
            Some(group) => group.push(change),
            None => {
                places.extend(key.map(|key| (key, groups.len())));
                groups.push(vec![change]);
            }
        }
    }
    groups
}

fn answer(changes: &[&AnswerChange], difference: &Difference) -> String {
    let Some(change) = changes.first() else { return String::new() };
    let tools: Vec<&str> = changes.iter().map(|change| change.tool.as_str()).collect();
    let tools = match tools.as_slice() {
        [tool] => (*tool).to_owned(),
        tools => format!("{} tools ({})", tools.len(), tools.join(", ")),
    };
    let marks: Vec<String> = change.loosenings.iter().map(word).collect();
    let mark = if marks.is_empty() { String::new() } else { format!("  {}", bold(&format!("! {}", marks.join(", ")))) };
    let mut text = format!("  {}: {} → {}{mark}\n", bold(&tools), side(&change.from), side(&change.to));
    text.extend(change.whom.iter().map(|whom| format!("    for {}\n", whom_text(whom))));
    for (sign, ids) in [("−", &change.conditions_gone), ("+", &change.conditions_added)] {
        if !ids.is_empty() {
            text.push_str(&format!("    {sign} {}\n", ids.join(", ")));
        }
    }
    let because = &change.because;
    for rule in &because.rules {
        let cases = |findings: &[OutlineFinding]| match findings {
            [] => "nothing".to_owned(),
            list => list.iter().map(finding).collect::<Vec<_>>().join(", "),
        };
        let line = format!("because {}: {} → {}", rule.rule, cases(&rule.before), cases(&rule.after));
        text.push_str(&format!("    {}\n", faint(&line)));
    }
    let record = difference.tools.iter().find(|tool| tool.id == change.tool);
    for what in &because.record {
        let entry = record.and_then(|record| record.changes.iter().find(|entry| entry.what == *what));
        let line = entry.map_or_else(|| what.clone(), |entry| line(what, &entry.before, &entry.after));
        text.push_str(&format!("      {}\n", faint(&line)));
    }
    let parameters = because.parameters.iter().map(|id| format!("parameter {id}"));
    let conditions = because.conditions.iter().map(|id| format!("condition {id}"));
    text.extend(parameters.chain(conditions).map(|line| format!("      {}\n", faint(&line))));
    text
}

fn finding(found: &OutlineFinding) -> String {
    let age = found.age.map(|age| format!(" {age}")).unwrap_or_default();
    format!("{}{age} ({})", found.case, found.effect)
}

fn side(side: &Side) -> String {
    let consent = side.until_age.map_or_else(|| side.consent.to_string(), |age| format!("{} < {age}", side.consent));
    let route = side.route.map_or_else(|| "no route".to_owned(), |route| route.to_string());
    format!("{} {}", side.outcome, faint(&format!("({}, {route}, {consent})", side.edition)))
}

fn whom_text(whom: &Whom) -> String {
    let mut parts = Vec::new();
    let role = |role: &Role| match role {
        Role::Teacher => "teachers",
        Role::Pupil => "pupils",
        Role::Parent => "parents",
        Role::Staff => "staff",
    };
    let roles: Vec<&str> = whom.roles.iter().map(role).collect();
    parts.push(if roles.is_empty() { "everybody".to_owned() } else { roles.join(", ") });
    parts.push(match (whom.own_use, whom.ages.as_slice()) {
        (true, _) => "own use".to_owned(),
        (false, []) => "users of every age".to_owned(),
        (false, ages) => format!("users of {}", ages.iter().map(age).collect::<Vec<_>>().join(" and ")),
    });
    if !whom.sectors.is_empty() {
        parts.push(whom.sectors.iter().map(Sector::to_string).collect::<Vec<_>>().join(" and "));
    }
    let account = |account: &Option<Account>| match account {
        None => "any account".to_owned(),
        Some(Account::None) => "without account".to_owned(),
        Some(account) => format!("{account} account"),
    };
    parts.push(whom.accounts.iter().map(account).collect::<Vec<_>>().join(" or "));
    if !whom.turns.is_empty() {
        parts.push(whom.turns.iter().map(turn).collect::<Vec<_>>().join(" or "));
    }
    parts.join("; ")
}

fn age(range: &AgeRange) -> String {
    match range.to {
        None => format!("{} {OPEN_END}", range.from),
        Some(to) if to == range.from => to.to_string(),
        Some(to) => format!("{}–{to}", range.from),
    }
}

fn turn(turn: &Turn) -> String {
    match turn {
        Turn::Purpose(purpose) => format!("purpose {purpose}"),
        Turn::Data(data) => format!("data {data}"),
        Turn::Device(device) => format!("{device} device"),
        Turn::Procured(yes) => if *yes { "bought" } else { "not bought" }.to_owned(),
        Turn::Compulsory(yes) => if *yes { "compulsory" } else { "voluntary" }.to_owned(),
        Turn::Country(country) => format!("country {}", country.as_str()),
    }
}

fn shared(difference: &Difference, loosens: bool) -> String {
    let parameters = difference.parameters.iter().filter(|change| change.loosens == loosens).map(|change| {
        let values = |list: &[magdit::ParameterValue]| {
            let value = |value: &magdit::ParameterValue| {
                let until = value.valid_to.map(|last| format!(" to {last}")).unwrap_or_default();
                format!("{} from {}{until}", value.value, value.valid_from)
            };
            (!list.is_empty()).then(|| list.iter().map(value).collect::<Vec<_>>().join(", "))
        };
        let country = change.country.map(|country| format!(" {}", country.as_str())).unwrap_or_default();
        line(&format!("parameter {}{country}", change.id), &values(&change.before), &values(&change.after))
    });
    let conditions = difference.conditions.iter().filter(|change| change.loosens == loosens).map(|change| {
        let json = |condition: &Option<magdit::Condition>| {
            condition.as_ref().and_then(|condition| serde_json::to_string(condition).ok())
        };
        line(&format!("condition {}", change.id), &json(&change.before), &json(&change.after))
    });
    parameters.chain(conditions).map(|line| format!("  {line}\n")).collect()
}

fn line(what: &str, before: &Option<String>, after: &Option<String>) -> String {
    match (before, after) {
        (Some(before), Some(after)) => format!("{what}: {before} → {after}"),
        (None, Some(after)) => format!("{what}: new: {after}"),
        (Some(before), None) => format!("{what}: gone: {before}"),
        (None, None) => what.to_owned(),
    }
}

fn tools(list: &[ToolNamed]) -> String {
    list.iter().map(|tool| format!("  {}  {}\n", tool.id, faint(&tool.name))).collect()
}

fn renamed(difference: &Difference) -> String {
    let line = |change: &magdit_curate::diff::Renaming| {
        format!("  {} ({}) → {} ({})\n", change.from.name, change.from.id, change.to.name, change.to.id)
    };
    difference.renamed.iter().map(line).collect()
}

fn records(difference: &Difference) -> String {
    let mut text = String::new();
    for tool in &difference.tools {
        text.push_str(&format!("  {}\n", bold(&tool.id)));
        let lines = tool.changes.iter().map(|change| line(&change.what, &change.before, &change.after));
        text.extend(lines.map(|line| format!("    {line}\n")));
        if tool.read_again > 0 {
            text.push_str(&format!("    {} facts read again, same value\n", tool.read_again));
        }
    }
    text
}

fn texts(difference: &Difference) -> String {
    let line = |change: &magdit_curate::diff::TextChange| {
        format!("  {}\n", line(&format!("{} ({})", change.key, change.register), &change.before, &change.after))
    };
    difference.texts.iter().map(line).collect()
}
