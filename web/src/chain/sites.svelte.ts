/** The sites and projects of Europe, kept for the visit. */
import { Once } from '../api/once.svelte.ts';
import { sites as ask } from './api.ts';

export const sites = new Once(ask);
