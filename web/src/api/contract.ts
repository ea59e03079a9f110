// The API's documents, by hand, until docs/openapi.json exists.
export type Why = string | null;
type Ok<T> = { responses: { 200: { content: { 'application/json': T } } } };
type Get<T, Q = never, P = never> = { get: Ok<T> & { parameters: { query?: Q; header?: never; cookie?: never } & ([P] extends [never] ? { path?: never } : { path: P }) } };

export type Stage = {
  stage: string; scope: string | null; sr: number | null; sr_low: number | null; sr_high: number | null;
  sr_low_rounding: number | null; sr_high_rounding: number | null; sr_published: number | null;
  hhi_gs: number | null; hhi_eus: number | null; ir: number | null; ir_published: number | null; eol_rir: number | null; si_sr: number | null;
  missing_share_gs: number | null; missing_share_eus: number | null; sr_eu_sourcing: number | null; note: string | null;
  why: { sr: Why; hhi_gs: Why; hhi_eus: Why };
};
export type MaterialRisk = {
  id: string; name: string; kind: string; group: string | null; members: string[];
  sr: number | null; sr_low: number | null; sr_high: number | null; sr_low_rounding: number | null; sr_high_rounding: number | null;
  ei: number | null; ei_low: number | null; ei_high: number | null; ei_basis: 'computed' | 'published' | null;
  sr_published: number | null; ei_published: number | null; critical: boolean | null; critical_certain: boolean | null;
  strategic: boolean; strategic_grade: string | null; listed: boolean; listed_through: string | null;
  deciding_stage: string | null; deciding_certain: boolean | null; probability: number | null;
  stages: Stage[]; why: { sr: Why; ei: Why }; missing: { input: string; says: string }[]; notes: string[];
};
export type RiskDocument = { format: number; edition: string; governance: string; materials: MaterialRisk[] };
export type Meta = {
  format: number; version: string; data_hash: string; workspace: string | null;
  editions: { id: string; year: number; title: string; computable: boolean }[]; default_edition: string;
  thresholds: { sr: number; ei: number }; rooms: { id: string; question: string; ready: boolean }[];
};
export type Materials = { materials: { id: string; name: string; kind: string; group: string | null; aliases: string[]; strategic: boolean; listed: boolean }[] };
export type Places = { places: { id: string; name: string; eu: boolean }[] };
export type Supplier = {
  country: string; name: string; eu: boolean; share: number; share_low: number; share_high: number; published: string; trade: number;
  governance: number | null; contribution: number | null; why: { share: Why; governance: Why; contribution: Why };
};
export type Side = { total: number; suppliers: Supplier[] };
export type Suppliers = { edition: string; material: string; stages: { stage: string; world: Side; europe: Side }[] };
export type History = {
  editions: { id: string; year: number }[];
  materials: { id: string; name: string; points: { edition: string; year: number; sr: number | null; ei: number | null; meets_rule: boolean | null }[] }[];
};
export type Flips = {
  material: string; critical: boolean | null; strategic: boolean; rule_met: boolean | null; note: string | null;
  flips: { input: string; label: string; now: number; flips_at: number; relative_change: number | null; effect: 'enters' | 'leaves'; why: Why }[];
  proved_none: { input: string; label: string; low: number; high: number }[];
};
export type AuditStage = {
  material: string; name: string; stage: string; scope: string | null; published: number; computed: number; low: number; high: number;
  low_rounding: number; high_rounding: number; difference: number; within_rounding: boolean; cause: string | null; explanation: string | null;
  closable_by: string[]; evidence: { source: string; locator: string; says: string }[]; why: Why;
};
export type Finding = { severity: string; code: string; file: string | null; line: number | null; column: string | null; says: string; hint: string | null };
export type Audit = {
  edition: string; stages: AuditStage[];
  summary: { published: number; compared: number; within_015: number; within_030: number; within_rounding: number; explained: number; unexplained: number };
  list: { derived: string[]; official: string[]; recomputed: { ids: string[]; missing: string[]; extra: string[] } };
  ei: { compared: number; within_005: number; rows: { material: string; published: number; computed: number; low: number; high: number; within_rounding: boolean; note: string | null }[] };
  findings: Finding[];
};
export type Fact = {
  table: string; key: string; value: number | null; unit: string; source: string; edition: string; locator: string; licence: string;
  publisher?: string; title?: string; licence_url?: string; address?: string;
};
export type Derivation = {
  id: string; label?: string; value: number | null; unit?: string; low?: number | null; high?: number | null; formula?: string | null; says?: string | null;
  source?: string | null; rule?: string | null; inputs?: Derivation[]; fact?: Fact | null; see?: boolean;
};
export type Sources = { sources: { id: string; publisher: string; title: string; edition: string; year: number; licence: string; licence_url: string; citation: string; address: string }[] };
export type Read = { value: number | null; low: number | null; high: number | null; why: Why };
export type Axis = { label: string; unit: string; min: number; max: number; thresholds: { value: number; label: string }[] };
export type MatrixPoint = { id: string; label: string; class: 'strategic' | 'critical' | 'below'; x: Read; y: Read; hollow: boolean };
export type Bar = { id: string; label: string; class: 'eu' | 'outside'; value: number | null; low: number | null; high: number | null; why: Why };
export type Line = { id: string; label: string; points: { x: number; y: number | null; why: Why }[] };
export type Gap = {
  id: string; label: string; published: number; published_half: number; computed: number; low: number; high: number;
  class: 'within' | 'explained' | 'unexplained'; why: Why;
};
export type Body = { kind: 'matrix'; points: MatrixPoint[] } | { kind: 'bars'; bars: Bar[] } | { kind: 'lines'; series: Line[] } | { kind: 'gaps'; rows: Gap[] };
export type Figure = { id: string; question: string; finding: string; note: string | null; sources: string[]; x: Axis; y: Axis; body: Body };

type RiskQuery = { edition?: string; governance?: string; governance_error?: boolean };
type WhatIfQuery = RiskQuery & { stage?: string; scope?: string; add?: string[]; without?: string[]; recycling?: number };
export type paths = {
  '/api/v1/meta': Get<Meta>;
  '/api/v1/materials': Get<Materials>;
  '/api/v1/places': Get<Places>;
  '/api/v1/sources': Get<Sources>;
  '/api/v1/risk': Get<RiskDocument, RiskQuery>;
  '/api/v1/risk/{material}': Get<RiskDocument, WhatIfQuery, { material: string }>;
  '/api/v1/materials/{id}/suppliers': Get<Suppliers, { edition?: string }, { id: string }>;
  '/api/v1/history': Get<History>;
  '/api/v1/flips/{material}': Get<Flips, { limit?: number }, { material: string }>;
  '/api/v1/audit/{edition}': Get<Audit, never, { edition: string }>;
  '/api/v1/why': Get<Derivation, { id: string; steps?: boolean }>;
  '/api/v1/figures/matrix': Get<Figure, { edition?: string; basis?: string }>;
  '/api/v1/figures/history/{material}': Get<Figure, never, { material: string }>;
  '/api/v1/figures/audit/{edition}': Get<Figure, never, { edition: string }>;
};
