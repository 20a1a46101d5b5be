import type { InputOf } from '#contract/operation.ts';
import type { territoriesOperations } from '#contract/territories.ts';
import { hasSource } from '#database/territories/country-store.ts';
import { addSource } from '#database/territories/deed-store.ts';
import { refuse } from '#domain/territories/refusals.ts';
import type { Transaction } from '../context.ts';
import { newId } from '../new-id.ts';

type Given = InputOf<typeof territoriesOperations.recordPopulation>['body']['source'];

/** The id of a source that is known, or that is told here for the first time. */
export async function sourceIdOf(tx: Transaction, country: string, given: Given): Promise<string> {
  if ('id' in given) {
    if (await hasSource(tx, given.id)) return given.id;
    throw refuse('territories.source-not-found', { field: 'source', values: { given: given.id } });
  }
  return addSource(tx, {
    id: `person.${newId()}`,
    country,
    title: given.title,
    publisher: given.publisher ?? null,
    address: given.address ?? null,
    published: given.published ?? null,
  });
}
