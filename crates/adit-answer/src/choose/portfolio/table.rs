//! A portfolio as plain tables.

use super::chosen::PortfolioChosen;
use super::front::{FrontAnswer, NearAnswer};
use super::robust::RobustAnswer;
use super::{PortfolioAnswer, PortfoliosAnswer};
use crate::tables::{Cell, Column, PlainTable};

/// The portfolios.
pub fn portfolios(answer: &PortfoliosAnswer) -> PlainTable {
    let rows = answer.portfolios.iter().map(|of| {
        vec![
            Cell::text(&of.id),
            Cell::text(&of.question),
            Cell::plain(Some(of.projects as f64)),
            Cell::text(of.regions.join(", ")),
            Cell::text(of.materials.join(", ")),
            Cell::text(format!("{}–{}", of.first_year, of.last_year)),
        ]
    });
    PlainTable {
        name: "choose".to_owned(),
        title: "Portfolios to choose from".to_owned(),
        columns: vec![
            Column::text("portfolio", "Portfolio"),
            Column::text("question", "Question"),
            Column::number("projects", "Projects", ""),
            Column::text("regions", "Regions"),
            Column::text("materials", "Materials"),
            Column::text("years", "Years"),
        ],
        rows: rows.collect(),
        notes: Vec::new(),
    }
}

/// The chosen set.
pub fn chosen(answer: &PortfolioAnswer) -> PlainTable {
    let unit = answer.aim.unit.as_str();
    let rows = answer.chosen.iter().map(|of| {
        vec![
            Cell::text(&of.project),
            Cell::text(&of.name),
            Cell::text(of.start.to_string()),
            Cell::plain(Some(of.size)),
            Cell::text(&of.instrument),
            Cell::number(of.contributes, None, None, of.why.as_deref()),
            Cell::number(of.worth, None, None, of.worth_why.as_deref()),
            Cell::number(of.public_cost, None, None, of.public_cost_why.as_deref()),
            Cell::number(of.private_cost, None, None, of.private_cost_why.as_deref()),
        ]
    });
    PlainTable {
        name: format!("choose-{}", answer.portfolio.id),
        title: format!("{}: the chosen set", answer.portfolio.name),
        columns: vec![
            Column::text("project", "Project"),
            Column::text("name", "Name"),
            Column::text("start", "Start"),
            Column::number("size", "Size", "share"),
            Column::text("instrument", "Instrument"),
            Column::number("contributes", "Contributes", unit),
            Column::number("worth", "Lost without it", unit),
            Column::number("public_cost", "Public money", "million EUR"),
            Column::number("private_cost", "Private money", "million EUR"),
        ],
        rows: rows.collect(),
        notes: notes(answer),
    }
}

/// What was not chosen, and why not.
pub fn rejected(answer: &PortfolioAnswer) -> PlainTable {
    let unit = answer.aim.unit.as_str();
    let rows = answer.rejected.iter().map(|of| {
        vec![
            Cell::text(&of.project),
            Cell::text(&of.name),
            Cell::text(&of.why_not),
            Cell::number(of.costs, None, None, of.costs_why.as_deref()),
            Cell::text(of.displaces.join(", ")),
            Cell::text(of.blocked_by.join(", ")),
            Cell::Flag(Some(of.proved)),
        ]
    });
    PlainTable {
        name: format!("choose-rejected-{}", answer.portfolio.id),
        title: format!("{}: what was not chosen", answer.portfolio.name),
        columns: vec![
            Column::text("project", "Project"),
            Column::text("name", "Name"),
            Column::text("why_not", "Why not"),
            Column::number("costs", "Forced in, it costs", unit),
            Column::text("displaces", "In place of"),
            Column::text("blocked_by", "Stopped by"),
            Column::flag("proved", "Proved"),
        ],
        rows: rows.collect(),
        notes: notes(answer),
    }
}

/// What each rule uses and costs.
pub fn limits(answer: &PortfolioAnswer) -> PlainTable {
    let unit = answer.aim.unit.as_str();
    let rows = answer.limits.iter().map(|of| {
        vec![
            Cell::text(&of.name),
            Cell::text(&of.says),
            Cell::text(&of.sense),
            Cell::number(of.used, None, None, of.why.as_deref()).in_unit(&of.unit),
            Cell::number(Some(of.limit), None, None, of.limit_why.as_deref()).in_unit(&of.unit),
            Cell::text(&of.unit),
            Cell::number(of.price, None, None, of.price_why.as_deref()),
            Cell::text(&of.price_unit),
            Cell::Flag(Some(of.binding)),
        ]
    });
    PlainTable {
        name: format!("choose-limits-{}", answer.portfolio.id),
        title: format!("{}: what each rule uses and costs", answer.portfolio.name),
        columns: vec![
            Column::text("name", "Rule"),
            Column::text("says", "In words"),
            Column::text("sense", "Sense"),
            Column::number("used", "Used", "row"),
            Column::number("limit", "Limit", "row"),
            Column::text("unit", "Unit"),
            Column::number("price", "Price", unit),
            Column::text("price_unit", "Price is per"),
            Column::flag("binding", "Binding"),
        ],
        rows: rows.collect(),
        notes: notes(answer),
    }
}

/// Money and workforce, year by year.
pub fn years(answer: &PortfolioAnswer) -> PlainTable {
    let mut rows = Vec::new();
    for year in &answer.timeline {
        let mut row = |what: String, value: Option<f64>, unit: &str, why: Option<&str>| {
            rows.push(vec![
                Cell::text(year.year.to_string()),
                Cell::text(what),
                Cell::number(value, None, None, why).in_unit(unit),
                Cell::text(unit),
            ]);
        };
        for spent in &year.public {
            row(format!("public money, {}", spent.fund), Some(spent.meur), "million EUR", spent.why.as_deref());
        }
        row("private money".to_owned(), year.private, "million EUR", year.private_why.as_deref());
        for output in &year.output {
            row(format!("{}, {}", output.material, output.stage), Some(output.tonnes), "t/a", output.why.as_deref());
        }
        row("workforce".to_owned(), year.workforce, "jobs", year.workforce_why.as_deref());
    }
    PlainTable {
        name: format!("choose-years-{}", answer.portfolio.id),
        title: format!("{}: year by year", answer.portfolio.name),
        columns: vec![
            Column::text("year", "Year"),
            Column::text("what", "What"),
            Column::number("value", "Value", "row"),
            Column::text("unit", "Unit"),
        ],
        rows,
        notes: notes(answer),
    }
}

/// The front, a row for each point.
pub fn front(answer: &FrontAnswer) -> PlainTable {
    let rows = answer.points.iter().map(|point| {
        vec![
            Cell::plain(Some(point.first)),
            Cell::plain(Some(point.second)),
            Cell::plain(point.gap),
            Cell::text(names(&point.chosen)),
            Cell::text(point.comes.join(", ")),
            Cell::text(point.leaves.join(", ")),
        ]
    });
    PlainTable {
        name: format!("choose-front-{}", answer.portfolio),
        title: format!("Pareto front of {} and {}", answer.first.name, answer.second.name),
        columns: vec![
            Column::number("first", &answer.first.name, &answer.first.unit),
            Column::number("second", &answer.second.name, &answer.second.unit),
            Column::number("gap", "Gap", "share"),
            Column::text("chosen", "Chosen"),
            Column::text("comes", "Comes"),
            Column::text("leaves", "Leaves"),
        ],
        rows: rows.collect(),
        notes: answer.says.iter().chain(&answer.notes).cloned().collect(),
    }
}

/// Near-optimal sets.
pub fn near(answer: &NearAnswer) -> PlainTable {
    let rows = answer.sets.iter().map(|set| {
        vec![
            Cell::plain(Some(set.objective)),
            Cell::plain(Some(set.worse)),
            Cell::text(names(&set.chosen)),
            Cell::text(set.comes.join(", ")),
            Cell::text(set.leaves.join(", ")),
        ]
    });
    PlainTable {
        name: format!("choose-near-{}", answer.portfolio),
        title: "Sets that are nearly as good as the best".to_owned(),
        columns: vec![
            Column::number("objective", "Objective", ""),
            Column::number("worse", "Worse by", "share"),
            Column::text("chosen", "Chosen"),
            Column::text("comes", "Comes"),
            Column::text("leaves", "Leaves"),
        ],
        rows: rows.collect(),
        notes: answer.says.iter().chain(&answer.notes).cloned().collect(),
    }
}

/// Robust choices side by side.
pub fn robust(answer: &RobustAnswer) -> PlainTable {
    let rows = answer.choices.iter().map(|of| {
        vec![
            Cell::text(&of.view),
            Cell::text(&of.name),
            Cell::text(&of.status),
            Cell::plain(of.base),
            Cell::plain(of.expected),
            Cell::plain(of.worst),
            Cell::plain(of.regret),
            Cell::text(names(&of.chosen)),
        ]
    });
    let unit = answer.unit.as_str();
    PlainTable {
        name: format!("choose-robust-{}", answer.portfolio),
        title: "Robust choices over the draws".to_owned(),
        columns: vec![
            Column::text("view", "View"),
            Column::text("name", "Name"),
            Column::text("status", "Status"),
            Column::number("base", "Base case", unit),
            Column::number("expected", "Expected", unit),
            Column::number("worst", "Worst 5 %", unit),
            Column::number("regret", "Largest regret", unit),
            Column::text("chosen", "Chosen"),
        ],
        rows: rows.collect(),
        notes: answer.says.iter().chain(&answer.notes).cloned().collect(),
    }
}

/// The projects of a set with their start years.
fn names(chosen: &[PortfolioChosen]) -> String {
    chosen.iter().map(|of| format!("{} ({})", of.project, of.start)).collect::<Vec<_>>().join(", ")
}

fn notes(answer: &PortfolioAnswer) -> Vec<String> {
    answer.says.iter().chain(&answer.missing).chain(&answer.notes).cloned().collect()
}
