import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#database/connection.ts';
import { settleDues } from '#database/commitments/settling-store.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import { freshDatabase } from '../database.ts';
import { Lives, type Step } from './commitment-lives.ts';
import { Tree } from './values-tree.ts';

/*
 * Whatever happens to commitments, their due dates and what they wait for, and whenever some are settled: what the sums say is what
 * the rows say, to every reader, on every day. Both are asked in one statement, so it must hold at each moment, also while others write.
 */

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let lives: Lives;
let owner: Database['owner'];

beforeAll(async () => {
  fresh = await freshDatabase();
  owner = fresh.database.owner;
  const tree = await Tree.plant(owner);
  const country = tree.at(0)[0] ?? null;
  for (let province = 0; province < 2; province += 1) {
    const node = await tree.grow(country);
    for (let district = 0; district < 2; district += 1) await tree.grow(node);
  }
  lives = await Lives.begin(owner, tree);
});
afterAll(() => fresh.drop());

const step: fc.Arbitrary<Step> = fc.record({
  deed: fc.oneof(
    { weight: 4, arbitrary: fc.constant('promise' as const) },
    { weight: 6, arbitrary: fc.constant('happen' as const) },
    { weight: 3, arbitrary: fc.constant('settle' as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('need' as const, 'need-no-more' as const, 'move' as const, 'quiet' as const),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('erase' as const, 'withdraw' as const, 'gather' as const, 'word' as const),
    },
  ),
  one: fc.nat(10_000),
  other: fc.nat(10_000),
  day: fc.integer({ min: -40, max: 40 }),
  many: fc.integer({ min: 1, max: 8 }),
});

/** Asks every reader at several days and expects the sums to be the rows. */
async function compare(): Promise<void> {
  for (const days of [0, 1, 30])
    for (const told of await lives.ask(addCalendarDays(lives.today, days)))
      expect(told.sums, `${told.reader} ${days}`).toEqual(told.rows);
}

describe('sums of commitments', () => {
  it('are those of the rows for every reader and every day, after whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        for (const one of steps) await lives.live(one);
        await compare();
      }),
      { numRuns: 18 },
    );
    // It was the sums that were asked.
    expect(await lives.settled()).toBeGreaterThan(10);
  });

  it('count as the rule of the domain counts', async () => {
    await lives.live({ deed: 'settle', one: 0, other: 0, day: 0, many: 8 });
    expect(await lives.outcomes(addCalendarDays(lives.today, 1))).toEqual(
      await lives.outcomesByRule(addCalendarDays(lives.today, 1)),
    );
  });

  it('wait with settling while a change is under way that nobody else can see yet', async () => {
    const settle = () =>
      fresh.database.owner.transaction().execute((tx) => settleDues(tx, lives.today, 1000));
    await owner.transaction().execute(async (tx) => {
      // What was settled and fell due a day earlier is settled again.
      await sql`update commitment_instance set due_on = due_on - 1
        where id = (select id from commitment_instance where settled_as is not null order by id limit 1)`.execute(
        tx,
      );
      expect(await settle()).toBeNull();
    });
    expect(await settle()).toBeGreaterThan(0);
  });

  it('are those of the rows at every moment while several write, settle and gather at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 3, maxLength: 6 }), { minLength: 3, maxLength: 4 }),
        async (writers) => {
          const write = async (steps: readonly Step[]) => {
            for (const one of steps) await lives.liveBesideOthers(one);
          };
          const read = async () => {
            for (let time = 0; time < 3; time += 1) await compare();
          };
          await Promise.all([...writers.map(write), read()]);
          await compare();
        },
      ),
      { numRuns: 3 },
    );
  });
});
