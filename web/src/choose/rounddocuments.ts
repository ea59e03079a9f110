/** The documents of rounds of weighing, named, out of the server's description. */
import type { components } from '../api/schema.d.ts';

export type RoundsAnswer = components['schemas']['RoundsAnswer'];
export type RoundResult = components['schemas']['RoundResult'];
