//! `adit chain`: what flows to what, from the countries that sell it into use in the Union, and back.

use adit_answer::chain::flows::{ChainAnswer, table};
use adit_answer::chain::question::read_year;
use adit_answer::chain::region::RegionChain;

use super::region;
use crate::args::{Chain, Format, Global};
use crate::outcome::Stop;
use crate::{open, print};

const LINKS: [(&str, &str); 5] =
    [("from", "From"), ("from_stage", "at"), ("to", "to"), ("tonnes", "tonnes"), ("kind", "kind")];

const FLOWS: [(&str, &str); 5] = [
    ("flow", "Flow of the Union"),
    ("measured", "figure"),
    ("reconciled", "reconciled"),
    ("residual", "residual"),
    ("state", "state"),
];

/// Links shown to people, the largest first; all leave as JSON and CSV.
const SHOWN: usize = 14;

/// Prints the chain.
pub fn run(global: &Global, args: &Chain) -> Result<(), Stop> {
    let session = open::session(global)?;
    let year = args.year.as_deref().map(read_year).transpose()?;
    if let Some(text) = &args.region {
        let dossiers = session.region(text)?;
        let material = session.chain(&args.material, year)?.material;
        let found: Vec<&RegionChain> =
            dossiers.iter().flat_map(|dossier| &dossier.chains).filter(|chain| chain.material == material).collect();
        return match global.format {
            Format::Json => print::json(&found),
            Format::Csv | Format::Table if found.is_empty() => {
                let says = format!("{text} has no site or project of {material} that adit knows of.");
                print::text(&print::wrapped(&says, 0))
            }
            Format::Csv | Format::Table => found.into_iter().try_for_each(region::chain),
        };
    }
    let answer = session.chain(&args.material, year)?;
    match global.format {
        Format::Json => print::json(&answer),
        Format::Csv => print::text(&table::links(&answer).to_csv()),
        Format::Table => for_people(global, args, &answer),
    }
}

fn for_people(global: &Global, args: &Chain, answer: &ChainAnswer) -> Result<(), Stop> {
    let say = |line: &str, indent: usize| print::text(&print::wrapped(line, indent));
    say(&answer.says, 0)?;
    print::text("")?;
    let mut links = table::links(answer);
    let all = links.rows.len();
    if !args.links {
        let mut order: Vec<usize> = (0..all).collect();
        let tonnes = |at: usize| answer.links[at].tonnes.value.unwrap_or_default();
        order.sort_by(|a, b| tonnes(*b).total_cmp(&tonnes(*a)));
        order.truncate(SHOWN);
        links.rows = order.iter().map(|at| links.rows[*at].clone()).collect();
    }
    print::columns(&links, &LINKS)?;
    if links.rows.len() < all {
        print::note(global.quiet, &format!("The {} largest of {all} links; --links shows all.", links.rows.len()))?;
    }
    print::text("\nBalances of the Union")?;
    print::table(&table::stages(answer))?;
    for stage in &answer.stages {
        for reason in &stage.differs_by {
            say(&format!("{}: {reason}", stage.stage), 2)?;
        }
    }
    print::text("\nReconciled along the chain")?;
    print::columns(&table::reconciled(answer), &FLOWS)?;
    if !answer.regions.is_empty() {
        let names: Vec<String> = answer
            .regions
            .iter()
            .map(|region| format!("{} {} ({})", region.code, region.name, region.stages.join(", ")))
            .collect();
        print::text("\nRegions of the Union that take part")?;
        say(&names.join("; "), 2)?;
    }
    for missing in answer.missing_links.iter().chain(&answer.missing) {
        say(&format!("- {missing}"), 2)?;
    }
    answer.notes.iter().try_for_each(|note| print::note(global.quiet, &print::wrapped(note, 0)))
}
