import { sql } from 'kysely';
import type { Database, Transaction } from '#database/connection.ts';
import { listSums } from '#database/values/figure-views.ts';
import { disaggregationOf, insertBatch, writeValues, type GivenValue } from '#database/values/value-store.ts';

export type Node = {
  readonly id: number;
  readonly lastId: number;
  readonly level: number;
  readonly parent: Node | null;
};

const country = 'XQ';
const base = 1_200_000_000;
const widths = [10_000_000, 100_000, 1_000, 10];

/** A tree of territories that tests grow: the same numbering by intervals as everywhere, without a pack. */
export class Tree {
  readonly nodes: Node[] = [];
  readonly owner: Database['owner'];

  private constructor(owner: Database['owner']) {
    this.owner = owner;
  }

  static async plant(owner: Database['owner']): Promise<Tree> {
    const tree = new Tree(owner);
    await owner
      .insertInto('country')
      .values({
        code: country,
        name: 'Tierra',
        name_en: 'Land',
        base,
        widths,
        currency: 'XTS',
        locale: 'es-PA',
        time_zone: 'America/Panama',
        paper: 'a4',
        pack_version: '1',
      })
      .execute();
    for (const level of widths.keys())
      await owner
        .insertInto('territory_kind')
        .values({
          country,
          kind: `k${level}`,
          level,
          name: 'k',
          name_plural: 'k',
          name_en: 'k',
          name_plural_en: 'k',
        })
        .execute();
    await owner.insertInto('source').values({ id: 'xq.source', title: 'Fuente de prueba' }).execute();
    await tree.grow(null);
    return tree;
  }

  /** Adds a territory under another. */
  async grow(parent: Node | null): Promise<Node> {
    const level = parent ? parent.level + 1 : 0;
    const siblings = this.nodes.filter((node) => node.parent === parent).length;
    const width = widths[level] ?? 1;
    const id = parent ? parent.id + 1 + siblings * width : base;
    const node = { id, lastId: id + width - 1, level, parent };
    this.nodes.push(node);
    await this.owner
      .insertInto('territory')
      .values({
        id,
        last_id: node.lastId,
        country,
        code: `q${id}`,
        kind: `k${level}`,
        level,
        parent_id: parent?.id ?? null,
        name: `Lugar ${id}`,
      })
      .execute();
    for (let one: Node | null = node, depth = 0; one; one = one.parent, depth += 1)
      await this.owner
        .insertInto('territory_closure')
        .values({ ancestor_id: one.id, descendant_id: id, depth })
        .execute();
    return node;
  }

  /** Ends a territory and puts others in its place. */
  async split(node: Node, parts: number): Promise<void> {
    for (let part = 0; part < parts; part += 1) {
      const successor = await this.grow(node.parent);
      await this.owner
        .insertInto('territory_succession')
        .values({ predecessor_id: node.id, successor_id: successor.id, kind: 'split', on_date: '2024-06-01' })
        .execute();
    }
    await this.owner
      .updateTable('territory')
      .set({ valid_to: '2024-06-01' })
      .where('id', '=', node.id)
      .execute();
  }

  at(level: number): Node[] {
    return this.nodes.filter((node) => node.level === level);
  }
}

/** An indicator with a series of a level and a grain. */
export async function makeSeries(
  owner: Database['owner'],
  given: { readonly level: number; readonly grain: readonly string[]; readonly name: string },
): Promise<number> {
  const { id: indicatorId } = await owner
    .insertInto('indicator')
    .values({
      code: `Q-${given.name}`,
      title: 'Cuenta',
      topic: 'x',
      composition: 'count',
      unit: 'casos',
      direction: 'none',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id } = await owner
    .insertInto('series')
    .values({
      indicator_id: indicatorId,
      country,
      territory_id: base,
      source_id: 'xq.source',
      title: 'Registro',
      period_kind: 'month',
      level: given.level,
      grain: [...given.grain],
      adds: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function addDimensions(owner: Database['owner']): Promise<void> {
  for (const code of ['sex', 'age', 'weapon']) {
    await owner.insertInto('dimension').values({ code, title: code, title_en: code }).execute();
    for (const category of ['a', 'b', 'none'])
      await owner
        .insertInto('dimension_category')
        .values({ dimension: code, code: category, title: category, title_en: category })
        .execute();
  }
}

/** Writes as one batch. */
export async function writeAsBatch(tx: Transaction, values: readonly GivenValue[]): Promise<string> {
  const batch = await insertBatch(tx, {
    kind: 'entry',
    country,
    territoryId: base,
    organisationId: null,
    accountId: null,
  });
  await writeValues(tx, batch, values);
  return batch;
}

/** Every crossing of these dimensions and all that they are part of: the numbers of each set of dimensions. */
export async function crossingsOf(tx: Transaction, grain: readonly string[]): Promise<number[]> {
  let parts: Record<string, string>[] = [{}];
  for (const dimension of grain)
    parts = parts.flatMap((one) => ['a', 'b', 'none'].map((code) => ({ ...one, [dimension]: code })));
  const ids = [];
  for (const one of parts) ids.push(await disaggregationOf(tx, one));
  return ids;
}

/** What the roll-up with its marks says of every level and margin, and what the rows say, both in the moment of the transaction. */
export async function compareSums(
  tx: Transaction,
  series: { readonly id: number; readonly level: number; readonly grain: readonly string[] },
): Promise<{ readonly told: string[]; readonly true: string[] }> {
  const told: string[] = [];
  const real: string[] = [];
  const { rows: margins } = await sql<{ id: number; isGrain: boolean }>`
    select distinct m.whole_id as id, w.dimensions = ${[...series.grain]}::text[] as "isGrain"
    from disaggregation d join disaggregation_margin m on m.part_id = d.id join disaggregation w on w.id = m.whole_id
    where d.dimensions = ${[...series.grain]}::text[]`.execute(tx);
  for (let level = 0; level <= series.level; level += 1) {
    const ids = margins.filter((one) => level < series.level || !one.isGrain).map(({ id }) => id);
    if (ids.length === 0) continue;
    const span = { first: base, last: base + 9_999_999, from: '2000-01-01', to: '2100-01-01' };
    const query = { seriesId: series.id, level, ...span, disaggregationIds: ids, period: null };
    for (const cell of await listSums(tx, query)) told.push(lineOf(level, cell));
    const { rows } = await sql<Parameters<typeof lineOf>[1]>`
      select c.ancestor_id as territory_id, v.period, m.whole_id as disaggregation_id, sum(v.value) as total,
        count(*) filter (where v.state = 0)::int as reported, count(*) filter (where v.state = 2)::int as withheld
      from data_value v join territory_closure c on c.descendant_id = v.territory_id
      join territory a on a.id = c.ancestor_id and a.level = ${level}
      join disaggregation_margin m on m.part_id = v.disaggregation_id and m.whole_id = any (${ids}::int[])
      where v.series_id = ${series.id} group by 1, 2, 3`.execute(tx);
    real.push(...rows.map((row) => lineOf(level, row)));
  }
  return { told: told.toSorted(), true: real.toSorted() };
}

function lineOf(
  level: number,
  cell: {
    territory_id: number;
    period: string;
    disaggregation_id: number;
    total: number | null;
    reported: number;
    withheld: number;
  },
): string {
  const { disaggregation_id, period, reported, territory_id, total, withheld } = cell;
  return [level, territory_id, period, disaggregation_id, total, reported, withheld].join(' ');
}
