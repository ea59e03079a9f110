//! A loan: what is drawn, owed, paid and left unpaid, year by year.

/// The balance of a loan by year, if every instalment is paid. Interest of a year is on the balance at its beginning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Schedule {
    /// Last year of drawing.
    pub built: usize,
    /// Years after it in which only interest is paid.
    pub grace: usize,
    /// Equal repayments.
    pub term: usize,
    /// Interest.
    pub rate: f64,
}

/// What a year asks of a borrower.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Due {
    /// Balance on which interest is owed: that at the beginning of the year.
    pub balance: f64,
    /// Interest.
    pub interest: f64,
    /// Repayment.
    pub repayment: f64,
}

impl Schedule {
    /// Goes through the years of a loan whose drawings are given: what is due in each year.
    pub fn each(&self, drawn: impl IntoIterator<Item = f64>, mut take: impl FnMut(usize, f64, Due)) {
        let (mut balance, mut principal) = (0.0, 0.0);
        let first = self.built + self.grace + 1;
        for (year, drawn) in drawn.into_iter().enumerate() {
            let repays = (first..first + self.term).contains(&year);
            let repayment = if repays { principal / self.term as f64 } else { 0.0 };
            take(year, drawn, Due { balance, interest: balance * self.rate, repayment });
            principal += drawn;
            // The last repayment leaves nothing, rounding included.
            balance = (balance + drawn - repayment).max(0.0);
        }
    }
}

/// What of a loan is paid, in a state of the world. What cannot be paid is owed with interest and paid first as soon as
/// there is cash; nothing is recovered beyond the cash of the project.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Borrower {
    /// Unpaid instalments with interest.
    arrears: f64,
}

/// What a borrower did in a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paid {
    /// Of earlier instalments.
    pub arrears: f64,
    /// Of the instalment of the year.
    pub instalment: f64,
    /// Instalment of the year left unpaid.
    pub unpaid: f64,
}

impl Borrower {
    /// Pays arrears, then the instalment, out of the cash that there is.
    pub fn year(&mut self, due: f64, cash: f64, rate: f64) -> Paid {
        let cash = cash.max(0.0);
        let owed = self.arrears * (1.0 + rate);
        let arrears = owed.min(cash);
        let instalment = due.min(cash - arrears);
        let unpaid = due - instalment;
        self.arrears = owed - arrears + unpaid;
        Paid { arrears, instalment, unpaid }
    }
}
