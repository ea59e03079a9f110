/**
 * The documents of the Outlook, by hand in the shape of the server's (`adit_answer::outlook`), as its description of the
 * API does not have them yet.
 */
import type { FigureDocument } from '../chain/documents.ts';

export type Named = { id: string; name: string };

export type OutlookCase = {
  id: string;
  name: string;
  question: string;
  product: string;
  product_unit: string;
  stage_product: string;
  first_year: number;
  base_year: number;
  last_year: number;
  inflow_at: string;
  materials: Named[];
};

export type OutlookCases = { format: number; cases: OutlookCase[] };

type Values = (number | null)[];

export type OutlookBands = { p05: Values; p25: Values; p50: Values; p75: Values; p95: Values; mean: Values };

export type OutlookLine = {
  id: string;
  name: string;
  says: string;
  unit: string;
  values: Values;
  bands?: OutlookBands | null;
  skew?: string | null;
  why?: string | null;
};

export type OutlookLever = {
  id: string;
  name: string;
  says: string;
  base?: number | null;
  unmoved?: number | null;
  set?: number | null;
  year: number;
  low: number;
  high: number;
  step: number;
  unit: string;
};

export type OutlookRisk = { year: number; rate_before: FigureDocument; rate_after: FigureDocument; before: FigureDocument; after: FigureDocument };

export type OutlookMaterial = {
  id: string;
  name: string;
  lines: OutlookLine[];
  capacity_basis?: string | null;
  risk?: OutlookRisk | null;
  risk_note?: string | null;
};

export type OutlookProduct = { segment: string; name: string; driver: string; lifetime: string; lines: OutlookLine[] };

export type OutlookAssumption = {
  why: string;
  parameter: string;
  of: string;
  year: string;
  value: number;
  low?: number | null;
  high?: number | null;
  spread: string;
  unit: string;
  kind: string;
  source: string;
  locator: string;
  note?: string | null;
  lever?: string | null;
};

export type OutlookPlace = { code: string; name: string; km: number; share: FigureDocument };

export type OutlookRegionMaterial = { id: string; name: string; own: OutlookLine[]; near: OutlookLine[]; capacity: OutlookLine; recyclers: Named[] };

export type OutlookRegion = {
  code: string;
  name: string;
  by: string;
  share: FigureDocument;
  within_km: number;
  places: OutlookPlace[];
  materials: OutlookRegionMaterial[];
  says: string[];
};

export type OutlookAnswer = {
  format: number;
  case: OutlookCase;
  says: string[];
  years: number[];
  draws: number;
  seed: number;
  sampling: string;
  levers: OutlookLever[];
  materials: OutlookMaterial[];
  products: OutlookProduct[];
  assumptions: OutlookAssumption[];
  region?: OutlookRegion | null;
  balance_error: number;
  missing: string[];
  notes: string[];
};

export type MattersGroup = { id: string; name: string; first: number; first_error: number; total: number; total_error: number; why: string };
export type MattersResult = { material: string; material_name: string; line: string; year: number; says: string; standard_deviation: number; groups: MattersGroup[] };
export type OutlookMatters = { format: number; case: string; results: MattersResult[]; samples: number; runs: number; seed: number; notes: string[] };

export type OutlookNode = { id: string; name: string; column: number; kind: string };
export type OutlookLink = { from: string; to: string; name: string; tonnes: FigureDocument };
export type OutlookFlows = {
  format: number;
  case: string;
  material: string;
  material_name: string;
  year: number;
  years: number[];
  says: string;
  nodes: OutlookNode[];
  links: OutlookLink[];
};
