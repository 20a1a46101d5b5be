import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCommitmentsWorld, type CommitmentsWorld } from './commitments-world.ts';
import type { Holder } from '../access-world.ts';

let world: CommitmentsWorld;
beforeAll(async () => {
  world = await makeCommitmentsWorld();
  await world.organisation('Junta comunal de ejemplo', '0101');
  await world.organisation('Junta comunal de ejemplo', '0201');
});
afterAll(() => world.stop());

const row = (more: object = {}) => ({
  who: 'ministerio de ejemplo',
  what: 'Entregar 40 luminarias',
  forWhom: 'Municipio de Ejemplo',
  dueOn: '31/12/2026',
  proof: 'Acta de entrega',
  ...more,
});
const check = (who: Holder, rows: object[]) =>
  who.call('POST', '/api/commitments/check', { body: { country: 'XA', rows } });
const create = (who: Holder, rows: object[], keep: 'all' | 'good' = 'all', more: object = {}) =>
  who.call('POST', '/api/commitments/sheet', { body: { country: 'XA', rows, keep, ...more } });

describe('a sheet of commitments', () => {
  it('reads names as they are typed, days as they are written, and scores each row', async () => {
    const { body } = await check(world.officer, [row(), row({ what: 'Promover la paz' })]);
    expect(body.rows).toMatchObject([
      {
        row: 1,
        score: 6,
        missing: [],
        who: [{ id: world.ministry }],
        forWhom: [{ id: world.municipality }],
        problems: [],
      },
      { row: 2, score: 4, missing: ['verb', 'measure'] },
    ]);
  });

  it('asks which one is meant where several have the name', async () => {
    const { body } = await check(world.centre, [row({ who: 'junta comunal' })]);
    expect(body.rows[0].problems).toMatchObject([{ field: 'who', code: 'commitments.name-ambiguous' }]);
    expect(
      body.rows[0].who.map((one: { territory: { reference: string } }) => one.territory.reference).toSorted(),
    ).toEqual(['XA-0101', 'XA-0201']);
    const chosen = body.rows[0].who[0];
    const again = await create(world.centre, [
      row({ who: 'junta comunal', whoRef: { kind: chosen.kind, id: chosen.id } }),
    ]);
    expect(again.body).toMatchObject({ kept: [{ row: 1, score: 6 }], left: [] });
  });

  it('keeps all or none, and says what is wrong beside each row', async () => {
    const rows = [
      row(),
      row({ who: 'Nadie', dueOn: '31/02/2026', proof: '' }),
      row({ who: '', what: '', dueOn: '' }),
    ];
    const refused = await create(world.officer, rows);
    expect(refused).toMatchObject({ status: 422, body: { code: 'commitments.rows-with-problems' } });
    expect(refused.body.problems.map((one: { row: number; field: string }) => [one.row, one.field])).toEqual([
      [2, 'who'],
      [2, 'dueOn'],
      [2, 'proof'],
      [3, 'who'],
      [3, 'what'],
      [3, 'dueOn'],
    ]);
    expect(refused.body.problems[1].message).toContain('31/12/2026');
  });

  it('keeps those that are sound when asked to, and says which were left', async () => {
    const { status, body } = await create(world.officer, [row({ proof: '' }), row(), row()], 'good');
    expect(status).toBe(201);
    expect(body.kept.map((one: { row: number }) => one.row)).toEqual([2, 3]);
    expect(body.left).toMatchObject([
      { row: 1, problems: [{ field: 'proof', message: 'Diga cómo se va a comprobar.' }] },
    ]);
    expect(await world.shown(body.kept[0].id)).toMatchObject({ standing: 'proposed', dueOn: '2026-12-31' });
  });

  it('says that somebody acts for none of the parties, beside the row', async () => {
    const { body } = await check(world.neighbour, [row()]);
    expect(body.rows[0].problems).toMatchObject([{ code: 'commitments.not-of-yours' }]);
    expect((await create(world.neighbour, [row()])).status).toBe(422);
    expect((await world.visitor('POST', '/api/commitments/sheet', { body: {} })).status).toBe(401);
  });

  it('leaves nobody of the side that owes to verify, where its own office is owed', async () => {
    const { body } = await create(world.officer, [row({ forWhom: 'Dirección de prevención de ejemplo' })]);
    expect((await world.shown(body.kept[0].id)).verifier).toBeNull();
  });

  it('belongs to an agreement or an action only where there is one', async () => {
    const none = '00000000-0000-7000-8000-000000000001';
    expect((await create(world.officer, [row()], 'all', { agreementId: none })).body.code).toBe(
      'commitments.agreement-not-found',
    );
    expect((await create(world.officer, [row()], 'all', { planActionId: none })).body.code).toBe(
      'commitments.action-not-found',
    );
  });
});

describe('choices', () => {
  it('offer organisations and structures by what was typed', async () => {
    const asked = (text: string) =>
      world.officer.call('GET', `/api/commitment-parties?country=XA&text=${text}`);
    expect((await asked('minis%20ejem')).body.items).toMatchObject([
      { id: world.ministry, territory: { reference: 'XA' } },
    ]);
    expect((await asked('comite')).body.items).toMatchObject([{ kind: 'structure', id: world.committee }]);
    expect((await asked('zzz')).body.items).toEqual([]);
  });

  it('offer commitments that one may see', async () => {
    await create(world.officer, [row({ what: 'Instalar 7 semáforos' })]);
    const asked = (who: Holder) => who.call('GET', '/api/commitment-choices?country=XA&text=sem%C3%A1foros');
    expect((await asked(world.mayor)).body.items).toMatchObject([
      { what: 'Instalar 7 semáforos', obligor: 'Ministerio de ejemplo' },
    ]);
    expect((await asked(world.neighbour)).body.items).toEqual([]);
  });
});
