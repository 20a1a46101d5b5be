import { findParents } from '#database/actors/organisation-views.ts';
import { findPlaces } from '#database/actors/place-views.ts';
import { findActionOf, findAgreementOf } from '#database/commitments/agreement-views.ts';
import { sideOf } from '#domain/commitments/sides.ts';
import type { Transaction } from '../context.ts';
import { findCircle } from './resolve-parties.ts';

/** What the commitments of one list lie within: agreements, plans, territories and sides, each read once however many ask for it. */
export type Surroundings = ReturnType<typeof surroundings>;

/** @param territories those that will be asked for, as far as known: they are read together */
export function surroundings(tx: Transaction, territories: readonly number[] = []) {
  const together = once((ids: readonly number[]) => findPlaces(tx, [...new Set(ids)]));
  const parentsOf = once((country: string) => findParents(tx, country));
  return {
    agreementOf: once((id: string) => findAgreementOf(tx, id)),
    actionOf: once((id: string) => findActionOf(tx, id)),
    circleOf: once((agreementId: string | null) => findCircle(tx, agreementId)),
    placeOf: once(
      async (id: number) => (await together(territories)).get(id) ?? (await findPlaces(tx, [id])).get(id),
    ),
    /** All who are of the side that owes: those obliged, and the organisations above and below them. */
    sideOf: async (country: string, obliged: readonly string[]): Promise<ReadonlySet<string>> =>
      sideOf(await parentsOf(country), obliged),
  };
}

function once<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const known = new Map<Key, Promise<Value>>();
  return (key) => {
    const found = known.get(key) ?? read(key);
    known.set(key, found);
    return found;
  };
}
