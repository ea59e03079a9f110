/** What an appraisal rests on: facts and assumptions told apart, in the groups of the account. */
import type { AppraisalInput } from './documents.ts';

export const KINDS = [
  { id: 'fact', says: 'fact' },
  { id: 'assumption', says: 'assumption' },
  { id: 'file', says: 'your file' },
  { id: 'question', says: 'set here' },
] as const;

/** Inputs of one kind; all of them where none is meant. */
export function ofKind(inputs: readonly AppraisalInput[], kind: string | null): AppraisalInput[] {
  return KINDS.some((one) => one.id === kind) ? inputs.filter((one) => one.kind === kind) : [...inputs];
}

/** Groups in the order in which they first appear, each with its inputs. */
export function groups(inputs: readonly AppraisalInput[]): { name: string; inputs: AppraisalInput[] }[] {
  const found = new Map<string, AppraisalInput[]>();
  for (const input of inputs) found.set(input.group, [...(found.get(input.group) ?? []), input]);
  return [...found].map(([name, own]) => ({ name, inputs: own }));
}

/** How many there are of each kind, those that there are. */
export function counts(inputs: readonly AppraisalInput[]): { id: string; says: string; count: number }[] {
  return KINDS.map((kind) => ({ ...kind, count: inputs.filter((one) => one.kind === kind.id).length })).filter((kind) => kind.count > 0);
}
