import * as fc from 'fast-check';
import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inScope, scopeStatement, type Database } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { Actor } from '#domain/access/actor.ts';
import { deeds } from '#domain/access/deeds.ts';
import { mayDo, mayGrant } from '#domain/access/permissions.ts';
import { roles } from '#domain/access/roles.ts';
import { scopeOf } from '#domain/access/scope-of.ts';
import { visitorScope, type Scope } from '#domain/access/scope.ts';
import { freshDatabase } from '../database.ts';
import { expectedSets, expectedInserts } from './permissions-expectations.ts';
import { expectedFigureInserts, expectedFigures } from './permissions-figure-expectations.ts';
import { expectedRoomInserts, expectedRooms } from './permissions-rooms.ts';
import { insertWorld } from './permissions-rows.ts';
import { oracleMay, oracleMayGrant, type Spot } from './permissions-oracle.ts';
import { heldRoles, ids, numberTree, worlds, type Numbered, type World } from './permissions-world.ts';

// In every world some hundred statements are really tried, each kind of thing in each place: that takes longer with every room.
vi.setConfig({ testTimeout: 300_000 });

// A failure names its seed: run again with SEED=… to see the same.
const seed = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647);

function actorIn(world: World, tree: readonly Numbered[]): Actor & { kind: 'account' } {
  const who = { accountId: ids.account(0), personId: ids.person(0), mayWrite: world.mayWrite };
  const held = heldRoles(world, tree, 0);
  const scope = scopeOf(who, held);
  return {
    kind: 'account',
    ...who,
    name: 'x',
    username: 'x',
    roles: held,
    scope,
    via: 'session',
    sessionId: null,
  };
}

const indexes = (list: readonly unknown[]) => [...list.keys()];
const orNone = (list: readonly unknown[]) => [null, ...indexes(list)];

describe('who may do what', () => {
  it('is the same by the rule and by the sentences, for every deed in every place', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const tree = numberTree(world.parents);
        const actor = actorIn(world, tree);
        for (const territory of [null, ...indexes(world.parents)]) {
          for (const organisation of orNone(world.organisations)) {
            for (const structure of orNone(world.structures)) {
              for (const deed of deeds) {
                const place = {
                  territoryId: territory === null ? null : (tree[territory]?.id ?? null),
                  organisationId: ids.organisation(organisation),
                  structureId: ids.structure(structure),
                };
                const told = `${deed} in ${territory}/${organisation}/${structure}`;
                expect(mayDo(actor, deed, place), told).toBe(
                  oracleMay(world, deed, { territory, organisation, structure }),
                );
              }
              if (territory === null) continue;
              for (const role of roles) {
                const grant = {
                  role,
                  territoryId: tree[territory]?.id ?? 0,
                  organisationId: ids.organisation(organisation),
                  structureId: ids.structure(structure),
                };
                const told = `grant ${role} in ${territory}/${organisation}/${structure}`;
                expect(mayGrant(actor, grant), told).toBe(
                  oracleMayGrant(world, { role, territory, organisation, structure }),
                );
              }
            }
          }
        }
      }),
      { seed, numRuns: 300 },
    );
  });
});

/** What really happens to the rows of each table when one tries. */
async function attempt(tx: Transaction<DB>, statement: string): Promise<string[]> {
  try {
    const result = await sql.raw<{ id: unknown }>(statement).execute(tx);
    return result.rows.map(({ id }) => String(id)).toSorted();
  } finally {
    await sql.raw('rollback to savepoint attempt').execute(tx);
  }
}

async function isLetIn(tx: Transaction<DB>, statement: string): Promise<boolean> {
  try {
    await attempt(tx, statement);
    return true;
  } catch (problem) {
    // 42501: refused by a policy. Anything else is a fault of the test.
    if ((problem as { code?: string }).code === '42501') return false;
    throw problem;
  }
}

const never = () => false;

describe('row security', () => {
  let database: Database;
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = fresh.database;
  });
  afterAll(() => fresh.drop());

  /** Builds a world, goes on as the application's role in a scope, and leaves nothing behind. */
  async function asApplication(
    world: World,
    scope: Scope,
    work: (tx: Transaction<DB>) => Promise<void>,
  ): Promise<void> {
    const undone = new Error('undone');
    const run = database.owner.transaction().execute(async (tx) => {
      await insertWorld(tx, world, numberTree(world.parents));
      await sql.raw(`set local role articula_app; ${scopeStatement(scope)}`).execute(tx);
      // Going back to it does not end it: one is enough for all that is attempted.
      await sql.raw('savepoint attempt').execute(tx);
      await work(tx);
      throw undone;
    });
    await run.catch((problem: unknown) => {
      if (problem !== undone) throw problem;
    });
  }

  it('lets through exactly what the sentences say, when reading, changing, removing and adding are really tried', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const tree = numberTree(world.parents);
        await asApplication(world, actorIn(world, tree).scope, async (tx) => {
          const may = (deed: string, spot: Spot) => oracleMay(world, deed, spot);
          const sets = [
            ...expectedSets(world, tree, oracleMay, oracleMayGrant),
            ...expectedRooms(world, tree, may),
            ...expectedFigures(world, tree, may),
          ];
          for (const { statement, expected } of sets) {
            expect(await attempt(tx, statement), statement).toEqual(expected.toSorted());
          }
          const inserts = [
            ...expectedInserts(world, tree, oracleMay, oracleMayGrant),
            ...expectedRoomInserts(world, tree, may),
            ...expectedFigureInserts(world, tree, may),
          ];
          for (const { statement, expected } of inserts) {
            expect(await isLetIn(tx, statement), statement).toBe(expected);
          }
        });
      }),
      { seed, numRuns: 120, interruptAfterTimeLimit: 180_000 },
    );
  });

  it('shows a visitor what is public and nothing else, and lets them change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (drawn) => {
        const world = { ...drawn, held: [] };
        await asApplication(world, visitorScope, async (tx) => {
          const tree = numberTree(world.parents);
          const sets = [
            ...expectedSets(world, tree, never, never, 'visitor'),
            ...expectedRooms(world, tree, never, 'visitor'),
            ...expectedFigures(world, tree, never, 'visitor'),
          ];
          for (const { statement, expected } of sets) {
            expect(await attempt(tx, statement), statement).toEqual(expected.toSorted());
          }
          const inserts = [
            ...expectedInserts(world, tree, never, never),
            ...expectedRoomInserts(world, tree, never),
            ...expectedFigureInserts(world, tree, never),
          ];
          for (const { statement } of inserts) {
            expect(await isLetIn(tx, statement), statement).toBe(false);
          }
        });
      }),
      { seed, numRuns: 15 },
    );
  });

  it('shows nothing private where no scope was set at all', async () => {
    const [world] = fc.sample(worlds, { seed, numRuns: 1 });
    if (!world) throw new Error('no world');
    await asApplication(world, visitorScope, async (tx) => {
      await sql.raw('reset app.account; reset app.person; reset app.signed_in').execute(tx);
      for (const table of [
        'account',
        'role_assignment',
        'session',
        'invitation',
        'api_token',
        'audit_entry',
        'merge_record',
        'handover',
      ]) {
        expect(await attempt(tx, `select 1 as id from ${table}`), table).toEqual([]);
      }
      expect(await attempt(tx, `select id from person where visibility <> 'public'`)).toEqual([]);
      expect(await attempt(tx, `select id from contact_point where visibility <> 'public'`)).toEqual([]);
    });
  });

  it('never shows the application what is known of a password or a code', async () => {
    const secrets = [
      'password_hash from account',
      'totp_secret from account',
      'secret_hash from access_code',
      'value from setting',
      'key from sign_in_attempt',
      'body from mail_outbox',
    ];
    for (const secret of secrets) {
      const reading = inScope(database, visitorScope, (tx) => sql.raw(`select ${secret}`).execute(tx));
      await expect(reading, secret).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('ends a scope with its transaction', async () => {
    const scope: Scope = {
      accountId: ids.account(0),
      personId: ids.person(0),
      reach: { erase: { ranges: [{ low: 1, high: 9 }], within: {} } },
    };
    const settings = sql<{ erase: string; account: string }>`
      select current_setting('app.range.erase', true) as erase, current_setting('app.account', true) as account`;
    const during = await inScope(database, scope, (tx) => settings.execute(tx));
    expect(during.rows[0]?.erase).toBe('{[1,9]}');
    for (let connection = 0; connection < 8; connection += 1) {
      const { rows } = await settings.execute(database.app);
      expect(rows[0]?.erase ?? '').toBe('');
      expect(rows[0]?.account ?? '').toBe('');
    }
  });
});
