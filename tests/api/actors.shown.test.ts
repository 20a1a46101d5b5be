import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let municipal: Holder;
let neighbour: Holder;

beforeAll(async () => {
  world = await makeWorld();
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  neighbour = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
});
afterAll(() => world.stop());

describe('what a screen of actors asks', () => {
  it('exports exactly what a list shows', async () => {
    const filter = 'territory=XA&kind=ministry&text=concordia';
    const listed = await world.visitor('GET', `/api/organisations?${filter}`);
    const file = await world.visitor('GET', `/api/actors/export?of=organisations&format=csv&${filter}`);
    expect(file.text.trim().split('\n')).toHaveLength(listed.body.items.length + 1);
    expect(file.text).toContain('Ministerio de la Concordia');
    expect(file.text).not.toContain('Comuna');
  });

  it('says how many things depend on an entry to whoever may delete it, and to nobody else', async () => {
    const body = { territory: 'XA-0101', name: 'Casa Nueva', kind: 'cso', sector: 'youth', level: 'local' };
    const { id } = (await municipal.call('POST', '/api/organisations', { body })).body;
    const dependents = async (who: Holder) =>
      (await who.call('GET', `/api/organisations/${id}`)).body.dependents;
    expect(Object.values(await dependents(municipal)).every((count) => count === 0)).toBe(true);
    expect(await dependents(neighbour)).toBeNull();
    const work = { organisationId: id, territory: 'XA-0101', function: 'youth' };
    await municipal.call('POST', '/api/prevention-work', { body: work });
    expect((await dependents(municipal)).work).toBe(1);
  });
});
