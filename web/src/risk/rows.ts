/** One row for each material: the figure's point, the risk document and the audit, laid side by side. */
import type { Audit, Figure, Material, MaterialRisk, MatrixPoint, RiskClass } from '../api/documents.ts';
import type { Mark } from '../figures/matrix.ts';
import { find } from '../frame/find.ts';
import { sorted } from '../tables/sort.ts';
import { verdict } from './auditview.ts';
import type { Column, View } from './view.ts';

/** Whether a material's published figures follow from their inputs. */
export type Follows = 'yes' | 'explained' | 'unexplained';

export type Row = {
  id: string;
  name: string;
  kind: string;
  class: RiskClass | null;
  point: MatrixPoint | null;
  risk: MaterialRisk | null;
  /** Belongs to LREE, HREE or PGM, and stands in the list through it. */
  member: boolean;
  listed: boolean | null;
  follows: Follows | null;
};

/** Worst cause of each material over its stages. */
export function following(audit: Audit): Map<string, Follows> {
  const worst = new Map<string, Follows>();
  for (const stage of audit.stages) {
    const found = verdict(stage);
    if (found === 'unknown') continue;
    const now: Follows = found === 'within' ? 'yes' : found;
    const before = worst.get(stage.material);
    if (before === undefined || before === 'yes' || now === 'unexplained') worst.set(stage.material, now);
  }
  return worst;
}

/** Rows of a figure. Recomputed editions also list materials that have no point, since an input is missing. */
export function rows(figure: Figure, risk: readonly MaterialRisk[], materials: readonly Material[], follows: ReadonlyMap<string, Follows>): Row[] {
  const points = figure.body.kind === 'matrix' ? figure.body.points : [];
  const byId = new Map(points.map((point) => [point.id, point]));
  const known = new Map(materials.map((material) => [material.id, material]));
  const risks = new Map(risk.map((one) => [one.id, one]));
  const ids = new Set([...byId.keys(), ...risks.keys()]);
  return [...ids].map((id) => {
    const point = byId.get(id) ?? null;
    const one = risks.get(id) ?? null;
    const material = known.get(id);
    return {
      id,
      name: one?.name ?? material?.name ?? point?.label ?? id,
      kind: one?.kind ?? material?.kind ?? '',
      class: point?.class ?? (one === null ? null : one.strategic ? 'strategic' : one.critical === true ? 'critical' : one.critical === false ? 'below' : null),
      point,
      risk: one,
      member: (one?.group ?? material?.group ?? null) !== null,
      listed: one?.listed ?? material?.listed ?? null,
      follows: follows.get(id) ?? null,
    };
  });
}

/** Whether a row passes the filters of the view. */
export function passes(row: Row, view: View): boolean {
  if (row.member && !view.members) return false;
  if (view.kind !== 'all' && row.kind !== view.kind) return false;
  if (view.status === 'listed' ? row.listed !== true : view.status !== 'all' && row.class !== view.status) return false;
  if (view.gaps && (row.follows === null || row.follows === 'yes')) return false;
  return view.text.trim() === '' || find([{ id: row.id, name: row.name, aliases: [] }], view.text, 1).length > 0;
}

function cell(row: Row, by: Column): string | number | null {
  switch (by) {
    case 'name': return row.name;
    case 'sr': return row.risk?.sr ?? row.point?.y.value ?? null;
    case 'published': return row.risk?.sr_published ?? null;
    case 'follows': return row.follows === null ? null : { yes: 0, explained: 1, unexplained: 2 }[row.follows];
    case 'ei': return row.risk?.ei ?? row.point?.x.value ?? null;
    case 'stage': return row.risk?.deciding_stage ?? null;
    case 'class': return row.class === null ? null : { below: 0, critical: 1, strategic: 2 }[row.class];
    case 'listed': return row.listed === null ? null : Number(row.listed);
  }
}

export function inOrder(of: readonly Row[], view: View): Row[] {
  return sorted(of, view.order, cell);
}

/** What the matrix draws of the rows. Members of groups are not drawn unless asked for: they would hide the rest. */
export function marks(of: readonly Row[], view: View): Mark[] {
  return of.flatMap((row) => {
    if (row.point === null || row.class === null || (row.member && !view.members)) return [];
    const low = row.risk?.sr_low_rounding ?? null;
    const high = row.risk?.sr_high_rounding ?? null;
    return [{
      id: row.id,
      label: row.name,
      class: row.class,
      hollow: row.point.hollow,
      x: row.point.x,
      y: row.point.y,
      rounding: low === null || high === null ? null : { low, high },
      shown: passes(row, view),
      published: row.risk?.sr_published ?? null,
    }];
  });
}

/** How many entries there are at the level of the list, and how many of them meet the rule or are strategic. */
export function counts(of: readonly Row[]): { entries: number; critical: number; strategic: number } {
  const entries = of.filter((row) => !row.member && row.class !== null);
  return {
    entries: entries.length,
    critical: entries.filter((row) => row.class === 'critical').length,
    strategic: entries.filter((row) => row.class === 'strategic').length,
  };
}
