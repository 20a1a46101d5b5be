import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverMail } from '#services/operations/deliver-mail.ts';
import { sendReminders } from '#services/inbox/send-reminders.ts';
import type { Context } from '#services/context.ts';
import { makeWorld, type Holder, type World } from '../access-world.ts';
import { makeCommitment } from '../commitment-world.ts';
import { startMailServer, type MailServer } from './mail-server.ts';

let world: World;
let post: MailServer;
let mayor: Holder;
let officer: Holder;
let centre: Holder;
let secretary: Holder;
let commitment: { id: string; instanceId: string };

beforeAll(async () => {
  world = await makeWorld();
  const ministry = await world.organisation('Ministerio de ejemplo', 'XA');
  const commune = await world.organisation('Comuna de ejemplo', '0101');
  centre = await world.holder('centro', [{ role: 'national-coordinator', code: 'XA' }]);
  officer = await world.holder('enlace', [
    { role: 'institutional-focal-point', code: 'XA', organisationId: ministry },
  ]);
  mayor = await world.holder('comuna', [
    { role: 'municipal-coordinator', code: '0101', organisationId: commune },
  ]);
  secretary = await world.holder('lejos', [{ role: 'municipal-coordinator', code: '0201' }]);
  const owed = { obligor: commune, beneficiary: ministry };
  commitment = await makeCommitment(world, { ...owed, what: 'Plan reservado', dueOn: '2026-03-17' });
  await makeCommitment(world, { ...owed, what: 'Feria de empleo', dueOn: '2026-03-16', isPublic: true });
  await makeCommitment(world, {
    obligor: ministry,
    beneficiary: commune,
    what: 'Datos',
    dueOn: '2026-03-16',
  });
  await address(mayor, 'comuna@example.org');
  await address(officer, 'rechazado@example.org');
  post = await startMailServer();
});
afterAll(async () => {
  await post?.stop();
  await world.stop();
});

async function address(who: Holder, email: string) {
  const { owner } = world.database;
  await owner.updateTable('account').set({ email }).where('id', '=', who.accountId).execute();
}

function contextAt(moment: string): Context {
  const { mail } = post;
  return { ...world.context, now: new Date(moment), installation: { ...world.installation, mail } };
}

/** What the installation does at a moment: looks who is to be told, and sends what waits. */
async function hourAt(moment: string) {
  post.received.length = 0;
  await sendReminders(contextAt(moment));
  await deliverMail(contextAt(moment));
  return post.received.map(({ to }) => to);
}

const bodyOf = (text = '') =>
  text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (some) => Buffer.from(some.replaceAll('=', ''), 'hex').toString());

const remindersOf = (who: Holder) =>
  world.database.owner
    .selectFrom('reminder')
    .select(['kind', 'stage', 'standing', 'channel', 'problem'])
    .where('account_id', '=', who.accountId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();

describe('reminders by mail', () => {
  it('keep silent at night and tell in the morning, once, what has reached a stage', async () => {
    expect(await hourAt('2026-03-10T03:00:00Z')).toEqual([]);
    expect(await remindersOf(mayor)).toEqual([]);
    expect(await hourAt('2026-03-10T15:00:00Z')).toEqual(['comuna@example.org']);
    const text = bodyOf(post.received[0]?.text);
    expect(text).toContain('Feria de empleo');
    expect(text).toContain('16/03/2026');
    expect(text).toContain('/mi-cuenta/avisos');
    expect(await remindersOf(mayor)).toMatchObject([
      { stage: 'days-7', standing: 'sent' },
      { stage: 'days-7', standing: 'sent' },
    ]);
    expect(await hourAt('2026-03-10T16:00:00Z')).toEqual([]);
    expect(await hourAt('2026-03-11T16:00:00Z')).toEqual([]);
  });

  it('say of what is not public its title and its address alone', async () => {
    await world.database.owner.deleteFrom('reminder').execute();
    await world.database.owner.deleteFrom('reminder_round').execute();
    await hourAt('2026-03-11T17:00:00Z');
    const text = bodyOf(post.received[0]?.text);
    expect(text).toContain(`Plan reservado\r\n  ${world.installation.origin}/compromisos/${commitment.id}`);
    expect(text).not.toContain('17/03/2026');
    expect(text).not.toContain('Ministerio');
  });

  it('go out anew for the next stage: the day before, the day after', async () => {
    expect(await hourAt('2026-03-15T16:00:00Z')).toEqual(['comuna@example.org']);
    const stages = (await remindersOf(mayor)).map(({ stage }) => stage);
    expect(stages).toContain('day-1');
    await hourAt('2026-03-18T16:00:00Z');
    expect((await remindersOf(mayor)).map(({ stage }) => stage)).toContain('after');
  });

  it('come as the list of the week on the weekday chosen, and not where no mail is wanted', async () => {
    const chosen = { byMail: true, digestWeekday: 5, quietFrom: '20:00', quietTo: '07:00' };
    const before = await mayor.call('GET', '/api/reminder-choice');
    expect(before.body).toMatchObject({ byMail: true, digestWeekday: 1, version: 1, hasAddress: true });
    const saved = await mayor.call('PUT', '/api/reminder-choice', { version: 1, body: chosen });
    expect(saved.body).toEqual({ version: 2 });
    const stale = await mayor.call('PUT', '/api/reminder-choice', { version: 1, body: chosen });
    expect(stale.status).toBe(412);
    expect(await hourAt('2026-03-20T16:00:00Z')).toEqual(['comuna@example.org']);
    expect(await remindersOf(mayor)).toContainEqual(
      expect.objectContaining({ kind: 'digest', standing: 'sent' }),
    );
    expect(await hourAt('2026-03-20T17:00:00Z')).toEqual([]);
    const silent = { ...chosen, byMail: false };
    expect((await mayor.call('PUT', '/api/reminder-choice', { version: 2, body: silent })).status).toBe(200);
    expect(await hourAt('2026-03-27T16:00:00Z')).toEqual([]);
  });

  it('wait in the post where quiet hours begin before they left', async () => {
    const { owner } = world.database;
    await owner.deleteFrom('reminder').where('account_id', '=', mayor.accountId).execute();
    await owner.deleteFrom('reminder_round').execute();
    await owner
      .updateTable('reminder_choice')
      .set({ by_mail: true })
      .where('account_id', '=', mayor.accountId)
      .execute();
    post.received.length = 0;
    await sendReminders(contextAt('2026-03-28T16:00:00Z'));
    await deliverMail(contextAt('2026-03-29T03:00:00Z'));
    expect(post.received).toEqual([]);
    await deliverMail(contextAt('2026-03-29T16:00:00Z'));
    expect(post.received.map(({ to }) => to)).toEqual(['comuna@example.org']);
  });
});

describe('who was not reached', () => {
  it('is written down where the server refuses, and their inbox works all the same', async () => {
    const told = await remindersOf(officer);
    expect(told[0]).toMatchObject({ standing: 'refused', channel: 'mail' });
    expect(told[0]?.problem).toContain('No such user here');
    expect((await officer.call('GET', '/api/inbox')).body.items).toMatchObject([{ title: 'Datos' }]);
  });

  it('is shown to whoever sees the accounts, and to nobody else', async () => {
    world.clock.now = new Date('2026-03-29T17:00:00Z');
    const { owner } = world.database;
    await owner
      .updateTable('session')
      .set({ last_seen_at: world.clock.now, rotated_at: world.clock.now })
      .execute();
    const shown = await centre.call('GET', '/api/unreached');
    expect(shown.status).toBe(200);
    expect(shown.body.items).toContainEqual(
      expect.objectContaining({ accountId: officer.accountId, reason: 'refused' }),
    );
    const one = shown.body.items.find((row: { accountId: string }) => row.accountId === officer.accountId);
    expect(one.reminders).toBeGreaterThan(0);
    expect(shown.body).toMatchObject({ people: shown.body.items.length, next: null });
    expect(shown.body.reminders).toBe(
      shown.body.items.reduce((sum: number, row: { reminders: number }) => sum + row.reminders, 0),
    );
    const elsewhere = await secretary.call('GET', '/api/unreached');
    expect(elsewhere.body.items).toEqual([]);
    expect((await officer.call('GET', '/api/unreached')).status).toBe(403);
    expect((await world.visitor('GET', '/api/unreached')).status).toBe(401);
  });

  it('includes everybody where the installation sends no mail', async () => {
    const { owner } = world.database;
    await owner.deleteFrom('reminder_round').execute();
    await owner.deleteFrom('reminder').where('account_id', '=', mayor.accountId).execute();
    await sendReminders({ ...world.context, now: new Date('2026-03-29T17:00:00Z') });
    expect((await remindersOf(mayor))[0]).toMatchObject({
      standing: 'unreachable',
      problem: 'no-mail-here',
    });
    expect((await centre.call('GET', '/api/unreached')).body.items).toContainEqual(
      expect.objectContaining({ accountId: mayor.accountId, reason: 'no-mail-here' }),
    );
  });
});
