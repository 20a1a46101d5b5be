import type { valueImportOperations } from '#contract/values/imports.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { ImportRow } from '#database/value-imports/import-store.ts';
import { findPlaces } from '#database/actors/place-views.ts';
import { fold } from '#domain/shared/fold.ts';
import { valueLayoutSchema } from '#domain/values/import/layout-schema.ts';
import { proposedIndicator, type ProposedIndicator } from '#domain/values/import/propose-indicator.ts';
import { refuse } from '#domain/values/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { showPlace } from '../actors/look-up.ts';
import { addIndicator } from '../indicators/create-indicator.ts';
import { openImport, studyAgain } from './import-deed.ts';
import { showImport } from './show-import.ts';
import { dictionaryOf } from './study-import.ts';

type Operation = typeof valueImportOperations.acceptProposedIndicators;

/** Makes indicators of the elements that somebody chose, each with its name and meaning there; the file is read again by them. */
export async function acceptProposedIndicators(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await openImport(tx, context, input);
    const chosen = await chosenOf(context, row, input.body.elements);
    const place = (await findPlaces(tx, [row.territory_id])).get(row.territory_id);
    const territory = place ? showPlace(place, context.language).reference : null;
    for (const proposal of chosen) await addIndicator(tx, context, bodyOf(proposal, input.body, territory));
    await readAgain(tx, context, row, chosen);
    await record(tx, context, {
      operation: 'acceptProposedIndicators',
      subjectKind: 'import',
      subjectId: row.id,
      territoryId: row.territory_id,
      organisationId: null,
      before: null,
      after: { indicators: chosen.map(({ code }) => code).join(', ') },
    });
    return showImport(tx, context, row.id);
  });
}

async function chosenOf(
  context: Context,
  row: ImportRow,
  elements: readonly string[],
): Promise<ProposedIndicator[]> {
  const dictionary = await dictionaryOf(context, row);
  const found = [...new Set(elements)].map((id) => {
    const element = dictionary.elements.get(id);
    return { id, proposal: element ? proposedIndicator(element) : null };
  });
  const unknown = found.filter(({ proposal }) => proposal === null).map(({ id }) => id);
  if (unknown.length > 0)
    throw refuse('values.not-proposed', { values: { elements: unknown.slice(0, 10).join(', ') } });
  return found.flatMap(({ proposal }) => proposal ?? []);
}

function bodyOf(
  proposal: ProposedIndicator,
  said: InputOf<Operation>['body'],
  territory: string | null,
): Parameters<typeof addIndicator>[2] {
  const { code, decimals, definition, element, highBound, lowBound, title } = proposal;
  const { topic, direction, unit, countingUnit, countsPeople } = said;
  return {
    code,
    territory,
    title,
    titleEn: null,
    topic,
    composition: said.compositions[element] ?? proposal.composition,
    unit: proposal.unit ?? unit,
    unitEn: null,
    decimals,
    direction,
    countsPeople,
    countingUnit,
    numerator: null,
    denominatorKind: null,
    denominator: null,
    whole: null,
    multiplier: 1,
    finestPeriod: 'month',
    lowBound,
    highBound,
    framework: null,
    sdgCodes: [],
    iccsCodes: [],
    dimensions: [],
    organisationId: null,
    definition,
    definitionEn: null,
    numeratorWords: null,
    numeratorWordsEn: null,
    denominatorWords: null,
    denominatorWordsEn: null,
    method: null,
    methodEn: null,
    limits: null,
    limitsEn: null,
    isDraft: false,
  };
}

// The layout remembers which element became which indicator, also for files that come without metadata.
async function readAgain(
  tx: Transaction,
  context: Context,
  row: ImportRow,
  chosen: readonly ProposedIndicator[],
): Promise<void> {
  const layout = valueLayoutSchema.safeParse(row.layout);
  const { indicator } = layout.data ?? {};
  if (!layout.success || indicator?.kind !== 'cell') {
    await studyAgain(tx, context, row);
    return;
  }
  const made = Object.fromEntries(chosen.map(({ element, code }) => [fold(element), code]));
  const codes = { ...indicator.codes, ...made };
  const known = { ...layout.data, indicator: { ...indicator, codes } };
  await studyAgain(tx, context, { ...row, layout: known, layout_origin: 'given' });
}
