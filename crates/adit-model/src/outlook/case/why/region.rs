//! The estimate for a region: its share, and the lines of the Union times it.

use adit_number::Ranged;

use crate::outlook::case::lines::Line;
use crate::outlook::case::model::CaseModel;
use crate::outlook::case::regional::{RegionalPlace, RegionalRun};
use crate::outlook::case::results::LineRun;
use crate::outlook::case::rules;
use crate::workings::{Input, Worked, Workings};

impl RegionalRun {
    /// How ids name the region, or the regions together: `FI1D`, `FI1D+FI19`.
    pub fn path(&self) -> String {
        let codes: Vec<&str> = self.own.iter().map(|place| place.code.as_str()).collect();
        codes.join("+")
    }

    /// How ids name the region with its neighbours: `FI1D~300km`.
    pub fn near_path(&self) -> String {
        format!("{}~{}km", self.path(), self.within_km)
    }
}

impl CaseModel {
    /// Writes the estimate for a region at a year beside the central numbers, which must be written already:
    /// `outlook.LINE/CASE/MATERIAL/YEAR/REGION`, `outlook.region-share/CASE/REGION`.
    pub fn write_regional(&self, run: &RegionalRun, year: u16, out: &mut Workings) {
        let Ok(t) = self.at(year) else { return };
        let own: Vec<Worked> = run.own.iter().map(|place| self.share(place, out)).collect();
        let neighbours: Vec<Worked> = run.neighbours.iter().map(|place| self.share(place, out)).collect();
        let whole = self.together(&run.path(), &own, out);
        let near: Vec<Worked> = own.iter().chain(&neighbours).cloned().collect();
        let near = self.together(&run.near_path(), &near, out);
        for material in &run.materials {
            for (lines, share, region) in
                [(&material.own, &whole, run.path()), (&material.near, &near, run.near_path())]
            {
                for line in lines {
                    self.line_of(line, t, &material.id, share, &region, out);
                }
            }
            let Some(capacity) = material.capacity[t] else { continue };
            let facts = material.recyclers.iter().filter_map(|of| of.tonnes.map(Input::Fact)).collect();
            let id = format!("outlook.region-capacity/{}/{}/{year}/{}", self.facts.id, material.id, run.path());
            let label = format!("Capacity of recyclers in {}, {}, {year}", run.path(), material.id);
            let number = out.number(id, label, Ranged::point(capacity), &rules::REGION_CAPACITY, facts);
            out.note(&number, "Of projects what counts at the end of the year: probability, delay and ramp-up as in `adit benchmarks`.");
        }
    }

    fn share(&self, place: &RegionalPlace, out: &mut Workings) -> Worked {
        let facts = place.figure.iter().chain(&place.union).map(|fact| Input::Fact(*fact)).collect();
        let id = format!("outlook.region-share/{}/{}", self.facts.id, place.code);
        let label = format!("Share of {} in the Union by {}, {}", place.name, self.facts.regional_by.id(), place.year);
        out.number(id, label, Ranged::point(place.share), &rules::REGION_SHARE, facts)
    }

    /// Several shares together; a single one is itself.
    fn together(&self, path: &str, shares: &[Worked], out: &mut Workings) -> Worked {
        let id = format!("outlook.region-share/{}/{path}", self.facts.id);
        if let [one] = shares
            && one.id == id
        {
            return one.clone();
        }
        let sum = shares.iter().map(Worked::value).sum();
        let inputs = shares.iter().map(Worked::input).collect();
        out.number(id, format!("Share of {path} in the Union"), Ranged::point(sum), &rules::REGION_SHARE, inputs)
    }

    fn line_of(
        &self,
        line: &LineRun<Line>,
        t: usize,
        material: &str,
        share: &Worked,
        region: &str,
        out: &mut Workings,
    ) {
        let Some(value) = line.values[t] else { return };
        let year = self.facts.first_year + u16::try_from(t).unwrap_or_default();
        let union = format!("outlook.{}/{}/{material}/{year}", line.line.id(), self.facts.id);
        let label = format!("{}, {material}, {year}, {region}: an estimate", line.line.name());
        let inputs = vec![Input::Number(union.clone()), share.input()];
        out.number(format!("{union}/{region}"), label, Ranged::point(value), &rules::REGIONAL, inputs);
    }
}
