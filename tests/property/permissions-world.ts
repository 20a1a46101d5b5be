import fc from 'fast-check';
import type { Kysely } from 'kysely';
import type { DB } from '#database/schema.ts';
import type { HeldRole } from '#domain/access/actor.ts';
import { roles, type Role } from '#domain/access/roles.ts';

// A small world by chance: a tree of territories, organisations, structures, people, accounts, roles.
// Things are named by their place in its lists; `territory: 2` is the third territory.

export type HeldInWorld = {
  readonly account: number;
  readonly role: Role;
  readonly territory: number;
  readonly organisation: number | null;
  readonly structure: number | null;
};

export type World = {
  /** The parent of each territory, always earlier in the list; null for a country. */
  readonly parents: readonly (number | null)[];
  readonly organisations: readonly { readonly territory: number }[];
  readonly structures: readonly { readonly territory: number }[];
  readonly people: readonly {
    readonly territory: number;
    readonly organisation: number | null;
    readonly visibility: 'territory' | 'network' | 'public';
  }[];
  /** Each account is a person's; account 0 acts. */
  readonly accounts: readonly {
    readonly person: number;
    readonly territory: number;
    readonly organisation: number | null;
  }[];
  readonly held: readonly HeldInWorld[];
  readonly mayWrite: boolean;
};

const below = (length: number) => fc.integer({ min: 0, max: length - 1 });
const perhaps = (length: number) =>
  length === 0 ? fc.constant(null) : fc.option(below(length), { freq: 2 });

/** Worlds by chance. They shrink to few territories, few roles and no organisations. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    parents: fc
      .array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 7 })
      .map((draws) => [null, ...draws.map((draw, index) => (draw % 10 === 9 ? null : draw % (index + 1)))]),
    organisationCount: fc.integer({ min: 0, max: 2 }),
    structureCount: fc.integer({ min: 0, max: 2 }),
  })
  .chain(({ parents, organisationCount, structureCount }) => {
    const territory = below(parents.length);
    const organisation = perhaps(organisationCount);
    const somewhere = (count: number) =>
      fc.array(fc.record({ territory }), { minLength: count, maxLength: count });
    return fc.record({
      parents: fc.constant(parents),
      organisations: somewhere(organisationCount),
      structures: somewhere(structureCount),
      people: fc.array(
        fc.record({
          territory,
          organisation,
          visibility: fc.constantFrom('territory' as const, 'network' as const, 'public' as const),
        }),
        { minLength: 2, maxLength: 4 },
      ),
      accounts: fc
        .array(fc.record({ territory, organisation }), { minLength: 2, maxLength: 2 })
        .map((list) => list.map((account, person) => ({ ...account, person }))),
      held: fc.array(
        fc.record({
          account: fc.constantFrom(0, 0, 0, 1),
          role: fc.constantFrom(...roles),
          territory,
          organisation,
          structure: perhaps(structureCount),
        }),
        { maxLength: 4 },
      ),
      mayWrite: fc.oneof(
        { weight: 4, arbitrary: fc.constant(true) },
        { weight: 1, arbitrary: fc.constant(false) },
      ),
    });
  });

const base = 700_000_000;
const uuid = (kind: number, index: number) =>
  `00000000-0000-7000-8000-${String(kind).padStart(4, '0')}${String(index).padStart(8, '0')}`;

/** The names that things of a world have in the database. */
export const ids = {
  organisation: (index: number | null) => (index === null ? null : uuid(1, index)),
  structure: (index: number | null) => (index === null ? null : uuid(2, index)),
  person: (index: number) => uuid(3, index),
  account: (index: number) => uuid(4, index),
  role: (index: number) => uuid(5, index),
  contact: (index: number) => uuid(6, index),
  organisationContact: (index: number) => uuid(7, index),
  seat: (index: number) => uuid(8, index),
  post: (index: number) => uuid(9, index),
  session: (index: number) => uuid(10, index),
  invitation: (index: number) => uuid(11, index),
  fresh: () => uuid(99, 0),
};

export type Numbered = { readonly id: number; readonly lastId: number };

/** Numbers the territories so that a subtree is one interval. */
export function numberTree(parents: World['parents']): Numbered[] {
  const numbered: { id: number; lastId: number }[] = parents.map(() => ({ id: 0, lastId: 0 }));
  let next = base;
  const visit = (index: number): void => {
    const one = numbered[index];
    if (!one) return;
    one.id = next;
    next += 1;
    parents.forEach((parent, child) => parent === index && visit(child));
    one.lastId = next - 1;
  };
  parents.forEach((parent, index) => parent === null && visit(index));
  return numbered;
}

/** The roles of an account as the domain takes them. */
export function heldRoles(world: World, tree: readonly Numbered[], account: number): HeldRole[] {
  return world.held
    .filter((held) => held.account === account)
    .map((held) => ({
      role: held.role,
      territoryId: tree[held.territory]?.id ?? 0,
      lastId: tree[held.territory]?.lastId ?? 0,
      organisationId: ids.organisation(held.organisation),
      structureId: ids.structure(held.structure),
    }));
}

/** Puts a world into the database, as its owner. */
export async function insertWorld(owner: Kysely<DB>, world: World, tree: readonly Numbered[]): Promise<void> {
  const at = (territory: number) => tree[territory]?.id ?? 0;
  const insert = async (table: keyof DB, rows: readonly object[]) => {
    if (rows.length > 0)
      await owner
        .insertInto(table)
        .values(rows as never)
        .execute();
  };
  const roots = world.parents.flatMap((parent, index) => (parent === null ? [index] : []));
  const countryOf = (index: number): string => {
    const parent = world.parents[index];
    return parent === null || parent === undefined
      ? `Q${String.fromCharCode(65 + roots.indexOf(index))}`
      : countryOf(parent);
  };
  const country = (territory: number) => ({ country: countryOf(territory), territory_id: at(territory) });
  const common = {
    name: 'Q',
    locale: 'es',
    time_zone: 'UTC',
    paper: 'a4',
    currency: 'XTS',
    name_en: 'Q',
    widths: [1],
    pack_version: '1',
  };
  await insert(
    'country',
    roots.map((root) => ({ ...common, code: countryOf(root), base: at(root) })),
  );
  const kind = { kind: 'place', level: 0, name: 'x', name_plural: 'x', name_en: 'x', name_plural_en: 'x' };
  await insert(
    'territory_kind',
    roots.map((root) => ({ ...kind, country: countryOf(root) })),
  );
  const territories = world.parents.map((parent, index) => ({
    id: at(index),
    last_id: tree[index]?.lastId,
    country: countryOf(index),
    code: parent === null ? countryOf(index) : String(index),
    kind: 'place',
    level: 0,
    parent_id: parent === null ? null : at(parent),
    name: `T${index}`,
  }));
  await insert(
    'territory',
    territories.toSorted((one, other) => one.id - other.id),
  );
  await insert(
    'organisation',
    world.organisations.map((one, index) => ({
      id: ids.organisation(index),
      ...country(one.territory),
      name: 'Org',
      kind: 'ngo',
      sector: 'social',
      level: 'local',
    })),
  );
  await insert(
    'structure',
    world.structures.map((one, index) => ({
      id: ids.structure(index),
      ...country(one.territory),
      name: 'Mesa',
      kind: 'board',
    })),
  );
  await insert(
    'seat',
    world.structures.map((one, index) => ({
      id: ids.seat(index),
      structure_id: ids.structure(index),
      territory_id: at(one.territory),
      name: 'Silla',
      role: 'member',
    })),
  );
  await insert(
    'person',
    world.people.map((one, index) => ({
      id: ids.person(index),
      ...country(one.territory),
      organisation_id: ids.organisation(one.organisation),
      name: 'Persona',
      visibility: one.visibility,
    })),
  );
  await insert('contact_point', [
    ...world.people.map((one, index) => ({
      id: ids.contact(index),
      person_id: ids.person(index),
      of_organisation_id: ids.organisation(one.organisation),
      territory_id: at(one.territory),
      channel: 'phone',
      value: '000',
      visibility: one.visibility,
    })),
    ...world.organisations.map((one, index) => ({
      id: ids.organisationContact(index),
      organisation_id: ids.organisation(index),
      territory_id: at(one.territory),
      channel: 'phone',
      value: '000',
    })),
  ]);
  await insert(
    'post',
    world.organisations.map((one, index) => ({
      id: ids.post(index),
      organisation_id: ids.organisation(index),
      territory_id: at(one.territory),
      kind: 'officer',
      title: 'Cargo',
      valid_from: '2026-01-01',
    })),
  );
  await insert(
    'account',
    world.accounts.map((one, index) => ({
      id: ids.account(index),
      person_id: ids.person(one.person),
      username: `quien${index}`,
      territory_id: at(one.territory),
      organisation_id: ids.organisation(one.organisation),
    })),
  );
  await insert(
    'role_assignment',
    world.held.map((held, index) => ({
      id: ids.role(index),
      account_id: ids.account(held.account),
      role: held.role,
      territory_id: at(held.territory),
      organisation_id: ids.organisation(held.organisation),
      structure_id: ids.structure(held.structure),
    })),
  );
  await insert(
    'session',
    world.accounts.map((_, index) => ({
      id: ids.session(index),
      account_id: ids.account(index),
      secret_hash: Buffer.from(`s${index}`),
      expires_at: new Date(0),
    })),
  );
  await insert(
    'invitation',
    world.accounts.map((one, index) => ({
      id: ids.invitation(index),
      account_id: ids.account(index),
      territory_id: at(one.territory),
      organisation_id: ids.organisation(one.organisation),
      secret_hash: Buffer.from(`i${index}`),
      channel: 'link',
      expires_at: new Date(0),
    })),
  );
}
