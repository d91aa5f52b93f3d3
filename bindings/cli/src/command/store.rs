//! `magdit store`: keeps a knowledge base in a folder.

use std::path::Path;

use magdit::store::{Installed, Opened, Store, Version};
use magdit::{Date, Trust};
use serde_json::json;

use crate::args::{Args, StoreArgs, StoreCommand};
use crate::failure::Failure;
use crate::{keys, library, render};

pub(crate) fn run(args: &Args, arguments: &StoreArgs) -> Result<(), Failure> {
    match &arguments.command {
        StoreCommand::Install(with) => {
            let mut store = store(&with.dir, with.no_seed, trust(args, &with.more.file)?);
            let file = library::read(&with.more.file)?;
            let installed = store.install(&file, today(args)?)?;
            installed_shown(args, &with.dir, installed)
        }
        StoreCommand::Inspect(with) => {
            let store = store(&with.dir, with.no_seed, trust(args, &with.more.file)?);
            let file = library::read(&with.more.file)?;
            let candidate = store.inspect(&file, today(args)?).map_err(|refusal| Failure::Install(refusal.into()))?;
            let (shown, version) = (with.more.file.display().to_string(), candidate.version);
            if args.json {
                return render::json(&json!({
                    "file": shown, "edition": version.number, "key_epoch": version.key_epoch,
                    "freshness": candidate.freshness, "is_current": candidate.is_current,
                }));
            }
            let would = if candidate.is_current { "is in use already" } else { "would be installed" };
            render::out(&format!("{shown}: edition {version}, {}, {would}\n", candidate.freshness))
        }
        StoreCommand::Info(with) => {
            let store = store(&with.dir, with.no_seed, trust(args, &with.dir)?);
            let opened = store.open().map_err(|source| Failure::Store { path: with.dir.clone(), source })?;
            opened_shown(args, &with.dir, &opened)
        }
    }
}

fn store(dir: &Path, no_seed: bool, trust: Trust) -> Store {
    let store = Store::at(dir, trust);
    if no_seed { store } else { store.with_seed(magdit_data::KNOWLEDGE_BASE) }
}

fn trust(args: &Args, path: &Path) -> Result<Trust, Failure> {
    keys::trust(args)?.ok_or_else(|| Failure::NoKeys { path: path.to_owned() })
}

fn today(args: &Args) -> Result<Date, Failure> {
    library::today(args).ok_or(Failure::NoToday)
}

fn installed_shown(args: &Args, dir: &Path, installed: Installed) -> Result<(), Failure> {
    let dir = dir.display().to_string();
    let (version, is_new): (Version, bool) = match installed {
        Installed::New { version } => (version, true),
        Installed::AlreadyCurrent { version } => (version, false),
    };
    if args.json {
        return render::json(&json!({
            "dir": dir, "edition": version.number, "key_epoch": version.key_epoch, "installed": is_new,
        }));
    }
    let what = if is_new { "installed" } else { "was in use already" };
    render::out(&format!("{dir}: edition {version} {what}\n"))
}

fn opened_shown(args: &Args, dir: &Path, opened: &Opened) -> Result<(), Failure> {
    let (dir, release) = (dir.display().to_string(), opened.library.release());
    let freshness = opened.library.freshness(library::today(args).unwrap_or(release.issued));
    let passed_over: Vec<String> = opened.passed_over.iter().map(ToString::to_string).collect();
    if args.json {
        return render::json(&json!({
            "dir": dir, "from": opened.from, "edition": release.number, "key_epoch": opened.library.key_epoch(),
            "issued": release.issued, "freshness": freshness, "sha256": opened.library.sha256(),
            "passed_over": passed_over,
        }));
    }
    let mut text = format!("{dir}: edition {} ({}), {freshness}\n", opened.library.version(), opened.from);
    for passed_over in passed_over {
        text.push_str(&format!("cannot be used: {passed_over}\n"));
    }
    render::out(&text)
}
