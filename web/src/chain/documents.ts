/**
 * The documents of the Chain room, named. Those that the server describes are read out of its description, so that a
 * name changed there breaks the build here; the chain and the game are written by hand until it describes them.
 */
import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];

export type FigureDocument = Schemas['FigureDocument'];
export type RegionsAnswer = Schemas['RegionsAnswer'];
export type MapRegion = Schemas['MapRegion'];
export type RemixRegion = Schemas['RemixRegion'];
export type SitesAnswer = Schemas['SitesAnswer'];
export type SiteDocument = Schemas['SiteDocument'];
export type SiteCapacity = Schemas['SiteCapacity'];
export type RegionAnswer = Schemas['RegionAnswer'];
export type RegionStage = Schemas['RegionStage'];
export type RegionChain = Schemas['RegionChain'];
export type ConnectionDocument = Schemas['ConnectionDocument'];
export type RegionProject = Schemas['RegionProject'];
export type ProjectCapacityDocument = Schemas['ProjectCapacityDocument'];
export type RegionChange = Schemas['RegionChange'];
export type RegionEconomy = Schemas['RegionEconomy'];
export type DatedFigure = Schemas['DatedFigure'];
export type DivisionDocument = Schemas['DivisionDocument'];
export type SimilarRegion = Schemas['SimilarRegion'];
export type SimilarityPart = Schemas['SimilarityPart'];
export type BenchmarksAnswer = Schemas['BenchmarksAnswer'];
export type TargetsDocument = Schemas['TargetsDocument'];
export type SharesDocument = Schemas['SharesDocument'];
export type MetDocument = Schemas['MetDocument'];
export type CountsDocument = Schemas['CountsDocument'];
export type BenchmarkWhy = Schemas['BenchmarkWhy'];
export type BenchmarkMaterial = Schemas['BenchmarkMaterial'];
export type BasesDocument = Schemas['BasesDocument'];
export type ThirdCountry = Schemas['ThirdCountry'];
export type ProxyDocument = Schemas['ProxyDocument'];
export type OverallDocument = Schemas['OverallDocument'];
export type RoadPoint = Schemas['RoadPoint'];
export type BenchmarkProject = Schemas['BenchmarkProject'];
export type CarriesDocument = Schemas['CarriesDocument'];
export type BenchmarkEnsemble = Schemas['BenchmarkEnsemble'];

/** A material's chain in a year. */
export type ChainAnswer = {
  /** Form of the document. */
  format: number;
  /** Material. */
  material: string;
  /** Name. */
  name: string;
  /** Year. */
  year: number;
  /** Years for which there is something to show. */
  years: number[];
  /** Reference form in which tonnes are counted. */
  form: string;
  /** The finding in one sentence. */
  says: string;
  /** Nodes of the Sankey. */
  nodes: ChainNode[];
  /** Links of the Sankey. */
  links: ChainLink[];
  /** The Union's balance at each stage. */
  stages: StageBalance[];
  /** Reconciled flows of the Union, where enough is known. */
  reconciled: ReconciledFlow[];
  /** Regions of the Union that take part, by stage. */
  regions: ChainRegion[];
  /** Stages of the chain for which the Union has no capacity that we know of. */
  missing_links: string[];
  /** What is not known. */
  missing: string[];
  /** What must be said beside the figures. */
  notes: string[];
};

/** A node. */
export type ChainNode = {
  /** Id within this answer. */
  id: string;
  /** Label. */
  label: string;
  /** `extraction`, `processing`, `use`, `recycling` or `export`: its column. */
  stage: string;
  /** ISO code, `EU27`, or null for what is not a country. */
  place?: string | null;
  /** In the Union. */
  eu: boolean;
};

/** A link. */
export type ChainLink = {
  /** From node. */
  from: string;
  /** To node. */
  to: string;
  /** Tonnes contained. */
  tonnes: FigureDocument;
  /** `trade`, `production`, `recycling`, `estimate`. */
  kind: string;
};

/** The Union's balance at a stage; tonnes contained a year. */
export type StageBalance = {
  /** Stage. */
  stage: string;
  /** Goods of the Harmonized System counted at this stage. */
  codes: string[];
  /** Production. */
  production: FigureDocument;
  /** Imports from third countries. */
  imports: FigureDocument;
  /** Exports to third countries. */
  exports: FigureDocument;
  /** Production + imports - exports. */
  consumption: FigureDocument;
  /** Import reliance computed here, a fraction. */
  import_reliance: FigureDocument;
  /** The official import reliance of the Risk room, a fraction. */
  import_reliance_official: FigureDocument;
  /** Why the two differ. */
  differs_by: string[];
  /** Share of the tonnes that was estimated by unit value because the quantity is missing, a fraction. */
  estimated_share?: number | null;
  /** Where imports come from, largest first. */
  partners: PartnerFlow[];
};

/** Imports from one country; tonnes contained. */
export type PartnerFlow = {
  /** ISO code. */
  country: string;
  /** Name. */
  country_name: string;
  /** Tonnes contained. */
  tonnes: FigureDocument;
  /** Share of imports, a fraction. */
  share: number;
  /** A strategic partnership, the EEA or an overseas territory, where it is one. */
  partner?: string | null;
};

/** A flow before and after reconciliation; tonnes contained. */
export type ReconciledFlow = {
  /** Name. */
  name: string;
  /** As measured; null if it was free. */
  measured?: number | null;
  /** Standard error used. */
  error?: number | null;
  /** Reconciled. */
  reconciled?: number | null;
  /** Normalised residual; above 1.96 the figures cannot all be true. */
  residual?: number | null;
  /** Not determined by anything that is known. */
  unobservable: boolean;
  /** Id that opens. */
  why?: string | null;
};

/** A region that takes part in the chain. */
export type ChainRegion = {
  /** NUTS 2024 level 2 code. */
  code: string;
  /** Name in Latin script. */
  name: string;
  /** Country. */
  country: string;
  /** Stages with its sites and projects. */
  stages: string[];
  /** Number of sites. */
  sites: number;
  /** Number of projects. */
  projects: number;
  /** Known capacity of existing plants by stage and of projects, tonnes contained a year. */
  capacity_t?: number | null;
};

/** The game of rules §3. */
export type TogetherAnswer = {
  /** Form of the document. */
  format: number;
  /** `sr`, `extraction`, `processing`, `recycling` or `single-country`. */
  measure: string;
  /** Material. */
  material: string;
  /** Name. */
  material_name: string;
  /** Stage played; null for the official figure (the higher stage). */
  stage?: string | null;
  /** Year. */
  year: number;
  /** Unit of all values: `index` for `sr`, `share` for the rest. */
  unit: string;
  /** EU supply in the year, tonnes contained; null if unknown. */
  supply_t?: number | null;
  /** World production, tonnes contained; null if unknown or not needed. */
  world_t?: number | null;
  /** Displacement rule. */
  displacement: string;
  /** The figure without any of the regions. */
  before?: number | null;
  /** The figure with all. */
  after?: number | null;
  /** Value of all together; null if unknown. */
  together?: number | null;
  /** Value of each alone. */
  alone: Record<string, number>;
  /** Their sum. */
  sum_alone?: number | null;
  /** Shapley shares; they add to `together`. */
  shapley: Record<string, number>;
  /** Whether the shares are exact. */
  exact: boolean;
  /** Largest 95 % half-width over the regions; 0 if exact. */
  error_bound: number;
  /** What sampled shares were rescaled by to add to `together`; 1 if exact. */
  correction: number;
  /** Whether the full coalition is capped: more tonnes than can displace anything. */
  capped: boolean;
  /** The regions. */
  regions: TogetherRegion[];
  /** Coalitions: all up to 10 regions; above, the empty, single, pair and full ones. */
  coalitions: CoalitionDocument[];
  /** How well pairs go together, the strongest first. */
  pairs: PairDocument[];
  /** The target, where one was asked for. */
  target?: TargetDocument | null;
  /** Half and twice the EU supply. */
  sensitivity: SensitivityDocument[];
  /** The same under every displacement rule. */
  displacements: DisplacementDocument[];
  /** Concentration of the regions' supply by NUTS region: unofficial. */
  unofficial?: UnofficialDocument | null;
  /** Draws, where asked for. */
  ensemble?: TogetherEnsemble | null;
  /** The answer in plain words. */
  says: string[];
  /** What is not known. */
  missing: string[];
  /** What must be said beside the figures. */
  notes: string[];
};

/** A player. */
export type TogetherRegion = {
  /** NUTS code. */
  code: string;
  /** Name in Latin script. */
  name: string;
  /** ISO code of the country. */
  country: string;
  /** Tonnes offered in the year, contained. */
  tonnes: number;
  /** Its projects that count. */
  projects: TogetherProject[];
  /** Every coalition that reaches the target contains it; null without a target. */
  indispensable?: boolean | null;
};

/** A project in the game. */
export type TogetherProject = {
  /** Id. */
  id: string;
  /** Name. */
  name: string;
  /** Stage. */
  stage: string;
  /** Capacity, tonnes contained a year; null if unknown, and then it does not count. */
  capacity_t?: number | null;
  /** Probability. */
  probability: number;
  /** Tonnes that count in the year. */
  tonnes: number;
  /** The fact of its capacity. */
  why?: string | null;
  /** Why it counts less than its capacity, or not at all. */
  note?: string | null;
};

/** A coalition. */
export type CoalitionDocument = {
  /** Its regions, sorted. */
  regions: string[];
  /** Its value. */
  value: number;
  /** The stage that decides the official figure with it; null where one stage is played. */
  deciding_stage?: string | null;
  /** More tonnes than can displace anything. */
  capped: boolean;
  /** Id that opens. */
  why?: string | null;
};

/** Two regions. */
export type PairDocument = {
  /** The two. */
  regions: string[];
  /** Interaction: above 0 they complement each other, below 0 they stand in each other's way. */
  interaction: number;
};

/** Reaching a target. */
export type TargetDocument = {
  /** The value to reach. */
  target: number;
  /** Whether all together reach it. */
  reached: boolean;
  /** The cheapest set that reaches it. */
  cheapest?: string[] | null;
  /** Its cost. */
  cost?: number | null;
  /** What cost means: `regions` (their number) or `million EUR` (stated investment). */
  cost_unit: string;
};

/** The same with another EU supply. */
export type SensitivityDocument = {
  /** EU supply, tonnes contained. */
  supply_t: number;
  /** Value of all together. */
  together?: number | null;
  /** Sum alone. */
  sum_alone?: number | null;
};

/** The same under another displacement rule. */
export type DisplacementDocument = {
  /** Rule. */
  displacement: string;
  /** Value of all together. */
  together?: number | null;
  /** Sum alone. */
  sum_alone?: number | null;
};

/** Concentration by region. */
export type UnofficialDocument = {
  /** What it is, and that it is not official. */
  says: string;
  /** Concentration of EU sourcing if every region counted as a country of its own, before. */
  before?: number | null;
  /** The same, after. */
  after?: number | null;
};

/** What the draws say. */
export type TogetherEnsemble = {
  /** Number of draws. */
  draws: number;
  /** Seed. */
  seed: number;
  /** Mean value of all together. */
  mean: number;
  /** 5th percentile. */
  p05: number;
  /** 95th percentile. */
  p95: number;
  /** Mean Shapley shares. */
  shapley: Record<string, number>;
};

/** Scores of the `GeoPolRisk` method. */
export type GeoPolRiskAnswer = {
  /** Form of the document. */
  format: number;
  /** One row for each material, country and year. */
  rows: GeoPolRiskRow[];
  /** What must be said beside the figures. */
  notes: string[];
};

/** One score. */
export type GeoPolRiskRow = {
  /** Material. */
  material: string;
  /** ISO code or `EU27`. */
  country: string;
  /** Year. */
  year: number;
  /** Concentration of world production, 0..1. */
  hhi: number;
  /** Import risk, 0..1. */
  import_risk: number;
  /** Score: their product. */
  score: number;
  /** For the Union: import risk without members' trade with each other; null for countries. */
  import_risk_outside?: number | null;
  /** For the Union: score without members' trade with each other; null for countries. */
  score_outside?: number | null;
  /** Id that opens the score. */
  why: string;
};
