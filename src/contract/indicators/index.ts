import { dimensionOperations } from './dimensions.ts';
import { indicatorExchangeOperations } from './exchange.ts';
import { indicatorOperations } from './indicators.ts';
import { targetOperations } from './targets.ts';

/** What is measured: definitions, targets, dimensions. */
export const indicatorsOperations = {
  ...indicatorOperations,
  ...dimensionOperations,
  ...targetOperations,
  ...indicatorExchangeOperations,
};
