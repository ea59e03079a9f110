//! A choice with the activity of every row, so that a move costs only the rows that it touches.

use super::super::candidates::Portfolio;
use super::super::programme::{Programme, RowOf};
use super::whole;

/// What one course of a candidate adds.
#[derive(Debug, Clone, Default)]
struct Move {
    /// To the objective, always to be made large.
    worth: f64,
    /// To rows: row and amount.
    rows: Vec<(u32, f64)>,
    /// To points: place and amount.
    points: Vec<(u32, f64)>,
    /// Whether it can be chosen at all.
    open: bool,
}

/// A row that is not a row of points.
#[derive(Debug, Clone, Copy)]
struct Side {
    lower: f64,
    upper: f64,
    /// What a violation is measured in.
    scale: f64,
    /// A share: what one candidate breaks, others mend, so that a first candidate always breaks it.
    share: bool,
}

/// Points of a benchmark in a year.
#[derive(Debug, Clone)]
struct Points {
    room: f64,
    worth: f64,
    rows: Vec<(u32, f64)>,
}

/// A choice that was kept.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    /// Course of each candidate.
    pub chosen: Vec<Option<usize>>,
    /// Whether it meets all rows.
    pub feasible: bool,
    violation: f64,
    worth: f64,
}

/// A choice under way.
pub(super) struct State {
    moves: Vec<Vec<Move>>,
    sides: Vec<Side>,
    points: Vec<Points>,
    chosen: Vec<Option<usize>>,
    activity: Vec<f64>,
    added: Vec<f64>,
    worth: f64,
}

/// Rows may be missed by this much, in units of their scale.
const TOLERANCE: f64 = 1e-9;

/// How many more than the best the search may lose before it goes back, as a share of the best.
const CLOSE: f64 = 0.03;

impl State {
    /// Nothing chosen.
    pub fn new(portfolio: &Portfolio, programme: &Programme) -> Self {
        let mixed = &programme.mixed;
        let sign = -mixed.sense.sign();
        // Columns to moves and points.
        let mut of_column: Vec<Vec<(usize, usize, f64)>> = vec![Vec::new(); mixed.columns.len()];
        let mut moves: Vec<Vec<Move>> = Vec::with_capacity(portfolio.candidates.len());
        for (at, candidate) in portfolio.candidates.iter().enumerate() {
            let mut all = vec![Move::default(); candidate.courses.len()];
            for (course, one) in all.iter_mut().enumerate() {
                let chosen = programme.chosen[at][course];
                one.open = mixed.columns[chosen].upper > 0.5;
                one.worth = sign * mixed.columns[chosen].cost;
                of_column[chosen].push((at, course, 1.0));
                let sized = programme.sized[at][course];
                if sized != chosen {
                    one.worth += sign * mixed.columns[sized].cost * candidate.most;
                    of_column[sized].push((at, course, candidate.most));
                }
            }
            moves.push(all);
        }
        let mut point_of = vec![None; mixed.columns.len()];
        let mut points = Vec::new();
        for column in programme.points.iter().flatten().flatten() {
            point_of[*column] = Some(points.len());
            let of = &mixed.columns[*column];
            points.push(Points { room: of.upper, worth: sign * of.cost, rows: Vec::new() });
        }
        let mut sides = Vec::new();
        for (row, of) in mixed.rows.iter().zip(&programme.rows) {
            match of {
                RowOf::Points { .. } => {
                    let Some(place) = row.terms.iter().find_map(|(column, _)| point_of[*column]) else { continue };
                    for &(column, factor) in &row.terms {
                        for &(at, course, times) in &of_column[column] {
                            moves[at][course].points.push((small(place), factor * times));
                        }
                    }
                }
                RowOf::Limit(_) | RowOf::Extra => {
                    let place = small(sides.len());
                    for &(column, factor) in &row.terms {
                        if let Some(point) = point_of[column] {
                            points[point].rows.push((place, factor));
                        }
                        for &(at, course, times) in &of_column[column] {
                            moves[at][course].rows.push((place, factor * times));
                        }
                    }
                    let bounds = [row.lower, row.upper].into_iter().filter(|bound| bound.is_finite());
                    let largest = row.terms.iter().fold(0.0f64, |most, (_, factor)| most.max(factor.abs()));
                    let scale = bounds.fold(largest, |most, bound| most.max(bound.abs())).max(1e-9);
                    let share = row.upper == 0.0 && row.terms.iter().any(|(_, factor)| *factor < 0.0);
                    sides.push(Side { lower: row.lower, upper: row.upper, scale, share });
                }
                RowOf::Once(_) | RowOf::Size(_) | RowOf::Cut => {}
            }
        }
        let chosen = vec![None; moves.len()];
        Self {
            activity: vec![0.0; sides.len()],
            added: vec![0.0; points.len()],
            moves,
            sides,
            points,
            chosen,
            worth: 0.0,
        }
    }

    /// Chooses and unchooses until exactly these are chosen; what is not open is left out.
    pub fn take(&mut self, wanted: &[(usize, usize)]) {
        for at in 0..self.chosen.len() {
            self.set(at, None);
        }
        for &(at, course) in wanted {
            if self.moves.get(at).and_then(|courses| courses.get(course)).is_some_and(|one| one.open) {
                self.set(at, Some(course));
            }
        }
    }

    /// Sets the course of a candidate.
    fn set(&mut self, at: usize, course: Option<usize>) {
        if self.chosen[at] == course {
            return;
        }
        for (which, sign) in [(self.chosen[at], -1.0), (course, 1.0)] {
            let Some(which) = which else { continue };
            let one = &self.moves[at][which];
            self.worth += sign * one.worth;
            for &(row, amount) in &one.rows {
                self.activity[row as usize] += sign * amount;
            }
            for &(place, amount) in &one.points {
                let points = &self.points[place as usize];
                let added = &mut self.added[place as usize];
                let before = added.clamp(0.0, points.room);
                *added += sign * amount;
                let change = added.clamp(0.0, points.room) - before;
                self.worth += points.worth * change;
                for &(row, factor) in &points.rows {
                    self.activity[row as usize] += factor * change;
                }
            }
        }
        self.chosen[at] = course;
    }

    fn missed(side: Side, activity: f64) -> f64 {
        let missed = (side.lower - activity).max(activity - side.upper).max(0.0) / side.scale;
        if missed <= TOLERANCE { 0.0 } else { missed }
    }

    fn violation(&self) -> f64 {
        self.sides.iter().zip(&self.activity).map(|(side, activity)| Self::missed(*side, *activity)).sum()
    }

    /// What a move changes: violation and worth, and the largest part of a row's slack that it takes. Shares are looked
    /// at only where they are strict.
    fn change(&self, one: &Move, strict: bool) -> (f64, f64, f64) {
        let (mut violation, mut worth, mut taken) = (0.0, one.worth, 0.0f64);
        for &(row, amount) in &one.rows {
            let (side, activity) = (self.sides[row as usize], self.activity[row as usize]);
            if side.share && !strict {
                continue;
            }
            violation += Self::missed(side, activity + amount) - Self::missed(side, activity);
            if amount > 0.0 && side.upper.is_finite() {
                taken = taken.max(amount / (side.upper - activity).max(1e-9 * side.scale));
            }
        }
        for &(place, amount) in &one.points {
            let (points, added) = (&self.points[place as usize], self.added[place as usize]);
            let change = (added + amount).clamp(0.0, points.room) - added.clamp(0.0, points.room);
            worth += points.worth * change;
            for &(row, factor) in &points.rows {
                let (side, activity) = (self.sides[row as usize], self.activity[row as usize]);
                violation += Self::missed(side, activity + factor * change) - Self::missed(side, activity);
            }
        }
        (violation, worth, taken)
    }

    /// Takes out candidates until no row is missed that taking out can mend.
    pub fn repair(&mut self) {
        loop {
            let now = self.violation();
            if now <= 0.0 {
                return;
            }
            let mut best: Option<(f64, usize)> = None;
            for at in 0..self.chosen.len() {
                let Some(course) = self.chosen[at] else { continue };
                self.set(at, None);
                let after = self.violation();
                self.set(at, Some(course));
                if after < now - TOLERANCE && best.is_none_or(|(least, _)| after < least) {
                    best = Some((after, at));
                }
            }
            let Some((_, at)) = best else { return };
            self.set(at, None);
        }
    }

    /// Adds candidates as long as one mends a row or is worth something and breaks none: those that mend first, then the
    /// largest worth for the part of the scarcest row that it takes. Draws shake the order. Where shares are not strict,
    /// they may be broken; [`State::repair`] mends them after it.
    pub fn fill(&mut self, draw: Option<&dyn Fn(u64) -> f64>, strict: bool) {
        let shake: Vec<f64> = match draw {
            Some(draw) => (0..self.chosen.len()).map(|at| 0.6 + 0.8 * draw(1_000 + at as u64)).collect(),
            None => vec![1.0; self.chosen.len()],
        };
        // What was not worth it once is not worth it in a fuller choice, unless it mends: points only fill up.
        let mut dead: Vec<bool> = self.chosen.iter().map(Option::is_some).collect();
        let mut broken = self.violation() > 0.0;
        loop {
            let mut best: Option<(f64, usize, usize)> = None;
            for at in 0..self.chosen.len() {
                if dead[at] {
                    continue;
                }
                let mut alive = false;
                for (course, one) in self.moves[at].iter().enumerate().filter(|(_, one)| one.open) {
                    let (violation, worth, taken) = self.change(one, strict);
                    if violation > TOLERANCE {
                        continue;
                    }
                    let mends = violation < -TOLERANCE;
                    if !mends && worth <= 0.0 {
                        alive |= broken;
                        continue;
                    }
                    alive = true;
                    let score = if mends { 1e12 * -violation } else { shake[at] * worth / (0.02 + taken) };
                    if best.is_none_or(|(most, ..)| score > most) {
                        best = Some((score, at, course));
                    }
                }
                dead[at] = !alive && !broken;
            }
            let Some((_, at, course)) = best else { return };
            self.set(at, Some(course));
            dead[at] = true;
            broken = self.violation() > 0.0;
        }
    }

    /// Takes out a few of the chosen.
    pub fn destroy(&mut self, count: usize, draw: &dyn Fn(u64) -> f64) {
        for which in 0..count as u64 {
            let chosen: Vec<usize> = (0..self.chosen.len()).filter(|at| self.chosen[*at].is_some()).collect();
            if chosen.is_empty() {
                return;
            }
            let at = chosen[whole(draw(10 + which), chosen.len())];
            self.set(at, None);
        }
    }

    /// The choice as it is.
    pub fn snapshot(&self) -> Kept {
        let violation = self.violation();
        Kept { chosen: self.chosen.clone(), feasible: violation <= 0.0, violation, worth: self.worth }
    }

    /// Whether the choice is better than a kept one: nearer to meeting all rows, then worth more.
    pub fn better_than(&self, kept: &Kept) -> bool {
        let violation = self.violation();
        let level = violation - kept.violation;
        if level.abs() > TOLERANCE { level < 0.0 } else { self.worth > kept.worth + 1e-9 * kept.worth.abs().max(1e-9) }
    }

    /// Whether the choice is not much worse than a kept one.
    pub fn close_to(&self, kept: &Kept) -> bool {
        self.violation() <= kept.violation + TOLERANCE && self.worth >= kept.worth - CLOSE * kept.worth.abs()
    }

    /// Goes back to a kept choice.
    pub fn restore(&mut self, kept: &Kept) {
        for at in 0..self.chosen.len() {
            self.set(at, kept.chosen[at]);
        }
    }
}

/// An index in half the room.
fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
