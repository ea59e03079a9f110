//! What goes where in one year: the flows of a material from the undertakings to what comes back.
//!
//! At every inner node what enters is what leaves.

use super::lines::Line;
use super::results::MaterialRun;

/// The flows of a material in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Sankey {
    /// Nodes, from left to right.
    pub nodes: Vec<Node>,
    /// Links that carry something.
    pub links: Vec<Link>,
}

/// A node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// Id.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// Column from the left, from 0.
    pub column: usize,
    /// `source`, `use`, `collection`, `recycling`, `loss` or `outside`.
    pub kind: &'static str,
}

/// A link.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Id of the node from which.
    pub from: &'static str,
    /// Id of the node to which.
    pub to: &'static str,
    /// What it is.
    pub name: &'static str,
    /// Tonnes in the year.
    pub tonnes: f64,
    /// The measure that opens it: `outlook.MEASURE/CASE/MATERIAL/YEAR`.
    pub measure: &'static str,
}

/// A node: id, name, column, kind.
type Written = (&'static str, &'static str, usize, &'static str);

const NODES: [Written; 18] = [
    ("input", "Material entering the stage", 0, "source"),
    ("undertakings", "Undertakings in the Union", 1, "source"),
    ("outside", "Made outside the Union", 1, "outside"),
    ("from-stock", "Drawn from stock", 1, "use"),
    ("use", "Put into use", 2, "use"),
    ("in-use", "Stays in use", 3, "use"),
    ("end-of-life", "End of life", 3, "use"),
    ("manufacturing-scrap", "Manufacturing scrap", 5, "recycling"),
    ("used-export", "Used exports and unaccounted", 4, "outside"),
    ("uncollected", "Not collected", 4, "loss"),
    ("collected", "Collected", 4, "collection"),
    ("not-dismantled", "Not separated", 5, "loss"),
    ("scrap-export", "Treated outside the Union", 5, "outside"),
    ("feed", "Recyclers in the Union", 5, "recycling"),
    ("untreated", "Without capacity", 6, "loss"),
    ("recovery-loss", "Lost in recovery", 6, "loss"),
    ("scrap-lost", "Manufacturing scrap not recovered", 6, "loss"),
    ("secondary", "Secondary supply", 6, "recycling"),
];

impl MaterialRun {
    /// The flows of a year, by its place; `None` where a line has no value then.
    pub fn sankey(&self, at: usize) -> Option<Sankey> {
        let line = |line: Line| self.line(line).values.get(at).copied().flatten();
        let before = if at == 0 { 0.0 } else { self.line(Line::Stock).values[at - 1]? };
        let growth = line(Line::Stock)? - before;
        let (scrap, scrap_supply) = (line(Line::ManufacturingScrap)?, line(Line::ScrapSupply)?);
        let mut links = vec![
            link(
                "input",
                "undertakings",
                "Material entering the stage",
                line(Line::Consumption)? + scrap,
                "stage-input",
            ),
            link("outside", "use", Line::FromOutside.name(), line(Line::FromOutside)?, Line::FromOutside.id()),
            link("from-stock", "use", "Drawn from stock", (-growth).max(0.0), "stock-drawn"),
            link("use", "in-use", "Growth of the stock", growth.max(0.0), "stock-change"),
            link("manufacturing-scrap", "scrap-lost", "Not recovered", scrap - scrap_supply, "scrap-lost"),
        ];
        for (from, to, of) in [
            ("undertakings", "use", Line::Consumption),
            ("undertakings", "manufacturing-scrap", Line::ManufacturingScrap),
            ("use", "end-of-life", Line::EndOfLife),
            ("end-of-life", "used-export", Line::UsedExport),
            ("end-of-life", "uncollected", Line::Uncollected),
            ("end-of-life", "collected", Line::Collected),
            ("collected", "not-dismantled", Line::NotDismantled),
            ("collected", "scrap-export", Line::ScrapExport),
            ("collected", "feed", Line::Feed),
            ("feed", "untreated", Line::Untreated),
            ("feed", "recovery-loss", Line::RecoveryLoss),
            ("feed", "secondary", Line::Supply),
            ("manufacturing-scrap", "secondary", Line::ScrapSupply),
        ] {
            links.push(link(from, to, of.name(), line(of)?, of.id()));
        }
        links.retain(|link| link.tonnes > 0.0);
        let carries = |id: &str| links.iter().any(|link| link.from == id || link.to == id);
        let nodes = NODES.into_iter().filter(|(id, ..)| carries(id));
        let nodes = nodes.map(|(id, name, column, kind)| Node { id, name, column, kind }).collect();
        Some(Sankey { nodes, links })
    }
}

fn link(from: &'static str, to: &'static str, name: &'static str, tonnes: f64, measure: &'static str) -> Link {
    Link { from, to, name, tonnes, measure }
}
