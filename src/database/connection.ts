import { Kysely, PostgresDialect, sql, type Transaction as KyselyTransaction } from 'kysely';
import pg from 'pg';
import type { Reach, Scope } from '#domain/access/scope.ts';
import { asMultirange } from '#domain/shared/ranges.ts';
import { refuse } from '#domain/shared/refusals.ts';
import type { DB } from './schema.ts';
import { keepsForTheEnd, transactions, type Transact } from './transact.ts';

export type Transaction = KyselyTransaction<DB>;

/**
 * Two ways to one database. `app` is what services use: role articula_app, row security holds.
 * `owner` is for what happens before anybody is known (sign-in) or beyond anybody's scope (migrations, backup, jobs).
 */
export type Database = {
  readonly url: string;
  readonly app: Kysely<DB>;
  /** Transactions of the application's role; services go through inScope. */
  readonly transact: Transact;
  readonly owner: Kysely<DB>;
  readonly ownerPool: pg.Pool;
  /** The idempotency key under which the request at hand runs; whatever changes something marks it as done. */
  readonly claim?: { readonly accountId: string; readonly key: string; readonly at: Date };
  close(): Promise<void>;
};

// Days, big integers and exact numbers stay text: a day is not a moment, and money is not a float.
const asText = new Set<number>([pg.types.builtins.DATE, pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    asText.has(oid) ? (value: string) => value : pg.types.getTypeParser(oid, format),
};

// A connection that is new knows neither tables nor plans: its first answer takes thirty milliseconds longer. One of each stays
// open through the quietest hour; each that has worked holds some 25 MB, so what a crowd needed goes after seconds.
const kept = { app: 1, owner: 1 };
const idleMs = 10_000;

function makePool(url: string, settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    idleTimeoutMillis: idleMs,
    keepAlive: true,
    ...settings,
  });
  // A dropped connection is told by the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function connect(url: string, sizes: { app?: number; owner?: number } = {}): Database {
  const appPool = makePool(url, {
    max: sizes.app ?? 16,
    min: kept.app,
    options: '-c role=articula_app -c jit=off',
    pipeline: true,
  });
  const ownerPool = makePool(url, { max: sizes.owner ?? 4, min: kept.owner });
  const app = new Kysely<DB>({ dialect: new PostgresDialect({ pool: appPool }) });
  const owner = new Kysely<DB>({ dialect: new PostgresDialect({ pool: ownerPool }) });
  return {
    url,
    app,
    transact: transactions(appPool),
    owner,
    ownerPool,
    async close() {
      await Promise.all([app.destroy(), owner.destroy()]);
      // Kysely ends only a pool that it has used itself.
      for (const pool of [appPool, ownerPool]) if (!pool.ending) await pool.end();
    },
  };
}

const uuid = /^[0-9a-f-]{36}$/;
const deedName = /^[a-z-]+$/;

function settingsOf(scope: Scope): Record<string, string> {
  if (![scope.accountId, scope.personId].every((id) => id === null || uuid.test(id)))
    throw new TypeError('scope: not a uuid');
  const settings: Record<string, string> = {
    ...(scope.personId === null ? {} : { 'app.person': scope.personId }),
    ...(scope.accountId === null ? {} : { 'app.account': scope.accountId, 'app.signed_in': 'yes' }),
  };
  for (const [deed, reach] of Object.entries(scope.reach))
    Object.assign(settings, settingsOfReach(deed, reach));
  return settings;
}

function settingsOfReach(deed: string, { ranges, within }: Reach): Record<string, string> {
  if (!deedName.test(deed)) throw new TypeError('scope: not a deed');
  if (!Object.keys(within).every((id) => uuid.test(id))) throw new TypeError('scope: not a uuid');
  const name = deed.replaceAll('-', '_');
  const narrower = Object.entries(within).map(([id, some]) => [id, asMultirange(some)] as const);
  return {
    ...(ranges.length > 0 ? { [`app.range.${name}`]: asMultirange(ranges) } : {}),
    ...(narrower.length > 0
      ? {
          [`app.within.${name}`]: JSON.stringify(Object.fromEntries(narrower)),
          [`app.holders.${name}`]: `{${Object.keys(within).join(',')}}`,
        }
      : {}),
  };
}

/** The statements by which a transaction is told its scope. Every part is checked: nothing that was typed gets here. */
export function scopeStatement(scope: Scope): string {
  return Object.entries(settingsOf(scope))
    .map(([name, value]) => `set local ${name} = '${value}'`)
    .join(';');
}

/**
 * Runs work in one transaction that sees and changes only what the scope allows.
 * The settings end with the transaction. Citus carries SET LOCAL to its workers but not set_config(), hence the form.
 */
export function inScope<T>(
  database: Database,
  scope: Scope,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return database.transact(scopeStatement(scope), async (tx) => {
    const result = await work(tx);
    if (database.claim) await markDone(tx, database.claim);
    return result;
  });
}

/**
 * Done is what wrote something: a transaction that only read before the deed leaves the key as it was. Whoever was so slow
 * that another took the key over is stopped here, and what it wrote is taken back.
 */
async function markDone(tx: Transaction, claim: NonNullable<Database['claim']>): Promise<void> {
  if (!keepsForTheEnd(tx) && !(await hasWritten(tx))) return;
  const marked = await tx
    .updateTable('idempotency_record')
    .set({ done_at: sql`now()` })
    .where('account_id', '=', claim.accountId)
    .where('key', '=', claim.key)
    .where('created_at', '=', claim.at)
    .executeTakeFirst();
  if (marked.numUpdatedRows === 0n) throw refuse('shared.key-in-progress');
}

async function hasWritten(tx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ wrote: boolean }>`
    select pg_current_xact_id_if_assigned() is not null as wrote`.execute(tx);
  return rows[0]?.wrote ?? false;
}
