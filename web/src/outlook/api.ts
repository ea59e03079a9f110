/** The questions of the Outlook, each answered with one document of the API. */
import { get, type Asked } from '../chain/api.ts';
import type { OutlookAnswer, OutlookCases, OutlookFlows, OutlookMatters } from './documents.ts';

const at = (id: string) => `outlook/${encodeURIComponent(id)}`;

export const cases = (signal: AbortSignal) => get<OutlookCases>('outlook', {}, signal);
export const outlook = (id: string, asked: Asked, signal: AbortSignal) => get<OutlookAnswer>(at(id), asked, signal);
export const matters = (id: string, asked: Asked, signal: AbortSignal) => get<OutlookMatters>(`${at(id)}/matters`, asked, signal);
export const flows = (id: string, asked: Asked, signal: AbortSignal) => get<OutlookFlows>(`${at(id)}/flows`, asked, signal);
