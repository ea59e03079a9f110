/** Where the names of lines go beside their ends: as near to them as they can without touching each other. */

export type End = { id: string; y: number; height: number };

type Pile = { ends: End[]; middle: number; height: number };

/**
 * The middle of each label, from top to bottom in the order of the ends. Labels that would touch form a pile around the
 * mean of the places they want, which moves them least; the whole stays between `top` and `floor` where it fits.
 */
export function apart(ends: readonly End[], top: number, floor: number): Map<string, number> {
  const piles: Pile[] = [];
  for (const end of [...ends].sort((a, b) => a.y - b.y)) {
    piles.push({ ends: [end], middle: end.y, height: end.height });
    for (let last = piles.length - 1; last > 0; last -= 1) {
      const [upper, lower] = [piles[last - 1], piles[last]];
      if (upper === undefined || lower === undefined || edges(upper, top, floor).floor <= edges(lower, top, floor).top) break;
      piles.splice(last - 1, 2, joined(upper, lower));
    }
  }
  const places = new Map<string, number>();
  let free = -Infinity;
  for (const pile of piles) {
    let y = Math.max(edges(pile, top, floor).top, free);
    for (const end of pile.ends) {
      places.set(end.id, y + end.height / 2);
      y += end.height;
    }
    free = y;
  }
  return places;
}

function edges(pile: Pile, top: number, floor: number): { top: number; floor: number } {
  const at = Math.max(top, Math.min(pile.middle - pile.height / 2, floor - pile.height));
  return { top: at, floor: at + pile.height };
}

function joined(upper: Pile, lower: Pile): Pile {
  const ends = [...upper.ends, ...lower.ends];
  const height = upper.height + lower.height;
  // Each wants its own middle at its own end: the pile stands where those wishes are missed equally.
  let above = 0;
  const wishes = ends.map((end) => {
    const wish = end.y - above - end.height / 2;
    above += end.height;
    return wish;
  });
  return { ends, height, middle: wishes.reduce((sum, wish) => sum + wish, 0) / wishes.length + height / 2 };
}

/** A name over as few lines of at most `room` pixels as its words allow. */
export function wrapped(text: string, room: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
