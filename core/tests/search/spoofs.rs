//! Links that imitate the hosts of real tools.

use std::collections::BTreeSet;

use magdit::search::Confidence;

use crate::catalogue::Catalogue;
use crate::slips::{Numbers, slip};

/// Ways to make a link that looks like it belongs to `host`.
fn spoofs(host: &str, numbers: &mut Numbers) -> Vec<String> {
    let (name, end) = host.rsplit_once('.').unwrap();
    let other_letters = host.replacen('o', "0", 1).replacen('l', "1", 1).replacen('i', "1", 1);
    let cyrillic = host.replacen('a', "а", 1).replacen('e', "е", 1).replacen('o', "о", 1);
    let slipped = format!("{}.{end}", slip(numbers, &name.replace('.', "")));
    let mut spoofs = vec![
        format!("https://{host}.evil.example/login"),
        format!("https://{host}-login.com"),
        format!("http://login-{host}"),
        format!("https://{name}.{end}.cc/start"),
        format!("https://{host}@evil.example"),
        format!("https://user:{host}@evil.example/"),
        format!("https://evil.example/{host}"),
        format!("https://evil.example/?u=https://{host}"),
        format!("https://evil.example#{host}"),
        format!("https://evil.example\\@{host}"),
        format!("https://{host}%2eevil.example"),
        format!("https://{}", host.replace('.', "-")),
        format!("{name}-{end}.com"),
        format!("{host}.nl.com"),
        format!("www.{host}.xyz"),
        format!("https://{name}.zip"),
        format!("https://xn--{}-abc.{end}", name.replace('.', "")),
        format!("javascript://{host}/%0aalert(1)"),
        format!("https://{slipped}"),
        slipped,
    ];
    if other_letters != host {
        spoofs.push(format!("https://{other_letters}"));
        spoofs.push(other_letters);
    }
    if cyrillic != host {
        spoofs.push(format!("https://{cyrillic}"));
        spoofs.push(cyrillic);
    }
    spoofs
}

#[test]
fn no_generated_spoof_is_taken_for_the_tool() {
    let catalogue = Catalogue::real();
    let index = catalogue.index();
    let hosts: BTreeSet<&str> = catalogue
        .entries
        .iter()
        .flat_map(|entry| &entry.domains)
        .filter(|domain| !domain.contains('/'))
        .map(String::as_str)
        .collect();
    let mut numbers = Numbers(7);
    let (mut count, mut accepted) = (0, Vec::new());
    for host in hosts.iter().step_by(3) {
        for spoof in spoofs(host, &mut numbers) {
            let owned = hosts.iter().any(|host| {
                let place = spoof.rsplit("://").next().unwrap_or_default();
                place == *host || place.strip_suffix(host).is_some_and(|rest| rest.ends_with('.'))
            });
            if owned {
                continue;
            }
            count += 1;
            let result = index.search(&spoof, 5).unwrap();
            if result.confidence != Confidence::None || !result.matches.is_empty() {
                accepted.push(format!("{spoof}: {}", result.matches[0].id));
            }
        }
    }
    println!("{count} spoofs");
    assert!(count >= 200);
    assert_eq!(accepted, [""; 0]);
}

#[test]
fn every_host_and_store_id_of_a_record_leads_to_it() {
    let catalogue = Catalogue::real();
    let index = catalogue.index();
    let mut count = 0;
    for entry in &catalogue.entries {
        for domain in &entry.domains {
            for link in [
                domain.clone(),
                format!("https://www.{domain}/"),
                format!("http://{domain}?a=b#c"),
                format!("kijk: https://{}/x/y.", domain.to_uppercase()),
            ] {
                let result = index.search(&link, 5).unwrap();
                assert_eq!(result.confidence, Confidence::Exact, "{link}");
                assert_eq!(result.matches[0].id, entry.tool, "{link}");
                count += 1;
            }
        }
        for store in &entry.stores {
            let result =
                index.search(&format!("https://play.google.com/store/apps/details?id={}", store.id), 5).unwrap();
            if store.store == magdit::Store::Play {
                assert_eq!(result.matches[0].id, entry.tool, "{}", store.id);
                count += 1;
            }
        }
    }
    assert!(count > 500);
}
