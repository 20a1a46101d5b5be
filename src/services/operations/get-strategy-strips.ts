import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { situationBlockOperations } from '#contract/situation-blocks.ts';
import { findLines, findTargetIds, tallyDuesByLine } from '#database/compliance/figure-views.ts';
import { inScope } from '#database/connection.ts';
import { countReached, sumMoneyOfLines } from '#database/operations/strip-views.ts';
import { complianceFilter } from '../compliance/compliance-filter.ts';
import type { Context } from '../context.ts';

type Operation = typeof situationBlockOperations.getStrategyStrips;

/** The strategy line by line: how many territories it reaches, what was met and is late, and the money committed to it. */
export async function getStrategyStrips(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { filter } = await complianceFilter(tx, context, input);
    const lines = await findLines(tx, filter.country);
    if (lines.length === 0) return { today: filter.today, targets: 0, lines: [] };
    const targets = await findTargetIds(tx, filter);
    const [tallies, reach, sums] = await Promise.all([
      tallyDuesByLine(tx, filter),
      countReached(tx, filter, targets),
      sumMoneyOfLines(tx, filter),
    ]);
    const done = Map.groupBy(tallies, (row) => row.thread_id);
    const howMany = (line: string, outcomes: readonly string[]) =>
      (done.get(line) ?? []).reduce((sum, one) => sum + (outcomes.includes(one.outcome) ? one.count : 0), 0);
    const reached = new Map(reach.map((row) => [row.line, row.territories]));
    const money = Map.groupBy(sums, ({ line }) => line);
    return {
      today: filter.today,
      targets: targets.length,
      lines: lines.map(({ id, title }) => ({
        id,
        title,
        territories: reached.get(id) ?? 0,
        met: howMany(id, ['kept', 'late']),
        late: howMany(id, ['overdue', 'breached']),
        money: (money.get(id) ?? []).map(({ currency, amount }) => ({ currency, amount })),
      })),
    };
  });
}
