//! What is asked of a portfolio, in the words of addresses, ids and flags:
//! `?budget=jtf:200&budget=erdf:50@2028&rule=carbon:900&with=keliber&without=cinovec-lithium&time_limit=2&gap=0.01`.

use crate::choose::appraisal::question::whole;
use crate::error::AnswerError;
use crate::question::{DEFAULT_SEED, unreadable};

/// The words of a question, for hints.
const WORDS: &str =
    "the words are budget, rule, with, without, front, points, robust, near, within, time_limit, gap, draws and seed";

/// Longest time that solving may take if nothing else is said, seconds.
pub const DEFAULT_TIME_LIMIT: f64 = 60.0;

/// Gap at which solving may stop if nothing else is said.
pub const DEFAULT_GAP: f64 = 1e-4;

/// Views of robust choice.
pub const VIEWS: [&str; 3] = ["expected", "worst", "regret"];

/// A budget that is moved.
#[derive(Debug, Clone, PartialEq)]
pub struct BudgetChange {
    /// Fund.
    pub fund: String,
    /// Its new limit, `million EUR`.
    pub meur: f64,
    /// Year; all budgets of the fund keep their proportions if `None`.
    pub year: Option<u16>,
}

/// A rule that is moved or dropped.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleChange {
    /// Name of the rule.
    pub name: String,
    /// Its new limit; dropped if `None`.
    pub limit: Option<f64>,
}

/// A question to a portfolio.
#[derive(Debug, Clone, PartialEq)]
pub struct PortfolioQuestion {
    /// The portfolio, or the name of the user's own file.
    pub portfolio: String,
    /// The text of the user's own file.
    pub text: Option<String>,
    /// Budgets that are moved.
    pub budgets: Vec<BudgetChange>,
    /// Rules that are moved or dropped.
    pub rules: Vec<RuleChange>,
    /// Projects that must be chosen.
    pub with: Vec<String>,
    /// Projects that must not.
    pub without: Vec<String>,
    /// Two measures, for a front.
    pub front: Option<(String, String)>,
    /// Points of the front at most.
    pub points: usize,
    /// Views of robust choice; all three if empty.
    pub robust: Vec<String>,
    /// Alternatives at most.
    pub near: usize,
    /// Alternatives may be worse by this share.
    pub within: f64,
    /// Seconds.
    pub time_limit: f64,
    /// Gap at which solving may stop.
    pub gap: f64,
    /// Draws of a robust choice.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
    /// The set that an id counts, where it was not proved to be the best: `keliber:2026:none,barroso:2027:grant`.
    pub chosen: Option<String>,
}

impl PortfolioQuestion {
    /// The plain question to a portfolio.
    pub fn new(portfolio: &str) -> Self {
        Self {
            portfolio: portfolio.trim().to_owned(),
            text: None,
            budgets: Vec::new(),
            rules: Vec::new(),
            with: Vec::new(),
            without: Vec::new(),
            front: None,
            points: 12,
            robust: Vec::new(),
            near: 10,
            within: 0.05,
            time_limit: DEFAULT_TIME_LIMIT,
            gap: DEFAULT_GAP,
            draws: 200,
            seed: DEFAULT_SEED,
            chosen: None,
        }
    }

    /// Reads name-value pairs.
    pub fn from_pairs<'a>(
        portfolio: &str,
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, AnswerError> {
        let mut question = Self::new(portfolio);
        for (name, value) in pairs {
            match name {
                "budget" => question.budget(read_budget(value)?),
                "rule" => question.rule(read_rule(value)?),
                "with" => push_new(&mut question.with, value),
                "without" => push_new(&mut question.without, value),
                "front" => question.front = Some(read_front(value)?),
                "points" => question.points = whole(name, value)?,
                "robust" => question.robust.push(read_view(value)?),
                "near" => question.near = whole(name, value)?,
                "within" => question.within = at_least_zero(name, value, "write a share, as 0.05")?,
                "time_limit" => question.time_limit = positive(name, value, "write seconds, as 10")?,
                "gap" => question.gap = at_least_zero(name, value, "write a share, as 0.01")?,
                "draws" => question.draws = whole(name, value)?,
                "seed" => question.seed = whole(name, value)?,
                "chosen" => question.chosen = Some(value.to_owned()),
                _ => return Err(unreadable(name, value, WORDS)),
            }
        }
        Ok(question)
    }

    fn budget(&mut self, change: BudgetChange) {
        self.budgets.retain(|earlier| (&earlier.fund, earlier.year) != (&change.fund, change.year));
        self.budgets.push(change);
        self.budgets.sort_by(|a, b| (&a.fund, a.year).cmp(&(&b.fund, b.year)));
    }

    fn rule(&mut self, change: RuleChange) {
        self.rules.retain(|earlier| earlier.name != change.name);
        self.rules.push(change);
        self.rules.sort_by(|a, b| a.name.cmp(&b.name));
    }

    /// The words that shape the chosen set, for its ids.
    pub(crate) fn id_query(&self) -> String {
        let mut words: Vec<String> = Vec::new();
        words.extend(self.budgets.iter().map(|change| {
            let year = change.year.map(|year| format!("@{year}")).unwrap_or_default();
            format!("budget={}:{}{year}", change.fund, change.meur)
        }));
        words.extend(self.rules.iter().map(|change| match change.limit {
            Some(limit) => format!("rule={}:{limit}", change.name),
            None => format!("rule={}:off", change.name),
        }));
        words.extend(self.with.iter().map(|project| format!("with={project}")));
        words.extend(self.without.iter().map(|project| format!("without={project}")));
        words.extend((self.gap != DEFAULT_GAP).then(|| format!("gap={}", self.gap)));
        words.extend((self.seed != DEFAULT_SEED).then(|| format!("seed={}", self.seed)));
        words.extend(self.chosen.iter().map(|chosen| format!("chosen={chosen}")));
        words.join("&")
    }
}

fn push_new(list: &mut Vec<String>, value: &str) {
    let value = value.trim();
    if !value.is_empty() && !list.iter().any(|there| there == value) {
        list.push(value.to_owned());
    }
}

/// Reads `jtf=200`, `jtf:200` or `jtf=200@2028`.
pub fn read_budget(text: &str) -> Result<BudgetChange, AnswerError> {
    let wrong = || unreadable("budget", text, "write a fund, million euro and, if wanted, a year: jtf=200@2028");
    let (fund, rest) = text.split_once(['=', ':']).ok_or_else(wrong)?;
    let (meur, year) = match rest.split_once('@') {
        Some((meur, year)) => (meur, Some(year.trim().parse().map_err(|_| wrong())?)),
        None => (rest, None),
    };
    let meur = meur.trim().parse::<f64>().ok().filter(|meur| meur.is_finite() && *meur >= 0.0).ok_or_else(wrong)?;
    let fund = fund.trim();
    if fund.is_empty() { Err(wrong()) } else { Ok(BudgetChange { fund: fund.to_owned(), meur, year }) }
}

/// Reads `carbon=900`, `carbon:900` or `carbon=off`.
pub fn read_rule(text: &str) -> Result<RuleChange, AnswerError> {
    let wrong =
        || unreadable("rule", text, "write the name of a rule and its new limit, or off: carbon=900, carbon=off");
    let (name, limit) = text.split_once(['=', ':']).ok_or_else(wrong)?;
    let limit = match limit.trim() {
        "off" => None,
        number => Some(number.parse::<f64>().ok().filter(|limit| limit.is_finite()).ok_or_else(wrong)?),
    };
    let name = name.trim();
    if name.is_empty() { Err(wrong()) } else { Ok(RuleChange { name: name.to_owned(), limit }) }
}

fn read_front(text: &str) -> Result<(String, String), AnswerError> {
    let two = text.split_once(',').map(|(first, second)| (first.trim().to_owned(), second.trim().to_owned()));
    two.filter(|(first, second)| !first.is_empty() && !second.is_empty() && first != second)
        .ok_or_else(|| unreadable("front", text, "write two measures, as npv,carbon"))
}

fn read_view(text: &str) -> Result<String, AnswerError> {
    let known = VIEWS.into_iter().find(|view| *view == text.trim());
    known.map(str::to_owned).ok_or_else(|| unreadable("robust", text, "write expected, worst or regret"))
}

fn positive(name: &str, value: &str, hint: &str) -> Result<f64, AnswerError> {
    at_least_zero(name, value, hint)
        .and_then(|number| if number > 0.0 { Ok(number) } else { Err(unreadable(name, value, hint)) })
}

fn at_least_zero(name: &str, value: &str, hint: &str) -> Result<f64, AnswerError> {
    let number = value.trim().parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0);
    number.ok_or_else(|| unreadable(name, value, hint))
}

#[cfg(test)]
mod tests {
    use super::PortfolioQuestion;

    #[test]
    fn the_words_of_an_id_read_back() {
        let pairs = [
            ("budget", "jtf=200"),
            ("budget", "jtf=50@2028"),
            ("rule", "carbon=900"),
            ("rule", "water=off"),
            ("with", "keliber"),
            ("without", "cinovec-lithium"),
        ];
        let question = PortfolioQuestion::from_pairs("lithium", pairs).unwrap();
        let query = question.id_query();
        let again = query.split('&').map(|word| word.split_once('=').unwrap());
        assert_eq!(PortfolioQuestion::from_pairs("lithium", again).unwrap(), question);
    }

    #[test]
    fn of_one_budget_the_last_change_counts() {
        let pairs = [("budget", "jtf=1"), ("budget", "jtf:2"), ("rule", "carbon=1"), ("rule", "carbon=2")];
        let question = PortfolioQuestion::from_pairs("lithium", pairs).unwrap();
        assert_eq!(question.id_query(), "budget=jtf:2&rule=carbon:2");
    }

    #[test]
    fn broken_words_are_refused() {
        for (name, value) in [
            ("budget", "jtf"),
            ("budget", "jtf=-1"),
            ("budget", "jtf=1@soon"),
            ("budget", "=1"),
            ("rule", "carbon"),
            ("rule", "carbon=much"),
            ("front", "npv"),
            ("front", "npv,npv"),
            ("robust", "lucky"),
            ("near", "-1"),
            ("time_limit", "0"),
            ("gap", "-0.1"),
            ("colour", "red"),
        ] {
            assert!(PortfolioQuestion::from_pairs("lithium", [(name, value)]).is_err(), "{name}={value}");
        }
    }
}
