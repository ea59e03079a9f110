//! `adit region`: a region's dossier.

use adit_answer::chain::FigureDocument;
use adit_answer::chain::region::{DatedFigure, RegionAnswer, RegionChain, RegionProject, table};
use adit_answer::tables::{Cell, PlainTable};
use adit_figure::number::{Reading, bounds, number};

use crate::args::{Format, Global, Region};
use crate::outcome::Stop;
use crate::{open, print};

const SITES: [(&str, &str); 6] = [
    ("name", "Site"),
    ("stage", "stage"),
    ("material", "material"),
    ("status", "status"),
    ("contained_t", "contained"),
    ("basis", "basis"),
];

/// Chains shown in full to people.
const CHAINS: usize = 8;

/// Prints the dossier, or one for each region that an earlier code or a name means.
pub fn run(global: &Global, args: &Region) -> Result<(), Stop> {
    let session = open::session(global)?;
    let answers = session.region(&args.region)?;
    match (global.format, answers.as_slice()) {
        (Format::Json, [one]) => print::json(one),
        (Format::Json, several) => print::json(&several),
        (Format::Csv, several) => several.iter().try_for_each(|one| print::text(&table::sites(one).to_csv())),
        (Format::Table, several) => several.iter().try_for_each(|one| for_people(global, one)),
    }
}

fn for_people(global: &Global, answer: &RegionAnswer) -> Result<(), Stop> {
    let say = |line: &str, indent: usize| print::text(&print::wrapped(line, indent));
    if let Some(asked) = &answer.asked {
        say(&format!("({asked})"), 0)?;
    }
    for line in &answer.says {
        say(line, 0)?;
    }
    heading("In the ground and on it")?;
    let sites = table::sites(answer);
    if sites.rows.is_empty() {
        say("Nothing that is in our tables.", 0)?;
    } else {
        print::columns(&in_words(sites), &SITES)?;
    }
    heading("Chains that it belongs to")?;
    for chain in answer.chains.iter().take(CHAINS) {
        self::chain(chain)?;
    }
    if answer.chains.len() > CHAINS {
        let rest: Vec<&str> = answer.chains[CHAINS..].iter().map(|chain| chain.material.as_str()).collect();
        say(&format!("And {}: --format json.", rest.join(", ")), 0)?;
    }
    heading("Its projects")?;
    if answer.projects.is_empty() {
        say("None that adit knows of.", 0)?;
    }
    for project in &answer.projects {
        self::project(project)?;
    }
    heading("What its projects alone change in Europe's figures")?;
    if answer.changes.is_empty() {
        say("Nothing that can be computed.", 0)?;
    }
    for change in &answer.changes {
        say(&change.says, 0)?;
        if let Some(why) = &change.better_by.why {
            say(&format!("adit why '{why}'"), 4)?;
        }
    }
    heading("Mining's weight")?;
    economy(answer)?;
    heading("Regions like it")?;
    for one in &answer.similar {
        let part = |value: Option<f64>| number(&Reading::plain(value.map(|v| (v * 100.0).round() / 100.0), "index"));
        let parts: Vec<String> = one.parts.iter().map(|p| format!("{} {}", p.of, part(p.value))).collect();
        let ahead =
            if one.ahead.is_empty() { String::new() } else { format!("; it also has {}", one.ahead.join(", ")) };
        let shared = if one.shared.is_empty() {
            "no material in common".to_owned()
        } else {
            format!("both have {}", one.shared.join(", "))
        };
        let (similarity, parts) = (part(Some(one.similarity)), parts.join(", "));
        say(&format!("{} ({}) {similarity}: {parts}; {shared}{ahead}", one.name, one.code), 2)?;
    }
    heading("What is not known")?;
    for missing in &answer.missing {
        say(&format!("- {missing}"), 2)?;
    }
    for note in &answer.notes {
        print::note(global.quiet, &print::wrapped(note, 0))?;
    }
    Ok(())
}

/// Words of ids and of double names apart, so that they wrap where the terminal is narrow.
fn in_words(mut table: PlainTable) -> PlainTable {
    let apart = [("name", "/", " / "), ("stage", "-", " "), ("material", "-", " "), ("status", "-", " ")];
    for (id, joint, words) in apart {
        let Some(at) = table.columns.iter().position(|column| column.id == id) else { continue };
        for row in &mut table.rows {
            if let Cell::Text(text) = &mut row[at] {
                *text = text.replace(joint, words);
            }
        }
    }
    table
}

fn heading(text: &str) -> Result<(), Stop> {
    print::text(&format!("\n{text}"))
}

/// A material's chain as a region takes part in it.
pub fn chain(chain: &RegionChain) -> Result<(), Stop> {
    let strategic = if chain.strategic { " (strategic)" } else { "" };
    let lacks = match chain.missing_links.as_slice() {
        [] => String::new(),
        links => format!("; lacks {}", links.join("; ")),
    };
    let line = format!("{}{strategic}: {}{lacks}", chain.name, chain.stages.join(", "));
    print::text(&print::wrapped(&line, 2))?;
    for (side, found) in [("from", &chain.upstream), ("to", &chain.downstream)] {
        for one in found.iter().take(3) {
            let far = one.distance_km.map_or_else(|| "distance unknown".to_owned(), |km| format!("{km:.0} km"));
            let tonnes =
                one.tonnes.map_or_else(String::new, |t| format!(", {}", number(&Reading::plain(Some(t), "t/a"))));
            let place = one.region.as_deref().unwrap_or(&one.country);
            let says =
                format!("{side} {} ({place}, {}): {far}{tonnes}; {}: {}", one.name, one.stage, one.fit, one.because);
            print::text(&print::wrapped(&says, 6))?;
        }
    }
    Ok(())
}

fn project(project: &RegionProject) -> Result<(), Stop> {
    let strategic = if project.strategic { ", Strategic Project" } else { "" };
    print::text(&print::wrapped(&format!("{} ({}{strategic})", project.name, project.status), 2))?;
    for one in &project.capacities {
        let start = one.start.map_or_else(|| "start not published".to_owned(), |year| format!("from {year}"));
        let tonnes = number(&reading(&one.contained_t, "t/a"));
        let why = one.contained_t.why.as_ref().map_or_else(String::new, |why| format!(" [{why}]"));
        let stated = one.stated.as_ref().map_or_else(String::new, |stated| format!(", stated as {stated}"));
        let says = format!("{}, {}: {tonnes} contained, {start}{stated}{why}", one.material, one.stage);
        print::text(&print::wrapped(&says, 6))?;
    }
    Ok(())
}

fn economy(answer: &RegionAnswer) -> Result<(), Stop> {
    let e = &answer.economy;
    let dated: [(&str, &DatedFigure, &str); 5] = [
        ("Population", &e.population, "persons"),
        ("Gross domestic product", &e.gdp, "million EUR"),
        ("Unemployment", &e.unemployment, "share"),
        ("Employment", &e.employment, "thousand persons"),
        ("Employed in mining and quarrying", &e.mining, "persons"),
    ];
    for (name, figure, unit) in dated {
        if let Some(year) = figure.year {
            let why = figure.figure.why.as_ref().map_or_else(String::new, |why| format!(" [{why}]"));
            let text = format!("{name}, {year}: {}{why}", number(&reading(&figure.figure, unit)));
            print::text(&print::wrapped(&text, 2))?;
        }
    }
    let estimates = [
        ("Mining's share of employment (estimate)", &e.mining_share, "share"),
        ("Location quotient of mining", &e.location_quotient, "factor"),
    ];
    for (name, figure, unit) in estimates {
        if figure.value.is_some() {
            let r = reading(figure, unit);
            let why = figure.why.as_ref().map_or_else(String::new, |why| format!(" [{why}]"));
            print::text(&print::wrapped(&format!("{name}: {} ({}){why}", number(&r), bounds(&r)), 2))?;
        }
    }
    for limit in &e.limits {
        print::text(&print::wrapped(limit, 2))?;
    }
    Ok(())
}

fn reading<'a>(figure: &FigureDocument, unit: &'a str) -> Reading<'a> {
    Reading::between(figure.value, figure.low, figure.high, unit)
}
