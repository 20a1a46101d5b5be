import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let national: Holder;
let municipal: Holder;
let institution: Holder;
let owner: string;
let ministry: string;

const levels = [
  { es: 'Eje', en: 'Axis', kind: 'axis' },
  { es: 'Línea de acción', en: 'Line of action', kind: 'line' },
];
const written = (more: object = {}) => ({
  territory: 'XA',
  organisationId: owner,
  title: 'Estrategia de convivencia',
  adoptingAct: 'Decreto 4',
  adoptingActOn: '2025-03-01',
  periodFrom: '2025-01-01',
  periodTo: '2030-12-31',
  levels,
  ...more,
});

beforeAll(async () => {
  world = await makeWorld();
  owner = await world.organisation('Ministerio de la Paz de ejemplo', 'XA');
  ministry = await world.organisation('Ministerio de Educación de ejemplo', 'XA');
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  institution = await world.holder('enlace', [
    { role: 'institutional-focal-point', code: 'XA', organisationId: ministry },
  ]);
});
afterAll(() => world.stop());

// startStrategyVersion is '/versions', addStrategyElement '/elements', moveStrategyElement '/place',
// openStrategyConsultation '/consultation', closeStrategyConsultation '/consultation-closing', abandonStrategyVersion '/abandonment',
// listStrategyRemarks and remarkOnStrategy '/remarks', answerStrategyRemark '/answer', compareStrategyVersions '/strategy-comparisons'.
type Body = Readonly<Record<string, unknown>>;
const post = (who: Holder, path: string, body: Body = {}, version?: number) =>
  who.call('POST', path, { body, ...(version === undefined ? {} : { version }) });
const made = async (answer: ReturnType<typeof post>) => {
  const found = await answer;
  if (found.status >= 300) throw new Error(`${found.status} ${found.text}`);
  return found.body;
};
const versionOf = async (id: string, who = national) =>
  (await who.call('GET', `/api/strategy-versions/${id}`)).body;
const add = (versionId: string, body: Body) =>
  made(post(national, `/api/strategy-versions/${versionId}/elements`, body));
const approval = { body: 'Gabinete', act: 'Decreto 4', on: '2026-03-01', validFrom: '2026-03-02' };

/** A strategy with an axis and two lines, still a draft. */
async function draft(title: string, more: Body = {}) {
  const { id, versionId } = await made(post(national, '/api/strategies', written({ title, ...more })));
  const axis = await add(versionId, { code: '1', title: 'Escuelas que protegen' });
  const line = await add(versionId, {
    code: '1.1',
    title: 'Acompañar la permanencia',
    parentId: axis.id,
    roles: [{ organisationId: ministry, role: 'lead' }],
    inspire: ['education'],
    indicators: [
      {
        title: 'Escuelas con ruta',
        unit: 'escuelas',
        baselineValue: 3,
        baselineYear: 2024,
        targets: [{ year: 2028, value: 40 }],
      },
    ],
  });
  const other = await add(versionId, { code: '1.2', title: 'Abrir patios', parentId: axis.id });
  return { id, versionId, axis, line, other };
}

/** The same, approved. */
async function approvedStrategy(title: string) {
  const made_ = await draft(title);
  await made(post(national, `/api/strategy-versions/${made_.versionId}/approval`, approval, 1));
  return made_;
}

describe('a strategy that is being written', () => {
  it('is known only to those who write it', async () => {
    for (const who of [municipal, institution])
      expect((await post(who, '/api/strategies', written())).status).toBe(403);
    expect((await world.visitor('POST', '/api/strategies', { body: written() })).status).toBe(401);
    const { id, versionId, line } = await draft('Estrategia que se escribe');
    for (const call of [world.visitor, municipal.call, institution.call]) {
      expect((await call('GET', `/api/strategies/${id}`)).status).toBe(404);
      expect((await call('GET', `/api/strategy-versions/${versionId}`)).status).toBe(404);
      expect((await call('GET', `/api/strategy-versions/${versionId}/export`)).status).toBe(404);
      expect((await call('GET', `/api/strategy-lines/${line.threadId}`)).status).toBe(404);
      expect((await call('GET', '/api/strategies')).text).not.toContain('se escribe');
    }
    const version = await versionOf(versionId);
    expect(version.elements).toMatchObject([
      { kind: 'axis', level: 1 },
      { kind: 'line', level: 2, lead: [{ id: ministry }], indicators: [{ baselineValue: 3 }] },
      { kind: 'line', code: '1.2' },
    ]);
    const twice = await post(national, '/api/strategies', written({ title: 'ESTRATEGIA que se escribe' }));
    expect(twice.body.code).toBe('strategy.looks-alike');
  });

  it('says what is wrong with it, each with its field', async () => {
    const refused = await post(
      national,
      '/api/strategies',
      written({
        title: 'Mal hecha',
        periodTo: '2024-01-01',
        adoptingActOn: '2999-01-01',
        levels: [{ es: 'Eje', en: 'Axis', kind: 'axis' }],
      }),
    );
    expect(refused.body.code).toBe('strategy.incomplete');
    expect(refused.body.problems.map((one: { field: string }) => one.field)).toEqual([
      'levels',
      'periodTo',
      'adoptingActOn',
    ]);
    const unknown = written({ title: 'De nadie', organisationId: '00000000-0000-7000-8000-000000000001' });
    expect((await post(national, '/api/strategies', unknown)).body.code).toBe('strategy.owner-not-found');
  });

  it('refuses a target outside the period, a code twice, and a parent of another version', async () => {
    const one = await draft('Con faltas');
    const two = await draft('Con otras faltas');
    const elements = `/api/strategy-versions/${one.versionId}/elements`;
    const late = [{ title: 'Patios', unit: 'patios', targets: [{ year: 2031, value: 3 }] }];
    const outside = await post(national, elements, {
      parentId: one.axis.id,
      title: 'Línea con meta tardía',
      indicators: late,
    });
    expect(outside).toMatchObject({ status: 422, body: { code: 'strategy.incomplete' } });
    expect(outside.body.problems[0]).toMatchObject({ code: 'strategy.target-outside-period' });
    const twice = await post(national, elements, { parentId: one.axis.id, code: '1.1', title: 'Otra' });
    expect(twice.body.code).toBe('strategy.code-twice');
    const elsewhere = await post(national, elements, { parentId: two.axis.id, title: 'De otra versión' });
    expect(elsewhere.body.code).toBe('strategy.parent-elsewhere');
    const tooDeep = await post(national, elements, { parentId: one.line.id, title: 'Debajo de una línea' });
    expect(tooDeep.body.code).toBe('strategy.too-deep');
  });

  it('is changed, moved and cut element by element, at the version that was seen', async () => {
    const { versionId, axis, line, other } = await draft('Que se mueve');
    const put = (version: number, title: string) =>
      national.call('PUT', `/api/strategy-elements/${other.id}`, { version, body: { code: '1.2', title } });
    expect((await put(1, 'Abrir patios y canchas')).body).toMatchObject({ version: 2 });
    expect((await put(2, 'Abrir patios y canchas')).body).toMatchObject({ version: 2 });
    expect((await put(1, 'Tarde')).status).toBe(412);
    const place = (id: string, body: Body, version: number) =>
      post(national, `/api/strategy-elements/${id}/place`, body, version);
    const second = await add(versionId, { code: '2', title: 'Otro eje' });
    expect((await place(axis.id, { parentId: line.id, position: 0 }, 1)).body.code).toBe(
      'strategy.under-itself',
    );
    expect((await place(second.id, { parentId: axis.id, position: 0 }, 1)).body.code).toBe(
      'strategy.other-level',
    );
    expect((await place(other.id, { parentId: axis.id, position: 0 }, 2)).status).toBe(200);
    const titles = async () =>
      (await versionOf(versionId)).elements.map((one: { title: string }) => one.title);
    expect((await titles()).slice(1, 3)).toEqual(['Abrir patios y canchas', 'Acompañar la permanencia']);
    expect((await place(other.id, { parentId: second.id, position: 0 }, 3)).status).toBe(200);
    expect((await titles()).at(-1)).toBe('Abrir patios y canchas');
    expect((await municipal.call('DELETE', `/api/strategy-elements/${axis.id}`, { version: 1 })).status).toBe(
      404,
    );
    expect((await national.call('DELETE', `/api/strategy-elements/${axis.id}`, { version: 1 })).status).toBe(
      200,
    );
    expect(await titles()).toEqual(['Otro eje', 'Abrir patios y canchas']);
  });

  it('is corrected, but its levels only while nothing stands on them', async () => {
    const { id } = await draft('Que se corrige');
    const put = (version: number, more: Body) => {
      const { territory: _territory, ...body } = written({ title: 'Que se corrigió', ...more });
      return national.call('PUT', `/api/strategies/${id}`, { version, body });
    };
    expect((await put(1, {})).status).toBe(200);
    const [axis, line] = levels;
    const deeper = [axis, { es: 'Objetivo', en: 'Objective', kind: 'objective' }, line];
    expect((await put(2, { levels: deeper })).body.code).toBe('strategy.levels-in-use');
    expect((await put(1, {})).status).toBe(412);
  });

  it('is given up with a reason', async () => {
    const { id, versionId } = await draft('Que se deja');
    const given = await post(
      national,
      `/api/strategy-versions/${versionId}/abandonment`,
      { reason: 'Cambió el gobierno' },
      1,
    );
    expect(given.status).toBe(200);
    const next = await made(post(national, `/api/strategies/${id}/versions`));
    expect(await versionOf(next.id)).toMatchObject({ number: 2, standing: 'draft', elements: [] });
    expect((await post(national, `/api/strategies/${id}/versions`)).body.code).toBe('strategy.version-open');
  });
});

describe('consultation', () => {
  it('is open between its days to everybody with an account, on the very element, and is answered', async () => {
    const { versionId, line } = await draft('Que se consulta');
    const path = `/api/strategy-versions/${versionId}`;
    const open = (from: string, to: string) => post(national, `${path}/consultation`, { from, to }, 1);
    const backwards = await open('2026-03-20', '2026-03-10');
    expect(backwards.body.problems).toMatchObject([{ code: 'strategy.ends-before-it-begins', field: 'to' }]);
    expect((await open('2026-03-01', '2026-03-05')).body.code).toBe('strategy.consultation-dates');
    expect((await open('2026-03-09', '2026-03-20')).status).toBe(200);

    expect((await world.visitor('GET', path)).status).toBe(404);
    expect((await versionOf(versionId, institution)).standing).toBe('consultation');
    const still = await national.call('PUT', `/api/strategy-elements/${line.id}`, {
      version: 1,
      body: { title: 'Otra cosa' },
    });
    expect(still.body.code).toBe('strategy.not-as-it-stands');

    const remarks = `${path}/remarks`;
    expect((await world.visitor('GET', remarks)).status).toBe(401);
    const text = 'Falta decir cómo participan las familias';
    const remark = await made(post(institution, remarks, { elementId: line.id, text }));
    const wrong = { elementId: '00000000-0000-7000-8000-000000000001', text };
    expect((await post(institution, remarks, wrong)).body.code).toBe('strategy.element-not-found');
    const answer = (who: Holder) =>
      post(who, `/api/strategy-remarks/${remark.id}/answer`, { answer: 'Se agrega a la línea 1.1' }, 1);
    expect((await answer(institution)).status).toBe(403);
    expect((await answer(national)).status).toBe(200);
    expect((await answer(national)).status).toBe(412);
    const heard = (await municipal.call('GET', remarks)).body;
    expect(heard).toMatchObject({
      mayRemark: true,
      abilities: [],
      items: [
        {
          body: text,
          answer: 'Se agrega a la línea 1.1',
          organisation: { id: ministry },
          element: { id: line.id },
          isOwn: false,
        },
      ],
    });
    expect((await post(national, `${path}/approval`, approval, 2)).body.code).toBe(
      'strategy.not-as-it-stands',
    );
    expect((await post(national, `${path}/consultation-closing`, {}, 2)).status).toBe(200);
    expect(await versionOf(versionId)).toMatchObject({ standing: 'draft', consultationTo: '2026-03-10' });
    expect((await versionOf(versionId, institution)).code).toBe('strategy.version-not-found');
    expect((await post(national, remarks, { text })).body.code).toBe('strategy.no-consultation');
  });
});

describe('approval', () => {
  it('takes a named act with its body and day, and at least one line', async () => {
    const { versionId } = await draft('Que se aprueba');
    const approve = (body: Body) => post(national, `/api/strategy-versions/${versionId}/approval`, body, 1);
    const bare = await approve({});
    expect(bare.body.problems.map((one: { field: string }) => one.field)).toEqual([
      'body',
      'act',
      'on',
      'validFrom',
    ]);
    expect((await approve({ ...approval, on: '2999-01-01' })).body.problems).toMatchObject([
      { code: 'strategy.day-to-come' },
    ]);
    expect((await approve(approval)).status).toBe(200);
    const empty = await made(post(national, '/api/strategies', written({ title: 'Vacía' })));
    const refused = await post(national, `/api/strategy-versions/${empty.versionId}/approval`, approval, 1);
    expect(refused.body.code).toBe('strategy.empty');
  });

  it('makes a version everybody’s, and nothing of it is changed any more through any door', async () => {
    const { id, versionId, axis, line } = await approvedStrategy('Que rige');
    const seen = (await world.visitor('GET', `/api/strategy-versions/${versionId}`)).body;
    expect(seen).toMatchObject({ standing: 'approved', isCurrent: true, approvingAct: 'Decreto 4' });
    expect((await world.visitor('GET', '/api/search?text=que%20rige')).body.items).toMatchObject([{ id }]);
    const doors = [
      post(national, `/api/strategy-versions/${versionId}/elements`, { title: 'Otro eje' }),
      national.call('PUT', `/api/strategy-elements/${line.id}`, { version: 1, body: { title: 'Otra cosa' } }),
      post(national, `/api/strategy-elements/${line.id}/place`, { parentId: axis.id, position: 1 }, 1),
      national.call('DELETE', `/api/strategy-elements/${axis.id}`, { version: 1 }),
      post(national, `/api/strategy-versions/${versionId}/approval`, approval, 2),
      post(national, `/api/strategy-versions/${versionId}/abandonment`, { reason: 'Porque sí' }, 2),
    ];
    for (const door of doors) expect((await door).body.code).toBe('strategy.approved-stays');
    const { owner: database } = world.database;
    await expect(
      database
        .updateTable('strategy_version')
        .set({ approving_act: 'Otro' })
        .where('id', '=', versionId)
        .execute(),
    ).rejects.toThrow('never changed');
    const after = (await world.visitor('GET', `/api/strategy-versions/${versionId}`)).body;
    expect(after.elements).toEqual(seen.elements);
    const { territory: _territory, ...body } = written({ title: 'Que rige', periodTo: '2031-12-31' });
    const longer = await national.call('PUT', `/api/strategies/${id}`, { version: 1, body });
    expect(longer.body.code).toBe('strategy.approved-stays');
  });

  it('is followed by another version, which is told apart element by element', async () => {
    const { id, versionId, line, other } = await approvedStrategy('Que sigue');
    const next = await made(post(national, `/api/strategies/${id}/versions`));
    const copy = await versionOf(next.id);
    const find = (threadId: string) =>
      copy.elements.find((one: { threadId: string }) => one.threadId === threadId);
    await national.call('PUT', `/api/strategy-elements/${find(line.threadId).id}`, {
      version: 1,
      body: { code: '1.1', title: 'Sostener la permanencia', inspire: ['education', 'parents'] },
    });
    await national.call('DELETE', `/api/strategy-elements/${find(other.threadId).id}`, { version: 1 });
    await add(next.id, { code: '1.3', title: 'Escuchar a las familias', parentId: copy.elements[0].id });
    const comparison = `/api/strategy-comparisons?from=${versionId}&to=${next.id}`;
    expect((await world.visitor('GET', comparison)).status).toBe(404);
    const early = { ...approval, validFrom: '2026-03-02' };
    const approve = (body: Body) => post(national, `/api/strategy-versions/${next.id}/approval`, body, 1);
    expect((await approve(early)).body.problems).toMatchObject([{ code: 'strategy.valid-too-early' }]);
    expect((await approve({ ...approval, validFrom: '2026-03-09' })).status).toBe(200);

    const { versions } = (await world.visitor('GET', `/api/strategies/${id}`)).body;
    expect(versions).toMatchObject([
      { number: 2, standing: 'approved', isCurrent: true },
      { number: 1, standing: 'superseded', validTo: '2026-03-08', isCurrent: false },
    ]);
    const { counts, items } = (await world.visitor('GET', comparison)).body;
    expect(counts).toEqual({ kept: 1, changed: 1, new: 1, ended: 1 });
    expect(items.find((one: { outcome: string }) => one.outcome === 'changed')).toMatchObject({
      fields: ['title', 'inspire', 'roles', 'indicators'],
      before: { title: 'Acompañar la permanencia' },
      after: { title: 'Sostener la permanencia' },
    });
    const strange = await draft('De otra estrategia');
    const mixed = `/api/strategy-comparisons?from=${versionId}&to=${strange.versionId}`;
    expect((await national.call('GET', mixed)).body.code).toBe('strategy.other-strategy');
  });

  it('leaves what was aligned to a line that ended on a list, for those who may see it', async () => {
    const { id, other } = await approvedStrategy('Que termina una línea');
    const commitment = (what: string, isPublic: boolean) =>
      align(other.threadId, { what, is_public: isPublic });
    await commitment('Abrir diez patios', true);
    await commitment('Abrir un patio reservado', false);
    const list = async (call = world.visitor) => (await call('GET', '/api/ended-alignments?country=XA')).body;
    expect((await list()).items).toEqual([]);
    const line = (await world.visitor('GET', `/api/strategy-lines/${other.threadId}`)).body;
    expect(line.aligned).toMatchObject([{ kind: 'commitment', title: 'Abrir diez patios' }]);
    const next = await made(post(national, `/api/strategies/${id}/versions`));
    const copy = (await versionOf(next.id)).elements.find(
      (one: { threadId: string }) => one.threadId === other.threadId,
    );
    await national.call('DELETE', `/api/strategy-elements/${copy.id}`, { version: 1 });
    const path = `/api/strategy-versions/${next.id}/approval`;
    await made(post(national, path, { ...approval, validFrom: '2026-03-09' }, 1));
    expect((await list()).items).toMatchObject([
      {
        kind: 'commitment',
        title: 'Abrir diez patios',
        of: 'Ministerio de Educación de ejemplo',
        territory: { reference: 'XA-0101' },
        line: { threadId: other.threadId, title: 'Abrir patios' },
      },
    ]);
    expect((await list(national.call)).items).toHaveLength(2);
  });
});

async function align(threadId: string, more: { what: string; is_public: boolean }): Promise<void> {
  const territory = await world.territory('0101');
  await world.database.owner
    .insertInto('commitment')
    .values({
      id: crypto.randomUUID(),
      country: 'XA',
      territory_id: territory,
      thread_id: threadId,
      obligor_organisation_id: ministry,
      proof: 'Acta con fotografías',
      due_on: '2026-12-01',
      standing: 'agreed',
      no_need_reason: 'Prueba',
      parties: [ministry],
      party_territories: [await world.territory('XA')],
      obliged: [ministry],
      ...more,
    })
    .execute();
}
