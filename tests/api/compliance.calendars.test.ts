import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let national: Holder;
let municipal: Holder;
let source: string;

beforeAll(async () => {
  world = await makeWorld();
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  source = 'Banco central de ejemplo';
});
afterAll(() => world.stop());

// The paths below are those of updateHoliday and deleteHoliday, updateExchangeRate and deleteExchangeRate,
// updateQuietPeriod and deleteQuietPeriod.
type Named = { readonly name: string; readonly id: string; readonly version: number };

describe('days that do not count', () => {
  const days = async (territory = 'XA', query = '') =>
    (await world.visitor('GET', `/api/holidays?territory=${territory}${query}`)).body;

  it('come with the pack, with their source, and each holds where it stands', async () => {
    expect((await days()).items).toMatchObject([
      { on: '2026-03-19', territory: { reference: 'XA' }, source: { verified: false } },
      { on: '2026-03-23', territory: { reference: 'XA-0101' } },
    ]);
    expect((await days('XA-0201')).items.map((one: Named) => one.name)).toEqual([
      'Día de la Tierra de Prueba',
    ]);
    expect((await days('XA', '&year=2027')).items).toEqual([]);
    expect((await days()).abilities).toEqual([]);
  });

  it('are kept by whoever oversees the agreements, and by nobody else', async () => {
    const body = { territory: 'XA', on: '2026-04-03', name: 'Viernes Santo' };
    expect((await world.visitor('POST', '/api/holidays', { body })).status).toBe(401);
    expect((await municipal.call('POST', '/api/holidays', { body })).status).toBe(403);
    const made = await national.call('POST', '/api/holidays', { body });
    expect(made.status).toBe(201);
    const twice = await national.call('POST', '/api/holidays', { body });
    expect(twice).toMatchObject({ status: 409, body: { code: 'compliance.holiday-there', field: 'on' } });
    const path = `/api/holidays/${made.body.id}`;
    const corrected = { on: '2026-04-02', name: 'Jueves Santo' };
    expect((await municipal.call('PUT', path, { version: 1, body: corrected })).status).toBe(403);
    expect((await national.call('PUT', path, { version: 1, body: corrected })).body.version).toBe(2);
    expect((await national.call('PUT', path, { version: 1, body: corrected })).status).toBe(412);
    expect((await national.call('DELETE', path, { version: 2 })).status).toBe(200);
    expect((await national.call('DELETE', path, { version: 2 })).body.code).toBe(
      'compliance.holiday-not-found',
    );
    const trail = await national.call('GET', `/api/history/holiday/${made.body.id}`);
    expect(trail.body.items.map((one: { operation: string }) => one.operation)).toEqual([
      'deleteHoliday',
      'updateHoliday',
      'createHoliday',
    ]);
  });
});

describe('rates of exchange', () => {
  it('are dated and sourced, one a day, and kept by whoever oversees', async () => {
    const body = { territory: 'XA', from: 'USD', to: 'CRC', rate: '505.250', on: '2026-03-01', source };
    expect((await municipal.call('POST', '/api/exchange-rates', { body })).status).toBe(403);
    const made = await national.call('POST', '/api/exchange-rates', { body });
    expect(made.status).toBe(201);
    expect((await national.call('POST', '/api/exchange-rates', { body })).body.code).toBe(
      'compliance.rate-there',
    );
    const same = await national.call('POST', '/api/exchange-rates', { body: { ...body, to: 'USD' } });
    expect(same.body).toMatchObject({ code: 'compliance.same-currency', field: 'to' });
    const bare = await national.call('POST', '/api/exchange-rates', { body: { ...body, source: '' } });
    expect(bare.status).toBe(422);
    const shown = await world.visitor('GET', '/api/exchange-rates?territory=XA-0101');
    expect(shown.body.items).toMatchObject([{ rate: '505.25', source }]);
    const path = `/api/exchange-rates/${made.body.id}`;
    const { territory: _, ...said } = body;
    expect((await national.call('PUT', path, { version: 1, body: { ...said, rate: '506' } })).status).toBe(
      200,
    );
    expect((await municipal.call('DELETE', path, { version: 2 })).status).toBe(403);
    expect((await national.call('DELETE', path, { version: 1 })).status).toBe(412);
    expect((await national.call('DELETE', path, { version: 2 })).status).toBe(200);
  });
});

describe('quiet periods', () => {
  it('end after they begin, and are kept by whoever oversees', async () => {
    const body = { territory: 'XA', from: '2026-04-01', to: '2026-05-03', reason: 'Elecciones municipales' };
    expect((await municipal.call('POST', '/api/quiet-periods', { body })).status).toBe(403);
    const turned = { ...body, from: '2026-06-01' };
    expect((await national.call('POST', '/api/quiet-periods', { body: turned })).body.code).toBe(
      'compliance.ends-before-it-begins',
    );
    const made = await national.call('POST', '/api/quiet-periods', { body });
    expect((await world.visitor('GET', '/api/quiet-periods?territory=XA')).body.items).toMatchObject([
      { from: '2026-04-01', reason: 'Elecciones municipales' },
    ]);
    const path = `/api/quiet-periods/${made.body.id}`;
    const { territory: _, ...said } = body;
    expect(
      (await national.call('PUT', path, { version: 1, body: { ...said, to: '2026-05-10' } })).status,
    ).toBe(200);
    expect((await municipal.call('DELETE', path, { version: 2 })).status).toBe(403);
    expect((await national.call('DELETE', path, { version: 2 })).status).toBe(200);
  });
});
