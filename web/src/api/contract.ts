// Written from the documents of the server until docs/openapi.json exists.

export type ExplainAnswer = {
  format: number;
  edition: string;
  governance: string;
  material: string;
  name: string;
  stage: string;
  scope: string;
  computed?: number | null;
  published?: number | null;
  target: number;
  note: string;
  answers: ExplainDocument[];
};
export type ExplainDocument = {
  input: string;
  label: string;
  unit: string;
  now: number;
  needs: number;
  relative_change?: number | null;
  within_rounding?: boolean | null;
  why?: string | null;
};
export type FlipsAnswer = {
  format: number;
  edition: string;
  governance: string;
  material: string;
  name: string;
  critical?: boolean | null;
  strategic: boolean;
  rule_met?: boolean | null;
  note?: string | null;
  flips_total: number;
  flips: FlipDocument[];
  proved_none: ProvedDocument[];
};
export type Effect = 'enters' | 'leaves';
export type FlipDocument = {
  input: string;
  label: string;
  unit: string;
  now: number;
  flips_at: number;
  relative_change?: number | null;
  effect: Effect;
  why?: string | null;
};
export type ProvedDocument = {
  input: string;
  label: string;
  unit: string;
  now: number;
  low: number;
  high: number;
};
export type HistoryAnswer = {
  format: number;
  editions: HistoryEdition[];
  materials: HistoryMaterial[];
  note: string;
};
export type HistoryEdition = {
  id: string;
  year: number;
  comparable: boolean;
};
export type HistoryMaterial = {
  id: string;
  name: string;
  points: HistoryPoint[];
};
export type HistoryPoint = {
  edition: string;
  year: number;
  sr?: number | null;
  ei?: number | null;
  meets_rule?: boolean | null;
  listed?: boolean | null;
  why: HistoryWhy;
};
export type HistoryWhy = {
  sr?: string | null;
  ei?: string | null;
};
export type TablesAnswer = {
  format: number;
  tables: TableDocument[];
};
export type TableDocument = {
  name: string;
  title: string;
  description: string;
  rows: number;
  facts: string[];
  sources: string[];
};
export type FactsAnswer = {
  format: number;
  table: TableDocument;
  total: number;
  facts: FactDocument[];
};
export type FactAnswer = {
  format: number;
  fact: FactDocument;
};
export type SourcesAnswer = {
  format: number;
  sources: SourceDocument[];
};
export type SourceDocument = {
  id: string;
  publisher: string;
  title: string;
  edition: string;
  year?: number | null;
  licence: string;
  licence_url: string;
  citation: string;
  address: string;
  via: string;
  note: string;
};
export type WhyAnswer = NodeDocument & {
  format: number;
  steps?: string[] | null;
};
export type NodeDocument = {
  id: string;
  label: string;
  value: number;
  unit: string;
  low?: number | null;
  high?: number | null;
  formula?: string | null;
  says?: string | null;
  source: string;
  rule?: string | null;
  inputs: DerivationDocument[];
  fact?: FactDocument | null;
};
export type DerivationDocument = NodeDocument | SeeDocument;
export type SeeDocument = {
  id: string;
  label: string;
  value: number;
  unit: string;
  see: boolean;
};
export type FactDocument = {
  table: string;
  key: string;
  label: string;
  value?: number | null;
  low?: number | null;
  high?: number | null;
  printed: string;
  unit: string;
  source: string;
  citation: string;
  publisher: string;
  edition: string;
  locator: string;
  licence: string;
  licence_url: string;
  title: string;
  address: string;
  quality?: number | null;
  file: string;
  line: number;
  note?: string | null;
  before?: BeforeDocument | null;
};
export type BeforeDocument = {
  value?: number | null;
  printed?: string | null;
  by: string;
};
export type AuditAnswer = {
  format: number;
  edition: string;
  governance?: string | null;
  stages: StageAuditDocument[];
  summary: AuditSummary;
  list?: ListDocument | null;
  ei?: ImportanceDocument | null;
  findings: FindingDocument[];
  notes: string[];
};
export type StageAuditDocument = {
  material: string;
  name: string;
  stage: string;
  scope?: string | null;
  published?: number | null;
  published_half?: number | null;
  computed?: number | null;
  low?: number | null;
  high?: number | null;
  low_rounding?: number | null;
  high_rounding?: number | null;
  difference?: number | null;
  within_rounding?: boolean | null;
  cause?: string | null;
  explanation?: string | null;
  evidence: EvidenceDocument[];
  closable_by: ClosingDocument[];
  why?: string | null;
};
export type EvidenceDocument = {
  cause: string;
  input: string;
  study_has: string;
  other: string;
  gives_low?: number | null;
  gives_high?: number | null;
  says: string;
  source: string;
  locator: string;
  why?: string | null;
};
export type ClosingDocument = {
  input: string;
  label: string;
  now: string;
  needs: string;
};
export type AuditSummary = {
  published: number;
  compared: number;
  within_015: number;
  within_030: number;
  within_rounding: number;
  explained: number;
  unexplained: number;
};
export type ListDocument = {
  derived: string[];
  official: string[];
  derived_equals_official: boolean;
  recomputed: RecomputedDocument;
  recomputed_rounded: RecomputedDocument;
};
export type RecomputedDocument = {
  ids: string[];
  missing: string[];
  extra: string[];
  causes: ListCauseDocument[];
  with_published_ei: string[];
  unknown: string[];
};
export type ListCauseDocument = {
  material: string;
  name: string;
  sr?: number | null;
  sr_low?: number | null;
  sr_high?: number | null;
  sr_published?: number | null;
  ei?: number | null;
  says: string;
  why: string;
};
export type ImportanceDocument = {
  published: number;
  compared: number;
  within_005: number;
  within_rounding: number;
  rows: ImportanceRow[];
};
export type ImportanceRow = {
  material: string;
  name: string;
  published: number;
  computed?: number | null;
  low?: number | null;
  high?: number | null;
  difference?: number | null;
  within_rounding?: boolean | null;
  use_shares: number;
  without_sector: number;
  note?: string | null;
  why?: string | null;
};
export type RiskAnswer = {
  format: number;
  edition: string;
  governance: string;
  governance_error: boolean;
  what_if: string[];
  draws?: DrawsDocument | null;
  materials: MaterialRiskDocument[];
  study_findings: FindingDocument[];
  conflicts: ConflictDocument[];
};
export type DrawsDocument = {
  draws: number;
  seed: number;
  lists_scaled_back: number;
  says: string;
};
export type Basis = 'computed' | 'published';
export type MaterialRiskDocument = {
  id: string;
  name: string;
  kind: string;
  group?: string | null;
  members: string[];
  sr?: number | null;
  sr_low?: number | null;
  sr_high?: number | null;
  sr_low_rounding?: number | null;
  sr_high_rounding?: number | null;
  ei?: number | null;
  ei_low?: number | null;
  ei_high?: number | null;
  ei_basis?: Basis | null;
  sr_published?: number | null;
  ei_published?: number | null;
  critical?: boolean | null;
  critical_certain?: boolean | null;
  rule_met?: boolean | null;
  strategic: boolean;
  strategic_grade?: string | null;
  strategic_members: string[];
  listed: boolean;
  listed_through?: string | null;
  deciding_stage?: string | null;
  deciding_certain?: boolean | null;
  probability?: number | null;
  stages: StageRiskDocument[];
  why: MaterialWhy;
  missing: MissingDocument[];
  notes: string[];
};
export type MaterialWhy = {
  sr?: string | null;
  ei?: string | null;
  sr_published?: string | null;
  ei_published?: string | null;
  eol_rir?: string | null;
  si_sr?: string | null;
};
export type StageRiskDocument = {
  stage: string;
  scope?: string | null;
  scope_published?: string | null;
  sr?: number | null;
  sr_low?: number | null;
  sr_high?: number | null;
  sr_low_rounding?: number | null;
  sr_high_rounding?: number | null;
  sr_published?: number | null;
  hhi_gs?: number | null;
  hhi_eus?: number | null;
  ir?: number | null;
  ir_published?: number | null;
  eol_rir?: number | null;
  si_sr?: number | null;
  missing_share_gs?: number | null;
  missing_share_eus?: number | null;
  sr_eu_sourcing?: number | null;
  sr_by_scope?: ByScope | null;
  note?: string | null;
  why: StageWhy;
};
export type ByScope = {
  both?: number | null;
  gs?: number | null;
  eus?: number | null;
};
export type StageWhy = {
  sr?: string | null;
  hhi_gs?: string | null;
  hhi_eus?: string | null;
  ir?: string | null;
  ir_published?: string | null;
  sr_published?: string | null;
  sr_eu_sourcing?: string | null;
};
export type MissingDocument = {
  input: string;
  says: string;
};
export type PlainTable = {
  name: string;
  title: string;
  columns: Column[];
  rows: Cell[][];
  notes: string[];
};
export type Column = {
  id: string;
  label: string;
  unit: string;
  kind: ColumnKind;
};
export type ColumnKind = 'text' | 'number' | 'bounds' | 'flag';
export type Cell = unknown;
export type MetaAnswer = {
  format: number;
  version: string;
  data_hash: string;
  workspace?: string | null;
  editions: EditionDocument[];
  default_edition: string;
  governance: GovernanceDocument;
  thresholds: ThresholdsDocument;
  rooms: RoomDocument[];
};
export type EditionDocument = {
  id: string;
  year: number;
  title: string;
  computable: boolean;
};
export type GovernanceDocument = {
  default: string;
  first: number;
  last: number;
};
export type ThresholdsDocument = {
  sr: number;
  ei: number;
};
export type RoomDocument = {
  id: string;
  question: string;
  ready: boolean;
};
export type SuppliersAnswer = {
  format: number;
  edition: string;
  governance: string;
  material: string;
  name: string;
  stages: StageSuppliers[];
};
export type StageSuppliers = {
  stage: string;
  world: SideSuppliers;
  europe: SideSuppliers;
};
export type SideSuppliers = {
  total: number;
  hhi?: number | null;
  why?: string | null;
  suppliers: SupplierDocument[];
};
export type SupplierDocument = {
  country: string;
  name: string;
  eu: boolean;
  share: number;
  share_low: number;
  share_high: number;
  published: string;
  trade: number;
  governance?: number | null;
  contribution?: number | null;
  why: SupplierWhy;
};
export type SupplierWhy = {
  share?: string | null;
  trade?: string | null;
  governance?: string | null;
  contribution?: string | null;
};
export type MaterialsAnswer = {
  format: number;
  materials: MaterialDocument[];
};
export type MaterialDocument = {
  id: string;
  name: string;
  kind: string;
  group?: string | null;
  aliases: string[];
  strategic: boolean;
  listed: boolean;
};
export type PlacesAnswer = {
  format: number;
  places: PlaceDocument[];
};
export type PlaceDocument = {
  id: string;
  name: string;
  eu: boolean;
};
export type FindingDocument = {
  severity: string;
  code: string;
  file?: string | null;
  line?: number | null;
  column?: number | null;
  material?: string | null;
  says: string;
  hint?: string | null;
};
export type ConflictDocument = {
  key: string;
  was: string;
  now: string;
  file: string;
  line: number;
  says: string;
};
export type Figure = {
  format: number;
  id: string;
  question: string;
  finding: string;
  note?: string | null;
  sources: string[];
  x: Axis;
  y: Axis;
  body: Body;
};
export type Axis = {
  label: string;
  unit: string;
  min: number;
  max: number;
  thresholds: Threshold[];
};
export type Threshold = {
  value: number;
  label: string;
};
export type Body = { kind: 'matrix'; points: MatrixPoint[] } | { kind: 'bars'; bars: Bar[] } | { kind: 'lines'; series: Series[] } | { kind: 'gaps'; rows: Gap[] };
export type Read = {
  value?: number | null;
  low?: number | null;
  high?: number | null;
  why?: string | null;
};
export type MatrixClass = 'strategic' | 'critical' | 'below';
export type MatrixPoint = {
  id: string;
  label: string;
  class: MatrixClass;
  x: Read;
  y: Read;
  hollow: boolean;
};
export type BarClass = 'eu' | 'outside';
export type Bar = {
  id: string;
  label: string;
  class: BarClass;
  value?: number | null;
  low?: number | null;
  high?: number | null;
  why?: string | null;
};
export type Series = {
  id: string;
  label: string;
  points: SeriesPoint[];
};
export type SeriesPoint = {
  x: number;
  y?: number | null;
  why?: string | null;
};
export type GapClass = 'within' | 'explained' | 'unexplained';
export type Gap = {
  id: string;
  label: string;
  published: number;
  published_half: number;
  computed: number;
  low: number;
  high: number;
  class: GapClass;
  why?: string | null;
};

type Ok<T> = { responses: { 200: { content: { 'application/json': T } } } };
type Get<T, Q = never, P = never> = { get: Ok<T> & { parameters: { query?: Q; header?: never; cookie?: never } & ([P] extends [never] ? { path?: never } : { path: P }) } };
type StudyQuery = { edition?: string; governance?: string; governance_error?: boolean; scope?: string; stage?: string; add?: string[]; without?: string[]; recycling?: number };
export type paths = {
  '/api/v1/meta': Get<MetaAnswer>;
  '/api/v1/materials': Get<MaterialsAnswer>;
  '/api/v1/places': Get<PlacesAnswer>;
  '/api/v1/sources': Get<SourcesAnswer>;
  '/api/v1/risk': Get<RiskAnswer, StudyQuery>;
  '/api/v1/risk/{material}': Get<RiskAnswer, StudyQuery, { material: string }>;
  '/api/v1/materials/{material}/suppliers': Get<SuppliersAnswer, StudyQuery, { material: string }>;
  '/api/v1/history': Get<HistoryAnswer>;
  '/api/v1/flips/{material}': Get<FlipsAnswer, StudyQuery & { limit?: number }, { material: string }>;
  '/api/v1/audit/{edition}': Get<AuditAnswer, StudyQuery, { edition: string }>;
  '/api/v1/why': Get<WhyAnswer, { id: string; steps?: boolean }>;
  '/api/v1/figures/matrix': Get<Figure, StudyQuery & { basis?: string }>;
  '/api/v1/figures/history/{material}': Get<Figure, never, { material: string }>;
  '/api/v1/figures/audit/{edition}': Get<Figure, StudyQuery, { edition: string }>;
};
