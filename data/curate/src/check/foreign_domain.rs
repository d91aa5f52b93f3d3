//! A domain is registered by one supplier.

use std::collections::BTreeMap;

use crate::check::Check;
use crate::check::domain_form::split;
use crate::problems::Problems;
use crate::record::{Records, ToolRecord};
use crate::web;

/// What stands below `google.com` is Google's. A tool of another supplier
/// that claims a part of it has the wrong supplier, or a host that many share.
/// Which part of a host somebody registered follows from the public suffix
/// list.
pub(super) const CHECK: Check = Check::warning(
    "foreign-domain",
    "a domain is not below one that another supplier registered",
    run,
);

fn run(records: &Records, problems: &Problems) {
    let owners = owners(records);
    for tool in &records.tools {
        let Some(supplier) = supplier_of(tool) else {
            continue;
        };
        for domain in &tool.domains {
            let registered = web::registered(split(&domain.value).0);
            let owner = registered.and_then(|registered| owners.get(registered));
            if let Some(&owner) = owner.filter(|&&owner| supplier_of(owner) != Some(supplier)) {
                problems.add(
                    &CHECK,
                    domain.place,
                    format!(
                        "the domain `{}` of the supplier `{supplier}`, below one of `{}`",
                        domain.value,
                        supplier_of(owner).unwrap_or_default(),
                    ),
                    format!("a domain that `{supplier}` registered"),
                    format!("correct the supplier of this tool or of `{}`, or the domain", owner.id()),
                );
            }
        }
    }
}

/// The tool whose domain is the registered one itself, without a path.
fn owners(records: &Records) -> BTreeMap<&str, &ToolRecord> {
    let mut owners = BTreeMap::new();
    for tool in &records.tools {
        let whole = tool.domains.iter().filter(|domain| web::registered(&domain.value) == Some(domain.value.as_str()));
        for domain in whole {
            owners.entry(domain.value.as_str()).or_insert(tool);
        }
    }
    owners
}

fn supplier_of(tool: &ToolRecord) -> Option<&str> {
    tool.supplier.as_ref().map(|supplier| supplier.value.as_str())
}
