import { Client, type ClientBase, escapeIdentifier } from 'pg';
import type { TableContent, TableHead } from './format.ts';

/** A connection whose text forms are the same on every server, whatever it is set to. */
export async function connectForContent(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  // A dropped connection is told by the query that it ends.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`
    set timezone = 'UTC'; set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres'; set extra_float_digits = 1;
    set bytea_output = 'hex'; set client_encoding = 'UTF8'; set search_path = public; set xmloption = 'content';
    set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`);
  return client;
}

export const quote = (name: string): string => escapeIdentifier(name);
export const columnList = (table: TableHead): string => table.columns.map(quote).join(', ');

/** The tables of the application, with the columns that can be written; computed ones compute themselves. */
export async function listTables(client: ClientBase): Promise<TableHead[]> {
  const found = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence <> 't'
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname`);
  return found.rows;
}

/** How many rows a table has, and a sum over them that no order changes and every altered value does. */
export async function readContent(client: ClientBase, table: TableHead): Promise<TableContent> {
  const found = await client.query<{ rows: string; digest: string }>(`
    select count(*)::text as rows,
      coalesce(sum(('x' || left(encode(sha256(convert_to(r::text, 'UTF8')), 'hex'), 15))::bit(60)::bigint), 0)::text as digest
    from (select ${columnList(table)} from only ${quote(table.name)}) r`);
  return found.rows[0] ?? { rows: '0', digest: '0' };
}

export type Difference = {
  readonly table: string;
  readonly a: TableContent | null;
  readonly b: TableContent | null;
};

/** Written by making a backup and by restoring one, so that they always differ. */
const ownRecords = ['schema_migration', 'backup_record'];

/** Compares two databases table by table. Nothing returned: they hold the same. */
export async function compareContent(urlA: string, urlB: string): Promise<Difference[]> {
  const [a, b] = await Promise.all([readAll(urlA), readAll(urlB)]);
  const names = [...new Set([...a.keys(), ...b.keys()])].filter((name) => !ownRecords.includes(name)).sort();
  return names
    .map((table) => ({ table, a: a.get(table) ?? null, b: b.get(table) ?? null }))
    .filter(({ a: one, b: other }) => one?.rows !== other?.rows || one?.digest !== other?.digest);
}

async function readAll(url: string): Promise<Map<string, TableContent>> {
  const client = await connectForContent(url);
  try {
    await client.query('begin isolation level repeatable read read only');
    const contents = new Map<string, TableContent>();
    for (const table of await listTables(client)) contents.set(table.name, await readContent(client, table));
    return contents;
  } finally {
    await client.end();
  }
}
