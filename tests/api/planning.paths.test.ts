import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let centre: Holder;
let officer: Holder;
let neighbour: Holder;
let office = '';
let pathId = '';

beforeAll(async () => {
  world = await makeWorld();
  await world.structure('Comité local de Santa Fe', '0101');
  const row = await world.database.owner
    .selectFrom('organisation')
    .select('id')
    .where('pack_key', '=', 'commune-0101')
    .executeTakeFirstOrThrow();
  office = row.id;
  centre = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  officer = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  neighbour = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
});
afterAll(() => world.stop());

const path = async (who: Holder = officer) => (await who.call('GET', `/api/planning-paths/${pathId}`)).body;
const stepOf = async (step: number) => (await path()).steps[step - 1];
const save = async (step: number, body: object = {}, version?: number) =>
  officer.call('PUT', `/api/planning-paths/${pathId}/steps/${step}`, {
    version: version ?? (await stepOf(step)).version,
    body: { ticked: [], notes: null, obstacle: null, ...body },
  });
const finish = async (step: number) =>
  officer.call('POST', `/api/planning-paths/${pathId}/steps/${step}/completion`, {
    version: (await stepOf(step)).version,
  });
const progress = async (who: Holder, territory = 'XA') =>
  (await who.call('GET', `/api/planning-progress?territory=${territory}`)).body;

async function register(problem: string): Promise<string> {
  const made = await officer.call('POST', '/api/needs', {
    body: {
      territory: 'XA-0101',
      problem,
      groups: ['women'],
      violence: 'youth',
      sourceKind: 'meeting',
      sourceTitle: 'Acta 4',
      prioritisedOn: '2026-03-02',
      office: 'Alcaldía',
      priority: 'high',
      priorityReason: 'La nombraron todos',
    },
  });
  return made.body.id;
}

describe('the path of six sessions', () => {
  it('is begun once, by who writes the plan of the municipality', async () => {
    const body = { organisationId: office };
    expect((await neighbour.call('POST', '/api/planning-paths', { body })).status).toBe(403);
    const other = await world.organisation('Fundación', '0101');
    const wrong = await officer.call('POST', '/api/planning-paths', { body: { organisationId: other } });
    expect(wrong.body.code).toBe('planning.not-a-municipality');
    const begun = await officer.call('POST', '/api/planning-paths', { body });
    expect(begun.status).toBe(201);
    pathId = begun.body.id;
    const again = await officer.call('POST', '/api/planning-paths', { body });
    expect(again.body.code).toBe('planning.path-open');
  });

  it('is seen by its office and the centre, and by nobody else', async () => {
    expect(await path()).toMatchObject({ reached: 1, mayWalk: true, mayAnswer: false, today: '2026-03-10' });
    expect(await path(centre)).toMatchObject({ mayAnswer: true });
    expect((await neighbour.call('GET', `/api/planning-paths/${pathId}`)).status).toBe(404);
    expect((await world.visitor('GET', `/api/planning-paths/${pathId}`)).status).toBe(401);
  });

  it('ticks by fact what the register holds, and by the person only the rest', async () => {
    await save(1, { ticked: ['invited', 'board', 'nothing'] });
    const { checklist } = await stepOf(1);
    expect(checklist.map((item: { key: string; isDone: boolean }) => [item.key, item.isDone])).toEqual([
      ['board', true],
      ['seats', false],
      ['invited', true],
      ['calendar', false],
    ]);
    expect((await finish(1)).status).toBe(200);
    expect(await path()).toMatchObject({ reached: 2 });
  });

  it('does not end a session that has not produced what it is for', async () => {
    const refused = await finish(2);
    expect(refused.body).toMatchObject({ code: 'planning.step-unfinished' });
    expect(refused.body.problems).toMatchObject([{ code: 'planning.without-needs' }]);
    expect((await finish(4)).body.code).toBe('planning.step-not-reached');
    await register('Riñas a la salida de los colegios');
    expect((await finish(2)).status).toBe(200);
  });

  it('chooses needs of its own place, three at most', async () => {
    const chosen = [await register('Robos en la terminal'), await register('Canchas cerradas')];
    const unknown = await save(3, { needs: ['00000000-0000-7000-8000-000000000001'] });
    expect(unknown.body).toMatchObject({ code: 'planning.need-not-found', field: 'needs' });
    const many = Array.from({ length: 4 }, () => chosen[0]);
    expect((await save(3, { needs: many })).status).toBe(422);
    expect((await save(3, { needs: chosen, notes: 'Lo decidió la mesa' })).status).toBe(200);
    const { needs } = await path();
    const marked = needs.filter((need: { isChosen: boolean }) => need.isChosen);
    expect(marked.map((need: { id: string }) => need.id).toSorted()).toEqual(chosen.toSorted());
    expect((await stepOf(3)).checklist[0]).toMatchObject({ key: 'chosen', isDone: true, count: 2 });
  });

  it('keeps who saved second from writing over who saved first, and personal data from being written', async () => {
    const version = (await stepOf(3)).version;
    expect((await save(3, {}, version - 1)).status).toBe(412);
    const refused = await save(3, { notes: 'Llamar a la vecina, 6123-4567' });
    expect(refused.body).toMatchObject({ code: 'actors.personal-in-text' });
  });

  it('takes a session up again', async () => {
    const reopen = (version: number) =>
      officer.call('POST', `/api/planning-paths/${pathId}/steps/2/reopening`, { version });
    const { version } = await stepOf(2);
    expect((await reopen(version)).status).toBe(200);
    expect((await reopen(version + 1)).body.code).toBe('planning.step-not-done');
    expect(await path()).toMatchObject({ reached: 3 });
    expect((await finish(2)).status).toBe(200);
  });
});

describe('what stops an office', () => {
  it('is stated in the session, keeps the day on which it began, and reaches the centre', async () => {
    await save(3, { obstacle: 'No hay sala para reunirse' });
    world.clock.now = new Date('2026-03-14T15:00:00Z');
    await save(3, { obstacle: 'No hay sala ni transporte' });
    const row = (await progress(centre)).items.find((one: { pathId: string }) => one.pathId === pathId);
    expect(row).toMatchObject({
      step: 3,
      since: '2026-03-10',
      days: 4,
      obstacle: 'No hay sala ni transporte',
      obstacleSince: '2026-03-10',
    });
  });

  it('counts days as the country does, not as the clock of the server', async () => {
    world.clock.now = new Date('2026-03-15T02:00:00Z');
    const today = (await path()).today;
    const row = (await progress(centre)).items.find((one: { pathId: string }) => one.pathId === pathId);
    const days = (new Date(today).getTime() - new Date(row.since).getTime()) / 86_400_000;
    expect(row.days).toBe(days);
  });
});

describe('help', () => {
  let helpId = '';
  const answer = (who: Holder, version = 1) =>
    who.call('POST', `/api/planning-help/${helpId}/answer`, {
      version,
      body: { answer: 'Use la plantilla de plan municipal.' },
    });

  it('is asked from the session, by whoever walks the path', async () => {
    const ask = (who: Holder) =>
      who.call('POST', `/api/planning-paths/${pathId}/steps/3/help`, {
        body: { question: '¿Cómo elegimos entre dos necesidades parecidas?' },
      });
    expect((await ask(neighbour)).status).toBe(404);
    const asked = await ask(officer);
    expect(asked.status).toBe(201);
    helpId = asked.body.id;
  });

  it('comes first on the page of the centre, grouped and never ranked', async () => {
    const { items, mayFollow } = await progress(centre);
    expect(mayFollow).toBe(true);
    expect(items[0]).toMatchObject({ pathId, openHelp: 1, helpStep: 3 });
    const rest = items.slice(1).map((row: { territory: { reference: string } }) => row.territory.reference);
    expect(rest).toEqual(rest.toSorted());
    expect(items.filter((row: { pathId: string | null }) => row.pathId === null).length).toBeGreaterThan(2);
    const own = await progress(officer);
    expect(own.items).toHaveLength(1);
    expect(own.mayFollow).toBe(false);
  });

  it('is answered once, by the centre, and the answer stands in the path', async () => {
    expect((await answer(officer)).status).toBe(403);
    expect((await answer(centre)).status).toBe(200);
    expect((await answer(centre, 2)).body.code).toBe('planning.help-answered');
    expect((await path()).help).toMatchObject([
      { step: 3, answer: 'Use la plantilla de plan municipal.', answeredOn: '2026-03-14' },
    ]);
    expect((await progress(centre)).items[0].openHelp).toBe(0);
  });

  it('is taken away with the rest as a sheet', async () => {
    const file = await centre.call('GET', '/api/planning-progress/export?territory=XA&format=csv');
    expect(file.status).toBe(200);
    expect(file.text).toContain('3. Priorizar');
    expect(file.text).toContain('No han comenzado');
    expect((await world.visitor('GET', '/api/planning-progress/export?territory=XA')).status).toBe(401);
  });
});
