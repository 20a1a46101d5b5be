import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standingOf, type NeedAct } from '#domain/diagnosis/need-standing.ts';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let national: Holder;
let municipal: Holder;
let neighbour: Holder;
let secretary: Holder;
let focalPoint: Holder;
let structureId: string;

beforeAll(async () => {
  world = await makeWorld();
  structureId = await world.structure('Comité local de Santa Fe', '0101');
  const institution = await world.organisation('Ministerio de ejemplo', 'XA');
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  neighbour = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  secretary = await world.holder('comite', [{ role: 'committee-secretary', code: '0101', structureId }]);
  focalPoint = await world.holder('enlace', [
    { role: 'institutional-focal-point', code: 'XA', organisationId: institution },
  ]);
});
afterAll(() => world.stop());

const written = (more: object = {}) => ({
  problem: 'Riñas entre jóvenes a la salida de los colegios',
  groups: ['young-people', 'women'],
  violence: 'youth',
  sourceKind: 'meeting',
  sourceTitle: 'Acta 4 del comité local',
  sourceDate: '2026-03-01',
  prioritisedOn: '2026-03-02',
  structureId,
  priority: 'high',
  priorityReason: 'Cada semana hay heridos',
  ...more,
});
const create = (who: Holder, more: object = {}, territory = 'XA-0101') =>
  who.call('POST', '/api/needs', { body: { territory, ...written(more) } });
// publishNeed is 'publication', meetNeed 'attention', withdrawNeed 'withdrawal', reopenNeed 'reopening', annulNeed 'annulment'.
const act = (who: Holder, id: string, deed: string, version: number, body: object = {}) =>
  who.call('POST', `/api/needs/${id}/${deed}`, { version, body });
const shown = async (id: string) => (await world.visitor('GET', `/api/needs/${id}`)).body;

describe('a need', () => {
  it('is entered without a diagnosis by those who coordinate the place or keep a committee there, and by nobody else', async () => {
    for (const who of [neighbour, focalPoint]) expect((await create(who)).status).toBe(403);
    expect((await world.visitor('POST', '/api/needs', { body: {} })).status).toBe(401);
    const made = await create(secretary);
    expect([made.status, made.body]).toMatchObject([201, { version: 1 }]);
    expect(await shown(made.body.id)).toMatchObject({
      groups: ['women', 'young-people'],
      structure: { id: structureId, name: 'Comité local de Santa Fe' },
      standing: 'current',
      territory: { reference: 'XA-0101' },
      acts: [{ act: 'published', reason: null }],
      abilities: [],
      example: false,
    });
    expect((await focalPoint.call('GET', `/api/needs/${made.body.id}`)).status).toBe(200);
    const found = await world.visitor('GET', '/api/search?text=rinas%20colegios');
    expect(found.body.items).toMatchObject([{ kind: 'need', id: made.body.id }]);
  });

  it('says every fault at once, each with its field', async () => {
    const refused = await create(municipal, {
      groups: ['other'],
      factor: 'Canchas sin luz',
      sourceAddress: 'javascript:alert(1)',
      sourceDate: '2999-01-01',
      prioritisedOn: '2999-01-01',
      structureId: null,
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'diagnosis.need-incomplete' } });
    expect(refused.body.problems.map((one: { field: string }) => one.field)).toEqual([
      'groupWords',
      'factorEffect',
      'sourceAddress',
      'sourceDate',
      'prioritisedOn',
      'prioritisedBy',
    ]);
  });

  it('asks before a text with somebody’s data in it is kept', async () => {
    const problem = 'Amenazas a la señora de cédula 8-123-4567';
    const refused = await create(municipal, { problem });
    expect(refused).toMatchObject({ status: 409, body: { code: 'actors.personal-in-text' } });
    expect(refused.body.problems).toMatchObject([{ field: 'problem' }]);
    expect(refused.text).not.toContain('8-123-4567');
  });

  it('is prioritised by somebody who is there', async () => {
    const unknown = await create(municipal, { structureId: '00000000-0000-7000-8000-000000000001' });
    expect(unknown.body).toMatchObject({ code: 'diagnosis.prioritiser-not-found', field: 'structureId' });
    const office = { structureId: null, office: 'Alcaldía', problem: 'Robos en la terminal' };
    expect((await create(municipal, office)).status).toBe(201);
  });

  it('is not entered twice under words alike, unless that is confirmed', async () => {
    const problem = 'RINAS ENTRE JOVENES A LA SALIDA DE COLEGIOS';
    expect((await create(municipal, { problem })).body.code).toBe('diagnosis.looks-alike');
    expect((await create(municipal, { problem, confirmNew: true })).status).toBe(201);
  });

  it('is corrected at the version that was seen, and says what changed', async () => {
    const { id } = (await create(municipal, { problem: 'Violencia en el hogar sin denuncia' })).body;
    const body = written({ problem: 'Violencia en el hogar que no se denuncia', violence: 'domestic' });
    const put = (version: number, who = municipal) => who.call('PUT', `/api/needs/${id}`, { version, body });
    expect((await put(1, neighbour)).status).toBe(403);
    expect((await put(1)).body).toEqual({ id, version: 2 });
    expect((await put(2)).body).toEqual({ id, version: 2 });
    const stale = await put(1);
    expect(stale).toMatchObject({ status: 412, body: { current: { violence: 'domestic' } } });
    expect((await shown(id)).acts[0]).toMatchObject({ act: 'corrected', fields: ['problem', 'violence'] });
    const unconditional = await municipal.call('PUT', `/api/needs/${id}`, { body });
    expect(unconditional.status).toBe(428);
  });

  it('is a draft that only its editors know of until it is published', async () => {
    const made = await create(secretary, { problem: 'Trata en la frontera', isDraft: true });
    const { id } = made.body;
    for (const call of [world.visitor, neighbour.call, focalPoint.call]) {
      expect((await call('GET', `/api/needs/${id}`)).status).toBe(404);
      expect((await call('GET', '/api/needs?standing=draft')).body.items).toEqual([]);
    }
    expect((await world.visitor('GET', '/api/search?text=trata%20frontera')).body.items).toEqual([]);
    expect((await municipal.call('GET', '/api/needs?standing=draft')).body).toMatchObject({ count: 1 });
    expect((await act(municipal, id, 'attention', 1, { on: '2026-03-03', reason: 'Listo' })).status).toBe(
      409,
    );
    expect((await act(municipal, id, 'publication', 1)).status).toBe(200);
    const need = await shown(id);
    expect(need.standing).toBe('current');
    expect(need.acts.map((one: { act: string }) => one.act)).toEqual(['published']);
    const own = await municipal.call('GET', `/api/needs/${id}`);
    expect(own.body.acts.map((one: { act: string }) => one.act)).toEqual(['published', 'drafted']);
  });

  it('is met, reopened, withdrawn and annulled with a reason, and stands as what was done to it says', async () => {
    const { id } = (await create(municipal, { problem: 'Extorsión a comercios' })).body;
    const dated = { on: '2026-03-03', reason: 'La encuesta de abril ya no lo nombra' };
    expect((await act(neighbour, id, 'attention', 1, dated)).status).toBe(403);
    expect((await act(municipal, id, 'attention', 1, { ...dated, on: '2999-01-01' })).status).toBe(422);
    expect((await act(municipal, id, 'attention', 1, dated)).status).toBe(200);
    expect((await act(municipal, id, 'withdrawal', 2, dated)).body.code).toBe('diagnosis.not-as-it-stands');
    expect((await act(municipal, id, 'reopening', 2, { reason: 'Volvió' })).status).toBe(200);
    expect((await act(municipal, id, 'withdrawal', 3, dated)).status).toBe(200);
    expect(await shown(id)).toMatchObject({ standing: 'withdrawn', standingOn: '2026-03-03' });
    expect((await act(municipal, id, 'annulment', 4, { reason: 'Era de otro lugar' })).status).toBe(200);
    const { standing, acts, possible } = await shown(id);
    const done: NeedAct[] = acts.map((one: { act: NeedAct }) => one.act).toReversed();
    expect(standing).toBe('annulled');
    expect(standingOf(done)).toBe(standing);
    expect(possible).toEqual([]);
    const text = '/api/search?text=extorsion%20comercios';
    expect((await world.visitor('GET', text)).body.items).toEqual([]);
  });

  it('is deleted where nothing depends on it', async () => {
    const { id } = (await create(municipal, { problem: 'Escrito por error' })).body;
    expect((await neighbour.call('DELETE', `/api/needs/${id}`, { version: 1 })).status).toBe(403);
    expect((await municipal.call('DELETE', `/api/needs/${id}`, { version: 1 })).status).toBe(200);
    expect((await world.visitor('GET', `/api/needs/${id}`)).status).toBe(404);
    const trail = await national.call('GET', `/api/history/need/${id}`);
    expect(trail.body.items.map((one: { operation: string }) => one.operation)).toEqual([
      'deleteNeed',
      'createNeed',
    ]);
  });

  it('holds back the structure and the organisation that prioritised it from being deleted', async () => {
    const { body } = await municipal.call('GET', `/api/structures/${structureId}`);
    const refused = await municipal.call('DELETE', `/api/structures/${structureId}`, {
      version: body.version,
    });
    expect(refused.body.code).toBe('actors.has-consequences');
  });
});

describe('needs of a territory', () => {
  it('are listed by priority, then the latest, page by page without losing any', async () => {
    for (const [problem, priority, prioritisedOn] of [
      ['Uno', 'low', '2026-01-05'],
      ['Dos mil', 'high', '2026-01-01'],
      ['Tres mil', 'high', '2026-01-03'],
      ['Cuatro mil', 'medium', '2026-01-04'],
    ] as const)
      await create(
        neighbour,
        { problem, priority, prioritisedOn, structureId: null, office: 'Alcaldía' },
        'XA-0201',
      );
    const list = (query: string) => world.visitor('GET', `/api/needs?territory=XA-02&${query}`);
    const problems: string[] = [];
    let after = '';
    do {
      const page = await list(`limit=1${after && `&after=${after}`}`);
      expect(page.body.count).toBe(4);
      problems.push(...page.body.items.map((one: { problem: string }) => one.problem));
      after = page.body.next ?? '';
    } while (after !== '');
    expect(problems).toEqual(['Tres mil', 'Dos mil', 'Cuatro mil', 'Uno']);
    expect((await list('below=no')).body.count).toBe(0);
    expect((await list('priority=low&group=women&violence=youth&text=uno')).body.count).toBe(1);
    expect((await list('group=migrants')).body.count).toBe(0);
    expect((await list('after=hola')).status).toBe(422);
  });
});

describe('two entries of one need', () => {
  it('become one, with what would change shown before, and can be parted again', async () => {
    const kept = (await create(municipal, { problem: 'Consumo de alcohol en parques' })).body.id;
    const absorbed = (
      await create(municipal, {
        problem: 'Alcohol y peleas en los parques',
        groups: ['children-adolescents'],
        detail: 'Los viernes de noche',
        priority: 'medium',
        priorityReason: 'Molesta a las familias',
      })
    ).body.id;
    const body = { keptId: kept, absorbedId: absorbed, take: ['problem'] };
    const preview = await municipal.call('POST', '/api/need-merges/preview', { body });
    expect(preview.body).toMatchObject({
      changed: ['problem', 'detail', 'groups'],
      conflicts: ['problem', 'priority'],
    });
    expect((await neighbour.call('POST', '/api/need-merges', { body })).status).toBe(403);
    const self = await municipal.call('POST', '/api/need-merges', { body: { ...body, absorbedId: kept } });
    expect(self.body.code).toBe('diagnosis.merge-self');
    const merge = await municipal.call('POST', '/api/need-merges', { body });
    expect(merge.status).toBe(201);
    expect(await shown(kept)).toMatchObject({
      problem: 'Alcohol y peleas en los parques',
      detail: 'Los viernes de noche',
      groups: ['women', 'children-adolescents', 'young-people'],
      priority: 'high',
    });
    expect(await shown(absorbed)).toMatchObject({ standing: 'merged', mergedInto: { id: kept } });
    const { version } = await shown(kept);
    const deletion = await municipal.call('DELETE', `/api/needs/${kept}`, { version });
    expect(deletion.body.code).toBe('diagnosis.has-consequences');
    const undo = `/api/need-merges/${merge.body.id}/undoing`;
    expect((await neighbour.call('POST', undo)).status).toBe(404);
    expect((await municipal.call('POST', undo)).status).toBe(200);
    expect(await shown(kept)).toMatchObject({
      problem: 'Consumo de alcohol en parques',
      detail: null,
      groups: ['women', 'young-people'],
    });
    expect((await shown(absorbed)).standing).toBe('current');
    expect((await municipal.call('POST', undo)).body.code).toBe('diagnosis.merge-undone');
  });

  it('stay one once somebody has built upon it', async () => {
    const kept = (await create(municipal, { problem: 'Perros de pelea' })).body.id;
    const absorbedId = (await create(municipal, { problem: 'Apuestas con perros' })).body.id;
    const merge = await municipal.call('POST', '/api/need-merges', { body: { keptId: kept, absorbedId } });
    const { version } = await shown(kept);
    await municipal.call('PUT', `/api/needs/${kept}`, {
      version,
      body: written({ problem: 'Peleas de perros' }),
    });
    const undo = await municipal.call('POST', `/api/need-merges/${merge.body.id}/undoing`);
    expect(undo.body.code).toBe('diagnosis.merge-built-upon');
  });
});
