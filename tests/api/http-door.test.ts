import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let national: Holder;

beforeAll(async () => {
  world = await makeWorld();
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
});
afterAll(() => world.stop());

const organisation = async (name: string) => {
  const { body } = await national.call('POST', '/api/organisations', {
    body: { territory: 'XA-0101', name, kind: 'cso', sector: 'civil-society', level: 'local' },
  });
  return body.id as string;
};

describe('text that no screen shows and no database holds', () => {
  it.each([
    ['a NUL', 'Fundación\u0000 Camino'],
    ['an escape', 'Fundación \u001b[31mCamino'],
    ['a delete', 'Fundación\u007f'],
    ['half of a character', 'Fundación \ud83d'],
  ])('is refused by its field: %s', async (_what, name) => {
    const answer = await national.call('POST', '/api/organisations', {
      body: { territory: 'XA-0101', name, kind: 'cso', sector: 'civil-society', level: 'local' },
    });
    expect(answer.status).toBe(422);
    expect(answer.body.problems).toMatchObject([{ code: 'request.control-character', field: 'name' }]);
  });

  it('is refused in what is searched for', async () => {
    const answer = await world.visitor('GET', '/api/search?text=alamo%00alto');
    expect(answer.status).toBe(422);
    expect(answer.body.problems).toMatchObject([{ code: 'request.control-character', field: 'text' }]);
  });

  it('is refused in an address', async () => {
    expect((await world.visitor('GET', '/api/territories/XA-01%00')).status).toBe(422);
  });

  it('leaves lines and tabs alone', async () => {
    const answer = await national.call('POST', '/api/organisations', {
      body: {
        territory: 'XA-0101',
        name: 'Fundación de las líneas',
        mandate: 'Primero:\r\n\tprevenir.\nSegundo: acompañar. 👍🏽',
        kind: 'cso',
        sector: 'civil-society',
        level: 'local',
      },
    });
    expect(answer.status).toBe(201);
  });
});

describe('what is kept on the way', () => {
  it('is asked for anew once anything in it changed, also what does not count as a version', async () => {
    const id = await organisation('Fundación del Buzón');
    const before = await national.call('GET', `/api/organisations/${id}`);
    const tag = String(before.headers['etag']);
    const unchanged = await national.call('GET', `/api/organisations/${id}`, {
      headers: { 'if-none-match': tag },
    });
    expect(unchanged.status).toBe(304);
    const contact = await national.call('POST', '/api/contact-points', {
      body: { organisationId: id, channel: 'phone', value: '+507 6000 0000', visibility: 'territory' },
    });
    expect(contact.status).toBe(201);
    const after = await national.call('GET', `/api/organisations/${id}`, {
      headers: { 'if-none-match': tag },
    });
    expect(after.status).toBe(200);
    expect(after.body.version).toBe(before.body.version);
  });

  it('is never taken for what another person may see', async () => {
    const id = await organisation('Fundación Reservada');
    await national.call('POST', '/api/contact-points', {
      body: { organisationId: id, channel: 'phone', value: '+507 6000 0001', visibility: 'territory' },
    });
    const seen = await national.call('GET', `/api/organisations/${id}`);
    expect(seen.text).toContain('6000');
    expect(seen.headers['vary']).toContain('cookie');
    const visitor = await world.visitor('GET', `/api/organisations/${id}`, {
      headers: { 'if-none-match': String(seen.headers['etag']) },
    });
    expect(visitor.status).toBe(200);
    expect(visitor.text).not.toContain('6000 0001');
  });

  it('names the version that If-Match asks for', async () => {
    const id = await organisation('Fundación de las Versiones');
    const { headers } = await national.call('GET', `/api/organisations/${id}`);
    const renamed = (tag: string, name: string) =>
      national.call('POST', `/api/organisations/${id}/renamings`, {
        headers: { 'if-match': tag },
        body: { name, on: '2026-03-01', reason: 'Cambio de estatutos' },
      });
    const first = await renamed(String(headers['etag']), 'Fundación de la Primera');
    expect(first.status).toBeLessThan(300);
    const second = await renamed(String(headers['etag']), 'Fundación de la Segunda');
    expect(second.status).toBe(412);
    expect(second.body.current).toMatchObject({ name: 'Fundación de la Primera' });
  });

  it('is nothing at all where a secret was shown', async () => {
    const token = await national.call('POST', '/api/my-account/tokens', {
      body: { name: 'Tablero' },
    });
    expect(token.status).toBe(200);
    expect(token.headers['cache-control']).toBe('no-store');
  });
});
