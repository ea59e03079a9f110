//! The rules by which instruments are measured. They stand in docs/src/methods/instruments.md.

use adit_number::Rule;

const BINDING: &str = "A convention of adit, stated in docs/src/methods/instruments.md";

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident: $id:literal, $says:literal, $formula:literal, $unit:literal, $source:expr;)*) => {
        $($(#[$doc])* pub static $name: Rule =
            Rule { id: $id, says: $says, formula: $formula, unit: $unit, source: $source };)*
        /// All rules of the instruments.
        pub const RULES: [&Rule; [$($id),*].len()] = [$(&$name),*];
    };
}

rules! {
    /// Discount rate.
    DISCOUNT_RATE: "instrument.discount-rate",
        "The rate at which public money, aid and eligible costs are discounted: base rate of the country plus 100 basis points",
        "r = base + 1 %", "per year",
        "Communication 2008/C 14/02; Regulation (EU) No 651/2014, Art. 7(3)";
    /// Reference rate.
    REFERENCE_RATE: "instrument.reference-rate",
        "The rate against which a loan is held: base rate of the country plus the margin of the debtor's rating and collateral",
        "R = base + margin", "per year",
        "Communication 2008/C 14/02";
    /// Cost if the project goes ahead.
    COST_IF_BUILT: "instrument.cost-if-built",
        "What the public pays less what it receives, discounted to the year of the award, mean over the draws in which the project goes ahead",
        "C = mean over draws of Σ (paid − received) ÷ (1 + r)^t", "MEUR", BINDING;
    /// Expected cost.
    PUBLIC_COST: "instrument.public-cost",
        "The expected cost to the public: the cost if the project goes ahead, times the chance that it does with the instrument; exploration is paid for in any case",
        "E = p' × C + (1 − p') × C₀", "MEUR", BINDING;
    /// Tail.
    TAIL_COST: "instrument.tail-cost",
        "The mean cost in the dearest five of a hundred states of the world, the projects that do not go ahead among them",
        "mean of the dearest 5 %", "MEUR",
        "R. T. Rockafellar and S. Uryasev (2002), Conditional value-at-risk for general loss distributions, Journal of Banking & Finance 26, 1443-1471, definition 3";
    /// Grant equivalent of a grant.
    GGE_GRANT: "instrument.gge-grant",
        "The gross grant equivalent of a grant: what is paid, discounted to the year of the award",
        "GGE = Σ paid ÷ (1 + r)^t", "MEUR",
        "Regulation (EU) No 651/2014, Art. 7(2) and (3)";
    /// Grant equivalent of a loan.
    GGE_LOAN: "instrument.gge-loan",
        "The gross grant equivalent of a loan: the balance times what its interest is below the reference rate, discounted; none at or above the reference rate",
        "GGE = Σ balance × max(0, R − rate) ÷ (1 + r)^t", "MEUR",
        "Communication 2008/C 14/02; Regulation (EU) No 651/2014, Art. 5(2)(b)";
    /// Grant equivalent of a guarantee.
    GGE_GUARANTEE: "instrument.gge-guarantee",
        "The gross grant equivalent of a guarantee: the balance covered times what the premium is below the safe-harbour premium, discounted",
        "GGE = Σ cover × balance × max(0, safe harbour − premium) ÷ (1 + r)^t", "MEUR",
        "Notice 2008/C 155/02; Regulation (EU) No 651/2014, Art. 5(2)(c)(i)";
    /// Grant equivalent of payments that depend on the state of the world.
    GGE_EXPECTED: "instrument.gge-expected",
        "For an instrument that no communication measures: the mean over the draws of what the project receives less what it pays back, discounted, not below zero. Such aid is not transparent under the block exemption",
        "GGE = max(0, C)", "MEUR", BINDING;
    /// Aid intensity.
    INTENSITY: "instrument.intensity",
        "Aid intensity: gross grant equivalent over eligible costs, both discounted to the year of the award",
        "GGE ÷ eligible costs", "share",
        "Regulation (EU) No 651/2014, Art. 7";
    /// Eligible costs.
    ELIGIBLE_COST: "instrument.eligible-cost",
        "The investment of the base case (exploration for the co-funding of exploration), discounted to the year of the award",
        "Σ investment ÷ (1 + r)^t", "MEUR",
        "Regulation (EU) No 651/2014, Art. 7(3) and 14(4)";
    /// Leverage.
    LEVERAGE: "instrument.leverage",
        "Investment and exploration that private money pays, over the cost to the public, both if the project goes ahead and discounted",
        "(investment + exploration − public money in it) ÷ C", "EUR/EUR", BINDING;
    /// What the owner gains.
    NPV_EFFECT: "instrument.npv-effect",
        "What the instrument adds to the net present value of the owners, at their own rate, mean over the draws; a loan is held against the same loan at the reference rate, a guarantee against the safe-harbour premium",
        "Δ = mean over draws of Σ (received − paid) ÷ (1 + owner's rate)^t", "MEUR", BINDING;
    /// Chance with the instrument.
    CHANCE_WITH: "instrument.chance-with",
        "The chance that the project goes ahead with the instrument, an assumption: its odds grow with what the owners gain as a share of the investment",
        "p' ÷ (1 − p') = p ÷ (1 − p) × exp(k × Δ ÷ I)", "share", BINDING;
    /// Additional tonnes.
    ADDITIONAL_TONNES: "instrument.additional-tonnes",
        "Chance of going ahead with, less without the instrument, times the expected output of the stated years, discounted at the rate of the public",
        "(p' − p) × mean over draws of Σ tonnes ÷ (1 + r)^t", "t", BINDING;
    /// Tonnes per euro.
    TONNES_PER_EUR: "instrument.tonnes-per-eur",
        "Additional contained tonnes per euro of expected public cost; none where the public pays nothing",
        "additional tonnes ÷ E", "t/EUR", BINDING;
    /// Benchmark points.
    POINTS: "instrument.points",
        "Percentage points of Union consumption that the additional output of the benchmark year is, per million euro of expected public cost",
        "100 × (p' − p) × mean output ÷ consumption ÷ E", "points/MEUR",
        "Regulation (EU) 2024/1252, Art. 5(1)(a); a convention of adit, stated in docs/src/methods/instruments.md";
}
