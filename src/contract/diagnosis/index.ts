import { needExchangeOperations } from './exchange.ts';
import { needOperations } from './needs.ts';

/** What prevention has to answer in a territory. */
export const diagnosisOperations = { ...needOperations, ...needExchangeOperations };
