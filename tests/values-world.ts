import type { Database } from '#database/connection.ts';
import {
  disaggregationOf,
  drainMarks,
  insertBatch,
  listMarkedSeries,
  writeValues,
} from '#database/values/value-store.ts';
import { makeWorld, type World } from './access-world.ts';
import type { AppOptions } from './server.ts';

export type SeriesGiven = {
  readonly indicatorId: number;
  readonly code?: string;
  readonly periodKind?: string;
  readonly level?: number;
  readonly grain?: readonly string[];
  readonly adds?: boolean;
  readonly rank?: number;
  readonly audience?: string;
  readonly isPublished?: boolean;
  readonly source?: string;
};

/** One value as tests write it: territory code, first day, value or state, parts. */
export type ValueGiven = {
  readonly at: string;
  readonly on: string;
  readonly value?: number;
  readonly state?: number;
  readonly parts?: Readonly<Record<string, string>>;
};

export type ValuesWorld = World & {
  indicator(code: string, given?: Record<string, unknown>): Promise<number>;
  series(given: SeriesGiven): Promise<number>;
  write(seriesId: number, values: readonly ValueGiven[]): Promise<string>;
  cover(seriesId: number, at: string, from: string, to: string): Promise<void>;
  drain(): Promise<void>;
};

/** An invented country with dimensions, and ways to fill it with figures. */
export async function makeValuesWorld(options: Pick<AppOptions, 'pages'> = {}): Promise<ValuesWorld> {
  const world = await makeWorld(options);
  await addDimensions(world.database);
  return { ...world, ...filling(world) };
}

async function addDimensions({ owner }: Database): Promise<void> {
  const dimensions = { sex: ['f', 'm', 'none'], age: ['0-17', '18+', 'none'] };
  for (const [code, categories] of Object.entries(dimensions)) {
    await owner
      .insertInto('dimension')
      .values({ code, title: code, title_en: code })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (const category of categories)
      await owner
        .insertInto('dimension_category')
        .values({
          dimension: code,
          code: category,
          title: category,
          title_en: category,
          is_unknown: category === 'none',
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  }
}

function filling({ database: { owner }, territory }: World) {
  return {
    async indicator(code: string, given: Record<string, unknown> = {}) {
      const { id } = await owner
        .insertInto('indicator')
        .values({
          code,
          country: 'XA',
          territory_id: await territory('XA'),
          title: `Indicador ${code}`,
          topic: 'lethal-violence',
          composition: 'count',
          unit: 'casos',
          direction: 'down',
          counts_people: true,
          ...given,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },
    async series(given: SeriesGiven) {
      const { id } = await owner
        .insertInto('series')
        .values({
          indicator_id: given.indicatorId,
          country: 'XA',
          territory_id: await territory(given.code ?? 'XA'),
          source_id: given.source ?? 'xa.census',
          title: 'Registro de prueba',
          period_kind: given.periodKind ?? 'month',
          level: given.level ?? 2,
          grain: [...(given.grain ?? [])],
          adds: given.adds ?? true,
          rank: given.rank ?? 1,
          audience: given.audience ?? 'public',
          is_published: given.isPublished ?? false,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },
    async write(seriesId: number, values: readonly ValueGiven[]) {
      return owner.transaction().execute(async (tx) => {
        const place = await territory('XA');
        const batch = await insertBatch(tx, {
          kind: 'entry',
          country: 'XA',
          territoryId: place,
          organisationId: null,
          accountId: null,
        });
        const rows = [];
        for (const one of values) {
          rows.push({
            seriesId,
            disaggregationId: await disaggregationOf(tx, one.parts ?? {}),
            period: one.on,
            territoryId: await anyTerritory(owner, one.at),
            value: one.state ? null : (one.value ?? 0),
            state: one.state ?? 0,
          });
        }
        await writeValues(tx, batch, rows);
        return batch;
      });
    },
    async cover(seriesId: number, at: string, from: string, to: string) {
      await owner
        .insertInto('series_coverage')
        .values({
          id: crypto.randomUUID(),
          series_id: seriesId,
          territory_id: await territory(at),
          from_period: from,
          to_period: to,
        })
        .execute();
    },
    async drain() {
      await owner.transaction().execute(async (tx) => {
        for (const id of await listMarkedSeries(tx))
          await drainMarks(tx, id, { atMost: 100_000, waits: true });
      });
    },
  };
}

// Also those that have ended.
async function anyTerritory(owner: Database['owner'], code: string): Promise<number> {
  const row = await owner
    .selectFrom('territory')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return row.id;
}
