/** The documents of rounds of weighing, as the pages of the Choose room read them. */

/** A round of weighing in short. */
export type RoundSummary = { id: string; title: string; portfolio?: string | null; state: string; opens: string; closes: string; answers_at_least?: number | null };
export type RoundsAnswer = { format: number; rounds: RoundSummary[] };
/** A criterion of a round. */
export type RoundCriterion = { id: string; name: string; means: string; unit?: string | null; better: string; worst?: number | null; best?: number | null };
/** A group in the result of a round; of one that may not be shown everything is null. */
export type GroupResult = { id?: string | null; name: string; answers?: number | null; weights?: number[] | null; acceptability?: number[][] | null };
/** The result of a closed round. */
export type RoundResult = { format: number; round: string; title: string; criteria: RoundCriterion[]; groups: GroupResult[]; answers?: number | null; alternatives: { id: string; name: string; values: number[] }[]; nobodys_enemy?: { alternative: string; share: number } | null };
