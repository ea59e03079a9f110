/**
 * The documents of the API, named. They are read out of the generated description by address, so that a name
 * changed in the server breaks the build here and nowhere else.
 */
import type { paths } from './schema.d.ts';

type Document<P extends keyof paths> = paths[P]['get'] extends { responses: { 200: { content: { 'application/json': infer D } } } } ? D : never;

export type Meta = Document<'/api/v1/meta'>;
export type Material = Document<'/api/v1/materials'>['materials'][number];
export type Place = Document<'/api/v1/places'>['places'][number];
export type Source = Document<'/api/v1/sources'>['sources'][number];
export type RiskDocument = Document<'/api/v1/risk'>;
export type MaterialRisk = RiskDocument['materials'][number];
export type StageRisk = MaterialRisk['stages'][number];
export type Suppliers = Document<'/api/v1/materials/{material}/suppliers'>;
export type StageSuppliers = Suppliers['stages'][number];
export type Supplier = StageSuppliers['world']['suppliers'][number];
export type History = Document<'/api/v1/history'>;
export type Flips = Document<'/api/v1/flips/{material}'>;
export type Flip = Flips['flips'][number];
export type Audit = Document<'/api/v1/audit/{edition}'>;
export type AuditStage = Audit['stages'][number];
export type AuditList = NonNullable<Audit['list']>;
export type AuditImportance = NonNullable<Audit['ei']>;
export type Finding = Audit['findings'][number];
export type Why = Document<'/api/v1/why'>;
/** A step of a derivation: a number with everything below it, or a pointer to one above. */
export type Derivation = Why['inputs'][number];
export type Fact = NonNullable<Why['fact']>;
export type Figure = Document<'/api/v1/figures/matrix'>;
export type Axis = Figure['x'];
type Body<K extends string> = Extract<Figure['body'], { kind: K }>;
export type MatrixPoint = Body<'matrix'>['points'][number];
export type Line = Body<'lines'>['series'][number];
export type Gap = Body<'gaps'>['rows'][number];

/** Which of the three classes a material is in; drawn by colour and by shape. */
export type RiskClass = MatrixPoint['class'];
