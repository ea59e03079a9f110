//! `adit together`: what regions change in Europe's official numbers, alone and together.

use adit_answer::chain::together::question::TogetherQuestion;
use adit_answer::chain::together::{TogetherAnswer, table};
use adit_figure::number::{Reading, number};

use crate::args::{Format, Global, Together};
use crate::outcome::Stop;
use crate::{open, print};

const REGIONS: [(&str, &str); 6] = [
    ("region", "Region"),
    ("name", "name"),
    ("tonnes", "brings"),
    ("alone", "alone"),
    ("shapley", "share"),
    ("indispensable", "indispensable"),
];

const COALITIONS: [(&str, &str); 4] =
    [("regions", "Together"), ("value", "value"), ("deciding_stage", "decides"), ("capped", "capped")];

/// Coalitions shown to people, the most valuable first; all leave as JSON and CSV.
const SHOWN: usize = 12;

/// Pairs shown to people.
const PAIRS: usize = 4;

/// Plays the game.
pub fn run(global: &Global, args: &Together) -> Result<(), Stop> {
    let session = open::session(global)?;
    let mut pairs: Vec<(&str, String)> = args.regions.iter().map(|regions| ("regions", regions.clone())).collect();
    let words = [
        ("material", &args.material),
        ("measure", &args.measure),
        ("stage", &args.stage),
        ("year", &args.year),
        ("displacement", &args.displacement),
        ("supply", &args.supply),
        ("target", &args.target),
    ];
    pairs.extend(words.into_iter().filter_map(|(name, value)| value.clone().map(|value| (name, value))));
    pairs.extend(args.without.iter().map(|project| ("without", project.clone())));
    if args.all_built {
        pairs.push(("built", "all".to_owned()));
    }
    pairs.extend(args.draws.map(|draws| ("draws", draws.to_string())));
    pairs.push(("seed", global.seed.to_string()));
    let question = TogetherQuestion::from_pairs(pairs.iter().map(|(name, value)| (*name, value.as_str())))?;
    let answer = session.together(&question)?;
    match global.format {
        Format::Json => print::json(&answer),
        Format::Csv if args.coalitions => print::text(&table::coalitions(&answer).to_csv()),
        Format::Csv => print::text(&table::regions(&answer).to_csv()),
        Format::Table => for_people(global, args, &answer),
    }
}

fn for_people(global: &Global, args: &Together, answer: &TogetherAnswer) -> Result<(), Stop> {
    let say = |line: &str| print::text(&print::wrapped(line, 0));
    answer.says.iter().try_for_each(|line| say(line))?;
    print::text("")?;
    print::columns(&table::regions(answer), &REGIONS)?;
    if answer.together.is_some() {
        coalitions(global, args, answer)?;
        others(answer)?;
    }
    if let Some(target) = &answer.target {
        let says = match (&target.cheapest, target.reached) {
            (Some(set), _) => format!(
                "{} is reached by {} at {} {}.",
                target.target,
                set.join(" + "),
                target.cost.unwrap_or_default(),
                target.cost_unit
            ),
            (None, true) => format!("{} is reached by all together.", target.target),
            (None, false) => format!("{} is not reached, even by all together.", target.target),
        };
        say(&says)?;
    }
    if !answer.missing.is_empty() {
        print::text("\nWhat is not known")?;
        answer.missing.iter().try_for_each(|missing| print::text(&print::wrapped(&format!("- {missing}"), 2)))?;
    }
    answer.notes.iter().try_for_each(|note| print::note(global.quiet, &print::wrapped(note, 0)))
}

fn coalitions(global: &Global, args: &Together, answer: &TogetherAnswer) -> Result<(), Stop> {
    let mut table = table::coalitions(answer);
    let all = table.rows.len();
    if !args.coalitions {
        let mut order: Vec<usize> = (0..all).collect();
        order.sort_by(|a, b| answer.coalitions[*b].value.total_cmp(&answer.coalitions[*a].value));
        order.truncate(SHOWN);
        table.rows = order.iter().map(|at| table.rows[*at].clone()).collect();
    }
    print::text("")?;
    print::columns(&table, &COALITIONS)?;
    if table.rows.len() < all {
        print::note(
            global.quiet,
            &format!("The {} most valuable of {all}; --coalitions shows all.", table.rows.len()),
        )?;
    }
    if let Some(why) = &answer.why {
        print::text(&print::wrapped(&format!("adit why '{why}'"), 0))?;
    }
    Ok(())
}

/// Pairs, other assumptions, the unofficial concentration, the draws.
fn others(answer: &TogetherAnswer) -> Result<(), Stop> {
    let figure = |value: Option<f64>| number(&Reading::plain(value.map(rounded), &answer.unit));
    print::text("")?;
    for pair in answer.pairs.iter().filter(|pair| pair.interaction.abs() > 1e-6).take(PAIRS) {
        let how = if pair.interaction > 0.0 { "complement each other" } else { "do in part the same" };
        let says = format!("{} and {} {how}: {}", pair.regions[0], pair.regions[1], figure(Some(pair.interaction)));
        print::text(&print::wrapped(&says, 0))?;
    }
    for other in &answer.sensitivity {
        let supply = number(&Reading::plain(Some(other.supply_t.round()), "t/a"));
        let says = format!(
            "With an EU supply of {supply}: {} together, {} alone added up.",
            figure(other.together),
            figure(other.sum_alone)
        );
        print::text(&print::wrapped(&says, 0))?;
    }
    for other in answer.displacements.iter().filter(|other| other.displacement != answer.displacement) {
        let says = format!(
            "Under {}: {} together, {} alone added up.",
            other.displacement,
            figure(other.together),
            figure(other.sum_alone)
        );
        print::text(&print::wrapped(&says, 0))?;
    }
    if let Some(unofficial) = &answer.unofficial {
        print::text(&print::wrapped(&unofficial.says, 0))?;
    }
    if let Some(drawn) = &answer.ensemble {
        let says = format!(
            "In {} draws of which projects succeed: {} on average, {} to {} in nine of ten.",
            drawn.draws,
            figure(Some(drawn.mean)),
            figure(Some(drawn.p05)),
            figure(Some(drawn.p95))
        );
        print::text(&print::wrapped(&says, 0))?;
    }
    if !answer.exact {
        let says = format!(
            "Shares are sampled: 95 % of them lie within {} of the exact ones.",
            figure(Some(answer.error_bound))
        );
        print::text(&print::wrapped(&says, 0))?;
    }
    Ok(())
}

/// Four decimals are more than any of these figures supports.
fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}
