import { sql, type Selectable, type SelectQueryBuilder } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import type { DB } from '#database/schema.ts';
import { binding } from '#domain/agreements/lifecycle.ts';
import type { AgreementAct, AgreementStanding } from '#domain/agreements/lifecycle.ts';
import { fold } from '#domain/shared/fold.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';
import { agreementOf, type AgreementRow } from './agreement-columns.ts';
import { isInsideAgreement, isQuietForAgreement, isToldOfNotice } from './told-notices.ts';

export type AgreementFilter = {
  readonly within: NumberRange | null;
  readonly today: string;
  /** How it stands today: what binds past its last day has expired. */
  readonly standing?: AgreementStanding | undefined;
  readonly kind?: string | undefined;
  readonly party?: string | undefined;
  readonly line?: string | undefined;
  readonly parent?: string | undefined;
  readonly endingBy?: string | undefined;
  readonly text?: string | undefined;
};

/**
 * How an agreement stands for whoever reads: a formal notice is between the parties until it is published with its reply, and again while an
 * election keeps quiet, so to everybody else the agreement is in force.
 */
const shownStanding = sql<AgreementStanding>`case when agreement.standing = 'under-notice'
  and not ${isInsideAgreement('agreement')}
  and not exists (select from agreement_notice n
    where n.agreement_id = agreement.id and n.outcome is null and ${isToldOfNotice('n', 'agreement')})
  then 'in-force' else agreement.standing end`;

function asShown(
  row: Selectable<DB['agreement']> & { readonly shown_standing: AgreementStanding },
): AgreementRow {
  const { shown_standing: standing, ...rest } = row;
  if (standing === rest.standing) return agreementOf(rest);
  return agreementOf({
    ...rest,
    standing,
    standing_on: rest.effective_on,
    standing_reason: null,
    cure_by: null,
  });
}

/** Where a list goes on: after what was made then, and after this agreement. */
export type AgreementCursor = { readonly id: string };

/** Agreements, the latest first (their ids are in the order of time). */
export async function listAgreementRows(
  tx: Transaction,
  filter: AgreementFilter,
  page: { readonly after: string | null; readonly limit: number } | null,
): Promise<AgreementRow[]> {
  let query = filtered(tx.selectFrom('agreement'), filter)
    .selectAll()
    .select(shownStanding.as('shown_standing'))
    .orderBy('id', 'desc');
  if (page?.after) query = query.where('id', '<', page.after);
  if (page) query = query.limit(page.limit);
  return (await query.execute()).map(asShown);
}

export async function countAgreementRows(tx: Transaction, filter: AgreementFilter): Promise<number> {
  const row = await filtered(tx.selectFrom('agreement'), filter)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

type Query<Selected> = SelectQueryBuilder<DB, 'agreement', Selected>;

function filtered<Selected>(from: Query<Selected>, filter: AgreementFilter): Query<Selected> {
  const { within, kind, party, line, parent } = filter;
  let query = standingAs(from, filter);
  if (within) {
    query = query.where((eb) =>
      eb.or([
        eb('territory_id', '>=', within.low).and('territory_id', '<=', within.high),
        eb.exists(
          eb
            .selectFrom('agreement_territory as t')
            .select('t.place_id')
            .whereRef('t.agreement_id', '=', 'agreement.id')
            .where('t.place_id', '>=', within.low)
            .where('t.place_id', '<=', within.high),
        ),
      ]),
    );
  }
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (party !== undefined) query = query.where(sql<boolean>`parties @> array[${party}::uuid]`);
  if (parent !== undefined) query = query.where('parent_id', '=', parent);
  if (line !== undefined) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('agreement_line as l')
          .select('l.thread_id')
          .whereRef('l.agreement_id', '=', 'agreement.id')
          .where('l.thread_id', '=', line),
      ),
    );
  }
  return saying(query, filter.text);
}

// The rule is standingOn of domain/agreements/lifecycle.ts; a test holds the two together.
function standingAs<Selected>(from: Query<Selected>, filter: AgreementFilter): Query<Selected> {
  const { standing, today, endingBy } = filter;
  const binds = [...binding];
  let query = from;
  if (standing === 'expired') {
    query = query.where((eb) =>
      eb.or([eb('standing', '=', 'expired'), eb('standing', 'in', binds).and('ends_on', '<', today)]),
    );
  } else if (standing !== undefined) {
    query = query.where(shownStanding, '=', standing);
    if ((binds as readonly string[]).includes(standing))
      query = query.where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]));
  }
  if (endingBy !== undefined) {
    query = query
      .where('standing', 'in', binds)
      .where('ends_on', '>=', today)
      .where('ends_on', '<=', endingBy);
  }
  return query;
}

function saying<Selected>(from: Query<Selected>, text: string | undefined): Query<Selected> {
  let query = from;
  for (const word of fold(text ?? '')
    .split(' ')
    .filter(Boolean)) {
    query = query.where('folded', 'like', `%${word}%`);
  }
  return query;
}

export async function findAgreement(tx: Transaction, id: string): Promise<AgreementRow | undefined> {
  const row = await tx
    .selectFrom('agreement')
    .selectAll()
    .select(shownStanding.as('shown_standing'))
    .where('id', '=', id)
    .executeTakeFirst();
  return row && asShown(row);
}

/** The agreements of these ids that the caller may see. */
export async function findAgreements(
  tx: Transaction,
  ids: readonly (string | null)[],
): Promise<Map<string, AgreementRow>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .selectFrom('agreement')
    .selectAll()
    .select(shownStanding.as('shown_standing'))
    .where('id', '=', anyOf(wanted))
    .execute();
  return new Map(rows.map((row) => [row.id, asShown(row)]));
}

/** What hangs from an agreement: specific agreements and addenda, in the order in which they came. */
export async function findAgreementChildren(tx: Transaction, id: string): Promise<AgreementRow[]> {
  const rows = await tx
    .selectFrom('agreement')
    .selectAll()
    .select(shownStanding.as('shown_standing'))
    .where('parent_id', '=', id)
    .orderBy('id')
    .execute();
  return rows.map(asShown);
}

// What speaks against a party: told to everybody once it is published, and not while an election keeps quiet.
const againstSomebody: readonly AgreementAct[] = ['gave-notice', 'persisted-in-breach'];

/** All that was done to an agreement, in order. */
export async function findAgreementActs(tx: Transaction, id: string) {
  return tx
    .selectFrom('agreement_act')
    .innerJoin('agreement', 'agreement.id', 'agreement_act.agreement_id')
    .selectAll('agreement_act')
    .where('agreement_act.agreement_id', '=', id)
    .where((eb) =>
      eb.or([
        eb('agreement_act.act', 'not in', againstSomebody),
        isInsideAgreement('agreement'),
        eb.not(isQuietForAgreement('agreement')),
      ]),
    )
    .orderBy('agreement_act.done_at')
    .orderBy('agreement_act.id')
    .execute();
}

/** The last time that something was done to an agreement. */
export async function findLastAct(tx: Transaction, id: string, act: AgreementAct) {
  return tx
    .selectFrom('agreement_act')
    .selectAll()
    .where('agreement_id', '=', id)
    .where('act', '=', act)
    .orderBy('done_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** What an agreement covers, which needs it answers, which lines of the strategy it serves. */
export async function findAgreementLinks(tx: Transaction, id: string) {
  const [places, needs, lines] = await Promise.all([
    tx
      .selectFrom('agreement_territory')
      .select('place_id')
      .where('agreement_id', '=', id)
      .orderBy('place_id')
      .execute(),
    tx
      .selectFrom('agreement_need as l')
      .innerJoin('need as n', 'n.id', 'l.need_id')
      .select(['n.id', 'n.problem'])
      .where('l.agreement_id', '=', id)
      .orderBy('n.priority_rank')
      .orderBy('n.id')
      .execute(),
    findLinesOf(tx, id),
  ]);
  return { places: places.map((row) => row.place_id), needs, lines };
}

// A thread is named by its latest element that the caller sees; what is approved goes before what is only drafted.
async function findLinesOf(tx: Transaction, id: string) {
  return tx
    .selectFrom('agreement_line as l')
    .innerJoin('strategy_element as e', 'e.thread_id', 'l.thread_id')
    .innerJoin('strategy_version as v', 'v.id', 'e.version_id')
    .distinctOn('l.thread_id')
    .select(['l.thread_id as id', 'e.code', 'e.title', 'e.kind'])
    .where('l.agreement_id', '=', id)
    .orderBy('l.thread_id')
    .orderBy(sql`v.standing = 'approved'`, 'desc')
    .orderBy('v.number', 'desc')
    .execute();
}

/** The needs of these ids that everybody may read. */
export async function findLinkableNeeds(tx: Transaction, country: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('need')
    .select('id')
    .where('id', '=', anyOf(ids))
    .where('country', '=', country)
    .where('standing', 'not in', ['draft', 'merged', 'annulled'])
    .execute();
}

/** The threads of these ids that stand in a strategy that was approved. */
export async function findLinkableLines(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('strategy_thread as t')
    .select('t.id')
    .where('t.id', '=', anyOf(ids))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('strategy_element as e')
          .innerJoin('strategy_version as v', 'v.id', 'e.version_id')
          .select('e.id')
          .whereRef('e.thread_id', '=', 't.id')
          .where('v.standing', 'in', ['approved', 'superseded']),
      ),
    )
    .execute();
}

/** Whether the agreements of a country's demonstration are here. */
export async function hasExampleAgreements(tx: Transaction, country: string): Promise<boolean> {
  const row = await tx
    .selectFrom('agreement')
    .select('id')
    .where('country', '=', country)
    .where('example', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
