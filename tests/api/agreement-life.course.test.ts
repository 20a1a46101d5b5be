import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Holder } from '../access-world.ts';
import { makeLifeWorld, post, type LifeWorld } from '../agreement-life-world.ts';

// Deeds by their path: suspendAgreement is 'suspension', resumeAgreement 'resumption', giveNotice 'notices', replyToNotice 'reply', decideNotice
// 'outcome', publishNotice 'publication',
// callSession 'sessions', holdSession 'minutes', attachSessionFile 'file', rescheduleByCommission 'reschedulings'; openAddendum,
// updateAddendum, confirmAddendum, abandonAddendum, getConsolidatedText, getAgreementLife by their own.
let world: LifeWorld;
beforeAll(async () => {
  world = await makeLifeWorld();
});
afterAll(() => world.stop());

const PA = 'pa-convenio-especifico';
const reason = 'Así lo decidió la comisión';
const approval = { kind: 'council', body: 'Concejo de ejemplo', reference: 'Acuerdo 3', on: '2026-03-10' };

async function inForce(more: Parameters<LifeWorld['signed']>[1] = {}) {
  await world.on('2026-03-10');
  const agreement = await world.signed(PA, more);
  const [ministry = '', municipality = ''] = agreement.parties;
  return { ...agreement, ministry, municipality };
}

/** The parties' rows of an addendum, in order. */
const partiesOf = async (id: string): Promise<string[]> =>
  (await world.life(id)).parties.map((party: { id: string }) => party.id);

async function openAddendum(who: Holder, id: string, body: object) {
  return who.call('POST', `/api/agreements/${id}/addenda`, {
    body: { title: 'Adenda de ejemplo', reason, ...body },
  });
}

async function confirm(who: Holder, id: string, partyId: string, more: object = { approval }) {
  const version = await world.version(id);
  return who.call('POST', `/api/addenda/${id}/confirmations`, { version, body: { partyId, ...more } });
}

/** Confirms, seals and signs an addendum by both heads. */
async function conclude(id: string) {
  const [first = '', second = ''] = await partiesOf(id);
  expect((await confirm(world.minister, id, first)).status).toBe(200);
  expect((await confirm(world.officer, id, second)).status).toBe(200);
  const { hash } = await world.seal(id);
  expect((await world.sign(world.minister, id, first, hash)).status).toBe(201);
  return world.sign(world.mayor, id, second, hash);
}

describe('an extension', () => {
  it('moves the end once all have signed it, within the maximum counted from the first end, and the text stays', async () => {
    const { id, hash } = await inForce();
    const extension = { kind: 'extension', newEndsOn: '2028-12-31' };
    expect((await openAddendum(world.stranger, id, extension)).status).toBe(403);
    expect((await openAddendum(world.officer, id, { ...extension, newEndsOn: '2027-12-31' })).body.code).toBe(
      'agreement-life.extension-not-longer',
    );
    expect((await openAddendum(world.officer, id, { ...extension, newEndsOn: '2030-01-01' })).body.code).toBe(
      'agreement-life.extension-too-long',
    );
    expect((await openAddendum(world.officer, id, { kind: 'extension' })).body.problems[0].code).toBe(
      'agreement-life.end-missing',
    );
    const opened = await openAddendum(world.officer, id, extension);
    expect(opened.status).toBe(201);
    expect((await openAddendum(world.officer, id, extension)).body.code).toBe('agreement-life.addendum-open');
    const [first = ''] = await partiesOf(opened.body.id);
    expect((await confirm(world.minister, opened.body.id, first, {})).body.code).toBe(
      'agreement-life.approval-missing',
    );
    expect((await conclude(opened.body.id)).status).toBe(201);
    expect(await world.life(id)).toMatchObject({
      endsOn: '2028-12-31',
      firstEndsOn: '2027-12-31',
      textHash: hash,
      standing: 'in-force',
    });
    const second = await openAddendum(world.officer, id, { kind: 'extension', newEndsOn: '2030-01-01' });
    expect(second.body.code).toBe('agreement-life.extension-too-long');
    const consolidated = (await world.visitor('GET', `/api/agreements/${id}/consolidated`)).body;
    expect(consolidated).toMatchObject({ hash, addenda: [{ kind: 'extension', newEndsOn: '2028-12-31' }] });
  });

  it('is refused after the end, also where the end was not written yet and the addendum was opened in time', async () => {
    const { id } = await inForce();
    const opened = await openAddendum(world.officer, id, { kind: 'extension', newEndsOn: '2028-06-30' });
    const [first = '', second = ''] = await partiesOf(opened.body.id);
    await confirm(world.minister, opened.body.id, first);
    await confirm(world.officer, opened.body.id, second);
    const { hash } = await world.seal(opened.body.id);
    await world.on('2028-01-01');
    expect((await world.sign(world.minister, opened.body.id, first, hash)).body.code).toBe(
      'agreement-life.after-the-end',
    );
    expect((await openAddendum(world.officer, id, { kind: 'modification', changes: [] })).status).toBe(409);
  });
});

describe('a modification and its errata', () => {
  it('change what the text in force says and name the addendum; every earlier form stays', async () => {
    const { id, hash } = await inForce();
    const { instanceId } = await agreed(id);
    const { clauses } = await world.life(id);
    const changes = [
      { clauseId: clauses[0].id, after: 'Prevenir la violencia juvenil y la escolar.' },
      { title: 'Confidencialidad', after: 'Los datos de personas no se publican.' },
    ];
    const reschedulings = [{ instanceId, dueOn: '2026-11-30' }];
    const opened = await openAddendum(world.officer, id, { kind: 'modification', changes, reschedulings });
    expect(opened.status).toBe(201);
    const path = `/api/addenda/${opened.body.id}`;
    const version = await world.version(opened.body.id);
    const body = { title: 'Adenda primera', reason, changes, reschedulings };
    expect((await world.minister.call('PUT', path, { version, body })).status).toBe(200);
    expect((await world.minister.call('PUT', path, { version, body })).status).toBe(412);
    expect((await conclude(opened.body.id)).status).toBe(201);
    const { addendum } = (await world.officer.call('GET', `/api/agreements/${opened.body.id}`)).body;
    expect(addendum.reschedulings).toMatchObject([{ after: '2026-11-30' }]);
    const sealed = { version: await world.version(opened.body.id), body };
    expect((await world.minister.call('PUT', path, sealed)).body.code).toBe('agreement-life.sealed');
    const consolidated = (await world.visitor('GET', `/api/agreements/${id}/consolidated`)).body;
    expect(consolidated.hash).toBe(hash);
    expect(consolidated.clauses[0]).toMatchObject({
      body: 'Prevenir la violencia juvenil y la escolar.',
      versions: [
        { body: 'Prevenir la violencia juvenil.', addendum: null },
        { addendum: { title: 'Adenda primera' } },
      ],
    });
    expect(consolidated.clauses.map((one: { title: string }) => one.title)).toEqual([
      'Objeto',
      'Vigencia',
      'Confidencialidad',
    ]);
    const instance = await world.database.owner
      .selectFrom('commitment_instance')
      .select('due_on')
      .where('id', '=', instanceId)
      .executeTakeFirstOrThrow();
    expect(instance.due_on).toBe('2026-11-30');
    const errata = await openAddendum(world.officer, id, {
      kind: 'errata',
      changes: [{ clauseId: clauses[1].id, after: 'Rige hasta su último día, inclusive.' }],
    });
    expect(errata.status).toBe(201);
    const [first = '', second = ''] = await partiesOf(errata.body.id);
    expect((await confirm(world.minister, errata.body.id, first, {})).status).toBe(200);
    expect((await confirm(world.officer, errata.body.id, second, {})).status).toBe(200);
    const text = await world.seal(errata.body.id);
    await world.sign(world.minister, errata.body.id, first, text.hash);
    await world.sign(world.mayor, errata.body.id, second, text.hash);
    expect((await world.life(id)).acts.map((one: { act: string }) => one.act)).toEqual(
      expect.arrayContaining(['amended', 'corrected']),
    );
  });

  it('are given up before they are signed, with a reason', async () => {
    const { id } = await inForce();
    const opened = await openAddendum(world.officer, id, { kind: 'extension', newEndsOn: '2028-06-30' });
    const path = `/api/addenda/${opened.body.id}/abandonment`;
    const given = { version: await world.version(opened.body.id), body: { reason } };
    expect((await world.stranger.call('POST', path, given)).status).toBe(404);
    expect((await world.minister.call('POST', path, given)).status).toBe(200);
    expect((await world.life(id)).addenda).toMatchObject([{ standing: 'abandoned' }]);
  });
});

describe('the accession of a party', () => {
  it('takes it in with its own approving act and signature, and by no other way', async () => {
    const { id } = await inForce();
    await post(world, world.foundation.personId, world.foundationId, {
      title: 'Dirección de la fundación (ejemplo)',
    });
    expect((await openAddendum(world.officer, id, { kind: 'accession' })).body.problems[0].code).toBe(
      'agreement-life.party-missing',
    );
    const party = { organisationId: world.ministryId, role: 'obligor' };
    expect((await openAddendum(world.officer, id, { kind: 'accession', party })).body.code).toBe(
      'agreement-life.already-party',
    );
    const opened = await openAddendum(world.officer, id, {
      kind: 'accession',
      party: { ...party, organisationId: world.foundationId },
    });
    const [first = '', second = '', third = ''] = await partiesOf(opened.body.id);
    await confirm(world.minister, opened.body.id, first);
    await confirm(world.officer, opened.body.id, second);
    expect((await confirm(world.foundation, opened.body.id, third, {})).body.code).toBe(
      'agreement-life.approval-missing',
    );
    expect((await confirm(world.foundation, opened.body.id, third)).status).toBe(200);
    const { hash } = await world.seal(opened.body.id);
    await world.sign(world.minister, opened.body.id, first, hash);
    await world.sign(world.mayor, opened.body.id, second, hash);
    expect((await world.life(id)).parties).toHaveLength(2);
    expect((await world.sign(world.foundation, opened.body.id, third, hash)).status).toBe(201);
    const { parties } = await world.life(id);
    expect(parties.map((one: { name: string }) => one.name)).toContain('Fundación de ejemplo');
    expect((await world.foundation.call('GET', `/api/agreements/${id}/life`)).body.abilities).toEqual([
      'act-for-party',
    ]);
  });
});

describe('a suspension', () => {
  it('stops the clocks of what is owed, until it is resumed', async () => {
    const { id } = await inForce();
    const { instanceId } = await agreed(id);
    expect(
      (await world.act(world.officer, id, 'suspension', { reason, reviewOn: '2026-05-01' })).status,
    ).toBe(403);
    expect(
      (await world.act(world.centre, id, 'suspension', { reason, reviewOn: '2026-03-10' })).body.problems[0]
        .code,
    ).toBe('agreement-life.review-day');
    expect((await world.act(world.centre, id, 'suspension', { reason, reviewOn: '2026-05-01' })).status).toBe(
      200,
    );
    expect((await world.life(id)).warnings).toMatchObject([{ kind: 'review-due', onDay: '2026-05-01' }]);
    await world.on('2026-04-09');
    expect((await world.act(world.centre, id, 'resumption', { reason })).status).toBe(200);
    const instance = await world.database.owner
      .selectFrom('commitment_instance')
      .select(['due_on', 'paused_days'])
      .where('id', '=', instanceId)
      .executeTakeFirstOrThrow();
    expect(instance).toEqual({ due_on: '2026-10-30', paused_days: 30 });
  });
});

/** A commitment that was agreed when the agreement came into force: added as the parties would by an addendum. */
async function agreed(id: string) {
  const made = await world.commitment(id);
  await world.database.owner
    .updateTable('commitment')
    .set({ standing: 'agreed' })
    .where('id', '=', made.id)
    .execute();
  return made;
}

describe('a formal notice', () => {
  it('is seen by the parties and the commission, replied to, and published after the time to reply, never in a quiet period', async () => {
    const { id, ministry, municipality } = await inForce();
    const { instanceId } = await agreed(id);
    const { clauses } = await world.life(id);
    const notice = {
      byPartyId: ministry,
      toPartyId: municipality,
      facts: 'El centro no se abrió',
      clauses: [clauses[0].id],
      instances: [instanceId],
      cureBy: '2026-03-12',
    };
    expect((await world.act(world.officer, id, 'notices', notice)).status).toBe(403);
    expect(
      (await world.act(world.minister, id, 'notices', { ...notice, toPartyId: ministry })).body.problems[0]
        .code,
    ).toBe('agreement-life.notice-to-self');
    expect((await world.act(world.minister, id, 'notices', notice)).status).toBe(200);
    const life = await world.life(id);
    expect(life).toMatchObject({ standing: 'under-notice', cureBy: '2026-04-09' });
    const [{ id: noticeId }] = life.notices;
    expect((await world.visitor('GET', `/api/agreements/${id}/life`)).body.notices).toEqual([]);
    for (const path of [`/api/agreements/${id}`, `/api/agreements/${id}/life`])
      expect((await world.visitor('GET', path)).body.standing, path).toBe('in-force');
    const told = await world.visitor('GET', '/api/agreements?standing=under-notice');
    expect(told.body.items).toEqual([]);
    const base = `notices/${noticeId}`;
    expect((await world.act(world.minister, id, `${base}/reply`, { reply: 'Se abrirá' })).status).toBe(403);
    expect((await world.act(world.centre, id, `${base}/publication`)).body.code).toBe(
      'agreement-life.reply-period',
    );
    expect(
      (await world.act(world.officer, id, `${base}/reply`, { reply: 'Se abre la semana próxima' })).status,
    ).toBe(200);
    expect((await world.act(world.officer, id, `${base}/reply`, { reply: 'Otra vez' })).body.code).toBe(
      'agreement-life.notice-replied',
    );
    const quiet = {
      id: noticeId,
      country: 'XA',
      territory_id: await world.territory('XA'),
      from_day: '2026-03-01',
      to_day: '2026-03-20',
      reason: 'Elecciones',
    };
    await world.database.owner.insertInto('quiet_period').values(quiet).execute();
    expect((await world.act(world.centre, id, `${base}/publication`)).body.code).toBe(
      'agreement-life.quiet-period',
    );
    await world.on('2026-03-21');
    expect((await world.act(world.officer, id, `${base}/publication`)).status).toBe(403);
    expect((await world.act(world.centre, id, `${base}/publication`)).status).toBe(200);
    expect((await world.act(world.centre, id, `${base}/publication`)).body.code).toBe(
      'agreement-life.already-published',
    );
    const shown = (await world.visitor('GET', `/api/agreements/${id}/life`)).body.notices;
    expect(shown).toMatchObject([{ facts: 'El centro no se abrió', reply: 'Se abre la semana próxima' }]);
    // An election that begins after the publication keeps quiet about it too; the parties go on reading it.
    const later = world.database.owner.updateTable('quiet_period').set({ to_day: '2999-12-31' });
    await later.execute();
    const hushed = (await world.visitor('GET', `/api/agreements/${id}/life`)).body;
    expect(hushed).toMatchObject({ standing: 'in-force', notices: [], cureBy: null });
    expect(hushed.acts.map(({ act }: { act: string }) => act)).not.toContain('gave-notice');
    expect((await world.life(id)).notices).toHaveLength(1);
    await world.database.owner.deleteFrom('quiet_period').execute();
    expect(
      (await world.act(world.minister, id, `${base}/outcome`, { outcome: 'persists', reason })).body.code,
    ).toBe('agreement-life.cure-still-open');
    expect((await world.act(world.officer, id, `${base}/outcome`, { outcome: 'cured', reason })).status).toBe(
      403,
    );
    expect(
      (await world.act(world.minister, id, `${base}/outcome`, { outcome: 'cured', reason })).status,
    ).toBe(200);
    expect((await world.life(id)).standing).toBe('in-force');
    expect(
      (await world.act(world.minister, id, `${base}/outcome`, { outcome: 'withdrawn', reason })).status,
    ).toBe(409);
  });
});

describe('the breach of a commitment of an agreement', () => {
  it('is published when the days to reply of its instrument are over', async () => {
    const { id } = await inForce();
    const { instanceId } = await agreed(id);
    const { owner } = world.database;
    await owner
      .updateTable('commitment_instance')
      .set({ standing: 'breached', noticed_on: '2026-03-01', breached_on: '2026-03-02' })
      .where('id', '=', instanceId)
      .execute();
    const grant = (days: number) =>
      owner
        .updateTable('agreement_template')
        .set({ content: sql`jsonb_set(content, '{publicity,replyDays}', to_jsonb(${days}::int))` })
        .execute();
    const publish = () =>
      world.centre.call('POST', `/api/commitment-instances/${instanceId}/breach-publication`, { version: 1 });
    await world.on('2026-03-21');
    await grant(20);
    expect((await publish()).body.code).toBe('commitments.reply-period');
    await owner.updateTable('commitment').set({ is_public: true }).where('agreement_id', '=', id).execute();
    const stateOn = async (who: LifeWorld['visitor']) =>
      (await who('GET', `/api/agreements/${id}`)).body.commitments[0].state;
    expect(await stateOn(world.centre.call)).toMatchObject({ state: 'breached', instances: 1, kept: 0 });
    expect((await stateOn(world.visitor)).state).not.toBe('breached');
    await grant(19);
    expect((await publish()).status).toBe(200);
    expect((await stateOn(world.visitor)).state).toBe('breached');
    await grant(15);
  });
});

describe('the commission', () => {
  it('meets with or without its quorum, keeps its minutes, and moves no date where the template does not let it', async () => {
    const { id } = await inForce();
    const { instanceId } = await agreed(id);
    const call = { calledOn: '2026-03-10', seats: 4, quorum: 3 };
    expect((await world.act(world.officer, id, 'sessions', call)).status).toBe(403);
    expect(
      (await world.act(world.centre, id, 'sessions', { ...call, quorum: 5 })).body.problems[0].code,
    ).toBe('agreement-life.quorum-above-seats');
    expect((await world.act(world.centre, id, 'sessions', call)).status).toBe(200);
    const [session] = (await world.life(id)).sessions;
    expect(session.verdict).toBe('called');
    const minutes = `sessions/${session.id}/minutes`;
    expect(
      (await world.act(world.centre, id, minutes, { heldOn: '2026-03-10', present: 5 })).body.problems[0]
        .code,
    ).toBe('agreement-life.present-above-seats');
    expect(
      (await world.act(world.centre, id, minutes, { heldOn: '2026-03-10', present: 2, decisions: 'Ninguna' }))
        .status,
    ).toBe(200);
    expect((await world.act(world.centre, id, minutes, { heldOn: '2026-03-10', present: 3 })).body.code).toBe(
      'agreement-life.session-held',
    );
    expect((await world.life(id)).sessions[0].verdict).toBe('without-quorum');
    const bytes = Buffer.from('%PDF-1.7\n%%EOF\n');
    const file = await world.centre.call(
      'POST',
      `/api/agreements/${id}/sessions/${session.id}/file?fileName=acta.pdf`,
      { bytes, mediaType: 'application/pdf' },
    );
    expect(file.status).toBe(201);
    const body = { sessionId: session.id, instanceId, dueOn: '2026-12-01', reason };
    const { mayReschedule } = await world.life(id);
    expect((await world.act(world.centre, id, 'reschedulings', body)).body.code).toBe(
      mayReschedule ? 'agreement-life.no-quorum' : 'agreement-life.reschedule-not-allowed',
    );
  });
});
