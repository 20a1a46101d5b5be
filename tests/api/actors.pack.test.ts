import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localContext } from '#main/local-context.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import type { Context } from '#services/context.ts';
import { freshDatabase } from '../database.ts';
import { testInstallation } from '../server.ts';

describe('loading what packs say about actors', () => {
  let context: Context;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    context = localContext(fresh.database, testInstallation('/nowhere'));
  });
  afterAll(() => drop());

  it.each(['tests/fixtures/packs/XA', 'packs/PA', 'packs/CR'])(
    'loads %s twice and doubles nothing',
    async (folder) => {
      const first = await loadPack(context, { folder });
      const counts = () =>
        context.database.owner
          .selectFrom('organisation')
          .select((eb) => [
            eb.fn.countAll<string>().as('organisations'),
            eb
              .selectFrom('prevention_work')
              .select((sub) => sub.fn.countAll<string>().as('n'))
              .as('work'),
            eb
              .selectFrom('territory_authority')
              .select((sub) => sub.fn.countAll<string>().as('n'))
              .as('authorities'),
            eb
              .selectFrom('actor_norm')
              .select((sub) => sub.fn.countAll<string>().as('n'))
              .as('norms'),
            eb
              .selectFrom('structure')
              .select((sub) => sub.fn.countAll<string>().as('n'))
              .as('structures'),
          ])
          .executeTakeFirstOrThrow();
      const before = await counts();
      const second = await loadPack(context, { folder });
      expect(await counts()).toEqual(before);
      expect(second.actors).toEqual(first.actors);
      expect(first.actors.organisations).toBeGreaterThan(0);
    },
  );

  it('gives no mayor to Guna Yala, and to every other district a municipality or its own authority', async () => {
    const rows = await context.database.owner
      .selectFrom('territory as t')
      .leftJoin('territory_authority as a', 'a.territory_id', 't.id')
      .select(['t.code', 'a.kind'])
      .where('t.country', '=', 'PA')
      .where('t.level', '=', 2)
      .where('t.valid_to', 'is', null)
      .execute();
    expect(rows.filter((row) => row.kind === null)).toEqual([]);
    expect(rows.filter((row) => row.code === '1001').map((row) => row.kind)).toEqual(['congress']);
    expect(rows.filter((row) => row.kind === 'municipality')).toHaveLength(81);
  });

  it('remembers that the Ministerio de la Mujer succeeded INAMU', async () => {
    const row = await context.database.owner
      .selectFrom('organisation_succession as s')
      .innerJoin('organisation as p', 'p.id', 's.predecessor_id')
      .innerJoin('organisation as n', 'n.id', 's.successor_id')
      .select(['p.short_name', 'p.standing', 'n.name', 's.on_date'])
      .where('p.short_name', '=', 'INAMU')
      .where('p.country', '=', 'PA')
      .executeTakeFirstOrThrow();
    expect(row).toEqual({
      short_name: 'INAMU',
      standing: 'ended',
      name: 'Ministerio de la Mujer',
      on_date: '2023-03-08',
    });
  });
});
