/**
 * The documents of the Chain room, named. Those that the server describes are read out of its description, so that a
 * name changed there breaks the build here; the chain is written by hand until it describes it.
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
export type TogetherAnswer = Schemas['TogetherAnswer'];
export type TogetherRegion = Schemas['TogetherRegion'];
export type TogetherProject = Schemas['TogetherProject'];
export type CoalitionDocument = Schemas['CoalitionDocument'];
export type PairDocument = Schemas['PairDocument'];
export type TargetDocument = Schemas['TargetDocument'];
export type SensitivityDocument = Schemas['SensitivityDocument'];
export type DisplacementDocument = Schemas['DisplacementDocument'];
export type UnofficialDocument = Schemas['UnofficialDocument'];
export type TogetherEnsemble = Schemas['TogetherEnsemble'];
export type GeoPolRiskAnswer = Schemas['GeoPolRiskAnswer'];
export type GeoPolRiskRow = Schemas['GeoPolRiskRow'];

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
};

