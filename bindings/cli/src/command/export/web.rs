//! `magdit export web`: writes precomputed answers for a web server.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use magdit::{KnowledgeBase, Language};
use magdit_web_export::{Export, INDEX, Plan, SCHEMA, export, most_used};
use serde_json::{Value, json};

use crate::args::{Args, ExportWebArgs};
use crate::failure::Failure;
use crate::library;
use crate::output;
use crate::render;

pub(super) fn run(args: &Args, asked: &ExportWebArgs, library: &KnowledgeBase) -> Result<(), Failure> {
    let earlier = earlier(&asked.dir)?;
    let mut languages = asked.languages.clone();
    languages.sort_unstable();
    languages.dedup();
    let plan = Plan {
        day: asked.as_of.or_else(|| library::today(args)).ok_or(Failure::NoToday)?,
        tools: match asked.most_used {
            Some(number) => most_used(library, usize::from(number)),
            None => asked.tools.clone(),
        },
        languages,
        base_url: asked.base_url.clone(),
    };
    let made = export(library, &plan)?;
    write(&asked.dir, &made)?;
    let removed = earlier.iter().filter(|path| !made.files.contains_key(*path));
    for path in removed {
        let path = asked.dir.join(path);
        std::fs::remove_file(&path).map_err(|source| Failure::system(&path, source))?;
    }
    report(args, asked, &plan, &made)
}

fn report(args: &Args, asked: &ExportWebArgs, plan: &Plan, made: &Export) -> Result<(), Failure> {
    let bytes: usize = made.files.values().map(Vec::len).sum();
    if args.json {
        return render::json(&json!({
            "dir": asked.dir.display().to_string(),
            "tools": made.tools,
            "questions": made.questions,
            "files": made.files.len(),
            "bytes": bytes,
            "from": plan.day,
            "until": made.until,
        }));
    }
    render::out(&format!(
        "{}: {} tools, {} questions, {} files, {bytes} bytes\nThe answers hold from {} until {}; a tool's own file may hold for longer.\n",
        asked.dir.display(),
        made.tools,
        made.questions,
        made.files.len(),
        plan.day,
        made.until,
    ))
}

/// Writes every file, the index last: a reader that finds it finds the rest.
fn write(dir: &Path, made: &Export) -> Result<(), Failure> {
    let (index, others): (Vec<_>, Vec<_>) = made.files.iter().partition(|(path, _)| *path == INDEX);
    for (path, bytes) in others.into_iter().chain(index) {
        let path = dir.join(path);
        let folder = path.parent().unwrap_or(dir);
        std::fs::create_dir_all(folder).map_err(|source| Failure::system(folder, source))?;
        output::replace(&path, bytes).map_err(|source| Failure::system(&path, source))?;
    }
    Ok(())
}

/// Files in the folders of an earlier tree, by their path in it. A folder
/// with anything else in it is left alone.
fn earlier(dir: &Path) -> Result<BTreeSet<String>, Failure> {
    let mut files = BTreeSet::new();
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| Failure::System { path, source }
    };
    if !dir.exists() || list(dir).map_err(failed(dir))?.is_empty() {
        return Ok(files);
    }
    let index = std::fs::read(dir.join(INDEX)).ok().and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
    if index.as_ref().and_then(|index| index.get("schema")?.as_str()) != Some(SCHEMA) {
        let message = "there is something else in this folder; name an empty or a new one";
        return Err(Failure::system(dir, io::Error::new(io::ErrorKind::AlreadyExists, message)));
    }
    for language in Language::WORDS {
        for folder in ["", "/answers", "/oembed"] {
            let below = dir.join(format!("{language}{folder}"));
            if !below.is_dir() {
                continue;
            }
            let found = list(&below).map_err(failed(&below))?.into_iter().filter(|path| path.is_file());
            let names = found.filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()));
            files.extend(names.map(|name| format!("{language}{folder}/{name}")));
        }
    }
    Ok(files)
}

fn list(dir: &Path) -> io::Result<Vec<PathBuf>> {
    std::fs::read_dir(dir)?.map(|entry| entry.map(|entry| entry.path())).collect()
}
