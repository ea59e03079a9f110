//! Answers of the Outlook as plain tables.

use super::flows::OutlookFlows;
use super::matters::OutlookMatters;
use super::{OutlookAnswer, OutlookAssumption, OutlookCases, OutlookLine};
use crate::tables::{Cell, Column, PlainTable};

/// Every line of every material in every year: the long form.
pub fn lines(answer: &OutlookAnswer) -> PlainTable {
    let mut rows = Vec::new();
    for material in &answer.materials {
        push_lines(&mut rows, answer, &material.id, &material.name, &material.lines);
    }
    for product in &answer.products {
        push_lines(&mut rows, answer, &product.segment, &product.name, &product.lines);
    }
    if let Some(region) = &answer.region {
        for material in &region.materials {
            let near = format!("{}+neighbours", region.code);
            push_lines(&mut rows, answer, &format!("{}/{}", material.id, region.code), &material.name, &material.own);
            push_lines(&mut rows, answer, &format!("{}/{near}", material.id), &material.name, &material.near);
            let capacity = std::slice::from_ref(&material.capacity);
            push_lines(&mut rows, answer, &format!("{}/{}", material.id, region.code), &material.name, capacity);
        }
    }
    let bands = ["p05", "p25", "p50", "p75", "p95", "mean"];
    let mut columns = vec![
        Column::text("of", "Of"),
        Column::text("name", "Name"),
        Column::text("line", "Line"),
        Column::text("year", "Year"),
        Column::text("unit", "Unit"),
        Column::number("value", "Value", "t"),
    ];
    columns.extend(bands.map(|band| Column::number(band, band, "t")));
    PlainTable {
        name: format!("outlook-{}", answer.case.id),
        title: format!("{}: {}", answer.case.name, answer.case.question),
        columns,
        rows,
        notes: answer.notes.clone(),
    }
}

fn push_lines(rows: &mut Vec<Vec<Cell>>, answer: &OutlookAnswer, of: &str, name: &str, lines: &[OutlookLine]) {
    for line in lines {
        for (at, year) in answer.years.iter().enumerate() {
            let why = line.why.as_ref().map(|why| why.replace("{year}", &year.to_string()));
            let at_year = |values: &[Option<f64>]| values.get(at).copied().flatten();
            let number = |value, why: Option<&str>| Cell::number(value, None, None, why).in_unit(&line.unit);
            let mut row = vec![
                Cell::text(of),
                Cell::text(name),
                Cell::text(&line.id),
                Cell::text(year.to_string()),
                Cell::text(&line.unit),
                number(at_year(&line.values), why.as_deref()),
            ];
            let bands = line.bands.as_ref();
            let all = bands.map(|b| [&b.p05, &b.p25, &b.p50, &b.p75, &b.p95, &b.mean]);
            row.extend((0..6).map(|band| number(all.and_then(|all| at_year(all[band])), None)));
            rows.push(row);
        }
    }
}

/// The cases.
pub fn cases(answer: &OutlookCases) -> PlainTable {
    let rows = answer.cases.iter().map(|case| {
        let materials: Vec<&str> = case.materials.iter().map(|material| material.name.as_str()).collect();
        vec![
            Cell::text(&case.id),
            Cell::text(&case.question),
            Cell::text(materials.join(", ")),
            Cell::text(format!("{}–{}", case.first_year, case.last_year)),
        ]
    });
    PlainTable {
        name: "outlook".to_owned(),
        title: "Cases of stocks, end of life and recycling".to_owned(),
        columns: vec![
            Column::text("case", "Case"),
            Column::text("question", "Question"),
            Column::text("materials", "Materials"),
            Column::text("years", "Years"),
        ],
        rows: rows.collect(),
        notes: Vec::new(),
    }
}

/// Every parameter in every year.
pub fn assumptions(answer: &OutlookAnswer) -> PlainTable {
    let rows = answer.assumptions.iter().map(assumption);
    PlainTable {
        name: format!("outlook-assumptions-{}", answer.case.id),
        title: format!("Assumptions of {}", answer.case.name),
        columns: vec![
            Column::text("parameter", "Parameter"),
            Column::text("of", "What"),
            Column::text("year", "Year"),
            Column::number("value", "Value", "row"),
            Column::bounds("range", "Range", "row"),
            Column::text("unit", "Unit"),
            Column::text("spread", "Spread"),
            Column::text("kind", "Kind"),
            Column::text("source", "Source"),
            Column::text("locator", "Where in it, or why"),
            Column::text("note", "Note"),
            Column::text("lever", "Lever"),
            Column::text("fact", "Fact"),
        ],
        rows: rows.collect(),
        notes: answer.notes.clone(),
    }
}

fn assumption(of: &OutlookAssumption) -> Vec<Cell> {
    vec![
        Cell::text(&of.parameter),
        Cell::text(&of.of),
        Cell::text(&of.year),
        Cell::number(Some(of.value), of.low, of.high, Some(&of.why)).in_unit(&of.unit),
        Cell::number(Some(of.value), of.low, of.high, None).in_unit(&of.unit),
        Cell::text(&of.unit),
        Cell::text(&of.spread),
        Cell::text(&of.kind),
        Cell::text(&of.source),
        Cell::text(&of.locator),
        Cell::words(of.note.as_deref()),
        Cell::words(of.lever.as_deref()),
        Cell::text(&of.why),
    ]
}

/// What matters most.
pub fn matters(answer: &OutlookMatters) -> PlainTable {
    let rows = answer.results.iter().flat_map(|result| {
        result.groups.iter().map(|group| {
            let spread = |value: f64, error: f64| {
                Cell::number(Some(value), Some(value - error), Some(value + error), None).in_unit("share")
            };
            vec![
                Cell::text(&result.material),
                Cell::text(&result.line),
                Cell::text(result.year.to_string()),
                Cell::text(&group.name),
                spread(group.total, group.total_error),
                spread(group.first, group.first_error),
                Cell::words(group.why.as_deref()),
            ]
        })
    });
    PlainTable {
        name: format!("outlook-matters-{}", answer.case),
        title: "Which assumption matters most".to_owned(),
        columns: vec![
            Column::text("material", "Material"),
            Column::text("line", "Line"),
            Column::text("year", "Year"),
            Column::text("assumption", "Assumption"),
            Column::number("total", "Total index", "share"),
            Column::number("first", "First-order index", "share"),
            Column::text("fact", "Fact"),
        ],
        rows: rows.collect(),
        notes: answer.notes.clone(),
    }
}

/// The flows of a year.
pub fn flows(answer: &OutlookFlows) -> PlainTable {
    let name = |id: &str| {
        let node = answer.nodes.iter().find(|node| node.id == id);
        node.map_or_else(|| id.to_owned(), |node| node.name.clone())
    };
    let rows = answer.links.iter().map(|link| {
        let t = &link.tonnes;
        vec![
            Cell::text(name(&link.from)),
            Cell::text(name(&link.to)),
            Cell::text(&link.name),
            Cell::number(t.value, t.low, t.high, t.why.as_deref()),
        ]
    });
    PlainTable {
        name: format!("outlook-flows-{}-{}-{}", answer.case, answer.material, answer.year),
        title: format!("{} in {}", answer.material_name, answer.year),
        columns: vec![
            Column::text("from", "From"),
            Column::text("to", "To"),
            Column::text("flow", "Flow"),
            Column::number("tonnes", "Tonnes", "t/a"),
        ],
        rows: rows.collect(),
        notes: vec![answer.says.clone()],
    }
}
