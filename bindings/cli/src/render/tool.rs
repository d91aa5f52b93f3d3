//! What is recorded of a tool.

use magdit::{
    Assessment, AssessmentOutcome, Citation, Correction, Date, Edition, Fact, FactEntry, KnowledgeBase, Known, Status,
    ToolShown, Value,
};

use super::grid::grid;
use super::{Words, bold, correction, faint, out};
use crate::args::Args;
use crate::failure::Failure;

pub(crate) fn print(args: &Args, library: &KnowledgeBase, shown: &ToolShown) -> Result<(), Failure> {
    let words = Words::plain(library, args.lang);
    let tool = &shown.tool;
    let mut text =
        format!("{}  {}\n", bold(&tool.name), faint(&format!("{} · {} · {}", tool.id, shown.supplier_name, tool.kind)));
    match &tool.status {
        Status::Active => {
            let line = tool.status_cited.as_ref().map(|_| format!("{}\n", words.say("ui.status_active")));
            text.extend(line);
        }
        Status::Discontinued { replaced_by, .. } => {
            text.push_str(&format!("{}\n", words.say("ui.status_discontinued")));
            text.extend(replaced_by.iter().map(|id| format!("{}\n", words.with("ui.instead", "name", id))));
        }
        Status::Renamed { to, .. } => {
            text.push_str(&format!("{}\n{}\n", words.say("ui.status_renamed"), words.with("ui.instead", "name", to)));
        }
    }
    text.extend(tool.status_cited.iter().map(|cited| cited_text(&words, cited)));
    if let Some(cited) = &shown.supplier_cited {
        text.push_str(&format!("{}: {}\n", words.say("match.supplier"), shown.supplier_name));
        text.push_str(&cited_text(&words, cited));
    }
    for (label, list) in [("match.alias", names(shown)), ("match.link", tool.domains.clone())] {
        if !list.is_empty() {
            text.push_str(&format!("{}: {}\n", words.say(label), list.join(", ")));
        }
    }
    for edition in &tool.editions {
        text.push_str(&edition_text(&words, edition));
    }
    text.push_str(&sources(&words, shown));
    out(&text)
}

fn names(shown: &ToolShown) -> Vec<String> {
    shown.tool.other_names.iter().map(|name| name.text.clone()).collect()
}

fn edition_text(words: &Words<'_>, edition: &Edition) -> String {
    let heading = format!("{}  {}", bold(&edition.name), faint(&format!("{} · {}", edition.id, edition.plan)));
    let rows: Vec<Vec<String>> = edition.facts.iter().flat_map(|entry| rows(words, entry)).collect();
    let assessments: String = edition.assessments.iter().map(|assessment| assessment_text(words, assessment)).collect();
    format!("\n{heading}\n{}{assessments}", grid(&rows, 2))
}

/// A fact, and what somebody says is wrong with it.
fn rows(words: &Words<'_>, entry: &FactEntry) -> impl Iterator<Item = Vec<String>> {
    let corrected = |said: &Correction| {
        let checked = words.with("ui.checked_on", "date", &words.date(said.checked_on));
        vec![String::new(), correction(words, said), said.source.as_str().to_owned(), checked]
    };
    std::iter::once(row(words, entry)).chain(entry.correction.as_ref().map(corrected))
}

/// Where a supplier or a status was read.
fn cited_text(words: &Words<'_>, cited: &Citation) -> String {
    let checked = cited.checked_on.map(|date| words.with("ui.checked_on", "date", &words.date(date)));
    let parts: Vec<String> =
        [Some(cited.source.as_str().to_owned()), cited.place.clone(), checked].into_iter().flatten().collect();
    format!("  {}\n", faint(&parts.join(", ")))
}

fn row(words: &Words<'_>, entry: &FactEntry) -> Vec<String> {
    let routes: Vec<String> = entry.routes.iter().map(|route| words.say(&format!("route-short.{route}"))).collect();
    let mut label = words.say(&format!("fact.{}", entry.key));
    if !routes.is_empty() {
        label = format!("{label} ({})", routes.join(", "));
    }
    match &entry.fact {
        Fact::Known(known) => {
            vec![label, value(words, &known.value), known.source.as_str().to_owned(), dates(words, known)]
        }
        Fact::Unknown { reason, checked_on, .. } => {
            let checked = words.with("ui.checked_on", "date", &words.date(*checked_on));
            vec![label, format!("? {}", words.say(&format!("unknown.{reason}"))), String::new(), checked]
        }
        Fact::NotApplicable => vec![label, "–".to_owned()],
    }
}

fn dates(words: &Words<'_>, known: &Known) -> String {
    let mut dates = vec![words.with("ui.checked_on", "date", &words.date(known.checked_on))];
    dates.extend(known.content_date.map(|date| words.with("ui.content", "date", &words.date(date))));
    format!("{}, {}", known.jurisdiction, dates.join(", "))
}

pub(super) fn value(words: &Words<'_>, value: &Value) -> String {
    let word = |word: &str| {
        let key = format!("value.{word}");
        let said = words.say(&key);
        if said == key { word.to_owned() } else { said }
    };
    match value {
        Value::YesNo(yes) => word(if *yes { "yes" } else { "no" }),
        Value::Number(number) => number.to_string(),
        Value::Word(text) => word(text),
        Value::Words(list) => list.iter().map(|text| word(text)).collect::<Vec<_>>().join(", "),
    }
}

fn assessment_text(words: &Words<'_>, assessment: &Assessment) -> String {
    let sentence = outcome_of_assessment(words, assessment.outcome, &assessment.by, Some(assessment.date));
    format!("  {sentence}  {}\n", faint(assessment.source.as_str()))
}

/// What a central assessment advises, as a sentence.
pub(super) fn outcome_of_assessment(
    words: &Words<'_>,
    outcome: AssessmentOutcome,
    by: &str,
    date: Option<Date>,
) -> String {
    let sentence = words.say(match outcome {
        AssessmentOutcome::Usable => "rule.central-assessment.usable",
        AssessmentOutcome::UsableWithMeasures => "rule.central-assessment.with_measures",
        AssessmentOutcome::Restrained => "rule.central-assessment.restrained",
        AssessmentOutcome::DoNotUse => "rule.central-assessment.do_not_use",
    });
    let date = date.map(|date| words.date(date)).unwrap_or_default();
    sentence.replace("{by}", by).replace("{date}", &date)
}

fn sources(words: &Words<'_>, shown: &ToolShown) -> String {
    let mut text = format!("\n{}\n", bold(&words.say("ui.sources")));
    for source in &shown.sources {
        text.push_str(&format!(
            "  {}  {}: {}\n     {}\n",
            source.id.as_str(),
            source.publisher,
            source.title,
            source.url
        ));
    }
    text
}
