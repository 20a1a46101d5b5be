import { sql } from 'kysely';
import { makeWorld, type Holder, type World } from './access-world.ts';

export type ReportingWorld = World & {
  readonly national: Holder;
  readonly analyst: Holder;
  /** Reviews at the region above the communes 01…. */
  readonly region: Holder;
  readonly municipal: Holder;
  readonly neighbour: Holder;
};

/** An invented country with what is measured in it, and people who report and review. */
export async function makeReportingWorld(): Promise<ReportingWorld> {
  const world = await makeWorld();
  await enterIndicators(world);
  return {
    ...world,
    national: await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]),
    analyst: await world.holder('analista', [{ role: 'national-analyst', code: 'XA' }]),
    region: await world.holder('region', [{ role: 'municipal-coordinator', code: '01' }]),
    municipal: await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]),
    neighbour: await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]),
  };
}

async function enterIndicators({ database }: World): Promise<void> {
  await sql`insert into dimension (code, title, title_en) values ('sex', 'Sexo', 'Sex')
    on conflict (code) do nothing`.execute(database.owner);
  await sql`insert into dimension_category (dimension, code, title, title_en, position, is_unknown) values
    ('sex', 'f', 'Mujeres', 'Women', 1, false), ('sex', 'm', 'Hombres', 'Men', 2, false), ('sex', 'u', 'Sin dato', 'Unknown', 3, true)
    on conflict do nothing`.execute(database.owner);
  await sql`insert into indicator (code, country, title, topic, composition, unit, decimals, direction, counts_people, high_bound, finest_period,
      numerator_id, denominator) values
    ('T.SESSIONS', 'XA', 'Sesiones del comité', 'process', 'count', 'sesiones', 0, 'up', false, null, 'month', null, null),
    ('T.ACTIVITIES', 'XA', 'Actividades de prevención', 'process', 'count', 'actividades', 0, 'up', false, null, 'month', null, null),
    ('T.PEOPLE', 'XA', 'Personas que participaron', 'process', 'count', 'personas', 0, 'up', true, null, 'month', null, null),
    ('T.SHARE', 'XA', 'Presupuesto ejecutado', 'process', 'estimate', '%', 1, 'up', false, 100, 'month', null, null)`.execute(
    database.owner,
  );
}

/** A form as it is sent: three figures, one of them by sex, and a question. */
export const writtenForm = (more: object = {}) => ({
  title: 'Informe trimestral de prevención',
  sections: [
    {
      title: 'Coordinación',
      items: [
        { key: 'sessions', kind: 'indicator', indicator: 'T.SESSIONS', required: true, high: 12 },
        { key: 'activities', kind: 'indicator', indicator: 'T.ACTIVITIES', required: true },
        { key: 'in-schools', kind: 'number', label: 'De ellas, en escuelas' },
      ],
    },
    {
      title: 'Participación',
      items: [
        { key: 'people', kind: 'indicator', indicator: 'T.PEOPLE', by: ['sex'] },
        { key: 'share', kind: 'indicator', indicator: 'T.SHARE' },
        { key: 'plan', kind: 'yes-no', label: '¿Se revisó el plan?', required: true },
        { key: 'note', kind: 'text', label: 'Lo más importante del período' },
      ],
    },
  ],
  rules: [
    {
      kind: 'at-most',
      left: ['in-schools'],
      right: ['activities'],
      words: 'Las actividades en escuelas no pueden ser más que todas',
    },
  ],
  ...more,
});

export async function createForm(world: ReportingWorld, more: object = {}): Promise<string> {
  const made = await world.national.call('POST', '/api/report-forms', {
    body: { territory: 'XA', ...writtenForm(more) },
  });
  if (made.status !== 201) throw new Error(made.text);
  return made.body.id as string;
}

/** Opens a quarterly cycle for two communes of one region and one of another. */
export async function openCycle(world: ReportingWorld, form: string, more: object = {}) {
  return world.national.call('POST', '/api/report-cycles', {
    body: {
      form,
      title: 'Cuarto trimestre de 2025',
      territory: 'XA',
      period: '2025-Q4',
      subjects: { kind: 'territories', references: ['XA-0101', 'XA-0103', 'XA-0201'] },
      opensOn: '2026-01-01',
      dueOn: '2026-03-15',
      graceDays: 5,
      ...more,
    },
  });
}

/** The report that a commune owes in a cycle. */
export async function reportOf(world: ReportingWorld, cycle: string, reference: string): Promise<string> {
  const { body } = await world.national.call('GET', `/api/report-cycles/${cycle}`);
  const found = (body.reports as { id: string; territory: { reference: string } }[]).find(
    ({ territory }) => territory.reference === reference,
  );
  if (!found) throw new Error(`no report of ${reference}`);
  return found.id;
}

type Cells = Readonly<Record<string, string>>;

/** What fills the form of these tests in without anything being questioned. */
export const filled: Cells = {
  sessions: '3',
  activities: '8',
  'in-schools': '5',
  'people/sex=f': '40',
  'people/sex=m': '31',
  'people/sex=u': '0',
  plan: 'sí',
};

export const saveAs = (who: Holder, report: string, cells: Cells) =>
  who.call('POST', `/api/cycle-reports/${report}/answers`, {
    body: { answers: Object.entries(cells).map(([cell, text]) => ({ cell, text })) },
  });

export const view = async (who: Holder, report: string) =>
  (await who.call('GET', `/api/cycle-reports/${report}`)).body;

/** Does a deed at the version that stands. */
export async function actOn(who: Holder, report: string, deed: string, body: object = {}) {
  const { version } = await view(who, report);
  return who.call('POST', `/api/cycle-reports/${report}/${deed}`, { version, body });
}

/** The values of a form's series at a territory, by indicator and group, each with whether it is final. */
export async function valuesAt(world: ReportingWorld, code: string) {
  const { rows } = await sql<{
    indicator: string;
    key: string;
    value: number | null;
    state: number;
    status: string;
  }>`
    select i.code as indicator, d.key, v.value, v.state, b.status from data_value v join series s on s.id = v.series_id
    join indicator i on i.id = s.indicator_id join disaggregation d on d.id = v.disaggregation_id
    join value_batch b on b.id = v.batch_id
    where v.territory_id = ${await world.territory(code)} order by 1, 2`.execute(world.database.owner);
  return rows.map((row) =>
    `${row.indicator} ${row.key} ${row.state === 0 ? row.value : `state ${row.state}`} ${row.status}`.replace(
      '  ',
      ' ',
    ),
  );
}
