//! `adit benchmarks`: how far Europe is from its four benchmarks, now or in any year, by the projects that are planned.

use adit_answer::chain::benchmarks::{BenchmarksAnswer, SharesDocument, table};
use adit_answer::chain::question::BenchmarksQuestion;
use adit_figure::number::{Reading, number};

use crate::args::{Benchmarks, Format, Global};
use crate::outcome::Stop;
use crate::{open, print};

const MATERIALS: [(&str, &str); 8] = [
    ("name", "Material"),
    ("extraction", "extract"),
    ("extraction_met", "10 %"),
    ("processing", "process"),
    ("processing_met", "40 %"),
    ("recycling", "recycle"),
    ("recycling_met", "25 %"),
    ("third_country", "Most from"),
];

const BOUNDS: [(&str, &str); 7] = [
    ("name", "Material"),
    ("route", "C by"),
    ("extraction_bounds", "extraction"),
    ("extraction_basis", "basis"),
    ("processing_bounds", "processing"),
    ("processing_basis", "basis"),
    ("recycling_basis", "recycling"),
];

const PROJECTS: [(&str, &str); 6] = [
    ("name", "Project"),
    ("material", "material"),
    ("measure", "carries"),
    ("counted_t", "counts"),
    ("share", "share"),
    ("lost_without", "decides"),
];

/// Projects shown to people; all of them leave as JSON and CSV.
const SHOWN: usize = 12;

/// Prints the benchmarks.
pub fn run(global: &Global, args: &Benchmarks) -> Result<(), Stop> {
    let session = open::session(global)?;
    let mut pairs: Vec<(&str, String)> = Vec::new();
    pairs.extend(args.year.clone().map(|year| ("year", year)));
    pairs.extend(args.definition.clone().map(|definition| ("definition", definition)));
    pairs.extend(args.without.iter().map(|project| ("without", project.clone())));
    if let Some(draws) = args.draws {
        pairs.extend([("draws", draws.to_string()), ("seed", global.seed.to_string())]);
    }
    let question = BenchmarksQuestion::from_pairs(pairs.iter().map(|(name, value)| (*name, value.as_str())))?;
    let answer = session.benchmarks(&question)?;
    match global.format {
        Format::Json => print::json(&answer),
        Format::Csv if args.projects => print::text(&table::projects(&answer).to_csv()),
        Format::Csv => print::text(&table::materials(&answer).to_csv()),
        Format::Table => for_people(global, args, &answer),
    }
}

fn for_people(global: &Global, args: &Benchmarks, answer: &BenchmarksAnswer) -> Result<(), Stop> {
    for line in summary(answer) {
        print::text(&print::wrapped(&line, 0))?;
    }
    print::text("")?;
    print::columns(&table::materials(answer), &MATERIALS)?;
    print::text("")?;
    print::columns(&table::materials(answer), &BOUNDS)?;
    let mut projects = table::projects(answer);
    let all = projects.rows.len();
    if !args.projects {
        projects.rows.truncate(SHOWN);
    }
    print::text("")?;
    print::columns(&projects, &PROJECTS)?;
    if projects.rows.len() < all {
        print::note(global.quiet, &format!("The first {} of {all} rows; --projects shows all.", projects.rows.len()))?;
    }
    for note in &answer.notes {
        print::note(global.quiet, &print::wrapped(note, 0))?;
    }
    Ok(())
}

/// The share of one stage.
type OfStage = fn(&SharesDocument) -> Option<f64>;

/// The answer first: each benchmark three ways.
fn summary(answer: &BenchmarksAnswer) -> Vec<String> {
    let o = &answer.overall;
    let percent = |share: Option<f64>| number(&Reading::plain(share.map(tenths), "share"));
    // As many digits as its bounds support: those of the road, which ends in the year asked for.
    let ends = answer.road.last();
    let bounded = |of: OfStage| {
        let (low, high) = (ends.and_then(|end| of(&end.low)), ends.and_then(|end| of(&end.high)));
        number(&Reading::between(of(&o.by_tonnes), low, high, "share"))
    };
    let stages: [(&str, f64, OfStage, [usize; 4]); 3] = [
        (
            "Extraction",
            answer.targets.extraction,
            |s| s.extraction,
            [o.met.extraction, o.known.extraction, o.certainly_met.extraction, o.open.extraction],
        ),
        (
            "Processing",
            answer.targets.processing,
            |s| s.processing,
            [o.met.processing, o.known.processing, o.certainly_met.processing, o.open.processing],
        ),
        (
            "Recycling",
            answer.targets.recycling,
            |s| s.recycling,
            [o.met.recycling, o.known.recycling, o.certainly_met.recycling, o.open.recycling],
        ),
    ];
    let mut lines = vec![format!(
        "The benchmarks of Art. 5(1) in {}, by {}; {} strategic raw materials, three ways each since the Act fixes none.",
        answer.year,
        if answer.definition == "act" { "the Act's definition" } else { "proxies used elsewhere" },
        answer.materials.len()
    )];
    for (name, aim, of, [met, known, certain, open]) in stages {
        let drawn = answer.ensemble.as_ref().map_or_else(String::new, |drawn| {
            format!("; in draws {} to {} by tonnes", percent(of(&drawn.p05)), percent(of(&drawn.p95)))
        });
        lines.push(format!(
            "{name} (aim {}): {} by tonnes, median {}, met by {met} of {known} materials known ({certain} whatever the \
             bounds, {open} open){drawn}.",
            percent(Some(aim)),
            bounded(of),
            percent(of(&o.median)),
        ));
    }
    lines.push(format!(
        "One third country (at most {}): kept by {} of {} materials known.",
        percent(Some(answer.targets.single_country)),
        o.met.single_country,
        o.known.single_country
    ));
    if let Some(share) = o.by_tonnes_aluminium_copper {
        lines.push(format!("By tonnes, aluminium and copper are {} of it.", percent(Some(share))));
    }
    lines
}

/// A fraction to the tenth of a percent.
fn tenths(share: f64) -> f64 {
    (share * 1e3).round() / 1e3
}
