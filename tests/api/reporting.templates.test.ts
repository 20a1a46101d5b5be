import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { fillInOffice, fillPlainly, office, type Filling } from '../fill-template.ts';
import {
  actOn,
  createForm,
  makeReportingWorld,
  openCycle,
  reportOf,
  saveAs,
  valuesAt,
  view,
  type ReportingWorld,
} from '../reporting-world.ts';
import type { Holder } from '../access-world.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const filling: Filling = {
  sessions: 3,
  activities: 8,
  'people/sex=f': 40,
  'people/sex=m': 'No hay dato',
  plan: 'Sí',
};

let world: ReportingWorld;
let form: string;
let cycle: string;

beforeAll(async () => {
  world = await makeReportingWorld();
  form = await createForm(world);
  cycle = (await openCycle(world, form)).body.id;
});
afterAll(() => world.stop());

const templateOf = async (who: Holder, report: string) => {
  const answer = await who.call('GET', `/api/cycle-reports/${report}/template`);
  expect([answer.status, answer.headers['content-type']]).toEqual([200, mediaType]);
  return new Uint8Array(answer.bytes);
};
const upload = (who: Holder, report: string, bytes: Uint8Array) =>
  who.call('POST', `/api/cycle-reports/${report}/upload`, { bytes, mediaType });

describe('a template', () => {
  it('is locked but for the answers, and knows which report it is of', async () => {
    const report = await reportOf(world, cycle, 'XA-0101');
    const book = await readXlsx(await templateOf(world.municipal, report), { readStyles: true });
    const sheet = book.sheets[1];
    expect(book.sheets.map(({ name, hidden }) => [name, hidden ?? false])).toEqual([
      ['Instrucciones', false],
      ['Informe', false],
      ['_listas', true],
      ['_informe', true],
    ]);
    expect(sheet?.protection?.sheet).toBe(true);
    expect(sheet?.cells?.get('1,5')?.style?.protection?.locked).toBe(false);
    expect(sheet?.rows[1]?.slice(0, 6)).toEqual([
      'sessions',
      'Coordinación',
      'Sesiones del comité *',
      null,
      'sesiones',
      null,
    ]);
    expect(sheet?.dataValidations?.map(({ type }) => type)).toContain('custom');
    expect((await world.neighbour.call('GET', `/api/cycle-reports/${report}/template`)).status).toBe(404);
  });

  it('comes back with its answers; blanks stay unanswered, and a second time does nothing', async () => {
    const report = await reportOf(world, cycle, 'XA-0101');
    await saveAs(world.municipal, report, { note: 'Dicho antes' });
    const bytes = await fillPlainly(await templateOf(world.municipal, report), filling);
    const first = await upload(world.municipal, report, bytes);
    expect([first.status, first.body]).toMatchObject([200, { saved: 5, unchanged: 1, blank: 3 }]);
    expect((await upload(world.municipal, report, bytes)).body).toMatchObject({ saved: 0, unchanged: 6 });
    const shown = await view(world.municipal, report);
    expect(shown.progress).toMatchObject({ answered: 6, cells: 9 });
    expect(shown.sections[1].items[0].cells[1].answer).toMatchObject({ state: 'unknown', number: null });
    expect((await actOn(world.municipal, report, 'sending')).status).toBe(200);
    expect(await valuesAt(world, '0101')).toContain('T.PEOPLE sex=m state 3 provisional');
  });

  it.runIf(office)(
    'is filled in LibreOffice and comes back',
    async () => {
      const report = await reportOf(world, cycle, 'XA-0201');
      const bytes = fillInOffice(await templateOf(world.neighbour, report), filling);
      const answer = await upload(world.neighbour, report, bytes);
      expect([answer.status, answer.body]).toMatchObject([200, { saved: 5, blank: 4 }]);
      const shown = await view(world.neighbour, report);
      expect(shown.sections[0].items[0].cells[0].answer).toMatchObject({ number: 3 });
    },
    120_000,
  );

  it('says every problem by its sheet and cell, and keeps nothing of a faulty file', async () => {
    const report = await reportOf(world, cycle, 'XA-0103');
    const faulty = { sessions: 'tres', activities: -1, 'people/sex=f': 12.5, share: 130, plan: 'quizás' };
    const bytes = await fillPlainly(await templateOf(world.region, report), faulty);
    const refused = await upload(world.region, report, bytes);
    expect([refused.status, refused.body.code]).toEqual([422, 'reporting.template-problems']);
    const found = refused.body.problems.map(
      ({ sheet, cell, code }: { sheet: string; cell: string; code: string }) => `${sheet}!${cell}: ${code}`,
    );
    expect(found).toEqual([
      'Informe!F2: reporting.not-a-number',
      'Informe!F3: reporting.below-least',
      'Informe!F5: reporting.not-whole',
      'Informe!F8: reporting.above-most',
      'Informe!F9: reporting.not-yes-or-no',
    ]);
    expect((await view(world.region, report)).progress.answered).toBe(0);
  });

  it('of last year, of another place, or that is none at all is refused with words', async () => {
    const report = await reportOf(world, cycle, 'XA-0103');
    const old = (await openCycle(world, form, { period: '2024-Q4', title: 'Cuarto de 2024' })).body.id;
    const lastYear = await templateOf(world.region, await reportOf(world, old, 'XA-0103'));
    const refused = await upload(world.region, report, lastYear);
    expect(refused.body).toMatchObject({ status: 409, code: 'reporting.template-of-another' });
    expect(refused.body.title).toContain('2024-Q4');
    const { sheets } = await readXlsx(lastYear);
    expect(sheets.length).toBe(4);
    const stranger = await fillPlainly(lastYear, {});
    expect((await upload(world.region, report, stranger)).body.code).toBe('reporting.template-of-another');
    const text = new TextEncoder().encode('a;b\n1;2\n');
    expect((await upload(world.region, report, text)).body.code).toBe('reporting.not-a-template');
    expect((await upload(world.neighbour, report, lastYear)).status).toBe(404);
  });
});

// useReportLinkToSave is 'use/answers', useReportLinkToSend 'use/sending'.
describe('a one-time link', () => {
  const use = (secret: string, path = '', body: object = {}) =>
    world.visitor('POST', `/api/report-links/use${path}`, { body: { secret, ...body } });
  const secretOf = (link: string) => link.split('/').at(-1) ?? '';

  it('opens one report without an account, takes the workbook in, sends it, and is then used up', async () => {
    const report = await reportOf(world, cycle, 'XA-0103');
    const body = { addressee: 'Secretaría de la comuna' };
    const make = (who: Holder) => who.call('POST', `/api/cycle-reports/${report}/links`, { body });
    expect((await make(world.neighbour)).status).toBe(404);
    const made = await make(world.region);
    expect(made.status).toBe(201);
    const secret = secretOf(made.body.link);
    expect((await use(secret)).body).toMatchObject({ id: report, mayFill: true, possible: ['sent'] });
    const template = await world.visitor('GET', `/api/report-links/use/template?secret=${secret}`);
    const bytes = await fillPlainly(new Uint8Array(template.bytes), { ...filling, note: 'Por enlace' });
    const sent = await world.visitor('POST', `/api/report-links/use/upload?secret=${secret}`, {
      bytes,
      mediaType,
    });
    expect(sent.body).toMatchObject({ saved: 6 });
    const typed = { answers: [{ cell: 'in-schools', text: '2' }] };
    expect((await use(secret, '/answers', typed)).body).toMatchObject({ saved: 1 });
    expect((await use(secret, '/sending')).body).toEqual({ done: true });
    expect((await use(secret)).body.code).toBe('reporting.link-spent');
    const shown = await view(world.region, report);
    expect(shown.acts.at(-1)).toMatchObject({ act: 'sent', byLink: true });
    expect(await valuesAt(world, '0103')).toContain('T.SESSIONS 3 provisional');
  });

  it('is worthless once it is withdrawn or has expired, and a guess opens nothing', async () => {
    const report = await reportOf(world, cycle, 'XA-0201');
    const make = async () =>
      (
        await world.neighbour.call('POST', `/api/cycle-reports/${report}/links`, {
          body: { addressee: 'Comité', days: 1 },
        })
      ).body;
    const first = await make();
    expect((await world.municipal.call('POST', `/api/report-links/${first.id}/revocation`)).status).toBe(404);
    expect((await world.neighbour.call('POST', `/api/report-links/${first.id}/revocation`)).body).toEqual({
      done: true,
    });
    expect((await use(secretOf(first.link))).body.code).toBe('reporting.link-spent');
    const second = await make();
    await world.database.owner
      .updateTable('report_link')
      .set({ expires_at: new Date('2026-03-09T00:00:00Z') })
      .where('id', '=', second.id)
      .execute();
    expect((await use(secretOf(second.link))).body.code).toBe('reporting.link-spent');
    const { body } = await world.neighbour.call('GET', `/api/cycle-reports/${report}/links`);
    expect(body.items.map(({ standing }: { standing: string }) => standing)).toEqual(['expired', 'revoked']);
    expect((await use('x'.repeat(43))).body.code).toBe('reporting.link-not-found');
  });
});
