/** The three classes of a material, told apart by shape as well as by colour. */
import { symbol, symbolCircle, symbolDiamond2, symbolSquare, type SymbolType } from 'd3-shape';
import type { RiskClass } from '../api/documents.ts';

const SYMBOLS: Record<RiskClass, { type: SymbolType; size: number }> = {
  strategic: { type: symbolDiamond2, size: 88 },
  critical: { type: symbolCircle, size: 72 },
  below: { type: symbolSquare, size: 42 },
};

/** The outline of a class's mark, around the origin, as an SVG path. */
export function shape(of: RiskClass): string {
  const { type, size } = SYMBOLS[of];
  return symbol(type, size)() ?? '';
}

/** Pixels around the middle of a mark that labels keep clear of. */
export const REACH = 5;

export const CLASS_SAYS: Record<RiskClass, string> = {
  strategic: 'strategic by law',
  critical: 'meets the rule',
  below: 'below a threshold',
};
