/** The documents of weighing, until the server's description has them. */

/** Rank acceptability of the alternatives, together and by group. Ranks and alternatives stand in the order of the criteria file; counts are exact over the given weights, ties stand in that order. */
export type WeighAnswer = {
  /** Form of the document. */
  format: number;
  /** The answer in words, the most important first. */
  says: string[];
  /** The alternatives. */
  alternatives: string[];
  /** The criteria. */
  criteria: string[];
  /** How many weight vectors; null where they are of fewer than five people. */
  vectors?: number | null;
  /** How many people; null where rows are nobody's in particular, or where they are fewer than five. */
  participants?: number | null;
  /** `rank_counts[i][r]`: vectors in which alternative `i` stands at rank `r`, the first rank first. Null where they are of fewer than five people. */
  rank_counts?: number[][] | null;
  /** The same as shares of all vectors: rank acceptability indices. */
  shares?: number[][] | null;
  /** For each alternative, the mean of the weights that rank it first, in the order of `criteria`; null where none do, or where those that do are of fewer than five people. */
  central_weights: (number[] | null)[];
  /** For each alternative, in what share of draws of uncertain scores it is first under its central weights; null without limits of scores, or without central weights. */
  confidence: (number | null)[];
  /** `pairwise[i][j]`: vectors in which `i` stands before `j`. Null where they are of fewer than five people. */
  pairwise?: number[][] | null;
  /** The groups; empty where the weights name none. */
  groups: WeighGroup[];
  /** Pairs of alternatives that all shown groups put in the same order. */
  agreement: WeighPair[];
  /** Pairs that no shared ranking reconciles: most vectors of one group put the one first, most of another the other. Those that are furthest apart first. */
  disagreement: WeighPair[];
  /** How each alternative fares in the shown group that likes it least, best first; empty without two shown groups. */
  standings: WeighStanding[];
  /** The alternative that is nobody's enemy: first of `standings`. */
  nobodys_enemy?: string | null;
  /** The same counts if the value of scores were bent. */
  sensitivity: WeighShape[];
  /** What is not shown, and why. */
  withheld: string[];
  /** How to read the figures. */
  notes: string[];
  /** Warnings about the files. */
  findings: unknown[];
};

/** A group. */
export type WeighGroup = {
  /** Its name. */
  group: string;
  /** Whether it is shown; else all below is null. */
  shown: boolean;
  /** Weight vectors of its people. */
  vectors?: number | null;
  /** Its people. */
  participants?: number | null;
  /** As for all. */
  rank_counts?: number[][] | null;
  /** As for all. */
  shares?: number[][] | null;
  /** As for all. */
  pairwise?: number[][] | null;
  /** The alternative that most of its vectors rank first (the first of equal ones). */
  first?: string | null;
  /** What share of its vectors do. */
  first_share?: number | null;
};

/** A pair of alternatives over the groups. */
export type WeighPair = {
  /** The one. */
  first: string;
  /** The other. */
  second: string;
  /** Share of each shown group's vectors in which `first` stands before `second`. */
  shares: WeighShare[];
  /** Whether every vector of one group contradicts every vector of another. */
  must_disagree: boolean;
};

/** A share of a group's vectors. */
export type WeighShare = {
  /** The group. */
  group: string;
  /** The share. */
  share: number;
};

/** How an alternative fares over the groups: shares of vectors that have it in the better half of the ranks. */
export type WeighStanding = {
  /** The alternative. */
  alternative: string;
  /** The share in the group that likes it least. */
  worst: number;
  /** That group. */
  worst_group: string;
  /** The share in each group. */
  shares: WeighShare[];
};

/** Counts under a value function. */
export type WeighShape = {
  /** `linear`, `concave`, `convex` or `threshold`. */
  shape: string;
  /** The alternative that most vectors rank first. */
  first: string;
  /** For each alternative, the share of vectors that rank it first. */
  first_shares: number[];
  /** The largest change of any rank acceptability index against linear. */
  largest_change: number;
};

/** What the page of a portfolio's priorities shows. */
export type WeighedAnswer = {
  /** Form of the document. */
  format: number;
  /** Id of the portfolio. */
  id: string;
  /** Its name. */
  name: string;
  /** The question that is answered. */
  question: string;
  /** The answer in words, the most important first. */
  says: string[];
  /** `round` (answers of people), `file` (weights of one's own), or `all-weights` (all weights that are possible, drawn evenly). */
  of: string;
  /** The round, where it is one. */
  round?: WeighedRound | null;
  /** The criteria. */
  criteria: WeighedCriterion[];
  /** The alternatives. */
  alternatives: WeighedAlternative[];
  /** The counts; alternatives and criteria by id. */
  weighed: WeighAnswer;
  /** The order under one's own weights, best first; empty if none were given. */
  own: WeighedOwn[];
  /** How the table was made, and what is not known. */
  notes: string[];
};

/** A round in which people gave weights. */
export type WeighedRound = {
  /** Id. */
  id: string;
  /** Title. */
  title: string;
  /** `open` or `closed`. */
  state: string;
  /** When it opens. */
  opens: string;
  /** When it closes. */
  closes: string;
  /** How many answered at least: never the number itself while it is open. */
  answers_at_least?: number | null;
};

/** A criterion. */
export type WeighedCriterion = {
  /** Id. */
  id: string;
  /** Name. */
  name: string;
  /** What is measured, in words. */
  means: string;
  /** Unit of the values. */
  unit?: string | null;
  /** `more` or `less`: which is better. */
  better: string;
  /** Value scored 0. */
  worst?: number | null;
  /** Value scored 1. */
  best?: number | null;
};

/** An alternative with its values in the units of the criteria, and scaled from 0 (worst) to 1 (best). */
export type WeighedAlternative = {
  /** Id of the project. */
  id: string;
  /** Its name. */
  name: string;
  /** Values; null where not known. */
  values: (number | null)[];
  /** Scores; 0.5 where the value is not known. */
  scores: number[];
};

/** An alternative under one's own weights. */
export type WeighedOwn = {
  /** Id of the project. */
  alternative: string;
  /** Its value, 0 to 1. */
  value: number;
  /** What each criterion adds to it. */
  parts: number[];
};
