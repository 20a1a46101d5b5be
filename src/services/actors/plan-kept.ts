import { findKept, findRepresentations } from '#database/actors/kept-store.ts';
import { findPlaces } from '#database/actors/place-views.ts';
import type { Passing } from '#domain/actors/handover.ts';
import {
  planKept,
  planRepresentations,
  type PlannedRepresentation,
  type PlannedThing,
} from '#domain/actors/handover-kept.ts';
import type { Context, Transaction } from '../context.ts';
import type { StoredBrief } from './stored-brief.ts';

/** What carries no dates of its own: lists and files in work, and who signs for a party. */
export type Undated = {
  readonly things: readonly PlannedThing[];
  readonly representations: readonly PlannedRepresentation[];
};

export type UndatedAsked = {
  readonly passings: readonly Passing[];
  /** The government that changes: then only what is of it or of its territory passes. */
  readonly organisationId: string | null;
  readonly territoryId: number;
  /** Structures in which a seat passes: who sits there signs for them. */
  readonly structureIds: readonly string[];
  readonly accounts: readonly { readonly id: string; readonly personId: string }[];
  readonly keeperId: string | null;
  /** When the day has come and the installation acts: nothing beyond the place but what whoever handed over was shown to pass. */
  readonly listed?: ReadonlySet<string>;
};

/** Reads what people keep for themselves and where they sign, and says what becomes of it. */
export async function prepareUndated(
  tx: Transaction,
  context: Context,
  asked: UndatedAsked,
): Promise<Undated> {
  const { passings, organisationId, structureIds, accounts, keeperId, listed } = asked;
  const people = passings.map(({ from }) => from);
  const home = (await findPlaces(tx, [asked.territoryId])).get(asked.territoryId);
  const isHere = (id: number) => home !== undefined && home.id <= id && id <= home.lastId;
  const things = (await findKept(tx, people)).filter(
    ({ id, territoryId, homeId }) =>
      isHere(territoryId) ||
      isHere(homeId) ||
      (organisationId === null && (listed === undefined || listed.has(id))),
  );
  const isOfGovernment = (id: string) =>
    organisationId === null || id === organisationId || structureIds.includes(id);
  const held = (await findRepresentations(tx, people)).filter(
    ({ partyId, party }) =>
      isOfGovernment(party.id) && (listed === undefined || listed.has(partyId) || isHere(party.territoryId)),
  );
  return {
    things: planKept(passings, things, accounts, keeperId),
    representations: planRepresentations(context.actor, passings, held),
  };
}

/** The same by ids, as a brief keeps it. */
export function briefOfUndated({ things, representations }: Undated) {
  const groups = Map.groupBy(things, ({ thing, toPersonId, outcome }) =>
    [thing.kind, thing.personId, toPersonId, outcome].join(' '),
  );
  return {
    kept: [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const ids = group.map(({ thing }) => thing.id);
      return [
        {
          kind: first.thing.kind,
          ids,
          from: first.thing.personId,
          to: first.toPersonId,
          outcome: first.outcome,
        },
      ];
    }),
    representations: representations.map(({ held, toPersonId, outcome }) => ({
      partyId: held.partyId,
      from: held.personId,
      to: toPersonId,
      outcome,
    })),
  } satisfies Pick<StoredBrief, 'kept' | 'representations'>;
}
