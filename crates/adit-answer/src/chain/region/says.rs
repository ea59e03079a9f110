//! The dossier in words.

use adit_figure::number::{Reading, number};

use super::RegionAnswer;

/// What a reader should know first.
pub(super) fn says(answer: &RegionAnswer) -> Vec<String> {
    let sites: usize = distinct(answer);
    let projects = answer.projects.len();
    let strategic: Vec<&str> =
        answer.chains.iter().filter(|chain| chain.strategic).map(|chain| chain.name.as_str()).collect();
    let mut says = Vec::new();
    let place = format!("{} ({}, {})", answer.name_latin, answer.code, answer.country_name);
    if sites == 0 && projects == 0 {
        says.push(format!("{place}: no mine, plant, deposit or project that adit knows of."));
    } else {
        says.push(format!(
            "{place} has {} and {} that adit knows of, in the chains of {} materials; strategic among \
             them: {}.",
            counted(sites, "site"),
            counted(projects, "project"),
            answer.chains.len(),
            listed(&strategic)
        ));
    }
    let economy = &answer.economy;
    if let (Some(persons), Some(year)) = (economy.mining.figure.value, economy.mining.year) {
        let share = economy.mining_share.value.map_or_else(String::new, |share| {
            format!(", {} of all employment (estimate)", number(&Reading::plain(Some(share), "share")))
        });
        let people = number(&Reading::plain(Some(persons), "persons"));
        says.push(format!("Mining and quarrying employed {people} in {year}{share}."));
    }
    let known: Vec<&super::RegionChange> =
        answer.changes.iter().filter(|change| change.better_by.value.is_some()).collect();
    let largest = known.iter().max_by(|a, b| size(a).total_cmp(&size(b)));
    match largest {
        Some(change) => says.push(change.says.clone()),
        None if projects > 0 => {
            says.push(
                "What its projects change in Europe's figures is not known: tonnes or starts are missing.".to_owned(),
            );
        }
        None => {}
    }
    says
}

fn size(change: &super::RegionChange) -> f64 {
    change.better_by.value.map_or(0.0, f64::abs)
}

fn distinct(answer: &RegionAnswer) -> usize {
    let ids = answer.stages.iter().flat_map(|stage| &stage.sites).map(|site| site.id.as_str());
    ids.collect::<std::collections::BTreeSet<_>>().len()
}

/// `no project`, `1 project`, `2 projects`.
fn counted(count: usize, word: &str) -> String {
    match count {
        0 => format!("no {word}"),
        1 => format!("1 {word}"),
        _ => format!("{count} {word}s"),
    }
}

fn listed(names: &[&str]) -> String {
    match names {
        [] => "none".to_owned(),
        names => crate::names::listed(&names.iter().map(ToString::to_string).collect::<Vec<_>>(), "and").to_lowercase(),
    }
}

/// What must be said beside every dossier.
pub(super) fn notes(level: u8) -> Vec<String> {
    let mut notes = vec![
        "Sites are those of public tables; small quarries, many recyclers and most deposits are in none.".to_owned(),
        "Connections are a first look: same material, next stage, distance as the crow flies; quality of concentrates and \
         contracts are not known."
            .to_owned(),
        "Similarity is the weighted sum of its three parts, each shown; it is no ranking of regions.".to_owned(),
    ];
    if level == 3 {
        notes.push(
            "Projects are known by their level-2 region; those of the region above are shown for a level-3 region."
                .to_owned(),
        );
    }
    notes
}
