import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCommitmentsWorld, type CommitmentsWorld } from './commitments-world.ts';

let world: CommitmentsWorld;
beforeAll(async () => {
  world = await makeCommitmentsWorld();
});
afterAll(() => world.stop());

const organisation = (id: string) => ({ kind: 'organisation', id });
const merge = (keptId: string, absorbedId: string) =>
  world.centre.call('POST', '/api/merges', { body: { kind: 'organisation', keptId, absorbedId } });
const rowOf = (id: string) =>
  world.database.owner
    .selectFrom('commitment')
    .select(['obliged', 'parties', 'party_territories', 'obligor_organisation_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

describe('a party that is merged', () => {
  it('takes its commitments along, and gives them back when that is undone', async () => {
    const twin = await world.organisation('Ministerio de ejemplo, repetido', 'XA');
    const helper = await world.organisation('Instituto de ejemplo', 'XA');
    const { id, instanceId } = await world.agreed({ coObliged: [organisation(helper)] });
    const said = { kind: 'minutes', note: 'Acta 1' };
    await world.officer.call('POST', `/api/commitment-instances/${instanceId}/evidence`, { body: said });
    const before = await rowOf(id);
    const merged = await merge(twin, world.ministry);
    expect(merged.status).toBe(201);
    const after = await rowOf(id);
    expect(after.obligor_organisation_id).toBe(twin);
    expect(after.obliged).toEqual([twin, helper]);
    expect(after.parties.toSorted()).toEqual([twin, helper, world.municipality].toSorted());
    expect(await world.shown(id)).toMatchObject({ obligor: { id: twin, isClosed: false } });
    const again = await merge(twin, helper);
    expect(again.status).toBe(201);
    expect((await rowOf(id)).obliged).toContain(twin);
    for (const { body } of [again, merged]) {
      expect((await world.centre.call('POST', `/api/merges/${body.id}/undoing`)).status).toBe(200);
    }
    expect(await rowOf(id)).toEqual(before);
  });

  it('is stood for by whom it was merged into when it is named anew; one that was closed is refused', async () => {
    const kept = await world.organisation('Fundación de ejemplo', '0101');
    const absorbed = await world.organisation('Fundación de ejemplo, repetida', '0101');
    expect((await merge(kept, absorbed)).status).toBe(201);
    const { id } = await world.propose({ beneficiary: organisation(absorbed) });
    expect((await world.shown(id)).beneficiary.id).toBe(kept);
    await world.database.owner
      .updateTable('organisation')
      .set({ standing: 'ended' })
      .where('id', '=', kept)
      .execute();
    const body = {
      what: 'Entregar 2 kits',
      obligor: organisation(world.ministry),
      beneficiary: organisation(kept),
      proof: 'Acta firmada',
      dueOn: '2026-04-30',
    };
    const refused = await world.officer.call('POST', '/api/commitments', { body });
    expect(refused.body).toMatchObject({ code: 'commitments.party-closed', field: 'beneficiary' });
    expect((await world.shown(id)).beneficiary).toMatchObject({ id: kept, isClosed: true });
  });

  it('is not merged where whoever owes would then verify', async () => {
    const { id } = await world.agreed();
    expect((await merge(world.municipality, world.ministry)).status).toBe(403);
    expect((await rowOf(id)).obligor_organisation_id).toBe(world.ministry);
  });
});
