import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '#services/audit/verify-audit.ts';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let national: Holder;

beforeAll(async () => {
  world = await makeWorld();
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
});
afterAll(() => world.stop());

async function person(name: string, phone: string): Promise<string> {
  const body = { territory: 'XA-0103', name, confirmNew: true };
  const id = (await national.call('POST', '/api/people', { body })).body.id;
  const contact = { personId: id, channel: 'phone', value: phone };
  expect((await national.call('POST', '/api/contact-points', { body: contact })).status).toBe(201);
  return id;
}

const absorb = (keptId: string, absorbedId: string) =>
  national.call('POST', '/api/merges', { body: { kind: 'person', keptId, absorbedId } });

describe('erasing a person into whom others were merged', () => {
  it('erases what every entry had: names, contacts, search and the values in the trail', async () => {
    const first = await person('Ñusta Quiroga', '6111-0001');
    const second = await person('Nusta Kiroga', '6111-0002');
    const third = await person('N. Quiroga Paz', '6111-0003');
    const other = await person('Otra Persona', '6111-0004');
    expect((await absorb(second, third)).status).toBe(201);
    expect((await absorb(first, second)).status).toBe(201);
    const { owner } = world.database;
    const keysOf = (people: readonly string[]) =>
      owner.selectFrom('erasable_key').select('key').where('person_id', 'in', people).execute();
    const entries = [first, second, third];
    expect((await keysOf(entries)).length).toBeGreaterThan(2);

    const erased = await national.call('POST', `/api/people/${first}/erasure`, {
      body: { reason: 'Lo pidió por escrito' },
    });
    expect(erased.status).toBe(200);
    expect((await keysOf(entries)).every(({ key }) => key === null)).toBe(true);
    expect((await keysOf([other])).some(({ key }) => key !== null)).toBe(true);
    const contacts = await owner.selectFrom('contact_point').select('value').execute();
    expect(contacts.map(({ value }) => value).filter((value) => value.startsWith('6111'))).toEqual([
      '6111-0004',
    ]);
    const found = await owner.selectFrom('search_entry').select('id').where('id', 'in', entries).execute();
    expect(found).toEqual([]);
    const left = await Promise.all(
      (['person', 'merge_record', 'search_entry', 'audit_entry'] as const).map((table) =>
        owner.selectFrom(table).selectAll().execute(),
      ),
    );
    expect(JSON.stringify(left)).not.toMatch(/quiroga|kiroga|6111-000[123]/i);
    expect((await verifyAudit(world.database, world.installation.dataFolder)).faults).toEqual([]);
  });
});
