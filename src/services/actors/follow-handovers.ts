import { findAccountsOf } from '#database/actors/handover-roles-store.ts';
import {
  findMergedPeople,
  findWaitingHandovers,
  lockWaitingHandover,
  markPassed,
} from '#database/actors/kept-store.ts';
import { inScope } from '#database/connection.ts';
import type { Passing } from '#domain/actors/handover.ts';
import { addCalendarDays, dayIn } from '#domain/shared/calendar.ts';
import { recordAll, type Deed } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { passedUndated, passUndated } from './pass-undated.ts';
import { briefOfUndated, prepareUndated, type Undated } from './plan-kept.ts';
import type { StoredBrief } from './stored-brief.ts';

type Waiting = NonNullable<Awaited<ReturnType<typeof lockWaitingHandover>>>;

/**
 * Passes what has no dates of its own in handovers whose day has come, one transaction each. Looked at anew on the day: lists may have
 * been begun or finished since. How many were passed.
 */
export async function followHandovers(context: Context): Promise<number> {
  // A country may be a day ahead of the server.
  const tomorrow = addCalendarDays(dayIn(context.now, 'UTC'), 1);
  const { scope } = context.actor;
  const ids = await inScope(context.database, scope, (tx) => findWaitingHandovers(tx, tomorrow));
  let passed = 0;
  for (const id of ids)
    passed += await inScope(context.database, scope, async (tx) => {
      const row = await lockWaitingHandover(tx, id);
      return row && row.on_date <= (await todayOf(tx, context, row.territory_id))
        ? passOn(tx, context, row)
        : 0;
    });
  return passed;
}

async function passOn(tx: Transaction, context: Context, row: Waiting): Promise<number> {
  const passings = await passingsToday(tx, row.passings as unknown as Passing[]);
  const brief = row.brief as unknown as StoredBrief;
  const undated = await prepareUndated(tx, context, {
    passings,
    organisationId: row.from_organisation_id,
    territoryId: row.territory_id,
    structureIds: brief.seats.flatMap((seat) => seat.structureId ?? []),
    accounts: await findAccountsOf(
      tx,
      passings.flatMap(({ to }) => to ?? []),
    ),
    keeperId: row.account_id === row.id ? null : row.account_id,
    listed: listedIn(brief),
  });
  const deeds = await passUndated(tx, undated);
  await markPassed(tx, row.id, context.now, JSON.stringify({ ...brief, ...briefOfUndated(undated) }));
  await recordAll(tx, context, [deedOf(row, undated), ...deeds]);
  return 1;
}

// Since the handover was set somebody may have been found to be entered twice.
async function passingsToday(tx: Transaction, passings: readonly Passing[]): Promise<Passing[]> {
  const merged = await findMergedPeople(
    tx,
    passings.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
  );
  const now = (id: string) => merged.get(id) ?? id;
  return passings.map(({ from, to }) => ({ from: now(from), to: to === null ? null : now(to) }));
}

// What was named as not to be passed stays: the installation may more than whoever handed over.
function listedIn({ kept = [], representations = [] }: StoredBrief): ReadonlySet<string> {
  const passing = representations.filter(({ outcome }) => outcome !== 'not-yours');
  return new Set([...kept.flatMap(({ ids }) => ids), ...passing.map(({ partyId }) => partyId)]);
}

function deedOf(row: Waiting, undated: Undated): Deed {
  return {
    operation: 'handOver',
    subjectKind: 'handover',
    subjectId: row.id,
    territoryId: row.territory_id,
    organisationId: row.from_organisation_id,
    before: null,
    after: { on: row.on_date, passings: row.passings, ...passedUndated(undated) },
  };
}
