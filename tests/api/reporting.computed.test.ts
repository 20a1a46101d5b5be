import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  makeReportingWorld,
  openCycle,
  reportOf,
  saveAs,
  view,
  writtenForm,
  type ReportingWorld,
} from '../reporting-world.ts';

let world: ReportingWorld;

beforeAll(async () => {
  world = await makeReportingWorld();
  await sql`insert into indicator (code, country, title, topic, composition, unit, decimals, direction, finest_period, numerator_id, denominator_id,
      denominator, multiplier)
    select 'T.PER-ACTIVITY', 'XA', 'Personas por actividad', 'process', 'ratio', 'personas', 1, 'up', 'month', n.id, d.id, 'indicator', 1
    from indicator n, indicator d where n.code = 'T.PEOPLE' and d.code = 'T.ACTIVITIES'`.execute(
    world.database.owner,
  );
  await sql`insert into indicator (code, title, topic, composition, unit, decimals, direction, rule)
    values ('C10', 'Informes a tiempo', 'coordination', 'computed', '%', 0, 'up', 'C10')`.execute(
    world.database.owner,
  );
});
afterAll(() => world.stop());

const shown = [
  { key: 'per-activity', kind: 'computed', indicator: 'T.PER-ACTIVITY' },
  { key: 'in-time', kind: 'computed', indicator: 'C10' },
];
const asked = writtenForm();
const withShown = {
  ...asked,
  sections: [...asked.sections, { title: 'Lo que resulta', items: shown }],
};
const create = (body: object) =>
  world.national.call('POST', '/api/report-forms', { body: { territory: 'XA', ...body } });

type Item = { readonly key: string; readonly computed: object | null; readonly cells: unknown[] };
const itemOf = async (report: string, key: string) =>
  ((await view(world.municipal, report)).sections as { items: Item[] }[])
    .flatMap(({ items }) => items)
    .find((item) => item.key === key);

describe('a figure that is worked out', () => {
  let report: string;

  it('is shown in a report and filled in as its parts are answered; nobody types it', async () => {
    const form = (await create({ ...withShown, title: 'Con lo que resulta' })).body.id as string;
    const cycle = (await openCycle(world, form)).body.id as string;
    report = await reportOf(world, cycle, 'XA-0101');
    expect(await itemOf(report, 'per-activity')).toMatchObject({
      cells: [],
      computed: { value: null, by: 'answers' },
    });
    await saveAs(world.municipal, report, { activities: '8', 'people/sex=f': '12', 'people/sex=m': '6' });
    const saved = await saveAs(world.municipal, report, { 'people/sex=u': '2' });
    expect(saved.body.computed).toEqual([
      { item: 'per-activity', value: 2.5, numerator: 20, denominator: 8, by: 'answers' },
    ]);
    expect(await itemOf(report, 'in-time')).toMatchObject({ computed: { by: 'system', value: null } });
    const typed = await saveAs(world.municipal, report, { 'per-activity': '9' });
    expect(typed.body.problems).toMatchObject([{ code: 'reporting.unknown-cell', field: 'per-activity' }]);
    const { progress } = await view(world.municipal, report);
    expect(progress.cells).toBe(9);
  });

  it('goes out in the workbook to be seen, and comes back without being taken for an answer', async () => {
    const book = await world.municipal.call('GET', `/api/cycle-reports/${report}/template`);
    expect(book.status).toBe(200);
    const back = await world.municipal.call('POST', `/api/cycle-reports/${report}/upload`, {
      bytes: book.bytes,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
    expect([back.status, back.body]).toMatchObject([200, { saved: 0 }]);
  });

  it('needs its parts in the form, and is not asked for; what is asked for is not shown only', async () => {
    const items = [
      { kind: 'computed', indicator: 'T.PER-ACTIVITY' },
      { kind: 'computed', indicator: 'T.SESSIONS' },
    ];
    const refused = await create({ title: 'Sin partes', sections: [{ title: 'Una', items }] });
    expect(refused.body.problems.map(({ code }: { code: string }) => code)).toEqual([
      'reporting.not-computed',
      'reporting.parts-not-asked',
      'reporting.parts-not-asked',
    ]);
  });
});

describe('a rule between figures', () => {
  it('is told by what its figures are called where nobody wrote words, and checked with the next answer', async () => {
    const rules = [
      { kind: 'at-most', left: ['in-schools'], right: ['activities'] },
      { kind: 'sum-equals', left: ['sessions', 'in-schools'], right: ['activities'] },
    ];
    const form = (await create({ ...asked, title: 'Con reglas', rules })).body.id as string;
    const { body } = await world.national.call('GET', `/api/report-forms/${form}`);
    expect(body.content.rules.map(({ words }: { words: string }) => words)).toEqual([
      '«De ellas, en escuelas» no puede ser más que «Actividades de prevención»',
      '«Sesiones del comité» + «De ellas, en escuelas» tiene que ser igual a «Actividades de prevención»',
    ]);
    const cycle = (await openCycle(world, form)).body.id as string;
    const report = await reportOf(world, cycle, 'XA-0103');
    const saved = await saveAs(world.national, report, { sessions: '3', activities: '4', 'in-schools': '5' });
    expect(saved.body.checks.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['at-most', 'sum-equals']),
    );
  });
});

describe('who sees what a form brings in', () => {
  it('is said with the form, and may be changed for what was brought before', async () => {
    const made = await create({ ...asked, title: 'Solo con cuenta', audience: 'network' });
    const form = made.body.id as string;
    const cycle = (await openCycle(world, form, { period: '2025-Q3' })).body.id as string;
    await saveAs(world.national, await reportOf(world, cycle, 'XA-0201'), { activities: '8' });
    const audiences = async () => {
      const rows = await world.database.owner
        .selectFrom('series')
        .select('audience')
        .where('source_id', '=', `informes.${form}`)
        .execute();
      return [...new Set(rows.map(({ audience }) => audience))];
    };
    const told = async () =>
      (await world.visitor('GET', '/api/series?indicator=T.ACTIVITIES')).text.includes(form);
    expect([await audiences(), await told()]).toEqual([['network'], false]);
    const body = { ...asked, title: 'Para todo el mundo', audience: 'public' };
    expect((await world.national.call('PUT', `/api/report-forms/${form}`, { version: 1, body })).status).toBe(
      200,
    );
    expect([await audiences(), await told()]).toEqual([['public'], true]);
  });
});
