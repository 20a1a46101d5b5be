import { createHash } from 'node:crypto';
import type { registeringOperations } from '#contract/agreements/registering.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findAgreementOfSheet } from '#database/registering/entered-views.ts';
import {
  findLayout,
  findSheet,
  insertSheet,
  type KeptMapping,
  type KeptSheet,
} from '#database/registering/sheet-store.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { refuse as refuseAgreement } from '#domain/agreements/refusals.ts';
import { refuse } from '#domain/agreements/registering-refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { guessMapping, signatureOf } from '#formats/registering/guess-mapping.ts';
import { readTable, type SheetReading } from '#formats/tables/index.ts';
import { getPlace } from '../actors/look-up.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { showSheet } from './show-sheet.ts';

type Operation = typeof registeringOperations.openCommitmentSheet;

const mostRows = 5000;

/** Takes a list of commitments in any layout, guesses its columns, and keeps it until somebody has decided what it leaves open. */
export async function openCommitmentSheet(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { actor } = context;
  permitSomewhere(actor, 'act-for-party');
  if (actor.kind !== 'account') throw refuseShared('shared.signed-out');
  const reading = await readTable(input.bytes, { fileName: input.fileName, mediaType: input.mediaType });
  const sheets = keptSheets(reading.sheets);
  const count = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count > mostRows) throw refuse('registering.too-many-rows', { values: { count, maximum: mostRows } });
  return inScope(context.database, actor.scope, async (tx) => {
    const place = await getPlace(tx, input.territory);
    const agreement = input.agreement === undefined ? null : await findAgreementOfSheet(tx, input.agreement);
    if (agreement === undefined) throw refuseAgreement('agreements.not-found');
    const id = newId();
    await insertSheet(tx, {
      id,
      country: place.country,
      territory_id: place.id,
      agreement_id: agreement?.id ?? null,
      account_id: actor.accountId,
      file_name: input.fileName,
      sha256: createHash('sha256').update(input.bytes).digest('hex'),
      sheets,
      notices: [...reading.problems, ...reading.notices].map(({ code, row, sheet }) => ({
        code,
        ...(row === undefined ? {} : { row }),
        ...(sheet === undefined ? {} : { sheet }),
      })),
      mapping: await mappingOf(tx, reading.sheets),
      standing: 'open',
    });
    await record(tx, context, {
      operation: 'openCommitmentSheet',
      subjectKind: 'import',
      subjectId: id,
      territoryId: place.id,
      organisationId: null,
      before: null,
      after: { fileName: input.fileName, rows: count },
      freeText: ['fileName'],
    });
    const kept = await findSheet(tx, id);
    if (!kept) throw refuse('registering.sheet-not-found');
    return showSheet(tx, context, kept);
  });
}

function keptSheets(sheets: readonly SheetReading[]): KeptSheet[] {
  return sheets.map(({ name, hidden, headerRow, rows }) => ({
    name,
    hidden,
    headerRow,
    rows: rows.map(({ number, cells }) => ({ number, cells: cells.map(({ text }) => text.slice(0, 2000)) })),
  }));
}

/** The guess, or what somebody said before of a list with the same headers. */
async function mappingOf(tx: Transaction, sheets: readonly SheetReading[]): Promise<KeptMapping | null> {
  const guess = guessMapping(sheets);
  const sheet = sheets.find(({ name }) => name === guess?.sheet);
  const header = sheet?.rows.find(({ number }) => number === guess?.headerRow);
  if (!guess || !header) return null;
  const columns = await findLayout(tx, signatureOf({ cells: header.cells.map(({ text }) => text) }));
  return columns === null ? guess : { ...guess, columns, isRemembered: true };
}
