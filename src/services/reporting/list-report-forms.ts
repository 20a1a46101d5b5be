import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { listAskableIndicators, listFormRows } from '#database/reporting/form-store.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import { mayAsk } from '#domain/reporting/permissions.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { showForm } from './form-of.ts';

type Operation = typeof reportingOperations.listReportForms;

export async function listReportForms(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = input.territory === undefined ? null : await getPlace(tx, input.territory);
    const forms = await listFormRows(tx, place?.country ?? null);
    const may = place ? mayAsk(context.actor, place.id) : maySomewhere(context.actor, 'edit-indicator');
    return {
      items: forms.map(showForm),
      indicators: place ? (await listAskableIndicators(tx, place.country)).map(showAskable) : [],
      abilities: may ? ['edit-indicator'] : [],
    };
  });
}

function showAskable({ composition, ...shown }: Awaited<ReturnType<typeof listAskableIndicators>>[number]) {
  return { ...shown, isComputed: composition === 'ratio' || composition === 'computed' };
}
