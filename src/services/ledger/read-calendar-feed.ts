import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findCalendarFeed } from '#database/access/session-store.ts';
import { inScope } from '#database/connection.ts';
import { markFeedRead } from '#database/ledger/feed-store.ts';
import { findTimeZone } from '#database/territories/day-views.ts';
import { listLedgerLines } from '#database/ledger/ledger-views.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import { writeCalendar } from '#formats/ledger/write-calendar.ts';
import { actorFor } from '../access/actor-of.ts';
import { hashSecret } from '../access/secrets.ts';
import type { Context } from '../context.ts';
import { ledgerFilter } from './ledger-filter.ts';
import { showLedger } from './show-ledger.ts';

type Operation = typeof ledgerOperations.readCalendarFeed;

/** A calendar program shows no more than this. */
const most = 1000;
const daysBack = 90;

/** What the owner owes and verifies, seen with the owner's own eyes at this moment; an account that was closed sees nothing. */
export async function readCalendarFeed(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const hash = hashSecret(input.feed.replace(/\.ics$/, ''));
  const feed = await findCalendarFeed(context.database, hash, context.now);
  if (!feed || feed.standing !== 'active') throw refuse('commitments.feed-not-found');
  const actor = actorFor(feed, { via: 'token', sessionId: null, mayWrite: true });
  const owner: Context = { ...context, actor };
  return inScope(context.database, actor.scope, async (tx) => {
    const asked = { below: 'yes', state: 'open' } as const;
    const owed = await ledgerFilter(tx, owner, { ...asked, side: 'owe' });
    const from = addCalendarDays(owed.filter.today, -daysBack);
    const page = { after: null, limit: most };
    const owing = await listLedgerLines(tx, { ...owed.filter, from }, page);
    const toVerify = { ...owed.filter, side: 'verify', state: 'delivered' } as const;
    const verifying = await listLedgerLines(tx, toVerify, page);
    await markFeedRead(tx, { id: feed.feedId, lastReadAt: feed.lastReadAt, now: context.now });
    const lines = [
      ...(await showLedger(tx, owner, owing, owed.filter)),
      ...(await showLedger(tx, owner, verifying, toVerify)),
    ];
    const timeZone = await findTimeZone(tx, owing[0]?.where_id ?? feed.roles[0]?.territoryId ?? null);
    const bytes = writeCalendar(lines, {
      language: context.language,
      timeZone,
      now: context.now,
      origin: context.installation.origin,
    });
    return { fileName: 'compromisos.ics', mediaType: 'text/calendar; charset=utf-8', bytes };
  });
}
