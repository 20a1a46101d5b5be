import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';
import { keepTemplate, smallTemplate } from '../agreement-template.ts';
import { messyList } from '../messy-list.ts';

let world: World;
let ministry: Holder;
let municipal: Holder;
let stranger: Holder;
let ministryId: string;
let municipalityId: string;
let agreementId: string;

beforeAll(async () => {
  world = await makeWorld();
  ministryId = await world.organisation('Ministerio de ejemplo', 'XA');
  municipalityId = await world.organisation('Comuna de ejemplo', '0101');
  await world.structure('Comité local de Santa Fe', '0101');
  ministry = await world.holder('enlace', [
    { role: 'institutional-focal-point', code: 'XA', organisationId: ministryId },
  ]);
  municipal = await world.holder('comuna', [
    { role: 'municipal-coordinator', code: '0101', organisationId: municipalityId },
  ]);
  stranger = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  await keepTemplate(world, smallTemplate);
  const made = await register(municipal);
  agreementId = made.body.id;
});
afterAll(() => world.stop());

const register = (who: Holder, more: object = {}) =>
  who.call('POST', '/api/agreements/registrations', {
    body: {
      territory: 'XA-0101',
      templateId: smallTemplate.id,
      title: 'Convenio de prevención ya firmado',
      parties: [
        { organisationId: ministryId, role: 'lead', representativeOffice: 'Despacho superior' },
        { organisationId: municipalityId, role: 'beneficiary' },
      ],
      signedOn: '2025-02-03',
      endsOn: '2028-12-31',
      noNeedReason: 'Se firmó antes del registro de necesidades',
      ...more,
    },
  });

// openCommitmentSheet, then mapCommitmentSheet, resolveCommitmentSheet, importCommitmentSheet, revokeCommitmentSheet.
const open = (who: Holder, text: string, more = `&agreement=${agreementId}`) =>
  who.call('POST', `/api/commitment-sheets?territory=XA-0101&fileName=matriz.csv${more}`, {
    bytes: new TextEncoder().encode(text),
    mediaType: 'text/csv',
  });
type Sheet = { id: string; version: number };
const on = (who: Holder, sheet: Sheet, deed: string, body: object = {}) =>
  who.call('POST', `/api/commitment-sheets/${sheet.id}/${deed}`, { version: sheet.version, body });
const commitments = async () => {
  const { owner } = world.database;
  const rows = await owner
    .selectFrom('commitment')
    .select('id')
    .where('agreement_id', '=', agreementId)
    .execute();
  return rows.length;
};

describe('an agreement that is already in force', () => {
  it('is registered as it stands, with no signature and no approval made up, and everybody reads it', async () => {
    const { body } = await world.visitor('GET', `/api/agreements/${agreementId}`);
    expect(body).toMatchObject({
      origin: 'registered',
      standing: 'in-force',
      effectiveOn: '2025-02-03',
      endsOn: '2028-12-31',
      acts: [{ act: 'registered', to: 'in-force' }],
    });
    const { owner } = world.database;
    for (const table of ['agreement_signature', 'agreement_approval', 'agreement_text'] as const)
      expect(await owner.selectFrom(table).select('id').execute(), table).toEqual([]);
  });

  it('is registered by whoever acts for one of its parties, and by nobody else', async () => {
    expect((await register(stranger, { title: 'Otro' })).status).toBe(403);
    expect((await world.visitor('POST', '/api/agreements/registrations', { body: {} })).status).toBe(401);
  });

  it('is not registered twice without saying that it is another', async () => {
    expect((await register(ministry)).body.code).toBe('registering.looks-alike');
    expect((await register(ministry, { confirmNew: true, isPublic: false })).status).toBe(201);
  });

  it('is refused by field where the paper cannot be in force', async () => {
    const { body } = await register(municipal, {
      signedOn: '2099-01-01',
      endsOn: '2020-01-01',
      noNeedReason: null,
      title: 'Imposible',
    });
    expect(body.code).toBe('registering.incomplete');
    expect(body.problems.map((one: { field: string }) => one.field)).toEqual([
      'signedOn',
      'endsOn',
      'noNeedReason',
    ]);
  });

  it('stands as expired where its last day is over, without anybody writing it', async () => {
    const { body } = await register(municipal, {
      title: 'Ya vencido',
      signedOn: '2020-01-01',
      endsOn: '2021-12-31',
    });
    expect((await world.visitor('GET', `/api/agreements/${body.id}`)).body.standing).toBe('expired');
  });
});

// attachRegisteredFile
const attach = (who: Holder, bytes: Uint8Array, id = agreementId) =>
  who.call('POST', `/api/agreements/${id}/registered-file?fileName=convenio.pdf`, {
    bytes,
    mediaType: 'application/octet-stream',
  });

describe('the paper of a registered agreement', () => {
  const pdf = new TextEncoder().encode(
    '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  );

  it('is attached by its parties, and is what its content says', async () => {
    expect((await attach(stranger, pdf)).status).toBe(403);
    expect((await attach(ministry, pdf)).status).toBe(201);
    const text = await attach(ministry, new TextEncoder().encode('no es un PDF'));
    expect([text.status >= 400 && text.status < 500, text.body.code]).toEqual([true, expect.any(String)]);
  });

  it('is attached to nothing that was drafted here', async () => {
    const drafted = await municipal.call('POST', '/api/agreements', {
      body: {
        templateId: smallTemplate.id,
        territory: 'XA-0101',
        title: 'Convenio que se redacta aquí',
        object: 'prevenir',
        territories: ['XA-0101'],
        noNeedReason: 'En curso',
        parties: [
          { organisationId: ministryId, role: 'lead' },
          { organisationId: municipalityId, role: 'obligor' },
        ],
      },
    });
    expect((await attach(municipal, pdf, drafted.body.id)).body.code).toBe('registering.not-registered');
  });
});

describe('a messy list of forty commitments', () => {
  let sheet: Sheet & Record<string, never>;

  it('is understood: its columns found, its blank rows, repeated headers and totals left out, six things to settle', async () => {
    const opened = await open(ministry, messyList);
    expect([opened.status, opened.text]).toEqual([201, expect.any(String)]);
    sheet = opened.body;
    expect(opened.body.mapping).toMatchObject({
      headerRow: 4,
      columns: { what: 1, obligor: 2, beneficiary: 3, due: 4, proof: 5, place: 6 },
    });
    expect(opened.body.counts).toMatchObject({ rows: 41, create: 34 });
    expect(opened.body.problems.map((one: { code: string }) => one.code)).toEqual([
      'unknown-party',
      'due-repeats',
      'due-outside-term',
      'due-unreadable',
      'row-repeated',
      'no-proof',
    ]);
    expect(opened.body.problems[0].rows).toHaveLength(2);
    expect(await commitments()).toBe(0);
  });

  it('is nobody else’s', async () => {
    expect((await municipal.call('GET', `/api/commitment-sheets/${sheet.id}`)).status).toBe(404);
    expect((await municipal.call('GET', '/api/commitment-sheets')).body.items).toEqual([]);
    expect((await ministry.call('GET', '/api/commitment-sheets')).body.items).toHaveLength(1);
  });

  it('enters nothing while something is open', async () => {
    expect((await on(ministry, sheet, 'import')).body.code).toBe('registering.still-open');
    expect(await commitments()).toBe(0);
  });

  it('is settled by accepting what is proposed, and then comes in whole', async () => {
    const settled = await on(ministry, sheet, 'resolutions', { acceptProposed: true });
    expect(settled.body).toMatchObject({ problems: [], counts: { create: 40, skipped: 1 } });
    expect((await on(ministry, sheet, 'resolutions', { acceptProposed: true })).status).toBe(412);
    sheet = settled.body;
    const done = await on(ministry, sheet, 'import');
    expect(done.body).toMatchObject({ standing: 'applied', added: 40 });
    sheet = done.body;
    expect(await commitments()).toBe(40);
    const [one] = await world.database.owner
      .selectFrom('commitment')
      .selectAll()
      .where('agreement_id', '=', agreementId)
      .where('what', 'like', 'Abrir el centro número 5 %')
      .execute();
    expect(one).toMatchObject({
      standing: 'agreed',
      due_on: '2027-06-30',
      origin: 'import',
      is_public: true,
    });
  });

  it('doubles nothing when it is sent again, and knows the names that were resolved', async () => {
    const again = await open(ministry, messyList);
    expect(again.body.problems.map((one: { code: string }) => one.code)).not.toContain('unknown-party');
    const settled = await on(ministry, again.body, 'resolutions', { acceptProposed: true });
    expect(settled.body.counts).toMatchObject({ create: 0, same: 41 });
    expect((await on(ministry, settled.body, 'import')).body.code).toBe('registering.nothing-to-do');
    expect(await commitments()).toBe(40);
  });

  it('is taken back whole by one act, once', async () => {
    const undone = await on(ministry, sheet, 'revocation');
    expect([undone.status, undone.body.standing]).toEqual([200, 'revoked']);
    expect(await commitments()).toBe(0);
    expect((await world.visitor('GET', '/api/search?text=abrir%20centro')).body.items).toEqual([]);
    expect((await on(ministry, undone.body, 'revocation')).body.code).toBe('registering.not-applied');
  });
});

describe('the columns of a list', () => {
  const plain = 'Algo;Quien;Fecha\nAbrir;Ministerio de ejemplo;30/6/2027\n';
  const columns = { what: 0, obligor: 1, due: 2 };

  it('are told apart by a person, and known the next time', async () => {
    const opened = await open(ministry, plain);
    const mapping = { sheet: opened.body.mapping?.sheet ?? 'matriz', headerRow: 1, columns };
    const mapped = await ministry.call('PUT', `/api/commitment-sheets/${opened.body.id}/mapping`, {
      version: opened.body.version,
      body: mapping,
    });
    expect(mapped.body.problems.map((one: { code: string }) => one.code)).toEqual([
      'no-beneficiary',
      'no-proof',
    ]);
    expect((await open(ministry, plain.replace('Abrir', 'Cerrar'))).body).toMatchObject({
      isRemembered: true,
      mapping: { columns: { what: 0 } },
    });
    const twice = await ministry.call('PUT', `/api/commitment-sheets/${opened.body.id}/mapping`, {
      version: mapped.body.version,
      body: { ...mapping, columns: { what: 0, obligor: 0 } },
    });
    expect(twice.body.code).toBe('registering.no-such-column');
  });

  it('are not found in a file that is no list, and it is said', async () => {
    expect((await open(ministry, 'Estimados:\nAdjunto lo conversado.\n')).body.counts.create).toBe(0);
  });
});

describe('whose commitments a list may hold', () => {
  it('is those for whom whoever sends it acts: others are named and left out', async () => {
    const list =
      'Compromiso;Responsable;Para quién;Plazo;Evidencia\nAbrir;Comuna de ejemplo;Comité local de Santa Fe;30/6/2027;Acta\n';
    const opened = await open(ministry, list, '');
    expect(opened.body.problems).toMatchObject([{ code: 'not-yours', rows: [2] }]);
    const other = await open(municipal, list, '');
    const done = await on(municipal, other.body, 'import');
    expect(done.body).toMatchObject({ standing: 'applied', added: 1 });
  });

  it('is questioned where its text seems to hold somebody’s number', async () => {
    const list =
      'Compromiso;Responsable;Para quién;Plazo;Evidencia\nLlamar al 6123-4567;Comuna de ejemplo;Comité local de Santa Fe;30/6/2027;Acta\n';
    expect((await open(municipal, list, '')).body.problems).toMatchObject([{ code: 'personal-text' }]);
  });
});
