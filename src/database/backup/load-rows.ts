import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Client, ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { columnList, quote } from './content.ts';
import type { TableHead } from './format.ts';

/** Rows on their way into one table. */
export type TableLoad = {
  readonly table: string;
  write(body: AsyncIterable<Buffer>): Promise<void>;
  end(): Promise<void>;
};

export function openLoad(client: Client, table: TableHead): TableLoad {
  const stream = client.query(copyFrom(`copy ${quote(table.name)} (${columnList(table)}) from stdin`));
  const ended = finished(stream);
  // A refused row is met by whoever writes next or waits for the end.
  ended.catch(() => undefined);
  return {
    table: table.name,
    async write(body) {
      for await (const chunk of body) {
        if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), ended]);
      }
    },
    async end() {
      stream.end();
      await ended;
    },
  };
}

/**
 * Lets rows in whatever their order, without being superuser: foreign keys are taken off and put on again, which
 * checks them all at once; triggers rest; and the owner is not bound by row security meanwhile, since COPY refuses it.
 * @returns the statements that put everything back
 */
export async function openDoors(client: ClientBase): Promise<string[]> {
  const again: string[] = [];
  const keys = await client.query<{ on: string; name: string; definition: string }>(`
    select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`);
  for (const { on, name, definition } of keys.rows) {
    await client.query(`alter table ${on} drop constraint ${quote(name)}`);
    again.push(`alter table ${on} add constraint ${quote(name)} ${definition}`);
  }
  const tables = await client.query<{ name: string; forced: boolean; triggers: boolean }>(`
    select c.oid::regclass::text as name, c.relforcerowsecurity as forced,
      exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`);
  for (const { name, forced, triggers } of tables.rows) {
    if (triggers) {
      await client.query(`alter table ${name} disable trigger user`);
      again.push(`alter table ${name} enable trigger user`);
    }
    if (forced) {
      await client.query(`alter table ${name} no force row level security`);
      again.push(`alter table ${name} force row level security`);
    }
  }
  return again;
}
