import { afterAll, beforeAll, expect, it } from 'vitest';
import { confirmAll, makeLifeWorld, type LifeWorld } from '../agreement-life-world.ts';

let world: LifeWorld;
beforeAll(async () => {
  world = await makeLifeWorld();
});
afterAll(() => world.stop());

const words = 'violencia juvenil';
const approval = { kind: 'council', body: 'Concejo de ejemplo', reference: 'Acuerdo 3', on: '2026-03-10' };

const texts = (ids: readonly string[]) =>
  world.database.owner
    .selectFrom('agreement_text')
    .select(['agreement_id', 'number', 'hash', 'content', 'redaction_order'])
    .where('agreement_id', 'in', [...ids])
    .orderBy('agreement_id')
    .orderBy('number')
    .execute();

/** Takes a text back from signature and puts it there again, as it then is. */
async function sealAnew(id: string): Promise<string> {
  const reason = 'Falta una palabra';
  expect((await world.act(world.officer, id, 'reopening', { reason })).status).toBe(200);
  const { owner } = world.database;
  await owner
    .updateTable('agreement_clause')
    .set({ body: 'Prevenir la violencia juvenil en las tardes.' })
    .where('agreement_id', '=', id)
    .where('type', '=', 'object')
    .execute();
  await owner.updateTable('agreement').set({ standing: 'ready-to-sign' }).where('id', '=', id).execute();
  await owner
    .updateTable('agreement_party')
    .set({ standing: 'approved' })
    .where('agreement_id', '=', id)
    .execute();
  await confirmAll(world, id);
  return (await world.seal(id)).hash;
}

async function signByBoth(id: string, hash: string): Promise<void> {
  const [first, second] = (await world.life(id)).parties.map((party: { id: string }) => party.id);
  expect((await world.sign(world.minister, id, first, hash)).status).toBe(201);
  expect((await world.sign(world.mayor, id, second, hash)).status).toBe(201);
}

/** An addendum that says a clause anew, with the same words in it. */
async function amend(id: string): Promise<string> {
  const { content } = (await world.centre.call('GET', `/api/agreements/${id}/text`)).body;
  const clauseId = content.clauses[0].id;
  const body = {
    kind: 'modification',
    title: 'Adenda de ejemplo',
    reason: 'Se amplía el horario',
    changes: [{ clauseId, after: 'Prevenir la violencia juvenil también de noche.' }],
  };
  const opened = await world.officer.call('POST', `/api/agreements/${id}/addenda`, { body });
  expect(opened.status, opened.text).toBe(201);
  const addendum = opened.body.id;
  for (const [index, who] of [world.minister, world.officer].entries()) {
    const partyId = (await world.life(addendum)).parties[index].id;
    const version = await world.version(addendum);
    const path = `/api/addenda/${addendum}/confirmations`;
    expect((await who.call('POST', path, { version, body: { partyId, approval } })).status).toBe(200);
  }
  await signByBoth(addendum, (await world.seal(addendum)).hash);
  return addendum;
}

it('strikes the words of an order out of every text that was ever put to signature, addenda included, and keeps every hash', async () => {
  const { id } = await world.ready('pa-convenio-especifico');
  await world.seal(id);
  await signByBoth(id, await sealAnew(id));
  const addendum = await amend(id);
  const before = await texts([id, addendum]);
  expect(before).toHaveLength(3);
  for (const one of before) expect(JSON.stringify(one.content)).toContain(words);

  const body = { order: 'Auto 4 del juzgado de ejemplo', passages: [{ text: words }] };
  expect((await world.act(world.centre, id, 'redaction', body)).status).toBe(200);
  const after = await texts([id, addendum]);
  expect(after.map(({ hash }) => hash)).toEqual(before.map(({ hash }) => hash));
  for (const one of after) {
    expect(JSON.stringify(one.content)).not.toContain(words);
    expect(one.redaction_order).toBe(body.order);
  }
  for (const path of ['', '/text', '/consolidated', '/life'])
    expect((await world.centre.call('GET', `/api/agreements/${id}${path}`)).text).not.toContain(words);
  expect((await world.centre.call('GET', `/api/agreements/${addendum}/life`)).text).not.toContain(words);

  // A second order strikes further words; both are named, and what the first struck out stays so.
  const second = { order: 'Auto 9 del juzgado de ejemplo', passages: [{ text: 'de noche' }] };
  expect((await world.act(world.centre, id, 'redaction', second)).status).toBe(200);
  const orders = (await texts([id, addendum])).map((one) => one.redaction_order);
  expect(orders.filter((order) => order === body.order)).toHaveLength(2);
  expect(orders).toContain(`${body.order}; ${second.order}`);
});

it('lets nobody change a sealed text without an order of its own, through any door', async () => {
  const { id } = await world.signed('pa-convenio-especifico');
  const body = { order: 'Auto 5 del juzgado de ejemplo', passages: [{ text: words }] };
  expect((await world.act(world.centre, id, 'redaction', body)).status).toBe(200);
  const change = (more: object) =>
    world.database.owner
      .updateTable('agreement_text')
      .set({ content: JSON.stringify({ otro: 'texto' }), ...more })
      .where('agreement_id', '=', id)
      .execute();
  await expect(change({})).rejects.toThrow('never edited');
  await expect(change({ redaction_order: null })).rejects.toThrow('never edited');
  await expect(change({ redacted_at: new Date() })).rejects.toThrow('never edited');
});
