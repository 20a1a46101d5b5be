import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';
import { keepTemplate, smallTemplate } from '../agreement-template.ts';

let world: World;
let ministry: Holder;
let stranger: Holder;
let agreementId: string;

beforeAll(async () => {
  world = await makeWorld();
  const ministryId = await world.organisation('Ministerio de ejemplo', 'XA');
  const municipalityId = await world.organisation('Comuna de ejemplo', '0101');
  ministry = await world.holder('enlace', [
    { role: 'institutional-focal-point', code: 'XA', organisationId: ministryId },
  ]);
  stranger = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  await keepTemplate(world, smallTemplate);
  const made = await ministry.call('POST', '/api/agreements', {
    body: {
      templateId: 'xa-convenio',
      territory: 'XA',
      title: 'Convenio de prevención en Santa Fe <b>',
      object: 'prevenir la violencia juvenil',
      territories: ['XA-0101'],
      noNeedReason: 'El diagnóstico está en curso',
      parties: [
        { organisationId: ministryId, role: 'lead' },
        { organisationId: municipalityId, role: 'obligor', representativeOffice: 'Alcaldía' },
      ],
    },
  });
  agreementId = made.body.id;
});
afterAll(() => world.stop());

const textOf = (bytes: Buffer) => {
  const files = unzipSync(new Uint8Array(bytes));
  return Object.entries(files)
    .filter(([name]) => /word\/(document|header|footer).*\.xml$/.test(name))
    .map(([, part]) => strFromU8(part).replaceAll(/<[^>]+>/g, ' '))
    .join(' ');
};

describe('the documents of an agreement', () => {
  it('give the working draft, marked as one, to whoever may see it', async () => {
    const docx = await ministry.call('GET', `/api/agreements/${agreementId}/document?format=docx`);
    expect(docx.status).toBe(200);
    expect(docx.headers['content-disposition']).toMatch(/filename="Borrador-.*\.docx"/);
    const text = textOf(docx.bytes);
    for (const words of ['BORRADOR', 'Comuna de ejemplo', 'prevenir la violencia juvenil'])
      expect(text).toContain(words);
    const pdf = await ministry.call('GET', `/api/agreements/${agreementId}/document?format=pdf`);
    expect(pdf.headers['content-type']).toContain('application/pdf');
    expect(pdf.bytes.toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it('say that no text was put to signature while none was', async () => {
    const sealed = await ministry.call('GET', `/api/agreements/${agreementId}/document?text=sealed`);
    expect(sealed).toMatchObject({ status: 409, body: { code: 'documents.not-sealed' } });
  });

  it('sum it up on one page', async () => {
    const summary = await ministry.call('GET', `/api/agreements/${agreementId}/summary?format=docx`);
    expect(textOf(summary.bytes)).toContain('prevenir la violencia juvenil');
    const pdf = await ministry.call('GET', `/api/agreements/${agreementId}/summary?format=pdf`);
    expect(pdf.bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  });

  it('certify what was kept in a period, and say so where nothing was due', async () => {
    const empty = await ministry.call(
      'GET',
      `/api/agreements/${agreementId}/certificate?format=docx&from=2026-01-01&to=2026-06-30`,
    );
    expect(textOf(empty.bytes)).toContain('Ningún compromiso vencía en el periodo');
    const reversed = await ministry.call(
      'GET',
      `/api/agreements/${agreementId}/certificate?from=2026-06-30&to=2026-01-01`,
    );
    expect(reversed).toMatchObject({ status: 422, body: { code: 'documents.period-reversed' } });
  });

  it('are nobody’s to read who may not see the agreement', async () => {
    for (const call of [world.visitor, stranger.call])
      for (const part of ['document', 'summary', 'certificate'])
        expect((await call('GET', `/api/agreements/${agreementId}/${part}`)).status).toBe(404);
  });
});
