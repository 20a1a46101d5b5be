import { availableParallelism, totalmem } from 'node:os';

/** What one step takes at most: the types of the whole project, or the lint that reads them. */
const memoryOfStep = 4 * 1024 ** 3;

/** How many steps this machine does at a time. */
export const laneCount = Math.max(
  1,
  Math.min(availableParallelism(), Math.floor(totalmem() / memoryOfStep), 4),
);

/** Does steps side by side, begun in their order, and ends when all have ended. */
export async function inLanes(steps: readonly (() => Promise<void>)[], lanes = laneCount): Promise<void> {
  const waiting = steps.values();
  const lane = async () => {
    for (const step of waiting) await step();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
