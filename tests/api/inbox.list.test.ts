import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';
import { makeAgreement, makeCommitment } from '../commitment-world.ts';

let world: World;
let ministry: string;
let commune: string;
let officer: Holder;
let mayor: Holder;
let centre: Holder;
let stranger: Holder;
let agreementId: string;

beforeAll(async () => {
  world = await makeWorld();
  ministry = await world.organisation('Ministerio de ejemplo', 'XA');
  commune = await world.organisation('Comuna de ejemplo', '0101');
  centre = await world.holder('centro', [{ role: 'national-coordinator', code: 'XA' }]);
  officer = await world.holder('enlace', [
    { role: 'institutional-focal-point', code: 'XA', organisationId: ministry },
  ]);
  mayor = await world.holder('comuna', [
    { role: 'municipal-coordinator', code: '0101', organisationId: commune },
  ]);
  stranger = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  agreementId = await makeAgreement(world, { parties: [ministry, commune] });
  const owed = { obligor: commune, beneficiary: ministry };
  await makeCommitment(world, { ...owed, what: 'Plan local', dueOn: '2026-03-12' });
  await makeCommitment(world, { ...owed, what: 'Informe vencido', dueOn: '2026-02-20' });
  await makeCommitment(world, { ...owed, what: 'Muy lejano', dueOn: '2026-09-01' });
  await makeCommitment(world, {
    ...owed,
    what: 'Acta de cierre',
    dueOn: '2026-03-01',
    standing: 'delivered',
    deliveredOn: '2026-02-28',
    verifyBy: '2026-03-15',
  });
});
afterAll(() => world.stop());

type Line = { readonly kind: string; readonly title: string; readonly group: string };
const inbox = async (who: Holder) => {
  const answer = await who.call('GET', '/api/inbox');
  expect(answer.status).toBe(200);
  return answer.body as { today: string; items: (Line & { path: string; onDay: string | null })[] };
};
const lines = async (who: Holder) =>
  (await inbox(who)).items.map(({ kind, title, group }) => [kind, title, group]);

describe('the inbox', () => {
  it('shows what my side owes and verifies, the earliest first, and nothing that is far away', async () => {
    expect(await lines(mayor)).toEqual([
      ['deliver', 'Informe vencido', 'overdue'],
      ['deliver', 'Plan local', 'week'],
    ]);
    expect(await lines(officer)).toEqual([['verify', 'Acta de cierre', 'week']]);
  });

  it('shows the commission what climbs the ladder, with the page on which it is done', async () => {
    const { items } = await inbox(centre);
    expect(items.map(({ kind, title }) => [kind, title])).toEqual([['give-notice', 'Informe vencido']]);
    expect(items[0]?.path).toMatch(/^\/compromisos\/[0-9a-f-]{36}\/estado$/);
  });

  it('shows a stranger nothing and asks a visitor to sign in', async () => {
    expect(await lines(stranger)).toEqual([]);
    expect((await world.visitor('GET', '/api/inbox')).status).toBe(401);
    const beyond = (await mayor.call('GET', '/api/inbox?page=2')).body;
    expect(beyond).toMatchObject({ count: 2, overdue: 1, items: [], next: null, isMore: false });
    expect((await world.visitor('GET', '/api/inbox/count')).status).toBe(401);
  });

  it('counts the same', async () => {
    expect((await mayor.call('GET', '/api/inbox/count')).body).toEqual({ count: 2, overdue: 1 });
    expect((await stranger.call('GET', '/api/inbox/count')).body).toEqual({ count: 0, overdue: 0 });
  });

  it('asks each party for its own step on the way to the signature', async () => {
    const { owner } = world.database;
    const territory = await world.territory('0101');
    for (const [organisation, standing] of [
      [ministry, 'confirmed'],
      [commune, 'invited'],
    ] as const)
      await owner
        .insertInto('agreement_party')
        .values({
          id: crypto.randomUUID(),
          agreement_id: agreementId,
          territory_id: territory,
          organisation_id: organisation,
          role: 'obligor',
          standing,
        })
        .execute();
    const become = (standing: string) =>
      owner.updateTable('agreement').set({ standing }).where('id', '=', agreementId).execute();
    await become('negotiation');
    expect(await lines(mayor)).toContainEqual(['confirm-text', 'Convenio de prueba', 'undated']);
    expect(await lines(officer)).toEqual([['verify', 'Acta de cierre', 'week']]);
    await become('ready-to-sign');
    expect(await lines(officer)).toContainEqual(['sign', 'Convenio de prueba', 'undated']);
    await become('in-force');
    expect(await lines(mayor)).toHaveLength(2);
  });

  it('loses a line as soon as the thing is done', async () => {
    const { owner } = world.database;
    await owner
      .updateTable('commitment_instance')
      .set({ standing: 'verified', delivered_on: '2026-03-09' })
      .where('due_on', '=', '2026-03-12')
      .execute();
    expect(await lines(mayor)).toEqual([['deliver', 'Informe vencido', 'overdue']]);
  });
});

describe('the text to share', () => {
  const shared = (who: { call: Holder['call'] }, id: string, kind = 'commitment') =>
    who.call('GET', `/api/share-texts/${kind}/${id}`);

  it('names what is public, with its day and its address, and no person', async () => {
    const given = { obligor: ministry, beneficiary: commune, what: 'Feria de empleo', dueOn: '2026-06-01' };
    const { id } = await makeCommitment(world, { ...given, isPublic: true });
    const { body } = await shared({ call: world.visitor }, id);
    const link = `${world.installation.origin}/compromisos/${id}`;
    expect(body.text).toBe(
      `Feria de empleo. Responsable: Ministerio de ejemplo. Vence el 1 de junio de 2026. ${link}`,
    );
  });

  it('tells of what is not public neither title nor day, and a stranger nothing at all', async () => {
    const given = { obligor: ministry, beneficiary: commune, what: 'Asunto reservado', dueOn: '2026-06-01' };
    const { id } = await makeCommitment(world, given);
    const { body } = await shared(officer, id);
    expect(body.text).toMatch(/^Hay un compromiso que requiere su atención\. \S+$/);
    expect((await shared(stranger, id)).body.code).toBe('inbox.nothing-to-share');
    expect((await shared(officer, agreementId, 'agreement')).status).toBe(200);
    expect((await shared(officer, agreementId, 'plan')).status).toBe(404);
    expect((await shared(officer, agreementId, 'path')).status).toBe(404);
  });
});
