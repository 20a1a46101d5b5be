import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, password, type Holder, type World } from '../access-world.ts';

let world: World;
let me: Holder;

beforeAll(async () => {
  world = await makeWorld();
  me = await world.holder('yo-misma', [{ role: 'municipal-coordinator', code: '0101' }], {
    name: 'Rosa Delgado',
  });
});
afterAll(() => world.stop());

describe('my account', () => {
  it('is changed at the version that was read, and otherwise not', async () => {
    const { version } = (await me.call('GET', '/api/my-account')).body;
    const change = (body: object, at: number) => me.call('PATCH', '/api/my-account', { body, version: at });
    const contacts = [{ channel: 'mobile', value: '+507 6000-0000', visibility: 'network' }];
    expect(
      (await change({ language: 'en', theme: 'dark', phone: '+507 6000-0000', contacts }, version)).body,
    ).toEqual({ version: version + 1 });
    expect((await change({ language: 'es' }, version)).status).toBe(412);
    expect((await me.call('GET', '/api/my-account')).body).toMatchObject({
      language: 'en',
      theme: 'dark',
      phone: '+50760000000',
      contacts,
    });
    expect((await change({ phone: 'doce' }, version + 1)).body.problems[0].code).toBe('access.not-phone');
    expect((await change({ phone: null, language: 'es' }, version + 1)).status).toBe(200);
  });

  it('is exported whole, to read and for programs', async () => {
    const answer = await me.call('GET', '/api/my-account/data');
    const files = unzipSync(answer.bytes);
    const data = JSON.parse(strFromU8(files['mis-datos.json'] ?? new Uint8Array()));
    expect(data.person[0].name).toBe('Rosa Delgado');
    expect(data.roles[0].role).toBe('municipal-coordinator');
    expect(data.account[0]).not.toHaveProperty('password_hash');
    expect(strFromU8(files['mis-datos.html'] ?? new Uint8Array())).toContain('Rosa Delgado');
  });
});

describe('changing the password', () => {
  it('asks for the current one, tells what is wrong with the new one, and signs other devices out', async () => {
    const other = await world.signIn('yo-misma', password);
    const change = (current: string, wanted: string) =>
      me.call('POST', '/api/my-account/password', { body: { current, password: wanted } });
    expect((await change('no es esta clave', 'otra frase bien larga')).body.code).toBe(
      'access.wrong-password',
    );
    const codes = async (wanted: string) =>
      (await change(password, wanted)).body.problems.map(({ code }: { code: string }) => code);
    expect(await codes('corta')).toContain('access.password-short');
    expect(await codes('1234567890')).toEqual(['access.password-common']);
    expect(await codes('rosadelgado1')).toEqual(['access.password-own-name']);
    expect((await change(password, 'otra frase bien larga')).status).toBe(200);
    expect((await other('GET', '/api/session')).body.state).toBe('visitor');
    expect((await me.call('GET', '/api/session')).body.state).toBe('signed-in');
    await world.signIn('yo-misma', 'otra frase bien larga');
  });
});

async function make(mayWrite: boolean) {
  const made = await me.call('POST', '/api/my-account/tokens', { body: { name: 'Tablero', mayWrite } });
  expect(made.body.secret).toMatch(/^art_/);
  return { ...made.body, call: world.as({ token: made.body.secret }) };
}

describe('a personal access token', () => {
  it('does what its owner may, or only reads', async () => {
    const reading = await make(false);
    const writing = await make(true);
    const body = {
      name: 'Por programa',
      territory: 'XA-0101',
      role: { role: 'trainer', territory: 'XA-0101' },
    };
    expect((await reading.call('GET', '/api/accounts')).status).toBe(200);
    expect((await reading.call('POST', '/api/accounts', { body })).status).toBe(403);
    expect((await writing.call('POST', '/api/accounts', { body })).status).toBe(201);
  });

  it('makes no other tokens, changes no password, and takes no data away', async () => {
    const { call } = await make(true);
    expect((await call('POST', '/api/my-account/tokens', { body: { name: 'x' } })).status).toBe(403);
    expect(
      (await call('POST', '/api/my-account/password', { body: { current: 'x', password: 'y' } })).status,
    ).toBe(403);
    expect((await call('GET', '/api/my-account/data')).status).toBe(403);
  });

  it('is listed without its secret, ended, and expires', async () => {
    const token = await make(false);
    const listed = (await me.call('GET', '/api/my-account/tokens')).text;
    expect(listed).toContain(token.id);
    expect(listed).not.toContain(token.secret);
    expect((await me.call('DELETE', `/api/my-account/tokens/${token.id}`)).status).toBe(200);
    expect((await token.call('GET', '/api/my-account')).status).toBe(401);
    const short = await make(false);
    const now = world.clock.now;
    world.clock.now = new Date(now.getTime() + 91 * 86_400_000);
    expect((await short.call('GET', '/api/my-account')).status).toBe(401);
    world.clock.now = now;
  });

  it('of nobody is refused, not taken for a visitor’s', async () => {
    expect((await world.as({ token: 'art_nada' })('GET', '/api/session')).status).toBe(401);
  });
});
