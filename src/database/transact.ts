import {
  type CompiledQuery,
  DefaultQueryExecutor,
  PostgresDialect,
  Transaction,
  type DatabaseConnection,
  type QueryResult,
  type RawBuilder,
} from 'kysely';
import type pg from 'pg';
import type { DB } from './schema.ts';

/** Runs work in one transaction whose first statement is `opening`; committed when the work is done, undone when it fails. */
export type Transact = <T>(opening: string, work: (tx: Transaction<DB>) => Promise<T>) => Promise<T>;

// What each transaction still says before it is committed.
const endings = new WeakMap<Transaction<DB>, CompiledQuery[]>();

/**
 * Keeps a statement for the end: it travels with the commit, which saves a round trip, and what it locks is locked no longer than
 * that. Nobody is told its answer; when it fails the transaction fails. Where a transaction has no such end it is said at once.
 */
export async function sayAtTheEnd(tx: Transaction<DB>, statement: RawBuilder<unknown>): Promise<void> {
  const ending = endings.get(tx);
  if (ending) ending.push(statement.compile(tx));
  else await statement.execute(tx);
}

/** Says what was kept for the end now, for whoever depends on it. */
export async function sayWhatIsKept(tx: Transaction<DB>): Promise<void> {
  for (const statement of endings.get(tx)?.splice(0) ?? []) await tx.executeQuery(statement);
}

export const keepsForTheEnd = (tx: Transaction<DB>): boolean => (endings.get(tx)?.length ?? 0) > 0;

/**
 * Transactions over a pool whose connections are pipelined: what is asked for at once is sent at once, beginning with
 * the beginning itself, so that a screen costs few round trips. Ask with Promise.all for what doesn't wait for one another.
 */
export function transactions(pool: pg.Pool): Transact {
  const dialect = new PostgresDialect({ pool });
  const driver = dialect.createDriver();
  const compiler = dialect.createQueryCompiler();
  const adapter = dialect.createAdapter();
  const nameOf = statementNames();
  const onConnection = (connection: Connection) => {
    const executor = new DefaultQueryExecutor(compiler, adapter, {
      provideConnection: (consume) => consume(connection),
    });
    return new Transaction<DB>({ config: { dialect }, dialect, driver, executor });
  };
  return async (opening, work) => {
    const client = await pool.connect();
    const connection = new Connection(client, nameOf);
    let isSound = true;
    try {
      // Not waited for: the work's first statement travels with it, and fails with it.
      const opened = client.query(`begin;${opening}`);
      opened.catch(() => undefined);
      const tx = onConnection(connection);
      const ending: CompiledQuery[] = [];
      endings.set(tx, ending);
      const result = await work(tx);
      await opened;
      await commit(
        client,
        ending.map((statement) => connection.executeQuery(statement)),
      );
      return result;
    } catch (problem) {
      isSound = await undo(client, problem);
      throw problem;
    } finally {
      connection.close();
      client.release(!isSound);
    }
  };
}

/** Commits, with what was kept for the end in the same message. */
async function commit(client: pg.PoolClient, ending: readonly Promise<unknown>[]): Promise<void> {
  const [{ command }] = await Promise.all([client.query('commit'), ...ending]);
  if (command !== 'COMMIT') throw new Error('the transaction had failed and was undone');
}

/** Takes back what was done. @returns whether the connection is still good for others */
async function undo(client: pg.PoolClient, problem: unknown): Promise<boolean> {
  try {
    await client.query('rollback');
    // A table changed under its prepared statements, which would fail again.
    return (problem as { code?: unknown } | null)?.code !== '0A000';
  } catch {
    return false;
  }
}

class Connection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  readonly #nameOf: (text: string) => string | undefined;
  #isOver = false;

  constructor(client: pg.PoolClient, nameOf: (text: string) => string | undefined) {
    this.#client = client;
    this.#nameOf = nameOf;
  }

  /** From here on the client is another's: whatever was still about to ask must not ask there. */
  close(): void {
    this.#isOver = true;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#isOver) throw new Error('the transaction is over');
    const name = parameters.length > 0 ? this.#nameOf(sql) : undefined;
    const result = await this.#client.query({
      text: sql,
      values: [...parameters],
      ...(name ? { name } : {}),
    });
    const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command);
    return {
      rows: (result.rows ?? []) as Row[],
      ...(changes ? { numAffectedRows: BigInt(result.rowCount ?? 0) } : {}),
    };
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('rows are not streamed within a transaction');
  }
}

const mostNames = 300;
const mostCounted = 2000;

/**
 * Statements that come again are prepared on each connection, which saves parsing and planning them.
 * A text gets a name the third time it is sent; so many names and no more, because each costs memory on every connection.
 */
function statementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  const times = new Map<string, number>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostNames) return known;
    const time = (times.get(text) ?? 0) + 1;
    if (times.size >= mostCounted) times.clear();
    if (time < 3) return void times.set(text, time);
    const name = `s${names.size + 1}`;
    times.delete(text);
    names.set(text, name);
    return name;
  };
}
