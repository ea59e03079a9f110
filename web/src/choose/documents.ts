/** The documents of the Choose room, until the server's description has them. */
import type { components } from '../api/schema.d.ts';

export type FigureDocument = components['schemas']['FigureDocument'];

/** A figure of the base case with its band over the draws. */
export type ChooseBand = {
  /** The base case: every input at its own value. Null if it cannot be computed or, as a payback, is never reached. */
  base?: number | null;
  /** Five of a hundred draws lie below; null without draws. */
  p5?: number | null;
  /** The median of the draws. */
  p50?: number | null;
  /** Five of a hundred draws lie above. */
  p95?: number | null;
  /** Mean of the draws. */
  mean?: number | null;
  /** Unit: `million EUR`, `share`, `a`, `EUR/t` or `1`. */
  unit: string;
  /** Id under which the base case opens; null where there is nothing to open. */
  why?: string | null;
};

/** A region: where it is. */
export type ChooseRegion = {
  /** NUTS code. */
  code: string;
  /** Name. */
  name: string;
};

/** Which projects can be appraised, and what is missing for the others? */
export type AppraisalsAnswer = {
  /** Form of the document. */
  format: number;
  /** The answer in words. */
  says: string[];
  /** Every project of the facts. */
  projects: AppraisableProject[];
};

/** A project, and whether it can be appraised. */
export type AppraisableProject = AppraisalProject & {
  /** Whether a cash flow can be computed. */
  ready: boolean;
  /** What is missing, in words; empty if it is ready. */
  missing: string[];
  /** Inputs that come from a source. */
  sourced: number;
  /** Inputs that are marked assumptions. */
  assumed: number;
};

/** A project: who, where, how far. */
export type AppraisalProject = {
  /** Id, as in `adit appraise keliber`; for a file, its name. */
  id: string;
  /** Name. */
  name: string;
  /** Who promotes it; null if not known. */
  promoter?: string | null;
  /** Place, in words; null if not known. */
  place?: string | null;
  /** Regions of its sites. */
  regions: ChooseRegion[];
  /** Country code. */
  country: string;
  /** Name of the country. */
  country_name: string;
  /** Status: `announced`, `permitting`, `permitted`, `construction`, `operating` or `stopped`. */
  status: string;
  /** What it does: `extraction`, `processing`, `recycling` or `substitution`, one or several. */
  stages: string[];
  /** Materials, by name. */
  materials: string[];
  /** Latitude of its first site, degrees north; null if no site of it is known. */
  lat?: number | null;
  /** Longitude, degrees east. */
  lon?: number | null;
};

/** The appraisal of a project. */
export type AppraisalAnswer = {
  /** Form of the document. */
  format: number;
  /** The project. */
  project: AppraisalProject;
  /** The answer in words, the most important first. */
  says: string[];
  /** What the money is, and how it is discounted. */
  money: AppraisalMoney;
  /** Draws behind the bands; 0 if none were made. */
  draws: number;
  /** Seed of the draws. */
  seed: number;
  /** Net present value, `million EUR`. */
  npv: ChooseBand;
  /** Internal rate of return. */
  irr: AppraisalIrr;
  /** Years from the first expense until the cumulative cash flow stays positive, undiscounted. */
  payback: ChooseBand;
  /** Lowest debt service cover ratio over the life of the debt; base null if there is no debt. */
  debt_cover: ChooseBand;
  /** Price of the main product at which the net present value is zero, `EUR/t`; beside today's in `prices`. */
  break_even: ChooseBand;
  /** Cost per tonne of main product, both discounted, after by-products, `EUR/t`. */
  levelised_cost: ChooseBand;
  /** Share of draws in which the net present value is positive; null without draws. */
  chance_positive?: number | null;
  /** Product that prices and costs per tonne are about, in words: "lithium hydroxide monohydrate". */
  product: string;
  /** Every year of its life; `revenue + by-products - cost - tax = net`. */
  cash_flow: AppraisalYear[];
  /** Every line item by year, in the order of the account. */
  lines: AppraisalLine[];
  /** The phases of its life. */
  phases: AppraisalPhase[];
  /** Everything that went in, with its source. */
  inputs: AppraisalInput[];
  /** How its prices were modelled. */
  prices: AppraisalPrice[];
  /** Which inputs matter most, the largest first. */
  matters: AppraisalMatters[];
  /** The stages at which it may still be stopped; null if it is past them. */
  stages?: AppraisalStages | null;
  /** What waiting would be worth; null if it cannot wait. */
  waiting?: AppraisalWaiting | null;
  /** Public instruments side by side, each alone. */
  instruments: AppraisalInstrument[];
  /** Impacts beside imports at the world mix. */
  impacts: AppraisalImpact[];
  /** Jobs by phase. */
  jobs: AppraisalJobs[];
  /** Public income by level and year. */
  public_income: AppraisalIncome[];
  /** What is not known, in words. */
  missing: string[];
  /** What must be said beside the figures. */
  notes: string[];
};

/** What the money is. */
export type AppraisalMoney = {
  /** `million EUR`. */
  unit: string;
  /** `real` (money of the year below, discounted at a real rate) or `nominal`. */
  basis: string;
  /** Year of the money, and the year to which values are discounted. */
  year: number;
  /** Discount rate of the basis. */
  discount_rate: number;
  /** Inflation between the two. */
  inflation: number;
};

/** Internal rates of return: every root, none called *the* rate where there are several. */
export type AppraisalIrr = {
  /** The rate, if there is exactly one between -99 % and 1000 %; else null. */
  base?: number | null;
  /** Five of a hundred draws with exactly one rate lie below; null without draws. */
  p5?: number | null;
  /** Median of the draws with exactly one rate. */
  p50?: number | null;
  /** Five of a hundred of them lie above. */
  p95?: number | null;
  /** All roots between -99 % and 1000 %, ascending. */
  roots: number[];
  /** How often the cash flow changes its sign. */
  sign_changes: number;
  /** Share of draws that have exactly one rate; null without draws. */
  one_root?: number | null;
  /** In words: which rate, or why there is none. */
  says: string;
  /** Id under which it opens. */
  why?: string | null;
};

/** One year of the cash flow, `million EUR`. */
export type AppraisalYear = {
  /** Year. */
  year: number;
  /** Phase of that year: the id of an [`AppraisalPhase`]. */
  phase: string;
  /** What is sold, by-products included. */
  revenue: number;
  /** Everything paid that is no tax: building, running, royalties, closing, and what working capital and the closure bond take up (negative where they give back). */
  cost: number;
  /** Taxes on profit. */
  tax: number;
  /** `revenue - cost - tax`. */
  net: number;
  /** Net, discounted to the year of the money. */
  discounted: number;
  /** Net of all years up to this one. */
  cumulative: number;
  /** Five of a hundred draws of net lie below; null without draws. */
  p5?: number | null;
  /** Median of net over the draws. */
  p50?: number | null;
  /** Five of a hundred draws of net lie above. */
  p95?: number | null;
  /** Id under which net opens. */
  why?: string | null;
};

/** A line item over all years. */
export type AppraisalLine = {
  /** Id: `revenue`, `by-products`, `capital`, `operating`, `royalty`, `working-capital`, `closure`, `bond`, `depreciation`, `tax`, `net` ... */
  id: string;
  /** Name. */
  name: string;
  /** One sentence: what it holds. */
  says: string;
  /** What it is in the account: `quantity`, `price`, `inflow`, `outflow`, `memo` (not cash) or `total`. */
  kind: string;
  /** Unit: `million EUR`, `t`, `EUR/t`, `share`. */
  unit: string;
  /** Values, one for each year of `cash_flow`; null where the line does not exist in that year. */
  values: (number | null)[];
  /** Sum over all years, where a sum makes sense. */
  total?: number | null;
  /** Id under which a year of it opens, with `{year}` in the place of the year; years of nothing have nothing to open. */
  why?: string | null;
};

/** A phase of the life of a project. */
export type AppraisalPhase = {
  /** `exploration`, `construction`, `ramp-up`, `operation`, `closure` or `aftercare`. */
  id: string;
  /** Name. */
  name: string;
  /** First year. */
  from: number;
  /** Last year. */
  to: number;
  /** Net cash flow of the phase, `million EUR`. */
  net: number;
};

/** One kind of impact: the project beside its alternative. There is no score over kinds. */
export type AppraisalImpact = {
  /** `carbon`, `energy`, `water` or `land`. */
  kind: string;
  /** Name. */
  name: string;
  /** Material. */
  material: string;
  /** In words: more or less than imports, or that the bounds do not tell. */
  says: string;
  /** Unit per tonne: `t/t`, `GJ/t`, `m3/t`, `m2/t`. */
  unit: string;
  /** The project, per tonne of contained element. */
  project: FigureDocument;
  /** Imports at the world mix of the same stage, per tonne. */
  imports: FigureDocument;
  /** Unit per year. */
  unit_per_year: string;
  /** The project in a year of full output. */
  project_per_year: FigureDocument;
  /** The same tonnes imported. */
  imports_per_year: FigureDocument;
  /** Whose figures the project's are: `own` (its own statement) or `factor` (a factor of its material and stage). */
  basis?: string | null;
  /** What must be known beside it. */
  note?: string | null;
};

/** Jobs in a phase. */
export type AppraisalJobs = {
  /** Id of the phase. */
  phase: string;
  /** Name. */
  name: string;
  /** First year. */
  from: number;
  /** Last year. */
  to: number;
  /** Direct jobs in each of these years. */
  jobs: FigureDocument;
  /** Whether it is a statement of the project (`own`) or a factor (`factor`). */
  basis: string;
  /** What must be known beside it. */
  note?: string | null;
};

/** Public income of one kind at one level. */
export type AppraisalIncome = {
  /** `municipality`, `region`, `state`, `landowner` or `closure-fund`. */
  level: string;
  /** Name of the receiver, in words. */
  receiver: string;
  /** What is paid: "mineral extraction tax". */
  kind: string;
  /** The rule, in words, with its article. */
  rule: string;
  /** Source id. */
  source: string;
  /** Year by year, `million EUR`, one for each year of the cash flow. */
  values: number[];
  /** Sum over the life, `million EUR`. */
  total: number;
  /** Id under which the sum opens. */
  why?: string | null;
};

/** An input, with its source. */
export type AppraisalInput = {
  /** Id, as `--set` takes it: `capital-cost`. */
  id: string;
  /** Name. */
  name: string;
  /** Group under which it is shown: `Project`, `Output and price`, `Cost`, `Time`, `Tax and royalty`, `Finance` ... */
  group: string;
  /** Value. */
  value: number;
  /** Lowest; null where nothing bounds it. */
  low?: number | null;
  /** Highest. */
  high?: number | null;
  /** Unit. */
  unit: string;
  /** `fact` (a source states it), `assumption` (marked as one), `file` (the user's own appraisal or portfolio) or `question` (set by this question). */
  kind: string;
  /** Id of the source; null for what the question or the user's file states. */
  source?: string | null;
  /** Where in the source, or why it was assumed. */
  locator: string;
  /** What must be known beside it. */
  note?: string | null;
  /** Key of the fact, which `why` opens; null for what the question or the user's file states. */
  why?: string | null;
};

/** How a price was modelled. */
export type AppraisalPrice = {
  /** Id of the series. */
  id: string;
  /** What is priced, in words. */
  name: string;
  /** Unit: `EUR/t`, in the money of `money_year`. */
  unit: string;
  /** Year of the money. */
  money_year: number;
  /** `geometric` (a random walk of the logarithm) or `mean-reverting`. */
  process: string;
  /** Where the appraisal starts from. */
  start: number;
  /** Long-run level; null for a geometric process. */
  level?: number | null;
  /** Yearly drift of the logarithm. */
  drift: number;
  /** Yearly standard deviation of the logarithm. */
  volatility: number;
  /** Years in which half of a deviation is gone; null for a geometric process. */
  half_life?: number | null;
  /** How it was calibrated, in words, with what speaks for and against the other process. */
  says: string;
  /** Source of the history. */
  source: string;
  /** The history that it was calibrated on, in the unit above. */
  history: AppraisalPricePoint[];
  /** Fan of the modelled price in each year of the cash flow. */
  fan: AppraisalPriceFan[];
  /** Id under which the calibration opens. */
  why?: string | null;
};

/** One year of a price. */
export type AppraisalPricePoint = {
  /** Year. */
  year: number;
  /** Price. */
  value: number;
};

/** One year of a modelled price. */
export type AppraisalPriceFan = {
  /** Year. */
  year: number;
  /** Base case. */
  base: number;
  /** Five of a hundred draws lie below; null without draws. */
  p5?: number | null;
  /** Median. */
  p50?: number | null;
  /** Five of a hundred lie above. */
  p95?: number | null;
};

/** How much one input moves the net present value: alone from its lowest to its highest. */
export type AppraisalMatters = {
  /** Id of the input. */
  input: string;
  /** Name. */
  name: string;
  /** Lowest of the input, in its unit. */
  low: number;
  /** Highest. */
  high: number;
  /** Unit of the input. */
  unit: string;
  /** Net present value with the input at its lowest, `million EUR`. */
  npv_low: number;
  /** With the input at its highest. */
  npv_high: number;
  /** `|npv_high - npv_low|`. */
  swing: number;
  /** Value of the input at which the net present value is zero, if it lies within its bounds. */
  zero_at?: number | null;
};

/** One instrument at the size asked for. */
export type AppraisalInstrument = {
  /** `grant`, `soft-loan`, `guarantee`, `equity`, `price-floor`, `purchase-guarantee`, `shared-infrastructure` or `exploration-co-funding`. */
  kind: string;
  /** Name. */
  name: string;
  /** What it is and how large, in words. */
  says: string;
  /** Its terms: size, rate, years, strike. */
  terms: AppraisalTerm[];
  /** Expected cost to the public, present value, `million EUR`; negative if the public earns. */
  public_cost?: number | null;
  /** Mean of the dearest five of a hundred draws, `million EUR`. */
  public_cost_tail?: number | null;
  /** Gross grant equivalent, discounted at the Commission's reference rate, `million EUR`. */
  grant_equivalent?: number | null;
  /** Aid intensity: gross grant equivalent over eligible costs. */
  intensity?: number | null;
  /** Highest intensity that the rules allow; null if none applies. */
  intensity_limit?: number | null;
  /** Private money per public money. */
  leverage?: number | null;
  /** Net present value for the owner with the instrument, `million EUR`. */
  npv?: number | null;
  /** Chance that the project goes ahead without it: an assumption. */
  chance_without?: number | null;
  /** Chance with it: an assumption. */
  chance_with?: number | null;
  /** Additional tonnes of contained element, discounted at the reference rate. */
  additional_tonnes?: number | null;
  /** Lowest, over the range of additionality. */
  additional_tonnes_low?: number | null;
  /** Highest. */
  additional_tonnes_high?: number | null;
  /** Additional tonnes per euro of expected public cost; null where that is not positive. */
  tonnes_per_eur?: number | null;
  /** Lowest, over the range of additionality. */
  tonnes_per_eur_low?: number | null;
  /** Highest. */
  tonnes_per_eur_high?: number | null;
  /** Percentage points of the benchmark of its stage per thousand million euro of expected public cost. */
  points_per_billion_eur?: number | null;
  /** The benchmark that those points are of: `extraction`, `processing` or `recycling`; null if none. */
  benchmark?: string | null;
  /** Who pays what when, expected and in the states of the world that matter. */
  flows: AppraisalPublicFlow[];
  /** Rules that it breaks, by paragraph; empty if none. */
  breaches: AppraisalBreach[];
  /** Rules that it was held against and keeps. */
  kept: AppraisalBreach[];
  /** What must be said beside it. */
  notes: string[];
  /** Id under which its public cost opens. */
  why?: string | null;
};

/** A term of an instrument. */
export type AppraisalTerm = {
  /** Name. */
  name: string;
  /** Value. */
  value: number;
  /** Unit. */
  unit: string;
  /** `assumption`, `question`, `file` or `fact`. */
  kind: string;
};

/** A payment. */
export type AppraisalPublicFlow = {
  /** Year. */
  year: number;
  /** Who pays, in words: "the public", "the project", "the bank". */
  from: string;
  /** Who receives. */
  to: string;
  /** For what, in words. */
  what: string;
  /** In which state of the world, in words: "always", "if the price is below the floor". */
  when: string;
  /** Expected, `million EUR`. */
  expected: number;
  /** Mean of the dearest five of a hundred draws; null without draws. */
  tail?: number | null;
};

/** A rule of public money, broken or kept. */
export type AppraisalBreach = {
  /** Id of the rule. */
  rule: string;
  /** Its paragraph: "Reg. (EU) No 651/2014 Art. 14(12)". */
  paragraph: string;
  /** In words: what it says, and what is the case here. */
  says: string;
  /** The limit, if the rule has one. */
  limit?: number | null;
  /** What is the case here. */
  found?: number | null;
  /** Unit of both. */
  unit?: string | null;
  /** Last day on which the rule is valid; null if it has no end. */
  valid_to?: string | null;
  /** Key of the fact, which `why` opens. */
  why?: string | null;
};

/** The gates of exploration, at each of which the project may be stopped. */
export type AppraisalStages = {
  /** In words. */
  says: string;
  /** The gates still to come, in order. */
  gates: AppraisalGate[];
  /** Value now if every gate may be used to stop, `million EUR`. */
  value: ChooseBand;
  /** Value now if everything has to be carried through, `million EUR`. */
  committed?: number | null;
  /** Chance that it is ever built. */
  chance_built?: number | null;
  /** Chance that a project of its class is ever built, by the United Nations Framework Classification; null if its class is not known. */
  class?: string | null;
};

/** A gate. */
export type AppraisalGate = {
  /** Id. */
  id: string;
  /** What is done before it, in words. */
  name: string;
  /** Year. */
  year: number;
  /** What has to be paid to reach it, `million EUR`. */
  cost: number;
  /** Chance to pass it, having come so far. */
  chance: number;
  /** Lowest chance. */
  chance_low?: number | null;
  /** Highest chance. */
  chance_high?: number | null;
  /** Value on having passed it, in the money of its year, `million EUR`. */
  value_if_passed?: number | null;
  /** Key of the fact or assumption behind the chance. */
  why?: string | null;
};

/** What waiting is worth. */
export type AppraisalWaiting = {
  /** In words. */
  says: string;
  /** Value if it is decided now, now or never, `million EUR`. */
  now: number;
  /** Value if the decision may wait, `million EUR`. */
  waiting: number;
  /** The difference: the value of waiting, `million EUR`, never negative. */
  value: number;
  /** Half-width of its 95 % interval over the draws, `million EUR`. */
  error?: number | null;
  /** Best year to decide in most draws; null if never. */
  best_year?: number | null;
  /** Price of the main product above which building at once is best, `EUR/t`; null if there is none in the range. */
  threshold?: number | null;
  /** Last year to which the decision may wait. */
  until: number;
  /** Id under which it opens. */
  why?: string | null;
};

/** The portfolios that adit brings along and those of the workspace. */
export type PortfoliosAnswer = {
  /** Form of the document. */
  format: number;
  /** The portfolios. */
  portfolios: PortfolioSummary[];
};

/** What a portfolio is about. */
export type PortfolioSummary = {
  /** Id, as in `adit choose lithium-six-regions`; for a file, its name. */
  id: string;
  /** Name. */
  name: string;
  /** The question that it answers. */
  question: string;
  /** How many projects can be chosen from. */
  projects: number;
  /** Regions. */
  regions: string[];
  /** Materials, by name. */
  materials: string[];
  /** First year. */
  first_year: number;
  /** Last year. */
  last_year: number;
};

/** The best set under all rules, with proof. */
export type PortfolioAnswer = {
  /** Form of the document. */
  format: number;
  /** The portfolio. */
  portfolio: PortfolioSummary;
  /** The answer in words, the most important first. */
  says: string[];
  /** `optimal` (proved within the gap asked for), `optimal-of-linearisation` (supply risk is cubic in the choice), `time-limit` (the best found, with bound and gap), `infeasible` (see `conflict`) or `no-answer`. */
  status: string;
  /** The objective of the chosen set, in its unit; null if nothing could be chosen. */
  objective?: number | null;
  /** No set can be better than this. */
  bound?: number | null;
  /** `|bound - objective| / |objective|`; null without an objective. */
  gap?: number | null;
  /** What is made as large (or small) as can be. */
  aim: PortfolioAim;
  /** What was chosen. */
  chosen: PortfolioChosen[];
  /** What was not, and why. */
  rejected: PortfolioRejected[];
  /** Every rule with what is used of it and what loosening it by one unit would change. */
  limits: PortfolioLimit[];
  /** Whether our own code found that the set keeps every rule and has this objective. */
  checked: boolean;
  /** What the check found, in words; empty if all is well. */
  check_findings: string[];
  /** Budgets per fund and year, with how far their sliders go. */
  budgets: PortfolioBudget[];
  /** Every candidate, chosen or not, where it lies and what it could be. */
  candidates: PortfolioCandidate[];
  /** Year by year: money, output, workforce. */
  timeline: PortfolioYear[];
  /** Benchmarks per material and stage before and after. */
  benchmarks: PortfolioBenchmark[];
  /** What each region gets. */
  regions: PortfolioRegion[];
  /** Sums over the chosen set. */
  totals: PortfolioTotal[];
  /** Change in supply risk, linearised and exact; null where the objective and rules do not use it. */
  supply_risk?: PortfolioSupplyRisk | null;
  /** The smallest set of rules that contradict each other; null unless infeasible. */
  conflict?: PortfolioConflict | null;
  /** How it was solved. */
  solving: PortfolioSolving;
  /** What is not known, in words. */
  missing: string[];
  /** What must be said beside the figures. */
  notes: string[];
  /** Id under which the objective opens. */
  why?: string | null;
};

/** What is made as large or as small as can be. */
export type PortfolioAim = {
  /** Id of the measure: `npv`, `points`, `tonnes`, `supply-risk` ... or `weighted`. */
  id: string;
  /** Name, in words. */
  name: string;
  /** `max` or `min`. */
  sense: string;
  /** Unit of the objective. */
  unit: string;
  /** Terms of it, where it is a weighted sum. */
  terms: PortfolioTerm[];
  /** Measures that a front can be asked about. */
  measures: PortfolioMeasure[];
};

/** A term of a weighted objective. */
export type PortfolioTerm = {
  /** Id of the measure. */
  id: string;
  /** Its weight. */
  weight: number;
};

/** A measure of a set of projects. */
export type PortfolioMeasure = {
  /** Id, as `--front A,B` takes it. */
  id: string;
  /** Name. */
  name: string;
  /** Unit. */
  unit: string;
  /** `max` or `min`. */
  sense: string;
};

/** Change in supply risk: cubic in the choice, therefore linearised around it and re-checked exactly. */
export type PortfolioSupplyRisk = {
  /** Material. */
  material: string;
  /** Supply risk without the set. */
  before: number;
  /** With the set, by the linearisation. */
  sr_linear: number;
  /** With the set, exactly. */
  sr_exact: number;
  /** The rounds of linearising anew. */
  rounds: PortfolioRound[];
  /** Whether the last two rounds agree within 1 %. */
  settled: boolean;
  /** In words. */
  says: string;
};

/** One round. */
export type PortfolioRound = {
  /** By the linearisation of this round. */
  sr_linear: number;
  /** Exactly. */
  sr_exact: number;
  /** Projects chosen in it. */
  chosen: string[];
};

/** How it was solved. Times differ from run to run and stand in no document. */
export type PortfolioSolving = {
  /** Columns of the programme. */
  columns: number;
  /** Rows. */
  rows: number;
  /** Columns that must be whole. */
  integers: number;
  /** Nodes of the search. */
  nodes?: number | null;
  /** Objective of our own start solution; null if there was none. */
  start?: number | null;
  /** Time limit, seconds. */
  time_limit: number;
  /** Gap at which it was allowed to stop. */
  gap_limit: number;
  /** Solver with its version. */
  solver: string;
};

/** A chosen project. */
export type PortfolioChosen = {
  /** Id. */
  project: string;
  /** Name. */
  name: string;
  /** Year in which it starts. */
  start: number;
  /** Share of its full size, 0..1. */
  size: number;
  /** Instrument: `none`, `grant`, ... */
  instrument: string;
  /** What it brings to the objective, in its unit. */
  contributes?: number | null;
  /** What the objective loses if it is left out and all else is chosen anew; null where that was not solved. */
  worth?: number | null;
  /** Public money that it takes, present value, `million EUR`. */
  public_cost?: number | null;
  /** Private money, `million EUR`. */
  private_cost?: number | null;
  /** Why it is in, in words. */
  says: string;
  /** Id under which its contribution opens. */
  why?: string | null;
};

/** A project that was not chosen. */
export type PortfolioRejected = {
  /** Id. */
  project: string;
  /** Name. */
  name: string;
  /** Why not, in words: what would have to change. */
  why_not: string;
  /** What the objective loses if it is forced in, in its unit; null where that was not solved or is impossible. */
  costs?: number | null;
  /** Projects that would leave the set for it. */
  displaces: string[];
  /** Limits that stop it even alone, by name. */
  blocked_by: string[];
  /** Changes each of which would bring it in. */
  would_take: PortfolioChange[];
  /** Whether the numbers are proved, or hold within the gap. */
  proved: boolean;
};

/** A change that would bring a project in. */
export type PortfolioChange = {
  /** What changes, in words: "public cost", "budget of the Just Transition Fund". */
  what: string;
  /** Now. */
  from?: number | null;
  /** To at least or at most. */
  to: number;
  /** Unit. */
  unit: string;
};

/** A candidate, for map and timeline. */
export type PortfolioCandidate = {
  /** Id. */
  project: string;
  /** Name. */
  name: string;
  /** Latitude, degrees north; null if no site is known. */
  lat?: number | null;
  /** Longitude, degrees east. */
  lon?: number | null;
  /** Region; null if not known. */
  region?: ChooseRegion | null;
  /** Country code. */
  country: string;
  /** Stages. */
  stages: string[];
  /** Materials, by name. */
  materials: string[];
  /** Whether it was chosen. */
  chosen: boolean;
  /** Whether it may be built smaller than full. */
  divisible: boolean;
  /** Years from the start of construction to the first tonne; null if not known. */
  build_years?: number | null;
  /** Years from the first tonne to full output; null if not known. */
  ramp_years?: number | null;
  /** Years in which it may start. */
  starts: number[];
  /** Instruments that it may have. */
  instruments: string[];
  /** Projects that it needs. */
  needs: string[];
  /** Projects that it excludes. */
  excludes: string[];
  /** Measures of it at full size, earliest start and no instrument. */
  measures: PortfolioMeasured[];
  /** Inputs of it that are marked assumptions. */
  assumed: number;
  /** Inputs that come from a source. */
  sourced: number;
};

/** A measure of a candidate. */
export type PortfolioMeasured = {
  /** Id of the measure. */
  id: string;
  /** Value; null if not known. */
  value?: number | null;
  /** Unit. */
  unit: string;
  /** Id under which it opens. */
  why?: string | null;
};

/** The smallest set of rules that cannot all be kept: without any one of them the rest can. */
export type PortfolioConflict = {
  /** In words. */
  says: string;
  /** The rules. */
  rules: PortfolioConflictRule[];
  /** Whether it was proved that no smaller set contradicts; false where the time limit stopped the search. */
  smallest: boolean;
};

/** A rule of a conflict. */
export type PortfolioConflictRule = {
  /** Name. */
  name: string;
  /** In words. */
  says: string;
  /** Line of the portfolio file; null for a rule of the question. */
  line?: number | null;
  /** What the limit would have to be if all others stay, in its unit; null if no limit helps. */
  would_have_to_be?: number | null;
  /** Unit. */
  unit: string;
};

/** The front of two objectives (epsilon constraint). */
export type FrontAnswer = {
  /** Form of the document. */
  format: number;
  /** Portfolio. */
  portfolio: string;
  /** In words. */
  says: string[];
  /** First objective. */
  first: PortfolioMeasure;
  /** Second objective. */
  second: PortfolioMeasure;
  /** Points that no other set beats in both, in ascending order of the first. */
  points: FrontPoint[];
  /** Whether every point is proved and none is missing between them. */
  complete: boolean;
  /** What must be said beside it. */
  notes: string[];
};

/** A point of the front. */
export type FrontPoint = {
  /** Value of the first objective. */
  first: number;
  /** Value of the second. */
  second: number;
  /** Gap of its solution. */
  gap?: number | null;
  /** The set. */
  chosen: PortfolioChosen[];
  /** Projects that come in, against the point before. */
  comes: string[];
  /** Projects that leave. */
  leaves: string[];
};

/** Sets that are nearly as good. */
export type NearAnswer = {
  /** Form of the document. */
  format: number;
  /** Portfolio. */
  portfolio: string;
  /** In words: which projects stand in every set, which in some. */
  says: string[];
  /** The best first. */
  sets: NearSet[];
  /** In how many of the sets each project stands. */
  counts: NearCount[];
  /** Whether there are no others within `within`. */
  complete: boolean;
  /** Sets may be worse than the best by this share. */
  within: number;
  /** What must be said beside it. */
  notes: string[];
};

/** A set. */
export type NearSet = {
  /** Objective. */
  objective: number;
  /** By how much it is worse than the best, as a share of it. */
  worse: number;
  /** The set. */
  chosen: PortfolioChosen[];
  /** Projects that come in, against the best. */
  comes: string[];
  /** Projects that leave. */
  leaves: string[];
};

/** How often a project stands in the sets. */
export type NearCount = {
  /** Project. */
  project: string;
  /** Name. */
  name: string;
  /** Sets with it. */
  sets: number;
};

/** A rule of the portfolio. */
export type PortfolioLimit = {
  /** Name, as `--rule` takes it. */
  name: string;
  /** The rule in words. */
  says: string;
  /** `at-most`, `at-least` or `equal`. */
  sense: string;
  /** What the chosen set uses. */
  used?: number | null;
  /** The limit. */
  limit: number;
  /** Unit of both. */
  unit: string;
  /** Change of the objective when the limit is loosened by one `price_unit` and the model solved again; null when that was not proved. */
  price?: number | null;
  /** The unit by which it was loosened: "1 million EUR". */
  price_unit: string;
  /** Dual of the relaxation without whole numbers: a hint, not the price. */
  dual_of_relaxation?: number | null;
  /** Whether the chosen set lies on the limit. */
  binding: boolean;
  /** Line of the portfolio file that states it; null for a rule of the question. */
  line?: number | null;
  /** Id under which what is used opens. */
  why?: string | null;
};

/** A budget. */
export type PortfolioBudget = {
  /** Id of the fund, as `--budget` takes it. */
  fund: string;
  /** Name of the fund. */
  name: string;
  /** Year; null for a budget over all years. */
  year?: number | null;
  /** Used, `million EUR`. */
  used: number;
  /** Limit, `million EUR`. */
  limit: number;
  /** Limit of the file, before the question moved it, `million EUR`. */
  stated: number;
  /** Where a slider begins, `million EUR`. */
  slider_low: number;
  /** Where it ends: what all candidates together could take, or twice the stated limit if that is more. */
  slider_high: number;
  /** What one more million euro changes the objective by, solved again; null when not proved. */
  price?: number | null;
};

/** Robust choice over draws. */
export type RobustAnswer = {
  /** Form of the document. */
  format: number;
  /** Portfolio. */
  portfolio: string;
  /** In words. */
  says: string[];
  /** Draws. */
  draws: number;
  /** Seed. */
  seed: number;
  /** Unit of the objective. */
  unit: string;
  /** The choices compared: of the base case, and by each view of the draws. */
  choices: RobustChoice[];
  /** In how many of the draws, each chosen for alone, a project stands. */
  stands: RobustProject[];
  /** What must be said beside it. */
  notes: string[];
};

/** One choice. */
export type RobustChoice = {
  /** `base`, `expected`, `worst` (mean of the worst p %) or `regret` (smallest largest regret). */
  view: string;
  /** Name, in words. */
  name: string;
  /** `optimal`, `time-limit` or `infeasible`. */
  status: string;
  /** Gap of its solution. */
  gap?: number | null;
  /** The set. */
  chosen: PortfolioChosen[];
  /** Objective in the base case. */
  base?: number | null;
  /** Mean over the draws. */
  expected?: number | null;
  /** Mean of the worst five of a hundred draws. */
  worst?: number | null;
  /** Largest regret over the draws: how much better the best set of that draw would have been. */
  regret?: number | null;
};

/** How often a project stands. */
export type RobustProject = {
  /** Project. */
  project: string;
  /** Name. */
  name: string;
  /** Share of the draws in whose best set it stands. */
  share: number;
};

/** One year. */
export type PortfolioYear = {
  /** Year. */
  year: number;
  /** Public money by fund, `million EUR`, in the order of the budgets' funds. */
  public: PortfolioSpent[];
  /** Private capital, `million EUR`. */
  private?: number | null;
  /** Output by material and stage, tonnes of contained element. */
  output: PortfolioOutput[];
  /** Direct jobs. */
  workforce?: number | null;
};

/** Public money of a fund in a year. */
export type PortfolioSpent = {
  /** Fund. */
  fund: string;
  /** `million EUR`. */
  meur: number;
};

/** Output of a material at a stage. */
export type PortfolioOutput = {
  /** Material. */
  material: string;
  /** Stage. */
  stage: string;
  /** Tonnes of contained element per year. */
  tonnes: number;
};

/** A benchmark of a material at a stage, before and after. */
export type PortfolioBenchmark = {
  /** Material. */
  material: string;
  /** Name of the material. */
  material_name: string;
  /** `extraction`, `processing` or `recycling`. */
  stage: string;
  /** Year. */
  year: number;
  /** Share of the Union's consumption without the set; null if not known. */
  before?: number | null;
  /** With the set. */
  after?: number | null;
  /** The benchmark of Art. 5(1). */
  aim: number;
  /** Tonnes that the set adds. */
  added_t: number;
  /** Id under which the share without the set opens. */
  why?: string | null;
};

/** What a region gets. */
export type PortfolioRegion = ChooseRegion & {
  /** Projects chosen in it. */
  chosen: string[];
  /** Candidates in it. */
  candidates: number;
  /** Public money, `million EUR`. */
  public: number;
  /** Share of all public money; null if none is spent. */
  public_share?: number | null;
  /** Direct jobs in operation. */
  jobs?: number | null;
  /** Income of region and municipalities over the life, `million EUR`. */
  local_income?: number | null;
};

/** A sum over the chosen set. */
export type PortfolioTotal = {
  /** Id: `npv`, `public-cost`, `private-cost`, `carbon`, `energy`, `water`, `land`, `jobs`, `public-income` ... */
  id: string;
  /** Name. */
  name: string;
  /** Sum over the projects of which it is known; null if of none. */
  value?: number | null;
  /** Lowest. */
  low?: number | null;
  /** Highest. */
  high?: number | null;
  /** The same tonnes imported at the world mix; null where that makes no sense or is not known. */
  imports?: number | null;
  /** Unit. */
  unit: string;
  /** Projects of which it is not known. */
  unknown: string[];
  /** Id under which it opens. */
  why?: string | null;
};

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
