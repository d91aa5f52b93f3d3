//! Measures one engine at one size.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use magdit::search::{Confidence, IndexLayout};
use serde_json::{Value, json};

use crate::allocator::live;
use crate::engines::{self, Engine};
use crate::names::Names;
use crate::queries;

/// Most time for all queries of one engine; with a slower engine only an
/// evenly spaced part of the queries is asked.
const MOST: Duration = Duration::from_secs(20);

/// Queries that are asked to find out how slow an engine is.
const PROBES: usize = 24;

/// After so much time no more of them are asked, once there are a few.
const MOST_PROBING: Duration = Duration::from_secs(5);
const FEWEST_PROBES: usize = 3;

/// Repetitions of a query, of which the fastest counts.
const REPEATS: usize = 5;

/// What one engine does at one size, as a row of JSON.
pub(crate) fn one(engine: &str, count: usize) -> Value {
    let names = Names::new(count);
    let before = live();
    let started = Instant::now();
    let engine = engines::build(engine, &names);
    let build = started.elapsed();
    let memory = live().saturating_sub(before).max(engine.memory());
    let mut row = asked(engine.as_ref(), &names);
    row["build_ms"] = json!(build.as_secs_f64() * 1e3);
    row["memory"] = json!(memory);
    row["bytes_per_name"] = json!(engine.bytes() as f64 / names.names.len() as f64);
    row["names"] = json!(names.names.len());
    row["size"] = json!(count);
    if let Some(bytes) = engine.index() {
        row["magdit"] = about_index(bytes, &names);
    }
    row
}

fn asked(engine: &dyn Engine, names: &Names) -> Value {
    let queries = queries::for_names(names);
    let probe = queries.len().div_ceil(PROBES);
    let mut probes: Vec<Duration> = Vec::new();
    for query in queries.iter().step_by(probe) {
        let started = Instant::now();
        drop(black_box(engine.search(&query.text)));
        probes.push(started.elapsed());
        if probes.len() >= FEWEST_PROBES && probes.iter().sum::<Duration>() > MOST_PROBING {
            break;
        }
    }
    probes.sort_unstable();
    let each = probes[probes.len() / 2];
    let repeats = match each.as_millis() {
        0..=10 => REPEATS,
        11..=250 => 2,
        _ => 1,
    };
    let affordable = (MOST.as_secs_f64() / (each.as_secs_f64() * repeats as f64)) as usize;
    let step = queries.len().div_ceil(affordable.clamp(1, queries.len()));
    let mut times = Vec::new();
    let mut kinds: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let (mut negatives, mut answered) = (0, 0);
    for query in queries.iter().step_by(step) {
        let mut best = Duration::MAX;
        let mut found = Vec::new();
        for _ in 0..repeats {
            let started = Instant::now();
            found = engine.search(black_box(&query.text));
            best = best.min(started.elapsed());
        }
        times.push(best.as_secs_f64() * 1e6);
        if query.wanted.is_empty() {
            negatives += 1;
            answered += usize::from(!found.is_empty());
            continue;
        }
        let place = found.iter().position(|tool| query.wanted.contains(&names.ids[*tool as usize]));
        let [all, first, five] = kinds.entry(&query.kind).or_default();
        *all += 1;
        *first += usize::from(place == Some(0));
        *five += usize::from(place.is_some());
    }
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
    json!({
        "queries": times.len(), "p50": at(0.5), "p99": at(0.99), "max": at(1.0),
        "kinds": kinds, "negatives": negatives, "answered": answered,
    })
}

/// Lists the queries that take magdit longest.
pub(crate) fn slowest(count: usize) {
    let names = Names::new(count);
    let engine = engines::build("magdit", &names);
    let mut times: Vec<(f64, String)> = Vec::new();
    for query in queries::for_names(&names) {
        let time = (0..REPEATS * 2).map(|_| {
            let started = Instant::now();
            drop(black_box(engine.search(&query.text)));
            started.elapsed().as_secs_f64() * 1e6
        });
        times.push((time.fold(f64::MAX, f64::min), format!("{} `{}`", query.kind, query.text)));
    }
    times.sort_by(|a, b| b.0.total_cmp(&a.0));
    times.iter().take(30).for_each(|(time, query)| println!("{time:8.1} µs  {query}"));
}

/// What only magdit has: parts of the index, opening, hard texts, confidence.
fn about_index(bytes: &[u8], names: &Names) -> Value {
    let started = Instant::now();
    let layout = IndexLayout::read(bytes).unwrap();
    let verified = started.elapsed();
    let before = live();
    let started = Instant::now();
    black_box(layout.view(bytes).search("kahoot", 5).unwrap());
    let first = started.elapsed();
    let grown = live().saturating_sub(before);
    let index = layout.view(bytes);
    let mut hardest = (0.0, String::new());
    for text in queries::hard() {
        let time = (0..REPEATS).map(|_| {
            let started = Instant::now();
            let _ = black_box(index.search(&text, 5));
            started.elapsed().as_secs_f64() * 1e6
        });
        let time = time.fold(f64::MAX, f64::min);
        if time > hardest.0 {
            hardest = (time, text.chars().take(12).collect());
        }
    }
    let (mut sure, mut wrong) = (0, 0);
    for query in queries::for_names(names) {
        let Ok(result) = index.search(&query.text, 5) else { continue };
        if result.confidence <= Confidence::Probable {
            let is_right = result.matches.first().is_some_and(|found| query.wanted.contains(&found.id));
            sure += usize::from(is_right);
            wrong += usize::from(!is_right);
        }
    }
    let size = layout.size();
    let each = |bytes: usize| bytes as f64 / names.names.len() as f64;
    json!({
        "names": each(size.names), "sounds": each(size.sounds), "tables": each(size.tables), "texts": each(size.strings),
        "verify_ms": verified.as_secs_f64() * 1e3, "first_us": first.as_secs_f64() * 1e6, "grown": grown,
        "hardest_us": hardest.0, "hardest": hardest.1, "sure": sure, "wrong": wrong,
    })
}
