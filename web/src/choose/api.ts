/** The questions of the Choose room, each answered with one document of the API. */
import { get, type Asked } from '../chain/api.ts';
import type { AppraisalAnswer, AppraisalsAnswer, FrontAnswer, NearAnswer, PortfolioAnswer, PortfoliosAnswer, RobustAnswer } from './documents.ts';
import type { WeighedAnswer } from './weighdocuments.ts';
import type { RoundResult, RoundsAnswer } from './rounddocuments.ts';

const project = (id: string) => `appraise/${encodeURIComponent(id)}`;
const portfolioAt = (id: string) => `choose/${encodeURIComponent(id)}`;

export const appraisals = (signal: AbortSignal) => get<AppraisalsAnswer>('appraise', {}, signal);
export const appraisal = (id: string, asked: Asked, signal: AbortSignal) => get<AppraisalAnswer>(project(id), asked, signal);
export const portfolios = (signal: AbortSignal) => get<PortfoliosAnswer>('portfolios', {}, signal);
export const portfolio = (id: string, asked: Asked, signal: AbortSignal) => get<PortfolioAnswer>(portfolioAt(id), asked, signal);
export const front = (id: string, asked: Asked, signal: AbortSignal) => get<FrontAnswer>(`${portfolioAt(id)}/front`, asked, signal);
export const near = (id: string, asked: Asked, signal: AbortSignal) => get<NearAnswer>(`${portfolioAt(id)}/near`, asked, signal);
export const robust = (id: string, asked: Asked, signal: AbortSignal) => get<RobustAnswer>(`${portfolioAt(id)}/robust`, asked, signal);
export const weighed = (id: string, asked: Asked, signal: AbortSignal) => get<WeighedAnswer>(`weigh/${encodeURIComponent(id)}`, asked, signal);
export const rounds = (signal: AbortSignal) => get<RoundsAnswer>('rounds', {}, signal);
export const roundResult = (id: string, signal: AbortSignal) => get<RoundResult>(`rounds/${encodeURIComponent(id)}/result`, {}, signal);

/** The query of a question, for downloads. */
export function queryOf(asked: Asked): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value === null || value === undefined) continue;
    for (const one of typeof value === 'string' || typeof value === 'number' ? [value] : value) query.append(name, String(one));
  }
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%40', '@');
  return text === '' ? '' : `?${text}`;
}
