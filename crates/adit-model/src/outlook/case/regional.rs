//! **What comes back in a region and near it, and who could recycle it there?** An estimate: the region has its share of
//! the Union's products in use, of every age, by population or gross domestic product.

use adit_facts::chain::{ChainStage, Region, RegionalTable};
use adit_facts::outlook::cases::RegionalBy;
use adit_facts::study::Datum;
use adit_facts::{Material, Package};

use super::error::CaseError;
use super::lines::Line;
use super::model::{CaseModel, MaterialModel};
use super::results::{CaseRun, LineRun, MaterialRun};
use crate::chain::region::{Presence, presences};

/// How far a neighbour may be unless said otherwise, kilometres between centre points.
pub const WITHIN_KM: f64 = 300.0;

/// Neighbours that are counted in any case, however far: in the north the next region may lie beyond any distance.
const AT_LEAST: usize = 3;

/// The lines of a region itself.
pub const OWN_LINES: [Line; 4] = [Line::Stock, Line::EndOfLife, Line::Feed, Line::Potential];

/// The lines of a region together with its neighbours.
pub const NEAR_LINES: [Line; 2] = [Line::Feed, Line::Potential];

/// The estimate for a region.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionalRun {
    /// What the share is estimated by.
    pub by: RegionalBy,
    /// How far a neighbour may be, kilometres between centre points.
    pub within_km: f64,
    /// The region, or the regions asked about together, nearest first and with a distance of 0.
    pub own: Vec<RegionalPlace>,
    /// Its neighbours in the Union, nearest first.
    pub neighbours: Vec<RegionalPlace>,
    /// By material.
    pub materials: Vec<RegionalMaterial>,
    /// What must be said.
    pub notes: Vec<String>,
}

/// A region with its share of the Union.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionalPlace {
    /// NUTS code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Kilometres between centre points.
    pub km: f64,
    /// Its share of the Union.
    pub share: f64,
    /// Its own figure: the facts that add up to it.
    pub figure: Vec<Datum>,
    /// Year of the figure.
    pub year: u16,
    /// The Union's figure of that year: the facts of the member states.
    pub union: Vec<Datum>,
}

/// A material in a region.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionalMaterial {
    /// Which.
    pub material: Material,
    /// Its id.
    pub id: String,
    /// [`OWN_LINES`] of the region.
    pub own: Vec<LineRun<Line>>,
    /// [`NEAR_LINES`] of the region with its neighbours.
    pub near: Vec<LineRun<Line>>,
    /// Capacity of the recyclers in the region at each year, tonnes; `None` where none is listed with tonnes.
    pub capacity: Vec<Option<f64>>,
    /// Recyclers and projects in the region, with or without tonnes.
    pub recyclers: Vec<Recycler>,
}

/// A recycler in a region.
#[derive(Debug, Clone, PartialEq)]
pub struct Recycler {
    /// Id of the site or project.
    pub id: String,
    /// Name.
    pub name: String,
    /// A project, not a standing site.
    pub planned: bool,
    /// Whether a source says its tonnes.
    pub has_tonnes: bool,
    /// The fact of its tonnes.
    pub tonnes: Option<Datum>,
}

impl CaseModel {
    /// The estimate for a region, or for several together.
    ///
    /// # Errors
    /// [`CaseError::Region`] where a figure of the region or of a member state is missing.
    pub fn regional(
        &self,
        package: &Package,
        run: &CaseRun,
        regions: &[&Region],
        within_km: f64,
    ) -> Result<RegionalRun, CaseError> {
        if !(within_km.is_finite() && within_km >= 0.0) {
            return Err(CaseError::Region(format!("{within_km} is no distance; give kilometres from 0 on")));
        }
        let shares = Shares::of(package, self.facts.regional_by);
        let own = regions.iter().map(|region| shares.place(region, 0.0)).collect::<Result<Vec<_>, _>>()?;
        let (neighbours, without) = shares.neighbours(regions, within_km);
        let all = presences(package);
        let of = |m: &MaterialRun| {
            let model = self.materials.iter().find(|of| of.material == m.material)?;
            Some(material(self, model, m, regions, &own, &neighbours, &all))
        };
        let materials = run.materials.iter().filter_map(of).collect();
        let by = match self.facts.regional_by {
            RegionalBy::Population => "population",
            RegionalBy::Gdp => "gross domestic product",
        };
        let mut notes = vec![format!(
            "An estimate: the region is taken to have its share of the Union's {by} in the products in use, of every \
             age. No register of products by region stands behind it."
        )];
        if !without.is_empty() {
            notes.push(format!("Neighbours without a figure of {by} are left out: {}.", without.join(", ")));
        }
        Ok(RegionalRun { by: self.facts.regional_by, within_km, own, neighbours, materials, notes })
    }
}

/// The shares of regions in the Union.
struct Shares<'p> {
    package: &'p Package,
    table: RegionalTable<'static>,
    members: Vec<&'p Region>,
}

impl<'p> Shares<'p> {
    fn of(package: &'p Package, by: RegionalBy) -> Self {
        let table = match by {
            RegionalBy::Population => RegionalTable::Population,
            RegionalBy::Gdp => RegionalTable::Gdp,
        };
        let in_union = |region: &&Region| package.vocabulary().country(region.country).in_eu27();
        Self { package, table, members: package.regions().of_level(0).filter(in_union).collect() }
    }

    /// A region with its share: its latest figure over the sum of the member states in the same year.
    fn place(&self, region: &Region, km: f64) -> Result<RegionalPlace, CaseError> {
        if !self.package.vocabulary().country(region.country).in_eu27() {
            let says =
                format!("{} is not in the Union, whose stock a case follows; ask about a region of it", region.code);
            return Err(CaseError::Region(says));
        }
        let figure = self.package.regional(self.table, &region.code).map_err(|gap| CaseError::Region(gap.says))?;
        let mut union = Vec::new();
        for member in &self.members {
            let of = self.package.regional_in(self.table, &member.code, figure.year).ok_or_else(|| {
                let (table, year) = (self.table.table(), figure.year);
                CaseError::Region(format!(
                    "{table} has no figure of {} in {year}, so the Union's is unknown",
                    member.code
                ))
            })?;
            union.extend(of.parts);
        }
        let whole: f64 = union.iter().map(|part| part.number.value).sum();
        Ok(RegionalPlace {
            code: region.code.clone(),
            name: region.name_latin.clone(),
            km,
            share: figure.value() / whole,
            year: figure.year,
            figure: figure.parts,
            union,
        })
    }

    /// The regions of the same level in the Union whose centres lie near (at least [`AT_LEAST`]), nearest first, and
    /// those without a figure.
    fn neighbours(&self, own: &[&Region], within_km: f64) -> (Vec<RegionalPlace>, Vec<String>) {
        let regions = self.package.regions();
        let level = own.first().map_or(2, |region| region.level);
        let mut near: Vec<(f64, &Region)> = regions
            .of_level(level)
            .filter(|region| self.package.vocabulary().country(region.country).in_eu27())
            .filter(|region| !own.iter().any(|of| of.code == region.code))
            .filter_map(|region| {
                let far = own.iter().map(|of| of.centre.distance_km(region.centre)).reduce(f64::min)?;
                Some((far, region))
            })
            .collect();
        near.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.code.cmp(&b.1.code)));
        near.truncate(near.iter().filter(|(far, _)| *far <= within_km).count().max(AT_LEAST));
        let (mut places, mut without) = (Vec::new(), Vec::new());
        for (km, region) in near {
            match self.place(region, km) {
                Ok(place) => places.push(place),
                Err(_) => without.push(region.code.clone()),
            }
        }
        (places, without)
    }
}

fn material(
    case: &CaseModel,
    model: &MaterialModel,
    run: &MaterialRun,
    regions: &[&Region],
    own: &[RegionalPlace],
    neighbours: &[RegionalPlace],
    all: &[Presence],
) -> RegionalMaterial {
    let share: f64 = own.iter().map(|place| place.share).sum();
    let near: f64 = own.iter().chain(neighbours).map(|place| place.share).sum();
    let there: Vec<&Presence> = all
        .iter()
        .filter(|presence| presence.stage == Some(ChainStage::Recycling))
        .filter(|presence| !matches!(presence.status.as_str(), "closed" | "cancelled"))
        .filter(|presence| counts_for(model, presence.material))
        .filter(|presence| regions.iter().any(|region| presence.lies_in(region)))
        .collect();
    RegionalMaterial {
        material: run.material,
        id: run.id.clone(),
        own: OWN_LINES.map(|line| times(run.line(line), share)).to_vec(),
        near: NEAR_LINES.map(|line| times(run.line(line), near)).to_vec(),
        capacity: case.years().map(|year| capacity(model, &there, year)).collect(),
        recyclers: there
            .iter()
            .map(|presence| Recycler {
                id: presence.id.clone(),
                name: presence.name.clone(),
                planned: presence.planned,
                has_tonnes: presence.tonnes.is_some(),
                tonnes: presence.tonnes,
            })
            .collect(),
    }
}

/// Whether a recycler of a material counts: of this one, or of the group that it belongs to.
fn counts_for(model: &MaterialModel, material: Material) -> bool {
    let group = model.entry.as_ref().map(|entry| entry.entry.material);
    material == model.material || Some(material) == group
}

/// What the recyclers can take at the end of a year: those that stand, and what counts of the projects.
fn capacity(model: &MaterialModel, there: &[&Presence], year: u16) -> Option<f64> {
    let with_tonnes = there.iter().filter(|presence| presence.tonnes.is_some());
    let steps = model.capacity.iter().flat_map(|capacity| &capacity.stage.steps);
    let plans: Vec<_> = steps.flat_map(|step| &step.plans).collect();
    let tonnes = with_tonnes.map(|presence| {
        let plan = plans.iter().find(|plan| presence.planned && plan.project == presence.id);
        let standing = presence.tonnes.filter(|_| !presence.planned && presence.status == "operating");
        plan.map_or(standing.map_or(0.0, |tonnes| tonnes.number.value), |plan| plan.counted(year).value)
    });
    tonnes.reduce(|sum, one| sum + one)
}

/// A line of the Union times a share.
fn times(line: &LineRun<Line>, share: f64) -> LineRun<Line> {
    let scaled = |band: &Option<adit_number::Band>| {
        band.map(|band| adit_number::Band {
            p05: band.p05 * share,
            p25: band.p25 * share,
            p50: band.p50 * share,
            p75: band.p75 * share,
            p95: band.p95 * share,
            mean: band.mean * share,
        })
    };
    LineRun {
        line: line.line,
        values: line.values.iter().map(|value| value.map(|value| value * share)).collect(),
        bands: line.bands.as_ref().map(|bands| bands.iter().map(scaled).collect()),
    }
}
