/** Sorting of tables. What is unknown stands last, whichever way the column is turned. */

export type Direction = 'up' | 'down';
export type Order<K extends string> = { by: K; direction: Direction };
type Cell = string | number | boolean | null | undefined;

const words = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

export function compare(a: Cell, b: Cell, direction: Direction): number {
  const unknownA = a === null || a === undefined;
  const unknownB = b === null || b === undefined;
  if (unknownA || unknownB) return Number(unknownA) - Number(unknownB);
  const up = typeof a === 'string' && typeof b === 'string' ? words.compare(a, b) : Number(a) - Number(b);
  return direction === 'up' ? up : -up;
}

export function sorted<R, K extends string>(rows: readonly R[], order: Order<K>, cell: (row: R, by: K) => Cell): R[] {
  return [...rows].sort((a, b) => compare(cell(a, order.by), cell(b, order.by), order.direction));
}

/** What a press on a column's heading leads to: the same column turned round, or a new one in its natural direction. */
export function turned<K extends string>(order: Order<K>, by: K, natural: Direction): Order<K> {
  if (order.by !== by) return { by, direction: natural };
  return { by, direction: order.direction === 'up' ? 'down' : 'up' };
}
