import * as fc from 'fast-check';
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
/** The name of the nth thing of a kind. */
export const uuid = (kind: number, index: number) =>
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
  need: (index: number) => uuid(12, index),
  draftNeed: (index: number) => uuid(13, index),
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
