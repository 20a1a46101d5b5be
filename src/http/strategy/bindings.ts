import type { strategyOperations } from '#contract/strategy/index.ts';
import { getStrategy } from '#services/strategy/get-strategy.ts';
import { getStrategyLine } from '#services/strategy/get-strategy-line.ts';
import { getStrategyVersion } from '#services/strategy/get-strategy-version.ts';
import { listStrategies } from '#services/strategy/list-strategies.ts';
import { listStrategyLines } from '#services/strategy/list-strategy-lines.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of the strategy with the service that does it. */
export const strategyBindings = {
  listStrategies,
  getStrategy,
  getStrategyVersion,
  listStrategyLines,
  getStrategyLine,
} satisfies Bindings<typeof strategyOperations>;
