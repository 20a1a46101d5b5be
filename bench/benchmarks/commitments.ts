import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { insertAccount, insertPersonOfAccount, insertRole } from '#database/access/account-store.ts';
import { connect, type Database } from '#database/connection.ts';
import { startEmbedded } from '#database/embedded/index.ts';
import { migrate } from '#database/migrate.ts';
import { findDay } from '#database/territories/day-views.ts';
import type { Role } from '#domain/access/roles.ts';
import { buildServer } from '#http/server.ts';
import { localContext } from '#main/local-context.ts';
import { hashPassword } from '#services/access/secrets.ts';
import type { Installation } from '#services/context.ts';
import { newId } from '#services/new-id.ts';
import { settleCommitments } from '#services/commitments/settle-commitments.ts';
import { loadInstruments } from '#services/agreements/load-instruments.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { startBare } from '../bare.ts';
import { agreementsMade, commitmentsEach, makeCommitmentHistory } from '../commitment-history.ts';
import { quantile, rounded, type Benchmark, type Figure } from '../figure.ts';
import { load, type Load } from '../load.ts';
import { freePort, home, newDataFolder } from '../product.ts';

const password = 'tres tristes tigres comen trigo';
const made = `${agreementsMade} agreements, ${agreementsMade * commitmentsEach} commitments`;

/** What the first screens and the lists ask beside. */
const beside = [
  { name: 'coverage, for the map', path: (country) => `/api/territories/${country}/coverage` },
  { name: 'strategy as strips', path: (country) => `/api/territories/${country}/strategy-strips` },
  { name: 'situation of the country', path: (country) => `/api/territories/${country}/situation` },
  { name: 'list of agreements', path: (country) => `/api/agreements?territory=${country}` },
  { name: 'one agreement', path: (_, agreement) => `/api/agreements/${agreement}` },
  {
    name: 'compliance of one agreement',
    path: (country, id) => `/api/compliance?territory=${country}&agreement=${id}`,
  },
  { name: 'commitments in public', path: (country) => `/api/public/commitments?territory=${country}` },
] as const satisfies readonly { name: string; path: (country: string, agreement: string) => string }[];

/** What is asked, by how many at once, and within how many milliseconds it should answer; often enough that a p95 is more than the second worst. */
const asked: readonly {
  readonly name: string;
  readonly who: 'coordination' | 'institution';
  readonly path: (country: string, agreement: string) => string;
  readonly load: Load;
  readonly mustReach?: number;
}[] = [
  {
    name: 'ledger of the country, 50 users asking every second',
    who: 'coordination',
    path: (country) => `/api/ledger?side=oversee&territory=${country}`,
    load: { users: 50, requestsEach: 6, pauseMs: 1000 },
    mustReach: 100,
  },
  {
    name: 'ledger of an institution, 50 users asking every second',
    who: 'institution',
    path: () => '/api/ledger?side=owe',
    load: { users: 50, requestsEach: 6, pauseMs: 1000 },
    mustReach: 100,
  },
  {
    name: 'who waits on whom, 3 users asking every second',
    who: 'coordination',
    path: (country) => `/api/waiting?territory=${country}`,
    load: { users: 3, requestsEach: 40, pauseMs: 1000 },
    mustReach: 100,
  },
  {
    name: 'what holds back most, 3 users asking every second',
    who: 'coordination',
    path: (country) => `/api/holding-back?territory=${country}`,
    load: { users: 3, requestsEach: 40, pauseMs: 1000 },
    mustReach: 100,
  },
  {
    name: 'compliance of the country, 3 users asking every second',
    who: 'coordination',
    path: (country) => `/api/compliance?territory=${country}`,
    load: { users: 3, requestsEach: 40, pauseMs: 1000 },
    mustReach: 100,
  },
  ...beside.map(({ name, path }) => ({
    name: `${name}, 10 users asking every second`,
    who: 'coordination' as const,
    path,
    load: { users: 10, requestsEach: 20, pauseMs: 1000 },
    mustReach: 100,
  })),
];

/** The ledger, the graph of waiting and the compliance figures over a country's five thousand agreements, in a database of their own. */
export const commitments: Benchmark = {
  name: 'commitments',
  needsProduct: false,
  async run({ say }) {
    const data = newDataFolder();
    const engine = await startEmbedded({ folder: join(data.folder, 'postgres') });
    try {
      await migrate(engine.url);
      const database = connect(engine.url, { app: 8, owner: 3 });
      try {
        return await measureAll(database, data.folder, say);
      } finally {
        await database.close();
      }
    } finally {
      await engine.stop();
      await data.remove();
    }
  },
};

async function measureAll(database: Database, dataFolder: string, say: (line: string) => void) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const installation: Installation = {
    mode: 'demo',
    version: '0.0.0',
    dataFolder,
    origin: address,
    sealKey: new Uint8Array(32),
    mail: null,
  };
  const packs = readdirSync(join(home, 'packs')).filter((name) =>
    existsSync(join(home, 'packs', name, 'manifest.json')),
  );
  const country = packs.toSorted().at(-1) ?? '';
  say(`making ${made}`);
  await loadPack(localContext(database, installation), { folder: join(home, 'packs', country) });
  const today = (await database.owner.transaction().execute((tx) => findDay(tx, country, new Date()))) ?? '';
  await loadInstruments(localContext(database, installation), { folder: join(home, 'packs', 'instruments') });
  await makeCommitmentHistory(database, { country, today });
  // As the installation and its database do by themselves within minutes: a plan for tables that were empty is another one.
  await settleCommitments(localContext(database, installation));
  await sql`vacuum analyze`.execute(database.owner);
  const agreement = await database.owner
    .selectFrom('agreement')
    .select('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  const users = await makeUsers(database, country);
  const server = await buildServer({ database, installation, log: 'silent' });
  await server.listen({ port, host: '127.0.0.1' });
  try {
    const cookies = {
      coordination: await enter(address, users[0]),
      institution: await enter(address, users[1]),
    };
    const figures: Figure[] = [];
    for (const one of asked) {
      say(one.name);
      figures.push(await measure(one, `${address}${one.path(country, agreement.id)}`, cookies[one.who]));
    }
    return figures;
  } finally {
    await server.close();
  }
}

async function measure(one: (typeof asked)[number], url: string, cookie: string): Promise<Figure> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  const probe = await load(() => url, { users: 1, requestsEach: 3, headers });
  const bare = await startBare(probe.bytes);
  try {
    const found = await load(() => url, { ...one.load, headers });
    const reference = await load(() => `${bare.address}/json`, one.load);
    const p95 = (samples: readonly number[]) => rounded(quantile(samples, 0.95));
    return {
      name: `${one.name}, p95`,
      value: p95(found.milliseconds),
      unit: 'ms',
      reference: p95(reference.milliseconds),
      ...(one.mustReach === undefined ? {} : { mustReach: one.mustReach }),
      note: `median ${rounded(quantile(found.milliseconds, 0.5))}, slowest ${rounded(Math.max(...found.milliseconds))} of ${found.milliseconds.length}; reference: a bare Fastify route of ${probe.bytes} bytes; ${probe.failures + found.failures} errors; ${made}`,
    };
  } finally {
    await bare.stop();
  }
}

/** A coordinator of the whole country, and somebody of the institution that owes most. */
async function makeUsers({ owner }: Database, country: string): Promise<[string, string]> {
  const root = await owner
    .selectFrom('territory')
    .select('id')
    .where('country', '=', country)
    .where('level', '=', 0)
    .executeTakeFirstOrThrow();
  const most = await owner
    .selectFrom('commitment')
    .select((eb) => ['obligor_organisation_id as id', eb.fn.countAll().as('count')])
    .groupBy('obligor_organisation_id')
    .orderBy('count', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const passwordHash = await hashPassword(password);
  const make = async (username: string, role: Role, organisationId: string | null) => {
    const now = new Date();
    const [accountId, personId] = [newId(), newId()];
    await owner.transaction().execute(async (tx) => {
      const person = { id: personId, country, territoryId: root.id, organisationId, name: username };
      await insertPersonOfAccount(tx, person, []);
      const account = { id: accountId, personId, username, phone: null, email: null, territoryId: root.id };
      await insertAccount(tx, {
        ...account,
        organisationId,
        language: 'es',
        createdBy: null,
        now,
        passwordHash,
      });
      const held = { id: newId(), accountId, role, territoryId: root.id, organisationId, structureId: null };
      await insertRole(tx, { ...held, validFrom: '2020-01-01', validTo: null, grantedBy: null, now });
    });
    return username;
  };
  return [
    await make('bench-coordination', 'national-coordinator', null),
    await make('bench-institution', 'institutional-coordinator', most.id),
  ];
}

async function enter(address: string, name: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!answer.ok || cookie === undefined)
    throw new Error(`${name} could not sign in: ${await answer.text()}`);
  return cookie;
}
