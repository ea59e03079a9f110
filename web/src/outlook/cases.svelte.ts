/** The cases of the Outlook; they do not change while the server runs. */
import { Once } from '../api/once.svelte.ts';
import { cases as ask } from './api.ts';
import type { OutlookCases } from './documents.ts';

export const cases = new Once<OutlookCases>((signal) => ask(signal));
