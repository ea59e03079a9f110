/**
 * The documents of the Chain room, as `crates/adit-answer/src/chain` describes them, until the server's description has them.
 */

/** A figure with its bounds and the id under which it opens. */
export type FigureDocument = {
  /** The value, in the unit that the field's own description names; null if unknown. */
  value?: number | null;
  /** Lowest; null where nothing bounds it. */
  low?: number | null;
  /** Highest; null where nothing bounds it. */
  high?: number | null;
  /** Id that `why` opens; null where there is nothing to open. */
  why?: string | null;
};

/** Regions of NUTS 2024 with centre points: enough to draw a schematic map. */
export type RegionsAnswer = {
  /** Form of the document. */
  format: number;
  /** Vintage of the codes. */
  vintage: number;
  /** Regions of levels 2 and 3, and those of 2021 that have no code in 2024. */
  regions: MapRegion[];
  /** The REMIX regions. */
  remix: RemixRegion[];
  /** Whether the user has imported official boundaries (`GET /api/v1/boundaries`). */
  boundaries: boolean;
  /** What must be said beside a map. */
  notes: string[];
};

/** A region on the map. */
export type MapRegion = {
  /** NUTS code. */
  code: string;
  /** Level 2 or 3. */
  level: number;
  /** Name in Latin script. */
  name: string;
  /** Name in the local script, where it differs. */
  local?: string | null;
  /** ISO code of the country. */
  country: string;
  /** In the Union. */
  eu: boolean;
  /** Latitude of a centre point, degrees north. */
  lat: number;
  /** Longitude of a centre point, degrees east. */
  lon: number;
};

/** A region of the REMIX project. */
export type RemixRegion = {
  /** Id. */
  id: string;
  /** Name. */
  name: string;
  /** NUTS 2024 codes; those of 2021 where it has none. */
  codes: string[];
};

/** Sites and projects at points. */
export type SitesAnswer = {
  /** Form of the document. */
  format: number;
  /** Sites and project sites. */
  sites: SiteDocument[];
  /** What must be said beside them. */
  notes: string[];
};

/** A site, or a project's site at a stage. */
export type SiteDocument = {
  /** Id of the site or project. */
  id: string;
  /** Name. */
  name: string;
  /** Operator or promoter. */
  operator?: string | null;
  /** ISO code of the country. */
  country: string;
  /** NUTS 2024 level 2 code. */
  region?: string | null;
  /** Latitude, degrees north. */
  lat?: number | null;
  /** Longitude, degrees east. */
  lon?: number | null;
  /** `deposit`, `mine`, `smelter-refinery`, `plant`, `recycler` or `project`. */
  kind: string;
  /** Stages at the site. */
  stages: string[];
  /** Materials. */
  materials: string[];
  /** Status. */
  status: string;
  /** How sure the source is of it: high, medium, low. */
  confidence?: string | null;
  /** A Strategic Project of the Act. */
  strategic: boolean;
  /** Known capacities. */
  capacities: SiteCapacity[];
  /** Source, as it is cited. */
  source: string;
  /** Anything else worth knowing. */
  note?: string | null;
};

/** A capacity of a site. */
export type SiteCapacity = {
  /** Material. */
  material: string;
  /** Stage. */
  stage: string;
  /** Tonnes contained a year; null if unknown. */
  contained_t?: number | null;
  /** `capacity`, `production`, `planned`, `unknown`. */
  basis: string;
  /** The row stands on memory, not on a page that was read: never counted. */
  from_memory: boolean;
  /** Key of the fact that `why` opens. */
  why?: string | null;
};

/** Everything about a region. */
export type RegionAnswer = {
  /** Form of the document. */
  format: number;
  /** NUTS code (2024 where there is one). */
  code: string;
  /** Vintage of the code. */
  vintage: number;
  /** Level. */
  level: number;
  /** Name in the local script. */
  name: string;
  /** Name in Latin script. */
  name_latin: string;
  /** ISO code of the country. */
  country: string;
  /** Name of the country. */
  country_name: string;
  /** What was asked for, where it is another code or name, and how it was translated. */
  asked?: string | null;
  /** The region of REMIX that it belongs to. */
  remix?: string | null;
  /** The finding in two or three sentences. */
  says: string[];
  /** What is in the ground and on it. */
  stages: RegionStage[];
  /** European chains that it belongs to. */
  chains: RegionChain[];
  /** Its projects and what they change. */
  projects: RegionProject[];
  /** What its projects together change in Europe's official numbers. */
  changes: RegionChange[];
  /** Mining's weight. */
  economy: RegionEconomy;
  /** Regions like it. */
  similar: SimilarRegion[];
  /** What is not known. */
  missing: string[];
  /** Sources of what is shown, as they are cited. */
  sources: string[];
  /** What must be said beside the figures. */
  notes: string[];
};

/** Sites at one stage. */
export type RegionStage = {
  /** `deposit` or a stage of the chain. */
  stage: string;
  /** The sites. */
  sites: SiteDocument[];
};

/** A material's chain seen from the region. */
export type RegionChain = {
  /** Material. */
  material: string;
  /** Name. */
  name: string;
  /** Strategic by Annex I. */
  strategic: boolean;
  /** Stages that the region has, planned or standing. */
  stages: string[];
  /** Stages before and after that it lacks. */
  missing_links: string[];
  /** Who could supply it. */
  upstream: ConnectionDocument[];
  /** Whom it could supply. */
  downstream: ConnectionDocument[];
};

/** Someone that could connect. */
export type ConnectionDocument = {
  /** Id of the site or project. */
  id: string;
  /** Name. */
  name: string;
  /** Its region. */
  region?: string | null;
  /** ISO code of the country. */
  country: string;
  /** Stage there. */
  stage: string;
  /** Status. */
  status: string;
  /** Distance along the great circle, kilometres. */
  distance_km?: number | null;
  /** Its tonnes, contained a year. */
  tonnes?: number | null;
  /** Its tonnes over the region's own, a fraction; null if either is unknown. */
  covers?: number | null;
  /** Quality of fit: `good`, `possible`, `unknown`, with the reason. */
  fit: string;
  /** Why it is judged so. */
  because: string;
  /** Fact that `why` opens. */
  why?: string | null;
};

/** A project of the region. */
export type RegionProject = {
  /** Id. */
  id: string;
  /** Name. */
  name: string;
  /** Promoter. */
  promoter?: string | null;
  /** Status. */
  status: string;
  /** A Strategic Project of the Act. */
  strategic: boolean;
  /** Capacities in this region. */
  capacities: ProjectCapacityDocument[];
  /** Investment, million euro. */
  capex_meur?: number | null;
  /** Jobs in operation. */
  jobs?: number | null;
  /** Facts that `why` opens: capex, jobs. */
  why: string[];
  /** What is not known of it. */
  missing: string[];
};

/** A project's capacity at a stage. */
export type ProjectCapacityDocument = {
  /** Material. */
  material: string;
  /** Stage. */
  stage: string;
  /** Tonnes contained a year. */
  contained_t: FigureDocument;
  /** Start as stated. */
  start?: number | null;
  /** As stated by the promoter, with its unit. */
  stated?: string | null;
};

/** What the region's projects alone change in one official number. */
export type RegionChange = {
  /** Material. */
  material: string;
  /** `sr`, `extraction`, `processing`, `recycling` or `single-country`. */
  measure: string;
  /** Year. */
  year: number;
  /** Before. */
  before?: number | null;
  /** After. */
  after?: number | null;
  /** Better by this; negative is worse; null if unknown. */
  better_by: FigureDocument;
  /** In words, also where it is almost nothing or worse. */
  says: string;
};

/** Mining's weight in the region. */
export type RegionEconomy = {
  /** Persons. */
  population: DatedFigure;
  /** Million euro. */
  gdp: DatedFigure;
  /** Fraction of the labour force. */
  unemployment: DatedFigure;
  /** Persons employed, all sectors. */
  employment: DatedFigure;
  /** Persons employed in mining and quarrying (NACE B). */
  mining: DatedFigure;
  /** Mining over all employment, a fraction. */
  mining_share: FigureDocument;
  /** That over the same share of the Union (location quotient). */
  location_quotient: FigureDocument;
  /** Mining by NACE division, where published. */
  divisions: DivisionDocument[];
  /** What these figures cannot tell. */
  limits: string[];
};

/** A figure with its year. */
export type DatedFigure = {
  /** Year; null if unknown. */
  year?: number | null;
  /** Figure. */
  figure: FigureDocument;
  /** Code under which it was published, where it is another one. */
  of_code?: string | null;
};

/** Employment in one division of mining. */
export type DivisionDocument = {
  /** NACE code. */
  nace: string;
  /** Name. */
  name: string;
  /** Persons; null if confidential or not published. */
  persons: FigureDocument;
};

/** A region to learn from. */
export type SimilarRegion = {
  /** NUTS code. */
  code: string;
  /** Name in Latin script. */
  name: string;
  /** ISO code of the country. */
  country: string;
  /** Similarity, 0..1. */
  similarity: number;
  /** Its parts: materials, stages, structure; each 0..1. */
  parts: SimilarityPart[];
  /** What both have. */
  shared: string[];
  /** What it has and this region lacks. */
  ahead: string[];
};

/** A part of a similarity. */
export type SimilarityPart = {
  /** `materials`, `stages` or `structure`. */
  of: string;
  /** 0..1; null if unknown. */
  value?: number | null;
  /** Weight, 0..1. */
  weight: number;
};

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

/** The four benchmarks of Art. 5(1) in a year. */
export type BenchmarksAnswer = {
  /** Form of the document. */
  format: number;
  /** The year asked for. */
  year: number;
  /** Year of the latest facts: capacity, production and trade as they are now. */
  now: number;
  /** `act`: the definitions of the Act; `proxy`: the proxies used elsewhere (output over consumption, imports over imports), shown for comparison. */
  definition: string;
  /** The aims of Art. 5(1): fractions of annual consumption. */
  targets: TargetsDocument;
  /** One entry for each strategic raw material of Annex I. */
  materials: BenchmarkMaterial[];
  /** The three ways of an overall figure; the Act fixes none. */
  overall: OverallDocument;
  /** The overall figures from now to the year asked for. */
  road: RoadPoint[];
  /** The projects, those that carry most first. */
  projects: BenchmarkProject[];
  /** Ensemble over projects, demand and recoveries; null without draws. */
  ensemble?: BenchmarkEnsemble | null;
  /** What must be said beside the figures. */
  notes: string[];
};

/** Fractions of annual consumption. */
export type TargetsDocument = {
  /** At least. */
  extraction: number;
  /** At least. */
  processing: number;
  /** At least. */
  recycling: number;
  /** At most, from one third country. */
  single_country: number;
};

/** Shares of consumption by stage, fractions; null if unknown. */
export type SharesDocument = {
  /** Extraction. */
  extraction?: number | null;
  /** Processing. */
  processing?: number | null;
  /** Recycling. */
  recycling?: number | null;
};

/** Yes or no by stage; null if unknown. */
export type MetDocument = {
  /** Extraction. */
  extraction?: boolean | null;
  /** Processing. */
  processing?: boolean | null;
  /** Recycling. */
  recycling?: boolean | null;
  /** No third country over the limit. */
  single_country?: boolean | null;
};

/** Numbers of materials by benchmark. */
export type CountsDocument = {
  /** Extraction. */
  extraction: number;
  /** Processing. */
  processing: number;
  /** Recycling. */
  recycling: number;
  /** Single third country. */
  single_country: number;
};

/** Ids that `why` opens, by figure. */
export type BenchmarkWhy = {
  /** Consumption. */
  consumption?: string | null;
  /** Extraction. */
  extraction?: string | null;
  /** Processing. */
  processing?: string | null;
  /** Recycling. */
  recycling?: string | null;
};

/** One strategic raw material. */
export type BenchmarkMaterial = {
  /** Id. */
  id: string;
  /** Name. */
  name: string;
  /** The entry of Annex I in its own words. */
  entry: string;
  /** The grade that the Act means, where it means one; the element is then a labelled proxy. */
  grade?: string | null;
  /** Consumption in the year, tonnes contained; null if no route leads to it. */
  consumption_t?: number | null;
  /** Route (rules §2.2): `a` published, `b` production and trade, `c` production and import reliance; null if none. */
  consumption_route?: string | null;
  /** Years of the facts behind it, and the growth laid over them, in words. */
  consumption_says: string;
  /** Capacity to extract over consumption. */
  extraction?: number | null;
  /** Smallest intermediate processing step over consumption. */
  processing?: number | null;
  /** Capacity to recycle over consumption, or the proxy named by `recycling_basis`. */
  recycling?: number | null;
  /** `capacity` or `eol-rir-proxy`; null where unknown. */
  recycling_basis?: string | null;
  /** The weakest basis of the three: `capacity`, `output` (a lower bound), `none`. */
  basis: string;
  /** Basis by stage: `capacity`, `output`, `zero`, `none`. */
  bases: BasesDocument;
  /** The third country with the largest share at any stage. */
  largest_third_country?: ThirdCountry | null;
  /** Largest third country at each stage that is known. */
  third_countries: ThirdCountry[];
  /** Lower ends. */
  low: SharesDocument;
  /** Upper ends. */
  high: SharesDocument;
  /** The same shares now, without projects. */
  now: SharesDocument;
  /** Whether each benchmark is met by the value. */
  met: MetDocument;
  /** Whether the bounds leave no doubt. */
  certain: MetDocument;
  /** Share of draws in which each is met; null without draws. */
  probability?: SharesDocument | null;
  /** Other readings that are in use elsewhere: proxies, each with its name. */
  proxies: ProxyDocument[];
  /** What is not known. */
  missing: string[];
  /** Ids that open. */
  why: BenchmarkWhy;
};

/** Basis by stage. */
export type BasesDocument = {
  /** Extraction. */
  extraction: string;
  /** Processing. */
  processing: string;
  /** Recycling. */
  recycling: string;
};

/** Dependence on one third country. */
export type ThirdCountry = {
  /** ISO code. */
  country: string;
  /** Name. */
  country_name: string;
  /** Stage. */
  stage: string;
  /** Imports from it over the Union's consumption of that form, a fraction. */
  share: number;
  /** Lowest. */
  low?: number | null;
  /** Highest. */
  high?: number | null;
  /** What was divided by what: `consumption` (the Act) or `imports` or `sourcing` (proxies), with the years. */
  of: string;
  /** A strategic partnership (Art. 37), the EEA, or an overseas territory, where it is one. */
  partner?: string | null;
  /** Id that opens. */
  why?: string | null;
};

/** Another reading of a figure. */
export type ProxyDocument = {
  /** `extraction`, `processing`, `recycling` or `single-country`. */
  measure: string;
  /** What it is, in words. */
  says: string;
  /** The figure. */
  figure: FigureDocument;
};

/** Three overall figures, never one without the others. */
export type OverallDocument = {
  /** Sum of capacities over sum of consumption, of the materials for which both are known. */
  by_tonnes: SharesDocument;
  /** How much of that consumption is aluminium and copper, a fraction. */
  by_tonnes_aluminium_copper?: number | null;
  /** Median over the materials known. */
  median: SharesDocument;
  /** Materials that meet it. */
  met: CountsDocument;
  /** Materials for which it is known. */
  known: CountsDocument;
  /** Materials for which the bounds decide that it is met. */
  certainly_met: CountsDocument;
  /** Materials for which the bounds leave it open. */
  open: CountsDocument;
};

/** One year of the road. */
export type RoadPoint = {
  /** Year. */
  year: number;
  /** By tonnes. */
  by_tonnes: SharesDocument;
  /** By tonnes, lowest. */
  low: SharesDocument;
  /** By tonnes, highest. */
  high: SharesDocument;
  /** Median. */
  median: SharesDocument;
  /** Materials that meet it. */
  met: CountsDocument;
  /** Materials for which it is known. */
  known: CountsDocument;
};

/** A project and what it carries in the year. */
export type BenchmarkProject = {
  /** Id. */
  id: string;
  /** Name. */
  name: string;
  /** Country. */
  country: string;
  /** NUTS 2024 level 2 codes of its sites. */
  regions: string[];
  /** Status. */
  status: string;
  /** Probability that it produces by the year, with ramp-up and delay left out. */
  probability: number;
  /** What it carries. */
  carries: CarriesDocument[];
  /** Benchmarks that the value meets with it and would miss without it: `material/measure`. */
  single_failure: string[];
  /** What is not known of it. */
  missing: string[];
};

/** What a project carries of one benchmark. */
export type CarriesDocument = {
  /** Material. */
  material: string;
  /** `extraction`, `processing` or `recycling`. */
  measure: string;
  /** Stated capacity, tonnes contained a year. */
  capacity_t?: number | null;
  /** Capacity that counts in the year: by start, ramp-up, probability; tonnes contained. */
  counted_t?: number | null;
  /** That over consumption, a fraction. */
  share?: number | null;
  /** Start of production counted with. */
  start?: number | null;
  /** Id that opens. */
  why?: string | null;
};

/** What the draws say. */
export type BenchmarkEnsemble = {
  /** Number of draws. */
  draws: number;
  /** Seed. */
  seed: number;
  /** 5th percentile by tonnes. */
  p05: SharesDocument;
  /** Median of the draws, by tonnes. */
  p50: SharesDocument;
  /** 95th percentile by tonnes. */
  p95: SharesDocument;
  /** Share of draws in which the overall figure by tonnes reaches the aim. */
  probability: SharesDocument;
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
