import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { prepareHandover } from './plan-handover.ts';
import { showHandedOver } from './show-handed-over.ts';
import { officeOf, workOfOffice } from './work-of-office.ts';

type Operation = typeof actorsOperations.previewHandover;

export async function previewHandover(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { brief, undated, days, place } = await prepareHandover(tx, context, input.body);
    const titles = new Map(undated.things.map(({ thing }) => [thing.id, thing.title]));
    const office = await officeOf(tx, brief, input.body.organisationId);
    return {
      ...(await showHandedOver(tx, context, brief, titles)),
      open: await workOfOffice(tx, context, office, { today: days.today, where: place.territoryId }),
    };
  });
}
