import type { DefinitionRow, IndicatorRow } from '#database/indicators/indicator-columns.ts';
import {
  insertDefinition,
  insertIndicator,
  updateIndicatorRow,
} from '#database/indicators/indicator-store.ts';
import { definitionOfCatalogue, fieldsOfCatalogue } from '#domain/indicators/catalogue-fields.ts';
import type { CatalogueIndicator } from '#domain/indicators/catalogue-schema.ts';
import { changedFieldsOf, changedWordsOf } from '#domain/indicators/indicator.ts';
import type { Transaction } from '../context.ts';

type Ground = {
  readonly country: string | null;
  readonly territoryId: number | null;
  readonly known: IndicatorRow | undefined;
  readonly current: DefinitionRow | undefined;
  readonly numbers: ReadonlyMap<string, number>;
};

/** Keeps one indicator of a catalogue where it is new or newer; null where nothing changed, or where people have made it theirs. */
export async function keepCatalogueIndicator(
  tx: Transaction,
  given: CatalogueIndicator,
  ground: Ground,
): Promise<{ readonly id: number } | null> {
  const { known, current, numbers } = ground;
  const fields = fieldsOfCatalogue(given);
  const definition = definitionOfCatalogue(given);
  const numberOf = (code: string | null) => (code === null ? null : (numbers.get(code) ?? null));
  const said = {
    fields,
    parts: {
      numeratorId: numberOf(fields.numerator),
      denominatorId: numberOf(fields.denominator),
      wholeId: numberOf(fields.whole),
    },
  };
  if (!known) {
    const { country, territoryId } = ground;
    const place = { country, territoryId, organisationId: null };
    const keep = { standing: 'current', sourceId: given.source, origin: 'pack' } as const;
    const id = await insertIndicator(tx, { ...said, ...place, ...keep });
    await insertDefinition(tx, { indicatorId: id, number: 1, accountId: null }, definition);
    return { id };
  }
  if (known.origin !== 'pack') return null;
  const isReworded = !current || changedWordsOf(current, definition).length > 0;
  const isChanged = changedFieldsOf(known, { ...fields }).length > 0 || known.sourceId !== given.source;
  if (!isReworded && !isChanged) return null;
  const number = isReworded ? known.definitionNumber + 1 : known.definitionNumber;
  if (isReworded) await insertDefinition(tx, { indicatorId: known.id, number, accountId: null }, definition);
  await updateIndicatorRow(tx, known, { said, definitionNumber: number, sourceId: given.source });
  return { id: known.id };
}
