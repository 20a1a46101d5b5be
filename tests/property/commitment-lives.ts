import { randomUUID } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { Database, Transaction } from '#database/connection.ts';
import { gatherSums, settleDues } from '#database/commitments/settling-store.ts';
import { countInstance, type DueInstance } from '#domain/compliance/outcome.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { Tree } from './values-tree.ts';
import { waitsOfRows } from './waits-of-rows.ts';

/** One thing that happens, with numbers from which everything about it follows. */
export type Step = {
  readonly deed:
    | 'promise'
    | 'happen'
    | 'settle'
    | 'need'
    | 'need-no-more'
    | 'move'
    | 'quiet'
    | 'erase'
    | 'withdraw'
    | 'gather'
    | 'word';
  readonly one: number;
  readonly other: number;
  readonly day: number;
  readonly many: number;
};

type Asked = { readonly reader: string; readonly sums: unknown; readonly rows: unknown };

const standings = [
  'not-started',
  'in-progress',
  'delivered',
  'sent-back',
  'verified',
  'verified',
  'breached',
  'waived',
] as const;

const at = <Item>(some: readonly Item[], which: number): Item => {
  const found = some[which % some.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

/** Commitments of a small country and what becomes of them, written past every rule but those of the database. */
export class Lives {
  readonly today: Day = '2026-03-10';
  readonly #owner: Database['owner'];
  readonly #places: readonly { readonly id: number; readonly lastId: number }[];
  readonly #holders: readonly { readonly id: string; readonly territory: number }[];
  readonly #threads: readonly string[];

  private constructor(
    owner: Database['owner'],
    tree: Tree,
    made: { holders: Lives['holders']; threads: readonly string[] },
  ) {
    this.#owner = owner;
    this.#places = tree.nodes;
    this.#holders = made.holders;
    this.#threads = made.threads;
  }

  private get holders() {
    return this.#holders;
  }

  static async begin(owner: Database['owner'], tree: Tree): Promise<Lives> {
    const holders = [];
    for (const node of tree.nodes.slice(0, 5)) {
      const id = randomUUID();
      await sql`insert into organisation (id, country, territory_id, name, kind, sector, level)
        values (${id}, 'XQ', ${node.id}, ${`Oficina ${node.id}`}, 'office', 'public', 'national')`.execute(
        owner,
      );
      holders.push({ id, territory: node.id });
    }
    // Lists of a tally have no order of their own.
    await sql`create function tally_in_order(tally json) returns jsonb language sql immutable as $$
      select jsonb_build_object('days', tally::jsonb -> 'days', 'holders', tally::jsonb -> 'holders',
        'tallies', (select jsonb_agg(t order by t::text) from jsonb_array_elements(tally::jsonb -> 'tallies') t)) $$`.execute(
      owner,
    );
    for (const made of waitsOfRows) await sql.raw(made).execute(owner);
    const strategy = randomUUID();
    const threads = [randomUUID(), randomUUID()];
    await sql`insert into strategy (id, country, territory_id, organisation_id, title, period_from, period_to, level_names)
      values (${strategy}, 'XQ', ${at(tree.nodes, 0).id}, ${at(holders, 0).id}, 'Estrategia', '2025-01-01', '2027-01-01', '[]')`.execute(
      owner,
    );
    for (const thread of threads)
      await sql`insert into strategy_thread values (${thread}, ${strategy}, ${at(tree.nodes, 0).id})`.execute(
        owner,
      );
    return new Lives(owner, tree, { holders, threads });
  }

  async live(step: Step): Promise<void> {
    await this.#owner.transaction().execute((tx) => this.#do(tx, step));
  }

  /** The same, where two may stop one another: whoever is stopped did nothing. */
  async liveBesideOthers(step: Step): Promise<void> {
    await this.live(step).catch((problem: unknown) => {
      if (!['40P01', '23503'].includes((problem as { code?: string }).code ?? '')) throw problem;
    });
  }

  async #do(tx: Transaction, step: Step): Promise<void> {
    const { deed, one, other, many } = step;
    if (deed === 'promise') return this.#promise(tx, step);
    if (deed === 'settle')
      return void (await settleDues(tx, addCalendarDays(this.today, -Math.abs(step.day) % 9), many * 40));
    if (deed === 'gather') return gatherSums(tx);
    if (deed === 'quiet') return this.#quiet(tx, step);
    const some = (table: 'commitment' | 'commitment_instance', which: number) =>
      sql`(select id from ${sql.table(table)} order by md5(id::text || ${which}::text) limit 1)`;
    const statements: Record<string, RawBuilder<unknown>> = {
      happen: this.#happen(step, some('commitment_instance', one)),
      need: sql`insert into commitment_dependency (commitment_id, prerequisite_id, territory_id)
        select d.id, p.id, d.territory_id from commitment d, commitment p where d.id = ${some('commitment', one)} and p.id = ${some('commitment', other)}
          and d.id > p.id on conflict do nothing`,
      'need-no-more': sql`delete from commitment_dependency where commitment_id = ${some('commitment', one)}`,
      move: sql`update commitment set place_id = ${at(this.#places, one).id}, is_public = ${other % 2 === 0},
        thread_id = ${other % 3 === 0 ? null : at(this.#threads, other)}, weight = ${1 + (many % 3)} where id = ${some('commitment', other)}`,
      erase: sql`delete from commitment where id = ${some('commitment', one)}`,
      withdraw: sql`update commitment set standing = ${at(['agreed', 'annulled', 'cancelled', 'proposed'], other)} where id = ${some('commitment', one)}`,
      word: sql`update commitment set quality = ${many % 7} where id = ${some('commitment', one)}`,
    };
    await statements[deed]?.execute(tx);
  }

  async #quiet(tx: Transaction, { one, day, many }: Step): Promise<void> {
    await sql`delete from quiet_period`.execute(tx);
    await sql`insert into quiet_period (id, country, territory_id, from_day, to_day, reason)
      values (${randomUUID()}, 'XQ', ${at(this.#places, one).id}, ${addCalendarDays(this.today, day)}::date,
        ${addCalendarDays(this.today, day + many * 5)}::date, 'Elección')`.execute(tx);
  }

  async #promise(tx: Transaction, { one, other, many }: Step): Promise<void> {
    for (let index = 0; index < many; index += 1) {
      const obligor = at(this.#holders, one + index);
      const beneficiary = at(this.#holders, one + index + 1 + (other % 3));
      const id = randomUUID();
      const due = addCalendarDays(this.today, ((one * 7 + index * 13) % 80) - 55);
      await sql`insert into commitment (id, country, territory_id, place_id, what, obligor_organisation_id, beneficiary_organisation_id, proof, due_on,
          weight, quality, standing, is_public, thread_id, obliged, parties, party_territories)
        values (${id}, 'XQ', ${at(this.#places, other + index).id}, ${index % 2 ? at(this.#places, one + index).id : null}, 'Poner luz',
          ${obligor.id}, ${beneficiary.id}, 'Acta', ${due}::date, ${1 + (index % 3)}, ${(one + index) % 7}, ${index % 7 === 6 ? 'proposed' : 'agreed'},
          ${(other + index) % 5 < 3}, ${index % 3 ? at(this.#threads, other) : null}, array[${obligor.id}]::uuid[],
          array[${obligor.id}, ${beneficiary.id}]::uuid[], array[${obligor.territory}, ${beneficiary.territory}]::int[])`.execute(
        tx,
      );
      await sql`insert into commitment_dependency (commitment_id, prerequisite_id, territory_id)
        select ${id}, c.id, c.territory_id from commitment c where c.id <> ${id} order by md5(c.id::text || ${other}::text) limit ${index % 3}
        on conflict do nothing`.execute(tx);
      for (let sequence = 1; sequence <= 1 + (other % 2); sequence += 1) {
        const dueOn = addCalendarDays(due, (sequence - 1) * 20);
        const instance = randomUUID();
        await sql`insert into commitment_instance (id, commitment_id, territory_id, sequence, due_on, first_due_on)
          values (${instance}, ${id}, ${at(this.#places, 0).id}, ${sequence}, ${dueOn}::date, ${dueOn}::date)`.execute(
          tx,
        );
        await this.#happen(
          { deed: 'happen', one, other: other + index, day: index * 3 - 9, many },
          sql`${instance}::uuid`,
        ).execute(tx);
      }
    }
  }

  // Nothing is handed in on a day that has not come: to whom it would be lost is not defined.
  #happen({ other, day, many }: Step, which: RawBuilder<unknown>): RawBuilder<unknown> {
    const standing = at(standings, other);
    const isIn = standing === 'delivered' || standing === 'verified' || (standing === 'breached' && many > 5);
    return sql`update commitment_instance set standing = ${standing},
      delivered_on = ${isIn ? sql`least(due_on + ${(day % 12) + 2}::int, ${this.today}::date)` : null}, verify_by = ${many % 3 ? sql`due_on + ${many * 4}::int` : null},
      first_review = ${standing === 'verified' || many % 4 === 0 ? at(['accepted', 'more', 'rejected'], many) : null},
      paused_from = ${many === 7 ? this.today : null}, breach_published_on = ${many % 2 ? this.today : null},
      due_on = due_on + ${day % 5 === 0 ? day % 9 : 0}::int
      where id = ${which}`;
  }

  async settled(): Promise<number> {
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from commitment_instance where settled_as is not null`.execute(this.#owner);
    return rows[0]?.n ?? 0;
  }

  /** What each reader is told from sums and from rows, in one statement each. */
  async ask(today: Day): Promise<Asked[]> {
    const [country, province] = [at(this.#places, 0), at(this.#places, 1)];
    const party = at(this.#holders, 2);
    const span = ({ id, lastId }: { id: number; lastId: number }) => `{[${id},${lastId}]}`;
    const readers: Record<string, Record<string, string>> = {
      visitor: {},
      national: { see_unpublished: span(country), oversee_agreement: span(country) },
      province: { see_unpublished: span(province), act_for_party: span(province) },
      overseer: { oversee_agreement: span(province) },
      party: {
        'within.act_for_party': JSON.stringify({ [party.id]: span(country) }),
        'holders.act_for_party': `{${party.id}}`,
      },
    };
    const told: Asked[] = [];
    for (const [reader, reach] of Object.entries(readers))
      told.push(
        ...(await this.#owner.transaction().execute(async (tx) => {
          for (const [name, value] of Object.entries(reach))
            await sql`select set_config(${name.includes('.') ? `app.${name}` : `app.range.${name}`}, ${value}, true)`.execute(
              tx,
            );
          return this.#tell(tx, reader, today);
        })),
      );
    return told;
  }

  async #tell(tx: Transaction, reader: string, today: Day): Promise<Asked[]> {
    const told: Asked[] = [];
    const [country, province] = [at(this.#places, 0), at(this.#places, 1)];
    const questions = [
      { place: country, line: null, byLine: false },
      { place: country, line: at(this.#threads, 0), byLine: true },
      { place: province, line: null, byLine: true },
      { place: province, line: at(this.#threads, 1), byLine: false },
    ];
    for (const { place, line, byLine } of questions) {
      // A first day before all others narrows nothing, but asks the rows.
      const tally = (
        from: string | null,
      ) => sql`tally_in_order(commitment_tally(${place.id}, ${place.lastId}, ${today}::date, null, null,
        ${line}::uuid, ${from}::date, null, ${byLine}, true))`;
      const wording = (from: string | null) => sql`(select jsonb_agg(to_jsonb(w) order by w.quality)
        from commitment_wording_tally(${place.id}, ${place.lastId}, ${line}::uuid, ${from}::date, null) w)`;
      const { rows } = await sql<{ sums: unknown; rows: unknown }>`
        select jsonb_build_array(${tally(null)}, ${wording(null)}) as sums,
          jsonb_build_array(${tally('0001-01-01')}, ${wording('0001-01-01')}) as rows`.execute(tx);
      for (const row of rows) told.push({ reader: `${reader} ${place.id} ${byLine} ${line}`, ...row });
    }
    for (const { id, lastId } of [country, province]) {
      const { rows } = await sql<{ sums: unknown; rows: unknown }>`
        select jsonb_build_array(
            (select coalesce(jsonb_agg(to_jsonb(w) order by w.waiting, w.waited_on), '[]')
              from commitment_waits_between(${id}, ${lastId}, ${today}::date, null, 10000) w),
            (select coalesce(jsonb_agg(to_jsonb(h) order by h.dependent, h.prerequisite), '[]') from commitment_held_back(${id}, ${lastId}, ${today}::date) h)) as sums,
          jsonb_build_array(waits_of_rows(${id}, ${lastId}, ${today}::date), held_by_rows(${id}, ${lastId}, ${today}::date)) as rows`.execute(
        tx,
      );
      for (const row of rows) told.push({ reader: `${reader} ${id} waits`, ...row });
    }
    return told;
  }

  /** How many due dates came to what, as whoever sees everything is told. */
  async outcomes(today: Day): Promise<Record<string, number>> {
    const [national] = (await this.ask(today)).filter(({ reader }) => reader.startsWith('national'));
    if (!national) throw new Error('nobody sees everything');
    const [tally] = national.sums as [{ tallies: { outcome: string; count: number }[] }];
    const counts: Record<string, number> = {};
    for (const { outcome, count } of tally.tallies)
      if (outcome !== 'not-due') counts[outcome] = (counts[outcome] ?? 0) + count;
    return counts;
  }

  /** The same by the rule of the domain, from the rows. */
  async outcomesByRule(today: Day): Promise<Record<string, number>> {
    const { rows } = await sql<DueInstance>`
      select i.id, i.obligor_id as obligor, null as verifier, i.weight::float8 as weight, i.standing, i.due_on as "dueOn", i.delivered_on as "deliveredOn",
        i.verify_by as "verifyBy", i.paused_from is not null as "isPaused",
        coalesce((select json_agg(json_build_object('id', e.id, 'obligor', e.obligor_id, 'dueOn', e.due_on, 'deliveredOn', e.delivered_on,
            'isWaived', e.standing in ('waived', 'cancelled') or e.paused_from is not null or e.commitment_standing <> 'agreed'))
          from commitment_dependency d cross join lateral (select * from commitment_instance e
            where e.commitment_id = d.prerequisite_id and e.due_on <= i.due_on order by e.due_on desc, e.sequence desc limit 1) e
          where d.commitment_id = i.commitment_id), '[]') as prerequisites
      from commitment_instance i where i.commitment_standing = 'agreed'`.execute(this.#owner);
    const counts: Record<string, number> = {};
    for (const row of rows) {
      const { outcome } = countInstance(row, today);
      if (outcome !== 'not-due') counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
    return counts;
  }
}
