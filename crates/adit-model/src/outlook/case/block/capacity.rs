//! Recycling capacity at each period: as the case states it, as the Chain room draws it, or a group's shared out.

use std::array::from_fn;

use super::Block;
use crate::outlook::case::lines::Line;
use crate::outlook::lanes::Eight;

impl Block<'_, '_> {
    /// Recycling capacity: of the case, or of the Chain room; NaN where it is unknown.
    pub(super) fn capacity(&mut self, at: usize, random: Option<&[Eight]>) {
        let (compiled, periods) = (self.compiled, self.periods);
        let plan = &compiled.capacities[at];
        let from = self.from(at, Line::Capacity);
        if let Some(own) = plan.own {
            let own = &self.series[own * periods..(own + 1) * periods];
            for t in 0..periods {
                self.lines[from + t] = later(own, t, compiled.base(), compiled.delay);
            }
        } else if let Some(chain) = &plan.chain {
            let m = compiled.materials[at];
            let drawn = random.zip(self.inputs.recyclers[m]).zip(compiled.model.materials[m].capacity.as_ref());
            for lane in 0..8 {
                if let Some(((random, first), model)) = drawn {
                    let own: Vec<f64> = random[first..].iter().take(model.numbers()).map(|u| u[lane]).collect();
                    model.drawn(&own, &compiled.years, compiled.delay, &mut self.capacity_draw);
                }
                for (t, central) in chain.iter().enumerate() {
                    let drawn = if drawn.is_some() { Some(self.capacity_draw[t]) } else { *central };
                    self.lines[from + t][lane] = central.and(drawn).unwrap_or(f64::NAN);
                }
            }
        } else {
            self.lines[from..from + periods].fill([f64::NAN; 8]);
        }
        for (row, times) in self.lines[from..from + periods].iter_mut().zip(&plan.times) {
            *row = row.map(|tonnes| tonnes * times);
        }
        if !plan.shared_by.is_empty() {
            self.share_capacity(at);
        }
    }

    /// The part of a group's capacity that a material has: in proportion to what would come back of each.
    fn share_capacity(&mut self, at: usize) {
        let sharers = &self.compiled.capacities[at].shared_by;
        let own = self.from(at, Line::Capacity);
        for t in 0..self.periods {
            for lane in 0..8 {
                let potential = |of: usize| self.lines[self.from(of, Line::Potential) + t][lane];
                let all: f64 = sharers.iter().map(|of| potential(*of)).sum();
                let part = if all > 0.0 { potential(at) / all } else { 0.0 };
                self.lines[own + t][lane] *= part;
            }
        }
    }
}

/// A series that comes some years later from the base year on: that of the time so many years before, in a straight
/// line between years, but not of before the base year.
fn later(series: &[Eight], t: usize, base: usize, delay: f64) -> Eight {
    if t <= base || delay == 0.0 {
        return series[t];
    }
    let (mut at, mut left) = (t, delay);
    while at > base && left >= 1.0 {
        at -= 1;
        left -= 1.0;
    }
    if at == base {
        return series[base];
    }
    from_fn(|lane| series[at][lane] + (series[at - 1][lane] - series[at][lane]) * left)
}
