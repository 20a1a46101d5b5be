import { strategyConsultingOperations } from './consulting.ts';
import { strategyExchangeOperations } from './exchange.ts';
import { strategyReadingOperations } from './reading.ts';
import { strategyWritingOperations } from './writing.ts';

/** The strategy of a country: its versions, and what is aligned to them. */
export const strategyOperations = {
  ...strategyReadingOperations,
  ...strategyWritingOperations,
  ...strategyConsultingOperations,
  ...strategyExchangeOperations,
};
