import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#services/new-id.ts';
import type { Holder } from '../access-world.ts';
import {
  actOn,
  createForm,
  filled,
  makeReportingWorld,
  openCycle,
  reportOf,
  saveAs,
  view,
  type ReportingWorld,
} from '../reporting-world.ts';

let world: ReportingWorld;
let form: string;

beforeAll(async () => {
  world = await makeReportingWorld();
  form = await createForm(world);
});
afterAll(() => world.stop());

type Line = { readonly id: string; readonly holder: string | null };
const linesOf = async (cycle: string): Promise<readonly Line[]> =>
  (await world.national.call('GET', `/api/report-cycles/${cycle}`)).body.reports;
const lineOf = async (cycle: string, holder: string) => {
  const found = (await linesOf(cycle)).find((one) => one.holder === holder);
  if (!found) throw new Error(`nobody reports for ${holder}`);
  return found.id;
};
const standing = async (who: Holder, report: string) => (await view(who, report)).standing;

describe('a cycle of institutions', () => {
  let health: { id: string; focal: Holder; head: Holder };
  let education: { id: string; focal: Holder; head: Holder };
  let cycle: string;

  const institution = async (name: string, key: string) => {
    const id = await world.organisation(name, 'XA');
    const at = { code: 'XA', organisationId: id };
    return {
      id,
      focal: await world.holder(`enlace-${key}`, [{ role: 'institutional-focal-point', ...at }]),
      head: await world.holder(`direccion-${key}`, [{ role: 'institutional-coordinator', ...at }]),
    };
  };

  beforeAll(async () => {
    health = await institution('Salud de ejemplo', 'salud');
    education = await institution('Educación de ejemplo', 'educacion');
    const subjects = { kind: 'organisations', ids: [health.id, education.id] };
    cycle = (await openCycle(world, form, { subjects })).body.id;
  });

  it('is filled in within each institution, and by no other', async () => {
    const report = await lineOf(cycle, 'Salud de ejemplo');
    expect((await saveAs(education.focal, report, filled)).status).toBe(404);
    expect((await saveAs(health.focal, report, filled)).status).toBe(200);
    const mine = (await health.focal.call('GET', '/api/report-cycles')).body.mine as { id: string }[];
    expect(mine.map(({ id }) => id)).toEqual([report]);
    expect((await actOn(health.focal, report, 'sending')).status).toBe(200);
  });

  it('is approved by the institution’s coordination and then by the centre', async () => {
    const report = await lineOf(cycle, 'Salud de ejemplo');
    expect((await actOn(education.head, report, 'approval')).status).not.toBe(200);
    expect((await actOn(health.focal, report, 'approval')).body.code).toBe('reporting.not-yours-to-decide');
    expect((await actOn(health.head, report, 'approval')).status).toBe(200);
    expect(await standing(health.focal, report)).toBe('approved');
    expect((await actOn(world.analyst, report, 'approval')).status).toBe(200);
    expect(await standing(health.focal, report)).toBe('final');
  });

  it('keeps what two institutions of one place say side by side, never added', async () => {
    const report = await lineOf(cycle, 'Educación de ejemplo');
    await saveAs(education.focal, report, { ...filled, sessions: '11' });
    expect((await actOn(education.focal, report, 'sending')).status).toBe(200);
    const { rows } = await sql<{ value: number; organisation_id: string }>`
      select v.value, s.organisation_id from data_value v join series s on s.id = v.series_id join indicator i on i.id = s.indicator_id
      where i.code = 'T.SESSIONS' order by v.value`.execute(world.database.owner);
    expect(rows).toEqual([
      { value: 3, organisation_id: health.id },
      { value: 11, organisation_id: education.id },
    ]);
  });
});

describe('a cycle of an agreement', () => {
  it('asks each party, whose report another party approves first, and then the centre', async () => {
    const { owner } = world.database;
    const template = await sql<{
      id: string;
      number: number;
    }>`select id, number from agreement_template limit 1`.execute(owner);
    const one = await world.organisation('Municipio parte', '0101');
    const two = await world.organisation('Ministerio parte', 'XA');
    const parties = [
      { organisation: one, place: await world.territory('0101') },
      { organisation: two, place: await world.territory('XA') },
    ];
    const at = (organisationId: string, code: string) =>
      ({ role: 'institutional-coordinator', code, organisationId }) as const;
    const local = await world.holder('parte-local', [at(one, '0101')]);
    const ministry = await world.holder('parte-ministerio', [at(two, 'XA')]);
    const agreement = newId();
    await owner
      .insertInto('agreement')
      .values({
        id: agreement,
        country: 'XA',
        territory_id: await world.territory('0101'),
        template_id: template.rows[0]?.id ?? (await insertTemplate()),
        template_number: template.rows[0]?.number ?? 1,
        kind: 'specific',
        title: 'Convenio de ejemplo',
        standing: 'in-force',
        parties: parties.map(({ organisation }) => organisation),
        party_territories: parties.map(({ place }) => place),
      })
      .execute();
    await owner
      .insertInto('agreement_party')
      .values(
        parties.map(({ organisation, place }) => ({
          id: newId(),
          agreement_id: agreement,
          territory_id: place,
          organisation_id: organisation,
          role: 'obligor',
          standing: 'signed',
        })),
      )
      .execute();
    const made = await openCycle(world, form, {
      period: '2025-Q3',
      subjects: { kind: 'agreement', id: agreement },
    });
    expect([made.status, made.body.reports]).toEqual([201, 2]);
    const report = await lineOf(made.body.id, 'Municipio parte');
    await saveAs(local, report, filled);
    expect((await actOn(local, report, 'sending')).status).toBe(200);
    expect((await actOn(local, report, 'approval')).body.code).toBe('reporting.not-yours-to-decide');
    const remarks = [{ cell: 'sessions', remark: 'Falta la sesión de agosto.' }];
    expect((await actOn(ministry, report, 'return', { remarks })).status).toBe(200);
    await saveAs(local, report, { sessions: '4' });
    expect((await actOn(local, report, 'sending')).status).toBe(200);
    expect((await actOn(ministry, report, 'approval')).status).toBe(200);
    expect((await actOn(world.national, report, 'approval')).status).toBe(200);
    expect(await standing(local, report)).toBe('final');
  });

  async function insertTemplate(): Promise<string> {
    await sql`insert into agreement_template (id, instrument_country, kind, is_engine, number, content)
      values ('xa-ejemplo', 'XA', 'specific', true, 1, '{}')`.execute(world.database.owner);
    return 'xa-ejemplo';
  }
});

describe('what is already known', () => {
  it('is proposed beside the field, with its source, and is no answer until somebody says so', async () => {
    const { owner } = world.database;
    const { body } = await openCycle(world, form, { period: '2025-Q1' });
    const report = await reportOf(world, body.id, 'XA-0101');
    await sql`insert into source (id, country, title) values ('otra', 'XA', 'Registro nacional')`.execute(
      owner,
    );
    const { rows } = await sql<{
      id: number;
    }>`insert into series (indicator_id, country, territory_id, source_id, title, period_kind, level, adds, rank)
      select id, 'XA', ${await world.territory('XA')}, 'otra', 'Registro nacional', 'quarter', 2, true, 2 from indicator where code = 'T.SESSIONS'
      returning id`.execute(owner);
    const { rows: batches } = await sql<{ id: string }>`insert into value_batch (kind, country, territory_id)
      values ('import', 'XA', ${await world.territory('XA')}) returning id`.execute(owner);
    await sql`insert into data_value (series_id, disaggregation_id, period, territory_id, value, batch_id)
      values (${rows[0]?.id}, 0, '2025-01-01', ${await world.territory('0101')}, 6, ${batches[0]?.id})`.execute(
      owner,
    );
    const shown = await view(world.municipal, report);
    expect(shown.sections[0].items[0].cells[0]).toMatchObject({
      answer: null,
      known: { value: 6, source: 'Registro nacional' },
    });
    expect(shown.progress.answered).toBe(0);
  });

  it('is of the own past: what departs from six periods is questioned, and may be so', async () => {
    for (const period of ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2']) {
      const { body } = await openCycle(world, form, { period, title: `Período ${period}` });
      const report = await reportOf(world, body.id, 'XA-0201');
      await saveAs(world.neighbour, report, filled);
      expect((await actOn(world.neighbour, report, 'sending')).status).toBe(200);
    }
    const { body } = await openCycle(world, form, { period: '2024-Q3', title: 'Período 2024-Q3' });
    const report = await reportOf(world, body.id, 'XA-0201');
    const saved = await saveAs(world.neighbour, report, { ...filled, activities: '90' });
    expect(saved.body.checks).toMatchObject([
      { code: 'unusual', cell: 'activities', values: { value: 90, periods: 6 } },
    ]);
    const shown = await view(world.neighbour, report);
    expect(shown.sections[0].items[1].cells[0].previous).toEqual({ period: '2024-04-01', value: 8 });
    const reasons = [{ check: saved.body.checks[0].key, reason: 'Feria de todo el mes' }];
    expect((await actOn(world.neighbour, report, 'sending', { reasons })).status).toBe(200);
  });
});
