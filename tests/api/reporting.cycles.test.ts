import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actOn,
  createForm,
  filled,
  makeReportingWorld,
  openCycle,
  reportOf,
  saveAs,
  valuesAt,
  view,
  writtenForm,
  type ReportingWorld,
} from '../reporting-world.ts';

// sendReport is 'sending', returnReport 'return', approveReport 'approval', reopenReport 'reopening'; openReportCycle is in the world.
let world: ReportingWorld;
let form: string;
let cycle: string;
let report: string;

beforeAll(async () => {
  world = await makeReportingWorld();
  form = await createForm(world);
  cycle = (await openCycle(world, form)).body.id;
  report = await reportOf(world, cycle, 'XA-0101');
});
afterAll(() => world.stop());

const fields = (answer: { body: { problems: { code: string; field?: string }[] } }) =>
  answer.body.problems.map(({ code, field }) => `${code} ${field ?? ''}`.trim());

type Shown = {
  readonly sections: readonly { readonly items: readonly { readonly cells: readonly ShownCell[] }[] }[];
};
type ShownCell = { readonly cell: string; readonly answer: object | null };
const cellsIn = (shown: Shown) => shown.sections.flatMap(({ items }) => items).flatMap(({ cells }) => cells);

describe('a form', () => {
  it('is made by whoever says what is measured, with every fault said at once', async () => {
    const body = { territory: 'XA', ...writtenForm() };
    expect((await world.municipal.call('POST', '/api/report-forms', { body })).status).toBe(403);
    const faulty = writtenForm({
      sections: [
        {
          title: 'Una',
          items: [
            { kind: 'indicator', indicator: 'NO.SUCH' },
            { kind: 'choice', label: 'Cuál', choices: [{ key: 'a', label: 'A' }] },
            { kind: 'number', low: 3, high: 1 },
            { kind: 'indicator', indicator: 'T.PEOPLE', by: ['planet'] },
          ],
        },
      ],
    });
    const refused = await world.national.call('POST', '/api/report-forms', {
      body: { territory: 'XA', ...faulty },
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'reporting.form-faults']);
    expect(fields(refused)).toEqual([
      'reporting.unknown-indicator sections.0.items.0',
      'reporting.too-few-choices sections.0.items.1',
      'reporting.question-without-words sections.0.items.2',
      'reporting.bounds-crossed sections.0.items.2',
      'reporting.unknown-dimension sections.0.items.3',
      'reporting.rule-names-nothing rules',
      'reporting.rule-names-nothing rules',
    ]);
  });

  it('gets a next version, while open cycles go on asking by theirs', async () => {
    const other = await createForm(world, { title: 'Otro formulario' });
    const body = writtenForm({ title: 'Otro formulario, corregido' });
    const put = (version: number) =>
      world.national.call('PUT', `/api/report-forms/${other}`, { version, body });
    expect((await put(1)).body).toEqual({ id: other, version: 2 });
    expect((await put(1)).status).toBe(412);
    const shown = await world.national.call('GET', `/api/report-forms/${other}`);
    expect(shown.body).toMatchObject({ number: 2, title: 'Otro formulario, corregido', cells: 9 });
    const { body: list } = await world.national.call('GET', '/api/report-forms?territory=XA');
    expect(list.items.map(({ id }: { id: string }) => id)).toContain(other);
    expect(list.indicators.map(({ code }: { code: string }) => code)).toContain('T.PEOPLE');
  });
});

describe('a cycle', () => {
  it('asks territories of one level, each with the chain above it, and nobody twice', async () => {
    expect((await openCycle(world, form)).body.code).toBe('reporting.cycle-twice');
    const all = await openCycle(world, form, { period: '2025-Q3', subjects: { kind: 'level', level: 2 } });
    expect([all.status, all.body.reports]).toEqual([201, 5]);
    const mixed = { kind: 'territories', references: ['XA-01', 'XA-0101'] };
    expect(fields(await openCycle(world, form, { period: '2025-Q2', subjects: mixed }))).toEqual([
      'reporting.levels-differ subjects',
    ]);
    const wrong = await openCycle(world, form, { period: '2027-Q1', dueOn: '2025-12-31' });
    expect(fields(wrong)).toEqual(['reporting.period-to-come period', 'reporting.due-before-opening dueOn']);
    const shown = await view(world.municipal, report);
    expect(shown.steps).toMatchObject([{ number: 1, places: ['Ñandú del Norte (región)'] }, { number: 2 }]);
  });

  it('shows at once who has not started, who is late and what was approved', async () => {
    const { body } = await world.national.call('GET', `/api/report-cycles/${cycle}`);
    expect(body.completeness).toMatchObject({
      expected: 3,
      sent: 0,
      overdue: 0,
      counts: { notStarted: 3 },
    });
    const past = { period: '2025-Q1', opensOn: '2026-01-01', dueOn: '2026-03-01', graceDays: 5 };
    const made = (await openCycle(world, form, past)).body;
    const late = (await world.national.call('GET', `/api/report-cycles/${made.id}`)).body;
    expect(late.completeness).toMatchObject({ overdue: 3 });
    expect(late.reports[0].daysLate).toBe(9);
  });

  it('lists first what whoever asks must report or review', async () => {
    const mine = async (who: typeof world.municipal) =>
      (
        (await who.call('GET', '/api/report-cycles')).body.mine as { id: string; isToReview: boolean }[]
      ).filter(({ id }) => id === report);
    expect(await mine(world.municipal)).toMatchObject([{ isToReview: false }]);
    expect(await mine(world.neighbour)).toEqual([]);
    expect(await mine(world.national)).toEqual([]);
  });

  it('is given more time, and closed, by whoever opened it', async () => {
    const made = (await openCycle(world, form, { period: '2024-Q4', title: 'Cuarto de 2024' })).body;
    const body = { title: 'Cuarto de 2024', dueOn: '2026-04-15', graceDays: 0, isClosed: true };
    const put = (who: typeof world.national) =>
      who.call('PUT', `/api/report-cycles/${made.id}`, { version: 1, body });
    expect((await put(world.municipal)).status).toBe(403);
    expect((await put(world.national)).body).toEqual({ id: made.id, version: 2 });
    const closed = await reportOf(world, made.id, 'XA-0101');
    expect((await saveAs(world.municipal, closed, { sessions: '1' })).body.code).toBe('reporting.not-open');
  });
});

describe('a report', () => {
  it('is seen and filled in by whoever reports there, and by no stranger', async () => {
    expect((await world.neighbour.call('GET', `/api/cycle-reports/${report}`)).status).toBe(404);
    expect((await saveAs(world.neighbour, report, { sessions: '1' })).status).toBe(404);
    expect((await world.visitor('GET', `/api/cycle-reports/${report}`)).status).toBe(401);
    expect((await saveAs(world.region, report, { sessions: '2' })).status).toBe(200);
    expect((await saveAs(world.municipal, report, { sessions: '' })).body).toMatchObject({ saved: 1 });
  });

  it('keeps each answer as it is typed, and refuses what is no answer with its cell', async () => {
    const saved = await saveAs(world.municipal, report, { sessions: '1.234', share: '12,5' });
    expect(saved.body).toMatchObject({ saved: 2, unchanged: 0 });
    const shown = await view(world.municipal, report);
    const cells = cellsIn(shown);
    expect(cells[0]?.answer).toMatchObject({ number: 1234, state: 'value' });
    expect(cells.find(({ cell }) => cell === 'share')?.answer).toMatchObject({
      number: 12.5,
    });
    const refused = await saveAs(world.municipal, report, {
      sessions: '-3',
      activities: 'muchas',
      share: '130',
      plan: 'tal vez',
      nothing: '1',
    });
    expect(fields(refused)).toEqual([
      'reporting.below-least sessions',
      'reporting.not-a-number activities',
      'reporting.above-most share',
      'reporting.not-yes-or-no plan',
      'reporting.unknown-cell nothing',
    ]);
  });

  it('lets nobody write over an answer that they have not seen', async () => {
    const save = (text: string, version: number | null) =>
      world.municipal.call('POST', `/api/cycle-reports/${report}/answers`, {
        body: { answers: [{ cell: 'note', text, version }] },
      });
    expect((await save('Primera', null)).body.answers).toEqual([{ cell: 'note', version: 1 }]);
    expect((await save('Segunda', null)).body.code).toBe('reporting.answer-changed');
    expect((await save('Segunda', 1)).body.answers).toEqual([{ cell: 'note', version: 2 }]);
  });

  it('takes the same answer twice at once, as when what is typed and what is sent cross on the way', async () => {
    const { body } = await openCycle(world, form, { period: '2024-Q3', title: 'A la vez' });
    const crossed = await reportOf(world, body.id, 'XA-0101');
    const save = () =>
      world.municipal.call('POST', `/api/cycle-reports/${crossed}/answers`, {
        body: { answers: [{ cell: 'sessions', text: '2', version: null }] },
      });
    const both = await Promise.all([save(), save(), save()]);
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(both.filter(({ body: { saved } }) => saved === 1)).toHaveLength(1);
    const different = await Promise.all(
      ['3', '4'].map((text) =>
        world.municipal.call('POST', `/api/cycle-reports/${crossed}/answers`, {
          body: { answers: [{ cell: 'sessions', text, version: 1 }] },
        }),
      ),
    );
    expect(new Set(different.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  it('is not sent while something is questioned without a reason', async () => {
    await saveAs(world.municipal, report, { ...filled, sessions: '20', 'in-schools': '9', share: '' });
    const refused = await actOn(world.municipal, report, 'sending');
    expect([refused.status, refused.body.code]).toEqual([422, 'reporting.checks-remain']);
    expect(fields(refused)).toEqual([
      'reporting.check-out-of-range range sessions 20',
      'reporting.check-at-most rule r1 9 8',
    ]);
    await saveAs(world.municipal, report, { 'in-schools': '5' });
    const reasons = [{ check: 'range sessions 20', reason: 'Sesionó también por comunidades' }];
    expect((await actOn(world.municipal, report, 'sending', { reasons })).status).toBe(200);
    expect((await view(world.region, report)).checks).toMatchObject([
      { key: 'range sessions 20', reason: 'Sesionó también por comunidades' },
    ]);
  });

  it('counts as provisional when it is sent, is taken back when it is returned with a remark on the figure', async () => {
    expect(await valuesAt(world, '0101')).toEqual([
      'T.ACTIVITIES 8 provisional',
      'T.PEOPLE sex=f 40 provisional',
      'T.PEOPLE sex=m 31 provisional',
      'T.PEOPLE sex=u 0 provisional',
      'T.SESSIONS 20 provisional',
    ]);
    const remarks = [{ cell: 'sessions', remark: 'El acta dice 3 sesiones.' }];
    expect((await actOn(world.municipal, report, 'return', { remarks })).body.code).toBe(
      'reporting.not-yours-to-decide',
    );
    expect((await actOn(world.region, report, 'return', {})).body.code).toBe('reporting.answer-faults');
    expect((await actOn(world.region, report, 'return', { remarks })).status).toBe(200);
    expect(await valuesAt(world, '0101')).toEqual([]);
    const log = (await world.visitor('GET', '/api/value-corrections')).body.items;
    expect(log.map((one: { takenBackWith: string | null }) => one.takenBackWith)).toContain('report');
    const shown = await view(world.municipal, report);
    expect([shown.standing, shown.sections[0].items[0].cells[0].remarks]).toEqual([
      'returned',
      ['El acta dice 3 sesiones.'],
    ]);
  });

  it('is corrected, approved at both steps by others than who sent it, and then final and locked', async () => {
    await saveAs(world.municipal, report, { sessions: '3' });
    expect((await actOn(world.municipal, report, 'sending')).status).toBe(200);
    expect((await actOn(world.neighbour, report, 'approval')).status).not.toBe(200);
    expect((await actOn(world.municipal, report, 'approval')).body.code).toBe(
      'reporting.not-yours-to-decide',
    );
    expect((await actOn(world.region, report, 'approval')).status).toBe(200);
    expect((await view(world.national, report)).standing).toBe('approved');
    expect((await actOn(world.region, report, 'approval')).body.code).toBe('reporting.not-yours-to-decide');
    expect((await actOn(world.national, report, 'approval')).status).toBe(200);
    expect(await valuesAt(world, '0101')).toContain('T.SESSIONS 3 final');
    expect((await saveAs(world.municipal, report, { sessions: '4' })).body.code).toBe(
      'reporting.not-as-it-stands',
    );
    const shown = await view(world.municipal, report);
    expect(shown.acts.map(({ act }: { act: string }) => act)).toEqual([
      'started',
      'sent',
      'returned',
      'corrected',
      'approved',
      'approved',
    ]);
  });

  it('needs four eyes: nobody approves at two steps', async () => {
    const other = await reportOf(world, cycle, 'XA-0103');
    await saveAs(world.national, other, filled);
    expect((await actOn(world.national, other, 'sending')).status).toBe(200);
    expect((await actOn(world.national, other, 'approval')).body.code).toBe('reporting.own-approval');
    expect((await actOn(world.analyst, other, 'approval')).status).toBe(200);
    expect((await actOn(world.analyst, other, 'approval')).body.code).toBe('reporting.own-approval');
  });

  it('is opened again with a reason; what it said stays until other figures take its place, and then in the log', async () => {
    expect((await actOn(world.region, report, 'reopening', { reason: 'Error del acta' })).body.code).toBe(
      'reporting.not-yours-to-decide',
    );
    const reason = 'El comité corrigió su acta';
    expect((await actOn(world.national, report, 'reopening', { reason })).status).toBe(200);
    expect(await valuesAt(world, '0101')).toContain('T.SESSIONS 3 provisional');
    expect(fields(await saveAs(world.municipal, report, { sessions: '' }))).toEqual([
      'reporting.not-taken-away sessions',
    ]);
    await saveAs(world.municipal, report, { sessions: '4' });
    expect((await actOn(world.municipal, report, 'sending')).status).toBe(200);
    expect(await valuesAt(world, '0101')).toContain('T.SESSIONS 4 provisional');
    const log = await world.database.owner
      .selectFrom('value_correction')
      .select(['old_value', 'new_value'])
      .where('new_value', '=', 4)
      .execute();
    expect(log).toEqual([{ old_value: 3, new_value: 4 }]);
  });
});
