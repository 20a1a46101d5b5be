import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HeldRole } from '#domain/access/actor.ts';
import type { Role } from '#domain/access/roles.ts';
import { scopeOf } from '#domain/access/scope-of.ts';
import { hashSecret, newSecret } from '#services/access/secrets.ts';
import { type Deed, record, recordAll } from '#services/audit/record.ts';
import type { Context } from '#services/context.ts';
import { newId } from '#services/new-id.ts';
import { inScope } from '#database/connection.ts';
import { freshDatabase } from '../database.ts';
import { testInstallation } from '../server.ts';

/** An invented country of two municipalities. */
export const places = {
  country: { id: 10_000_000, last: 19_999_999, code: 'QX' },
  north: { id: 10_100_000, last: 10_199_999, code: '0101' },
  south: { id: 10_200_000, last: 10_299_999, code: '0201' },
} as const;
export type PlaceName = keyof typeof places;

export type AuditWorld = Awaited<ReturnType<typeof makeAuditWorld>>;

/** A database with people whose deeds are written down, for the tests of the trail. */
export async function makeAuditWorld() {
  const fresh = await freshDatabase();
  const { database } = fresh;
  const { owner } = database;
  const dataFolder = mkdtempSync(join(tmpdir(), 'articula-audit-'));
  await owner
    .insertInto('country')
    .values({
      code: 'QX',
      name: 'Quixote',
      name_en: 'Quixote',
      base: places.country.id,
      widths: [10_000_000, 100_000],
      currency: 'USD',
      locale: 'es-PA',
      time_zone: 'America/Panama',
      paper: 'letter',
      pack_version: '1',
    })
    .execute();
  const kinds = [
    ['country', 0],
    ['municipality', 1],
  ] as const;
  for (const [kind, level] of kinds) {
    const names = { name: kind, name_plural: kind, name_en: kind, name_plural_en: kind };
    await owner
      .insertInto('territory_kind')
      .values({ country: 'QX', kind, level, ...names })
      .execute();
  }
  for (const [name, place] of Object.entries(places)) {
    const level = name === 'country' ? 0 : 1;
    await owner
      .insertInto('territory')
      .values({
        id: place.id,
        last_id: place.last,
        country: 'QX',
        code: place.code,
        kind: level === 0 ? 'country' : 'municipality',
        level,
        parent_id: level === 0 ? null : places.country.id,
        name,
      })
      .execute();
  }

  const addPerson = async (name: string, at: PlaceName) => {
    const id = newId();
    await owner
      .insertInto('person')
      .values({ id, country: 'QX', territory_id: places[at].id, name })
      .execute();
    return id;
  };
  const addOrganisation = async (name: string, at: PlaceName) => {
    const id = newId();
    const facts = {
      country: 'QX',
      territory_id: places[at].id,
      kind: 'ministry',
      sector: 'state',
      level: 'national',
    };
    await owner
      .insertInto('organisation')
      .values({ id, name, ...facts })
      .execute();
    return id;
  };
  /** Somebody with one role in one place, and the context in which they act. */
  const addActor = async (name: string, role: Role, at: PlaceName, now = new Date()): Promise<Context> => {
    const personId = await addPerson(name, at);
    const accountId = newId();
    const username = name
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/[^a-z]+/g, '.');
    await owner
      .insertInto('account')
      .values({
        id: accountId,
        person_id: personId,
        username,
        territory_id: places[at].id,
        standing: 'active',
      })
      .execute();
    const held: HeldRole[] = [
      { role, territoryId: places[at].id, lastId: places[at].last, organisationId: null, structureId: null },
    ];
    const scope = scopeOf({ accountId, personId, mayWrite: true }, held);
    const actor = { kind: 'account', accountId, personId, name, username, roles: held, scope } as const;
    return contextOf({ ...actor, via: 'session', sessionId: null, mayWrite: true }, now);
  };
  const contextOf = (actor: Context['actor'], now = new Date()): Context => ({
    actor,
    now,
    requestId: newId(),
    address: '127.0.0.1',
    userAgent: 'test',
    language: 'es',
    database,
    installation: testInstallation(dataFolder),
    session: { secret: null, give: () => undefined, take: () => undefined },
  });

  return {
    ...fresh,
    dataFolder,
    addPerson,
    addOrganisation,
    addActor,
    contextOf,
    async end() {
      await fresh.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Writes deeds down as somebody, each call in a transaction of its own. */
export async function doDeed(context: Context, ...deeds: readonly Partial<Deed>[]): Promise<void> {
  const whole = deeds.map((deed): Deed => ({
    operation: 'changeOrganisation',
    subjectKind: 'organisation',
    subjectId: newId(),
    territoryId: places.north.id,
    organisationId: null,
    before: null,
    after: { name: 'Casa de Justicia' },
    ...deed,
  }));
  await inScope(context.database, context.actor.scope, async (tx) => {
    const [only] = whole;
    if (only && whole.length === 1) await record(tx, context, only);
    else await recordAll(tx, context, whole);
  });
}

/** A token with which somebody calls the API. */
export async function giveToken(context: Context): Promise<string> {
  const { actor, database } = context;
  if (actor.kind !== 'account') throw new TypeError('tokens are of accounts');
  for (const { role, territoryId } of actor.roles) {
    const assignment = {
      id: newId(),
      account_id: actor.accountId,
      role,
      territory_id: territoryId,
      valid_from: '2026-01-01',
    };
    await database.owner.insertInto('role_assignment').values(assignment).execute();
  }
  const secret = newSecret();
  await database.owner
    .insertInto('api_token')
    .values({
      id: newId(),
      account_id: actor.accountId,
      name: 'test',
      secret_hash: hashSecret(secret),
      may_write: true,
      expires_at: new Date('2099-01-01'),
    })
    .execute();
  return secret;
}
