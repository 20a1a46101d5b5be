import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimKey } from '#database/operations/idempotency-store.ts';
import { inScope } from '#database/connection.ts';
import { answerOnce } from '#services/operations/answer-once.ts';
import type { Context } from '#services/context.ts';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let national: Holder;
let admin: Holder;

beforeAll(async () => {
  world = await makeWorld();
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  admin = await world.holder('administra', [{ role: 'national-admin', code: 'XA' }]);
});
afterAll(() => world.stop());

const written = { kind: 'cso', sector: 'civil-society', level: 'local' };
const create = (who: Holder, name: string, key: string) =>
  who.call('POST', '/api/organisations', {
    headers: { 'idempotency-key': key },
    body: { territory: 'XA-0101', name, ...written },
  });
const countCalled = async (name: string) => {
  const found = await world.database.ownerPool.query('select from organisation where name = $1', [name]);
  return found.rowCount;
};

describe('a request with a key', () => {
  it('is done once and answered again', async () => {
    const first = await create(national, 'Fundación Una Vez', 'clave-una-vez');
    const second = await create(national, 'Fundación Una Vez', 'clave-una-vez');
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(await countCalled('Fundación Una Vez')).toBe(1);
  });

  it('is done once when it arrives many times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => create(national, 'Fundación A La Vez', 'clave-a-la-vez')),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    expect(await countCalled('Fundación A La Vez')).toBe(1);
  });

  it('is not answered to somebody else', async () => {
    await create(national, 'Fundación Ajena', 'clave-de-dos');
    const other = await create(admin, 'Fundación Propia', 'clave-de-dos');
    expect(other.status).toBe(201);
    expect(await countCalled('Fundación Propia')).toBe(1);
  });

  it('may be tried again after it was refused', async () => {
    const refused = await create(national, '', 'clave-corregida');
    expect(refused.status).toBe(422);
    expect((await create(national, 'Fundación Corregida', 'clave-corregida')).status).toBe(201);
  });

  it('may be tried again after it was refused with a file that had been read', async () => {
    const send = (key: string) =>
      national.call('POST', '/api/countries/XA/boundaries?apply=yes', {
        headers: { 'idempotency-key': key },
        bytes: new TextEncoder().encode('{"type":"FeatureCollection","features":[]}'),
        mediaType: 'application/geo+json',
      });
    const first = await send('clave-limites');
    expect(first.status).toBe(422);
    const second = await send('clave-limites');
    expect([second.status, second.body.code]).toEqual([422, first.body.code]);
  });

  it('shows nothing that the person could no longer see', async () => {
    const holder = await world.holder('saliente', [{ role: 'municipal-coordinator', code: '0101' }]);
    const key = 'clave-saliente';
    expect((await create(holder, 'Fundación Saliente', key)).status).toBe(201);
    await world.database.ownerPool.query(
      `update role_assignment set valid_to = '2026-02-01' where account_id = $1`,
      [holder.accountId],
    );
    const again = await create(holder, 'Fundación Saliente', key);
    expect([again.status, again.body.code]).toEqual([409, 'shared.key-done']);
    expect(await countCalled('Fundación Saliente')).toBe(1);
  });
});

describe('a process that ends at the wrong moment', () => {
  const contextOf = (): Context => ({
    ...world.context,
    actor: {
      kind: 'account',
      accountId: national.accountId,
      personId: national.personId,
      name: 'Nacional',
      username: 'nacional',
      roles: [],
      mayWrite: true,
      via: 'session',
      sessionId: null,
      scope: { accountId: national.accountId, personId: national.personId, reach: {} },
    },
  });
  const asked = { id: 'probe', method: 'POST' };
  const own = (context: Context) =>
    inScope(context.database, contextOf().actor.scope, async (tx) => {
      const { rows } = await world.database.ownerPool.query('select gen_random_uuid() as id');
      await tx
        .updateTable('person')
        .set({ name: `Nacional ${(rows[0] as { id: string }).id}` })
        .where('id', '=', national.personId)
        .execute();
    });
  const read = (context: Context) =>
    inScope(context.database, contextOf().actor.scope, (tx) =>
      tx.selectFrom('country').select('code').execute(),
    );

  it('after the deed and before the answer: the repetition is told that it is done', async () => {
    const headers = { 'idempotency-key': 'clave-cortada' };
    const context = contextOf();
    await answerOnce(context, asked, headers, {}, async (once) => {
      await own(once);
      throw new Error('the process ends here');
    }).catch(() => undefined);
    const again = answerOnce(context, asked, headers, {}, async () => 'done twice');
    await expect(again).rejects.toMatchObject({ code: 'shared.key-done' });
  });

  it('after reading and before the deed: the repetition does it', async () => {
    const headers = { 'idempotency-key': 'clave-leida' };
    const context = contextOf();
    await answerOnce(context, asked, headers, {}, async (once) => {
      await read(once);
      throw new Error('the process ends here');
    }).catch(() => undefined);
    expect(await answerOnce(context, asked, headers, {}, async () => 'done')).toBe('done');
  });

  it('or is only slow: whoever took its place does the deed, and it does not do it too', async () => {
    const headers = { 'idempotency-key': 'clave-lenta' };
    const context = contextOf();
    const later = { ...context, now: new Date(context.now.getTime() + 120_000) };
    const slow = answerOnce(context, asked, headers, {}, async (once) => {
      expect(await answerOnce(later, asked, headers, {}, (second) => own(second).then(() => 'done'))).toBe(
        'done',
      );
      await own(once);
    });
    await expect(slow).rejects.toMatchObject({ code: 'shared.key-in-progress' });
  });

  it('keeps nothing of a file but its mark', async () => {
    const context = contextOf();
    const headers = { 'idempotency-key': 'clave-archivo' };
    const file = (byte: number) => ({ fileName: 'a.csv', bytes: new Uint8Array(40_000_000).fill(byte) });
    expect(await answerOnce(context, asked, headers, file(1), async () => 'done')).toBe('done');
    expect(await answerOnce(context, asked, headers, file(1), async () => 'twice')).toBe('done');
    const other = answerOnce(context, asked, headers, file(2), async () => 'other');
    await expect(other).rejects.toMatchObject({ code: 'shared.key-reused' });
  });

  it('lets nobody claim a key for another', async () => {
    const claim = {
      accountId: admin.accountId,
      key: 'clave-robada',
      operation: 'probe',
      requestHash: 'x',
      seenUnder: 'x',
      at: world.context.now,
    };
    await expect(
      claimKey(world.database, contextOf().actor.scope, claim, world.context.now),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
