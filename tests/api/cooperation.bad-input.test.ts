import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLifeWorld, makeReady, type LifeWorld } from '../agreement-life-world.ts';

// Bad input of cooperation that no other test sends; the others: dependency cycles, endless rules, verifiers of the obliged side and what
// evidence is refused in commitments.life and commitments.evidence; offices that had ended in agreement-life.signing; budgets that are not
// the sum in agreements.negotiating and plans.actions; parties merged in commitments.merging and merging-across-rooms; the same list twice
// in registering.sheets.
let world: LifeWorld;
beforeAll(async () => {
  world = await makeLifeWorld();
});
afterAll(() => world.stop());

const PA = 'pa-convenio-especifico';
const owed = (more: object = {}) => ({
  what: 'Abrir 1 centro juvenil por las tardes',
  obligor: { kind: 'organisation', id: world.municipalityId },
  beneficiary: { kind: 'organisation', id: world.ministryId },
  proof: 'Acta de apertura',
  dueOn: '2026-09-30',
  ...more,
});
const enter = (body: object) => world.officer.call('POST', '/api/commitments', { body });

/** An agreement that is being drafted and ends on a day, with nothing promised yet. */
async function drafted(endsOn: string): Promise<string> {
  const { id } = await world.ready(PA, { endsOn });
  await world.database.owner
    .updateTable('agreement')
    .set({ standing: 'negotiation' })
    .where('id', '=', id)
    .execute();
  return id;
}

describe('a due date outside the term of the agreement', () => {
  it('is refused with its field, and says from when until when the agreement runs', async () => {
    const agreementId = await drafted('2026-12-31');
    const late = await enter(owed({ agreementId, dueOn: '2027-01-01' }));
    expect(late).toMatchObject({
      status: 422,
      body: { code: 'commitments.outside-term', field: 'dueOn' },
    });
    expect(late.body.title).toContain('31/12/2026');
    expect((await enter(owed({ agreementId, dueOn: '2026-12-31' }))).status).toBe(201);
  });

  it('is refused also where it is but one of those of a repetition', async () => {
    const agreementId = await drafted('2026-12-31');
    const repeated = owed({ agreementId, dueOn: '2026-10-15', recurrence: 'FREQ=MONTHLY;COUNT=4' });
    expect((await enter(repeated)).body.code).toBe('commitments.outside-term');
    const bounded = owed({ agreementId, dueOn: '2026-10-15', recurrence: 'FREQ=MONTHLY' });
    const made = await enter(bounded);
    expect(made.status, made.text).toBe(201);
    // A rule without an end ends with the agreement.
    const { instances } = (await world.centre.call('GET', `/api/commitments/${made.body.id}`)).body;
    expect(instances.map(({ dueOn }: { dueOn: string }) => dueOn)).toEqual([
      '2026-10-15',
      '2026-11-15',
      '2026-12-15',
    ]);
  });

  it('is not reached by moving a day of an agreement in force either', async () => {
    const { id } = await world.ready(PA, { endsOn: '2026-12-31' });
    const { instanceId } = await world.commitment(id);
    const { hash } = await world.seal(id);
    const parties = (await world.life(id)).parties.map((party: { id: string }) => party.id);
    expect((await world.sign(world.minister, id, parties[0], hash)).status).toBe(201);
    expect((await world.sign(world.mayor, id, parties[1], hash)).status).toBe(201);
    const body = { kind: 'modification', title: 'Adenda de ejemplo', reason: 'La obra se atrasó' };
    const reschedulings = [{ instanceId, dueOn: '2027-02-01' }];
    const path = `/api/agreements/${id}/addenda`;
    const opened = await world.officer.call('POST', path, { body: { ...body, reschedulings } });
    expect(opened.body).toMatchObject({
      code: 'commitments.outside-term',
      field: 'reschedulings.0.dueOn',
    });
    // An extension may put it off as far as it extends the term itself.
    const longer = { ...body, kind: 'extension', newEndsOn: '2027-06-30', reschedulings };
    expect((await world.officer.call('POST', path, { body: longer })).status).toBe(201);
    const { main } = (await world.centre.call('GET', `/api/commitments/${await ofInstance(instanceId)}`))
      .body;
    expect(main.dueOn).toBe('2026-09-30');
  });
});

async function ofInstance(instanceId: string): Promise<string> {
  const row = await world.database.owner
    .selectFrom('commitment_instance')
    .select('commitment_id')
    .where('id', '=', instanceId)
    .executeTakeFirstOrThrow();
  return row.commitment_id;
}

describe('a video of 200 MB as evidence', () => {
  it('is turned away for its size, in words with what is taken, and none of it is kept', async () => {
    const { instanceId } = await agreed();
    const kept = () => readdirSync(world.context.installation.dataFolder, { recursive: true }).length;
    const before = kept();
    const bytes = new Uint8Array(200_000_000);
    bytes.set(Buffer.from('\0\0\0\u0018ftypisom', 'latin1'));
    const path = `/api/commitment-instances/${instanceId}/files?fileName=taller.mp4`;
    const sent = await world.officer.call('POST', path, { bytes, mediaType: 'video/mp4' });
    expect(sent.status).toBe(413);
    expect(sent.body.title).toContain('aquí caben 26 MB');
    expect(kept()).toBe(before);
    const rows = await world.database.owner.selectFrom('attached_file').select('id').execute();
    expect(rows).toEqual([]);
  });
});

describe('evidence that says it is of an earlier day', () => {
  it('is taken with its day, and is late all the same', async () => {
    const { id, instanceId } = await agreed('2026-03-09');
    await world.on('2026-03-20');
    const path = `/api/commitment-instances/${instanceId}/evidence`;
    const said = { kind: 'link', link: 'https://example.org/acta', takenOn: '2026-03-08' };
    const handed = await world.officer.call('POST', path, { body: said });
    expect(handed.status, handed.text).toBe(201);
    const { main } = (await world.centre.call('GET', `/api/commitments/${id}`)).body;
    expect(main).toMatchObject({ state: 'delivered-late', days: 11 });
    await world.on('2026-03-10');
  });
});

describe('a party that is merged in mid-term', () => {
  it('goes on with all that it owes and signs under the name it was merged into; the signed text stays', async () => {
    await world.on('2026-03-10');
    const absorbed = await world.organisation('Comuna de ejemplo, repetida', '0101');
    const acting = await world.holder('repetida', [
      { role: 'institutional-focal-point', code: 'XA', organisationId: absorbed },
    ]);
    const { id } = await makeReady(world, PA, { holders: [world.ministryId, absorbed] });
    expect((await world.act(acting, id, 'seal')).status).toBe(200);
    const { textHash: hash } = await world.life(id);
    const parties = (await world.life(id)).parties.map((party: { id: string }) => party.id);
    expect((await world.sign(world.minister, id, parties[0], hash)).status).toBe(201);
    const inInk = { partyId: parties[1], hash, office: 'Alcaldía (ejemplo)', signedOn: '2026-03-10' };
    const path = `/api/agreements/${id}/ink-signatures?${new URLSearchParams(inInk)}`;
    const scan = { bytes: Buffer.from('%PDF-1.7\n%%EOF\n'), mediaType: 'application/pdf' };
    const byOther = await acting.call('POST', path, scan);
    expect(byOther.status, byOther.text).toBe(201);
    const confirmation = `/api/agreements/${id}/signatures/${byOther.body.id}/confirmation`;
    expect((await world.minister.call('POST', confirmation, { body: { hash } })).status).toBe(200);
    const text = (await world.centre.call('GET', `/api/agreements/${id}/text`)).body;

    const merging = { kind: 'organisation', keptId: world.municipalityId, absorbedId: absorbed };
    await world.on('2026-03-25');
    const merged = await world.centre.call('POST', '/api/merges', { body: merging });
    expect(merged.status, merged.text).toBe(201);
    const life = await world.life(id);
    expect(life.standing).toBe('in-force');
    expect(JSON.stringify(life.parties)).toContain(world.municipalityId);
    expect((await world.centre.call('GET', `/api/agreements/${id}/text`)).body.content).toEqual(text.content);
    expect((await world.centre.call('GET', `/api/agreements/${id}/text`)).body.hash).toBe(hash);
    // It was one body entered twice: whoever acted for either goes on with it.
    const body = { partyId: parties[1], reason: 'Así lo decidió el concejo' };
    expect((await world.act(world.officer, id, 'wills-to-end', body)).status).toBe(200);
    expect((await world.act(world.stranger, id, 'wills-to-end', body)).status).toBe(403);
    expect((await acting.call('GET', `/api/agreements/${id}/life`)).body.abilities.length).toBeGreaterThan(0);
    await world.on('2026-03-10');
  });
});

/** A commitment of the municipality that was agreed outside any agreement. */
async function agreed(dueOn = '2026-09-30'): Promise<{ id: string; instanceId: string }> {
  const { id } = (await enter(owed({ dueOn }))).body;
  const path = `/api/commitments/${id}`;
  expect(
    (
      await world.officer.call('POST', `${path}/agreeing`, {
        version: 1,
        body: { noNeedReason: 'Se acordó en la mesa' },
      })
    ).status,
  ).toBe(200);
  const { instances } = (await world.centre.call('GET', path)).body;
  return { id, instanceId: instances[0].id };
}
