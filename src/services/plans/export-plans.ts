import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { loadContent } from '#database/plans/content-views.ts';
import { listPlanRows } from '#database/plans/plan-views.ts';
import { planSheetName, planTableColumns, rowsOfPlan } from '#formats/plans/plan-table.ts';
import { tableMediaTypes, writeTable, type TableRow } from '#formats/tables/index.ts';
import type { Context } from '../context.ts';
import { plansSpan } from './list-plans.ts';
import { asReadBy, lookUpForPlans, showPlan } from './show-plans.ts';

type Operation = typeof plansOperations.exportPlans;

/** The plans that the list shows, one row for each action, as far as whoever asks may read them. */
export async function exportPlans(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { format } = input;
  const { language } = context;
  const rows = await inScope(context.database, context.actor.scope, async (tx) => {
    const within = await plansSpan(tx, input.territory, input.below);
    const plans = await listPlanRows(tx, { ...input, within }, null);
    const all: TableRow[] = [];
    for (const row of plans) {
      const { plan, edition } = await asReadBy(tx, context, row);
      const names = await lookUpForPlans(tx, context, [plan]);
      const content = edition ?? (await loadContent(tx, row));
      all.push(...rowsOfPlan(showPlan(plan, names), content, language));
    }
    return all;
  });
  const name = planSheetName(language);
  const sheet = { name, columns: planTableColumns(language), rows };
  const bytes = await writeTable([sheet], format, { excel: true });
  const where = input.territory === undefined ? '' : ` ${input.territory}`;
  return { fileName: `${name}${where}.${format}`, mediaType: tableMediaTypes[format], bytes };
}
