import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '#database/connection.ts';
import { drainMarks, revokeBatch, type GivenValue } from '#database/values/value-store.ts';
import { freshDatabase } from '../database.ts';
import { addDimensions, compareSums, crossingsOf, makeSeries, Tree, writeAsBatch } from './values-tree.ts';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let database: Database;
let owner: Database['owner'];
let tree: Tree;

beforeAll(async () => {
  fresh = await freshDatabase();
  // As many at once as write, read and make anew.
  database = connect(fresh.url, { owner: 10 });
  owner = database.owner;
  await addDimensions(owner);
  tree = await Tree.plant(owner);
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

type Cell = {
  readonly place: number;
  readonly month: number;
  readonly crossing: number;
  readonly value: number | null;
};
type Act =
  | { readonly act: 'write'; readonly cells: readonly Cell[] }
  | { readonly act: 'revoke'; readonly which: number }
  | { readonly act: 'drain'; readonly atMost: number }
  | { readonly act: 'grow' | 'split'; readonly which: number };

const cell = fc.record({
  place: fc.nat(1000),
  month: fc.integer({ min: 1, max: 4 }),
  crossing: fc.nat(100),
  value: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 5 }),
});
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('write'),
      cells: fc.array(cell, { minLength: 1, maxLength: 12 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('revoke'), which: fc.nat(20) }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('drain'), atMost: fc.constantFrom(1, 3, 1000) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('grow', 'split'), which: fc.nat(50) }) },
);
const grains = [[], ['sex'], ['age', 'sex'], ['age', 'sex', 'weapon']] as const;
const life = fc.record({
  level: fc.integer({ min: 0, max: 3 }),
  grain: fc.constantFrom(...grains),
  acts: fc.array(act, { minLength: 3, maxLength: 14 }),
});

function pick<Item>(some: readonly Item[], which: number): Item {
  const found = some[which % some.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

/** What was written to each cell by whom, in order: what stands is the last that was not taken back. */
class Story {
  readonly batches: string[] = [];
  private readonly cells = new Map<string, { batch: string; value: number | null }[]>();

  write(batch: string, key: string, value: number | null): void {
    const before = this.cells.get(key) ?? [];
    const top = before.at(-1);
    // What is the same stays as it was, with whoever wrote it.
    if (!top || top.value !== value) this.cells.set(key, [...before, { batch, value }]);
  }
  revoke(batch: string): void {
    for (const [key, writes] of this.cells)
      this.cells.set(
        key,
        writes.filter((write) => write.batch !== batch),
      );
  }
  standing(): string[] {
    return [...this.cells].flatMap(([key, writes]) => {
      const top = writes.at(-1);
      return top ? [`${key} ${top.value}`] : [];
    });
  }
}

describe('sums', () => {
  it('are those of the rows at every level and margin, before, between and after they are made anew', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(life, async ({ acts, grain, level }) => {
        number += 1;
        for (let one = 1; one <= level; one += 1) {
          if (tree.at(one).length < 2) await tree.grow(pick(tree.at(one - 1), number));
          await tree.grow(pick(tree.at(one - 1), number));
        }
        const id = await makeSeries(owner, { level, grain, name: `P${number}` });
        const series = { id, level, grain };
        const crossings = await owner.transaction().execute((tx) => crossingsOf(tx, grain));
        const story = new Story();
        for (const one of acts) {
          await play(one, { series, crossings, story });
          await owner.transaction().execute(async (tx) => {
            const sums = await compareSums(tx, series);
            expect(sums.told).toEqual(sums.true);
          });
        }
        const rows = await owner
          .selectFrom('data_value')
          .select(['territory_id', 'period', 'disaggregation_id', 'value'])
          .where('series_id', '=', id)
          .execute();
        const standing = rows.map((row) =>
          [row.territory_id, row.period, row.disaggregation_id, String(row.value)].join(' '),
        );
        expect(standing.toSorted()).toEqual(story.standing().toSorted());
      }),
      { numRuns: 25 },
    );
  });
});

type Stage = {
  readonly series: { readonly id: number; readonly level: number };
  readonly crossings: readonly number[];
  readonly story: Story;
};

async function play(one: Act, { crossings, series, story }: Stage): Promise<void> {
  if (one.act === 'write') {
    const places = tree.nodes.filter((node) => node.level <= series.level);
    const given = new Map<string, GivenValue>();
    for (const { crossing, month, place, value } of one.cells) {
      const value_ = {
        seriesId: series.id,
        disaggregationId: pick(crossings, crossing),
        period: `2024-0${month}-01`,
        territoryId: pick(places, place).id,
        value,
        state: value === null ? 2 : 0,
      };
      given.set([value_.territoryId, value_.period, value_.disaggregationId].join(' '), value_);
    }
    const batch = await owner.transaction().execute((tx) => writeAsBatch(tx, [...given.values()]));
    for (const [key, value] of given) story.write(batch, key, value.value);
    story.batches.push(batch);
  } else if (one.act === 'revoke') {
    const batch = story.batches.splice(one.which % Math.max(1, story.batches.length), 1)[0];
    if (batch === undefined) return;
    await owner.transaction().execute((tx) => revokeBatch(tx, batch, null));
    story.revoke(batch);
  } else if (one.act === 'drain') {
    await owner.transaction().execute((tx) => drainMarks(tx, series.id, { atMost: one.atMost, waits: true }));
  } else {
    const node = pick(tree.nodes, one.which);
    if (node.level > 0 && one.act === 'split') await tree.split(node, 2);
    else if (node.level < 3) await tree.grow(node);
  }
}

describe('with people writing, taking back and making anew at the same time', () => {
  it('what is read in any moment is what the rows say in that moment', async () => {
    for (let level = 1; level <= 3; level += 1)
      for (let count = 0; count < 3; count += 1) await tree.grow(pick(tree.at(level - 1), count));
    const grain = ['sex'];
    const series = { id: await makeSeries(owner, { level: 3, grain, name: 'LIVE' }), level: 3, grain };
    const crossings = await owner.transaction().execute((tx) => crossingsOf(tx, grain));
    const live = new LiveWriters(series.id, crossings);
    const writers = [1, 2, 3, 4].map((seed) => live.write(seed, 50));
    const others = [live.drain(), live.drain(), live.read(series), live.read(series)];
    const ended = await Promise.allSettled(writers);
    live.areDone = true;
    await Promise.all(others);
    expect(ended.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(live.reads).toBeGreaterThan(0);
    expect(live.faults).toEqual([]);
    await owner.transaction().execute((tx) => drainMarks(tx, series.id, { atMost: 1_000_000, waits: true }));
    const marks = await owner
      .selectFrom('value_dirty')
      .where('series_id', '=', series.id)
      .selectAll()
      .execute();
    expect(marks).toEqual([]);
    await owner.transaction().execute(async (tx) => {
      const sums = await compareSums(tx, series);
      expect(sums.told).toEqual(sums.true);
    });
  });
});

class LiveWriters {
  areDone = false;
  reads = 0;
  readonly faults: string[] = [];
  readonly seriesId: number;
  readonly crossings: readonly number[];

  constructor(seriesId: number, crossings: readonly number[]) {
    this.seriesId = seriesId;
    this.crossings = crossings;
  }

  /** Writes rounds of values, some of them taken back, some given up before they are saved. */
  async write(seed: number, rounds: number): Promise<void> {
    let state = seed;
    const next = (below: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    for (let round = 0; round < rounds; round += 1) {
      const values = new Map<string, GivenValue>();
      for (let count = 0; count < 6; count += 1) {
        const value = {
          seriesId: this.seriesId,
          disaggregationId: pick(this.crossings, next(100)),
          period: `2024-0${1 + next(2)}-01`,
          territoryId: pick(tree.nodes, next(1000)).id,
          value: next(40),
          state: 0,
        };
        values.set(`${value.territoryId} ${value.period} ${value.disaggregationId}`, value);
      }
      // In one order, so that two writers of the same cells wait rather than refuse each other.
      const inOrder = [...values]
        .toSorted(([one], [other]) => one.localeCompare(other))
        .map(([, value]) => value);
      await owner
        .transaction()
        .execute(async (tx) => {
          const batch = await writeAsBatch(tx, inOrder);
          if (next(5) === 0) await revokeBatch(tx, batch, null);
          if (next(6) === 0) throw new GivenUp();
        })
        .catch((problem: unknown) => {
          if (!(problem instanceof GivenUp)) throw problem;
        });
    }
  }

  async drain(): Promise<void> {
    while (!this.areDone)
      await owner.transaction().execute((tx) => drainMarks(tx, this.seriesId, { atMost: 5, waits: false }));
  }

  /** Compares in one snapshot: what a reader is told, and what the rows say. */
  async read(series: Parameters<typeof compareSums>[1]): Promise<void> {
    while (!this.areDone) {
      const sums = await owner
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((tx) => compareSums(tx, series));
      this.reads += 1;
      if (sums.told.join('\n') !== sums.true.join('\n')) this.faults.push(`read ${this.reads}`);
    }
  }
}

class GivenUp extends Error {}
