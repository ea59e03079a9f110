//! Periods, named by the year in which they end, and the moment at which an inflow comes.

use super::error::OutlookError;

/// More periods than this are refused: cohorts cost their square.
pub const MOST_PERIODS: usize = 10_000;

/// The moment of its period at which an inflow comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum InflowAt {
    /// At its start: a cohort is a whole period old when its period ends.
    Start,
    /// In its middle: half a period.
    Middle,
    /// At its end: age 0.
    #[default]
    End,
}

impl InflowAt {
    /// All, in the order of time.
    pub const ALL: [Self; 3] = [Self::Start, Self::Middle, Self::End];

    /// As model files and results name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }

    /// The one of that name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|at| at.name() == name)
    }

    /// Share of a cohort's own period that lies between its entry and the end of that period.
    pub fn part_of_own_period(self) -> f64 {
        match self {
            Self::Start => 1.0,
            Self::Middle => 0.5,
            Self::End => 0.0,
        }
    }
}

/// The periods of an outlook. Period `t` ends with year `years()[t]` and lasts `steps()[t]` years.
#[derive(Debug, Clone, PartialEq)]
pub struct Periods {
    years: Vec<i32>,
    steps: Vec<f64>,
    inflow_at: InflowAt,
}

impl Periods {
    /// Periods that end with the given years. The first lasts `first_step` years; without it as long as the second, or
    /// one year where there is no second.
    ///
    /// # Errors
    /// No years, more than [`MOST_PERIODS`], years that do not rise, a first step that is not a finite number above 0.
    pub fn new(years: Vec<i32>, first_step: Option<f64>, inflow_at: InflowAt) -> Result<Self, OutlookError> {
        if years.is_empty() {
            return Err(OutlookError::NoYears);
        }
        if years.len() > MOST_PERIODS {
            return Err(OutlookError::TooManyPeriods(years.len()));
        }
        let mut steps = vec![0.0; 1];
        for pair in years.windows(2) {
            if pair[1] <= pair[0] {
                return Err(OutlookError::YearsNotRising { year: pair[0], next: pair[1] });
            }
            steps.push(f64::from(pair[1]) - f64::from(pair[0]));
        }
        steps[0] = first_step.unwrap_or_else(|| steps.get(1).copied().unwrap_or(1.0));
        if !(steps[0].is_finite() && steps[0] > 0.0) {
            let hint = "give the years that the first period lasts, above 0";
            return Err(OutlookError::NotSensible { what: "first_step", value: steps[0], hint });
        }
        Ok(Self { years, steps, inflow_at })
    }

    /// Every year from `first` to `last`, both included.
    ///
    /// # Errors
    /// As [`Periods::new`].
    pub fn yearly(first: i32, last: i32, inflow_at: InflowAt) -> Result<Self, OutlookError> {
        let wanted = usize::try_from(i64::from(last) - i64::from(first) + 1).unwrap_or(0);
        if wanted > MOST_PERIODS {
            return Err(OutlookError::TooManyPeriods(wanted));
        }
        Self::new((first..=last).collect(), None, inflow_at)
    }

    /// Number of periods.
    #[expect(clippy::len_without_is_empty, reason = "there is always at least one period")]
    pub fn len(&self) -> usize {
        self.years.len()
    }

    /// The years with which the periods end.
    pub fn years(&self) -> &[i32] {
        &self.years
    }

    /// How many years each period lasts.
    pub fn steps(&self) -> &[f64] {
        &self.steps
    }

    /// When in its period an inflow comes.
    pub fn inflow_at(&self) -> InflowAt {
        self.inflow_at
    }

    /// The period that ends with a year.
    pub fn find(&self, year: i32) -> Option<usize> {
        self.years.binary_search(&year).ok()
    }

    /// Years from the end of period `c` to the end of period `t`; negative where `t` comes first.
    pub fn between(&self, c: usize, t: usize) -> f64 {
        f64::from(self.years[t]) - f64::from(self.years[c])
    }

    /// Years from the start of the first period to the end of period `t`.
    pub fn since_start(&self, t: usize) -> f64 {
        self.between(0, t) + self.steps[0]
    }

    /// Years from the entry of an inflow of period `c` to the end of that period.
    pub fn own(&self, c: usize) -> f64 {
        self.inflow_at.part_of_own_period() * self.steps[c]
    }

    /// Age, in years, of the cohort of period `c` at the end of period `t`.
    pub fn age(&self, c: usize, t: usize) -> f64 {
        self.between(c, t) + self.own(c)
    }

    /// The common length of all periods.
    ///
    /// # Errors
    /// [`OutlookError::StepsNotEven`], naming the first period of another length.
    pub fn even_step(&self) -> Result<f64, OutlookError> {
        let first = self.steps[0];
        match self.steps.iter().position(|step| *step != first) {
            None => Ok(first),
            Some(t) => Err(OutlookError::StepsNotEven { year: self.years[t], step: self.steps[t], first }),
        }
    }
}
