import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { isIndicatorCode } from '#domain/compliance/indicators.ts';
import { refuse } from '#domain/compliance/refusals.ts';
import { lookUp } from '../actors/look-up.ts';
import { cutPage } from '../actors/page-cursor.ts';
import type { Context } from '../context.ts';
import { readCaseCursor, writeCaseCursor } from './case-cursor.ts';
import { casesOf } from './cases-of.ts';
import { complianceFilter } from './compliance-filter.ts';

type Operation = typeof complianceOperations.listComplianceCases;

export async function listComplianceCases(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { code, limit } = input;
  if (!isIndicatorCode(code)) throw refuse('compliance.unknown-indicator');
  const after = readCaseCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { filter } = await complianceFilter(tx, context, input);
    const cases = await casesOf(tx, code, filter, { after, limit: limit + 1 });
    const { shown, next } = cutPage(cases, limit, writeCaseCursor);
    const places = await lookUp(tx, context, { territories: shown.map(({ territoryId }) => territoryId) });
    return {
      items: shown.map((one) => {
        const territory = places.place(one.territoryId);
        const subject = one.kind === 'territory' ? territory.reference : one.subject;
        return { ...one, subject, territory, budget: [...one.budget], heldBy: [...one.heldBy] };
      }),
      next,
    };
  });
}
