import type { registeringOperations } from '#contract/agreements/registering.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { rememberLayout } from '#database/registering/sheet-store.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { refuse } from '#domain/agreements/registering-refusals.ts';
import { signatureOf } from '#formats/registering/guess-mapping.ts';
import type { Context } from '../context.ts';
import { changeSheet, openSheet } from './sheet-deed.ts';

type Operation = typeof registeringOperations.mapCommitmentSheet;

/** Takes what somebody says of the columns of a list, for this one and for the next with the same headers. */
export async function mapCommitmentSheet(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { actor } = context;
  permitSomewhere(actor, 'act-for-party');
  return inScope(context.database, actor.scope, async (tx) => {
    const sheet = await openSheet(tx, context, input);
    const { body } = input;
    const chosen = sheet.sheets.find(({ name, hidden }) => name === body.sheet && !hidden);
    const header = chosen?.rows.find(({ number }) => number === body.headerRow);
    if (!chosen || !header) throw refuse('registering.no-such-column', { field: 'headerRow' });
    const named = Object.entries(body.columns).filter(([, column]) => column !== null);
    const twice = named.find(
      ([, column], index) => named.findIndex(([, other]) => other === column) !== index,
    );
    if (twice) throw refuse('registering.no-such-column', { field: `columns.${twice[0]}` });
    const signature = signatureOf(header);
    if (actor.kind === 'account' && signature !== '')
      await rememberLayout(tx, { accountId: actor.accountId, signature, columns: body.columns });
    return changeSheet(tx, context, sheet, {
      operation: 'mapCommitmentSheet',
      change: { mapping: { ...body, isRemembered: false } },
      after: { sheet: body.sheet, headerRow: body.headerRow },
    });
  });
}
