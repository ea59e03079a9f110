/**
 * The documents of the Outlook, named. They are read out of the server's description, so that a name changed there
 * breaks the build here and nowhere else.
 */
import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];

export type OutlookCases = Schemas['OutlookCases'];
export type OutlookCase = Schemas['OutlookCase'];
export type OutlookAnswer = Schemas['OutlookAnswer'];
export type OutlookLever = Schemas['OutlookLever'];
export type OutlookMaterial = Schemas['OutlookMaterial'];
export type OutlookLine = Schemas['OutlookLine'];
export type OutlookProduct = Schemas['OutlookProduct'];
export type OutlookAssumption = Schemas['OutlookAssumption'];
export type OutlookMatters = Schemas['OutlookMatters'];
export type OutlookFlows = Schemas['OutlookFlows'];
export type OutlookNode = Schemas['OutlookNode'];
export type OutlookLink = Schemas['OutlookLink'];
