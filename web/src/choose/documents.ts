/**
 * The documents of the Choose room, named. They are read out of the server's description, so that a name changed there
 * breaks the build here and nowhere else.
 */
import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];

export type FigureDocument = Schemas['FigureDocument'];
export type ChooseBand = Schemas['ChooseBand'];
export type AppraisalsAnswer = Schemas['AppraisalsAnswer'];
export type AppraisableProject = Schemas['AppraisableProject'];
export type AppraisalAnswer = Schemas['AppraisalAnswer'];
export type AppraisalLine = Schemas['AppraisalLine'];
export type AppraisalImpact = Schemas['AppraisalImpact'];
export type AppraisalJobs = Schemas['AppraisalJobs'];
export type AppraisalIncome = Schemas['AppraisalIncome'];
export type AppraisalInput = Schemas['AppraisalInput'];
export type AppraisalPrice = Schemas['AppraisalPrice'];
export type AppraisalMatters = Schemas['AppraisalMatters'];
export type AppraisalInstrument = Schemas['AppraisalInstrument'];
export type AppraisalBreach = Schemas['AppraisalBreach'];
export type PortfoliosAnswer = Schemas['PortfoliosAnswer'];
export type PortfolioAnswer = Schemas['PortfolioAnswer'];
export type PortfolioChosen = Schemas['PortfolioChosen'];
export type PortfolioCandidate = Schemas['PortfolioCandidate'];
export type PortfolioConflict = Schemas['PortfolioConflict'];
export type FrontAnswer = Schemas['FrontAnswer'];
export type FrontPoint = Schemas['FrontPoint'];
export type NearAnswer = Schemas['NearAnswer'];
export type PortfolioLimit = Schemas['PortfolioLimit'];
export type PortfolioBudget = Schemas['PortfolioBudget'];
export type RobustAnswer = Schemas['RobustAnswer'];
export type PortfolioBenchmark = Schemas['PortfolioBenchmark'];
