//! **What flows to what?** The chain of one material in one year, from the countries that sell it through the stages of
//! the Union into use, and back by recycling.
//!
//! ```text
//! extraction: partners and the Union  ->  processing: the Union  ->  use
//!                                         processing: partners   ->  use
//! what the Union sells leaves it at its stage; what is recycled comes back into processing
//! ```

use adit_facts::{Country, Material, Package, Stage};
use adit_number::{Ranged, Real, Rule};

use super::balance::{Partner, Question, StageBalance};
use super::economy::{Economy, members};
use super::reconcile::ReconcileError;
use super::union_chain::{UnionChain, union_chain};
use crate::problem::Solver;
use crate::workings::{Input, Worked, Workings};

/// What the Union makes and keeps.
pub static KEPT: Rule = Rule {
    id: "chain.kept",
    says: "What the Union makes at a stage and does not sell to third countries, so that it goes on to the next stage; at least nothing, because what is sold may have been bought before",
    formula: "production − exports, at least 0",
    unit: "t",
    source: "The balance of the stage",
};

/// Old scrap that is collected for what is recycled.
pub static SCRAP: Rule = Rule {
    id: "chain.scrap",
    says: "Old scrap that must have come back from use for what is recycled: that over the recovery of recycling",
    formula: "recycled / recovery",
    unit: "t",
    source: "Table yields",
};

/// The rules of this page.
pub const RULES: [&Rule; 5] =
    [&KEPT, &SCRAP, &super::union_chain::RECYCLED, &super::union_chain::LOST, &super::union_chain::UNNAMED];

/// A material's chain in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct ChainBalance {
    /// Material.
    pub material: Material,
    /// Year.
    pub year: u16,
    /// Years for which there is trade or production.
    pub years: Vec<u16>,
    /// What a tonne is a tonne of, where a source of production says so.
    pub form: Option<String>,
    /// Nodes.
    pub nodes: Vec<Node>,
    /// Links.
    pub links: Vec<Link>,
    /// The Union's balances of extraction and processing.
    pub stages: [StageBalance; 2],
    /// The same reconciled along the chain.
    pub union: UnionChain,
    /// What must be said beside the figures.
    pub notes: Vec<String>,
}

/// The column of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// Extraction.
    Extraction,
    /// Processing.
    Processing,
    /// Use in the Union.
    Use,
    /// Sold to third countries.
    Export,
    /// Recycling in the Union.
    Recycling,
}

impl Column {
    /// The id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Extraction => "extraction",
            Self::Processing => "processing",
            Self::Use => "use",
            Self::Export => "export",
            Self::Recycling => "recycling",
        }
    }
}

impl From<Stage> for Column {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Extraction => Self::Extraction,
            Stage::Processing => Self::Processing,
        }
    }
}

/// What stands at a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Who {
    /// A third country.
    Partner(Country),
    /// Third countries that are not listed.
    Others,
    /// The Union.
    Union,
}

/// A node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Node {
    /// Its column.
    pub column: Column,
    /// What stands there.
    pub who: Who,
}

impl Node {
    const fn union(column: Column) -> Self {
        Self { column, who: Who::Union }
    }

    /// The id: `processing/CL`, `use/EU27`, `extraction/other`, `export`.
    pub fn id(self, package: &Package) -> String {
        match (self.column, self.who) {
            (Column::Export, _) => "export".to_owned(),
            (column, Who::Partner(country)) => {
                format!("{}/{}", column.id(), package.vocabulary().country(country).id)
            }
            (column, Who::Others) => format!("{}/other", column.id()),
            (column, Who::Union) => format!("{}/EU27", column.id()),
        }
    }

    /// Whether it is in the Union.
    pub fn is_eu(self) -> bool {
        self.who == Who::Union && self.column != Column::Export
    }
}

/// What a link is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Traded.
    Trade,
    /// Produced in the Union and kept.
    Production,
    /// Recycled.
    Recycling,
    /// Follows from others by an assumption.
    Estimate,
}

impl Kind {
    /// The id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Trade => "trade",
            Self::Production => "production",
            Self::Recycling => "recycling",
            Self::Estimate => "estimate",
        }
    }
}

/// A link.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// From.
    pub from: Node,
    /// To.
    pub to: Node,
    /// Contained tonnes.
    pub tonnes: Worked,
    /// What it is.
    pub kind: Kind,
}

/// The chain of a material in a year.
pub fn chain(
    package: &Package,
    material: Material,
    year: u16,
    solver: &dyn Solver,
    workings: &mut Workings,
) -> Result<ChainBalance, ReconcileError> {
    let members = members(package);
    let question = Question { package, members: &members, material, year };
    let stages = Stage::ALL.map(|stage| question.balance(Economy::Union, stage, workings));
    let [extraction, processing] = &stages;
    let union = union_chain(&question, solver, extraction, processing, workings)?;
    let mut drawing = Drawing { question: &question, links: Vec::new() };
    let into = [Node::union(Column::Processing), Node::union(Column::Use)];
    for (balance, next) in stages.iter().zip(into) {
        drawing.partners(balance, next);
        drawing.own(balance, next, workings);
    }
    drawing.recycling(workings);
    let links = drawing.links;
    let mut nodes: Vec<Node> = links.iter().flat_map(|link| [link.from, link.to]).collect();
    nodes.sort_unstable();
    nodes.dedup();
    let form = stages.iter().find_map(|balance| balance.form.clone());
    let notes = notes(&stages);
    Ok(ChainBalance { material, year, years: years(package, material), form, nodes, links, stages, union, notes })
}

/// The years for which there is anything to say of a material.
pub fn years(package: &Package, material: Material) -> Vec<u16> {
    let traded = !package.trade_codes_of(material).is_empty();
    let trade = package.trade().years().iter().copied().filter(|_| traded);
    let made = Stage::ALL.into_iter().flat_map(|stage| package.production_years(material, stage));
    let mut years: Vec<u16> = trade.chain(made).collect();
    years.sort_unstable();
    years.dedup();
    years
}

struct Drawing<'a> {
    question: &'a Question<'a>,
    links: Vec<Link>,
}

impl Drawing<'_> {
    /// What third countries sell to the Union enters its next stage.
    fn partners(&mut self, balance: &StageBalance, next: Node) {
        for Partner { country, tonnes, .. } in &balance.partners {
            let who = country.map_or(Who::Others, Who::Partner);
            let from = Node { column: balance.stage.into(), who };
            self.links.push(Link { from, to: next, tonnes: tonnes.clone(), kind: Kind::Trade });
        }
    }

    /// What the Union makes goes on to its next stage or leaves it.
    fn own(&mut self, balance: &StageBalance, next: Node, workings: &mut Workings) {
        let from = Node::union(balance.stage.into());
        if let Some(made) = &balance.production {
            let sold = balance.exports.as_ref();
            let number = (made.number - sold.map_or(Ranged::point(0.0), |sold| sold.number)).larger(Ranged::point(0.0));
            let key = format!("{}/{}/{}", self.material(), balance.stage, self.question.year);
            let inputs = std::iter::once(made.input()).chain(sold.map(Input::from)).collect();
            let label = format!("{}: what the Union keeps, {}, {}", self.material(), balance.stage, self.question.year);
            let kept = workings.number(format!("chain.kept/{key}"), label, number, &KEPT, inputs);
            if sold.is_none() {
                workings.note(&kept, "What is sold to third countries is not known and not taken off.");
            }
            self.links.push(Link { from, to: next, tonnes: kept, kind: Kind::Production });
        }
        if let Some(sold) = &balance.exports {
            let to = Node::union(Column::Export);
            self.links.push(Link { from, to, tonnes: sold.clone(), kind: Kind::Trade });
        }
    }

    fn material(&self) -> &str {
        &self.question.package.vocabulary().material(self.question.material).id
    }

    /// What comes back by recycling, and the old scrap that it takes.
    fn recycling(&mut self, workings: &mut Workings) {
        let id = format!("chain.recycled/{}/{}", self.material(), self.question.year);
        let Some(number) = workings.get(&id).map(|working| working.number) else { return };
        let recycled = Worked { id, number };
        let again = Node::union(Column::Recycling);
        let recovery = self.question.package.recovery(
            self.question.material,
            adit_facts::chain::ChainStage::Recycling,
            adit_facts::chain::ChainStage::Processing,
        );
        if let Some(recovery) = recovery.filter(|recovery| recovery.recovery.number.value > 0.0) {
            let share = recovery.recovery.number;
            let end = |fact: Option<adit_facts::study::Datum>| fact.map_or(share.value, |fact| fact.number.value);
            let ranged = Ranged::new(share.value, end(recovery.low), end(recovery.high));
            let facts = [Some(recovery.recovery), recovery.low, recovery.high];
            let scrap = workings.number(
                format!("chain.scrap/{}/{}", self.material(), self.question.year),
                format!("{}: old scrap collected for recycling, {}", self.material(), self.question.year),
                number / ranged,
                &SCRAP,
                std::iter::once(recycled.input()).chain(facts.into_iter().flatten().map(Input::Fact)).collect(),
            );
            self.links.push(Link { from: Node::union(Column::Use), to: again, tonnes: scrap, kind: Kind::Estimate });
        }
        let to = Node::union(Column::Processing);
        self.links.push(Link { from: again, to, tonnes: recycled, kind: Kind::Recycling });
    }
}

fn notes(stages: &[StageBalance; 2]) -> Vec<String> {
    let mut notes = vec![
        "Trade data name the country of dispatch, not of origin.".to_owned(),
        "Changes of stocks are not known and not in any balance.".to_owned(),
    ];
    let estimated = stages.iter().filter_map(|balance| Some((balance.stage, balance.estimated_share?)));
    for (stage, share) in estimated.filter(|(_, share)| *share >= 0.0005) {
        notes.push(format!(
            "{stage}: {:.1} % of the traded tonnes are estimated from values, because the flow has no weight.",
            100.0 * share
        ));
    }
    notes
}
