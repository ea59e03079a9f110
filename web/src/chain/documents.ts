/**
 * The documents of the Chain room, named. They are read out of the server's description, so that a name changed there
 * breaks the build here and nowhere else.
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
export type ChainAnswer = Schemas['ChainAnswer'];
export type ChainNode = Schemas['ChainNode'];
export type ChainLink = Schemas['ChainLink'];
export type StageBalance = Schemas['StageBalance'];
export type PartnerFlow = Schemas['PartnerFlow'];
export type ReconciledFlow = Schemas['ReconciledFlow'];
export type ChainRegion = Schemas['ChainRegion'];
