import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#database/connection.ts';
import { freshDatabase } from '../database.ts';

let database: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ database, drop } = await freshDatabase());
});
afterAll(() => drop());

/** Tables without row security, each with what the application's role may do there instead, and why that is enough. */
const withoutRows: Readonly<Record<string, readonly [privileges: string, reason: string]>> = {
  audit_anchor: ['', 'the installation anchors by itself'],
  audit_chain: ['', 'only audit_append, which belongs to the owner, moves a head'],
  backup_record: ['', 'backups are made by the owner'],
  erasable_key: ['', 'only audit_keys opens a key, and asks who may'],
  mail_outbox: [
    'INSERT',
    'whoever may cause a message writes it; it holds a one-time link and is read by nobody',
  ],
  mail_attachment: ['INSERT', 'files of a message, written with it and read by nobody'],
  schema_migration: ['SELECT', 'health says which migrations there are'],
  setting: ['', 'what the installation is, is set by the owner'],
  sign_in_attempt: ['', 'counted before anybody is known'],
};

/** Tables that their owner is not bound by, and why. */
const unforced: Readonly<Record<string, string>> = {
  audit_entry: 'the functions that append and search act as the owner',
};

type Table = { name: string; security: boolean; forced: boolean; privileges: string; policies: string[] };

async function listTables(): Promise<Table[]> {
  const { rows } = await database.ownerPool.query<Table>(`
    select c.relname as name, c.relrowsecurity as security, c.relforcerowsecurity as forced,
      (select coalesce(string_agg(privilege, ' ' order by privilege), '')
        from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) as privilege
        where has_table_privilege('articula_app', c.oid, privilege)) as privileges,
      array(select polname::text from pg_policy where polrelid = c.oid) as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
  return rows;
}

describe('every table', () => {
  it('is under row security, or gives the application nothing that rows would have to keep', async () => {
    const open = (await listTables()).filter(({ security }) => !security);
    expect(Object.fromEntries(open.map(({ name, privileges }) => [name, privileges]))).toEqual(
      Object.fromEntries(Object.entries(withoutRows).map(([name, [privileges]]) => [name, privileges])),
    );
  });

  it('binds its owner too, who need not be a superuser, or says why not', async () => {
    const tables = (await listTables()).filter(({ security }) => security);
    expect(tables.filter(({ forced }) => !forced).map(({ name }) => name)).toEqual(Object.keys(unforced));
    const keeperless = tables.filter(({ forced, policies }) => forced && !policies.includes('keeper'));
    expect(keeperless.map(({ name }) => name)).toEqual([]);
  });

  it('says who may read and change it by a policy of its own, beyond its keeper', async () => {
    const tables = (await listTables()).filter(({ security }) => security);
    const silent = tables.filter(({ policies }) => policies.every((name) => name === 'keeper'));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('can be emptied or given triggers by no application', async () => {
    const tables = await listTables();
    expect(tables.filter(({ privileges }) => /TRUNCATE|TRIGGER|REFERENCES/.test(privileges))).toEqual([]);
  });

  it('is no other kind of thing that rows are read from past their policies', async () => {
    const { rows } = await database.ownerPool.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'f')`,
    );
    expect(rows).toEqual([]);
  });
});

describe('every function', () => {
  const ours = `p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`;

  it('that acts as its owner looks things up in a fixed order, temporary things last, and is for the application only', async () => {
    const { rows } = await database.ownerPool.query<{
      name: string;
      config: string[] | null;
      open: boolean;
    }>(`
      select p.proname as name, p.proconfig as config,
        exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as given where given.grantee = 0) as open
      from pg_proc p where p.prosecdef and ${ours}`);
    expect(rows.length).toBeGreaterThan(10);
    for (const { name, config, open } of rows) {
      // What a plan is reckoned to cost says nothing of where a name is looked up.
      const order = (config ?? []).filter((setting) => !setting.startsWith('random_page_cost='));
      expect([name, order, open]).toEqual([name, ['search_path=pg_catalog, public, pg_temp'], false]);
    }
  });

  it('that belongs to the trail answers a stranger nothing', async () => {
    const erase = sql`select audit_erase_person(gen_random_uuid())`.execute(database.app);
    await expect(erase).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the role of the application', () => {
  it('is nobody special, and a member of nothing', async () => {
    const { rows } = await database.ownerPool.query(`
      select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
        (select count(*)::int from pg_auth_members where member = pg_roles.oid) as memberships,
        has_schema_privilege('articula_app', 'public', 'create') as creates
      from pg_roles where rolname = 'articula_app'`);
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreatedb: false,
        rolcreaterole: false,
        rolreplication: false,
        memberships: 0,
        creates: false,
      },
    ]);
  });

  it('sees no row of anything private when nobody is named', async () => {
    const client = new pg.Client({ connectionString: database.url, options: '-c role=articula_app' });
    await client.connect();
    try {
      for (const table of ['session', 'api_token', 'invitation', 'import_run', 'handover', 'merge_record']) {
        expect((await client.query(`select from ${table}`)).rowCount).toBe(0);
      }
      await expect(client.query('delete from schema_migration')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('select password_hash from account')).rejects.toMatchObject({
        code: '42501',
      });
    } finally {
      await client.end();
    }
  });
});
