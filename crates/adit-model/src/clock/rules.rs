//! The rules that the dates of the clock come from.

use adit_number::Rule;

/// Calendar end of a period.
pub static PERIOD: Rule = Rule {
    id: "clock.period",
    says: "Days from the event to the calendar end of the period: months end on the same day number, or on the last day of \
           a month that has none; the day of the event is not counted",
    formula: "days(event, event + length)",
    unit: "days",
    source: "Regulation (EEC, Euratom) No 1182/71, Art. 3(1), 3(2)(b) and (c), 3(3)",
};

/// Stopped days.
pub static STOPPED: Rule = Rule {
    id: "clock.stopped",
    says: "Days on which the clock stood still within the period; overlapping stops are united, the day of a deadline is not \
           counted",
    formula: "days(union of (deadline, delivery])",
    unit: "days",
    source: "Regulation (EU) 2024/1252, Art. 11(3), (8) and (9)",
};

/// One stop.
pub static STOP: Rule = Rule {
    id: "clock.stop",
    says: "Days from a deadline, or the beginning of the preparation, to the delivery",
    formula: "days(deadline, delivery)",
    unit: "days",
    source: "Regulation (EU) 2024/1252, Art. 11(3), (8) and (9)",
};

/// The end of a period.
pub static DUE: Rule = Rule {
    id: "clock.due",
    says: "Days from the event to the end of the period: months by the calendar first, with the extension that counts, then \
           the stopped days",
    formula: "period + stopped",
    unit: "days",
    source: "Regulation (EEC, Euratom) No 1182/71, Art. 3; Regulation (EU) 2024/1252, Art. 11",
};

/// The end after weekends and public holidays.
pub static EFFECTIVE: Rule = Rule {
    id: "clock.effective",
    says: "Days from the event to the day on which the period ends: a Saturday, Sunday or public holiday gives way to the \
           next working day",
    formula: "due + days to the next working day",
    unit: "days",
    source: "Regulation (EEC, Euratom) No 1182/71, Art. 2(1), 2(2) and 3(4)",
};

/// The end with the longest extension.
pub static LATEST: Rule = Rule {
    id: "clock.latest",
    says: "Days from the event to the calendar end with the longest extension, and the stopped days",
    formula: "days(event, event + length + longest extension) + stopped",
    unit: "days",
    source: "Regulation (EU) 2024/1252, Art. 11(4), 12(4) and 12(5)",
};

/// Length of a consultation.
pub static CONSULTATION: Rule = Rule {
    id: "clock.consultation",
    says: "Days of a consultation, the day of its opening not counted",
    formula: "days(opened, closed)",
    unit: "days",
    source: "Regulation (EU) 2024/1252, Art. 12(5)",
};

/// Projected decision.
pub static PROJECTED: Rule = Rule {
    id: "clock.projected",
    says: "Days from the day of the question to the projected decision: the most likely lengths of the steps that remain, one \
           after the other; an assumption, not a time limit",
    formula: "sum of the steps",
    unit: "days",
    source: "Assumptions of adit (permit-step)",
};

/// Probability of a decision before a day.
pub static CHANCE: Rule = Rule {
    id: "clock.chance",
    says: "Share of the draws in which the decision comes on or before the day, each remaining step triangular between its \
           shortest and longest length and no shorter than it already lasts",
    formula: "count(decision <= day) / draws",
    unit: "share",
    source: "Assumptions of adit (permit-step)",
};

/// Date of an obligation.
pub static OBLIGATION: Rule = Rule {
    id: "obligation.due",
    says: "Days from the trigger, or from the entry into force of the Act, to the date of the duty",
    formula: "days(trigger, date)",
    unit: "days",
    source: "Regulation (EU) 2024/1252; Regulation (EEC, Euratom) No 1182/71, Art. 3",
};

/// All of them.
pub static RULES: [&Rule; 10] =
    [&PERIOD, &STOPPED, &STOP, &DUE, &EFFECTIVE, &LATEST, &CONSULTATION, &PROJECTED, &CHANCE, &OBLIGATION];
