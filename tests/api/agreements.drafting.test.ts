import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';
import { keepTemplate, smallTemplate } from '../agreement-template.ts';

let world: World;
let national: Holder;
let ministry: Holder;
let municipal: Holder;
let stranger: Holder;
let auditor: Holder;
let ministryId: string;
let municipalityId: string;
let committeeId: string;

beforeAll(async () => {
  world = await makeWorld();
  ministryId = await world.organisation('Ministerio de ejemplo', 'XA');
  municipalityId = await world.organisation('Comuna de ejemplo', '0101');
  committeeId = await world.structure('Comité local de Santa Fe', '0101');
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  ministry = await world.holder('enlace', [
    { role: 'institutional-focal-point', code: 'XA', organisationId: ministryId },
  ]);
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  stranger = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  auditor = await world.holder('contralora', [{ role: 'auditor', code: 'XA' }]);
  await keepTemplate(world, smallTemplate);
  await keepTemplate(world, { ...smallTemplate, id: 'xa-biblioteca', isEngine: false });
});
afterAll(() => world.stop());

const written = (more: object = {}) => ({
  templateId: 'xa-convenio',
  territory: 'XA',
  title: 'Convenio de prevención en Santa Fe',
  object: 'prevenir la violencia juvenil',
  territories: ['XA-0101'],
  noNeedReason: 'El diagnóstico está en curso',
  parties: [
    { organisationId: ministryId, role: 'lead' },
    { organisationId: municipalityId, role: 'obligor', representativeOffice: 'Alcaldía' },
  ],
  ...more,
});
const create = (who: Holder, more: object = {}) =>
  who.call('POST', '/api/agreements', { body: written(more) });

describe('a draft', () => {
  it('is made by whoever may act for one of its parties, or oversees it, and by nobody else', async () => {
    expect((await world.visitor('POST', '/api/agreements', { body: {} })).status).toBe(401);
    expect((await create(stranger)).status).toBe(403);
    for (const who of [ministry, municipal, national]) expect((await create(who)).status).toBe(201);
  });

  it('comes with the clauses that its instrument requires or recommends, filled in', async () => {
    const { id } = (await create(ministry)).body;
    const { body } = await municipal.call('GET', `/api/agreements/${id}`);
    expect(body).toMatchObject({
      standing: 'draft',
      kind: 'specific',
      termMonths: 24,
      cureDays: 30,
      isPublic: false,
      territories: [{ reference: 'XA-0101' }],
      acts: [{ act: 'drafted', to: 'draft' }],
      abilities: ['work'],
      template: { basis: [{ norm: 'Ley de ejemplo', article: null, verified: false }] },
    });
    expect(body.clauses.map((one: { type: string }) => one.type)).toEqual([
      'object',
      'party-obligations',
      'term',
      'funding',
      'scope',
      'breach',
    ]);
    expect(body.clauses[0].body).toBe(
      'El objeto es prevenir la violencia juvenil, entre Ministerio de ejemplo y Comuna de ejemplo.',
    );
    expect(body.clauses[1].body).toBe('Las partes se comprometen a el cuadro de compromisos.');
    expect(body.clauses[4].gaps).toEqual(['target-population']);
    expect(body.clauses[2].body).toMatch(/^Rige 24 meses, hasta el día en que se cumpla ese plazo, en /);
    expect(body.clauses[5].body).toContain('30 días');
    expect(body.hash).toMatch(/^[0-9a-f]{64}$/);
    const other = await ministry.call('GET', `/api/agreements/${id}`);
    expect(other.body.hash).toBe(body.hash);
  });

  it('is nobody’s to read but its parties’, those who oversee it and those who see what is unpublished', async () => {
    const { id } = (await create(ministry, { title: 'Convenio reservado' })).body;
    for (const call of [world.visitor, stranger.call]) {
      expect((await call('GET', `/api/agreements/${id}`)).status).toBe(404);
      expect((await call('GET', '/api/agreements?text=reservado')).body).toMatchObject({
        items: [],
        count: 0,
      });
    }
    expect((await auditor.call('GET', `/api/agreements/${id}`)).body).toMatchObject({
      hash: null,
      abilities: [],
    });
    expect((await municipal.call('GET', '/api/agreements?text=reservado')).body.count).toBe(1);
    expect((await world.visitor('GET', '/api/search?text=convenio%20reservado')).body.items).toEqual([]);
  });

  it('says what is wrong with it', async () => {
    const code = async (more: object) => (await create(ministry, more)).body.code;
    expect(await code({ templateId: 'nada' })).toBe('agreements.template-not-found');
    expect(await code({ templateId: 'xa-biblioteca' })).toBe('agreements.only-a-library');
    const twice = { organisationId: ministryId, role: 'lead' };
    expect(await code({ parties: [twice, twice] })).toBe('agreements.party-twice');
    const unknown = '00000000-0000-7000-8000-000000000001';
    expect(await code({ parties: [twice, { organisationId: unknown, role: 'obligor' }] })).toBe(
      'agreements.holder-not-found',
    );
    expect(await code({ needIds: [unknown], noNeedReason: null })).toBe('agreements.need-not-found');
    expect(await code({ lineIds: [unknown] })).toBe('agreements.line-not-found');
    expect(await code({ parentId: unknown })).toBe('agreements.parent-not-found');
    expect(await code({ object: 'Atender a la señora de cédula 8-123-4567' })).toBe(
      'actors.personal-in-text',
    );
    const faults = await create(ministry, { termMonths: 60, endsOn: '2026-01-01' });
    expect(faults.body.problems.map((one: { code: string }) => one.code)).toEqual([
      'agreements.two-terms',
      'agreements.ends-in-the-past',
    ]);
    expect((await create(ministry, { termMonths: 60 })).body).toMatchObject({
      code: 'agreements.incomplete',
      problems: [{ field: 'termMonths' }],
    });
    const foreign = { ...twice, representativeId: municipal.personId };
    expect((await create(ministry, { parties: [foreign] })).body.problems).toMatchObject([
      { code: 'agreements.signs-for-another' },
    ]);
    const both = { organisationId: ministryId, structureId: committeeId, role: 'lead' };
    expect((await create(ministry, { parties: [both] })).status).toBe(422);
  });
});

describe('a party that is merged', () => {
  it('stays in its agreements as what it became, and is itself again when that is undone', async () => {
    const twin = await world.organisation('Comuna de ejemplo, repetida', '0101');
    const parties = [
      { organisationId: ministryId, role: 'lead' },
      { organisationId: twin, role: 'obligor' },
    ];
    const { id } = (await create(ministry, { title: 'Convenio con una repetida', parties })).body;
    const holders = async () =>
      (await national.call('GET', `/api/agreements/${id}`)).body.parties.map((one: { id: string }) => one.id);
    const seen = () =>
      world.database.owner
        .selectFrom('agreement')
        .select('parties')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
    const body = { kind: 'organisation', keptId: municipalityId, absorbedId: twin };
    const merged = await national.call('POST', '/api/merges', { body });
    expect(merged.status).toBe(201);
    expect(await holders()).toEqual([ministryId, municipalityId]);
    expect((await seen()).parties).toEqual([ministryId, municipalityId]);
    expect((await national.call('POST', `/api/merges/${merged.body.id}/undoing`)).status).toBe(200);
    expect(await holders()).toEqual([ministryId, twin]);
    expect((await seen()).parties).toEqual([ministryId, twin]);
  });
});

describe('agreements', () => {
  it('are listed the latest first, page by page, by kind, party and place, and written to a file', async () => {
    const parties = [{ structureId: committeeId, role: 'lead' }];
    for (const title of ['Uno del comité', 'Dos del comité', 'Tres del comité'])
      await create(municipal, { title, parties, territory: 'XA-0101' });
    const list = (query: string) => municipal.call('GET', `/api/agreements?party=${committeeId}&${query}`);
    const titles: string[] = [];
    let after = '';
    do {
      const page = await list(`limit=1${after && `&after=${after}`}`);
      expect(page.body.count).toBe(3);
      titles.push(...page.body.items.map((one: { title: string }) => one.title));
      after = page.body.next ?? '';
    } while (after !== '');
    expect(titles).toEqual(['Tres del comité', 'Dos del comité', 'Uno del comité']);
    expect((await list('territory=XA-01&kind=specific&standing=draft')).body.count).toBe(3);
    expect((await list('territory=XA-02')).body.count).toBe(0);
    expect((await list('standing=in-force')).body.count).toBe(0);
    expect((await list('ending=90')).body.count).toBe(0);
    expect((await list('after=hola')).status).toBe(422);
    const file = await municipal.call('GET', `/api/agreements/export?party=${committeeId}&format=csv`);
    expect(file.text.match(/del comité/g)).toHaveLength(3);
  });
});
