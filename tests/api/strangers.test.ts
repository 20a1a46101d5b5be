import { unzipSync, strFromU8 } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inScope } from '#database/connection.ts';
import type { Operation } from '#contract/operation.ts';
import { visitorScope, type Scope } from '#domain/access/scope.ts';
import { allOperations } from '#http/all-bindings.ts';
import { actorOf } from '#services/access/actor-of.ts';
import { exampleId, loadExample } from '#services/operations/load-example.ts';
import { newId } from '#services/new-id.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { startApp, type Answer, type Caller, type TestApp } from '../server.ts';
import { queryOf, sampleOf } from './hostile-values.ts';

// Every operation is asked about every private thing, one after the other: how long that takes grows with the API, not with a fault.
vi.setConfig({ testTimeout: 900_000 });

// The officer of San Miguelito (0810) is a stranger in Colón (0301) and David (0406): what is private there stays there.
const names = {
  confidant: 'Confidente Reservado de Colón',
  twin: 'Confidenta Reservada de Colón',
  heir: 'Sucesora Reservada de David',
  invited: 'Invitada Reservada de David',
};
const marks = [
  ...Object.values(names),
  '60000777',
  'reservada.david@example.org',
  'invitada-reservada',
  'Motivo reservado del traspaso',
  'nomina-reservada',
  'Oficial municipal de David de ejemplo',
  '000-0141',
];
/** Ids that only those of the place may meet. */
const ids: Record<
  'person' | 'twin' | 'account' | 'invitation' | 'run' | 'merge' | 'handover' | 'contact',
  string
> = {
  person: '',
  twin: '',
  account: '',
  invitation: '',
  run: '',
  merge: '',
  handover: '',
  contact: '',
};
let entries: string[] = [];
let invitedPerson = '';
let app: TestApp;
let officer: Caller;
let coordinator: Caller;
let officerScope: Scope;

beforeAll(async () => {
  app = await startApp();
  await loadPack(app.context, { folder: 'packs/PA' });
  await loadExample(app.context, { folder: 'packs', countries: ['PA'], onProgress: () => undefined });
  coordinator = await app.signIn('coordinacion', 'puente-claro-31');
  await fillWithSecrets();
  officer = await app.signIn('san-miguelito', 'cuaderno-azul-08');
  const token = await officer('POST', '/api/my-account/tokens', { body: { name: 'prueba', mayWrite: true } });
  const { actor } = await actorOf(app.database, { session: null, token: token.body.secret }, new Date());
  officerScope = actor.scope;
}, 180_000);
afterAll(() => app.stop());

async function made(answer: Promise<Answer>): Promise<Answer> {
  const found = await answer;
  if (found.status >= 300) throw new Error(`${found.status} ${found.text}`);
  return found;
}

async function fillWithSecrets(): Promise<void> {
  const post = (path: string, body: unknown) => made(coordinator('POST', path, { body }));
  const person = async (name: string, territory: string) =>
    (await post('/api/people', { name, territory, confirmNew: true })).body.id as string;
  ids.person = await person(names.confidant, 'PA-0301');
  ids.twin = await person(names.twin, 'PA-0301');
  const contact = { channel: 'phone', value: '+507 60000777', personId: ids.person };
  ids.contact = (await post('/api/contact-points', contact)).body.id;
  ids.merge = (
    await post('/api/merges', { kind: 'person', keptId: ids.person, absorbedId: ids.twin })
  ).body.id;
  const account = await post('/api/accounts', {
    name: names.invited,
    username: 'invitada-reservada',
    email: 'reservada.david@example.org',
    territory: 'PA-0406',
    role: { role: 'municipal-coordinator', territory: 'PA-0406' },
  });
  ids.account = account.body.account.id;
  invitedPerson = account.body.account.person.id;
  ids.invitation = account.body.delivery.invitationId;
  const roster = await made(coordinator('GET', '/api/actors/export?of=people&territory=PA-0406&format=csv'));
  const imported = await made(
    coordinator('POST', '/api/actors/imports?of=people&territory=PA-0406&fileName=nomina-reservada.csv', {
      bytes: roster.bytes,
      mediaType: 'text/csv',
    }),
  );
  ids.run = imported.body.runId;
  const passing = {
    fromPersonId: exampleId('PA', 'person', 'oficial-0406'),
    toPersonId: await person(names.heir, 'PA-0406'),
  };
  const reason = 'Motivo reservado del traspaso';
  ids.handover = (await post('/api/handovers', { passings: [passing], on: '2026-03-01', reason })).body.id;
  const found = await sql<{ id: string }>`
    select e.chain || '.' || e.seq as id from audit_entry e join territory t on t.id = e.territory_id
    where t.code in ('0301', '0406')`.execute(app.database.owner);
  entries = found.rows.map(({ id }) => id);
}

/** What an answer says, unpacked where it is a workbook or an archive. */
function wordsOf(answer: Answer): string {
  if (answer.bytes.subarray(0, 2).toString() !== 'PK') return answer.text;
  return Object.values(unzipSync(answer.bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

const told = (text: string, among: readonly string[]) => among.filter((secret) => text.includes(secret));

/** Every address that reads, with every value that a curious colleague could put into it. */
function addressesToTry(operation: Operation): string[] {
  const places = ['PA-0406', 'PA-0301', 'PA'];
  const known = Object.values(ids).filter((id) => id !== '');
  const things = [
    ...known,
    exampleId('PA', 'person', 'oficial-0406'),
    exampleId('PA', 'structure', 'comite-0406'),
    exampleId('PA', 'structure', 'mesa-0301'),
  ];
  const values = (name: string): readonly string[] => {
    if (name === 'country') return ['PA'];
    if (/^(territory|reference|within|parent)$/.test(name)) return places;
    if (name === 'entryId') return entries;
    if (name === 'subjectKind') return ['person', 'account', 'merge', 'handover', 'import-run', 'invitation'];
    if (/id$/i.test(name)) return things;
    if (/^(text|who|name)$/.test(name))
      return ['Reservad', 'Confidente', 'Sucesora', 'reservada', '60000777'];
    if (name === 'organisation' || name === 'account') return things;
    if (name === 'format') return ['csv', 'xlsx'];
    if (name === 'of') return ['people', 'structures', 'organisations'];
    if (name === 'standing') return ['active', 'merged', 'left', 'invited'];
    if (name === 'entered') return ['no', 'yes'];
    return [];
  };
  let paths = [operation.path];
  for (const [, name = ''] of operation.path.matchAll(/\{(\w+)\}/g)) {
    const offered = values(name).length > 0 ? values(name) : ['x'];
    paths = paths.flatMap((path) =>
      offered.map((value) => path.replace(`{${name}}`, encodeURIComponent(value))),
    );
  }
  const asked = Object.keys(operation.query?.shape ?? {});
  const queries = asked.flatMap((name) => values(name).map((value) => queryOf(operation, { [name]: value })));
  const together =
    asked.includes('territory') && asked.includes('of')
      ? places.flatMap((territory) =>
          ['csv', 'xlsx'].flatMap((format) =>
            ['people', 'structures'].map((of) => queryOf(operation, { territory, of, format })),
          ),
        )
      : [];
  return paths.flatMap((path) => [queryOf(operation), ...queries, ...together].map((query) => path + query));
}

/** Everything private of Colón and David that somebody is told by asking every address that reads. */
async function whatIsTold(call: Caller): Promise<string[]> {
  const heard: string[] = [];
  const secret = [...marks, ...Object.values(ids)];
  for (const operation of Object.values(allOperations).filter(({ method }) => method === 'GET')) {
    for (const path of addressesToTry(operation)) {
      const answer = await call('GET', path);
      // What was asked may be repeated in a refusal; it is what was not asked that must not come.
      const asked = decodeURIComponent(path);
      const found = told(wordsOf(answer), secret).filter((one) => !asked.includes(one));
      if (found.length > 0) heard.push(`${operation.id} ${path}: ${found.join(', ')}`);
      if (answer.status >= 500) heard.push(`${path}: ${answer.status}`);
    }
  }
  return heard;
}

describe('the municipal officer of San Miguelito', () => {
  it('is told nothing private of Colón or David by any operation that reads, lists, counts, searches or exports', async () => {
    expect(await whatIsTold(officer)).toEqual([]);
  });

  it('stands apart from the coordination of the country, who asked the same is told of all of it', async () => {
    const all = (await whatIsTold(coordinator)).join('\n');
    expect(
      [...marks, ids.account, ids.run, ids.merge, ids.handover].filter((one) => !all.includes(one)),
    ).toEqual([]);
  });

  it('is answered about a private thing as about one that never was, whatever is done to it', async () => {
    const told: string[] = [];
    const never = newId();
    for (const operation of Object.values(allOperations)) {
      const names = [...operation.path.matchAll(/\{(\w*[iI]d)\}/g)].map(([, name = '']) => name);
      const [name] = names;
      if (names.length !== 1 || name === undefined || name === 'entryId' || name === 'subjectId') continue;
      for (const [kind, id] of Object.entries(ids)) {
        const sent = {
          ...(operation.body ? { body: sampleOf(operation.body) } : {}),
          ...(operation.versioned ? { version: 1 } : {}),
        };
        const ask = async (value: string) => {
          const { status, body } = await officer(
            operation.method,
            operation.path.replace(`{${name}}`, value),
            sent,
          );
          return `${status} ${body?.code ?? ''}`;
        };
        const [real, none] = [await ask(id), await ask(never)];
        if (real !== none) told.push(`${operation.id} of a ${kind}: ${real}, otherwise ${none}`);
      }
    }
    expect(told).toEqual([]);
  });

  it('cannot guess who is there by naming a private person in what is written', async () => {
    const told: string[] = [];
    const never = newId();
    for (const operation of Object.values(allOperations).filter(({ body }) => body)) {
      const sample = operation.body ? sampleOf(operation.body) : null;
      if (sample === null || typeof sample !== 'object') continue;
      const own = { territory: 'PA-0810', structureId: exampleId('PA', 'structure', 'mesa-0810') };
      const fields = Object.keys(sample).filter((field) =>
        /(person|kept|absorbed|account|organisation)Id$/i.test(field),
      );
      const path = operation.path.replaceAll(/\{(\w+)\}/g, (_whole, part: string) =>
        part === 'territory' || part === 'reference' ? 'PA-0810' : never,
      );
      for (const field of fields) {
        for (const [kind, id] of Object.entries(ids)) {
          const ask = async (value: string) => {
            const body = { ...sample, ...pick(own, sample), [field]: value };
            const answer = await officer(operation.method, path, {
              body,
              ...(operation.versioned ? { version: 1 } : {}),
            });
            return `${answer.status} ${answer.body?.code ?? ''}`;
          };
          const [real, none] = [await ask(id), await ask(never)];
          if (real !== none)
            told.push(`${operation.id} with ${field} of a ${kind}: ${real}, otherwise ${none}`);
        }
      }
    }
    expect(told).toEqual([]);
  });
});

function pick(own: Record<string, string>, sample: object): Record<string, string> {
  return Object.fromEntries(Object.entries(own).filter(([name]) => name in sample));
}

describe('the application’s own role in the database', () => {
  // A person's number stands in seats and posts for all to see; the person does not.
  const hidden = () => [...marks, ids.account, ids.invitation, ids.run, ids.merge, ids.handover, ids.contact];

  async function readAll(scope: Scope): Promise<string[]> {
    const tables = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and has_table_privilege('articula_app', oid, 'SELECT') order by 1`.execute(app.database.owner);
    const leaks: string[] = [];
    for (const { name } of tables.rows) {
      const rows = await inScope(app.database, scope, (tx) =>
        sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(name)} t`.execute(tx),
      );
      const found = told(rows.rows.map(({ row }) => row).join('\n'), hidden());
      if (found.length > 0) leaks.push(`${name}: ${found.join(', ')}`);
    }
    return leaks;
  }

  it('reads nothing private of Colón or David in the officer’s scope, in any table', async () => {
    expect(await readAll(officerScope)).toEqual([]);
  });

  it('reads nothing private at all without a scope, or in a visitor’s', async () => {
    expect(await readAll(visitorScope)).toEqual([]);
  });

  it('learns nothing of them from the functions that act as the owner', async () => {
    const kept = await sql<{
      id: string;
    }>`select k.id from erasable_key k join territory t on t.id = k.territory_id
      where t.code in ('0301', '0406')`.execute(app.database.owner);
    const keys = kept.rows.map(({ id }) => id);
    const asked = {
      access_roles_of: sql`select * from access_roles_of(${ids.account}::uuid)`,
      actors_dependents: sql`select key from jsonb_each_text(actors_dependents(${ids.person}::uuid)) where value <> '0'`,
      actors_dependents_of_account: sql`select key from jsonb_each_text(actors_dependents(
        (select id from organisation where pack_key = 'municipio-0406'))) where value <> '0'`,
      actors_with_account: sql`select * from actors_with_account(array[${invitedPerson}]::uuid[])`,
      actors_roles_of: sql`select * from actors_roles_of(array[${invitedPerson}]::uuid[], current_date)`,
      audit_names: sql`select * from audit_names(array[${ids.account}]::uuid[]) where name is not null`,
      audit_accounts_called: sql`select * from audit_accounts_called('reservada')`,
      audit_keys: sql`select * from audit_keys(${keys}::uuid[])`,
    };
    const answered: string[] = [];
    for (const [name, question] of Object.entries(asked)) {
      const { rows } = await inScope(app.database, officerScope, (tx) => question.execute(tx));
      if (rows.length > 0) answered.push(`${name}: ${JSON.stringify(rows)}`);
    }
    expect(answered).toEqual([]);
  });
});
