import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findTimeZone } from '#database/territories/day-views.ts';
import { findWhere, listLinesOfCommitment } from '#database/ledger/ledger-views.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import { writeCalendar } from '#formats/ledger/write-calendar.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { showLedger } from './show-ledger.ts';

type Operation = typeof ledgerOperations.downloadCommitmentCalendar;

export async function downloadCommitmentCalendar(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await findWhere(tx, input.commitmentId);
    if (place === undefined) throw refuse('commitments.not-found');
    const today = await todayOf(tx, context, place);
    const lines = await listLinesOfCommitment(tx, input.commitmentId, today);
    const shown = await showLedger(tx, context, lines, { side: 'oversee', today });
    const bytes = writeCalendar(shown, {
      language: context.language,
      timeZone: await findTimeZone(tx, place),
      now: context.now,
      origin: context.installation.origin,
    });
    return { fileName: 'compromiso.ics', mediaType: 'text/calendar; charset=utf-8', bytes };
  });
}
