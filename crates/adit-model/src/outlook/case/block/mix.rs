//! Shares of the technologies in what is put into use.

use super::Block;
use crate::outlook::lanes::Eight;

impl Block<'_, '_> {
    /// Shares of the technologies of a segment, with those that levers set; the others fill the rest.
    pub(super) fn mix(&mut self, s: usize) {
        let (plan, periods) = (&self.compiled.segments[s], self.periods);
        self.shares.clear();
        self.shares.resize(plan.mix.len() * periods, [0.0; 8]);
        for t in 0..periods {
            let mut sum = [0.0; 8];
            for (_, series) in &plan.mix {
                let share = &self.series[series * periods + t];
                for lane in 0..8 {
                    sum[lane] += share[lane];
                }
            }
            for (place, (_, series)) in plan.mix.iter().enumerate() {
                let (share, into) = (&self.series[series * periods + t], &mut self.shares[place * periods + t]);
                for lane in 0..8 {
                    into[lane] = if sum[lane] > 0.0 { share[lane] / sum[lane] } else { 0.0 };
                }
            }
        }
        if plan.mix_set.is_empty() {
            return;
        }
        let base = self.compiled.base();
        let at_base: Vec<Eight> = plan.mix_set.iter().map(|(place, _)| self.shares[place * periods + base]).collect();
        for t in 0..periods {
            if self.compiled.moved[plan.mix_set[0].1].gone[t] > 0.0 || plan.mix_set.len() > 1 {
                self.set_mix(s, t, &at_base);
            }
        }
    }

    fn set_mix(&mut self, s: usize, t: usize, at_base: &[Eight]) {
        let (plan, periods) = (&self.compiled.segments[s], self.periods);
        let mut targets = vec![0.0; plan.mix_set.len()];
        for lane in 0..8 {
            let (mut set, mut unset) = (0.0, 1.0);
            for (((place, moved), base), target) in plan.mix_set.iter().zip(at_base).zip(&mut targets) {
                let moved = &self.compiled.moved[*moved];
                let own = self.shares[place * periods + t][lane];
                let gone = moved.gone[t];
                *target = if gone > 0.0 { base[lane] + (moved.value - base[lane]) * gone } else { own };
                set += *target;
                unset -= own;
            }
            // What the others are scaled by to fill the rest. Without others the technologies set fill everything.
            let others = if unset > 1e-15 { (1.0 - set).max(0.0) / unset } else { 0.0 };
            let own = if unset > 1e-15 { 1.0 } else { 1.0 / set };
            for place in 0..plan.mix.len() {
                let share = &mut self.shares[place * periods + t][lane];
                *share = match plan.mix_set.iter().position(|(of, _)| *of == place) {
                    Some(of) => targets[of] * own,
                    None => *share * others,
                };
            }
        }
    }
}
