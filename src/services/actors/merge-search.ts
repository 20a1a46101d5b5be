import { findOrganisation } from '#database/actors/organisation-views.ts';
import { findPerson } from '#database/actors/people-views.ts';
import { removeSearchEntry } from '#database/operations/search-store.ts';
import type { Transaction } from '../context.ts';
import { makeOrganisationFindable } from './organisation-deed.ts';
import { makePersonFindable } from './person-deed.ts';

const findable = new Set(['active', 'ended', 'left']);

/** Brings the search in line with how things stand after a merge or its undoing. */
export async function refreshSearch(
  tx: Transaction,
  kind: 'organisation' | 'person',
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) {
    if (kind === 'organisation') {
      const row = await findOrganisation(tx, id);
      if (row && findable.has(row.standing)) await makeOrganisationFindable(tx, row);
      else await removeSearchEntry(tx, kind, id);
    } else {
      const row = await findPerson(tx, id);
      if (row && findable.has(row.standing)) await makePersonFindable(tx, row);
      else await removeSearchEntry(tx, kind, id);
    }
  }
}
