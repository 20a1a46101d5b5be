import { sql } from 'kysely';
import { insertAccount, insertPersonOfAccount, insertRole } from '#database/access/account-store.ts';
import type { Role } from '#domain/access/roles.ts';
import { hashPassword } from '#services/access/secrets.ts';
import type { Database } from '#database/connection.ts';
import { newId } from '#services/new-id.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { startApp, type AppOptions, type Caller, type TestApp } from './server.ts';

export const password = 'tres tristes tigres';
let hashed: Promise<string> | undefined;

export type Holder = {
  readonly username: string;
  readonly accountId: string;
  readonly personId: string;
  /** Calls as this person. */
  call: Caller;
};

export type World = TestApp & {
  /** The moment that the application takes for now; tests move it. */
  readonly clock: { now: Date };
  /** The number of a territory of the invented country, by its code. */
  territory(code: string): Promise<number>;
  organisation(name: string, code: string): Promise<string>;
  structure(name: string, code: string): Promise<string>;
  /** Somebody with an account and roles, signed in. */
  holder(
    username: string,
    roles: readonly { role: Role; code: string; organisationId?: string; structureId?: string }[],
    options?: { home?: string; organisationId?: string; name?: string; country?: string },
  ): Promise<Holder>;
};

/** The API over an invented country, and people in it as tests need them. */
export async function makeWorld(options: Pick<AppOptions, 'pages'> = {}): Promise<World> {
  const clock = { now: new Date('2026-03-10T15:00:00Z') };
  const app = await startApp({ now: () => clock.now, ...options });
  await loadPack(app.context, { folder: 'tests/fixtures/packs/XA' });
  const { owner } = app.database;
  const territory = async (code: string) => {
    const row = await owner
      .selectFrom('territory')
      .select('id')
      .where('code', '=', code)
      .where('valid_to', 'is', null)
      .executeTakeFirstOrThrow();
    return row.id;
  };
  const world: World = {
    ...app,
    clock,
    territory,
    async organisation(name, code) {
      const id = newId();
      const values = {
        id,
        country: 'XA',
        territory_id: await territory(code),
        name,
        kind: 'cso',
        sector: 'social',
        level: 'local',
      };
      await owner.insertInto('organisation').values(values).execute();
      return id;
    },
    async structure(name, code) {
      const id = newId();
      await owner
        .insertInto('structure')
        .values({ id, country: 'XA', territory_id: await territory(code), name, kind: 'local-committee' })
        .execute();
      return id;
    },
    async holder(username, roles, options = {}) {
      const given = { username, roles, options, now: clock.now };
      const made = await insertHolder(app.database, territory, given);
      return { username, ...made, call: await app.signIn(username, password) };
    },
  };
  return world;
}

type Given = {
  readonly username: string;
  readonly roles: Parameters<World['holder']>[1];
  readonly options: NonNullable<Parameters<World['holder']>[2]>;
  readonly now: Date;
};

/** Enters somebody with an account, a password that tests know, and roles. */
export async function insertHolder(
  { owner }: Database,
  territory: World['territory'],
  { username, roles, options, now }: Given,
): Promise<{ accountId: string; personId: string }> {
  const accountId = newId();
  const personId = newId();
  const home = await territory(options.home ?? roles[0]?.code ?? 'XA');
  const organisationId = options.organisationId ?? null;
  hashed ??= hashPassword(password);
  const passwordHash = await hashed;
  await owner.transaction().execute(async (tx) => {
    const name = options.name ?? `Titular de ${username}`;
    await insertPersonOfAccount(
      tx,
      { id: personId, country: options.country ?? 'XA', territoryId: home, organisationId, name },
      [],
    );
    await insertAccount(tx, {
      id: accountId,
      personId,
      username,
      phone: null,
      email: null,
      territoryId: home,
      organisationId,
      language: 'es',
      createdBy: null,
      now,
      passwordHash,
    });
    await sql`update account set first_entered_at = ${now} where id = ${accountId}`.execute(tx);
    for (const { role, code, organisationId: within, structureId } of roles) {
      await insertRole(tx, {
        id: newId(),
        accountId,
        role,
        territoryId: await territory(code),
        organisationId: within ?? null,
        structureId: structureId ?? null,
        validFrom: '2026-01-01',
        validTo: null,
        grantedBy: null,
        now,
      });
    }
  });
  return { accountId, personId };
}

/** The cookie that an answer gives, if it gives one. */
export function cookieOf(answer: { headers: Readonly<Record<string, unknown>> }): string | undefined {
  const given = [answer.headers['set-cookie']].flat().filter((value) => typeof value === 'string');
  return given.find((value) => value.startsWith('articula_session='))?.split(';')[0];
}
