//! The official import reliance beside the one computed here, and why the two differ.

use adit_facts::package::DEFAULT_EDITION;

use super::{Question, RELIANCE_DIFFERENCE, StageBalance, listed};
use crate::chain::economy::Economy;
use crate::workings::{Input, Workings, ranged};

/// Years that the figures of the edition are means of.
const OFFICIAL_YEARS: &str = "2016 to 2020";

impl Question<'_> {
    /// Lays the official import reliance of the Union beside the one computed here.
    pub(super) fn compare(&self, balance: &mut StageBalance, workings: &mut Workings) {
        if balance.economy != Economy::Union {
            return;
        }
        let official = self.package.import_reliance(DEFAULT_EDITION, self.material, balance.stage);
        balance.official = official;
        let (Some(official), Some(own)) = (official, &balance.reliance) else { return };
        let difference = workings.number(
            format!("chain.ir-difference/{}/EU27", self.key(balance.stage)),
            self.label("import reliance here less the official one", balance),
            own.number - ranged(&official),
            &RELIANCE_DIFFERENCE,
            vec![own.input(), Input::Fact(official)],
        );
        balance.difference = Some(difference);
        balance.differs_by = self.reasons(balance);
    }

    fn reasons(&self, balance: &StageBalance) -> Vec<String> {
        let mut reasons = vec![
            format!("Years: the official figure is the mean of {OFFICIAL_YEARS}, this one is of {}.", self.year),
            format!("Goods counted here: {}; the study chose its own goods and shares.", listed(&balance.codes)),
        ];
        if !balance.uncounted.is_empty() {
            reasons.push(format!(
                "Goods that are left out here because they hold an unknown share: {}.",
                listed(&balance.uncounted)
            ));
        }
        if let Some(form) = &balance.form {
            reasons.push(format!("Production here is {form} from another publisher than the study's."));
        }
        if balance.production.as_ref().is_some_and(|made| made.number.high() > made.number.value * 1.5) {
            reasons.push("The source of production does not name all countries: the Union may make more.".to_owned());
        }
        if let Some(share) = balance.estimated_share.filter(|share| *share > 0.01) {
            let percent = 100.0 * share;
            reasons.push(format!("{percent:.0} % of the traded tonnes are estimated from values."));
        }
        reasons
    }
}
