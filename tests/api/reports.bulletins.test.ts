import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrderedBulletins } from '#services/reports/make-ordered-bulletins.ts';
import type { Holder } from '../access-world.ts';
import { makeValuesWorld, type ValuesWorld } from '../values-world.ts';

let world: ValuesWorld;
let national: Holder;
let analyst: Holder;
let municipal: Holder;
let neighbour: Holder;
let institutional: Holder;
let ministry: string;

beforeAll(async () => {
  world = await makeValuesWorld();
  ministry = await world.organisation('Ministerio de ejemplo', 'XA');
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  analyst = await world.holder('analista', [{ role: 'national-analyst', code: 'XA' }]);
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  neighbour = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  institutional = await world.holder('enlace', [
    { role: 'institutional-coordinator', code: 'XA', organisationId: ministry },
  ]);
  const id = await world.indicator('HOMICIDIOS', { counts_people: true });
  const series = await world.series({ indicatorId: id });
  await world.write(series, [
    { at: '0101', on: '2025-08-01', value: 12 },
    { at: '0201', on: '2025-08-01', value: 9 },
    { at: '0101', on: '2025-11-01', value: 22 },
    { at: '0201', on: '2025-11-01', value: 40 },
  ]);
  const few = await world.series({ indicatorId: await world.indicator('LESIONES', { counts_people: true }) });
  await world.write(few, [{ at: '0101', on: '2025-11-01', value: 2 }]);
});
afterAll(() => world.stop());

type Block = { kind: string; text?: string; rows?: string[][]; alternative?: string };
const wordsOf = (blocks: Block[]) =>
  blocks
    .map(({ text, rows, alternative }) => [text, alternative, ...(rows ?? []).flat()].join(' '))
    .join('\n');

describe('a report', () => {
  it('is drafted by anybody from what is public, for the last quarter that is over, with its sources and cut-off', async () => {
    const draft = await world.visitor('GET', '/api/bulletins/draft?territory=XA');
    expect([draft.status, draft.body.quarter, draft.body.abilities]).toEqual([200, '2025-Q4', []]);
    const words = wordsOf(draft.body.blocks);
    expect(words).toMatch(/Indicador HOMICIDIOS/);
    expect(words).toMatch(/trimestre 3 de 2025 21/);
    expect(words).toMatch(/trimestre 4 de 2025 62/);
    expect(words).toMatch(/Fuente: .*\./);
    expect(words).toContain('Último período con dato: trimestre 4 de 2025.');
    expect(draft.body.blocks.some(({ kind }: Block) => kind === 'drawing')).toBe(true);
  });

  it('protects small numbers of people, also where it is internal', async () => {
    const asked = 'kind=territory&territory=XA-0101&audience=internal';
    const draft = await municipal.call('GET', `/api/bulletins/draft?${asked}`);
    expect(draft.status).toBe(200);
    const words = wordsOf(draft.body.blocks);
    expect(words).toContain('trimestre 4 de 2025 22');
    expect(words).toContain('trimestre 4 de 2025 Oculto para proteger a las personas');
  });

  it('is internal only for those who coordinate there, or for whom the institution is their own', async () => {
    const asked = (who: { call: ValuesWorld['visitor'] }, query: string) =>
      who.call('GET', `/api/bulletins/draft?audience=internal&${query}`);
    expect((await world.visitor('GET', '/api/bulletins/draft?territory=XA&audience=internal')).status).toBe(
      401,
    );
    expect((await asked(municipal, 'territory=XA')).status).toBe(403);
    expect((await asked(neighbour, 'kind=territory&territory=XA-0101')).status).toBe(403);
    const own = `kind=institution&territory=XA&organisation=${ministry}`;
    expect((await asked(institutional, own)).status).toBe(200);
    expect((await asked(municipal, own)).status).toBe(403);
    expect((await asked(national, 'territory=XA')).status).toBe(200);
  });

  it('is a tagged PDF and a DOCX of the same words', async () => {
    const pdf = await world.visitor('GET', '/api/bulletins/draft?territory=XA&format=pdf');
    expect(pdf.headers['content-type']).toContain('application/pdf');
    expect(pdf.bytes.toString('latin1')).toMatch(/\/StructTreeRoot/);
    const docx = await world.visitor('GET', '/api/bulletins/draft?territory=XA&format=docx');
    const parts = unzipSync(new Uint8Array(docx.bytes));
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, ' ');
    expect(text).toContain('Cómo se cumplió lo acordado');
    expect(Object.keys(parts).some((name) => name.endsWith('.svg'))).toBe(true);
  });

  it('is refused for what is no quarter, no country or no institution', async () => {
    const codeOf = async (query: string) =>
      (await world.visitor('GET', `/api/bulletins/draft?${query}`)).body.code;
    expect(await codeOf('territory=XA&quarter=2026')).toBe('reports.not-a-quarter');
    expect(await codeOf('territory=XA&quarter=2027-Q1')).toBe('reports.not-a-quarter');
    expect(await codeOf('territory=XA-0101')).toBe('reports.not-the-country');
    expect(await codeOf('territory=XA&kind=institution')).toBe('reports.needs-organisation');
    expect(await codeOf('territory=XA-9999&kind=territory')).toBe('actors.territory-not-found');
  });
});

const keep = (who: Holder, more: object = {}) =>
  who.call('POST', '/api/bulletins', { body: { territory: 'XA', ...more } });

describe('an estimate in a report', () => {
  it('stands with its interval, or with the words that its source publishes none', async () => {
    const id = await world.indicator('PERCEPCION', {
      composition: 'estimate',
      counts_people: true,
      decimals: 1,
    });
    const series = await world.series({ indicatorId: id, periodKind: 'year', level: 0, adds: false });
    await world.write(series, [
      { at: 'XA', on: '2024-01-01', value: 29.8 },
      { at: 'XA', on: '2025-01-01', value: 31.2 },
    ]);
    await world.database.owner
      .insertInto('value_interval')
      .columns(['series_id', 'disaggregation_id', 'period', 'territory_id', 'low', 'high', 'method'])
      .expression((eb) =>
        eb
          .selectFrom('data_value')
          .select(({ lit, val }) => [
            'series_id',
            'disaggregation_id',
            'period',
            'territory_id',
            lit(28.5).as('low'),
            lit(33.9).as('high'),
            val('taylor').as('method'),
          ])
          .where('series_id', '=', series)
          .where('period', '=', '2025-01-01'),
      )
      .execute();
    const draft = await world.visitor('GET', '/api/bulletins/draft?territory=XA');
    const table = draft.body.blocks.find(({ rows }: Block) =>
      rows?.some((row) => row[1] === '29.8' || row[1] === '29,8'),
    );
    expect(table.rows).toEqual([
      ['2024', expect.stringMatching(/29.8/), 'la fuente no publica intervalo'],
      ['2025', expect.stringMatching(/31.2/), expect.stringMatching(/28.5 – 33.9/)],
    ]);
  });
});

describe('a kept report', () => {
  it('does not change when the figures do, and proves it', async () => {
    const kept = await keep(analyst);
    expect(kept.status).toBe(201);
    const before = await world.visitor('GET', `/api/bulletins/${kept.body.id}`);
    const id = await world.indicator('OTRA', { counts_people: false });
    await world.write(await world.series({ indicatorId: id }), [{ at: '0101', on: '2025-08-01', value: 7 }]);
    const after = await world.visitor('GET', `/api/bulletins/${kept.body.id}`);
    expect(after.body.blocks).toEqual(before.body.blocks);
    const fresh = await world.visitor('GET', '/api/bulletins/draft?territory=XA');
    expect(wordsOf(fresh.body.blocks)).toContain('Indicador OTRA');
    const proof = await world.visitor('GET', `/api/bulletin-codes/${kept.body.code.toLowerCase()}`);
    expect(proof.body).toMatchObject({ id: kept.body.id, isUnchanged: true, hash: kept.body.hash });
    await world.database.owner
      .updateTable('bulletin')
      .set({ content: JSON.stringify({ ...before.body, language: 'es', country: 'XA', kind: 'national' }) })
      .where('id', '=', kept.body.id)
      .execute();
    const altered = await world.visitor('GET', `/api/bulletin-codes/${kept.body.code}`);
    expect(altered.body.isUnchanged).toBe(false);
    expect((await world.visitor('GET', '/api/bulletin-codes/AAAA-AAAA-AAAA')).body.code).toBe(
      'reports.code-not-found',
    );
    await world.database.owner.deleteFrom('bulletin').where('id', '=', kept.body.id).execute();
  });

  it('is kept by those who answer for figures there, and by nobody else', async () => {
    expect((await keep(municipal)).status).toBe(403);
    expect((await keep(neighbour, { kind: 'territory', territory: 'XA-0101' })).status).toBe(403);
    expect((await keep(municipal, { kind: 'territory', territory: 'XA-0101' })).status).toBe(201);
    const account = { kind: 'institution', organisation: ministry, audience: 'internal' };
    const own = await keep(institutional, account);
    expect(own.status).toBe(201);
    expect((await institutional.call('GET', `/api/bulletins/${own.body.id}`)).status).toBe(200);
    expect((await neighbour.call('GET', `/api/bulletins/${own.body.id}`)).body.code).toBe(
      'reports.not-found',
    );
    const proof = await world.visitor('GET', `/api/bulletin-codes/${own.body.code}`);
    expect(proof.body).toMatchObject({ id: null, audience: 'internal', isUnchanged: true });
    const seen = await world.visitor('GET', '/api/bulletins?territory=XA');
    expect(seen.body.items.map(({ audience }: { audience: string }) => audience)).not.toContain('internal');
  });
});

describe('reports by order', () => {
  const order = (who: Holder, more: object = {}) =>
    who.call('POST', '/api/bulletin-schedules', { body: { territory: 'XA', daysAfter: 10, ...more } });

  it('are made once a quarter from their day on, and their link is mailed', async () => {
    const made = await order(national, { audience: 'internal', daysAfter: 20 });
    expect(made.status).toBe(201);
    expect((await order(national, { audience: 'internal' })).body.code).toBe('reports.already-scheduled');
    expect((await order(municipal)).status).toBe(403);
    await world.database.owner
      .updateTable('account')
      .set({ email: 'nacional@example.org' })
      .where('id', '=', national.accountId)
      .execute();
    const mailing = {
      ...world.context.installation,
      mail: { address: 'smtp://localhost', from: 'a@example.org' },
    };
    const job = (day: string) =>
      makeOrderedBulletins({ ...world.context, now: new Date(`${day}T15:00:00Z`), installation: mailing });
    expect(await job('2026-03-19')).toEqual({ made: 1 });
    expect(await job('2026-03-20')).toEqual({ made: 0 });
    expect(await job('2026-04-19')).toEqual({ made: 0 });
    expect(await job('2026-04-20')).toEqual({ made: 1 });
    const { body } = await national.call('GET', '/api/bulletins?kind=national');
    const mine = body.items.filter(({ isScheduled }: { isScheduled: boolean }) => isScheduled);
    expect(mine.map(({ quarter }: { quarter: string }) => quarter)).toEqual(['2026-Q1', '2025-Q4']);
    const mails = await world.database.owner.selectFrom('mail_outbox').selectAll().execute();
    expect(mails.map(({ kind, recipient }) => [kind, recipient])).toEqual([
      ['bulletin', 'nacional@example.org'],
      ['bulletin', 'nacional@example.org'],
    ]);
    expect(mails.some(({ body: text }) => text.includes(`/informes/${mine[0].id}`))).toBe(true);
  });

  it('are ended by those who may order them; what was made stays', async () => {
    const listed = await national.call('GET', '/api/bulletin-schedules');
    expect(listed.body.items).toHaveLength(1);
    expect((await municipal.call('GET', '/api/bulletin-schedules')).body.items).toEqual([]);
    const { id } = listed.body.items[0];
    expect((await municipal.call('DELETE', `/api/bulletin-schedules/${id}`)).body.code).toBe(
      'reports.schedule-not-found',
    );
    expect((await national.call('DELETE', `/api/bulletin-schedules/${id}`)).status).toBe(200);
    const kept = await national.call('GET', '/api/bulletins?kind=national');
    expect(kept.body.items.length).toBeGreaterThanOrEqual(2);
  });
});
