import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { loadPlans } from '#database/plans/content-views.ts';
import { findLastEditions, listPlanRows } from '#database/plans/plan-views.ts';
import { planSheetName, planTableColumns, rowsOfPlan } from '#formats/plans/plan-table.ts';
import { tableMediaTypes, writeTable, type TableRow } from '#formats/tables/index.ts';
import type { Context } from '../context.ts';
import { plansSpan } from './list-plans.ts';
import { lookUpForPlans, readAs, readsLastEdition, showPlan } from './show-plans.ts';

type Operation = typeof plansOperations.exportPlans;

/** The plans that the list shows, one row for each action, as far as whoever asks may read them. */
export async function exportPlans(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { format } = input;
  const { language } = context;
  const rows = await inScope(context.database, context.actor.scope, async (tx) => {
    const within = await plansSpan(tx, input.territory, input.below);
    const plans = await listPlanRows(tx, { ...input, within }, null);
    const asEdition = plans.filter((plan) => readsLastEdition(context, plan));
    const editions = await findLastEditions(
      tx,
      asEdition.map(({ id }) => id),
    );
    const loaded = await loadPlans(
      tx,
      plans.filter(({ id }) => !editions.has(id)),
    );
    const names = await lookUpForPlans(tx, context, plans);
    return plans.flatMap((row): TableRow[] => {
      const edition = editions.get(row.id);
      const head = showPlan(edition ? readAs(row, edition) : row, names);
      const { content, progress } = loaded.get(row.id) ?? { content: edition, progress: new Map() };
      return content ? rowsOfPlan(head, content, progress, language) : [];
    });
  });
  const name = planSheetName(language);
  const sheet = { name, columns: planTableColumns(language), rows };
  const bytes = await writeTable([sheet], format, { excel: true });
  const where = input.territory === undefined ? '' : ` ${input.territory}`;
  return { fileName: `${name}${where}.${format}`, mediaType: tableMediaTypes[format], bytes };
}
