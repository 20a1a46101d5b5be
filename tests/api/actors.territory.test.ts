import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPack } from '#services/territories/load-pack.ts';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
type Compared = {
  norm: string;
  isMet: boolean | null;
  nearest: string | null;
  source: { verified: boolean };
};

beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.stop());

const actorsOf = async (reference: string) => {
  const answer = await world.visitor('GET', `/api/territories/${reference}/actors`);
  expect(answer.status).toBe(200);
  return answer.body;
};

describe('who works on prevention in a territory', () => {
  it('is shown at every level above, with what is missing and its source', async () => {
    const page = await actorsOf('XA-0101');
    expect(page.territory).toMatchObject({ reference: 'XA-0101', name: 'Santa Fe' });
    expect(page.authorities).toMatchObject([
      { kind: 'municipality', organisation: { name: 'Comuna de Santa Fe' } },
    ]);
    expect(page.above.map((one: { territory: { reference: string } }) => one.territory.reference)).toEqual([
      'XA-01',
      'XA',
    ]);
    const compared = Object.fromEntries(page.comparison.map((one: Compared) => [one.norm, one]));
    expect(compared['xa.commune.authority']).toMatchObject({ isMet: true, nearest: 'here' });
    expect(compared['xa.commune.board']).toMatchObject({
      isMet: false,
      nearest: null,
      source: { verified: false },
    });
    expect(compared['xa.commune.coordination']).toMatchObject({ isMet: null, nearest: 'above' });
  });

  it('is not called missing where nobody can know, until whoever coordinates there says that there is none', async () => {
    const officer = await world.holder('oficial', [{ role: 'municipal-coordinator', code: '0101' }]);
    const other = await world.holder('otra', [{ role: 'municipal-coordinator', code: '0201' }]);
    const say = (who: Holder, body: object, norm = 'xa.commune.coordination') =>
      who.call('POST', `/api/territories/XA-0101/absences/${norm}`, { body });
    const takeBack = (who: Holder) =>
      who.call('DELETE', '/api/territories/XA-0101/absences/xa.commune.coordination');
    const stands = async () => {
      const { comparison } = await actorsOf('XA-0101');
      const { below } = await actorsOf('XA');
      const one = comparison.find((line: Compared) => line.norm === 'xa.commune.coordination');
      const row = below.missing.find((line: Compared) => line.norm === 'xa.commune.coordination');
      return { isMet: one.isMet, absence: one.absence, missing: row.missing, unknown: row.unknown };
    };
    expect(await stands()).toEqual({ isMet: null, absence: null, missing: 0, unknown: 5 });
    const body = { note: 'Se cerró la oficina' };
    expect((await say(other, body)).status).toBe(403);
    expect((await say(officer, body)).status).toBe(200);
    expect(await stands()).toEqual({
      isMet: false,
      absence: { on: '2026-03-10', note: 'Se cerró la oficina' },
      missing: 1,
      unknown: 4,
    });
    expect((await say(officer, { on: '2026-02-01' })).status).toBe(200);
    expect((await takeBack(other)).status).toBe(403);
    expect((await takeBack(officer)).status).toBe(200);
    expect((await takeBack(officer)).body.code).toBe('actors.absence-not-found');
    expect(await stands()).toMatchObject({ isMet: null, missing: 0 });
    expect((await say(officer, {}, 'xa.commune.authority')).body.code).toBe('actors.is-registered');
    expect((await say(officer, {}, 'xa.country.board')).body.code).toBe('actors.norm-not-found');
  });

  it('says that there is no norm of comparison where no norm speaks of the kind', async () => {
    expect((await actorsOf('XA-01')).comparison).toBeNull();
  });

  it('counts what the territories below lack, without those that no longer exist', async () => {
    const { below } = await actorsOf('XA');
    const board = below.missing.find((row: { norm: string }) => row.norm === 'xa.commune.board');
    expect(board).toMatchObject({ expected: 5, missing: 5 });
    expect(board.territories).toHaveLength(5);
    const authority = below.missing.find((row: { norm: string }) => row.norm === 'xa.commune.authority');
    expect(authority).toMatchObject({ expected: 5, missing: 0, territories: [] });
  });

  it('names the authority of a territory that lies over it', async () => {
    const page = await actorsOf('XA-09');
    expect(page.authorities).toMatchObject([{ kind: 'congress' }]);
  });

  it('refuses a territory that there is not', async () => {
    expect((await world.visitor('GET', '/api/territories/XA-0801/actors')).body.code).toBe(
      'actors.territory-not-found',
    );
    expect((await world.visitor('GET', '/api/territories/hola/actors')).status).toBe(422);
  });

  it('finds no mayor in Guna Yala and nothing to reproach it for that', async () => {
    await loadPack(world.context, { folder: 'packs/PA' });
    const page = await actorsOf('PA-1001');
    expect(page.authorities).toMatchObject([
      { kind: 'congress', organisation: { name: 'Congreso General Guna' } },
    ]);
    const norm = page.comparison.find((one: Compared) => one.norm === 'pa.district.municipality');
    expect(norm.isMet).toBe(true);
    const country = await actorsOf('PA');
    expect(country.structures).toMatchObject([{ name: 'Gabinete Social' }]);
    expect(country.organisations.length).toBeGreaterThan(30);
  });
});
