import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable, writeTable, type TableRow } from '#formats/tables/index.ts';
import { drainOutbox, type Message } from '#services/operations/outbox.ts';
import { inviteAccount } from '#services/access/invite-account.ts';
import { createFirstAdministrator } from '#services/access/create-first-administrator.ts';
import { makeWorld, password, type Holder, type World } from '../access-world.ts';

let world: World;
let national: Holder;
let municipal: Holder;

beforeAll(async () => {
  world = await makeWorld();
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  municipal = await world.holder('santafe', [{ role: 'municipal-coordinator', code: '0101' }]);
});
afterAll(() => world.stop());

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const headers = {
  territory: 'Municipio',
  organisation: 'Organización',
  name: 'Nombre o cargo',
  username: 'Usuario',
  phone: 'Teléfono',
  email: 'Correo',
  role: 'Función',
};

async function table(rows: readonly TableRow[]): Promise<Uint8Array> {
  const columns = Object.entries(headers).map(([key, header]) => ({ key, header, kind: 'code' as const }));
  return writeTable([{ name: 'Invitaciones', columns, rows }], 'xlsx');
}

const preview = (by: Holder, bytes: Uint8Array) =>
  by.call('POST', '/api/invitations/table/preview?country=XA', { bytes, mediaType: xlsx });
const invite = (by: Holder, bytes: Uint8Array, channel = 'link') =>
  by.call('POST', `/api/invitations/table?country=XA&channel=${channel}`, { bytes, mediaType: xlsx });
const countAccounts = async () =>
  (await world.database.owner.selectFrom('account').select('id').execute()).length;

describe('a table of people to invite', () => {
  it('is read whole, with every problem and duplicate by its row, and saves nothing', async () => {
    const before = await countAccounts();
    const bytes = await table([
      { territory: '0103', name: 'Oficial de Álamo Alto', phone: '+507 6000-1003' },
      { territory: '103', name: 'Oficial sin cero' },
      { territory: 'alamo bajo', name: 'Oficial de Álamo Bajo', email: 'nada' },
      { territory: 'Santa Fe', name: 'Oficial de alguna Santa Fe' },
      { territory: '0202', name: 'Oficial del Puerto', phone: '+507 60001003', role: 'Auditoría' },
      { territory: '0202', name: 'OFICIAL DEL PUERTO', organisation: 'No existe' },
      { territory: 'Atlántida', name: 'Nadie' },
      { territory: '0202', name: '' },
    ]);
    const { body } = await preview(national, bytes);
    const told = body.problems.map(({ row, code }: { row: number; code: string }) => `${row} ${code}`);
    expect(told.toSorted()).toEqual([
      '3 access.code-questioned',
      '4 access.not-email',
      '5 access.place-ambiguous',
      '6 access.twice-in-table',
      '7 access.no-such-organisation',
      '7 access.twice-in-table',
      '8 access.no-such-place',
      '9 table.required',
    ]);
    expect(body.problems.find(({ row }: { row: number }) => row === 3).message).toContain('0103');
    expect(body.ready).toBe(1);
    const refused = await invite(national, bytes);
    expect(refused.status).toBe(422);
    expect(refused.body.problems).toHaveLength(8);
    expect(await countAccounts()).toBe(before);
  });

  it('is refused where the roles or places are not the caller’s', async () => {
    const { problems } = (
      await preview(municipal, await table([{ territory: '0103', name: 'Otro municipio' }]))
    ).body;
    expect(problems.map(({ code }: { code: string }) => code)).toEqual(['access.role-not-yours']);
  });

  it('lets eighty in at once, each by a link of their own, and not twice', async () => {
    const rows = Array.from({ length: 80 }, (_, index) => ({
      territory: ['0101', '0103', '0104', '0201', '0202'][index % 5],
      name: `Oficial número ${index + 1}`,
      phone: `+507 6100-${String(index).padStart(4, '0')}`,
      role: 'Coordinación municipal',
    }));
    const bytes = await table(rows);
    const invited = await invite(national, bytes, 'print');
    expect(invited.status).toBe(201);
    expect(invited.body.invited).toBe(80);
    expect(new Set(invited.body.deliveries.map(({ username }: { username: string }) => username)).size).toBe(
      80,
    );
    expect(invited.body.deliveries[79].qr).toMatch(/^<svg/);
    const secret = invited.body.deliveries[5].link.split('/').at(-1);
    expect((await world.visitor('POST', '/api/invitation', { body: { secret } })).body.name).toBe(
      'Oficial número 6',
    );
    const again = await preview(national, bytes);
    expect(again.body.ready).toBe(0);
    expect(
      again.body.rows.every(({ standing }: { standing: string }) => standing === 'invited-already'),
    ).toBe(true);
    expect((await invite(national, bytes)).status).toBe(422);
    const waiting = (await national.call('GET', '/api/accounts?entered=no&limit=200')).body.items;
    expect(waiting).toHaveLength(80);
    expect(waiting[0].invitation.standing).toBe('waiting');
  });

  it('has an empty one to begin with, whose headers are read again', async () => {
    const answer = await national.call('GET', '/api/invitations/table/template');
    const [sheet] = (await readTable(answer.bytes)).sheets;
    expect(sheet?.rows[0]?.cells.map(({ text }) => text)).toEqual(Object.values(headers));
  });

  it('without rows, or that is no table, is refused in words', async () => {
    expect((await preview(national, await table([]))).body.code).toBe('access.nothing-to-import');
    expect((await preview(national, new Uint8Array([1, 2, 3, 0, 255]))).status).toBeLessThan(500);
  });
});

async function invited(extra: object = {}, invitation: string | null = 'link') {
  const body = {
    name: 'Alguien nueva',
    territory: 'XA-0103',
    role: { role: 'trainer', territory: 'XA-0103' },
    invite: invitation,
    ...extra,
  };
  return (await national.call('POST', '/api/accounts', { body })).body;
}

const open = (link: string) =>
  world.visitor('POST', '/api/invitation', { body: { secret: link.split('/').at(-1) } });

const fails = async () => {
  throw new Error('no hay red');
};

describe('an invitation', () => {
  it('sent again ends the one before', async () => {
    const { delivery } = await invited();
    const again = await national.call('POST', `/api/invitations/${delivery.invitationId}/resending`);
    expect(again.status).toBe(201);
    expect((await open(delivery.link)).status).toBe(409);
    expect((await open(again.body.link)).status).toBe(200);
  });

  it('is taken back, and expires after a fortnight', async () => {
    const first = (await invited()).delivery;
    expect((await national.call('DELETE', `/api/invitations/${first.invitationId}`)).status).toBe(200);
    expect((await open(first.link)).status).toBe(409);
    expect((await national.call('DELETE', `/api/invitations/${first.invitationId}`)).status).toBe(409);
    const second = (await invited()).delivery;
    const now = world.clock.now;
    world.clock.now = new Date(now.getTime() + 15 * 86_400_000);
    expect((await open(second.link)).status).toBe(409);
    world.clock.now = now;
  });

  it('of another territory is not found', async () => {
    const { delivery, account } = await invited();
    expect((await municipal.call('DELETE', `/api/invitations/${delivery.invitationId}`)).status).toBe(404);
    expect(
      (await municipal.call('POST', `/api/accounts/${account.id}/invitations`, { body: { channel: 'link' } }))
        .status,
    ).toBe(404);
  });

  it('is not made for who has entered, nor by mail where there is no mail', async () => {
    const entered = await national.call('POST', `/api/accounts/${municipal.accountId}/invitations`, {
      body: { channel: 'link' },
    });
    expect(entered.body.code).toBe('access.already-entered');
    const { account } = await invited({ email: 'alguien@example.org' }, null);
    const mailed = await national.call('POST', `/api/accounts/${account.id}/invitations`, {
      body: { channel: 'mail' },
    });
    expect(mailed.body.code).toBe('access.no-mail-here');
  });

  it('by mail is put in the post with the deed, tried again, and says when it was sent', async () => {
    const { account } = await invited({ email: 'por.correo@example.org' }, null);
    const installation = { ...world.installation, mail: { address: 'smtp://x', from: 'a@example.org' } };
    const delivery = await inviteAccount(
      { ...world.context, installation },
      { id: account.id, body: { channel: 'mail' } },
    );
    expect(delivery).toMatchObject({ queued: true, link: '', text: '' });
    const at = new Date();
    expect(await drainOutbox(world.database, at, fails)).toEqual({ sent: 0, failed: 1 });
    const told = async () => (await national.call('GET', `/api/accounts/${account.id}`)).body.invitation;
    expect(await told()).toMatchObject({ sentAt: null, sendProblem: 'no hay red' });
    const sent: Message[] = [];
    const soon = new Date(at.getTime() + 120_000);
    expect(await drainOutbox(world.database, soon, async (message) => void sent.push(message))).toEqual({
      sent: 1,
      failed: 0,
    });
    expect(sent[0]).toMatchObject({ recipient: 'por.correo@example.org' });
    expect((await open(/\S+\/invitacion\/\S+/.exec(sent[0]?.body ?? '')?.[0] ?? '')).status).toBe(200);
    expect(await told()).toMatchObject({ sentAt: soon.toISOString(), sendProblem: null });
    expect(await world.database.owner.selectFrom('mail_outbox').selectAll().execute()).toEqual([]);
  });

  it('cannot be guessed: after many wrong links from one address, one is asked to wait', async () => {
    const answers = await Promise.all(Array.from({ length: 120 }, () => open('https://x/invitacion/nada')));
    expect(answers.some(({ status }) => status === 429)).toBe(true);
    world.clock.now = new Date(world.clock.now.getTime() + 20 * 60_000);
  });
});

describe('the first administrator', () => {
  it('enters by a link that works once; asked again before that, gets another; afterwards none', async () => {
    const context = { ...world.context, now: world.clock.now };
    const first = await createFirstAdministrator(context, { country: 'XA' });
    const second = await createFirstAdministrator(context, { country: 'XA' });
    const accept = (link: string) =>
      world.visitor('POST', '/api/invitation/acceptance', {
        body: { secret: link.split('/').at(-1), password },
      });
    expect((await accept(first.link)).status).toBe(409);
    expect((await accept(second.link)).status).toBe(200);
    const admin = await world.signIn(first.username, password);
    expect((await admin('GET', '/api/session')).body.abilities).toContain('manage-installation');
    await expect(createFirstAdministrator(context, { country: 'XA' })).rejects.toMatchObject({
      code: 'access.already-begun',
    });
  });
});
