//! A domain belongs to one tool.

use std::collections::BTreeMap;

use crate::check::Check;
use crate::check::domain_form::split;
use crate::files::At;
use crate::problems::Problems;
use crate::record::{Records, ToolRecord};
use crate::web;

/// A link is answered for the tool whose domain it is on. A domain of two
/// tools, or one that has another tool's host below it, would lend the
/// answer of one to the other.
pub(super) const CHECK: Check = Check::error("shared-domain", "a domain belongs to one tool", run).or_excused();

fn run(records: &Records, problems: &Problems) {
    let claims: Vec<(&ToolRecord, &At<String>)> =
        records.tools.iter().flat_map(|tool| domains(tool).map(move |domain| (tool, domain))).collect();
    look_for_repeats(&claims, problems);
    look_for_parents(&claims, problems);
}

/// The domains of a tool and those of its editions alone.
fn domains(tool: &ToolRecord) -> impl Iterator<Item = &At<String>> {
    tool.domains.iter().chain(tool.editions.iter().flat_map(|edition| &edition.domains))
}

fn look_for_repeats(claims: &[(&ToolRecord, &At<String>)], problems: &Problems) {
    let mut owners: BTreeMap<&str, &ToolRecord> = BTreeMap::new();
    for (tool, domain) in claims {
        let Some(owner) = owners.insert(&domain.value, tool) else {
            continue;
        };
        let whose =
            if owner.file == tool.file { "for the second time".to_owned() } else { format!("also of `{}`", owner.id()) };
        problems.add(
            &CHECK,
            domain.place,
            format!("the domain `{}`, {whose}", domain.value),
            "a domain of one tool, or of one of its editions",
            "keep it where it belongs; a shared host can be told apart by a path",
        );
    }
}

fn look_for_parents(claims: &[(&ToolRecord, &At<String>)], problems: &Problems) {
    for (tool, domain) in claims {
        if split(&domain.value).1.is_some() {
            continue;
        }
        let is_below = |(other, theirs): &&(&ToolRecord, &At<String>)| {
            let host = split(&theirs.value).0;
            other.file != tool.file && host != domain.value && web::is_at_or_below(host, &domain.value)
        };
        if let Some((other, theirs)) = claims.iter().find(is_below) {
            problems.add(
                &CHECK,
                domain.place,
                format!("the domain `{}`, which has `{}` of `{}` below it", domain.value, theirs.value, other.id()),
                "a domain that is this tool's alone",
                "name the host or path of this tool, or add an exception that says why the rest is its own",
            );
        }
    }
}
