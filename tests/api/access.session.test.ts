import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateSync } from 'otplib';
import { cookieOf, makeWorld, password, type Holder, type World } from '../access-world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.stop());

const later = (milliseconds: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + milliseconds);
};
const minute = 60_000;
const day = 24 * 60 * minute;

let number = 0;
let somebody: Holder;
beforeEach(async () => {
  number += 1;
  somebody = await world.holder(`persona${number}`, [{ role: 'municipal-coordinator', code: '0101' }]);
});

const signIn = (name: string, given = password) =>
  world.visitor('POST', '/api/session', { body: { name, password: given } });

const told = ({ body }: { body: Record<string, unknown> }) => ({ ...body, requestId: '' });
const codeOf = (key: string) =>
  generateSync({ secret: key, epoch: Math.floor(world.clock.now.getTime() / 1000) });

describe('signing in', () => {
  it('opens a session that says who one is and what one may do', async () => {
    const answer = await signIn(somebody.username.toUpperCase());
    expect(answer.body).toEqual({ state: 'signed-in' });
    const cookie = cookieOf(answer) ?? '';
    expect(answer.headers['set-cookie']).toMatch(/HttpOnly.*SameSite=Lax/i);
    const session = await world.as({ cookie })('GET', '/api/session');
    expect(session.body).toMatchObject({
      state: 'signed-in',
      account: { username: somebody.username, home: { reference: 'XA-0101' } },
    });
    expect(session.body.abilities).toContain('invite');
    expect(session.body.abilities).not.toContain('read-audit');
  });

  it('tells a wrong name and a wrong password alike', async () => {
    const wrongName = await signIn('nadie');
    const wrongPassword = await signIn(somebody.username, 'otra cosa distinta');
    expect(wrongName.status).toBe(401);
    expect(told(wrongName)).toEqual(told(wrongPassword));
  });

  it('finds an account by its phone, with or without the country, and by its e-mail', async () => {
    await world.database.owner
      .updateTable('account')
      .set({ phone: `+5076612000${number}`, email: `persona${number}@example.org` })
      .where('id', '=', somebody.accountId)
      .execute();
    for (const name of [`+507 6612-000${number}`, `6612-000${number}`, ` Persona${number}@Example.org `]) {
      expect((await signIn(name)).status, name).toBe(200);
    }
  });

  it('bears ten wrong passwords from one address, then asks to wait, and never locks out for good', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn(somebody.username, 'equivocada del todo');
    expect((await signIn(somebody.username)).status).toBe(429);
    later(16 * minute);
    expect((await signIn(somebody.username)).status).toBe(200);
  });

  it('counts attempts made at the same moment one by one', async () => {
    const all = await Promise.all(
      Array.from({ length: 25 }, () => signIn(somebody.username, 'equivocada del todo')),
    );
    expect(all.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(10);
    later(16 * minute);
  });

  it('ends the session that was open before on the same device', async () => {
    const first = cookieOf(await signIn(somebody.username)) ?? '';
    await world.as({ cookie: first })('POST', '/api/session', {
      body: { name: somebody.username, password },
    });
    expect((await world.as({ cookie: first })('GET', '/api/session')).body.state).toBe('visitor');
  });

  it('keeps no secret in the database as it was given', async () => {
    const cookie = cookieOf(await signIn(somebody.username)) ?? '';
    const rows = await world.database.owner.selectFrom('session').select('secret_hash').execute();
    const kept = rows.flatMap(({ secret_hash: hash }) => [hash.toString('utf8'), hash.toString('base64url')]);
    expect(kept).not.toContain(cookie.split('=')[1]);
  });
});

describe('a session', () => {
  it('ends after thirty days, however often it was used', async () => {
    let { call } = somebody;
    for (let passed = 0; passed < 30; passed += 6) {
      expect((await call('GET', '/api/session')).body.state).toBe('signed-in');
      later(6 * day);
      const cookie = cookieOf(await call('GET', '/api/session'));
      if (cookie) call = world.as({ cookie });
    }
    expect((await call('GET', '/api/session')).body.state).toBe('visitor');
  });

  it('ends after a week of silence', async () => {
    later(8 * day);
    expect((await somebody.call('GET', '/api/session')).body.state).toBe('visitor');
  });

  it('turns its secret over after a day, while requests under way keep the earlier one', async () => {
    const old = cookieOf(await signIn(somebody.username)) ?? '';
    await world.as({ cookie: old })('GET', '/api/session');
    later(1.5 * day);
    const turned = await world.as({ cookie: old })('GET', '/api/session');
    const fresh = cookieOf(turned) ?? '';
    expect(fresh).not.toBe('');
    expect(fresh).not.toBe(old);
    expect((await world.as({ cookie: old })('GET', '/api/session')).body.state).toBe('signed-in');
    expect((await world.as({ cookie: fresh })('GET', '/api/session')).body.state).toBe('signed-in');
    later(minute);
    expect((await world.as({ cookie: old })('GET', '/api/session')).body.state).toBe('signed-in');
  });

  it('goes on when the answer with the new secret was lost', async () => {
    const old = cookieOf(await signIn(somebody.username)) ?? '';
    await world.as({ cookie: old })('GET', '/api/session');
    later(1.5 * day);
    await world.as({ cookie: old })('GET', '/api/session');
    later(10 * minute);
    const again = await world.as({ cookie: old })('GET', '/api/session');
    expect(again.body.state).toBe('signed-in');
    expect(cookieOf(again)).toBeDefined();
  });

  it('is ended when an earlier secret comes back after its successor was in use', async () => {
    const old = cookieOf(await signIn(somebody.username)) ?? '';
    await world.as({ cookie: old })('GET', '/api/session');
    later(1.5 * day);
    const fresh = cookieOf(await world.as({ cookie: old })('GET', '/api/session')) ?? '';
    await world.as({ cookie: fresh })('GET', '/api/session');
    later(10 * minute);
    expect((await world.as({ cookie: old })('GET', '/api/session')).body.state).toBe('visitor');
    expect((await world.as({ cookie: fresh })('GET', '/api/session')).body.state).toBe('visitor');
  });

  it('gives one new secret to many requests at once', async () => {
    const old = cookieOf(await signIn(somebody.username)) ?? '';
    await world.as({ cookie: old })('GET', '/api/session');
    later(1.5 * day);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => world.as({ cookie: old })('GET', '/api/session')),
    );
    expect(answers.every(({ body }) => body.state === 'signed-in')).toBe(true);
    const given = answers.map(cookieOf).filter((cookie) => cookie !== undefined);
    expect(given).toHaveLength(1);
    expect((await world.as({ cookie: given[0] ?? '' })('GET', '/api/session')).body.state).toBe('signed-in');
  });

  it('is seen and revoked from another device', async () => {
    const other = await world.signIn(somebody.username, password);
    const { items } = (await somebody.call('GET', '/api/sessions')).body;
    expect(items).toHaveLength(2);
    const theOther = items.find((session: { isThis: boolean }) => !session.isThis);
    expect((await somebody.call('DELETE', `/api/sessions/${theOther.id}`)).status).toBe(200);
    expect((await other('GET', '/api/session')).body.state).toBe('visitor');
    expect((await somebody.call('DELETE', `/api/sessions/${theOther.id}`)).status).toBe(404);
  });

  it('of somebody else is not found', async () => {
    const stranger = await world.holder(`ajena${number}`, [{ role: 'national-admin', code: 'XA' }]);
    const { items } = (await somebody.call('GET', '/api/sessions')).body;
    expect((await stranger.call('DELETE', `/api/sessions/${items[0].id}`)).status).toBe(404);
  });

  it('ends when one signs out, and all others when asked', async () => {
    const others = [
      await world.signIn(somebody.username, password),
      await world.signIn(somebody.username, password),
    ];
    expect((await somebody.call('DELETE', '/api/sessions')).body).toEqual({ revoked: 2 });
    for (const other of others) expect((await other('GET', '/api/session')).body.state).toBe('visitor');
    await somebody.call('DELETE', '/api/session');
    expect((await somebody.call('GET', '/api/session')).body.state).toBe('visitor');
  });
});

async function enrol(): Promise<{ key: string; recoveryCodes: string[] }> {
  const begun = await somebody.call('POST', '/api/my-account/second-factor', { body: { password } });
  expect(begun.body.qr).toMatch(/^<svg/);
  const enabled = await somebody.call('POST', '/api/my-account/second-factor/confirmation', {
    body: { code: codeOf(begun.body.key) },
  });
  expect(enabled.status).toBe(200);
  somebody = { ...somebody, call: world.as({ cookie: cookieOf(enabled) ?? '' }) };
  return { key: begun.body.key, recoveryCodes: enabled.body.recoveryCodes };
}

describe('the second factor', () => {
  it('is asked for after the password, and a half session may do nothing', async () => {
    const { key } = await enrol();
    later(minute);
    const answer = await signIn(somebody.username);
    expect(answer.body).toEqual({ state: 'second-factor' });
    const half = world.as({ cookie: cookieOf(answer) ?? '' });
    expect((await half('GET', '/api/session')).body.state).toBe('second-factor');
    expect((await half('GET', '/api/my-account')).status).toBe(401);
    expect((await half('POST', '/api/session/second-factor', { body: { code: '000000' } })).status).toBe(401);
    const whole = await half('POST', '/api/session/second-factor', { body: { code: codeOf(key) } });
    expect(whole.body).toEqual({ state: 'signed-in' });
    expect((await world.as({ cookie: cookieOf(whole) ?? '' })('GET', '/api/my-account')).status).toBe(200);
    expect((await half('GET', '/api/my-account')).status).toBe(401);
  });

  it('refuses a code that was used already', async () => {
    const { key } = await enrol();
    later(minute);
    const code = codeOf(key);
    const first = world.as({ cookie: cookieOf(await signIn(somebody.username)) ?? '' });
    const second = world.as({ cookie: cookieOf(await signIn(somebody.username)) ?? '' });
    const both = await Promise.all(
      [first, second].map((half) => half('POST', '/api/session/second-factor', { body: { code } })),
    );
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '401']);
  });

  it('is replaced by a recovery code, once each', async () => {
    const { recoveryCodes } = await enrol();
    expect(recoveryCodes).toHaveLength(8);
    const enter = async (code: string) => {
      const half = world.as({ cookie: cookieOf(await signIn(somebody.username)) ?? '' });
      return (await half('POST', '/api/session/second-factor', { body: { code } })).status;
    };
    expect(await enter((recoveryCodes[3] ?? '').toLowerCase().replaceAll('-', ' '))).toBe(200);
    expect(await enter(recoveryCodes[3] ?? '')).toBe(401);
    expect((await somebody.call('GET', '/api/my-account')).body.recoveryCodesLeft).toBe(7);
  });

  it('bears ten wrong codes and then asks to wait', async () => {
    await enrol();
    const half = world.as({ cookie: cookieOf(await signIn(somebody.username)) ?? '' });
    const wrong = () => half('POST', '/api/session/second-factor', { body: { code: '123456' } });
    for (let attempt = 0; attempt < 10; attempt += 1) await wrong();
    expect((await wrong()).status).toBe(429);
    later(16 * minute);
  });

  it('is taken off with the password, not with a session alone', async () => {
    await enrol();
    const remove = (given: string) =>
      somebody.call('POST', '/api/my-account/second-factor/removal', { body: { password: given } });
    expect((await remove('no es esta clave')).status).toBe(422);
    expect((await remove(password)).status).toBe(200);
    expect((await signIn(somebody.username)).body.state).toBe('signed-in');
  });

  it('keeps its key sealed in the database', async () => {
    const { key } = await enrol();
    const row = await world.database.owner
      .selectFrom('account')
      .select('totp_secret')
      .where('id', '=', somebody.accountId)
      .executeTakeFirstOrThrow();
    expect(row.totp_secret?.toString('utf8')).not.toContain(key);
  });
});
