/** The list of projects: its columns, its order, and which of them are shown. */
import type { Order } from '../tables/sort.ts';
import type { AppraisableProject } from './documents.ts';

export type Column = 'name' | 'country' | 'stages' | 'materials' | 'status' | 'sourced' | 'assumed' | 'ready';

export const COLUMNS: readonly { id: Column; says: string; numeric: boolean }[] = [
  { id: 'name', says: 'Project', numeric: false },
  { id: 'country', says: 'Country', numeric: false },
  { id: 'stages', says: 'Stage', numeric: false },
  { id: 'materials', says: 'Materials', numeric: false },
  { id: 'status', says: 'Status', numeric: false },
  { id: 'ready', says: 'Can be appraised', numeric: false },
  { id: 'sourced', says: 'Sourced inputs', numeric: true },
  { id: 'assumed', says: 'Assumed inputs', numeric: true },
];

type Row = Pick<AppraisableProject, 'name' | 'country_name' | 'stages' | 'materials' | 'status' | 'sourced' | 'assumed' | 'ready'>;

export function cell(row: Row, by: Column): string | number {
  switch (by) {
    case 'country': return row.country_name;
    case 'stages': return row.stages.join(', ');
    case 'materials': return row.materials.join(', ');
    case 'ready': return row.ready ? 0 : 1;
    default: return row[by];
  }
}

/** `sort=sourced:down`; those that can be appraised first where the address says nothing that is meant. */
export function orderOf(text: string | null): Order<Column> {
  const [by, direction] = (text ?? '').split(':');
  const column = COLUMNS.find((one) => one.id === by);
  return column === undefined ? { by: 'ready', direction: 'up' } : { by: column.id, direction: direction === 'down' ? 'down' : 'up' };
}

export function sorting(order: Order<Column>): string | null {
  return order.by === 'ready' && order.direction === 'up' ? null : `${order.by}:${order.direction}`;
}

export function passing<R extends Pick<Row, 'materials'>>(rows: readonly R[], material: string | null): R[] {
  return rows.filter((row) => material === null || row.materials.includes(material));
}
