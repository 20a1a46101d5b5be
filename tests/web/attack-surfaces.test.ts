import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '#services/access/actor-of.ts';
import type { Context } from '#services/context.ts';
import { createReportLink } from '#services/reporting/create-report-link.ts';
import { makeOrderedBulletins } from '#services/reports/make-ordered-bulletins.ts';
import type { Holder } from '../access-world.ts';
import { CommandLine } from '../api/command-line.ts';
import { differences, everythingSaid, make, saidIn, unseenMove, type Move } from '../attack-moves.ts';
import { doorsOfApi, doorsOfPages, type Things } from '../attack-surfaces.ts';
import { makeAttackWorld, type AttackWorld } from '../attack-world.ts';
import type { Answer } from '../server.ts';

// Two countries that differ in one hidden number, and everything that somebody who may not know it can open: every address that reads, every
// page and what is sent to it alone, reports by a link, files that are tried out, mail, and the command line.
const commands = new CommandLine('attack');
let attacked: AttackWorld;
let neighbour: Holder;
let institution: Holder;
let coordinator: Holder;
let organisation: string;
let move: Move;
let things: Things;

beforeAll(async () => {
  attacked = await makeAttackWorld({ pages: true });
  const { world } = attacked;
  coordinator = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  organisation = await world.organisation('Ministerio de prueba', 'XA');
  // Keeps the figures of one commune, and brings files in there.
  neighbour = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0202' }]);
  institution = await world.holder('ministerio', [
    { role: 'institutional-coordinator', code: 'XA', organisationId: organisation },
  ]);
  move = await unseenMove(attacked, {
    everybody: world.visitor,
    party: attacked.party.call,
    neighbour: neighbour.call,
  });
  things = await makeThings();
}, 600_000);
afterAll(async () => {
  await attacked.world.stop();
  await commands.end();
});

const made = (answer: Answer): Answer => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
};

/** What stands beside the hidden number: a report of its place and month, a note, a view and a report that were kept. */
async function makeThings(): Promise<Things> {
  const post = async (path: string, body: object) =>
    made(await coordinator.call('POST', path, { body })).body;
  const { at, month } = move[0]?.event ?? { at: '', month: '' };
  const place = `XA-${at}`;
  const item = { key: 'events', kind: 'indicator', indicator: 'PUERTAS', by: ['sex'] };
  const form = await post('/api/report-forms', {
    territory: 'XA',
    title: 'Informe mensual',
    sections: [{ title: 'Hechos', items: [item] }],
    rules: [],
  });
  const cycle = await post('/api/report-cycles', {
    form: form.id,
    title: 'Un mes de 2024',
    territory: 'XA',
    period: month,
    subjects: { kind: 'territories', references: [place, 'XA-0202'] },
    opensOn: '2026-01-01',
    dueOn: '2026-03-31',
  });
  const { reports } = (await coordinator.call('GET', `/api/report-cycles/${cycle.id}`)).body;
  const report = (reports as { id: string; territory: { reference: string } }[]).find(
    ({ territory }) => territory.reference === place,
  );
  const { link } = await post(`/api/cycle-reports/${report?.id}/links`, {
    addressee: 'Una oficina',
    days: 30,
  });
  await post('/api/figure-notes', {
    indicator: 'PUERTAS',
    territory: place,
    period: month,
    words: 'Se corrigió después de la visita',
    isPublic: true,
  });
  const view = await post('/api/saved-views', {
    title: 'Lo que pasó en las comunas',
    note: null,
    audience: 'everybody',
    query: 'indicador=PUERTAS&territorio=XA&nivel=2&desde=2024&hasta=2024&cada=month&por=sex',
  });
  const bulletin = await post('/api/bulletins', { kind: 'territory', territory: place, quarter: '2024-Q4' });
  await post('/api/bulletin-schedules', { kind: 'territory', territory: place, daysAfter: 5 });
  const kept = { report: report?.id ?? '', secret: String(link).split('/').at(-1) ?? '' };
  return {
    ...kept,
    place,
    month,
    organisation,
    form: form.id,
    cycle: cycle.id,
    view: view.id,
    bulletin: bulletin.id,
  };
}

/** The same in both countries: asked before something else has happened, and after. */
async function inBoth(said: () => Promise<ReadonlyMap<string, string>>, atLeast: number): Promise<string[]> {
  const before = await said();
  expect(before.size).toBeGreaterThan(atLeast);
  await make(attacked, move, 1);
  try {
    return differences(before, await said());
  } finally {
    await make(attacked, move, -1);
  }
}

const withoutIds = (text: string) => text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');

describe('one hidden number', () => {
  it('is told by no address of the API that reads, to nobody who may not know it', async () => {
    const doors = doorsOfApi(attacked, things);
    const { party, world } = attacked;
    // What packs figures with much beside them is made of the same answers: it is asked for as everybody.
    const light = doors.filter((door) => !/format=(pdf|docx|xlsx)/.test(door));
    expect(await inBoth(async () => everythingSaid(world.visitor, doors), 400)).toEqual([]);
    for (const call of [neighbour.call, party.call, institution.call])
      expect(await inBoth(async () => everythingSaid(call, light), 400)).toEqual([]);
  }, 900_000);

  it('is on no page, drawn or as its data, in no picture’s marks, words or table', async () => {
    const doors = doorsOfPages(attacked, things);
    // A page is drawn from its data and nothing else: drawn, it is asked for as everybody.
    const data = doors.filter((door) => door.includes('.data'));
    expect(await inBoth(async () => everythingSaid(attacked.world.visitor, doors), 300)).toEqual([]);
    for (const call of [neighbour.call, institution.call])
      expect(await inBoth(async () => everythingSaid(call, data), 150)).toEqual([]);
  }, 900_000);

  it('is not proposed to whoever reports by a link without an account, nor is what they say compared with it', async () => {
    const { visitor } = attacked.world;
    const { secret } = things;
    const said = async () => {
      const all = new Map<string, string>();
      const hear = (name: string, answer: Answer) => {
        expect(answer.status, answer.text).toBe(200);
        for (const [part, text] of saidIn(answer)) all.set(`${name} ${part}`, text);
      };
      hear('open', await visitor('POST', '/api/report-links/use', { body: { secret } }));
      const answers = ['f', 'm', 'none'].map((sex, index) => ({
        cell: `events/sex=${sex}`,
        text: String((move[0]?.event.value ?? 0) + index * 40),
      }));
      hear('save', await visitor('POST', '/api/report-links/use/answers', { body: { secret, answers } }));
      hear('again', await visitor('POST', '/api/report-links/use', { body: { secret } }));
      const none = answers.map(({ cell }) => ({ cell, text: '' }));
      await visitor('POST', '/api/report-links/use/answers', { body: { secret, answers: none } });
      return new Map([...all].map(([door, text]) => [door, text.replaceAll(/"version":\d+/g, '')]));
    };
    await said();
    expect(await inBoth(said, 3)).toEqual([]);
  }, 600_000);

  it('is not to be guessed at by trying out a file with it: neither what is understood nor what would be written says so', async () => {
    const lines = move.map(
      ({ event }) => `PUERTAS,${event.month},XA-${event.at},${event.sex},${String(event.value)}`,
    );
    const bytes = new TextEncoder().encode(`indicador,periodo,territorio,sex,valor\n${lines.join('\n')}\n`);
    const said = async () => {
      const address = '/api/value-imports?territory=XA-0202&fileName=prueba.csv';
      const opened = await neighbour.call('POST', address, { bytes, mediaType: 'text/csv' });
      expect(opened.status, opened.text).toBe(201);
      const again = await neighbour.call('GET', `/api/value-imports/${opened.body.id}`);
      const applied = await neighbour.call('POST', `/api/value-imports/${opened.body.id}/application`, {
        version: opened.body.version,
      });
      expect(applied.status, applied.text).toBeGreaterThanOrEqual(400);
      await sql`delete from value_import`.execute(attacked.world.database.owner);
      const entry = {
        territory: things.place,
        period: things.month,
        parts: { sex: 'f' },
        state: 'value',
        value: 1,
      };
      const entered = await neighbour.call('POST', `/api/series/${attacked.series.months}/values`, {
        body: { values: [entry], reason: 'Una prueba' },
      });
      expect(entered.status).toBeGreaterThanOrEqual(400);
      return new Map(
        Object.entries({ opened, again, applied, entered }).flatMap(([name, answer]) =>
          // Its mark is of its number, which is another each time.
          saidIn({ ...answer, headers: {} }).map(([part, text]): [string, string] => [
            `${name} ${part}`,
            withoutIds(text),
          ]),
        ),
      );
    };
    expect(await inBoth(said, 6)).toEqual([]);
  }, 600_000);

  it('travels in no mail: neither with a link to a report nor with a report that was ordered', async () => {
    const { database, installation } = attacked.world;
    const mail = { address: 'smtp://127.0.0.1:1', from: 'articula@example.org' };
    const context: Context = {
      ...attacked.world.context,
      now: new Date('2026-04-20T15:00:00Z'),
      installation: { ...installation, mail },
    };
    await sql`update account set email = 'nacional@example.org' where id = ${coordinator.accountId}`.execute(
      database.owner,
    );
    const token = await coordinator.call('POST', '/api/my-account/tokens', {
      body: { name: 'prueba', mayWrite: true },
    });
    const { actor } = await actorOf(database, { session: null, token: token.body.secret }, context.now);
    const said = async () => {
      const body = { addressee: 'Una oficina', days: 30, email: 'oficina@example.org' };
      await createReportLink({ ...context, actor }, { report: things.report, body });
      await makeOrderedBulletins(context);
      const kept = await sql<{ text: string; hash: string }>`
        delete from bulletin where schedule_id is not null returning content::text as text, hash`.execute(
        database.owner,
      );
      const letters = await sql<{ kind: string; body: string }>`
        select kind, subject || body as body from mail_outbox order by kind`.execute(database.owner);
      const attached = await sql<{ bytes: Buffer }>`select bytes from mail_attachment`.execute(
        database.owner,
      );
      await sql`delete from mail_outbox`.execute(database.owner);
      expect([kept.rows.length, letters.rows.length, attached.rows.length]).toEqual([1, 2, 1]);
      return new Map<string, string>([
        ...kept.rows.map(({ hash, text }): [string, string] => ['kept', hash + text]),
        ...letters.rows.map((row): [string, string] => [
          row.kind,
          withoutIds(row.body).replaceAll(/reportar\/\S+|[0-9A-Z]{4}(-[0-9A-Z]{4})+/g, 'SECRET'),
        ]),
        ...attached.rows.flatMap(({ bytes }) =>
          saidIn({ status: 200, headers: {}, body: null, text: '', bytes }),
        ),
      ]);
    };
    expect(await inBoth(said, 5)).toEqual([]);
  }, 600_000);

  it('is in no file that the command line writes as everybody sees it', async () => {
    const articula = (...args: readonly string[]) =>
      commands.run(args, {
        ARTICULA_DATA: commands.folder('data'),
        DATABASE_URL: attacked.world.database.url,
      });
    const said = async () => {
      const all = new Map<string, string>();
      const write = async (...args: readonly string[]) => {
        const { code, errors, out } = await articula('export', ...args, '--public', '--format', 'csv');
        expect([code, errors]).toEqual([0, '']);
        all.set(args.join(' '), out);
      };
      await write('values', '--indicator', 'PUERTAS');
      await write('values', '--indicator', 'PUERTAS', '--by', 'sex', '--from', '2024', '--to', '2024');
      await write('values', '--indicator', 'PUERTAS-TASA', '--level', '2');
      await write('view', things.view);
      return all;
    };
    expect(await inBoth(said, 3)).toEqual([]);
  }, 600_000);
});
