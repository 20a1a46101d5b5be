import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#services/new-id.ts';
import { followHandovers } from '#services/actors/follow-handovers.ts';
import { makeWorld, password, type Holder, type World } from '../access-world.ts';
import { keepTemplate, smallTemplate } from '../agreement-template.ts';
import { makeCommitment } from '../commitment-world.ts';
import { messyList } from '../messy-list.ts';

let world: World;
let national: Holder;
let neighbour: Holder;
let ministry: string;
let municipality: string;
let made = 0;

beforeAll(async () => {
  world = await makeWorld();
  await keepTemplate(world, smallTemplate);
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  neighbour = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  ministry = await world.organisation('Ministerio de ejemplo', 'XA');
  municipality = (await world.visitor('GET', '/api/organisations?territory=XA-0101&kind=municipality')).body
    .items[0].id;
});
afterAll(() => world.stop());

type Office = { readonly leaving: Holder; readonly coming: Holder; readonly agreementId: string };

/** A mayor's office as it is on the eve: an office holder who signs for the municipality and has a list in work. */
async function makeOffice(): Promise<Office> {
  made += 1;
  const leaving = await world.holder(`sale${made}`, [{ role: 'municipal-coordinator', code: '0101' }]);
  const coming = await world.holder(`llega${made}`, [], { home: '0101', name: `Titular que llega ${made}` });
  const post = {
    organisationId: municipality,
    personId: leaving.personId,
    territory: 'XA-0101',
    kind: 'officer',
    title: 'Alcaldía',
    validFrom: '2024-07-01',
  };
  expect((await national.call('POST', '/api/posts', { body: post })).status).toBe(201);
  const agreement = await leaving.call('POST', '/api/agreements/registrations', {
    body: {
      territory: 'XA-0101',
      templateId: smallTemplate.id,
      title: `Convenio de prevención ${made}`,
      parties: [
        { organisationId: ministry, role: 'lead' },
        { organisationId: municipality, role: 'beneficiary', representativeOffice: 'Alcaldía' },
      ],
      signedOn: '2025-02-03',
      endsOn: '2026-07-31',
      noNeedReason: 'Se firmó antes del registro de necesidades',
    },
  });
  expect(agreement.status).toBe(201);
  await world.database.owner
    .updateTable('agreement_party')
    .set({ representative_id: leaving.personId })
    .where('agreement_id', '=', agreement.body.id)
    .where('organisation_id', '=', municipality)
    .execute();
  return { leaving, coming, agreementId: agreement.body.id };
}

const sendList = async (who: Holder): Promise<string> => {
  const sent = await who.call('POST', '/api/commitment-sheets?territory=XA-0101&fileName=matriz.csv', {
    bytes: new TextEncoder().encode(messyList),
    mediaType: 'text/csv',
  });
  expect(sent.status).toBe(201);
  return sent.body.id;
};
const passing = (office: Office, more: object = {}) => ({
  passings: [{ fromPersonId: office.leaving.personId, toPersonId: office.coming.personId }],
  organisationId: municipality,
  on: '2026-03-10',
  reason: 'Cambio de gobierno',
  ...more,
});
const representative = (agreementId: string) =>
  world.database.owner
    .selectFrom('agreement_party')
    .select('representative_id')
    .where('agreement_id', '=', agreementId)
    .where('organisation_id', '=', municipality)
    .executeTakeFirst();
const handOver = (body: object, who = national) => who.call('POST', '/api/handovers', { body });
const lists = async (who: Holder) =>
  ((await who.call('GET', '/api/commitment-sheets')).body.items ?? []).map(({ id }: { id: string }) => id);

describe('a mayor hands over', () => {
  it('and everything passes in one step, shown before: lists, who signs, and the work of the office', async () => {
    const office = await makeOffice();
    const { leaving, coming, agreementId } = office;
    const list = await sendList(leaving);
    const late = await makeCommitment(world, {
      what: 'Reparar las luminarias',
      obligor: municipality,
      beneficiary: ministry,
      dueOn: '2026-03-01',
    });
    await makeCommitment(world, {
      what: 'Abrir la casa de justicia',
      obligor: municipality,
      beneficiary: ministry,
      dueOn: '2026-05-01',
    });
    await makeCommitment(world, {
      what: 'Formar a las brigadas',
      obligor: ministry,
      beneficiary: municipality,
      dueOn: '2026-03-05',
      standing: 'delivered',
      deliveredOn: '2026-03-05',
      verifyBy: '2026-03-20',
    });
    expect((await coming.call('GET', `/api/commitments/${late.id}`)).status).toBe(404);

    const head = { title: 'Plan local de prevención', periodFrom: '2026-01-01', periodTo: '2026-12-31' };
    const plan = await leaving.call('POST', '/api/plans', {
      body: { ...head, organisationId: municipality },
    });
    expect(plan.status).toBe(201);
    const body = passing(office);
    const preview = await national.call('POST', '/api/handovers/preview', { body });
    expect(preview.body).toMatchObject({
      kept: [{ kind: 'sheet', count: 1, titles: ['matriz.csv'], outcome: 'passes' }],
      representations: [{ agreement: { id: agreementId }, outcome: 'passes', to: { id: coming.personId } }],
      open: {
        until: '2026-06-08',
        commitments: { owe: { open: 2, late: 1, soon: 1 }, verify: { open: 1 } },
        agreements: [{ id: agreementId, standing: 'in-force', endsOn: '2026-07-31' }],
        drafts: [{ kind: 'plan', id: plan.body.id, standing: 'draft', path: `/planes/${plan.body.id}` }],
      },
    });
    expect(preview.body.open.commitments.owe.rows).toMatchObject([
      { what: 'Reparar las luminarias', state: 'overdue', days: 9 },
      { what: 'Abrir la casa de justicia', dueOn: '2026-05-01' },
    ]);
    expect(await lists(leaving)).toEqual([list]);

    const done = await handOver(body);
    expect(done.status).toBe(201);
    expect(await lists(coming)).toEqual([list]);
    expect((await representative(agreementId))?.representative_id).toBe(coming.personId);
    expect((await coming.call('GET', `/api/commitments/${late.id}`)).status).toBe(200);
    expect((await coming.call('GET', `/api/plans/${plan.body.id}`)).body.abilities).toContain('edit-plan');
    const ledger = (await coming.call('GET', '/api/ledger?side=owe')).body;
    expect(ledger.items.map(({ what }: { what: string }) => what)).toContain('Reparar las luminarias');
    const inbox = (await coming.call('GET', '/api/inbox')).body.items;
    expect(inbox.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['deliver', 'verify']),
    );
    const mine = (await coming.call('GET', '/api/handovers?mine=yes')).body.items;
    expect(mine).toMatchObject([{ id: done.body.id, on: '2026-03-10' }]);
    expect((await national.call('GET', '/api/handovers?mine=yes')).body.items).toEqual([]);
    const brief = await coming.call('GET', `/api/handovers/${done.body.id}`);
    expect(brief.body).toMatchObject({
      isPassed: true,
      kept: [{ kind: 'sheet', count: 1, titles: [] }],
      open: { commitments: { owe: { late: 1 } } },
    });
  });

  it('with what approved plans do in these days, and no more than that', async () => {
    const office = await makeOffice();
    const head = { title: 'Plan aprobado', periodFrom: '2026-01-01', periodTo: '2026-12-31' };
    const body = { ...head, organisationId: municipality };
    const plan = (await office.leaving.call('POST', '/api/plans', { body })).body.id;
    const { owner } = world.database;
    await owner
      .updateTable('plan')
      .set({ standing: 'approved', edition: 1 })
      .where('id', '=', plan)
      .execute();
    const action = async (title: string, from: string, to: string) => ({
      id: newId(),
      plan_id: plan,
      territory_id: await world.territory('0101'),
      title,
      period_from: from,
      period_to: to,
    });
    const rows = [
      await action('Canchas abiertas', '2026-01-15', '2026-05-30'),
      await action('Feria de servicios', '2026-04-01', '2026-11-30'),
      await action('Cierre del año', '2026-11-01', '2026-12-15'),
    ];
    await owner.insertInto('plan_action').values(rows).execute();
    const preview = await national.call('POST', '/api/handovers/preview', { body: passing(office) });
    expect(preview.body.open.actions.map(({ title }: { title: string }) => title)).toEqual([
      'Canchas abiertas',
      'Feria de servicios',
    ]);
  });

  it('and whoever leaves sees nothing of it afterwards, while what they did stays theirs', async () => {
    const office = await makeOffice();
    const { leaving, coming, agreementId } = office;
    const list = await sendList(leaving);
    const { owner } = world.database;
    const acts = () =>
      owner.selectFrom('agreement_act').selectAll().where('agreement_id', '=', agreementId).execute();
    const before = await acts();
    expect(before).toMatchObject([{ act: 'registered', account_id: leaving.accountId }]);
    expect((await handOver(passing(office))).status).toBe(201);
    expect(await acts()).toEqual(before);
    world.clock.now = new Date('2026-03-10T15:05:00Z');
    const again = await world.signIn(leaving.username, password);
    expect((await again('GET', `/api/commitment-sheets/${list}`)).status).toBe(403);
    expect((await again('GET', '/api/inbox')).body.items).toEqual([]);
    expect((await again('GET', '/api/ledger?side=owe')).body.items).toEqual([]);
    expect((await coming.call('GET', `/api/commitment-sheets/${list}`)).status).toBe(200);
    const trail = await owner
      .selectFrom('audit_entry')
      .select(['operation', 'subject_id', 'content'])
      .where('operation', 'in', ['handOver', 'updateAgreementParty'])
      .execute();
    expect(trail.some(({ operation, content }) => operation === 'handOver' && content.includes(list))).toBe(
      true,
    );
    expect(
      trail.some((entry) => entry.operation === 'updateAgreementParty' && entry.subject_id === agreementId),
    ).toBe(true);
  });

  it('and nothing passes where any part is refused', async () => {
    const office = await makeOffice();
    const list = await sendList(office.leaving);
    // Whoever leaves also holds an office where this coordinator hands nothing over.
    const elsewhere = {
      organisationId: await world.organisation('Centro cultural de ejemplo', '0201'),
      personId: office.leaving.personId,
      territory: 'XA-0201',
      kind: 'officer',
      title: 'Enlace',
      validFrom: '2025-01-01',
    };
    expect((await national.call('POST', '/api/posts', { body: elsewhere })).status).toBe(201);
    const municipal = await world.holder('coordina', [{ role: 'municipal-coordinator', code: '0101' }]);
    const refused = await handOver(passing(office, { organisationId: null }), municipal);
    expect(refused.body.code).toBe('shared.forbidden');
    const { owner } = world.database;
    const posts = await owner
      .selectFrom('post')
      .select('valid_to')
      .where('person_id', '=', office.leaving.personId)
      .execute();
    expect(posts).toEqual([{ valid_to: null }, { valid_to: null }]);
    expect((await handOver(passing(office), neighbour)).status).toBeGreaterThanOrEqual(400);
    expect(await lists(office.leaving)).toEqual([list]);
    expect((await representative(office.agreementId))?.representative_id).toBe(office.leaving.personId);
  });

  it('to somebody without an account: their lists stay with whoever hands over, and say so', async () => {
    const office = await makeOffice();
    const list = await sendList(office.leaving);
    const person = { territory: 'XA-0101', name: `Sin Cuenta ${made}`, confirmNew: true };
    const toPersonId = (await national.call('POST', '/api/people', { body: person })).body.id;
    const body = passing(office, { passings: [{ fromPersonId: office.leaving.personId, toPersonId }] });
    const preview = await national.call('POST', '/api/handovers/preview', { body });
    expect(preview.body.kept).toMatchObject([{ outcome: 'to-keeper' }]);
    expect((await handOver(body)).status).toBe(201);
    expect(await lists(national)).toContain(list);
    const nobody = await makeOffice();
    const vacant = passing(nobody, {
      passings: [{ fromPersonId: nobody.leaving.personId, toPersonId: null }],
    });
    expect((await handOver(vacant)).status).toBe(201);
    expect((await representative(nobody.agreementId))?.representative_id).toBeNull();
  });
});

describe('a handover set for a day to come', () => {
  it('leaves lists and signing where they are until the day, and passes them on it', async () => {
    const office = await makeOffice();
    const list = await sendList(office.leaving);
    const done = await handOver(passing(office, { on: '2026-07-01' }));
    expect(done.status).toBe(201);
    expect(await lists(office.leaving)).toEqual([list]);
    expect((await office.coming.call('GET', `/api/handovers/${done.body.id}`)).body.isPassed).toBe(false);
    const on = (day: string) => followHandovers({ ...world.context, now: new Date(`${day}T15:00:00Z`) });
    expect(await on('2026-06-29')).toBe(0);
    expect((await representative(office.agreementId))?.representative_id).toBe(office.leaving.personId);
    expect(await on('2026-07-01')).toBe(1);
    expect((await representative(office.agreementId))?.representative_id).toBe(office.coming.personId);
    expect(await on('2026-07-01')).toBe(0);
    const kept = await world.database.owner
      .selectFrom('commitment_sheet')
      .select('account_id')
      .where('id', '=', list)
      .executeTakeFirst();
    expect(kept?.account_id).toBe(office.coming.accountId);
    expect((await office.coming.call('GET', `/api/handovers/${done.body.id}`)).body.isPassed).toBe(true);
  });

  it('is called off until the day before, with a reason that both read, and everything goes on as it was', async () => {
    const office = await makeOffice();
    const list = await sendList(office.leaving);
    const state = () =>
      Promise.all([
        world.database.owner
          .selectFrom('post')
          .select(['person_id', 'title', 'valid_from', 'valid_to'])
          .where('person_id', 'in', [office.leaving.personId, office.coming.personId])
          .orderBy('id')
          .execute(),
        world.database.owner
          .selectFrom('role_assignment')
          .select(['account_id', 'role', 'valid_from', 'valid_to'])
          .where('account_id', 'in', [office.leaving.accountId, office.coming.accountId])
          .orderBy('id')
          .execute(),
      ]);
    const before = await state();
    const { id } = (await handOver(passing(office, { on: '2026-07-01' }))).body;
    expect(await state()).not.toEqual(before);
    const mine = async (who: Holder) => (await who.call('GET', '/api/handovers?mine=yes')).body.items;
    expect(await mine(office.leaving)).toMatchObject([{ id, side: 'leaves', mayCancel: true }]);
    expect(await mine(office.coming)).toMatchObject([{ id, side: 'comes', mayCancel: false }]);

    const path = `/api/handovers/${id}/cancellation`;
    const body = { reason: 'Se aplazó la toma de posesión' };
    expect((await office.coming.call('POST', path, { body })).status).toBe(403);
    expect((await neighbour.call('POST', path, { body })).status).toBe(404);
    expect((await world.visitor('POST', path, { body })).status).toBe(401);
    expect((await national.call('POST', path, { body: { reason: '' } })).status).toBe(422);
    expect((await national.call('POST', path, { body })).status).toBe(200);
    expect(await state()).toEqual(before);
    for (const who of [office.leaving, office.coming]) {
      expect(await mine(who)).toMatchObject([{ id, isPassed: false, mayCancel: false, cancelled: body }]);
      expect((await who.call('GET', `/api/handovers/${id}`)).body).toMatchObject({ cancelled: body });
    }
    expect((await national.call('POST', path, { body })).body.code).toBe('actors.handover-cancelled');
    const on = (day: string) => followHandovers({ ...world.context, now: new Date(`${day}T15:00:00Z`) });
    expect(await on('2026-07-02')).toBe(0);
    expect(await lists(office.leaving)).toEqual([list]);
    expect((await representative(office.agreementId))?.representative_id).toBe(office.leaving.personId);
    const trail = await world.database.owner
      .selectFrom('audit_entry')
      .select(['operation', 'content'])
      .where('subject_id', '=', id)
      .where('operation', '=', 'cancelHandover')
      .execute();
    expect(trail).toHaveLength(1);
    expect(trail[0]?.content).toContain('"cancelled":true');
    // Set anew for another day, it passes as if nothing had been.
    expect((await handOver(passing(office, { on: '2026-08-01' }))).status).toBe(201);
  });

  it('is not called off once its day has come, nor where somebody has changed an office of it since', async () => {
    const body = { reason: 'Se aplazó la toma de posesión' };
    const cancel = (id: string) => national.call('POST', `/api/handovers/${id}/cancellation`, { body });
    const today = await handOver(passing(await makeOffice()));
    expect((await cancel(today.body.id)).body.code).toBe('actors.handover-day-come');
    const office = await makeOffice();
    const { id } = (await handOver(passing(office, { on: '2026-07-01' }))).body;
    const { owner } = world.database;
    const begun = await owner
      .selectFrom('post')
      .select(['id', 'version'])
      .where('person_id', '=', office.coming.personId)
      .executeTakeFirstOrThrow();
    const gone = await national.call('DELETE', `/api/posts/${begun.id}`, { version: begun.version });
    expect(gone.status, gone.text).toBe(200);
    expect((await cancel(id)).body.code).toBe('actors.handover-built-upon');
    const ended = await owner
      .selectFrom('post')
      .select('valid_to')
      .where('person_id', '=', office.leaving.personId)
      .executeTakeFirstOrThrow();
    expect(ended.valid_to).toBe('2026-07-01');
  });

  it('is offered on the day on which the country’s governments change', async () => {
    const { items } = (await world.visitor('GET', '/api/countries')).body;
    expect(items[0].changeovers).toEqual([
      { levels: ['municipal'], first: '2022-07-01', everyYears: 4, verified: true },
    ]);
  });
});

describe('a stranger', () => {
  it('reads no brief, sees no list and hands nothing over', async () => {
    const office = await makeOffice();
    await sendList(office.leaving);
    const preview = await neighbour.call('POST', '/api/handovers/preview', { body: passing(office) });
    expect([403, 404, 409, 422]).toContain(preview.status);
    const done = await handOver(passing(office));
    expect((await neighbour.call('GET', `/api/handovers/${done.body.id}`)).status).toBe(404);
    expect((await world.visitor('GET', `/api/handovers/${done.body.id}`)).status).toBe(401);
  });
});
