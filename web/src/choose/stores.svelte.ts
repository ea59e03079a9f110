/** What the pages of the Choose room share and nothing changes while the server runs. */
import { Once } from '../api/once.svelte.ts';
import { appraisals as askAppraisals, portfolios as askPortfolios } from './api.ts';
import type { AppraisalsAnswer, PortfoliosAnswer } from './documents.ts';

export const appraisals = new Once<AppraisalsAnswer>((signal) => askAppraisals(signal));
export const portfolios = new Once<PortfoliosAnswer>((signal) => askPortfolios(signal));
