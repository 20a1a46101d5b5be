import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actOn,
  createForm,
  filled,
  makeReportingWorld,
  openCycle,
  reportOf,
  saveAs,
  type ReportingWorld,
} from '../reporting-world.ts';

let world: ReportingWorld;

beforeAll(async () => {
  world = await makeReportingWorld();
  const form = await createForm(world);
  const due = { opensOn: '2026-01-01', dueOn: '2026-02-01', graceDays: 5 };
  const cycle = (await openCycle(world, form, due)).body.id as string;
  const report = await reportOf(world, cycle, 'XA-0101');
  await saveAs(world.municipal, report, filled);
  expect((await actOn(world.municipal, report, 'sending')).status).toBe(200);
  await sql`update report set first_sent_on = '2026-02-04' where id = ${report}`.execute(
    world.database.owner,
  );
});
afterAll(() => world.stop());

type Figure = { readonly code: string; readonly part: string };
const figureOf = async (code: string, part = 'whole', query = '') => {
  const { body } = await world.visitor('GET', `/api/compliance?territory=XA${query}`);
  return (body.figures as Figure[]).find((one) => one.code === code && one.part === part);
};

describe('how people work together', () => {
  it('counts reports in time and required answers given, for everybody alike', async () => {
    expect(await figureOf('C10')).toMatchObject({ numerator: 1, denominator: 3 });
    // Three of each report are required: sessions, activities, whether the plan was looked at.
    expect(await figureOf('C10', 'filled')).toMatchObject({ numerator: 3, denominator: 9 });
    expect(await figureOf('C10', 'whole', '&from=2026-03-01')).toMatchObject({ denominator: 0, value: null });
  });

  it('opens into the reports that were counted, and says nothing of what they hold', async () => {
    const { body } = await world.visitor('GET', '/api/compliance/C10/cases?territory=XA');
    expect(
      body.items.map(({ why, title, territory }: Record<string, unknown>) => [why, title, territory]),
    ).toEqual([
      ['report-in-time', 'Cuarto trimestre de 2025 · 3/3', expect.objectContaining({ reference: 'XA-0101' })],
      ['report-missing', 'Cuarto trimestre de 2025 · 0/3', expect.objectContaining({ reference: 'XA-0103' })],
      ['report-missing', 'Cuarto trimestre de 2025 · 0/3', expect.objectContaining({ reference: 'XA-0201' })],
    ]);
  });

  it('tells after how many days figures were there, once for each report', async () => {
    const fresh = await figureOf('C20');
    expect(fresh).toMatchObject({ numerator: 1 });
    const { body } = await world.visitor('GET', '/api/compliance/C20/cases?territory=XA');
    expect(body.items).toMatchObject([{ kind: 'series', on: '2025-12-31', why: 'available' }]);
  });

  it('is an indicator like any other, with its definition and what it is made of', async () => {
    const sheet = await world.visitor('GET', '/api/compliance/export?territory=XA&format=csv');
    expect(sheet.text).toContain('C10');
    for (const code of ['C6', 'C15', 'C18'])
      expect((await world.visitor('GET', `/api/compliance/${code}/cases?territory=XA`)).status).toBe(200);
  });
});
