/**
 * Where the labels of points go, so that none covers another, a point, or a whisker. Greedy, by weight: what matters
 * most chooses first; what finds no room is left to hover, focus and the table.
 */

/** A point that wants a label; pixels. `reach` is how far a whisker goes sideways, beyond which a label may begin. */
export type Wish = { id: string; x: number; y: number; radius: number; reach: { left: number; right: number }; width: number; weight: number };

/** A box that no label may cover; pixels. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** The place found: where the text starts, ends or is centred, relative to the point. */
export type Spot = { dx: number; dy: number; anchor: 'start' | 'end' | 'middle' };

const HEIGHT = 13;
const GAP = 4;

/** Right and left read best, then above and below, then the corners. */
function candidates({ radius, reach }: Wish): Spot[] {
  const side = radius + GAP;
  const corner = radius * 0.7 + 2;
  return [
    { dx: Math.max(side, reach.right + GAP), dy: 0, anchor: 'start' },
    { dx: -Math.max(side, reach.left + GAP), dy: 0, anchor: 'end' },
    { dx: 0, dy: -side - HEIGHT / 2, anchor: 'middle' },
    { dx: 0, dy: side + HEIGHT / 2, anchor: 'middle' },
    { dx: corner, dy: -corner - 4, anchor: 'start' },
    { dx: corner, dy: corner + 4, anchor: 'start' },
    { dx: -corner, dy: -corner - 4, anchor: 'end' },
    { dx: -corner, dy: corner + 4, anchor: 'end' },
  ];
}

function boxOf(wish: Wish, spot: Spot): Box {
  const x = wish.x + spot.dx;
  const left = spot.anchor === 'start' ? x : spot.anchor === 'end' ? x - wish.width : x - wish.width / 2;
  const middle = wish.y + spot.dy;
  return { left, right: left + wish.width, top: middle - HEIGHT / 2, bottom: middle + HEIGHT / 2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function inside(a: Box, area: Box): boolean {
  return a.left >= area.left && a.right <= area.right && a.top >= area.top && a.bottom <= area.bottom;
}

/** Places labels inside an area; `obstacles` are points, whiskers and other texts. A point's own box does not count. */
export function place(wishes: readonly Wish[], obstacles: readonly (Box & { id?: string })[], area: Box): Map<string, Spot> {
  const taken: Box[] = [];
  const spots = new Map<string, Spot>();
  for (const wish of [...wishes].sort((a, b) => b.weight - a.weight)) {
    for (const spot of candidates(wish)) {
      const box = boxOf(wish, spot);
      if (!inside(box, area)) continue;
      if (taken.some((other) => overlap(box, other))) continue;
      if (obstacles.some((other) => other.id !== wish.id && overlap(box, other))) continue;
      taken.push(box);
      spots.set(wish.id, spot);
      break;
    }
  }
  return spots;
}
