import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';
import { makeAgreement, makeCommitment } from '../commitment-world.ts';

let world: World;
let national: Holder;
let municipal: Holder;
let focalPoint: Holder;
let stranger: Holder;
let ministry: string;
let commune: string;
let agreementId: string;
let input: { id: string; instanceId: string };
let plan: { id: string; instanceId: string };

beforeAll(async () => {
  world = await makeWorld();
  ministry = await world.organisation('Ministerio de ejemplo', 'XA');
  commune = await world.organisation('Comuna de ejemplo', '0101');
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  municipal = await world.holder('comuna', [
    { role: 'municipal-coordinator', code: '0101', organisationId: commune },
  ]);
  focalPoint = await world.holder('enlace', [
    { role: 'institutional-focal-point', code: 'XA', organisationId: ministry },
  ]);
  stranger = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  agreementId = await makeAgreement(world, { parties: [ministry, commune] });
  input = await makeCommitment(world, {
    what: 'Entregar los datos de la estación',
    obligor: ministry,
    beneficiary: commune,
    dueOn: '2026-02-10',
    agreementId,
  });
  const owed = { obligor: commune, beneficiary: ministry, agreementId };
  plan = await makeCommitment(world, { ...owed, what: 'Plan local', dueOn: '2026-03-20', needs: [input.id] });
  await makeCommitment(world, {
    ...owed,
    what: 'Capacitación',
    dueOn: '2026-04-10',
    needs: [plan.id],
    code: '0104',
  });
  await makeCommitment(world, { ...owed, what: 'Luminarias', dueOn: '2026-03-20' });
  const handedIn = { standing: 'delivered', deliveredOn: '2026-02-20', verifyBy: '2026-03-07' };
  await makeCommitment(world, { ...owed, ...handedIn, what: 'Acta de cierre', dueOn: '2026-03-01' });
  await makeCommitment(world, {
    obligor: ministry,
    beneficiary: commune,
    what: 'Campaña pública',
    dueOn: '2026-02-15',
    isPublic: true,
    code: '0202',
  });
});
afterAll(() => world.stop());

const ledger = async (who: { call: Holder['call'] }, query = '') => {
  const answer = await who.call('GET', `/api/ledger${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
};
type Line = { readonly what: string; readonly state: string; readonly action: string };
const whats = (body: { items: Line[] }) => body.items.map((line) => line.what);

describe('the ledger', () => {
  it('shows what I owe first, with its state, its words and the one thing that it needs', async () => {
    const body = await ledger(municipal);
    expect(body).toMatchObject({ side: 'owe', today: '2026-03-10', parties: [{ id: commune }] });
    expect(body.items.map(({ what, state, action }: Line) => [what, state, action])).toEqual([
      ['Acta de cierre', 'delivered', 'await-verification'],
      ['Plan local', 'at-risk', 'deliver'],
      ['Luminarias', 'not-started', 'start'],
      ['Capacitación', 'not-started', 'start'],
    ]);
    expect(body.counts).toMatchObject({ owe: { count: 4 }, owed: { count: 2 }, verify: { count: 0 } });
  });

  it('shows what I am owed and what I verify', async () => {
    const owed = await ledger(municipal, '?side=owed');
    expect(owed.items).toMatchObject([
      { what: 'Entregar los datos de la estación', state: 'overdue', days: 28, action: 'remind' },
      { what: 'Campaña pública', state: 'overdue' },
    ]);
    const verifies = await ledger(focalPoint, '?side=verify&state=delivered');
    expect(verifies.items).toMatchObject([{ what: 'Acta de cierre', action: 'verify' }]);
    const all = await ledger(national, '?state=delivered');
    expect(all).toMatchObject({ side: 'oversee', items: [{ action: 'pass-on' }] });
  });

  it('is narrowed by state, place, agreement, party, days and words, and paged', async () => {
    expect(whats(await ledger(national, '?state=overdue'))).toHaveLength(2);
    expect(whats(await ledger(national, '?territory=XA-0104'))).toEqual(['Capacitación']);
    expect(whats(await ledger(national, `?agreement=${agreementId}`))).toHaveLength(5);
    expect(whats(await ledger(national, `?party=${commune}&from=2026-04-01&to=2026-04-30`))).toEqual([
      'Capacitación',
    ]);
    expect(whats(await ledger(national, '?text=CAPACITACION'))).toEqual(['Capacitación']);
    expect(whats(await ledger(national, '?state=soon'))).toEqual(['Plan local', 'Luminarias']);
    const all = whats(await ledger(national));
    const first = await ledger(national, '?limit=4');
    const second = await ledger(national, `?limit=4&after=${first.next}`);
    expect([...whats(first), ...whats(second)]).toEqual(all);
    expect((await national.call('GET', '/api/ledger?after=nada')).status).toBe(422);
  });

  it('is grouped, each group with what is overdue in it', async () => {
    const by = async (grouping: string) =>
      (await national.call('GET', `/api/ledger/groups?by=${grouping}`)).body.items;
    expect(await by('party')).toMatchObject([
      { title: 'Comuna de ejemplo', total: 4, delivered: 1, overdue: 0 },
      { title: 'Ministerio de ejemplo', total: 2, overdue: 2 },
    ]);
    expect((await by('month')).map((one: { key: string }) => one.key)).toEqual([
      '2026-02',
      '2026-03',
      '2026-04',
    ]);
    expect(await by('agreement')).toMatchObject([
      { key: '', total: 1 },
      { title: 'Convenio de prueba', total: 5 },
    ]);
    expect(await by('territory')).toHaveLength(3);
  });

  it('is a month, with the days on which things of one party coincide', async () => {
    const { days } = (await municipal.call('GET', '/api/ledger/month?month=2026-03')).body;
    expect(days).toMatchObject([
      { on: '2026-03-01', count: 1, collides: false },
      { on: '2026-03-20', count: 2, collides: true },
    ]);
  });

  it('is exported as it is shown', async () => {
    const sheet = await municipal.call('GET', '/api/ledger/export?format=csv&by=month');
    const lines = sheet.text.trim().split('\n');
    expect(lines).toHaveLength(1 + 4);
    expect(sheet.text).toContain('Entregado, espera verificación');
    expect(sheet.text).not.toContain('Entregar los datos de la estación');
  });

  it('shows strangers only what is public, and not that it is late', async () => {
    for (const who of [stranger, { call: world.visitor }]) {
      const body = await ledger(who, '?side=oversee&state=all');
      expect(body.items).toMatchObject([{ what: 'Campaña pública', state: 'in-review', days: null }]);
      expect(body.counts.oversee.count).toBe(1);
      expect(whats(await ledger(who, '?side=oversee&state=overdue'))).toEqual([]);
      const groups = await who.call('GET', '/api/ledger/groups?by=party&side=oversee&state=all');
      expect(groups.body.items).toMatchObject([{ total: 1, overdue: 0 }]);
      const sheet = await who.call('GET', '/api/ledger/export?format=csv&side=oversee&state=all');
      expect(sheet.text).not.toContain('Plan local');
    }
  });
});

describe('who waits on whom', () => {
  it('is told by party, with what waits for something late', async () => {
    const { waits } = (await national.call('GET', '/api/waiting?territory=XA')).body;
    expect(waits).toEqual([{ waiting: commune, waitedOn: ministry, count: 1, late: 1 }]);
    expect((await world.visitor('GET', '/api/waiting?territory=XA')).body.waits).toEqual([]);
  });

  it('names first the late one that holds back most, through others too', async () => {
    const { items, total } = (await national.call('GET', '/api/holding-back?territory=XA')).body;
    expect(total).toBe(1);
    expect(items).toMatchObject([
      { id: input.id, days: 28, held: 2, parties: [{ id: commune }], obligor: { id: ministry } },
    ]);
    expect(items[0].territories).toHaveLength(2);
    expect((await stranger.call('GET', '/api/holding-back?territory=XA')).body.items).toEqual([]);
    const ofCommune = await national.call('GET', `/api/holding-back?territory=XA&party=${commune}`);
    expect(ofCommune.body.items).toEqual([]);
  });

  it('leads from what is blocked to its cause', async () => {
    // getWaitingChain
    const { chain } = (await national.call('GET', `/api/commitments/${plan.id}/waiting-chain`)).body;
    expect(chain.map((one: { id: string }) => one.id)).toEqual([plan.id, input.id]);
    expect((await stranger.call('GET', `/api/commitments/${plan.id}/waiting-chain`)).status).toBe(404);
  });
});

describe('the calendar', () => {
  const open = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]);
  const pathOf = (address: string) => new URL(address).pathname;

  it('holds what its owner owes and verifies, with the zone of the country and alarms, and nobody’s name', async () => {
    expect((await world.visitor('POST', '/api/calendar-feeds', { body: {} })).status).toBe(401);
    const made = await municipal.call('POST', '/api/calendar-feeds', { body: {} });
    expect(made.status).toBe(201);
    const read = await world.visitor('GET', pathOf(made.body.address));
    expect([read.status, read.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const calendar = open(read.text);
    expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBeTruthy();
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.map((event) => [event.summary, event.startDate.toString()])).toEqual([
      ['Acta de cierre', '2026-03-01'],
      ['Plan local', '2026-03-20'],
      ['Luminarias', '2026-03-20'],
      ['Capacitación', '2026-04-10'],
    ]);
    expect(events.every((event) => event.startDate.isDate)).toBe(true);
    expect(events[0]?.component.getAllSubcomponents('valarm')).toHaveLength(2);
    expect(read.text).not.toContain('Titular');
    // What the owner may see no more, the calendar shows no more.
    await world.database.owner
      .updateTable('role_assignment')
      .set({ valid_to: '2026-03-01' })
      .where('account_id', '=', municipal.accountId)
      .execute();
    const later = open((await world.visitor('GET', pathOf(made.body.address))).text);
    expect(later.getAllSubcomponents('vevent')).toEqual([]);
    await world.database.owner
      .updateTable('role_assignment')
      .set({ valid_to: null })
      .where('account_id', '=', municipal.accountId)
      .execute();
  });

  it('is told once, listed without its address, and closed for good', async () => {
    const made = await focalPoint.call('POST', '/api/calendar-feeds', { body: {} });
    const listed = await focalPoint.call('GET', '/api/calendar-feeds');
    expect(listed.body.items).toMatchObject([{ id: made.body.id, lastReadAt: null }]);
    expect(listed.text).not.toContain(pathOf(made.body.address).split('/').at(-1)?.slice(0, 20));
    const path = `/api/calendar-feeds/${made.body.id}`;
    // revokeCalendarFeed
    expect((await municipal.call('DELETE', path)).status).toBe(404);
    expect((await focalPoint.call('DELETE', path)).status).toBe(200);
    // readCalendarFeed
    expect((await world.visitor('GET', pathOf(made.body.address))).status).toBe(404);
    expect((await world.visitor('GET', '/api/calendar/una-direccion-que-nadie-tiene.ics')).status).toBe(404);
  });

  it('is also a file of one commitment, for whoever sees it', async () => {
    const file = await municipal.call('GET', `/api/commitments/${plan.id}/calendar`);
    expect(open(file.text).getAllSubcomponents('vevent')).toHaveLength(1);
    expect((await stranger.call('GET', `/api/commitments/${plan.id}/calendar`)).status).toBe(404);
  });
});
