import { findOrganisationNames, findSources } from '#database/actors/organisation-views.ts';
import { findHolders } from '#database/actors/people-views.ts';
import { findPlace, findPlaces, type PlaceRow } from '#database/actors/place-views.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { referenceOf } from '#domain/territories/references.ts';
import type { Context, Transaction } from '../context.ts';

type Ids = {
  readonly territories?: readonly number[];
  readonly organisations?: readonly (string | null)[];
  readonly people?: readonly (string | null)[];
  readonly sources?: readonly (string | null)[];
};

/** Names for the ids that rows carry, each read once; people only as far as the caller may see them. */
export type LookUp = Awaited<ReturnType<typeof lookUp>>;

export async function lookUp(tx: Transaction, context: Context, ids: Ids) {
  const [places, organisations, people, sources] = await Promise.all([
    findPlaces(tx, ids.territories ?? []),
    findOrganisationNames(tx, ids.organisations ?? []),
    findHolders(tx, ids.people ?? []),
    findSources(tx, ids.sources ?? []),
  ]);
  return {
    place(id: number) {
      const row = places.get(id);
      if (!row) throw new Error(`territory ${id} was not looked up`);
      return showPlace(row, context.language);
    },
    organisation(id: string) {
      const { name } = organisations.get(id) ?? { name: '' };
      return { id, name };
    },
    optionalOrganisation(id: string | null) {
      return id === null ? null : this.organisation(id);
    },
    person: (id: string | null) => showHolder(id === null ? undefined : people.get(id)),
    source: (id: string | null) => (id === null ? null : (sources.get(id) ?? null)),
  };
}

function showHolder(
  row: Awaited<ReturnType<typeof findHolders>> extends Map<string, infer Row> ? Row | undefined : never,
) {
  if (!row) return null;
  return { id: row.id, name: row.name, contacts: row.contacts.map(showContact) };
}

/** A way to reach somebody, as the API shows it. */
export function showContact(row: {
  readonly id: string;
  readonly channel: string;
  readonly value: string;
  readonly label: string | null;
  readonly visibility: string;
  readonly version: number;
}) {
  return {
    id: row.id,
    channel: row.channel as 'phone',
    value: row.value,
    label: row.label,
    visibility: row.visibility as 'territory',
    version: row.version,
  };
}

export function showPlace(row: PlaceRow, language: Context['language']) {
  return {
    reference: referenceOf(row.country, row.level === 0 ? row.country : row.code),
    name: row.name,
    kind: row.kind,
    kindName: language === 'en' ? row.kindNameEn : row.kindName,
    level: row.level,
  };
}

/** The territory that a reference names, or the refusal that there is none. */
export async function getPlace(tx: Transaction, reference: string): Promise<PlaceRow> {
  const place = await findPlace(tx, reference);
  if (!place) throw refuse('actors.territory-not-found', { field: 'territory', values: { reference } });
  return place;
}

/** The span of numbers of a territory and all below it; null where none was named. */
export async function spanOf(tx: Transaction, reference: string | undefined) {
  if (reference === undefined) return null;
  const place = await getPlace(tx, reference);
  return { low: place.id, high: place.lastId };
}
