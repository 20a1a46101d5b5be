import { strategyReadingOperations } from './reading.ts';

/** The strategy of a country: its versions, and what is aligned to them. */
export const strategyOperations = { ...strategyReadingOperations };
